# SPDX-License-Identifier: MIT
"""What an act does to a value: the transformations that acts.tsv names.

Each takes (pick, kind, value, arguments ...) and gives the text that stands in the box, or None where the act cannot happen to this value
(nothing to change, or the change leaves another right value and so no trace).
"""
import re, unicodedata

import keyboards, romaji, values

FULL_DIGITS = str.maketrans('0123456789', '０１２３４５６７８９')


def full(text):
    return ''.join(romaji.full_width(c) for c in text)


# ---- width ------------------------------------------------------------------------------------------------------------

def full_width(pick, kind, value, what='all'):
    """what: all, digits, letters, marks, or tail (from some character on: the input mode was switched while typing), head."""
    if what == 'tail':
        at = pick.randrange(1, len(value))
        return value[:at] + full(value[at:])
    if what == 'head':
        at = pick.randrange(1, len(value))
        return full(value[:at]) + value[at:]
    test = {'all': lambda c: True, 'digits': str.isdigit, 'letters': str.isalpha, 'marks': lambda c: not c.isalnum()}[what]
    return ''.join(romaji.full_width(c) if test(c) else c for c in value)


# ---- input methods and layouts ----------------------------------------------------------------------------------------

def ime(pick, kind, value, after='−', marks='full', capitals='full'):
    return romaji.show(value, after, marks, capitals)


def ime_katakana(pick, kind, value):
    return romaji.katakana(romaji.show(value, 'ー'))


def ime_half_katakana(pick, kind, value):
    return romaji.half_katakana(romaji.show(value, '-'))


def ime_tail(pick, kind, value):
    """Switched on while typing."""
    at = pick.randrange(1, len(value) - 1)
    return value[:at] + romaji.show(value[at:])


KANJI = dict(sato='佐藤', suzuki='鈴木', tanaka='田中', yamada='山田', takahashi='高橋', watanabe='渡辺', ito='伊藤', nakamura='中村', kobayashi='小林', kato='加藤', yoshida='吉田', sasaki='佐々木', yamaguchi='山口', mori='森',
             taro='太郎', hanako='花子', jiro='次郎', ichiro='一郎', kenji='健二', yuki='雪', sakura='桜', haruka='遥', aoi='葵', hina='雛', yama='山', kawa='川', umi='海', sora='空', hana='花', neko='猫', inu='犬', nihon='日本',
             osaka='大阪', kyoto='京都', kobe='神戸', nagoya='名古屋', yokohama='横浜', sapporo='札幌', fukuoka='福岡', densha='電車', kuruma='車', sakana='魚', kokoro='心', yume='夢', kaze='風', hoshi='星', tsuki='月')


def ime_kanji(pick, kind, value):
    """The space bar was pressed as well: a part has become kanji."""
    for reading in sorted(KANJI, key=len, reverse=True):
        if reading in value:
            head, tail = value.split(reading, 1)
            return romaji.show(head) + KANJI[reading] + romaji.show(tail)
    return None


def kana_keys(pick, kind, value, form='joined'):
    text = keyboards.kana_keys(value, form == 'joined')
    return romaji.half_katakana(text) if form == 'half' else text


def hangul(pick, kind, value):
    return keyboards.hangul(value)


def layout(pick, kind, value, name):
    return keyboards.type_on(name, value)


def latin_layout(pick, kind, value, name):
    """A Latin layout: only where a letter that is no ASCII, or a mark in a number, gives it away."""
    text = keyboards.type_on(name, value)
    return text if text and not text.isascii() else None


def jis_on_us(pick, kind, value):
    return keyboards.jis_caps_on_us(value)


def shifted_digits(pick, kind, value, name):
    gives = {'us': keyboards.US_DIGITS_SHIFTED, 'jis': keyboards.JIS_DIGITS_SHIFTED}[name]
    return ''.join(gives[c] for c in value) if all(c in gives for c in value) else None


def num_lock(pick, kind, value):
    text = ''.join(keyboards.NUM_LOCK.get(c, c) for c in value)
    return text if sum(a != b for a, b in zip(text, value)) >= 2 else None


# ---- case -------------------------------------------------------------------------------------------------------------

def letters(value):
    return [c for c in value if c.isalpha()]


def caps_lock(pick, kind, value, shape='any'):
    """Windows and Linux: Shift takes the capitals back.  title: only the first letter is a capital, as most people have it, so that the text tells."""
    if shape == 'title' and not re.fullmatch('[^A-Za-z]*[A-Z][^A-Z]*', value):
        return None
    return value.swapcase() if len(letters(value)) >= 3 and any(c.islower() for c in value) else None


def caps_lock_mac(pick, kind, value):
    return value.upper() if len(letters(value)) >= 3 and value == value.lower() else None


def capital(pick, kind, value):
    return value[0].upper() + value[1:] if value[0].islower() and value == value.lower() else None


def lower(pick, kind, value):
    return value.lower()


# ---- marks ------------------------------------------------------------------------------------------------------------

def smart(pick, kind, value):
    """What a phone's smart punctuation makes of straight quotes, double hyphens and three dots."""
    text = re.sub(r"(?<=\w)'", '’', value)
    text = re.sub(r"'", '‘', text)
    text = re.sub(r'(^|(?<=\W))"', '“', text).replace('"', '”')
    return text.replace('--', '—').replace('...', '…')


def group(pick, kind, value, separator):
    """Written in groups, with something between them."""
    parts = values.groups(value)
    return separator.join(parts) if len(parts) > 1 else None


def group_one(pick, kind, value, separator, other=''):
    """Only one of the gaps has it."""
    parts = values.groups(value)
    if len(parts) < 2:
        return None
    at = pick.randrange(1, len(parts))
    return other.join(parts[:at]) + separator + other.join(parts[at:])


def replace(pick, kind, value, old, new, where='all'):
    if old not in value:
        return None
    if where == 'last':
        at = value.rindex(old)
        return value[:at] + new + value[at + len(old):]
    return value.replace(old, new)


def local_dot(pick, kind, value, new):
    """The full stops before the @ have become something else."""
    local, at, domain = value.partition('@')
    return local.replace('.', new) + at + domain if '.' in local else None


def inside(pick, kind, value, text, part='any'):
    """part: any inner place; at: beside the @."""
    if part == 'at':
        at = value.index('@')
        return value[:at] + text + value[at:] if pick.random() < 0.5 else value[:at + 1] + text + value[at + 1:]
    at = pick.randrange(1, len(value))
    return value[:at] + text + value[at:]


def before(pick, kind, value, text):
    return text + value


def after(pick, kind, value, text):
    return value + text


def around(pick, kind, value, left, right):
    return left + value + right


def slot(pick, kind, value, text):
    """text with %s for the value, %g for the value in its groups, %h with hyphens; %n the family name, %m a given name, %F capitals."""
    given, family = values.person(pick)
    names = {'%n': family.capitalize(), '%m': given.capitalize(), '%F': family.upper(), '%M': given.upper()}
    for key, text_of in names.items():
        text = text.replace(key, text_of)
    return text.replace('%g', ' '.join(values.groups(value))).replace('%h', '-'.join(values.groups(value))).replace('%s', value)


def with_other(pick, kind, value, other, separator, order='after'):
    """Another value was copied along."""
    more = values.KINDS[other].make(pick)
    return value + separator + more if order == 'after' else more + separator + value


def name_twice(pick, kind, value):
    """The name was there already, filled in by the phone, and the whole address is typed behind the @."""
    local, at, domain = value.partition('@')
    return local + at + value


def with_expiry(pick, kind, value, separator, form='%m/%y'):
    text = form.replace('%m', '%02d' % pick.randrange(1, 13)).replace('%y', '%02d' % pick.randrange(26, 33)).replace('%c', values.digits(pick, 3))
    return value + separator + text


