#!/bin/bash
# SPDX-License-Identifier: MIT
# runtimes.sh - the built package in Node, Bun, Deno and a worker: the answers of C on the shared cases, both engines.
# In: bindings/js/dist, build/tests/transcript.  Out: what each is, "N passed, N failed, N skipped".  Run from the root.
set -u
out=build/js/runtimes
mkdir -p "$out"
npm install --silent --no-audit --no-fund --prefix "$out" bun deno || { echo '0 passed, 0 failed, 1 skipped'; exit 0; }
bin=$out/node_modules/.bin
HOSTILE=0 bindings/cases.sh "$out" units page > "$out/left"
[ "$(wc -l < "$out/expected")" -gt 200 ] || { echo 'no cases'; exit 1; }
cat > "$out/worker.mjs" <<'JS'
// In a worker: one check of each entry.
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url))
  worker.on('message', (text) => { console.log(text); worker.terminate() })
} else {
  const dist = '../../../bindings/js/dist/'
  const { check, ja } = await import(dist + 'index.mjs')
  const { preflight } = await import(dist + 'preflight.mjs')
  await import(dist + 'lazy.mjs')
  await import(dist + 'element.mjs')
  parentPort.postMessage([check('pin', '１２３４', { lang: ja }).text, preflight('lock-after: 2', 'failures: 1').advice[0].code].join())
}
JS
passed=0 failed=0
try() { # NAME COMMAND...
  local name=$1
  shift
  if "$@" > "$out/log" 2>&1; then passed=$((passed + 1)); echo "ok      $name"; else failed=$((failed + 1)); echo "FAILED  $name"; tail -n 12 "$out/log"; fi
}
same() { "$@" bindings/js/tests/transcript.mjs "$engine" "$out/cases.tsv" > "$out/got" && diff "$out/expected" "$out/got"; }
worker() { "$@" "$out/worker.mjs" > "$out/got" && [ "$(cat "$out/got")" = 1234,last-try ]; }
for run in node "$bin/bun" "$bin/deno run --allow-read --allow-env"; do
  name=$(basename "${run%% *}") version=$(${run%% *} --version | head -n 1)
  for engine in js wasm; do try "$name ($version): $engine, $(wc -l < "$out/expected") cases" same $run; done
  try "$name: in a worker" worker $run
done
echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" = 0 ]
