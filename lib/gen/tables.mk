# Generated tables of characters and keyboard layouts: `make tables` writes them, `make check-tables` proves that they are
# what the generators write, or, where another ICU or xkb-data is installed, says so and leaves it to the test programs.
GEN_ICU := icu-uc icu-i18n
XKB_DATA = $(shell pkg-config --modversion xkeyboard-config)

$(BUILD)/gen_chartab: lib/gen/gen_chartab.c lib/text/chartab.h
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARN) -Ilib $(CFLAGS) $$(pkg-config --cflags $(GEN_ICU)) -o $@ $< $$(pkg-config --libs $(GEN_ICU)) $(LDFLAGS)

$(BUILD)/gen_layouts: lib/gen/gen_layouts.c lib/text/layouts.h
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARN) -Ilib $(CFLAGS) $$(pkg-config --cflags xkbcommon) -o $@ $< $$(pkg-config --libs xkbcommon) $(LDFLAGS)

$(BUILD)/chartab_data.inc: $(BUILD)/gen_chartab
	$(BUILD)/gen_chartab > $@.new && mv $@.new $@

$(BUILD)/layouts_data.inc: $(BUILD)/gen_layouts
	$(BUILD)/gen_layouts $(XKB_DATA) > $@.new && mv $@.new $@

tables: tables-data
tables-data: $(BUILD)/chartab_data.inc $(BUILD)/layouts_data.inc
	cp $(BUILD)/chartab_data.inc $(BUILD)/layouts_data.inc lib/text/

# The first line of each names the versions of its source.
check-tables: $(BUILD)/chartab_data.inc $(BUILD)/layouts_data.inc $(BUILD)/tests/check_chartab $(BUILD)/tests/check_layouts
	@for t in chartab_data.inc layouts_data.inc; do \
	    if [ "$$(head -n 1 lib/text/$$t)" = "$$(head -n 1 $(BUILD)/$$t)" ]; then \
	        cmp lib/text/$$t $(BUILD)/$$t || exit 1; echo "$$t: as generated"; \
	    else \
	        echo "$$t: SKIPPED the comparison, made from another version:"; head -qn 1 lib/text/$$t $(BUILD)/$$t; \
	    fi; \
	done
	$(BUILD)/tests/check_chartab
	$(BUILD)/tests/check_layouts
	python3 tests/unicode_oracle.py $(BUILD)/tests/check_chartab

.PHONY: tables tables-data check-tables
