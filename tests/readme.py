#!/usr/bin/env python3
"""Run what the READMEs show: each `$ command` of a ```console block must print exactly the lines that follow it.

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
    if not passed:
        print('no command is shown in the READMEs')
    print('readme: %d passed, %d failed' % (passed, failed))
    return failed or not passed


if __name__ == '__main__':
    sys.exit(main())
