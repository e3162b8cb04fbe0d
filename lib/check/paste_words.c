/* SPDX-License-Identifier: MIT */
/* paste_words.c - words of paste.def among the characters of a value, in either case and width; those that lost.c asks
 * for.
 */
#include "check/paste_part.h"
#include "text/utf.h"

enum { TAIL_LONGEST = 20 }; /* characters of a TAIL, with a space behind it */

void loginlint__tighten(const struct ll_search *s, uint32_t *from, uint32_t *to) {
    while (*from < *to && (ll_is_blank(ll_seen(s, *from)) || ll_is_unseen(s, *from)))
        ++*from;
    while (*to > *from && (ll_is_blank(ll_seen(s, *to - 1)) || ll_is_unseen(s, *to - 1)))
        --*to;
}

/* Are the characters the text of n bytes, in either case and width? */
static int is_text(const struct ll_search *s, uint32_t from, uint32_t to, const char *text, uint32_t n) {
    const uint8_t *t = (const uint8_t *)text;
    uint32_t took;
    for (; n && from < to; from++, t += took, n -= took)
        if (loginlint__utf8_next(t, n, &took) != ll_lower(ll_seen(s, from)))
            return 0;
    return !n && from == to;
}

int loginlint__is_among(const struct ll_search *s, uint32_t from, uint32_t to, const char *texts, const uint8_t *sizes,
                        uint32_t count) {
    uint32_t i;
    uint8_t first[4];
    loginlint__tighten(s, &from, &to);
    if (from == to)
        return 0;
    loginlint__utf8_put(ll_lower(ll_seen(s, from)), first);
    for (i = 0; i < count; texts += sizes[i++])
        if ((uint8_t)*texts == *first && to - from < sizes[i] && is_text(s, from, to, texts, sizes[i] - 1u))
            return 1;
    return 0;
}

#define TAIL(text) text "\0"
static const char tails[] =
#include "check/paste.def"
    ;
#define TAIL(text) sizeof text,
static const uint8_t tail_sizes[] = {
#include "check/paste.def"
};

int loginlint__ends_in_tail(const struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t i = to - from > TAIL_LONGEST ? to - TAIL_LONGEST : from;
    for (; i < to; i++) /* a TAIL begins with a letter, and is a word of its own */
        if (ll_is_any_letter(s, i) && (i == from || !ll_is_letter(ll_seen(s, i - 1))) &&
            loginlint__is_among(s, i, to, tails, tail_sizes, sizeof tail_sizes))
            return 1;
    return 0;
}
