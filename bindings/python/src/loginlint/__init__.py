# SPDX-License-Identifier: MIT
"""Says what is wrong with a login ID, password, card number or PIN before an attempt is spent.

Spans are indices of code points, as ``str`` has them. Every function may be called from any thread; the native memory of a call
is wiped before it returns (a Python ``str`` cannot be; a ``bytearray`` can, by the caller). Printing a result or handing it to a logger
shows no value of a secret. Sentences are made when they are asked for, and nothing is kept for them that has a character of a secret.
"""
from __future__ import annotations

import json as _json
import re as _re
from functools import lru_cache as _lru_cache
from typing import Any, AnyStr, Callable, ClassVar, Dict, Generic, Iterable, List, Mapping, NoReturn, Optional, Tuple, Type, TypeVar, Union

from . import _loginlint
from . import names as _names
from .names import (ADVICES, BASES, BRANDS, CAUSES, CODES, EXPECTED, FIELDS, FOUND, LANGUAGES, LEVELS, OPERATIONS, PREFLIGHTS, REMEDIES, SAMES, SEVERITIES,
                    SKIPPED, VERDICTS, AdviceCode, Basis, Brand, CauseCode, Code, Expected, Field, FieldName, Found, Language, LanguageName, Level,
                    Name, Operation, PreflightVerdict, Remedy, Same, SameName, Severity, Skipped, Verdict)

__all__ = ['AdviceCode', 'Basis', 'Brand', 'Candidate', 'Cause', 'CauseCode', 'Code', 'Diagnostic', 'Expected', 'Field', 'FieldName', 'Fix', 'Found',
           'Language', 'LanguageName', 'Level', 'Operation', 'Policy', 'PreflightVerdict', 'Remedy', 'Result', 'RuleError', 'Same', 'Severity', 'Skipped',
           'Verdict', 'candidates', 'check', 'check_batch', 'describe', 'key', 'language', 'parse_rules', 'preflight', 'presets', 'tag', 'tag_compare', 'ADVICES', 'BASES',
           'BRANDS', 'CAUSES', 'CODES', 'EXPECTED', 'FIELDS', 'FOUND', 'LANGUAGES', 'LEVELS', 'OPERATIONS', 'NOTHING', 'PREFLIGHTS', 'REMEDIES', 'SAMES',
           'SEVERITIES', 'SKIPPED', 'VERDICTS']

for _of in ('ABI', 'REPORT_SIZE', 'POLICY_SIZE', 'EXPLANATION_SIZE', 'CANDIDATES_SIZE'):
    if getattr(_loginlint, _of) != getattr(_names, _of):
        raise ImportError('loginlint: %s of the extension is %d, this package was made for %d' % (_of, getattr(_loginlint, _of), getattr(_names, _of)))

__version__ = _loginlint.VERSION
_FIELD: Dict[str, int] = {name: number for number, name in FIELDS.items()}
_FIELD.update(id=_FIELD['login-id'], card=_FIELD['card-number'])
_LANGUAGE: Dict[str, int] = {name: number for number, name in LANGUAGES.items()}
#: (LOGINLINT_LIST_*, the numbers of its names) of what has a sentence
_DESCRIBED: Tuple[Tuple[int, Type[Name], Dict[str, int]], ...] = tuple(
    (which, kind, {name: number for number, name in table.items()})
    for which, kind, table in ((0, Code, CODES), (22, CauseCode, CAUSES), (18, AdviceCode, ADVICES)))
_SAME: Dict[str, int] = {name: number for number, name in SAMES.items()}
#: In the causes of `check_batch`: there is none.
NOTHING = 255
_T = TypeVar('_T')


def _number(numbers: Mapping[str, int], what: str, name: str) -> int:
    """The number of a name. The error does not say the name: where arguments were mixed up, it is a password."""
    if not isinstance(name, str):
        raise TypeError('%s must be str, not %s' % (what, type(name).__name__))
    if name not in numbers:
        raise ValueError('%s must be one of %s' % (what, ', '.join(numbers)))
    return numbers[name]


