/* SPDX-License-Identifier: MIT */
/* paste_part.h - the search for the part of a value that was meant, and whether a part is believed. */
#ifndef LL_PASTE_PART_H
#define LL_PASTE_PART_H

#include "check/check.h"
#include "check/report.h"
#include "check/rules.h"
#include "text/ascii.h"

/* The search for the part: over all characters, whatever part the check is about at the moment; once a part is taken,
 * over its characters as if they were all, for a part of the part. */
struct ll_search {
    struct ll_check *check;
    const struct ll_char *c; /* n of them, the first of which is character `first` of the value */
    uint32_t n;
    uint16_t first;
    uint16_t from, to;   /* what is neither blank nor unseen begins and ends there */
    uint8_t parts;       /* tried so far */
    uint8_t decoded;     /* over the characters as they are meant (encoded.h); 2: the ends of lines are read, too */
    uint8_t mark;        /* enum ll_mark of what stands around the part; LL_MARKS: none is taken */
    uint8_t invalid;     /* the whole value does not satisfy the policy as it was typed */
    uint8_t address;     /* the part stands in an address of the web, which is no value */
    uint8_t outcome;     /* of the whole */
    uint8_t fits;        /* the whole satisfies the field as well: only the plainest signs of a paste count */
    uint8_t fails;       /* what is wrong with the whole cannot be mended */
    uint8_t elsewhere;   /* the whole belongs into another box, unless it is the value twice */
    uint8_t pasted;      /* pasted or filled in, as the context says */
    uint8_t bullet;      /* at an end of a login ID stands a sign or a number that an ID rarely has there */
    uint8_t secret_last; /* of several values the last is meant: a password */
    uint8_t paired;      /* the names of both values stand before the first: ID/PW: taro/secret */
};

/* Characters as a person sees them. */
static inline int ll_is_line_end(uint32_t cp) {
    return (ll_is_white_control(cp) && cp != '\t') || cp == 0x2028 || cp == 0x2029;
}

/* The character in half width; every space is ' ', every end of a line '\n'. */
static inline uint32_t ll_seen(const struct ll_search *s, uint32_t i) {
    const struct ll_char *c = &s->c[i];
    if (ll_is_line_end(c->cp))
        return '\n';
    if (c->category == LL_WIDE_SPACE)
        return ' ';
    if (c->cp == 0xFF0D)
        return '-';
    return c->category == LL_FULLWIDTH ? c->cp - 0xFEE0 : c->cp;
}

static inline int ll_is_blank(uint32_t sign) {
    return sign == ' ' || sign == '\t' || sign == '\n';
}

/* A full stop of an input method, which a domain may have between its labels. */
static inline int ll_is_label_stop(uint32_t cp) {
    return cp == 0x3002 || cp == 0xFF61;
}

static inline int ll_is_unseen(const struct ll_search *s, uint32_t i) {
    return s->c[i].category == LL_INVISIBLE || s->c[i].category == LL_BIDI;
}

/* One sign of three full stops, no form of a letter. */
static inline int ll_is_ellipsis(const struct ll_search *s, uint32_t i) {
    return s->c[i].cp == 0x2026 || s->c[i].cp == 0x22EF;
}

/* A letter of any script, or a form of one. */
static inline int ll_is_any_letter(const struct ll_search *s, uint32_t i) {
    static const uint32_t letters = 1u << LL_KANA | 1u << LL_HALF_KANA | 1u << LL_HAN | 1u << LL_HANGUL |
                                    1u << LL_LETTER | 1u << LL_MARK | 1u << LL_LONG_VOWEL | 1u << LL_COMPAT;
    uint32_t sign = ll_seen(s, i);
    return ll_is_upper(sign) || ll_is_lower(sign) || (letters >> s->c[i].category & 1 && !ll_is_ellipsis(s, i));
}

static inline int ll_is_east_asian(const struct ll_search *s, uint32_t i) {
    static const uint32_t categories =
        1u << LL_KANA | 1u << LL_HALF_KANA | 1u << LL_HAN | 1u << LL_HANGUL | 1u << LL_LONG_VOWEL | 1u << LL_SYMBOL;
    return (int)(categories >> s->c[i].category & 1);
}

/* Neither a letter nor a digit, in any form, nor a space. */
static inline int ll_is_sign(const struct ll_search *s, uint32_t i) {
    static const uint32_t signs = 1u << LL_ASCII | 1u << LL_FULLWIDTH | 1u << LL_SYMBOL | 1u << LL_DASH |
                                  1u << LL_QUOTE | 1u << LL_YEN | 1u << LL_OTHER;
    return ll_is_ellipsis(s, i) || ((signs >> s->c[i].category & 1) && !ll_is_letter_or_digit(ll_seen(s, i)));
}

