/* SPDX-License-Identifier: MIT */
/* parse.c - a rule string to a policy, strictly: the first error, where it is, and what was expected there.
 *
 *     rules    = [ property *( ";" property ) [ ";" ] ]
 *     property = name ":" value
 *     value    = number | number "-" number | word | class *( "," class ) | group *( "-" group ) | name *( "," name )
 *     class    = upper | lower | digit | special | ascii-printable | unicode | "[" characters "]"
 *
 * Names and words are read in any case, white space around each part is free.  Inside brackets a hyphen stands first
 * and a closing bracket last.  Repeated: `required` adds a class, `allowed` adds characters, of several minlength,
 * maxlength and max-consecutive the tightest holds; everything else may be said once.
 */
#include "policy/rule_string.h"

/* ---- characters ---- */

/* "[characters]": the cursor is behind the opening bracket. */
static int brackets(struct ll_rule_reading *r, struct ll_set *set) {
    uint32_t start = r->scan.at, c;
    while ((c = loginlint__scan_peek(&r->scan)) != LL_SCAN_END) {
        uint32_t at = r->scan.at++;
        if (c == ']' && loginlint__scan_peek(&r->scan) != ']')
            return at > start ? 1 : loginlint__scan_wrong(&r->scan, at, LOGINLINT_EXPECTED_CLASS);
        if (c < ' ' || c > '~')
            return loginlint__scan_wrong(&r->scan, at, LOGINLINT_EXPECTED_ASCII);
        if (c == '-' && at > start)
            return loginlint__scan_wrong(&r->scan, at, LOGINLINT_EXPECTED_HYPHEN_FIRST);
        loginlint__set_put(set, c);
        if (c == ']') {
            r->scan.at++; /* "]]" is a bracket and the end */
            return 1;
        }
    }
    return loginlint__scan_fail(&r->scan, r->scan.at, LOGINLINT_FOUND_END, LOGINLINT_EXPECTED_BRACKET);
}

static int one_class(struct ll_rule_reading *r, struct ll_set *set) {
    struct ll_set custom = LL_NO_SET;
    uint32_t name = loginlint__property_word(&r->scan, LL_REQUIRED);
    if (name != LL_NO_WORD) {
        loginlint__set_add_class(set, name);
        return 1;
    }
    if (!loginlint__scan_take(&r->scan, '['))
        return loginlint__scan_wrong(&r->scan, r->scan.at, LOGINLINT_EXPECTED_CLASS);
    if (!brackets(r, &custom))
        return 0;
    loginlint__set_add(set, &custom);
    return 1;
}

static int classes(struct ll_rule_reading *r, struct ll_set *set) {
    do {
        loginlint__scan_space(&r->scan);
        if (!one_class(r, set))
            return 0;
        loginlint__scan_space(&r->scan);
    } while (loginlint__scan_take(&r->scan, ','));
    return 1;
}

/* ---- properties ---- */

static int number(struct ll_rule_reading *r, uint32_t property) {
    uint32_t value;
    if (!loginlint__scan_number(&r->scan, property != LL_MINLENGTH, LL_LENGTH_MAX, &value))
        return 0;
    loginlint__reading_tighten(r, property, value);
    if (!value && !r->said.min_length)
        r->policy->given &= ~(uint32_t)LL_GIVEN_MINLENGTH; /* says nothing */
    return 1;
}

static int required(struct ll_rule_reading *r) {
    struct ll_policy *p = r->policy;
    struct ll_set set = LL_NO_SET;
    uint32_t at = r->scan.at;
    if (!classes(r, &set))
        return 0;
    if (p->required_count == LL_REQUIRED_MAX)
        return loginlint__scan_wrong(&r->scan, at, LOGINLINT_EXPECTED_FEWER);
    loginlint__set_seal(&set);
    p->required[p->required_count++] = set;
    loginlint__set_add(&r->said.set, &set);
    return 1;
}

static int value(struct ll_rule_reading *r, uint32_t property) {
    switch (property) {
    case LL_MINLENGTH:
    case LL_MAXLENGTH:
    case LL_MAX_CONSECUTIVE:
        return number(r, property);
    case LL_REQUIRED:
        return required(r);
    case LL_ALLOWED:
        return classes(r, &r->said.set);
    default:
        return loginlint__reading_value(r, property);
    }
}

/* These merge when they are said again. */
static int repeats(uint32_t property) {
    return property <= LL_MAX_CONSECUTIVE;
}

static int property(struct ll_rule_reading *r) {
    uint32_t at = r->scan.at, which = loginlint__scan_row(&r->scan, loginlint__properties());
    if (which == LL_NO_WORD)
        return loginlint__scan_wrong(&r->scan, at, LOGINLINT_EXPECTED_PROPERTY);
    if (!loginlint__property_fits(which, r->policy->field))
        return loginlint__scan_wrong(&r->scan, at, LOGINLINT_EXPECTED_FIELD);
    if (r->policy->given >> which & 1 && !repeats(which))
        return loginlint__scan_fail(&r->scan, at, LOGINLINT_FOUND_DUPLICATE, LOGINLINT_EXPECTED_PROPERTY);
    if (!(r->policy->given >> which & 1))
        r->name_at[which] = at;
    r->policy->given |= 1u << which;
    return loginlint__scan_colon(&r->scan) && value(r, which) && loginlint__scan_semicolon(&r->scan);
}

/* Points at the last of the properties that do not go together. */
static int contradiction(struct ll_rule_reading *r, const struct ll_fault *fault, uint32_t given) {
    uint32_t i, at = 0;
    for (i = 0; i < LL_PROPERTIES; i++)
        if (fault->properties & given & 1u << i && r->name_at[i] > at)
            at = r->name_at[i];
    r->scan.at = at;
    loginlint__scan_row(&r->scan, loginlint__properties());
    loginlint__scan_colon(&r->scan);
    return loginlint__scan_fail(&r->scan, r->scan.at, LOGINLINT_FOUND_CONTRADICTION, fault->expected);
}

static int strict(struct ll_rule_reading *r) {
    struct ll_fault fault;
    uint32_t given;
    loginlint__scan_space(&r->scan);
    while (r->scan.at < r->scan.n)
        if (!property(r))
            return 0;
    given = r->policy->given;
    fault = loginlint__policy_resolve(r->policy, &r->said);
    return fault.properties ? contradiction(r, &fault, given) : 1;
}

int32_t loginlint_policy_parse(loginlint_policy *policy, const char *rules, uint32_t n, loginlint_where *where) {
    struct ll_rule_reading r;
    int32_t error = loginlint__policy_misuse(policy, rules, n);
    if (error)
        return error;
    loginlint__reading_start(&r, (struct ll_policy *)(void *)policy, rules, n, where);
    if (strict(&r))
        return 0;
    loginlint_policy_init(policy, policy->field);
    return -(int32_t)LOGINLINT_ERROR_SYNTAX;
}
