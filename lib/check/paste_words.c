/* SPDX-License-Identifier: MIT */
/* paste_words.c - words and brackets of paste.def among the characters of a value, in either case and width: what they
 * name, and what they lead to.
 */
#include "check/paste_part.h"
#include "text/utf.h"

enum {
    WORDS_LONGEST = 20
}; /* characters of a text: a longer range is none, and no longer one is looked for at an end */

/* Each list of paste.def: the texts one behind the other, and the size of each with its NUL; no pointers, so that
 * nothing needs relocation. */
#define TAIL(text) text "\0"
static const char tails[] =
#include "check/paste.def"
    ;
#define TAIL(text) sizeof text,
static const uint8_t tails_sizes[] = {
#include "check/paste.def"
};
#define LABEL(text) text "\0"
static const char labels[] =
#include "check/paste.def"
    ;
#define LABEL(text) sizeof text,
static const uint8_t labels_sizes[] = {
#include "check/paste.def"
};
#define SECRET(text) text "\0"
static const char secrets[] =
#include "check/paste.def"
    ;
#define SECRET(text) sizeof text,
static const uint8_t secrets_sizes[] = {
#include "check/paste.def"
};
#define APART(text) text "\0"
static const char others[] =
#include "check/paste.def"
    ;
#define APART(text) sizeof text,
static const uint8_t others_sizes[] = {
#include "check/paste.def"
};
#define ENDING(text) text "\0"
static const char endings[] =
#include "check/paste.def"
    ;
#define ENDING(text) sizeof text,
static const uint8_t endings_sizes[] = {
#include "check/paste.def"
};
#define LEAD(text) text "\0"
static const char leads[] =
#include "check/paste.def"
    ;
#define LEAD(text) sizeof text,
static const uint8_t leads_sizes[] = {
#include "check/paste.def"
};
#define LIST(name) name, name##_sizes, sizeof name##_sizes

void loginlint__tighten(const struct ll_search *s, uint32_t *from, uint32_t *to) {
    while (*from < *to && (ll_is_blank(ll_seen(s, *from)) || ll_is_unseen(s, *from)))
        ++*from;
    while (*to > *from && (ll_is_blank(ll_seen(s, *to - 1)) || ll_is_unseen(s, *to - 1)))
        --*to;
}

/* Are the characters the text of n bytes, in either case and width?  A space of the text may be a sign that programs
 * join words with, or nothing: user name, user_name, userName. */
static int is_text(const struct ll_search *s, uint32_t from, uint32_t to, const char *text, uint32_t n) {
    const uint8_t *t = (const uint8_t *)text;
    uint32_t took;
    for (; n && from < to; t += took, n -= took) {
        uint32_t wanted = loginlint__utf8_next(t, n, &took), sign = ll_seen(s, from);
        if (wanted == ll_lower(sign) || (wanted == ' ' && (sign == '_' || sign == '-')))
            from++;
        else if (wanted != ' ')
            return 0;
    }
    return !n && from == to;
}

/* One of these texts?  `sizes`: of each, with its NUL. */
static int is_among(const struct ll_search *s, uint32_t from, uint32_t to, const char *texts, const uint8_t *sizes,
                    uint32_t count) {
    uint32_t i;
    uint8_t first[4];
    loginlint__tighten(s, &from, &to);
    if (from == to || to - from > WORDS_LONGEST)
        return 0;
    loginlint__utf8_put(ll_lower(ll_seen(s, from)), first);
    for (i = 0; i < count; texts += sizes[i++])
        if ((uint8_t)*texts == *first && to - from < sizes[i] && is_text(s, from, to, texts, sizes[i] - 1u))
            return 1;
    return 0;
}

/* Where one of these texts begins that stands at the end as a word of its own; `to` where none does. */
static uint32_t ends_among(const struct ll_search *s, uint32_t from, uint32_t to, const char *texts,
                           const uint8_t *sizes, uint32_t count) {
    uint32_t i = to - from > WORDS_LONGEST ? to - WORDS_LONGEST : from;
    for (; i < to; i++) /* they begin with a letter, and are words of their own */
        if (ll_is_any_letter(s, i) &&
            (i == from || !ll_is_letter_or_digit(ll_seen(s, i - 1)) || !ll_is_letter(ll_seen(s, i))) &&
            is_among(s, i, to, texts, sizes, count))
            return i;
    return to;
}

int loginlint__is_ending(const struct ll_search *s, uint32_t from, uint32_t to) {
    return is_among(s, from, to, LIST(endings));
}

int loginlint__is_lead(const struct ll_search *s, uint32_t from, uint32_t to) {
    return is_among(s, from, to, LIST(leads));
}

int loginlint__ends_in_tail(const struct ll_search *s, uint32_t from, uint32_t to) {
    return ends_among(s, from, to, LIST(tails)) < to;
}

uint32_t loginlint__ends_in_lead(const struct ll_search *s, uint32_t from, uint32_t to) {
    return ends_among(s, from, to, LIST(leads));
}

