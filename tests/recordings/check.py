#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check.py - are the keys found again in what real input methods left in the field?

In:  build/tests/recordings/measure; the recordings of sample/, and of build/recordings/large where they are (`make recordings-large`);
     the rows that other projects published (../shared/corpora/romaji) where they are; 20,000 right values of values.py.
Out: a line for each method and kind that is worse than results.tsv says; exit status 1 when there is one, or when a right value is
     read as keys of a keyboard that was not meant.  --write: writes results.tsv and the table of README.md.

usage: check.py MEASURE [--write]
"""
import glob
import os
import random
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, '..')]
import romaji_vectors  # noqa: E402

RESULTS, README = os.path.join(HERE, 'results.tsv'), os.path.join(HERE, 'README.md')
LARGE = os.path.join(HERE, '..', '..', 'build', 'recordings', 'large')
RIGHT = 20000


def published(folder):
    """The rows of other projects that an input method shows so, as a recording."""
    entries, takers = romaji_vectors.table()
    path = os.path.join(folder, 'published.tsv')
    with open(path, 'w', encoding='utf-8') as file:
        for source, keys, shown in romaji_vectors.rows():
            if source != 'own' and keys == keys.lower() and romaji_vectors.reason_of(keys, shown, [], entries, takers) != 'other convention':
                print('romaji', keys, shown, sep='\t', file=file)
    return [path] if os.path.getsize(path) else []


def measure(program, paths):
    run = subprocess.run([program, *paths], stdout=subprocess.PIPE, text=True, check=True)
    return [line.split('\t') for line in run.stdout.splitlines()[1:]]


def right_values():
    """The keys of the sample, which are right values as they stand, in another order."""
    values = set()
    for path in glob.glob(os.path.join(HERE, 'sample', '*.tsv')):
        with open(path, encoding='utf-8') as file:
            values |= {tuple(line.split('\t')[:2]) for line in file if not line.startswith('#')}
    import values as maker
    for kind in maker.KINDS:
        try:
            values |= {(kind, value) for value in maker.values('right', kind, 1500)}
        except FileNotFoundError:
            break  # no word list here: those of the sample must do
    values = sorted(values)
    random.Random(20000).shuffle(values)
    return values[:RIGHT]


def false_candidates(program, folder):
    path = os.path.join(folder, 'right.tsv')
    values = right_values()
    with open(path, 'w', encoding='utf-8') as file:
        for kind, value in values:
            print(kind, value, value, sep='\t', file=file)
    run = subprocess.run([program, '-r', path], stdout=subprocess.PIPE, text=True, check=True)
    print(run.stdout, end='')
    return run.stdout.splitlines()[-1].split()[0] != '0'


def key(row):
    return row[0], row[1]


def write(program, sample, folder):
    with open(RESULTS, 'w', encoding='ascii') as file:
        print('# method, kind, values, first, in three, in eight, first with the case of letters aside: the sample; written by check.py --write', file=file)
        for row in sample:
            print(*row, sep='\t', file=file)
    large = measure(program, published(folder) + sorted(glob.glob(os.path.join(LARGE, '*.tsv'))))
    if len(large) < 50:
        return
    table = ['| method | kind | values | first | in three | in eight | first, case aside |', '|---|---|---:|---:|---:|---:|---:|']
    table += ['| %s |' % ' | '.join(row).replace('_', ' ') for row in large]
    with open(README, encoding='utf-8') as file:
        text = file.read()
    begin, end = '<!-- large: begin -->\n', '<!-- large: end -->'
    with open(README, 'w', encoding='utf-8') as file:
        file.write(text[:text.index(begin)] + begin + '\n'.join(table) + '\n' + text[text.index(end):])


def main():
    program = sys.argv[1]
    sample = measure(program, sorted(glob.glob(os.path.join(HERE, 'sample', '*.tsv'))))
    with tempfile.TemporaryDirectory() as folder:
        if '--write' in sys.argv:
            write(program, sample, folder)
            return 0
        wrong = false_candidates(program, folder)
    with open(RESULTS, encoding='ascii') as file:
        floors = {key(row): row for row in (line.rstrip('\n').split('\t') for line in file if not line.startswith('#'))}
    now = {key(row): row for row in sample}
    for name, floor in floors.items():
        if name not in now or any(float(a) < float(b) for a, b in zip(now[name][2:], floor[2:])):
            wrong = True
            print('worse than it was: %s, now %s' % (' '.join(floor), ' '.join(now.get(name, ['nothing'])[2:])))
    print('%d methods, %d kinds, %d recordings: %s' % (len({row[0] for row in sample}), len({row[1] for row in sample}), sum(int(row[2]) for row in sample),
                                                        'worse than results.tsv says' if wrong else 'as results.tsv says, or better'))
    return wrong or not floors


if __name__ == '__main__':
    sys.exit(main())
