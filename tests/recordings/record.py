#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""record.py - types made-up values through a real input method and writes what then stands in the field.

usage: record.py METHOD [--seed N] [--count N of each kind] [--kinds a,b]   > rows: method, kind, keys, what stands in the field

Mozc runs without a screen: mozc_emacs_helper (Debian: emacs-mozc-bin) starts mozc_server and speaks lines of S-expressions.  It refuses
to run as root and wants an existing ~/.config: each method has a home of its own below /tmp, owned by `nobody`, with a
config1.db of a few bytes, so that nothing is learnt from one value to the next.  libhangul and librime are libraries: hangul.c
and rime.c here.  README.md says what each method stands for.
"""
import argparse
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

import values

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.join(HERE, '..', '..', 'build', 'recordings')
SPECIAL = {' ': 'space'}


def varint(n):
    out = b''
    while n > 127:
        out, n = out + bytes([n & 127 | 128]), n >> 7
    return out + bytes([n])


def number(field, value):
    return varint(field << 3) + varint(value)


def message(field, body):
    return varint(field << 3 | 2) + varint(len(body)) + body


# Fields of Mozc's config.proto: 20 incognito_mode, 40 preedit_method (1 kana), 41 session_keymap (2 MS-IME), 50 history_learning_level
# (2 none), 54 character_form_rules (1 group, 2 preedit form: 0 half width, 3 conversion form), 100-102 suggestions.
QUIET = number(20, 1) + number(41, 2) + number(50, 2) + number(100, 0) + number(101, 0) + number(102, 0)
KANA = number(40, 1)
GROUPS = ('A', '0', '(){}[]', '.,', '\u3002\u3001', '\u30fb\u300c\u300d', '"\'', ':;', '#%&@$^_|`\\', '~', '<>=+-/*', '?!')
HALF = b''.join(message(54, message(1, group.encode()) + number(2, 0) + number(3, 0)) for group in GROUPS)
# Every key of a JIS keyboard that kana input gives a kana for (JIS X 6002), and those that Shift changes.
JIS = dict(zip("1234567890-^\\" + 'qwertyuiop@[' + 'asdfghjkl;:]' + 'zxcvbnm,./_', 'ぬふあうえおやゆよわほへー' + 'たていすかんなにらせ゛゜' + 'ちとしはきくまのりれけむ' + 'つさそひこみもねるめろ'))
JIS.update(zip('!"#$%&\'()' + '=~|' + '`{+*}<>?' + 'EZ', 'ぬふぁぅぇぉゃゅょ' + 'ほへー' + '゛「れけ」、。・' + 'ぃっ'))
# method: (config, keys behind the value)
MOZC = {
    'mozc-romaji': (QUIET, ['enter']),
    'mozc-romaji-half': (QUIET + HALF, ['enter']),
    'mozc-katakana': (QUIET, ['f7', 'enter']),
    'mozc-half-katakana': (QUIET, ['f8', 'enter']),
    'mozc-full-width': (QUIET, ['f9', 'enter']),
    'mozc-converted': (QUIET, ['space', 'enter']),
    'mozc-kana': (QUIET + KANA, ['enter']),
    'mozc-kana-half': (QUIET + KANA, ['f8', 'enter']),
}


class Mozc:
    def __init__(self, config):
        self.home = tempfile.mkdtemp(prefix='recordings-')
        os.makedirs(self.home + '/.config/mozc')
        with open(self.home + '/.config/mozc/config1.db', 'wb') as file:
            file.write(config)
        user = []
        if os.getuid() == 0:
            subprocess.run(['chown', '-R', 'nobody:nogroup', self.home], check=True)
            user = ['setpriv', '--reuid', 'nobody', '--regid', 'nogroup', '--clear-groups']
        self.helper = subprocess.Popen([*user, 'env', '-i', 'HOME=' + self.home, 'PATH=/usr/bin:/bin', 'LANG=C.UTF-8', 'mozc_emacs_helper'],
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding='utf-8')
        greeting = self.helper.stdout.readline()
        self.version = re.search(r'version \. "([^"]*)"', greeting)[1]
        if ('preedit-method . kana' in greeting) != (KANA in config):
            sys.exit('Mozc did not read its configuration: ' + greeting)
        self.kana = KANA in config
        self.session = re.search(r'session-id \. (\d+)', self.ask('CreateSession'))[1]

    def ask(self, command):
        self.helper.stdin.write('(0 %s)\n' % command)
        self.helper.stdin.flush()
        return self.helper.stdout.readline()

    def key(self, key):
        return self.ask('SendKey %s %s' % (self.session, key))

    def type(self, keys, after):
        field = ''
        for key in [*keys, *after]:
            if len(key) > 1:
                answer = self.key(key)
            elif self.kana and key.lower() in JIS:
                answer = self.key('%d "%s"' % (ord(key), JIS.get(key) or JIS[key.lower()]))
            else:
                answer = self.key(SPECIAL.get(key, ord(key)))
            result = re.search(r'\(result \. \(\(type \. string\)\(value \. "((?:[^"\\]|\\.)*)"', answer)
            if result:
                field += re.sub(r'\\(.)', r'\1', result[1])
            elif '(consumed . t)' not in answer and len(key) == 1:
                field += key
        return field

    def servers(self):
        """The process that the helper started: it holds a lock in our home."""
        for link in glob.glob('/proc/[0-9]*/fd/*'):
            try:
                if os.readlink(link) == self.home + '/.config/mozc/.server.lock':
                    yield int(link.split('/')[2])
            except OSError:
                pass

    def close(self):
        self.ask('DeleteSession ' + self.session)
        self.helper.stdin.close()
        self.helper.wait()
        for server in self.servers():
            os.kill(server, 15)
        shutil.rmtree(self.home, ignore_errors=True)


def record_mozc(method, rows):
    config, after = MOZC[method]
    mozc = Mozc(config)
    print('# Mozc %s by mozc_emacs_helper' % mozc.version)
    for kind, keys in rows:
        if ' ' not in keys:
            yield kind, keys, mozc.type(keys, after)
    mozc.close()


PROGRAMS = {'hangul': ['hangul', '2'], 'rime-punctuation': ['rime', 'punctuation'], 'rime-full': ['rime', 'full'], 'rime-full-ascii': ['rime', 'full-ascii']}


def record_program(method, rows):
    """By a program of ours that reads a value a line and writes what stands in the field."""
    name, *arguments = PROGRAMS[method]
    rows = [row for row in rows if ' ' not in row[1]]
    with tempfile.TemporaryDirectory() as home:
        run = subprocess.run([os.path.join(BUILD, name), *arguments, home], input=''.join(keys + '\n' for _, keys in rows),
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding='utf-8', check=True)
    provenance, *fields = run.stdout.splitlines()
    print(provenance)
    if len(fields) != len(rows):
        sys.exit('%d answers to %d values' % (len(fields), len(rows)))
    for (kind, keys), field in zip(rows, fields):
        yield kind, keys, field


# The kinds that a method is asked for: all, or those that its way of showing things can change.
FEWER = 'romaji romaji_kunrei id address english english_two mixed phrase symbols capitals pin card'.split()
METHODS = {'mozc-romaji': values.KINDS, 'mozc-romaji-half': FEWER, 'mozc-katakana': FEWER, 'mozc-half-katakana': FEWER, 'mozc-full-width': FEWER,
           'mozc-converted': FEWER, 'mozc-kana': FEWER + ['every_symbol', 'random_letters'], 'mozc-kana-half': FEWER + ['random_letters'],
           'hangul': FEWER + ['random_letters'], 'rime-punctuation': ['symbols', 'every_symbol', 'address', 'phrase'],
           'rime-full': ['symbols', 'every_symbol', 'address', 'id', 'card'], 'rime-full-ascii': ['symbols', 'every_symbol', 'address', 'id', 'card']}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('method', nargs='?')
    parser.add_argument('--methods', action='store_true', help='only names them')
    parser.add_argument('--seed', default='1')
    parser.add_argument('--count', type=int, default=100)
    parser.add_argument('--kinds')
    args = parser.parse_args()
    if args.methods or args.method not in METHODS:
        print(*METHODS)
        return args.methods is False
    print('# keys typed and what then stands in the field; tests/recordings/record.py %s --seed %s --count %d' % (args.method, args.seed, args.count))
    rows = [(kind, keys) for kind in (args.kinds.split(',') if args.kinds else METHODS[args.method]) for keys in values.values(args.seed, kind, args.count)]
    for kind, keys, field in (record_mozc if args.method in MOZC else record_program)(args.method, rows):
        print('\t'.join((kind, keys, field)))


if __name__ == '__main__':
    sys.exit(main())
