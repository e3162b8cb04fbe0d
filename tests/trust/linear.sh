#!/bin/bash
# SPDX-License-Identifier: MIT
# linear.sh - instructions of hostile inputs of growing length, by callgrind (tests/trust/linear.c and linear.py).
set -eu
cd "$(dirname "$0")/../.."
command -v valgrind > /dev/null || { echo "valgrind is not installed"; exit 77; }
python3 tests/trust/linear.py build/tests/trust/linear
