#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""linear.py PROGRAM [-l] - runs linear.c under callgrind and judges the instructions that each call took.

In: the program.  Out: a line for each generator that fails, and the figures.  A generator fails when full length takes more than
GROWTH times the instructions of half of it (less a fixed cost), or more than its CEILING a byte: shorter values may take
a cheaper way, so they only say what a call costs at least.  A planted quadratic must fail in the same run.
"""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

GROWTH = 2.2
FIXED = 3000
KINDS = ["check", "candidates", "JSON", "rules", "rules", "context", "service", "facts", "tag", "planted", "explain", "companion", "profile", "domain", "reserved names"]
# Instructions a byte at full length: the check's is the price of a character with an edit; candidates search a lattice, JSON holds 64
# diagnostics with their sentences, a brand is one of 16 names.  The companion's are ICU's prices: a capital is looked up eight times.
CEILING = {"check": 700, "explain": 1000, "candidates": 25000, "JSON": 2000, "rules": 400, "context": 150, "service": 150, "facts": 150, "tag": 150,
           "companion": 4000, "profile": 2500, "domain": 1500, "reserved names": 1600}


def counts(program, *options):
    with tempfile.TemporaryDirectory() as d:
        subprocess.run(["valgrind", "--tool=callgrind", "--collect-atstart=no", f"--callgrind-out-file={d}/out", program, *options],
                       check=True, capture_output=True)
        found = {}
        for path in glob.glob(os.path.join(d, "out.*")):
            text = open(path, encoding="utf-8").read()
            trigger = re.search(r"^desc: Trigger: Client Request: (.*)\|(\d+)\|(\d+)$", text, re.M)
            total = re.search(r"^(?:totals|summary): (\d+)", text, re.M)
            if trigger:
                found.setdefault((trigger[1], KINDS[int(trigger[3])]), {})[int(trigger[2])] = int(total[1])
    return found


def judge(found):
    bad, steepest, dearest = [], (0, ""), {}
    for (name, kind), at in sorted(found.items()):
        sizes = sorted(at)
        a, b = sizes[-2:]
        growth = (at[b] - FIXED) / at[a] * 2 / (b / a)
        steepest = max(steepest, (growth, name))
        if growth > GROWTH:
            bad.append(f"{kind}, {name}: {a} bytes take {at[a]} instructions, {b} take {at[b]}")
        each = at[sizes[-1]] / sizes[-1]
        dearest[kind] = max(dearest.get(kind, (0, "")), (each, name))
        if each > CEILING.get(kind, 1000):
            bad.append(f"{kind}, {name}: {each:.0f} instructions a byte at {sizes[-1]} bytes")
    return bad, steepest, dearest


def main():
    if not shutil.which("valgrind"):
        print("valgrind is not installed")
        sys.exit(77)
    program, options = sys.argv[1], sys.argv[2:]
    if not judge(counts(program, "-p"))[0]:
        sys.exit("the planted quadratic was not found")
    found = counts(program, *options)
    bad, steepest, dearest = judge(found)
    for kind, (each, name) in dearest.items():
        print(f"{kind}: at most {each:.0f} instructions a byte ({name})")
    for line in bad:
        print("not linear:", line)
    if len(found) < 60:
        sys.exit(f"only {len(found)} generators were counted")
    print(f"linear: {len(found)} hostile generators, {len(bad)} fail; twice the bytes take at most {steepest[0]:.2f} times the "
          f"instructions ({steepest[1]})")
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()
