/* SPDX-License-Identifier: MIT */
/* hangul.c - takes syllables apart by arithmetic, and compound jamo by table.
 *
 * In: a code point.  Out: keys.  Three strings of keys in the order of Unicode's jamo are all the data; a compound
 * takes two keys.
 */
#include "candidates/hangul.h"

#define PART 3u /* one or two keys and a NUL */

static const char leads[][PART] = {"r", "R", "s", "e", "E", "f", "a", "q", "Q", "t",
                                   "T", "d", "w", "W", "c", "z", "x", "v", "g"};
static const char vowels[][PART] = {"k",  "o", "i", "O",  "j",  "p",  "u", "P", "h",  "hk", "ho",
                                    "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml", "l"};
static const char tails[][PART] = {"r",  "R", "rt", "s",  "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx", "fv",
                                   "fg", "a", "q",  "qt", "t",  "T",  "d", "w", "c",  "z",  "x",  "v",  "g"};
/* U+3131-314E: leads and tails together */
static const char consonants[][PART] = {"r",  "R",  "rt", "s",  "sw", "sg", "e", "E", "f", "fr",
                                        "fa", "fq", "ft", "fx", "fv", "fg", "a", "q", "Q", "qt",
                                        "t",  "T",  "d",  "w",  "W",  "c",  "z", "x", "v", "g"};

#define COUNT(a) ((uint32_t)(sizeof(a) / sizeof *(a)))
_Static_assert(COUNT(leads) == 19, "every lead");
_Static_assert(COUNT(vowels) == 21, "every vowel");
_Static_assert(COUNT(tails) == 27, "every tail");
_Static_assert(COUNT(consonants) == 30, "every jamo that stands alone");

static uint32_t put(const char part[PART], uint8_t *out) {
    uint32_t n;
    for (n = 0; part[n]; n++)
        out[n] = (uint8_t)part[n];
    return n;
}

static uint32_t syllable(uint32_t index, uint8_t *out) {
    uint32_t tail = index % 28, n = put(leads[index / 588], out);
    n += put(vowels[index % 588 / 28], out + n);
    return tail ? n + put(tails[tail - 1], out + n) : n;
}

/* Half-width vowels: U+FFC2-FFC7, FFCA-FFCF, FFD2-FFD7, FFDA-FFDC. */
static uint32_t half_vowel(uint32_t cp) {
    uint32_t row = (cp - 0xFFC0) / 8, column = (cp - 0xFFC0) % 8;
    return row < 4 && column >= 2 ? row * 6 + column - 2 : COUNT(vowels);
}

uint32_t loginlint__hangul_keys(uint32_t cp, uint8_t out[LL_HANGUL_KEYS_MAX]) {
    if (cp >= 0xAC00 && cp <= 0xD7A3)
        return syllable(cp - 0xAC00, out);
    if (cp >= 0x1100 && cp - 0x1100 < COUNT(leads))
        return put(leads[cp - 0x1100], out);
    if (cp >= 0x1161 && cp - 0x1161 < COUNT(vowels))
        return put(vowels[cp - 0x1161], out);
    if (cp >= 0x11A8 && cp - 0x11A8 < COUNT(tails))
        return put(tails[cp - 0x11A8], out);
    if (cp >= 0x3131 && cp - 0x3131 < COUNT(consonants))
        return put(consonants[cp - 0x3131], out);
    if (cp >= 0x314F && cp - 0x314F < COUNT(vowels))
        return put(vowels[cp - 0x314F], out);
    if (cp >= 0xFFA1 && cp - 0xFFA1 < COUNT(consonants))
        return put(consonants[cp - 0xFFA1], out);
    if (cp >= 0xFFC0 && half_vowel(cp) < COUNT(vowels))
        return put(vowels[half_vowel(cp)], out);
    return 0;
}

int loginlint__hangul_has_shift(uint32_t key) {
    static const char keys[] = "qwertop";
    uint32_t i;
    for (i = 0; i < sizeof keys - 1; i++)
        if ((key | 0x20u) == (uint8_t)keys[i])
            return 1;
    return 0;
}
