/* SPDX-License-Identifier: MIT */
/* dump_policy.c - what the lenient reading makes of rule strings, for tests/passwordrules.py to compare.
 *
 * In: rule strings on standard input, each ended by NUL.  Out: for each a line of JSON, sets as the characters in them
 * and "unicode" for the rest: {"required":["abc"],"allowed":"abc0123456789","minlength":8,"maxlength":0,
 * "max-consecutive":0,"again":1,"text":"..."}.  0: no rule; again: the printed text gives the same policy, read either
 * way.
 */
#include "policy/policy.h"
#include <stdio.h>
#include <string.h>

static void print_string(const char *s, size_t n) {
    size_t i;
    putchar('"');
    for (i = 0; i < n; i++)
        printf(s[i] == '"' || s[i] == '\\' ? "\\%c" : "%c", s[i]);
    putchar('"');
}

static void print_set(const struct ll_set *set) {
    char text[128];
    size_t n = 0;
    uint32_t c;
    for (c = 0; c < 0x80; c++)
        if (ll_set_has(set, c))
            text[n++] = (char)c;
    if (set->unicode)
        n = (size_t)sprintf(text, "unicode");
    print_string(text, n);
}

/* Does the printed text give the same policy?  A minlength over the maxlength is the one thing that only the lenient
 * reading takes. */
static int same_again(const loginlint_policy *policy, const char *text, uint32_t n) {
    loginlint_policy strict, lenient;
    const struct ll_policy *p = ll_policy_of(policy);
    loginlint_policy_init(&strict, policy->field);
    loginlint_policy_init(&lenient, policy->field);
    loginlint_policy_parse_lenient(&lenient, text, n);
    return memcmp(&lenient, policy, sizeof lenient) == 0 &&
           (p->min_length > p->max_length ||
            (loginlint_policy_parse(&strict, text, n, NULL) == 0 && memcmp(&strict, policy, sizeof strict) == 0));
}

static void dump(const char *rules, uint32_t n) {
    static char text[8192];
    static loginlint_policy policy;
    const struct ll_policy *p = ll_policy_of(&policy);
    uint32_t i, length;
    loginlint_policy_init(&policy, LOGINLINT_FIELD_PASSWORD);
    loginlint_policy_parse_lenient(&policy, rules, n);
    length = (uint32_t)loginlint_policy_print(&policy, text, sizeof text);
    printf("{\"required\":[");
    for (i = 0; i < p->required_count; i++) {
        printf(i ? "," : "");
        print_set(&p->required[i]);
    }
    printf("],\"allowed\":");
    print_set(&p->allowed);
    printf(",\"minlength\":%lu,\"maxlength\":%lu,\"max-consecutive\":%lu,\"again\":%d,\"text\":",
           (unsigned long)p->min_length, (unsigned long)(p->max_length == LL_NO_LIMIT ? 0 : p->max_length),
           (unsigned long)p->max_consecutive, same_again(&policy, text, length));
    print_string(text, length);
    printf("}\n");
}

int main(void) {
    static char rules[65536];
    uint32_t n = 0;
    int c;
    while ((c = getchar()) != EOF) {
        if (c) {
            if (n < sizeof rules)
                rules[n++] = (char)c;
            continue;
        }
        dump(rules, n);
        n = 0;
    }
    return 0;
}
