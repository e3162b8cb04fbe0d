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
skipped=$(HOSTILE=100000 bindings/cases.sh "$out" units page)
sed -i "$(wc -l < "$out/texts.tsv")q" "$out/expected-keys" # without the batch
echo "js: $(wc -l < "$out/cases.tsv") cases, $skipped with raw bytes left out"

step 'every public function is bound or listed' bindings/bound.sh bindings/js/not-bound bindings/js/engine/build.sh bindings/js/engine/{ask,policy,same}.c bindings/js/src/*.ts
step 'unit tests' node --test bindings/js/tests/package.test.mjs
for engine in js wasm; do
  step "the same answers as C: $engine" transcripts $engine
  step "the same keys as C: $engine" same_keys $engine
done
step 'the package in an empty project' bindings/js/tests/install.sh "$out"
SHOW=40 step 'sizes' node bindings/js/tests/sizes.mjs
for engine in js wasm; do echo "$engine: ns for an ASCII ID, a card, a full-width ID: $(node bindings/js/tests/transcript.mjs $engine --bench)"; done
skipped=0
bindings/js/tests/browser/run 2>&1 | tee "$out/browser.log" || true
counts=$(grep -E '^[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$' "$out/browser.log" | tail -n 1)
if [ -n "$counts" ]; then
  set -- $counts
  passed=$((passed + $1)) failed=$((failed + $3)) skipped=$5
else failed=$((failed + 1)); fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
