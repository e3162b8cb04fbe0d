/* SPDX-License-Identifier: MIT */
/* sentence.c - finds the row of the language files that is said, and fills in its braces.
 *
 * In: a language, a member of a table, the facts that hold, numbers and code points.  Out: UTF-8 to a writer.  What may
 * differ between languages is in their files; what stands here is the same for all of them.
 *
 * gen_words.py writes the braces as bytes, of which a placeholder is a letter from 'A' in the order of vocabulary.def:
 *   \1 P            the placeholder P                         \2 \1 P   the same, beginning with a capital
 *   \3 P one \4 several \5   a form, by the number of P ('@': by how many characters are meant)
 */
#include "words/sentence.h"
#include "text/chartab.h"
#include "text/utf.h"
#include <stddef.h>

enum { PUT = 1, CAPITAL, FORM, SEVERAL, FORM_END };

enum placeholder {
    BEFORE_FIRST = 'A' - 1,
#define PLACEHOLDER(name, text) PUT_##name,
#include "words/vocabulary.def"
};

#define LL_ROWS
#include "words/sentences.inc"

/* ---- finding --------------------------------------------------------------------------------------------------------
 */

/* A build for fewer languages: -DLOGINLINT_LANGUAGES="(1 << LOGINLINT_LANGUAGE_EN)". */
#ifndef LOGINLINT_LANGUAGES
#define LOGINLINT_LANGUAGES 0xFFFFFFFFu
#endif

const char *const *loginlint__language(uint32_t language) {
    static const char *const *const languages[] = {
#define X(number, name) [number] = (LOGINLINT_LANGUAGES) >> number & 1 ? loginlint__texts_##name : NULL,
        LL_LANGUAGES(X)
#undef X
    };
    return language < sizeof languages / sizeof languages[0] ? languages[language] : NULL;
}

const char *loginlint__text(const char *const *texts, uint32_t table, uint32_t member, uint32_t part, uint64_t facts) {
    const struct ll_section *section = sections, *end = sections + sizeof sections / sizeof sections[0];
    uint32_t i;
    while (section < end && section->table != table)
        section++;
    if (section == end)
        return NULL;
    for (i = section->from; i < section->to; i++)
        if (rows[i].member == member && rows[i].part == part && !(rows[i].facts & ~facts))
            return texts[i];
    return NULL;
}

/* What a value of the interface means, and what a preset is for: as it stands there. */
static const char *about(uint32_t table, uint32_t member, uint32_t language) {
    const char *const *texts = loginlint__language(language);
    return texts ? loginlint__text(texts, table, member, LL_ABOUT, 0) : NULL;
}

const char *loginlint_describe(uint32_t list, uint32_t value, uint32_t language) {
    return list < LL_KEY ? about(list, value, language) : NULL;
}

const char *loginlint_preset_about(uint32_t i, uint32_t language) {
    return about(LL_PRESET, i, language);
}

/* ---- characters -----------------------------------------------------------------------------------------------------
 */

/* Has the character a glyph of its own that can stand between quotes? */
static int is_visible(uint32_t cp) {
    const uint32_t hidden = 1u << LL_UNASSIGNED | 1u << LL_SPACE | 1u << LL_WIDE_SPACE | 1u << LL_CONTROL |
                            1u << LL_INVISIBLE | 1u << LL_BIDI | 1u << LL_PRIVATE | 1u << LL_BAD;
    return !(hidden >> LL_CATEGORY_OF(loginlint__property(cp)) & 1);
}

/* Its own name, or that of its kind; NULL where the glyph says enough. */
static const char *name_of(const struct ll_sentence *s, uint32_t cp) {
    uint32_t property = loginlint__property(cp), category = LL_CATEGORY_OF(property);
    const char *name = loginlint__text(s->texts, LL_CHARACTER, cp, LL_ABOUT, 0);
    if (!name && category == LL_LETTER)
        name = loginlint__text(s->texts, LL_SCRIPT, LL_SCRIPT_OF(property), LL_ABOUT, 0);
    return name ? name : loginlint__text(s->texts, LL_CHARACTER_CATEGORY, category, LL_ABOUT, 0);
}

static const char *quoted(struct ll_sentence *s, const uint8_t *text, uint32_t n) {
    const char *usual = s->texts[LL_TERM_QUOTE_USUAL], *at = usual;
    uint32_t i;
    s->quoted = text;
    s->quoted_length = n;
    for (; n && *at; at += *at == PUT ? 2 : 1) { /* a quotation mark of this language is put between the others */
        for (i = 0; i < n && (uint8_t)at[i] == text[i]; i++)
            continue;
        if (i == n)
            return s->texts[LL_TERM_QUOTE_OTHER];
    }
    return usual;
}

