# libloginlint - see README.md.  `make` builds, `make demo` shows, `make check` tests; only `make deps` installs anything.
VERSION := 1.0.0
ABI     := 1

PREFIX     ?= /usr/local
LIBDIR     ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
MANDIR     ?= $(PREFIX)/share/man
BUILD      ?= build
CFLAGS     ?= -O2 -g

WARN := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
CORE_FLAGS := -std=c11 -ffreestanding -fvisibility=hidden -fPIC $(WARN) -Iinclude -Ilib

LIB_SRC  := $(sort $(wildcard lib/*.c))
LIB_OBJ  := $(LIB_SRC:lib/%.c=$(BUILD)/%.o)
TEST_SRC := $(sort $(wildcard tests/check_*.c))
TESTS    := $(TEST_SRC:tests/%.c=$(BUILD)/tests/%)

all: $(BUILD)/libloginlint.a $(BUILD)/loginlint

$(BUILD)/%.o: lib/%.c $(wildcard lib/*.h lib/*.def lib/*.inc) include/loginlint.h | $(BUILD)
	$(CC) $(CORE_FLAGS) $(CFLAGS) -c -o $@ $<

$(BUILD)/libloginlint.a: $(LIB_OBJ)
	rm -f $@
	$(AR) rcs $@ $^

CLI_SRC := $(wildcard examples/loginlint*.c)

$(BUILD)/loginlint: $(CLI_SRC) $(BUILD)/libloginlint.a
	$(CC) -std=c11 $(WARN) -D_GNU_SOURCE -Iinclude $(CFLAGS) -o $@ $^ $(LDFLAGS)

$(BUILD)/tests/%: tests/%.c $(BUILD)/libloginlint.a $(wildcard tests/*.h)
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARN) -Iinclude -iquote lib -iquote tests $(CFLAGS) $$(pkg-config --cflags check icu-uc) -o $@ $< $(BUILD)/libloginlint.a $$(pkg-config --libs check icu-uc) $(LDFLAGS)

$(BUILD):
	mkdir -p $@

check: all $(TESTS)
	@set -e; for t in $(TESTS); do $$t; done

clean:
	rm -rf $(BUILD)

.PHONY: all check clean
