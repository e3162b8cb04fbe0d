/* SPDX-License-Identifier: MIT */
/* local_part.c - what stands before the @.
 *
 * In: the address.  Out: findings.  What mail systems take is right: dot-atoms and quoted strings (RFC 5321), and the
 * irregular local parts that carriers gave out.
 */
#include "check/address.h"

/* What is meant, in octets of UTF-8. */
static uint32_t octets_of(const struct ll_address *a, uint32_t from, uint32_t to) {
    uint32_t count = 0;
    for (; from < to; from++) {
        const struct ll_char *c = &a->check->c[from];
        count += c->level == LOGINLINT_LEVEL_NONE ? (uint32_t)c[1].byte - c->byte : c->length;
    }
    return count;
}

/* RFC 5322 atext, of ASCII: letters, digits and !#$%&'*+-/=?^_`{|}~ */
static int is_atext(uint32_t cp) {
    static const uint32_t bits[4] = {0, 0xA3FFACFAu, 0xC7FFFFFEu, 0x7FFFFFFFu};
    return (int)(bits[cp >> 5] >> (cp & 31) & 1);
}

/* "..." with quoted pairs, and nothing outside (RFC 5321 Quoted-string). */
static void quoted(struct ll_address *a, uint32_t from) {
    uint32_t i = ll_next_of(a, from, a->at), last = from;
    while (i < a->at && ll_meant_at(a, i) != '"') {
        if (ll_meant_at(a, i) == '\\')
            i = ll_next_of(a, i, a->at);
        if (i < a->at)
            i = ll_next_of(a, i, a->at);
    }
    last = i;
    if (i >= a->at || ll_next_of(a, last, a->at) < a->at)
        loginlint__address_fail(a, from, a->at);
}

/* Does a carrier that takes any local part stand behind the @, or may one still be typed there? */
static int may_be_irregular(struct ll_address *a) {
    const struct ll_policy *policy = a->check->policy;
    if (loginlint__domain_is_irregular(policy, &a->domain))
        return 1;
    if (!ll_may_go_on(a->check) || !loginlint__domain_may_be_irregular(policy, &a->domain))
        return 0;
    a->unfinished = 1;
    return 1;
}

/* A comma or a semicolon (the keys beside, or that key without Shift on a French keyboard), or a middle dot, as the key
 * of / gives it in a Japanese input method, between the characters of a local part
 * was to be a full stop. */
static void mend_dots(struct ll_address *a, uint32_t from) {
    uint32_t i;
    for (i = ll_next_of(a, from, a->at); i < a->at; i = ll_next_of(a, i, a->at)) {
        struct ll_char *c = &a->check->c[i];
        int dot = ll_is_middle_dot(c->cp) && !a->check->policy->allowed.unicode; /* there it is as good as a letter */
        if ((ll_meant_at(a, i) != ',' && ll_meant_at(a, i) != ';' && !dot) || ll_next_of(a, i, a->at) >= a->at)
            continue;
        if (c->cp == ',' || c->cp == ';' || c->category == LL_OTHER)
            ll_mark(a->check, c, LL_M_NOT_ALLOWED);
        else
            c->found &= ~LL_BIT(LL_M_NOT_ALLOWED); /* what was found of it already says what it is */
        loginlint__edit(a->check, c, '.', LOGINLINT_LEVEL_ASK);
        a->check->outcome |= LL_ASK;
        a->check->invalid = 1;
    }
}

/* The end of a run of dots. */
static uint32_t after_dots(const struct ll_address *a, uint32_t i) {
    while (i < a->at && ll_meant_at(a, i) == '.')
        i = ll_next_of(a, i, a->at);
    return i;
}

/* Dots in a row, or before the @, where no carrier takes them: one dot, or none, was meant. */
static void stray_dots(struct ll_address *a, uint32_t from, uint32_t to) {
    static const uint8_t dot[] = ".";
    loginlint__address_flush(a);
    loginlint__add_fix(a->check, loginlint__add(a->check, LL_ADDRESS_SYNTAX | LL_FINDING(0, 0, 0, LL_ASK), from, to, 0),
                       LOGINLINT_LEVEL_ASK, LOGINLINT_OPERATION_REPLACE, dot, to < a->at);
}

static void atoms(struct ll_address *a, uint32_t from) {
    uint32_t i, to;
    int irregular = -1; /* not yet asked */
    for (i = from; i < a->at; i = to) {
        uint32_t cp = ll_meant_at(a, i);
        to = ll_next_of(a, i, a->at);
        if (cp != '.') {
            if (cp < 0x80 && !is_atext(cp))
                loginlint__address_bad(a, i);
            continue;
        }
        to = after_dots(a, i);
        if (i != from && to < a->at && to == ll_next_of(a, i, a->at))
            continue;
        if (a->slipped)
            a->check->invalid = 1; /* the carrier that was meant takes it; what was typed is none */
        if (irregular < 0)
            irregular = may_be_irregular(a);
        if (i == from)
            loginlint__address_bad(a, i);
        else if (!irregular)
            stray_dots(a, i, to);
    }
}

void loginlint__local_part(struct ll_address *a) {
    uint32_t from = ll_start_of(a, a->first, a->at);
    if (from >= a->at)
        loginlint__address_bad(a, a->at);
    else if (ll_meant_at(a, from) == '"')
        quoted(a, from);
    else {
        mend_dots(a, from);
        atoms(a, from);
    }
    loginlint__address_flush(a);
    if (octets_of(a, from, a->at) > LL_LOCAL_MAX)
        loginlint__address_fail(a, from, a->at);
}
