#!/bin/bash
# sizes.sh - code and tables at -Os for this machine, feature by feature; fails when a bound is passed.
set -eu
cd "$(dirname "$0")/.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
for f in lib/*.c; do
  "${CC:-cc}" -std=c11 -ffreestanding -fvisibility=hidden -Os -fno-asynchronous-unwind-tables -Iinclude -Ilib -c "$f" -o "$out/$(basename "$f" .c).o"
done
status=0
total=0
sum() { # BOUND TITLE OBJECT...
  bound=$1 title=$2
  shift 2
  n=0
  for o in "$@"; do
    [ -e "$out/$o.o" ] || continue
    b=$(size "$out/$o.o" | awk 'NR == 2 { print $1 + $2 + $3 }')
    n=$((n + b))
    rm "$out/$o.o"
  done
  total=$((total + n))
  printf '%7d bytes of at most %6d  %s\n' "$n" "$bound" "$title"
  [ "$n" -le "$bound" ] || status=1
}
sum 24576 "core: utf chartab fold policy fields report" utf chartab fold policy policy_parse policy_set policy_words policy_value scan id password card pin number group size report
sum 1504 "entry points, appending a finding, wiping" loginlint diag wipe
sum 3456 "the short way for plain values" plain policy_plain
sum 5632 "keyboard findings: script, layouts, case" script layouts case
sum 6144 "e-mail" email
sum 3200 "context strings, printing and the lenient reading of a policy" context policy_print policy_lenient
sum 65536 "leaves: candidates, words, JSON, presets, preflight" keyboard offer reading casing romaji kana hangul letters message name json preset preflight service calendar advice packed tag fix writer json_writer
for left in "$out"/*.o; do
  [ -e "$left" ] && { echo "in no list: $left"; status=1; }
done
echo "sizes: $total bytes in all"
exit $status
