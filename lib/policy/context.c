/* SPDX-License-Identifier: MIT */
/* context.c - what the platform knows, as a string.
 *
 * In: "caps-lock: on; entry: typed; keyboard: touch; platform: ios; stage: submit; composing: yes; num-lock: off;
 * failures: 2; caps-evidence: -120".  Out: loginlint_context, or the first error.  Every property may be said once;
 * `unknown` is what holds when nothing is said.
 */
#include "text/scan.h"
#include <stddef.h>

#define FAILURES_MAX 1000000u
#define EVIDENCE_MAX 1000000u /* centinats; a field of 1,024 letters cannot give more */

enum property {
    CAPS_LOCK,
    ENTRY,
    KEYBOARD,
    PLATFORM,
    STAGE,
    COMPOSING,
    NUM_LOCK,
    WORDS,
    FAILURES = WORDS,
    CAPS_EVIDENCE
};

/* In the order of enum property; the value of a word is its place. */
static const char table[] = "caps-lock unknown off on\0"
                            "entry unknown typed paste autofill\0"
                            "keyboard unknown hardware touch\0"
                            "platform unknown windows mac linux android ios\0"
                            "stage typing submit\0"
                            "composing no yes\0"
                            "num-lock unknown off on\0"
                            "failures\0"
                            "caps-evidence\0";

_Static_assert(LOGINLINT_PLATFORM_IOS == 5, "platforms are in the order of their numbers");

/* Where a word's value is kept. */
static const uint8_t members[WORDS] = {
    [CAPS_LOCK] = offsetof(loginlint_context, caps_lock), [ENTRY] = offsetof(loginlint_context, entry),
    [KEYBOARD] = offsetof(loginlint_context, keyboard),   [PLATFORM] = offsetof(loginlint_context, platform),
    [STAGE] = offsetof(loginlint_context, stage),         [COMPOSING] = offsetof(loginlint_context, composing),
    [NUM_LOCK] = offsetof(loginlint_context, num_lock),
};

static int word(struct ll_scan *scan, loginlint_context *context, uint32_t property) {
    uint32_t value = loginlint__scan_choice(scan, table, property);
    if (value == LL_NO_WORD)
        return loginlint__scan_fail(scan, scan->at, LOGINLINT_FOUND_TEXT,
                                    property == COMPOSING ? LOGINLINT_EXPECTED_YES_NO : LOGINLINT_EXPECTED_VALUE);
    ((uint8_t *)context)[members[property]] = (uint8_t)value;
    return 1;
}

static int evidence(struct ll_scan *scan, loginlint_context *context) {
    int negative = loginlint__scan_take(scan, '-');
    uint32_t n;
    if (!negative)
        loginlint__scan_take(scan, '+');
    if (!loginlint__scan_number(scan, 0, EVIDENCE_MAX, &n))
        return 0;
    context->caps_evidence = negative ? -(int32_t)n : (int32_t)n;
    return 1;
}

static int value(struct ll_scan *scan, loginlint_context *context, uint32_t property) {
    if (property < WORDS)
        return word(scan, context, property);
    if (property == FAILURES)
        return loginlint__scan_number(scan, 0, FAILURES_MAX, &context->failures);
    return evidence(scan, context);
}

static int property(struct ll_scan *scan, loginlint_context *context, uint32_t *said) {
    uint32_t i = loginlint__scan_property(scan, table, said, 0);
    return i != LL_NO_WORD && value(scan, context, i) && loginlint__scan_semicolon(scan);
}

int32_t loginlint_context_init(loginlint_context *context) {
    const loginlint_context nothing = {.size = sizeof nothing};
    if (!context)
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    *context = nothing;
    return 0;
}

int32_t loginlint_context_parse(loginlint_context *context, const char *text, uint32_t n, loginlint_where *where) {
    struct ll_scan scan;
    uint32_t said = 0;
    if (!context || (!text && n))
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    loginlint_context_init(context);
    scan = loginlint__scan_on(text, n, where);
    loginlint__scan_space(&scan);
    while (scan.at < scan.n)
        if (!property(&scan, context, &said)) {
            loginlint_context_init(context);
            return -(int32_t)LOGINLINT_ERROR_SYNTAX;
        }
    return 0;
}