class RuleError(ValueError):
    """A rule, context, service or facts string that cannot be read; ``offset`` counts UTF-8 bytes."""

    offset: int
    length: int
    found: Found
    expected: Expected

    def __init__(self, offset: int, length: int, found: int, expected: int) -> None:
        super().__init__(offset, length, found, expected)
        self.offset, self.length, self.found, self.expected = offset, length, FOUND[found], EXPECTED[expected]

    def __str__(self) -> str:
        return 'at byte %d: found %s, expected %s' % (self.offset, self.found, self.expected)


# ---- answers ----

class _Answer:
    """What the library answered: a row of it, read when it is asked for. Immutable, comparable, hashable, can be pickled.

    Where it is ``secret``, neither ``repr`` nor ``as_dict`` shows a value.
    """

    __slots__ = ('_row',)
    _row: Tuple[Any, ...]
    _shown: ClassVar[Tuple[str, ...]] = ()  #: what repr and as_dict have
    _hidden: ClassVar[Tuple[str, ...]] = ('text', 'display')
    _said: ClassVar[Tuple[str, ...]] = ()  #: sentences, which only as_dict has

    def __init__(self) -> None:
        raise TypeError('%s: only the library makes one' % type(self).__name__)

    @property
    def secret(self) -> bool:
        """The value must not be shown."""
        raise NotImplementedError

    def __repr__(self) -> str:
        shown = ('%s=%s' % (name, '<secret>' if name in self._hidden and self.secret else _shown(getattr(self, name))) for name in self._shown)
        return '%s(%s)' % (type(self).__name__, ', '.join(shown))

    def as_dict(self, reveal: bool = False) -> Dict[str, Any]:
        """For JSON; the values of a secret are left out unless they are asked for."""
        names = [name for name in self._shown if reveal or name not in self._hidden or not self.secret]
        out = {name: _plain(getattr(self, name), reveal) for name in names}
        return {**out, **{name: getattr(self, name)() for name in self._said}}

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other._row == self._row  # type: ignore[attr-defined]

    def __hash__(self) -> int:
        return hash((type(self), self._row))

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError('%s is immutable' % type(self).__name__)

    __delattr__ = __setattr__  # type: ignore[assignment]

    def __reduce__(self) -> Tuple[Any, ...]:
        return _make, (type(self), self._row)


_set_row = _Answer.__dict__['_row'].__set__


def _make(kind: Type[_T], row: Tuple[Any, ...]) -> _T:
    answer = object.__new__(kind)
    _set_row(answer, row)
    return answer


def _plain(part: Any, reveal: bool) -> Any:
    if isinstance(part, _Answer):
        return part.as_dict(reveal)
    if isinstance(part, tuple):
        return [_plain(one, reveal) for one in part]
    if isinstance(part, Name):
        return part.value
    return part.decode('utf-8', 'replace') if isinstance(part, (bytes, bytearray)) else part


def _shown(part: Any) -> str:
    if isinstance(part, tuple):
        return '(%s)' % ', '.join(map(_shown, part))
    return repr(part.value if isinstance(part, Name) else part)


class Fix(_Answer):
    """What would mend a diagnostic."""

    __slots__ = ()
    _shown = ('level', 'operation', 'text', 'secret')

    @property
    def level(self) -> Level:
        return LEVELS[self._row[0]]

    @property
    def operation(self) -> Operation:
        return OPERATIONS[self._row[1]]

    @property
    def text(self) -> Optional[str]:
        """The replacement; None for a password."""
        return self._row[2]

    @property
    def secret(self) -> bool:
        return self._row[3]


