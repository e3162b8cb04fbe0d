#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""seeds.py DIRECTORY - writes the first inputs of every fuzz target from tests/cases/*.tsv and a few of every kind.

In: the test cases.  Out: DIRECTORY/<target>/<name>, in the forms that targets.h describes.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FIELDS = {"login-id": "0", "password": "1", "card-number": "2", "pin": "3"}
RULES = [("0", "kind: phone"), ("0", "kind: name"), ("0", "kind: email; domains: example.jp"), ("0", "case: upper"),
         ("0", "digits: 8; groups: 4-4; hyphens: require"), ("0", "groups: 2-4; hyphens: forbid"), ("0", "charset: unicode"),
         ("1", "required: upper, lower; allowed: digit; max-consecutive: 2; purpose: create"), ("1", "case: lower"),
         ("1", "charset: unicode; minlength: 4; maxlength: 6"), ("2", "brands: jcb; hyphens: require"), ("2", "checksum: none"),
         ("2", "groups: 4-4-4-4; hyphens: require"), ("3", "digits: 4; hyphens: forbid"), ("3", "fold: off"), ("3", "fold: suggest; spaces: keep")]
VALUES = ["", "090-1234-5678", "+81(90)1234.5678", "(03)1234_5678", "１２３４／５６７８", "O1Il5B", "〇一二", "1一2", "12..34", ".12", "12.",
          "taro@gmial.com", "a@b,com", "ＴＡＲＯ＠ｅｘａｍｐｌｅ．ｊｐ", "ぱっすぉｒｄ", "ﾊﾟｽﾜｰﾄﾞ", "ちとしはきくまのりれけ", "한글", "привет", "PASSword",
          "Taro", "tARO", "aaa", "ｐａｓｓ word", " x ", "‘x’", "¥1", "ﬁ①𝟒", "٤٥", "x\u200by", "\u202ex", "4111 1111 1111 1111",
          "3530-1113-3330-0000", "378282246310005", "4111111111111112", "タロー１", "-1-2-3-4-", "1234５６７８", "\u0378", "e\u0301"]
COMPANION = ["charset: unicode; maxlength: 1024", "charset: unicode; profile: username-casemapped", "charset: unicode; profile: nickname",
             "charset: unicode; profile: opaque; minlength: 2", "charset: unicode; profile: nist", "charset: unicode; case: upper",
             "charset: unicode; kind: email", "charset: unicode; fold: suggest; case: lower", "charset: unicode; fold: off; spaces: keep"]
UNICODE = ["cafe\u0301", "\u212b\ufb01\u2163", "\uff34\uff41\uff52\uff4f\u3042", " \u592a\u3000 \u90ce ", "\u05d0a\u0661\u06f1", "\u03a3\u0391\u03a3", "\u0130\u00df\u1e9b\u0323",
           "p\u0430ypal,admin", "\u592a@\u4f8b\u3048.jp", "a@xn--a.xn--r8jz45g.b\u00fccher", "l\u00b7l\u0375\u03b1\u200c\u094d\u200d", "\u1100\u1161\u11a8",
           "a" + "\u0301\u0323" * 20, "\u0344" * 12, "\ufdfa" * 40, "\u0378\U000e0fff\U0010ffff", "\uac00\u11a8\uff76\uff9e", "\u0e51x\u0967", "a\tb\x7f\u00ad"]
UNITS = re.compile(r"\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})|\\([\\tnr])")


def unescape(text):
    """Escapes of the case files as bytes of UTF-8; \\xNN is a byte."""
    out, at, pending = b"", 0, None
    for m in UNITS.finditer(text):
        out += text[at:m.start()].encode()
        at = m.end()
        if m[1]:
            unit = int(m[1], 16)
            if 0xDC00 <= unit < 0xE000 and pending:
                out += chr(0x10000 + ((pending - 0xD800) << 10) + unit - 0xDC00).encode()
                pending = None
            elif 0xD800 <= unit < 0xDC00:
                pending = unit
            else:
                out += chr(unit).encode("utf-8", "surrogatepass")
        elif m[2]:
            out += bytes([int(m[2], 16)])
        else:
            out += {"\\": b"\\", "t": b"\t", "n": b"\n", "r": b"\r"}[m[3]]
    return out + text[at:].encode()


def rows(name):
    for line in (ROOT / "cases" / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def main():
    to = pathlib.Path(sys.argv[1])

    def put(target, name, data):
        (to / target).mkdir(parents=True, exist_ok=True)
        (to / target / name).write_bytes(data)

    for name in ("check.tsv", "check_answers.tsv"):
        for row in rows(name):
            head = "\n".join([FIELDS[row[1]], row[2], row[3], ""]).encode()
            value = unescape(row[4])
            for target in ("check", "candidates", "json", "explain") + ("icu",) * row[0].startswith("u"):
                put(target, row[0], head + value)
            put("utf16", row[0], head + value.decode("utf-8", "replace").encode("utf-16-le"))
    for row in rows("causes.tsv"):
        put("explain", row[0], "\n".join([FIELDS[row[1]], row[2], row[3], ""]).encode() + unescape(row[4]))
    for i, (rules, values) in enumerate((r, UNICODE) for r in COMPANION):
        for k, value in enumerate(values):
            for field in "01":
                put("icu", f"unicode-{field}-{i}-{k}", f"{field}\n{rules}\n\n{value}".encode())
    for row in rows("rules.tsv"):
        if row[0] in ("strict", "error"):
            put("rules", row[1], FIELDS[row[2]].encode() + b"\n" + unescape(row[3]) + b"\n\n")
        elif len(row) > 2:
            put("rules", row[1], b"1\n" + unescape(row[2]) + b"\n\n")
    for name in ("caps-lock", "password", "visa", "username-casemapped", "last-try", "pass", "japanese-input", "no-such"):
        put("rules", "name-" + name, b"0\n\n\n" + name.encode())
    for row in rows("preflight.tsv"):
        put("service", row[0], "\n".join(row[1:4]).encode())
    for i, (field, rules) in enumerate(RULES):
        for k, value in enumerate(VALUES):
            put("check", f"cross-{i}-{k}", f"{field}\n{rules}\n\n{value}".encode())
            put("explain", f"cross-{i}-{k}", f"{field}\n{rules}\n\n{value}".encode())
    for field in "0123":
        for context in ("caps-lock: on; failures: 2", "composing: yes", "entry: paste; keyboard: touch; platform: ios",
                        "stage: submit; caps-evidence: -120"):
            put("check", f"context-{field}-{len(context)}", f"{field}\n\n{context}\nPASSword-１２3".encode())


main()
