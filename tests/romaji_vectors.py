#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""romaji_vectors.py - does what an input method shows lead back to the keys?

In:  the program; our own rows, tests/cases/romaji.tsv, which must all be offered; where they are, other projects' tests
     (../shared/corpora/romaji, JSON lines: op, in, out, pending), which may differ for a reason.
Out: the rate, and the reason for every row that is not offered; exit status 1 when a row fails without a reason.
Also holds lib/candidates/romaji.def to the syllables that a rule makes, and to ../shared/tables/romaji.tsv where it is.

A row of the other projects counts where it maps keys that a person types to kana.  The reasons:
  capitals           the keys are capitals for katakana's sake: which keys were shifted is lost, the keys are offered in
                     lower case
  other convention   typing the keys on an input method does not show that: spellings of a transliterator only, kana
                     for spaces
  cap of 8           more spellings than places for candidates, and a likelier one in each

usage: romaji_vectors.py [--cli build/loginlint] [--show]
"""
import argparse
import collections
import json
import os
import re
import subprocess
import sys
import unicodedata

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..')
SHARED = os.path.join(ROOT, '..', 'shared')
OPERATIONS = {'typed_keys_to_preedit', 'ime_romaji', 'ime_romaji_mobile', 'alphabet2kana', 'hiragana', 'katakana',
              'romajiToKatakana', 'romajiToHiragana', 'toKana', 'toHiragana', 'toKatakana', 'RomanjiToHiragana'}
KANA = re.compile('[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]')


def table():
    """keys -> kana of lib/candidates/romaji.def, and the input methods that have each."""
    entries, takers = {}, {}
    with open(os.path.join(ROOT, 'lib', 'candidates', 'romaji.def'), encoding='utf-8') as file:
        for first, second, keys, ime in re.findall(r'''X\(u'(.)',(?:u'(.)'|0), "([^"]+)",(\w+)\)''', file.read()):
            entries[keys] = first + second
            takers[keys] = ime
    return entries, takers


def hiragana(text):
    return ''.join(chr(ord(c) - 0x60) if 0x30A1 <= ord(c) <= 0x30F6 else c for c in text)


def wide(text):
    return ''.join(chr(ord(c) + 0xFEE0) if '!' <= c <= '~' else c for c in text)


def type_keys(keys, entries):
    """What an input method shows for the keys; a last n stays a letter."""
    shown = ''
    while keys:
        fitting = [entry for entry in entries if keys.startswith(entry)]
        if keys == 'n' or (not fitting and not re.match(r'([b-df-hj-mp-tv-z])\1|tch', keys)):
            shown, keys = shown + wide(keys[0]), keys[1:]
        elif fitting:
            best = max(fitting, key=len)
            shown, keys = shown + entries[best], keys[len(best):]
        elif keys.startswith('www'):
            shown, keys = shown + wide('w'), keys[1:]
        else:
            shown, keys = shown + '\u3063', keys[1:]
    return shown


# The syllables by rule: a consonant and its five kana; a consonant with y, and the kana that small ゃ and its like follow.
ROWS = {'': 'あいうえお', 'k': 'かきくけこ', 's': 'さしすせそ', 't': 'たちつてと', 'n': 'なにぬねの', 'h': 'はひふへほ', 'm': 'まみむめも',
        'r': 'らりるれろ', 'g': 'がぎぐげご', 'z': 'ざじずぜぞ', 'd': 'だぢづでど', 'b': 'ばびぶべぼ', 'p': 'ぱぴぷぺぽ',
        'x': 'ぁぃぅぇぉ', 'l': 'ぁぃぅぇぉ'}
GLIDES = {'ky': 'き', 'sy': 'し', 'sh': 'し', 'ty': 'ち', 'ch': 'ち', 'cy': 'ち', 'ny': 'に', 'hy': 'ひ', 'my': 'み', 'ry': 'り', 'gy': 'ぎ',
          'zy': 'じ', 'jy': 'じ', 'j': 'じ', 'dy': 'ぢ', 'by': 'び', 'py': 'ぴ', 'vy': 'ゔ', 'th': 'て', 'dh': 'で'}


def by_rule(entries):
    """Syllables that the table has not as the rule has them."""
    rule = {consonant + vowel: kana for consonant, row in ROWS.items() for vowel, kana in zip('aiueo', row)}
    rule.update({glide + vowel: kana + small for glide, kana in GLIDES.items() for vowel, small in zip('aiueo', 'ゃぃゅぇょ')})
    rule.update({'shi': 'し', 'chi': 'ち', 'tsu': 'つ', 'fu': 'ふ', 'ji': 'じ', 'ya': 'や', 'yu': 'ゆ', 'yo': 'よ', 'wa': 'わ', 'wo': 'を'})
    wrong = sorted(keys for keys in rule if entries.get(keys) != rule[keys])
    print('romaji.def: %d syllables by rule, %d differ %s' % (len(rule), len(wrong), wrong[:9]))
    return len(wrong)


def compare_table(entries, takers):
    path = os.path.join(SHARED, 'tables', 'romaji.tsv')
    if not os.path.exists(path):
        return 0
    theirs = {}
    with open(path, encoding='utf-8') as file:
        for line in file:
            row = line.rstrip('\n').split('\t')
            if not line.startswith('#') and row[0] != 'keys' and not row[2]:
                theirs[row[0]] = (hiragana(row[1]), {'both': 'ALL', 'mozc': 'MOZC', 'msime': 'MS'}[row[3]])
    ours = {keys: (kana, takers[keys]) for keys, kana in entries.items()}
    wrong = sorted(keys for keys in ours.keys() | theirs.keys() if ours.get(keys) != theirs.get(keys))
    print('romaji.def: %d spellings, %d differ from ../shared/tables/romaji.tsv %s' % (len(ours), len(wrong), wrong[:9]))
    return len(wrong)


def rows():
    with open(os.path.join(ROOT, 'tests', 'cases', 'romaji.tsv'), encoding='utf-8') as file:
        for line in file:
            if not line.startswith('#'):
                yield ('own', *line.rstrip('\n').split('\t'))
    folder = os.path.join(SHARED, 'corpora', 'romaji')
    seen = set()
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else ():
        with open(os.path.join(folder, name), encoding='utf-8') as file:
            for line in file:
                row = json.loads(line)
                keys, shown = row['in'], row['out'] + wide(row.get('pending', ''))
                if row['op'] not in OPERATIONS or not re.fullmatch('[ -~]+', keys) or not KANA.search(shown):
                    continue
                if (keys, shown) not in seen and '\n' not in keys + shown:
                    seen.add((keys, shown))
                    yield row['src'].split()[0], keys, shown


def candidates(cli, values):
    run = subprocess.run([cli, '--format=json', '--lang=en', '--reveal', 'password'], input='\n'.join(values) + '\n',
                         capture_output=True, text=True, encoding='utf-8', check=False)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    if len(answers) != len(values):
        sys.exit('%d answers to %d values: %s' % (len(answers), len(values), run.stderr[:200]))
    return [[c['text'] for c in answer.get('candidates', [])] for answer in answers]


def shows(keys, shown, entries):
    """Would an input method show this for the keys?  Width, a last n, katakana and z-arrows aside."""
    typed = hiragana(type_keys(keys, entries))
    want = wide(hiragana(shown))
    return want in (typed, typed[:-1] + '\u3093' if typed.endswith('\uff4e') else typed)


def reason_of(keys, shown, offered, entries, takers):
    """Why the keys are not among what is offered for what was shown."""
    mozc = {k: v for k, v in entries.items() if takers[k] != 'MS'}
    if re.search('[\uff61-\uff9f]', shown):
        shown = unicodedata.normalize('NFKC', shown)
    if keys != keys.lower() and keys.lower() in offered:
        return 'capitals'
    if not shows(keys, shown, mozc) and not shows(keys, shown, entries):
        return 'other convention'
    return 'cap of 8' if len(offered) == 8 else 'not found'


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--cli', default=os.path.join(ROOT, 'build', 'loginlint'))
    parser.add_argument('--show', action='store_true')
    args = parser.parse_args()
    entries, takers = table()
    wrong = by_rule(entries) + compare_table(entries, takers)
    vectors = list(rows())
    reasons, total, first = collections.Counter(), 0, 0
    for (source, keys, shown), offered in zip(vectors, candidates(args.cli, [shown for _, _, shown in vectors])):
        total += 1
        if keys in offered:
            reasons['offered'] += 1
            first += offered[0] == keys
            continue
        reason = 'not found' if source == 'own' else reason_of(keys, shown, offered, entries, takers)
        reasons[reason] += 1
        if args.show or reason == 'not found':
            print('%s: %s %r <- %s %s' % (reason, source, keys, shown, offered))
    own = total - reasons['other convention'] - reasons['capitals']
    print('romaji vectors: %d rows of keys to kana; %d offered, %d first; %s' %
          (total, reasons['offered'], first, ', '.join('%d %s' % (n, r) for r, n in reasons.most_common() if r != 'offered')))
    print('of the %d that an input method shows: %.1f %% offered' % (own, 100 * reasons['offered'] / max(1, own)))
    return wrong != 0 or reasons['not found'] != 0


if __name__ == '__main__':
    sys.exit(main())
