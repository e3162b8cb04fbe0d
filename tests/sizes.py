#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Bytes at -Os, folder by folder and for programs that call more and more; stack at -O2.  Nothing here fails.

usage: sizes.py [--record] [COMPILER...]     (default: cc)
Beside each figure the committed one of the same compiler and version (tests/bench/sizes.tsv), and how much it rose where that is
over 10 %.  --record writes today's.  A build for some fields alone (-DLOGINLINT_FIELDS) is measured by tests/fewer_fields.sh.
"""
import os, re, subprocess, sys, tempfile

from stack import Measure

COMMITTED = 'tests/bench/sizes.tsv'
FLAGS = '-std=c11 -ffreestanding -fvisibility=hidden -fno-asynchronous-unwind-tables -fPIC -fno-plt -Os -Iinclude -Ilib'.split()
PROGRAMS = [
    ('a check', 'policy_init check'),
    ('a check by a rule string', 'policy_init policy_parse context_parse check'),
    ('and its sentences', 'policy_init policy_parse context_parse check message'),
    ('and candidates', 'policy_init policy_parse context_parse check message candidates_find'),
    ('and causes', 'policy_init policy_parse context_parse check message candidates_find explain cause_message cause_next'),
    ('and JSON', 'policy_init policy_parse context_parse check message candidates_find explain cause_message cause_next json'),
    ('preflight with its sentences', 'service_parse facts_parse facts_now preflight advice_message advice_next'),
    ('a tag', 'tag tag_compare'),
]


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def bytes_of(*files):
    return sum(sum(map(int, line.split()[:3])) for line in run('size', *files).splitlines()[1:])


def linked(compiler, out, archive, calls):
    """What the linker takes of the archive for a program that only calls these."""
    source, program = os.path.join(out, 'calls.c'), os.path.join(out, 'calls')
    with open(source, 'w') as f:
        f.write('#include <loginlint.h>\nvoid *const calls[] = {%s};\n' % ', '.join('(void *)loginlint_' + c for c in calls.split()))
    run(compiler, '-Iinclude', '-w', '-c', source, '-o', program + '.o')
    run('ld', '-static', '-e', '0', '--unresolved-symbols=ignore-all', '-o', program, program + '.o', archive)
    return bytes_of(program)


def figures(compiler):
    with tempfile.TemporaryDirectory() as out:
        folders = {}
        for source in run('lib/sources').split():
            made = os.path.join(out, os.path.basename(source)[:-2] + '.o')
            run(compiler, *FLAGS, '-c', source, '-o', made)
            folders.setdefault(source.split('/')[1], []).append(made)
        for folder, objects in folders.items():
            yield 'lib/' + folder, bytes_of(*objects)
        archive = os.path.join(out, 'all.a')
        run('ar', 'rcs', archive, *sum(folders.values(), []))
        for title, calls in PROGRAMS:
            yield 'program: ' + title, linked(compiler, out, archive, calls)
    measure = Measure(compiler, '-O2')
    yield 'stack: a check', measure.deepest('loginlint_check')[0]
    yield 'stack: the deepest call', max(measure.deepest(f)[0] for f in measure.frame if re.match('loginlint_[a-z]', f))


def name_of(compiler):
    kind = 'clang' if 'clang' in run(compiler, '--version') else 'gcc'
    return '%s-%s' % (kind, run(compiler, '-dumpversion').strip().split('.')[0])


def main():
    record = '--record' in sys.argv
    with open(COMMITTED, encoding='utf-8') as f:
        rows = [line.rstrip('\n').split('\t') for line in f if not line.startswith('#')]
    committed = {(row[0], row[1]): int(row[2]) for row in rows}
    for compiler in [a for a in sys.argv[1:] if a != '--record'] or [os.environ.get('CC', 'cc')]:
        name, risen = name_of(compiler), 0
        print('%s: bytes, committed' % name)
        for what, now in figures(compiler):
            was = committed.get((name, what), 0)
            rose = was and now > was * 1.1
            risen += bool(rose)
            print('%8d %8s  %s%s' % (now, was or '-', what, '  (+%.0f %%)' % (100 * now / was - 100) if rose else ''))
            committed[name, what] = now
        print('sizes: %d figures of %s rose by more than 10 %%' % (risen, name))
    if record:
        with open(COMMITTED, 'w', encoding='utf-8') as f:
            f.write('# compiler\twhat\tbytes; written by tests/sizes.py --record\n')
            f.writelines('%s\t%s\t%d\n' % (*key, value) for key, value in sorted(committed.items()))


if __name__ == '__main__':
    main()
