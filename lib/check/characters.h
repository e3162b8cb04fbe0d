/* SPDX-License-Identifier: MIT */
/* characters.h - UTF-8 and UTF-16 in, the characters of a check with their offsets out. */
#ifndef LL_CHARACTERS_H
#define LL_CHARACTERS_H

#include "check/check.h"

/* Fill check->c, n, categories, scripts and the report's input_length and wellformed.  UTF-8: n <= LOGINLINT_INPUT_MAX.
 * UTF-16: 0 when the value is over LOGINLINT_INPUT_MAX bytes of UTF-8, else 1. */
void loginlint__utf8_read(struct ll_check *check, const uint8_t *s, uint32_t n);
int loginlint__utf16_read(struct ll_check *check, const uint16_t *s, uint32_t n);

#endif
