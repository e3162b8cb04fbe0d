#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds the lenient reading of rule strings against the reference parser of the HTML `passwordrules` attribute.

usage: passwordrules.py PROGRAM [DIRECTORY]
  PROGRAM    the compiled dump_policy.c
  DIRECTORY  published vectors as well, ../shared/corpora/passwordrules by default, where they are

Our own vectors are in tests/cases/rules.tsv.  Prints how many agree; 1 if any does not.
"""
import json
import os
import string
import subprocess
import sys

CLASSES = {
    "upper": string.ascii_uppercase,
    "lower": string.ascii_lowercase,
    "digit": string.digits,
    "special": "".join(c for c in map(chr, range(0x20, 0x7F)) if not c.isalnum()),
    "ascii-printable": "".join(map(chr, range(0x20, 0x7F))),
}


def characters(values):
    """A list of the reference's classes as its sorted characters, or "unicode"."""
    found = set()
    for value in values:
        name = value.get("_name", "").lower()
        if name == "unicode":
            return "unicode"
        found |= set(CLASSES[name] if name else value["_characters"])
    return "".join(sorted(found))


def expected(rules):
    """The reference's result in the shape of dump_policy; a class of no characters says nothing."""
    result = {"required": [], "allowed": "", "minlength": 0, "maxlength": 0, "max-consecutive": 0}
    for rule in rules:
        if rule["_name"] == "required":
            if rule["value"]:
                result["required"].append(characters(rule["value"]))
        elif rule["_name"] == "allowed":
            result["allowed"] = characters(rule["value"])
        else:
            result[rule["_name"]] = rule["value"]
    return result


def dump(program, strings):
    data = b"".join(s.encode("utf-8", "surrogatepass") + b"\0" for s in strings)
    lines = subprocess.run([program], input=data, stdout=subprocess.PIPE, check=True).stdout.split(b"\n")
    return [json.loads(line) for line in lines[:-1]]


def compare(program, name, vectors):
    """vectors: (rule string, reference result).  The number that disagree."""
    wrong = 0
    for (rules, out), got in zip(vectors, dump(program, [rules for rules, _ in vectors])):
        again, text = got.pop("again"), got.pop("text")
        if got != expected(out) or not again:
            wrong += 1
            print("%s: %r\n  expected %s\n  got      %s\n  printed  %r%s"
                  % (name, rules, expected(out), got, text, "" if again else " (does not parse to the same)"))
    print("passwordrules %s: %d of %d agree" % (name, len(vectors) - wrong, len(vectors)))
    return wrong


def own(path):
    """Rows of rules.tsv with a lenient result: rule string, JSON of the reference's shape."""
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#") and line.strip()]
    return [(row[2].encode().decode("unicode_escape"), json.loads(row[3])) for row in rows if row[0] == "reference"]


def published(path):
    with open(path, encoding="utf-8") as file:
        return [(v["in"], v["out"]) for v in map(json.loads, file)]


def converted(path):
    """Rule strings that another tool writes: no reference result, but they must read well both ways."""
    with open(path, encoding="utf-8") as file:
        return [v["out"] for v in map(json.loads, file) if v.get("out")]


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    program = sys.argv[1]
    directory = sys.argv[2] if len(sys.argv) > 2 else os.path.join(here, "../../shared/corpora/passwordrules")
    wrong = compare(program, "tests/cases/rules.tsv", own(os.path.join(here, "cases/rules.tsv")))
    if not os.path.isdir(directory):
        return wrong != 0
    for name in ("parser_tests", "quirks"):
        wrong += compare(program, name, published(os.path.join(directory, name + ".jsonl")))
    strings = converted(os.path.join(directory, "pattern_to_rules.jsonl"))
    bad = [s for s, got in zip(strings, dump(program, strings)) if not got["again"] or not got["text"]]
    print("passwordrules pattern_to_rules: %d of %d read" % (len(strings) - len(bad), len(strings)), *bad)
    return wrong + len(bad) != 0


if __name__ == "__main__":
    sys.exit(main())
