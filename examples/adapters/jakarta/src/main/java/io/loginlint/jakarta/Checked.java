// SPDX-License-Identifier: MIT
package io.loginlint.jakarta;

import io.loginlint.Names;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a login field accepts. {@code @Checked} alone refuses what cannot be right; with {@code ask} it says what needs a look, in a group of its
 * own, which is left out where the person insists: {@code @Checked @Checked(ask = true, groups = Ask.class)}.
 */
@Documented
@Repeatable(Checked.All.class)
@Constraint(validatedBy = CheckedValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Checked {
    Names.Field field() default Names.Field.LOGIN_ID;

    String rules() default "";

    boolean ask() default false;

    String message() default "{loginlint}"; // what happened and what to do

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The group of what needs a look. */
    interface Ask {
    }

    /** Several of them. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
    @interface All {
        Checked[] value();
    }
}
