/* SPDX-License-Identifier: MIT */
/* loginlint_values.c - one value: checked, explained, written, counted.
 *
 * In: the options, and the value at hand.  Out: a report for people or a line of JSON on standard output.  Whatever
 * held the value is wiped as soon as it was written.
 */
#include "loginlint_values.h"
#include "loginlint_tally.h"
#include "loginlint_words.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Built with the companion, the whole of Unicode is decided; without it, the report lists what was skipped. */
#ifdef LOGINLINT_WITH_ICU
#define CHECK loginlint_icu_check
#else
#define CHECK loginlint_check
#endif

#define RULES_MAX 65536u /* bytes of a rules file */

enum { PRESETS_MAX = 64 };

/* Everything that may hold a value, in one place, so that it can be wiped. */
static loginlint_policy policy;
static loginlint_context context;
static loginlint_report report;
static loginlint_candidates candidates;
static loginlint_explanation explanation;
struct buffer value, answer_text;

/* ---- rules and context ---- */

/* Where a string is wrong, what was found there and what belongs there, with a caret; and the property that may be
 * meant. */
int show_error(const struct options *o, const char *what, const char *text, uint32_t n, const loginlint_where *where,
               const char *const *names) {
    const struct look look = {stderr, o->language, 0, 1, 0};
    uint32_t from = where->offset < n ? where->offset : n, length = where->length < n - from ? where->length : n - from;
    fputs("loginlint: ", stderr);
    fprintf(stderr, word(o->language, WORD_WHERE_TEXT), what, (unsigned)from,
            word_expected(o->language, where->expected));
    if (where->found == LOGINLINT_FOUND_TEXT)
        show_text(&look, text + from, length);
    else
        fputs(word_found(o->language, where->found), stderr);
    fputc('\n', stderr);
    show_place(&look, text, n, from, from + length);
    if (names && where->expected == LOGINLINT_EXPECTED_PROPERTY)
        suggest(o->language, "", nearest(names, text + from, length));
    return STATUS_ERROR;
}

static int find_preset(const struct options *o, const char *name, const char **rules) {
    const char *names[PRESETS_MAX + 1];
    uint32_t i, count = 0;
    for (i = 0; loginlint_preset_name(i) != NULL; i++) {
        int32_t field = loginlint_preset_field(i);
        if (count < PRESETS_MAX)
            names[count++] = loginlint_preset_name(i);
        if (strcmp(loginlint_preset_name(i), name) != 0)
            continue;
        if (field != (int32_t)o->field)
            return complain(o->language, WORD_PRESET_FIELD, name,
                            field < 0 ? "?" : loginlint_name(LOGINLINT_LIST_FIELD, (uint32_t)field));
        *rules = loginlint_preset_rules(i);
        return 0;
    }
    names[count] = NULL;
    complain(o->language, WORD_NO_PRESET, name);
    suggest(o->language, "@", nearest(names, name, (uint32_t)strlen(name)));
    return STATUS_ERROR;
}

static int parse_rules(const struct options *o, const char *what, const char *rules, uint32_t n) {
    loginlint_where where;
    memset(&where, 0, sizeof where);
    if (loginlint_policy_parse(&policy, rules, n, &where) < 0)
        return show_error(o, what, rules, n, &where, rule_names);
    return 0;
}

static int parse_rules_file(const struct options *o) {
    struct buffer content = {NULL, 0, 0};
    int status;
    if (read_file(o->rules_file, &content, RULES_MAX) < 0)
        status = complain(o->language, WORD_RULES_FILE, o->rules_file, strerror(errno));
    else
        status = parse_rules(o, o->rules_file, (const char *)content.data, content.length);
    buffer_free(&content);
    return status;
}

int prepare(const struct options *o) {
    loginlint_where where;
    const char *rules = o->rules;
    int status = 0;
    memset(&where, 0, sizeof where);
    loginlint_policy_init(&policy, o->field);
    loginlint_context_init(&context);
    if (rules && rules[0] == '@')
        status = find_preset(o, o->rules + 1, &rules);
    if (!status && rules)
        status = parse_rules(o, "--rules", rules, (uint32_t)strlen(rules));
    if (!status && o->rules_file)
        status = parse_rules_file(o);
    if (!status && o->context &&
        loginlint_context_parse(&context, o->context, (uint32_t)strlen(o->context), &where) < 0)
        status = show_error(o, "--context", o->context, (uint32_t)strlen(o->context), &where, context_names);
    return status;
}

/* ---- one value ---- */

struct look look_of(const struct options *o) {
    const char *no_colour = getenv("NO_COLOR"), *terminal = getenv("TERM");
    struct look look = {stdout, o->language, 0, o->reveal, o->details};
    look.colour = isatty(STDOUT_FILENO) && !(no_colour && *no_colour) && !(terminal && strcmp(terminal, "dumb") == 0);
    return look;
}

