/* SPDX-License-Identifier: MIT */
/* check_case.c - Caps Lock as a probability: the arithmetic, the figures it was published with, when it is silent, what
 * it asks of the verdict, and that nothing but the shape of the letters counts.
 */
#include "check/caps_lock.h"
#include "suite.h"
#include <loginlint.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { SILENT = -1 };

static loginlint_report report;

static void run(uint32_t field, const char *rules, const char *knows, const char *value) {
    loginlint_policy policy;
    loginlint_context context;
    ck_assert_int_eq(loginlint_policy_init(&policy, field), 0);
    ck_assert_int_eq(loginlint_policy_parse(&policy, rules, (uint32_t)strlen(rules), NULL), 0);
    ck_assert_int_eq(loginlint_context_init(&context), 0);
    ck_assert_int_eq(loginlint_context_parse(&context, knows, (uint32_t)strlen(knows), NULL), 0);
    ck_assert_int_eq(loginlint_check(&policy, &context, (const uint8_t *)value, (uint32_t)strlen(value), &report), 0);
}

static const loginlint_diagnostic *found(uint32_t code) {
    uint32_t i;
    for (i = 0; i < report.count; i++)
        if (report.diagnostics[i].code == code)
            return &report.diagnostics[i];
    return NULL;
}

START_TEST(percent_is_the_logistic) {
    int32_t x;
    for (x = -3000; x <= 3000; x++)
        ck_assert_msg((uint32_t)lround(100 / (1 + exp(-x / 100.0))) - loginlint__percent(x) + 1 <= 2, "%d gives %u", x,
                      loginlint__percent(x));
    for (x = -600; x <= 600; x += 7) /* exact but where the rounding of the threshold itself decides */
        if (fabs(100 / (1 + exp(-x / 100.0)) - floor(100 / (1 + exp(-x / 100.0))) - .5) > .13)
            ck_assert_int_eq(lround(100 / (1 + exp(-x / 100.0))), (int)loginlint__percent(x));
    ck_assert_uint_eq(loginlint__percent(0), 50);
    ck_assert_uint_eq(loginlint__percent(INT32_MIN), 0);
    ck_assert_uint_eq(loginlint__percent(INT32_MAX), 100);
}
END_TEST

/* A warning begins where the probability says, not one percent later. */
START_TEST(severity_follows_the_probability) {
    static const uint32_t fields[] = {LOGINLINT_FIELD_LOGIN_ID, LOGINLINT_FIELD_PASSWORD};
    int32_t evidence;
    uint32_t f, seen[2] = {0, 0};
    for (f = 0; f < 2; f++)
        for (evidence = -700; evidence <= 700; evidence++) {
            char knows[64];
            const loginlint_diagnostic *d;
            uint32_t from = fields[f] == LOGINLINT_FIELD_LOGIN_ID ? LL_CASE_WARNED_ID : LL_CASE_WARNED;
            snprintf(knows, sizeof knows, "caps-evidence: %d", (int)evidence);
            run(fields[f], "", knows, "PASSWORD");
            d = found(LOGINLINT_CODE_CAPS_LOCK);
            if (!d)
                continue;
            ck_assert_uint_eq(d->severity,
                              d->confidence >= from ? LOGINLINT_SEVERITY_WARNING : LOGINLINT_SEVERITY_INFO);
            seen[f] |= d->confidence == from;
        }
    ck_assert(seen[0] && seen[1]);
}
END_TEST

enum {
#define X(name, centinats) P_##name = (centinats),
#include "check/caps_lock.def"
#undef X
};

