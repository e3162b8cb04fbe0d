#!/bin/bash
# SPDX-License-Identifier: MIT
# android.sh - examples/android is compiled against Android's own classes (Robolectric's jar of Android 14, from Maven Central), and its
# helper runs on them under Robolectric, called from Kotlin.
# usage: android.sh OUT JAR    Without the jars, 77: skipped.
set -euo pipefail
out=$PWD/$1/android jar=$2 here=examples/android version=14-robolectric-10818077
mkdir -p "$out/classes" "$out/tested" "$out/jars"
plugin=org.apache.maven.plugins:maven-dependency-plugin:3.6.1
fetch() { mvn -q -B $plugin:copy "-Dartifact=org.robolectric:$1" -DoutputDirectory="$out/$2" -Dmdep.useBaseVersion=true; }
{ fetch android-all:$version . && fetch android-all-instrumented:$version-i7 jars && fetch android-all-instrumented:15-robolectric-12650502-i7 jars && # its resources
  mvn -q -B -f $here/pom.xml $plugin:build-classpath -Dmdep.outputFile="$out/classpath" &&
  mvn -q -B -f bindings/java/kotlin/pom.xml $plugin:build-classpath -Dmdep.outputFile="$out/kotlin"; } > "$out/log" 2>&1 ||
  { echo 'android: skipped, no classes of Android'; exit 77; }
tests=$(cat "$out/classpath") tools=$(cat "$out/kotlin")
library=$(tr ':' '\n' <<< "$tools" | grep -E 'kotlin-stdlib|annotations' | paste -sd:)
android=$out/android-all-$version.jar
mapfile -t sources < <(find $here -name '*.java')
javac -Xlint:-options -Werror --release 8 -cp "$android:$tests:$jar" -d "$out/classes" "${sources[@]}"
rm -rf "$out/stub" && mkdir -p "$out/stub"
awk -v to="$out/stub" '/^==== / {
  file = to "/" $2 ".java"; package = $2; sub("/[^/]*$", "", package); system("mkdir -p " to "/" package)
  gsub("/", ".", package); print "package " package ";" > file; next
} file { print > file }' $here/app/src/test/androidx.txt
find "$out/stub" -name '*.java' -exec javac -Xlint:-options -Werror --release 8 -cp "$android" -d "$out/tested" {} +
# shellcheck disable=SC2046
java -Xmx512m -cp "$tools" org.jetbrains.kotlin.cli.jvm.K2JVMCompiler -no-stdlib -no-reflect -jvm-target 1.8 -Werror \
  -cp "$android:$tests:$jar:$library:$out/classes" -d "$out/tested" $(find $here -name '*Test.kt')
java -Dloginlint.form=tests/cases/form.tsv -Drobolectric.offline=true -Drobolectric.dependency.dir="$out/jars" -cp "$out/tested:$out/classes:$tests:$library:$jar:$android" \
  org.junit.runner.JUnitCore io.loginlint.example.LoginFieldTest > "$out/said" 2>&1 || { grep -vE '^\s+at (org\.junit|java|jdk)' "$out/said" | head -40; exit 1; }
echo "android: the example is compiled for Android 14, its helper ran there under Robolectric from Kotlin: $(grep -E '^OK' "$out/said")"
