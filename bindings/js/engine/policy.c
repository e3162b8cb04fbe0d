/* SPDX-License-Identifier: MIT */
/* policy.c - the memory through which JavaScript talks to the engine of rules, and its one call.
 *
 * In: a field and a rule string.  Out: the policy, which the engine of checks takes as it is, or where the string is wrong.
 * Nothing that a person typed comes here.
 */
#include "loginlint.h"

#define EXPORT __attribute__((visibility("default")))

static uint8_t bytes[8192];
static loginlint_where where;
static loginlint_policy policy;

EXPORT void *loginlint_rules_bytes(void) {
    return bytes;
}

EXPORT void *loginlint_rules_where(void) {
    return &where;
}

EXPORT void *loginlint_rules_policy(void) {
    return &policy;
}

/* 0, or an error, which `where` tells unless the reading is lenient. */
EXPORT int32_t loginlint_rules(uint32_t field, uint32_t n, uint32_t lenient) {
    const char *text = (const char *)bytes;
    int32_t error = loginlint_policy_init(&policy, field);
    if (error || !n)
        return error;
    return lenient ? loginlint_policy_parse_lenient(&policy, text, n) : loginlint_policy_parse(&policy, text, n, &where);
}
