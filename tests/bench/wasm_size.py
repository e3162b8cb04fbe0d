#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Bytes of code and data in a WebAssembly module: its sections 10 and 11.   usage: wasm_size.py FILE"""
import sys

data = open(sys.argv[1], 'rb').read()
at, total = 8, 0


def leb(at):
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


while at < len(data):
    section = data[at]
    length, at = leb(at + 1)
    total += length if section in (10, 11) else 0
    at += length
print(total)
