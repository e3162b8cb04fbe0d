# SPDX-License-Identifier: MIT
# The web package: `make js` builds bindings/js/dist, `make check-web` tests it and the form helper in a real browser.
deps-js:
	@command -v node > /dev/null && command -v npm > /dev/null || lib/gen/install nodejs npm
	@lib/gen/install clang lld llvm
	@cd bindings/js && { cmp -s package-lock.json node_modules/.installed || { npm ci --no-audit --no-fund --loglevel=error && cp package-lock.json node_modules/.installed; }; }

js: deps-js
	bindings/js/engine/build.sh
	node bindings/js/build.mjs

check-web: js dist/loginlint.c $(BUILD)/loginlint $(BUILD)/tests/transcript
	bindings/js/check.sh
.PHONY: deps-js js check-web

include bindings/js/form.mk
