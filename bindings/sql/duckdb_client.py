#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""duckdb_client.py EXTENSION [DATABASE] - SQL on standard input, one row a line on standard output, columns separated by U+001F; errors on standard error.

What the wheel lacks of a client, for check.py and audit.sh.
"""
import sys
import duckdb

connection = duckdb.connect(sys.argv[2] if len(sys.argv) > 2 else ':memory:', config={'allow_unsigned_extensions': 'true'})
connection.load_extension(sys.argv[1])
try:
    for statement in connection.extract_statements(sys.stdin.read()):
        for row in connection.execute(statement).fetchall():
            print('\x1f'.join('' if cell is None else str(int(cell)) if isinstance(cell, bool) else str(cell) for cell in row))
except duckdb.Error as error:
    sys.exit(str(error))
