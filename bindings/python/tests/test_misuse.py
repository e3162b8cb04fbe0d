# SPDX-License-Identifier: MIT
"""Every public entry with what it cannot take: Python's own exception, no crash, and no value in what is said."""
import array
import pickle

import pytest

import loginlint

SECRET = 'Tr0ub4dor3xyz'
KEY = b'k' * 16
TAG = loginlint.tag(KEY, 'taro', 'x')
ODD = [None, 7, 2.5, object(), ['pin'], {'a': 1}, SECRET.encode(), memoryview(b'pin')]

# entry, its arguments, and for each what is wrong in its place: TypeError; for a str that it does not know ValueError.
ENTRIES = [
    ('Policy', loginlint.Policy, ('pin', 'digits: 4'), (True, True)),
    ('parse_rules', loginlint.parse_rules, ('pin', 'digits: 4'), (True, True)),
    ('check', loginlint.check, ('pin', '1234'), (True, False)),
    ('check rules', lambda x: loginlint.check('pin', '1234', rules=x), ('',), (True,)),
    ('check context', lambda x: loginlint.check('pin', '1234', context=x), ('',), (True,)),
    ('check lang', lambda x: loginlint.check('pin', '1234', lang=x), ('en',), (True,)),
    ('check candidates', lambda x: loginlint.check('pin', x, candidates=True), ('1234',), (False,)),
    ('candidates', loginlint.candidates, ('pin', '1234'), (True, False)),
    ('candidates rules', lambda x: loginlint.candidates('pin', '1234', rules=x), ('',), (True,)),
    ('candidates context', lambda x: loginlint.candidates('pin', '1234', context=x), ('',), (True,)),
    ('check_batch', lambda x: loginlint.check_batch(x, b'1234', array.array('I', [0, 4])), ('pin',), (True,)),
    ('check_batch data', lambda x: loginlint.check_batch('pin', x, array.array('I', [0, 3])), (b'1234',), (True,)),
    ('check_batch offsets', lambda x: loginlint.check_batch('pin', b'1234', x), (array.array('I', [0, 4]),), (True,)),
    ('check_batch rules', lambda x: loginlint.check_batch('pin', b'', array.array('I', [0]), rules=x), ('',), (True,)),
    ('check_batch context', lambda x: loginlint.check_batch('pin', b'', array.array('I', [0]), context=x), ('',), (True,)),
    ('key', loginlint.key, ('taro',), (False,)),
    ('preflight', loginlint.preflight, ('lock-after: 3', 'failures: 1', '2026-11-23T06:30:00Z'), (True, True, True)),
    ('preflight lang', lambda x: loginlint.preflight(lang=x), ('en',), (True,)),
    ('presets', loginlint.presets, ('en',), (True,)),
    ('language', loginlint.language, ('ja_JP',), (False,)),
    ('message', loginlint.check('pin', '１').diagnostics[0].message, ('en',), (True,)),
    ('cause message', loginlint.check('pin', '12345').causes[0].message, ('en',), (True,)),
    ('cause next', loginlint.check('pin', '12345').causes[0].next, ('en',), (True,)),
    ('describe', loginlint.describe, ('caps-lock', 'en'), (True, True)),
    ('tag', loginlint.tag, (KEY, 'taro', 'x'), (True, False, False)),
    ('tag_compare', loginlint.tag_compare, (TAG, TAG), (True, True)),
]
BYTES_TOO = {('check candidates', 0), ('check_batch data', 0), ('key', 0), ('check', 1), ('candidates', 1), ('tag', 1), ('tag', 2)}
OWN_LANGUAGE = {'message', 'cause message', 'cause next'}  # None: that of the check
ONLY_BYTES = {('check_batch data', 0), ('check_batch offsets', 0), ('tag', 0), ('tag_compare', 0), ('tag_compare', 1)}


@pytest.mark.parametrize('name, entry, good, refuses', ENTRIES, ids=[row[0] for row in ENTRIES])
def test_wrong_types_and_unknown_words(name, entry, good, refuses):
    entry(*good)
    for place, _ in enumerate(good):
        for odd in ODD + [SECRET]:
            if odd is None and name in OWN_LANGUAGE or isinstance(odd, memoryview) and name == 'check_batch data':
                continue
            if isinstance(odd, bytes) and (name, place) in BYTES_TOO or odd is SECRET and not refuses[place]:
                continue
            if isinstance(odd, bytes):
                expected = (TypeError, ValueError)  # too few for a key or a tag; as rules, words that are unknown
            else:
                expected = ValueError if odd is SECRET and (name, place) not in ONLY_BYTES else TypeError
            with pytest.raises(expected) as error:
                entry(*good[:place], odd, *good[place + 1:])
            assert SECRET not in str(error.value) and SECRET not in repr(error.value)


def test_every_public_entry_is_in_the_table():
    public = {name for name, thing in vars(loginlint).items() if callable(thing) and not name.startswith('_') and thing.__module__ == 'loginlint'}
    answers = {'RuleError', 'Fix', 'Diagnostic', 'Cause', 'Candidate', 'Result'}
    assert public - answers == {row[0] for row in ENTRIES if ' ' not in row[0]} - OWN_LANGUAGE
    for kind in answers - {'RuleError'}:
        with pytest.raises(TypeError):
            getattr(loginlint, kind)()


