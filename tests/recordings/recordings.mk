# SPDX-License-Identifier: MIT
# Recordings of real input methods.  README.md here says how each is run.
#
#   make recordings          types made-up values through all of them again: the sample (SEED=2 COUNT=100), in place; needs the packages below
#   make recordings-large    as many as wanted, into build/recordings/large (SEED=3 COUNT=500 of each kind; 2,800 are 50,000 through Mozc's romaji)
#   make recordings-table    measures the sample, and build/recordings/large where it is there, and writes the figures that `make check` holds
RECORDINGS := tests/recordings
SEED  ?= 2
COUNT ?= 100
METHODS  = $(shell python3 $(RECORDINGS)/record.py --methods)
RECORDED  = $(if $(METHOD),$(METHOD),$(METHODS))

$(BUILD)/recordings/hangul: PACKAGE = libhangul
$(BUILD)/recordings/rime: PACKAGE = rime
$(BUILD)/recordings/%: $(RECORDINGS)/%.c
	@mkdir -p $(@D)
	$(call say,cc) $(CC) -std=c11 -D_GNU_SOURCE $(WARN) -DVERSION="\"$$(pkg-config --modversion $(PACKAGE))\"" $$(pkg-config --cflags $(PACKAGE) | sed "s/-I/-isystem /g") $(CFLAGS) -o $@ $< \
	  $$(pkg-config --libs $(PACKAGE)) $(LDFLAGS)

recordings-programs:
	@lib/gen/install emacs-mozc-bin mozc-server mozc-data util-linux libhangul-dev librime-dev rime-data-luna-pinyin wamerican wamerican-small pkg-config
	+@$(SUBMAKE) $(BUILD)/recordings/hangul $(BUILD)/recordings/rime

recordings: recordings-programs
	@for method in $(RECORDED); do echo "$$method"; python3 $(RECORDINGS)/record.py $$method --seed $(SEED) --count $(COUNT) > $(BUILD)/recordings/new && \
	  mv $(BUILD)/recordings/new $(RECORDINGS)/sample/$$method.tsv || exit 1; done

recordings-large: SEED = 3
recordings-large: COUNT = 500
recordings-large: recordings-programs
	@mkdir -p $(BUILD)/recordings/large
	@for method in $(RECORDED); do echo "$$method"; python3 $(RECORDINGS)/record.py $$method --seed $(SEED) --count $(COUNT) > $(BUILD)/recordings/large/$$method.tsv || exit 1; done

recordings-table: $(BUILD)/tests/recordings/measure
	python3 $(RECORDINGS)/check.py $< --write

.PHONY: recordings recordings-programs recordings-large recordings-table
