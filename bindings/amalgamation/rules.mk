# SPDX-License-Identifier: MIT
# The library as one file, and the tests of it: compiled alone by gcc and clang, the same transcript as the many files.
amalgamation: dist/loginlint.c
dist/loginlint.c: $(LIB_SRC) $(LIB_DEPS) bindings/amalgamation/amalgamate.py
	python3 bindings/amalgamation/amalgamate.py dist

BINDINGS += amalgamation
check-amalgamation: dist/loginlint.c $(BUILD)/tests/transcript
	@lib/gen/install gcc clang php-cli 2> /dev/null || lib/gen/install gcc clang
	bindings/amalgamation/check.sh
.PHONY: amalgamation check-amalgamation

dist: dist/loginlint.c
	@lib/gen/install clang lld
	bindings/amalgamation/dist.sh
.PHONY: dist
