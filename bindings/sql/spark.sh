#!/bin/bash
# SPDX-License-Identifier: MIT
# spark.sh - the jar for Spark, built against the newest pyspark of PyPI (400 MB), and asked in a session on this machine's loopback, which ends with it.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=build/sql/spark
java=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}
rm -rf $out/classes
mkdir -p $out/classes
[ -d $out/python/pyspark ] || python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target $out/python pyspark
native=$out/classes/META-INF/native/Linux/$(java -XshowSettings:properties -version 2>&1 | sed -n 's/.*os.arch = //p')
mkdir -p "$native"
gcc -O2 -std=c11 -Wall -Wextra -Wconversion -Werror -shared -fPIC -fvisibility=hidden -Iinclude -Ibindings/sql -isystem "$java/include" -isystem "$java/include/linux" \
  bindings/sql/spark/spark.c build/libloginlint.a -o "$native/libloginlint-spark.so"
"$java/bin/javac" --release 17 -proc:none -Xlint:all,-classfile,-path -Werror -cp "$out/python/pyspark/jars/*" -d $out/classes bindings/sql/spark/io/loginlint/spark/*.java
"$java/bin/jar" --create --file build/sql/loginlint-spark.jar -C $out/classes .
export JAVA_HOME=$java PYTHONPATH=$out/python SPARK_LOCAL_IP=127.0.0.1
python3 bindings/sql/check.py build/loginlint spark 2> $out/log || { tail -20 $out/log; exit 1; }
