# SPDX-License-Identifier: MIT
"""True values: what people have in mind when they fill in a login form.

A kind is what a box asks for (`card`, `email`, ...); kind(name) gives the library's field, the rules that such values satisfy, and a generator.
Everything is made from words.txt, domains.tsv and the rules below with the random source that the caller hands in; nothing is taken from
the library.  `meant` gives the form in which two spellings of one value are equal (a card number without its hyphens).
"""
import collections, os, re

HERE = os.path.dirname(os.path.abspath(__file__))


def read_words():
    lists = {}
    for line in open(os.path.join(HERE, 'words.txt'), encoding='utf-8'):
        if not line.startswith('#'):
            name, words = line.split(':')
            lists[name] = list(dict.fromkeys(words.split()))
    return lists


def read_domains():
    rows = []
    for line in open(os.path.join(HERE, 'domains.tsv'), encoding='utf-8'):
        if not line.startswith('#'):
            country, sector, domains = line.rstrip('\n').split('\t')
            rows += [(country, sector, domain) for domain in domains.split()]
    return rows


WORDS = read_words()
DOMAINS = read_domains()
# What most people's addresses end in; the long tail is DOMAINS.
POPULAR = ['gmail.com'] * 8 + ['yahoo.co.jp'] * 5 + ['docomo.ne.jp', 'ezweb.ne.jp', 'softbank.ne.jp', 'i.softbank.jp', 'icloud.com', 'outlook.com', 'outlook.jp', 'hotmail.com', 'hotmail.co.jp',
                                                     'yahoo.com', 'au.com', 'nifty.com', 'ymobile.ne.jp', 'me.com', 'qq.com', 'naver.com', '163.com', 'gmx.de', 'web.de', 'orange.fr']
FAMILIES = [name for name in WORDS if name.startswith('family')]


def person(pick):
    region = pick.choice(['ja', 'ja', 'ja', 'en', 'en', 'eu', 'as'])
    return pick.choice(WORDS['given-' + region]), pick.choice(WORDS['family-' + region])


def word(pick, n=1):
    region = pick.choice(['en', 'en', 'en', 'ja', 'ja', 'eu', 'zh', 'ko'])
    return pick.choice(WORDS['word-' + region])


def digits(pick, n):
    return ''.join(pick.choice('0123456789') for _ in range(n))


def year(pick):
    return str(pick.randrange(1950, 2013))


# ---- login IDs --------------------------------------------------------------------------------------------------------

# Twenty styles in which people and services name accounts.
STYLES = [
    lambda p, g, f: g + f,
    lambda p, g, f: g + '.' + f,
    lambda p, g, f: f + '.' + g,
    lambda p, g, f: g + '_' + f,
    lambda p, g, f: g[0] + f,
    lambda p, g, f: g[0] + '.' + f,
    lambda p, g, f: f + g[0],
    lambda p, g, f: g + digits(p, p.randrange(1, 5)),
    lambda p, g, f: g + f + digits(p, 2),
    lambda p, g, f: g + year(p),
    lambda p, g, f: g + '-' + f,
    lambda p, g, f: f + '_' + digits(p, 3),
    lambda p, g, f: word(p) + digits(p, p.randrange(0, 4)),
    lambda p, g, f: word(p) + '_' + word(p),
    lambda p, g, f: g + '.' + word(p) + digits(p, 2),
    lambda p, g, f: (g[:2] + f[:3]) + digits(p, 4),
    lambda p, g, f: f[:6] + g[0] + digits(p, 2),
    lambda p, g, f: word(p) + '-' + word(p) + '-' + digits(p, 2),
    lambda p, g, f: g + '%02d%02d' % (p.randrange(1, 13), p.randrange(1, 29)),
    lambda p, g, f: p.choice('abcdefghkmnpstuw') + digits(p, 6),
]
# Styles with capitals: what a service or an employer hands out, and how some people write themselves.
CAPITAL_STYLES = [
    lambda p, g, f: g.capitalize() + f.capitalize(),
    lambda p, g, f: p.choice('ABCDEFGHKMNPSTUW') + digits(p, 7),
    lambda p, g, f: p.choice(['AB', 'JP', 'TK', 'EMP', 'ST', 'US']) + digits(p, 6),
    lambda p, g, f: g.capitalize() + digits(p, 2),
    lambda p, g, f: 'x' + word(p).capitalize() + word(p).capitalize() + 'x',
]


