/* SPDX-License-Identifier: MIT */
/* domain_part.c - what stands behind the @.
 *
 * In: the address.  Out: the copy of its domain; findings.  A host name or an address literal (RFC 5321) is right.
 * Which domain was meant, domains.c says.
 */
#include "check/address.h"
#include "text/attributes.h"
#include "text/host_name.h"

/* ---- the copy ---- */

int loginlint__domain_is_host(const struct ll_domain *name) {
    uint32_t i, top = 0, letters = 0;
    for (i = 0; i < name->n; i++) {
        top = name->text[i] == '.' ? 0 : top + 1;
        letters = name->text[i] == '.' ? 0 : letters | !ll_is_digit((uint8_t)name->text[i]);
    }
    return top > 1 && letters && loginlint__host_name((const uint8_t *)name->text, name->n) == name->n;
}

/* One ; or / or > in the copy of the domain, the keys around the full stop, read as one where that makes a host with
 * an ending that exists. */
static uint32_t dot_slip(struct ll_domain *name) {
    uint32_t k, at = 0, sign;
    for (k = 1; k + 1 < name->n; k++) {
        sign = (uint8_t)name->text[k];
        if (sign != ';' && sign != '/' && sign != '>')
            continue;
        if (at)
            return 0;
        at = k;
    }
    if (!at)
        return 0;
    sign = (uint8_t)name->text[at];
    name->text[at] = '.';
    if (loginlint__domain_is_host(name) && loginlint__domain_ends_well(name))
        return sign;
    name->text[at] = (char)sign;
    return 0;
}

/* Reads commas in the copy of the domain as they are meant; 1 if there was one. */
static int dot_commas(struct ll_domain *name) {
    uint32_t k;
    int found = 0;
    if (name->n > LL_DOMAIN_MAX || name->text[0] == '[')
        return name->n > LL_DOMAIN_MAX;
    for (; name->n && name->text[name->n - 1] == ','; found = 1)
        name->n--;
    for (k = 0; k < name->n; k++)
        if (name->text[k] == ',') {
            name->text[k] = '.';
            found = 1;
        }
    return found;
}

/* A comma, or the sign that was read as a full stop: of a space no edit counts. */
static int is_for_stop(const struct ll_address *a, uint32_t i) {
    uint32_t sign = a->slip == ' ' ? a->check->c[i].cp : ll_meant_at(a, i);
    return ll_meant_at(a, i) == ',' || (a->slip && sign == a->slip);
}

/* The one space in the domain, from the key beside the full stop: where it stands in the copy; its end for none. */
static uint32_t space_in(const struct ll_address *a) {
    uint32_t i, spaces = 0, before = 0, n = 0;
    for (i = a->at + 1; i < a->end; i++) {
        if (a->check->c[i].cp == ' ' && !spaces++)
            before = n;
        n += ll_meant_length(&a->check->c[i]);
    }
    return spaces == 1 ? before : n;
}

static void see_prefix(struct ll_address *a, uint32_t cp) {
    if (a->ace < 4)
        a->ace = ll_lower(cp) == (uint8_t) "xn--"[a->ace] ? a->ace + 1 : 5;
    if (a->ace == 5 && cp == '.')
        a->ace = 0;
}

void loginlint__domain_read(struct ll_address *a) {
    uint32_t i, k, n = 0;
    for (i = a->at + 1; i < a->end; i++) {
        const struct ll_char *c = &a->check->c[i];
        uint32_t length = ll_meant_length(c);
        for (k = 0; k < length; k++, n++) {
            uint32_t cp = c->level == LOGINLINT_LEVEL_NONE ? c->cp : c->fix[k];
            a->foreign |= cp > 0x7F;
            see_prefix(a, cp);
            if (n < LL_DOMAIN_MAX)
                a->domain.text[n] = (char)ll_lower(cp);
        }
    }
    a->domain.n = n;
    a->comma = dot_commas(&a->domain);
    a->slip = n <= LL_DOMAIN_MAX ? dot_slip(&a->domain) : 0;
    if (!a->slip && !a->comma && loginlint__domain_dot_at(&a->domain, space_in(a)))
        a->slip = ' ';
    a->comma |= a->slip != 0;
}

