"""Says what is wrong with a login ID, password, card number or PIN before an attempt is spent.

Spans are indices of code points, as ``str`` has them. Every function may be called from any thread; the native memory of a call
is wiped before it returns (a Python ``str`` cannot be; a ``bytearray`` can, by the caller). Printing a result or handing it to a logger
shows no value of a secret.
"""
from __future__ import annotations

import json as _json
from dataclasses import dataclass, fields
from typing import Any, AnyStr, Dict, Generic, Optional, Tuple, Union

from . import _loginlint
from .names import (ABI, BASES, BRANDS, CODES, EXPECTED, FIELDS, FOUND, LANGUAGES, LEVELS, OPERATIONS, POLICY_SIZE, REPORT_SIZE, SEVERITIES,
                    SKIPPED, VERDICTS)

if (_loginlint.ABI, _loginlint.REPORT_SIZE, _loginlint.POLICY_SIZE) != (ABI, REPORT_SIZE, POLICY_SIZE):
    raise ImportError('loginlint: the extension has ABI %d and records of %d and %d bytes, this package was made for ABI %d, %d and %d' %
                      (_loginlint.ABI, _loginlint.REPORT_SIZE, _loginlint.POLICY_SIZE, ABI, REPORT_SIZE, POLICY_SIZE))

__version__ = _loginlint.VERSION
_CODE = {name: number for number, name in CODES.items()}
_FIELD = {name: number for number, name in FIELDS.items()}
_FIELD.update(id=_FIELD['login-id'], card=_FIELD['card-number'])
_LANGUAGE = {name: number for number, name in LANGUAGES.items()}


def _number(numbers: Dict[str, int], what: str, name: str) -> int:
    """The number of a name. The error does not say the name: where arguments were mixed up, it is a password."""
    if not isinstance(name, str):
        raise TypeError('%s must be str, not %s' % (what, type(name).__name__))
    if name not in numbers:
        raise ValueError('%s must be one of %s' % (what, ', '.join(numbers)))
    return numbers[name]


class RuleError(ValueError):
    """A rule, context, service or facts string that cannot be read; ``offset`` counts UTF-8 bytes."""

    def __init__(self, offset: int, length: int, found: int, expected: int) -> None:
        super().__init__(offset, length, found, expected)
        self.offset, self.length, self.found, self.expected = offset, length, FOUND.get(found, ''), EXPECTED.get(expected, '')

    def __str__(self) -> str:
        return 'at byte %d: found %s, expected %s' % (self.offset, self.found, self.expected)


_VALUES = ('text', 'display')


def _plain(part: Any, reveal: bool) -> Any:
    if isinstance(part, _Answer):
        return part.as_dict(reveal)
    if isinstance(part, tuple):
        return [_plain(one, reveal) for one in part]
    return part.decode('utf-8', 'replace') if isinstance(part, (bytes, bytearray)) else part


class _Answer:
    """What the library answered. Where it is ``secret``, neither ``repr`` nor ``as_dict`` shows a value."""

    __slots__ = ()
    secret: bool

    def __repr__(self) -> str:
        shown = ('%s=%s' % (f.name, '<secret>' if self.secret and f.name in _VALUES else repr(getattr(self, f.name))) for f in fields(self))  # type: ignore[arg-type]
        return '%s(%s)' % (type(self).__name__, ', '.join(shown))

    def as_dict(self, reveal: bool = False) -> Dict[str, Any]:
        """For JSON; the values of a secret are left out unless they are asked for."""
        names = [f.name for f in fields(self) if reveal or not self.secret or f.name not in _VALUES]  # type: ignore[arg-type]
        return {name: _plain(getattr(self, name), reveal) for name in names}


@dataclass(frozen=True, repr=False)
class Fix(_Answer):
    level: str
    operation: str
    text: Optional[str]  #: the replacement; None for a password
    secret: bool


@dataclass(frozen=True)
class Diagnostic(_Answer):
    code: str
    severity: str
    confidence: int
    span: Tuple[int, int]
    fix: Optional[Fix]
    message: str  #: never quotes a character of a secret
    byte_span: Tuple[int, int]
    utf16_span: Tuple[int, int]
    secret: bool


@dataclass(frozen=True, repr=False)
class Candidate(_Answer):
    text: str  #: of a secret show the basis, never this
    basis: str
    confidence: int
    unique: bool
    case_lost: bool
    secret: bool


@dataclass(frozen=True, repr=False)
class Result(_Answer, Generic[AnyStr]):
    verdict: str
    valid: bool
    secret: bool  #: also of an ID that looks like a card number
    text: Optional[AnyStr]  #: the corrected value, str or bytes as the value; the value itself when it needs none; None when it is not well-formed
    brand: Optional[str]
    display: str
    diagnostics: Tuple[Diagnostic, ...]
    caps_evidence: int
    skipped: Tuple[str, ...]  #: under charset: unicode, what only libloginlint-icu (C, not bound here) decides: not passed


