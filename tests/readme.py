#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Run what the READMEs show: each `$ command` of a ```console block must print exactly the lines that follow it.  In every
.md file a relative link must lead to a file, and `make NAME` to a target.

usage: readme.py [README...]        from the top of the source, after `make`
"""
import os, re, subprocess, sys

READMES = ['README.md', 'examples/README.ja.md']


def blocks(text):
    """(command, lines expected) for each command that is shown."""
    for block in re.findall(r'^```console\n(.*?)^```$', text, re.S | re.M):
        for shown in re.split(r'^\$ ', block, flags=re.M)[1:]:
            command, _, expected = shown.partition('\n')
            yield command, expected


def lost():
    """(file, what) of every link and target that is not there."""
    rules = subprocess.run(['make', '-qp', '--no-print-directory'], capture_output=True, text=True).stdout
    targets = set(re.findall(r'^([a-z][\w-]*):', rules, re.M)) | {'NAME'}
    for path in subprocess.run(['tests/files.sh', '*.md'], capture_output=True, text=True).stdout.split():
        text = open(path, encoding='utf-8').read()
        for link in re.findall(r'\]\((?![a-z]+:|#)([^)#]+)', text):
            if not os.path.exists(os.path.join(os.path.dirname(path), link)):
                yield path, link
        for words in re.findall(r'`make ((?:[a-z][\w-]*\s?)+)', text):
            yield from ((path, 'make ' + word) for word in words.split() if word not in targets)


def main():
    environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'NO_COLOR': '1'}
    passed = failed = 0
    for name in sys.argv[1:] or READMES:
        for command, expected in blocks(open(name, encoding='utf-8').read()):
            done = subprocess.run(['sh', '-c', command], capture_output=True, text=True, env=environment, timeout=60)
            if done.stdout == expected:
                passed += 1
                continue
            failed += 1
            print('%s: %s\n--- shown\n%s--- real\n%s%s' % (name, command, expected, done.stdout, done.stderr))
    for path, what in lost() if not sys.argv[1:] else ():
        failed += 1
        print('%s: there is no %s' % (path, what))
    if not passed:
        print('no command is shown in the READMEs')
    print('readme: %d passed, %d failed' % (passed, failed))
    return failed or not passed


if __name__ == '__main__':
    sys.exit(main())
