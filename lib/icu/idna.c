/* SPDX-License-Identifier: MIT */
/* idna.c - internationalised domain names by UTS #46, non-transitional, with the Bidi and joiner rules.
 *
 * In: a domain name in UTF-8.  Out: its ASCII or its display form, and the first label that is wrong.  ICU says only
 * what is wrong somewhere; the label is found by asking again label by label.
 */
#include "loginlint.h"
#include <string.h>
#include <unicode/uidna.h>

#define NAME_MAX_BYTES 1024 /* 253 in ASCII; the display form is shorter than four times that */

/* What a browser lets pass: lengths and where hyphens stand. */
#define LENIENT                                                                                                        \
    (UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG | UIDNA_ERROR_DOMAIN_NAME_TOO_LONG |                         \
     UIDNA_ERROR_LEADING_HYPHEN | UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4)

/* "xn--" and beside it what is not ASCII: ICU up to 67 at least lets such a label through both ways. */
static int is_half_ascii(const char *s, int32_t n) {
    int32_t i, from = 0;
    for (i = 0; i < n; i++) {
        if (s[i] == '.')
            from = i + 1;
        if ((uint8_t)s[i] >= 0x80 && i - from >= 4 && memcmp(s + from, "xn--", 4) == 0)
            return 1;
    }
    return 0;
}

static int32_t convert(const UIDNA *idna, const uint8_t *s, uint32_t n, uint32_t flags, char out[NAME_MAX_BYTES],
                       uint32_t *errors) {
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    UErrorCode error = U_ZERO_ERROR;
    int32_t length =
        flags & LOGINLINT_DOMAIN_ASCII
            ? uidna_nameToASCII_UTF8(idna, (const char *)s, (int32_t)n, out, NAME_MAX_BYTES, &info, &error)
            : uidna_nameToUnicodeUTF8(idna, (const char *)s, (int32_t)n, out, NAME_MAX_BYTES, &info, &error);
    if (U_SUCCESS(error) && !info.errors && is_half_ascii(out, length))
        info.errors |= UIDNA_ERROR_PUNYCODE;
    *errors = info.errors & ~(flags & LOGINLINT_DOMAIN_LENIENT ? (uint32_t)LENIENT : 0);
    return U_FAILURE(error) ? -1 : length;
}

/* The bytes of the full stop at s: U+002E, U+3002, U+FF0E, U+FF61; 0 for anything else. */
static uint32_t stop_at(const uint8_t *s, uint32_t n) {
    if (s[0] == '.')
        return 1;
    return n >= 3 && (memcmp(s, "\343\200\202", 3) == 0 || memcmp(s, "\357\274\216", 3) == 0 ||
                      memcmp(s, "\357\275\241", 3) == 0)
               ? 3
               : 0;
}

static uint32_t label_end(const uint8_t *s, uint32_t n, uint32_t at) {
    while (at < n && !stop_at(s + at, n - at))
        at++;
    return at;
}

/* The first label that has an error of its own; the whole name when only the whole has one. */
static void find_label(const UIDNA *idna, const uint8_t *s, uint32_t n, uint32_t flags, uint32_t span[2],
                       uint32_t *errors) {
    char out[NAME_MAX_BYTES];
    uint32_t from = 0, to, mine;
    for (;; from = to + stop_at(s + to, n - to)) {
        to = label_end(s, n, from);
        if (to > from && (convert(idna, s + from, to - from, flags, out, &mine) < 0 || mine & *errors)) {
            *errors &= mine ? mine : *errors;
            span[0] = from;
            span[1] = to;
            return;
        }
        if (to == n)
            break;
    }
    span[0] = 0;
    span[1] = n;
}

static void count_to(const uint8_t *s, uint32_t end, uint32_t *utf16, uint32_t *characters) {
    uint32_t i;
    *utf16 = *characters = 0;
    for (i = 0; i < end; i++) {
        *characters += (s[i] & 0xC0) != 0x80;
        *utf16 += (uint32_t)((s[i] & 0xC0) != 0x80) + (uint32_t)(s[i] >= 0xF0);
    }
}

static void describe(loginlint_diagnostic *d, const uint8_t *s, const uint32_t span[2], uint32_t errors) {
    uint32_t i;
    d->code = LOGINLINT_CODE_IDNA;
    d->severity = LOGINLINT_SEVERITY_ERROR;
    d->confidence = 100;
    while (!(errors >> d->argument & 1) && d->argument < 31)
        d->argument++;
    for (i = 0; i < 2; i++) {
        d->byte[i] = span[i];
        count_to(s, span[i], &d->utf16[i], &d->character[i]);
    }
}

int32_t loginlint_icu_domain(const uint8_t *input, uint32_t n, uint32_t flags, uint8_t *out, uint32_t capacity,
                             loginlint_diagnostic *finding) {
    static const loginlint_diagnostic none;
    UErrorCode error = U_ZERO_ERROR;
    char name[NAME_MAX_BYTES];
    uint32_t errors = 0, span[2] = {0, n}, i;
    int32_t length;
    UIDNA *idna;
    if ((!input && n) || (!out && capacity) || !finding)
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    if (n > LOGINLINT_INPUT_MAX)
        return -(int32_t)LOGINLINT_ERROR_TOO_LONG;
    *finding = none;
    idna = uidna_openUTS46(UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII |
                               UIDNA_NONTRANSITIONAL_TO_UNICODE |
                               (flags & LOGINLINT_DOMAIN_STD3 ? UIDNA_USE_STD3_RULES : 0u),
                           &error);
    if (U_FAILURE(error))
        return -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
    length = convert(idna, input, n, flags, name, &errors);
    if (length < 0 || length > NAME_MAX_BYTES) {
        errors |= UIDNA_ERROR_DOMAIN_NAME_TOO_LONG;
        length = 0;
    }
    if (errors) {
        find_label(idna, input, n, flags, span, &errors);
        describe(finding, input, span, errors);
    }
    uidna_close(idna);
    for (i = 0; i < (uint32_t)length && i < capacity; i++)
        out[i] = (uint8_t)name[i];
    while (i && i < (uint32_t)length && ((uint8_t)name[i] & 0xC0) == 0x80)
        out[--i] = 0; /* the piece of a character that the capacity cut through */
    return length;
}
