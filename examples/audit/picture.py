#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""picture.py TITLE FILE.svg < ANSWER - what audit.sql says, as bars: one line `what how_many` each.  No value of anybody is in it."""
import html, sys

title, path = sys.argv[1:]
rows = [line.rsplit(None, 1) for line in sys.stdin if line.strip()]
rows = [(what, int(n)) for what, n in rows]
most, left, width, step = max(n for _, n in rows), 210, 640, 24
out = ['<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="14">' % (width, 50 + step * len(rows)),
       '<rect width="100%" height="100%" fill="#fff"/>', '<text x="12" y="24" font-weight="bold">%s</text>' % html.escape(title)]
for i, (what, n) in enumerate(rows):
    y = 40 + step * i
    bar = (width - left - 80) * n / most
    out += ['<text x="%d" y="%d" text-anchor="end">%s</text>' % (left - 8, y + 14, html.escape(what)), '<rect x="%d" y="%d" width="%.1f" height="16" fill="#4477aa"/>' % (left, y + 2, bar),
            '<text x="%.1f" y="%d">%s</text>' % (left + bar + 6, y + 14, format(n, ','))]
open(path, 'w', encoding='utf-8').write('\n'.join(out) + '\n</svg>\n')
