/* SPDX-License-Identifier: MIT */
/* pairs.c - what the library says about a secret depends on the kinds of its characters, never on which they are.
 *
 * Draws pairs of secrets whose characters are of the same kind at each place (small letter, capital, digit, the same
 * sign; their full-width forms): report, causes, sentences and unrevealed JSON must be the same, byte for byte.  Of a
 * report, `text`, `display` and the bytes of the pool are the value itself and left out; that they have the same
 * lengths is not.
 *
 * usage: pairs COUNT [SEED]     COUNT pairs for each field
 *        pairs --planted        compares `text` as well: must fail
 */
#include "../random.h"
#include <loginlint.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { OUT = 65536, CHARACTERS = 40 };

struct side {
    uint8_t input[4 * CHARACTERS];
    uint32_t n;
    loginlint_report report;
    loginlint_explanation explanation;
    uint8_t out[OUT];
};
static struct side a, b;
static int planted;

static void append(struct side *s, uint32_t cp) {
    s->n += utf8_of(cp, s->input + s->n);
}

static void same(uint32_t cp) {
    append(&a, cp);
    append(&b, cp);
}
/* One of a kind, twice. */
static void both(uint32_t from, uint32_t count) {
    append(&a, from + below(count));
    append(&b, from + below(count));
}
/* Where digits are asked for, a letter that looks like one is a kind of its own: both sides get the same letter. */
static void letters(uint32_t field, uint32_t from) {
    if (field == LOGINLINT_FIELD_PIN)
        same(from + below(26));
    else
        both(from, 26);
}

static void draw(uint32_t field) {
    static const uint32_t odd[] = {' ', '-', '_', '.', '@', '!', '~', 0x3000, 0xA0, 0x2212, 0x200B, 0xFF0D, 0x3042, 9};
    uint32_t mix = below(4), i, n = field == LOGINLINT_FIELD_PIN ? 1 + below(8) : below(24);
    a.n = b.n = 0;
    for (i = 0; i < n; i++) {
        uint32_t kind = below(mix == 0 ? 3 : mix == 1 ? 4 : 8);
        uint32_t width = mix == 2 && below(2) ? 0xFEE0 : 0;
        if (field == LOGINLINT_FIELD_PIN && mix != 3)
            kind = 2;
        if (kind == 0)
            letters(field, 'a' + width);
        else if (kind == 1)
            letters(field, 'A' + width);
        else if (kind == 2)
            both('0' + width, 10);
        else if (kind == 3)
            same(0x21 + below(15));
        else if (kind == 4)
            same(odd[below(sizeof odd / sizeof odd[0])]);
        else if (mix == 3)
            same(0x30AB); /* its romaji has a length of its own */
        else
            letters(field, 'a' + width);
    }
}

static void differ(const char *what, size_t at, uint32_t field) {
    uint32_t i;
    printf("%s differs at byte %zu, field %u:\n", what, at, field);
    for (i = 0; i < a.n; i++)
        printf("%02x", a.input[i]);
    printf("\n");
    for (i = 0; i < b.n; i++)
        printf("%02x", b.input[i]);
    printf("\n");
    exit(1);
}

static void equal(const char *what, const void *x, const void *y, size_t n, uint32_t field) {
    const uint8_t *p = x, *q = y;
    size_t i;
    if (memcmp(x, y, n) == 0)
        return;
    for (i = 0; p[i] == q[i]; i++)
        ;
    differ(what, i, field);
}

static void texts(const char *what, int32_t x, int32_t y, uint32_t field) {
    if (x != y || x < 0 || x > OUT)
        differ(what, 0, field);
    equal(what, a.out, b.out, (size_t)x, field);
}

static uint64_t told; /* findings compared: a run that compares nothing proves nothing */

