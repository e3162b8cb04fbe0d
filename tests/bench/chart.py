#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The lines of peers.c, peers.mjs and peers.py (standard input) as a table with ratios, as Markdown and as an SVG.

usage: chart.py [--table FILE] [--svg FILE] < peers.tsv
The ratio is to loginlint in the same language: how many times longer the peer takes.
"""
import argparse, sys
from html import escape

# What each does of the check, and what it leaves out.  None says what is wrong, where, or how to mend it.
DOES = {
    'loginlint: the whole check': 'policy, findings with fixes, verdict',
    'ICU NFKC': 'folds width; leaves dashes, quotes and kana',
    'ICU Fullwidth-Halfwidth': 'folds width; makes a long vowel half-width kana',
    'ICU uspoof': 'says that scripts are mixed; no place, no fix',
    'utf8proc NFKC': 'as ICU\'s; allocates the answer',
    'libidn SASLprep': 'NFKC and prohibited characters; one error code, no place',
    'iconv //TRANSLIT': '`?` for what it does not know; by locale',
    'floor: UTF-8 by SWAR': 'well-formed or not, nothing else',
    'floor: memcpy': 'copies the bytes',
    'loginlint in JavaScript': 'the whole check, to JavaScript objects',
    'loginlint in WebAssembly': 'the same from WebAssembly',
    "normalize('NFKC')": 'folds width; nothing of cards',
    'validator.js': 'yes or no: `isAlphanumeric`, `isCreditCard`',
    'card-validator': 'brand, length, Luhn; full-width is wrong to it; cards only',
    'wanakana': 'kana to romaji; keeps kanji and full-width',
    'moji': 'folds width of ASCII only',
    'zxcvbn': 'how guessable; nothing of typing',
    'Python unicodedata NFKC': 'folds width',
    'jaconv': 'folds width; leaves dashes and quotes',
    'mojimoji': 'folds width; leaves dashes and quotes',
}

arguments = argparse.ArgumentParser()
arguments.add_argument('--table')
arguments.add_argument('--svg')
options = arguments.parse_args()
lines = [line.rstrip('\n').split('\t') for line in sys.stdin if line.strip()]
inputs = lines[0][1:]
rows = [(name, [None if ns == '-' else float(ns) for ns in times]) for name, *times in lines[1:]]
base = dict(rows)
native, web = base['loginlint: the whole check'], base.get('loginlint in JavaScript')


def ours_of(name):
    later = [n for n, _ in rows].index(name) >= [n for n, _ in rows].index('loginlint in JavaScript') if web else False
    return web if later and not DOES[name].startswith('folds width; leaves dashes and quotes') and 'Python' not in name else native


print('%-28s' % 'ns per call, minimum (ratio)' + ''.join('%18s' % name for name in inputs))
for name, times in rows:
    ours = ours_of(name)
    print('%-28s' % name + ''.join('%18s' % '-' if ns is None else '%9.0f (%5.1f x)' % (ns, ns / o) for ns, o in zip(times, ours)))

if options.table:
    with open(options.table, 'w', encoding='utf-8') as table:
        table.write('| ns per call, minimum | %s | what it does, and not |\n|---|%s---|\n' % (' | '.join(inputs), '---:|' * len(inputs)))
        for name, times in rows:
            table.write('| %s | %s | %s |\n' % (name, ' | '.join('' if ns is None else '%.0f' % ns for ns in times), DOES[name]))

if options.svg:
    WIDTH, LEFT, BAR = 760, 190, 13
    top, out = 30, []
    shown = [row for row in rows if row[0] not in ('zxcvbn',)]
    for i, which in enumerate(inputs):
        limit = max(t[i] for _, t in shown if t[i] is not None)
        out.append('<text x="8" y="%d" class="t">%s</text>' % (top + 4, which))
        top += 14
        for name, times in shown:
            if times[i] is None:
                continue
            length = max(1, (WIDTH - LEFT - 70) * times[i] / limit)
            out.append('<text x="%d" y="%d" text-anchor="end">%s</text><rect x="%d" y="%d" width="%.1f" height="%d" class="%s"/><text x="%.1f" y="%d">%.0f</text>' %
                       (LEFT - 6, top + 10, escape(name), LEFT, top, length, BAR - 2, 'a' if name.startswith('loginlint') else 'b', LEFT + length + 4, top + 10, times[i]))
            top += BAR
        top += 14
    with open(options.svg, 'w', encoding='utf-8') as svg:
        svg.write('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="10">\n' % (WIDTH, top))
        svg.write('<style>svg{background:#fff}.t{font-weight:bold;font-size:12px}.a{fill:#0b6bcb}.b{fill:#b8c0cc}</style>\n')
        svg.write('<text x="8" y="14" class="t">ns per call (shorter is better; each input on its own scale): the whole check beside what peers do of it</text>\n')
        svg.write('\n'.join(out) + '\n</svg>\n')
