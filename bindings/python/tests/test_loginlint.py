"""pytest: the API's own promises, and the shared cases against the C transcript (LOGINLINT_TRANSCRIPTS: cases=expected,...)."""
import os
import re
import threading

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


def line(column):
    value = unescape(column[4])
    policy = loginlint.parse_rules(column[1], column[2])
    r = loginlint.check(policy, value, context=column[3])
    text = '-' if r.text is None else '=' if r.text == value else escape(r.text if isinstance(value, str) else r.text.decode())
    found = ' '.join('%s:%s:%d:%s:%s:%d-%d:%d-%d:%d-%d:%s' % (
        d.code, d.severity, d.confidence, d.fix.level if d.fix else 'none', d.fix.operation if d.fix else 'none', *d.byte_span, *d.utf16_span, *d.span,
        d.fix.text.encode().hex() if d.fix and d.fix.text is not None else '') for d in r.diagnostics) or '-'
    others = ' '.join('%s:%d:%s' % (c.basis, c.confidence, c.text.encode().hex()) for c in loginlint.candidates(policy, value, context=column[3])) or '-'
    return '\t'.join([column[0], r.verdict, '%d' % r.valid, '%d' % r.secret, r.brand or '-', text, found, others, ' '.join(r.skipped) or '-'])


def test_transcripts():
    cases = passed = 0
    wrong = []
    for pair in os.environ['LOGINLINT_TRANSCRIPTS'].split(','):
        source, expected = pair.split('=')
        rows = [row.rstrip('\n').split('\t') for row in open(source, encoding='ascii') if row.strip() and not row.startswith('#')]
        wanted = open(expected, encoding='utf-8').read().splitlines()
        assert len(rows) == len(wanted) > 0
        for row, want in zip(rows, wanted):
            got = line(row)
            cases += 1
            passed += got == want
            if got != want and len(wrong) < 5:
                wrong.append((want, got))
    if os.environ.get('LOGINLINT_FIGURES'):
        with open(os.environ['LOGINLINT_FIGURES'], 'w', encoding='ascii') as file:
            file.write('%d %d\n' % (cases, passed))
    assert not wrong


def test_nul_astral_and_lone_surrogates():
    r = loginlint.check('password', 'a\0b\U0001F600c\ud800d')
    assert r.text is None and r.verdict == 'fail'
    assert [d.span for d in r.diagnostics if d.code == 'invalid-encoding'] == [(5, 6)]


def test_a_password_is_never_changed_nor_quoted():
    r = loginlint.check('password', 'ぱっすぉｒｄ', lang='ja')
    assert r.text == 'ぱっすぉｒｄ' and r.verdict == 'ask'
    assert all(d.fix is None or d.fix.text is None for d in r.diagnostics)
    assert not any('ｒ' in d.message for d in r.diagnostics)


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
