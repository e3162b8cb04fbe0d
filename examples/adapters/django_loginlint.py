# SPDX-License-Identifier: MIT
"""loginlint for Django forms: a field that is checked and, where that is safe, corrected.

    class SignIn(forms.Form):
        login = LoginLintField('login-id', 'kind: email')
        password = LoginLintField('password')

What needs a look (`ask`) is said once: the form comes back with it and with a hidden mark of the value, and the same value sent again is
taken. The mark is an HMAC under SECRET_KEY; a value that was never shown has none, so nobody insists by accident.
"""
from typing import Any, Optional, Tuple

import loginlint
from django import forms
from django.core.exceptions import ValidationError
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.html import format_html
from django.utils.translation import get_language


class _Asked:
    """A widget with the mark of a value beside it."""

    asked = ''

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Tuple[Optional[str], str]:
        return super().value_from_datadict(data, files, name), data.get(name + '-asked', '')  # type: ignore[misc]

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> str:
        html = super().render(name, value, attrs, renderer)  # type: ignore[misc]
        return html + format_html('<input type="hidden" name="{}-asked" value="{}">', name, self.asked) if self.asked else html


class TextInput(_Asked, forms.TextInput):
    pass


class PasswordInput(_Asked, forms.PasswordInput):
    pass


class LoginLintField(forms.CharField):
    def __init__(self, field: loginlint.FieldName = 'login-id', rules: str = '', **options: Any) -> None:
        self.policy = loginlint.Policy(field, rules)
        options.setdefault('widget', PasswordInput if field in ('password', 'pin') else TextInput)
        super().__init__(strip=False, **options)

    def clean(self, value: Tuple[Optional[str], str]) -> str:
        typed = super().clean(value[0])
        if not typed:
            return typed
        result = loginlint.check(self.policy, typed, context='stage: submit', lang=loginlint.language(get_language() or 'en'), candidates=True)
        mark = salted_hmac('loginlint', typed).hexdigest()
        if result.acceptable or (result.verdict == 'ask' and constant_time_compare(value[1], mark)):
            return typed if result.text is None else result.text
        if result.verdict == 'ask':
            self.widget.asked = mark  # of this form alone: Django copies the fields for each
        raise ValidationError([ValidationError('%s %s' % (cause.message(), cause.next()), code=cause.code.value) for cause in result.causes])

    def bound_data(self, data: Any, initial: Any) -> Any:
        return super().bound_data(data[0] if isinstance(data, tuple) else data, initial)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(initial, data[0] if isinstance(data, tuple) else data)
