#!/bin/bash
# compare.sh - holds a binding's transcript against C's, byte for byte, and writes its row of the table.
# usage: compare.sh NAME OUT SKIPPED NS   reads OUT/expected and OUT/transcript
set -euo pipefail
cases=$(wc -l < "$2/expected")
[ "$(wc -l < "$2/transcript")" = "$cases" ] || { echo "$1: not as many lines as cases"; exit 1; }
wrong=$(diff "$2/expected" "$2/transcript" | grep -c '^>' || true)
mkdir -p build/bindings
printf '%s\t%s\t%s\t%s\t%s\n' "$1" "$cases" "$((cases - wrong))" "$3" "$4" > "build/bindings/$1.txt"
echo "$1: $cases cases, $((cases - wrong)) passed, $3 skipped, $4 ns a check"
cmp "$2/expected" "$2/transcript"
