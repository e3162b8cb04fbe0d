/* SPDX-License-Identifier: MIT */
/* measure.c - how often the keys are found again in what a real input method left in the field.
 *
 * usage: measure [-s] FILE...   (-s: also shows every row whose keys are not first, and what is)
 *        measure -r FILE        counts rows whose field, a right value, is read as keys of a keyboard that was not
 * meant
 *
 * In: recordings (record.py): kind, keys, what stands in the field.  An address is asked as a login ID with `kind:
 * email`, an ID as a login ID, a PIN of six digits as one of six, a card as a card, everything else as a password. Out:
 * a row for each method (the file's name) and kind: values, the keys first, among the first three, offered at all, and
 * first when the case of letters is put aside.  What the safe fixes make of the value stands before all candidates.
 */
#include <ctype.h>
#include <loginlint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE = 2048, KINDS = 40, NONE = 99 };

static struct figures {
    char kind[32];
    uint32_t n, first, three, eight, caseless;
} figures[KINDS];

static int show, hyphens; /* hyphens: they do not count */

static int same(const uint8_t *text, uint32_t n, const char *keys, int caseless) {
    uint32_t i, k = 0;
    for (i = 0; i < n; i++) {
        while (hyphens && keys[k] == '-')
            k++;
        if (hyphens && text[i] == '-')
            continue;
        if (caseless ? tolower(text[i]) != tolower((uint8_t)keys[k]) : text[i] != (uint8_t)keys[k])
            return 0;
        k++;
    }
    return !keys[k];
}

static void policy_for(const char *kind, const char *keys, loginlint_policy *policy) {
    int is_id = !strcmp(kind, "id"), is_address = !strcmp(kind, "address"), is_pin = !strcmp(kind, "pin");
    const char *rules = is_address ? "kind: email" : is_pin && strlen(keys) == 6 ? "digits: 6" : "";
    loginlint_policy_init(policy, is_id || is_address     ? LOGINLINT_FIELD_LOGIN_ID
                                  : is_pin                ? LOGINLINT_FIELD_PIN
                                  : !strcmp(kind, "card") ? LOGINLINT_FIELD_CARD_NUMBER
                                                          : LOGINLINT_FIELD_PASSWORD);
    if (loginlint_policy_parse(policy, rules, (uint32_t)strlen(rules), NULL) != 0)
        exit(2);
}

/* The place of the keys among what is offered; the best offer in best. */
static uint32_t rank(const char *kind, const char *keys, const char *field, int caseless, char *best) {
    static loginlint_report report;
    static loginlint_candidates candidates;
    loginlint_policy policy;
    uint32_t n = (uint32_t)strlen(field), i, place = 0;
    policy_for(kind, keys, &policy);
    hyphens = !strcmp(kind, "card");
    if (loginlint_check(&policy, NULL, (const uint8_t *)field, n, &report) < 0 ||
        (candidates.allowed = 0, loginlint_candidates_find(&policy, NULL, (const uint8_t *)field, n, &candidates)) < 0)
        exit(2);
    strcpy(best, "-");
    if (report.verdict == LOGINLINT_VERDICT_PASS && same((const uint8_t *)field, n, keys, caseless))
        return 0;
    if (report.verdict >= LOGINLINT_VERDICT_FIXED) {
        sprintf(best, "%.*s", (int)report.text_length, (const char *)report.text);
        if (same(report.text, report.text_length, keys, caseless))
            return 0;
        place = 1;
    }
    for (i = 0; i < candidates.count; i++) {
        const loginlint_candidate *c = &candidates.candidate[i];
        if (!place && !i)
            sprintf(best, "%.*s", (int)c->length, (const char *)c->text);
        if (same(c->text, c->length, keys, caseless))
            return place + i;
    }
    return NONE;
}

static struct figures *of_kind(const char *kind) {
    uint32_t i;
    for (i = 0; i + 1 < KINDS && figures[i].kind[0] && strcmp(figures[i].kind, kind); i++)
        continue;
    snprintf(figures[i].kind, sizeof figures[i].kind, "%.31s", kind);
    return &figures[i];
}

