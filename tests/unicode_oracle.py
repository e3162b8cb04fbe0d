#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""unicode_oracle.py - compares lib/text/blocks.c and chartab.c with sources that are not ICU.

In: the program tests/check_chartab, whose --dump prints every code point's category, script and ASCII reading.  Compared
with it: Python's unicodedata (the code points that its Unicode version and the tables both know) and, where installed,
Unicode's own files in /usr/share/unicode.  Out: counts, every difference, status 1 when there is any.
"""
import os
import re
import subprocess
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
UCD = "/usr/share/unicode"


def names(enum):
    """The enumerators of lib/text/chartab.h, in order."""
    with open(os.path.join(HERE, "..", "lib", "text", "chartab.h"), encoding="utf-8") as file:
        body = re.search(r"enum %s \{(.*?)\};" % enum, file.read(), re.S).group(1)
    return re.findall(r"\bLL_([A-Z_]+)\b", re.sub(r"/\*.*?\*/", "", body, flags=re.S))


class Table:
    def __init__(self, program):
        categories, scripts, tables = names("ll_category"), names("ll_script"), names("ll_fold_table")
        lines = subprocess.run([program, "--dump"], capture_output=True, text=True, check=True).stdout.splitlines()
        self.version = tuple(map(int, lines[0].split()[1].split(".")))
        self.category, self.script, self.table, self.text = [], [], [], []
        for line in lines[1:]:
            _, category, script, table, text = line.split(" ", 4)
            self.category.append(categories[int(category)])
            self.script.append(scripts[int(script)])
            self.table.append(tables[int(table)])
            self.text.append(text)
        assert len(self.category) == 0x110000


class Verdict:
    """Counts comparisons by name and prints what differs."""

    def __init__(self):
        self.counts, self.wrong = {}, 0

    def __call__(self, what, cp, good, detail=""):
        self.counts[what] = self.counts.get(what, 0) + 1
        if not good:
            self.wrong += 1
            if self.wrong <= 20:
                print(f"{what}: U+{cp:04X} {detail}")


def read_ucd(name, column=1):
    """(from, to, value) of a file of the Unicode Character Database."""
    with open(os.path.join(UCD, name), encoding="utf-8") as file:
        for line in file:
            fields = [field.strip() for field in line.split("#")[0].split(";")]
            if len(fields) > column:
                first, _, last = fields[0].partition("..")
                yield int(first, 16), int(last or first, 16), fields[column]


def by_value(name, value):
    return {cp for first, last, v in read_ucd(name) if v == value for cp in range(first, last + 1)}


# ---- Python's unicodedata -----------------------------------------------------------------------------------------

# Categories that a general category may have, where no list of the project's own says otherwise.
CATEGORY = {
    "Lu": "LETTER", "Ll": "LETTER", "Lt": "LETTER", "Lm": "LETTER", "Lo": "LETTER KANA HALF_KANA HAN HANGUL LONG_VOWEL",
    "Mn": "MARK KANA", "Mc": "MARK", "Me": "MARK", "Nd": "DIGIT", "Nl": "OTHER HAN", "No": "OTHER", "Pc": "OTHER",
    "Pd": "DASH OTHER SYMBOL QUOTE", "Ps": "OTHER QUOTE SYMBOL", "Pe": "OTHER QUOTE SYMBOL", "Pi": "OTHER QUOTE",
    "Pf": "OTHER QUOTE", "Po": "OTHER QUOTE SYMBOL DASH", "Sm": "OTHER DASH QUOTE", "Sc": "QUOTE YEN", "Sk": "OTHER QUOTE DASH KANA",
    "So": "OTHER QUOTE DASH HAN INVISIBLE", "Zs": "WIDE_SPACE", "Zl": "WIDE_SPACE", "Zp": "WIDE_SPACE", "Cc": "CONTROL",
    "Cf": "OTHER INVISIBLE BIDI", "Co": "PRIVATE", "Cs": "PRIVATE",
}
CATEGORY["Lm"] += " KANA HALF_KANA HAN LONG_VOWEL QUOTE"
NOT_BY_CATEGORY = {"ASCII", "SPACE", "FULLWIDTH", "COMPAT"}


def is_graphic(text):
    return 0 < len(text) <= 5 and all(0x20 < ord(c) < 0x7F for c in text)


def against_python(table, verdict):
    for cp in range(0x80, 0x110000):
        char, category = chr(cp), table.category[cp]
        general = unicodedata.category(char)
        if general == "Cn" or category == "UNASSIGNED":
            continue  # newer than one of the two, or a noncharacter
        nfkc = char if general == "Cs" else unicodedata.normalize("NFKC", char)
        ignorable = category in ("INVISIBLE", "BIDI")
        if category not in NOT_BY_CATEGORY and not ignorable:
            verdict("python: category", cp, category in CATEGORY[general].split(), f"{category} is {general}")
        if category in ("COMPAT", "FULLWIDTH"):
            enclosed = nfkc == char and unicodedata.category(char) in ("No", "So")  # NFKC leaves these alone
            value = str(unicodedata.numeric(char, "")).removesuffix(".0") or unicodedata.name(char, "")[-1:]
            want = value if enclosed else nfkc.replace("\u2044", "/")
            verdict("python: NFKC", cp, table.text[cp] == want, f"{table.text[cp]!r} is {want!r}")
        elif is_graphic(nfkc):
            verdict("python: NFKC elsewhere", cp, category in ("DASH", "QUOTE", "DIGIT"), f"{category} has {nfkc!r}")
        if category == "DIGIT":
            verdict("python: digit", cp, table.text[cp] == str(unicodedata.digit(char)), table.text[cp])
        elif general == "Nd":
            verdict("python: digit elsewhere", cp, category in ("FULLWIDTH", "COMPAT"), category)
        if char.isspace() and category != "CONTROL":
            verdict("python: space", cp, category == "WIDE_SPACE", category)
        if category in ("LETTER", "KANA", "HALF_KANA", "HAN", "HANGUL"):
            against_name(table, cp, unicodedata.name(char, ""), verdict)


# A character's name begins with its script.
NAMED = [("HALFWIDTH KATAKANA", "HALF_KANA"), ("HIRAGANA", "KANA"), ("KATAKANA", "KANA"), ("CJK", "HAN"), ("HANGUL", "HANGUL"),
         ("HALFWIDTH HANGUL", "HANGUL")]
LETTERS = {"LATIN": "LATIN", "CYRILLIC": "CYRILLIC", "GREEK": "GREEK", "HEBREW": "HEBREW", "ARABIC": "ARABIC", "THAI": "THAI"}


def against_name(table, cp, name, verdict):
    for start, category in NAMED:
        if name.startswith(start + " "):
            verdict("python: name", cp, table.category[cp] == category, f"{name} is {table.category[cp]}")
            return
    first = name.split(" ")[0]
    if first in LETTERS and table.category[cp] == "LETTER":
        good = table.script[cp] in (LETTERS[first], "COMMON")  # a few signs are shared, as the Greek numeral sign
        verdict("python: script by name", cp, good, f"{name} is {table.script[cp]}")


# ---- Unicode's own files ------------------------------------------------------------------------------------------

def ucd_version():
    try:
        with open(os.path.join(UCD, "PropList.txt"), encoding="utf-8") as file:
            return tuple(map(int, re.search(r"PropList-(\d+)\.(\d+)", file.readline()).groups()))
    except OSError:
        return None


def against_age(table, version, verdict):
    age = {}
    for first, last, since in read_ucd("DerivedAge.txt"):
        for cp in range(first, last + 1):
            age[cp] = tuple(map(int, since.split(".")))
    ignorable = by_value("DerivedCoreProperties.txt", "Default_Ignorable_Code_Point")
    for cp in range(0x80, 0x110000):
        known = age.get(cp, (99, 0)) <= table.version
        if known or version >= table.version:
            want_unassigned = not known and cp not in ignorable
            verdict("ucd: age", cp, (table.category[cp] == "UNASSIGNED") == want_unassigned, table.category[cp])


def against_properties(table, verdict):
    bidi = by_value("PropList.txt", "Bidi_Control")
    white = by_value("PropList.txt", "White_Space")
    ignorable = by_value("DerivedCoreProperties.txt", "Default_Ignorable_Code_Point")
    for cp in range(0x80, 0x110000):
        category = table.category[cp]
        if category == "UNASSIGNED":
            continue
        verdict("ucd: Bidi_Control", cp, (category == "BIDI") == (cp in bidi), category)
        verdict("ucd: White_Space", cp, (category == "WIDE_SPACE" or cp == 0x85) == (cp in white), category)
        if cp not in (0x2800, 0xFFF9, 0xFFFA, 0xFFFB, 0xFFFC):
            verdict("ucd: Default_Ignorable", cp, (category == "INVISIBLE") == (cp in ignorable - bidi), category)


def against_scripts(table, verdict):
    categories = {"Hiragana": "KANA", "Katakana": "KANA HALF_KANA", "Han": "HAN", "Hangul": "HANGUL"}
    for first, last, script in read_ucd("Scripts.txt"):
        for cp in range(max(first, 0x80), last + 1):
            category = table.category[cp]
            if category in ("LETTER", "MARK") and script not in ("Common", "Inherited"):
                want = script.upper() if script.upper() in LETTERS else "OTHER_SCRIPT"
                verdict("ucd: script", cp, table.script[cp] == want, f"{table.script[cp]} is {script}")
            elif category in ("KANA", "HALF_KANA", "HAN", "HANGUL") and script not in ("Common", "Inherited"):
                verdict("ucd: script of category", cp, category in categories.get(script, "").split(), f"{category} is {script}")


def main():
    table, verdict, version = Table(sys.argv[1]), Verdict(), ucd_version()
    against_python(table, verdict)
    if version and version >= table.version:
        against_age(table, version, verdict)
    if version == table.version:
        against_properties(table, verdict)
        against_scripts(table, verdict)
    else:
        print(f"SKIPPED {UCD}: " + ("not installed" if not version else "it is Unicode %d.%d" % version))
    print("tables of Unicode %d.%d, Python's of %s" % (*table.version, unicodedata.unidata_version), end="; ")
    print("; ".join(f"{what} {count}" for what, count in sorted(verdict.counts.items())))
    if verdict.wrong:
        print(f"unicode_oracle.py: {verdict.wrong} differ")
    return verdict.wrong != 0


if __name__ == "__main__":
    sys.exit(main())
