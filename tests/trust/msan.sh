#!/bin/bash
# SPDX-License-Identifier: MIT
# msan.sh - no answer depends on memory that nobody wrote: the shared and hostile cases (tests/transcript.c) and the fuzz seeds,
# finds and damaged ones (tests/fuzz/replay.c) under clang's memory sanitizer, which sees every branch on such a byte.
#
# Planted, each must turn it red: a check that does not begin with an empty pool, digits that are not cleared.
set -eu
cd "$(dirname "$0")/../.."
clang=$(for v in -19 -22 -20 -21; do command -v "clang$v" && break; done) || { echo "no clang 19 or later"; exit 77; }
make --no-print-directory -s build/fuzz/seeds build/tests/transcript > /dev/null
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
flags='-std=c11 -D_GNU_SOURCE -O1 -g -fsanitize=memory -fsanitize-memory-track-origins -fno-sanitize-recover=all -Iinclude -Ilib -Itests/trust -Itests/fuzz'
export MSAN_OPTIONS=halt_on_error=1:exit_code=77
# shellcheck disable=SC2086
{ for f in $(lib/sources) tests/transcript.c; do echo "$f -o $out/$(basename "$f" .c).o"; done
  echo "tests/fuzz/replay.c -fsanitize-coverage=trace-pc-guard -o $out/replay.o"; } | xargs -P "${JOBS:-2}" -I{} sh -c "$clang $flags -c {}"
library() { for f in $(lib/sources); do echo "$out/$(basename "$f" .c).o"; done; }
link() { # NAME
  # shellcheck disable=SC2046
  "$clang" -fsanitize=memory -o "$out/$1" "$out/$1.o" $(library)
}
link transcript
link replay
python3 tests/cases.py "$out/transcript" > "$out/cases" || { tail "$out/cases"; exit 1; }
"$out/replay" -n 500 $(ls -d build/fuzz/seeds/* tests/fuzz/found/* | grep -v '/icu$') > "$out/replayed" 2>&1 || { tail -n 30 "$out/replayed"; exit 1; }
planted() { # FILE SED-EXPRESSION
  sed "$2" "lib/$1.c" > "$out/planted.c"
  ! cmp -s "lib/$1.c" "$out/planted.c" || { echo "nothing was planted: $2"; exit 1; }
  object=$out/$(basename "$1").o
  cp "$object" "$out/kept"
  # shellcheck disable=SC2086
  "$clang" $flags -c "$out/planted.c" -o "$object"
  link transcript
  code=0
  "$out/transcript" tests/cases/check.tsv > "$out/red" 2>&1 || code=$?
  { [ $code = 77 ] && grep -q 'use-of-uninitialized-value' "$out/red"; } || { echo "not found: $2"; exit 1; }
  mv "$out/kept" "$object"
}
planted check/check 's/check->found = check->pool = 0;/check->found = 0;/'
planted check/digits 's/__builtin_memset(number, 0, sizeof \*number);//'
echo "msan: $(tail -n 1 "$out/cases"), $(tail -n 1 "$out/replayed" | sed "s/;.*//"), nothing read that nobody wrote; 2 planted failures found"
