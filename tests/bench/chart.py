#!/usr/bin/env python3
"""Draw the output of `make bench-peers` (standard input) as an SVG (standard output) and print it as a Markdown table to a file.

usage: build/tests/peers | chart.py TABLE.md > peers.svg
"""
import re, sys

lines = [line.rstrip() for line in sys.stdin if line.strip()]
inputs = lines[0].split()[5:]
rows = []
for line in lines[1:]:
    name, rest = line[:28].strip(), line[28:]
    rows.append((name, [float(ns) for ns in re.findall(r'([\d.]+) \(', rest)]))

with open(sys.argv[1], 'w', encoding='utf-8') as table:
    table.write('| ns per call, minimum | %s |\n|---|%s\n' % (' | '.join(inputs), '---:|' * len(inputs)))
    for name, times in rows:
        table.write('| %s | %s |\n' % (name, ' | '.join('%.0f' % t for t in times)))

WIDTH, LEFT, BAR, GAP = 760, 190, 13, 26
top, out, limit = 30, [], max(t for _, times in rows for t in times)
for i, which in enumerate(inputs):
    out.append('<text x="8" y="%d" class="t">%s</text>' % (top + 4, which))
    top += 14
    for name, times in rows:
        length = (WIDTH - LEFT - 70) * times[i] / limit
        ours = name.startswith('loginlint')
        out.append('<text x="%d" y="%d" text-anchor="end">%s</text><rect x="%d" y="%d" width="%.1f" height="%d" class="%s"/><text x="%.1f" y="%d">%.0f</text>' %
                   (LEFT - 6, top + 10, name, LEFT, top, max(length, 1), BAR - 2, 'a' if ours else 'b', LEFT + max(length, 1) + 4, top + 10, times[i]))
        top += BAR
    top += GAP - 12
print('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="10">' % (WIDTH, top))
print('<style>svg{background:#fff}.t{font-weight:bold;font-size:12px}.a{fill:#0b6bcb}.b{fill:#b8c0cc}</style>')
print('<text x="8" y="14" class="t">ns per call (shorter is better): the whole check beside what peers do of it</text>')
print('\n'.join(out))
print('</svg>')
