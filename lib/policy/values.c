/* SPDX-License-Identifier: MIT */
/* values.c - the values of a rule string that both readings share: digits, groups, brands, domains, words.
 *
 * In: the cursor behind the colon.  Out: the policy, or the error; what is not well-formed may be stored in part.
 */
#include "policy/rule_string.h"
#include "text/host_name.h"

/* digits: 16, digits: 14-19 */
static int digits(struct ll_rule_reading *r) {
    uint32_t from = r->scan.at, to;
    if (!loginlint__scan_number(&r->scan, 1, LL_DIGITS_MAX, &r->said.digits_min))
        return loginlint__scan_wrong(&r->scan, from, LOGINLINT_EXPECTED_RANGE);
    r->said.digits_max = r->said.digits_min;
    loginlint__scan_space(&r->scan);
    if (!loginlint__scan_take(&r->scan, '-'))
        return 1;
    loginlint__scan_space(&r->scan);
    to = r->scan.at;
    if (!loginlint__scan_number(&r->scan, 1, LL_DIGITS_MAX, &r->said.digits_max))
        return loginlint__scan_wrong(&r->scan, to, LOGINLINT_EXPECTED_RANGE);
    return r->said.digits_min <= r->said.digits_max
               ? 1
               : loginlint__scan_fail(&r->scan, from, LOGINLINT_FOUND_CONTRADICTION, LOGINLINT_EXPECTED_MIN_UP_TO_MAX);
}

void loginlint__reading_forget(struct ll_policy *p, uint32_t property) {
    if (property == LL_BRANDS)
        p->brands = 0;
    while (property == LL_GROUPS && p->group_count)
        p->groups[--p->group_count] = 0;
    while (property == LL_DOMAINS && p->domains_length)
        p->domains[--p->domains_length] = 0;
}

enum { LAST_ITEM = 2 }; /* what an item says after which the list may not go on */

/* One of groups: 4-4-4-4 */
static int group(struct ll_rule_reading *r) {
    struct ll_policy *p = r->policy;
    uint32_t size, at = r->scan.at;
    if (p->group_count == LL_GROUPS_MAX)
        return loginlint__scan_wrong(&r->scan, at, LOGINLINT_EXPECTED_FEWER);
    if (!loginlint__scan_number(&r->scan, 1, LL_DIGITS_MAX - loginlint__policy_groups_sum(p), &size))
        return loginlint__scan_wrong(&r->scan, at, LOGINLINT_EXPECTED_GROUPS);
    p->groups[p->group_count++] = (uint8_t)size;
    return 1;
}

/* One of brands: visa, mastercard; or "any" alone. */
static int read_brand(struct ll_rule_reading *r) {
    uint32_t at = r->scan.at, which = loginlint__property_word(&r->scan, LL_BRANDS);
    if (which == LOGINLINT_BRAND_NONE && !r->policy->brands)
        return LAST_ITEM;
    if (which == LOGINLINT_BRAND_NONE || which == LL_NO_WORD)
        return loginlint__scan_wrong(&r->scan, at, LOGINLINT_EXPECTED_BRAND);
    r->policy->brands |= 1u << which;
    return 1;
}

/* Is s[0..n) among the domains already? */
static int has_domain(const struct ll_policy *p, const uint8_t *s, uint32_t n) {
    uint32_t at = 0, i;
    while (at < p->domains_length) {
        for (i = 0; i < n && at + i < p->domains_length && (uint8_t)p->domains[at + i] == ll_lower(s[i]);)
            i++;
        if (i == n && (at + n == p->domains_length || p->domains[at + n] == ','))
            return 1;
        while (at < p->domains_length && p->domains[at++] != ',')
            continue;
    }
    return 0;
}

static int domain(struct ll_rule_reading *r) {
    struct ll_policy *p = r->policy;
    uint32_t n = loginlint__host_name(r->scan.s + r->scan.at, r->scan.n - r->scan.at), at = r->scan.at, i;
    if (!n)
        return loginlint__scan_wrong(&r->scan, at, LOGINLINT_EXPECTED_DOMAIN);
    r->scan.at += n;
    if (has_domain(p, r->scan.s + at, n))
        return 1;
    if (p->domains_length + (p->domains_length != 0) + n > LL_DOMAINS_MAX)
        return loginlint__scan_wrong(&r->scan, at, LOGINLINT_EXPECTED_FEWER);
    if (p->domains_length)
        p->domains[p->domains_length++] = ',';
    for (i = 0; i < n; i++)
        p->domains[p->domains_length++] = (char)ll_lower(r->scan.s[at + i]);
    return 1;
}

static int item(struct ll_rule_reading *r, uint32_t property) {
    return property == LL_GROUPS ? group(r) : property == LL_BRANDS ? read_brand(r) : domain(r);
}

/* Items between hyphens (groups) or commas. */
static int list(struct ll_rule_reading *r, uint32_t property) {
    int got;
    loginlint__reading_forget(r->policy, property);
    do {
        loginlint__scan_space(&r->scan);
        got = item(r, property);
        if (got != 1)
            return got == LAST_ITEM;
        loginlint__scan_space(&r->scan);
    } while (loginlint__scan_take(&r->scan, property == LL_GROUPS ? '-' : ','));
    return 1;
}

static int word(struct ll_rule_reading *r, uint32_t property) {
    uint32_t value = loginlint__property_word(&r->scan, property);
    if (value == LL_NO_WORD)
        return loginlint__scan_wrong(&r->scan, r->scan.at, LOGINLINT_EXPECTED_VALUE);
    ((uint8_t *)r->policy)[loginlint__property_member(property)] = (uint8_t)value;
    return 1;
}

int loginlint__reading_value(struct ll_rule_reading *r, uint32_t property) {
    switch (property) {
    case LL_DIGITS:
        return digits(r);
    case LL_GROUPS:
    case LL_BRANDS:
    case LL_DOMAINS:
        return list(r, property);
    default:
        return word(r, property);
    }
}

void loginlint__reading_tighten(struct ll_rule_reading *r, uint32_t property, uint32_t value) {
    uint32_t *max_consecutive = &r->policy->max_consecutive;
    if (property == LL_MINLENGTH && value > r->said.min_length)
        r->said.min_length = value;
    else if (property == LL_MAXLENGTH && value < r->said.max_length)
        r->said.max_length = value;
    else if (property == LL_MAX_CONSECUTIVE && (!*max_consecutive || value < *max_consecutive))
        *max_consecutive = value;
}

void loginlint__reading_start(struct ll_rule_reading *r, struct ll_policy *policy, const char *rules, uint32_t n,
                              loginlint_where *where) {
    const struct ll_said nothing = {0, LL_NO_LIMIT, 0, 0, LL_NO_SET};
    r->scan = loginlint__scan_on(rules, n, where);
    r->policy = policy;
    r->said = nothing;
    loginlint__policy_blank(policy, policy->field);
}

int32_t loginlint__policy_misuse(const loginlint_policy *policy, const char *rules, uint32_t n) {
    if (!policy || (!rules && n))
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    if (policy->size != sizeof *policy || policy->abi != LOGINLINT_ABI)
        return -(int32_t)LOGINLINT_ERROR_RECORD_SIZE;
    if (policy->field > LOGINLINT_FIELD_PIN)
        return -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
    return 0;
}
