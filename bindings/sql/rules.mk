# The library in SQL engines: README.md here.  SQLite in `make check-bindings`, PostgreSQL in `make check-heavy ONLY=postgres`.
check-sql: $(BUILD)/loginlint $(LIBRARY)
	@lib/gen/install gcc libc6-dev sqlite3 libsqlite3-dev python3
	bindings/sql/sqlite.sh
check-bindings: check-sql
.PHONY: check-sql
