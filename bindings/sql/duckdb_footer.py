#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""duckdb_footer.py LIBRARY EXTENSION PLATFORM - a shared library -> what DuckDB loads: the same bytes with its footer behind them.

The footer is a custom section as WebAssembly has them (name, 512 bytes): eight fields of 32 bytes, the last first (magic, platform, version of the C API, version
of the extension, kind of ABI, three free), and 256 bytes for a signature, here none.
"""
import sys

library, extension, platform = sys.argv[1:]
fields = ['4', platform, 'v1.2.0', '1.0.0', 'C_STRUCT', '', '', '']
footer = b'\x00\x93\x04\x10duckdb_signature\x80\x04' + b''.join(f.encode().ljust(32, b'\0') for f in reversed(fields)) + bytes(256)
open(extension, 'wb').write(open(library, 'rb').read() + footer)
