#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Turn the language files lib/words/*.toml into C, or say what is wrong with them.

usage: gen_words.py write DIRECTORY     sentences.inc and one sentences_LANGUAGE.c each into DIRECTORY
       gen_words.py check               the language files, and the generated ones against them; status 1 and what is wrong
       gen_words.py texts LANGUAGE [PATTERN...]
                                        the texts of a language in the order of sentences.inc, each ended by a NUL; those whose
                                        path is like a pattern are left empty (bindings/js)

English is the pattern: every other language has the same rows with the same placeholders. What English has to have, the .def
files say: a text for every code, cause, advice, field, brand ...
"""
import fnmatch, glob, os, re, sys, tomllib

LIB = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..')
WORDS = os.path.join(LIB, 'words')

# table: (list of names.def, or a kind of our own; how C calls a member; the parts that every member has)
SAID = ('about', 'message.any')
TABLES = {
    'code': ('LOGINLINT_LIST_CODE', 'LOGINLINT_CODE_%s', SAID),
    'cause': ('LOGINLINT_LIST_CAUSE', 'LOGINLINT_CAUSE_%s', SAID + ('next.any',)),
    'advice': ('LOGINLINT_LIST_ADVICE', 'LOGINLINT_ADVICE_%s', SAID + ('next.any',)),
    'key': ('LL_KEY', 'LL_KEY_%s', ('any',)),
    **{name: ('LOGINLINT_LIST_' + name.upper(), 'LOGINLINT_%s_%%s' % name.upper(), ()) for name in
       'field verdict severity preflight remedy operation basis brand class reason'.split()},
    'preset': ('LL_PRESET', '%s', ()),
    'character': ('LL_CHARACTER', '%s', ()),
    'category-of-character': ('LL_CHARACTER_CATEGORY', 'LL_%s', ()),
    'letter': ('LL_SCRIPT', 'LL_%s', ()),
    'term': ('LL_TERM', 'LL_TERM_%s', ()),
}
WHEN = ('message', 'next', 'any')  # what is followed by the facts of a row


def read(*path):
    return open(os.path.join(LIB, *path), encoding='utf-8').read()


def upper(name):
    return re.sub(r'[-.]', '_', name).upper()


# ---- the definitions -------------------------------------------------------------------------------------------------

def members():
    """{table: [name]} of what has to have texts."""
    named = {'code': re.findall(r'^X\(\d+, \w+, "([^"]+)"', read('check', 'diagnostics.def'), re.M),
             'cause': re.findall(r'^CAUSE\(\d+, \w+, "([^"]+)"', read('explain', 'causes.def'), re.M),
             'advice': re.findall(r'^X\(\d+, \w+, "([^"]+)"', read('preflight', 'advice.def'), re.M),
             'preset': re.findall(r'^X\(\w+, "([^"]+)"', read('policy', 'presets.def'), re.M),
             'key': ['ime', 'keyboard', 'caps']}
    for which, name in re.findall(r'^X\((\w+), \d+, \w+, "([^"]+)"\)', read('words', 'names.def'), re.M):
        if which.lower() in TABLES:
            named.setdefault(which.lower(), []).append(name)
    return named


def languages():
    """[(number, tag, name in C)]"""
    rows = re.findall(r'^X\(LANGUAGE, (\d+), (\w+), "([^"]+)"\)', read('words', 'names.def'), re.M)
    return [(int(number), tag, name.lower()) for number, name, tag in rows]


def vocabulary(macro):
    names = re.findall(r'^%s\(\w+, "(\w+)"\)' % macro, read('words', 'vocabulary.def'), re.M)
    return {name: number for number, name in enumerate(names)}


FACTS, PLACEHOLDERS = vocabulary('FACT'), vocabulary('PLACEHOLDER')


# ---- a language file -------------------------------------------------------------------------------------------------

def flatten(value, path=''):
    """{'code.empty.about': text}"""
    if isinstance(value, str):
        return {path: value}
    items = enumerate(value, 1) if isinstance(value, list) else value.items()
    out = {}
    for key, one in items:
        out.update(flatten(one, '%s.%s' % (path, key) if path else str(key)))
    return out


def row(path):
    """(table, member, part, row name): ('code', 'empty', 'message', 'any'); the last two are '' where there are none."""
    table, member, *rest = path.split('.') + ([] if '.' in path else [''])
    if table == 'term':
        return table, '.'.join([member] + rest), '', ''
    if table == 'key':
        return table, member, '', rest[0] if rest else ''
    return table, member, rest[0] if rest else '', rest[1] if len(rest) > 1 else ''


def facts_of(name):
    return [] if name in ('', 'any') else name.split('-')


def braces(text):
    """[(name or None, capital, forms or None)] of what stands between braces."""
    found = []
    for inside in re.findall(r'\{([^{}]*)\}', text):
        forms = re.fullmatch(r'(?:(\w+):)?([^|]*)\|([^|]*)', inside)
        if forms:
            found.append((forms[1], False, forms.groups()[1:]))
        else:
            found.append((inside[:1].lower() + inside[1:], inside[:1].isupper(), None))
    return found


def placeholders(text):
    """What a text says; whether an hour has two digits is the language's own affair."""
    return {'hour' if name == 'hh' else name for name, _, forms in braces(text) if not forms}


