/* SPDX-License-Identifier: MIT */
/* glue.h - what every engine needs of the library: arguments of SQL in, one answer out.
 *
 * A `struct linter` is one policy with its workspace (90 KB); an engine makes one for a call site and keeps it while the
 * arguments behind the value stay the same.  Nothing here allocates.  Threads: one linter a thread.
 *
 * In: the field ('login-id', 'password', 'card-number', 'pin') and the rule string, or '@PRESET'.  Out: a static name, a text in the
 * linter's own memory, or NULL where SQL says NULL.
 */
#ifndef LOGINLINT_SQL_GLUE_H
#define LOGINLINT_SQL_GLUE_H

#include <loginlint.h>
#include <stdio.h>
#include <string.h>

enum { LINTER_TEXT_MAX = 64 * 1024, LINTER_ERROR_MAX = 256, KEY_MAX = 5 * LOGINLINT_INPUT_MAX };

enum linter_what { LINTER_VERDICT, LINTER_CAUSE, LINTER_TEXT, LINTER_JSON };

struct linter {
    loginlint_policy policy;
    loginlint_context context;
    loginlint_report report;
    loginlint_candidates candidates;
    loginlint_explanation explanation;
    const char *verdict[LOGINLINT_VERDICT_PASS + 1]; /* their names: looking one up takes longer than a check */
    uint8_t text[LINTER_TEXT_MAX];
    uint32_t length; /* of text */
    char error[LINTER_ERROR_MAX];
};

struct span {
    const char *s;
    uint32_t n;
};

static inline struct span span_of(const char *s) {
    struct span span = {s, (uint32_t)strlen(s)};
    return span;
}

static inline int span_is(struct span a, const char *b) {
    return a.n == strlen(b) && memcmp(a.s, b, a.n) == 0;
}

/* '@NAME': the rules of that preset; anything else as it is.  s is NULL for a preset that there is not. */
static inline struct span linter_rules(struct span rules) {
    uint32_t i;
    struct span none = {NULL, 0}, name = {rules.s + 1, rules.n ? rules.n - 1 : 0};
    if (!rules.n || rules.s[0] != '@')
        return rules;
    for (i = 0; loginlint_preset_name(i); i++)
        if (span_is(name, loginlint_preset_name(i)))
            return span_of(loginlint_preset_rules(i));
    return none;
}

/* 1, or 0 and linter->error says what is wrong with the rules and where; no part of a rule string is secret. */
static inline int linter_open(struct linter *linter, struct span field, struct span rules) {
    int32_t number = loginlint_value(LOGINLINT_LIST_FIELD, field.s, field.n);
    loginlint_where where;
    struct span known = linter_rules(rules);
    uint32_t i;
    for (i = 0; i <= LOGINLINT_VERDICT_PASS; i++)
        linter->verdict[i] = loginlint_name(LOGINLINT_LIST_VERDICT, i);
    if (number < 0 || loginlint_policy_init(&linter->policy, (uint32_t)number) < 0) {
        snprintf(linter->error, LINTER_ERROR_MAX, "loginlint: no such field; there are login-id, password, card-number, pin");
        return 0;
    }
    if (!known.s) {
        snprintf(linter->error, LINTER_ERROR_MAX, "loginlint: no such preset; `loginlint --presets` lists them");
        return 0;
    }
    where.size = sizeof where;
    if (loginlint_policy_parse(&linter->policy, known.s, known.n, &where) < 0) {
        snprintf(linter->error, LINTER_ERROR_MAX, "loginlint: rules, byte %u: expected %s", (unsigned)where.offset,
                 loginlint_describe(LOGINLINT_LIST_EXPECTED, where.expected, LOGINLINT_LANGUAGE_EN)
                     ? loginlint_describe(LOGINLINT_LIST_EXPECTED, where.expected, LOGINLINT_LANGUAGE_EN)
                     : loginlint_name(LOGINLINT_LIST_EXPECTED, where.expected));
        return 0;
    }
    /* A table holds what was submitted once, and nobody is typing. */
    loginlint_context_init(&linter->context);
    return loginlint_context_parse(&linter->context, "stage: submit", 13, &where) == 0;
}

/* Wipes what the linter holds of a value. */
static inline void linter_close(struct linter *linter) {
    loginlint_wipe(linter, sizeof *linter);
}

static inline int linter_check(struct linter *linter, struct span value) {
    return loginlint_check(&linter->policy, &linter->context, (const uint8_t *)value.s, value.n, &linter->report) == 0;
}

