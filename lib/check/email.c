/* SPDX-License-Identifier: MIT */
/* email.c - an e-mail address: is the value one, where is its @, and what is missing.
 *
 * In: characters after fold.c, as they are meant.  Out: findings.  An address that may still become one is incomplete.
 */
#include "check/email.h"
#include "check/address.h"
#include "text/attributes.h"
#include "text/host_name.h"

/* ---- what is missing ---- */

/* The last LL_DOMAIN_MAX characters of a value without an @, as a->domain; a->foreign: not one ASCII character each. */
static void read_tail(struct ll_address *a) {
    uint32_t i, n = ll_count_of(a, a->first, a->end);
    for (i = a->first; i < a->end; i++) {
        uint32_t cp = ll_meant_at(a, i), length = ll_meant_length(&a->check->c[i]);
        a->foreign |= cp > 0x7F || length > 1;
        if (length && n-- <= LL_DOMAIN_MAX)
            a->domain.text[a->domain.n++] = (char)ll_lower(cp & 0x7F);
    }
}

/* Where the last n characters of a value begin. */
static uint32_t back(const struct ll_address *a, uint32_t n) {
    uint32_t i = a->end;
    while (n) {
        i--;
        n -= ll_meant_length(&a->check->c[i]);
    }
    return i;
}

/* The sign before a provider's domain that stands for the @, or, for none, the place where it is missing; 0: nothing
 * like that.  *length: of that sign. */
static uint32_t at_missing(const struct ll_address *a, uint32_t *length) {
    uint32_t n = loginlint__domain_at_end(a->check->policy, &a->domain, 0), sign;
    if (!n || a->foreign)
        return 0;
    sign = (uint8_t)a->domain.text[a->domain.n - n - 1];
    *length = !ll_is_letter_or_digit(sign);
    if (!*length)
        n = loginlint__domain_at_end(a->check->policy, &a->domain, 1);
    return n && n + *length < a->domain.n ? back(a, n + *length) : 0;
}

/* Is the whole value, without an @, a host's name with an ending that exists? */
static int is_host_name(const struct ll_address *a) {
    return !a->foreign && ll_count_of(a, a->first, a->end) <= LL_DOMAIN_MAX && loginlint__domain_is_host(&a->domain) &&
           loginlint__domain_ends_well(&a->domain);
}

/* Without an @: taro.gmail.com, tarogmail.com; else another kind of login ID, or an address all the same. */
static LL_APART void lacks_at(struct ll_address *a) {
    int email = a->check->policy->kind == LL_KIND_EMAIL, whole = !ll_may_go_on(a->check);
    uint32_t length = 0, place;
    read_tail(a);
    place = at_missing(a, &length);
    if (place && whole)
        loginlint__add_fix(a->check,
                           loginlint__add(a->check, LL_ADDRESS_NAMED | ll_address_wanted(a), place, place + length, 0),
                           LOGINLINT_LEVEL_ASK, length ? LOGINLINT_OPERATION_REPLACE : LOGINLINT_OPERATION_INSERT,
                           (const uint8_t *)"@", 1);
    else if (email && (!whole || !is_host_name(a)))
        loginlint__address_unfinished(a, LOGINLINT_CODE_WRONG_KIND, 0, LL_KIND_EMAIL);
    else if (email || place)
        loginlint__address_unfinished(a, LOGINLINT_CODE_EMAIL_SYNTAX, 0, 0);
}

/* ---- the whole ---- */

enum { JUDGED = 1, JUDGED_IF_MENDED };

static LL_APART void read_address(struct ll_address *a) {
    uint32_t i, n = a->check->n, cp;
    a->first = ll_start_of(a, 0, n);
    for (i = 0; i < n; i++) {
        cp = ll_meant_at(a, i);
        if (cp)
            a->end = i + 1;
        if (cp == '@') {
            a->ats++;
            a->at = i;
        }
    }
    if (a->ats)
        loginlint__domain_read(a);
}

/* name@@example.com: the first of the two is not looked at again. */
static uint32_t double_at(struct ll_address *a) {
    uint32_t at = a->at, i, last = a->first;
    for (i = a->first; i < at; i = ll_next_of(a, i, at))
        last = i;
    if (a->ats != 2 || ll_meant_at(a, last) != '@')
        return at;
    loginlint__address_doubled(a, last, at + 1, '@');
    return last;
}

static LL_APART void syntax(struct ll_address *a, uint32_t plausible) {
    uint32_t at = a->at;
    a->at = double_at(a);
    loginlint__local_part(a);
    a->at = at;
    if (!plausible)
        loginlint__domain_part(a);
    if (a->check->policy->max_length > LL_ADDRESS_MAX && ll_count_of(a, a->first, a->end) > LL_ADDRESS_MAX)
        loginlint__address_fail(a, a->first, a->end);
}