/* Behind the :// of an address of the web; `from` where there is none. */
static inline uint32_t ll_behind_scheme(const struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t i;
    for (i = from; i + 2 < to; i++)
        if (ll_seen(s, i) == ':' && ll_seen(s, i + 1) == '/' && ll_seen(s, i + 2) == '/')
            return i + 3;
    return from;
}

/* Moves both ends inward over blanks and what cannot be seen. */
void loginlint__tighten(const struct ll_search *s, uint32_t *from, uint32_t *to);

/* A word of paste.def for what a value is called, with or without a full stop or colon behind it. */
int loginlint__is_label(const struct ll_search *s, uint32_t from, uint32_t to);

/* The last sign in [from, to) that closes what character i opens, behind i; 0 for none. */
uint32_t loginlint__closing_of(const struct ll_search *s, uint32_t i, uint32_t from, uint32_t to);

/* A colon, or a sign used as one, that may end a heading: ID→taro, 【ID】taro. */
int loginlint__is_colon(const struct ll_search *s, uint32_t i);

/* A word that leads to a value in a sentence. */
int loginlint__is_lead(const struct ll_search *s, uint32_t from, uint32_t to);

/* Where a word that leads to a value begins that stands at the end as a word of its own, `to` where none does; the same
 * of the name of a password; for an ID, of whatever is no ID's. */
uint32_t loginlint__ends_in_lead(const struct ll_search *s, uint32_t from, uint32_t to);
uint32_t loginlint__ends_in_secret(const struct ll_search *s, uint32_t from, uint32_t to);

/* Does what stands before `at`, on its line, name a password and lead to it?  No ID box is offered that. */
int loginlint__secret_leads_to(const struct ll_search *s, uint32_t from, uint32_t at);

/* Does a TAIL of paste.def stand at the end? */
int loginlint__ends_in_tail(const struct ll_search *s, uint32_t from, uint32_t to);

/* What may follow a value directly. */
int loginlint__is_ending(const struct ll_search *s, uint32_t from, uint32_t to);

/* Behind the full-width number of a list before half-width text, as in １．taro; `from` where there is none. */
uint32_t loginlint__wide_item(const struct ll_search *s, uint32_t from);

/* Behind the www. that people put before an address as before everything on the web; `from` where there is none. */
uint32_t loginlint__after_site(const struct ll_search *s, uint32_t from, uint32_t to);

/* Is this a card number without spaces, and its security code behind it? */
int loginlint__has_code(const struct ll_search *s);

/* Does what stands in [from, to) hold another value: something with a digit and a letter in it, an address, three
 * digits, or what a colon leads to? */
int loginlint__holds_value(const struct ll_search *s, uint32_t from, uint32_t to);

/* The rules run over the part alone: what they ask of the verdict.  Inline, for its frame would lie under all rules. */
static inline uint32_t ll_try(struct ll_search *s, uint32_t from, uint32_t to) {
    s->parts++;
    loginlint__check_part(s->check, s->first + from, s->first + to);
    return loginlint__outcome(s->check);
}

/* Does the part satisfy the field on its own?  Then it is taken: the check is about it, and 1 is returned. */
int loginlint__is_taken(struct ll_search *s, uint32_t from, uint32_t to);

/* The part is the value, and what the search is over from now on. */
void loginlint__take(struct ll_search *s, uint32_t from, uint32_t to, enum ll_mark mark);

/* Is this one address that the end of a line cut in two before its @? */
int loginlint__is_wrapped(const struct ll_search *s);

/* Each 1 when it has taken a part of a line, told apart by signs alone (paste_signs.c): behind a Windows domain or in
 * an address of the web, between tags, in bold, beside a stroke, between signs that the policy does not take. */
int loginlint__in_an_address(struct ll_search *s, uint32_t from, uint32_t to);
int loginlint__tagged(struct ll_search *s, uint32_t from, uint32_t to);
int loginlint__emphasised(struct ll_search *s, uint32_t from, uint32_t to);
int loginlint__divided(struct ll_search *s, uint32_t from, uint32_t to);
int loginlint__stripped(struct ll_search *s, uint32_t from, uint32_t to);

/* Each 1 when it has taken a part: an address or a number (paste_run.c), a name or a password (paste_line.c), one value
 * of two behind their names, ID/PW: taro/secret (paste_line.c), or of a row behind an address of the web
 * (paste_signs.c). */
int loginlint__take_address(struct ll_search *s);
int loginlint__take_number(struct ll_search *s);
int loginlint__take_line(struct ll_search *s);
int loginlint__take_pair(struct ll_search *s);
int loginlint__take_record(struct ll_search *s);

#endif