/* ---- reserved names ---- */

/* The text that the report ends in looks like this entry of --reserved: its number from 1, 0 for none or not asked,
 * negative when that cannot be decided. */
static int32_t reserved_entry(const struct options *o) {
#ifdef LOGINLINT_WITH_ICU
    const uint8_t *text = report.changed ? report.text : value.data;
    uint32_t n = report.changed ? report.text_length : value.length;
    if (o->reserved && report.wellformed && !report.secret && n <= LOGINLINT_INPUT_MAX)
        return loginlint_icu_confusable(text, n, o->reserved, (uint32_t)strlen(o->reserved));
#endif
    return o->reserved && !report.wellformed ? -1 : 0;
}

static const char *entry_of(const char *list, int32_t number, uint32_t *n) {
    while (--number > 0)
        list += strcspn(list, ",\n") + 1;
    list += strspn(list, " ");
    *n = (uint32_t)strcspn(list, ",\n");
    while (*n && (list[*n - 1] == ' ' || list[*n - 1] == '\r'))
        --*n;
    return list;
}

static void show_reserved(const struct options *o, const struct look *look, int32_t number) {
    char name[256];
    uint32_t n;
    const char *entry = entry_of(o->reserved, number, &n);
    snprintf(name, sizeof name, "%.*s", (int)(n < sizeof name ? n : sizeof name - 1), entry);
    show_sentence(look, word(o->language, WORD_LOOKS_RESERVED), name);
}

static int put_json(const struct options *o, uint32_t line, int32_t number) {
    uint32_t flags = o->reveal ? LOGINLINT_JSON_REVEAL : 0;
    int32_t n =
        loginlint_json(&report, &candidates, &explanation, value.data, value.length, flags, o->language, NULL, 0);
    if (n < 0)
        return complain(o->language, WORD_NO_ANSWER, (int)-n);
    if (!buffer_reserve(&answer_text, (uint32_t)n))
        return complain(o->language, WORD_TEXT_ERROR, strerror(errno));
    n = loginlint_json(&report, &candidates, &explanation, value.data, value.length, flags, o->language,
                       answer_text.data, answer_text.capacity);
    putchar('{');
    if (line)
        printf("\"line\":%u,", (unsigned)line);
    fwrite(answer_text.data + 1, 1, (uint32_t)n - 2, stdout); /* without the braces */
    if (o->reserved && number >= 0)
        printf(",\"reserved\":%d", (int)number);
    else if (o->reserved)
        fputs(",\"reserved\":null", stdout);
    fputs("}\n", stdout);
    loginlint_wipe(answer_text.data, (uint32_t)n);
    return 0;
}

static void find_candidates(void) {
    memset(&candidates, 0, sizeof candidates);
    candidates.size = sizeof candidates;
    if (report.quiet || value.length > LOGINLINT_INPUT_MAX)
        return;
    (void)loginlint_candidates_find(&policy, &context, value.data, value.length, &candidates);
#ifdef LOGINLINT_WITH_ICU
    (void)loginlint_icu_candidates_filter(&policy, &context, &candidates);
#endif
}

static int32_t explain(void) {
    int32_t error = CHECK(&policy, &context, value.data, value.length, &report);
    if (error < 0)
        return error;
    find_candidates();
    return loginlint_explain(&policy, &context, value.data, value.length, &report, &candidates, &explanation);
}

static int put_answer(const struct options *o, uint32_t line, int32_t number) {
    const struct look look = look_of(o);
    const struct answer answer = {&report, &candidates, &explanation, value.data, value.length, line};
    if (o->quiet && report.verdict == LOGINLINT_VERDICT_PASS && number <= 0)
        return 0;
    if (o->json)
        return put_json(o, line, number);
    show_answer(&look, &answer);
    if (number > 0)
        show_reserved(o, &look, number);
    return 0;
}

int check_value(const struct options *o, uint32_t line) {
    int32_t error = explain(), number;
    int status;
    if (error < 0)
        return complain(o->language, WORD_NO_CHECK, (int)-error);
    number = reserved_entry(o);
    count_in(&report, &explanation);
    status = o->summary > SUMMARY_BEHIND ? 0 : put_answer(o, line, number);
    if (!status && number)
        status = STATUS_PERSON;
    if (!status && report.verdict != LOGINLINT_VERDICT_PASS && report.verdict != LOGINLINT_VERDICT_FIXED)
        status = STATUS_PERSON;
    loginlint_wipe(&report, sizeof report);
    loginlint_wipe(&candidates, sizeof candidates);
    loginlint_wipe(&explanation, sizeof explanation);
    return status;
}

void values_wipe(void) {
    buffer_free(&value);
    buffer_free(&answer_text);
}
