#!/bin/bash
# SPDX-License-Identifier: MIT
# duckdb.sh - the extension of DuckDB, built against the headers in the newest crate of libduckdb-sys that fits, loaded into the wheel of PyPI as it is, and asked; with the
# sanitizers as well where gcc has them.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=build/sql/duckdb
mkdir -p $out/crate/src $out/include $out/asan
if [ ! -f $out/include/duckdb_extension.h ]; then
  printf '[package]\nname = "headers"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\nlibduckdb-sys = { version = "=1.20000.1", default-features = false }\n' > $out/crate/Cargo.toml
  : > $out/crate/src/lib.rs
  cargo fetch --quiet --manifest-path $out/crate/Cargo.toml --target "$(uname -m)-unknown-linux-gnu"
  tar -xzf "$(find "${CARGO_HOME:-$HOME/.cargo}/registry/src" -path '*/libduckdb-sys-1.20000.1/duckdb.tar.gz' | head -n 1)" --strip-components=3 -C $out/include duckdb/src/include/duckdb.h duckdb/src/include/duckdb_extension.h
fi
[ -d $out/wheel/duckdb ] || python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --only-binary :all: --target $out/wheel duckdb
export PYTHONPATH=$out/wheel
platform=$(python3 -c 'import duckdb; print(duckdb.sql("PRAGMA platform").fetchall()[0][0])')
flags=(-std=c11 -Wall -Wextra -Wconversion -Werror -shared -fPIC -fvisibility=hidden -Iinclude -Ibindings/sql -isystem $out/include bindings/sql/duckdb.c)
gcc -O2 "${flags[@]}" build/libloginlint.a -o $out/loginlint.so
python3 bindings/sql/duckdb_footer.py $out/loginlint.so build/sql/loginlint.duckdb_extension "$platform"
python3 bindings/sql/check.py build/loginlint duckdb python3 bindings/sql/duckdb_client.py build/sql/loginlint.duckdb_extension
gcc -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all "${flags[@]}" $(lib/sources) -Ilib -Wno-conversion -Wno-error -o $out/asan/loginlint.so 2> $out/asan.log
python3 bindings/sql/duckdb_footer.py $out/asan/loginlint.so $out/asan/loginlint.duckdb_extension "$platform"
preload="$(gcc -print-file-name=libasan.so) $(gcc -print-file-name=libstdc++.so)"
LD_PRELOAD=$preload ASAN_OPTIONS=detect_leaks=0 python3 -c 'import duckdb' 2> /dev/null || { echo 'SKIPPED the sanitizers'; exit 0; }
python3 bindings/sql/check.py build/loginlint duckdb env LD_PRELOAD="$preload" ASAN_OPTIONS=detect_leaks=0 python3 bindings/sql/duckdb_client.py $out/asan/loginlint.duckdb_extension
