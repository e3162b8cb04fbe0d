# SPDX-License-Identifier: MIT
# The form helper and its demo page: `make demo-web` serves it on localhost, `make check-form` drives it in Chromium.
# rules.mk builds the package (`make js`) that both bundle.
WEB  := $(BUILD)/web
PORT ?= 8080

demo-web: js
	+@$(MAKE) --no-print-directory web-files
	@node examples/web/serve.mjs $(WEB) $(PORT)

# The page, as a site would ship it: bundled, with nothing inline.
web-files:
	@mkdir -p $(WEB) $(BUILD)/modules
	@ln -sfn $(CURDIR)/bindings/js $(BUILD)/modules/loginlint
	@cp examples/web/*.html examples/web/icon.svg $(WEB)/
	@NODE_PATH=$(BUILD)/modules bindings/js/node_modules/.bin/esbuild examples/web/demo.js examples/web/gallery.js examples/web/demo.css --bundle --minify --splitting \
	    --format=esm --target=es2022 --charset=utf8 --log-level=warning --outdir=$(WEB)

check-form: js
	@bindings/js/tests/browser/run

# The picture in README.md.
screenshot: js
	+@$(MAKE) --no-print-directory web-files
	@lib/gen/install chromium fonts-noto-cjk
	@node bindings/js/tests/browser/screenshot.mjs $(WEB) examples/web/screenshot.png

# The commonest mistakes on a phone, before and after the button: pictures in build/mistakes.
mistakes: js
	+@$(MAKE) --no-print-directory web-files
	@lib/gen/install chromium fonts-noto-cjk
	@for lang in ja en; do node bindings/js/tests/browser/mistakes.mjs $(WEB) $(BUILD)/mistakes/$$lang $$lang; done
.PHONY: demo-web web-files check-form screenshot mistakes
