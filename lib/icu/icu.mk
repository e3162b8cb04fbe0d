# SPDX-License-Identifier: MIT
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
ICU_PC         = $(BUILD)/loginlint-icu.pc
ICU_LIBS      := $(shell pkg-config --libs icu-i18n icu-uc)
ICU_CFLAGS    := $(shell pkg-config --cflags icu-i18n icu-uc)
ICU_CLI_FLAGS := -DLOGINLINT_WITH_ICU
ICU_COMPILE    = -std=c11 -fvisibility=hidden -fPIC -fno-plt $(WARN) -Iinclude -Ilib $(ICU_CFLAGS)

all: $(ICU_LIB) $(ICU_SHARED)
install: $(ICU_PC)

$(ICU_OBJ): $(BUILD)/icu/%.o: lib/icu/%.c $(BUILD)/flags $(BUILD)/companion
	@mkdir -p $(@D)
	$(call say,cc) $(CC) $(ICU_COMPILE) $(DEPEND) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

$(ICU_LIB): $(ICU_OBJ)
	$(call say,ar) rm -f $@ && $(AR) rcs $@ $(ICU_OBJ)

$(ICU_SHARED): $(ICU_OBJ) $(SHARED) lib/loginlint.map
	$(call say,ld) $(CC) -shared $(CFLAGS) -Wl,-soname,libloginlint-icu.so.$(ABI) -Wl,--version-script=lib/loginlint.map -Wl,-z,defs \
	  -o $@ $(ICU_OBJ) $(SHARED) $(LDFLAGS) $(ICU_LIBS)
	@ln -sf libloginlint-icu.so.$(ABI) $(BUILD)/libloginlint-icu.so

$(ICU_PC): lib/icu/loginlint-icu.pc.in FORCE
	@$(call pc,$<)
else
# An earlier build with it leaves nothing.
REMOVED := $(BUILD)/icu $(BUILD)/libloginlint-icu.* $(BUILD)/loginlint-icu.pc $(BUILD)/tests/check_icu $(BUILD)/tests/precis_dump
endif
