#!/bin/bash
# SPDX-License-Identifier: MIT
# postgres.sh [VERSION] - the extension of PostgreSQL, built against that version (default: the newest that is installed), in servers of its own on a socket in a temporary
# folder, stopped at the end: one with the sanitizers in it, and one as it is.  USERS=FILE.csv: audit.py over these users as well.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=${1:-$(ls /usr/lib/postgresql | sort -V | tail -n 1)}
bin=/usr/lib/postgresql/$version/bin
mkdir -p build/sql
# -Wconversion is left out: the server's own headers are not made for it.
flags=(-std=gnu11 -Wall -Wextra -Wno-unused-parameter -Wno-sign-compare -Wno-declaration-after-statement -shared -fPIC -Iinclude -Ibindings/sql
  -isystem "$("$bin/pg_config" --includedir-server)" bindings/sql/postgres.c)
data=$(mktemp -d -p /var/tmp)
trap 'stop; rm -rf "$data"' EXIT
chown postgres "$data"
su postgres -c "$bin/initdb -D $data/db -E UTF8 --locale=C.UTF-8 -A trust > /dev/null"
psql=(psql -h "$data" -U postgres -X -q -A -t -F $'\x1f' postgres)

start() { # LIBRARY [ENVIRONMENT]
  install -m 644 "$1" "$("$bin/pg_config" --pkglibdir)/loginlint.so"
  install -m 644 bindings/sql/loginlint.control bindings/sql/loginlint--*.sql "$("$bin/pg_config" --sharedir)/extension/"
  timeout 100 su postgres -c "${2:-} $bin/pg_ctl -D $data/db -o '-k $data -c listen_addresses=' -l $data/log -w start > /dev/null"
  "${psql[@]}" -c 'DROP TABLE IF EXISTS u' -c 'DROP EXTENSION IF EXISTS loginlint' -c 'CREATE EXTENSION loginlint' 2> /dev/null
}
stop() { su postgres -c "$bin/pg_ctl -D $data/db -m fast stop" > /dev/null 2>&1 || true; }

# The runtime of clang 19: under older ones (and gcc 12's) the server waits for ever in bindtextdomain().
asan=$(clang-19 -print-file-name=libclang_rt.asan-x86_64.so 2> /dev/null || true)
if [ -e "$asan" ]; then
  clang-19 -O1 -g -fsanitize=address,undefined -fno-sanitize=function -fno-sanitize-recover=all -shared-libasan "${flags[@]}" $(lib/sources) -Ilib -o build/sql/pg_loginlint_asan.so
  start build/sql/pg_loginlint_asan.so "LD_PRELOAD=$asan ASAN_OPTIONS=detect_leaks=0:log_path=$data/asan"
  python3 bindings/sql/check.py build/loginlint postgres "${psql[@]}"
  stop
  if ls "$data"/asan.* > /dev/null 2>&1; then cat "$data"/asan.*; exit 1; fi
else
  echo 'SKIPPED the sanitizers'
fi
gcc -O2 "${flags[@]}" build/libloginlint.a -o build/sql/pg_loginlint.so
start build/sql/pg_loginlint.so
python3 bindings/sql/check.py build/loginlint postgres "${psql[@]}"
if [ -n "${USERS:-}" ]; then python3 bindings/sql/audit.py postgres "$USERS" "${psql[@]}"; fi
