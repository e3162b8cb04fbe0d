#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""romaji_words.py - Japanese words and names as people spell them in Latin letters, for the letter model (gen_letters.c).

In:  the dictionary of Debian's mecab-ipadic: readings in katakana (a folder, /usr/share/mecab/dic/ipadic if not given).
Out: a word a line, names twice: as Hepburn spells it, the same without long vowels, as Kunrei spells it.  One in ten, by its
     hash, is left out, so that there are words which the model never saw.
"""
import os
import re
import sys

ROWS = {'': 'アイウエオ', 'k': 'カキクケコ', 's': 'サシスセソ', 't': 'タチツテト', 'n': 'ナニヌネノ', 'h': 'ハヒフヘホ', 'm': 'マミムメモ', 'r': 'ラリルレロ',
        'g': 'ガギグゲゴ', 'z': 'ザジズゼゾ', 'd': 'ダヂヅデド', 'b': 'バビブベボ', 'p': 'パピプペポ'}
KUNREI = {kana: row + vowel for row, kanas in ROWS.items() for kana, vowel in zip(kanas, 'aiueo')}
KUNREI.update({'ヤ': 'ya', 'ユ': 'yu', 'ヨ': 'yo', 'ワ': 'wa', 'ヲ': 'wo', 'ヂ': 'zi', 'ヅ': 'zu', 'ー': '-'})
KUNREI.update({kana + small: spelt[:-1] + 'y' + vowel for kana, spelt in list(KUNREI.items()) if spelt.endswith('i') and len(spelt) > 1
               for small, vowel in zip('ャュョ', 'auo')})
HEPBURN = (('sy', 'sh'), ('ty', 'ch'), ('zy', 'j'), ('si', 'shi'), ('ti', 'chi'), ('tu', 'tsu'), ('hu', 'fu'), ('zi', 'ji'))
FILES = ('Noun.name.csv', 'Noun.name.csv', 'Noun.place.csv', 'Noun.csv', 'Noun.verbal.csv')


def hash_of(word):
    h = 2166136261
    for byte in word.encode():
        h = (h ^ byte) * 16777619 & 0xFFFFFFFF
    return h ^ h >> 15


def hepburn(spelt):
    for other, ours in HEPBURN:
        spelt = spelt.replace(other, ours)
    return spelt


def spell(reading):
    """The reading as Hepburn and Kunrei spell it; None where it has sounds of other languages."""
    both, doubled = ['', ''], False
    for kana in re.findall('.[ャュョ]?', reading):
        if kana == 'ッ':
            doubled = True
            continue
        one = 'n' if kana == 'ン' else KUNREI.get(kana)
        if one is None or (doubled and one[0] in 'aiueony-'):
            return None
        for i, syllable in enumerate((hepburn(one), one)):
            both[i] += ('t' if syllable.startswith('ch') else syllable[0]) * doubled + syllable
        doubled = False
    return None if doubled else both


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else '/usr/share/mecab/dic/ipadic'
    found = []
    for name in FILES:
        with open(os.path.join(folder, name), encoding='euc-jp') as file:
            readings = {line.rstrip('\n').split(',')[11] for line in file}
        for both in map(spell, sorted(readings)):
            if both and both[0][0] != '-' and 3 <= len(both[0]) <= 14 and hash_of(both[0]) % 10:
                found.append((both[0], re.sub('([ou])u', r'\1', both[0].replace('oo', 'o').replace('-', '')), both[1]))
    for row in found:
        print(*row)


if __name__ == '__main__':
    main()
