/* SPDX-License-Identifier: MIT */
/* taint.c - no byte of a password or PIN flows into what may be shown: the data-flow sanitizer labels every byte of the
 * value, and no byte of a sentence, of the unrevealed JSON or of a finding may carry the label.
 *
 * Flows through arithmetic and copies count, look-ups in tables and branches do not (tests/secrets/pairs.c has those:
 * the answer depends on the kinds of the characters only).  Of a finding the spans, which count bytes, are data of no
 * character.
 *
 * usage: taint COUNT      COUNT random secrets for each field; prints what was looked at
 *        taint --planted  the same with what is revealed: every one must carry the label
 */
#include "../random.h"
#include <loginlint.h>
#include <sanitizer/dfsan_interface.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { OUT = 65536, CHARACTERS = 24 };

static loginlint_policy policy;
static loginlint_context context;
static loginlint_report report;
static loginlint_candidates candidates;
static loginlint_explanation explanation;
static uint8_t input[4 * CHARACTERS], out[OUT];
static uint32_t n;
static int planted;
static unsigned long long looked, labelled;

static void append(uint32_t cp) {
    n += utf8_of(cp, input + n);
}

/* Values as people mistype them; each begins with a digit, so that something is there to be shown. */
static void draw(uint32_t field) {
    static const uint32_t odd[] = {' ',    '-',   0x3000, 0xA0,   0x2212, 0x200B, 0xFF0D, 0x3042, 0x3089,
                                   0x30FC, 0x430, 0x444,  0x3131, 0xA5,   0x2019, 0x661,  0x2460, 9};
    uint32_t i, kind = below(5), size = 1 + below(field == LOGINLINT_FIELD_PIN ? 8 : CHARACTERS - 1);
    for (i = n = 0; i < size; i++) {
        uint32_t width = kind == 1 && below(2) ? 0xFEE0 : 0;
        if (i == 0 || (field == LOGINLINT_FIELD_PIN && below(4)))
            append('0' + below(10) + width);
        else if (kind == 2)
            append(0x3041 + below(0x50));
        else if (kind == 3)
            append(odd[below(sizeof odd / sizeof odd[0])]);
        else
            append((below(2) ? 'a' : 'A') + below(26) + width);
    }
}

static void look(const char *what, const void *p, size_t size) {
    looked++;
    if (!dfsan_read_label(p, size))
        return;
    labelled++;
    if (!planted) {
        size_t i = 0;
        while (!dfsan_read_label((const uint8_t *)p + i, 1))
            i++;
        printf("%s: byte %zu comes from the value: %.*s\n", what, i, what[0] == 'a' && what[2] == 'f' ? 0 : (int)size,
               (const char *)p);
        exit(1);
    }
}

/* A flow that is meant, each with its reason where it is called. */
static void allow(void *p, size_t size) {
    dfsan_set_label(0, p, size);
}

/* What a finding tells, but for spans and for what the report holds of the value itself. */
static void look_at(const loginlint_diagnostic *d) {
    look("a finding's fix", &d->level, 4);
    look("a finding's argument", &d->argument, sizeof d->argument);
}

static void one(uint32_t field) {
    static const char *const said[] = {"", "stage: submit; caps-lock: on", "failures: 2; keyboard: touch",
                                       "composing: yes"};
    const char *words = said[below(4)];
    uint32_t i, language, flags = planted ? LOGINLINT_JSON_REVEAL : 0;
    int32_t length;
    draw(field);
    if (loginlint_context_parse(&context, words, (uint32_t)strlen(words), NULL))
        exit(2);
    dfsan_flush();
    dfsan_set_label(1, input, n);
    memset(&candidates, 0, sizeof candidates);
    candidates.size = sizeof candidates;
    if (loginlint_check(&policy, &context, input, n, &report) ||
        loginlint_candidates_find(&policy, &context, input, n, &candidates))
        exit(2);
    for (i = 0; i < report.count; i++) {
        loginlint_diagnostic *d = &report.diagnostics[i];
        allow(d->byte,
              sizeof d->byte + sizeof d->utf16 + sizeof d->character); /* how long each character is, summed up */
        allow(&d->code, 4);      /* with severity and confidence: which kinds of characters there are, as bits */
        allow(&d->operation, 1); /* to capitals or to small letters: the kind of the character */
        allow(&d->position, 4);  /* how many before it can be seen: a sum of comparisons */
    }
    allow(&report.caps_evidence, sizeof report.caps_evidence); /* counts of capitals and small letters */
    for (i = 0; i < candidates.count; i++) {
        allow(&candidates.candidate[i].confidence, 1); /* the same, and how usual the letters of a spelling are */
        allow(&candidates.candidate[i].bases, 5);      /* causes: which kinds of characters there are */
    }
    if (loginlint_explain(&policy, &context, input, n, &report, &candidates, &explanation))
        exit(2);
    for (i = 0; i < explanation.count; i++)
        allow(&explanation.cause[i].count, 4); /* a sum of comparisons */
    for (i = 0; !planted && i < report.count; i++)
        look_at(&report.diagnostics[i]);
    for (i = 0; !planted && i < explanation.count; i++)
        look("a cause", &explanation.cause[i], sizeof explanation.cause[i]);
    for (language = 0; language < 2; language++) {
        for (i = 0; !planted && i < report.count; i++) {
            length = loginlint_message(&report, i, language, out, OUT);
            look("a sentence", out, (size_t)length);
        }
        for (i = 0; !planted && i < explanation.count; i++) {
            length = loginlint_cause_message(&explanation, i, language, out, OUT);
            look("what happened", out, (size_t)length);
            length = loginlint_cause_next(&explanation, i, language, out, OUT);
            look("what to do", out, (size_t)length);
        }
        length = loginlint_json(&report, &candidates, &explanation, input, n, flags, language, out, OUT);
        look("the JSON", out, (size_t)length);
    }
    dfsan_set_label(0, input, n);
}

int main(int argc, char **argv) {
    static const char *const rules[2][3] = {
        {"digits: 8", "minlength: 8; required: digit; case: lower", "charset: unicode"},
        {"", "digits: 4-8; hyphens: require", "digits: 6; checksum: luhn"}};
    static const uint32_t fields[] = {LOGINLINT_FIELD_PASSWORD, LOGINLINT_FIELD_PIN};
    unsigned count, i, k;
    planted = argc > 1 && !strcmp(argv[1], "--planted");
    count = argc > 1 && !planted ? (unsigned)atoi(argv[1]) : 200;
    for (i = 0; i < 2; i++)
        for (k = 0; k < count; k++) {
            const char *text = rules[i][k % 3];
            if (loginlint_policy_init(&policy, fields[i]) ||
                loginlint_policy_parse(&policy, text, (uint32_t)strlen(text), NULL))
                return 2;
            one(fields[i]);
        }
    if (planted && labelled < looked)
        return printf("%llu of %llu that show the value carry no label\n", looked - labelled, looked), 2;
    printf("%u secrets, %llu outputs\n", 2 * count, looked);
    return planted;
}
