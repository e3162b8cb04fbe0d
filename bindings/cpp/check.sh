#!/bin/bash
# SPDX-License-Identifier: MIT
# check.sh - the test by g++ and clang++ with every warning, by one of them under the sanitizers; what must not compile;
# the README's example; a scan of memory; the shared and hostile cases against C. Run from the root.
set -euo pipefail
here=bindings/cpp out=build/cpp
mkdir -p $out
bindings/bound.sh $here/not-bound $here/include/*.hpp
flags=(-std=c++17 -O2 -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -Iinclude -I$here/include -pthread)
build() { # COMPILER NAME [FLAG...]
  "$1" "${flags[@]}" "${@:3}" -o "$out/$2-$1" $here/tests/"$2".cpp build/libloginlint.a
}
for compiler in g++ clang++; do
  build $compiler test
  $out/test-$compiler
done
build g++ test -fsanitize=undefined -fno-sanitize-recover
$out/test-g++
for misuse in $(seq "$(grep -c 'MISUSE == ' $here/tests/test.cpp)"); do
  for compiler in g++ clang++; do
    if $compiler "${flags[@]}" -DMISUSE="$misuse" -fsyntax-only $here/tests/test.cpp 2> $out/log; then echo "cpp: misuse $misuse was compiled by $compiler"; exit 1; fi
    grep -q 'error' $out/log
  done
done
lib/gen/fence $here/README.md cpp > $out/example.cpp
lib/gen/fence $here/README.md text > $out/expected-example
g++ "${flags[@]}" -o $out/example $out/example.cpp build/libloginlint.a
$out/example | diff $out/expected-example -
build g++ scanned
build g++ transcript
bindings/scan.py cpp $out/scanned-g++
skipped=$(bindings/cases.sh $out causes)
$out/transcript-g++ $out/cases.tsv > $out/transcript
read -r ns sentences < <($out/transcript-g++ --bench)
$out/transcript-g++ --keys $out/texts.tsv > $out/keys
bindings/compare.sh cpp $out "$skipped" "$ns" "$sentences" -