def faults_of_text(path, text):
    table, _, part, name = row(path)
    facts = facts_of(name)
    for one in facts:
        if one not in FACTS:
            yield '"%s" is no fact of vocabulary.def' % one
    for one, _, _ in braces(text):
        if one is not None and one not in PLACEHOLDERS:
            yield '{%s} is no placeholder of vocabulary.def' % one
    left = re.sub(r'\{[^{}]*\}', '', text)
    if re.search(r'[{}|]', left):
        yield 'a brace or bar stands alone'
    if not text or re.search(r'[\x00-\x1f\x7f]', text) or (text != text.strip() and table != 'term'):
        yield 'empty, or with a control character or a space at an end'
    if part == 'about' and braces(text):
        yield 'a description holds a placeholder'
    for need, fact in (('char', 'shown'), ('fix', 'meant')):
        if need in placeholders(text) and table != 'term' and fact not in facts:
            yield '{%s} in a row without "%s"' % (need, fact)


def faults_of_english(texts, named):
    for table, names in named.items():
        for name in names:
            for part in TABLES[table][2] or ('',):
                path = '.'.join(filter(None, (table, name, part)))
                if path not in texts:
                    yield path, 'is missing'
    last = {}
    for path in texts:
        table, member, part, name = row(path)
        if table not in TABLES:
            yield path, 'is in no table that is known'
        elif table in named and member not in named[table]:
            yield path, 'is of no member of the definitions'
        elif last.get((table, member, part)) == 'any':
            yield path, 'stands after "any" and is never said'
        last[table, member, part] = name


def faults_of_language(texts, english):
    for path in english:
        if path not in texts:
            yield path, 'is missing'
    for path, text in texts.items():
        if path not in english:
            yield path, 'is not in en.toml'
            continue
        for name in sorted(placeholders(english[path]) - placeholders(text)):
            yield path, '{%s} is missing' % name
        for name in sorted(placeholders(text) - placeholders(english[path])):
            yield path, '{%s} is not in en.toml' % name


def load(tag):
    try:
        with open(os.path.join(WORDS, tag + '.toml'), 'rb') as file:
            return flatten(tomllib.load(file))
    except (OSError, tomllib.TOMLDecodeError) as error:
        sys.exit('lib/words/%s.toml: %s' % (tag, error))


def load_all():
    """{tag: {path: text}} in the order of English, or the end with every fault."""
    texts = {tag: load(tag) for _, tag, _ in languages()}
    english = texts['en']
    faults = ['lib/words/%s: names.def has no row X(LANGUAGE, ...) for it' % os.path.basename(path)
              for path in glob.glob(os.path.join(WORDS, '*.toml')) if os.path.basename(path)[:-5] not in texts]
    for tag, rows in texts.items():
        found = list(faults_of_english(rows, members()) if tag == 'en' else faults_of_language(rows, english))
        found += [(path, fault) for path, text in rows.items() for fault in faults_of_text(path, text)]
        faults += ['lib/words/%s.toml: [%s] %s' % (tag, path, fault) for path, fault in found]
    if faults:
        sys.exit('\n'.join(faults))
    return {tag: {path: rows[path] for path in english} for tag, rows in texts.items()}


