#!/bin/bash
# SPDX-License-Identifier: MIT
# abidiff.sh [--record] - a program that was linked with the last release runs with this library: libabigail compares what
# the compiler says of every exported function and of the records it takes.
#
# In: tests/abi/1.0/libloginlint.abi, as version 1.0 has it, and tests/abi/libloginlint.abi with what was added since (x86-64); the library built with -g.  Out: status 1 when a function or a record
# changed or went; what is new passes, --record adds it.  Planted, each must turn it red: a function gone, a member that
# moved, a parameter of another width.
set -eu
cd "$(dirname "$0")/../.."
[ "$(uname -m)" = x86_64 ] || { echo "recorded for x86-64"; exit 77; }
command -v abidiff > /dev/null || { echo "abidiff is not installed (Debian: abigail-tools)"; exit 77; }
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
build() { # DIRECTORY with include/ and lib/
  (cd "$1" && cc -std=c11 -ffreestanding -fvisibility=hidden -fPIC -g -O0 -Iinclude -Ilib -shared -Wl,-soname,libloginlint.so.1 \
    -Wl,--version-script=lib/loginlint.map -o "$out/libloginlint.so.1" $(lib/sources))
}
compare() {
  local record
  for record in tests/abi/1.0 tests/abi; do
    abidiff --fail-no-debug-info --no-added-syms $record/libloginlint.abi "$out/libloginlint.so.1" > "$out/said" 2>&1 || return 1
  done
}
build .
if [ "${1:-}" = --record ]; then
  abidw --no-corpus-path --no-show-locs --no-comp-dir-path --exported-interfaces-only --no-elf-needed --no-parameter-names \
    --type-id-style hash --out-file tests/abi/libloginlint.abi "$out/libloginlint.so.1"
fi
compare || { cat "$out/said"; exit 1; }
planted=0
plant() { # FILE... SED-EXPRESSION
  rm -rf "$out/tree" && mkdir "$out/tree" && cp -r include lib "$out/tree/"
  (cd "$out/tree" && sed -i -E "${@: -1}" "${@:1:$#-1}")
  ! diff -rq include "$out/tree/include" > /dev/null || ! diff -rq lib "$out/tree/lib" > /dev/null || { echo "nothing was planted: $*"; exit 1; }
  build "$out/tree"
  if compare; then echo "not found: $*"; exit 1; fi
  planted=$((planted + 1))
}
plant lib/loginlint.map 's/loginlint_\*;/loginlint_[a-s]*;/'
plant include/loginlint.h '/^typedef struct loginlint_where /,/^}/ { s/uint32_t offset;/uint32_t moved;/; s/uint32_t length;/uint32_t offset;/; s/moved;/length;/ }'
plant include/loginlint.h lib/words/sentence.c 's/(loginlint_describe\(uint32_t list, )uint32_t/\1uint64_t/'
echo "abidiff: $(grep -c '<elf-symbol ' tests/abi/libloginlint.abi) functions and the records they take as recorded; $planted planted failures found"
