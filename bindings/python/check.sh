#!/bin/bash
# SPDX-License-Identifier: MIT
# check.sh - the wheel in a clean environment: pytest, mypy, the shared and 10,000 hostile cases, the README's example, ns per call.
set -euo pipefail
out=build/python
mkdir -p $out
bindings/bound.sh bindings/python/not-bound bindings/python/src/_loginlint.c
bindings/python/build.sh
python3 -m zipfile -l $out/*.whl | grep 'licenses/COPYING' > /dev/null || { echo "the wheel has no licence"; exit 1; }
rm -rf $out/clean
python3 -m venv $out/clean
$out/clean/bin/pip install -q $out/*.whl pytest mypy
skipped=$(bindings/cases.sh $out causes)
LOGINLINT_CASES=$out $out/clean/bin/python -m pytest -q -p no:cacheprovider bindings/python/tests
bindings/scan.py python $out/clean/bin/python bindings/python/tests/scanned.py

# Types: the package itself, a program that is right, and mistakes that have to be found, each in its line.
$out/clean/bin/python -m mypy --strict --no-warn-return-any --no-warn-unused-ignores -p loginlint
$out/clean/bin/python -m mypy --strict bindings/python/tests/typed.py
awk '/# wrong: / { sub(/^# wrong: /, ""); print }' bindings/python/tests/typed.py > $out/wrong.txt
[ -s $out/wrong.txt ]
while read -r line; do
  printf 'import loginlint\nr = loginlint.check("pin", "1234")\n%s\n' "$line" > $out/wrong.py
  ! $out/clean/bin/python -m mypy --strict $out/wrong.py > /dev/null || { echo "mypy takes: $line"; exit 1; }
done < $out/wrong.txt

# The README's example, and what it says that it prints.
lib/gen/fence bindings/python/README.md python > $out/example.py
lib/gen/fence bindings/python/README.md text > $out/example.expected
$out/clean/bin/python $out/example.py | diff $out/example.expected -
printf 'taro#' | $out/clean/bin/python -m loginlint id > /dev/null && exit 1 || [ $? = 1 ]
bindings/python/asan.sh
cp $out/expected-keys $out/keys # pytest held them
bindings/compare.sh python $out "$skipped" $($out/clean/bin/python bindings/python/tests/bench.py)