def twice(pick, kind, value, separator=''):
    return value + separator + value


def masked(pick, kind, value, mark, kept='4'):
    kept = int(kept)
    if '@' in value:
        local, at, domain = value.partition('@')
        return local[0] + mark * 5 + at + domain
    return mark * (len(value) - kept) + value[len(value) - kept:]


def masked_middle(pick, kind, value, mark, head='6'):
    """As receipts and shops have it: the first digits, the last four."""
    return value[:int(head)] + mark * (len(value) - int(head) - 4) + value[-4:]


def masked_groups(pick, kind, value, mark):
    return group(pick, kind, masked(pick, kind, value, mark), pick.choice([' ', '-']))


def exponent(pick, kind, value, places='5'):
    """A spreadsheet shows a long number so."""
    text = '%.*E' % (int(places), int(value))
    return re.sub(r'E\+0*', 'E+', text)


def float_tail(pick, kind, value):
    return value + '.0'


def drop_zero(pick, kind, value):
    return value[1:] if value[0] == '0' else None


def country(pick, kind, value, prefix, zero='no', separator=''):
    body = value if zero == 'yes' else value[1:]
    parts = values.groups(value)
    parts[0] = parts[0] if zero == 'yes' else parts[0][1:]
    return prefix + separator.join(parts) if separator else prefix + body


def trunk(pick, kind, value):
    """+44 (0)7911 ...: the zero of the national form in brackets, as business cards have it."""
    m = re.match(r'\+(1|44|49|33|81|82|86|61|65)(.*)', value)
    return '+%s (0)%s' % m.groups() if m and m.group(1) not in ('1', '65', '86') else None


# ---- encodings --------------------------------------------------------------------------------------------------------

def percent(pick, kind, value, case='upper'):
    out = ''.join(c if c.isalnum() or c in '-._~' else '%%%02X' % ord(c) for c in value)
    return out if out != value else None


def break_line(pick, kind, value, mark='-\n'):
    """Broken at a line's end with a hyphen, as text in columns is."""
    at = pick.randrange(3, len(value) - 2)
    return value[:at] + mark + value[at:] if value[at - 1].isalnum() and value[at].isalnum() else None


def break_name(pick, kind, value, mark):
    """Broken at a line's end within the name before the @, which begins otherwise than it goes on."""
    at = pick.randrange(2, value.index('@')) if value.index('@') > 3 else 0
    return value[:at] + mark + value[at:] if at and not value[at:].startswith(value[:at]) else None


# ---- digits and letters -----------------------------------------------------------------------------------------------

def digit(pick, kind, value, what):
    """One slip in a number that a check digit or a fixed length gives away."""
    at = pick.randrange(1, len(value))
    if what == 'wrong':
        return value[:at] + pick.choice([c for c in '0123456789' if c != value[at]]) + value[at + 1:]
    if what == 'swap':
        at = pick.randrange(1, len(value) - 1)
        a, b = value[at], value[at + 1]
        return value[:at] + b + a + value[at + 2:] if a != b and {a, b} != {'0', '9'} else None
    if what == 'missing':
        return value[:at] + value[at + 1:]
    if what == 'doubled':
        return value[:at] + value[at] + value[at:]
    if what == 'extra':
        return value[:at] + pick.choice('0123456789') + value[at:]
    if what == 'last-missing':
        return value[:-1]
    if what == 'two-missing':
        return value[:-2]
    raise ValueError(what)


def wrong_digit(pick, kind, value):
    """Still of a brand: the first four digits are kept; no repair is possible."""
    at = pick.randrange(6, len(value))
    return value[:at] + pick.choice([c for c in '0123456789' if c != value[at]]) + value[at + 1:]


LOOK = {'0': 'OoQ', '1': 'lI|', '5': 'S', '8': 'B', '2': 'Z'}


