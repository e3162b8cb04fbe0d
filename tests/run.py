#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Run what tests/list.tsv names, and close with "N passed, N failed, N skipped".

usage: run.py check             the tests of `make check`, as many at a time as there are processors
       run.py heavy [NAME...]   what takes longer, one after another; installs what each needs, keeps the result in
                                tests/results.tsv with commit and date.  Without names: all but those that take days
       run.py check NAME...     only those whose name begins so

A test passes with exit status 0 and is skipped with 77: what did not run has not passed.  A line that begins with SKIPPED
is one more skip, of a part.  A test of the kind `count` is shown and fails nothing yet.  The output of a failing one is
shown, the whole of all in build/logs/.  Status 1 when one failed, or none passed.
"""
import concurrent.futures
import glob
import os
import re
import shutil
import subprocess
import sys
import threading
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LIST, RESULTS, LOGS = 'tests/list.tsv', 'tests/results.tsv', 'build/logs'
LIMIT = {'check': 3600, 'heavy': 6 * 3600, 'days': None}
shown = threading.Lock()
started = time.time()


class Test:
    def __init__(self, name, kind, command, needs=''):
        self.name, self.kind, self.command, self.needs = name, kind, command, needs.split()
        self.log = '%s/%s.log' % (LOGS, re.sub(r'[^\w.-]', '-', name))
        self.state, self.said, self.parts = 'FAILED', '', []

    def run(self):
        before = time.time()
        with open(self.log, 'w', encoding='utf-8') as log:
            try:
                if self.needs:
                    subprocess.run(['lib/gen/install', *self.needs], stdout=log, stderr=log, check=True)
                status = subprocess.run(['bash', '-c', self.command], stdin=subprocess.DEVNULL, stdout=log, stderr=log, close_fds=False,
                                        timeout=LIMIT.get(self.kind, LIMIT['check']), env={**os.environ, 'ASAN_OPTIONS': 'detect_leaks=1'}).returncode
            except subprocess.TimeoutExpired as late:
                status = log.write('%s\n' % late)
            except subprocess.CalledProcessError:
                status = log.write('what it needs could not be installed: %s\n' % ' '.join(self.needs))
        with open(self.log, encoding='utf-8', errors='replace') as log:
            lines = log.read().splitlines()
        self.seconds = time.time() - before
        self.said = lines[-1] if lines else ''
        self.parts = [line for line in lines if line.startswith('SKIPPED') and status != 77]
        self.state = 'ok' if status == 0 else 'skipped' if status == 77 else 'count' if self.kind == 'count' else 'FAILED'
        with shown:
            print('%-8s%s (%d s): %s%s' % (self.state, self.name, self.seconds, self.said[:110], ' (not yet required)' * (self.kind == 'count')))
            for line in self.parts:
                print('        %s' % line[:120])
            if self.state == 'FAILED':
                print('\n'.join('        ' + line for line in lines[-25:]))
            sys.stdout.flush()


def tests(kinds):
    """The rows of these kinds.  A pattern as the command stands for all programs that fit; what ../shared adds is left out without it."""
    found = []
    with open(LIST, encoding='utf-8') as rows:
        for row in (line.rstrip('\n').split('\t') for line in rows if line.strip() and not line.startswith('#')):
            name, kind, command, _, *needs = row
            if kind not in kinds or ('../shared/' in command and not os.path.exists('../shared')):
                continue
            if '*' in command:
                found += [Test('%s.%s' % (name, os.path.basename(p)), kind, p) for p in sorted(glob.glob(command)) if os.access(p, os.X_OK)]
            else:
                found.append(Test(name, kind, command, *needs))
    twice = {test.log for test in found if sum(other.log == test.log for other in found) > 1}
    if twice:
        sys.exit('two tests have one name: %s' % ' '.join(sorted(twice)))
    return found


def never_run():
    """Scripts of tests/ that no list, make file or other script names."""
    tracked = subprocess.run(['tests/files.sh'], stdout=subprocess.PIPE, text=True).stdout.split()
    texts = {path: open(path, encoding='utf-8').read() for path in tracked if path.endswith(('.mk', '.sh', '.py', '.tsv', 'Makefile', '/run')) and os.path.exists(path)}
    return [path for path in texts if path.startswith('tests/') and path.endswith(('.py', '.sh'))
            and not any(os.path.basename(path).removesuffix('.py') in text for other, text in texts.items() if other != path)]


def keep(done):
    """One row a test: the newest result."""
    rows = ''.join('%s\t%d\t%s\t%s\n' % (test.name, test.seconds, test.state, test.said) for test in done)
    subprocess.run(['tests/heavy/keep.sh', RESULTS, '1'], input=rows, text=True)


def main():
    os.chdir(ROOT)
    which, names = (sys.argv + ['check'])[1], sys.argv[2:]
    kinds = {'check': ('check', 'count'), 'heavy': ('heavy', 'days') if names else ('heavy',)}[which]
    chosen = [test for test in tests(kinds) if not names or test.name.startswith(tuple(names))]
    shutil.rmtree(LOGS, ignore_errors=True)
    os.makedirs(LOGS)
    print('%d tests' % len(chosen), flush=True)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() if which == 'check' else 1) as pool:
        list(pool.map(Test.run, chosen))
    if which == 'heavy':
        keep(chosen)
    passed, failed = (sum(test.state == state for test in chosen) for state in ('ok', 'FAILED'))
    skipped = sum((test.state == 'skipped') + len(test.parts) for test in chosen)
    for path in never_run() if which == 'check' and not names else ():
        failed += 1
        print('FAILED  %s: no list names it' % path)
    closing = '%d passed, %d failed, %d skipped' % (passed, failed, skipped)
    with open('build/summary', 'w', encoding='ascii') as file:
        file.write(closing + '\n')
    print(closing)
    return failed != 0 or passed == 0


if __name__ == '__main__':
    sys.exit(main())
