"""The program that bindings/scan.py looks into."""
import sys

import loginlint

kept = []
key = bytes(range(16))
while line := sys.stdin.readline():
    calls, field, value = line.rstrip('\n').split('\t')
    print('ready', flush=True)
    sys.stdin.readline()
    for _ in range(50):
        if 'c' in calls:
            loginlint.check(field, value, lang='ja', context='stage: submit')
            repr(loginlint.check(field, value))
        if 'k' in calls:
            loginlint.candidates(field, value, context='failures: 1')
        if 't' in calls:
            loginlint.tag(key, 'taro', value)
        if 'p' in calls:
            kept.append(value.encode())
    print('done', flush=True)