def name(pick):
    while True:
        value = pick.choice(STYLES)(pick, *person(pick))
        if 4 <= len(value) <= 32:
            return value


def name_capitals(pick):
    while True:
        value = pick.choice(CAPITAL_STYLES)(pick, *person(pick))
        if 4 <= len(value) <= 32:
            return value


def web_id(pick):
    """6-20 of letters, digits, hyphen, underscore."""
    while True:
        value = name(pick)
        if 6 <= len(value) <= 20 and '.' not in value:
            return value


def email(pick):
    local = pick.choice(STYLES)(pick, *person(pick))
    if pick.random() < 0.03:
        local += '+' + pick.choice(['shop', 'bank', 'news', 'web', '2024'])
    return local + '@' + (pick.choice(POPULAR) if pick.random() < 0.7 else pick.choice(DOMAINS)[2])


def phone_jp(pick):
    return pick.choice(['090', '080', '070']) + str(pick.randrange(1, 10)) + digits(pick, 7)


def phone_landline(pick):
    area = pick.choice(['03', '06', '045', '052', '075', '092', '011', '0120', '0422', '0742', '098'])
    return area + str(pick.randrange(2, 10)) + digits(pick, 9 - len(area))


def phone_international(pick):
    return pick.choice([lambda: '+1' + pick.choice(['212', '415', '310', '646', '312', '617']) + str(pick.randrange(2, 10)) + digits(pick, 6),
                        lambda: '+44' + '7' + digits(pick, 9), lambda: '+49' + '151' + digits(pick, 8), lambda: '+33' + '6' + digits(pick, 8),
                        lambda: '+81' + '90' + str(pick.randrange(1, 10)) + digits(pick, 7), lambda: '+82' + '10' + digits(pick, 8),
                        lambda: '+86' + '138' + digits(pick, 8), lambda: '+61' + '4' + digits(pick, 8), lambda: '+65' + '9' + digits(pick, 7)])()


def member(pick):
    return str(pick.randrange(1, 10)) + digits(pick, 7)


def member_zero(pick):
    return '0' + digits(pick, 7)


def member_code(pick):
    return ''.join(pick.choice('ABCDEFGHJKLMNPQRSTUVWXYZ23456789') for _ in range(12))


# ---- secrets ----------------------------------------------------------------------------------------------------------

MARKS = '!#$%&*+-=?@_.'


