/* SPDX-License-Identifier: MIT */
/* chartab.h - what a code point is: one category and one script each, and what it stands for in ASCII, by which table.
 *
 * The tables are generated from libicu (`make generated`) and pinned to one Unicode version, so that every platform
 * answers alike.  *Keystroke intent* (what an input method emits for an ASCII key) and *look-alike* (what the glyph
 * resembles) are kept apart: loginlint__fold says which one decided.
 */
#ifndef LL_CHARTAB_H
#define LL_CHARTAB_H

#include <stdint.h>

#define LL_ILLFORMED 0xFFFFFFFFu /* in place of a code point: a byte or surrogate that belongs to none */

enum ll_category {
    LL_UNASSIGNED, /* newer than the tables, or never assigned */
    LL_ASCII,      /* U+0021-7E */
    LL_SPACE,      /* U+0020 */
    LL_WIDE_SPACE, /* every other space: Zs, U+2028, U+2029, U+3000 */
    LL_CONTROL,    /* Cc */
    LL_INVISIBLE,  /* default ignorable, Hangul fillers, U+2800, interlinear annotations, tags, variation selectors,
                      ZWSP, BOM */
    LL_BIDI,       /* Bidi_Control */
    LL_FULLWIDTH,  /* U+FF01-FF5E but for what is LL_DASH, LL_QUOTE (U+FF02 and U+FF07 stay here), LL_YEN */
    LL_SYMBOL,     /* keystroke intent of an input method: U+3001 , U+3002 . U+300C [ U+300D ] U+30FB / U+301C ~ ... and
                      half-width U+FF61-FF65 */
    LL_DASH,       /* reads as '-': U+2010-2015 2043 2212 2500 2501 2796 FE58 FE63 FF0D 23AF 23E4 ... */
    LL_LONG_VOWEL, /* U+30FC, U+FF70: a dash or a long vowel, by its neighbours */
    LL_QUOTE,      /* quotes of any kind, primes, and the other signs that smart punctuation, a dead key or a long press
                      puts in place of an ASCII one (keystrokes.def); currency signs */
    LL_YEN,        /* U+00A5, U+FFE5, U+20A9/U+FFE6 (won) */
    LL_DIGIT,      /* Nd of another script (full-width digits are LL_FULLWIDTH) */
    LL_COMPAT,    /* a compatibility form (NFKC) that is all ASCII graphic: ligatures, circled, squared, mathematical */
    LL_KANA,      /* hiragana, katakana, their iteration marks and voiced marks U+3099-309C */
    LL_HALF_KANA, /* U+FF66-FF9F but for U+FF70 */
    LL_HAN,       /* ideographs, radicals, U+3005 U+3006 U+3007 */
    LL_HANGUL,    /* syllables, jamo, compatibility and half-width jamo (fillers are LL_INVISIBLE) */
    LL_LETTER,    /* a letter of any other script, Latin letters beyond ASCII as well */
    LL_MARK,      /* combining marks of any other script */
    LL_OTHER,     /* any other assigned character: symbols, emoji, punctuation */
    LL_PRIVATE,   /* private use, noncharacters, surrogates */
    LL_BAD,       /* LL_ILLFORMED */
    LL_CATEGORIES
};

enum ll_script { LL_COMMON, LL_LATIN, LL_CYRILLIC, LL_GREEK, LL_HEBREW, LL_ARABIC, LL_THAI, LL_OTHER_SCRIPT };

enum ll_fold_table { LL_FOLD_NONE, LL_FOLD_KEYSTROKE, LL_FOLD_LOOKALIKE, LL_FOLD_COMPATIBILITY };

struct ll_fold {
    uint8_t text[5]; /* ASCII */
    uint8_t length;  /* 1-5 */
    uint8_t table;   /* enum ll_fold_table */
    uint8_t reserved;
};

/* White_Space=Yes of the controls: TAB LF VT FF CR, and NEL, as a paste brings them. */
static inline int ll_is_white_control(uint32_t cp) {
    return (cp >= 0x09 && cp <= 0x0D) || cp == 0x85;
}

static inline int ll_is_white(uint32_t cp, uint32_t category) {
    return category == LL_SPACE || category == LL_WIDE_SPACE || (category == LL_CONTROL && ll_is_white_control(cp));
}

/* category | script << 8 for any 32-bit value (LL_ILLFORMED included; anything else over U+10FFFF is LL_BAD too). */
uint32_t loginlint__property(uint32_t cp);

#define LL_CATEGORY_OF(property) ((property)&0xFFu)
#define LL_SCRIPT_OF(property) ((property) >> 8)

/* What cp stands for in ASCII (never for cp < 0x80): 1 and *fold filled, or 0 and *fold zeroed.  Dashes give "-",
 * quotes ' or " and what stands in keystrokes.def, yen a backslash, digits their value, LL_WIDE_SPACE " ", LL_LETTER
 * its ASCII look-alike if it has one, LL_LONG_VOWEL "-", U+3007 (LL_HAN) and U+4E00 / U+3161 nothing (digit fields ask
 * ll_digit_lookalike). */
int loginlint__fold(uint32_t cp, struct ll_fold *fold);

/* The same for whom knows the category, one of enum ll_category. */
int loginlint__fold_of(uint32_t cp, uint32_t category, struct ll_fold *fold);

/* What the tables say: where the range of cp <= U+10FFFF starts << 8 | a byte, category in the low five bits, script in
 * the high three; the ASCII characters of its run, put behind those of *fold while there is room. */
uint32_t loginlint__range_of(uint32_t cp);
void loginlint__fold_by_run(struct ll_fold *fold, uint32_t cp);

#endif
