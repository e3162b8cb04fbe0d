#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Write dist/loginlint.c, dist/loginlint.h and dist/loginlint.ffi.h: the library as one file.

usage: amalgamate.py DIRECTORY [GEN_CONSTANTS]
Headers are inlined once, tables (.def, .inc) where they stand. A name that two files use for something of their own (a static
function or object, a tag, an enumerator) is defined as that file's while it is read; a file's macros end with it. The header for PHP's FFI, LuaJIT and Ruby has no directive at all: plain typedefs and prototypes, constants
as a comment.
"""
import os, re, subprocess, sys

LIB = 'lib'
KEYWORDS = set('if for while switch return sizeof else do case default break continue goto static const struct enum union void int'.split())


def lines_of(path):
    """The lines of a source but for its licence, which the one file states itself."""
    with open(path, encoding='utf-8') as file:
        return [line for line in file if 'SPDX-License-Identifier' not in line]


def strip_comments(text):
    return re.sub(r'/\*.*?\*/', lambda m: re.sub(r'[^\n]', ' ', m.group(0)), text, flags=re.S)


def local_names(text):
    """(functions, other names, macros) that only this file sees: static functions; static objects, tags, enumerators."""
    bare = strip_comments(text)
    bare = re.sub(r"""'(?:\\.|[^'\\])+'|"(?:\\.|[^"\\])*\"""", '""', bare)
    functions, others = set(), set()
    for line in re.finditer(r'^static\b[^;{=]*', bare, flags=re.M):
        head = line.group(0)
        function = re.search(r'([A-Za-z_]\w*)\s*\(', head)
        thing = re.search(r'([A-Za-z_]\w*)\s*(?:\[[^\]]*\]\s*)*$', head)
        if function:
            functions.add(function.group(1))
        elif thing:
            others.add(thing.group(1))
    functions |= set(re.findall(r'^LL_CLEARED_CALL(?:_IN_TWO\(\w+, \w+|\(\w+), (\w+),', bare, flags=re.M))  # its second argument is defined as a static function
    others |= set(re.findall(r'\}\s*([A-Za-z_]\w*)\s*\[\]\s*=', bare))
    others |= set(re.findall(r'^(?:static const )?(?:struct|enum|union) ([A-Za-z_]\w*)\s*\{', bare, flags=re.M))
    for body in re.findall(r'^enum\b[^{;]*\{([^}]*)\}', bare, flags=re.M):
        body = re.sub(r'^\s*#.*$', '', body, flags=re.M)
        others |= set(re.findall(r'(?:^|,)\s*([A-Za-z_]\w*)\s*(?==|,|$)', body.strip()))
    macros = list(dict.fromkeys(re.findall(r'^\s*#\s*define ([A-Za-z_]\w*)', bare, flags=re.M)))
    own = lambda names: {n for n in names - KEYWORDS if not n.startswith(('ll_', 'loginlint_'))}
    return own(functions), own(others), macros


class Writer:
    def __init__(self):
        self.seen = set()

    def table(self, name, out):
        self.inline(os.path.join(LIB, name), out)

    def inline(self, path, out):
        for line in lines_of(path):
            include = re.match(r'\s*#\s*include "([^"]+)"', line)
            if not include:
                out.append(line)
                continue
            name = include.group(1)
            if name == 'loginlint.h':
                continue
            if name.endswith('.h'):
                if name not in self.seen:
                    self.seen.add(name)
                    self.inline(os.path.join(LIB, name), out)
            else:
                self.table(name, out)
        out.append('\n')


def one_file(path, writer):
    """(headers that come first, the file's own text with its tables inlined)"""
    headers, flat = [], []
    for line in lines_of(path):
        include = re.match(r'\s*#\s*include "([^"]+)"', line)
        if not include:
            flat.append(line)
            continue
        name = include.group(1)
        if name.endswith('.h'):
            if name != 'loginlint.h' and name not in writer.seen:
                writer.seen.add(name)
                writer.inline(os.path.join(LIB, name), headers)
        else:
            writer.table(name, flat)
    return ''.join(headers), ''.join(flat)


def join(files):
    """Every file behind its headers. A name that two files have is given the file's name while that file is read."""
    named = {name: local_names(text) for name, _, text in files}
    count = {}
    for functions, others, _ in named.values():
        for n in functions | others:
            count[n] = count.get(n, 0) + 1
    out = []
    for name, headers, text in files:
        functions, others, macros = named[name]
        prefix = 'll_%s_' % name[:-2]
        clash = sorted(n for n in functions | others if count[n] > 1)
        defines = ''.join('#define %s%s %s%s%s\n' % (n, '(...)' if n in functions - others else '', prefix, n, '(__VA_ARGS__)' if n in functions - others else '')
                          for n in clash)
        undefs = ''.join('#undef %s\n' % n for n in clash + [m for m in macros if m not in clash])
        out.append('/* ---- %s ---- */\n%s%s%s%s\n' % (name, headers, defines, text, undefs))
    return ''.join(out)


def ffi(header, constants):
    text = re.sub(r'/\*.*?\*/', '', header, flags=re.S)
    values = {m.group(1): m.group(2) for m in re.finditer(r'^#define (LOGINLINT_\w+) (0x[0-9A-Fa-f]+|\d+)u\s*$', text, flags=re.M)}
    text = re.sub(r'^\s*#.*?(?<!\\)$', '', text, flags=re.M)
    text = re.sub(r'extern "C" \{|^\}\s*$(?=\s*\Z)', '', text, flags=re.M)
    text = text.replace('LOGINLINT_API ', '')
    text = re.sub(r'LOGINLINT_\w+', lambda m: values.get(m.group(0), m.group(0)), text)
    text = re.sub(r'\b(\d+) \* \((\d+) \+ (\d+)\)', lambda m: str(int(m.group(1)) * (int(m.group(2)) + int(m.group(3)))), text)
    text = text.replace('extern "C" {', '')
    text = re.sub(r'^\}\n*\Z', '', text.strip() + '\n', flags=re.M)
    text = re.sub(r'\n{3,}', '\n\n', text)
    text = re.sub(r'[^;]*loginlint_icu_\w+\([^;]*;', '', text)
    out = ['/* loginlint.ffi.h - the interface without a macro, for PHP FFI::cdef, LuaJIT and Ruby. Generated.\n *\n']
    out += [' * %s = %s\n' % (name, value) for name, value in values.items()]
    return ''.join(out) + ' */\n' + text.strip() + '\n'


def main():
    directory = sys.argv[1]
    os.makedirs(directory, exist_ok=True)
    header = open('include/loginlint.h', encoding='utf-8').read()
    writer = Writer()
    version = re.search('LOGINLINT_VERSION "(.*)"', header).group(1)
    out = ['/* loginlint.c - libloginlint ' + version + ' as one file. Generated by bindings/amalgamation/amalgamate.py: do not edit.\n'
           ' *\n * SPDX-License-Identifier: MIT AND Unicode-3.0.  Compile with: cc -std=c11 -O2 -c loginlint.c\n */\n#include "loginlint.h"\n\n']
    out.append(join([(os.path.basename(path),) + one_file(path, writer) for path in subprocess.check_output(['lib/sources'], text=True).split()]))
    with open(os.path.join(directory, 'loginlint.c'), 'w', encoding='utf-8') as file:
        file.write(''.join(out))
    with open(os.path.join(directory, 'loginlint.h'), 'w', encoding='utf-8') as file:
        file.write(header)
    with open(os.path.join(directory, 'loginlint.ffi.h'), 'w', encoding='utf-8') as file:
        file.write(ffi(header, None))


main()
