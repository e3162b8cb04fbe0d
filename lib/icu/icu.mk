# libloginlint-icu, the companion for the whole of Unicode: built where pkg-config finds libicu, and left out elsewhere.
#
# ICU puts its version into its symbols (u_charType_72): the companion is bound to the ICU that it was compiled with, and a
# distribution rebuilds it, from the same sources, whenever its ICU changes its soname.  The core has no part in that.
# `make ICU=no` builds without it.
ICU ?= $(shell pkg-config --exists icu-uc icu-i18n 2> /dev/null && echo yes || echo no)

ifeq ($(ICU),yes)
ICU_SRC       := $(sort $(wildcard lib/icu/*.c))
ICU_OBJ       := $(ICU_SRC:lib/icu/%.c=$(BUILD)/icu/%.o)
ICU_LIB       := $(BUILD)/libloginlint-icu.a
ICU_SHARED    := $(BUILD)/libloginlint-icu.so.$(ABI)
ICU_LIBS      := $(shell pkg-config --libs icu-i18n icu-uc)
ICU_CFLAGS    := $(shell pkg-config --cflags icu-i18n icu-uc)
ICU_CLI_FLAGS := -DLOGINLINT_WITH_ICU
ICU_COMPILE   := -std=c11 -fvisibility=hidden -fPIC -fno-plt $(WARN) -Iinclude -Ilib $(ICU_CFLAGS)

all: $(ICU_LIB) $(ICU_SHARED)

$(ICU_OBJ): $(BUILD)/icu/%.o: lib/icu/%.c lib/icu/precis.h $(LIB_DEPS)
	@mkdir -p $(@D)
	$(CC) $(ICU_COMPILE) $(CFLAGS) -c -o $@ $<

$(ICU_LIB): $(ICU_OBJ)
	rm -f $@
	$(AR) rcs $@ $^

$(ICU_SHARED): $(ICU_OBJ) $(SHARED) lib/loginlint.map
	$(CC) -shared $(CFLAGS) -Wl,-soname,libloginlint-icu.so.$(ABI) -Wl,--version-script=lib/loginlint.map -Wl,-z,defs -o $@ \
	  $(ICU_OBJ) $(SHARED) $(LDFLAGS) $(ICU_LIBS)
	ln -sf libloginlint-icu.so.$(ABI) $(BUILD)/libloginlint-icu.so

$(BUILD)/tests/check_icu: tests/check_icu.c $(ICU_LIB) $(BUILD)/libloginlint.a
	@mkdir -p $(@D)
	$(CC) $(TEST_FLAGS) $(CFLAGS) $$(pkg-config --cflags check) $(ICU_CFLAGS) -o $@ $< $(ICU_LIB) $(BUILD)/libloginlint.a \
	  $$(pkg-config --libs check) $(LDFLAGS) $(ICU_LIBS)

$(BUILD)/tests/precis_dump: tests/precis_dump.c $(ICU_LIB) $(BUILD)/libloginlint.a
	@mkdir -p $(@D)
	$(CC) $(TEST_FLAGS) $(CFLAGS) $(ICU_CFLAGS) -o $@ $< $(ICU_LIB) $(BUILD)/libloginlint.a $(LDFLAGS) $(ICU_LIBS)

programs: $(BUILD)/tests/precis_dump

check-icu: $(BUILD)/tests/check_icu $(BUILD)/tests/precis_dump
	$(BUILD)/tests/check_icu
	python3 tests/precis_corpus.py $(BUILD)/tests/precis_dump
	python3 tests/idna_corpus.py $(BUILD)/tests/precis_dump

install: install-icu
install-icu: $(ICU_LIB) $(ICU_SHARED)
	$(INSTALL) -d $(DESTDIR)$(LIBDIR)/pkgconfig
	$(INSTALL) -m 644 $(ICU_LIB) $(DESTDIR)$(LIBDIR)/
	sed -e 's|@PREFIX@|$(PREFIX)|; s|@LIBDIR@|$(LIBDIR)|; s|@INCLUDEDIR@|$(INCLUDEDIR)|; s|@VERSION@|$(VERSION)|' \
	  lib/icu/loginlint-icu.pc.in > $(DESTDIR)$(LIBDIR)/pkgconfig/loginlint-icu.pc
	$(INSTALL) -m 755 $(ICU_SHARED) $(DESTDIR)$(LIBDIR)/
	ln -sf libloginlint-icu.so.$(ABI) $(DESTDIR)$(LIBDIR)/libloginlint-icu.so

uninstall: uninstall-icu
uninstall-icu:
	rm -f $(DESTDIR)$(LIBDIR)/libloginlint-icu.a $(DESTDIR)$(LIBDIR)/libloginlint-icu.so \
	  $(DESTDIR)$(LIBDIR)/libloginlint-icu.so.$(ABI) $(DESTDIR)$(LIBDIR)/pkgconfig/loginlint-icu.pc

$(BUILD)/tests/bench-icu: tests/bench/icu.c $(ICU_LIB) $(BUILD)/libloginlint.a
	@mkdir -p $(@D)
	$(CC) $(TEST_FLAGS) $(CFLAGS) $(ICU_CFLAGS) -o $@ $< $(ICU_LIB) $(BUILD)/libloginlint.a $(LDFLAGS) $(ICU_LIBS)

bench-icu: $(BUILD)/tests/bench-icu
	$<

# The ICU of other Debian releases, fetched and unpacked below build/: what a distribution's rebuild gives.
check-icu-versions:
	@lib/gen/install gcc libc6-dev check pkg-config python3 python3-pip unicode-data python3-confusable-homoglyphs
	tests/icu_versions.sh

.PHONY: bench-icu check-icu-versions check-icu install-icu uninstall-icu
else
TESTS := $(filter-out %/check_icu,$(TESTS))
endif

# Unicode's table of look-alikes, for the tests: libicu may come with the same `make deps`.
deps: deps-icu
deps-icu:
	@lib/gen/install python3-confusable-homoglyphs
.PHONY: deps-icu