class _Located(_Answer):
    __slots__ = ()
    _SPANS: ClassVar[int]

    @property
    def span(self) -> Tuple[int, int]:
        """Where: code points, as ``str`` has them."""
        return self._row[1][self._SPANS]

    @property
    def byte_span(self) -> Tuple[int, int]:
        """Where: bytes of UTF-8."""
        return self._row[1][self._SPANS + 1]

    @property
    def utf16_span(self) -> Tuple[int, int]:
        """Where: units of UTF-16."""
        return self._row[1][self._SPANS + 2]


# Rows of the next two: ((secret, what is kept for sentences, language), its own, its number).


class Diagnostic(_Located):
    """One finding: the evidence for a cause."""

    __slots__ = ()
    _SPANS = 6
    _shown = ('code', 'severity', 'confidence', 'span', 'fix', 'position', 'byte_span', 'utf16_span', 'secret')
    _said = ('message',)

    @property
    def code(self) -> Code:
        return CODES[self._row[1][0]]

    @property
    def severity(self) -> Severity:
        return SEVERITIES[self._row[1][1]]

    @property
    def confidence(self) -> int:
        """0-100: for ``caps-lock`` a probability, elsewhere a rank."""
        return self._row[1][2]

    @property
    def position(self) -> int:
        """The first character as a person counts, from 1."""
        return self._row[1][5]

    @property
    def fix(self) -> Optional[Fix]:
        row = self._row[1]
        return _make(Fix, (row[3], row[4], row[9], self.secret)) if row[3] else None

    @property
    def secret(self) -> bool:
        return self._row[0][0]

    def message(self, lang: Optional[Union[LanguageName, Language]] = None) -> str:
        """The sentence for a person, by default in the language of the check. It never quotes a character of a secret."""
        (_, kept, own), _, i = self._row
        return _loginlint.message(kept, i, _number(_LANGUAGE, 'lang', own if lang is None else lang))


class Cause(_Located):
    """What the person or the device did: one act, whatever the number of diagnostics that it left behind."""

    __slots__ = ()
    _SPANS = 7
    _shown = ('code', 'severity', 'confidence', 'remedy', 'span', 'diagnostics', 'candidate', 'basis', 'place', 'byte_span', 'utf16_span', 'secret')
    _said = ('message', 'next')

    @property
    def code(self) -> CauseCode:
        return CAUSES[self._row[1][0]]

    @property
    def remedy(self) -> Remedy:
        """What to do: ``apply`` offer ``Result.text``; ``choose`` offer ``Result.candidates[candidate]``; ``retype``, ``look``, ``go``, ``none``."""
        return REMEDIES[self._row[1][1]]

    @property
    def confidence(self) -> int:
        return self._row[1][2]

    @property
    def severity(self) -> Severity:
        return SEVERITIES[self._row[1][3]]

    @property
    def candidate(self) -> Optional[int]:
        """With ``choose``: which one."""
        return self._row[1][4]

    @property
    def basis(self) -> Optional[Basis]:
        """With ``choose``: what undoes it."""
        number = self._row[1][5]
        return None if number is None else BASES[number]

    @property
    def place(self) -> Optional[Field]:
        """The field that the value belongs to, where it seems to be another one."""
        number = self._row[1][6]
        return None if number is None else FIELDS[number]

    @property
    def diagnostics(self) -> Tuple[int, ...]:
        """The numbers of the diagnostics that it explains."""
        return self._row[1][10]

    @property
    def secret(self) -> bool:
        return bool(self._row[1][11])

    def message(self, lang: Optional[Union[LanguageName, Language]] = None) -> str:
        """What happened, by default in the language of the check. It never quotes a character of a secret."""
        return self._say(_loginlint.cause_message, lang)

    def next(self, lang: Optional[Union[LanguageName, Language]] = None) -> str:
        """What to do; with ``apply`` and ``choose`` what a button says."""
        return self._say(_loginlint.cause_next, lang)

    def _say(self, say: Callable[[bytes, int, int], str], lang: Optional[str]) -> str:
        (_, kept, own), _, i = self._row
        return say(kept, i, _number(_LANGUAGE, 'lang', own if lang is None else lang))


