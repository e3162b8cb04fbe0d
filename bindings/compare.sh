#!/bin/bash
# SPDX-License-Identifier: MIT
# compare.sh - holds a binding's transcript against C's, byte for byte, and writes its row of the table.
# usage: compare.sh NAME OUT SKIPPED NS [SENTENCES [BATCH]]   reads OUT/expected and OUT/transcript, with BATCH also OUT/expected-keys and OUT/keys
# NS: of a check of a 16-character ID; SENTENCES: of a check with its causes and their sentences; BATCH: of one such ID in a batch, `-` where
# there are only keys. They are only written down.
set -euo pipefail
cases=$(wc -l < "$2/expected")
[ "$(wc -l < "$2/transcript")" = "$cases" ] || { echo "$1: not as many lines as cases"; exit 1; }
wrong=$(diff "$2/expected" "$2/transcript" | grep -c '^>' || true)
# Of the transcript, with and without candidates (columns 10 and 12 of those that have them).
causes=$(awk -F '\t' '{ for (i = 10; i < NF; i += 2) if ($i != "-") n += split($i, parts, " ") } END { print n + 0 }' "$2/transcript")
mkdir -p build/bindings
printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$cases" "$((cases - wrong))" "$3" "$4" "$causes" "${5:-}" "${6:-}" > "build/bindings/$1.txt"
echo "$1: $cases cases, $((cases - wrong)) passed, $3 skipped, $causes causes, $4 ns a check, ${5:--} with sentences, ${6:--} in a batch"
cmp "$2/expected" "$2/transcript"
case ${6:-} in
'') ;;
-) cmp <(head -n "$(wc -l < "$2/texts.tsv")" "$2/expected-keys") "$2/keys" ;;
*) cmp "$2/expected-keys" "$2/keys" ;;
esac
