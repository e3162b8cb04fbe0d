# SPDX-License-Identifier: MIT
"""pytest: the API's own promises, and the shared cases against C's transcript."""
import array
import os
import pickle
import re
import sys
import threading
import time

import pytest

import loginlint


def unescape(s):
    """str, or bytes for a value with raw bytes"""
    raw = bytearray()
    is_raw = '\\x' in re.sub(r'\\\\', '', s)
    out = []
    for m in re.finditer(r'\\\\|\\x([0-9A-F]{2})|\\u([0-9A-F]{4})|\\U([0-9A-F]{8})|(.)', s, flags=re.S):
        if m.group(1):
            raw.append(int(m.group(1), 16))
            continue
        c = chr(int(m.group(2) or m.group(3), 16)) if m.group(2) or m.group(3) else m.group(4) or '\\'
        out.append(c)
        if is_raw:
            raw += c.encode('utf-8')
    return bytes(raw) if is_raw else ''.join(out)


def escape(s):
    return ''.join('\\\\' if c == '\\' else c if ' ' < c < '\x7f' else ('\\u%04X' if ord(c) < 0x10000 else '\\U%08X') % ord(c) for c in s)


def explained(r):
    causes = ' '.join('%s:%s:%s:%d:%d-%d:%d-%d:%d-%d:%s' % (
        c.code, c.remedy, '-' if c.candidate is None else c.candidate, c.confidence, *c.byte_span, *c.utf16_span, *c.span, ','.join(map(str, c.diagnostics)))
        for c in r.causes) or '-'
    return [causes, str(r.causes_left)]


def line(column):
    value = unescape(column[4])
    policy = loginlint.parse_rules(column[1], column[2])
    r = loginlint.check(policy, value, context=column[3])
    both = loginlint.check(policy, value, context=column[3], candidates=True)
    assert both.candidates == loginlint.candidates(policy, value, context=column[3]) and r.candidates == ()
    text = '-' if r.text is None else '=' if r.text == value else escape(r.text if isinstance(value, str) else r.text.decode())
    found = ' '.join('%s:%s:%d:%s:%s:%d-%d:%d-%d:%d-%d:%s' % (
        d.code, d.severity, d.confidence, d.fix.level if d.fix else 'none', d.fix.operation if d.fix else 'none', *d.byte_span, *d.utf16_span, *d.span,
        d.fix.text.encode().hex() if d.fix and d.fix.text is not None else '') for d in r.diagnostics) or '-'
    others = ' '.join('%s:%d:%s' % (c.basis, c.confidence, c.text.encode().hex()) for c in both.candidates) or '-'
    return '\t'.join([column[0], r.verdict, '%d' % r.valid, '%d' % r.secret, r.brand or '-', text, found, others, ' '.join(r.skipped) or '-', *explained(both), *explained(r)])


def test_transcripts():
    """LOGINLINT_CASES: a folder with cases.tsv and expected, where the transcript is written."""
    out = os.environ['LOGINLINT_CASES']
    rows = [row.rstrip('\n').split('\t') for row in open(out + '/cases.tsv', encoding='ascii')]
    wanted = open(out + '/expected', encoding='utf-8').read().splitlines()
    got = [line(row) for row in rows]
    with open(out + '/transcript', 'w', encoding='utf-8') as file:
        file.write('\n'.join(got) + '\n')
    assert len(got) == len(wanted) > 300
    assert [pair for pair in zip(wanted, got) if pair[0] != pair[1]][:5] == []


def test_nul_astral_and_lone_surrogates():
    r = loginlint.check('password', 'a\0b\U0001F600c\ud800d')
    assert r.text is None and r.verdict == 'fail'
    assert [d.span for d in r.diagnostics if d.code == 'invalid-encoding'] == [(5, 6)]


