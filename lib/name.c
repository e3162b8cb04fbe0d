/* name.c - the words of the interface: every value's stable name, and what each code means.
 *
 * In: a list and a value, or a name.  Out: static strings.  The lists are diagnostics.def, names.def and advice.def;
 * the meanings are the DESCRIBE rows of messages.def.
 */
#include "loginlint.h"
#include <stddef.h>

/* Texts without pointers, so that nothing needs relocation; members are named by the line of their row. */
#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)
#define CODE_AT JOIN(code, __LINE__)
#define NAME_AT JOIN(name, __LINE__)
#define ADVICE_AT JOIN(advice, __LINE__)
#define EN_AT JOIN(en, __LINE__)
#define JA_AT JOIN(ja, __LINE__)

struct texts {
#define X(number, name, text, ...) char CODE_AT[sizeof(text)];
#include "diagnostics.def"
#undef X
#define X(list, number, name, text) char NAME_AT[sizeof(text)];
#include "names.def"
#undef X
#define X(number, name, text, ...) char ADVICE_AT[sizeof(text)];
#include "advice.def"
#undef X
#define DESCRIBE(code, en, ja)                                                                                         \
    char EN_AT[sizeof(en)];                                                                                            \
    char JA_AT[sizeof(ja)];
#include "messages.def"
};

static const struct texts texts = {
#define X(number, name, text, ...) text,
#include "diagnostics.def"
#undef X
#define X(list, number, name, text) text,
#include "names.def"
#undef X
#define X(number, name, text, ...) text,
#include "advice.def"
#undef X
#define DESCRIBE(code, en, ja) en, ja,
#include "messages.def"
};

_Static_assert(sizeof(struct texts) < 0x10000, "offsets have 16 bits");

struct name {
    uint8_t list, value;
    uint16_t text;
};

static const struct name names[] = {
#define X(number, name, text, ...) {LOGINLINT_LIST_CODE, number, offsetof(struct texts, CODE_AT)},
#include "diagnostics.def"
#undef X
#define X(list, number, name, text) {LOGINLINT_LIST_##list, number, offsetof(struct texts, NAME_AT)},
#include "names.def"
#undef X
#define X(number, name, text, ...) {LOGINLINT_LIST_ADVICE, number, offsetof(struct texts, ADVICE_AT)},
#include "advice.def"
#undef X
};

#define NAMES (sizeof names / sizeof names[0])

struct description {
    uint16_t code;
    uint16_t text[2]; /* by language */
};

static const struct description descriptions[] = {
#define DESCRIBE(code, en, ja) {LOGINLINT_CODE_##code, {offsetof(struct texts, EN_AT), offsetof(struct texts, JA_AT)}},
#include "messages.def"
};

static const char *text_at(uint32_t offset) {
    return (const char *)&texts + offset;
}

const char *loginlint_name(uint32_t list, uint32_t value) {
    uint32_t i;
    for (i = 0; i < NAMES; i++)
        if (names[i].list == list && names[i].value == value)
            return text_at(names[i].text);
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
    uint32_t i;
    if (!name)
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    for (i = 0; i < NAMES; i++)
        if (names[i].list == list && is_same(text_at(names[i].text), name, n))
            return (int32_t)names[i].value;
    return -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
}

const char *loginlint_describe(uint32_t code, uint32_t language) {
    uint32_t i;
    for (i = 0; i < sizeof descriptions / sizeof descriptions[0] && language <= LOGINLINT_LANGUAGE_JA; i++)
        if (descriptions[i].code == code)
            return text_at(descriptions[i].text[language]);
    return NULL;
}