/* The parameters are what their sources say: recomputed from the figures that caps_lock.def names. */
START_TEST(parameters_follow_from_their_sources) {
    static const struct {
        int32_t shipped;
        double ratio;
    } figures[] = {
        {P_PRIOR_FIRST, .0113 * .10 / (1 - .0113 * .10)},
        {P_PRIOR_FAILED, .0113 / (1 - .0113)},
        {P_UPPER_1, .70 / .06},
        {P_UPPER_MANY, 50},
        {P_INVERTED, 2.700 / .073},
        {P_LOWER, 1.0 / 50},
        {P_TITLE, .073 / 2.700},
        {P_UPPER_REFUSED, .80121 / .0005},
        {P_ID_UPPER, 30},
        {P_ID_UPPER_FOLDED, 50},
    };
    uint32_t i;
    for (i = 0; i < sizeof figures / sizeof figures[0]; i++)
        ck_assert_msg(fabs(100 * log(figures[i].ratio) - figures[i].shipped) <= 3, "row %u: %.1f", i,
                      100 * log(figures[i].ratio));
    ck_assert_int_le(P_UPPER_1, P_UPPER_2);
    ck_assert_int_le(P_UPPER_2, P_UPPER_3);
    ck_assert_int_le(P_UPPER_3, P_UPPER_MANY);
}
END_TEST

struct row {
    uint32_t field;
    const char *rules, *context, *value;
    int confidence; /* of caps-lock, or SILENT */
    uint32_t verdict;
};
#define P LOGINLINT_FIELD_PASSWORD
#define ID LOGINLINT_FIELD_LOGIN_ID
#define PASS LOGINLINT_VERDICT_PASS
#define ASK LOGINLINT_VERDICT_ASK

/* Percentages: reference figures of the model (first attempt 5 and 4, after a failure 36 and 30, two fields 60-75, a
 * policy that wants lower case 64 and 95). */
static const struct row rows[] = {
    {P, "", "", "PASSWORD", 5, PASS},
    {P, "", "", "pASSWORD", 4, PASS},
    {P, "", "", "pASSWORD1", 4, PASS},
    {P, "", "", "ABC_012", 3, PASS},
    {P, "", "", "AB1234", 2, PASS},
    {P, "", "", "aB123456", 1, PASS},
    {P, "", "failures: 1", "PASSWORD", 36, ASK},
    {P, "", "failures: 2", "pASSWORD", 30, ASK},
    {P, "", "failures: 1", "ABC_012", 26, ASK},
    {P, "", "caps-evidence: 391", "PASSWORD", 73, ASK},
    {P, "", "caps-evidence: 340", "PASSWORD", 62, ASK},
    {P, "", "caps-evidence: -391", "PASSWORD", 2, PASS},
    {P, "", "caps-evidence: 100000", "PASSWORD", 75, ASK},
    {P, "", "caps-lock: on", "ABC_012", 97, ASK},
    {P, "", "caps-lock: on", "K1234567", 93, ASK},
    {P, "", "caps-lock: on", "PassWord", 55, ASK},
    {P, "", "caps-lock: off", "PASSWORD", SILENT, PASS},
    {P, "", "caps-lock: off; failures: 3", "PASSWORD", SILENT, PASS},
    {P, "required: lower; allowed: upper, digit", "stage: submit", "PASSWORD1", 64, ASK},
    {P, "required: lower; allowed: upper, digit", "failures: 1", "PASSWORD1", 95, ASK},
    {P, "case: lower", "stage: submit", "PASSWORD1", 64, ASK},
    {P, "required: upper; allowed: lower, digit", "", "PASSWORD1", SILENT, PASS},
    /* silence: nothing to judge, or Caps Lock cannot have done it */
    {P, "", "", "password", SILENT, PASS},
    {P, "", "", "Password1", SILENT, PASS},
    {P, "", "", "PassWord1", SILENT, PASS},
    {P, "", "", "K1234567", SILENT, PASS},
    {P, "", "caps-lock: on", "12345678", SILENT, PASS},
    {P, "", "caps-lock: on", "password", SILENT, PASS},
    {P, "", "caps-lock: on", "Password1", SILENT, PASS},
    {P, "", "entry: paste", "PASSWORD", SILENT, PASS},
    {P, "", "entry: autofill; caps-lock: on", "PASSWORD", SILENT, PASS},
    {P, "", "keyboard: touch", "PASSWORD", SILENT, PASS},
    {P, "", "keyboard: touch; caps-evidence: 391", "PASSWORD", SILENT, PASS},
    {P, "", "keyboard: touch; failures: 1", "PASSWORD", 1, PASS},
    {P, "case: upper", "caps-lock: on", "PASSWORD1", SILENT, PASS},
    {P, "allowed: upper, digit", "caps-lock: on; failures: 2", "PASSWORD1", SILENT, PASS},
    /* a Mac: Caps Lock forces capitals, Shift or not */
    {P, "", "platform: mac", "pASSWORD", SILENT, PASS},
    {P, "", "platform: mac; caps-lock: on; failures: 1", "pASSWORD", SILENT, PASS},
    {P, "", "platform: mac; failures: 1", "PASSWORD", 36, ASK},
    /* a held Shift key takes its share */
    {P, "", "failures: 1", "PASSWORD!@#", 16, ASK},
    {P, "", "failures: 1", "PASSWORD123", 36, ASK},
    /* login IDs: codes are written in capitals, so that it takes more */
    {ID, "", "", "K123456", SILENT, PASS},
    {ID, "", "caps-lock: on", "K123456", SILENT, PASS},
    {ID, "", "", "ABC12345", SILENT, PASS},
    {ID, "", "", "TARO", 3, PASS},
    {ID, "", "failures: 1", "TARO", 25, PASS},
    {ID, "", "caps-lock: on", "TARO", 97, ASK},
    {ID, "", "caps-evidence: 391", "TARO", 62, ASK},
    {ID, "case: lower", "caps-lock: on", "TARO", SILENT, LOGINLINT_VERDICT_FIXED},
    {ID, "case: upper", "caps-lock: on", "TARO", SILENT, PASS},
};

