# SPDX-License-Identifier: MIT
# Rust: `make rust` puts the one C file into the crate, `make check-rust` tests both crates.
BINDINGS += rust
rust: dist/loginlint.c
	@mkdir -p bindings/rust/loginlint-sys/vendor
	@cp -u dist/loginlint.c dist/loginlint.h bindings/rust/loginlint-sys/vendor/

check-rust: rust $(BUILD)/tests/transcript
	@command -v cargo > /dev/null || lib/gen/install cargo
	bindings/rust/check.sh

.PHONY: rust check-rust
