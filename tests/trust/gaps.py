#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""gaps.py - what of lib/ no test shows, held against the list of what no test can show.

usage: gaps.py EXPORT.json EXPORT.lcov EXEMPT.tsv OPEN      (llvm-cov export of the core, as text and as lcov)

In: the two exports, and the exempted places: function, expression, gaps, reason; a gap is "line" (a statement, never executed),
"true" or "false" (the condition never has this value) or "alone" (MC/DC: it never decides by itself).  No file and no line:
code may move.
Out: each gap that nobody has judged yet with its place, each row that is stale (the gap is closed, or the expression is gone), and
one line of figures.  Fails on more than OPEN of the former, on any of the latter, and on a row without a reason.
"""
import collections
import json
import os
import re
import sys

MCDC = 6  # the kind of a branch that is a condition of a decision
CONSTANT = re.compile(r'\bLL_HAS_FIELD\(')
Gap = collections.namedtuple('Gap', 'function expression kind')
DEFINITION = re.compile(r'(?:LL_CLEARED_CALL\(\w+, |LL_CLEARED_CALL_IN_TWO\(\w+, \w+, |[a-z][\w *]*?\b(?=\w+\())(\w+)')


def within(path):
    return path[path.rindex('lib/'):]


def text_of(lines, first, column, last, end):
    part = lines[first - 1:last]
    part[-1] = part[-1][:end - 1]
    part[0] = part[0][column - 1:]
    return re.sub(r'\s+', ' ', ' '.join(p.strip() for p in part))


def function_of(lines, number):
    """The function in which this line is: the nearest definition that begins at the margin."""
    found = (DEFINITION.match(line) for line in reversed(lines[:number]) if line[:1].isalpha())
    return next((m[1] for m in found if m), '')


def statement_of(lines, number):
    return re.sub(r'\s+', ' ', lines[number - 1].strip())


def conditions(data):
    """{file: {region: [true count, false count, of a decision]}}, {file: {decision: [condition shown alone]}}: several programs, one sum."""
    branches, decisions = collections.defaultdict(dict), collections.defaultdict(dict)
    for f in data['data'][0]['files']:
        for b in f['branches']:
            had = branches[f['filename']].setdefault(tuple(b[:4]), [0, 0, b[8] == MCDC])
            had[0], had[1] = max(had[0], b[4]), max(had[1], b[5])
        for m in f.get('mcdc_records', []):
            shown = m[-1]
            had = decisions[f['filename']].setdefault(tuple(m[:4]), [False] * len(shown))
            decisions[f['filename']][tuple(m[:4])] = [a or b for a, b in zip(had, shown)]
    return branches, decisions


def gaps(data, lcov):
    """{gap: (file, line)}, and how many lines, branch sides and conditions there are."""
    found, total = {}, collections.Counter()
    branches, decisions = conditions(data)
    for path in branches.keys() | decisions.keys():
        name, lines = within(path), open(path, encoding='utf-8').read().split('\n')

        def add(region, kind):
            found[Gap(function_of(lines, region[0]), text_of(lines, *region), kind)] = name, region[0]
        for region, (yes, no, _) in branches[path].items():
            total['branch sides'] += 2
            for count, kind in ((yes, 'true'), (no, 'false')):
                if not count:
                    add(region, kind)
        for (first, column, last, end), shown in decisions[path].items():
            inside = sorted(r for r in branches[path] if branches[path][r][2] and (first, column) <= r[:2] and r[2:] <= (last, end))
            if len(inside) < len(shown):  # no branch is told of what the compiler knows
                operands = re.split(r'&&|\|\|', text_of(lines, first, column, last, end))
                shown = [alone for alone, text in zip(shown, operands) if not CONSTANT.search(text)]
            if len(inside) != len(shown):
                sys.exit('%s:%d: %d conditions, %d branches' % (name, first, len(shown), len(inside)))
            total['conditions'] += len(shown)
            for region, alone in zip(inside, shown):
                if not alone:
                    add(region, 'alone')
    path = None
    for row in lcov:
        if row.startswith('SF:'):
            path = row[3:].strip()
            name, lines = within(path), open(path, encoding='utf-8').read().split('\n')
        elif row.startswith('DA:'):
            line, count = map(int, row[3:].split(',')[:2])
            total['lines'] += 1
            if not count:
                found[Gap(function_of(lines, line), statement_of(lines, line), 'line')] = name, line
    return found, total


def main():
    found, total = gaps(json.load(open(sys.argv[1], encoding='utf-8')), open(sys.argv[2], encoding='utf-8'))
    exempt, failed = {}, 0
    for row in open(sys.argv[3], encoding='utf-8'):
        if row.strip() and not row.startswith('#'):
            c = row.rstrip('\n').split('\t')
            if len(c) != 4 or not c[3]:
                sys.exit('four columns, the last a reason: ' + row)
            exempt.update((Gap(*c[:2], kind), c[3]) for kind in c[2].split(','))
    new = collections.defaultdict(list)
    for gap, place in sorted(found.items(), key=lambda g: g[1]):
        if gap not in exempt:
            new[place + gap[:2]].append(gap.kind)
    for row, kinds in new.items():
        print('not shown: %s:%d\t%s\t%s' % (row[0], row[1], '\t'.join(row[2:]), ','.join(kinds)))
    for gap in exempt:
        if gap not in found:
            failed += 1
            print('stale: ' + '\t'.join(gap))
    justified = sum(g in exempt for g in found)
    print('gaps: of %d lines, %d branch sides and %d conditions %d are not shown, %d of them justified, %d not judged' % (
        total['lines'], total['branch sides'], total['conditions'], len(found), justified, len(found) - justified))
    return 1 if failed or len(found) - justified > int(sys.argv[4]) else 0


if __name__ == '__main__':
    sys.exit(main())
