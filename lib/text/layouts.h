/* SPDX-License-Identifier: MIT */
/* layouts.h - which US key gives a character on another layout; generated from xkb-data through libxkbcommon (`make
 * tables`).
 *
 * Used by the rules to say that a whole value was typed on another layout, and by the candidates to undo it.
 */
#ifndef LL_LAYOUTS_H
#define LL_LAYOUTS_H

#include <stdint.h>

enum ll_layout {
    LL_LAYOUT_RUSSIAN, /* winkeys */
    LL_LAYOUT_UKRAINIAN,
    LL_LAYOUT_GREEK,
    LL_LAYOUT_HEBREW,    /* SI-1452 */
    LL_LAYOUT_ARABIC,    /* 101 */
    LL_LAYOUT_THAI,      /* Kedmanee */
    LL_LAYOUT_JIS_ON_US, /* JIS key caps read by a system set to US: received -> meant */
    LL_LAYOUT_US_ON_JIS, /* US key caps read by a system set to JIS: received -> meant */
    LL_LAYOUT_AZERTY,    /* US key caps read as French AZERTY: received -> meant */
    LL_LAYOUT_QWERTZ,    /* US key caps read as German QWERTZ: received -> meant */
    LL_LAYOUTS
};

/* The ASCII character meant where `cp` was received (for the first six: the US key that gives cp on that layout), or 0
 * where the layout has no such character.  A character that both layouts give on the same key is itself. */
uint32_t loginlint__layout_key(enum ll_layout layout, uint32_t cp);

/* Whose keys of digits give signs or letters: with Shift, and from the French ones on without it.  Danish, Finnish and
 * Norwegian ones are as the Swedish. */
enum ll_digits {
    LL_DIGITS_US,
    LL_DIGITS_JIS,
    LL_DIGITS_GERMAN,
    LL_DIGITS_BRITISH,
    LL_DIGITS_RUSSIAN,
    LL_DIGITS_SPANISH,
    LL_DIGITS_SWEDISH,
    LL_DIGITS_ITALIAN,
    LL_DIGITS_PORTUGUESE,
    LL_DIGITS_BRAZILIAN,
    LL_DIGITS_SWISS,
    LL_DIGITS_TURKISH,
    LL_DIGITS_HUNGARIAN,
    LL_DIGITS_FRENCH,
    LL_DIGITS_BELGIAN,
    LL_DIGITS_CZECH,
    LL_DIGITS_SLOVAK,
    LL_DIGITS_THAI,
    LL_DIGIT_ROWS
};

/* The digit whose key gives cp there, or 0. */
uint32_t loginlint__digit_key(enum ll_digits keys, uint32_t cp);

#endif
