/* SPDX-License-Identifier: MIT */
/* letters.c - looks up what a letter costs.
 *
 * In: a letter, the three before it, a language.  Out: -ln p.  The model is trained by lib/gen/gen_letters.c.
 */
#include "candidates/letters.h"
#include "text/ascii.h"

#include "candidates/letters_data.inc"

/* Found on recordings of Mozc (tests/recordings, seed 1), as all costs here: each character missing or beyond, one of
 * few; a digit, what IDs have between their parts, a symbol; letters of no language. */
enum { USUAL_LENGTH = 8, SHORTER = 12, LONG = 16, LONGER = 8, FEW = 4, TOO_FEW = 64 };
enum { DIGIT = 49, SEPARATOR = 48, SYMBOL = 128, RANDOM = 80, RANDOM_LETTER = 53 };

_Static_assert(sizeof letter_costs * 2 >= LETTER_KINDS * LL_LETTERS * LL_LETTERS, "the whole model");

uint32_t loginlint__letter(uint32_t cp) {
    uint32_t letter = (cp | 0x20u) - 'a';
    return letter < LL_NO_LETTER ? letter : LL_NO_LETTER;
}

static uint32_t less(uint32_t a, uint32_t b) {
    return a < b ? a : b;
}

/* Which of the kinds of letters before the last one these are; whatever a byte says, one that there is. */
static uint32_t kind_of(uint32_t language, uint32_t history) {
    uint32_t at = ((language * LL_LETTERS + (history & 31)) * LL_LETTERS + (history >> 5 & 31)) * LL_LETTERS;
    return less(letter_kinds[at + (history >> 10)], LETTER_KINDS - 1);
}

uint32_t loginlint__letter_cost(uint32_t language, uint32_t history, uint32_t letter) {
    uint32_t at = (kind_of(language, history) * LL_LETTERS + (history & 31)) * LL_LETTERS + letter;
    return letter_levels[letter_costs[at / 2] >> (at % 2 * 4) & 15];
}

/* What character i costs, where it is no letter. */
static uint32_t identity_cost(const uint8_t *text, uint32_t i, uint32_t n) {
    uint32_t cp = text[i];
    if (i && i + 1 < n && (cp == '.' || cp == '-' || cp == '_') && ll_is_letter(text[i - 1]) &&
        ll_is_letter(text[i + 1]))
        return SEPARATOR;
    return ll_is_letter(cp) ? 0 : ll_is_digit(cp) ? DIGIT : SYMBOL;
}

uint32_t loginlint__length_cost(uint32_t n) {
    uint32_t cost = n < FEW ? TOO_FEW : 0;
    return cost + (n < USUAL_LENGTH ? (USUAL_LENGTH - n) * SHORTER : n > LONG ? (n - LONG) * LONGER : 0);
}

uint32_t loginlint__letters_cost(const uint8_t *text, uint32_t n) {
    uint32_t cost[LL_LETTER_LANGUAGES] = {0, 0}, random = RANDOM, both = loginlint__length_cost(n),
             history = LL_NO_LETTERS, i;
    for (i = 0; i <= n; i++) {
        uint32_t next = i < n ? loginlint__letter(text[i]) : LL_NO_LETTER;
        both += i < n ? identity_cost(text, i, n) : 0;
        random += next == LL_NO_LETTER ? 0 : RANDOM_LETTER;
        cost[LL_WORDS] += loginlint__letter_cost(LL_WORDS, history, next);
        cost[LL_ROMAJI] += loginlint__letter_cost(LL_ROMAJI, history, next);
        history = ll_letter_added(history, next);
    }
    return both + less(random, less(cost[LL_WORDS], cost[LL_ROMAJI]));
}
