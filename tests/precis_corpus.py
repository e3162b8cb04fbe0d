#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Hold the PRECIS profiles, the Bidi rule and domain names of the companion against what standards and other implementations say.

usage: precis_corpus.py PROGRAM [DIRECTORY]     PROGRAM: precis_dump; DIRECTORY: ../shared/corpora/precis, where it is

Every row of our own set (tests/cases/precis.tsv) must agree; a row of the others that differs must be explained by one of
the readings below. Prints the counts.
"""
import json, os, subprocess, sys, unicodedata

# struct ll_rules: width, spaces, trim, mapping (1 lower, 3 folded), form (1 NFC, 2 NFKC), bidi, class (1 identifier, 2 free)
OPS = {
    'UsernameCaseMapped': '1001111', 'UsernameCaseMapped:ToLower': '1001111', 'UsernameCaseMapped:CaseFold': '1003111',
    'UsernameCasePreserved': '1000111', 'OpaqueString': '0100102', 'NicknameCasePreserved': '0110202',
    'NicknameCaseMapped': '0111202', 'NicknameCaseMapped:ToLower': '0111202', 'NicknameCaseMapped:CaseFold': '0113202',
    'Nickname': '0110202', 'FreeFormClass': '0000002', 'IdentifierClass': '0000001', 'FreeFormClass+NFC': '0000102',
}
# what the reference library calls a reason -> code and reason here
CONTEXT = {'arabic_indic', 'extended_arabic_indic', 'katakana_middle_dot', 'middle_dot', 'zero_width_joiner',
           'zero_width_nonjoiner'}
REASONS = {'precis_ignorable_properties': 'ignorable', 'exceptions': 'exception', 'other_letter_digits': 'other-letter'}

here = os.path.dirname(os.path.abspath(__file__))
program = sys.argv[1]
folder = sys.argv[2] if len(sys.argv) > 2 else os.path.join(here, '..', '..', 'shared', 'corpora', 'precis')


def rows(name):
    if not os.path.isdir(folder):
        return []
    with open(os.path.join(folder, name + '.jsonl'), encoding='utf-8') as f:
        return [json.loads(line) for line in f]


pipe = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding='ascii')
icu = int(pipe.stdout.readline().split()[1])


def ask(op, text):
    pipe.stdin.write(op + ' ' + ' '.join('%X' % ord(c) for c in text) + '\n')
    pipe.stdin.flush()
    word, *rest = pipe.stdout.readline().split()
    return (word, ''.join(chr(int(x, 16)) for x in rest), '') if word == 'ok' else (word, None, rest)


def expected_reason(err):
    name = err.split('/')[-1]
    if name in ('empty',):
        return 'empty', 'none'
    if name == 'bidi_rule':
        return 'bidi-rule', 'none'
    return 'disallowed', 'context' if name in CONTEXT else REASONS.get(name, name).replace('_', '-')


total, agree, failures, explained = 0, 0, [], {}


def note(row, got, why=None):
    if why:
        explained.setdefault(why, []).append(row['in'])
    else:
        failures.append((row, got))


def hold(row, op, with_reason):
    global total, agree
    total += 1
    word, text, refusal = got = ask(op, row['in'])
    same = (row['out'] is None) == (word == 'no') and (word == 'no' or text == row['out'])
    if same and with_reason and word == 'no':
        same = tuple(refusal[:2]) == expected_reason(row['err'])
    if same:
        agree += 1
    elif word == 'no' and refusal[1] == 'context' and (row.get('err') or '').endswith('bidi_rule'):
        note(row, got, 'both kinds of Arabic digits break a contextual rule and the Bidi rule: here the class is named first')
    elif row['op'] == 'jid' and row['in'] == '\u03c2':
        note(row, got, 'final sigma is kept by toLowerCase (RFC 8265); the row folds case, as RFC 7613 did')
    elif any(ask('0000002', c)[2][:2] == ['disallowed', 'unassigned'] for c in set(row['in'])):
        note(row, got, 'a character newer than this ICU')
    else:
        note(row, got)


with open(os.path.join(here, 'cases', 'precis.tsv'), encoding='ascii') as file:
    for line in file:
        if line.startswith(('#', 'domain')):  # those are for idna_corpus.py
            continue
        row = [cell.encode().decode('unicode_escape') for cell in line.rstrip('\n').split('\t')]
        total += 1
        got = ask('bidi' if row[0] == 'bidi' else OPS[row[0]], row[1])
        if row[2] == (got[0] if got[0] == 'no' else 'yes' if row[0] == 'bidi' else got[1]):
            agree += 1
        else:
            note({'op': row[0], 'in': row[1], 'out': row[2], 'err': row[3]}, got)
for row in rows('golden'):
    hold(row, OPS[row['op']], True)
for row in rows('rfc_tables'):
    hold(row, OPS[row['op']], False)
for row in rows('golang'):
    if row['op'] == 'compare Nickname':
        total += 1
        same = ask(OPS['NicknameCaseMapped'], row['in'])[1] == ask(OPS['NicknameCaseMapped'], row['in2'])[1]
        agree += same == row['out']
        if same != row['out']:
            note(row, same)
    elif row['op'] == 'UsernameCaseMappedRestricted':
        total += 1
        note(row, None, "an extension of Go's library, of no RFC: more characters are forbidden by the caller")
    else:
        hold(row, OPS[row['op']], False)
for row in rows('bidirule'):
    total += 1
    # bytes of ill-formed UTF-8 in the source (\x80, \xCC), which became U+0080 and U+00CC
    if any(c in '\x80\xcc' for c in row['in']):
        note(row, None, 'ill-formed bytes in the source, code points in the copy')
        continue
    got = ask('bidi', row['in'])[0] == 'ok'
    agree += got == row['out']
    if got != row['out']:
        note(row, got)
for row in rows('jxmpp_jids'):
    if '@' not in row['in'] or '/' in row['in'] or row['in'].count('@') != 1 or (row['out'] and not row['out']['local']):
        continue  # parsing an address into its parts is not PRECIS
    local = row['in'].split('@')[0]
    if not local or not row['in'].split('@')[1] or '"' in local:
        continue  # as are its empty parts and what RFC 7622 forbids besides
    hold({'in': local, 'out': row['out'] and row['out']['local'], 'op': 'jid', 'src': row['src']}, OPS['UsernameCaseMapped'], False)

pipe.stdin.close()
print('precis_corpus: ICU %d: %d rows, %d agree, %d explained, %d differ' %
      (icu, total, agree, sum(map(len, explained.values())), len(failures)))
for why, which in explained.items():
    print('  %d: %s' % (len(which), why))
for row, got in failures[:40]:
    print('  DIFFERS', row['op'], ascii(row['in'])[:80], 'expected', ascii(row.get('out'))[:60], row.get('err'), 'got', ascii(got)[:90])
sys.exit(1 if failures else 0)
