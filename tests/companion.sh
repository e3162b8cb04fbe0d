#!/bin/bash
# SPDX-License-Identifier: MIT
# companion.sh - the core is the same bytes with the companion and without: every object and the shared library.
#
# In: build/ as `make` left it; built again with ICU=no and the same WERROR beside it.  Planted: an object with one function more must differ.
set -eu
cd "$(dirname "$0")/.."
[ -e build/libloginlint-icu.a ] || { echo "built without libicu"; exit 77; }
without=build/without-icu
make --no-print-directory -s -j2 ICU=no WERROR="$(grep -o -m 1 -e -Werror build/flags || true)" BUILD=$without $without/libloginlint.a $without/libloginlint.so.1
[ ! -e $without/icu ] || { echo "ICU=no builds the companion"; exit 1; }
count=0
for source in $(lib/sources); do
  object=${source%.c}.o
  cmp "$without/$object" "build/$object" || { echo "$object differs with the companion"; exit 1; }
  count=$((count + 1))
done
cmp $without/libloginlint.so.1 build/libloginlint.so.1
if nm -u build/libloginlint.a | grep -E ' (u|unorm2|uidna|uspoof|uscript)_'; then echo "the core asks for ICU"; exit 1; fi
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
planted() { echo "$1" | cat lib/text/wipe.c - | cc -std=c11 -ffreestanding -fPIC -O2 -Iinclude -Ilib -x c -c -o "$out/$2.o" -; }
planted '' as-it-is
planted 'int planted(void); int planted(void) { return 1; }' changed
if cmp -s "$out/as-it-is.o" "$out/changed.o"; then echo "another object is not told apart"; exit 1; fi
echo "companion: $count objects and the shared library of the core are the same bytes with it and without"
