#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tally.py TALLY.json ... - one tally of several that `loginlint --summary=json` printed, to be shared as they are.

In: objects {"tally": {"field", "least", "cells": [{"verdict", "cause", "count"}], "values"}}, of one field or of several.  Out: one such object a
field.  Cells of one verdict and cause are added; nothing smaller than `least` comes in, so nothing smaller goes out.  A batch of a binding is
counted in the same way: in Python `collections.Counter(zip(verdicts, causes))`, merged by `+`, and `shared` leaves out what is of few people.
"""
import collections, json, sys

LEAST = 5


def shared(cells, least=LEAST):
    """{(verdict, cause): count} without its small cells: they are put together as `other`, and left out where that is small as well."""
    out = {cell: n for cell, n in cells.items() if n >= least}
    rest = sum(cells.values()) - sum(out.values())
    if rest >= least:
        out['other', 'other'] = out.get(('other', 'other'), 0) + rest
    return out


def merged(tallies):
    """One tally a field."""
    fields = collections.defaultdict(collections.Counter)
    for tally in tallies:
        for cell in tally['cells']:
            fields[tally['field']][cell['verdict'], cell['cause']] += cell['count']
    least = max((t['least'] for t in tallies), default=LEAST)
    return [{'tally': {'field': field, 'least': least, 'cells': [{'verdict': v, 'cause': c, 'count': n} for (v, c), n in sorted(cells.items())],
                       'values': sum(cells.values())}} for field, cells in sorted(fields.items())]


if __name__ == '__main__':
    for line in merged([json.load(open(path, encoding='utf-8'))['tally'] for path in sys.argv[1:]]):
        print(json.dumps(line))
