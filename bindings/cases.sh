#!/bin/bash
# SPDX-License-Identifier: MIT
# cases.sh - the shared and HOSTILE (10,000) hostile cases for a binding, and what C answers to them; those that every string holds, and their keys and one batch.
# usage: cases.sh OUT [bytes] [units] [causes] [page]   writes OUT/cases.tsv and OUT/expected, OUT/texts.tsv and OUT/expected-keys, prints how many cases it left out
# bytes: leave out lone surrogates, for a language whose strings are bytes; units: raw bytes, where they are UTF-16.  causes: the binding prints them, with and without candidates;
# page: with candidates, and not how many are unsaid.
set -euo pipefail
mkdir -p "$1"
out=$1 not='' causes='' columns=1-
for word in "${@:2}"; do
  case $word in bytes) not+="${not:+|}[\\\\\\\\]u[Dd][89A-Fa-f]" ;; units) not+="${not:+|}[\\\\\\\\]x" ;; causes) causes=--causes-both ;; page) causes=--causes columns=1-10 ;; *) echo "cases.sh: $word?" >&2; exit 2 ;; esac
done
build/tests/transcript --hostile "${HOSTILE:-10000}" > "$out/hostile.tsv"
cat tests/cases/check*.tsv tests/cases/causes.tsv "$out/hostile.tsv" | grep -v '^#' > "$out/all.tsv"
awk -F '\t' -v not="$not" '{ t = $5; gsub(/\\\\/, "", t) } not == "" || t !~ not' "$out/all.tsv" > "$out/cases.tsv"
build/tests/transcript $causes "$out/cases.tsv" | cut -f "$columns" > "$out/expected"
awk -F '\t' '{ t = $5; gsub(/\\\\/, "", t) } t !~ /[\\](x|u[Dd][89A-Fa-f])/' "$out/all.tsv" > "$out/texts.tsv"
build/tests/transcript --keys "$out/texts.tsv" > "$out/expected-keys"
[ -s "$out/expected" ] && [ -s "$out/expected-keys" ]
echo $(($(wc -l < "$out/all.tsv") - $(wc -l < "$out/cases.tsv")))
