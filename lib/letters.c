/* letters.c - looks up what a letter costs.
 *
 * In: three letters and a language.  Out: -ln p.  The model is trained by lib/gen/gen_letters.py; 1,823 bytes.
 */
#include "letters.h"

#include "letters_data.inc"

_Static_assert(sizeof letter_costs * 2 >= (WORD_KINDS + ROMAJI_KINDS) * LL_LETTERS * LL_LETTERS, "the whole model");

uint32_t ll_letter(uint32_t cp) {
    uint32_t letter = (cp | 0x20u) - 'a';
    return letter < LL_NO_LETTER ? letter : LL_NO_LETTER;
}

uint32_t ll_letter_cost(uint32_t language, uint32_t before_last, uint32_t last, uint32_t next) {
    uint32_t kinds = letter_kinds[before_last];
    uint32_t kind = language == LL_WORDS ? kinds & 15 : (uint32_t)WORD_KINDS + (kinds >> 4);
    uint32_t at = (kind * LL_LETTERS + last) * LL_LETTERS + next;
    return letter_levels[letter_costs[at / 2] >> (at % 2 * 4) & 15];
}

/* Ten digits are about alike (ln 10), symbols are rarer. */
static uint32_t identity_cost(uint32_t cp, uint32_t letter) {
    if (letter != LL_NO_LETTER)
        return 0;
    return cp >= '0' && cp <= '9' ? 37 : 80;
}

uint32_t ll_letters_cost(const uint8_t *text, uint32_t n) {
    uint32_t cost[LL_LETTER_LANGUAGES] = {0, 0}, before = LL_NO_LETTER, last = LL_NO_LETTER, i;
    for (i = 0; i <= n; i++) {
        uint32_t next = i < n ? ll_letter(text[i]) : LL_NO_LETTER, identity = i < n ? identity_cost(text[i], next) : 0;
        cost[LL_WORDS] += identity + ll_letter_cost(LL_WORDS, before, last, next);
        cost[LL_ROMAJI] += identity + ll_letter_cost(LL_ROMAJI, before, last, next);
        before = last;
        last = next;
    }
    return cost[LL_WORDS] < cost[LL_ROMAJI] ? cost[LL_WORDS] : cost[LL_ROMAJI];
}
