#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What is generated and committed is what the generators give, and the version stands in one place.

In: the files of the project.  A copy of them is generated anew (`make generated`) and compared, file by file; a table that was
made from another version of its source, as its head says, is skipped (for those of ICU `make check-heavy ONLY=tables` fetches it).  Then the copy is given another version, and
no file may keep the old one.  Out: the figures; status 1 and the difference where there is one.
"""
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# Versions of other projects' packages.
THEIRS = re.compile(r'<artifactId>jspecify</artifactId>\s*<version>[^<]*')  # the version of what we use, which happens to be ours
NOT_OURS = {'bindings/js/package-lock.json'}


def files():
    listed = subprocess.run(['tests/files.sh'], stdout=subprocess.PIPE, text=True)
    return [path for path in listed.stdout.splitlines() if os.path.isfile(path)]


def read(path):
    with open(path, encoding='utf-8', errors='surrogateescape') as file:
        return file.read()


def make(copy, *what):
    done = subprocess.run(what, cwd=copy, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        sys.exit('%s\n%s' % (' '.join(what), done.stdout))
    for line in done.stdout.splitlines():
        if line.startswith('kept '):
            print('SKIPPED ' + line)


def differences(copy, paths):
    wrong = 0
    for path in paths:
        old, new = read(path), read(os.path.join(copy, path))
        if old == new:
            continue
        heads = [' '.join(text.splitlines()[:2]) for text in (old, new)]
        if heads[0] != heads[1] and 'enerated' in heads[0] and 'enerated' in heads[1]:
            print('SKIPPED %s, here it would be: %s' % (path, heads[1]))
            continue
        wrong += 1
        print(''.join(list(difflib.unified_diff(old.splitlines(True), new.splitlines(True), path, 'as generated', n=0))[:12]))
    return wrong


def main():
    os.chdir(ROOT)
    paths = files()
    with tempfile.TemporaryDirectory() as copy:
        for path in paths:
            os.makedirs(os.path.join(copy, os.path.dirname(path)), exist_ok=True)
            shutil.copy2(path, os.path.join(copy, path))
        make(copy, 'make', '-s', 'generated')
        wrong = differences(copy, paths)
        version = re.search('LOGINLINT_VERSION "(.*)"', read('include/loginlint.h')).group(1)
        header = os.path.join(copy, 'include/loginlint.h')
        text = read(header).replace('LOGINLINT_VERSION "%s"' % version, 'LOGINLINT_VERSION "98.76.54"')
        with open(header, 'w', encoding='utf-8') as file:
            file.write(text)
        make(copy, 'lib/gen/version.py')
        kept = [path for path in paths if path not in NOT_OURS and re.search(r'(?<![\d.])%s(?![\d.])' % re.escape(version), THEIRS.sub('', read(os.path.join(copy, path))))]
        moved = sum('98.76.54' in read(os.path.join(copy, path)) for path in paths)
    for path in kept:
        print('%s: says %s by itself (lib/gen/version.py)' % (path, version))
    print('generated: %d files compared, %d differ; the version is in one place and in %d files from there' % (len(paths), wrong, moved - 1))
    return wrong != 0 or bool(kept)


if __name__ == '__main__':
    sys.exit(main())
