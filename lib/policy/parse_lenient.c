/* SPDX-License-Identifier: MIT */
/* parse_lenient.c - a rule string to a policy, as browsers read it: never an error.
 *
 * Gives what the reference parser of the HTML `passwordrules` attribute gives, its silences included: names there are
 * lower case and touch their colon; what follows a value that was not understood discards the whole string, unless it
 * is a semicolon; a class of no characters says nothing.  Our own properties are read where they are well-formed and
 * the field has them, else passed over.
 */
#include "policy/rule_string.h"

/* How the reference parser goes on after a property. */
enum outcome { GO_ON, DISCARD };

/* "[characters]" as the reference reads it: hyphens but the first and all beyond ASCII are passed over; without an end
 * there is no class. */
static void brackets(struct ll_scan *scan, struct ll_set *set) {
    struct ll_set custom = LL_NO_SET;
    uint32_t start = scan->at, c;
    while ((c = loginlint__scan_peek(scan)) != LL_SCAN_END) {
        uint32_t at = scan->at++;
        if (c == ']' && loginlint__scan_peek(scan) != ']')
            break;
        if (c >= ' ' && c <= '~' && (c != '-' || at == start))
            loginlint__set_put(&custom, c);
        if (c == ']') {
            scan->at++;
            break;
        }
    }
    if (c == LL_SCAN_END)
        return;
    loginlint__set_add(set, &custom);
}

/* A list of classes: 1 and the set, or 0 where it stops making sense. */
static int classes(struct ll_scan *scan, struct ll_set *set) {
    for (;;) {
        uint32_t name = loginlint__property_word(scan, LL_REQUIRED);
        if (name != LL_NO_WORD)
            loginlint__set_add_class(set, name);
        else if (loginlint__scan_take(scan, '['))
            brackets(scan, set);
        else
            return 0;
        loginlint__scan_space(scan);
        if (scan->at == scan->n || loginlint__scan_peek(scan) == ';')
            return 1;
        if (!loginlint__scan_take(scan, ','))
            return 0;
        loginlint__scan_space(scan);
    }
}

static void add_set(struct ll_rule_reading *r, uint32_t property) {
    const struct ll_set nothing = LL_NO_SET;
    struct ll_set set = property == LL_ALLOWED ? r->said.set : nothing;
    struct ll_policy *p = r->policy;
    if (!classes(&r->scan, &set) || loginlint__set_is_empty(&set))
        return;
    p->given |= 1u << property;
    if (property == LL_ALLOWED) {
        r->said.set = set;
        return;
    }
    loginlint__set_seal(&set);
    loginlint__set_add(&r->said.set, &set);
    if (p->required_count < LL_REQUIRED_MAX)
        p->required[p->required_count++] = set;
}

/* A number counts only right before a semicolon or the end; 0 says nothing. */
static void number(struct ll_rule_reading *r, uint32_t property) {
    uint64_t n = 0;
    uint32_t digit, next;
    while ((digit = loginlint__scan_peek(&r->scan) - '0') <= 9) {
        n = n * 10 + digit > LL_LENGTH_MAX ? LL_LENGTH_MAX : n * 10 + digit;
        r->scan.at++;
    }
    next = loginlint__scan_peek(&r->scan);
    if (!n || (next != ';' && next != LL_SCAN_END))
        return;
    r->policy->given |= 1u << property;
    loginlint__reading_tighten(r, property, (uint32_t)n);
}

/* As if one of our own properties had not been said. */
static void take_back(struct ll_rule_reading *r, uint32_t property) {
    struct ll_policy *p = r->policy;
    uint32_t member = loginlint__property_member(property);
    p->given &= ~(1u << property);
    if (member)
        ((uint8_t *)p)[member] = 0;
    else
        loginlint__reading_forget(p, property);
}

/* One of our own properties: the last one counts, and where it is not well-formed none. */
static void own_property(struct ll_rule_reading *r, uint32_t property) {
    int read = -1;
    if (loginlint__property_fits(property, r->policy->field))
        read = loginlint__scan_colon(&r->scan) && loginlint__reading_value(r, property);
    loginlint__scan_space(&r->scan);
    if (read > 0 && (r->scan.at == r->scan.n || loginlint__scan_peek(&r->scan) == ';')) {
        r->policy->given |= 1u << property;
        return;
    }
    while (r->scan.at < r->scan.n && loginlint__scan_peek(&r->scan) != ';')
        r->scan.at++;
    if (read >= 0)
        take_back(r, property);
}

/* The reference parser knows its names in lower case only. */
static int is_lower(const struct ll_scan *scan, uint32_t from) {
    while (from < scan->at && scan->s[from] == ll_lower(scan->s[from]))
        from++;
    return from == scan->at;
}

static void reference_property(struct ll_rule_reading *r, uint32_t property) {
    if (!loginlint__scan_take(&r->scan, ':'))
        return;
    loginlint__scan_space(&r->scan);
    if (property == LL_REQUIRED || property == LL_ALLOWED)
        add_set(r, property);
    else
        number(r, property);
}

static enum outcome property(struct ll_rule_reading *r) {
    uint32_t at = r->scan.at, which = loginlint__scan_row(&r->scan, loginlint__properties());
    if (which == LL_NO_WORD || (which <= LL_MAX_CONSECUTIVE && !is_lower(&r->scan, at)))
        return DISCARD;
    if (which <= LL_MAX_CONSECUTIVE)
        reference_property(r, which);
    else
        own_property(r, which);
    loginlint__scan_space(&r->scan);
    if (r->scan.at < r->scan.n && !loginlint__scan_take(&r->scan, ';'))
        return DISCARD;
    loginlint__scan_space(&r->scan);
    return GO_ON;
}

static enum outcome read_all(struct ll_rule_reading *r) {
    loginlint__scan_space(&r->scan);
    while (r->scan.at < r->scan.n) {
        if (!ll_is_in_word(loginlint__scan_peek(&r->scan)))
            return GO_ON; /* what came before still counts */
        if (property(r) == DISCARD)
            return DISCARD;
    }
    return GO_ON;
}

int32_t loginlint_policy_parse_lenient(loginlint_policy *policy, const char *rules, uint32_t n) {
    struct ll_rule_reading r;
    int32_t error = loginlint__policy_misuse(policy, rules, n);
    if (error)
        return error;
    loginlint__reading_start(&r, (struct ll_policy *)(void *)policy, rules, n, 0);
    if (read_all(&r) == GO_ON)
        loginlint__policy_resolve(r.policy, &r.said);
    else
        loginlint_policy_init(policy, policy->field);
    return 0;
}
