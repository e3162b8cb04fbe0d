#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Make examples/loginlint_width.inc: code points that take two terminal columns, or none.

usage: width.py [/usr/share/unicode] > examples/loginlint_width.inc
Reads EastAsianWidth.txt (W and F take two columns) and UnicodeData.txt (Mn and Me take none; Hangul medial and final
jamo join the initial before them). Ranges run on through unassigned code points, which keeps the tables short.
"""
import re, sys

where = sys.argv[1] if len(sys.argv) > 1 else '/usr/share/unicode'
assigned, wide, none = set(), set(), set(range(0x1160, 0x1200)) | set(range(0xD7B0, 0xD7FC))
first = None
for line in open(where + '/UnicodeData.txt', encoding='ascii'):
    field = line.split(';')
    cp = int(field[0], 16)
    if field[1].endswith('First>'):
        first = cp
        continue
    assigned.update(range(first, cp + 1) if field[1].endswith('Last>') else [cp])
    if field[2] in ('Mn', 'Me'):
        none.add(cp)
version = None
for line in open(where + '/EastAsianWidth.txt', encoding='utf-8'):
    version = version or re.search(r'-([\d.]+)\.txt', line).group(1)
    row = re.match(r'([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*([WF])\b', line)
    if row:
        wide.update(range(int(row.group(1), 16), int(row.group(2) or row.group(1), 16) + 1))
wide -= none


def ranges(members):
    out = []
    for cp in sorted(members):
        if out and not any(gap in assigned for gap in range(out[-1][1] + 1, cp)):
            out[-1][1] = cp
        else:
            out.append([cp, cp])
    return out


def table(name, members):
    print('static const struct range %s[] = {' % name)
    rows = ['{0x%04X, 0x%04X},' % tuple(r) for r in ranges(members)]
    for i in range(0, len(rows), 5):
        print('    ' + ' '.join(rows[i:i + 5]))
    print('};')


print('/* SPDX-License-Identifier: MIT AND Unicode-3.0 */\n/* loginlint_width.inc - generated from Unicode %s by examples/width.py; do not edit. */' % version)
print('/* clang-format off */')
table('two_columns', wide)
table('no_column', none)
