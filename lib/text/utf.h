/* SPDX-License-Identifier: MIT */
/* utf.h - one code point from UTF-8 or UTF-16, one code point to UTF-8. */
#ifndef LL_UTF_H
#define LL_UTF_H

#include "text/chartab.h"

/* Reads one code point from s[0..n), n >= 1.  The bytes it took (1-4) in *length; an ill-formed sequence is
 * LL_ILLFORMED and takes its maximal subpart (Unicode 15, section 3.9, table 3-8). */
uint32_t loginlint__utf8_next(const uint8_t *s, uint32_t n, uint32_t *length);

/* Reads one code point from the units s[0..n) at *at (below n), which moves on; LL_ILLFORMED for a lone surrogate. */
uint32_t loginlint__utf16_next(const uint16_t *s, uint32_t n, uint32_t *at);

/* Writes cp (a scalar value) to out, which has room for 4 bytes; returns the bytes written. */
uint32_t loginlint__utf8_put(uint32_t cp, uint8_t *out);

/* A value in the encoding that it came in; the other pointer is NULL. */
struct ll_value {
    const uint8_t *utf8;
    const uint16_t *utf16;
    uint32_t n; /* bytes or units */
};

/* The code point at *at (below n), or LL_ILLFORMED; *at moves on. */
uint32_t loginlint__value_next(const struct ll_value *value, uint32_t *at);

/* The same where most are ASCII: of UTF-8 those need no call. */
static inline uint32_t ll_value_next(const struct ll_value *value, uint32_t *at) {
    return value->utf8 && value->utf8[*at] < 0x80 ? value->utf8[(*at)++] : loginlint__value_next(value, at);
}

#endif
