# SPDX-License-Identifier: MIT
"""No printed form shows a value of a secret: the report's `secret` decides, not the field."""
import json
import logging
import pickle
import pprint
import traceback

import pytest

import loginlint

SECRETS = [
    ('password', 'Ｘyzzy12345', ['yzzy', 'Ｘ']),
    ('password', 'ぱっすぉｒｄ', ['password', 'ぱっす']),
    ('card-number', '4111-1111-1111-1111', ['1111']),
    ('card-number', '４１１１１１１１１１１１１１１１', ['1111', '１１']),
    ('login-id', '４１１１１１１１１１１１１１１１', ['1111', '１１']),
    ('login-id', '4111 1111 1111 1111', ['1111']),
    ('pin', '９８７６', ['9876', '９８']),
    ('password', b'Xyzzy12345 ', ['yzzy']),
]


def shown(thing):
    record = logging.LogRecord('x', 20, 'x', 1, '%s %r', (thing, thing), None)
    try:
        found = thing  # noqa: F841
        raise ValueError(thing)
    except ValueError as error:
        said = ''.join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    return '\n'.join([repr(thing), str(thing), '%s' % (thing,), f'{thing!r:>9}', pprint.pformat(thing), ascii(thing), record.getMessage(), said,
                      repr([thing]), repr({'a': (thing,)})])


@pytest.mark.parametrize('field, value, quoted', SECRETS, ids=[str(i) for i in range(len(SECRETS))])
def test_of_a_secret_no_value_is_shown(field, value, quoted):
    result = loginlint.check(field, value, lang='ja', candidates=True, context='stage: submit')
    found = result.candidates
    said = [say(lang) for lang in loginlint.Language for d in result.diagnostics for say in [d.message]] + [
        say(lang) for lang in loginlint.Language for c in result.causes for say in [c.message, c.next]]
    assert result.secret and (result.causes or result.worst.severity == 'info') and all(c.secret for c in result.causes) and all(c.secret for c in found) and all(d.secret for d in result.diagnostics)
    things = [said, result, found, result.diagnostics, result.causes, *result.causes, *found, *result.diagnostics, *[d.fix for d in result.diagnostics], result.as_dict(), [c.as_dict() for c in found]]
    for thing in things:
        for part in quoted + [ascii(part) for part in quoted]:
            assert part.strip("'") not in shown(thing), part
    hidden = json.dumps([result.as_dict(), [c.as_dict() for c in found]], ensure_ascii=False)
    assert not any(part in hidden for part in quoted) and '"text"' not in hidden
    revealed = json.dumps(result.as_dict(reveal=True), ensure_ascii=False)
    assert '"text"' in revealed and '"display"' in revealed
    for thing in [result, *found, *result.diagnostics, *result.causes]:
        with pytest.raises(TypeError):
            json.dumps(thing)


def test_what_is_no_secret_is_shown():
    result = loginlint.check('login-id', 'ｔａｒｏ')
    assert not result.secret and "text='taro'" in repr(result)
    assert json.loads(json.dumps(result.as_dict()))['diagnostics'][0]['fix']['text'] == 'taro'
    assert loginlint.candidates('login-id', 'taro@gmial.com')[0].as_dict()['text'] == 'taro@gmail.com'
    assert loginlint.check('login-id', b'taro').as_dict()['text'] == 'taro'


def test_what_is_kept_for_sentences_has_no_value():
    for field, value, quoted in SECRETS:
        carried = b''.join(pickle.dumps(part) for r in [loginlint.check(field, value)] for part in [*r.causes, *(c for d in r.diagnostics for c in d._row[:2] if not d.fix)])
        assert not any(part.encode(encoding) in carried for part in quoted for encoding in ('utf-8', 'utf-16-le', 'utf-32-le'))


def test_every_answer_that_has_a_value_hides_it():
    kinds = [kind for kind in vars(loginlint).values() if isinstance(kind, type) and {'text', 'display'} & set(getattr(kind, '_shown', ()))]
    assert len(kinds) == 3
    for kind in kinds:
        def made(secret):
            names = {name: True if name == 'secret' else 'Xyzzy' if name in ('text', 'display') else () for name in kind._shown}
            names.update(secret=secret)
            return type(kind.__name__, (kind,), {'__slots__': (), **names})
        hidden, shown_ = (object.__new__(made(secret)) for secret in (True, False))
        assert 'Xyzzy' not in repr(hidden) + str(hidden.as_dict()) and 'Xyzzy' in repr(shown_)
