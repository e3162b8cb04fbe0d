#!/bin/bash
# SPDX-License-Identifier: MIT
# count.sh BENCH [--update] - instructions of one check per workload, by callgrind (of `type...`: of all the keys of one
# value); compares with tests/bench/counts.tsv and shows a rise of over 3 %.
set -eu
cd "$(dirname "$0")/../.."
bench=$1
counts=tests/bench/counts.tsv
new=$(mktemp)
trap 'rm -f "$new" "$new.out"' EXIT
for w in $("$bench" --names); do
  from=loginlint_check
  case $w in *+) from=run_check ;; esac # with the candidates
  valgrind --tool=callgrind --toggle-collect=$from --callgrind-out-file="$new.out" "$bench" --one "$w" > /dev/null 2>&1
  total=$(awk '/^(summary|totals):/ { print $2; exit }' "$new.out")
  printf '%s\t%s\n' "$w" $((total / 1000)) >> "$new"
done
if [ "${2:-}" = --update ]; then
  { echo "# workload, instructions of one call: gcc -O2, x86-64; make bench compares, tests/bench/count.sh BENCH --update rewrites"; cat "$new"; } > $counts
fi
awk -F'\t' 'NR == FNR { old[$1] = $2; next } { rise = old[$1] ? ($2 / old[$1] - 1) * 100 : 0;
  printf "%-7s %7d instructions (committed %7d, %+.1f %%)%s\n", $1, $2, old[$1], rise, (rise > 3 ? "  ROSE" : "") }' $counts "$new"
