/* paste_run.c - a run of signs that belong together within a paste: an address around its @, the digits of a number.
 *
 * In: a value that no rule explains as a whole.  Out: the part of it that is taken.
 */
#include "check/digits.h"
#include "check/paste_part.h"
#include "text/attributes.h"

enum { NUMBERS = 16 }; /* words of digits looked at */

/* ---- an address ---- */

static int is_address_sign(const struct ll_search *s, uint32_t i) {
    uint32_t sign = ll_seen(s, i);
    return ll_is_letter_or_digit(sign) || sign == '.' || sign == '_' || sign == '-' || sign == '+' || sign == '\'' ||
           (s->c[i].klass == LL_LETTER && s->check->policy->allowed.unicode) || s->c[i].klass == LL_DASH;
}

/* A full stop of an input method, which a domain may have between its labels. */
static int is_label_stop(const struct ll_search *s, uint32_t i) {
    return s->c[i].cp == 0x3002 || s->c[i].cp == 0xFF61;
}

/* Does the run stand within a word, with another @ before it, or before a space that was typed in the domain? */
static int is_inside(const struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t i = to;
    if (from && (ll_seen(s, from - 1) == '@' || (ll_is_any_letter(s, from - 1) && !ll_is_east_asian(s, from - 1))))
        return 1;
    if (i < s->n && ll_is_any_letter(s, i) && !ll_is_east_asian(s, i))
        return 1;
    if (ll_may_go_on(s->check) && i + 1 == s->n && ll_seen(s, i) == '.')
        return 1; /* on the way to the next label */
    if (s->pasted || i + 2 >= s->n || (ll_seen(s, i) != '.' && ll_seen(s, i) != ',' && s->c[i].cp != 0x3001))
        return 0;
    i += ll_is_blank(ll_seen(s, i + 1)) ? 2 : 1;
    if (i == s->n || !ll_is_any_letter(s, i))
        return 0;
    while (i < s->n && (ll_is_any_letter(s, i) || ll_seen(s, i) == '.'))
        i++;
    return i == s->n; /* a label that a comma or a space cut off */
}

/* The run of what an address is made of, around each @. */
LL_APART int loginlint__take_address(struct ll_search *s) {
    uint32_t i, from, to, k, dots;
    for (i = 0; i < s->n; i++) {
        if (ll_seen(s, i) != '@')
            continue;
        for (from = i; from > 0 && is_address_sign(s, from - 1);)
            from--;
        for (to = i + 1; to < s->n && (is_address_sign(s, to) || is_label_stop(s, to));)
            to++;
        while (from < i && !ll_is_letter_or_digit(ll_seen(s, from)) && ll_seen(s, from) != '_' &&
               !ll_is_any_letter(s, from))
            from++;
        while (to > i && (ll_seen(s, to - 1) == '.' || ll_seen(s, to - 1) == '\'' || is_label_stop(s, to - 1)))
            to--;
        for (dots = 0, k = i; k < to; k++)
            dots += ll_seen(s, k) == '.' || is_label_stop(s, k);
        if (dots && from < i && !is_inside(s, from, to) && (!s->fits || s->bullet || loginlint__is_label(s, 0, from)) &&
            loginlint__is_taken(s, from, to))
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
    return ll_is_digit(sign) || s->c[i].klass == LL_DIGIT || sign == '-' || s->c[i].klass == LL_DASH ||
           s->c[i].klass == LL_LONG_VOWEL || ll_is_unseen(s, i) ||
           (phone && (sign == '+' || sign == '(' || sign == ')'));
}

static int is_any_digit(const struct ll_search *s, uint32_t i) {
    return ll_is_digit(ll_seen(s, i)) || s->c[i].klass == LL_DIGIT;
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
        for (; i < s->n && is_number_sign(s, i); i++)
            w->count = (uint16_t)(w->count + is_any_digit(s, i));
        w->to = (uint16_t)i;
        count += w->count != 0;
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
           !(step < 0 ? loginlint__is_label(s, i + 1, at + 1) : loginlint__is_label(s, at, i));
}

/* One or two kana beside digits that were typed: the input method was on. */
static int is_stray_kana(const struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t i, kana = 0, other = 0;
    for (i = 0; i < s->n; i++) {
        if (i == from)
            i = to;
        if (i >= s->n)
            break;
        kana += s->c[i].klass == LL_KANA || s->c[i].klass == LL_HALF_KANA;
        other += s->c[i].klass != LL_KANA && s->c[i].klass != LL_HALF_KANA && !ll_is_blank(ll_seen(s, i));
    }
    return !s->pasted && kana && kana < 3 && !other && !loginlint__is_ending(s, to, s->n);
}

LL_APART int loginlint__take_number(struct ll_search *s) { /* apart: its words would lie under every other search */
    const struct ll_policy *policy = s->check->policy;
    struct digits words[NUMBERS];
    uint32_t count = read_digits(s, words), a, b, k;
    for (a = 0; a < count; a++)
        for (b = count; b-- > a;) {
            uint32_t digits = 0, from = words[a].from, to = words[b].to;
            for (k = a; k <= b; k++)
                digits += words[k].count;
            while (from < to && !is_any_digit(s, from) && ll_seen(s, from) != '+' && ll_seen(s, from) != '(')
                from++;
            while (to > from && !is_any_digit(s, to - 1))
                to--;
            if (words[a].run != words[b].run || digits < policy->min_length || digits > policy->max_length ||
                is_slip(s, from - 1, -1) || is_slip(s, to, 1) || is_stray_kana(s, from, to))
                continue;
            if (loginlint__is_taken(s, from, to))
                return 1;
        }
    return 0;
}
