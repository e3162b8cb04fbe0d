/* SPDX-License-Identifier: MIT */
/* paste_part.c - a part of a value: where it may end, whether it is believed, and what the rest is then.
 *
 * In: a part that structure proposes.  Out: whether the rules find nothing in it but what is safe to mend; then the
 * check is about it, and what stands around it is marked and deleted on consent.
 */
#include "check/paste_part.h"
#include "check/composition.h"
#include "check/findings.h"
#include "check/report.h"
#include "check/rules.h"
#include "text/attributes.h"

enum { PARTS = 24 }; /* tried at most: each costs a check */

/* ---- ends ---- */

uint32_t loginlint__wide_item(const struct ll_search *s, uint32_t from) {
    uint32_t i = from, sign;
    if (s->check->policy->allowed.unicode)
        return from;
    while (i < s->n && i < from + 2 && s->c[i].category == LL_FULLWIDTH && ll_is_digit(ll_seen(s, i)))
        i++;
    if (i == from || i + 1 >= s->n || s->c[i].category != LL_FULLWIDTH)
        return from;
    sign = ll_seen(s, i);
    return (sign == '.' || sign == ')' || sign == ':') && s->c[i + 1].category == LL_ASCII ? i + 1 : from;
}

uint32_t loginlint__after_site(const struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t i = from, w;
    for (w = 0; w < 3; w++) {
        while (i < to && ll_is_unseen(s, i))
            i++;
        if (i >= to || ll_lower(ll_seen(s, i++)) != 'w')
            return from;
    }
    while (i < to && ll_is_unseen(s, i))
        i++;
    if (i + 1 >= to || (ll_seen(s, i) != '.' && !ll_is_label_stop(s->c[i].cp)) ||
        s->check->policy->field != LOGINLINT_FIELD_LOGIN_ID)
        return from;
    for (w = i + 2; w < to; w++)
        if (ll_seen(s, w) == '@')
            return i + 1;
    return from;
}

/* Before the full stops and commas that closed a sentence: signs of an input method behind half-width text, or of a
 * paste any; `to` where there are none. */
static uint32_t before_stop(const struct ll_search *s, uint32_t to) {
    static const uint32_t item = 1u << LL_ASCII | 1u << LL_FULLWIDTH | 1u << LL_LONG_VOWEL | 1u << LL_DASH;
    uint32_t end = to, sign, wide = 0, last, category, narrow;
    if (s->check->policy->allowed.unicode)
        return to;
    for (; end > 1; end--) {
        sign = ll_seen(s, end - 1);
        if (sign != '.' && sign != ',' && (s->c[end - 1].category != LL_SYMBOL || (sign != 0x3001 && sign != 0x3002)))
            break;
        wide |= s->c[end - 1].category != LL_ASCII;
    }
    for (last = end; last > 1 && ll_is_unseen(s, last - 1);)
        last--;
    category = 1u << s->c[last - 1].category;
    narrow = category & 1u << LL_ASCII;
    return end < to && ((narrow && wide) || (s->check->context->entry == 2 && category & item)) ? end : to;
}

/* ---- a part ---- */

/* A word that a person would take for a value; `named`: a colon stood before it. */
static int is_value(const struct ll_search *s, uint32_t from, uint32_t to, int named) {
    uint32_t i, digits = 0, letters = 0, at = 0;
    for (i = from; i < to; i++) {
        uint32_t sign = ll_seen(s, i);
        digits += (uint32_t)ll_is_digit(sign);
        letters += (uint32_t)(ll_is_upper(sign) || ll_is_lower(sign));
        at += sign == '@';
    }
    return (digits >= 3 || (digits && letters >= 2) || (at && letters > 2) || (named && digits + letters > 2)) &&
           !loginlint__is_label(s, from, to);
}

int loginlint__holds_value(const struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t i = from, start, sign;
    int named = 0;
    while (i < to) {
        while (i < to && (ll_is_blank(ll_seen(s, i)) || ll_is_unseen(s, i) || ll_seen(s, i) == ',' ||
                          ll_seen(s, i) == '/' || ll_seen(s, i) == '|'))
            i++;
        for (start = i; i < to && !ll_is_blank(ll_seen(s, i)) && ll_seen(s, i) != ',' && ll_seen(s, i) != ':';)
            i++;
        sign = i < to ? ll_seen(s, i) : ' ';
        if (sign == ':' || sign == ',') {
            named = sign == ':';
            i++;
        }
        if (sign != ':' && is_value(s, start, i - (sign == ','), named))
            return 1;
    }
    return 0;
}

/* A line with something on it that neither a label is nor ends as one. */
static int is_other_line(const struct ll_search *s, uint32_t from, uint32_t to) {
    loginlint__tighten(s, &from, &to);
    return to - from > 2 && !loginlint__is_label(s, from, to) && ll_is_letter_or_digit(ll_seen(s, from)) &&
           ll_seen(s, to - 1) != ':';
}

/* Is there, in [from, to), a line that a person would take for a value? */
static int holds_line(const struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t i, start = from;
    int lines = 0;
    for (i = from; i <= to; i++) {
        if (i < to && ll_seen(s, i) != '\n' && ll_seen(s, i) != '\t')
            continue;
        lines |= (start > 0 && start != from) || i < to ? is_other_line(s, start, i) : 0;
        start = i + 1;
    }
    return lines;
}