/* ---- another domain was meant ---- */

/* A comma in the domain is a dot that was missed; behind it, it is only too much. */
static LL_APART void commas(struct ll_address *a) {
    struct ll_check *check = a->check;
    uint32_t i, ends = 1;
    for (i = a->end; i-- > a->at + 1;) {
        if (!is_for_stop(a, i)) {
            ends &= !ll_meant_at(a, i);
            continue;
        }
        check->c[i].found &= ~(LL_BIT(LL_M_NOT_ALLOWED) | LL_BIT(LL_M_INNER_SPACE));
        ll_mark(check, &check->c[i], LL_M_EMAIL_DOMAIN_TYPO);
        loginlint__edit(check, &check->c[i], ends ? 0 : '.', LOGINLINT_LEVEL_ASK);
        check->outcome |= LL_ASK;
    }
}

/* On the way to a known domain: nothing to mend yet. */
static LL_APART void say_beginning(struct ll_address *a, uint32_t plausible) {
    loginlint__add(a->check,
                   LL_FINDING(LOGINLINT_CODE_EMAIL_DOMAIN_TYPO, LOGINLINT_SEVERITY_INFO, plausible, LL_INCOMPLETE),
                   ll_start_of(a, a->at + 1, a->end), a->end, 0);
}

/* Says what was meant; the characters typed are then no fault of their own. */
static LL_APART void say_domain(struct ll_address *a, uint32_t plausible, uint32_t was_host) {
    struct ll_check *check = a->check;
    uint32_t i, from = ll_start_of(a, a->at + 1, a->end), refused = 0;
    loginlint_diagnostic *d;
    for (i = from; i < a->end; i++) {
        refused |= check->c[i].found & LL_BIT(LL_M_NOT_ALLOWED) || is_for_stop(a, i);
        check->c[i].found &= ~(LL_BIT(LL_M_NOT_ALLOWED) | (a->slip == ' ' ? LL_BIT(LL_M_INNER_SPACE) : 0));
    }
    check->invalid |= refused || (check->policy->kind == LL_KIND_EMAIL && !was_host);
    d = loginlint__add(check,
                       LL_FINDING(LOGINLINT_CODE_EMAIL_DOMAIN_TYPO, LOGINLINT_SEVERITY_WARNING, plausible, LL_ASK),
                       from, a->end, 0);
    loginlint__add_fix(check, d, LOGINLINT_LEVEL_ASK, LOGINLINT_OPERATION_REPLACE, (const uint8_t *)a->domain.text,
                       a->domain.n);
}

uint32_t loginlint__domain_was(const struct ll_address *a) {
    uint32_t n = a->domain.n;
    int open = n && n <= LL_DOMAIN_MAX && a->domain.text[n - 1] == '.'; /* yahoo.com. may become another one */
    return (n <= LL_DOMAIN_MAX && loginlint__domain_is_host(&a->domain) ? LL_WAS_HOST : 0) |
           (open || loginlint__domain_begins(a->check->policy, &a->domain) ? LL_WAS_BEGINNING : 0);
}

uint32_t loginlint__domain_judge(struct ll_address *a, uint32_t plausible, uint32_t was) {
    const struct ll_policy *policy = a->check->policy;
    if (plausible && ll_may_go_on(a->check) && !a->comma && (was & LL_WAS_BEGINNING || plausible == LL_DOMAIN_ENDING)) {
        say_beginning(a, plausible);
        plausible = 0;
    }
    a->slipped = plausible != 0;
    if (plausible)
        say_domain(a, plausible, was & LL_WAS_HOST);
    else if (a->comma)
        commas(a);
    if ((a->foreign || a->ace == 4) && policy->allowed.unicode)
        a->check->report->skipped |= 1u << LOGINLINT_SKIPPED_IDNA;
    return plausible;
}

/* ---- the domain as it was typed ---- */

/* May a label of digits alone be followed by another: vip.163 on the way to vip.163.com?  In 192.168.0 none is a name.
 */
static int may_be_inner(const struct ll_address *a) {
    uint32_t i;
    for (i = 0; i < a->domain.n && i < LL_DOMAIN_MAX; i++)
        if (ll_is_lower((uint8_t)a->domain.text[i]))
            return ll_may_go_on(a->check);
    return 0;
}

