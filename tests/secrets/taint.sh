#!/bin/bash
# SPDX-License-Identifier: MIT
# taint.sh - no byte of a secret flows into a sentence, unrevealed JSON or a finding: clang's data-flow sanitizer
# (tests/secrets/taint.c), SECRETS random passwords and PINs each (default 20000).
#
# Planted, each must turn it red: the JSON that reveals, which must carry the label every time, and a library whose
# findings keep the character of a secret.
set -eu
cd "$(dirname "$0")/../.."
clang=$(for v in -19 -22 -20 -21; do command -v "clang$v" && break; done) || { echo "no clang 19 or later"; exit 77; }
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
flags='-std=c11 -D_GNU_SOURCE -O1 -g -fsanitize=dataflow -mllvm -dfsan-combine-pointer-labels-on-load=false -Iinclude -Ilib'
# shellcheck disable=SC2086
for f in $(lib/sources) tests/secrets/taint.c; do echo "$f"; done | xargs -P "${JOBS:-2}" -I{} sh -c "$clang $flags -c {} -o $out/\$(basename {} .c).o"
link() { "$clang" -fsanitize=dataflow -o "$out/taint" "$out"/*.o; }
link
said=$("$out/taint" "${SECRETS:-20000}") || { echo "$said"; exit 1; }
code=0
"$out/taint" --planted > "$out/revealed" || code=$?
[ "$code" = 1 ] || { cat "$out/revealed"; echo "what is revealed is not found"; exit 1; }
sed 's/argument = check->secret ? 0 : /argument = /' lib/check/report.c > "$out/report.c"
! cmp -s lib/check/report.c "$out/report.c" || { echo "nothing was planted"; exit 1; }
# shellcheck disable=SC2086
"$clang" $flags -c "$out/report.c" -o "$out/report.o"
link
if "$out/taint" 2000 > "$out/kept"; then echo "a finding that keeps a character is not found"; exit 1; fi
grep -q "a finding's argument" "$out/kept" || { cat "$out/kept"; exit 1; }
echo "taint: $said, no byte of a secret in any; $(tail -n 1 "$out/revealed" | sed 's/.*, //') that reveal all found; 2 planted failures found"
