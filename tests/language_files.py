#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""language_files.py - what may go wrong in a language file stops the build and is named: each fault is planted in a copy.

In: lib/.  Out: one line, or the faults that lib/gen/gen_words.py let pass; status 1.
"""
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..')

# language, what stands there, what is put in its place, what has to be said
FAULTS = (
    ('ko', 'next.sure = "{caps} 다시 입력해 주세요."\n', '', 'ko.toml: [cause.caps-lock.next.sure] is missing'),
    ('ja', '"{field}を入力してください。"', '"入力してください。"', 'ja.toml: [code.empty.message.any] {field} is missing'),
    ('ja', '"{field}を入力してください。"', '"{fild}を入力してください。"', 'ja.toml: [code.empty.message.any] {fild} is no placeholder'),
    ('zh-Hans', '"没有输入任何内容。"', '"{where}没有输入任何内容。"', 'zh-Hans.toml: [code.empty.about] {where} is not in en.toml'),
    ('en', '"Nothing has been typed."', '""', 'en.toml: [code.empty.about] empty'),
    ('en', 'message.any = "Please enter your {field}."\n', '', 'en.toml: [code.empty.message.any] is missing'),
    ('en', 'visa = "Visa"\n', '', 'en.toml: [brand.visa] is missing'),
    ('en', 'visa = "Visa"\n', 'visa = "Visa"\nvizza = "Vizza"\n', 'en.toml: [brand.vizza] is of no member'),
    ('en', 'message.shown = "{Char} cannot', 'message.masked = "{Char} cannot', '{char} in a row without "shown"'),
    ('en', 'message.mended-removed-shown', 'message.mended-removed-shwon', '"shwon" is no fact'),
    ('ko', 'about = "아무것도 입력되지 않았습니다."\nmessage', 'about = "아무것도 입력되지 않았습니다.\nmessage', 'ko.toml: '),
    ('ja', '"何も入力されていません。"', '"何もありません。"', 'sentences_ja.c: not of these language files'),
    ('qq', '', '[code.empty]', 'qq.toml: names.def has no row'),
)


def told(fault):
    """What the check says of a copy with this fault, None if it says nothing."""
    language, text, other, _ = fault
    with tempfile.TemporaryDirectory() as copy:
        shutil.copytree(os.path.join(ROOT, 'lib'), os.path.join(copy, 'lib'))
        path = os.path.join(copy, 'lib/words/%s.toml' % language)
        content = open(path, encoding='utf-8').read() if text else ''
        if text not in content:
            sys.exit('language_files: %s.toml has no %r any more' % (language, text))
        open(path, 'w', encoding='utf-8').write(content.replace(text, other, 1))
        done = subprocess.run(['python3', os.path.join(copy, 'lib/gen/gen_words.py'), 'check'], capture_output=True, text=True)
        return done.stdout + done.stderr if done.returncode else None


def main():
    passed = [fault for fault in FAULTS if fault[3] not in (told(fault) or '')]
    for fault in passed:
        print('language_files: %s.toml with %r: not told as %r' % (fault[0], fault[2], fault[3]))
    done = subprocess.run(['python3', os.path.join(ROOT, 'lib/gen/gen_words.py'), 'check'], capture_output=True, text=True)
    if done.returncode:
        print(done.stdout + done.stderr)
    print('language_files: %d planted faults, %d named' % (len(FAULTS), len(FAULTS) - len(passed)))
    return 1 if passed or done.returncode else 0


sys.exit(main())
