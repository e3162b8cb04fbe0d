/* SPDX-License-Identifier: MIT */
/* names.c - the words of the interface: every value's stable name.
 *
 * In: a list and a value, or a name.  Out: static strings, or a value.  The lists are diagnostics.def, causes.def,
 * names.def and advice.def.
 *
 * The texts of a table stand one behind the other and are counted through: neither pointers nor offsets.
 */
#include "loginlint.h"
#include <stddef.h>

static const char name_texts[] =
#define X(number, name, text, ...) text "\0"
#include "check/diagnostics.def"
#define X(list, number, name, text) text "\0"
#include "words/names.def"
#undef X
#define X(number, name, text, ...) text "\0"
#include "preflight/advice.def"
#undef X
#define CAUSE(number, name, text, ...) text "\0"
#include "explain/causes.def"
    ;

static const struct name {
    uint8_t list, value;
} names[] = {
#define X(number, name, text, ...) {LOGINLINT_LIST_CODE, number},
#include "check/diagnostics.def"
#define X(list, number, name, text) {LOGINLINT_LIST_##list, number},
#include "words/names.def"
#undef X
#define X(number, name, text, ...) {LOGINLINT_LIST_ADVICE, number},
#include "preflight/advice.def"
#undef X
#define CAUSE(number, name, text, ...) {LOGINLINT_LIST_CAUSE, number},
#include "explain/causes.def"
};

static const char *next(const char *text) {
    while (*text++)
        continue;
    return text;
}

const char *loginlint_name(uint32_t list, uint32_t value) {
    const char *text = name_texts;
    uint32_t i;
    for (i = 0; *text; i++, text = next(text))
        if (names[i].list == list && names[i].value == value)
            return text;
    return NULL;
}

static int is_same(const char *text, const char *name, uint32_t n) {
    uint32_t i;
    for (i = 0; i < n; i++)
        if (!text[i] || text[i] != name[i])
            return 0;
    return !text[n];
}

int32_t loginlint_value(uint32_t list, const char *name, uint32_t n) {
    const char *text = name_texts;
    uint32_t i;
    if (!name)
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    for (i = 0; *text; i++, text = next(text))
        if (names[i].list == list && is_same(text, name, n))
            return (int32_t)names[i].value;
    return -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
}
