#!/bin/bash
# sizes.sh - code and tables at -Os for this machine, feature by feature; fails when a bound is passed.
set -eu
cd "$(dirname "$0")/.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
for f in $(lib/sources); do
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
sum 24576 "core: text, policy, check" utf characters chartab fold resolve parse character_set properties values scan login_id password card digits separators composition report
sum 1504 "entry points, appending a finding, wiping" check findings wipe
sum 3456 "the short way for plain values" fast_path
sum 5632 "keyboard findings: script, layouts, case" script layouts caps_lock
sum 6144 "e-mail" email
sum 3200 "context strings, printing and the lenient reading of a policy" context print parse_lenient
sum 65536 "leaves: candidates, words, JSON, presets, preflight" rank pool input_methods letter_case romaji kana hangul letters sentence sentences_en sentences_ja message cause_words describe names report_json presets preflight service calendar advice packed tag fix writer json_writer
for left in "$out"/*.o; do
  [ -e "$left" ] && { echo "in no list: $left"; status=1; }
done
echo "sizes: $total bytes in all"
exit $status