class Candidate(_Answer):
    """A whole-value alternative. Of a secret show the basis, never the text."""

    __slots__ = ()
    _shown = ('text', 'basis', 'bases', 'confidence', 'unique', 'case_lost', 'secret')

    @property
    def text(self) -> str:
        return self._row[0][0]

    @property
    def basis(self) -> Basis:
        """The leading mistake that it undoes."""
        return BASES[self._row[0][1]]

    @property
    def bases(self) -> Tuple[Basis, ...]:
        """All of them."""
        return _bits(BASES, self._row[0][2])

    @property
    def confidence(self) -> int:
        return self._row[0][3]

    @property
    def unique(self) -> bool:
        """The only candidate that its basis allows."""
        return bool(self._row[0][4])

    @property
    def case_lost(self) -> bool:
        """The layout hides which letters were capitals; lower case is assumed."""
        return bool(self._row[0][5])

    @property
    def secret(self) -> bool:
        return self._row[1]


def _bits(table: Dict[int, _T], mask: int) -> Tuple[_T, ...]:
    return tuple([name for bit, name in table.items() if mask >> bit & 1]) if mask else ()


class Result(_Answer, Generic[AnyStr]):
    """What a check answered.

    Row: verdict, valid, secret, well-formed, brand, text, display, caps evidence, skipped, total, diagnostics, what is kept of
    the report, the explanation, candidates or None, language.
    """

    __slots__ = ()
    _shown = ('verdict', 'valid', 'secret', 'text', 'brand', 'display', 'diagnostics', 'caps_evidence', 'skipped', 'total', 'causes', 'causes_left',
              'candidates')

    @property
    def verdict(self) -> Verdict:
        """What the form does with the value."""
        return VERDICTS[self._row[0]]

    @property
    def acceptable(self) -> bool:
        """``pass`` or ``fixed``: ``text`` may be submitted without asking."""
        return self._row[0] >= _ACCEPTABLE

    @property
    def valid(self) -> bool:
        """The value as typed satisfies the policy."""
        return bool(self._row[1])

    @property
    def secret(self) -> bool:
        """The value must not be shown; also of an ID that looks like a card number."""
        return bool(self._row[2])

    @property
    def text(self) -> Optional[AnyStr]:
        """The corrected value, str or bytes as the value; the value itself when it needs none; None when it is not well-formed."""
        return self._row[5]

    @property
    def brand(self) -> Optional[Brand]:
        return BRANDS[self._row[4]] if self._row[4] else None

    @property
    def display(self) -> str:
        """A card number in the groups of its brand."""
        return self._row[6]

    @property
    def caps_evidence(self) -> int:
        """For ``caps-evidence`` in the context of the next field on the same keyboard."""
        return self._row[7]

    @property
    def skipped(self) -> Tuple[Skipped, ...]:
        """Under ``charset: unicode``, what only libloginlint-icu (C, not bound here) decides: not passed."""
        return _bits(SKIPPED, self._row[8])

    @property
    def total(self) -> int:
        """How many findings there were, more than ``diagnostics`` has when there was no room."""
        return self._row[9]

    @property
    def diagnostics(self) -> Tuple[Diagnostic, ...]:
        """The findings, in the order of the value."""
        report = (self.secret, self._row[11], self._row[14])
        return tuple([_make(Diagnostic, (report, row, i)) for i, row in enumerate(self._row[10])])

    @property
    def worst(self) -> Optional[Diagnostic]:
        """The gravest of them, the first of those alike."""
        return max(self.diagnostics, key=lambda d: d._row[1][1], default=None)

    @property
    def causes(self) -> Tuple[Cause, ...]:
        """At most three things that were done, most helpful first; with candidates only where ``check`` was asked for them."""
        if self._row[12] is None:
            return ()
        report = (self.secret, self._row[12], self._row[14])
        return tuple([_make(Cause, (report, row, i)) for i, row in enumerate(_loginlint.causes(self._row[12])[1])])

    @property
    def causes_left(self) -> int:
        """How many more there were; the last cause has their diagnostics."""
        return 0 if self._row[12] is None else _loginlint.causes(self._row[12])[0]

    @property
    def candidates(self) -> Tuple[Candidate, ...]:
        """Whole-value alternatives, best first, where ``check`` was asked for them. Never submit several."""
        return tuple([_make(Candidate, (row, self.secret)) for row in self._row[13] or ()])


