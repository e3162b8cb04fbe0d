#!/bin/bash
# SPDX-License-Identifier: MIT
# abi.sh [--record] - what a program that was linked yesterday relies on is still there: the exported functions, where
# every member of every public record lies, and every number with its macro and its name.
#
# In: tests/abi/1.0, what version 1.0 promises and nobody writes again; tests/abi/{symbols,layout,codes}, what was added to it since; the library, the header and the .def files as they are.  Out: status 1
# when a line of the committed files is gone or says something else.  What is new is listed and passes: --record adds it.
# (The severity of a code is not part of its number.)
set -eu
cd "$(dirname "$0")/../.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
sort() { LC_ALL=C command sort "$@"; }

cc -std=c11 -o "$out/gen_layout" lib/gen/gen_layout.c
nm -D --defined-only build/libloginlint.so.1 | awk '$2 == "T" { print $NF }' | sed 's/@.*//' | sort > "$out/symbols"
cc -std=c11 -Iinclude -o "$out/more" tests/abi/layout_more.c
{ "$out/gen_layout"; "$out/more"; } | sort -u > "$out/layout"
build/gen_constants tsv | cut -f1-4 | sort > "$out/codes"

# COMMITTED NOW: lines that were promised and are gone.
gone() { comm -23 <(sort "$1") <(sort "$2"); }

if [ "${1:-}" = --record ]; then
  for part in symbols layout codes; do
    touch "tests/abi/$part"
    sort -u "tests/abi/$part" "$out/$part" > "$out/merged" && cp "$out/merged" "tests/abi/$part"
  done
fi

bad=0
frozen=$(cat tests/abi/1.0/symbols tests/abi/1.0/layout tests/abi/1.0/codes tests/abi/1.0/libloginlint.abi | sha256sum | cut -c1-32)
[ "$frozen" = 2d3e570fb942dac1c09310f78029850a ] || { echo 'tests/abi/1.0 was changed: it is what version 1.0 promised'; bad=1; }
for part in symbols layout codes; do
  lost=$(gone "tests/abi/1.0/$part" "$out/$part")
  [ -z "$lost" ] || { echo "$part of 1.0, gone or changed:"; echo "$lost" | sed 's/^/  /'; bad=1; }
  [ "$(wc -l < "tests/abi/$part")" -gt 30 ] || { echo "tests/abi/$part: too short to promise anything"; exit 1; }
  lost=$(gone "tests/abi/$part" "$out/$part")
  [ -z "$lost" ] || { echo "$part, gone or changed:"; echo "$lost" | sed 's/^/  /'; bad=1; }
  new=$(gone "$out/$part" "tests/abi/$part" | wc -l)
  [ "$new" = 0 ] || echo "$part: $new new, not recorded yet (make abi-record)"
done
# Two numbers of one name, or two names of one number, in what is promised.
twice=$(cut -f1,2 tests/abi/codes | sort | uniq -d; cut -f1,4 tests/abi/codes | sort | uniq -d)
[ -z "$twice" ] || { echo "recorded twice: $twice"; bad=1; }
[ "$bad" = 0 ] || exit 1

# Planted: a function left out, a member moved, a record grown, a code renumbered, one renamed, one removed.
planted() { # PART SED-SCRIPT
  sed "$2" "$out/$1" > "$out/planted"
  ! cmp -s "$out/$1" "$out/planted" || { echo "the failure planted in $1 ($2) changes nothing"; exit 1; }
  [ -n "$(gone "tests/abi/1.0/$1" "$out/planted")" ] || { echo "the failure planted in $1 ($2) was not found"; exit 1; }
}
tab=$(printf '\t')
planted symbols '/^loginlint_check$/d'
planted layout "s/^\(REPORT${tab}verdict${tab}\)[0-9]*/\199/"
planted layout "s/^\(REPORT${tab}-${tab}0${tab}\)[0-9]*/\199/"
planted codes "s/^\(CODE${tab}\)20${tab}/\1199${tab}/"
planted codes "s/${tab}caps-lock\$/${tab}caps-lock-on/"
planted codes "/^CODE${tab}1${tab}/d"
echo "abi: $(wc -l < tests/abi/symbols) functions, $(wc -l < tests/abi/layout) members, $(wc -l < tests/abi/codes) numbers as recorded, those of 1.0 ($(cat tests/abi/1.0/symbols tests/abi/1.0/layout tests/abi/1.0/codes | wc -l)) among them; 6 planted failures found"
