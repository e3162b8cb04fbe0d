/* SPDX-License-Identifier: MIT */
/* paste.c - what a paste brings: the part of the value that was meant, and what stands around it.
 *
 * In: a check whose rules have run over the whole value.  Out: the same, or the check of a part that satisfies the
 * field on its own; what stands around that part is marked (surrounding-text, several-values, repeated-value) and
 * deleted on consent, and no other finding is made in it.
 *
 * Structure decides where a part may begin and end: a pair of brackets or quotes, words that end in a colon, a line, a
 * run of digits, what can stand beside an @, signs that the policy does not take.  The words of paste.def only help.
 * A part is believed when the rules find nothing in it but what is safe to mend; the first in the order of
 * is_found is taken.
 */
#include "check/paste.h"
#include "check/composition.h"
#include "check/encoded.h"
#include "check/findings.h"
#include "check/paste_part.h"
#include "check/report.h"
#include "check/rules.h"
#include "text/attributes.h"

enum { LOOKED_THROUGH = LL_ENCODED_MAX }; /* characters: a longer value is no value with something around it */

/* ---- the value twice ---- */

/* A dash is any dash, and what its key gives in an input method. */
static uint32_t alike(const struct ll_search *s, uint32_t i) {
    return (1u << LL_DASH | 1u << LL_LONG_VOWEL) >> s->c[i].category & 1 ? '-' : ll_seen(s, i);
}

static int is_same(const struct ll_search *s, uint32_t a, uint32_t b, uint32_t n) {
    uint32_t i;
    for (i = 0; i < n; i++)
        if (alike(s, a + i) != alike(s, b + i))
            return 0;
    return 1;
}

/* Are these characters a shorter piece again and again, the last time perhaps not to its end? */
static int is_pattern(const struct ll_search *s, uint32_t from, uint32_t length) {
    uint32_t piece;
    for (piece = 1; piece <= length / 2; piece++)
        if (is_same(s, from, from + piece, length - piece))
            return 1;
    return 0;
}

/* Does the value once satisfy the field? */
static int is_taken_once(struct ll_search *s, uint32_t from, uint32_t to) {
    if (ll_try(s, from, to))
        return 0;
    loginlint__take(s, from, to, LL_M_REPEATED_VALUE);
    return 1;
}

/* Both halves alike, perhaps with spaces between. */
static LL_APART int repeated(struct ll_search *s) {
    uint32_t from = s->from, to = s->to, length, second;
    for (length = (to - from) / 2; length >= 4 && to - from - 2 * length <= 2; length--) {
        uint32_t between = from + length, after = to - length;
        second = after;
        loginlint__tighten(s, &between, &after);
        if (after > between + 1 || (after > between && ll_is_letter_or_digit(ll_seen(s, between))))
            continue;
        if (!is_same(s, from, second, length) ||
            ((s->fits || s->elsewhere || !s->check->policy->digits_only) && is_pattern(s, from, length)))
            continue; /* what is there more than twice was meant so, but for a number that has too many digits then */
        return is_taken_once(s, from, from + length);
    }
    return 0;
}

/* taro@taro@example.com, the name typed once more where it stood already: the length of the name, or 0. */
static uint32_t name_twice(const struct ll_search *s) {
    uint32_t from = s->from, to = s->to, length;
    if (s->check->policy->field != LOGINLINT_FIELD_LOGIN_ID || !ll_may_have(s->check, "@"))
        return 0;
    for (length = 0; from + length < to && ll_seen(s, from + length) != '@';)
        length++;
    return 2 * length + 1 < to - from && is_same(s, from, from + length + 1, length + 1) ? length : 0;
}

/* taro@example.com@example.com: the length of what is too much, or 0. */
static uint32_t domain_twice(const struct ll_search *s) {
    uint32_t from = s->from, to = s->to, length;
    if (s->check->policy->field != LOGINLINT_FIELD_LOGIN_ID || !ll_may_have(s->check, "@"))
        return 0;
    for (length = 1; length < to - from && ll_seen(s, to - length) != '@';)
        length++;
    return 2 * length < to - from && length > 3 && is_same(s, to - 2 * length, to - length, length) ? length : 0;
}

static LL_APART int partly_repeated(struct ll_search *s) {
    uint32_t from = s->from, to = s->to, name = name_twice(s), domain = domain_twice(s);
    return (name && is_taken_once(s, from + name + 1, to)) || (domain && is_taken_once(s, from, to - domain));
}

/* ---- the whole ---- */