void loginlint__take(struct ll_search *s, uint32_t from, uint32_t to, enum ll_mark mark) {
    s->first = (uint16_t)(s->first + from);
    s->c += from;
    s->n = to - from;
    if (s->mark != LL_M_SEVERAL_VALUES)
        s->mark = (uint8_t)mark;
}

static int is_worded(const struct ll_search *s, uint32_t from, uint32_t to) {
    for (; from < to; from++)
        if (ll_is_any_letter(s, from) || ll_is_digit(ll_seen(s, from)))
            return 1;
    return 0;
}

/* Not worth a check: a character that the policy does not take, whatever its width and case. */
static int may_fit(const struct ll_search *s, uint32_t from, uint32_t to) {
    static const uint32_t read = 1u << LL_SYMBOL | 1u << LL_DASH | 1u << LL_LONG_VOWEL | 1u << LL_INVISIBLE |
                                 1u << LL_BIDI | 1u << LL_WIDE_SPACE;
    const struct ll_policy *policy = s->check->policy;
    if (policy->allowed.unicode || policy->digits_only)
        return 1;
    for (; from < to; from++) {
        uint32_t sign = ll_seen(s, from);
        if (sign >= 0x80 ? !(read >> s->c[from].category & 1)
                         : !ll_set_has(&policy->allowed, sign) && !ll_set_has(&policy->allowed, ll_swap_case(sign)) &&
                               !(s->check->structured && (sign == '-' || sign == ' ')))
            return 0;
    }
    return 1;
}

static int recurs_at(const struct ll_search *s, uint32_t at, uint32_t from, uint32_t to) {
    uint32_t i;
    for (i = from; i < to && at + i - from < s->n; i++)
        if (ll_seen(s, at + i - from) != ll_seen(s, i))
            return 0;
    return i == to;
}

/* Every @ is of this address, which stands there once more, as the text of a link; or the rest is who the address is
 * of, or a page of the web on the same line. */
static int is_only_dressed(const struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t i, ats = 0, own = 0, times = 0, line = from;
    for (i = 0; i < s->n; i++) {
        ats += ll_seen(s, i) == '@';
        own += i >= from && i < to && ll_seen(s, i) == '@';
        times += (uint32_t)recurs_at(s, i, from, to);
    }
    while (line > 0 && ll_seen(s, line - 1) != '\n')
        line--;
    if (ll_behind_scheme(s, line, from) != line)
        return 1;
    return own && ats == own * times && (times > 1 || (from && ll_seen(s, from - 1) == '<' && to + 1 == s->n));
}

/* What the rest is: another value, or only text. */
static LL_APART enum ll_mark mark_of(const struct ll_search *s, uint32_t from, uint32_t to) {
    int query = to < s->n && ll_seen(s, to) == '?'; /* of an address of the web */
    return !query && !is_only_dressed(s, from, to) &&
                   (loginlint__holds_value(s, 0, from) || loginlint__holds_value(s, to, s->n) ||
                    holds_line(s, 0, from) || holds_line(s, to, s->n))
               ? LL_M_SEVERAL_VALUES
               : LL_M_SURROUNDING_TEXT;
}

/* Takes off what no ID begins or ends with: the three of "ends" above, and an @ before it. */
static void trim(const struct ll_search *s, uint32_t *from, uint32_t *to) {
    if (s->check->policy->field != LOGINLINT_FIELD_LOGIN_ID || s->check->structured || *from >= *to)
        return;
    *to = before_stop(s, *to);
    if (loginlint__wide_item(s, *from) < *to)
        *from = loginlint__wide_item(s, *from);
    *from = loginlint__after_site(s, *from, *to);
    while (*from < *to && ll_seen(s, *from) == '@')
        ++*from;
}

/* Is nothing to be asked of the part but its country code, or signs that people write in a phone number? */
static LL_APART int is_written_phone(const struct ll_check *check) {
    static const uint32_t asked = LL_BIT(LL_M_COUNTRY_CODE) | LL_BIT(LL_M_NOT_ALLOWED);
    return check->policy->kind == LL_KIND_PHONE && loginlint__outcome(check) == LL_ASK && check->found & asked &&
           !(check->found & LL_BIT(LL_M_LOOKALIKE_DIGIT));
}

/* Is nothing to be asked of the part but a domain one slip away from another? */
static LL_APART int is_mistyped(const struct ll_check *check) {
    const loginlint_report *report = check->report;
    return loginlint__outcome(check) == LL_ASK && !check->found && report->count == 1 &&
           report->diagnostics[0].code == LOGINLINT_CODE_EMAIL_DOMAIN_TYPO;
}

int loginlint__is_taken(struct ll_search *s, uint32_t from, uint32_t to) {
    loginlint__tighten(s, &from, &to);
    trim(s, &from, &to);
    if (!is_worded(s, from, to) || (from == s->from && to == s->to) || !may_fit(s, from, to) || s->parts >= PARTS ||
        loginlint__is_label(s, from, to) ||
        (s->check->policy->field == LOGINLINT_FIELD_LOGIN_ID && !s->paired && loginlint__secret_leads_to(s, 0, from)))
        return 0;
    if (ll_try(s, from, to) && !is_written_phone(s->check) && !is_mistyped(s->check))
        return 0;
    loginlint__take(s, from, to, s->address ? LL_M_SURROUNDING_TEXT : mark_of(s, from, to));
    return 1;
}
