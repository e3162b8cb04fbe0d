/* SPDX-License-Identifier: MIT */
/* context.c - the contextual rules of RFC 5892, appendix A, which PRECIS takes over: characters that may stand only
 * beside certain others.
 *
 * In: the mapped value and the place of one such character.  Out: whether it may stand there.
 */
#include "precis.h"
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#define VIRAMA 9 /* canonical combining class */

static int joining(const struct ll_items *items, uint32_t i) {
    return u_getIntPropertyValue((UChar32)items->item[i].cp, UCHAR_JOINING_TYPE);
}

static int has_script(const struct ll_items *items, uint32_t i, UScriptCode script) {
    UErrorCode error = U_ZERO_ERROR;
    return uscript_getScript((UChar32)items->item[i].cp, &error) == script;
}

static int after_virama(const struct ll_items *items, uint32_t i) {
    return i > 0 && u_getCombiningClass((UChar32)items->item[i - 1].cp) == VIRAMA;
}

/* (L or D) T* ZWNJ T* (R or D): it breaks a cursive connection. */
static int breaks_joining(const struct ll_items *items, uint32_t i) {
    uint32_t before = i, after = i + 1;
    int left, right;
    while (before > 0 && joining(items, before - 1) == U_JT_TRANSPARENT)
        before--;
    while (after < items->n && joining(items, after) == U_JT_TRANSPARENT)
        after++;
    if (!before || after == items->n)
        return 0;
    left = joining(items, before - 1);
    right = joining(items, after);
    return (left == U_JT_LEFT_JOINING || left == U_JT_DUAL_JOINING) &&
           (right == U_JT_RIGHT_JOINING || right == U_JT_DUAL_JOINING);
}

static int is_among(uint32_t cp, uint32_t first, uint32_t last) {
    return cp >= first && cp <= last;
}

static int is_japanese(const struct ll_items *items, uint32_t i) {
    return items->item[i].cp >= 0x2E80 &&
           (has_script(items, i, USCRIPT_HIRAGANA) || has_script(items, i, USCRIPT_KATAKANA) ||
            has_script(items, i, USCRIPT_HAN)); /* the first character of the three is a radical */
}

uint32_t loginlint__context_of(const struct ll_items *items) {
    uint32_t i, has = 0;
    for (i = 0; i < items->n; i++) {
        uint32_t cp = items->item[i].cp;
        if (is_among(cp, 0x0660, 0x0669))
            has |= LL_HAS_ARABIC_INDIC;
        else if (is_among(cp, 0x06F0, 0x06F9))
            has |= LL_HAS_EXTENDED_ARABIC;
        else if (!(has & LL_HAS_JAPANESE) && is_japanese(items, i))
            has |= LL_HAS_JAPANESE;
    }
    return has;
}

int loginlint__context_allows(const struct ll_items *items, uint32_t i) {
    uint32_t cp = items->item[i].cp;
    switch (cp) {
    case 0x200C: /* A.1 */
        return after_virama(items, i) || breaks_joining(items, i);
    case 0x200D: /* A.2 */
        return after_virama(items, i);
    case 0x00B7: /* A.3: the Catalan ela geminada */
        return i > 0 && i + 1 < items->n && items->item[i - 1].cp == 'l' && items->item[i + 1].cp == 'l';
    case 0x0375: /* A.4 */
        return i + 1 < items->n && has_script(items, i + 1, USCRIPT_GREEK);
    case 0x05F3: /* A.5, A.6 */
    case 0x05F4:
        return i > 0 && has_script(items, i - 1, USCRIPT_HEBREW);
    case 0x30FB: /* A.7 */
        return (items->has & LL_HAS_JAPANESE) != 0;
    default: /* A.8, A.9: the two kinds of Arabic digits never together */
        return !(items->has & (cp < 0x06F0 ? LL_HAS_EXTENDED_ARABIC : LL_HAS_ARABIC_INDIC));
    }
}
