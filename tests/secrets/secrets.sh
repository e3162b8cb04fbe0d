#!/bin/bash
# SPDX-License-Identifier: MIT
# secrets.sh - no call leaves anything of a secret on its stack, with this machine's gcc and clang (tests/secrets/residue.c;
# `make check-heavy ONLY=residue` has the others), and what is said of a secret depends on the kinds of its characters only
# (tests/secrets/pairs.c).
#
# Planted, each must turn it red: leaks beside the library (inside residue.c, in every build), a call that clears nothing or too
# little, records that are not wiped, and a comparison that includes the text itself.  PAIRS=500000 for a longer run.
set -eu
cd "$(dirname "$0")/../.."
[ "$(uname -m)" = x86_64 ] || { echo "the harness is kept out of the vector registers of x86-64 only"; exit 77; }
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

# Every public function that is given a value, or a record that holds one, is called there.
sed -n '/^LOGINLINT_API/,/;/p' include/loginlint.h | tr -d '\n' | tr ';' '\n' |
  grep -E '\*(input|secret|report|candidates|explanation)\b' | grep -oE 'loginlint_[a-z0-9_]+\(' | sort > "$out/public"
[ "$(wc -l < "$out/public")" -ge 14 ] || { echo "only $(wc -l < "$out/public") functions with a value seen"; exit 1; }
while read -r call; do
  case $call in loginlint_icu_domain* | loginlint_icu_confusable* | loginlint_icu_key*) continue ;; esac # never for a secret, as the header says
  grep -qF "$call" tests/secrets/residue.c || { echo "$call is not looked at by residue.c"; exit 1; }
done < "$out/public"

LEVELS='-O0;-O2;-O2 -flto' tests/secrets/residue.sh gcc clang

cc -std=c11 -D_GNU_SOURCE -O2 -Wall -Wextra -Wconversion -Werror -Iinclude -o "$out/pairs" tests/secrets/pairs.c build/libloginlint.a
pairs=$("$out/pairs" "${PAIRS:-50000}" "${SEED:-1}") || { echo "$pairs"; exit 1; }
if "$out/pairs" --planted > /dev/null; then
  echo "a comparison that shows the text passes"
  exit 1
fi

planted=0
mkdir "$out/tree"
{ tests/files.sh; find build/residue/gcc-O2 -type f; } | xargs cp -p --parents -t "$out/tree"
plant() { # WHAT FILE SED-COMMAND SAID: in a copy, which builds again what the change is for
  sed -i "$3" "$out/tree/$2"
  ! cmp -s "$2" "$out/tree/$2" || { echo "nothing was planted: $1"; exit 1; }
  if LEVELS=-O2 "$out/tree/tests/secrets/residue.sh" gcc > "$out/said" 2>&1 || ! grep -q "$4" "$out/said"; then
    tail -n 5 "$out/said"
    echo "not found: $1"
    exit 1
  fi
  planted=$((planted + 1))
  cp "$2" "$out/tree/$2"
}
plant "calls that clear nothing" lib/text/wipe.h 's/__builtin_memset(below, 0, sizeof below);//' '^gcc -O2: loginlint_tag, .*not cleared'
plant "calls that clear too little" lib/text/wipe.h 's/LL_STACK 1824u/LL_STACK 512u/' 'loginlint_candidates_find, .*not cleared'
plant "a first worker behind which too little is cleared" lib/text/wipe.h 's/LL_STACK_FIRST 960u/LL_STACK_FIRST 128u/' '^gcc -O2: loginlint_check, .*not cleared'
plant "records that are not wiped" lib/text/wipe.c 's/__builtin_memset(record, 0, n);/(void)n;/' 'scratch is not zero'
if pkg-config --exists icu-uc icu-i18n; then
  plant "a companion that clears too little" lib/icu/precis.h 's/LL_STACK 40960u/LL_STACK 8192u/' 'loginlint_icu_check, .*not cleared'
fi
echo "secrets: nothing left by $(wc -l < "$out/public") calls, gcc and clang -O0, -O2, -O2 -flto; $pairs alike; $planted planted failures found"