static void compare(const loginlint_policy *policy, const loginlint_context *context, uint32_t field) {
    uint32_t i, language;
    if (loginlint_check(policy, context, a.input, a.n, &a.report) ||
        loginlint_check(policy, context, b.input, b.n, &b.report))
        differ("the status", 0, field);
    if (!a.report.secret)
        differ("`secret`", 0, field);
    equal("the report", &a.report, &b.report, offsetof(loginlint_report, diagnostics), field);
    equal("a finding", a.report.diagnostics, b.report.diagnostics, sizeof a.report.diagnostics[0] * a.report.count,
          field);
    if (loginlint_explain(policy, context, a.input, a.n, &a.report, NULL, &a.explanation) ||
        loginlint_explain(policy, context, b.input, b.n, &b.report, NULL, &b.explanation))
        differ("the status", 0, field);
    equal("a cause", &a.explanation, &b.explanation, sizeof a.explanation, field);
    if (planted)
        equal("`text`", a.report.text, b.report.text, a.report.text_length, field);
    for (language = 0; language < 2; language++) {
        for (i = 0; i < a.report.count; i++, told++)
            texts("a sentence", loginlint_message(&a.report, i, language, a.out, OUT),
                  loginlint_message(&b.report, i, language, b.out, OUT), field);
        for (i = 0; i < a.explanation.count; i++, told++) {
            texts("what happened", loginlint_cause_message(&a.explanation, i, language, a.out, OUT),
                  loginlint_cause_message(&b.explanation, i, language, b.out, OUT), field);
            texts("what to do", loginlint_cause_next(&a.explanation, i, language, a.out, OUT),
                  loginlint_cause_next(&b.explanation, i, language, b.out, OUT), field);
        }
        texts("the JSON", loginlint_json(&a.report, NULL, &a.explanation, a.input, a.n, 0, language, a.out, OUT),
              loginlint_json(&b.report, NULL, &b.explanation, b.input, b.n, 0, language, b.out, OUT), field);
    }
}

int main(int argc, char **argv) {
    static const char *const rules[][3] = {
        {"", "charset: unicode", "minlength: 8; required: digit; required: upper"},
        {"", "digits: 4-12", "digits: 6"},
        {"digits: 8", "digits: 4-12; purpose: create", "digits: 8; groups: 4-4; hyphens: require"}};
    static const char *const said[] = {"", "stage: submit", "caps-lock: on", "failures: 2"};
    static const uint32_t fields[] = {LOGINLINT_FIELD_PASSWORD, LOGINLINT_FIELD_PIN, LOGINLINT_FIELD_PASSWORD};
    static const uint32_t drawn[] = {LOGINLINT_FIELD_PASSWORD, LOGINLINT_FIELD_PIN,
                                     LOGINLINT_FIELD_PIN}; /* of digits */
    loginlint_policy policy[3][3];
    loginlint_context context[4];
    uint32_t i, k, count;
    planted = argc > 1 && !strcmp(argv[1], "--planted");
    count = argc > 1 && !planted ? (uint32_t)strtoul(argv[1], NULL, 10) : 20000;
    if (argc > 2)
        state ^= strtoull(argv[2], NULL, 10) << 20;
    for (i = 0; i < 3; i++)
        for (k = 0; k < 3; k++)
            if (loginlint_policy_init(&policy[i][k], fields[i]) ||
                loginlint_policy_parse(&policy[i][k], rules[i][k], (uint32_t)strlen(rules[i][k]), NULL))
                return puts("bad rules"), 2;
    for (i = 0; i < 4; i++)
        if (loginlint_context_parse(&context[i], said[i], (uint32_t)strlen(said[i]), NULL))
            return puts("bad context"), 2;
    for (i = 0; i < 3; i++)
        for (k = 0; k < count; k++) {
            draw(drawn[i]);
            compare(&policy[i][k % 3], &context[k / 3 % 4], fields[i]);
        }
    if (told < count)
        return puts("hardly a finding was compared"), 1;
    printf("%u pairs, %llu sentences\n", 3 * count, (unsigned long long)told);
    return 0;
}