def lookalike(pick, kind, value, of='01'):
    """A letter for the digit that looks like it, in one place or in all."""
    at = [i for i, c in enumerate(value) if c in of]
    if not at:
        return None
    chosen = pick.choice(at)
    letter = {c: pick.choice(LOOK[c][:2]) for c in of}
    return ''.join(letter[c] if c in of and (i == chosen) else c for i, c in enumerate(value))


def lookalike_all(pick, kind, value, old, new):
    return value.replace(old, new) if old in value else None


CYRILLIC = dict(zip('aceopxyi', 'асеорхуі'))
GREEK = dict(zip('ovuanp', 'ονυαηρ'))


def homoglyph(pick, kind, value, script='cyrillic', share='one'):
    pairs = {'cyrillic': CYRILLIC, 'greek': GREEK}[script]
    at = [i for i, c in enumerate(value.partition('@')[0]) if c in pairs]
    if not at or not any(c.isascii() and c.isalpha() and c not in pairs for c in value.partition('@')[0]):
        return None
    at = at if share == 'all' else [pick.choice(at)]
    return ''.join(pairs[c] if i in at else c for i, c in enumerate(value))


def digits_of(pick, kind, value, script):
    zero = {'arabic': 0x660, 'persian': 0x6F0, 'devanagari': 0x966, 'thai': 0xE50, 'bengali': 0x9E6, 'bold': 0x1D7CE, 'mono': 0x1D7F6}
    if script == 'circled':
        return ''.join('⓪①②③④⑤⑥⑦⑧⑨'[int(c)] if c.isdigit() else c for c in value)
    if script == 'kanji':
        return ''.join('〇一二三四五六七八九'[int(c)] if c.isdigit() else c for c in value)
    if script == 'superscript':
        return ''.join('⁰¹²³⁴⁵⁶⁷⁸⁹'[int(c)] if c.isdigit() else c for c in value)
    if script == 'keycap':
        return ''.join(c + '\uFE0F\u20E3' if c.isdigit() else c for c in value)
    return ''.join(chr(zero[script] + int(c)) if c.isdigit() else c for c in value)


def styled(pick, kind, value, style):
    """Letters of a "font" made with mathematical or circled letters, as profiles on the web have them."""
    base = {'bold': (0x1D400, 0x1D41A), 'script': (0x1D4D0, 0x1D4EA), 'mono': (0x1D670, 0x1D68A), 'sans': (0x1D5A0, 0x1D5BA), 'circled': (0x24B6, 0x24D0)}[style]
    return ''.join(chr(base[0] + ord(c) - 65) if 'A' <= c <= 'Z' else chr(base[1] + ord(c) - 97) if 'a' <= c <= 'z' else c for c in value)


def ligature(pick, kind, value):
    for letters_, one in (('ffi', 'ﬃ'), ('fi', 'ﬁ'), ('fl', 'ﬂ'), ('ff', 'ﬀ')):
        if letters_ in value:
            return value.replace(letters_, one, 1)
    return None


def accent(pick, kind, value):
    """A long press or a dead key put an accent on a vowel."""
    at = [i for i, c in enumerate(value.partition('@')[0]) if c in 'aeou']
    if not at:
        return None
    i = pick.choice(at)
    return value[:i] + unicodedata.normalize('NFC', value[i] + pick.choice('\u0301\u0300\u0308\u0302')) + value[i + 1:]


# ---- addresses --------------------------------------------------------------------------------------------------------