/* One label, [from, to): letters, digits, hyphens inside. */
static void label(struct ll_address *a, uint32_t from, uint32_t to, int last) {
    uint32_t i, letters = 0, end = from, count = ll_count_of(a, from, to);
    for (i = from; i < to; i = ll_next_of(a, i, to)) {
        uint32_t cp = ll_meant_at(a, i);
        letters |= !ll_is_digit(cp);
        end = i;
        if (!ll_is_letter_or_digit(cp) && cp < 0x80 && (cp != '-' || i == from))
            loginlint__address_bad(a, i);
    }
    if (count > LL_LABEL_MAX)
        loginlint__address_fail(a, from, to);
    if (last && ll_meant_at(a, end) == '-')
        a->unfinished = 1;
    else if (end != from && ll_meant_at(a, end) == '-')
        loginlint__address_bad(a, end);
    else if (last && a->dots && !letters && may_be_inner(a))
        a->unfinished = 1;
    else if (last && a->dots && !letters)
        loginlint__address_bad(a, end); /* no top-level domain is a number */
    else if (last && count < 2)
        a->unfinished = 1;
}

static void labels(struct ll_address *a) {
    uint32_t from = ll_start_of(a, a->at + 1, a->end), i = from, k;
    while (i < a->end) {
        for (i = from; i < a->end && ll_meant_at(a, i) != '.';)
            i = ll_next_of(a, i, a->end);
        if (from < i)
            label(a, from, i, i >= a->end);
        else
            loginlint__address_bad(a, i); /* a dot at the start; later ones are taken together below */
        if (i >= a->end)
            break;
        a->dots++;
        for (k = from = ll_next_of(a, i, a->end); from < a->end && ll_meant_at(a, from) == '.';)
            from = ll_next_of(a, from, a->end);
        if (from != k && (from < a->end || ll_may_go_on(a->check)))
            loginlint__address_doubled(a, i, from, '.');
        else if (from != k && a->dots > 1)
            loginlint__address_doubled(a, i, from, 0); /* behind an ending; free.. lacks its own, which says it all */
        i = from;
    }
    a->unfinished |= !a->dots || from >= a->end;
    if (a->domain.n > LL_HOST_NAME_MAX)
        loginlint__address_fail(a, a->at + 1, a->end);
}

static void literal(struct ll_address *a) {
    if (a->domain.n <= LL_DOMAIN_MAX && loginlint__is_address_literal(a->domain.text, a->domain.n))
        return;
    if (ll_meant_at(a, a->end - 1) != ']')
        a->unfinished = 1;
    else
        loginlint__address_fail(a, a->at + 1, a->end);
}

/* taro@gmail, taro@gmail.: a provider's name without its ending; 1 if that was said. */
static LL_APART int lacks_ending(struct ll_address *a) {
    while (a->domain.n && a->domain.n <= LL_DOMAIN_MAX && a->domain.text[a->domain.n - 1] == '.')
        a->domain.n--;
    if (a->foreign || ll_may_go_on(a->check) || !loginlint__domain_complete(a->check->policy, &a->domain))
        return 0;
    loginlint__add_fix(
        a->check,
        loginlint__add(a->check, LL_ADDRESS_NAMED | ll_address_wanted(a), ll_start_of(a, a->at + 1, a->end), a->end, 0),
        LOGINLINT_LEVEL_ASK, LOGINLINT_OPERATION_REPLACE, (const uint8_t *)a->domain.text, a->domain.n);
    return 1;
}

void loginlint__domain_part(struct ll_address *a) {
    uint32_t from = ll_start_of(a, a->at + 1, a->end);
    if (from >= a->end)
        a->unfinished = 1;
    else if (ll_meant_at(a, from) == '[')
        literal(a);
    else
        labels(a);
    loginlint__address_flush(a);
    if (a->unfinished && !(a->check->outcome & LL_FAIL) && !lacks_ending(a))
        loginlint__address_unfinished(a, LOGINLINT_CODE_EMAIL_SYNTAX, a->at, 0);
}
