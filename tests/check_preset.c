/* SPDX-License-Identifier: MIT */
/* check_preset.c - the presets: each is read, strictly and leniently alike, by its own field; names and words are
 * there. */
#include "policy/policy.h"
#include "suite.h"
#include <stdio.h>
#include <string.h>

static loginlint_policy policy_of(uint32_t i) {
    loginlint_policy policy;
    const char *rules = loginlint_preset_rules(i);
    loginlint_where where;
    ck_assert_int_eq(loginlint_policy_init(&policy, (uint32_t)loginlint_preset_field(i)), 0);
    ck_assert_msg(loginlint_policy_parse(&policy, rules, (uint32_t)strlen(rules), &where) == 0, "%s: %s at %lu",
                  loginlint_preset_name(i), rules, (unsigned long)where.offset);
    return policy;
}

START_TEST(test_read_alike) {
    uint32_t i;
    for (i = 0; loginlint_preset_name(i); i++) {
        loginlint_policy strict = policy_of(i), lenient;
        const char *rules = loginlint_preset_rules(i);
        loginlint_policy_init(&lenient, (uint32_t)loginlint_preset_field(i));
        ck_assert_int_eq(loginlint_policy_parse_lenient(&lenient, rules, (uint32_t)strlen(rules)), 0);
        ck_assert_msg(memcmp(&strict, &lenient, sizeof strict) == 0, "%s: not alike", loginlint_preset_name(i));
    }
    ck_assert_uint_ge(i, 20);
}
END_TEST

/* A preset is its field's default or prints as it stands: nothing in it goes without saying. */
START_TEST(test_canonical) {
    char text[512];
    uint32_t i;
    for (i = 0; loginlint_preset_name(i); i++) {
        loginlint_policy policy = policy_of(i);
        int32_t n = loginlint_policy_print(&policy, text, sizeof text - 1);
        ck_assert(n >= 0 && n < (int32_t)sizeof text);
        text[n] = 0;
        ck_assert_msg(n == 0 || strlen(text) == strlen(loginlint_preset_rules(i)), "%s: %s", loginlint_preset_name(i),
                      text);
    }
}
END_TEST

START_TEST(test_names) {
    static const char *const promised[] = {"pin-4",
                                           "pin-6",
                                           "otp-6",
                                           "email-login",
                                           "phone-login",
                                           "member-number",
                                           "upper-only-password",
                                           "consumer-finance-id",
                                           "consumer-finance-password",
                                           "consumer-finance-card",
                                           "consumer-finance-pin"};
    uint32_t i, k, found = 0;
    for (i = 0; loginlint_preset_name(i); i++) {
        const char *name = loginlint_preset_name(i);
        ck_assert(*name && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(name));
        ck_assert(strlen(loginlint_preset_about(i, LOGINLINT_LANGUAGE_EN)) > 9);
        ck_assert((uint8_t)loginlint_preset_about(i, LOGINLINT_LANGUAGE_JA)[0] > 0x20);
        for (k = 0; k < i; k++)
            ck_assert_str_ne(name, loginlint_preset_name(k));
        for (k = 0; k < sizeof promised / sizeof promised[0]; k++)
            found += !strcmp(name, promised[k]);
    }
    ck_assert_uint_eq(found, sizeof promised / sizeof promised[0]);
    ck_assert_ptr_null(loginlint_preset_rules(i));
    ck_assert_ptr_null(loginlint_preset_about(i, LOGINLINT_LANGUAGE_EN));
    ck_assert_ptr_null(loginlint_preset_about(0, 99));
    ck_assert_int_lt(loginlint_preset_field(i), 0);
    ck_assert_ptr_null(loginlint_preset_name(0xFFFFFFFF));
}
END_TEST

/* One value each that the preset takes as typed. */
START_TEST(test_takes) {
    static const char *const values[][2] = {{"email-login", "taro@example.com"},
                                            {"phone-login", "09012345678"},
                                            {"phone-login-jp-mobile", "09012345678"},
                                            {"web-id", "taro_yamada"},
                                            {"member-number", "12345678"},
                                            {"member-number-hyphens", "1234-5678"},
                                            {"member-code", "AB12CD34EF56"},
                                            {"branch-account", "0011234567"},
                                            {"consumer-finance-id", "taro-1985"},
                                            {"consumer-finance-password", "kokoro2024"},
                                            {"upper-only-password", "ABC123DEF"},
                                            {"numeric-password", "19850412"},
                                            {"consumer-finance-card", "1234567890"},
                                            {"house-card", "1234567890123456"},
                                            {"credit-card", "4111111111111111"},
                                            {"pin-4", "1234"},
                                            {"pin-6", "123456"},
                                            {"otp-6", "000000"},
                                            {"security-code", "123"}};
    static loginlint_report report;
    uint32_t i, k;
    for (k = 0; k < sizeof values / sizeof values[0]; k++) {
        loginlint_policy policy;
        for (i = 0; strcmp(loginlint_preset_name(i), values[k][0]) != 0; i++)
            continue;
        policy = policy_of(i);
        ck_assert_int_eq(
            loginlint_check(&policy, NULL, (const uint8_t *)values[k][1], (uint32_t)strlen(values[k][1]), &report), 0);
        ck_assert_msg(report.valid, "%s: %s is not valid (%lu)", values[k][0], values[k][1],
                      (unsigned long)report.diagnostics[0].code);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("preset");
    TCase *tcase = tcase_create("preset");
    tcase_add_test(tcase, test_read_alike);
    tcase_add_test(tcase, test_canonical);
    tcase_add_test(tcase, test_names);
    tcase_add_test(tcase, test_takes);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
