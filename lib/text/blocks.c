/* SPDX-License-Identifier: MIT */
/* blocks.c - what a code point is, and what it stands for in ASCII.
 *
 * In: any 32-bit value.  Out: category and script, or up to five ASCII characters and the table that says so.  The
 * blocks that a keyboard with an input method gives are known here; of all others the tables are asked (chartab.c).
 */
#include "text/chartab.h"

_Static_assert(LL_CATEGORIES <= 32, "category and script share a byte of the tables");
_Static_assert(LL_OTHER_SCRIPT < 8, "the script has three bits of it");

/* A byte of the tables: category in the low five bits, script in the high three. */
static uint32_t unpack(uint32_t value) {
    return (value & 0x1F) | (value & 0xE0) << 3;
}

uint32_t loginlint__property(uint32_t cp) {
    if (cp < 0x80)
        return cp - 0x21 < 0x5E ? LL_ASCII : cp == 0x20 ? LL_SPACE : LL_CONTROL;
    if (cp - 0x3041 < 0x56 || cp - 0x30A1 < 0x5A)
        return LL_KANA;
    if (cp - 0x3400 < 0x6C00) /* hexagrams lie between the ideographs */
        return cp - 0x4DC0 < 0x40 ? LL_OTHER : LL_HAN;
    if (cp - 0xFF01 < 0x5E && cp != 0xFF0D)
        return LL_FULLWIDTH;
    if (cp - 0xFF66 < 0x3A)
        return cp == 0xFF70 ? LL_LONG_VOWEL : LL_HALF_KANA;
    if (cp - 0x2010 < 6 || cp == 0x2212 || cp == 0xFF0D)
        return LL_DASH;
    if (cp == 0x30FC)
        return LL_LONG_VOWEL;
    if (cp - 0xAC00 < 0x2BA4)
        return LL_HANGUL;
    return cp < 0x110000 ? unpack(loginlint__range_of(cp) & 0xFF) : LL_BAD;
}

/* Did an input method emit cp for an ASCII key, or does it only look like one? */
static int is_keystroke(uint32_t cp) {
    return cp == 0x2019 || cp == 0x201D || cp == 0x2212 || cp == 0x3000 || cp == 0xFF0D || cp - 0xFFE5 < 2;
}

enum how { HOW_NOT, HOW_RUN, HOW_WIDTH, HOW_DIGIT }; /* else: the character itself */

static const struct {
    uint8_t how, table;
} by_category[32] = {
    /* as many as five bits of a damaged table could say */
    [LL_FULLWIDTH] = {HOW_WIDTH, LL_FOLD_KEYSTROKE}, [LL_SYMBOL] = {HOW_RUN, LL_FOLD_KEYSTROKE},
    [LL_DIGIT] = {HOW_DIGIT, LL_FOLD_COMPATIBILITY}, [LL_COMPAT] = {HOW_RUN, LL_FOLD_COMPATIBILITY},
    [LL_QUOTE] = {HOW_RUN, LL_FOLD_LOOKALIKE},       [LL_LETTER] = {HOW_RUN, LL_FOLD_LOOKALIKE},
    [LL_WIDE_SPACE] = {' ', LL_FOLD_LOOKALIKE},      [LL_DASH] = {'-', LL_FOLD_LOOKALIKE},
    [LL_LONG_VOWEL] = {'-', LL_FOLD_KEYSTROKE},      [LL_YEN] = {'\\', LL_FOLD_LOOKALIKE},
};

/* The one character that it stands for, by any way but a run. */
static uint32_t sign_of(uint32_t how, uint32_t cp) {
    if (how == HOW_WIDTH)
        return cp - 0xFEE0;
    if (how == HOW_DIGIT) /* ranges of digits start at a zero */
        return '0' + (cp - (loginlint__range_of(cp) >> 8)) % 10;
    return how;
}

int loginlint__fold_of(uint32_t cp, uint32_t category, struct ll_fold *fold) {
    static const struct ll_fold nothing = {{0, 0, 0, 0, 0}, 0, 0, 0};
    uint32_t how = by_category[category].how;
    *fold = nothing;
    if (how == HOW_RUN) {
        loginlint__fold_by_run(fold, cp);
    } else if (how != HOW_NOT) {
        fold->text[0] = (uint8_t)(sign_of(how, cp) & 0x7F);
        fold->length = 1;
    }
    if (fold->length)
        fold->table = is_keystroke(cp) ? LL_FOLD_KEYSTROKE : by_category[category].table;
    return fold->length != 0;
}

int loginlint__fold(uint32_t cp, struct ll_fold *fold) {
    return loginlint__fold_of(cp, LL_CATEGORY_OF(loginlint__property(cp)), fold);
}
