/* SPDX-License-Identifier: MIT */
/* hangul.h - Hangul back to the keys of the 2-set keyboard (KS X 5002). */
#ifndef LL_HANGUL_H
#define LL_HANGUL_H

#include <stdint.h>

#define LL_HANGUL_KEYS_MAX 5u

/* Writes the QWERTY keys that give one code point: a syllable, a jamo (conjoining, compatibility or half-width).  How
 * many, 1-5, or 0 when no key does. */
uint32_t loginlint__hangul_keys(uint32_t cp, uint8_t out[LL_HANGUL_KEYS_MAX]);

/* Does Shift give another letter on this key?  Where it does not, a capital cannot be told from a small letter. */
int loginlint__hangul_has_shift(uint32_t key);

#endif