def test_what_two_ids_may_differ_in():
    for wrong, error in [(None, TypeError), (7, TypeError), ('width', TypeError), (b'width', TypeError), ([7], TypeError), ([None], TypeError), ([SECRET], ValueError)]:
        with pytest.raises(error) as raised:
            loginlint.key('taro', wrong)
        assert SECRET not in str(raised.value)


def test_the_extension_itself():
    raw = loginlint._loginlint
    record = loginlint.Policy('pin')._record
    kept, why = loginlint.check('login-id', 'ta#ro')._row[11:13]
    assert raw.message(kept, 0, 1) and raw.causes(why)[1] and raw.cause_message(why, 0, 1) and raw.cause_next(why, 0, 2)
    for call in [lambda: raw.policy_print(b''), lambda: raw.policy_print(bytes(1024)), lambda: raw.check(b'', '', '', 0), lambda: raw.check(bytes(1024), '', 'x', True),
                 lambda: raw.candidates(record[1:], '', ''), lambda: raw.message(b'', 0, 0), lambda: raw.message(kept[:-1], 0, 0),
                 lambda: raw.message(kept, 1, 0), lambda: raw.message(kept, 0, 99), lambda: raw.message(kept + bytes(2000), 0, 0), lambda: raw.message(b'\xff' * 9999, 0, 0),
                 lambda: raw.causes(b''), lambda: raw.causes(b'\xff' * 256), lambda: raw.cause_message(why, 1, 0), lambda: raw.cause_next(why, 0, 99),
                 lambda: raw.cause_next(b'\xff' * 256, 0, 0), lambda: raw.cause_message(why[1:], 0, 0), lambda: raw.policy(99, '', False), lambda: raw.key('', 32),
                 lambda: raw.check_batch(b'', '', b'', array.array('I', [0]), 0, 0), lambda: raw.preflight('', '', '', 99)]:
        with pytest.raises(ValueError):
            call()
    for call in [lambda: raw.check(record, '', None, 0), lambda: raw.check(record, None, '', 0), lambda: raw.check(None, '', '', 0), lambda: raw.check(),
                 lambda: raw.tag(KEY, None, ''), lambda: raw.tag(KEY, '', 3), lambda: raw.tag(None, '', ''), lambda: raw.message(None, 0, 0), lambda: raw.causes('x'), lambda: raw.cause_message(why, None, 0)]:
        with pytest.raises(TypeError):
            call()
    assert raw.describe(0, 9999, 0) is None and raw.describe(0, 1, 99) is None and raw.describe(99, 0, 0) is None and raw.preset(9999, 0) is None


def test_every_kind_of_value():
    for value in ['', b'', bytearray(), 'a' * 5000, b'a' * 5000, '\U0001F600' * 2000, '\ud800' * 2000, bytearray(b'\xff' * 9)]:
        for field in loginlint.FIELDS.values():
            assert loginlint.check(field, value, candidates=True).verdict in loginlint.VERDICTS.values()
            loginlint.candidates(field, value)
        loginlint.tag(KEY, value, value)
    assert loginlint.tag(KEY, 'あ\U0001F600\ud800', 'ｘ') == loginlint.tag(KEY, 'あ\U0001F600\ud800'.encode('utf-8', 'surrogatepass'), bytearray('ｘ'.encode()))
    assert loginlint.check('login-id', 'ｔａｒｏ'.encode()).text == b'taro'
    value = bytearray(b'taro')
    assert loginlint.check('login-id', value).text is value


def test_errors_and_answers_can_be_carried():
    with pytest.raises(loginlint.RuleError) as error:
        loginlint.parse_rules('pin', 'digits: x')
    copy = pickle.loads(pickle.dumps(error.value))
    assert (copy.offset, copy.length, copy.expected, str(copy)) == (8, 1, error.value.expected, str(error.value))
    explained = loginlint.check('login-id', 'ｔａｒｏ ', candidates=True, lang='ja')
    answers = [explained, *explained.diagnostics, *explained.causes, explained.diagnostics[0].fix, explained.verdict]
    assert [c.message() for c in pickle.loads(pickle.dumps(explained)).causes] == [c.message() for c in explained.causes]
    for thing in [loginlint.Policy('pin', 'digits: 6'), loginlint.check('login-id', 'ｔａｒｏ'), loginlint.candidates('password', 'pASSWORD', context='caps-lock: on'), *answers]:
        assert pickle.loads(pickle.dumps(thing)) == thing and hash(thing) == hash(thing)
    assert loginlint.Policy('pin', 'digits:6') == loginlint.Policy('pin', 'digits: 6') != loginlint.Policy('pin')
    for thing in [loginlint.Policy('pin'), loginlint.check('pin', '1')]:
        with pytest.raises(AttributeError):
            thing.field = thing.verdict = 'pass'
