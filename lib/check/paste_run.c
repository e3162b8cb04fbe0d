/* SPDX-License-Identifier: MIT */
/* paste_run.c - a run of signs that belong together within a paste: an address around its @, the digits of a number.
 *
 * In: a value that no rule explains as a whole.  Out: the part of it that is taken.
 */
#include "check/digits.h"
#include "check/fold.h"
#include "check/paste_part.h"
#include "text/attributes.h"

enum { NUMBERS = 16 }; /* words of digits looked at */

/* ---- an address ---- */

static int is_narrow(const struct ll_search *s, uint32_t i) {
    return s->c[i].category == LL_ASCII || s->c[i].category == LL_FULLWIDTH;
}

/* The long vowel mark between ASCII, in any width, which the key of the hyphen gave. */
static int is_hyphen_key(const struct ll_search *s, uint32_t i) {
    return s->c[i].category == LL_LONG_VOWEL && i && i + 1 < s->n && is_narrow(s, i - 1) && is_narrow(s, i + 1);
}

/* The full stop of an input method between ASCII, as in taro。yamada. */
static int is_stop_key(const struct ll_search *s, uint32_t i) {
    return ll_is_label_stop(s->c[i].cp) && i && i + 1 < s->n && is_narrow(s, i - 1) && is_narrow(s, i + 1);
}

static int is_address_sign(const struct ll_search *s, uint32_t i) {
    uint32_t sign = ll_seen(s, i);
    return ll_is_letter_or_digit(sign) || sign == '.' || sign == '_' || sign == '-' || sign == '+' || sign == '\'' ||
           (s->c[i].category == LL_LETTER && s->check->policy->allowed.unicode) || s->c[i].category == LL_DASH ||
           ll_is_unseen(s, i) || is_hyphen_key(s, i) || is_stop_key(s, i);
}

static int is_plain(const struct ll_search *s, uint32_t i) {
    return s->c[i].category == LL_ASCII && ll_is_letter_or_digit(ll_seen(s, i));
}

/* Is the sign before the run one that stands for the full stop of a name: a dot of the middle, or, where nobody pasted
 * a list, a comma or semicolon from the key beside it; or the full stop itself behind letters of an input method? */
static int is_stop_of_name(const struct ll_search *s, uint32_t from) {
    uint32_t sign = ll_seen(s, from - 1);
    if (sign == '.')
        return !s->pasted && ll_is_any_letter(s, from - 2);
    return ll_is_middle_dot(sign) || (!s->pasted && (sign == ',' || sign == ';'));
}

/* taro•yamada@example.com: all before that sign is the beginning of the name. */
static int is_rest_of_name(const struct ll_search *s, uint32_t from) {
    uint32_t i = 0;
    if (from < 2 || !is_stop_of_name(s, from) || loginlint__is_label(s, 0, from - 1))
        return 0;
    while (i + 1 < from && (is_address_sign(s, i) || ll_is_any_letter(s, i)))
        i++;
    return i + 1 == from;
}

/* A small letter in full width is what an input method leaves of a key that makes no kana; no label has one. */
static int has_stranded_letter(const struct ll_search *s, uint32_t to) {
    while (to-- && !ll_is_blank(ll_seen(s, to)))
        if (s->c[to].category == LL_FULLWIDTH && ll_is_lower(ll_seen(s, to)))
            return 1;
    return 0;
}

/* Letters of an input method right before the run, which it was left on for: nobody types a label. */
static int is_typed_through(const struct ll_search *s, uint32_t from) {
    static const uint32_t kana = 1u << LL_KANA | 1u << LL_HALF_KANA | 1u << LL_LONG_VOWEL;
    uint32_t cp = s->c[from - 1].cp, category = 1u << s->c[from - 1].category;
    int typed = !s->pasted && s->check->context->entry == 1;
    if (loginlint__is_label(s, 0, from))
        return 0;
    if (category & 1u << LL_HANGUL)
        return (cp >= 0x3131 && cp <= 0x3163) || typed;
    return category & kana && !s->pasted &&
           (s->c[from].category == LL_FULLWIDTH || typed || has_stranded_letter(s, from));
}