static inline int linter_explain(struct linter *linter, struct span value) {
    const uint8_t *s = (const uint8_t *)value.s;
    linter->candidates.allowed = 0;
    return linter_check(linter, value) &&
           loginlint_candidates_find(&linter->policy, &linter->context, s, value.n, &linter->candidates) == 0 &&
           loginlint_explain(&linter->policy, &linter->context, s, value.n, &linter->report, &linter->candidates, &linter->explanation) == 0;
}

static inline const char *linter_verdict(struct linter *linter, struct span value) {
    return linter_check(linter, value) ? linter->verdict[linter->report.verdict] : NULL;
}

/* The first cause; NULL where there is nothing to say. */
static inline const char *linter_cause(struct linter *linter, struct span value) {
    if (!linter_check(linter, value) || linter->report.verdict == LOGINLINT_VERDICT_PASS || !linter_explain(linter, value) || !linter->explanation.count)
        return NULL;
    return loginlint_name(LOGINLINT_LIST_CAUSE, linter->explanation.cause[0].code);
}

/* The value with its safe fixes, in linter->text; 0 where there is none (not well-formed, too large). */
static inline int linter_text(struct linter *linter, struct span value) {
    if (!linter_check(linter, value) || !linter->report.wellformed || value.n > LOGINLINT_INPUT_MAX)
        return 0;
    if (linter->report.changed) {
        linter->length = linter->report.text_length;
        memcpy(linter->text, linter->report.text, linter->length);
    } else {
        linter->length = value.n;
        memcpy(linter->text, value.s, value.n);
    }
    return 1;
}

/* The report as JSON; what is secret is left out. */
static inline int linter_json(struct linter *linter, struct span value) {
    int32_t n = linter_explain(linter, value) ? loginlint_json(&linter->report, &linter->candidates, &linter->explanation, (const uint8_t *)value.s, value.n, 0,
                                                                LOGINLINT_LANGUAGE_EN, linter->text, LINTER_TEXT_MAX)
                                               : -1;
    if (n < 0 || n > LINTER_TEXT_MAX)
        return 0;
    linter->length = (uint32_t)n;
    return 1;
}

/* The answer, in static memory or in linter->text; s is NULL where SQL says NULL. */
static inline struct span linter_ask(struct linter *linter, enum linter_what what, struct span value) {
    struct span answer = {NULL, 0};
    if (what == LINTER_VERDICT || what == LINTER_CAUSE) {
        const char *name = what == LINTER_VERDICT ? linter_verdict(linter, value) : linter_cause(linter, value);
        return name ? span_of(name) : answer;
    }
    if (what == LINTER_TEXT ? linter_text(linter, value) : linter_json(linter, value)) {
        answer.s = (const char *)linter->text;
        answer.n = linter->length;
    }
    return answer;
}

/* 'width, case, separators, compatibility, look-alikes' or 'all' -> a sum of LOGINLINT_SAME_*; -1 for another word. */
static inline int32_t same_of(struct span words) {
    uint32_t at = 0, from;
    int32_t sum = 0, one;
    if (span_is(words, "all"))
        return LOGINLINT_SAME_WIDTH | LOGINLINT_SAME_CASE | LOGINLINT_SAME_SEPARATORS | LOGINLINT_SAME_COMPATIBILITY | LOGINLINT_SAME_LOOKALIKES;
    while (at < words.n) {
        while (at < words.n && (words.s[at] == ' ' || words.s[at] == ','))
            at++;
        for (from = at; at < words.n && words.s[at] != ' ' && words.s[at] != ','; at++)
            continue;
        if (at == from)
            break;
        one = loginlint_value(LOGINLINT_LIST_SAME, words.s + from, at - from);
        if (one < 0)
            return -1;
        sum |= one;
    }
    return sum;
}

#define KEY_ERROR "loginlint_key: words are width, case, separators, compatibility, look-alikes, all"

/* The key in `out`, which has KEY_MAX bytes; s is NULL for a value that has none. */
static inline struct span key_of(int32_t same, struct span value, uint8_t *out) {
    int32_t n = loginlint_key((uint32_t)same, (const uint8_t *)value.s, value.n, out, KEY_MAX);
    struct span key = {n < 0 || n > KEY_MAX ? NULL : (const char *)out, (uint32_t)n};
    return key;
}

static inline int span_same(struct span a, struct span b) {
    return a.n == b.n && memcmp(a.s, b.s, a.n) == 0;
}

#endif
