/* SPDX-License-Identifier: MIT */
/* layers.c - one check, for layers.py: a program that has no candidates, words, preflight and explanations. */
#include "loginlint.h"

static loginlint_policy policy;
static loginlint_report report;

int main(void) {
    static const char rules[] = "minlength: 8; allowed: ascii-printable";
    static const uint8_t value[] = "\xEF\xBC\xB4okyo2026"; /* a full-width T */
    if (loginlint_policy_init(&policy, LOGINLINT_FIELD_LOGIN_ID) != 0 ||
        loginlint_policy_parse(&policy, rules, sizeof rules - 1, 0) != 0)
        return 1;
    if (loginlint_check(&policy, 0, value, sizeof value - 1, &report) != 0)
        return 2;
    return report.verdict == LOGINLINT_VERDICT_FIXED ? 0 : 3;
}
