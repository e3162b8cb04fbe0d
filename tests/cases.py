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


def offered(answer, cause):
    """code:remedy, and behind it the basis of the candidate that is chosen."""
    code, remedy, candidate = cause.split(':')[:3]
    return ':'.join([code, remedy] + ([] if candidate == '-' else [answer[7].split(' ')[int(candidate)].split(':')[0]]))


def causes(program, name):
    """(passed, failed) of a file of causes."""
    passed = failed = 0
    answers = subprocess.run([program, '--causes', name], capture_output=True, text=True)
    if answers.returncode:
        sys.exit(answers.stderr)
    got = {line.split('\t')[0]: line.split('\t') for line in answers.stdout.splitlines()}
    for line in open(name, encoding='ascii'):
        if line.startswith('#') or not line.strip():
            continue
        row = line.rstrip('\n').split('\t')
        answer = got[row[0]]
        told = answer[9] if answer[9] == '-' else ' '.join(offered(answer, cause) for cause in answer[9].split(' '))
        told += ' +%s' % answer[10] if answer[10] != '0' else ''
        if [answer[1], told] == row[5:7]:
            passed += 1
        else:
            failed += 1
            print('%s %s: %s [%s], not %s [%s]' % (name, row[0], answer[1], told, row[5], row[6]))
    return passed, failed


def main():
    program = sys.argv[1]
    passed = failed = 0
    for name in sorted(glob.glob('tests/cases/check*.tsv')):
        answers = subprocess.run([program, name], capture_output=True, text=True)
        if answers.returncode:
            sys.exit(answers.stderr)
        got = {line.split('\t')[0]: line.split('\t') for line in answers.stdout.splitlines()}
        for line in open(name, encoding='ascii'):
            if line.startswith('#') or not line.strip():
                continue
            row = line.rstrip('\n').split('\t')
            ident, verdict, codes, text = row[0], row[5], row[6], row[7]
            answer = got[ident]
            found = parts(answer, 6, 1)
            wrong = [] if answer[1] == verdict else ['verdict %s, not %s' % (answer[1], verdict)]
            if codes != found:
                wrong.append('codes [%s], not [%s]' % (found, codes))
            if answer[5] != text:
                wrong.append('text %s, not %s' % (answer[5], text))
            if len(row) > 8 and answer[8] != row[8]:
                wrong.append('skipped [%s], not [%s]' % (answer[8], row[8]))
            sure = parts(answer, 6, 3), parts(answer, 7, 2)
            if len(row) > 9 and sure != tuple(row[9:]):
                wrong.append('sure of [%s] and [%s], not [%s] and [%s]' % (sure + tuple(row[9:])))
            if wrong:
                failed += 1
                print('%s %s: %s' % (name, ident, '; '.join(wrong)))
            else:
                passed += 1
    told = causes(program, 'tests/cases/causes.tsv')
    passed, failed = passed + told[0], failed + told[1]
    hostile = subprocess.run([program, '--hostile', '3000'], capture_output=True).stdout
    name = os.path.join(os.path.dirname(program), 'hostile.tsv')  # two builds run this at the same time
    open(name, 'wb').write(hostile)
    ran = subprocess.run([program, name], capture_output=True, text=True)
    if ran.returncode or len(ran.stdout.splitlines()) != 3000:
        failed += 1
        print('hostile values: ' + ran.stderr)
    else:
        passed += 1
    print('%d passed, %d failed' % (passed, failed))
    return failed != 0


if __name__ == '__main__':
    sys.exit(main())