def test_a_password_is_never_changed_nor_quoted():
    r = loginlint.check('password', 'ぱっすぉｒｄ', lang='ja')
    assert r.text == 'ぱっすぉｒｄ' and r.verdict == 'ask'
    assert all(d.fix is None or d.fix.text is None for d in r.diagnostics)
    assert not any('ｒ' in d.message() for d in r.diagnostics)


def test_causes_and_their_sentences():
    alone = loginlint.check('password', 'ぱっすぉｒｄ', lang='ja')
    both = loginlint.check('password', 'ぱっすぉｒｄ', lang='ja', candidates=True)
    assert [(c.code, c.remedy, c.candidate, c.basis) for c in alone.causes] == [('input-method', 'retype', None, None)]
    (cause,) = both.causes
    assert (cause.code, cause.remedy, cause.candidate, cause.basis, cause.secret) == ('input-method', 'choose', 0, 'romaji-ime', True)
    assert cause.diagnostics == tuple(range(len(both.diagnostics))) and cause.span == (0, 6)
    assert '日本語入力' in cause.message() and cause.message('en') == cause.message(loginlint.Language.EN) != cause.message()
    assert cause.next() and cause.next('ko') != cause.next('zh-Hans')
    assert loginlint.check('login-id', '4111111111111111').causes[0].place is loginlint.Field.CARD_NUMBER
    assert loginlint.check('password', 'sakura42', candidates=True).causes == () == loginlint.check('pin', '1234').causes
    many = loginlint.check('login-id', 'Ｈanako@gmial,com\u200b ', rules='kind: email', context='stage: submit; entry: typed', candidates=True)
    assert len(many.causes) == 3 and many.causes_left == 1
    for lang in loginlint.Language:
        for row in [*both.causes, *many.causes]:
            assert row.message(lang) and row.next(lang) and 'ｒ' not in both.causes[0].message(lang)


def test_a_value_may_be_wiped_before_its_causes_are_read():
    value = bytearray('ｔａｒｏ'.encode())
    result = loginlint.check('login-id', value, candidates=True)
    value[:] = bytes(len(value))
    assert result.causes[0].code == 'fullwidth-input' and result.causes[0].message() and 't' in result.candidates[0].text
    assert result.diagnostics[0].message('ja')


def test_worst_acceptable_language():
    result = loginlint.check('login-id', 'ｔaro#')
    assert result.worst.code == 'not-allowed' and result.worst.severity == 'error' and not result.acceptable
    assert loginlint.check('pin', '1234').worst is None
    assert [loginlint.check('pin', v).acceptable for v in ('1234', '１２３４', '12345')] == [True, True, False]
    spoken = {'ja_JP.UTF-8': 'ja', 'ja': 'ja', 'ko-KR': 'ko', 'zh_CN': 'zh-Hans', 'zh-Hans-SG': 'zh-Hans', 'zh': 'zh-Hans', 'zh-Hans-HK': 'zh-Hans', 'zh_TW': 'en', 'zh-Hant': 'en',
              'fr_FR': 'en', 'C': 'en', '': 'en', 'jav': 'en'}
    assert {locale: loginlint.language(locale) for locale in spoken} == spoken


def test_names_are_strings_and_enums():
    r = loginlint.check('login-id', 'ｔａｒｏ')
    assert r.verdict is loginlint.Verdict.FIXED and r.verdict == 'fixed' and '%s' % r.verdict == f'{r.verdict}' == 'fixed'
    assert r.diagnostics[0].code is loginlint.Code.FULLWIDTH_FORM and r.causes[0].code in {'fullwidth-input'}
    assert loginlint.Verdict('pass') is loginlint.Verdict.PASS and isinstance(r.verdict, str)
    with pytest.raises(ValueError):
        loginlint.Verdict('pas')
    assert loginlint.check(loginlint.Field.PIN, '1234', lang=loginlint.Language.JA).verdict == 'pass'
    caps = [loginlint.describe(code) for code in (loginlint.Code.CAPS_LOCK, loginlint.CauseCode.CAPS_LOCK, 'caps-lock', 'fullwidth-input', 'locked')]
    assert caps[0] == caps[2] != caps[1] and all(caps)


