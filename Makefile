# libloginlint - see README.md.
#
#   make           build the library, the program and the companion into build/ (installs nothing)
#   make demo      install a compiler if there is none, build, and run the program on real mistakes
#   make check     install what the tests need, and pass them
#   make install   PREFIX=/usr/local DESTDIR=
#
# CFLAGS, LDFLAGS and CC are yours; what the sources need is added to them.
# Only `deps-demo`, `deps` and the targets that call them install anything; without root they print the command instead.

VERSION := 1.0.0
ABI     := 1

PREFIX     ?= /usr/local
LIBDIR     ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
BINDIR     ?= $(PREFIX)/bin
MANDIR     ?= $(PREFIX)/share/man
BUILD      ?= build
CFLAGS     ?= -O2 -g
INSTALL    ?= install
JOBS       ?= $(shell nproc 2>/dev/null || echo 2)

WARN       := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
# The core needs no libc, throws nothing through its frames, and shows only what the header marks.
LIB_FLAGS  := -std=c11 -ffreestanding -fvisibility=hidden -fno-asynchronous-unwind-tables -fPIC -fno-plt $(WARN) -Iinclude -Ilib
TEST_FLAGS := -std=c11 -D_GNU_SOURCE $(WARN) -Iinclude -Ilib -iquote tests

# lib/sources alone knows which files the core has.
LIB_SRC   := $(shell lib/sources)
LIB_OBJ   := $(LIB_SRC:%.c=$(BUILD)/%.o)
LIB_DEPS  := $(shell lib/sources h def inc) include/loginlint.h
CLI_SRC   := $(sort $(wildcard examples/loginlint*.c))
TESTS     := $(patsubst tests/%.c,$(BUILD)/tests/%,$(sort $(wildcard tests/check_*.c)))
SHARED    := $(BUILD)/libloginlint.so.$(ABI)

all: $(BUILD)/libloginlint.a $(SHARED) $(BUILD)/loginlint $(BUILD)/form

# ---- library and programs ----------------------------------------------------------------------------------------

$(LIB_OBJ): $(BUILD)/%.o: %.c $(LIB_DEPS)
	@mkdir -p $(@D)
	$(CC) $(LIB_FLAGS) $(CFLAGS) -c -o $@ $<