static void add(const char *kind, const char *keys, const char *field) {
    struct figures *f = of_kind(kind);
    char best[LINE], other[LINE];
    uint32_t place = rank(kind, keys, field, 0, best);
    f->n++;
    f->first += place == 0;
    f->three += place < 3;
    f->eight += place < 8;
    f->caseless += place == 0 || rank(kind, keys, field, 1, other) == 0;
    if (show && place)
        printf("  %s\t%s\t%s\t%u\t%s\n", kind, keys, field, place, best);
}

static void print(const char *method) {
    uint32_t i;
    for (i = 0; i < KINDS && figures[i].kind[0]; i++)
        printf("%s\t%s\t%u\t%.1f\t%.1f\t%.1f\t%.1f\n", method, figures[i].kind, figures[i].n,
               100.0 * figures[i].first / figures[i].n, 100.0 * figures[i].three / figures[i].n,
               100.0 * figures[i].eight / figures[i].n, 100.0 * figures[i].caseless / figures[i].n);
    memset(figures, 0, sizeof figures);
}

static void measure(const char *path) {
    FILE *file = fopen(path, "r");
    const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    char line[LINE], method[64];
    if (!file) {
        perror(path);
        exit(2);
    }
    while (fgets(line, sizeof line, file)) {
        char *kind = line, *keys = strchr(line, '\t'), *field = keys ? strchr(keys + 1, '\t') : NULL;
        if (line[0] == '#' || !field)
            continue;
        *keys++ = *field++ = 0;
        field[strcspn(field, "\n")] = 0;
        add(kind, keys, field);
    }
    fclose(file);
    snprintf(method, sizeof method, "%.*s", (int)strcspn(name, "."), name);
    print(method);
}

/* Bases of other keyboards and input methods. */
#define LAYOUT(name) (1u << LOGINLINT_BASIS_##name##_LAYOUT)
static const uint32_t keyboards = 1u << LOGINLINT_BASIS_ROMAJI_IME | 1u << LOGINLINT_BASIS_PUNCTUATION |
                                  1u << LOGINLINT_BASIS_NUM_LOCK | LAYOUT(KANA) | LAYOUT(HANGUL) | LAYOUT(CYRILLIC) |
                                  LAYOUT(UKRAINIAN) | LAYOUT(GREEK) | LAYOUT(HEBREW) | LAYOUT(ARABIC) | LAYOUT(THAI) |
                                  LAYOUT(AZERTY) | LAYOUT(SYMBOL);

/* Is a right value refused, or read as something else? */
static int is_misread(const char *kind, const char *value) {
    static loginlint_report report;
    static loginlint_candidates candidates;
    loginlint_policy policy;
    uint32_t n = (uint32_t)strlen(value), i;
    policy_for(kind, value, &policy);
    candidates.allowed = 0;
    if (loginlint_check(&policy, NULL, (const uint8_t *)value, n, &report) < 0 ||
        loginlint_candidates_find(&policy, NULL, (const uint8_t *)value, n, &candidates) < 0)
        exit(2);
    for (i = 0; i < candidates.count; i++)
        if (candidates.candidate[i].bases & keyboards)
            return 1;
    return report.verdict < LOGINLINT_VERDICT_FIXED && report.verdict != LOGINLINT_VERDICT_ASK;
}

static int count_misread(const char *path) {
    FILE *file = fopen(path, "r");
    char line[LINE];
    uint32_t n = 0, misread = 0;
    if (!file)
        return 2;
    while (fgets(line, sizeof line, file)) {
        char *value = strchr(line, '\t');
        if (!value)
            continue;
        *value++ = 0;
        value[strcspn(value, "\t\n")] = 0;
        n++;
        if (is_misread(line, value) && ++misread)
            printf("%s\t%s\n", line, value);
    }
    fclose(file);
    printf("%u of %u right values are misread\n", misread, n);
    return 0;
}

int main(int argc, char **argv) {
    int i = 1;
    if (argc == 3 && !strcmp(argv[1], "-r"))
        return count_misread(argv[2]);
    if (argc > 1 && !strcmp(argv[1], "-s"))
        show = i++;
    printf("method\tkind\tvalues\tfirst\tin three\tin eight\tfirst, case aside\n");
    for (; i < argc; i++)
        measure(argv[i]);
    return 0;
}
