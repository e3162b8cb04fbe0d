/* SPDX-License-Identifier: MIT */
/* layouts.c - looks up which US key was meant where a character was received.
 *
 * In: a layout and a character.  Out: the ASCII character meant, or 0.  The data is generated (lib/gen/gen_layouts.c):
 * per layout what each US character's key gives there, one byte each; the way back is a scan of 95 bytes, which only a
 * value with letters of that script, or one that the policy refuses, ever needs.
 */
#include "text/layouts.h"

#include "text/layouts_data.inc"

#define COUNT(a) ((uint32_t)(sizeof(a) / sizeof *(a)))
#define FIRST 0x20u /* the tables begin with the space */
#define KEYS COUNT(layout_keys[0])

enum { ROW_JIS = 6, ROW_AZERTY = 7, ROW_QWERTZ = 8 }; /* the first six rows are those of enum ll_layout */

_Static_assert(LL_LAYOUT_THAI == 5, "the generator's rows are in the order of enum ll_layout");
_Static_assert(COUNT(layout_keys) == 9, "a row for each layout");
_Static_assert(COUNT(digit_keys) == LL_DIGIT_ROWS, "a row for each keyboard of enum ll_digits");

/* The characters that do not fit in the byte of a row. */
static uint32_t rest(uint32_t row, uint32_t cp) {
    uint32_t i;
    for (i = 0; i < COUNT(layout_rest); i++)
        if (layout_rest[i][0] == cp && (uint32_t)layout_rest[i][1] >> 8 == row)
            return layout_rest[i][1] & 0x7F;
    return 0;
}

/* The US character whose key gives cp on the layout of this row. */
static uint32_t backward(uint32_t row, uint32_t cp) {
    uint32_t base = layout_bases[row], byte = cp, i;
    if (cp >= 0x80)
        byte = base && cp >= base && cp - base < 0x80 ? cp - base + 0x80 : 0;
    for (i = 0; byte && i < KEYS; i++)
        if (layout_keys[row][i] == byte)
            return FIRST + i;
    return cp < 0x80 ? 0 : rest(row, cp);
}

/* What the key of a US character gives on the layout of this row. */
static uint32_t forward(uint32_t row, uint32_t us) {
    return us - FIRST < KEYS ? layout_keys[row][us - FIRST] : 0;
}

uint32_t loginlint__layout_key(enum ll_layout layout, uint32_t cp) {
    uint32_t key;
    if ((uint32_t)layout <= LL_LAYOUT_THAI)
        return backward((uint32_t)layout, cp);
    if (layout == LL_LAYOUT_AZERTY || layout == LL_LAYOUT_QWERTZ)
        return backward(layout == LL_LAYOUT_AZERTY ? ROW_AZERTY : ROW_QWERTZ, cp);
    if (layout != LL_LAYOUT_JIS_ON_US && layout != LL_LAYOUT_US_ON_JIS)
        return 0;
    key = layout == LL_LAYOUT_JIS_ON_US ? forward(ROW_JIS, cp) : backward(ROW_JIS, cp);
    return key || cp - FIRST >= KEYS ? key : cp; /* no key of the other layout gives it: it was meant */
}

uint32_t loginlint__digit_key(enum ll_digits keys, uint32_t cp) {
    uint32_t i;
    for (i = 0; i < 10; i++)
        if (digit_keys[keys][i] == cp)
            return '0' + i;
    return 0;
}