START_TEST(every_row) {
    uint32_t i;
    for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct row *r = &rows[i];
        const loginlint_diagnostic *d;
        run(r->field, r->rules, r->context, r->value);
        d = found(LOGINLINT_CODE_CAPS_LOCK);
        ck_assert_msg((d ? d->confidence : SILENT) == r->confidence, "%s | %s | %s: %d", r->value, r->rules, r->context,
                      d ? d->confidence : SILENT);
        ck_assert_msg(report.verdict == r->verdict, "%s | %s | %s: verdict %u", r->value, r->rules, r->context,
                      report.verdict);
        if (!d)
            continue;
        ck_assert_uint_eq(d->argument, 0);
        ck_assert_uint_eq(d->level, LOGINLINT_LEVEL_NONE);
        if (r->field == P)
            ck_assert_uint_eq(d->severity, d->confidence < 10 ? LOGINLINT_SEVERITY_INFO : LOGINLINT_SEVERITY_WARNING);
        ck_assert_uint_eq(d->severity == LOGINLINT_SEVERITY_INFO, report.verdict == PASS);
    }
}
END_TEST

START_TEST(it_never_makes_a_value_invalid) {
    static const char *const knows[] = {"", "failures: 1", "caps-lock: on", "keyboard: touch", "caps-evidence: 391"};
    static const char *const values[] = {"PASSWORD", "pASSWORD", "ABC_012", "PassWord",
                                         "Password", "K1234567", "aB123456"};
    uint32_t i, k;
    for (i = 0; i < sizeof knows / sizeof *knows; i++)
        for (k = 0; k < sizeof values / sizeof *values; k++) {
            run(P, "", knows[i], values[k]);
            ck_assert_uint_eq(report.valid, 1);
            ck_assert_uint_ne(report.verdict, LOGINLINT_VERDICT_FAIL);
        }
}
END_TEST

START_TEST(the_span_is_that_of_the_letters) {
    const loginlint_diagnostic *d;
    run(P, "", "platform: windows", "12ABC_45D!");
    d = found(LOGINLINT_CODE_CAPS_LOCK);
    ck_assert_ptr_nonnull(d);
    ck_assert_uint_eq(d->character[0], 2);
    ck_assert_uint_eq(d->character[1], 9);
    ck_assert_uint_eq(d->platform, LOGINLINT_PLATFORM_WINDOWS);
    run(P, "", "", "\xEF\xBC\xB0\xEF\xBC\xA1\xEF\xBC\xB3\xEF\xBC\xB3"); /* full-width capitals: two findings */
    ck_assert_ptr_nonnull(found(LOGINLINT_CODE_CAPS_LOCK));
    ck_assert_ptr_nonnull(found(LOGINLINT_CODE_FULLWIDTH_FORM));
}
END_TEST

