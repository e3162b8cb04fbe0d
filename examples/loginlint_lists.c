/* SPDX-License-Identifier: MIT */
/* loginlint_lists.c - every diagnostic and cause, every preset, and what a code means, by an example that is run.
 *
 * In: the options.  Out: lists on standard output.
 */
#include "loginlint_lists.h"
#include "loginlint_values.h"
#include "loginlint_words.h"
#include <errno.h>
#include <string.h>

#define COUNT(array) ((uint32_t)(sizeof(array) / sizeof((array)[0])))

enum { CODES_END = 256 };

static void put_meaning(uint32_t language, uint32_t list, uint32_t code) {
    const char *meaning = loginlint_describe(list, code, language);
    puts(meaning ? meaning : "");
}

static void list(const struct options *o, enum word heading, uint32_t which) {
    uint32_t code;
    printf("%s:\n", word(o->language, heading));
    for (code = 0; code < CODES_END; code++)
        if (loginlint_name(which, code)) {
            printf("  %-20s  ", loginlint_name(which, code));
            put_meaning(o->language, which, code);
        }
}

int list_codes(const struct options *o) {
    list(o, WORD_DIAGNOSTICS, LOGINLINT_LIST_CODE);
    putchar('\n');
    list(o, WORD_CAUSES, LOGINLINT_LIST_CAUSE);
    return 0;
}

int list_presets(const struct options *o) {
    const char *name;
    uint32_t i;
    for (i = 0; (name = loginlint_preset_name(i)) != NULL; i++) {
        int32_t field = loginlint_preset_field(i);
        const char *of = field < 0 ? NULL : loginlint_name(LOGINLINT_LIST_FIELD, (uint32_t)field);
        const char *about = loginlint_preset_about(i, o->language);
        printf("@%s (%s): %s\n    %s\n", name, of ? of : "?", about ? about : "", loginlint_preset_rules(i));
    }
    return 0;
}

/* ---- what a code means ---- */

static const struct example {
    const char *code, *field, *rules, *context, *value;
} examples[] = {
#define EXAMPLE(code, field, rules, context, value) {code, field, rules, context, value},
#include "../lib/check/diagnostics.def"
#define EXAMPLE(code, field, rules, context, value) {code, field, rules, context, value},
#include "../lib/explain/causes.def"
};

static const struct example *example_of(const char *code) {
    uint32_t i;
    for (i = 0; i < COUNT(examples); i++)
        if (strcmp(examples[i].code, code) == 0)
            return &examples[i];
    return NULL;
}

/* The value as printf(1) is given it: what cannot be seen in octal. */
static void put_for_printf(const char *s) {
    uint32_t n = (uint32_t)strlen(s), i, seen;
    for (i = 0; i < n; i += seen ? seen : 1) {
        seen = seen_length((const uint8_t *)s + i, n - i);
        if (!seen)
            printf("\\%03o", (unsigned)(unsigned char)s[i]);
        else if (s[i] == '\'')
            fputs("'\\''", stdout);
        else if (s[i] == '%' || s[i] == '\\')
            printf("%c%c", s[i], s[i]);
        else
            printf("%.*s", (int)seen, s + i);
    }
}

/* The command that gives the answer which follows. */
static void put_command(const struct options *o, const struct example *e, int details) {
    const char *language = loginlint_name(LOGINLINT_LIST_LANGUAGE, o->language);
    fputs("$ printf '", stdout);
    put_for_printf(e->value);
    printf("' | loginlint --lang %s", language ? language : "en");
    if (*e->rules)
        printf(" --rules '%s'", e->rules);
    if (*e->context)
        printf(" --context '%s'", e->context);
    printf("%s%s --reveal %s\n", *e->value ? "" : " --whole", details ? " --details" : "", e->field);
}

static int run_example(const struct options *o, const struct example *e, int details) {
    struct options example = *o;
    int32_t field = loginlint_value(LOGINLINT_LIST_FIELD, e->field, (uint32_t)strlen(e->field));
    uint32_t n = (uint32_t)strlen(e->value);
    example.field = field < 0 ? 0 : (uint32_t)field;
    example.rules = *e->rules ? e->rules : NULL;
    example.context = *e->context ? e->context : NULL;
    example.json = example.quiet = 0;
    example.reveal = 1;
    example.details = details;
    if (prepare(&example) != 0)
        return STATUS_ERROR;
    if (!buffer_reserve(&value, n + 1))
        return complain(o->language, WORD_TEXT_ERROR, strerror(errno));
    memcpy(value.data, e->value, n);
    value.length = n;
    return check_value(&example, 0) == STATUS_ERROR ? STATUS_ERROR : STATUS_FINE;
}

static int unknown(const struct options *o) {
    uint32_t n = (uint32_t)strlen(o->explain);
    const char *near = nearest(names_of(LOGINLINT_LIST_CODE), o->explain, n);
    complain(o->language, WORD_NO_CODE, o->explain);
    suggest(o->language, "", near ? near : nearest(names_of(LOGINLINT_LIST_CAUSE), o->explain, n));
    return STATUS_ERROR;
}

int explain_code(const struct options *o) {
    uint32_t n = (uint32_t)strlen(o->explain);
    int32_t code = loginlint_value(LOGINLINT_LIST_CODE, o->explain, n);
    int32_t cause = loginlint_value(LOGINLINT_LIST_CAUSE, o->explain, n);
    const struct example *e = example_of(o->explain);
    if (code < 0 && cause < 0)
        return unknown(o);
    printf("%s: ", o->explain);
    put_meaning(o->language, code < 0 ? LOGINLINT_LIST_CAUSE : LOGINLINT_LIST_CODE,
                (uint32_t)(code < 0 ? cause : code));
    if (!e)
        return 0;
#ifndef LOGINLINT_WITH_ICU
    if (strstr(e->rules, "unicode")) {
        printf("%s\n", word(o->language, WORD_EXAMPLE_ICU));
        return 0;
    }
#endif
    printf("\n%s\n", word(o->language, WORD_EXAMPLE));
    put_command(o, e, code >= 0);
    return run_example(o, e, code >= 0);
}
