"""Says what is wrong with a login ID, password, card number or PIN before an attempt is spent.

Spans are indices of code points, as ``str`` has them. Every function may be called from any thread; the native memory of a call
is wiped before it returns (a Python ``str`` cannot be).
"""
from __future__ import annotations

import json as _json
import sys as _sys
from typing import Any, NamedTuple, Optional, Tuple, Union

from . import _loginlint
from .names import (ABI, BASES, BRANDS, CODES, EXPECTED, FIELDS, FOUND, LANGUAGES, LEVELS, OPERATIONS, POLICY_SIZE, REPORT_SIZE, SEVERITIES,
                    SKIPPED, VERDICTS)

if (_loginlint.ABI, _loginlint.REPORT_SIZE, _loginlint.POLICY_SIZE) != (ABI, REPORT_SIZE, POLICY_SIZE):
    raise ImportError('loginlint: the extension has ABI %d and records of %d and %d bytes, this package was made for ABI %d, %d and %d' %
                      (_loginlint.ABI, _loginlint.REPORT_SIZE, _loginlint.POLICY_SIZE, ABI, REPORT_SIZE, POLICY_SIZE))

__version__ = _loginlint.VERSION
_FIELD = {name: number for number, name in FIELDS.items()}
_FIELD.update(id=_FIELD['login-id'], card=_FIELD['card-number'])
_LANGUAGE = {name: number for number, name in LANGUAGES.items()}


class RuleError(ValueError):
    """A rule, context, service or facts string that cannot be read; ``offset`` counts UTF-8 bytes."""

    def __init__(self, offset: int, length: int, found: int, expected: int) -> None:
        self.offset, self.length, self.found, self.expected = offset, length, FOUND.get(found, ''), EXPECTED.get(expected, '')
        super().__init__('at byte %d: found %s, expected %s' % (offset, self.found, self.expected))


class Fix(NamedTuple):
    level: str
    operation: str
    text: Optional[str]  #: the replacement; None for a password


class Diagnostic(NamedTuple):
    code: str
    severity: str
    confidence: int
    span: Tuple[int, int]
    fix: Optional[Fix]
    message: str
    byte_span: Tuple[int, int]
    utf16_span: Tuple[int, int]


class Candidate(NamedTuple):
    text: str  #: of a secret show the basis, never this
    basis: str
    confidence: int
    unique: bool
    case_lost: bool


class Result(NamedTuple):
    verdict: str
    valid: bool
    secret: bool
    text: Optional[str]  #: the corrected value; the value itself when it needs none; None when it is not well-formed
    brand: Optional[str]
    display: str
    diagnostics: Tuple[Diagnostic, ...]
    caps_evidence: int
    skipped: Tuple[str, ...]  #: under charset: unicode, what only libloginlint-icu (C, not bound here) decides: not passed


class Policy:
    """What a service accepts, read once. Immutable, may be shared between threads."""

    __slots__ = ('field', '_record')

    def __init__(self, field: str, rules: str = '', *, lenient: bool = False) -> None:
        answer = _loginlint.policy(_FIELD[field], rules, lenient)
        if isinstance(answer, tuple):
            raise RuleError(*answer)
        self.field, self._record = FIELDS[_FIELD[field]], answer

    def __str__(self) -> str:
        return _loginlint.policy_print(self._record)

    def __repr__(self) -> str:
        return 'Policy(%r, %r)' % (self.field, str(self))


def parse_rules(field: str, rules: str, *, lenient: bool = False) -> Policy:
    """The policy of a rule string; RuleError names the place of the first error."""
    return Policy(field, rules, lenient=lenient)


def _policy(field: Union[str, Policy], rules: str) -> Policy:
    return field if isinstance(field, Policy) else Policy(field, rules)


def _value(value: Union[str, bytes]) -> Tuple[bytes, bool]:
    if isinstance(value, bytes):
        return value, False
    return value.encode('utf-16-le' if _sys.byteorder == 'little' else 'utf-16-be', 'surrogatepass'), True


def _diagnostic(row: Any) -> Diagnostic:
    code, severity, confidence, level, operation, span, byte_span, utf16_span, text, message = row
    fix = Fix(LEVELS[level], OPERATIONS[operation], text) if level else None
    return Diagnostic(CODES.get(code, str(code)), SEVERITIES[severity], confidence, span, fix, message, byte_span, utf16_span)


def check(field: Union[str, Policy], value: Union[str, bytes], *, rules: str = '', context: str = '', lang: str = 'en') -> Result:
    """Checks a value. ``field`` is a field's name or a Policy; bytes are read as UTF-8, and a lone surrogate in a str is a diagnostic."""
    policy = _policy(field, rules)
    data, wide = _value(value)
    answer = _loginlint.check(policy._record, context, data, wide, _LANGUAGE[lang])
    if len(answer) == 4:
        raise RuleError(*answer)
    verdict, valid, secret, wellformed, brand, text, display, evidence, skipped, found = answer
    if text is None and wellformed:
        text = value if isinstance(value, str) else value.decode('utf-8', 'replace')
    return Result(VERDICTS[verdict], bool(valid), bool(secret), text, BRANDS[brand] if brand else None, display,
                  tuple(map(_diagnostic, found)), evidence, tuple(name for bit, name in SKIPPED.items() if skipped >> bit & 1))


def candidates(field: Union[str, Policy], value: Union[str, bytes], *, rules: str = '', context: str = '') -> Tuple[Candidate, ...]:
    """Whole-value alternatives, best first. Never submit several."""
    policy = _policy(field, rules)
    data, wide = _value(value)
    answer = _loginlint.candidates(policy._record, context, data, wide, 0)
    if len(answer) == 4 and all(isinstance(part, int) for part in answer):
        raise RuleError(*answer)
    return tuple(Candidate(text, BASES[basis], confidence, bool(unique), bool(lost)) for text, basis, confidence, unique, lost in answer)


def preflight(service: str = '', facts: str = '', now: str = '', *, lang: str = 'en') -> dict:
    """Is it worth spending an attempt now? The verdict and the advice, most urgent first."""
    answer = _loginlint.preflight(service, facts, now, _LANGUAGE[lang])
    if isinstance(answer, tuple):
        raise RuleError(*answer[1:])
    return _json.loads(answer)


def tag(key: bytes, login_id: str, secret: str) -> bytes:
    """The opaque tag of a pair under a random key per screen: in memory only, never stored or sent."""
    return _loginlint.tag(key, login_id.encode('utf-8', 'surrogatepass'), secret.encode('utf-8', 'surrogatepass'))


def tag_compare(kept: bytes, now: bytes) -> int:
    """0 different, 1 the same pair, 2 the same but for case or width."""
    return _loginlint.tag_compare(kept, now)


def presets(lang: str = 'en') -> Tuple[Tuple[str, str, str, str], ...]:
    """(name, rules, field, about) of every preset."""
    out, i = [], 0
    while True:
        row = _loginlint.preset(i, _LANGUAGE[lang])
        if row is None:
            return tuple(out)
        out.append((row[0], row[1], FIELDS[row[2]], row[3]))
        i += 1


def describe(code: str, lang: str = 'en') -> str:
    """What a code means, in one sentence."""
    numbers = {name: number for number, name in CODES.items()}
    return _loginlint.describe(numbers[code], _LANGUAGE[lang])
