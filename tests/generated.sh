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
python3 lib/gen/gen_messages.py "$copy"
for f in packed messages advice; do cmp "$copy/${f}_data.inc" "lib/words/${f}_data.inc"; done
echo "generated: header block, README table, packed sentences"
