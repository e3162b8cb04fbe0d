#!/bin/sh
# generated.sh - what is generated and committed is what the generators give.
set -eu
cd "$(dirname "$0")/.."
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
make -s build/gen_constants
cp include/loginlint.h "$copy/header"
build/gen_constants header | lib/gen/splice "$copy/header" 'names.def by `make constants`: begin' 'generated: end'
cmp "$copy/header" include/loginlint.h
cp README.md "$copy/readme"
build/gen_constants readme | lib/gen/splice "$copy/readme" 'codes: begin' 'codes: end'
cmp "$copy/readme" README.md
python3 lib/gen/gen_words.py check
echo "generated: header block, README table, sentences"