# ---- C ---------------------------------------------------------------------------------------------------------------

def encode(text):
    """The text with its braces as the bytes of sentence.c: \\1 placeholder, \\2 capital, \\3 number one \\4 several \\5."""
    def one(match):
        (name, capital, forms), = braces(match[0])
        number = chr(65 + PLACEHOLDERS[name]) if name else '@'
        return '\3%s%s\4%s\5' % (number, *forms) if forms else ('\2' if capital else '') + '\1' + number
    return re.sub(r'\{[^{}]*\}', one, text)


def literal(text):
    return '"%s"' % ''.join('\\%03o' % ord(c) if ord(c) < 32 else '\\' + c if c in '"\\' else c for c in encode(text))


NOTE = '/* SPDX-License-Identifier: MIT */\n/* %s - generated from lib/words/%s by gen_words.py; do not edit. */\n/* clang-format off */\n'


def value(table, member, named):
    form = TABLES[table][1]
    if table == 'preset':
        return str(named['preset'].index(member))
    if table == 'character':
        return '0x' + member[1:]
    return form % upper(member)


def structure(english, named):
    """sentences.inc: which row is what."""
    rows, terms, sections = [], [], []
    for number, path in enumerate(english):
        table, member, part, name = row(path)
        kind = TABLES[table][0]
        if not sections or sections[-1][0] != kind:
            sections.append([kind, number, number])
        sections[-1][2] = number + 1
        if table == 'term':
            terms.append('    LL_TERM_%s = %d,' % (upper(member), number))
        facts = ' | '.join('LL_FACT(%s)' % upper(f) for f in facts_of(name)) or '0'
        rows.append('    {%s, %s, LL_%s},' % (facts, value(table, member, named) if table != 'term' else 0,
                                              upper(part if part in ('message', 'next') else 'about')))
    out = [NOTE % ('sentences.inc', 'en.toml') + '#ifndef LL_ROWS', 'enum { LL_TEXTS = %d };' % len(rows)]
    out += ['#define LL_LANGUAGES(X) %s' % ' '.join('X(%d, %s)' % (n, name) for n, _, name in languages())]
    out += ['enum ll_term {'] + terms + ['};', '#else', 'static const struct ll_row rows[LL_TEXTS] = {'] + rows + ['};']
    out += ['static const struct ll_section sections[] = {'] + ['    {%s, %d, %d},' % tuple(s) for s in sections] + ['};', '#endif', '']
    return '\n'.join(out)


def files():
    """{name: text} of everything generated."""
    texts, named = load_all(), members()
    out = {'sentences.inc': structure(texts['en'], named)}
    for _, tag, name in languages():
        out['sentences_%s.c' % name] = '\n'.join(
            [NOTE % ('sentences_%s.c' % name, tag + '.toml') + '#include "words/sentence.h"', '',
             'const char *const loginlint__texts_%s[LL_TEXTS] = {' % name] +
            ['    %s,' % literal(text) for text in texts[tag].values()] + ['};', ''])
    return out


def stale(name, text):
    path = os.path.join(WORDS, name)
    return not os.path.exists(path) or open(path, encoding='utf-8').read() != text


def main():
    what, where = (sys.argv + ['', ''])[1:3]
    if what == 'write':
        for name, text in files().items():
            if where != 'lib/words' or stale(name, text):
                with open(os.path.join(where, name), 'w', encoding='utf-8') as out:
                    out.write(text)
    elif what == 'check':
        old = [name for name, text in files().items() if stale(name, text)]
        if old:
            sys.exit('lib/words/%s: not of these language files; run `make generated`' % ', '.join(old))
    elif what == 'texts':
        said = lambda path: not any(fnmatch.fnmatch(path, pattern) for pattern in sys.argv[3:])
        sys.stdout.write(''.join((encode(text) if said(path) else '') + '\0' for path, text in load_all()[where].items()))
    else:
        sys.exit(__doc__)


main()