/* A sign that no keyboard has, at either end of a password. */
static int has_foreign_end(const struct ll_search *s) {
    uint32_t from = s->from, to = s->to;
    return from < to && s->check->found & LL_BIT(LL_M_NOT_ALLOWED) &&
           (s->c[from].category == LL_OTHER || s->c[to - 1].category == LL_OTHER);
}

/* An address with www. before it. */
static int behind_site(struct ll_search *s) {
    uint32_t from = s->from, to = s->to;
    return loginlint__after_site(s, from, to) != from && loginlint__is_taken(s, from, to);
}

/* A sign of an input method or a dash at either end of a login ID: a bullet, unless the rest of the value says
 * otherwise; the number of a list, or its star; the apostrophe by which a spreadsheet marks text; the @ of a social
 * network. */
static int has_bullet(const struct ll_search *s) {
    static const uint32_t signs = 1u << LL_SYMBOL | 1u << LL_DASH | 1u << LL_OTHER | 1u << LL_QUOTE;
    uint32_t from = s->from, to = s->to;
    if (s->check->policy->digits_only)
        return from + 1 < to && s->c[from].category == LL_COMPAT && ll_is_blank(ll_seen(s, from + 1));
    return s->check->policy->field == LOGINLINT_FIELD_LOGIN_ID && !s->check->structured && from < to &&
           ((signs >> s->c[from].category | signs >> s->c[to - 1].category) & 1 ||
            loginlint__after_site(s, from, to) != from || loginlint__wide_item(s, from) != from ||
            (s->check->context->entry == 2 && (s->c[from].cp == '\'' || s->c[from].cp == 0xFF0A)) ||
            (ll_seen(s, from) == '@' && (s->pasted || !ll_may_go_on(s->check))));
}

/* Digits, and signs that are no digits between them, each of which goes on consent (another would fail it): a phone
 * number as it is written, with brackets, strokes, dots or an extension. */
static int is_written_phone(const struct ll_check *check) {
    return check->policy->kind == LL_KIND_PHONE && !check->whole && !(loginlint__outcome(check) & LL_FAIL);
}

/* What only a part may explain: a character that does not belong there, or a value that cannot be right.  What every
 * fix together would settle is no paste. */
static int is_unexplained(const struct ll_search *s) {
    static const uint32_t marks = LL_BIT(LL_M_NOT_ALLOWED) | LL_BIT(LL_M_INNER_SPACE) | LL_BIT(LL_M_CONTROL_CHARACTER) |
                                  LL_BIT(LL_M_EMAIL_DOMAIN_TYPO);
    const struct ll_check *check = s->check;
    if (check->found & (LL_BIT(LL_M_COUNTRY_CODE) | LL_BIT(LL_M_LOST_DIGITS)) || is_written_phone(check))
        return 0;
    return s->outcome & LL_FAIL || (s->outcome & LL_ASK && (check->whole || check->found & marks));
}

/* An @ with something on both sides. */
static int has_inner_at(const struct ll_search *s) {
    uint32_t i, from = s->from, to = s->to;
    if (!ll_may_have(s->check, "@"))
        return 0;
    for (i = from + 1; i + 1 < to; i++)
        if (ll_seen(s, i) == '@')
            return 1;
    return 0;
}

/* A name for a password and a colon as a person who copies has them: of an input method, or with a space behind it. */
static int has_label(const struct ll_search *s) {
    uint32_t i, from = s->from, to = s->to;
    if (!ll_may_have(s->check, ":"))
        return 0;
    for (i = from; i < to && ll_seen(s, i) != ':';)
        i++;
    return i + 1 < to && loginlint__is_label(s, from, i) &&
           (s->c[i].cp != ':' ||
            (s->check->context->entry != 1 && !ll_may_go_on(s->check) && ll_is_blank(ll_seen(s, i + 1))));
}

/* Half-width text in the brackets of an input method, which gives none itself. */
static int is_in_brackets(const struct ll_search *s) {
    uint32_t i, from = s->from, to = s->to;
    if (to - from < 3 || !s->outcome || ll_seen(s, from) < 0x80 || loginlint__closing_of(s, from, from, to) != to - 1)
        return 0;
    for (i = from + 1; i + 1 < to && s->c[i].category == LL_ASCII;)
        i++;
    return i + 1 == to && s->c[from].category != LL_QUOTE;
}

