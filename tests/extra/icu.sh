#!/bin/sh
# icu.sh - the companion against the test data of other implementations and of Unicode.
set -eu
cd "$(dirname "$0")/../.."
[ -x build/tests/precis_dump ] || { echo "icu: SKIPPED, built without libicu"; exit 0; }
python3 tests/precis_corpus.py build/tests/precis_dump
python3 tests/idna_corpus.py build/tests/precis_dump
