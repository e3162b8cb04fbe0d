#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What was judged by hand still names something: seconds, for the gates of `make check-heavy` that take minutes or hours.

In: lib/, and what those gates hold it to: the contracts and twins of tests/proof (contracts.py), tests/trust/coverage.exempt,
tests/fuzz/reach.tsv.  Out: one line of figures, or each row whose function, expression, file or place is gone, each function of a
proved file that has neither a contract nor a reason, and each public function that no row of reach.tsv names.  Rows of
tests/mutation/survivors.tsv that fit no mutant are counted only: they turn nothing red.
Planted failures: a row of each kind that names what is not there.
"""
import glob
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path[:0] = [os.path.join(ROOT, 'tests', 'trust'), os.path.join(ROOT, 'tests', 'mutation')]
import gaps  # noqa: E402
import mutate  # noqa: E402


def rows(path, columns):
    for line in open(path, encoding='utf-8'):
        if line.strip() and not line.startswith('#'):
            yield (line.rstrip('\n').split('\t') + [''] * columns)[:columns]


def bodies():
    """{function: [its text in one line]} of lib/."""
    found = {}
    for path in glob.glob('lib/*/*.[ch]'):
        lines = open(path, encoding='utf-8').read().split('\n')
        for i, line in enumerate(lines):
            m = gaps.DEFINITION.match(line) if line[:1].isalpha() else None
            if m:
                end = next((k for k in range(i, len(lines)) if lines[k][:1] == '}'), i)
                found.setdefault(m[1], []).append(re.sub(r'\s+', ' ', ' '.join(part.strip() for part in lines[i:end + 1])))
    return found


def of_coverage(functions, exempt):
    for function, expression, _, _ in exempt:
        if not any(expression in text for text in functions.get(function, ())):
            yield 'tests/trust/coverage.exempt: %s has no %s' % (function, expression)


def public():
    text = ''.join(open(path, encoding='utf-8').read() for path in glob.glob('lib/*/*.c'))
    return set(re.findall(r'^(?:LL_CLEARED_CALL\w*\(|[a-z][\w *]*?\b)(loginlint_[a-z]\w*)[,(]', text, re.M))


def of_reach(functions, claims):
    for target, place, _ in claims:
        if not (os.path.isfile('lib/' + place) if '/' in place else place in functions):
            yield 'tests/fuzz/reach.tsv: %s claims %s, which is not there' % (target, place)
    for function in sorted(functions - {place for _, place, _ in claims}):
        yield 'tests/fuzz/reach.tsv: no target claims %s' % function


def of_proof():
    for path in sorted(glob.glob('tests/proof/*.acsl')):
        name = os.path.basename(path)[:-5]
        if name != 'common':
            done = subprocess.run([sys.executable, 'tests/proof/contracts.py', name], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            if done.returncode:
                yield '%s: %s' % (path, done.stderr.strip().split('\n')[-1])


def main():
    os.chdir(ROOT)
    functions, exported = bodies(), public()
    exempt, claims = list(rows('tests/trust/coverage.exempt', 4)), list(rows('tests/fuzz/reach.tsv', 3))
    wrong = [*of_coverage(functions, exempt), *of_reach(exported, claims), *of_proof()]
    places = {m.row[1:] for m in mutate.mutants(mutate.core('c', 'h'), '1', False)}
    survivors = list(rows('tests/mutation/survivors.tsv', 8))
    gone = sum(tuple(row[1:7]) not in places for row in survivors)
    unclaimed = [row for row in claims if row[1] != 'loginlint_check']
    for planted in (of_coverage(functions, [('is_space', 'of no such place', '', '')]), of_reach(exported, claims + [('check', 'loginlint_no', '9')]),
                    of_reach(exported, unclaimed)):
        if not set(planted) - set(wrong):
            wrong.append('a planted failure is not seen')
    print('\n'.join(wrong) or 'judged: %d exempted places, %d claims of reach, the contracts of %d files; %d of %d judged mutants fit no place today' % (
        len(exempt), len(claims), len(glob.glob('tests/proof/*.acsl')) - 1, gone, len(survivors)))
    return bool(wrong)


if __name__ == '__main__':
    sys.exit(main())
