/* SPDX-License-Identifier: MIT */
/* letters.h - how plausible a sequence of letters is: a small model of words and of romaji. */
#ifndef LL_LETTERS_H
#define LL_LETTERS_H

#include <stdint.h>

enum { LL_LETTER_LANGUAGES = 2, LL_WORDS = 0, LL_ROMAJI = 1, LL_NO_LETTER = 26, LL_LETTERS = 27 };

/* a-z and A-Z as 0-25, everything else LL_NO_LETTER. */
uint32_t loginlint__letter(uint32_t cp);

/* The letters before a place: the last three, five bits each, the last one lowest. */
enum { LL_NO_LETTERS = LL_NO_LETTER | LL_NO_LETTER << 5 | LL_NO_LETTER << 10, LL_HISTORY = 0x7FFF };
static inline uint32_t ll_letter_added(uint32_t history, uint32_t letter) {
    return (history << 5 | letter) & LL_HISTORY;
}

/* The cost of a letter after those of `history`: -ln p in sixteenths, 1-152; LL_NO_LETTER at both ends of a text. */
uint32_t loginlint__letter_cost(uint32_t language, uint32_t history, uint32_t letter);

/* What it costs to go on in the other language: seldom inside a word, often at a sign or digit. */
enum { LL_START_ROMAJI = 4, LL_SWITCH_INSIDE = 76, LL_SWITCH_BETWEEN = 12 };
static inline uint32_t ll_language_switch(uint32_t history) {
    return (history & 31) == LL_NO_LETTER ? LL_SWITCH_BETWEEN : LL_SWITCH_INSIDE;
}

/* Few values are short, few are long: what a value of n characters costs for that. */
uint32_t loginlint__length_cost(uint32_t n);

/* What a whole text of n bytes of ASCII costs, in sixteenths of -ln p: in the better language, or as letters of none;
 * its length, digits and symbols count as well. */
uint32_t loginlint__letters_cost(const uint8_t *text, uint32_t n);

#endif
