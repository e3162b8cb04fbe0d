# SPDX-License-Identifier: MIT
"""contracts.py FILE [TWIN] - FILE.c of lib/ as it stands, with the contracts of FILE.acsl put before its functions and loops.

Out: C for Frama-C (every place of a contract and of a twin is found, or it fails); with --functions "option function,function" of those that have a contract, with --twins "number function goals", with --without
"function: why" of those that have none.  TWIN n breaks the source in the way that line n of the twins says.

A .acsl file (common.acsl goes before each) begins with a comment and goes on in parts, each under a line of its own:
    ==== FUNCTION             the contract of a function that is defined in FILE.c or in a header
    ==== FUNCTION: TEXT       what goes before the one place in that function that begins with TEXT (a loop)
    ==== top                  what goes before everything else: predicates, and what was checked elsewhere
    ==== checked PYTHON       the same, where PYTHON holds (it may name the arrays of generated data): an axiom about them
    ==== uses FILE: F G       the contracts of functions that are proved with another file; `top`: what goes before everything else there
    ==== split F G            functions whose goals are to be split (-wp-split)
    ==== without F G: WHY     functions of FILE.c that have none; every function is in one list or the other
    ==== before F             what goes before one function
    ==== shown F: OLD ==> NEW what Frama-C has no word for, said otherwise; the reason under it
    ==== twin F: OLD ==> NEW  a broken version of F, which must not be proved; twin F GOALS: by these (mem_access, @invariant)
"""
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
LIB = HERE / '../../lib'


def source_of(name):
    found = list(LIB.glob(f'*/{name}.c'))
    if len(found) != 1:
        sys.exit(f'contracts.py: {len(found)} files have the name {name}.c')
    return found[0]


DEFINED = r'^(?!(?:typedef|struct|enum|union) \w+ \{)[a-z][^;{}=\n]*?\b%s\([^;{}]*\)\s*\{'


def inlined(path, seen):
    """The text with its own headers in place."""
    def header(m):
        where = LIB / m[1] if (LIB / m[1]).exists() else LIB / '../include' / m[1]
        if m[1] in seen:
            return ''
        seen.add(m[1])
        return inlined(where, seen)
    return re.sub(r'^#include "(.*\.h)"$', header, path.read_text(), flags=re.M)


def parts(name):
    pieces = re.split(r'^==== (.*)\n', (HERE / f'{name}.acsl').read_text(), flags=re.M)[1:]
    return list(zip(pieces[::2], pieces[1::2]))


def tables(name):
    """The constants and arrays of the generated data that NAME.c includes."""
    found = {'re': re, 'source': source_of(name).read_text()}
    for data in re.findall(r'^#include "(\w+/\w+_data\.inc)"$', found['source'], re.M):
        text = re.sub(r'/\*.*?\*/', '', (LIB / data).read_text(), flags=re.S)
        for names in re.findall(r'^enum \{(.*?)\};', text, re.M | re.S):
            found.update((n, int(v, 0)) for n, v in re.findall(r'(\w+) = (\w+)', names))
        for array, rows in re.findall(r'^static const \w+ (\w+)[^=]*= *\{(.*?)\n\};', text, re.M | re.S):
            found[array] = [int(v.rstrip('u'), 0) for v in re.findall(r'\b(?:0x\w+|\d+)\b', rows)]
    return found


def body(text, function):
    found = list(re.finditer(DEFINED % function, text, re.M))
    if len(found) != 1:
        sys.exit(f'contracts.py: {function} is defined {len(found)} times')
    return found[0].start(), text.index('\n}', found[0].start()) + 2


def once(text, function, old, new):
    start, end = body(text, function)
    if text.count(old, start, end) != 1:
        sys.exit(f'contracts.py: {old!r} stands {text.count(old, start, end)} times in {function}')
    return text[:start] + text[start:end].replace(old, new) + text[end:]


def with_contract(text, function, contract):
    start, _ = body(text, function)
    return text[:start] + contract + text[start:]


def main(name, option=''):
    text = inlined(source_of(name), set())
    own = re.findall(DEFINED % r'(\w+)', source_of(name).read_text(), re.M)
    proved, split, without, twins, tops = [], [], {}, [], ''
    for head, contract in parts('common') + parts(name):
        word, _, rest = head.partition(' ')
        if head == 'top':
            tops += contract
        elif word == 'checked':
            if not eval(rest, tables(name)):
                sys.exit(f'contracts.py: does not hold: {rest}')
            tops += contract
        elif word == 'split':
            split += rest.split()
        elif word == 'uses':
            other, _, functions = rest.partition(': ')
            source = inlined(source_of(other), set())
            contracts = dict(parts(other))
            for f in functions.split():
                if f == 'top':
                    tops += contracts[f]
                elif re.search(DEFINED % f, text, re.M):
                    text = with_contract(text, f, contracts[f])
                else:
                    tops += contracts[f] + re.search(DEFINED % f, source, re.M)[0].rstrip(' {\n') + ';\n'
        elif word == 'without':
            functions, _, why = rest.partition(': ')
            without.update((f, why) for f in functions.split())
        elif word == 'shown':
            f, _, change = rest.partition(': ')
            text = once(text, f, *[side.strip() for side in change.split('==>')])
        elif word == 'before':
            text = with_contract(text, rest, contract)
        elif word == 'twin':
            f, _, change = rest.partition(': ')
            f, _, goals = f.partition(' ')
            twins.append((f, *change.split('==>'), goals or '@all'))
        elif ':' in head:
            f, _, place = head.partition(': ')
            text = once(text, f, place, contract + place)
        else:
            proved.append(head)
            text = with_contract(text, head, contract)
    lost = [f for f in own if (f in proved) == (f in without)]
    if lost:
        sys.exit(f'contracts.py: with a contract or without? {lost}')
    if option == '--functions':
        print('', ','.join(f for f in proved if f not in split))
        if split:
            print('-wp-split', ','.join(split))
    elif option == '--twins':
        print('\n'.join(f'{i} {t[0]} {t[3]}' for i, t in enumerate(twins, 1)))
    elif option == '--without':
        print(''.join(f'{f}: {why}\n' for f, why in without.items()), end='')
    else:
        broken = [once(text, f, old.strip(), new.strip()) for f, old, new, _ in twins]
        if option:
            text = broken[int(option) - 1]
        # the last include of the source (but for lists) ends what can be declared before a contract uses it
        at = [m.end() for m in re.finditer(r'^(#include (?!.*[.]def").*|#endif.*)\n', text, re.M) if m.start() < body(text, own[0])[0]][-1]
        print(text[:at] + tops + text[at:])


main(*sys.argv[1:])
