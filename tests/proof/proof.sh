#!/bin/bash
# proof.sh - Frama-C (WP and RTE, by z3 and cvc4) proves the contracts of tests/proof/contracts.py; every goal must be proved,
# and each of the two broken twins must leave some open.
set -eu
cd "$(dirname "$0")/../.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
export WHY3CONFIG=$out/why3.conf
why3 config detect -C "$WHY3CONFIG" > /dev/null 2>&1 || why3 config detect > /dev/null 2>&1
prove() { # [TWIN]: "PROVED TOTAL"
  python3 tests/proof/contracts.py "$@" > "$out/utf.c"
  timeout 200 frama-c -wp -wp-rte -wp-prover z3,cvc4 -wp-timeout 5 -wp-par 2 -machdep gcc_x86_64 "$out/utf.c" > "$out/log" 2>&1 ||
    { tail -n 20 "$out/log" >&2; exit 1; }
  sed -n 's/.*Proved goals: *\([0-9]*\) *\/ *\([0-9]*\).*/\1 \2/p' "$out/log"
}
read -r proved total <<< "$(prove)"
[ "$proved" = "$total" ] && [ "$total" -gt 50 ] || { grep -E 'Timeout|Unknown' "$out/log"; echo "proof: $proved of $total goals"; exit 1; }
for twin in 1 2; do
  read -r p t <<< "$(prove $twin)"
  [ "${p:-0}" -lt "${t:-0}" ] || { echo "broken twin $twin is proved ($p of $t)"; exit 1; }
done
echo "proof: $proved of $total goals of the UTF-8 reader and writer; 2 broken twins stay open"
