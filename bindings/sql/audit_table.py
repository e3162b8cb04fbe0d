#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""audit_table.py AUDIT.tsv PICTURE.svg - what audit.py printed for all engines -> the tables of README.md, and the picture of what audit.sql says; fails where engines
differ, or where fewer than 99.9 % of the planted faults are found."""
import subprocess, sys

path, picture = sys.argv[1:]
said = [line.rstrip('\n').split('\t') for line in open(path, encoding='utf-8')]
engines = {'python': 'Python', 'sqlite': 'SQLite', 'duckdb': 'DuckDB', 'postgres': 'PostgreSQL', 'spark': 'Spark'}
of = lambda engine, what: [row[2:] for row in said if row[0] == engine and row[1] == what]
one = lambda engine, what: (of(engine, what) or [['']])[0]
here = [e for e in engines if any(row[0] == e for row in said)]

rows = int(one('duckdb', 'rows')[0])
found = [row[0].split() for row in of('duckdb', 'found')]
planted, caught = (sum(int(f[i]) for f in found if f[0] != 'right') for i in (1, 2))
wrong = sum(int(f[2]) for f in found if f[0] == 'right')
right = sum(int(f[1]) for f in found if f[0] == 'right')
print('**What is found**: %s made-up IDs, %s faults planted, %s found (recall %.2f %%); of %s right IDs that collide with no fault %s are told something (precision %.2f %%).\n' % (
    format(rows, ','), format(planted, ','), format(caught, ','), 100 * caught / planted, format(right, ','), format(wrong, ','), 100 * caught / (caught + wrong)))
print('| fault | planted | found |\n|---|---:|---:|')
for name, n, hit in found:
    if name != 'right':
        print('| %s | %s | %s |' % (name, n, hit))

print('\n**Rows a second**, in millions: of a second of processor, and in brackets as it took on two cores. `sum(length(...))` over all rows. Python\'s NFKC tells how fast the machine was.\n')
print('| expression | ' + ' | '.join(engines[e] for e in here) + ' |\n|---|' + '---:|' * len(here))
expressions = list(dict.fromkeys(row[1] for row in said if len(row) == 4))
order = ['id', 'lower(id)', "unicodedata.normalize('NFKC', id)", 'normalize(id, NFKC)', 'nfc_normalize(id)', 'loginlint_key(id)', 'loginlint_verdict(id)', 'loginlint_cause(id)']
for what in sorted(expressions, key=order.index):
    cells = [one(e, what) for e in here]
    print('| `%s` | %s |' % (what, ' | '.join('%s (%s)' % (c[1], c[0]) if len(c) == 2 else '' for c in cells)))
for what in ('seconds for audit.sql', 'peak MB'):
    print('| %s | %s |' % (what, ' | '.join(one(e, what)[0] for e in here)))

answers = {e: [row[0] for row in of(e, 'audit.sql')] for e in here if e != 'python'}
if len(set(map(tuple, answers.values()))) != 1:
    sys.exit('audit_table.py: the engines differ: %r' % answers)
lines = answers['duckdb']
shown = ['%s %s' % ('colliding IDs', lines[0].split()[-1])] + [l for l in lines[1:] if not l.startswith(('pass ', 'fixed ', 'ask ', 'fail ', 'mistyped domains '))]
subprocess.run([sys.executable, 'examples/audit/picture.py', 'audit.sql over %s made-up IDs' % format(rows, ','), picture], input='\n'.join(shown), text=True, check=True)
if caught < 0.999 * planted:
    sys.exit('audit_table.py: only %d of %d planted faults are found' % (caught, planted))
