# SPDX-License-Identifier: MIT
# The tests: their programs, `make check` and `make check-heavy`.  tests/list.tsv says what is run, and why.
TEST_FLAGS := $(TOOL_FLAGS) -Ilib -iquote tests
UNIT       := $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/check_*.c))
CHECKED    := transcript dump_policy keyboard_simulation recordings/measure trust/linear
CHECK_PACKAGES := gcc libc6-dev make binutils g++ clang libclang-rt-dev lld pkg-config libicu-dev check libxkbcommon-dev xkb-data unicode-data \
                  python3-confusable-homoglyphs python3 groff-base git valgrind libc6-dbg abigail-tools
SANITIZE   := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all

check: deps ## install what the tests need, build three times (optimised and with two sanitizers), pass them
	@echo 'build: optimised'
	+@$(SUBMAKE) all programs $(BUILD)/gen_constants $(BUILD)/fuzz/replay $(BUILD)/fuzz/seeds
	@echo 'build: gcc, with sanitizers'
	+@$(SUBMAKE) BUILD=build/gcc-san CC=gcc CFLAGS="$(SANITIZE)" units build/gcc-san/loginlint build/gcc-san/tests/transcript
	@echo 'build: clang, with sanitizers'
	+@$(SUBMAKE) BUILD=build/clang-san CC=clang CFLAGS="$(SANITIZE)" units
	+@tests/run.py check $(ONLY)

check-heavy: ## what takes longer (ONLY="name ..."); results with commit and date in tests/results.tsv
	+@tests/run.py heavy $(ONLY)

deps: ## only install what the tests need
	@lib/gen/install $(CHECK_PACKAGES)

ifneq ($(ICU),yes)
UNIT := $(filter-out %/check_icu,$(UNIT))
endif
units: $(UNIT) $(BUILD)/tests/trust/exhaustive
programs: units $(BUILD)/loginlint $(CHECKED:%=$(BUILD)/tests/%)

# Programs that need more than the library; the companion where it is built.
$(UNIT): NEEDS = check icu-i18n icu-uc
$(BUILD)/tests/check_keystrokes: NEEDS += xkbcommon
$(BUILD)/tests/bench/bench: NEEDS = icu-uc
$(BUILD)/tests/bench/peers: NEEDS = icu-i18n icu-uc libutf8proc libidn
COMPANION := $(BUILD)/tests/check_icu $(BUILD)/tests/precis_dump $(BUILD)/tests/trust/linear $(BUILD)/tests/bench/icu
ifeq ($(ICU),yes)
programs: $(BUILD)/tests/precis_dump
$(COMPANION): $(ICU_LIB)
$(COMPANION): TEST_FLAGS += $(ICU_CLI_FLAGS) $(ICU_CFLAGS)
$(COMPANION): LINK += $(ICU_LIBS)
$(COMPANION): NEEDS += icu-i18n icu-uc
endif

$(BUILD)/tests/%: tests/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(call say,cc) $(CC) $(TEST_FLAGS) $(DEPEND) $(CPPFLAGS) $(CFLAGS) $(if $(NEEDS),$$(pkg-config --cflags $(NEEDS))) -o $@ $< $(filter %-icu.a,$^) $(LIBRARY) \
	  $(if $(NEEDS),$$(pkg-config --libs $(NEEDS))) $(LDFLAGS) $(LINK)

# What check_record holds the answers to; after a change of answers that is meant, with the reason in the commit.
record: $(BUILD)/tests/check_record
	$< --record > $(BUILD)/record.inc
	mv $(BUILD)/record.inc tests/record.inc

# What a program relies on: adds what is new, never takes anything away.
abi-record:
	tests/abi/abi.sh --record
	tests/abi/abidiff.sh --record

# How well the probability of Caps Lock holds on published shares of letter-case shapes.
$(BUILD)/tests/calibrate: LINK = -lm
calibrate: $(BUILD)/tests/calibrate
	$< $(wildcard ../shared/corpora/passwords/case_patterns.tsv)

sizes:
	python3 tests/sizes.py $(CC)

format:
	clang-format -i $$(git ls-files 'lib/*.[ch]' 'examples/*.[ch]' 'tests/*.[ch]')

.PHONY: check check-heavy deps units programs record abi-record calibrate sizes format
