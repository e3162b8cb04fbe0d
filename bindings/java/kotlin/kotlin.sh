#!/bin/bash
# SPDX-License-Identifier: MIT
# kotlin.sh - what the README says of Kotlin: null where none is taken, or something that may be null used as if it were not, is an error
# when it is compiled; and a program in Kotlin has the answers.
# usage: kotlin.sh OUT JAR    The compiler comes from Maven Central; without it, 77: skipped.
set -euo pipefail
out=$1/kotlin jar=$2 here=bindings/java/kotlin
mkdir -p "$out"
mvn -q -B -f $here/pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath -Dmdep.outputFile="$PWD/$out/classpath" \
  > "$out/log" 2>&1 || { echo 'kotlin: skipped, no compiler'; exit 77; }
tools=$(cat "$out/classpath")
library=$(tr ':' '\n' < "$out/classpath" | grep -E 'kotlin-stdlib|jspecify' | paste -sd:)
compile() { java -Xmx512m -cp "$tools" org.jetbrains.kotlin.cli.jvm.K2JVMCompiler -no-stdlib -no-reflect -jvm-target 1.8 -cp "$jar:$library" -d "$out/classes" "$@"; }
compile $here/Good.kt > "$out/log" 2>&1 || { cat "$out/log"; exit 1; }
java -cp "$jar:$library:$out/classes" GoodKt > "$out/said"
diff - "$out/said" << 'SAID'
mistyped-domain choose taro@gmail.com: メールアドレスの「@」より後ろに、打ち間違いがあるようです。
fullwidth-input apply -: 全角文字で入力されています。
taro@gmial.com warning true
SAID
if compile $here/Bad.kt > "$out/log" 2>&1; then echo 'kotlin: nothing was refused'; exit 1; fi
grep -n '// error$' $here/Bad.kt | cut -d: -f1 > "$out/wanted"
sed -n 's/^.*Bad\.kt:\([0-9]*\):[0-9]*: error:.*/\1/p' "$out/log" | sort -nu > "$out/refused"
diff "$out/wanted" "$out/refused" || { cat "$out/log"; exit 1; }
echo "kotlin: $(wc -l < "$out/wanted") misuses of null are errors, the example answers"
