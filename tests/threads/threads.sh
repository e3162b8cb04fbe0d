#!/bin/bash
# SPDX-License-Identifier: MIT
# threads.sh - eight threads under the thread sanitizer, gcc's and clang's: no shared memory is written, and each thread
# gets the answers that one alone gets (tests/threads/threads.c).  Two planted failures, a report that the threads share and
# a counter in the library, must each turn it red.
set -eu
cd "$(dirname "$0")/../.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
export TSAN_OPTIONS=exitcode=66:halt_on_error=1
flags='-std=c11 -D_GNU_SOURCE -O1 -g -Iinclude -Ilib'

libraries=libloginlint.a icu= note=
if [ -e build/libloginlint-icu.a ] && pkg-config --exists icu-uc icu-i18n; then
  flags="$flags -DLOGINLINT_WITH_ICU $(pkg-config --cflags icu-uc)"
  libraries='libloginlint-icu.a libloginlint.a' icu=$(pkg-config --libs icu-i18n icu-uc) note=' and of the companion'
fi
link() { # COMPILER NAME FOLDER: the program with the libraries that lie there
  # shellcheck disable=SC2086
  "$1" $flags -fsanitize=thread -pthread -o "$out/$2" tests/threads/threads.c $(printf "$3/%s " $libraries) $icu
}
red() { # WHAT COMMAND...: it must be stopped by the sanitizer
  what=$1
  shift
  code=0
  "$@" > "$out/red" 2>&1 || code=$?
  { [ "$code" = 66 ] && grep -q 'data race' "$out/red"; } || { echo "planted and not found: $what (status $code)"; exit 1; }
}
alone=
for cc in gcc clang; do
  built=build/threads/$cc
  # shellcheck disable=SC2086
  make --no-print-directory -s -j"${JOBS:-2}" BUILD=$built CC=$cc CFLAGS='-O1 -g -fsanitize=thread' $(printf "$built/%s " $libraries)
  link $cc $cc $built
  "$out/$cc" 4 > "$out/answer" 2>&1 || { tail -n 30 "$out/answer"; exit 1; }
  [ -z "$alone" ] || [ "$alone" = "$(cat "$out/answer")" ] || { echo "$cc answers otherwise"; exit 1; }
  alone=$(cat "$out/answer")
  red "$cc, a shared report" "$out/$cc" --planted
done
# The library's own fault: a counter at the top of loginlint_check.
sed -e '/^static LL_APART int32_t first_utf8(/,/^}/ s/^    return /    planted++;\n&/' -e 's/^static LL_APART int32_t first_utf8(/static unsigned planted;\n&/' lib/check/check.c > "$out/check.c"
grep -q 'planted++' "$out/check.c" || { echo "nothing was planted"; exit 1; }
cp build/threads/gcc/*.a "$out"
# shellcheck disable=SC2086
gcc $flags -fsanitize=thread -c -o "$out/check.o" "$out/check.c"
ar rs "$out/libloginlint.a" "$out/check.o"
link gcc broken "$out"
red 'a counter in the library' "$out/broken" 4
echo "threads: 8 threads, 4 rounds of every call$note, gcc and clang: no race, one answer ($alone); 3 planted failures found"
