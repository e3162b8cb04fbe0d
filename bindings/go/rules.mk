# SPDX-License-Identifier: MIT
# Go: `make go` puts the one C file into the module, `make check-go` tests it.
BINDINGS += go
deps-go:
	@command -v go > /dev/null || lib/gen/install golang-go gcc libc6-dev

go: deps-go dist/loginlint.c
	@cp -u dist/loginlint.c dist/loginlint.h bindings/go/

check-go: go $(BUILD)/tests/transcript
	bindings/go/check.sh
.PHONY: deps-go go check-go
