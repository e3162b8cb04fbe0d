/* presets.c - the presets of presets.def by number: name, rule string, field, what it is for. */
#include "loginlint.h"
#include <stddef.h>

/* Texts without pointers, so that nothing needs relocation; members are named by the line of their row. */
#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)
#define AT(part) JOIN(part, __LINE__)

struct texts {
#define X(field, name, rules, en, ja)                                                                                  \
    char AT(name_)[sizeof(name)];                                                                                      \
    char AT(rules_)[sizeof(rules)];                                                                                    \
    char AT(en_)[sizeof(en)];                                                                                          \
    char AT(ja_)[sizeof(ja)];
#include "policy/presets.def"
#undef X
};

static const struct texts texts = {
#define X(field, name, rules, en, ja) name, rules, en, ja,
#include "policy/presets.def"
#undef X
};

enum part { NAME, RULES, ABOUT, PARTS = ABOUT + 2 };

static const struct preset {
    uint16_t text[PARTS];
    uint16_t field;
} presets[] = {
#define X(field, name, rules, en, ja)                                                                                  \
    {{offsetof(struct texts, AT(name_)), offsetof(struct texts, AT(rules_)), offsetof(struct texts, AT(en_)),          \
      offsetof(struct texts, AT(ja_))},                                                                                \
     LOGINLINT_FIELD_##field},
#include "policy/presets.def"
#undef X
};
#define PRESETS (sizeof presets / sizeof presets[0])

_Static_assert(sizeof(struct texts) < 0x10000, "offsets have 16 bits");

static const char *text(uint32_t i, uint32_t part) {
    return i < PRESETS ? (const char *)&texts + presets[i].text[part] : NULL;
}

const char *loginlint_preset_name(uint32_t i) {
    return text(i, NAME);
}

const char *loginlint_preset_rules(uint32_t i) {
    return text(i, RULES);
}

const char *loginlint_preset_about(uint32_t i, uint32_t language) {
    return language <= LOGINLINT_LANGUAGE_JA ? text(i, ABOUT + language) : NULL;
}

int32_t loginlint_preset_field(uint32_t i) {
    return i < PRESETS ? (int32_t)presets[i].field : -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
}