/* Behind the @ a full stop, or a comma where no ID may have one. */
static int has_dot(const struct ll_address *a) {
    const struct ll_policy *policy = a->check->policy;
    uint32_t i;
    if (a->comma && ll_set_has(&policy->allowed, a->slip ? a->slip : ',') &&
        !loginlint__domain_is_known(policy, &a->domain))
        return 0;
    for (i = 0; i < a->domain.n && i < LL_DOMAIN_MAX; i++)
        if (a->domain.text[i] == '.')
            return 1;
    return 0;
}

/* One @, or several in a row, and characters on both sides. */
static int has_two_sides(const struct ll_address *a) {
    uint32_t i, from = a->at;
    for (i = a->ats; i > 1 && from > a->first && ll_meant_at(a, from - 1) == '@'; i--)
        from--;
    return i == 1 && from > a->first && a->domain.n;
}

/* Is this judged as an address?  Where any ID is taken, what plainly is one: with a domain, or with a provider's name.
 */
static LL_APART int is_address(const struct ll_address *a) {
    return a->check->policy->kind == LL_KIND_EMAIL ||
           (has_two_sides(a) && (has_dot(a) || loginlint__domain_is_name(a->check->policy, &a->domain)));
}

static void check_address(struct ll_address *a) {
    uint32_t plausible, was, judged;
    read_address(a);
    if (!a->ats) {
        lacks_at(a);
        return;
    }
    judged = is_address(a) ? JUDGED : has_two_sides(a) && !a->comma ? JUDGED_IF_MENDED : 0; /* taro@gmailcom */
    was = loginlint__domain_was(a);
    plausible = judged && !a->foreign ? loginlint__domain_mend(a->check->policy, &a->domain) : 0;
    if (judged == JUDGED || plausible)
        syntax(a, loginlint__domain_judge(a, plausible, was));
    else if (a->at + 1 == a->end)
        loginlint__address_unfinished(a, LOGINLINT_CODE_EMAIL_SYNTAX, a->at, 0);
}

void loginlint__email(struct ll_check *check) {
    struct ll_address a = {.check = check};
    check_address(&a);
}

/* n bytes in small letters; 0 when they are too many for a label, let alone a name that is known. */
static int read_name(struct ll_domain *name, const uint8_t *s, uint32_t n) {
    __builtin_memset(name, 0, sizeof *name);
    for (; name->n < n && name->n < LL_LABEL_MAX; name->n++)
        name->text[name->n] = (char)ll_lower(s[name->n]);
    return name->n == n;
}

/* Does ASCII without an @ end in a provider's domain? */
static LL_APART int ends_in_domain(const struct ll_policy *policy, const uint8_t *s, uint32_t n) {
    struct ll_domain name;
    uint32_t tail = n < LL_LABEL_MAX ? n : LL_LABEL_MAX;
    return read_name(&name, s + n - tail, tail) && loginlint__domain_at_end(policy, &name, 0) != 0;
}

int loginlint__email_domain_is_known(const struct ll_policy *policy, const uint8_t *s, uint32_t n) {
    struct ll_domain name;
    return read_name(&name, s, n) && loginlint__domain_is_known(policy, &name);
}

int loginlint__email_domain_agrees(const struct ll_policy *policy, const uint8_t *s, uint32_t n) {
    struct ll_domain name;
    return read_name(&name, s, n) && loginlint__domain_is_host(&name) && !loginlint__domain_mend(policy, &name);
}

/* Letters, digits and single signs between them, then a domain without "--", which may be an internationalised one. */
int loginlint__email_passes(const struct ll_policy *policy, const struct ll_ascii_value *value) {
    const uint8_t *s = value->text;
    uint32_t n = value->count, at = 0, i, sign = 1;
    if (!(value->seen & LL_PLAIN_AT) && policy->kind != LL_KIND_EMAIL)
        return !(value->seen & LL_PLAIN_DOT) || !ends_in_domain(policy, s, n);
    for (; at < n && s[at] != '@'; at++) {
        uint32_t alphanumeric = policy->plain[s[at]] & (LL_PLAIN_SMALL | LL_PLAIN_CAPITAL | LL_PLAIN_DIGIT);
        if (!alphanumeric && (sign || (s[at] != '.' && s[at] != '_' && s[at] != '-' && s[at] != '+')))
            return 0;
        sign = !alphanumeric;
    }
    if (sign || at == n || at > LL_LOCAL_MAX || n > LL_ADDRESS_MAX ||
        (at > 4 && s[3] == '.' && (s[0] | 32) == 'w' && (s[1] | 32) == 'w'))
        return 0; /* www. among others */
    for (i = at + 2; i < n; i++)
        if (s[i] == '-' && s[i - 1] == '-')
            return 0;
    return loginlint__email_domain_agrees(policy, s + at + 1, n - at - 1);
}
