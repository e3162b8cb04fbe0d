#!/bin/bash
# SPDX-License-Identifier: MIT
# coverage.sh - lines, branches and MC/DC of lib/ under the whole suite (clang 19 or later).
#
# Out: a table by file and the totals.  What no test can show (a line, a value of a condition, a condition that never decides by
# itself) stands in tests/trust/coverage.exempt with its reason (gaps.py); what is there and shown, or gone, fails.  What nobody has
# judged yet is printed with its place, and there may be no more of it than coverage.floor says: code may move, but not lose tests.
# Decisions that the compiler cannot follow (a comparison around a nested one) are counted apart and listed in
# build/coverage/unfollowed; tests/trust/coverage.floor holds the totals (lines, branches, MC/DC in percent, unfollowed, not judged).
# Planted failures: one program alone must cover less, and one gap more that nobody judged must be seen.
set -eu
cd "$(dirname "$0")/../.."
v=
for candidate in 19 22 20 21; do command -v clang-$candidate > /dev/null && v=$candidate && break; done
[ -n "$v" ] || { echo "clang 19 or later is not installed"; exit 77; }
b=build/coverage
mkdir -p $b
flags="-O0 -g -fprofile-instr-generate -fcoverage-mapping -fcoverage-mcdc"
make --no-print-directory -s -j2 BUILD=$b CC=clang-$v CFLAGS="$flags" programs $b/fuzz/seeds > $b.log 2>&1 || { tail $b.log; exit 1; }
for f in $(lib/sources); do clang-$v -std=c11 -ffreestanding -Iinclude -Ilib $flags -c -o /dev/null "$f"; done 2>&1 | grep -o '^lib/[^ ]*: warning: unsupported MC/DC' | sort -u > $b/unfollowed || true
mapfile -t files < <(lib/sources)
unfollowed=$(wc -l < $b/unfollowed)
clang-$v -std=c11 -D_GNU_SOURCE -Iinclude -Itests/trust -Itests/fuzz $flags -o $b/replay tests/fuzz/replay.c $b/libloginlint.a
rm -rf $b/raw
mkdir -p $b/raw
export LLVM_PROFILE_FILE=$PWD/$b/raw/%2m.profraw # all runs of a program are added up in two files
for t in $b/tests/check_*; do $t > $b/log 2>&1 || { cat $b/log; exit 1; }; done
$b/tests/trust/exhaustive -l 2 -s 101 -j 1 > $b/log
(cd $b && ./replay -n 1000 $(ls -d fuzz/seeds/* ../../tests/fuzz/found/* | grep -v '/icu$')) > $b/log # the companion is no part of the core
# What `make check` asks of the program and of what prints: judged there.
while IFS=$'\t' read -r name kind command _; do
  case $kind:$name:$command in
  check:linear:* | check:*-san/* | check:*check_\**) ;;
  check:*build/loginlint* | check:*build/tests/*) bash -c "${command//build\//$b/}" > $b/log 2>&1 < /dev/null || true ;;
  esac
done < tests/list.tsv
unset LLVM_PROFILE_FILE
objects=()
for o in $b/tests/check_* $b/tests/transcript $b/tests/dump_policy $b/loginlint $b/replay; do objects+=(-object "$o"); done
report() { # raw profiles -> "lines branches mcdc" of lib/
  llvm-profdata-$v merge -o "$1" "${@:2}"
  llvm-cov-$v report $b/tests/trust/exhaustive "${objects[@]}" -instr-profile="$1" --show-branch-summary --show-mcdc-summary --show-region-summary=false \
    "${files[@]}" 2> $b/warnings > "$1.txt"
  awk '$1 == "TOTAL" { gsub("%", ""); print $7, $10, $13 }' "$1.txt"
}
read -r lines branches mcdc <<< "$(report $b/all $b/raw/*.profraw)"
awk '{ print $1, "lines", $7, "branches", $10, "MC/DC", $13 }' $b/all.txt | grep -E '^[a-z_/]+\.c|^lib/|^TOTAL' | column -t
llvm-cov-$v show $b/tests/trust/exhaustive "${objects[@]}" -instr-profile=$b/all --show-branches=count --show-mcdc "${files[@]}" > $b/lines.txt 2> /dev/null
for format in text lcov; do
  llvm-cov-$v export -format=$format $b/tests/trust/exhaustive "${objects[@]}" -instr-profile=$b/all "${files[@]}" > $b/all.$format 2> /dev/null
done
read -r l r m u open < tests/trust/coverage.floor
judged() { python3 tests/trust/gaps.py $b/all.text $b/all.lcov tests/trust/coverage.exempt "$1"; }
justified=$(judged "$open") || { echo "$justified"; exit 1; }
unjudged=$(awk 'END { print $(NF - 2) }' <<< "$justified")
! judged $((unjudged - 1)) > /dev/null || { echo "a gap that nobody judged is not seen"; exit 1; }
few=$(find $b/raw -name '*.profraw' | sort | head -n 1)
read -r planted _ <<< "$(report $b/one "$few")"
awk -v a="$lines" -v b="$planted" 'BEGIN { exit !(b < a) }' || { echo "one program alone covers as much: the figures mean nothing"; exit 1; }
echo "coverage: lines $lines %, branches $branches %, MC/DC $mcdc % of lib/, $unfollowed decisions not followed; ${justified##*gaps: } ($(llvm-cov-$v --version | awk '/version/ { print "llvm " $NF; exit }'))"
awk "BEGIN { exit !($lines >= $l && $branches >= $r && $mcdc >= $m && $unfollowed <= $u) }" || { echo "below the floor of $l, $r, $m, $u"; exit 1; }