/* No address ends in a sign. */
static int ends_in_sign(const struct ll_search *s) {
    uint32_t from = s->from, to = s->to, last;
    last = from < to ? ll_seen(s, to - 1) : 'a';
    return s->outcome && s->check->policy->field == LOGINLINT_FIELD_LOGIN_ID && !ll_may_go_on(s->check) &&
           !ll_is_letter_or_digit(last) && last < 0x80 && last != '.' && last != ',' && last != ';' && has_inner_at(s);
}

/* An address without an @, and its code: %40. */
static int has_code_of_at(const struct ll_search *s) {
    const struct ll_check *check = s->check;
    uint32_t i;
    if (check->policy->field != LOGINLINT_FIELD_LOGIN_ID || !ll_may_have(check, "%") || ll_may_have(check, "@"))
        return 0;
    for (i = 0; i + 2 < s->n; i++)
        if (s->c[i].cp == '%' && s->c[i + 1].cp == '4' && s->c[i + 2].cp == '0')
            return 1;
    return 0;
}

/* As typed, a password may hold quotes, colons and doubled halves: what else speaks for a paste? */
static int may_be_pasted(const struct ll_search *s) {
    const struct ll_check *check = s->check;
    const loginlint_context *context = check->context;
    if (s->pasted && !check->policy->digits_only)
        return 1;
    if (s->secret_last)
        return context->failures || has_label(s) || is_in_brackets(s) ||
               loginlint__meant_count(check) > check->policy->max_length || has_foreign_end(s);
    return is_unexplained(s) || s->bullet || ends_in_sign(s) || name_twice(s) || loginlint__has_code(s) ||
           has_code_of_at(s);
}

/* What is encoded, decoded; the search is over those characters then. */
static int is_decoded(struct ll_search *s, int lines) {
    if (s->fits || s->decoded)
        return 0;
    s->parts++; /* the rules run over it, as over a part */
    if (!loginlint__decode(s->check, lines))
        return 0;
    s->decoded = (uint8_t)(1 + lines);
    s->n = s->check->n;
    return 1;
}

static int is_found(struct ll_search *s) {
    const struct ll_policy *policy = s->check->policy;
    if (repeated(s) || partly_repeated(s))
        return 1;
    if (s->elsewhere)
        return 0;
    if (policy->digits_only)
        return (!s->fits || loginlint__has_code(s)) && loginlint__take_number(s);
    if (loginlint__take_record(s) || loginlint__take_pair(s))
        return 1;
    if (policy->field != LOGINLINT_FIELD_LOGIN_ID)
        return loginlint__take_line(s);
    if (policy->kind != LL_KIND_NAME && has_inner_at(s))
        return behind_site(s) || is_decoded(s, 0) || (loginlint__is_wrapped(s) && is_decoded(s, 1)) ||
               loginlint__take_address(s) || is_decoded(s, 1);
    return is_decoded(s, 0) || loginlint__take_line(s);
}

static int is_password(const struct ll_check *check) {
    return check->policy->field == LOGINLINT_FIELD_PASSWORD && !check->policy->digits_only;
}

/* The end of a line within: no box for a password takes one from the keyboard. */
static int has_lines(const struct ll_search *s) {
    uint32_t from = s->from, to = s->to;
    if (!ll_may_have_category(s->check, 1u << LL_CONTROL | 1u << LL_WIDE_SPACE))
        return 0;
    while (from < to && ll_seen(s, from) != '\n')
        from++;
    return from < to;
}

/* Words of East Asia that name a password and lead to half-width text, which no input method gives: nobody types them
 * into its box. */
static int names_secret(const struct ll_search *s) {
    static const uint32_t scripts = 1u << LL_KANA | 1u << LL_HAN | 1u << LL_HANGUL;
    uint32_t i;
    if (!s->outcome || s->check->context->entry == 1 || !ll_may_have_category(s->check, scripts))
        return 0;
    for (i = 1; i < s->n; i++)
        if (s->c[i].category == LL_ASCII && ll_is_letter(ll_seen(s, i)) &&
            (ll_is_east_asian(s, i - 1) || ll_is_blank(ll_seen(s, i - 1))) && loginlint__secret_leads_to(s, 0, i))
            return 1;
    return 0;
}

/* A login ID that the safe fixes make right is looked at as a whole, however it came: it is filled in then, and must
 * not be another question. */
static int is_pasted(const struct ll_search *s) {
    const struct ll_check *check = s->check;
    return check->context->entry == 2 || (is_password(check) && (has_lines(s) || names_secret(s))) ||
           (!is_password(check) && (check->context->entry == 3 || (check->found && !s->outcome)));
}

