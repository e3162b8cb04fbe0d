/* letters.h - how plausible a sequence of letters is: a small model of words and of romaji. */
#ifndef LL_LETTERS_H
#define LL_LETTERS_H

#include <stdint.h>

enum { LL_LETTER_LANGUAGES = 2, LL_WORDS = 0, LL_ROMAJI = 1, LL_NO_LETTER = 26, LL_LETTERS = 27 };

/* a-z and A-Z as 0-25, everything else LL_NO_LETTER. */
uint32_t loginlint__letter(uint32_t cp);

/* The cost of letter `next` after `last`, which stood after `before_last`: -ln p in sixteenths, 1-152.  All three as
 * loginlint__letter gives them; LL_NO_LETTER at both ends of a text. */
uint32_t loginlint__letter_cost(uint32_t language, uint32_t before_last, uint32_t last, uint32_t next);

/* Few values are short, few are long: what a value of n characters costs for that. */
uint32_t loginlint__length_cost(uint32_t n);

/* What a whole text of n bytes of ASCII costs in the better language, in sixteenths of -ln p; which digits and symbols
 * it has counts as well. */
uint32_t loginlint__letters_cost(const uint8_t *text, uint32_t n);

#endif
