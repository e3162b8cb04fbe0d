# trust.mk - gates that take more than a unit test: what each promises is in tests/trust/README.md.
#
#   make check-exhaustive   every byte string of 0-3 bytes and every code point, in every field (part of make check)
#   make check-long         every byte string of 4 bytes as well; goes on where an earlier run stopped (hours)
#   make check-fuzz         every seed and past find again, and damaged ones from a fixed start (part of make check)
#   make check-linear       instructions of hostile inputs, by callgrind (part of make check); make linear: to 1 MiB
#   make fuzz               libFuzzer on every target, FUZZ_SECONDS each (default 600)
#   make afl                the same targets under AFL++, AFL_SECONDS each (default 60)
#   make fuzz-reach         what each fuzz target reaches of the library, against tests/fuzz/reach.tsv
#   make coverage           lines, branches and MC/DC of lib/ under the whole suite (clang 19)
TRUST_TARGETS += check-exhaustive check-fuzz check-linear coverage fuzz-reach afl

$(BUILD)/trust/linear: tests/trust/linear.c $(ICU_LIB) $(BUILD)/libloginlint.a
	@mkdir -p $(@D)
	$(CC) $(TEST_FLAGS) $(ICU_CLI_FLAGS) $(CFLAGS) -o $@ $< $(ICU_LIB) $(BUILD)/libloginlint.a $(LDFLAGS) $(ICU_LIBS)

