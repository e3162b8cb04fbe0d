# SPDX-License-Identifier: MIT
# Ruby: `make ruby` builds the gem, `make check-ruby` tests it.
BINDINGS += ruby
deps-ruby:
	@command -v ruby > /dev/null || lib/gen/install ruby
	@lib/gen/install ruby-ffi ruby-minitest

ruby: deps-ruby dist/loginlint.c
	@cp -u dist/loginlint.c dist/loginlint.h bindings/ruby/ext/
	@cp -u COPYING bindings/ruby/
	@mkdir -p $(BUILD)/ruby
	cd bindings/ruby && gem build -q -o $(CURDIR)/$(BUILD)/ruby/loginlint-$(VERSION).gem loginlint.gemspec

check-ruby: ruby $(BUILD)/tests/transcript
	bindings/ruby/check.sh
.PHONY: deps-ruby ruby check-ruby