/* The quoted glyph; a mark is carried by a dotted circle. */
static const char *glyph(struct ll_sentence *s, uint32_t cp) {
    uint32_t category = LL_CATEGORY_OF(loginlint__property(cp)), at = 0;
    if (category == LL_MARK || cp == 0x3099 || cp == 0x309A)
        at = loginlint__utf8_put(0x25CC, s->glyph);
    return quoted(s, s->glyph, at + loginlint__utf8_put(cp, s->glyph + at));
}

/* “ー” (long vowel mark), or zero width space for what cannot be seen. */
static const char *character(struct ll_sentence *s, uint32_t cp) {
    s->said = name_of(s, cp);
    s->n = cp;
    if (!is_visible(cp))
        return s->said ? s->said : s->texts[LL_TERM_CHAR_UNNAMED];
    (void)glyph(s, cp);
    return s->said ? s->texts[LL_TERM_CHAR_NAMED] : s->texts[LL_TERM_CHAR_PLAIN];
}

/* A single sign is named as well: quotes in quotes are hard to read, and harder to hear. */
static const char *meant(struct ll_sentence *s) {
    uint32_t length = 0, cp = loginlint__utf8_next(s->fix, s->fix_length, &length);
    if (length == s->fix_length && loginlint__text(s->texts, LL_CHARACTER, cp, LL_ABOUT, 0))
        return character(s, cp);
    return quoted(s, s->fix, s->fix_length);
}

/* ---- numbers --------------------------------------------------------------------------------------------------------
 */

static const char *where(struct ll_sentence *s) {
    s->n = s->position;
    s->m = s->position_end;
    if (s->m <= s->n)
        return s->texts[LL_TERM_PLACE_ONE];
    return s->texts[s->m - s->n == 1 ? LL_TERM_PLACE_TWO : LL_TERM_PLACE_RANGE];
}

static const char *at(struct ll_sentence *s) {
    s->n = s->position;
    return s->texts[s->facts & LL_FACT(START) ? LL_TERM_AT_START : LL_TERM_AT_AFTER];
}

static const char *length(struct ll_sentence *s) {
    uint32_t form = s->facts & LL_FACT(DIGITS) ? LL_TERM_DIGITS_EXACT : LL_TERM_CHARACTERS_EXACT;
    _Static_assert(LL_TERM_DIGITS_MOST - LL_TERM_DIGITS_EXACT == 3, "exact, range, least, most");
    _Static_assert(LL_TERM_CHARACTERS_MOST - LL_TERM_CHARACTERS_EXACT == 3, "of both");
    s->n = s->limits[0] ? s->limits[0] : s->limits[1];
    s->m = s->limits[1];
    if (!s->limits[0] || !s->limits[1])
        return s->texts[form + (s->limits[0] ? 2 : 3)];
    return s->texts[form + (s->n != s->m)];
}

static struct ll_clock clock_of(const struct ll_sentence *s) {
    return loginlint__clock_at(s->until, s->utc_offset);
}

static uint32_t number_of(const struct ll_sentence *s, uint32_t placeholder) {
    switch (placeholder) {
    case PUT_N:
        return s->n;
    case PUT_M:
        return s->m;
    case PUT_LIMIT:
        return s->limit;
    case PUT_COUNT:
        return s->count;
    case PUT_MINUTES:
        return s->minutes;
    case PUT_HOUR:
        return clock_of(s).hour;
    case PUT_DAY:
        return clock_of(s).date.day;
    default:
        return s->many ? 2 : 1;
    }
}

/* ---- writing --------------------------------------------------------------------------------------------------------
 */

static void put_letter(struct ll_sentence *s, uint32_t c) {
    if (s->capital && c - 'a' < 26)
        c -= 'a' - 'A';
    s->capital = 0;
    loginlint__put_byte(s->w, c);
}

static void put_plain(struct ll_sentence *s, const char *text) {
    while (text && *text)
        put_letter(s, (uint8_t)*text++);
}

void loginlint__put_padded(struct ll_writer *w, uint32_t n, uint32_t width) {
    uint32_t unit = 1;
    while (--width)
        unit *= 10;
    for (; unit; unit /= 10)
        loginlint__put_byte(w, '0' + n / unit % 10);
}

void loginlint__put_offset(struct ll_writer *w, int32_t minutes) {
    uint32_t m = (uint32_t)(minutes < 0 ? -minutes : minutes);
    loginlint__put_byte(w, minutes < 0 ? '-' : '+');
    loginlint__put_padded(w, m / 60, 2);
    loginlint__put_byte(w, ':');
    loginlint__put_padded(w, m % 60, 2);
}