def password(pick):
    """What people choose, and what generators make; printable ASCII."""
    shape = pick.randrange(12)
    a, b = word(pick), word(pick)
    if shape == 0:
        return a + digits(pick, pick.randrange(2, 5))
    if shape == 1:
        return a.capitalize() + digits(pick, pick.randrange(1, 5))
    if shape == 2:
        return a + b + digits(pick, 2)
    if shape == 3:
        return a.capitalize() + pick.choice(MARKS) + b + digits(pick, 1)
    if shape == 4:
        return a + pick.choice(MARKS) + digits(pick, 4)
    if shape == 5:
        return pick.choice(MARKS) + a.capitalize() + year(pick)
    if shape == 6:
        given, family = person(pick)
        return given + year(pick)
    if shape == 7:
        return generated(pick, 'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789', pick.randrange(8, 17))
    if shape == 8:
        return generated(pick, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&()*+,-./:;<=>?@[]^_{|}~', pick.randrange(10, 21))
    if shape == 9:
        return '-'.join(generated(pick, 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789', 6) for _ in range(3))
    if shape == 10:
        return a.capitalize() + b.capitalize() + digits(pick, 2) + pick.choice(MARKS)
    return a[:3] + digits(pick, 2) + b[:4] + pick.choice(MARKS) + digits(pick, 2)


def generated(pick, alphabet, n):
    while True:
        value = ''.join(pick.choice(alphabet) for _ in range(n))
        if any(c.islower() for c in value):
            return value


def password_lower(pick):
    """Small letters, digits and marks: what lower case keys and no Shift but for a mark give."""
    a, b = word(pick), word(pick)
    return pick.choice([a + digits(pick, pick.randrange(2, 5)), a + b, a + b + digits(pick, 2), digits(pick, 2) + a + b[:3], a + '-' + b, a + '.' + digits(pick, 4), a + '_' + digits(pick, 3),
                        generated(pick, 'abcdefghijklmnopqrstuvwxyz0123456789', pick.randrange(8, 13))])


def password_web(pick):
    """8-20 letters and digits, at least one of each."""
    while True:
        a, b = word(pick), word(pick)
        value = pick.choice([a + digits(pick, pick.randrange(2, 5)), a.capitalize() + digits(pick, 4), a + b + digits(pick, 2), digits(pick, 2) + a + b,
                             generated(pick, 'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789', 12)])
        if 8 <= len(value) <= 20 and re.search('[0-9]', value) and re.search('[a-zA-Z]', value):
            return value


def password_mixed(pick):
    """At least 8 with a capital, a small letter and a digit."""
    while True:
        value = password(pick)
        if len(value) >= 8 and all(re.search(kind, value) for kind in ('[A-Z]', '[a-z]', '[0-9]')):
            return value


def password_marks(pick):
    """With quotes, hyphens or dots that a phone's smart punctuation or another layout changes."""
    a, b = word(pick), word(pick)
    return pick.choice([a + "'" + b + digits(pick, 2), a + '"' + b + '"' + digits(pick, 1), a + '--' + b, "it's" + a + digits(pick, 2), a + '...' + b, a.capitalize() + "'s" + b + digits(pick, 2)])


def passphrase(pick):
    words = [word(pick) for _ in range(pick.randrange(3, 6))]
    return pick.choice([' ', ' ', ' ', '-', '.', '']).join(pick.choice([words, words, [w.capitalize() for w in words]]))


def passphrase_spaces(pick):
    return ' '.join(word(pick) for _ in range(pick.randrange(3, 6)))


# Prefix and lengths as the brands publish them.
CARDS = [('4', 16)] * 4 + [('51', 16), ('52', 16), ('53', 16), ('54', 16), ('55', 16), ('2221', 16), ('2720', 16), ('3528', 16), ('3566', 16), ('3589', 16), ('34', 15), ('37', 15), ('36', 14), ('3000', 14)]
# The numbers that payment services publish for tests.
TEST_CARDS = ['4242424242424242', '4111111111111111', '4000056655665556', '5555555555554444', '2223003122003222', '5105105105105100', '378282246310005', '371449635398431', '3056930009020004',
              '36227206271667', '3566002020360505', '3530111333300000', '4012888888881881', '5200828282828210', '4917610000000000', '5454545454545454', '30569309025904', '38520000023237']
GROUPS = {16: (4, 4, 4, 4), 15: (4, 6, 5), 14: (4, 6, 4), 10: (3, 3, 4), 11: (3, 4, 4), 8: (4, 4), 12: (4, 4, 4), 19: (6, 13), 13: (4, 3, 3, 3)}


def luhn(number):
    """The check digit behind `number`."""
    total = 0
    for i, c in enumerate(reversed(number)):
        doubled = int(c) * 2 if i % 2 == 0 else int(c)
        total += doubled - 9 if doubled > 9 else doubled
    return str(-total % 10)


def card(pick):
    if pick.random() < 0.2:
        return pick.choice(TEST_CARDS)
    prefix, length = pick.choice(CARDS)
    body = prefix + digits(pick, length - len(prefix) - 1)
    return body + luhn(body)


def card16(pick):
    while True:
        value = card(pick)
        if len(value) == 16:
            return value


def loan_card(pick):
    return pick.choice('123456789') + digits(pick, pick.choice([9, 11, 13, 15]))


def house_card(pick):
    return '6' + digits(pick, 15)


def pin(pick):
    return digits(pick, 4)


def otp(pick):
    return digits(pick, 6)


# name: field, rules that the value satisfies, generator, what the value may be written with (left out when values are compared)
Kind = collections.namedtuple('Kind', 'field rules make ignored')
KINDS = {
    'name': Kind('login-id', ['kind: name', '', '@web-id'], name, ''),
    'name-capitals': Kind('login-id', ['kind: name', ''], name_capitals, ''),
    'web-id': Kind('login-id', ['@consumer-finance-id', 'minlength: 6; maxlength: 20; kind: name'], web_id, ''),
    'email': Kind('login-id', ['kind: email', 'kind: email', 'kind: email', ''], email, ''),
    'address': Kind('login-id', ['kind: email', '@email-login'], email, ''),
    'web-name': Kind('login-id', ['kind: name', '@web-id'], name, ''),
    'phone-mobile': Kind('login-id', ['kind: phone; groups: 3-4-4', '@phone-login-jp-mobile'], phone_jp, '- '),
    'phone': Kind('login-id', ['kind: phone', 'kind: phone; groups: 3-4-4'], phone_jp, '- '),
    'phone-landline': Kind('login-id', ['kind: phone'], phone_landline, '- '),
    'phone-international': Kind('login-id', ['kind: phone'], phone_international, '- '),
    'member': Kind('login-id', ['digits: 8', '@member-number'], member, '- '),
    'member-zero': Kind('login-id', ['digits: 8', '@member-number'], member_zero, '- '),
    'member-code': Kind('login-id', ['@member-code'], member_code, '- '),
    'password': Kind('password', ['', 'maxlength: 64'], password, ''),
    'password-lower': Kind('password', ['', 'maxlength: 64'], password_lower, ''),
    'password-web': Kind('password', ['@consumer-finance-password', '@password-letters-digits', ''], password_web, ''),
    'password-letters': Kind('password', ['@consumer-finance-password'], password_web, ''),
    'password-mixed': Kind('password', ['@password-three-classes', 'minlength: 8; required: upper; required: lower; required: digit; allowed: ascii-printable'], password_mixed, ''),
    'password-marks': Kind('password', ['', 'minlength: 8'], password_marks, ''),
    'passphrase': Kind('password', ['', 'minlength: 8'], passphrase_spaces, ''),
    'card': Kind('card-number', ['', '@credit-card', 'hyphens: forbid'], card, '- '),
    'card16': Kind('card-number', ['', '@credit-card', 'hyphens: forbid'], card16, '- '),
    'loan-card': Kind('card-number', ['@consumer-finance-card'], loan_card, '- '),
    'house-card': Kind('card-number', ['@house-card', '@house-card-hyphens'], house_card, '- '),
    'pin': Kind('pin', ['', '@pin-4-12'], pin, '- '),
    'pin-4': Kind('pin', ['', '@pin-4', '@consumer-finance-pin'], pin, '- '),
    'otp': Kind('pin', ['digits: 6', '@otp-6'], otp, '- '),
}


def meant(kind, value):
    if kind == 'phone':  # a phone number without groups may be in either form
        value = value.replace('+81', '0')
    for c in KINDS[kind].ignored:
        value = value.replace(c, '')
    return value


def groups(value):
    """The value in the groups in which people write it: 4111 1111 1111 1111, 090 1234 5678."""
    sizes, out = GROUPS.get(len(value), (len(value),)), []
    for size in sizes:
        out.append(value[:size])
        value = value[size:]
    return out