def test_policies_are_values():
    one, other = loginlint.Policy('password', 'maxlength: 20; minlength:8'), loginlint.parse_rules('password', 'minlength: 8; maxlength: 20')
    assert one == other and hash(one) == hash(other) and {one: 1}[other] == 1 and str(one) == str(other)
    assert one != loginlint.Policy('password') and one != loginlint.Policy('pin') and one != 'maxlength: 20'
    lenient = loginlint.Policy('password', 'minlength: 9; maxlength: 3; x: y', lenient=True)
    for policy in (one, lenient, loginlint.Policy('pin')):
        assert pickle.loads(pickle.dumps(policy)) == policy
    with pytest.raises(AttributeError):
        one.field = 'pin'


def test_other_threads_run_while_candidates_are_found():
    done = threading.Event()
    counted = [0]

    def count():
        while not done.is_set():
            counted[0] += 1
            time.sleep(0)  # gives the lock back
    old, thread = sys.getswitchinterval(), threading.Thread(target=count)
    thread.start()
    sys.setswitchinterval(1000)  # nobody takes the lock away: it has to be given
    try:
        before = counted[0]
        for _ in range(3000):
            loginlint.candidates('password', 'ぱっすぉｒｄ' * 10)
            if counted[0] > before:
                break
        given = counted[0] > before
    finally:
        done.set()
        sys.setswitchinterval(old)
    thread.join()
    assert given


def test_rule_errors_say_where():
    with pytest.raises(loginlint.RuleError) as error:
        loginlint.parse_rules('password', 'minlength: 8; minlenth: 9')
    assert error.value.offset == 14
    assert str(loginlint.parse_rules('password', 'minlength:8')) == 'minlength: 8'
    with pytest.raises(loginlint.RuleError):
        loginlint.check('pin', '1234', context='stage: never')


def test_preflight_tags_presets():
    assert loginlint.preflight('lock-after: 3-5', 'failures: 5')['advice'][0]['code'] == 'locked'
    key = b'k' * 16
    one = loginlint.tag(key, 'taro', 'secret')
    assert loginlint.tag_compare(one, loginlint.tag(key, 'taro', 'secret')) == 1
    assert loginlint.tag_compare(one, loginlint.tag(key, 'taro', 'SECRET')) == 2
    assert loginlint.tag_compare(one, loginlint.tag(key, 'jiro', 'secret')) == 0
    assert any(name == 'pin-4' for name, *_ in loginlint.presets())
    assert loginlint.describe('caps-lock', 'ja')


def test_threads():
    wrong = []

    def work(number, brand):
        for _ in range(500):
            if loginlint.check('card-number', number).brand != brand:
                wrong.append(number)
    threads = [threading.Thread(target=work, args=pair) for pair in [('４１１１１１１１１１１１１１１１', 'visa'), ('378282246310005', 'amex')] * 4]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert not wrong


def batch(values, **options):
    data = [value.encode() for value in values]
    ends = [0]
    for value in data:
        ends.append(ends[-1] + len(value))
    return loginlint.check_batch('login-id', b''.join(data), array.array('I', ends), **options)


@pytest.mark.skipif('LOGINLINT_CASES' not in os.environ, reason='LOGINLINT_CASES is not set')
def test_keys_and_a_batch_are_those_of_c():
    cases, expected = ([row.rstrip('\n').split('\t') for row in open(os.path.join(os.environ['LOGINLINT_CASES'], name), encoding='utf-8')]
                       for name in ('texts.tsv', 'expected-keys'))
    values = [unescape(column[4]) for column in cases]
    for i, value in enumerate(values):
        same = [one for one in loginlint.Same if i % 32 & {name: number for number, name in loginlint.SAMES.items()}[one]]
        assert loginlint.key(value, same).encode().hex() == expected[i][1] == loginlint.key(value.encode(), same).encode().hex(), cases[i]
    verdicts, causes = batch(values, candidates=True)
    told = [[str(i), loginlint.VERDICTS[v], '-' if c == loginlint.NOTHING else loginlint.CAUSES[c]] for i, (v, c) in enumerate(zip(verdicts, causes))]
    assert told == expected[len(values):] and len(values) > 400


