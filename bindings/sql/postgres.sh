#!/bin/bash
# postgres.sh [VERSION] - the extension of PostgreSQL, built against that version (default: the newest that is installed), in a server of its own on a socket in a temporary
# folder, stopped at the end.  USERS=FILE.csv: audit.py over these users as well.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=${1:-$(ls /usr/lib/postgresql | sort -V | tail -n 1)}
bin=/usr/lib/postgresql/$version/bin
mkdir -p build/sql
# -Wconversion is left out: the server's own headers are not made for it.
gcc -std=gnu11 -O2 -Wall -Wextra -Wno-unused-parameter -Wno-sign-compare -Wno-declaration-after-statement -shared -fPIC -Iinclude -Ibindings/sql \
  -I"$("$bin/pg_config" --includedir-server)" bindings/sql/postgres.c build/libloginlint.a -o build/sql/pg_loginlint.so
install -m 644 build/sql/pg_loginlint.so "$("$bin/pg_config" --pkglibdir)/loginlint.so"
install -m 644 bindings/sql/loginlint.control bindings/sql/loginlint--*.sql "$("$bin/pg_config" --sharedir)/extension/"
data=$(mktemp -d -p /var/tmp)
trap 'su postgres -c "$bin/pg_ctl -D $data/db -m fast stop" > /dev/null 2>&1 || true; rm -rf "$data"' EXIT
chown postgres "$data"
su postgres -c "$bin/initdb -D $data/db -E UTF8 --locale=C.UTF-8 -A trust > /dev/null && $bin/pg_ctl -D $data/db -o '-k $data -c listen_addresses=' -l $data/log -w start > /dev/null"
psql=(psql -h "$data" -U postgres -X -q -A -t -F $'\x1f' postgres)
"${psql[@]}" -c 'CREATE EXTENSION loginlint'
python3 bindings/sql/check.py build/loginlint postgres "${psql[@]}"
if [ -n "${USERS:-}" ]; then python3 bindings/sql/audit.py postgres "$USERS" "${psql[@]}"; fi
