# SPDX-License-Identifier: MIT
# Generated files that are committed: `make generated` writes all of them, tests/generated.py (in `make check`) compares.
#
# The tables of characters and layouts name the ICU and the xkb-data that they were made from; `make generated` keeps one that was made
# from a newer one than is installed.  `make tables` fetches the newest ICU that Debian has and makes the tables of characters from it.
# `make letters` trains the letter model again and draws the words of its test (some minutes; the words are Debian's).
LIB_DEPS := $(shell lib/sources h def inc) include/loginlint.h
XKB_DATA  = $(shell pkg-config --modversion xkeyboard-config)

$(BUILD)/gen_chartab: NEEDS = icu-uc icu-i18n
$(BUILD)/gen_layouts: NEEDS = xkbcommon
$(BUILD)/gen_%: lib/gen/gen_%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,cc) $(CC) $(TOOL_FLAGS) -Ilib $(DEPEND) $(CPPFLAGS) $(CFLAGS) $(if $(NEEDS),$$(pkg-config --cflags $(NEEDS))) -o $@ $< \
	  $(if $(NEEDS),$$(pkg-config --libs $(NEEDS))) $(LDFLAGS)

# The header first: the layout of its records is read from it.
generated: $(BUILD)/gen_constants
	@$< header | lib/gen/splice include/loginlint.h 'names.def by `make generated`: begin' 'generated: end'
	@$< readme | lib/gen/splice lib/README.md 'codes: begin' 'codes: end'
	@python3 lib/gen/gen_words.py write lib/words
	@lib/gen/version.py
	+@$(SUBMAKE) generated-tables generated-names

generated-tables: $(BUILD)/gen_chartab $(BUILD)/gen_layouts
	@$(BUILD)/gen_chartab | lib/gen/write lib/text/chartab_data.inc
	@$(BUILD)/gen_layouts $(XKB_DATA) | lib/gen/write lib/text/layouts_data.inc
	@python3 examples/width.py | lib/gen/write examples/loginlint_width.inc

generated-names: $(BUILD)/gen_constants $(BUILD)/gen_layout dist/loginlint.c
	@python3 bindings/generate.py $(BUILD)/gen_constants $(BUILD)/gen_layout dist/loginlint.ffi.h
	@python3 bindings/python/generate.py $(BUILD)/gen_constants $(BUILD)/gen_layout | lib/gen/write bindings/python/src/loginlint/names.py
	@python3 bindings/js/generate.py $(BUILD)/gen_constants $(BUILD)/gen_layout bindings/js/src
	@python3 bindings/java/generate.py $(BUILD)/gen_constants $(BUILD)/gen_layout bindings/java/src/main/java/io/loginlint
	@python3 bindings/swift/generate.py $(BUILD)/gen_constants | lib/gen/write bindings/swift/Sources/Loginlint/Names.swift

tables:
	@lib/gen/tables.sh

LETTERS := lib/gen/gen_letters.c lib/candidates/romaji.c lib/candidates/kana.c lib/text/blocks.c lib/text/chartab.c lib/text/utf.c
$(BUILD)/letters: $(LETTERS) lib/gen/typing.h $(LIB_DEPS)
	$(call say,cc) $(CC) $(TOOL_FLAGS) -Ilib $(CPPFLAGS) $(CFLAGS) -o $@ $(LETTERS) -lm $(LDFLAGS)

letters: $(BUILD)/letters
	@lib/gen/install wamerican wamerican-small mecab-ipadic
	python3 lib/gen/romaji_words.py > $(BUILD)/romaji.txt
	$< $(BUILD)/romaji.txt > $(BUILD)/letters_data.inc && mv $(BUILD)/letters_data.inc lib/candidates/
	$< --held-out > $(BUILD)/words.txt && mv $(BUILD)/words.txt tests/

.PHONY: generated tables generated-tables generated-names letters
