/* SPDX-License-Identifier: MIT */
/* utf.c - UTF-8 (RFC 3629), strictly: bytes to a code point, a code point to bytes; UTF-16 units to a code point.
 *
 * In: bytes or units, or a scalar value.  Out: one code point and how many bytes it took, LL_ILLFORMED for what is
 * none; or one to four bytes.
 */
#include "text/utf.h"

/* The second byte decides overlong forms, surrogates and values over U+10FFFF: its range by lead byte. */
static int second_in_range(uint32_t lead, uint32_t b) {
    uint32_t low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    uint32_t high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    return b >= low && b <= high;
}

uint32_t loginlint__utf8_next(const uint8_t *s, uint32_t n, uint32_t *length) {
    uint32_t lead = s[0], need, cp, i;
    *length = 1;
    if (lead < 0x80)
        return lead;
    if (lead < 0xC2 || lead > 0xF4)
        return LL_ILLFORMED;
    need = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    cp = lead & (0x7Fu >> need);
    for (i = 1; i < need; i++) {
        if (i == n || (i == 1 ? !second_in_range(lead, s[1]) : (s[i] & 0xC0u) != 0x80))
            return LL_ILLFORMED;
        cp = cp << 6 | (s[i] & 0x3Fu);
        *length = i + 1;
    }
    return cp;
}

uint32_t loginlint__utf8_put(uint32_t cp, uint8_t *out) {
    if (cp < 0x80) {
        out[0] = (uint8_t)cp;
        return 1;
    }
    if (cp < 0x800) {
        out[0] = (uint8_t)(0xC0 | cp >> 6);
        out[1] = (uint8_t)(0x80 | (cp & 0x3F));
        return 2;
    }
    if (cp < 0x10000) {
        out[0] = (uint8_t)(0xE0 | cp >> 12);
        out[1] = (uint8_t)(0x80 | (cp >> 6 & 0x3F));
        out[2] = (uint8_t)(0x80 | (cp & 0x3F));
        return 3;
    }
    out[0] = (uint8_t)(0xF0 | (cp >> 18 & 0x07));
    out[1] = (uint8_t)(0x80 | (cp >> 12 & 0x3F));
    out[2] = (uint8_t)(0x80 | (cp >> 6 & 0x3F));
    out[3] = (uint8_t)(0x80 | (cp & 0x3F));
    return 4;
}

uint32_t loginlint__utf16_next(const uint16_t *s, uint32_t n, uint32_t *at) {
    uint32_t unit = s[(*at)++];
    if (unit < 0xD800 || unit > 0xDFFF)
        return unit;
    if (unit > 0xDBFF || *at >= n || s[*at] < 0xDC00 || s[*at] > 0xDFFF)
        return LL_ILLFORMED;
    return 0x10000 + ((unit - 0xD800) << 10) + (s[(*at)++] - 0xDC00u);
}

uint32_t loginlint__value_next(const struct ll_value *value, uint32_t *at) {
    uint32_t length, cp;
    if (value->utf16)
        return loginlint__utf16_next(value->utf16, value->n, at);
    cp = loginlint__utf8_next(value->utf8 + *at, value->n - *at, &length);
    *at += length;
    return cp;
}
