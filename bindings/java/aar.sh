#!/bin/bash
# SPDX-License-Identifier: MIT
# aar.sh - builds/java/loginlint-VERSION.aar for Android's four ABIs, without the NDK: the core needs no libc, and JNI only headers.
#
# Layout (developer.android.com, "Anatomy of an AAR file" and prefab): AndroidManifest.xml, classes.jar, R.txt, jni/<abi>/,
# prefab/prefab.json, prefab/modules/loginlint/{module.json,include,libs/android.<abi>}.
set -euo pipefail
out=build/java/aar
version=$(sed -n 's/^#define LOGINLINT_VERSION "\(.*\)"/\1/p' include/loginlint.h)
aar=build/java/loginlint-$version.aar
rm -rf $out
mkdir -p $out/empty
java_home=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}
# jni.h asks for these two and uses nothing of them
printf '#include <stdarg.h>\n' > $out/empty/stdio.h
module=$out/prefab/modules/loginlint
mkdir -p $module/include
cp include/loginlint.h $module/include/
printf '{"name":"loginlint","schema_version":1,"dependencies":[],"version":"%s"}\n' "$version" > $out/prefab/prefab.json
printf '{"export_libraries":[],"library_name":"libloginlint-jni"}\n' > $module/module.json
while read -r abi target; do
  dir=$out/jni/$abi
  mkdir -p "$dir" $module/libs/android."$abi"
  clang --target="$target" -std=c11 -ffreestanding -fvisibility=hidden -fPIC -Os -fno-asynchronous-unwind-tables -nostdlib -shared -fuse-ld=lld \
    -Wl,-z,max-page-size=16384 -Wl,-z,defs -Wl,-soname,libloginlint-jni.so -Wl,--build-id=none -s \
    -Iinclude -Ilib -isystem $out/empty -isystem "$java_home/include" -isystem "$java_home/include/linux" \
    -o "$dir/libloginlint-jni.so" $(lib/sources) bindings/java/jni/*.c
  cp "$dir/libloginlint-jni.so" $module/libs/android."$abi"/
  printf '{"abi":"%s","api":21,"ndk":25,"stl":"none"}\n' "$abi" > $module/libs/android."$abi"/abi.json
  needed=$(readelf -d "$dir/libloginlint-jni.so" | awk '/NEEDED/ { n++ } END { print n + 0 }')
  align=$(readelf -lW "$dir/libloginlint-jni.so" | awk '$1 == "LOAD" { print $NF }' | sort -u)
  echo "$abi: $(stat -c %s "$dir/libloginlint-jni.so") bytes, $needed libraries needed, LOAD aligned to $align"
  [ "$align" = 0x4000 ] && [ "$needed" = 0 ]
done <<'ABIS'
arm64-v8a aarch64-linux-android21
armeabi-v7a armv7a-linux-androideabi21
x86 i686-linux-android21
x86_64 x86_64-linux-android21
ABIS
rm -rf $out/empty
cat > $out/AndroidManifest.xml <<'XML'
<?xml version="1.0" encoding="utf-8"?>
<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="io.loginlint">
    <uses-sdk android:minSdkVersion="21" />
</manifest>
XML
: > $out/R.txt
mvn -q -B -f bindings/java/pom.xml -DskipTests compile
(cd build/java/target/classes && "${java_home}/bin/jar" cf ../../aar/classes.jar io)
rm -f $aar
(cd $out && "${java_home}/bin/jar" cfM "../${aar##*/}" AndroidManifest.xml classes.jar R.txt jni prefab)
for want in AndroidManifest.xml classes.jar R.txt jni/arm64-v8a/libloginlint-jni.so jni/armeabi-v7a/libloginlint-jni.so jni/x86/libloginlint-jni.so \
  jni/x86_64/libloginlint-jni.so prefab/prefab.json prefab/modules/loginlint/module.json prefab/modules/loginlint/include/loginlint.h \
  prefab/modules/loginlint/libs/android.arm64-v8a/abi.json; do
  "${java_home}/bin/jar" tf "$aar" | grep -qx "$want" || { echo "the AAR lacks $want"; exit 1; }
done
echo "aar: $(stat -c %s "$aar") bytes, layout as documented"
