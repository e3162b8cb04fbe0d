#!/bin/bash
# SPDX-License-Identifier: MIT
# check.sh - dist/loginlint.c alone: no warning from gcc or clang, for every target that needs no libc; the same answers.
set -euo pipefail
out=build/amalgamation
mkdir -p $out build/bindings
for cc in gcc clang; do
  $cc -std=c11 -O2 -Wall -Wextra -Werror -ffreestanding -Idist -c -o $out/$cc.o dist/loginlint.c
  $cc -std=c11 -O2 -Idist -o $out/transcript-$cc tests/transcript.c $out/$cc.o
done
for target in wasm32 aarch64-linux-android21 armv7a-linux-androideabi21 i686-linux-android21 x86_64-linux-android21 arm64-apple-ios13 \
  arm64-apple-macos11 x86_64-apple-macos11 x86_64-pc-windows-msvc aarch64-pc-windows-msvc riscv64-linux-gnu s390x-linux-gnu; do
  clang --target=$target -std=c11 -Os -Wall -Werror -ffreestanding -Idist -c -o $out/$target.o dist/loginlint.c
done
build/tests/transcript --hostile 10000 > $out/hostile.tsv
build/tests/transcript tests/cases/check*.tsv $out/hostile.tsv > $out/expected
for cc in gcc clang; do
  $out/transcript-$cc tests/cases/check*.tsv $out/hostile.tsv > $out/$cc.out
  cmp $out/expected $out/$cc.out
done
printf '#include <stdint.h>\n' | cat - dist/loginlint.ffi.h | gcc -std=c11 -fsyntax-only -x c -
if grep -qE '^\s*#' dist/loginlint.ffi.h; then echo 'loginlint.ffi.h has a directive'; exit 1; fi
cases=$(wc -l < $out/expected)
printf 'one-file\t%s\t%s\t0\t-\n' "$cases" "$cases" > build/bindings/amalgamation.txt
echo "amalgamation: gcc and clang, 12 targets, $cases cases the same"
