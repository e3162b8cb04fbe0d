/* SPDX-License-Identifier: MIT */
/* presets.c - the presets of presets.def by number: name, rule string, field.  A file of its own: a linker
 * drops the texts where nobody asks. */
#include "loginlint.h"
#include <stddef.h>

static const struct preset {
    const char *name, *rules;
    uint32_t field;
} presets[] = {
#define X(field, name, rules) {name, rules, LOGINLINT_FIELD_##field},
#include "policy/presets.def"
#undef X
};
#define PRESETS (sizeof presets / sizeof presets[0])

const char *loginlint_preset_name(uint32_t i) {
    return i < PRESETS ? presets[i].name : NULL;
}

const char *loginlint_preset_rules(uint32_t i) {
    return i < PRESETS ? presets[i].rules : NULL;
}

int32_t loginlint_preset_field(uint32_t i) {
    return i < PRESETS ? (int32_t)presets[i].field : -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
}
