# SPDX-License-Identifier: MIT
"""What other keyboard layouts give for the keys of a US or JIS keyboard: keys in, characters on the screen out.

Each layout is written down as its key caps, row by row, plain and with Shift.
"""
US = ['`1234567890-=', "qwertyuiop[]\\", "asdfghjkl;'", 'zxcvbnm,./']
US_SHIFT = ['~!@#$%^&*()_+', 'QWERTYUIOP{}|', 'ASDFGHJKL:"', 'ZXCVBNM<>?']
LAYOUTS = {
    'russian': (['ё1234567890-=', 'йцукенгшщзхъ\\', 'фывапролджэ', 'ячсмитьбю.'], ['Ё!"№;%:?*()_+', 'ЙЦУКЕНГШЩЗХЪ/', 'ФЫВАПРОЛДЖЭ', 'ЯЧСМИТЬБЮ,']),
    'ukrainian': (["'1234567890-=", 'йцукенгшщзхї\\', 'фівапролджє', 'ячсмитьбю.'], ['₴!"№;%:?*()_+', 'ЙЦУКЕНГШЩЗХЇ/', 'ФІВАПРОЛДЖЄ', 'ЯЧСМИТЬБЮ,']),
    'greek': (['`1234567890-=', ';ςερτυθιοπ[]\\', "ασδφγηξκλ΄'", 'ζχψωβνμ,./'], ['~!@#$%^&*()_+', ':ΣΕΡΤΥΘΙΟΠ{}|', 'ΑΣΔΦΓΗΞΚΛ¨"', 'ΖΧΨΩΒΝΜ<>?']),
    'hebrew': ([';1234567890-=', "/'קראטוןםפ][\\", 'שדגכעיחלךף,', 'זסבהנמצתץ.'], ['~!@#$%^&*)(_+', 'QWERTYUIOP}{|', 'ASDFGHJKL:"', 'ZXCVBNM><?']),
    'arabic': (['ذ1234567890-=', 'ضصثقفغعهخحجد\\', 'شسيبلاتنمكط', 'ئءؤرىةوزظ'], None),
    'thai': (['_ๅ/-ภถุึคตจขช', 'ๆไำพะัีรนยบลฃ', 'ฟหกดเ้่าสวง', 'ผปแอิืทมใฝ'], ['%+๑๒๓๔ู฿๕๖๗๘๙', '๐"ฎฑธํ๊ณฯญฐ,ฅ', 'ฤฆฏโฌ็๋ษศซ.', '()ฉฮฺ์?ฒฬฦ']),
    'azerty': (['²&é"\'(-è_çà)=', 'azertyuiop^$*', 'qsdfghjklmù', 'wxcvbn,;:!'], ['~1234567890°+', 'AZERTYUIOP¨£µ', 'QSDFGHJKLM%', 'WXCVBN?./§']),
    'qwertz': (['^1234567890ß´', 'qwertzuiopü+#', 'asdfghjklöä', 'yxcvbnm,.-'], ['°!"§$%&/()=?`', "QWERTZUIOPÜ*'", 'ASDFGHJKLÖÄ', 'YXCVBNM;:_']),
    'zhuyin': (['`ㄅㄉˇˋㄓˊ˙ㄚㄞㄢㄦ=', 'ㄆㄊㄍㄐㄔㄗㄧㄛㄟㄣ[]\\', "ㄇㄋㄎㄑㄕㄘㄨㄜㄠㄤ'", 'ㄈㄌㄏㄒㄖㄙㄩㄝㄡㄥ'], US_SHIFT),
    # The key caps of a JIS keyboard where the system believes in a US one, and the other way round: rows of US keys, read on JIS.
    'jis': (['\x001234567890-^', 'qwertyuiop@[]', 'asdfghjkl;:', 'zxcvbnm,./'], ['\x00!"#$%&\'()\x00=~', 'QWERTYUIOP`{}', 'ASDFGHJKL+*', 'ZXCVBNM<>?']),
}
LAYOUTS['arabic'] = (['ذ1234567890-=', 'ضصثقفغعهخحجد\\', 'شسيبلاتنمكط', 'ئءؤر\0ىةوزظ'], ['~!@#$%^&*()_+', '\0' * 13, '\0' * 11, '\0' * 10])


def table(rows, others):
    """Key by key; what no key gives (\\0) is left out."""
    return {key: other for row, against in zip(rows, others) for key, other in zip(row, against) if '\0' not in (key, other)}


def type_on(layout, keys):
    """The characters that `layout` gives when the keys of a US keyboard are pressed, or None where a key gives nothing."""
    plain, shifted = LAYOUTS[layout]
    gives = table(US, plain)
    gives.update(table(US_SHIFT, shifted))
    if layout == 'arabic':
        gives['b'] = 'لا'
    out = [gives.get(c, c if c == ' ' else None) for c in keys]
    return None if None in out else ''.join(out)


