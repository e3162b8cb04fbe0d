/* context.c - what the platform knows, as a string.
 *
 * In: "caps-lock: on; entry: typed; keyboard: touch; platform: ios; stage: submit; composing: yes; failures: 2;
 * caps-evidence: -120".  Out: loginlint_context, or the first error.  Every property may be said once; `unknown` is
 * what holds when nothing is said.
 */
#include "scan.h"
#include <stddef.h>

#define FAILURES_MAX 1000000u
#define EVIDENCE_MAX 1000000u /* centinats; a field of 1,024 letters cannot give more */

enum property { CAPS_LOCK, ENTRY, KEYBOARD, PLATFORM, STAGE, COMPOSING, WORDS, FAILURES = WORDS, CAPS_EVIDENCE, PROPERTIES };

static const struct {
    char name[14];
    uint8_t offset; /* of the member that keeps a word's value */
} properties[] = {
    [CAPS_LOCK] = {"caps-lock", offsetof(loginlint_context, caps_lock)},
    [ENTRY] = {"entry", offsetof(loginlint_context, entry)},
    [KEYBOARD] = {"keyboard", offsetof(loginlint_context, keyboard)},
    [PLATFORM] = {"platform", offsetof(loginlint_context, platform)},
    [STAGE] = {"stage", offsetof(loginlint_context, stage)},
    [COMPOSING] = {"composing", offsetof(loginlint_context, composing)},
    [FAILURES] = {"failures", 0},
    [CAPS_EVIDENCE] = {"caps-evidence", 0},
};

static const struct {
    uint8_t property, value;
    char text[9];
} words[] = {
    {CAPS_LOCK, 0, "unknown"},
    {CAPS_LOCK, 1, "off"},
    {CAPS_LOCK, 2, "on"},
    {ENTRY, 0, "unknown"},
    {ENTRY, 1, "typed"},
    {ENTRY, 2, "paste"},
    {ENTRY, 3, "autofill"},
    {KEYBOARD, 0, "unknown"},
    {KEYBOARD, 1, "hardware"},
    {KEYBOARD, 2, "touch"},
    {PLATFORM, LOGINLINT_PLATFORM_UNKNOWN, "unknown"},
    {PLATFORM, LOGINLINT_PLATFORM_WINDOWS, "windows"},
    {PLATFORM, LOGINLINT_PLATFORM_MAC, "mac"},
    {PLATFORM, LOGINLINT_PLATFORM_LINUX, "linux"},
    {PLATFORM, LOGINLINT_PLATFORM_ANDROID, "android"},
    {PLATFORM, LOGINLINT_PLATFORM_IOS, "ios"},
    {STAGE, 0, "typing"},
    {STAGE, 1, "submit"},
    {COMPOSING, 0, "no"},
    {COMPOSING, 1, "yes"},
};

static int word(struct ll_scan *scan, loginlint_context *context, uint32_t property) {
    uint32_t i;
    for (i = 0; i < sizeof words / sizeof words[0]; i++)
        if (words[i].property == property && ll_scan_word(scan, words[i].text)) {
            ((uint8_t *)context)[properties[property].offset] = words[i].value;
            return 1;
        }
    return ll_scan_fail(scan, scan->at, LOGINLINT_FOUND_TEXT,
                        property == COMPOSING ? LOGINLINT_EXPECTED_YES_NO : LOGINLINT_EXPECTED_VALUE);
}

static int evidence(struct ll_scan *scan, loginlint_context *context) {
    int negative = ll_scan_take(scan, '-');
    uint32_t n;
    if (!negative)
        ll_scan_take(scan, '+');
    if (!ll_scan_number(scan, 0, EVIDENCE_MAX, &n))
        return 0;
    context->caps_evidence = negative ? -(int32_t)n : (int32_t)n;
    return 1;
}

static int value(struct ll_scan *scan, loginlint_context *context, uint32_t property) {
    if (property < WORDS)
        return word(scan, context, property);
    if (property == FAILURES)
        return ll_scan_number(scan, 0, FAILURES_MAX, &context->failures);
    return evidence(scan, context);
}

static int property(struct ll_scan *scan, loginlint_context *context, uint32_t *said) {
    uint32_t at = scan->at, i;
    for (i = 0; i < PROPERTIES; i++)
        if (ll_scan_word(scan, properties[i].name))
            break;
    if (i == PROPERTIES)
        return ll_scan_fail(scan, at, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_PROPERTY);
    if (*said >> i & 1)
        return ll_scan_fail(scan, at, LOGINLINT_FOUND_DUPLICATE, LOGINLINT_EXPECTED_PROPERTY);
    *said |= 1u << i;
    return ll_scan_colon(scan) && value(scan, context, i) && ll_scan_semicolon(scan);
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
    scan = ll_scan_on(text, n, where);
    ll_scan_space(&scan);
    while (scan.at < scan.n)
        if (!property(&scan, context, &said)) {
            loginlint_context_init(context);
            return -(int32_t)LOGINLINT_ERROR_SYNTAX;
        }
    return 0;
}
