#!/bin/bash
# SPDX-License-Identifier: MIT
# reach.sh [--measure] - what each fuzz target reaches of the library, by clang's coverage of the source.
#
# Every target alone runs its seeds, its past finds and a fixed number of damaged ones; reach.tsv says which public function
# and how much of which file (percent of lines) it claims to reach.  Every public function must be in some row.  --measure
# prints rows as measured, to be rounded down by hand.  Planted: targets that do nothing must leave every row red.
set -eu
cd "$(dirname "$0")/../.."
v=
for candidate in 19 22 20 21; do command -v clang-$candidate > /dev/null && v=$candidate && break; done
[ -n "$v" ] || { echo "clang 19 or later is not installed"; exit 77; }
b=build/reach
make --no-print-directory -s FUZZ_CC=clang-$v FUZZ_DIR=$b FUZZ_SAN="-O1 -g" FUZZ_LIBRARY="-fprofile-instr-generate -fcoverage-mapping" \
  FUZZ_HARNESS=-fprofile-instr-generate $b/replay $b/seeds
targets=(check utf16 rules candidates json service explain)
mapfile -t files < <(lib/sources)
files+=(lib/text/wipe.h) # the public functions whose stack is cleared are made by its macros
[ ! -e $b/icu ] || { targets+=(icu); files+=(lib/icu/*.c); }
seeds=()
for d in $b/seeds/* tests/fuzz/found/*; do [ "${d##*/}" = icu ] && [ ! -e $b/icu ] || seeds+=("$PWD/$d"); done
cover() { # NAME TARGET OPTION...: writes $b/NAME.txt
  (cd $b && LLVM_PROFILE_FILE=$1.raw ./replay -t "$2" "${@:3}" "${seeds[@]}" > "$1.log" 2>&1) || { cat "$b/$1.log"; exit 1; }
  llvm-profdata-$v merge -o "$b/$1.prof" "$b/$1.raw"
  llvm-cov-$v report $b/replay -instr-profile="$b/$1.prof" --show-functions "${files[@]}" > "$b/$1.txt"
}
for t in "${targets[@]}"; do
  cover "$t" "$t" -n 2000
  cover "$t-planted" "$t" -n 0 -p 5
done
python3 - "$b" "${1-}" "${targets[@]}" <<'PY'
import re, sys

b, measure, targets = sys.argv[1], sys.argv[2], sys.argv[3:]


def table(name):
    """{public function, or file under lib/: percent of lines}"""
    out, path = {}, ""
    for line in open(f"{b}/{name}.txt"):
        words = line.split()
        if m := re.match(r"File '(?:.*/)?lib/(.*)':", line):
            path = m[1]
        elif len(words) == 10 and words[0] != "Name" and ":" not in words[0]:  # FILE:NAME is static
            out[path if words[0] == "TOTAL" else words[0]] = float(words[6].rstrip("%"))
    return out


reached = {t: table(t) for t in targets}
planted = {t: table(t + "-planted") for t in targets}
public = {name for t in targets for name in reached[t] if re.match(r"loginlint_[a-z]", name)}
if measure:
    for t in targets:
        for name, percent in reached[t].items():
            if percent and ("/" in name or name in public):
                print(t, name, percent, sep="\t")
    sys.exit()
bad, rows, named, red, skipped = [], 0, set(), 0, 0
for line in open("tests/fuzz/reach.tsv"):
    if line.startswith("#") or not line.strip():
        continue
    t, name, least = line.rstrip("\n").split("\t")
    named.add(name)
    if t == "none" or t not in targets:
        skipped += t == "icu"
        continue
    rows += 1
    got = reached[t].get(name, 0)
    if got < float(least):
        bad.append(f"{t} reaches {got} % of {name}, claimed are {least} %")
    if planted[t].get(name, 0) < float(least):
        red += 1
    else:
        bad.append(f"{t} {name}: a target that does nothing reaches as much")
bad += [f"{name}: no target claims it" for name in sorted(public - named)]
if bad:
    sys.exit("\n".join(bad))
calls = [sum(reached[t][k] > 0 for k in public) for t in targets]
any_ = sum(any(reached[t][k] > 0 for t in targets) for k in public)
print("reach: %d claims of %d targets hold, %d of %d public functions reached (%s); %d claims red with targets that do nothing%s" % (
    rows, len(targets), any_, len(public), ", ".join(f"{t} {n}" for t, n in zip(targets, calls)), red,
    "; the companion SKIPPED" * (skipped > 0)))
PY
