#!/bin/bash
# SPDX-License-Identifier: MIT
# check.sh - a fixed subset of `make acts` and `make right` against tests/acts/floors.tsv.
set -e
cd "$(dirname "$0")/../.."
python3 tests/acts/right.py --cli build/loginlint --values 2000 --list 1 --floors tests/acts/floors.tsv
python3 tests/acts/acts.py --cli build/loginlint --samples 20 --floors tests/acts/floors.tsv
