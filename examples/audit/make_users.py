#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""make_users.py ROWS FAULTS SEED - made-up IDs with planted faults, as CSV: id, fault ('' for a right one).

Twelve kinds of fault, FAULTS in all. The IDs are numbered, so that no two right ones are one to a person.
"""
import random, sys

rows, faults, pick = int(sys.argv[1]), int(sys.argv[2]), random.Random(sys.argv[3])
CYRILLIC = str.maketrans('aceopx', 'асеорх')
GIVEN = 'taro hanako yuki ken mary john anna paul maria jose chen wei minjun sara emma liam noah aiko'.split()
DOMAINS = ['gmail.com', 'yahoo.co.jp', 'outlook.com', 'example.co.jp', 'docomo.ne.jp']
full = lambda s: ''.join(chr(ord(c) + 0xFEE0) if '!' <= c <= '~' else c for c in s)


DIGITS = str.maketrans('01234567', '98234567')


def right(i):
    """Numbers in base 8 without 0, 1: nothing that looks like something else tells two apart. Five of twelve are addresses."""
    draw = int(pick.random() * 12 * len(GIVEN))
    name = GIVEN[draw // 12] + 'zq' + ('%o' % i).translate(DIGITS)
    return name + '@' + DOMAINS[draw % 12] if draw % 12 < len(DOMAINS) else name


# name: (what it does to an ID, whether the plain ID stands in the table as well)
KINDS = {
    'full-width': (full, True), 'capitals': (str.swapcase, True), 'hyphen': (lambda s: s.replace('zq', '-zq', 1), True), 'cyrillic': (lambda s: s.translate(CYRILLIC), True),
    'invisible': (lambda s: s[:3] + '\u200B' + s[3:], True), 'no-break-space': (lambda s: s + '\u00A0', True), 'edge-space': (lambda s: s + ' ', True),
    'dash': (lambda s: s.replace('zq', '\u2010zq', 1), True), 'circled': (lambda s: s.replace('2', '②').replace('3', '③').replace('4', '④').replace('5', '⑤').replace('6', '⑥').replace('7', '⑦').replace('8', '⑧').replace('9', '⑨'), True),
    'mistyped-domain': (lambda s: s.split('@')[0] + '@' + pick.choice(['gmial.com', 'gmail.con', 'yaho.co.jp', 'outlok.com']), False),
    'kana': (lambda s: 'たろう' + s, False), 'label': (lambda s: 'ID: ' + s, False),
}
kinds = list(KINDS)
planted = set(pick.sample(range(rows), faults))
print('id,fault')
for i in range(rows):  # no ID has a comma or a quote
    value, fault = right(i), ''
    if i in planted:
        fault = kinds[i % len(kinds)]
        change, beside = KINDS[fault]
        if beside:
            print(value + ',')
        value = change(value)
    print(value + ',' + fault)