def test_keys():
    assert loginlint.key('ｔａｒｏーＹＡＭＡＤＡ') == loginlint.key(b'taro_yamada') == loginlint.key('Taro.Yamada', ['case', loginlint.Same.SEPARATORS]) != ''
    assert loginlint.key('Taro', []) == 'Taro' and loginlint.key('\ud800a', []) == '\ufffda'
    long = 'あ' * 341
    assert loginlint.key(long) == long
    with pytest.raises(ValueError, match='too-long'):
        loginlint.key('a' * 1025)


def test_batches():
    values = ['taro.yamada_2026', '', 'ｔａｒｏ', 'taro@gmial.com', 'ID: taro']
    verdicts, causes = batch(values)
    for value, verdict, cause in zip(values, verdicts, causes):
        r = loginlint.check('login-id', value)
        assert loginlint.VERDICTS[verdict] == r.verdict and (cause == loginlint.NOTHING if not r.causes else loginlint.CAUSES[cause] == r.causes[0].code)
    assert batch(values, causes=False) == (verdicts, None) and batch([]) == (b'', b'')
    assert batch(['', 'x'], context='stage: submit')[0] == bytes([next(n for n, name in loginlint.VERDICTS.items() if name == 'fail')]) + batch(['x'])[0]
    # A slice of a longer column, signed, of memory that can be written.
    assert loginlint.check_batch('pin', bytearray(b'99123499'), array.array('i', [2, 6]), rules='digits: 4') == (batch(['a'])[0], bytes([loginlint.NOTHING]))
    for data, offsets, wrong in [(b'ab', array.array('I', [0, 3]), ValueError), (b'ab', array.array('I', [2, 0]), ValueError), (b'ab', array.array('i', [-1, 2]), ValueError),
                                 (b'ab', array.array('I'), ValueError), (b'ab', array.array('H', [0, 2]), TypeError), (b'ab', array.array('f', [0, 2]), TypeError),
                                 (b'ab', [0, 2], TypeError), ('ab', array.array('I', [0, 2]), TypeError), (b'ab', b'\0' * 8, TypeError),
                                 (memoryview(b'abcd')[::2], array.array('I', [0, 2]), BufferError), (b'ab', memoryview(array.array('I', [0, 1, 2]))[::2], BufferError)]:
        with pytest.raises(wrong):
            loginlint.check_batch('login-id', data, offsets)
    with pytest.raises(loginlint.RuleError):
        batch(['a'], context='stage: never')


def test_other_threads_run_during_a_batch():
    stop, counted = threading.Event(), [0]

    def count():
        while not stop.is_set():
            counted[0] += 1
            time.sleep(0)
    old, thread = sys.getswitchinterval(), threading.Thread(target=count)
    thread.start()
    sys.setswitchinterval(1000)
    try:
        before = counted[0]
        for _ in range(50):
            batch(['taro.yamada_2026'] * 20000)
            if counted[0] > before:
                break
        given = counted[0] > before
    finally:
        stop.set()
        sys.setswitchinterval(old)
    thread.join()
    assert given


def test_preflight_cases():
    path = os.path.join(os.path.dirname(__file__), '../../../tests/cases/preflight.tsv')
    count = 0
    for row in open(path, encoding='utf-8'):
        if row.startswith('#') or not row.strip():
            continue
        column = row.rstrip('\n').split('\t')
        answer = loginlint.preflight(column[1], column[2], column[3])
        assert answer['verdict'] == column[4], column
        assert ' '.join(item['code'] for item in answer['advice']) == column[5].replace('-', '', column[5] == '-'), column
        count += 1
    assert count >= 80
