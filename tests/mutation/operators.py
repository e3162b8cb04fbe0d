# SPDX-License-Identifier: MIT
"""operators.py - the mutants of a C source or a table.

In: the text of a file.  Out: (offset, length, replacement, operator) for each mutant, in the order of the text.  A
tokenizer, no parser: what it gets wrong (the `*` of a pointer) does not compile and is not counted.  Preprocessor lines,
strings of sources, comments and static assertions stay as they are.  `python3 operators.py` tests itself.
"""
import re

TOKEN = re.compile(r'''(?P<space>\s+|/\*.*?\*/|//[^\n]*)
|(?P<hash>^[ \t]*\#(?:\\\n|/\*.*?\*/|[^\n])*)
|(?P<string>"(?:\\.|[^"\\])*")
|(?P<char>'(?:\\.|[^'\\])+')
|(?P<number>(?:0[xX][0-9a-fA-F]+|\d+)[uUlL]*)
|(?P<word>[A-Za-z_]\w*)
|(?P<mark><<=|>>=|\.\.\.|->|\+\+|--|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|.)''', re.S | re.M | re.X)

SWAP = {
    '<': ('relation', ['<=', '>=']), '<=': ('relation', ['<', '>']), '>': ('relation', ['>=', '<=']),
    '>=': ('relation', ['>', '<']), '==': ('relation', ['!=']), '!=': ('relation', ['==']),
    '+': ('arithmetic', ['-']), '-': ('arithmetic', ['+']), '*': ('arithmetic', ['/']), '/': ('arithmetic', ['*']),
    '%': ('arithmetic', ['*']), '&': ('arithmetic', ['|']), '|': ('arithmetic', ['&']), '^': ('arithmetic', ['|']),
    '<<': ('arithmetic', ['>>']), '>>': ('arithmetic', ['<<']), '+=': ('arithmetic', ['-=']),
    '-=': ('arithmetic', ['+=']), '|=': ('arithmetic', ['&=']), '&=': ('arithmetic', ['|=']),
    '++': ('arithmetic', ['--']), '--': ('arithmetic', ['++']), '&&': ('logic', ['||']), '||': ('logic', ['&&']),
}
BINARY = set('+ - * & /'.split())
NO_STATEMENT = set('''return if else for while do switch case default goto struct union enum static const typedef extern
int unsigned char void size_t uint8_t uint16_t uint32_t uint64_t int8_t int16_t int32_t int64_t _Static_assert'''.split())


def tokens(text):
    """(kind, text, offset) of all but space and preprocessor lines."""
    return [(m.lastgroup, m.group(), m.start()) for m in TOKEN.finditer(text) if m.lastgroup not in ('space', 'hash')]


def number(token, step):
    """The number next to this one, written the same way; None below zero."""
    digits, tail = re.fullmatch(r'(0[xX][0-9a-fA-F]+|\d+)([uUlL]*)', token).groups()
    value = int(digits, 0 if digits[:2] in ('0x', '0X') else 10) + step
    return None if value < 0 else ('0x%X' % value if digits[:2] in ('0x', '0X') else str(value)) + tail


def closing(toks, i):
    """The index of the bracket that closes the one at i."""
    depth = 0
    for k in range(i, len(toks)):
        depth += {'(': 1, ')': -1}.get(toks[k][1], 0)
        if depth == 0:
            return k
    return None


