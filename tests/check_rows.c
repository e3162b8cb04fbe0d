/* SPDX-License-Identifier: MIT */
/* check_rows.c - no row of the language files is there in vain: each is said of some finding, cause or advice.
 *
 * In: random causes, diagnostics and advice; in place of every text its number.  Out: the rows that nothing reaches.
 */
#define const /* the texts of this copy are written at run time */
#define loginlint__texts_en numbered_en
#include "words/sentence.c"
#undef const

#include "must.h"
#include "random_cause.h"
#include <stdio.h>
#include <stdlib.h>

char *numbered_en[LL_TEXTS];
static char numbers[LL_TEXTS][32];
static unsigned char reached[LL_TEXTS];

/* Its number, and those of the keys that it could name. */
static void number_texts(void) {
    static const uint8_t keys[] = {PUT_IME, PUT_KEYBOARD, PUT_CAPS};
    int i;
    for (i = 0; i < LL_TEXTS; i++) {
        snprintf(numbers[i], sizeof numbers[i], "%d", i);
        numbered_en[i] = numbers[i];
    }
    for (i = 0; i < LL_TEXTS; i++)
        if (rows[i].part != LL_ABOUT)
            snprintf(numbers[i], sizeof numbers[i], "%d \1%c \1%c \1%c", i, keys[0], keys[1], keys[2]);
}

static void note(const uint8_t *text, int32_t n) {
    char copy[128], *at = copy, *end;
    HOLDS(n > 0 && n < (int32_t)sizeof copy);
    memcpy(copy, text, (size_t)n);
    copy[n] = 0;
    for (; *at; at = *end ? end + 1 : end)
        reached[strtol(at, &end, 10)] = 1;
}

static void say_causes(long rounds) {
    static loginlint_explanation explanation;
    uint8_t text[128];
    explanation.size = sizeof explanation;
    explanation.count = 1;
    while (rounds--) {
        explanation.cause[0] = random_cause();
        note(text, loginlint_cause_message(&explanation, 0, LOGINLINT_LANGUAGE_EN, text, sizeof text));
        note(text, loginlint_cause_next(&explanation, 0, LOGINLINT_LANGUAGE_EN, text, sizeof text));
    }
}

static void say_diagnostics(long rounds) {
    static const uint8_t confidences[] = {5, 30, 60, 95};
    static loginlint_report report;
    loginlint_diagnostic *d = &report.diagnostics[0];
    uint8_t text[128];
    report.size = sizeof report;
    report.count = 1;
    while (rounds--) {
        do
            d->code = (uint16_t)below(128);
        while (!loginlint_name(LOGINLINT_LIST_CODE, d->code));
        report.field = (uint8_t)below(4);
        report.secret = report.field != LOGINLINT_FIELD_LOGIN_ID;
        report.digits = below(2);
        d->severity = (uint8_t)below(3);
        d->confidence = ANY(confidences);
        d->level = (uint8_t)below(3);
        d->operation = (uint8_t)below(8);
        d->platform = (uint8_t)below(6);
        d->character[0] = below(2);
        d->character[1] = d->character[0] + 1;
        d->argument = below(5);
        d->fix_length = below(2) * 3;
        memcpy(report.pool, below(2) ? "x.y" : "xyz", 3);
        note(text, loginlint_message(&report, 0, LOGINLINT_LANGUAGE_EN, text, sizeof text));
    }
}

static void say_advice(void) {
    static loginlint_advice advice;
    uint8_t text[128];
    uint32_t code, i;
    advice.size = sizeof advice;
    advice.count = 1;
    for (code = 0; code < 64; code++)
        for (i = 0; i < 4 && loginlint_name(LOGINLINT_LIST_ADVICE, code); i++) {
            advice.item[0].code = (uint16_t)code;
            advice.item[0].argument = i & 1;
            advice.item[0].until[0] = i & 2 ? 86400 : 0;
            note(text, loginlint_advice_message(&advice, 0, LOGINLINT_LANGUAGE_EN, text, sizeof text));
            note(text, loginlint_advice_next(&advice, 0, LOGINLINT_LANGUAGE_EN, text, sizeof text));
        }
}

int main(void) {
    int i, missed = 0;
    number_texts();
    say_causes(200000);
    say_diagnostics(100000);
    say_advice();
    for (i = 0; i < LL_TEXTS; i++)
        if (!reached[i] && (rows[i].part != LL_ABOUT || rows[i].facts)) {
            printf("check_rows: row %d (member %u) is never said\n", i, (unsigned)rows[i].member);
            missed++;
        }
    printf("check_rows: %d texts, %d never said\n", LL_TEXTS, missed);
    return missed ? EXIT_FAILURE : EXIT_SUCCESS;
}