/* What stands before the run was typed with it: letters of an input method; a sign of one, or a full stop and a space
 * of the keyboard's own, behind a word; a space that slipped in. */
static int is_typed_on(const struct ll_search *s, uint32_t from) {
    const loginlint_context *context = s->check->context;
    uint32_t i, blank = from && ll_is_blank(ll_seen(s, from - 1));
    if (from && is_typed_through(s, from))
        return 1;
    if (from < 2 || s->pasted)
        return 0;
    if (s->c[from - 1].category == LL_SYMBOL)
        return is_plain(s, from - 2);
    if (blank && from > 2 && ll_seen(s, from - 2) == '.' && is_plain(s, from - 3))
        return from > 3 || !ll_is_digit(ll_seen(s, from - 3)); /* 1. is the number of a list */
    if (!blank || (context->entry != 1 && context->keyboard != 2) || loginlint__is_label(s, 0, from))
        return 0;
    for (i = 0; i + 1 < from && is_address_sign(s, i);)
        i++;
    return i + 1 == from;
}

/* The number of a list right before its item: in brackets, or in a circle where it was pasted. */
static LL_APART int is_item_number(const struct ll_search *s, uint32_t i) {
    struct ll_fold fold;
    return s->c[i].category == LL_COMPAT && (!i || ll_is_blank(ll_seen(s, i - 1))) &&
           loginlint__fold_of(s->c[i].cp, s->c[i].category, &fold) &&
           (fold.text[0] == '(' || (s->pasted && ll_is_digit(fold.text[0])));
}

/* Does a label follow at i that a comma, or a space that was typed, cut off from the domain? */
static int is_cut_off(const struct ll_search *s, uint32_t i) {
    uint32_t sign = i < s->n ? ll_seen(s, i) : 0;
    if (s->pasted || i + 2 >= s->n ||
        (sign != '.' && sign != ',' && sign != ';' && sign != '/' && s->c[i].cp != 0x3001))
        return 0;
    i += ll_is_blank(ll_seen(s, i + 1)) ? 2 : 1;
    if (i == s->n || !ll_is_any_letter(s, i))
        return 0;
    while (i < s->n && (ll_is_any_letter(s, i) || ll_seen(s, i) == '.'))
        i++;
    return i == s->n;
}

/* A space at i before the country of .co uk and its like. */
static int is_country_apart(const struct ll_search *s, uint32_t i) {
    return i + 3 == s->n && ll_seen(s, i) == ' ' && ll_seen(s, i - 3) == '.' && ll_is_letter(ll_seen(s, i + 1)) &&
           ll_is_letter(ll_seen(s, i + 2));
}

/* A letter, but of a script that is written without spaces between words. */
static int is_letter_of_word(const struct ll_search *s, uint32_t i) {
    return ll_is_any_letter(s, i) && !ll_is_east_asian(s, i);
}

/* Does the run stand within a word, with another @ before it, or before a space that was typed in the domain? */
static int is_inside(const struct ll_search *s, uint32_t from, uint32_t to) {
    if (is_typed_on(s, from) || is_rest_of_name(s, from))
        return 1;
    if (from && (ll_seen(s, from - 1) == '@' || (is_letter_of_word(s, from - 1) && !is_item_number(s, from - 1))))
        return 1;
    if (to < s->n && is_letter_of_word(s, to))
        return 1;
    if (ll_may_go_on(s->check) && to + 1 == s->n && ll_seen(s, to) == '.')
        return 1; /* on the way to the next label */
    return is_cut_off(s, to) || is_country_apart(s, to);
}

/* What stands on the first line is no label and no number, and the name on the second does not begin with it, as an ID
 * and the address of the same person do. */
int loginlint__is_wrapped(const struct ll_search *s) {
    uint32_t from = s->from, to = s->to, i, k, at = 0, cut = 0, next = 0, letters = 0;
    for (i = from; i < to; i++) {
        letters += !cut && ll_is_any_letter(s, i);
        if (ll_seen(s, i) == '@')
            at = at ? s->n : i;
        else if (ll_seen(s, i) == '\n' && !at && (!cut || next == i)) {
            cut = cut ? cut : i;
            next = i + 1;
        } else if (!is_address_sign(s, i))
            return 0;
    }
    if (!cut || !letters || at <= next || at == s->n || loginlint__is_label(s, from, cut))
        return 0;
    for (k = 0; from + k < cut && next + k < at && ll_seen(s, from + k) == ll_seen(s, next + k);)
        k++;
    return from + k < cut;
}