$(BUILD)/trust/%: tests/trust/%.c $(wildcard tests/trust/*.h) $(BUILD)/libloginlint.a
	@mkdir -p $(@D)
	$(CC) $(TEST_FLAGS) $(CFLAGS) -o $@ $< $(BUILD)/libloginlint.a $(LDFLAGS)

check-exhaustive:
	tests/extra/exhaustive.sh

check-long: $(BUILD)/trust/exhaustive
	$< -l 4 -j $(JOBS) -c $(BUILD)/trust/long.progress

deps: deps-trust
deps-trust:
	@lib/gen/install valgrind libc6-dbg lld abigail-tools

coverage:
	tests/trust/coverage.sh

check-linear:
	tests/extra/linear.sh

linear: $(BUILD)/trust/linear
	python3 tests/trust/linear.py $< -l

# ---- fuzz: the library counts its basic blocks ------------------------------------------------------------------------

FUZZ_CC      ?= $(firstword $(foreach v,-19 -22 -20 -16,$(if $(shell command -v clang$(v)),clang$(v))) clang)
FUZZ_SECONDS ?= 600
AFL_SECONDS  ?= 60
FUZZ_DIR     := $(BUILD)/fuzz
# With other instrumentation (AFL++, coverage) the same rules build into another FUZZ_DIR.
FUZZ_LIBRARY := -fsanitize=fuzzer-no-link -fsanitize-coverage=trace-pc-guard
FUZZ_HARNESS := -fsanitize=fuzzer-no-link
FUZZ_SAN     := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
FUZZ_OBJ     := $(LIB_SRC:%.c=$(FUZZ_DIR)/%.o)
FUZZ_TARGETS := check utf16 rules candidates json service explain
FUZZ_LINK     = $(FUZZ_CC) $(TEST_FLAGS) $(ICU_CLI_FLAGS) -Itests/trust -Itests/fuzz $(FUZZ_SAN)
ifeq ($(ICU),yes)
FUZZ_OBJ     += $(ICU_SRC:lib/icu/%.c=$(FUZZ_DIR)/icu/%.o)
FUZZ_TARGETS += icu
endif

$(FUZZ_DIR)/lib/%.o: lib/%.c $(LIB_DEPS)
	@mkdir -p $(@D)
	$(FUZZ_CC) $(LIB_FLAGS) $(FUZZ_SAN) $(FUZZ_LIBRARY) -c -o $@ $<

$(FUZZ_DIR)/icu/%.o: lib/icu/%.c lib/icu/precis.h $(LIB_DEPS)
	@mkdir -p $(@D)
	$(FUZZ_CC) $(ICU_COMPILE) $(FUZZ_SAN) $(FUZZ_LIBRARY) -c -o $@ $<

$(FUZZ_DIR)/replay: tests/fuzz/replay.c $(wildcard tests/fuzz/*.h tests/trust/*.h) $(FUZZ_OBJ)
	$(FUZZ_LINK) $(FUZZ_HARNESS) -o $@ $< $(FUZZ_OBJ) $(ICU_LIBS)

# The hook that counts steps is ours: libFuzzer, which comes after it, has an idle one of the same name.
$(FUZZ_TARGETS:%=$(FUZZ_DIR)/fuzz-%): $(FUZZ_DIR)/fuzz-%: tests/fuzz/fuzz.c $(wildcard tests/fuzz/*.h tests/trust/*.h) $(FUZZ_OBJ)
	$(FUZZ_LINK) -fsanitize=fuzzer-no-link -Wl,-z,muldefs -DTARGET=target_$* -o $@ $< $(FUZZ_OBJ) $(ICU_LIBS) \
	  $$($(FUZZ_CC) -print-file-name=libclang_rt.fuzzer-$$(uname -m).a) -lstdc++ -lm -lpthread

$(FUZZ_DIR)/seeds: tests/fuzz/seeds.py $(wildcard tests/cases/*.tsv)
	python3 $< $@
	touch $@

check-fuzz:
	tests/extra/fuzz.sh

fuzz-reach: deps-fuzz-reach
	tests/fuzz/reach.sh

deps-fuzz-reach:
	@lib/gen/install clang-19 llvm-19 libclang-rt-19-dev

fuzz: $(FUZZ_TARGETS:%=$(FUZZ_DIR)/fuzz-%) $(FUZZ_DIR)/seeds
	for t in $(FUZZ_TARGETS); do \
	  mkdir -p $(FUZZ_DIR)/corpus/$$t $(FUZZ_DIR)/found/$$t; \
	  nice $(FUZZ_DIR)/fuzz-$$t -dict=tests/fuzz/dictionary -max_len=2048 -timeout=10 -max_total_time=$(FUZZ_SECONDS) -print_final_stats=1 \
	    -artifact_prefix=$(FUZZ_DIR)/found/$$t/ $(FUZZ_DIR)/corpus/$$t $(FUZZ_DIR)/seeds/$$t > $(FUZZ_DIR)/$$t.log 2>&1 || { tail -30 $(FUZZ_DIR)/$$t.log; exit 1; }; \
	  echo "$$t: $$(grep -a 'number_of_executed' $(FUZZ_DIR)/$$t.log), $$(grep -a ' cov: ' $(FUZZ_DIR)/$$t.log | tail -1 | sed 's/.*cov: /cov: /; s/ exec.*//')"; \
	done

$(FUZZ_TARGETS:%=$(FUZZ_DIR)/afl-%): $(FUZZ_DIR)/afl-%: tests/fuzz/afl.c tests/fuzz/fuzz.c $(wildcard tests/fuzz/*.h tests/trust/*.h) $(FUZZ_OBJ)
	$(FUZZ_LINK) $(FUZZ_HARNESS) -Wl,-z,muldefs -DTARGET=target_$* -o $@ $< $(FUZZ_OBJ) $(ICU_LIBS)

# llvm-native: clang's own instrumentation, whose hook steps.h takes over.
afl-programs: $(FUZZ_TARGETS:%=$(FUZZ_DIR)/afl-%)

afl: deps-afl $(FUZZ_DIR)/replay $(FUZZ_DIR)/seeds
	+AFL_QUIET=1 AFL_LLVM_INSTRUMENT=llvm-native $(MAKE) --no-print-directory -s FUZZ_CC=afl-clang-fast FUZZ_DIR=$(BUILD)/afl FUZZ_LIBRARY= FUZZ_HARNESS= afl-programs
	tests/fuzz/afl.sh $(AFL_SECONDS) $(FUZZ_TARGETS)

deps-afl:
	@lib/gen/install afl++ clang

# Whoever adds a gate appends to TRUST_TARGETS; each closes with a line of its figures.
trust:
	+@for t in $(TRUST_TARGETS); do \
	  out=$$($(MAKE) --no-print-directory -s $$t 2>&1) && echo "ok      $$t: $$(echo "$$out" | tail -n 1)" || \
	  { echo "FAILED  $$t"; echo "$$out" | tail -n 20; bad=1; }; done; \
	  grep -v '^#' tests/trust/long.tsv | sed 's/^/long    /'; [ -z "$$bad" ]

.PHONY: trust deps-trust check-exhaustive check-long check-fuzz check-linear linear fuzz coverage fuzz-reach deps-fuzz-reach afl afl-programs deps-afl
