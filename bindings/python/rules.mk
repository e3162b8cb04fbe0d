# SPDX-License-Identifier: MIT
# Python: `make python` builds the abi3 wheel, `make check-python` installs it into a clean environment and tests it.
BINDINGS += python
python: dist/loginlint.c
	@command -v python3 > /dev/null || lib/gen/install python3
	bindings/python/build.sh

check-python: dist/loginlint.c $(BUILD)/tests/transcript
	bindings/python/check.sh
.PHONY: python check-python
