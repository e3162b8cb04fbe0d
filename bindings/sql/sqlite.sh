#!/bin/bash
# SPDX-License-Identifier: MIT
# sqlite.sh - the extension of SQLite, built and asked; with the sanitizers as well where gcc has them.
set -euo pipefail
cd "$(dirname "$0")/../.."
mkdir -p build/sql/asan
flags=(-std=c11 -Wall -Wextra -Wconversion -Werror -shared -fPIC -Iinclude -Ibindings/sql bindings/sql/sqlite.c)
gcc -O2 "${flags[@]}" build/libloginlint.a -o build/sql/loginlint.so
python3 bindings/sql/check.py build/loginlint sqlite sqlite3 -batch -separator $'\x1f' -cmd '.load build/sql/loginlint' :memory:
gcc -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all "${flags[@]}" $(lib/sources) -Ilib -Wno-conversion -o build/sql/asan/loginlint.so -Wno-error 2> build/sql/asan.log
LD_PRELOAD=$(gcc -print-file-name=libasan.so) ASAN_OPTIONS=detect_leaks=0 python3 -c 'pass' 2> /dev/null || { echo 'SKIPPED the sanitizers'; exit 0; }
cat > build/sql/sqlite-asan <<'S'
#!/bin/sh
LD_PRELOAD="$(gcc -print-file-name=libasan.so)" ASAN_OPTIONS=detect_leaks=0 exec sqlite3 "$@"
S
chmod +x build/sql/sqlite-asan
python3 bindings/sql/check.py build/loginlint sqlite build/sql/sqlite-asan -batch -separator $'\x1f' -cmd '.load build/sql/asan/loginlint' :memory:
