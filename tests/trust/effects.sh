#!/bin/bash
# SPDX-License-Identifier: MIT
# effects.sh - no public call can allocate, lock, block or throw: clang's -Wfunction-effects (20 and later) on the one-file
# build, every function of the header declared nonblocking; a call that cannot be inferred to be so is an error.
#
# In: the amalgamation.  Out: one line.  A definition is declared as the header has it (clang 21 asks for that); a constant table inside a function is made a local one first: the warning takes
# every static variable in a function for one that must be guarded.  Planted, each must turn it red: an allocation, an
# indirect call and a thread's variable, in the deepest function of the UTF-8 reader.
set -eu
cd "$(dirname "$0")/../.."
clang=$(for v in -22 -21 -20; do command -v "clang$v" && break; done) ||
  { echo "no clang of version 20 or later"; exit 77; }
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
python3 bindings/amalgamation/amalgamate.py "$out" > /dev/null
sed -E -e 's/^( +)static const /\1const /' -e 's/^[a-z][a-z0-9_ ]*[ *]loginlint_[a-z0-9][a-z0-9_]*\(/LOGINLINT_API &/' \
  -e 's/^ +int32_t name parameters/LOGINLINT_API &/' "$out/loginlint.c" > "$out/one.c"
check() {
  "$clang" -std=c11 -fsyntax-only -Wno-everything -Wfunction-effects -Werror=function-effects \
    -DLOGINLINT_API='__attribute__((nonblocking))' -I"$out" "$1" 2> "$out/said"
}
check "$out/one.c" || { cat "$out/said"; exit 1; }
plants=('void *malloc(size_t); (void)malloc(1);' 'int (*volatile f)(void) = 0; f();' 'static _Thread_local int t; t++;')
for plant in "${plants[@]}"; do
  sed "/^static int second_in_range(/a $plant" "$out/one.c" > "$out/planted.c"
  ! cmp -s "$out/one.c" "$out/planted.c" || { echo "nothing was planted"; exit 1; }
  if check "$out/planted.c" || ! grep -q 'second_in_range' "$out/said"; then
    echo "not found: $plant"
    exit 1
  fi
done
functions=$(grep '^LOGINLINT_API' include/loginlint.h | grep -vc loginlint_icu)
echo "effects: $functions functions, none can allocate, lock or block ($("$clang" --version | head -n 1 | cut -d' ' -f1-4)); ${#plants[@]} planted failures found"
