# SPDX-License-Identifier: MIT
# Fuzzing: the library counts its basic blocks.  build/fuzz/replay is what `make check` runs (tests/fuzz/fuzz.sh).
#
#   make fuzz   libFuzzer on every target, FUZZ_SECONDS each
#   make afl    the same targets under AFL++, AFL_SECONDS each
FUZZ_CC      ?= $(firstword $(foreach v,-19 -22 -20 -16,$(if $(shell command -v clang$(v)),clang$(v))) clang)
FUZZ_SECONDS ?= 600
AFL_SECONDS  ?= 60
FUZZ_DIR     := $(BUILD)/fuzz
# With other instrumentation (AFL++, coverage) the same rules build into another FUZZ_DIR.
FUZZ_LIBRARY := -fsanitize=fuzzer-no-link -fsanitize-coverage=trace-pc-guard
FUZZ_HARNESS := -fsanitize=fuzzer-no-link
FUZZ_SAN     := $(SANITIZE)
FUZZ_OBJ     := $(LIB_SRC:%.c=$(FUZZ_DIR)/%.o)
FUZZ_TARGETS := check utf16 rules candidates explain json service
FUZZ_LINK     = $(FUZZ_CC) $(TEST_FLAGS) $(ICU_CLI_FLAGS) $(DEPEND) -Itests/trust -Itests/fuzz $(FUZZ_SAN)
ifeq ($(ICU),yes)
FUZZ_OBJ     += $(ICU_SRC:lib/icu/%.c=$(FUZZ_DIR)/icu/%.o)
FUZZ_TARGETS += icu
endif

$(FUZZ_DIR)/lib/%.o: lib/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,cc) $(FUZZ_CC) $(LIB_FLAGS) $(DEPEND) $(FUZZ_SAN) $(FUZZ_LIBRARY) -c -o $@ $<

$(FUZZ_DIR)/icu/%.o: lib/icu/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,cc) $(FUZZ_CC) $(ICU_COMPILE) $(DEPEND) $(FUZZ_SAN) $(FUZZ_LIBRARY) -c -o $@ $<

$(FUZZ_DIR)/replay: tests/fuzz/replay.c $(FUZZ_OBJ)
	$(call say,cc) $(FUZZ_LINK) $(FUZZ_HARNESS) -o $@ $< $(FUZZ_OBJ) $(ICU_LIBS)

# The hook that counts steps is ours: libFuzzer, which comes after it, has an idle one of the same name.
$(FUZZ_TARGETS:%=$(FUZZ_DIR)/fuzz-%): $(FUZZ_DIR)/fuzz-%: tests/fuzz/fuzz.c $(FUZZ_OBJ)
	$(call say,cc) $(FUZZ_LINK) -fsanitize=fuzzer-no-link -Wl,-z,muldefs -DTARGET=target_$* -o $@ $< $(FUZZ_OBJ) $(ICU_LIBS) \
	  $$($(FUZZ_CC) -print-file-name=libclang_rt.fuzzer-$$(uname -m).a) -lstdc++ -lm -lpthread

$(FUZZ_TARGETS:%=$(FUZZ_DIR)/afl-%): $(FUZZ_DIR)/afl-%: tests/fuzz/afl.c tests/fuzz/fuzz.c $(FUZZ_OBJ)
	$(call say,cc) $(FUZZ_LINK) $(FUZZ_HARNESS) -Wl,-z,muldefs -DTARGET=target_$* -o $@ $< $(FUZZ_OBJ) $(ICU_LIBS)

$(FUZZ_DIR)/seeds: tests/fuzz/seeds.py $(wildcard tests/cases/*.tsv)
	@python3 $< $@
	@touch $@

fuzz: $(FUZZ_TARGETS:%=$(FUZZ_DIR)/fuzz-%) $(FUZZ_DIR)/seeds
	for t in $(FUZZ_TARGETS); do \
	  mkdir -p $(FUZZ_DIR)/corpus/$$t $(FUZZ_DIR)/found/$$t; \
	  nice $(FUZZ_DIR)/fuzz-$$t -dict=tests/fuzz/dictionary -max_len=2048 -timeout=10 -max_total_time=$(FUZZ_SECONDS) -print_final_stats=1 \
	    -artifact_prefix=$(FUZZ_DIR)/found/$$t/ $(FUZZ_DIR)/corpus/$$t $(FUZZ_DIR)/seeds/$$t > $(FUZZ_DIR)/$$t.log 2>&1 || { tail -30 $(FUZZ_DIR)/$$t.log; exit 1; }; \
	  echo "$$t: $$(grep -a 'number_of_executed' $(FUZZ_DIR)/$$t.log), $$(grep -a ' cov: ' $(FUZZ_DIR)/$$t.log | tail -1 | sed 's/.*cov: /cov: /; s/ exec.*//')"; \
	done

# llvm-native: clang's own instrumentation, whose hook steps.h takes over.
afl-programs: $(FUZZ_TARGETS:%=$(FUZZ_DIR)/afl-%)

afl: $(FUZZ_DIR)/replay $(FUZZ_DIR)/seeds
	+AFL_QUIET=1 AFL_LLVM_INSTRUMENT=llvm-native $(SUBMAKE) -s FUZZ_CC=afl-clang-fast FUZZ_DIR=$(BUILD)/afl FUZZ_LIBRARY= FUZZ_HARNESS= afl-programs
	tests/fuzz/afl.sh $(AFL_SECONDS) $(FUZZ_TARGETS)

.PHONY: fuzz afl afl-programs
