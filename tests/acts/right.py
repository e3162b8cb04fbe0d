#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Right values and their prefixes: who is told something for nothing?

usage: right.py [--cli PROGRAM] [--seed N] [--values N] [--list N] [--table FILE] [--floors FILE]
1. Right values (organisations of 50 countries, IDs in 25 styles, passwords of people and of generators, phrases, cards by rule and published test numbers, phones, PINs; every preset),
   as submitted: on a first try, and after a failure. An alarm is any diagnostic above info, and any verdict but pass.
2. As typed: every prefix of every right value, stage typing, is pass or incomplete, and nothing above info is said of it.
--floors: the file names how many per cent may alarm at most, in any context, and how many prefixes; wanted are 0.2 and 0.
"""
import argparse, collections, random, re, subprocess, sys

import acts, cli, values
from values import WORDS, digits, person, word

Right = collections.namedtuple('Right', 'set field rules text')


# ---- right values -----------------------------------------------------------------------------------------------------

def organisation(pick):
    country, sector, domain = pick.choice(values.DOMAINS)
    local = pick.choice(WORDS['role']) if pick.random() < 0.15 else pick.choice(values.STYLES[:14] + values.STYLES[15:])(pick, *person(pick))
    return local + '@' + domain


def small_company(pick):
    """A name that nobody knows, under the endings of the country."""
    endings = ['co.jp', 'jp', 'com', 'ne.jp', 'or.jp', 'net', 'org', 'co.uk', 'de', 'fr', 'it', 'com.br', 'com.au', 'co.kr', 'com.tw', 'io', 'dev', 'shop', 'info', 'biz', 'eu', 'me', 'tv', 'cc', 'co', 'ai', 'app', 'online', 'site', 'xyz', 'cloud']
    a, b = word(pick), word(pick)
    host = pick.choice([a, b, a + b, a + '-' + b, pick.choice(WORDS['family-ja']), pick.choice(WORDS['family-en']) + 's', a[:4], a[:3], a + 'mail', b + 'net', a + digits(pick, 2), 'mail.' + a, 'g-' + a])
    return pick.choice(values.STYLES)(pick, *person(pick)) + '@' + host + '.' + pick.choice(endings)


def odd_address(pick):
    """Right by RFC 5322, or by the carriers that never cared."""
    given, family = person(pick)
    return pick.choice([given + "'" + family + '@gmail.com', given + '..' + family + '@docomo.ne.jp', given + '.@docomo.ne.jp', given + '--' + family + '@ezweb.ne.jp', given + '+tag@gmail.com', given + '_' + family + '_@yahoo.co.jp',
                        given.capitalize() + '.' + family.capitalize() + '@' + pick.choice(values.DOMAINS)[2], family.upper() + '@' + 'EXAMPLE.COM', given + '/' + family + '@softbank.ne.jp', digits(pick, 8) + '@qq.com', given + '=' + family + '@example.com'])


# Services and companies whose names lie one slip from a provider's.
NEAR = ('love.jp life.jp olive.jp alive.jp five.com love.com line.com lime.com vmail.com vmail.me xmail.com xmail.net qmail.com tmail.com hmail.jp rmail.com email.com email.de email.it mail.de mail.ru mail.ee mail.bg mail.com '
        'jcloud.com mobile.ne.jp aon.at aol.de aol.co.uk sol.com gmx.fr gmx.ch gmx.es gmb.com web.com weg.de msn.ca max.com mag.com we.com be.com q.com qq.cn ntt.com oct.ne.jp odn.ne.jp outlook.de outlook.fr '
        'outlook.es outlook.com.br outlook.kr hotmail.fr hotmail.de hotmail.it hotmail.es live.fr live.nl live.ca live.it live.se yahoo.ca yahoo.de yahoo.fr yahoo.it yahoo.es yahoo.ie yahoo.in yahoo.co.uk yahoo.com.sg googlemail.com '
        'cloud.com icould.org ocm.com ocean.ne.jp biglobe.jp plala.jp nifty.ne.jp zoho.eu zoho.in proton.ch pm.com fastmail.net').split()


def near_provider(pick):
    return pick.choice(values.STYLES)(pick, *person(pick)) + '@' + pick.choice(NEAR)


def password_generator(pick):
    """What managers and browsers make."""
    letters, all_ = 'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
    shape = pick.randrange(6)
    if shape == 0:
        return ''.join(pick.choice(letters + '23456789') for _ in range(pick.randrange(8, 25)))
    if shape == 1:
        return ''.join(pick.choice(all_) for _ in range(pick.randrange(10, 33)))
    if shape == 2:
        return '-'.join(''.join(pick.choice(letters + '0123456789') for _ in range(6)) for _ in range(3))
    if shape == 3:
        return ''.join(pick.choice('0123456789abcdef') for _ in range(pick.choice([16, 32])))
    if shape == 4:
        syllable = lambda: pick.choice('bdfgjklmnprstvz') + pick.choice('aeiou') + pick.choice(['', 'n', 'r', 's', 'k'])
        return pick.choice(['-', '', '.']).join(syllable() + syllable() for _ in range(3)) + digits(pick, 2)
    return '%08x-%04x-%04x' % (pick.getrandbits(32), pick.getrandbits(16), pick.getrandbits(16))


def password_people(pick):
    given, family = person(pick)
    a = word(pick)
    return pick.choice([lambda: values.password(pick), lambda: values.password_lower(pick), lambda: a, lambda: a + a, lambda: given + '&' + person(pick)[0], lambda: family + given + digits(pick, 2), lambda: '12345' + a, lambda: a + '!' * pick.randrange(1, 4),
                        lambda: 'I<3' + a, lambda: 'qwerty' + digits(pick, 3), lambda: given + '@' + family, lambda: a.capitalize() + '@123', lambda: digits(pick, 8), lambda: '%d/%d/%d' % (pick.randrange(1, 13), pick.randrange(1, 29), pick.randrange(1960, 2010)),
                        lambda: 'P@ssw0rd' + digits(pick, 2), lambda: a + '_' + given + '_' + digits(pick, 4), lambda: '"' + a + '"' + digits(pick, 2), lambda: '(' + a + ')' + digits(pick, 1), lambda: a + ':' + word(pick), lambda: '#' + a + digits(pick, 4),
                        lambda: a + ';' + word(pick), lambda: 'pass' + a, lambda: 'pw:' + a, lambda: a + "'s" + given, lambda: given + '.' + family + '.' + digits(pick, 4), lambda: a + '%40' + digits(pick, 2), lambda: a + '=' + word(pick), lambda: '<' + a + '>',
                        lambda: '***' + a + '***', lambda: '\\o/' + a, lambda: a + '~', lambda: '[' + a + ']' + digits(pick, 2), lambda: '1.' + a, lambda: '@' + given + digits(pick, 2), lambda: a + ',' + word(pick)])()


def password_capitals(pick):
    a = word(pick).upper()
    return pick.choice([a + digits(pick, pick.randrange(1, 5)), a + word(pick).upper(), a + '-' + digits(pick, 4), ''.join(pick.choice('ABCDEFGHJKLMNPQRSTUVWXYZ23456789') for _ in range(12))])


def phrase(pick):
    words = [word(pick) for _ in range(pick.randrange(3, 7))]
    text = pick.choice([' '.join(words), '-'.join(words), '.'.join(words), ' '.join(w.capitalize() for w in words), ''.join(w.capitalize() for w in words), '_'.join(words) + digits(pick, 1), ' '.join(words).capitalize() + '.', ', '.join(words), ' '.join(words) + '!',
                        "it's " + ' '.join(words), 'the ' + words[0] + ' is ' + words[1] + ', not ' + words[2], words[0] + ': ' + ' '.join(words[1:]), words[0] + ' "' + words[1] + '" ' + words[2], words[0] + ' (' + words[1] + ') ' + words[2]])
    return text


BRANDED = values.CARDS + [('6011', 16), ('644', 16), ('65', 16), ('62', 16), ('62', 19), ('4', 13), ('5018', 16), ('5020', 16), ('6304', 16), ('6759', 16), ('2200', 16), ('38', 14), ('3095', 14), ('3528', 16), ('2131', 15), ('1800', 15)]


def card_any(pick):
    prefix, length = pick.choice(BRANDED)
    body = prefix + digits(pick, length - len(prefix) - 1)
    return body + values.luhn(body)


def letters_digits(pick, n, m):
    while True:
        value = values.password_web(pick)
        if n <= len(value) <= m:
            return value


def until(make, test):
    def one(pick):
        while True:
            value = make(pick)
            if test(value):
                return value
    return one


KANA = 'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん'
KANJI_NAMES = '佐藤 鈴木 高橋 田中 渡辺 山本 中村 小林 加藤 吉田 太郎 花子 健太 美咲 さくら ひなた ヤマダ タロウ 王小明 李娜 김민수 박서연 иван мария анна дмитрий γιώργος maría josé françois müller søren ñandú'.split()


def unicode_name(pick):
    return pick.choice(KANJI_NAMES) + pick.choice(['', digits(pick, 2), '_' + digits(pick, 3)])


# Kana and characters, Cyrillic, syllables of Hangul.
SCRIPTS = [KANA + '山川田中村上下大小木花月日水火金土人子女男東西南北春夏秋冬海空', 'абвгдежзиклмнопрстуфхцчшщыьэюя', ''.join(map(chr, range(0xAC00, 0xD7A4)))]


def password_letters(pick):
    letters = pick.choice(SCRIPTS)
    return ''.join(pick.choice(letters) for _ in range(pick.randrange(6, 16)))


def unicode_password(pick):
    return pick.choice([lambda: ''.join(pick.choice(KANA) for _ in range(pick.randrange(8, 16))), lambda: 'пароль' + digits(pick, 4), lambda: 'contraseña' + digits(pick, 2), lambda: '비밀번호입니다' + digits(pick, 4), lambda: '我的密码很长很长' + digits(pick, 2), lambda: values.password_mixed(pick) + 'é', lambda: 'さくらの花' + digits(pick, 6)])()


# The right values of each preset; a preset without a line here stops the test.
PRESETS = {
    'email-login': values.email,
    'phone-login': values.phone_jp,
    'phone-login-jp-mobile': values.phone_jp,
    'web-id': until(values.name, lambda v: 4 <= len(v) <= 32),
    'web-id-lower': until(values.name, lambda v: 4 <= len(v) <= 32),
    'member-number': lambda p: digits(p, 8),
    'member-number-hyphens': lambda p: digits(p, 4) + '-' + digits(p, 4),
    'member-code': values.member_code,
    'branch-account': lambda p: digits(p, 10),
    'employee-number': lambda p: digits(p, p.randrange(4, 11)),
    'unicode-id': unicode_name,
    'consumer-finance-id': values.web_id,
    'consumer-finance-password': values.password_web,
    'password-letters-digits': lambda p: letters_digits(p, 8, 32),
    'password-three-classes': values.password_mixed,
    'upper-only-password': until(lambda p: word(p).upper() + digits(p, p.randrange(2, 5)), lambda v: 6 <= len(v) <= 16),
    'numeric-password': lambda p: digits(p, 8),
    'passphrase': until(phrase, lambda v: len(v) >= 15),
    'unicode-password': until(unicode_password, lambda v: len(v) >= 8),
    'consumer-finance-card': values.loan_card,
    'house-card': lambda p: digits(p, 16),
    'house-card-hyphens': lambda p: '-'.join(digits(p, 4) for _ in range(4)),
    'credit-card': values.card,
    'any-card': card_any,
    'pin-4': values.pin, 'pin-6': values.otp, 'pin-4-12': lambda p: digits(p, p.randrange(4, 13)), 'otp-6': values.otp, 'otp-8': lambda p: digits(p, 8), 'security-code': lambda p: digits(p, p.randrange(3, 5)), 'consumer-finance-pin': values.pin,
}
# set: share of the values, field, rules (drawn), generator
SETS = [
    ('address, organisation', 24, 'login-id', ['kind: email', 'kind: email', ''], organisation),
    ('address, provider', 12, 'login-id', ['kind: email', ''], values.email),
    ('address, small company', 12, 'login-id', ['kind: email', ''], small_company),
    ('address, near a provider', 3, 'login-id', ['kind: email', ''], near_provider),
    ('address, unusual', 2, 'login-id', ['kind: email'], odd_address),
    ('ID', 14, 'login-id', ['', 'kind: name', '@web-id'], values.name),
    ('ID with capitals', 4, 'login-id', ['', 'kind: name'], values.name_capitals),
    ('ID, number or code', 3, 'login-id', [''], lambda p: p.choice([digits(p, 8), values.member_code(p)])),
    ('password, people', 12, 'password', ['', 'maxlength: 64'], password_people),
    ('password, generator', 8, 'password', ['', 'maxlength: 64'], password_generator),
    ('password, all capitals', 2, 'password', ['', 'maxlength: 64'], password_capitals),
    ('password, one script', 4, 'password', ['charset: unicode'], password_letters),
    ('phrase', 6, 'password', ['', 'minlength: 8'], until(phrase, lambda v: len(v) >= 8)),
    ('card', 8, 'card-number', [''], card_any),
    ('phone, Japan', 3, 'login-id', ['kind: phone', '', 'kind: phone; groups: 3-4-4'], values.phone_jp),
    ('phone, landline', 2, 'login-id', ['kind: phone'], values.phone_landline),
    ('phone, international', 2, 'login-id', ['kind: phone'], values.phone_international),
    ('PIN', 2, 'pin', [''], values.pin),
    ('one-time code', 2, 'pin', ['digits: 6'], values.otp),
]


def preset_fields(program):
    lines = subprocess.run([program, '--presets'], capture_output=True, text=True).stdout.splitlines()
    return dict(re.match(r'@(\S+) \((\S+)\)', line).groups() for line in lines if line.startswith('@'))


def right_values(program, seed, n):
    fields = preset_fields(program)
    missing = set(fields) - set(PRESETS)
    if missing:
        sys.exit('right.py: presets without right values: %s' % ' '.join(sorted(missing)))
    share = sum(s[1] for s in SETS)
    out = []
    for name, part, field, rules, make in SETS:
        pick = random.Random('%s %s' % (seed, name))
        out += [Right(name, field, pick.choice(rules), make(pick)) for _ in range(n * part // share)]
    out += [Right('card', 'card-number', '', number) for number in values.TEST_CARDS]
    for preset, field in fields.items():
        pick = random.Random('%s %s' % (seed, preset))
        out += [Right('preset ' + preset, field, '@' + preset, PRESETS[preset](pick)) for _ in range(max(20, n // 200))]
    return list(dict.fromkeys(out))


# ---- alarms -----------------------------------------------------------------------------------------------------------

def alarm(answer, verdicts):
    """Why this answer is an alarm, or nothing."""
    codes = [d['code'] for d in answer['diagnostics'] if d['severity'] != 'info']
    return ' '.join(dict.fromkeys(codes)) or (answer['verdict'] if answer['verdict'] not in verdicts else '') or ' '.join(c['code'] for c in answer.get('causes', []))


CONTEXTS = [('first try', 'stage: submit'), ('typed, Windows', 'stage: submit; entry: typed; keyboard: hardware; platform: windows'), ('pasted', 'stage: submit; entry: paste'), ('filled in', 'stage: submit; entry: autofill'),
            ('phone', 'stage: submit; entry: typed; keyboard: touch; platform: ios'), ('after a failure', 'stage: submit; failures: 1'), ('after a failure, typed', 'stage: submit; failures: 1; entry: typed; keyboard: hardware')]
# What a context makes doubtful by contract is counted apart.
SPEAKS = ('pasted', 'after a failure', 'after a failure, typed')  # entry: paste or a failure speak for a wrapper (DESIGN 3)
WRAPPED = re.compile(r'''(["'`]).+\1 | \(.+\) | \[.+\] | \{.+\} | <.+> | (\W+).+\2 | \w+:.+ | (.+)\3 | \d\..+''', re.X)
APART = [('wrapped, labelled or doubled password', lambda r, where: r.field == 'password' and where in SPEAKS and ' ' not in r.text and WRAPPED.fullmatch(r.text) is not None),
         ('all capitals after a failure', lambda r, where: r.field == 'password' and 'failure' in where and sum(c.isupper() for c in r.text) >= 2 and not any(c.islower() for c in r.text)),
         ('first letter a capital, on a phone', lambda r, where: where == 'phone' and r.field == 'login-id' and re.fullmatch('[A-Z][^A-Z]*', r.text) is not None)]


def submitted(program, rights):
    """(context, set) -> [values, alarms]; and the alarms themselves."""
    counts, alarms = collections.OrderedDict(), []
    for where, context in CONTEXTS:
        for r, answer in zip(rights, cli.ask(program, [(r.field, r.rules, context, r.text) for r in rights])):
            apart = next((name for name, test in APART if test(r, where)), None)
            count = counts.setdefault((where, apart or r.set), [0, 0, apart])
            reason = alarm(answer, ('pass',)) if answer else 'refused'
            count[0] += 1
            if reason:
                count[1] += 1
                alarms.append((where, apart, reason, r, context))
    return counts, alarms


def prefixes(program, rights):
    """Every prefix once for each field and rule string, in two contexts: [(reason, right value, prefix, context)] and how many."""
    seen, alarms = {}, []
    for r in rights:
        if r.field == 'card-number' and re.fullmatch('3[0689].{14,}', r.text):
            continue  # by contract a wrong check digit is told at 14 digits of a Diners number already
        for n in range(1, len(r.text) + 1):
            seen.setdefault((r.field, r.rules, r.text[:n]), r)
    for context in ('stage: typing', 'stage: typing; entry: typed', 'stage: typing; entry: typed; keyboard: hardware; platform: windows', 'stage: typing; entry: typed; keyboard: touch; platform: android'):
        keys = [k for k, r in seen.items() if 'touch' not in context or not re.fullmatch('[A-Z][^A-Z]*', r.text)]
        for (field, rules, text), answer in zip(keys, cli.ask(program, [(field, rules, context, text) for field, rules, text in keys])):
            reason = alarm(answer, ('pass', 'incomplete')) if answer else 'refused'
            if reason:
                alarms.append((reason, seen[field, rules, text], text, context))
    return len(seen), alarms


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--cli', default='build/loginlint')
    parser.add_argument('--seed', default='2026')
    parser.add_argument('--values', type=int, default=20000)
    parser.add_argument('--list', type=int, default=4, help='alarms shown of each reason')
    parser.add_argument('--table')
    parser.add_argument('--floors')
    args = parser.parse_args()
    rights = right_values(args.cli, args.seed, args.values)
    counts, alarms = submitted(args.cli, rights)
    lines = []
    print('%d right values, submitted:' % len(rights))
    rates = {}
    for where, _ in CONTEXTS:
        n, bad = (sum(c[i] for (w, _), c in counts.items() if w == where and not c[2]) for i in (0, 1))
        rates[where] = 100 * bad / n
        lines.append('%s\t\t%d\t%d\t%.3f' % (where, n, bad, rates[where]))
        print('  %-24s %6d values, %4d told something (%.3f %%)' % (where, n, bad, rates[where]))
    for (where, name), (n, bad, apart) in counts.items():
        if bad:
            lines.append('%s\t%s\t%d\t%d\t%.3f' % (where, name, n, bad, 100 * bad / n))
            print('    %-22s %-36s %6d %5d (%.2f %%)%s' % (where, name, n, bad, 100 * bad / n, ' counted apart' if apart else ''))
    reasons = collections.OrderedDict()
    for where, apart, reason, r, context in alarms:
        reasons.setdefault((reason, r.field, apart), collections.OrderedDict()).setdefault((r.rules, r.text), (where, r, context))
    for (reason, field, apart), found in sorted(reasons.items(), key=lambda item: -len(item[1])):
        print('  %s, %s: %d values%s' % (reason, field, len(found), ' (%s)' % apart if apart else ''))
        for where, r, context in list(found.values())[:args.list]:
            print('      ' + cli.command_line(args.cli, (r.field, r.rules, context, r.text)))
    total, wrong = prefixes(args.cli, rights)
    print('%d prefixes of right values, as typed: %d called wrong' % (total, len(wrong)))
    reasons = collections.OrderedDict()
    for reason, r, text, context in wrong:
        reasons.setdefault((reason, r.field, r.rules), collections.OrderedDict()).setdefault(text, (r, context))
    for (reason, field, rules), found in sorted(reasons.items(), key=lambda item: -len(item[1])):
        print('  %s, %s, %s: %d prefixes' % (reason, field, rules or 'no rules', len(found)))
        for text, (r, context) in list(found.items())[:args.list]:
            print('      %s    # of %s' % (cli.command_line(args.cli, (field, rules, context, text)), r.text))
    lines.append('prefixes\t\t%d\t%d\t%.4f' % (total, len(wrong), 100 * len(wrong) / total))
    if args.table:
        open(args.table, 'w', encoding='utf-8').write('context\tset\tvalues\talarms\tpercent\n' + '\n'.join(lines) + '\n')
    found = acts.below_floors(args.floors, {'alarms': max(rates.values()), 'prefixes': 100 * len(wrong) / total}) if args.floors else []
    for line in found:
        print('below the floor: ' + line)
    print('right values told something: at most %.2f %%; prefixes called wrong: %.2f %%' % (max(rates.values()), 100 * len(wrong) / total))
    return bool(found)


if __name__ == '__main__':
    sys.exit(main())
