/* SPDX-License-Identifier: MIT */
/* random_cause.h - causes as a record may hold them: every fact that a sentence can depend on, drawn again and again.
 */
#ifndef RANDOM_CAUSE_H
#define RANDOM_CAUSE_H

#include "loginlint.h"
#include "random.h"
#include <string.h>

static void draw_place(loginlint_cause *cause) {
    static const uint16_t positions[] = {1, 2, 6, 1024};
    cause->position = ANY(positions);
    cause->position_end = (uint16_t)(cause->position + (below(2) ? 0 : 1 + below(3)));
    cause->character[0] = cause->position - 1u;
    cause->character[1] = cause->position_end;
    cause->places = (uint16_t)(1 + below(3));
}

static void draw_numbers(loginlint_cause *cause) {
    static const uint32_t counts[] = {1, 2, 15, 1024}, least[] = {0, 1, 8, 10}, most[] = {0, 10, 16, 1024};
    cause->count = ANY(counts);
    cause->limits[0] = ANY(least);
    cause->limits[1] = ANY(most);
    if (cause->limits[1] && cause->limits[0] > cause->limits[1])
        cause->limits[0] = cause->limits[1];
    if (cause->code == LOGINLINT_CAUSE_REPEATS)
        cause->limits[1] = 1 + below(3);
    else if (!cause->limits[0] && !cause->limits[1])
        cause->limits[0] = 4;
}

/* In a box for digits the others are secrets or about none. */
static void draw_characters(loginlint_cause *cause) {
    static const uint32_t shown[] = {',', 'O', 0x30FC, 0x2019, 0x200B, 0x2460, 0x10FFFF, 0x300C, 0x301};
    static const uint32_t meant[] = {0, '.', '0', '-', '\'', 'x', '\\'};
    cause->secret = cause->field != LOGINLINT_FIELD_LOGIN_ID || below(4) == 0;
    if (!cause->secret && below(2)) {
        cause->argument = ANY(shown);
        cause->meant = ANY(meant);
    }
}

static loginlint_cause random_cause(void) {
    static const uint8_t bases[] = {LOGINLINT_NOTHING, LOGINLINT_BASIS_SHIFT, LOGINLINT_BASIS_AZERTY_LAYOUT,
                                    LOGINLINT_BASIS_FOLD};
    static const uint8_t diagnostics[] = {LOGINLINT_CODE_HANGUL_LAYOUT,
                                          LOGINLINT_CODE_ENCODED_TEXT,
                                          LOGINLINT_CODE_LOST_DIGITS,
                                          LOGINLINT_CODE_LOOKALIKE_LETTER,
                                          LOGINLINT_CODE_LOOKALIKE_DIGIT,
                                          LOGINLINT_CODE_FOREIGN_DIGIT,
                                          LOGINLINT_CODE_COMPATIBILITY_FORM,
                                          LOGINLINT_CODE_YEN_BACKSLASH,
                                          LOGINLINT_CODE_DASH_LOOKALIKE,
                                          LOGINLINT_CODE_TOO_SHORT,
                                          LOGINLINT_CODE_TOO_LONG,
                                          LOGINLINT_CODE_TOO_LARGE,
                                          LOGINLINT_CODE_IDNA,
                                          LOGINLINT_CODE_FULLWIDTH_FORM};
    static const uint8_t operations[] = {0, 2, 4, 8, 16, 4 | 16, 8 | 16, 32, 64, 128, 32 | 64};
    static const uint8_t confidences[] = {5, 30, 60, 90};
    loginlint_cause cause;
    memset(&cause, 0, sizeof cause);
    do
        cause.code = (uint8_t)below(64);
    while (!loginlint_name(LOGINLINT_LIST_CAUSE, cause.code));
    cause.remedy = (uint8_t)below(LOGINLINT_REMEDY_GO + 1);
    cause.confidence = ANY(confidences);
    cause.severity = (uint8_t)below(3);
    cause.basis = ANY(bases);
    cause.case_lost = (uint8_t)below(2);
    cause.diagnostic = ANY(diagnostics);
    cause.operations = ANY(operations);
    cause.reason = (uint8_t)below(LOGINLINT_REASON_OTHER + 1);
    cause.field = (uint8_t)below(4);
    cause.place = (uint8_t)below(5);
    if (cause.place > LOGINLINT_FIELD_PIN)
        cause.place = LOGINLINT_NOTHING;
    cause.kind = (uint8_t)below(4);
    cause.brand = (uint8_t)below(LOGINLINT_BRAND_NARANJA + 1);
    cause.platform = (uint8_t)below(LOGINLINT_PLATFORM_IOS + 1);
    cause.keyboard = (uint8_t)below(3);
    cause.known = (uint8_t)below(2);
    cause.classes = (uint8_t)(1 + below(255));
    cause.digits = (uint8_t)below(2);
    draw_place(&cause);
    draw_numbers(&cause);
    draw_characters(&cause);
    return cause;
}

#endif
