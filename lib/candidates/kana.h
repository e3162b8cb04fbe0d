/* SPDX-License-Identifier: MIT */
/* kana.h - what a Japanese keyboard left in a value: kana in every encoding as one code each, and everything else as
 * the ASCII key that it stands for; and the key of each kana on a JIS keyboard.
 *
 * A code is the low byte of the hiragana's code point (U+30xx), which no two units share: a katakana letter has that of
 * its hiragana, a half-width one that of its full-width form.
 */
#ifndef LL_KANA_H
#define LL_KANA_H

#include <stdint.h>

#define LL_KANA_CODE(cp) ((uint8_t)((cp) >= 0x2190 && (cp) <= 0x2193 ? (cp)-0x2190 + 0xA0 : (cp)&0xFF))
enum {
    LL_KANA_TSU = 0x63,
    LL_KANA_N = 0x93,
    LL_KANA_VOICED = 0x99,
    LL_KANA_SEMIVOICED = 0x9A,
    LL_KANA_DOT = 0xFB,
    LL_KANA_LONG = 0xFC
};

struct ll_unit {
    uint8_t kana;    /* code, or 0 */
    uint8_t literal; /* the ASCII character, when there is no kana */
    uint8_t wide;    /* 1: a full-width literal, which the input method still held */
    uint8_t half;    /* 1: half-width katakana */
};

enum { LL_KANA_LETTERS = 1, LL_KANA_HALF = 2, LL_KANA_DIGITS = 4 };

/* Reads n code points as units (room for n): voiced marks joined to their kana in whatever encoding, also U+309B and
 * U+309C, width folded.  The number of units, or 0 when a character stands for neither a kana nor an ASCII key.  In
 * *what, what was there: kana (not only their punctuation), half-width forms, digits, Latin letters. */
uint32_t loginlint__kana_read(const uint32_t *cp, uint32_t n, struct ll_unit *unit, uint32_t *what);

/* The JIS keys that give this kana under kana lock, written to out: 1, or 2 for a voiced kana; 0 when no key does.
 * Characters of shifted keys where only Shift gives the kana, or, with `digits`, the digit on that key. */
uint32_t loginlint__kana_keys(uint32_t kana, int digits, uint8_t out[2]);

#endif
