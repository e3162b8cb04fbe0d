#!/bin/bash
# SPDX-License-Identifier: MIT
# audit.sh [ROWS] - every engine over the same made-up users with 5,000 planted faults of twelve kinds: build/sql/audit.tsv, and from it the tables of README.md and the
# picture of examples/audit.  Needs what sqlite.sh, duckdb.sh, postgres.sh and spark.sh need; a server and a session of its own, on this machine only.
set -euo pipefail
cd "$(dirname "$0")/../.."
rows=${1:-1000000}
mkdir -p build/sql
export USERS=$PWD/build/sql/users.csv
python3 examples/audit/make_users.py "$rows" 5000 1 > "$USERS"
for engine in sqlite duckdb spark; do bindings/sql/$engine.sh; done
{
  python3 bindings/sql/audit.py python "$USERS"
  python3 bindings/sql/audit.py sqlite "$USERS"
  PYTHONPATH=build/sql/duckdb/wheel python3 bindings/sql/audit.py duckdb "$USERS"
  bindings/sql/postgres.sh 2> build/sql/postgres.log | grep $'\t'
  SPARK_LOCAL_IP=127.0.0.1 PYTHONPATH=build/sql/spark/python python3 bindings/sql/audit.py spark "$USERS" 2> build/sql/spark.log
} > build/sql/audit.tsv
python3 bindings/sql/audit_table.py build/sql/audit.tsv examples/audit/answer.svg > build/sql/audit.md
lib/gen/splice bindings/sql/README.md 'audit: begin' 'audit: end' < build/sql/audit.md