_ACCEPTABLE = 3  # fixed, and beyond it pass


# ---- policies ----

@_lru_cache(maxsize=64)
def _read(number: int, rules: str, lenient: bool) -> Union[bytes, Tuple[int, int, int, int]]:
    return _loginlint.policy(number, rules, lenient)


class Policy:
    """What a service accepts, read once. Immutable, comparable and hashable by its canonical rules; may be shared between threads."""

    __slots__ = ('field', '_record', '_rules')
    field: Field
    _record: bytes
    _rules: str

    def __init__(self, field: Union[FieldName, Field], rules: str = '', *, lenient: bool = False) -> None:
        number = _number(_FIELD, 'field', field)
        if not isinstance(rules, str):
            raise TypeError('rules must be str, not %s' % type(rules).__name__)
        answer = _read(number, rules, bool(lenient))
        if isinstance(answer, tuple):
            raise RuleError(*answer)
        for name, value in (('field', FIELDS[number]), ('_record', answer), ('_rules', _loginlint.policy_print(answer))):
            object.__setattr__(self, name, value)

    def __str__(self) -> str:
        """The canonical rule string."""
        return self._rules

    def __repr__(self) -> str:
        return 'Policy(%r, %r)' % (self.field.value, self._rules)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Policy) and (other.field, other._rules) == (self.field, self._rules)

    def __hash__(self) -> int:
        return hash((self.field, self._rules))

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError('Policy is immutable')

    __delattr__ = __setattr__  # type: ignore[assignment]

    def __reduce__(self) -> Tuple[Any, ...]:
        return _remade, (self.field.value, self._rules)


def _remade(field: FieldName, rules: str) -> Policy:
    """A lenient reading may have left a minimum above the maximum, which only a lenient one takes."""
    try:
        return Policy(field, rules)
    except RuleError:
        return Policy(field, rules, lenient=True)


def parse_rules(field: Union[FieldName, Field], rules: str, *, lenient: bool = False) -> Policy:
    """The policy of a rule string; RuleError names the place of the first error."""
    return Policy(field, rules, lenient=lenient)


def _record(field: Union[FieldName, Field, Policy], rules: str) -> bytes:
    if isinstance(field, Policy):
        return field._record
    number = _number(_FIELD, 'field', field)
    if not isinstance(rules, str):
        raise TypeError('rules must be str, not %s' % type(rules).__name__)
    record = _read(number, rules, False)
    if isinstance(record, tuple):
        raise RuleError(*record)
    return record


# ---- calls ----

def check(field: Union[FieldName, Field, Policy], value: AnyStr, *, rules: str = '', context: str = '', lang: Union[LanguageName, Language] = 'en',
          candidates: bool = False) -> Result[AnyStr]:
    """Checks a value. ``field`` is a field's name or a Policy; bytes are read as UTF-8, and a lone surrogate in a str is a diagnostic.

    With ``candidates`` the result has them, and its causes choose among them: what a form wants for ``ask``.
    """
    if lang not in _LANGUAGE:
        _number(_LANGUAGE, 'lang', lang)
    answer: Any = _loginlint.check(_record(field, rules), context, value, candidates)
    if len(answer) == 4:
        raise RuleError(*answer)
    text = answer[5]
    if text is None:
        text = value if answer[3] else None
    elif not isinstance(value, str):
        text = text.encode()
    return _make(Result, (*answer[:5], text, *answer[6:], lang))