/* Evidence: + for capitals, - for small letters, none where Caps Lock cannot act or case means nothing; never the
 * context's own, so that chaining does not count it twice. */
START_TEST(evidence_of_the_text_alone) {
    static const struct {
        uint32_t field;
        const char *rules, *context, *value;
        int32_t evidence;
    } cases[] = {
        {ID, "case: lower", "", "TARO", P_ID_UPPER_FOLDED},
        {ID, "", "", "TARO", P_ID_UPPER},
        {ID, "kind: email", "", "TARO@EXAMPLE.COM", P_ID_UPPER_FOLDED},
        {ID, "", "", "ABC12345", P_ID_CODE},
        {ID, "", "", "taro", P_ID_LOWER},
        {ID, "", "", "Taro", P_ID_LOWER},
        {ID, "", "", "K123456", 0},
        {ID, "", "", "12345", 0},
        {ID, "", "caps-lock: on; failures: 3; caps-evidence: 300", "TARO", P_ID_UPPER},
        {ID, "", "entry: paste", "TARO", 0},
        {ID, "", "keyboard: touch", "TARO", 0},
        {ID, "case: upper", "", "TARO", 0},
        {ID, "", "platform: mac", "taro", P_MAC_HAS_LOWER},
        {P, "", "", "PASSWORD", P_UPPER_MANY},
        {P, "", "", "pASSWORD", P_INVERTED},
        {P, "", "", "password", P_LOWER},
        {P, "", "", "Password", P_TITLE},
        {P, "", "", "PassWord", 0},
        {P, "", "", "12345678", 0},
    };
    uint32_t i;
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        run(cases[i].field, cases[i].rules, cases[i].context, cases[i].value);
        ck_assert_msg(report.caps_evidence == cases[i].evidence, "%s | %s | %s: %d", cases[i].value, cases[i].rules,
                      cases[i].context, report.caps_evidence);
    }
}
END_TEST

/* An all-capitals ID makes an all-capitals password far likelier a Caps Lock. */
START_TEST(one_field_speaks_for_the_next) {
    char knows[64];
    run(ID, "case: lower", "", "TARO");
    snprintf(knows, sizeof knows, "caps-evidence: %d", report.caps_evidence);
    run(P, "", "", "PASSWORD");
    ck_assert_uint_eq(report.verdict, PASS);
    run(P, "", knows, "PASSWORD");
    ck_assert_uint_eq(report.verdict, ASK);
    ck_assert_uint_ge(found(LOGINLINT_CODE_CAPS_LOCK)->confidence, 60);
    run(P, "", knows, "password");
    ck_assert_uint_eq(report.verdict, PASS);
}
END_TEST

/* Which letters, digits and symbols they are makes no difference. */
START_TEST(only_the_shape_counts) {
    static const char *const pairs[][2] = {{"PASSWORD", "QXZJKVWY"},
                                           {"pASSWORD1", "zQXJKVWY9"},
                                           {"ABC_012", "XYZ!987"},
                                           {"PASSWORD!@#", "QWERTYUI-[;"},
                                           {"PassWord", "QuizZess"}};
    static const char *const knows[] = {"", "failures: 1", "caps-lock: on", "keyboard: touch"};
    uint32_t i, k;
    for (i = 0; i < sizeof pairs / sizeof *pairs; i++)
        for (k = 0; k < sizeof knows / sizeof *knows; k++) {
            loginlint_diagnostic first = {0}, second = {0};
            int32_t evidence;
            run(P, "", knows[k], pairs[i][0]);
            evidence = report.caps_evidence;
            if (found(LOGINLINT_CODE_CAPS_LOCK))
                first = *found(LOGINLINT_CODE_CAPS_LOCK);
            run(P, "", knows[k], pairs[i][1]);
            if (found(LOGINLINT_CODE_CAPS_LOCK))
                second = *found(LOGINLINT_CODE_CAPS_LOCK);
            ck_assert_int_eq(evidence, report.caps_evidence);
            ck_assert_mem_eq(&first, &second, sizeof first);
        }
}
END_TEST

