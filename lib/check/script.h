/* SPDX-License-Identifier: MIT */
/* script.h - which scripts the value is in: an input method left on, another layout, letters that only look Latin. */
#ifndef LL_SCRIPT_H
#define LL_SCRIPT_H

#include "check/check.h"

/* After folding, before the field's rules, where the policy takes ASCII only: findings about kana, kanji and Hangul;
 * letters of other scripts, typed on another layout as a whole, or single look-alikes among Latin ones. */
void loginlint__script_rules(struct ll_check *check);
void loginlint__letter_rules(struct ll_check *check);

/* After the field's rules: would another layout of the symbol keys make a refused value fit? */
void loginlint__symbol_rules(struct ll_check *check);

/* A finding about all characters of these categories, if there are any. */
void loginlint__add_script(struct ll_check *check, uint32_t code, uint32_t confidence, uint32_t categories,
                           uint8_t outcome);

/* Kana on the digit row of a JIS keyboard, plain or with Shift (as candidates/kana.c has the keys). */
static inline int ll_on_digit_row(uint32_t cp) {
    static const uint32_t row[] = {0x000003F3u, 0x00100800u, 0x000240FCu};
    uint32_t n = cp - 0x3041;
    return n < 96 && (row[n >> 5] >> (n & 31) & 1);
}

/* Of these the keys 1 and 2: the others are vowels, ya, yu, yo and wa, which ordinary words are full of. */
static inline int ll_is_one_or_two(uint32_t cp) {
    return cp == 0x306C || cp == 0x3075;
}

/* Kana without a Latin letter or digit: typed with the kana lock on, rather than as romaji?  `row` and `ones` of them
 * are on the digit row and on its keys 1 and 2.  Mostly the row, or three and a quarter of all from it with
 * those two keys at least twice, as in `taro123`. */
static inline int ll_is_kana_lock(uint32_t kana, uint32_t row, uint32_t ones) {
    return kana >= 4 && ones && (row * 3 >= kana * 2 || (ones > 1 && row > 2 && row * 4 >= kana));
}

#endif
