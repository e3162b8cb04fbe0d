#!/bin/bash
# SPDX-License-Identifier: MIT
# check.sh - everything `make check-java` shows; needs a JDK and Maven, run from the root.
set -euo pipefail
out=build/java
mkdir -p $out
bindings/bound.sh bindings/java/not-bound bindings/java/jni/loginlint_jni.c
mvn -q -B -f bindings/java/pom.xml package > $out/mvn.log 2>&1 || { tail -40 $out/mvn.log; exit 1; }
if grep -q 'WARNING in native method' $out/mvn.log; then grep 'WARNING in native' $out/mvn.log; exit 1; fi
classes=$out/target/classes:$out/target/test-classes
skipped=$(bindings/cases.sh $out units causes)
java -Xcheck:jni -cp $classes io.loginlint.Transcript $out/cases.tsv > $out/transcript
java -Xcheck:jni -cp $classes io.loginlint.Transcript --keys $out/texts.tsv > $out/keys
read -r ns sentences batch < <(java -cp $classes io.loginlint.Bench)
# Nothing is kept for a thread: 4 MB beside the heap are enough for as many as there may be.
small=(-Xmx32m -XX:MaxDirectMemorySize=4m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$classes")
java "${small[@]}" io.loginlint.Threads platform 5000 256
newest=$(for java in java /usr/lib/jvm/*/bin/java; do echo "$("$java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p') $java"; done | sort -n | tail -n 1)
if [ "${newest%% *}" -ge 21 ]; then "${newest#* }" --enable-native-access=ALL-UNNAMED "${small[@]}" io.loginlint.Threads virtual 5000 256
else echo "java: virtual threads: skipped, JDK ${newest%% *}"; fi
bindings/scan.py java java -Xmx24m -XX:+UseSerialGC -cp $classes io.loginlint.Scanned
jar=$(ls $out/target/loginlint-*[0-9].jar)
lib/gen/fence bindings/java/README.md java > $out/Example.java
javac -cp "$jar" -d $out $out/Example.java
lib/gen/fence bindings/java/README.md console > $out/Example.said
java -cp "$jar:$out" Example | diff $out/Example.said -
for test in kotlin/kotlin.sh android.sh; do
  if bindings/java/$test $out "$jar"; then :; else [ $? = 77 ]; fi
done
if grep -rnE 'java\.nio\.file' bindings/java/src/main; then echo 'Android before 26 lacks java.nio.file'; exit 1; fi
bindings/compare.sh java $out "$skipped" "$ns" "$sentences" "$batch"
