#!/bin/bash
# SPDX-License-Identifier: MIT
# asan.sh - the binding and the library in a Python whose memory the address sanitizer watches: all of its tests, with the
# shared cases.
#
# In: the environment with pytest that check.sh left.  Out: one line.  Planted: a library that wipes one
# byte too many must be stopped.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ -x build/python/clean/bin/python ] || { echo "run make check-bindings first"; exit 1; }
python=$PWD/build/python/clean/bin/python out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
python3 bindings/amalgamation/amalgamate.py "$out/vendor" > /dev/null
make --no-print-directory -s build/tests/transcript
HOSTILE=0 bindings/cases.sh "$out" causes > "$out/left"
build() { # LIBRARY
  mkdir -p "$out/site/loginlint"
  cp bindings/python/src/loginlint/*.py "$out/site/loginlint/"
  gcc -std=c11 -O1 -g -fPIC -shared -fsanitize=address,undefined -fno-sanitize-recover=all -DPy_LIMITED_API=0x030B0000 -DLOGINLINT_API= \
    -Wno-unused-function "-I$out/vendor" "-I$("$python" -c 'import sysconfig; print(sysconfig.get_path("include"))')" \
    -o "$out/site/loginlint/_loginlint.abi3.so" bindings/python/src/_loginlint.c "$1"
}
run() { # the interpreter itself has leaks, and hands out its own small blocks unless told otherwise
  LD_PRELOAD="$(gcc -print-file-name=libasan.so) $(gcc -print-file-name=libubsan.so)" ASAN_OPTIONS="detect_leaks=0:log_path=$out/report" PYTHONMALLOC=malloc \
    PYTHONPATH="$out/site" LOGINLINT_CASES="$out" \
    "$python" -m pytest -q -p no:cacheprovider bindings/python/tests > "$out/said" 2>&1
}
build "$out/vendor/loginlint.c"
run || { tail -n 40 "$out/said"; exit 1; }
LD_PRELOAD=$(gcc -print-file-name=libasan.so) ASAN_OPTIONS=detect_leaks=0 PYTHONPATH="$out/site" "$python" -c \
  'import loginlint._loginlint as m, sys; sys.exit(not m.__file__.startswith(sys.argv[1]))' "$out" || { echo "another library was tested"; exit 1; }
passed=$(tail -n 1 "$out/said")
sed '/^void loginlint_wipe(/,/^}/ s/__builtin_memset(record, 0, n);/__builtin_memset(record, 0, n + 1);/' "$out/vendor/loginlint.c" > "$out/planted.c"
! cmp -s "$out/vendor/loginlint.c" "$out/planted.c" || { echo "nothing was planted"; exit 1; }
cp "$out/vendor/loginlint.h" "$out/"
build "$out/planted.c"
if run || ! grep -qs "AddressSanitizer: .*-buffer-overflow" "$out"/report.*; then echo "a byte too many was not found"; exit 1; fi
echo "python-asan: $passed; $(wc -l < "$out/cases.tsv") shared cases; 1 planted failure found"