def of_source(text):
    toks, out, skip = tokens(text), [], -1
    for i, (kind, t, at) in enumerate(toks):
        before = toks[i - 1] if i else ('mark', ';', 0)
        if t == '_Static_assert':
            skip = closing(toks, i + 1)
        if i <= skip:
            continue
        if kind == 'mark' and t in SWAP:
            operand = before[0] in ('number', 'char') or before[1] in (')', ']') or \
                (before[0] == 'word' and before[1] not in ('return', 'case', 'sizeof'))
            if t not in BINARY or operand:
                out += [(at, len(t), new, SWAP[t][0]) for new in SWAP[t][1]]
        elif kind == 'number':
            out += [(at, len(t), new, 'constant') for new in (number(t, 1), number(t, -1)) if new]
        elif kind == 'char':
            out.append((at, len(t), '(%s + 1)' % t, 'constant'))
        elif t in ('if', 'while') and i + 1 < len(toks) and toks[i + 1][1] == '(':
            end = closing(toks, i + 1)
            inside = text[toks[i + 1][2]:toks[end][2] + 1]
            out.append((toks[i + 1][2], len(inside), '(!%s)' % inside, 'condition'))
        elif t == 'return':
            end = next(k for k in range(i, len(toks)) if toks[k][1] == ';')
            value = text[at + 6:toks[end][2]]
            if value.strip():
                out.append((at + 6, len(value), ' 1' if value.strip() == '0' else ' 0', 'return'))
        if kind in ('word', 'mark') and t not in NO_STATEMENT and (before[1] in (';', '{', '}', 'else', ':') or
                                                                   ends_head(toks, i - 1)):
            end = statement(toks, i)
            if end and not (t == 'continue' and ends_head(toks, i - 1, ('for', 'while'))): # an empty loop stays one
                out.append((at, toks[end][2] - at, '', 'delete'))
    return out


def ends_head(toks, i, heads=('if', 'for', 'while')):
    """Is the bracket at i the end of `if (...)`, `for (...)` or `while (...)`?"""
    if i < 0 or toks[i][1] != ')':
        return False
    depth = 0
    for k in range(i, 0, -1):
        depth += {')': 1, '(': -1}.get(toks[k][1], 0)
        if depth == 0:
            return toks[k - 1][1] in heads
    return False


def statement(toks, i):
    """The `;` of the expression, break or continue that starts at i; None for anything else, a declaration as well."""
    if toks[i][1] in ('break', 'continue'):
        return i + 1
    kind = [k for k, _, _ in toks[i:i + 2]]
    if toks[i][1] not in ('*', '++', '--', '(') and (kind[0] != 'word' or kind[1] != 'mark' or toks[i + 1][1] in (',', ')', ':', ';')):
        return None
    for k in range(i, len(toks)):
        if toks[k][1] in '{}':
            return None
        if toks[k][1] == ';':
            return k
    return None


def of_table(text, pick):
    """Each number of a table with one bit of it flipped, each string with one letter changed; pick(n) chooses below n."""
    out = []
    for kind, t, at in tokens(text):
        if kind == 'number':
            value, width = int(re.sub('[uUlL]', '', t), 0), 8 if len(t) < 5 else 16
            if t.isdigit() and 255 < value:
                width = 14
            flipped = value ^ 1 << pick(width)
            out.append((at, len(t), '%d' % flipped if t.isdigit() else '0x%02X' % flipped, 'byte'))
        elif kind == 'string' and len(t) > 2 and '\\' not in t:
            k = 1 + pick(len(t) - 2)
            out.append((at + k, 1, chr(ord(t[k]) ^ 1 if t[k] not in '!#]' else ord('x')), 'letter'))
    return out


def test():
    def seen(text):
        return [text[:a] + new + text[a + n:] for a, n, new, _ in of_source(text)]
    assert {';', 'f(a <= b);', 'f(a >= b);'} <= set(seen('f(a < b);'))
    assert 'x = a + 1;' not in seen('x = &a;') and 'x = |a;' not in seen('x = &a;')
    assert 'if (!(a)) b = 1;' in seen('if (a) b = 1;') and 'if (a) ;' in seen('if (a) b = 1;')
    assert 'if (a) b = 2;' in seen('if (a) b = 1;') and 'if (a) b = 0;' in seen('if (a) b = 1;')
    assert 'return 0;' in seen('return x + y;') and 'return 1;' in seen('return 0;')
    assert seen('#define A 1 + 2\n') == [] and seen('/* 1 + 2 */') == [] and seen('"1 + 2"') == []
    assert seen('_Static_assert(A == 1, "x");') == []
    assert 'a || b' in seen('a && b') and '0x10u' in seen('0xFu') and 'uint32_t i;' not in seen('uint32_t i = 0;')
    assert seen('while (f()) continue;') == ['while (!(f())) continue;']
    assert of_table('{0x0F, "ab"}', lambda n: 0) == [(1, 4, '0x0E', 'byte'), (8, 1, '`', 'letter')]
    print('operators: 10 checks passed')


if __name__ == '__main__':
    test()