static void put_classes(struct ll_sentence *s) {
    uint32_t i, left = s->classes;
    for (i = 0; left; i++, left >>= 1) {
        if (!(left & 1))
            continue;
        put_plain(s, loginlint__text(s->texts, LOGINLINT_LIST_CLASS, i, LL_ABOUT, 0));
        if (left >> 1)
            put_plain(s, s->texts[(left >> 1) & ((left >> 1) - 1) ? LL_TERM_LIST_COMMA : LL_TERM_LIST_AND]);
    }
}

/* ---- filling in -----------------------------------------------------------------------------------------------------
 */

/* What is filled in is a text of the language, which may have braces itself; NULL if it is none. */
static const char *text_for(struct ll_sentence *s, uint32_t placeholder) {
    switch (placeholder) {
    case PUT_WHERE:
        return where(s);
    case PUT_AT:
        return at(s);
    case PUT_CHAR:
        return character(s, s->argument);
    case PUT_FIX:
        return meant(s);
    case PUT_LENGTH:
        return length(s);
    case PUT_COUNT:
        s->n = s->count;
        return s->texts[s->facts & LL_FACT(DIGITS) ? LL_TERM_DIGITS_EXACT : LL_TERM_CHARACTERS_EXACT];
    case PUT_GLYPH:
        return quoted(s, s->quoted, s->quoted_length);
    case PUT_SAID:
        return s->said;
    case PUT_FIELD:
        return loginlint__text(s->texts, LOGINLINT_LIST_FIELD, s->field, LL_ABOUT, 0);
    case PUT_BOX:
        return loginlint__text(s->texts, LOGINLINT_LIST_FIELD, s->box, LL_ABOUT, 0);
    case PUT_BRAND:
        return loginlint__text(s->texts, LOGINLINT_LIST_BRAND, s->brand, LL_ABOUT, 0);
    case PUT_REASON:
        return loginlint__text(s->texts, LOGINLINT_LIST_REASON, s->reason, LL_ABOUT, 0);
    case PUT_IME:
        return loginlint__text(s->texts, LL_KEY, LL_KEY_IME, LL_ABOUT, s->facts);
    case PUT_KEYBOARD:
        return loginlint__text(s->texts, LL_KEY, LL_KEY_KEYBOARD, LL_ABOUT, s->facts);
    case PUT_CAPS:
        return loginlint__text(s->texts, LL_KEY, LL_KEY_CAPS, LL_ABOUT, s->facts);
    case PUT_UNTIL:
        return s->texts[s->other_offset ? LL_TERM_TIME_ELSEWHERE : LL_TERM_TIME_HERE];
    case PUT_MONTH:
        return s->texts[LL_TERM_MONTH_1 + clock_of(s).date.month - 1];
    case PUT_READY:
        return s->texts[LL_TERM_READY];
    default:
        return NULL;
    }
}

static void put_value(struct ll_sentence *s, uint32_t placeholder) {
    switch (placeholder) {
    case PUT_QUOTED:
        loginlint__put_text(s->w, s->quoted, s->quoted_length);
        break;
    case PUT_CODE:
        loginlint__put(s->w, "U+");
        loginlint__put_hex(s->w, s->n, 4);
        break;
    case PUT_CLASSES:
        put_classes(s);
        break;
    case PUT_HH:
        loginlint__put_padded(s->w, clock_of(s).hour, 2);
        break;
    case PUT_MM:
        loginlint__put_padded(s->w, clock_of(s).minute, 2);
        break;
    case PUT_OFFSET:
        loginlint__put_offset(s->w, s->utc_offset);
        break;
    default:
        loginlint__put_number(s->w, number_of(s, placeholder));
        break;
    }
}

/* Texts within texts: {fix} of a sentence is "{glyph} ({said})", and {glyph} is "“{quoted}”". */
enum { DEEPEST = 4 };

static void put_text(struct ll_sentence *s, const char *text) {
    const char *outer[DEEPEST], *inner;
    uint32_t depth = 0, c;
    while ((c = (uint8_t)*text++) != 0 || depth) {
        if (!c)
            text = outer[--depth];
        else if (c == FORM)
            s->passed = number_of(s, (uint8_t)*text++) != 1;
        else if (c == SEVERAL)
            s->passed = !s->passed;
        else if (c == FORM_END)
            s->passed = 0;
        else if (c == CAPITAL)
            s->capital = 1;
        else if (s->passed)
            continue;
        else if (c != PUT)
            put_letter(s, c);
        else if ((inner = text_for(s, (uint8_t)*text)) == NULL || depth == DEEPEST)
            put_value(s, (uint8_t)*text++);
        else {
            outer[depth++] = text + 1;
            text = inner;
        }
    }
}

int32_t loginlint__say(struct ll_sentence *s, uint32_t table, uint32_t member, uint32_t part) {
    const char *text = loginlint__text(s->texts, table, member, part, s->facts);
    if (!text)
        return -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
    put_text(s, text);
    return 0;
}
