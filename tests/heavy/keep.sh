#!/bin/bash
# SPDX-License-Identifier: MIT
# keep.sh TABLE COLUMNS - the newest result of each: rows from standard input take the place of those of TABLE that have the same first COLUMNS
# columns, with the date and the commit behind them.  The first line of TABLE says what its columns are.
set -eu
cd "$(dirname "$0")/../.."
commit=$(git rev-parse --short=7 HEAD)
git diff --quiet HEAD -- . ':!*.tsv' || commit+=+ # of a tree that had changes
rows=$(mktemp)
trap 'rm -f "$rows"' EXIT
awk -F'\t' -v columns="$2" -v behind="$(date +%F)	$commit" '
  function key(  i, k) { for (i = 1; i <= columns; i++) k = k FS $i; return k }
  fed { fresh[key()] = 1; print $0 FS behind; next }
  /^#/ { next }
  !(key() in fresh)' fed=1 - fed= "$1" | sort -V | cat <(head -n 1 "$1") - > "$rows"
cp "$rows" "$1"
