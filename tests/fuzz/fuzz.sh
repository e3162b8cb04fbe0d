#!/bin/bash
# SPDX-License-Identifier: MIT
# fuzz.sh - every fuzz target on its seeds, on every past find (tests/fuzz/found/), and on damaged ones from a fixed start
# (ROUNDS of each).
#
# With ASan, UBSan and a budget of steps for each call; what the library wrote as JSON is parsed back by python's parser.
# Planted failures (overlapping fixes, a budget too small, JSON that is none, with the companion a profile's answer that is
# not stable) must each turn it red.
set -eu
cd "$(dirname "$0")/../.."
seeds=() plants='1 2 3'
for d in build/fuzz/seeds/*; do [ "${d##*/}" = icu ] || seeds+=("$d"); done
if [ -e build/fuzz/icu ]; then
  seeds+=(build/fuzz/seeds/icu)
  plants='1 2 3 4'
else
  echo "SKIPPED the companion, built without libicu"
fi
for d in tests/fuzz/found/*/; do { [ "$d" = tests/fuzz/found/icu/ ] && [ ! -e build/fuzz/icu ]; } || seeds+=("${d%/}"); done
for plant in $plants; do
  if build/fuzz/replay -n 20 -p $plant "${seeds[@]}" > /dev/null 2>&1; then
    echo "planted failure $plant was not found"
    exit 1
  fi
done
(cd build/fuzz && ./replay -n "${ROUNDS:-1000}" -j objects.json "${seeds[@]/#/../../}")
python3 - build/fuzz/objects.json <<'PY'
import json, sys

def once(pairs):
    assert len(dict(pairs)) == len(pairs), "a name twice"
    return dict(pairs)

objects = 0
with open(sys.argv[1], "rb") as lines:
    for line in lines:
        o = json.loads(line.decode("utf-8"), object_pairs_hook=once)
        assert o["verdict"] in ("fail", "ask", "incomplete", "fixed", "pass") and isinstance(o["valid"], bool), line
        for d in o["diagnostics"]:
            for unit in ("byte", "utf16", "char"):
                a, b = d["span"][unit]
                assert 0 <= a <= b, line
            assert d["message"] and d["severity"] in ("error", "warning", "info"), line
        objects += 1
try:
    json.loads('{"a":1,"a":2}', object_pairs_hook=once)
    sys.exit("the parser takes a name twice")
except AssertionError:
    pass
print("%d JSON objects parsed back" % objects)
PY
