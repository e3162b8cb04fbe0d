#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Count false alarms: ordinary, correct values that are answered `ask` or `fail` without any evidence from a context.

usage: false_alarms.py CLI
Values are built from tests/words.txt and syllables with a fixed seed; every cause is named; the test fails at 0.5 % or more.
"""
import collections, json, os, random, subprocess, sys

ROW = {'a': 'あいうえお', 'k': 'かきくけこ', 's': 'さしすせそ', 't': 'たちつてと', 'n': 'なにぬねの', 'h': 'はひふへほ', 'm': 'まみむめも', 'r': 'らりるれろ'}
HIRAGANA = ''.join(ROW.values()) + 'ん'
KANJI = '山川田中村上下大小木花月日水火金土人子女男東西南北春夏秋冬海空'
CYRILLIC = 'абвгдежзиклмнопрстуфхцчшщыьэюя'
DOMAINS = ['gmail.com', 'yahoo.co.jp', 'docomo.ne.jp', 'ezweb.ne.jp', 'icloud.com', 'example.co.jp', 'example.com', 'outlook.jp', 'mail.com', 'nifty.com',
           'keio.jp', 'u-tokyo.ac.jp', 'city.osaka.lg.jp', 'gmx.net', 'proton.me', 'au.com', 'ymail.com', 'softbank.jp']


def luhn(digits):
    total = 0
    for i, d in enumerate(reversed(digits + [0])):
        total += d if i % 2 == 0 else (2 * d if d < 5 else 2 * d - 9)
    return (10 - total % 10) % 10


def card(pick):
    prefix, length = pick.choice([('4', 16), ('51', 16), ('55', 16), ('2221', 16), ('34', 15), ('37', 15), ('3528', 16), ('3589', 16), ('36', 14), ('6011', 16), ('62', 16)])
    digits = [int(c) for c in prefix] + [pick.randrange(10) for _ in range(length - len(prefix) - 1)]
    return ''.join(map(str, digits)) + str(luhn(digits))


def password(pick, words):
    word, other = pick.choice(words), pick.choice(words)
    shapes = [word, word + str(pick.randrange(10000)), word.capitalize() + str(pick.randrange(100)), word + '_' + other, word + ' ' + other + ' ' + pick.choice(words),
              word.capitalize() + '!' + other, ''.join(pick.choice('abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789!#$%&*+-=?@') for _ in range(12)),
              str(pick.randrange(10 ** 8)).zfill(8), word.upper() + str(pick.randrange(100)), word[:2] + '\\' + other, '~' + word + '~', word + '"' + other + "'"]
    return pick.choice(shapes)


def hangul(pick, n):
    return ''.join(chr(0xAC00 + pick.randrange(11172)) for _ in range(n))


def values(pick, words):
    for _ in range(1500):
        word = pick.choice(words)
        yield 'login-id', '', pick.choice([word, word + str(pick.randrange(1000)), word + '.' + pick.choice(words), word + '_' + pick.choice(words), word.capitalize(),
                                           'K%06d' % pick.randrange(10 ** 6), '%08d' % pick.randrange(10 ** 8), 'AB%06d' % pick.randrange(10 ** 6)])
    for _ in range(700):
        yield 'login-id', 'kind: email', pick.choice(words) + str(pick.randrange(100)) + '@' + pick.choice(DOMAINS)
    for _ in range(1800):
        yield 'password', '', password(pick, words)
    for _ in range(400):
        yield 'card-number', '', card(pick)
    for _ in range(200):
        yield 'pin', '', '%04d' % pick.randrange(10000)
    for _ in range(300):
        yield 'password', 'charset: unicode', ''.join(pick.choice(HIRAGANA + KANJI) for _ in range(pick.randrange(6, 16)))
    for _ in range(200):
        yield 'password', 'charset: unicode', ''.join(pick.choice(CYRILLIC) for _ in range(pick.randrange(6, 16)))
    for _ in range(200):
        yield 'password', 'charset: unicode', hangul(pick, pick.randrange(4, 12))


def main():
    cli = sys.argv[1]
    words = [w for w in open(os.path.join(os.path.dirname(__file__), 'words.txt'), encoding='utf-8').read().split() if w.isascii() and w.isalpha() and w.islower() and len(w) > 2]
    groups = collections.OrderedDict()
    for field, rules, value in values(random.Random(20261123), words):
        groups.setdefault((field, rules), []).append(value)
    total = alarms = 0
    causes = collections.Counter()
    for (field, rules), items in groups.items():
        answer = subprocess.run([cli, '--format=json', '--lang=en', '--null'] + (['--rules', rules] if rules else []) + [field],
                                input='\0'.join(items).encode(), capture_output=True).stdout.decode()
        lines = answer.splitlines()
        if len(lines) != len(items):
            sys.exit('%s %s: %d answers to %d values' % (field, rules, len(lines), len(items)))
        wrong = 0
        for line in lines:
            report = json.loads(line)
            if report['verdict'] in ('ask', 'fail'):
                wrong += 1
                causes.update(d['code'] for d in report['diagnostics'] if d['severity'] != 'info')
        print('%-12s %-18s %5d values, %3d alarms' % (field, rules, len(items), wrong))
        total += len(items)
        alarms += wrong
    for code, count in causes.most_common():
        print('  cause: %s %d' % (code, count))
    print('false alarms: %d of %d (%.2f %%), under 0.5 %% wanted' % (alarms, total, 100 * alarms / total))
    return alarms * 200 >= total


if __name__ == '__main__':
    sys.exit(main())
