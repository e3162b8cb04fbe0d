#!/bin/bash
# SPDX-License-Identifier: MIT
# check.sh - unit tests with warnings as errors, the shared and hostile cases against C; the gem installed into
# an empty directory by the README's own commands. Run from the root.
set -euo pipefail
out=$PWD/build/ruby
bindings/bound.sh bindings/ruby/not-bound bindings/ruby/lib/loginlint.rb bindings/ruby/lib/loginlint/library.rb
quietly() { "$@" > "$out/log" 2>&1 || { tail -40 "$out/log"; exit 1; }; }

# The README's own commands and example, from an empty directory.
readme=bindings/ruby/README.md
rm -rf "$out/empty" && mkdir -p "$out/empty"
lib/gen/fence $readme sh 2 > "$out/empty/commands"
lib/gen/fence $readme ruby > "$out/empty/example.rb"
lib/gen/fence $readme text > "$out/empty/expected"
(cd "$out/empty" && export LOGINLINT=${out%/build/ruby} && quietly bash -e commands)
gem=$(echo "$out"/empty/gems/gems/loginlint-*/lib)
ruby -I"$gem" "$out/empty/example.rb" | diff "$out/empty/expected" -

# The installed gem from here on.
ruby -w -I"$gem" -e 'ARGV.each { |file| require file }' "$PWD"/bindings/ruby/tests/test_{loginlint,misuse}.rb > "$out/log" 2>&1 || { cat "$out/log"; exit 1; }
if grep 'bindings/ruby.*warning\|loginlint.*warning' "$out/log"; then exit 1; fi
grep -E '^[0-9]+ runs' "$out/log"
for encoding in utf-8 utf-16 utf-16be; do bindings/scan.py "ruby $encoding" ruby -I"$gem" bindings/ruby/tests/scanned.rb $encoding; done
skipped=$(bindings/cases.sh "$out" causes)
ruby -I"$gem" bindings/ruby/tests/transcript.rb "$out/cases.tsv" > "$out/transcript"
read -r ns sentences < <(ruby -I"$gem" bindings/ruby/tests/transcript.rb --bench)
ruby -I"$gem" bindings/ruby/tests/transcript.rb --keys "$out/texts.tsv" > "$out/keys"
bindings/compare.sh ruby "$out" "$skipped" "$ns" "$sentences" -
