// SPDX-License-Identifier: MIT
package io.loginlint.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.objects.StaticInvoke;
import org.apache.spark.sql.types.AbstractDataType;
import org.apache.spark.sql.types.DataTypes;
import scala.Function1;
import scala.Option;
import scala.Tuple3;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;

/**
 * The library as functions of Spark SQL: {@code spark.sql.extensions=io.loginlint.spark.LoginLintExtensions}. Each is a call of a static method of
 * {@link Functions} in the code that Spark generates, on its own UTF-8: no value becomes a {@code String}.
 */
public final class LoginLintExtensions implements Function1<SparkSessionExtensions, BoxedUnit> {
    @Override
    public BoxedUnit apply(SparkSessionExtensions extensions) {
        for (String name : new String[] {"verdict", "cause", "text", "check"}) {
            add(extensions, name, "", "login-id");
        }
        add(extensions, "key", "all");
        return BoxedUnit.UNIT;
    }

    /** loginlint_NAME(value [, ...]); {@code otherwise} stands for the arguments that are left out. */
    private static void add(SparkSessionExtensions extensions, String name, String... otherwise) {
        ExpressionInfo info = new ExpressionInfo(Functions.class.getName(), "loginlint_" + name);
        extensions.injectFunction(new Tuple3<FunctionIdentifier, ExpressionInfo, Function1<Seq<Expression>, Expression>>(
                new FunctionIdentifier("loginlint_" + name), info, given -> call(name, given, otherwise)));
    }

    private static Expression call(String name, Seq<Expression> given, String[] otherwise) {
        int most = 1 + otherwise.length;
        if (given.size() < 1 || given.size() > most) {
            throw new IllegalArgumentException("loginlint_" + name + " has 1 to " + most + " arguments");
        }
        List<Expression> arguments = new ArrayList<>(CollectionConverters.asJava(given));
        List<AbstractDataType> types = new ArrayList<>();
        for (int i = arguments.size(); i < most; i++) {
            arguments.add(Literal.create(otherwise[i - 1], DataTypes.StringType));
        }
        for (int i = 0; i < most; i++) {
            types.add(DataTypes.StringType);
        }
        return new StaticInvoke(Functions.class, DataTypes.StringType, name, seq(arguments), seq(types), true, true, true, Option.empty());
    }

    private static <T> Seq<T> seq(List<T> list) {
        return CollectionConverters.asScala(list).toSeq();
    }
}
