# SPDX-License-Identifier: MIT
"""The program that bindings/scan.py looks into."""
import array
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
        for candidates in [False] * ('x' in calls) + [True] * ({'x', 'k'} <= set(calls)):
            result = loginlint.check(field, value, lang='ja', context='stage: submit', candidates=candidates)
            repr(result)
            [say() for cause in result.causes for say in (cause.message, cause.next)]
            [d.message() for d in result.diagnostics]
            plain = bytearray(value.encode())
            loginlint.check_batch(field, plain, array.array('I', [0, len(plain)]), candidates=candidates)
            plain[:] = bytes(len(plain))
        if 't' in calls:
            loginlint.tag(key, 'taro', value)
        if 'p' in calls:
            kept.append(value.encode())
    print('done', flush=True)
