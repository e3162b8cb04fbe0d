#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Reports of people to projects like ours (museum.tsv), asked of those projects as published, and of us.

usage: museum.py [--cli PROGRAM] [--modules DIR] [--readme FILE] [--details]
An answer to `yes` is right when the value goes through as it is (with us: pass or fixed without a change of meaning); to `no` when it does not;
`mended` when the value that was meant is made or offered first.  Peers from PyPI (phonenumbers, email-validator, jaconv) are asked where they are installed.
"""
import argparse, collections, importlib, json, os, re, subprocess, sys
from importlib import metadata

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', 'acts'))
import cli

Row = collections.namedtuple('Row', 'id kind input wanted meant source note')
OURS = {'email': ('login-id', 'kind: email', 'entry: paste'), 'card': ('card-number', '', 'entry: paste'), 'phone': ('login-id', 'kind: phone', 'entry: paste'), 'otp': ('pin', '@otp-6', 'entry: paste'),
        'id': ('login-id', 'kind: name', 'keyboard: touch'), 'romaji': ('password', '', '')}


def rows():
    out = []
    for line in open(os.path.join(HERE, 'museum.tsv'), encoding='utf-8'):
        if not line.startswith('#'):
            number, kind, text, wanted, source, note = line.rstrip('\n').split('\t')
            text = re.sub(r'\\u([0-9A-F]{4})', lambda m: chr(int(m.group(1), 16)), text)
            wanted, _, meant = wanted.partition('>')
            out.append(Row(number, kind, text, wanted, meant, source, note))
    return out


def npm(found, modules):
    done = subprocess.run(['node', os.path.join(HERE, 'museum.js')], input='\n'.join(json.dumps([r.kind, r.input]) for r in found), text=True, capture_output=True, env=dict(os.environ, NODE_PATH=modules))
    if done.returncode:
        raise SystemExit(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def pypi():
    """kind -> name -> ask; only what is installed."""
    peers = collections.defaultdict(dict)
    try:
        phonenumbers = importlib.import_module('phonenumbers')

        def phone(text):
            try:
                n = phonenumbers.parse(text, 'JP')
            except phonenumbers.NumberParseException:
                return {'ok': False, 'value': None}
            return {'ok': phonenumbers.is_valid_number(n), 'value': phonenumbers.format_number(n, phonenumbers.PhoneNumberFormat.E164) if re.match(r'\+|00', text) else '0%d' % n.national_number}
        peers['phone']['phonenumbers ' + metadata.version('phonenumbers')] = phone
    except ImportError:
        pass
    try:
        email_validator = importlib.import_module('email_validator')

        def email(text):
            try:
                value = email_validator.validate_email(text, check_deliverability=False).normalized
            except email_validator.EmailNotValidError:
                return {'ok': False, 'value': None}
            return {'ok': value == text, 'value': value}
        peers['email']['email-validator (PyPI) ' + metadata.version('email-validator')] = email
    except ImportError:
        pass
    try:
        jaconv = importlib.import_module('jaconv')
        name = 'jaconv ' + metadata.version('jaconv')
        peers['romaji'][name] = lambda text: {'ok': False, 'value': jaconv.kana2alphabet(text)}
        for kind in ('email', 'otp'):
            peers[kind][name] = lambda text: {'ok': jaconv.z2h(text, kana=False, ascii=True, digit=True) == text, 'value': jaconv.z2h(text, kana=False, ascii=True, digit=True)}
    except ImportError:
        pass
    return peers


def ours(program, found):
    questions = [OURS[r.kind][:2] + ('stage: submit; ' + OURS[r.kind][2], r.input) for r in found]
    out = []
    for answer in cli.ask(program, questions):
        first = answer.get('text') if answer['verdict'] == 'fixed' else answer['candidates'][0]['text'] if answer['candidates'] else None
        out.append({'ok': answer['verdict'] == 'pass', 'value': first, 'fixed': answer['verdict'] == 'fixed'})
    return out


def plain(kind, text):
    return re.sub(r'[ ()-]', '', text) if kind in ('card', 'phone') else text


def judge(row, answer):
    """right, mended (None where there is nothing to mend)."""
    value = answer['value'] and plain(row.kind, answer['value'])
    if row.wanted == 'yes':  # spaces in a number belong to how it is printed
        return answer['ok'] or answer.get('fixed', False) and value == plain(row.kind, row.input), None
    mended = value == row.meant if row.meant else None
    return not answer['ok'] or bool(mended), mended


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--cli', default='build/loginlint')
    parser.add_argument('--modules', default='build/value/node_modules')
    parser.add_argument('--readme')
    parser.add_argument('--details', action='store_true', help='every row with every answer')
    args = parser.parse_args()
    found, python = rows(), pypi()
    answers = npm(found, os.path.abspath(args.modules))
    for row, answer, own in zip(found, answers, ours(args.cli, found)):
        answer.update((name, ask(row.input)) for name, ask in python[row.kind].items())
        answer['libloginlint'] = own
    table = collections.defaultdict(lambda: [0, 0, 0, 0])
    for row, answer in zip(found, answers):
        for name, one in answer.items():
            right, mended = judge(row, one)
            cell = table[row.kind, name]
            cell[0] += 1
            cell[1] += right
            cell[2] += mended is not None
            cell[3] += bool(mended)
            if args.details or name == 'libloginlint' and (not right or mended is False):
                print('%-4s %-34s %-28s wanted %-3s %-24s got %s%s%s' % (row.id, row.input, name, row.wanted, row.meant, 'through' if one['ok'] else 'stopped', '' if one['value'] is None else ' ' + one['value'], '' if right and mended is not False else '   <- not as wanted'))
    lines = ['| box | who | reports | answered as people expected | what was meant, made or offered first |', '|---|---|---:|---:|---:|']
    for kind in ('email', 'card', 'phone', 'otp', 'id', 'romaji'):
        names = sorted((name for k, name in table if k == kind), key=lambda name: (name != 'libloginlint', -table[kind, name][1], name))
        lines += ['| %s | %s | %d | %d | %s |' % ((kind, name) + tuple(table[kind, name][:2]) + ('%d of %d' % (table[kind, name][3], table[kind, name][2]) if table[kind, name][2] else '',)) for name in names]
    print('%d reports' % len(found))
    print('\n'.join(lines))
    if args.readme:
        open(args.readme, 'w', encoding='utf-8').write('\n'.join(lines) + '\n')


if __name__ == '__main__':
    sys.exit(main())