@dataclass(frozen=True, repr=False, init=False)
class Policy:
    """What a service accepts, read once. Immutable, may be shared between threads."""

    field: str
    _record: bytes

    def __init__(self, field: str, rules: str = '', *, lenient: bool = False) -> None:
        number = _number(_FIELD, 'field', field)
        answer = _loginlint.policy(number, rules, lenient)
        if isinstance(answer, tuple):
            raise RuleError(*answer)
        object.__setattr__(self, 'field', FIELDS[number])
        object.__setattr__(self, '_record', answer)

    def __str__(self) -> str:
        return _loginlint.policy_print(self._record)

    def __repr__(self) -> str:
        return 'Policy(%r, %r)' % (self.field, str(self))


def parse_rules(field: str, rules: str, *, lenient: bool = False) -> Policy:
    """The policy of a rule string; RuleError names the place of the first error."""
    return Policy(field, rules, lenient=lenient)


def _policy(field: Union[str, Policy], rules: str) -> Policy:
    return field if isinstance(field, Policy) else Policy(field, rules)


def _diagnostic(row: Any, secret: bool) -> Diagnostic:
    code, severity, confidence, level, operation, span, byte_span, utf16_span, text, message = row
    fix = Fix(LEVELS[level], OPERATIONS[operation], text, secret) if level else None
    return Diagnostic(CODES.get(code, str(code)), SEVERITIES[severity], confidence, span, fix, message, byte_span, utf16_span, secret)


def check(field: Union[str, Policy], value: AnyStr, *, rules: str = '', context: str = '', lang: str = 'en') -> Result[AnyStr]:
    """Checks a value. ``field`` is a field's name or a Policy; bytes are read as UTF-8, and a lone surrogate in a str is a diagnostic."""
    policy = _policy(field, rules)
    answer = _loginlint.check(policy._record, context, value, _number(_LANGUAGE, 'lang', lang))
    if len(answer) == 4:
        raise RuleError(*answer)
    verdict, valid, secret, wellformed, brand, text, display, evidence, skipped, found = answer
    if text is None:
        text = value if wellformed else None
    elif not isinstance(value, str):
        text = text.encode()
    return Result(VERDICTS[verdict], bool(valid), bool(secret), text, BRANDS[brand] if brand else None, display,
                  tuple([_diagnostic(row, bool(secret)) for row in found]), evidence, tuple([name for bit, name in SKIPPED.items() if skipped >> bit & 1]))


def candidates(field: Union[str, Policy], value: Union[str, bytes], *, rules: str = '', context: str = '') -> Tuple[Candidate, ...]:
    """Whole-value alternatives, best first. Never submit several."""
    policy = _policy(field, rules)
    answer = _loginlint.candidates(policy._record, context, value, 0)
    if len(answer) == 4:
        raise RuleError(*answer)
    secret, found = answer
    return tuple([Candidate(text, BASES[basis], confidence, bool(unique), bool(lost), bool(secret)) for text, basis, confidence, unique, lost in found])


def preflight(service: str = '', facts: str = '', now: str = '', *, lang: str = 'en') -> dict:
    """Is it worth spending an attempt now? The verdict and the advice, most urgent first."""
    answer = _loginlint.preflight(service, facts, now, _number(_LANGUAGE, 'lang', lang))
    if isinstance(answer, tuple):
        raise RuleError(*answer[1:])
    return _json.loads(answer)


def tag(key: bytes, login_id: Union[str, bytes], secret: Union[str, bytes]) -> bytes:
    """The opaque tag of a pair under a random key of 16 bytes per screen: in memory only, never stored or sent."""
    return _loginlint.tag(key, login_id, secret)


def tag_compare(kept: bytes, now: bytes) -> int:
    """0 different, 1 the same pair, 2 the same but for case or width."""
    return _loginlint.tag_compare(kept, now)


def presets(lang: str = 'en') -> Tuple[Tuple[str, str, str, str], ...]:
    """(name, rules, field, about) of every preset."""
    language = _number(_LANGUAGE, 'lang', lang)
    out, i = [], 0
    while True:
        row = _loginlint.preset(i, language)
        if row is None:
            return tuple(out)
        out.append((row[0], row[1], FIELDS[row[2]], row[3]))
        i += 1


def describe(code: str, lang: str = 'en') -> str:
    """What a code means, in one sentence."""
    return _loginlint.describe(_number(_CODE, 'code', code), _number(_LANGUAGE, 'lang', lang))
