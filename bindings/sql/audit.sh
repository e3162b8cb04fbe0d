#!/bin/bash
# audit.sh [ROWS] - made-up users with 5,000 planted faults of twelve kinds, in SQLite: how many are found, what else is found, rows a second, memory; the SQL of
# examples/audit/audit.sql on the same table.
set -euo pipefail
cd "$(dirname "$0")/../.."
rows=${1:-1000000}
mkdir -p build/sql
python3 examples/audit/make_users.py "$rows" 5000 1 > build/sql/users.csv
rm -f build/sql/users.db
sql() { /usr/bin/time -f '%e s, %M KB' sqlite3 -batch -cmd '.load build/sql/loginlint' build/sql/users.db "$@"; }
sqlite3 -batch build/sql/users.db 'CREATE TABLE planted(id text, fault text)' '.mode csv' '.import --skip 1 build/sql/users.csv planted' 'CREATE VIEW users AS SELECT id FROM planted'
# A fault is found when its ID collides with another or is told something; a right ID is told wrongly when it is told something, or is in no pair with a planted one.
sql 'CREATE TABLE judged AS SELECT id, fault, loginlint_key(id) AS key, loginlint_verdict(id) AS verdict FROM planted' 'CREATE INDEX by_key ON judged(key)'
sql -column -header "
  WITH groups AS (SELECT key, count(*) AS n, sum(fault <> '') AS bad FROM judged GROUP BY key)
  SELECT CASE WHEN fault = '' THEN '(right)' ELSE fault END AS fault, count(*) AS rows,
         sum(n > 1 OR verdict NOT IN ('pass')) AS found, round(100.0 * sum(n > 1 OR verdict NOT IN ('pass')) / count(*), 3) AS percent
  FROM judged JOIN groups USING (key) WHERE fault <> '' OR bad = 0 GROUP BY 1 ORDER BY 1"
sql -column -header < examples/audit/audit.sql