/* The run of what an address is made of around the @ at i, without what stands around it. */
static LL_INLINE void run_around(const struct ll_search *s, uint32_t i, uint32_t *first, uint32_t *last) {
    uint32_t from = i, to = i + 1;
    while (from > 0 && is_address_sign(s, from - 1))
        from--;
    if (loginlint__wide_item(s, from) < i)
        from = loginlint__wide_item(s, from);
    while (to < s->n && (is_address_sign(s, to) || ll_is_label_stop(s->c[to].cp)))
        to++;
    while (from < i && !ll_is_letter_or_digit(ll_seen(s, from)) && ll_seen(s, from) != '_' &&
           !ll_is_any_letter(s, from))
        from++;
    while (to > i && (ll_seen(s, to - 1) == '.' || ll_seen(s, to - 1) == '\'' || ll_is_label_stop(s->c[to - 1].cp)))
        to--;
    while (to > i && ll_seen(s, to - 1) == '_') {
        from += from < i && ll_seen(s, from) == '_'; /* __taro@example.org__ */
        to--;
    }
    *first = from;
    *last = to;
}

static int has_stop(const struct ll_search *s, uint32_t from, uint32_t to) {
    for (; from < to; from++)
        if (ll_seen(s, from) == '.' || ll_is_label_stop(s->c[from].cp))
            return 1;
    return 0;
}

/* Around each @. */
LL_APART int loginlint__take_address(struct ll_search *s) {
    uint32_t i, from, to;
    for (i = 0; i < s->n; i++) {
        if (ll_seen(s, i) != '@')
            continue;
        run_around(s, i, &from, &to);
        if (from < i && has_stop(s, i, to) && !is_inside(s, from, to) &&
            (!s->fits || s->bullet || loginlint__is_label(s, 0, from)) && loginlint__is_taken(s, from, to))
            return 1;
    }
    return 0;
}

/* ---- a number ---- */

struct digits {
    uint16_t from, to, count;
    uint16_t run; /* numbers of one run have only spaces between */
};

static int is_number_sign(const struct ll_search *s, uint32_t i) {
    uint32_t sign = ll_seen(s, i);
    int phone = s->check->policy->kind == LL_KIND_PHONE && s->check->policy->field == LOGINLINT_FIELD_LOGIN_ID;
    return ll_is_digit(sign) || s->c[i].category == LL_DIGIT || sign == '-' || s->c[i].category == LL_DASH ||
           s->c[i].category == LL_LONG_VOWEL || ll_is_unseen(s, i) ||
           (phone && (sign == '+' || sign == '(' || sign == ')'));
}

static int is_any_digit(const struct ll_search *s, uint32_t i) {
    return ll_is_digit(ll_seen(s, i)) || s->c[i].category == LL_DIGIT;
}

int loginlint__has_code(const struct ll_search *s) {
    uint32_t card = s->from, code, end;
    if (s->check->policy->field != LOGINLINT_FIELD_CARD_NUMBER)
        return 0;
    while (card < s->to && is_any_digit(s, card))
        card++;
    for (code = card; code < s->to && ll_is_blank(ll_seen(s, code));)
        code++;
    for (end = code; end < s->to && is_any_digit(s, end);)
        end++;
    return card - s->from >= 13 && code > card && end == s->to && (end - code == 3 || end - code == 4);
}

/* The month of 09/2028: digits of something else than what stands before them. */
static int is_month(const struct ll_search *s, const struct digits *w) {
    return w->count <= 2 && w->to + 1u < s->n && ll_seen(s, w->to) == '/' && is_any_digit(s, w->to + 1u);
}

/* A full stop between the digits of a phone number, or the stroke behind its first ones: a later one leads to another
 * number. */
