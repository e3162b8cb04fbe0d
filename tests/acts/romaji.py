# SPDX-License-Identifier: MIT
"""What a Japanese input method shows for keys pressed in romaji mode: keys in, text on the screen out.

Written from the spelling tables that Microsoft IME, Google Japanese Input and ATOK publish for their users.  The longest spelling wins; a consonant
pressed twice gives a small tsu; n before another consonant, or twice, is n; what is no spelling stays as a full-width letter.
"""
VOWELS = 'aiueo'
ROWS = {  # consonant keys: the kana for a i u e o
    '': 'あ い う え お', 'k': 'か き く け こ', 'c': 'か し く せ こ', 's': 'さ し す せ そ', 't': 'た ち つ て と', 'n': 'な に ぬ ね の', 'h': 'は ひ ふ へ ほ', 'm': 'ま み む め も',
    'r': 'ら り る れ ろ', 'g': 'が ぎ ぐ げ ご', 'z': 'ざ じ ず ぜ ぞ', 'd': 'だ ぢ づ で ど', 'b': 'ば び ぶ べ ぼ', 'p': 'ぱ ぴ ぷ ぺ ぽ', 'j': 'じゃ じ じゅ じぇ じょ',
    'f': 'ふぁ ふぃ ふ ふぇ ふぉ', 'v': 'ゔぁ ゔぃ ゔ ゔぇ ゔぉ', 'q': 'くぁ くぃ く くぇ くぉ', 'x': 'ぁ ぃ ぅ ぇ ぉ', 'l': 'ぁ ぃ ぅ ぇ ぉ', 'y': 'や - ゆ いぇ よ', 'w': 'わ うぃ う うぇ を',
    'sh': 'しゃ し しゅ しぇ しょ', 'ch': 'ちゃ ち ちゅ ちぇ ちょ', 'ts': 'つぁ つぃ つ つぇ つぉ', 'th': 'てゃ てぃ てゅ てぇ てょ', 'dh': 'でゃ でぃ でゅ でぇ でょ', 'tw': 'とぁ とぃ とぅ とぇ とぉ',
    'dw': 'どぁ どぃ どぅ どぇ どぉ', 'wh': 'うぁ うぃ う うぇ うぉ', 'kw': 'くぁ - - - -', 'gw': 'ぐぁ ぐぃ ぐぅ ぐぇ ぐぉ', 'sw': 'すぁ すぃ すぅ すぇ すぉ', 'fw': 'ふぁ ふぃ ふぅ ふぇ ふぉ', 'hw': 'ふぁ ふぃ - ふぇ ふぉ',
    'xk': 'ヵ - - ヶ -', 'lk': 'ヵ - - ヶ -', 'xw': 'ゎ - - - -', 'lw': 'ゎ - - - -', 'xt': '- - っ - -', 'lt': '- - っ - -', 'xts': '- - っ - -', 'lts': '- - っ - -', 'qw': 'くぁ くぃ くぅ くぇ くぉ',
}
for _base, _head in {'k': 'き', 's': 'し', 't': 'ち', 'n': 'に', 'h': 'ひ', 'm': 'み', 'r': 'り', 'g': 'ぎ', 'z': 'じ', 'd': 'ぢ', 'b': 'び', 'p': 'ぴ', 'j': 'じ', 'c': 'ち', 'f': 'ふ', 'v': 'ゔ', 'q': 'く'}.items():
    ROWS[_base + 'y'] = ' '.join(_head + small for small in 'ゃぃゅぇょ')
for _small in 'xl':
    ROWS[_small + 'y'] = 'ゃ ぃ ゅ ぇ ょ'
SPELLINGS = {keys + vowel: kana for keys, row in ROWS.items() for vowel, kana in zip(VOWELS, row.split()) if kana != '-'}
SPELLINGS.update({'xn': 'ん', "n'": 'ん', 'nn': 'ん'})
MARKS = {'-': 'ー', '.': '。', ',': '、', '/': '・', '[': '「', ']': '」', '~': '〜', "'": '’', '"': '”', '\\': '￥'}


def full_width(c):
    return chr(ord(c) + 0xFEE0) if '!' <= c <= '~' else c


def show(keys, after_digits='−', marks='full', capitals='full'):
    """The preedit, committed as it stands.  after_digits: what - gives behind a digit or letter (Google −, Microsoft －, others ー).  marks: 'full' or 'half'.
    capitals: 'full' letters, or 'latin': from a capital on, keys stay half-width to the end (Microsoft IME and Google, Shift held once)."""
    out, i = '', 0
    while i < len(keys):
        c = keys[i]
        if c.isupper():
            if capitals == 'latin':
                return out + keys[i:]
            out, i = out + full_width(c), i + 1
            continue
        for n in (4, 3, 2, 1):
            if keys[i:i + n] in SPELLINGS:
                out, i = out + SPELLINGS[keys[i:i + n]], i + n
                break
        else:
            following = keys[i + 1:i + 2]
            if c == following and c in 'bcdfghjklmpqrstvwxyz':
                out += 'っ'
            elif c == 'n' and following and following not in "aiueoy'n":
                out += 'ん'
            elif c in '-' and out and not '\u3041' <= out[-1] <= '\u30FF':
                out += after_digits
            elif c in '.,' and out and '０' <= out[-1] <= '９':
                out += full_width(c)
            elif c in MARKS:
                out += MARKS[c]
            else:
                out += full_width(c)
            i += 1
    if marks == 'half':
        out = ''.join(chr(ord(c) - 0xFEE0) if '！' <= c <= '～' and not c.isalpha() else c for c in out)
    return out


def katakana(text):
    return ''.join(chr(ord(c) + 0x60) if 'ぁ' <= c <= 'ゖ' else c for c in text)


HALF = dict(zip('アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンァィゥェォャュョッー。、「」・゛゜',
                'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｬｭｮｯｰ｡､｢｣･ﾞﾟ'))
for _voiced, _plain in zip('ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ', 'カキクケコサシスセソタチツテトハヒフヘホウ'):
    HALF[_voiced] = HALF[_plain] + 'ﾞ'
for _voiced, _plain in zip('パピプペポ', 'ハヒフヘホ'):
    HALF[_voiced] = HALF[_plain] + 'ﾟ'


def half_katakana(text):
    return ''.join(HALF.get(c, chr(ord(c) - 0xFEE0) if '！' <= c <= '～' else c) for c in katakana(text))
