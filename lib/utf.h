/* utf.h - UTF-8 and UTF-16 in, code points with their offsets out; UTF-8 out again. */
#ifndef LL_UTF_H
#define LL_UTF_H

#include "check.h"

/* Reads one code point from s[0..n), n >= 1.  The bytes it took (1-4) in *length; an ill-formed sequence is
 * LL_ILLFORMED and takes its maximal subpart (Unicode 15, section 3.9, table 3-8). */
uint32_t ll_utf8_next(const uint8_t *s, uint32_t n, uint32_t *length);

/* Writes cp (a scalar value) to out, which has room for 4 bytes; returns the bytes written. */
uint32_t ll_utf8_put(uint32_t cp, uint8_t *out);

/* Fill check->c, n, classes, scripts and the report's input_length and wellformed.  UTF-8: n <= LOGINLINT_INPUT_MAX.
 * UTF-16: 0 when the value is over LOGINLINT_INPUT_MAX bytes of UTF-8, else 1. */
void ll_utf8_read(struct ll_check *check, const uint8_t *s, uint32_t n);
int ll_utf16_read(struct ll_check *check, const uint16_t *s, uint32_t n);

#endif