START_TEST(first_letter_by_a_touch_keyboard) {
    static const struct {
        uint32_t field;
        const char *rules, *context, *value;
        int severity;
        uint32_t verdict;
    } cases[] = {
        {ID, "", "keyboard: touch; stage: submit", "Admin", LOGINLINT_SEVERITY_WARNING, ASK},
        {ID, "", "keyboard: touch; stage: submit", "_Admin", LOGINLINT_SEVERITY_WARNING, ASK},
        {P, "", "keyboard: touch", "Password1", LOGINLINT_SEVERITY_INFO, PASS},
        {P, "", "keyboard: touch; failures: 2", "Password1", LOGINLINT_SEVERITY_INFO, PASS},
        {ID, "", "keyboard: touch", "K123456", LOGINLINT_SEVERITY_INFO, PASS},
        {ID, "kind: email", "keyboard: touch", "Taro@example.com", LOGINLINT_SEVERITY_INFO, PASS},
        {ID, "", "", "Admin", SILENT, PASS},
        {ID, "", "keyboard: hardware", "Admin", SILENT, PASS},
        {ID, "", "keyboard: touch; entry: autofill", "Admin", SILENT, PASS},
        {ID, "", "keyboard: touch", "AdMin", SILENT, PASS},
        {ID, "", "keyboard: touch", "adMin", SILENT, PASS},
        {ID, "", "keyboard: touch", "1Admin", SILENT, PASS},
        {ID, "case: lower", "keyboard: touch", "Admin", SILENT, LOGINLINT_VERDICT_FIXED},
        {ID, "case: upper", "keyboard: touch", "ADMIN", SILENT, PASS},
    };
    uint32_t i;
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const loginlint_diagnostic *d;
        run(cases[i].field, cases[i].rules, cases[i].context, cases[i].value);
        d = found(LOGINLINT_CODE_AUTO_CAPITAL);
        ck_assert_msg((d ? d->severity : SILENT) == cases[i].severity, "%s | %s", cases[i].value, cases[i].context);
        ck_assert_msg(report.verdict == cases[i].verdict, "%s | %s: verdict %u", cases[i].value, cases[i].context,
                      report.verdict);
        if (d) {
            uint8_t letter = 0;
            uint32_t n = (uint32_t)strlen(cases[i].value);
            ck_assert_uint_eq(d->character[1] - d->character[0], 1);
            ck_assert_uint_eq(d->level, LOGINLINT_LEVEL_ASK);
            ck_assert_int_eq(loginlint_fix(&report, (uint32_t)(d - report.diagnostics), (const uint8_t *)cases[i].value,
                                           n, &letter, 1),
                             1);
            ck_assert_uint_eq(letter, (uint8_t)(cases[i].value[d->character[0]] | 0x20));
            if (cases[i].field == P)
                ck_assert_uint_eq(d->fix_length, 0); /* an operation, no text */
        }
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("case");
    TCase *all = tcase_create("case");
    tcase_add_test(all, percent_is_the_logistic);
    tcase_add_test(all, severity_follows_the_probability);
    tcase_add_test(all, parameters_follow_from_their_sources);
    tcase_add_test(all, every_row);
    tcase_add_test(all, it_never_makes_a_value_invalid);
    tcase_add_test(all, the_span_is_that_of_the_letters);
    tcase_add_test(all, evidence_of_the_text_alone);
    tcase_add_test(all, one_field_speaks_for_the_next);
    tcase_add_test(all, only_the_shape_counts);
    tcase_add_test(all, first_letter_by_a_touch_keyboard);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