def jis_caps_on_us(text):
    """A person reads the caps of a JIS keyboard, the system takes it for a US one.  None where the key gives nothing there."""
    gives = table(LAYOUTS['jis'][0], US)
    gives.update(table(LAYOUTS['jis'][1], US_SHIFT))
    out = [gives.get(c, c if c == ' ' else None) for c in text]
    return None if None in out else ''.join(out)


# ---- kana keys --------------------------------------------------------------------------------------------------------
JIS_KEYS = "1234567890-^\\" + 'qwertyuiop@[' + 'asdfghjkl;:]' + 'zxcvbnm,./_'
JIS_KANA = 'ぬふあうえおやゆよわほへー' + 'たていすかんなにらせ゛゜' + 'ちとしはきくまのりれけむ' + 'つさそひこみもねるめろ'
JIS_SHIFTED = {'#': 'ぁ', '$': 'ぅ', '%': 'ぇ', '&': 'ぉ', "'": 'ゃ', '(': 'ゅ', ')': 'ょ', 'E': 'ぃ', 'Z': 'っ', '<': '、', '>': '。', '?': '・', '{': '「', '}': '」',
               '!': 'ぬ', '"': 'ふ', '=': 'ほ', '~': 'へ', '|': 'ー', '`': '゛', '+': 'れ', '*': 'け'}
VOICED = dict(zip([c + '゛' for c in 'かきくけこさしすせそたちつてとはひふへほう'] + [c + '゜' for c in 'はひふへほ'], 'がぎぐげござじずぜぞだぢづでどばびぶべぼゔぱぴぷぺぽ'))


def kana_keys(keys, joined=True):
    """Kana input: each key is a kana (the case of letters is lost); with an input method the voiced mark joins the kana before it."""
    gives = dict(zip(JIS_KEYS, JIS_KANA))
    out = ''.join(JIS_SHIFTED.get(c) or gives.get(c.lower(), c) for c in keys)
    if joined:
        for two, one in VOICED.items():
            out = out.replace(two, one)
    return out


# ---- Korean 2-set -----------------------------------------------------------------------------------------------------
JAMO = dict(zip('qwertyuiopasdfghjklzxcvbnm', 'ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ'))
JAMO.update(dict(zip('QWERTOP', 'ㅃㅉㄸㄲㅆㅒㅖ')))
LEADS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
MIDDLES = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'
TAILS = ['', *'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ']
JOINED = dict(zip(['ㅗㅏ', 'ㅗㅐ', 'ㅗㅣ', 'ㅜㅓ', 'ㅜㅔ', 'ㅜㅣ', 'ㅡㅣ', 'ㄱㅅ', 'ㄴㅈ', 'ㄴㅎ', 'ㄹㄱ', 'ㄹㅁ', 'ㄹㅂ', 'ㄹㅅ', 'ㄹㅌ', 'ㄹㅍ', 'ㄹㅎ', 'ㅂㅅ'], 'ㅘㅙㅚㅝㅞㅟㅢㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ'))


def hangul(keys):
    """What the Korean 2-set input method shows."""
    out, lead, middle, tail = '', '', '', ''

    def flush():
        nonlocal out, lead, middle, tail
        if lead and middle:
            out += chr(0xAC00 + (LEADS.index(lead) * 21 + MIDDLES.index(middle)) * 28 + TAILS.index(tail))
        else:
            out += lead + middle
        lead = middle = tail = ''

    for key in keys:
        jamo = JAMO.get(key) or JAMO.get(key.lower())
        if not jamo:
            flush()
            out += key
        elif jamo in MIDDLES:
            if tail:  # the tail, or its second half, moves on to the new syllable
                split = next((pair for pair, joined in JOINED.items() if joined == tail), ' ' + tail)
                tail, moved = split[0].strip(), split[1]
                flush()
                lead, middle = moved, jamo
            elif middle and middle + jamo in JOINED:
                middle = JOINED[middle + jamo]
            elif middle:
                flush()
                middle = jamo
            else:
                middle = jamo
        elif not middle:
            flush()
            lead = jamo
        elif lead and not tail and jamo in TAILS:
            tail = jamo
        elif tail and tail + jamo in JOINED:
            tail = JOINED[tail + jamo]
        else:
            flush()
            lead = jamo
    flush()
    return out


# ---- small key pads of laptops, and Shift -----------------------------------------------------------------------------
NUM_LOCK = dict(zip('uiojklmp', '45612306'))
NUM_LOCK['m'], NUM_LOCK['p'] = '0', '*'
NUM_LOCK.update({'/': '/', ';': '+'})
US_DIGITS_SHIFTED = dict(zip('1234567890', '!@#$%^&*()'))
JIS_DIGITS_SHIFTED = dict(zip('123456789', '!"#$%&\'()'))