TYPOS = {
    'gmail.com': 'gmial.com gamil.com gmai.com gmail.co gmail.con gmail.cm gmaill.com gnail.com gmail.om gmail.cpm gmil.com gmail.xom gmal.com gmail.comm gmail.co.jp gmail.jp ggmail.com gmsil.com g-mail.com',
    'yahoo.co.jp': 'yaho.co.jp yahooo.co.jp yahoo.co.jo yahho.co.jp yhaoo.co.jp yahoo.cojp yahoo.co.jpp yahoo.co.p yaoo.co.jp yahoo.coj.p tahoo.co.jp',
    'yahoo.com': 'yaho.com yahoo.con yahho.com yahoo.cm yhoo.com yahoo.comm',
    'hotmail.com': 'hotmial.com hotmal.com hotmail.con hotmai.com hotmail.co hotnail.com hptmail.com hotmaill.com',
    'hotmail.co.jp': 'hotmai.co.jp hotmail.co.jo hotmal.co.jp hotmial.co.jp',
    'outlook.com': 'outlok.com outllook.com outlook.con outloook.com outlook.cm putlook.com outlook.co',
    'outlook.jp': 'outlok.jp outloo.jp outlook.jpp',
    'icloud.com': 'iclud.com icloud.con iclould.com icoud.com icloud.co icould.com icloud.co.jp',
    'docomo.ne.jp': 'docmo.ne.jp docomo.co.jp docomo.ne.jo docomo.ne.p dokomo.ne.jp dcomo.ne.jp docomo.nejp docomo.ne.jpp doconmo.ne.jp',
    'ezweb.ne.jp': 'ezwb.ne.jp ezweb.ne.jo ezeb.ne.jp ezweb.co.jp ezwed.ne.jp ezweb.ne.jp.com',
    'softbank.ne.jp': 'sofbank.ne.jp softbank.ne.jo sotfbank.ne.jp softbnak.ne.jp softbank.co.ne.jp',
    'i.softbank.jp': 'i.sofbank.jp i.softbank.jo i.softbank.ne.jp i.softbnk.jp',
    'nifty.com': 'nfity.com nifty.con nify.com niftyy.com nifty.co',
    'ymobile.ne.jp': 'ymoble.ne.jp ymobile.ne.jo ymobil.ne.jp',
    'qq.com': 'qq.con qq.comm',
    'naver.com': 'naver.con navr.com naver.cm naer.com',
}
SLIPS = [(name, slip) for name, slips in TYPOS.items() for slip in slips.split()]


def mistyped_domain(pick, kind, value):
    name, slip = pick.choice(SLIPS)
    local, at, domain = value.partition('@')
    # The true value of this sample has the right domain: the caller takes it from here.
    return local + at + slip, local + at + name


def bad_ending(pick, kind, value, old, new):
    return value[:-len(old)] + new if value.endswith(old) else None


def no_at(pick, kind, value):
    return value.replace('@', '')


def at_for(pick, kind, value, new):
    return value.replace('@', new)


def no_ending(pick, kind, value, dots='any'):
    """dots: one, where nothing but the name is left behind the at sign."""
    return value[:value.rindex('.')] if dots == 'any' or value.partition('@')[2].count('.') == 1 else None


def no_domain(pick, kind, value):
    return value[:value.index('@') + 1]


def two_dots(pick, kind, value):
    at = value.rindex('.')
    return value[:at] + '.' + value[at:]


# ---- another box, a part ----------------------------------------------------------------------------------------------

def other(pick, kind, value, kinds):
    return values.KINDS[pick.choice(kinds.split('+'))].make(pick)


def other_groups(pick, kind, value, kinds, separator):
    return separator.join(values.groups(values.KINDS[pick.choice(kinds.split('+'))].make(pick)))


def cut(pick, kind, value, share, below='999', without=''):
    """The last characters were not copied: fewer than `below` are left, and behind an @ none of `without`."""
    text = value[:max(1, int(len(value) * int(share) / 100))]
    return text if len(text) < int(below) and not (without and without in text.partition('@')[2]) else None


def cut_head(pick, kind, value, n):
    return value[int(n):]


def expiry_only(pick, kind, value):
    return '%02d/%02d' % (pick.randrange(1, 13), pick.randrange(26, 33))