def candidates(field: Union[FieldName, Field, Policy], value: Union[str, bytes], *, rules: str = '', context: str = '') -> Tuple[Candidate, ...]:
    """Whole-value alternatives, best first. Never submit several."""
    answer: Any = _loginlint.candidates(_record(field, rules), context, value)
    if len(answer) == 4:
        raise RuleError(*answer)
    secret, found = answer
    return tuple([_make(Candidate, (row, bool(secret))) for row in found])


def check_batch(field: Union[FieldName, Field, Policy], data: Any, offsets: Any, *, rules: str = '', context: str = '', causes: bool = True,
                candidates: bool = False) -> Tuple[bytes, Optional[bytes]]:
    """Checks values of UTF-8 that lie one behind the other, as NumPy and Arrow hold them: value ``i`` is ``data[offsets[i]:offsets[i + 1]]``.

    Both are buffers, ``offsets`` one of integers of 32 bits, one more than there are values. Two bytes a value come back: ``VERDICTS[verdicts[i]]``
    and, unless ``causes=False``, the first of its causes, ``CAUSES[causes[i]]`` or `NOTHING`, with ``candidates`` as they choose it. Other threads run
    meanwhile; data that is not read-only is copied for that time, and the copy wiped.
    """
    answer: Any = _loginlint.check_batch(_record(field, rules), context, data, offsets, causes, candidates)
    if len(answer) == 4:
        raise RuleError(*answer)
    return answer


def key(value: Union[str, bytes], same: Iterable[Union[SameName, Same]] = tuple(Same)) -> str:
    """The key under which two login IDs are the same to a person: what a table of users is searched by before a new ID is taken, or indexed by.

    ``same``: in what they may differ, by default in all. The key of a secret is as secret.
    """
    if isinstance(same, (str, bytes)):
        raise TypeError('same must be several names, not %s' % type(same).__name__)
    differences = 0
    for one in same:
        differences |= _number(_SAME, 'same', one)
    return _loginlint.key(value, differences)


def preflight(service: str = '', facts: str = '', now: str = '', *, lang: Union[LanguageName, Language] = 'en') -> Dict[str, Any]:
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


def presets(lang: Union[LanguageName, Language] = 'en') -> Tuple[Tuple[str, str, Field, str], ...]:
    """(name, rules, field, about) of every preset."""
    number = _number(_LANGUAGE, 'lang', lang)
    out: List[Tuple[str, str, Field, str]] = []
    i = 0
    while True:
        row = _loginlint.preset(i, number)
        if row is None:
            return tuple(out)
        out.append((row[0], row[1], FIELDS[row[2]], row[3]))
        i += 1


def describe(code: Union[str, Code, CauseCode, AdviceCode], lang: Union[LanguageName, Language] = 'en') -> str:
    """What a code of a diagnostic, cause or advice means, in one sentence; a plain str is looked for in that order."""
    if not isinstance(code, str):
        raise TypeError('code must be str, not %s' % type(code).__name__)
    number = _number(_LANGUAGE, 'lang', lang)
    for which, kind, numbers in _DESCRIBED:
        if code in numbers and (isinstance(code, kind) or not isinstance(code, Name)):
            return _loginlint.describe(which, numbers[code], number)
    raise ValueError('code is none of a diagnostic, cause or advice')


def language(locale: str) -> Language:
    """The library's language for a locale or language tag (``ja_JP.UTF-8``, ``zh-CN``, ``ko``): English where it has no other, traditional Chinese too."""
    if not isinstance(locale, str):
        raise TypeError('locale must be str, not %s' % type(locale).__name__)
    first, *others = _re.split('[-_.@]', locale.lower())
    if first == 'zh' and 'hans' not in others and {'hant', 'tw', 'hk', 'mo'} & set(others):
        return Language.EN
    return next((known for known in Language if known.value.split('-')[0] == first), Language.EN)