uint32_t loginlint__ends_in_secret(const struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t at = ends_among(s, from, to, LIST(secrets));
    return at < to || s->secret_last ? at : ends_among(s, from, to, LIST(others));
}

static int is_quote(uint32_t sign) {
    return sign == '"' || sign == '\'';
}

/* Inward over the colon behind a name, and over the quotes around it, which the name of a member has in JSON. */
static void bare(const struct ll_search *s, uint32_t *from, uint32_t *to) {
    loginlint__tighten(s, from, to);
    while (*to > *from && (ll_seen(s, *to - 1) == ':' || ll_seen(s, *to - 1) == '.' || ll_seen(s, *to - 1) == '='))
        --*to;
    while (*from < *to && ll_seen(s, *from) == '-') /* --user */
        ++*from;
    loginlint__tighten(s, from, to);
    if (*to - *from > 2 && is_quote(ll_seen(s, *from)) && ll_seen(s, *from) == ll_seen(s, *to - 1)) {
        ++*from;
        --*to;
    }
}

int loginlint__is_label(const struct ll_search *s, uint32_t from, uint32_t to) {
    bare(s, &from, &to);
    return from < to && is_among(s, from, to, LIST(labels));
}

/* ---- what a word leads to ---- */

#define PAIR(open, close) {open, close},
static const struct {
    uint16_t open, close;
} pairs[] = {
#include "check/paste.def"
};

uint32_t loginlint__closing_of(const struct ll_search *s, uint32_t i, uint32_t from, uint32_t to) {
    uint32_t k, j, sign = ll_seen(s, i);
    for (k = 0; k < sizeof pairs / sizeof pairs[0]; k++) {
        if (pairs[k].open != sign)
            continue;
        for (j = to; j-- > i + 1 && j > from;)
            if (ll_seen(s, j) == pairs[k].close)
                return j;
    }
    return 0;
}

int loginlint__is_colon(const struct ll_search *s, uint32_t i) {
    uint32_t sign = ll_seen(s, i);
    return sign == ':' || sign == '=' || sign == 0x2192 || sign == 0x21D2 || sign == 0xFE55 || sign == 0x3011 ||
           (sign == '>' && i && (ll_seen(s, i - 1) == '-' || ll_seen(s, i - 1) == '='));
}

/* A sign before a value that opens it, or marks it: a quote, a bracket, the stars of bold text, the bar of a table. */
static int is_opening(const struct ll_search *s, uint32_t i) {
    uint32_t k, sign = ll_seen(s, i);
    for (k = 0; k < sizeof pairs / sizeof pairs[0]; k++)
        if (pairs[k].open == sign && sign != '<')
            return 1;
    return sign == '*' || sign == '|';
}

/* The word that begins here has one, as few words of a sentence have. */
static int has_digit(const struct ll_search *s, uint32_t i) {
    while (i < s->n && !ll_is_blank(ll_seen(s, i)) && !ll_is_digit(ll_seen(s, i)))
        i++;
    return i < s->n && ll_is_digit(ll_seen(s, i));
}

/* May a value begin here, behind a name? */
static int may_begin(const struct ll_search *s, uint32_t at) {
    return !ll_is_blank(ll_seen(s, at)) && !ll_is_letter_or_digit(ll_seen(s, at - 1)) &&
           (!ll_is_east_asian(s, at - 1) || !ll_is_east_asian(s, at) || s->check->policy->allowed.unicode);
}

/* <password>secret: a tag that ends here. */
static int is_secret_tag(const struct ll_search *s, uint32_t from, uint32_t end) {
    uint32_t k = loginlint__ends_in_secret(s, from, end);
    return k > from && k < end && ll_seen(s, k - 1) == '<';
}

int loginlint__secret_leads_to(const struct ll_search *s, uint32_t from, uint32_t at) {
    uint32_t i = at, k, sign, links = 0;
    if (at <= from || !may_begin(s, at))
        return 0;
    for (; i > from; i--) {
        sign = ll_seen(s, i - 1);
        if (sign != ' ' && sign != '\t' && !is_opening(s, i - 1))
            break;
        links |= (uint32_t)(sign >= 0x80 || sign == '|' || sign == '\t');
    }
    k = loginlint__ends_in_lead(s, from, i);
    if (k < i) {
        links |= !ll_is_letter(ll_seen(s, k)) || has_digit(s, at);
        i = k;
    } else if (i > from && loginlint__is_colon(s, i - 1)) {
        links = 1;
        i -= ll_seen(s, i - 1) == '>' && i - from > 1 ? 2 : 1;
    } else if (i > from && ll_seen(s, i - 1) == '>') {
        return is_secret_tag(s, from, i - 1);
    }
    while (i > from && (ll_seen(s, i - 1) == ' ' || is_quote(ll_seen(s, i - 1)) || ll_seen(s, i - 1) == '*'))
        i--;
    k = loginlint__ends_in_secret(s, from, i);
    return k < i && (links || ll_is_east_asian(s, k));
}
