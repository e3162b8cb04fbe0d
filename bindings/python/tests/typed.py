# SPDX-License-Identifier: MIT
"""What mypy has to take; the lines after `wrong:` it has to refuse (check.sh)."""
from typing import List, Optional

import loginlint
from loginlint import Field, Language, Policy, Result, Verdict


def submit(value: str, lang: Language = loginlint.language('ja_JP')) -> Optional[str]:
    policy: Policy = loginlint.parse_rules('login-id', 'kind: email')
    result: Result[str] = loginlint.check(policy, value, lang=lang, candidates=True)
    if result.verdict == 'fixed' or result.acceptable or result.verdict is Verdict.PASS:
        return result.text
    said: List[str] = [cause.message(lang) + cause.next('en') for cause in result.causes]
    for cause in result.causes:
        if cause.remedy == 'choose' and cause.candidate is not None:
            said.append(result.candidates[cause.candidate].basis)
    raw: Result[bytes] = loginlint.check(Field.PIN, b'1234')
    return said[0] if raw.worst is None else raw.worst.message()


# wrong: loginlint.check("pins", "1234")
# wrong: loginlint.check("pin", 1234)
# wrong: loginlint.check("pin", "1234", lang="jp")
# wrong: r.causes[0].message("jp")
# wrong: loginlint.Verdict.PAS
# wrong: r.verdict = loginlint.Verdict.PASS
# wrong: r.causes[0].code is loginlint.Code.EMPTY
# wrong: text: bytes = r.text or b""
# wrong: r.causes[0].basis.value
