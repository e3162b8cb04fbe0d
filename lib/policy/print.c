/* SPDX-License-Identifier: MIT */
/* print.c - a policy to its canonical rule string: what is not the field's default, in the order of properties.def.
 *
 * In: a policy.  Out: a string that parses to the same policy, byte for byte.  (One exception: the lenient reading
 * keeps a minlength over the maxlength as it was said, and only it reads that again.)  `allowed` comes before
 * `required`, because of several classes the first ascii-printable or unicode stands for all.
 */
#include "policy/rule_string.h"
#include "text/writer.h"

static void put_word(struct ll_writer *w, uint32_t property, uint32_t value) {
    const char *word = loginlint__property_text(property, value);
    while (*word > ' ')
        loginlint__put_byte(w, (uint8_t)*word++);
}

/* Characters of the set in brackets: a hyphen first, a closing bracket last. */
static void put_brackets(struct ll_writer *w, const struct ll_set *set) {
    uint32_t c;
    loginlint__put(w, ll_set_has(set, '-') ? "[-" : "[");
    for (c = ' '; c <= '~'; c++)
        if (c != '-' && c != ']' && ll_set_has(set, c))
            loginlint__put_byte(w, c);
    loginlint__put(w, ll_set_has(set, ']') ? "]]" : "]");
}

static void put_set(struct ll_writer *w, const struct ll_set *set) {
    struct ll_set rest = *set;
    const char *comma = "";
    uint32_t i;
    if (set->name != LOGINLINT_CLASS_CUSTOM) {
        put_word(w, LL_REQUIRED, set->name);
        return;
    }
    for (i = LOGINLINT_CLASS_UPPER; i <= LOGINLINT_CLASS_SPECIAL; i++) {
        if (!loginlint__set_has_class(set, i))
            continue;
        loginlint__put(w, comma);
        put_word(w, LL_REQUIRED, i);
        comma = ", ";
        loginlint__set_remove_class(&rest, i);
    }
    rest.unicode = 0; /* charset: unicode */
    if (loginlint__set_is_empty(&rest))
        return;
    loginlint__put(w, comma);
    put_brackets(w, &rest);
}

static void put_required(struct ll_writer *w, const struct ll_policy *p) {
    uint32_t i;
    for (i = 0; i < p->required_count; i++) {
        loginlint__put(w, i ? "; required: " : "");
        put_set(w, &p->required[i]);
    }
}

static void put_list(struct ll_writer *w, const struct ll_policy *p) {
    uint32_t i;
    for (i = 0; i < p->domains_length; i++) {
        loginlint__put_byte(w, (uint8_t)p->domains[i]);
        loginlint__put(w, p->domains[i] == ',' ? " " : "");
    }
}

static void put_brands(struct ll_writer *w, const struct ll_policy *p) {
    const char *comma = "";
    uint32_t i;
    for (i = 0; i < 32; i++)
        if (p->brands >> i & 1 || (!p->brands && i == LOGINLINT_BRAND_NONE)) {
            loginlint__put(w, comma);
            put_word(w, LL_BRANDS, i);
            comma = ", ";
        }
}

static void put_groups(struct ll_writer *w, const struct ll_policy *p) {
    uint32_t i;
    for (i = 0; i < p->group_count; i++) {
        loginlint__put(w, i ? "-" : "");
        loginlint__put_number(w, p->groups[i]);
    }
}

static void put_digits(struct ll_writer *w, const struct ll_policy *p) {
    loginlint__put_number(w, p->min_length);
    if (p->max_length == p->min_length)
        return;
    loginlint__put(w, "-");
    loginlint__put_number(w, p->max_length);
}

static void put_value(struct ll_writer *w, const struct ll_policy *p, uint32_t property) {
    switch (property) {
    case LL_MINLENGTH:
        loginlint__put_number(w, p->min_length);
        break;
    case LL_MAXLENGTH:
        loginlint__put_number(w, p->max_length);
        break;
    case LL_MAX_CONSECUTIVE:
        loginlint__put_number(w, p->max_consecutive);
        break;
    case LL_ALLOWED:
        put_set(w, &p->allowed);
        break;
    case LL_REQUIRED:
        put_required(w, p);
        break;
    case LL_DOMAINS:
        put_list(w, p);
        break;
    case LL_DIGITS:
        put_digits(w, p);
        break;
    case LL_GROUPS:
        put_groups(w, p);
        break;
    case LL_BRANDS:
        put_brands(w, p);
        break;
    default:
        put_word(w, property, ((const uint8_t *)p)[loginlint__property_member(property)]);
    }
}

/* Groups alone tell how many digits a card number, PIN or phone number has. */
static int is_said(const struct ll_policy *p, uint32_t property) {
    if (property == LL_DIGITS && loginlint__policy_is_number(p) && p->group_count && p->min_length == p->max_length)
        return 0;
    return (int)(p->given >> property & 1);
}

static void put_property(struct ll_writer *w, const struct ll_policy *p, uint32_t property) {
    const char *name;
    if (!is_said(p, property))
        return;
    loginlint__put(w, w->needed ? "; " : "");
    for (name = loginlint__row(loginlint__properties(), property); *name > ' '; name++)
        loginlint__put_byte(w, (uint8_t)*name);
    loginlint__put(w, ": ");
    put_value(w, p, property);
}

int32_t loginlint_policy_print(const loginlint_policy *policy, char *out, uint32_t capacity) {
    struct ll_writer w = ll_writer_on((uint8_t *)out, capacity);
    const struct ll_policy *p = ll_policy_of(policy);
    uint32_t i;
    if (!policy || (!out && capacity))
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    if (p->size != sizeof *policy || p->abi != LOGINLINT_ABI)
        return -(int32_t)LOGINLINT_ERROR_RECORD_SIZE;
    for (i = 0; i < LL_PROPERTIES; i++)
        put_property(&w, p, i == LL_REQUIRED ? LL_ALLOWED : i == LL_ALLOWED ? LL_REQUIRED : i);
    return loginlint__writer_done(&w);
}
