#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Hold the transcript of tests/cases/check*.tsv against what the cases expect: verdict, codes in order, text,
and, where a row has those columns, what was skipped and how sure each finding and candidate is; and that of
tests/cases/causes.tsv: verdict, and each cause with its remedy and the text that it offers.

usage: cases.py TRANSCRIPT-PROGRAM
"""
import glob, os, subprocess, sys


def parts(answer, column, count):
    """The first `count` parts of each item of a list in a transcript's column."""
    return '-' if answer[column] == '-' else ' '.join(':'.join(item.split(':')[:count]) for item in answer[column].split(' '))


def like(found, wanted):
    """A list of a transcript's column, of each item as many parts as the one that is wanted in its place has."""
    a, b = found.split(' '), wanted.split(' ')
    return ' '.join(':'.join(x.split(':')[:y.count(':') + 1]) for x, y in zip(a, b)) if len(a) == len(b) else found


def of_check(row, answer):
    """What the answer has otherwise than the row."""
    sure = tuple(like(answer[6 + k], wanted) for k, wanted in enumerate(row[9:]))
    compared = [('verdict', answer[1], row[5]), ('codes', parts(answer, 6, 1), row[6]), ('text', answer[5], row[7]),
                ('skipped', answer[8], row[8]) if len(row) > 8 else (), ('sure of', sure, tuple(row[9:]))]
    return ['%s %s, not %s' % one for one in compared if one and one[1] != one[2]]


def offered(answer, cause):
    """code:remedy, and behind it the basis of the candidate that is chosen."""
    code, remedy, candidate = cause.split(':')[:3]
    return ':'.join([code, remedy] + ([] if candidate == '-' else [answer[7].split(' ')[int(candidate)].split(':')[0]]))


def of_causes(row, answer):
    told = answer[9] if answer[9] == '-' else ' '.join(offered(answer, cause) for cause in answer[9].split(' '))
    told += ' +%s' % answer[10] if answer[10] != '0' else ''
    return [] if [answer[1], told] == row[5:7] else ['%s [%s], not %s [%s]' % (answer[1], told, *row[5:7])]


def transcript(*command):
    """The columns of each line that is printed, by the first."""
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    return {line.split('\t')[0]: line.split('\t') for line in done.stdout.splitlines()}


def main():
    program = sys.argv[1]
    passed = failed = 0
    for name, options, compare in [(name, (), of_check) for name in sorted(glob.glob('tests/cases/check*.tsv'))] + [('tests/cases/causes.tsv', ('--causes',), of_causes)]:
        answers = transcript(program, *options, name)
        for line in open(name, encoding='ascii'):
            if line.startswith('#') or not line.strip():
                continue
            row = line.rstrip('\n').split('\t')
            wrong = compare(row, answers[row[0]])
            passed, failed = passed + (not wrong), failed + bool(wrong)
            if wrong:
                print('%s %s: %s' % (name, row[0], '; '.join(wrong)))
    name = os.path.join(os.path.dirname(program), 'hostile.tsv')  # two builds run this at the same time
    with open(name, 'wb') as file:
        subprocess.run([program, '--hostile', '3000'], stdout=file)
    hostile = len(transcript(program, name))
    if hostile != 3000:
        print('%d answers to 3000 hostile values' % hostile)
    passed, failed = passed + (hostile == 3000), failed + (hostile != 3000)
    print('%d passed, %d failed' % (passed, failed))
    return failed != 0


if __name__ == '__main__':
    sys.exit(main())
