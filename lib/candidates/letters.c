/* letters.c - looks up what a letter costs.
 *
 * In: three letters and a language.  Out: -ln p.  The model is trained by lib/gen/gen_letters.c; 2,005 bytes.
 */
#include "candidates/letters.h"

#include "candidates/letters_data.inc"

enum { USUAL_LENGTH = 8, SHORTER = 24, LONG = 16, LONGER = 16 }; /* each character missing or beyond costs as much */

_Static_assert(sizeof letter_costs * 2 >= (WORD_KINDS + ROMAJI_KINDS) * LL_LETTERS * LL_LETTERS, "the whole model");
_Static_assert(sizeof letter_costs + sizeof letter_kinds <= 2048, "a small one");

uint32_t loginlint__letter(uint32_t cp) {
    uint32_t letter = (cp | 0x20u) - 'a';
    return letter < LL_NO_LETTER ? letter : LL_NO_LETTER;
}

/* Which of the kinds of letters before `last` this is: two bits each for words, one kind for romaji. */
static uint32_t kind_of(uint32_t language, uint32_t before_last, uint32_t last) {
    uint32_t at = last * LL_LETTERS + before_last;
    if (language == LL_WORDS)
        return letter_kinds[at / 4] >> (at % 4 * 2) & 3;
    return WORD_KINDS;
}

uint32_t loginlint__letter_cost(uint32_t language, uint32_t before_last, uint32_t last, uint32_t next) {
    uint32_t at = (kind_of(language, before_last, last) * LL_LETTERS + last) * LL_LETTERS + next;
    return letter_levels[letter_costs[at / 2] >> (at % 2 * 4) & 15];
}

/* Ten digits are about alike (ln 10), a symbol is far rarer than a digit. */
static uint32_t identity_cost(uint32_t cp, uint32_t letter) {
    if (letter != LL_NO_LETTER)
        return 0;
    return cp >= '0' && cp <= '9' ? 37 : 128;
}

uint32_t loginlint__length_cost(uint32_t n) {
    return n < USUAL_LENGTH ? (USUAL_LENGTH - n) * SHORTER : n > LONG ? (n - LONG) * LONGER : 0;
}

uint32_t loginlint__letters_cost(const uint8_t *text, uint32_t n) {
    uint32_t length = loginlint__length_cost(n);
    uint32_t cost[LL_LETTER_LANGUAGES] = {length, length}, before = LL_NO_LETTER, last = LL_NO_LETTER, i;
    for (i = 0; i <= n; i++) {
        uint32_t next = i < n ? loginlint__letter(text[i]) : LL_NO_LETTER,
                 identity = i < n ? identity_cost(text[i], next) : 0;
        cost[LL_WORDS] += identity + loginlint__letter_cost(LL_WORDS, before, last, next);
        cost[LL_ROMAJI] += identity + loginlint__letter_cost(LL_ROMAJI, before, last, next);
        before = last;
        last = next;
    }
    return cost[LL_WORDS] < cost[LL_ROMAJI] ? cost[LL_WORDS] : cost[LL_ROMAJI];
}
