#!/bin/sh
# run.sh - the browser tests: headless, then with a window under xvfb for the real Caps Lock key.
# In: build/web with the demo page.  Out: "N passed, M failed" on the last line.
set -u
here=$(dirname "$0")
root=$(cd "$here/../../../.." && pwd)
web=$root/build/web-test
mkdir -p "$web"
cp "$root"/build/web/* "$here/fixture.html" "$web/"
NODE_PATH=$root/build/modules "$root/bindings/js/node_modules/.bin/esbuild" "$here/fixture.js" --bundle --format=esm \
  --target=es2022 --charset=utf8 --log-level=warning --outfile="$web/fixture.js" || exit 1

passed=0 failed=0
tests() { # NAME COMMAND...: runs, and adds what it says at its end
  log=$web/$1.log
  shift
  LOGINLINT_WEB=$web "$@" > "$log" 2>&1
  status=$?
  grep -E '^(# )?latency ' "$log" | sed 's/^# //'
  p=$(sed -n 's/^# pass //p' "$log") f=$(sed -n 's/^# fail //p' "$log")
  [ "$status" = 0 ] || grep -E '^ *not ok|error: |expected: |actual: ' "$log"
  [ "$status" = 0 ] || [ "${f:-0}" != 0 ] || f=1
  passed=$((passed + ${p:-0})) failed=$((failed + ${f:-0}))
}
tests headless node --test --test-concurrency=2 --test-reporter=tap "$here/form.test.mjs" "$here/demo.test.mjs" "$here/latency.test.mjs"
tests headed env LOGINLINT_HEADED=1 xvfb-run -a node --test --test-reporter=tap "$here/caps.test.mjs"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