static int is_phone_stroke(const struct ll_search *s, uint32_t i, uint32_t digits) {
    uint32_t sign = ll_seen(s, i);
    return s->check->policy->kind == LL_KIND_PHONE && digits && i + 1 < s->n && is_any_digit(s, i + 1) &&
           (is_any_digit(s, i - 1) || ll_seen(s, i - 1) == ')') && (sign == '.' || (sign == '/' && digits <= 8));
}

static uint32_t read_digits(const struct ll_search *s, struct digits *words) {
    uint32_t i = 0, count = 0, run = 0;
    while (i < s->n && count < NUMBERS) {
        struct digits *w = &words[count];
        if (!is_number_sign(s, i)) {
            run += (uint32_t)!ll_is_blank(ll_seen(s, i));
            i++;
            continue;
        }
        *w = (struct digits){(uint16_t)i, 0, 0, (uint16_t)run};
        for (; i < s->n && (is_number_sign(s, i) || is_phone_stroke(s, i, w->count)); i++)
            w->count = (uint16_t)(w->count + is_any_digit(s, i));
        w->to = (uint16_t)i;
        if (!w->count)
            continue;
        if (is_month(s, w) || (count && loginlint__has_code(s)))
            w->run = (uint16_t)++run;
        count++;
    }
    return count;
}

/* Letters that stand directly at the part, on this side, and are not words: one that is taken for a digit, or letters
 * with more digits behind them.  A slip of the fingers, then, and nothing to cut off. */
static int is_slip(const struct ll_search *s, uint32_t at, int step) {
    uint32_t i = at, letters = 0, alike = 0;
    for (; i < s->n && ll_is_any_letter(s, i); i += (uint32_t)step) {
        letters++;
        alike += loginlint__lookalike_digit(ll_seen(s, i)) != 0;
    }
    if (!letters || ll_is_east_asian(s, at))
        return 0;
    return alike == letters || (i < s->n && is_any_digit(s, i)) ||
           !(step < 0 ? loginlint__is_label(s, i + 1, at + 1) || loginlint__is_lead(s, i + 1, at + 1)
                      : loginlint__is_label(s, at, i));
}

/* One or two kana beside digits that were typed: the input method was on. */
static int is_stray_kana(const struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t i, kana = 0, other = 0;
    for (i = 0; i < s->n; i++) {
        if (i == from)
            i = to;
        if (i >= s->n)
            break;
        kana += s->c[i].category == LL_KANA || s->c[i].category == LL_HALF_KANA;
        other += s->c[i].category != LL_KANA && s->c[i].category != LL_HALF_KANA && !ll_is_blank(ll_seen(s, i));
    }
    return !s->pasted && kana && kana < 3 && !other && !loginlint__is_ending(s, to, s->n);
}

/* A bracket that opens before the number and is not closed in it is not the number's. */
static int opens(const struct ll_search *s, uint32_t from, uint32_t to) {
    for (; from < to; from++)
        if (ll_seen(s, from) == ')')
            return 1;
    return 0;
}

LL_APART int loginlint__take_number(struct ll_search *s) { /* apart: its words would lie under every other search */
    const struct ll_policy *policy = s->check->policy;
    struct digits words[NUMBERS];
    uint32_t count = read_digits(s, words), a, b, k;
    if (count && !s->fails && words[0].from == s->from && words[count - 1].to == s->to &&
        words[0].run == words[count - 1].run)
        return 0; /* with its signs removed the whole is the number */
    for (a = 0; a < count; a++)
        for (b = count; b-- > a;) {
            uint32_t digits = 0, from = words[a].from, to = words[b].to;
            for (k = a; k <= b; k++)
                digits += words[k].count;
            while (to > from && !is_any_digit(s, to - 1))
                to--;
            while (from < to && !is_any_digit(s, from) && ll_seen(s, from) != '+' &&
                   (ll_seen(s, from) != '(' || !opens(s, from, to)))
                from++;
            if (words[a].run != words[b].run || digits < policy->min_length ||
                digits > policy->max_length + (ll_seen(s, from) == '+' ? 3u : 0u) || is_slip(s, from - 1, -1) ||
                is_slip(s, to, 1) || is_stray_kana(s, from, to))
                continue;
            if (loginlint__is_taken(s, from, to))
                return 1;
        }
    return 0;
}
