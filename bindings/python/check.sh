#!/bin/bash
# check.sh - the wheel in a clean environment: pytest, the shared and 10,000 hostile cases, the README's example, ns per call.
set -euo pipefail
out=build/python
mkdir -p $out build/bindings
python3 bindings/python/generate.py build/gen_constants build/gen_layout > $out/names.py
cmp $out/names.py bindings/python/src/loginlint/names.py
while read -r function; do
  grep -q "$function(" bindings/python/src/_loginlint.c || grep -q "^$function " bindings/python/not-bound || { echo "$function is neither bound nor listed"; exit 1; }
done < <(grep -oE 'loginlint_[a-z0-9_]+\(' include/loginlint.h | tr -d '(' | sort -u | grep -v icu)
bindings/python/build.sh
rm -rf $out/clean
python3 -m venv $out/clean
$out/clean/bin/pip install -q $out/*.whl pytest
build/tests/transcript --hostile 10000 > $out/hostile.tsv
cat tests/cases/check*.tsv > $out/shared.tsv
build/tests/transcript $out/shared.tsv > $out/shared.expected
build/tests/transcript $out/hostile.tsv > $out/hostile.expected
LOGINLINT_TRANSCRIPTS=$out/shared.tsv=$out/shared.expected,$out/hostile.tsv=$out/hostile.expected LOGINLINT_FIGURES=$out/figures \
  $out/clean/bin/python -m pytest -q -p no:cacheprovider bindings/python/tests
bindings/scan.py python $out/clean/bin/python bindings/python/tests/scanned.py
read -r cases passed < $out/figures
awk '/^```python$/ { on = 1; next } /^```$/ { on = 0 } on' bindings/python/README.md > $out/example.py
$out/clean/bin/python $out/example.py | grep 'submit taro@gmail.com' > /dev/null
printf 'taro#' | $out/clean/bin/python -m loginlint id > /dev/null && exit 1 || [ $? = 1 ]
bindings/python/asan.sh
ns=$($out/clean/bin/python -c "
import timeit, loginlint
p = loginlint.Policy('login-id')
print(int(min(timeit.repeat(lambda: loginlint.check(p, 'taro.yamada_2026'), number=2000, repeat=30)) / 2000 * 1e9))")
printf 'python\t%s\t%s\t0\t%s\n' "$cases" "$passed" "$ns" > build/bindings/python.txt
