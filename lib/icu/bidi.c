/* SPDX-License-Identifier: MIT */
/* bidi.c - the Bidi rule of RFC 5893, section 2, over one label.
 *
 * In: code points.  Out: the number of the first condition that does not hold and the character that breaks it.
 */
#include "precis.h"
#include <unicode/uchar.h>

#define IS(direction) (1u << U_##direction)

enum {
    RTL_FIRST = IS(RIGHT_TO_LEFT) | IS(RIGHT_TO_LEFT_ARABIC),
    NEUTRAL = IS(EUROPEAN_NUMBER_SEPARATOR) | IS(COMMON_NUMBER_SEPARATOR) | IS(EUROPEAN_NUMBER_TERMINATOR) |
              IS(OTHER_NEUTRAL) | IS(BOUNDARY_NEUTRAL) | IS(DIR_NON_SPACING_MARK),
    RTL_ALLOWED = RTL_FIRST | IS(ARABIC_NUMBER) | IS(EUROPEAN_NUMBER) | NEUTRAL,
    RTL_LAST = RTL_FIRST | IS(EUROPEAN_NUMBER) | IS(ARABIC_NUMBER),
    LTR_ALLOWED = IS(LEFT_TO_RIGHT) | IS(EUROPEAN_NUMBER) | NEUTRAL,
    LTR_LAST = IS(LEFT_TO_RIGHT) | IS(EUROPEAN_NUMBER)
};

static uint32_t direction(const struct ll_items *items, uint32_t i) {
    return 1u << u_charDirection((UChar32)items->item[i].cp);
}

/* The last one that is no mark. */
static uint32_t last_base(const struct ll_items *items, uint32_t from, uint32_t to) {
    while (to > from + 1 && direction(items, to - 1) == IS(DIR_NON_SPACING_MARK))
        to--;
    return to - 1;
}

static uint32_t first_outside(const struct ll_items *items, uint32_t from, uint32_t to, uint32_t allowed) {
    while (from < to && direction(items, from) & allowed)
        from++;
    return from;
}

/* Condition 4: European and Arabic numbers never together.  The first one of the kind that came second, or `to`. */
static uint32_t other_number(const struct ll_items *items, uint32_t from, uint32_t to) {
    uint32_t i, kind = 0, d;
    for (i = from; i < to; i++) {
        d = direction(items, i) & (IS(EUROPEAN_NUMBER) | IS(ARABIC_NUMBER));
        if (d && kind && d != kind)
            return i;
        kind |= d;
    }
    return to;
}

static uint32_t right_to_left(const struct ll_items *items, uint32_t from, uint32_t to, uint32_t *at) {
    *at = first_outside(items, from, to, RTL_ALLOWED);
    if (*at < to)
        return 2;
    *at = last_base(items, from, to);
    if (!(direction(items, *at) & RTL_LAST))
        return 3;
    *at = other_number(items, from, to);
    return *at < to ? 4 : 0;
}

static uint32_t left_to_right(const struct ll_items *items, uint32_t from, uint32_t to, uint32_t *at) {
    *at = first_outside(items, from, to, LTR_ALLOWED);
    if (*at < to)
        return 5;
    *at = last_base(items, from, to);
    return direction(items, *at) & LTR_LAST ? 0 : 6;
}

uint32_t loginlint__bidi_rule(const struct ll_items *items, uint32_t from, uint32_t to, int always, uint32_t *at) {
    *at = from;
    if (from == to || (!always && first_outside(items, from, to, ~(RTL_FIRST | IS(ARABIC_NUMBER))) == to))
        return 0;
    if (direction(items, from) & RTL_FIRST)
        return right_to_left(items, from, to, at);
    if (direction(items, from) & IS(LEFT_TO_RIGHT))
        return left_to_right(items, from, to, at);
    return 1;
}
