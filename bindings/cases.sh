#!/bin/bash
# cases.sh - the shared and 10,000 hostile cases for a binding, and what C answers to them.
# usage: cases.sh OUT [bytes]   writes OUT/cases.tsv and OUT/expected, prints how many cases it left out
# bytes: leave out lone surrogates, for a language whose strings are bytes.
set -euo pipefail
mkdir -p "$1"
build/tests/transcript --hostile 10000 > "$1/hostile.tsv"
cat tests/cases/check*.tsv "$1/hostile.tsv" | grep -v '^#' > "$1/all.tsv"
awk -F '\t' -v bytes="${2:-}" '{ t = $5; gsub(/\\\\/, "", t) } bytes == "" || t !~ /\\u[Dd][89A-Fa-f]/' "$1/all.tsv" > "$1/cases.tsv"
build/tests/transcript "$1/cases.tsv" > "$1/expected"
[ -s "$1/expected" ]
echo $(($(wc -l < "$1/all.tsv") - $(wc -l < "$1/cases.tsv")))
