# SPDX-License-Identifier: MIT
"""loginlint for Pydantic 2: a str, or SecretStr, that is checked and, where that is safe, corrected.

    class SignIn(BaseModel):
        model_config = ConfigDict(hide_input_in_errors=True)   # or Pydantic's own errors quote what was typed
        login: Annotated[str, Checked('login-id', 'kind: email')]
        password: Annotated[SecretStr, Checked('password', 'minlength: 8')]

An error has the type `loginlint_ask` or `loginlint_fail`; its context has `cause`, `message`, `next` and, outside secrets, `candidate`.
What was asked once is taken where the person insists: SignIn.model_validate(data, context={'insist': {'login'}, 'locale': 'ja_JP'}).
"""
from typing import Any, Union

import loginlint
from pydantic import GetCoreSchemaHandler, SecretStr, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


class Checked:
    """What stands beside the type in Annotated."""

    def __init__(self, field: loginlint.FieldName, rules: str = '') -> None:
        self.policy = loginlint.Policy(field, rules)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._check, handler(source))

    def _check(self, value: Union[str, SecretStr], info: ValidationInfo) -> Union[str, SecretStr]:
        told = info.context or {}
        typed = value.get_secret_value() if isinstance(value, SecretStr) else value
        result = loginlint.check(self.policy, typed, context='stage: submit', lang=loginlint.language(told.get('locale', 'en')), candidates=True)
        insists = result.verdict == 'ask' and info.field_name in told.get('insist', ())
        if result.acceptable or insists:
            text = typed if result.text is None else result.text
            return SecretStr(text) if isinstance(value, SecretStr) else text
        cause = result.causes[0]
        said = {'cause': cause.code.value, 'message': cause.message(), 'next': cause.next()}
        if cause.candidate is not None and not result.secret:
            said['candidate'] = result.candidates[cause.candidate].text
        raise PydanticCustomError('loginlint_ask' if result.verdict == 'ask' else 'loginlint_fail', '{message} {next}', said)
