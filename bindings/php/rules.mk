# SPDX-License-Identifier: MIT
# PHP: `make php` builds the library and its header into bindings/php/native, `make check-php` tests the package.
BINDINGS += php
deps-php:
	@command -v php > /dev/null || lib/gen/install php-cli
	@lib/gen/install phpunit composer
	@php -m | grep -qx FFI || { echo 'this PHP has no FFI'; exit 1; }

php: deps-php dist/loginlint.c
	@mkdir -p bindings/php/native
	$(CC) -std=c11 -O2 -fPIC -shared -s -Idist -o bindings/php/native/libloginlint.so dist/loginlint.c
	@# FFI hands over a string of PHP as it is, without a copy, only where C says char.
	@sed -E 's/const uint8_t (key|kept|now)\[16\]/const char *\1/g; s/const uint8_t \*/const char */g' \
	  dist/loginlint.ffi.h > bindings/php/native/loginlint.ffi.h
	@{ echo '#define FFI_SCOPE "LOGINLINT"'; echo '#define FFI_LIB "$(CURDIR)/bindings/php/native/libloginlint.so"'; \
	  cat bindings/php/native/loginlint.ffi.h; } > bindings/php/native/loginlint.preload.h

check-php: php $(BUILD)/tests/transcript
	bindings/php/check.sh
.PHONY: deps-php php check-php
