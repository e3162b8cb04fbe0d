#!/bin/bash
# SPDX-License-Identifier: MIT
# afl.sh - SECONDS TARGET...: AFL++ on every target, from the seeds and past finds, under ASan, UBSan and the step budgets.
#
# In: build/afl/afl-TARGET, build/fuzz/seeds, tests/fuzz/found, the dictionary.  Out: a line a target, then one of figures.
# A crash or a hang goes to build/fuzz/found/TARGET/ and fails; what AFL++ keeps as new is run again by build/fuzz/replay,
# which is built by another compiler.  Planted: a broken law and a budget too small, each from one plain seed, must be found.
set -eu
cd "$(dirname "$0")/../.."
seconds=$1
shift
# A shared machine: no demands on its core pattern and governor; a hang is a matter of steps, so the clock is patient.
export AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_SKIP_CPUFREQ=1 AFL_NO_UI=1 AFL_NO_AFFINITY=1 AFL_FAST_CAL=1 AFL_HANG_TMOUT=10000
b=build/afl

fuzz() { # SECONDS IN OUT PROGRAM [PLANT]
  rm -rf "$3"
  nice afl-fuzz -V "$1" -G 2048 -t 5000 -x tests/fuzz/dictionary -i "$2" -o "$3" -- "${@:4}" > "$3.log" 2>&1 || { tail -20 "$3.log"; exit 1; }
}
figure() { awk -v name="$2" '$1 == name { print $3 + 0 }' "$1/default/fuzzer_stats"; }

rm -rf $b/plain
mkdir -p $b/plain
printf '0\n\n\nabc' > $b/plain/seed
for plant in law steps; do
  AFL_BENCH_UNTIL_CRASH=1 fuzz "$((seconds < 30 ? 30 : seconds))" $b/plain $b/plant-$plant $b/afl-check $plant
  [ "$(figure $b/plant-$plant saved_crashes)" -gt 0 ] || { echo "planted failure $plant was not found"; exit 1; }
done

again=()
for d in build/fuzz/seeds/*; do [ "${d##*/}" = icu ] && [ ! -e $b/icu ] || again+=("$d"); done
all=0 edges=0 of=0 crashes=0 hangs=0
for t in "$@"; do
  rm -rf "$b/in/$t"
  mkdir -p "$b/in/$t"
  for d in "build/fuzz/seeds/$t" "tests/fuzz/found/$t"; do [ ! -d "$d" ] || cp "$d"/* "$b/in/$t/"; done
  out=$b/out/$t
  mkdir -p $b/out
  fuzz "$seconds" "$b/in/$t" "$out" "$b/afl-$t"
  for kind in crashes hangs; do
    for f in "$out/default/$kind"/id*; do
      [ -e "$f" ] || continue
      mkdir -p "build/fuzz/found/$t"
      cp "$f" "build/fuzz/found/$t/afl-$kind-$(sha1sum < "$f" | cut -c1-12)"
    done
  done
  echo "$t: $(figure "$out" execs_done) runs, $(figure "$out" execs_per_sec) a second, edges $(figure "$out" edges_found) of $(figure "$out" total_edges)," \
    "$(figure "$out" corpus_found) inputs kept, stable $(figure "$out" stability) %, $(figure "$out" saved_crashes) crashes, $(figure "$out" saved_hangs) hangs"
  all=$((all + $(figure "$out" execs_done))) edges=$((edges + $(figure "$out" edges_found))) of=$((of + $(figure "$out" total_edges)))
  crashes=$((crashes + $(figure "$out" saved_crashes))) hangs=$((hangs + $(figure "$out" saved_hangs)))
  rm -rf "$b/kept/$t"
  mkdir -p "$b/kept/$t"
  find "$out/default/queue" -maxdepth 1 -name 'id*' ! -name '*,orig:*' | sort | tail -n 2000 | xargs -r cp -t "$b/kept/$t"
  [ -z "$(ls "$b/kept/$t")" ] || again+=("$b/kept/$t")
done
kept=$(find $b/kept -type f | wc -l)
(cd $b && ../fuzz/replay -n 0 "${again[@]/#/../../}") > $b/replay.log 2>&1 || { tail $b/replay.log; exit 1; }
echo "AFL++ $(afl-fuzz -h 2>&1 | grep -o '++[0-9][0-9.a-z]*' | tr -d + | head -n 1): $# targets, $seconds s each: $all runs, edges $edges of $of, $crashes crashes, $hangs hangs; $kept inputs run again by clang's build; planted law and budget found in" \
  "$(figure $b/plant-law run_time) and $(figure $b/plant-steps run_time) s"
[ $((crashes + hangs)) = 0 ] || { echo "see build/fuzz/found"; exit 1; }