/* Every part has one. */
static int has_alphanumeric(const struct ll_check *check) {
    static const uint32_t letters = 0x07FFFFFE, digits = 0x03FF0000;
    return check->policy->allowed.unicode || ll_may_have_category(check, 1u << LL_DIGIT) ||
           check->signs.bits[1] & digits || (check->signs.bits[2] | check->signs.bits[3]) & letters;
}

static void find_ends(struct ll_search *s) {
    uint32_t from = 0, to = s->n;
    loginlint__tighten(s, &from, &to);
    s->from = (uint16_t)from;
    s->to = (uint16_t)to;
}

/* What the rules say of the whole, or of the part that was taken. */
static void weigh(struct ll_search *s) {
    const struct ll_check *check = s->check;
    s->outcome = (uint8_t)loginlint__outcome(check);
    s->fits = !s->outcome;
    s->fails = (s->outcome & LL_FAIL) != 0;
    s->elsewhere = check->wrong_field || check->secret != check->report->secret;
    s->bullet = (uint8_t)has_bullet(s);
}

static int is_looked_through(const struct ll_search *s) {
    return !s->check->no_fixes && (!s->elsewhere || s->check->policy->digits_only) && s->n > 1 &&
           s->n <= LOOKED_THROUGH && has_alphanumeric(s->check) && may_be_pasted(s);
}

/* A password with its name in the box of a login ID, and no ID: PW: secret. */
static int is_labelled_secret(struct ll_search *s) {
    enum { SENTENCE = 48 /* characters, in which its name stands */ };
    static const uint32_t east = 1u << LL_KANA | 1u << LL_HAN | 1u << LL_HANGUL;
    uint32_t i;
    s->secret_last = 1; /* the names of passwords alone */
    if (!s->outcome || s->elsewhere || s->n > LOOKED_THROUGH || s->check->policy->field != LOGINLINT_FIELD_LOGIN_ID ||
        !has_alphanumeric(s->check) || (!ll_may_have(s->check, " :=") && !ll_may_have_category(s->check, east)))
        return 0;
    for (i = 1; i + 2 < s->n && i < SENTENCE; i++)
        if (loginlint__secret_leads_to(s, 0, i))
            return !loginlint__holds_value(s, 0, i);
    return 0;
}

static void password_here(struct ll_check *check) {
    check->report->count = check->report->total = 0;
    check->outcome = 0;
    check->secret = 1;
    loginlint__elsewhere(check, 90);
}

/* The rest gets its mark, and goes on consent. */
static void settle(const struct ll_search *s) {
    struct ll_check *check = s->check;
    uint32_t i;
    loginlint__whole(check);
    for (i = 0; i < check->n; i++) {
        struct ll_char *c = &check->c[i];
        if (i - s->first < s->n)
            continue;
        loginlint__forget_marks(c);
        ll_mark(check, c, (enum ll_mark)s->mark);
        loginlint__edit(check, c, 0, LOGINLINT_LEVEL_ASK);
    }
    check->whole = 1; /* no fix is safe: the whole is to be agreed to */
    check->judged = 1;
    check->invalid = s->invalid;
    check->outcome |= LL_ASK;
    check->secret |= s->mark == LL_M_SEVERAL_VALUES;
}

/* What is offered is filled in, and must not be another question then: a part is looked through as well. */
void loginlint__paste(struct ll_check *check) {
    struct ll_search s = {.check = check,
                          .c = check->c,
                          .n = check->n,
                          .mark = LL_MARKS,
                          .invalid = (uint8_t)loginlint__is_invalid(check),
                          .secret_last = (uint8_t)is_password(check)};
    uint32_t tried = 0;
    find_ends(&s);
    s.outcome = (uint8_t)loginlint__outcome(check);
    s.pasted = (uint8_t)is_pasted(&s);
    weigh(&s);
    while (is_looked_through(&s) && is_found(&s)) {
        s.pasted = !s.secret_last;
        find_ends(&s);
        weigh(&s);
        tried = s.parts;
    }
    if (s.decoded) {
        loginlint__encode(check, s.decoded - 1, s.first, s.n,
                          s.mark == LL_MARKS ? LL_M_ENCODED_TEXT : (enum ll_mark)s.mark);
        return;
    }
    if (check->partial && (s.mark == LL_MARKS || s.parts != tried))
        loginlint__check_part(check, s.first, s.first + s.n);
    if (s.mark != LL_MARKS)
        settle(&s);
    else if (is_labelled_secret(&s))
        password_here(check);
}
