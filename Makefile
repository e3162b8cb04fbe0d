# SPDX-License-Identifier: MIT
# libloginlint: README.md says what it is, `make help` what a user can make, .github/CONTRIBUTING.md the rest.
#
# CC, AR, CPPFLAGS, CFLAGS and LDFLAGS are yours; what the sources need is added to them.  A change of any of them, of a source
# or of a table builds again what depends on it.  WERROR=1: a warning is an error.  ICU=no: without the companion.  V=1: show
# whole commands.  BUILD=DIRECTORY: build there.  Only `demo`, `check` and `deps` install anything; without root they say what.

VERSION := $(shell sed -n 's/^\#define LOGINLINT_VERSION "\(.*\)"/\1/p' include/loginlint.h)
ABI     := $(shell sed -n 's/^\#define LOGINLINT_ABI \([0-9]*\)u.*/\1/p' include/loginlint.h)

PREFIX     ?= /usr/local
LIBDIR     ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
BINDIR     ?= $(PREFIX)/bin
MANDIR     ?= $(PREFIX)/share/man
BUILD      ?= build
CFLAGS     ?= -O2 -g
INSTALL    ?= install
JOBS       ?= $(shell nproc 2>/dev/null || echo 2)

WARN       := -Wall -Wextra -Wpedantic -Wconversion -Wshadow $(if $(WERROR),-Werror)
# The core needs no libc, throws nothing through its frames, and shows only what the header marks.
LIB_FLAGS  := -std=c11 -ffreestanding -fvisibility=hidden -fno-asynchronous-unwind-tables -fPIC -fno-plt $(WARN) -Iinclude -Ilib
TOOL_FLAGS := -std=c11 -D_GNU_SOURCE $(WARN) -Iinclude
# What a file includes, as the compiler saw it, is kept in build/includes and read back here.
DEPEND      = -MMD -MP -MF $(BUILD)/includes/$(subst /,-,$@) -MT $@
-include $(wildcard $(BUILD)/includes/*)

# lib/sources alone knows which files the core has.
LIB_SRC := $(shell lib/sources)
LIB_OBJ := $(LIB_SRC:%.c=$(BUILD)/%.o)
CLI_OBJ := $(patsubst %.c,$(BUILD)/%.o,$(wildcard examples/loginlint*.c))
LIBRARY := $(BUILD)/libloginlint.a
SHARED  := $(BUILD)/libloginlint.so.$(ABI)

all: $(LIBRARY) $(SHARED) $(BUILD)/loginlint $(BUILD)/form ## the library, the program and the companion, into build/

# $(call say,what) COMMAND: one short line instead of the command, none under -s.  $(SUBMAKE): a make with all processors, unless -j says how many.
say     = $(if $(V),,@$(if $(findstring s,$(firstword -$(MAKEFLAGS))),,echo '  $1 $@';))
SUBMAKE = $(MAKE) --no-print-directory $(if $(filter -j% --jobserver%,$(MAKEFLAGS)),,-j$(JOBS))

# ---- library and programs ----------------------------------------------------------------------------------------

# Flags and lists of files are part of what is built: a file of them, which changes when they do.
$(BUILD)/flags: export SAID = $(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) $(WARN) $(LIB_SRC)
$(BUILD)/companion: export SAID = $(ICU) $(ICU_CFLAGS) $(ICU_LIBS)
$(BUILD)/flags $(BUILD)/companion: FORCE
	@mkdir -p $(BUILD)/includes
	@printf '%s\n' "$$SAID" | cmp -s - $@ || { $(if $(REMOVED),rm -rf $(REMOVED);) printf '%s\n' "$$SAID" > $@; }
FORCE:

# The texts that a person reads: lib/words/*.toml as C, where there is Python 3.11.  One that is missing in a language, or a
# placeholder that is, stops the build and is named.
$(BUILD)/words: $(wildcard lib/words/*.toml) $(shell lib/sources def) lib/gen/gen_words.py
	@mkdir -p $(@D)
	@if python3 -c 'import tomllib' 2> /dev/null; then python3 lib/gen/gen_words.py write lib/words; fi
	@touch $@
$(filter lib/words/sentences%,$(LIB_SRC)) lib/words/sentences.inc: $(BUILD)/words
	@:

$(LIB_OBJ): $(BUILD)/%.o: %.c $(BUILD)/flags | $(BUILD)/words
	@mkdir -p $(@D)
	$(call say,cc) $(CC) $(LIB_FLAGS) $(DEPEND) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

$(LIBRARY): $(LIB_OBJ)
	$(call say,ar) rm -f $@ && $(AR) rcs $@ $(LIB_OBJ)

$(SHARED): $(LIB_OBJ) lib/loginlint.map
	$(call say,ld) $(CC) -shared $(CFLAGS) -Wl,-soname,libloginlint.so.$(ABI) -Wl,--version-script=lib/loginlint.map -Wl,-z,defs \
	  -o $@ $(LIB_OBJ) $(LDFLAGS)
	@ln -sf libloginlint.so.$(ABI) $(BUILD)/libloginlint.so

# The companion, where libicu is installed.
include lib/icu/icu.mk

$(CLI_OBJ): $(BUILD)/%.o: %.c $(BUILD)/flags $(BUILD)/companion
	@mkdir -p $(@D)
	$(call say,cc) $(CC) $(TOOL_FLAGS) $(ICU_CLI_FLAGS) $(DEPEND) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

$(BUILD)/loginlint: $(CLI_OBJ) $(ICU_LIB) $(LIBRARY)
	$(call say,ld) $(CC) $(CFLAGS) -o $@ $^ $(LDFLAGS) $(ICU_LIBS)

$(BUILD)/form: examples/form.c $(LIBRARY)
	$(call say,cc) $(CC) $(TOOL_FLAGS) $(DEPEND) $(CPPFLAGS) $(CFLAGS) -o $@ $< $(LIBRARY) $(LDFLAGS)

demo: ## install a compiler if there is none, build, and run the program on real mistakes
	@printf '\043include <stdio.h>\nint main(void) { return 0; }\n' | $(CC) -x c -o /dev/null - 2> /dev/null || lib/gen/install gcc libc6-dev
	+@$(SUBMAKE) $(BUILD)/loginlint > /dev/null
	@examples/demo.sh $(BUILD)/loginlint

# ---- installation ---------------------------------------------------------------------------------------------------

DIRECTORIES := PREFIX LIBDIR INCLUDEDIR BINDIR MANDIR
absolute = $(foreach v,$(DIRECTORIES),$(if $(filter /%,$($v)),$(if $(word 2,$($v)),$(error $v has a space: $($v))),$(error $v is not an absolute path: $($v))))
# $(call pc,FILE.in): what tells a build system where things are, with what is known here.
DESCRIBED := loginlint.pc loginlint-config.cmake loginlint-config-version.cmake
pc = sed $(foreach v,$(DIRECTORIES) VERSION,-e 's|@$v@|$($v)|') $1 > $(BUILD)/$(basename $(notdir $1))
LIBRARIES := libloginlint libloginlint-icu
MANUALS   := man1/loginlint.1 man3/libloginlint.3

install: all ## PREFIX=/usr/local DESTDIR=
	@$(absolute)$(INSTALL) -d "$(DESTDIR)$(LIBDIR)/pkgconfig" "$(DESTDIR)$(LIBDIR)/cmake/loginlint" "$(DESTDIR)$(INCLUDEDIR)" "$(DESTDIR)$(BINDIR)" "$(DESTDIR)$(MANDIR)/man1" "$(DESTDIR)$(MANDIR)/man3"
	@$(foreach f,$(DESCRIBED),$(call pc,include/$f.in) && )true
	$(INSTALL) -m 644 $(LIBRARY) $(ICU_LIB) "$(DESTDIR)$(LIBDIR)/"
	$(INSTALL) -m 755 $(SHARED) $(ICU_SHARED) "$(DESTDIR)$(LIBDIR)/"
	for name in $(basename $(notdir $(LIBRARY) $(ICU_LIB))); do ln -sf $$name.so.$(ABI) "$(DESTDIR)$(LIBDIR)/$$name.so"; done
	$(INSTALL) -m 644 $(BUILD)/loginlint.pc $(ICU_PC) "$(DESTDIR)$(LIBDIR)/pkgconfig/"
	$(INSTALL) -m 644 $(patsubst %,$(BUILD)/%,$(filter %.cmake,$(DESCRIBED))) "$(DESTDIR)$(LIBDIR)/cmake/loginlint/"
	$(INSTALL) -m 644 include/loginlint.h "$(DESTDIR)$(INCLUDEDIR)/"
	$(INSTALL) -m 755 $(BUILD)/loginlint "$(DESTDIR)$(BINDIR)/"
	$(INSTALL) -m 644 examples/loginlint.1 "$(DESTDIR)$(MANDIR)/man1/"
	$(INSTALL) -m 644 include/libloginlint.3 "$(DESTDIR)$(MANDIR)/man3/"
	[ -n "$(DESTDIR)" ] || [ "$$(id -u)" != 0 ] || ldconfig

uninstall: ## with the PREFIX and DESTDIR of the installation
	@$(absolute)for name in $(LIBRARIES); do cd "$(DESTDIR)$(LIBDIR)" && rm -f $$name.a $$name.so $$name.so.$(ABI) pkgconfig/$${name#lib}.pc; done
	rm -rf "$(DESTDIR)$(LIBDIR)/cmake/loginlint"
	rm -f "$(DESTDIR)$(INCLUDEDIR)/loginlint.h" "$(DESTDIR)$(BINDIR)/loginlint" $(MANUALS:%="$(DESTDIR)$(MANDIR)/%")

clean: ## remove what was built (BUILD=... for another directory)
	rm -rf build dist
	@[ ! -e "$(BUILD)/flags" ] || rm -rf "$(BUILD)"

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) tests/tests.mk bindings/release/rules.mk | expand -t 18
	@echo 'Everything else, for who changes the library: .github/CONTRIBUTING.md'

include lib/gen/generated.mk tests/tests.mk $(wildcard tests/*/*.mk bindings/*/rules.mk) bindings/bindings.mk

.DELETE_ON_ERROR:
.DEFAULT_GOAL := all
.PHONY: all demo install uninstall clean help FORCE
