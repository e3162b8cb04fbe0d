# SPDX-License-Identifier: MIT
"""The adapters in the frameworks themselves: pytest examples/adapters (check.sh installs them)."""
from typing import Annotated

import django
import pytest
from django import forms
from django.conf import settings
from django.utils import translation
from pydantic import BaseModel, ConfigDict, SecretStr, ValidationError

settings.configure(SECRET_KEY='x' * 50, USE_I18N=True)
django.setup()

from django_loginlint import LoginLintField  # noqa: E402
from pydantic_loginlint import Checked  # noqa: E402

PASSWORD = 'ひみつｄａｙｏ42'


class SignIn(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)
    login: Annotated[str, Checked('login-id', 'kind: email')]
    password: Annotated[SecretStr, Checked('password')] = SecretStr('')


class Form(forms.Form):
    login = LoginLintField('login-id', 'kind: email')
    password = LoginLintField('password', required=False)


def errors(data, context=None):
    with pytest.raises(ValidationError) as raised:
        SignIn.model_validate(data, context=context)
    assert PASSWORD not in str(raised.value) + repr(raised.value)
    return raised.value.errors()


def test_pydantic_corrects_what_is_safe():
    assert SignIn(login='ｔａｒｏ＠gmail.com').login == 'taro@gmail.com'
    assert SignIn(login='taro@gmail.com', password='sakura42').password.get_secret_value() == 'sakura42'


def test_pydantic_asks_and_lets_insist():
    (error,) = errors({'login': 'taro@gmial.com'})
    assert (error['type'], error['loc'], error['ctx']['cause'], error['ctx']['candidate']) == ('loginlint_ask', ('login',), 'mistyped-domain', 'taro@gmail.com')
    assert SignIn.model_validate({'login': 'taro@gmial.com'}, context={'insist': {'login'}}).login == 'taro@gmial.com'
    (error,) = errors({'login': 'taro'}, {'insist': {'login'}, 'locale': 'ja_JP'})
    assert error['type'] == 'loginlint_fail' and error['ctx']['message'].endswith('。')


def test_pydantic_quotes_no_secret():
    (error,) = errors({'login': 'taro@gmail.com', 'password': PASSWORD})
    assert error['ctx']['cause'] == 'input-method' and 'candidate' not in error['ctx'] and 'ひ' not in error['msg']


def test_django_corrects_what_is_safe():
    form = Form({'login': ' ｔａｒｏ＠gmail.com'})
    assert form.is_valid() and form.cleaned_data['login'] == 'taro@gmail.com' and form.has_changed()


def asked(form, name):
    return str(form[name]).partition('%s-asked" value="' % name)[2].partition('"')[0]


def test_django_asks_once():
    first = Form({'login': 'taro@gmial.com'})
    assert not first.is_valid() and first.errors.as_data()['login'][0].code == 'mistyped-domain'
    mark = asked(first, 'login')
    assert mark and 'value="taro@gmial.com"' in str(first['login'])
    again = Form({'login': 'taro@gmial.com', 'login-asked': mark})
    assert again.is_valid() and again.cleaned_data['login'] == 'taro@gmial.com'
    other = Form({'login': 'jiro@gmial.com', 'login-asked': mark})
    assert not other.is_valid() and asked(other, 'login') not in ('', mark)
    assert not Form({'login': 'taro@gmial.com', 'login-asked': 'x'}).is_valid()


def test_django_refuses_whatever_is_sent_beside_it():
    wrong = Form({'login': '', 'login-asked': 'x'})
    assert not wrong.is_valid() and asked(wrong, 'login') == ''
    wrong = Form({'login': 'taro@' + 'a' * 70 + '.com'})
    assert not wrong.is_valid()


def test_django_quotes_no_secret():
    with translation.override('ja'):
        form = Form({'login': 'taro@gmail.com', 'password': PASSWORD})
        assert not form.is_valid() and '日本語入力' in str(form.errors)
        page = form.as_p()
    assert PASSWORD not in page and 'ひ' not in page and asked(form, 'password')
    assert Form({'login': 'taro@gmail.com', 'password': PASSWORD, 'password-asked': asked(form, 'password')}).is_valid()
