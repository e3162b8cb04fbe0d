#!/bin/bash
# SPDX-License-Identifier: MIT
# dist.sh - prebuilt libraries that need nothing else, one folder a target, with SHA-256 sums; built, not committed.
#
# Linux and Android: a shared library of the freestanding core with its own memcpy (bindings/java/jni/freestanding.c), 16 KB pages. Windows: a DLL
# without an entry point. wasm32: a module that imports nothing. Apple: an object.
set -euo pipefail
out=dist/prebuilt
rm -rf $out
exports=$(grep -oE 'loginlint_[a-z0-9_]+\(' include/loginlint.h | tr -d '(' | sort -u | grep -v icu)
flags="-std=c11 -Os -ffreestanding -fvisibility=hidden -fno-asynchronous-unwind-tables -Idist"
own=bindings/java/jni/freestanding.c
elf() { # FOLDER TARGET
  mkdir -p "$out/$1"
  clang --target="$2" $flags -fPIC -nostdlib -shared -fuse-ld=lld -Wl,-z,max-page-size=16384 -Wl,-z,defs -Wl,--build-id=none -Wl,-soname,libloginlint.so.1 -s \
    -o "$out/$1/libloginlint.so.1" dist/loginlint.c $own
}
elf linux-x86_64 x86_64-linux-gnu
elf linux-aarch64 aarch64-linux-gnu
elf linux-armv7 armv7a-linux-gnueabihf
elf linux-i686 i686-linux-gnu
elf android-arm64-v8a aarch64-linux-android21
elf android-armeabi-v7a armv7a-linux-androideabi21
elf android-x86 i686-linux-android21
elf android-x86_64 x86_64-linux-android21
mkdir -p $out/windows-x86_64 $out/wasm32 $out/ios-arm64 $out/macos-arm64
for f in dist/loginlint.c $own; do
  clang --target=x86_64-pc-windows-msvc $flags -c -o "$out/windows-x86_64/$(basename "$f" .c).obj" "$f"
  clang --target=wasm32 $flags -c -o "$out/wasm32/$(basename "$f" .c).o" "$f"
done
# shellcheck disable=SC2046
lld-link /dll /noentry /nodefaultlib /out:$out/windows-x86_64/loginlint.dll $(for e in $exports; do echo /export:"$e"; done) $out/windows-x86_64/*.obj
# shellcheck disable=SC2046
wasm-ld --no-entry --strip-all -z stack-size=16384 $(for e in $exports; do echo --export="$e"; done) -o $out/wasm32/loginlint.wasm $out/wasm32/*.o
clang --target=arm64-apple-ios13 $flags -c -o $out/ios-arm64/loginlint.o dist/loginlint.c
clang --target=arm64-apple-macos11 $flags -c -o $out/macos-arm64/loginlint.o dist/loginlint.c
rm -f $out/windows-x86_64/*.obj $out/wasm32/*.o
cp dist/loginlint.h dist/loginlint.ffi.h COPYING $out/
(cd $out && find . -type f ! -name SHA256SUMS | sort | xargs sha256sum > SHA256SUMS)
(cd $out && wc -c $(awk '{ print $2 }' SHA256SUMS))
