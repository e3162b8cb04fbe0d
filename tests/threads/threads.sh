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

libraries= note=
if [ -e build/libloginlint-icu.a ] && pkg-config --exists icu-uc icu-i18n; then
  flags="$flags -Ilib/icu -DLOGINLINT_WITH_ICU $(pkg-config --cflags icu-uc)"
  libraries=$(pkg-config --libs icu-i18n icu-uc)
  note=' and of the companion'
fi
link() { # COMPILER NAME CORE.c
  # shellcheck disable=SC2086
  "$1" $flags -fsanitize=thread -pthread -o "$out/$2" tests/threads/threads.c "$3" $libraries
}
{ lib/sources; [ -z "$note" ] || ls lib/icu/*.c; } > "$out/list"
object() { # SOURCE: its object's name
  local name=${1#lib/}
  name=${name%.c}.o
  echo "${name//\//-}"
}
core() { # COMPILER
  while read -r f; do
    # shellcheck disable=SC2086
    echo "$1 $flags -fsanitize=thread -c -o $out/$1-$(object "$f") $f"
  done < "$out/list" | xargs -P "${JOBS:-2}" -d '\n' -I{} bash -c '{}'
  ar rcs "$out/$1.a" "$out/$1"-*.o
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
  core $cc
  link $cc $cc "$out/$cc.a"
  "$out/$cc" 4 > "$out/answer" 2>&1 || { tail -n 30 "$out/answer"; exit 1; }
  [ -z "$alone" ] || [ "$alone" = "$(cat "$out/answer")" ] || { echo "$cc answers otherwise"; exit 1; }
  alone=$(cat "$out/answer")
  red "$cc, a shared report" "$out/$cc" --planted
done
# The library's own fault: a counter at the top of loginlint_check.
sed -e '/^static LL_APART int32_t first_utf8(/,/^}/ s/^    return /    planted++;\n&/' -e 's/^static LL_APART int32_t first_utf8(/static unsigned planted;\n&/' lib/check/check.c > "$out/check.c"
grep -q 'planted++' "$out/check.c" || { echo "nothing was planted"; exit 1; }
cp "$out/gcc.a" "$out/broken.a"
# shellcheck disable=SC2086
gcc $flags -fsanitize=thread -c -o "$out/gcc-check-check.o" "$out/check.c"
ar rs "$out/broken.a" "$out/gcc-check-check.o" 2> /dev/null
link gcc broken "$out/broken.a"
red 'a counter in the library' "$out/broken" 4
echo "threads: 8 threads, 4 rounds of every call$note, gcc and clang: no race, one answer ($alone); 3 planted failures found"
