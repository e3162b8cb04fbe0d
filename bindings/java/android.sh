#!/bin/bash
# SPDX-License-Identifier: MIT
# android.sh - examples/android is compiled against Android's own classes (Robolectric's jar of Android 14, from Maven Central).
# usage: android.sh OUT JAR    Without the jar, 77: skipped.
set -euo pipefail
out=$1/android version=14-robolectric-10818077
mkdir -p "$out/classes"
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy -Dartifact=org.robolectric:android-all:$version -DoutputDirectory="$PWD/$out" \
  -Dmdep.useBaseVersion=true > "$out/log" 2>&1 || { echo 'android: skipped, no classes of Android'; exit 77; }
mvn -q -B -f bindings/java/pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies -DincludeArtifactIds=jspecify \
  -DoutputDirectory="$PWD/$out" > "$out/log" 2>&1
javac -Xlint:-options -Werror --release 8 -cp "$out/*:$2" -d "$out/classes" $(find examples/android -name '*.java')
echo 'android: the example is compiled, not run'
