#!/bin/bash
# SPDX-License-Identifier: MIT
# check.sh - the package: unit tests, both engines against C on the shared and 100,000 hostile cases, the
# packed package in an empty project, sizes, the form helper in a browser. Run from the root; the last line counts.
set -euo pipefail
out=$PWD/build/js
mkdir -p "$out"
passed=0 failed=0 skipped=0
step() { # NAME COMMAND...
  local name=$1
  shift
  if "$@" > "$out/step.log" 2>&1; then passed=$((passed + 1)); echo "ok      $name"; tail -n "${SHOW:-0}" "$out/step.log"
  else failed=$((failed + 1)); echo "FAILED  $name"; tail -n 60 "$out/step.log"; fi
}
transcripts() { # ENGINE: the same lines as C
  node bindings/js/tests/transcript.mjs "$1" "$out/cases.tsv" > "$out/$1.out"
  diff "$out/expected" "$out/$1.out"
  [ "$(wc -l < "$out/$1.out")" -gt 80000 ]
}
same_keys() { # ENGINE: the same keys as C, 32 sets of differences in turn
  node bindings/js/tests/transcript.mjs "$1" --keys "$out/texts.tsv" > "$out/$1.keys"
  diff "$out/expected-keys" "$out/$1.keys"
  [ "$(wc -l < "$out/$1.keys")" -gt 80000 ]
}
build/tests/transcript --hostile 100000 > "$out/hostile.tsv"
# A string holds no raw bytes.
cat tests/cases/check*.tsv "$out/hostile.tsv" | grep -v '^#' > "$out/all.tsv"
awk -F '\t' '{ t = $5; gsub(/\\\\/, "", t) } t !~ /\\x/' "$out/all.tsv" > "$out/cases.tsv"
build/tests/transcript --causes "$out/cases.tsv" | sed 's/\t[0-9]*$//' > "$out/expected" # without the number of unsaid causes
awk -F '\t' '{ t = $5; gsub(/\\\\/, "", t) } t !~ /\\u[Dd][89A-Fa-f]/' "$out/cases.tsv" > "$out/texts.tsv"
build/tests/transcript --keys "$out/texts.tsv" | sed -n "1,$(wc -l < "$out/texts.tsv")p" > "$out/expected-keys"
skipped=$(($(wc -l < "$out/all.tsv") - $(wc -l < "$out/cases.tsv")))
echo "js: $(wc -l < "$out/cases.tsv") cases, $skipped with raw bytes left out"

step 'every public function is bound or listed' bindings/bound.sh bindings/js/not-bound bindings/js/engine/build.sh bindings/js/engine/{ask,policy,same}.c bindings/js/src/*.ts
step 'unit tests' node --test bindings/js/tests/package.test.mjs
for engine in js wasm; do
  step "the same answers as C: $engine" transcripts $engine
  step "the same keys as C: $engine" same_keys $engine
done
step 'the package in an empty project' bindings/js/tests/install.sh "$out"
SHOW=40 step 'sizes' node bindings/js/tests/sizes.mjs
mkdir -p build/bindings
cases=$(wc -l < "$out/expected")
for engine in js wasm; do
  wrong=$(diff "$out/expected" "$out/$engine.out" | grep -c '^>' || true)
  ns=$(node bindings/js/tests/transcript.mjs $engine --bench)
  echo "$engine: ns for an ASCII ID, a card, a full-width ID: $ns"
  printf '%s\t%s\t%s\t%s\t%s\n' "javascript-$engine" "$cases" "$((cases - wrong))" "$skipped" "${ns%% *}" > "build/bindings/javascript-$engine.txt"
done
skipped=0
bindings/js/tests/browser/run 2>&1 | tee "$out/browser.log" || true
counts=$(grep -E '^[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$' "$out/browser.log" | tail -n 1)
if [ -n "$counts" ]; then
  set -- $counts
  passed=$((passed + $1)) failed=$((failed + $3)) skipped=$5
else failed=$((failed + 1)); fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
