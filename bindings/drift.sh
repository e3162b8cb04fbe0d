#!/bin/bash
# SPDX-License-Identifier: MIT
# drift.sh - the same rule string in the page and on the server: the JavaScript engines and Python answer every shared case alike.
#
# In: bindings/js/dist (`make js`), the wheel as it is now.  Out: a line, and status 1 at the first case that differs.  Planted: a
# case that is told other rules on one side must be found.
set -euo pipefail
cd "$(dirname "$0")/.."
js=${LOGINLINT_JS:-bindings/js/tests/transcript.mjs} python=build/python/clean/bin/python out=build/drift
mkdir -p $out
make -s python && { [ -x $python ] || python3 -m venv build/python/clean; } && build/python/clean/bin/pip install -q --force-reinstall build/python/*.whl pytest
make -s build/tests/transcript && HOSTILE=0 bindings/cases.sh $out units page > $out/left
server() { # FILE: as the transcript of a page, without how many causes are unsaid
  PYTHONPATH=bindings/python/tests $python -c 'import sys, test_loginlint as t
for row in open(sys.argv[1], encoding="ascii"): print("\t".join(t.line(row.rstrip("\n").split("\t")).split("\t")[:10]))' "$1"
}
server $out/cases.tsv > $out/python
for engine in js wasm; do
  node "$js" $engine $out/cases.tsv > $out/$engine
  diff $out/python $out/$engine || { echo "drift: $engine answers otherwise than Python"; exit 1; }
done
awk -F '\t' -v OFS='\t' 'NR == 1 { $3 = "digits: 6"; $2 = "pin" } 1' $out/cases.tsv > $out/other.tsv
server $out/other.tsv > $out/planted
if cmp -s $out/planted $out/js; then echo 'drift: other rules were not noticed'; exit 1; fi
echo "drift: $(wc -l < $out/cases.tsv) cases, JavaScript, WebAssembly and Python answer alike; 1 planted difference found"
