# SPDX-License-Identifier: MIT
"""What the library's own definitions say about a constant, for the generators of names: the sentences of lib/words/en.toml."""
import os, tomllib

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), '../lib/words/en.toml'), 'rb') as _file:
    _WORDS = tomllib.load(_file)
# Of the lists without a table there, what a name alone does not say.
_OWN = {
    'FIELD': {'login-id': 'A login ID: a name, e-mail address or phone number', 'password': 'A password', 'card-number': 'The number of a payment card',
              'pin': 'A PIN: digits only'},
    'VERDICT': {'pass': 'Submit what was typed', 'fixed': 'Submit the corrected text, and say that it was changed',
                'ask': 'Show what happened and what is offered once; let the person insist', 'incomplete': 'Stay quiet', 'fail': 'Stop once'},
    'LEVEL': {'none': 'There is no fix', 'safe': 'Applied in the corrected text', 'ask': 'Needs consent'},
    'REMEDY': {'none': 'Nothing to do but know', 'apply': 'Offer the corrected text', 'choose': 'Offer the candidate, a secret\'s by its basis',
               'retype': 'Say which key to press, then type again', 'look': 'Point at the span', 'go': 'Name the field, kind or brand that it belongs to'},
    'TABLE': {'none': 'No table', 'keystroke': 'What an input method gives for the key', 'look-alike': 'What the glyph looks like',
              'compatibility': 'What Unicode maps it to'},
    'BRAND': {'none': 'No brand'},
}


def about(which, name):
    """One sentence about a value, without a full stop at its end; the name itself where there is nothing to add."""
    if name in _OWN.get(which, {}):
        return _OWN[which][name]
    said = _WORDS.get(which.lower(), {}).get(name)
    text = said.get('about') if isinstance(said, dict) else said
    return (text[0].upper() + text[1:]).rstrip('.') if text else name
