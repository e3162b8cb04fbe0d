#!/bin/bash
# SPDX-License-Identifier: MIT
# proof.sh [FILE...] - Frama-C (WP and RTE, by z3 and cvc4) proves the contracts of tests/proof/FILE.acsl (all of them) for FILE.c of lib/:
# every goal must be proved, and the function that a twin breaks must have a goal that is not.
#
# What a twin leaves as it was has been proved in the same run, and is not proved again (the cache).
# Out: a line a file, the functions without a contract with the reason, and one line of figures.
set -eu
cd "$(dirname "$0")/../.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
export WHY3CONFIG=$out/why3.conf
why3 config detect -C "$WHY3CONFIG" > /dev/null 2>&1 || why3 config detect > /dev/null 2>&1
[ $# -gt 0 ] || set -- $(cd tests/proof && ls *.acsl | sed 's/\.acsl$//; /^common$/d')

prove() { # FILE TWIN OPTION FUNCTIONS [GOALS]: adds to `proved` and `total`
  local some all
  python3 tests/proof/contracts.py "$1" ${2:+"$2"} > "$out/$1.c"
  timeout 2400 frama-c -cpp-extra-args="-I$PWD/lib -I$PWD/include" -c11 -machdep gcc_x86_64 -wp -wp-rte $3 -wp-fct "$4" ${5:+-wp-prop="$5"} \
    -wp-no-init-const -wp-definitions-terminate -wp-prover z3,cvc4 -wp-timeout 60 -wp-par 2 -wp-cache update -wp-cache-dir "$out/cache" \
    "$out/$1.c" > "$out/log" 2>&1 || { tail -n 20 "$out/log" >&2; exit 1; }
  read -r some all < <(sed -n 's/.*Proved goals: *\([0-9]*\) *\/ *\([0-9]*\).*/\1 \2/p' "$out/log")
  [ "${all:-0}" -gt 0 ] || { echo "proof: $1: no goals of $4"; exit 1; }
  proved=$((proved + some)) total=$((total + all))
  [ "$some" = "$all" ] || [ -n "$2" ] || { grep -F '[Failed]' "$out/log"; echo "proof: $1: $some of $all goals"; exit 1; }
}

goals=0 functions=0 left=0 twins=0
for file; do
  proved=0 total=0 count=0
  while IFS=' ' read -r option list; do
    [ -n "$list" ] || { list=$option; option=; }
    prove "$file" '' "$option" "$list"
    count=$((count + $(tr ',' '\n' <<< "$list" | wc -l)))
  done < <(python3 tests/proof/contracts.py "$file" --functions)
  goals=$((goals + total)) functions=$((functions + count))
  python3 tests/proof/contracts.py "$file" --without > "$out/without"
  echo "$file.c: $proved of $total goals of $count functions"
  sed 's/^/  without a contract: /' "$out/without"
  left=$((left + $(wc -l < "$out/without")))
  while read -r twin function some; do
    proved=0 total=0
    prove "$file" "$twin" '' "$function" "${some/@all/}"
    [ "$proved" -lt "$total" ] || { echo "$file: broken twin $twin ($function) is proved ($proved of $total)"; exit 1; }
    twins=$((twins + 1))
  done < <(python3 tests/proof/contracts.py "$file" --twins)
done
echo "proof: $goals of $goals goals of $functions functions in $# files ($left functions there have no contract); $twins broken twins stay open"