# A sentence that is missing in a language, or a placeholder that is, stops the build and is named.
WORDS_IN := $(wildcard lib/words/*.toml lib/words/sentences*) $(shell lib/sources def) lib/gen/gen_words.py
$(BUILD)/words.checked: $(WORDS_IN)
	@mkdir -p $(@D)
	@if python3 -c 'import tomllib' 2> /dev/null; then python3 lib/gen/gen_words.py check; else echo "words: not checked without python3 (3.11)"; fi
	@touch $@

$(BUILD)/libloginlint.a $(SHARED): $(BUILD)/words.checked

$(BUILD)/libloginlint.a: $(LIB_OBJ)
	rm -f $@
	$(AR) rcs $@ $(LIB_OBJ)

$(SHARED): $(LIB_OBJ) lib/loginlint.map
	$(CC) -shared $(CFLAGS) -Wl,-soname,libloginlint.so.$(ABI) -Wl,--version-script=lib/loginlint.map -Wl,-z,defs -o $@ $(LIB_OBJ) $(LDFLAGS)
	ln -sf libloginlint.so.$(ABI) $(BUILD)/libloginlint.so

# lib/icu/icu.mk adds the companion here where libicu is installed.
-include $(wildcard lib/icu/*.mk)

$(BUILD)/loginlint: $(CLI_SRC) $(wildcard examples/*.h examples/*.inc examples/*.def) $(ICU_LIB) $(BUILD)/libloginlint.a
	$(CC) -std=c11 $(WARN) -D_GNU_SOURCE -Iinclude $(ICU_CLI_FLAGS) $(CFLAGS) -o $@ $(CLI_SRC) $(ICU_LIB) $(BUILD)/libloginlint.a $(LDFLAGS) $(ICU_LIBS)

$(BUILD)/form: examples/form.c $(BUILD)/libloginlint.a
	$(CC) -std=c11 $(WARN) -D_GNU_SOURCE -Iinclude $(CFLAGS) -o $@ $^ $(LDFLAGS)

# ---- generated files (committed; `make check-tables` compares) ------------------------------------------------------

$(BUILD)/gen_constants: lib/gen/gen_constants.c lib/check/diagnostics.def lib/words/names.def lib/preflight/advice.def lib/explain/causes.def
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARN) -o $@ $<

constants: $(BUILD)/gen_constants
	$(BUILD)/gen_constants header | lib/gen/splice include/loginlint.h 'names.def by `make constants`: begin' 'generated: end'
	$(BUILD)/gen_constants readme | lib/gen/splice README.md 'codes: begin' 'codes: end'

sentences:
	python3 lib/gen/gen_words.py write lib/words

include lib/gen/tables.mk
tables: constants sentences

# ---- tests -----------------------------------------------------------------------------------------------------------

$(BUILD)/tests/check_%: tests/check_%.c $(BUILD)/libloginlint.a $(wildcard tests/*.h)
	@mkdir -p $(@D)
	$(CC) $(TEST_FLAGS) $(CFLAGS) $$(pkg-config --cflags check icu-i18n) -o $@ $< $(BUILD)/libloginlint.a $$(pkg-config --libs check icu-i18n icu-uc) $(LDFLAGS)

$(BUILD)/tests/%: tests/%.c $(BUILD)/libloginlint.a $(wildcard tests/*.h)
	@mkdir -p $(@D)
	$(CC) $(TEST_FLAGS) $(CFLAGS) -o $@ $< $(BUILD)/libloginlint.a $(LDFLAGS)

programs: $(BUILD)/loginlint $(TESTS) $(BUILD)/tests/transcript $(BUILD)/tests/dump_policy

SANITIZE := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
variants:
	+$(MAKE) --no-print-directory -j$(JOBS) all programs
	+$(MAKE) --no-print-directory -j$(JOBS) BUILD=build/gcc-san CC=gcc CFLAGS="$(SANITIZE)" programs
	+$(MAKE) --no-print-directory -j$(JOBS) BUILD=build/clang-san CC=clang CFLAGS="$(SANITIZE)" programs

check: deps
	+$(MAKE) --no-print-directory variants > build/variants.log 2>&1 || { tail -40 build/variants.log; exit 1; }
	tests/all.sh

-include $(wildcard tests/*.mk tests/*/*.mk bindings/*/rules.mk)

# One table of the bindings that bindings/*/rules.mk registered, each with its cases, what passed, and ns per check.
check-bindings: $(BINDINGS:%=check-%) check-swift check-cross
	@printf '%-10s %8s %8s %10s\n' binding cases passed ns/check
	@cat build/bindings/*.txt | while IFS="$$(printf '\t')" read -r name cases passed ns; do \
	    printf '%-10s %8s %8s %10s\n' "$$name" "$$cases" "$$passed" "$$ns"; \
	    all=$$((all + cases)); good=$$((good + passed)); echo "$$good passed, $$((all - good)) failed" > build/summary; done
	@cat build/summary
.PHONY: check-bindings

bench: $(BUILD)/tests/bench
	$(BUILD)/tests/bench
	@command -v valgrind > /dev/null && tests/bench/count.sh $(BUILD)/tests/bench || echo "instructions: needs valgrind"

$(BUILD)/tests/bench: tests/bench/bench.c $(BUILD)/libloginlint.a
	@mkdir -p $(@D)
	$(CC) $(TEST_FLAGS) $(CFLAGS) $$(pkg-config --cflags icu-uc) -o $@ $< $(BUILD)/libloginlint.a $$(pkg-config --libs icu-uc) $(LDFLAGS)

# Peers in one sitting: C; JavaScript and Python where their packages can be had.  What each does and leaves out: chart.py.
# `make bench-chart` writes the table of README.md and tests/bench/peers.svg from the same run.
PEERS_JS := validator@13.15.26 card-validator@10.0.4 wanakana@5.3.1 moji@0.5.1 zxcvbn@4.4.2
PEERS_PY := jaconv==0.5.0 mojimoji==0.0.13
$(BUILD)/peers.tsv: all js
	@lib/gen/install libicu-dev libutf8proc-dev libidn-dev pkg-config python3-venv
	@mkdir -p $(BUILD)/tests $(BUILD)/peers
	$(CC) $(TEST_FLAGS) $(CFLAGS) $$(pkg-config --cflags icu-i18n libutf8proc libidn) -o $(BUILD)/tests/peers tests/bench/peers.c $(BUILD)/libloginlint.a $$(pkg-config --libs icu-i18n icu-uc libutf8proc libidn)
	@npm install --silent --no-audit --no-fund --prefix $(BUILD)/peers $(PEERS_JS)
	@[ -x $(BUILD)/peers/venv/bin/python ] || python3 -m venv $(BUILD)/peers/venv
	@$(BUILD)/peers/venv/bin/pip install -q --disable-pip-version-check $(PEERS_PY)
	$(BUILD)/tests/peers > $@.new
	node tests/bench/peers.mjs $(BUILD)/peers bindings/js/dist >> $@.new
	$(BUILD)/peers/venv/bin/python tests/bench/peers.py >> $@.new
	@mv $@.new $@

bench-peers: $(BUILD)/peers.tsv
	@python3 tests/bench/chart.py < $<

bench-chart: $(BUILD)/peers.tsv
	@python3 tests/bench/chart.py --table $(BUILD)/peers.md --svg tests/bench/peers.svg < $<
	@lib/gen/splice README.md 'bench: begin' 'bench: end' < $(BUILD)/peers.md
.PHONY: $(BUILD)/peers.tsv bench-chart

# Instructions of one call, by callgrind (deterministic), beside the committed figures.
bench-count: $(BUILD)/tests/bench
	tests/bench/count.sh $(BUILD)/tests/bench

sizes:
	python3 tests/sizes.py $(CC)

# The same for arm64 and WebAssembly.
sizes-targets:
	@lib/gen/install gcc-aarch64-linux-gnu libc6-dev-arm64-cross clang lld nodejs python3
	tests/bench/targets.sh
.PHONY: sizes-targets

format:
	clang-format -i $(LIB_SRC) $(shell lib/sources h) $(wildcard lib/gen/*.c lib/icu/*.[ch] examples/*.[ch] tests/*.[ch] tests/bench/*.c)

# gcc -fanalyzer, clang-tidy, cppcheck, scan-build's analyser: nothing to say.
analyze:
	@lib/gen/install clang clang-tidy cppcheck gcc
	@tests/analysis/analysis.sh
TRUST_TARGETS += analyze

# ---- what must be installed ---------------------------------------------------------------------------------------------

DEMO_PACKAGES  := gcc libc6-dev make
CHECK_PACKAGES := $(DEMO_PACKAGES) binutils g++ clang libclang-rt-dev pkg-config libicu-dev check libxkbcommon-dev xkb-data unicode-data \
                  python3 groff-base git valgrind

deps-demo:
	@lib/gen/install $(DEMO_PACKAGES)

deps:
	@mkdir -p build
	@lib/gen/install $(CHECK_PACKAGES)

# A compiler that works is enough, wherever it comes from.
demo:
	@printf '\043include <stdio.h>\nint main(void) { return 0; }\n' | $(CC) -x c -o /dev/null - 2> /dev/null || $(MAKE) --no-print-directory deps-demo
	+$(MAKE) --no-print-directory -j$(JOBS) $(BUILD)/loginlint > /dev/null
	examples/demo.sh $(BUILD)/loginlint

# ---- installation ---------------------------------------------------------------------------------------------------------

install: all
	$(INSTALL) -d $(DESTDIR)$(LIBDIR)/pkgconfig $(DESTDIR)$(INCLUDEDIR) $(DESTDIR)$(BINDIR) $(DESTDIR)$(MANDIR)/man1 $(DESTDIR)$(MANDIR)/man3
	$(INSTALL) -m 644 $(BUILD)/libloginlint.a $(DESTDIR)$(LIBDIR)/
	$(INSTALL) -m 755 $(SHARED) $(DESTDIR)$(LIBDIR)/
	ln -sf libloginlint.so.$(ABI) $(DESTDIR)$(LIBDIR)/libloginlint.so
	$(INSTALL) -m 644 include/loginlint.h $(DESTDIR)$(INCLUDEDIR)/
	sed -e 's|@PREFIX@|$(PREFIX)|; s|@LIBDIR@|$(LIBDIR)|; s|@INCLUDEDIR@|$(INCLUDEDIR)|; s|@VERSION@|$(VERSION)|' include/loginlint.pc.in > $(DESTDIR)$(LIBDIR)/pkgconfig/loginlint.pc
	$(INSTALL) -m 755 $(BUILD)/loginlint $(DESTDIR)$(BINDIR)/
	$(INSTALL) -m 644 examples/loginlint.1 $(DESTDIR)$(MANDIR)/man1/
	$(INSTALL) -m 644 include/libloginlint.3 $(DESTDIR)$(MANDIR)/man3/
	[ -n "$(DESTDIR)" ] || [ "$$(id -u)" != 0 ] || ldconfig

uninstall:
	rm -f $(DESTDIR)$(LIBDIR)/libloginlint.a $(DESTDIR)$(LIBDIR)/libloginlint.so $(DESTDIR)$(LIBDIR)/libloginlint.so.$(ABI) \
	  $(DESTDIR)$(LIBDIR)/pkgconfig/loginlint.pc $(DESTDIR)$(INCLUDEDIR)/loginlint.h $(DESTDIR)$(BINDIR)/loginlint \
	  $(DESTDIR)$(MANDIR)/man1/loginlint.1 $(DESTDIR)$(MANDIR)/man3/libloginlint.3

clean:
	rm -rf build dist

.DELETE_ON_ERROR:
.PHONY: all check variants programs bench bench-count bench-peers sizes format analyze deps deps-demo demo install uninstall clean constants messages tables
