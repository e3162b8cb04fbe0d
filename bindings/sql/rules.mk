# SPDX-License-Identifier: MIT
# The library in SQL engines: README.md here.  SQLite and DuckDB in `make check-bindings`, PostgreSQL and Spark in `make check-heavy ONLY=postgres`, `ONLY=spark`.
check-sql: $(BUILD)/loginlint $(LIBRARY)
	@lib/gen/install gcc libc6-dev sqlite3 libsqlite3-dev python3
	@command -v cargo > /dev/null || lib/gen/install cargo
	bindings/sql/sqlite.sh
	bindings/sql/duckdb.sh
check-bindings: check-sql
.PHONY: check-sql
