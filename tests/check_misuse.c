/* SPDX-License-Identifier: MIT */
/* check_misuse.c - every public function refuses what it cannot use, and says so by a negative return.
 *
 * NULL, a record of another size or ABI, a number outside its list: no crash, no answer that looks like one.
 */
#include "suite.h"
#include <loginlint.h>
#include <string.h>

#define IS_NULL(call) ck_assert_int_eq(call, -(int32_t)LOGINLINT_ERROR_NULL_POINTER)
#define IS_SIZE(call) ck_assert_int_eq(call, -(int32_t)LOGINLINT_ERROR_RECORD_SIZE)
#define IS_UNKNOWN(call) ck_assert_int_eq(call, -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE)

static loginlint_policy policy;
static loginlint_context context;
static loginlint_report report;
static loginlint_candidates candidates;
static loginlint_service service;
static loginlint_facts facts;
static loginlint_advice advice;
static uint8_t out[4096];
static const uint8_t id[] = "ta ro";
static const uint16_t wide[] = {'t', 0x3000, 'o'};
enum { N = 5, UNITS = 3 };

static void setup(void) {
    ck_assert_int_eq(loginlint_policy_init(&policy, LOGINLINT_FIELD_LOGIN_ID), 0);
    ck_assert_int_eq(loginlint_context_init(&context), 0);
    ck_assert_int_eq(loginlint_check(&policy, &context, id, N, &report), 0);
    ck_assert_uint_gt(report.count, 0);
    ck_assert_int_eq(loginlint_candidates_find(&policy, &context, id, N, &candidates), 0);
    ck_assert_int_eq(loginlint_service_parse(&service, "lock-after: 3", 13, NULL), 0);
    ck_assert_int_eq(loginlint_facts_parse(&facts, "failures: 3", 11, NULL), 0);
    ck_assert_int_eq(loginlint_preflight(&service, &facts, &advice), 0);
    ck_assert_uint_gt(advice.count, 0);
}

START_TEST(policies) {
    IS_NULL(loginlint_policy_init(NULL, 0));
    IS_UNKNOWN(loginlint_policy_init(&policy, 99));
    setup();
    IS_NULL(loginlint_policy_parse(NULL, "", 0, NULL));
    IS_NULL(loginlint_policy_parse(&policy, NULL, 1, NULL));
    ck_assert_int_eq(loginlint_policy_parse(&policy, NULL, 0, NULL), 0);
    IS_NULL(loginlint_policy_parse_lenient(NULL, "", 0));
    IS_NULL(loginlint_policy_parse_lenient(&policy, NULL, 1));
    IS_NULL(loginlint_policy_print(NULL, (char *)out, 9));
    IS_NULL(loginlint_policy_print(&policy, NULL, 9));
    policy.size++;
    IS_SIZE(loginlint_policy_parse(&policy, "", 0, NULL));
    IS_SIZE(loginlint_policy_parse_lenient(&policy, "", 0));
    IS_SIZE(loginlint_policy_print(&policy, (char *)out, 9));
    setup();
    policy.abi++;
    IS_SIZE(loginlint_policy_parse(&policy, "", 0, NULL));
    IS_SIZE(loginlint_check(&policy, NULL, id, N, &report));
    IS_SIZE(loginlint_candidates_find(&policy, NULL, id, N, &candidates));
    setup();
    policy.field = 77;
    IS_UNKNOWN(loginlint_check(&policy, NULL, id, N, &report));
    IS_UNKNOWN(loginlint_candidates_find(&policy, NULL, id, N, &candidates));
    IS_UNKNOWN(loginlint_policy_parse(&policy, "", 0, NULL));
    IS_UNKNOWN(loginlint_policy_parse_lenient(&policy, "", 0));
    IS_NULL(loginlint_context_init(NULL));
    IS_NULL(loginlint_context_parse(NULL, "", 0, NULL));
    IS_NULL(loginlint_context_parse(&context, NULL, 1, NULL));
}
END_TEST

START_TEST(checks) {
    setup();
    IS_NULL(loginlint_check(NULL, NULL, id, N, &report));
    IS_NULL(loginlint_check(&policy, NULL, NULL, N, &report));
    IS_NULL(loginlint_check(&policy, NULL, id, N, NULL));
    IS_NULL(loginlint_check_utf16(NULL, NULL, wide, UNITS, &report));
    IS_NULL(loginlint_check_utf16(&policy, NULL, NULL, UNITS, &report));
    IS_NULL(loginlint_check_utf16(&policy, NULL, wide, UNITS, NULL));
    IS_NULL(loginlint_candidates_find(NULL, NULL, id, N, &candidates));
    IS_NULL(loginlint_candidates_find(&policy, NULL, NULL, N, &candidates));
    IS_NULL(loginlint_candidates_find(&policy, NULL, id, N, NULL));
    IS_NULL(loginlint_candidates_find_utf16(NULL, NULL, wide, UNITS, &candidates));
    IS_NULL(loginlint_candidates_find_utf16(&policy, NULL, NULL, UNITS, &candidates));
    IS_NULL(loginlint_candidates_find_utf16(&policy, NULL, wide, UNITS, NULL));
    context.size--;
    IS_SIZE(loginlint_check(&policy, &context, id, N, &report));
    IS_SIZE(loginlint_check_utf16(&policy, &context, wide, UNITS, &report));
    IS_SIZE(loginlint_candidates_find(&policy, &context, id, N, &candidates));
    setup();
    policy.size = 0;
    IS_SIZE(loginlint_check(&policy, NULL, id, N, &report));
    IS_SIZE(loginlint_check_utf16(&policy, NULL, wide, UNITS, &report));
    loginlint_wipe(NULL, 9);
}
END_TEST

START_TEST(causes) {
    static loginlint_explanation explanation;
    const uint32_t offsets[] = {0, N}, backwards[] = {2, 1};
    uint8_t verdict, cause;
    setup();
    ck_assert_int_eq(loginlint_check(&policy, NULL, id, N, &report), 0);
    ck_assert_int_eq(loginlint_candidates_find(&policy, NULL, id, N, &candidates), 0);
    IS_NULL(loginlint_explain(NULL, NULL, id, N, &report, NULL, &explanation));
    IS_NULL(loginlint_explain(&policy, NULL, NULL, N, &report, NULL, &explanation));
    IS_NULL(loginlint_explain(&policy, NULL, id, N, NULL, NULL, &explanation));
    IS_NULL(loginlint_explain(&policy, NULL, id, N, &report, NULL, NULL));
    IS_UNKNOWN(loginlint_explain(&policy, NULL, id, N - 1, &report, NULL, &explanation));
    candidates.size--;
    IS_SIZE(loginlint_explain(&policy, NULL, id, N, &report, &candidates, &explanation));
    candidates.size++;
    report.size--;
    IS_SIZE(loginlint_explain(&policy, NULL, id, N, &report, &candidates, &explanation));
    report.size++;
    report.field = LOGINLINT_FIELD_PIN;
    IS_UNKNOWN(loginlint_explain(&policy, NULL, id, N, &report, &candidates, &explanation));
    report.field = policy.field;
    report.count = LOGINLINT_DIAGNOSTICS_MAX + 1;
    IS_UNKNOWN(loginlint_explain(&policy, NULL, id, N, &report, &candidates, &explanation));
    ck_assert_int_eq(loginlint_check(&policy, NULL, id, N, &report), 0);
    ck_assert_int_eq(loginlint_explain(&policy, NULL, id, N, &report, &candidates, &explanation), 0);
    ck_assert_uint_gt(explanation.count, 0);
    IS_NULL(loginlint_cause_message(NULL, 0, LOGINLINT_LANGUAGE_EN, out, sizeof out));
    IS_NULL(loginlint_cause_message(&explanation, 0, LOGINLINT_LANGUAGE_EN, NULL, sizeof out));
    ck_assert_int_gt(loginlint_cause_message(&explanation, 0, LOGINLINT_LANGUAGE_EN, NULL, 0), 0);
    IS_UNKNOWN(loginlint_cause_next(&explanation, explanation.count, LOGINLINT_LANGUAGE_EN, out, sizeof out));
    explanation.count = LOGINLINT_CAUSES_MAX + 1;
    IS_UNKNOWN(loginlint_cause_next(&explanation, LOGINLINT_CAUSES_MAX, LOGINLINT_LANGUAGE_EN, out, sizeof out));
    explanation.size--;
    IS_SIZE(loginlint_cause_message(&explanation, 0, LOGINLINT_LANGUAGE_EN, out, sizeof out));
    IS_SIZE(loginlint_json(&report, NULL, &explanation, id, N, 0, LOGINLINT_LANGUAGE_EN, NULL, 0));
    explanation.size++;
    IS_NULL(loginlint_check_batch(&policy, NULL, id, NULL, 1, &verdict, &cause, &report, NULL, &explanation));
    IS_NULL(loginlint_check_batch(&policy, NULL, id, offsets, 1, NULL, &cause, &report, NULL, &explanation));
    IS_NULL(loginlint_check_batch(&policy, NULL, NULL, offsets, 1, &verdict, &cause, &report, NULL, &explanation));
    IS_NULL(loginlint_check_batch(&policy, NULL, id, offsets, 1, &verdict, &cause, &report, NULL, NULL));
    IS_NULL(loginlint_check_batch(&policy, NULL, id, offsets, 1, &verdict, &cause, NULL, NULL, &explanation));
    IS_UNKNOWN(loginlint_check_batch(&policy, NULL, id, backwards, 1, &verdict, &cause, &report, NULL, &explanation));
    IS_NULL(loginlint_check_batch(NULL, NULL, id, offsets, 1, &verdict, &cause, &report, NULL, &explanation));
    ck_assert_int_eq(loginlint_check_batch(&policy, NULL, NULL, offsets, 0, NULL, NULL, &report, NULL, NULL), 0);
    ck_assert_int_eq(
        loginlint_check_batch(&policy, NULL, id, offsets, 1, &verdict, &cause, &report, NULL, &explanation), 0);
    ck_assert_uint_eq(cause, explanation.cause[0].code);
}
END_TEST

/* Nobody is told to stop while an input method is composing, not even of what is too large to look at. */
START_TEST(large_while_composing) {
    static uint8_t text[LOGINLINT_INPUT_MAX + 1];
    uint32_t quiet;
    memset(text, 'a', sizeof text);
    for (quiet = 0; quiet < 2; quiet++) {
        setup();
        context.composing = (uint8_t)quiet;
        ck_assert_int_eq(loginlint_check(&policy, &context, text, sizeof text, &report), 0);
        ck_assert_uint_eq(report.diagnostics[0].code, LOGINLINT_CODE_TOO_LARGE);
        ck_assert_uint_eq(report.quiet, quiet);
        ck_assert_uint_eq(report.verdict, quiet ? LOGINLINT_VERDICT_INCOMPLETE : LOGINLINT_VERDICT_FAIL);
    }
}
END_TEST

/* What an error leaves: no answer of an earlier call. */
START_TEST(nothing_of_an_earlier_answer) {
    static const uint8_t fine[] = "taro";
    loginlint_policy good;
    uint32_t i;
    setup();
    good = policy;
    for (i = 0; i < 7; i++) {
        static const uint16_t units[] = {'t', 'a', 'r', 'o'};
        int32_t first, second;
        setup();
        ck_assert_int_eq(loginlint_check(&good, &context, fine, 4, &report), 0);
        ck_assert_uint_eq(report.verdict, LOGINLINT_VERDICT_PASS);
        policy.size += i == 0;
        policy.abi = (uint16_t)(policy.abi + (i == 1));
        policy.field = i == 2 ? 9 : policy.field;
        context.size -= i == 3;
        context.platform = i == 4 ? 6 : 0;
        first = loginlint_check(i == 5 ? NULL : &policy, &context, i == 6 ? NULL : fine, 4, &report);
        ck_assert_int_lt(first, 0);
        ck_assert_uint_eq(report.verdict, LOGINLINT_VERDICT_FAIL);
        ck_assert_uint_eq(report.valid | report.count | report.text_length, 0);
        ck_assert_int_eq(loginlint_check(&good, NULL, fine, 4, &report), 0);
        second = loginlint_check_utf16(i == 5 ? NULL : &policy, &context, i == 6 ? NULL : units, 4, &report);
        ck_assert_int_eq(second, first);
        ck_assert_uint_eq(report.verdict, LOGINLINT_VERDICT_FAIL);
        ck_assert_uint_gt(candidates.count, 0);
        ck_assert_int_eq(
            loginlint_candidates_find(i == 5 ? NULL : &policy, &context, i == 6 ? NULL : fine, 4, &candidates), first);
        ck_assert_uint_eq(candidates.count, 0);
    }
    advice.verdict = LOGINLINT_PREFLIGHT_GO;
    IS_NULL(loginlint_preflight(&service, NULL, &advice));
    ck_assert_uint_eq(advice.verdict, LOGINLINT_PREFLIGHT_STOP);
    ck_assert_uint_eq(advice.count, 0);
}
END_TEST

/* A member of the context with none of its values. */
START_TEST(contexts) {
    uint32_t member;
    static const uint8_t most[] = {2, 3, 2, 5, 1, 1};
    for (member = 0; member < 6; member++) {
        uint8_t *value;
        setup();
        value = &context.caps_lock + member;
        *value = most[member];
        ck_assert_int_eq(loginlint_check(&policy, &context, id, N, &report), 0);
        ck_assert_int_eq(loginlint_candidates_find(&policy, &context, id, N, &candidates), 0);
        *value = (uint8_t)(most[member] + 1);
        IS_UNKNOWN(loginlint_check(&policy, &context, id, N, &report));
        IS_UNKNOWN(loginlint_check_utf16(&policy, &context, wide, UNITS, &report));
        IS_UNKNOWN(loginlint_candidates_find(&policy, &context, id, N, &candidates));
        *value = 255;
        IS_UNKNOWN(loginlint_check(&policy, &context, id, N, &report));
    }
}
END_TEST

START_TEST(fixes_and_words) {
    setup();
    IS_NULL(loginlint_fix(NULL, 0, id, N, out, 9));
    IS_NULL(loginlint_fix(&report, 0, NULL, N, out, 9));
    IS_NULL(loginlint_fix(&report, 0, id, N, NULL, 9));
    IS_UNKNOWN(loginlint_fix(&report, report.count, id, N, out, 9));
    ck_assert_int_ge(loginlint_fix(&report, 0, id, N, NULL, 0), 0);
    IS_NULL(loginlint_message(NULL, 0, 0, out, 9));
    IS_NULL(loginlint_message(&report, 0, 0, NULL, 9));
    IS_UNKNOWN(loginlint_message(&report, report.count, 0, out, 9));
    IS_UNKNOWN(loginlint_message(&report, 0, 99, out, 9));
    IS_NULL(loginlint_json(NULL, NULL, NULL, id, N, 0, 0, out, 9));
    IS_NULL(loginlint_json(&report, NULL, NULL, NULL, N, 0, 0, out, 9));
    IS_NULL(loginlint_json(&report, NULL, NULL, id, N, 0, 0, NULL, 9));
    IS_UNKNOWN(loginlint_json(&report, NULL, NULL, id, N, 0, 99, out, 9));
    candidates.size++;
    IS_SIZE(loginlint_json(&report, &candidates, NULL, id, N, 0, 0, out, 9));
    report.diagnostics[0].fix_at = LOGINLINT_POOL_MAX;
    report.diagnostics[0].fix_length = 1;
    IS_UNKNOWN(loginlint_fix(&report, 0, id, N, out, 9));
    report.diagnostics[0].fix_at = 0xFFFFFFFFu;
    IS_UNKNOWN(loginlint_fix(&report, 0, id, N, out, 9));
    report.size--;
    IS_SIZE(loginlint_fix(&report, 0, id, N, out, 9));
    IS_SIZE(loginlint_message(&report, 0, 0, out, 9));
    IS_SIZE(loginlint_json(&report, NULL, NULL, id, N, 0, 0, out, 9));
    ck_assert_ptr_null(loginlint_describe(LOGINLINT_LIST_CODE, 9999, 0));
    ck_assert_ptr_null(loginlint_describe(LOGINLINT_LIST_CODE, LOGINLINT_CODE_EMPTY, 99));
    ck_assert_ptr_null(loginlint_name(99, 0));
    ck_assert_ptr_null(loginlint_name(LOGINLINT_LIST_CODE, 9999));
    IS_UNKNOWN(loginlint_value(LOGINLINT_LIST_CODE, "no-such", 7));
    IS_UNKNOWN(loginlint_value(99, "empty", 5));
    ck_assert_int_lt(loginlint_value(LOGINLINT_LIST_CODE, NULL, 5), 0);
    ck_assert_ptr_null(loginlint_preset_name(9999));
    ck_assert_ptr_null(loginlint_preset_rules(9999));
    ck_assert_ptr_null(loginlint_preset_about(9999, 0));
    ck_assert_int_lt(loginlint_preset_field(9999), 0);
}
END_TEST

START_TEST(preflights) {
    static const uint8_t key[16] = {0};
    setup();
    IS_NULL(loginlint_service_parse(NULL, "", 0, NULL));
    IS_NULL(loginlint_service_parse(&service, NULL, 1, NULL));
    IS_NULL(loginlint_facts_parse(NULL, "", 0, NULL));
    IS_NULL(loginlint_facts_parse(&facts, NULL, 1, NULL));
    IS_NULL(loginlint_facts_now(NULL, "", 0, NULL));
    IS_NULL(loginlint_facts_now(&facts, NULL, 1, NULL));
    IS_NULL(loginlint_preflight(&service, NULL, &advice));
    IS_NULL(loginlint_preflight(&service, &facts, NULL));
    setup();
    IS_NULL(loginlint_advice_message(NULL, 0, 0, out, 9));
    IS_NULL(loginlint_advice_message(&advice, 0, 0, NULL, 9));
    IS_NULL(loginlint_advice_next(NULL, 0, 0, out, 9));
    IS_NULL(loginlint_advice_next(&advice, 0, 0, NULL, 9));
    IS_NULL(loginlint_advice_json(NULL, 0, out, 9));
    IS_NULL(loginlint_advice_json(&advice, 0, NULL, 9));
    IS_UNKNOWN(loginlint_advice_message(&advice, advice.count, 0, out, 9));
    IS_UNKNOWN(loginlint_advice_next(&advice, advice.count, 0, out, 9));
    IS_UNKNOWN(loginlint_advice_message(&advice, 0, 99, out, 9));
    IS_UNKNOWN(loginlint_advice_json(&advice, 99, out, 9));
    advice.size++;
    IS_SIZE(loginlint_advice_message(&advice, 0, 0, out, 9));
    IS_SIZE(loginlint_advice_next(&advice, 0, 0, out, 9));
    IS_SIZE(loginlint_advice_json(&advice, 0, out, 9));
    service.size++;
    IS_SIZE(loginlint_preflight(&service, &facts, &advice));
    setup();
    facts.size++;
    IS_SIZE(loginlint_preflight(&service, &facts, &advice));
    IS_SIZE(loginlint_facts_now(&facts, "", 0, NULL));
    IS_NULL(loginlint_tag(NULL, id, N, id, N, out));
    IS_NULL(loginlint_tag(key, NULL, N, id, N, out));
    IS_NULL(loginlint_tag(key, id, N, NULL, N, out));
    IS_NULL(loginlint_tag(key, id, N, id, N, NULL));
    ck_assert_int_eq(loginlint_tag(key, NULL, 0, NULL, 0, out), 0);
    IS_NULL(loginlint_tag_compare(NULL, out));
    IS_NULL(loginlint_tag_compare(out, NULL));
}
END_TEST

/* A character is never cut: every room from 0 to the need. */
START_TEST(rooms) {
    static const char value[] = "\xEF\xBC\xA1\xE3\x80\x80\xEF\xBC\xA2";
    loginlint_policy password;
    uint32_t room, length, language;
    int32_t need;
    ck_assert_int_eq(loginlint_policy_init(&password, LOGINLINT_FIELD_PASSWORD), 0);
    ck_assert_int_eq(loginlint_check(&password, NULL, (const uint8_t *)value, 9, &report), 0);
    for (language = 0; language < 2; language++) {
        need = loginlint_message(&report, 0, language, NULL, 0);
        ck_assert_int_gt(need, 0);
        for (room = 0; room <= (uint32_t)need + 1; room++) {
            memset(out, 0xA5, sizeof out);
            ck_assert_int_eq(loginlint_message(&report, 0, language, out, room), need);
            ck_assert_uint_eq(out[room], 0xA5);
            for (length = room < (uint32_t)need ? room : (uint32_t)need; length > 0 && out[length - 1] == 0; length--)
                ;
            while (length > 0 && (out[length - 1] & 0xC0) == 0x80)
                length--;
            ck_assert(length == 0 || out[length - 1] < 0x80 || out[length - 1] >= 0xC2);
        }
    }
}
END_TEST

/* The last size that is read, and the first that is not, in bytes of UTF-8 from both entries. */
START_TEST(the_limit) {
    static uint8_t bytes[LOGINLINT_INPUT_MAX + 3];
    static uint16_t units[LOGINLINT_INPUT_MAX + 1];
    uint32_t n, large;
    setup();
    for (n = LOGINLINT_INPUT_MAX - 1; n <= LOGINLINT_INPUT_MAX + 1; n++) {
        memset(bytes, 'a', n);
        for (large = 0; large < n; large++)
            units[large] = 'a';
        large = n > LOGINLINT_INPUT_MAX;
        ck_assert_int_eq(loginlint_check(&policy, NULL, bytes, n, &report), 0);
        ck_assert_uint_eq(report.diagnostics[0].code, large ? LOGINLINT_CODE_TOO_LARGE : LOGINLINT_CODE_TOO_LONG);
        ck_assert_uint_eq(report.input_length, n);
        ck_assert_int_eq(loginlint_check_utf16(&policy, NULL, units, n, &report), 0);
        ck_assert_uint_eq(report.diagnostics[0].code, large ? LOGINLINT_CODE_TOO_LARGE : LOGINLINT_CODE_TOO_LONG);
        units[n - 3] = 0x3042; /* three bytes in one unit: n - 2 units are as many bytes */
        ck_assert_int_eq(loginlint_check_utf16(&policy, NULL, units, n - 2, &report), 0);
        ck_assert_int_eq(report.diagnostics[0].code == LOGINLINT_CODE_TOO_LARGE, (int)large);
    }
}
END_TEST

/* Records that no function of the library makes: each member that an index or a calendar relies on, just outside. */
START_TEST(damaged_reports) {
    setup();
    report.count = LOGINLINT_DIAGNOSTICS_MAX + 1;
    IS_UNKNOWN(loginlint_fix(&report, LOGINLINT_DIAGNOSTICS_MAX, id, N, out, 9));
    IS_UNKNOWN(loginlint_message(&report, LOGINLINT_DIAGNOSTICS_MAX, 0, out, 9));
    setup();
    report.diagnostics[report.count] = report.diagnostics[0]; /* beyond the count: nobody looks */
    IS_UNKNOWN(loginlint_message(&report, report.count, 0, out, sizeof out));
    IS_UNKNOWN(loginlint_fix(&report, report.count, id, N, out, sizeof out));
    report.count = LOGINLINT_DIAGNOSTICS_MAX + 9;
    IS_UNKNOWN(loginlint_message(&report, LOGINLINT_DIAGNOSTICS_MAX, 0, out, sizeof out));
    IS_UNKNOWN(loginlint_message(&report, LOGINLINT_DIAGNOSTICS_MAX + 8, 0, out, sizeof out));
    memcpy((uint8_t *)&report + sizeof report.diagnostics + offsetof(loginlint_report, diagnostics), report.diagnostics,
           sizeof report.diagnostics[0]); /* a good one where there is no place for it */
    IS_UNKNOWN(loginlint_message(&report, LOGINLINT_DIAGNOSTICS_MAX, 0, out, sizeof out));
    setup();
    report.text_length = LOGINLINT_TEXT_MAX + 1;
    IS_UNKNOWN(loginlint_json(&report, NULL, NULL, id, N, 0, 0, out, sizeof out));
    setup();
    report.diagnostics[0].fix_length = 2;
    report.diagnostics[0].fix_at = LOGINLINT_POOL_MAX - 1;
    ck_assert_int_gt(loginlint_message(&report, 0, 0, out, sizeof out), 0); /* without the fix */
    report.diagnostics[0].fix_length = LOGINLINT_POOL_MAX + 1;
    ck_assert_int_gt(loginlint_message(&report, 0, 0, out, sizeof out), 0);
    setup();
    policy.abi++;
    IS_SIZE(loginlint_policy_print(&policy, (char *)out, 9));
}
END_TEST

/* Half a pair at the end, and the other half behind it. */
START_TEST(units_beyond_the_end) {
    static const uint16_t pair[] = {'a', 0xD83D, 0xDE00};
    setup();
    ck_assert_int_eq(loginlint_check_utf16(&policy, NULL, pair, 2, &report), 0);
    ck_assert_uint_eq(report.wellformed, 0);
    ck_assert_uint_eq(report.diagnostics[0].code, LOGINLINT_CODE_INVALID_ENCODING);
    ck_assert_int_eq(loginlint_candidates_find_utf16(&policy, NULL, pair, 2, &candidates), 0);
    ck_assert_uint_eq(candidates.count, 0);
}
END_TEST

/* Three bytes among kana, which a short way reads: with a trail byte beyond its range they are no character. */
START_TEST(three_bytes_of_noise) {
    static const uint8_t trail[] = {0x3F, 0x40, 0x7F, 0x80, 0x81, 0xBF, 0xC0, 0xC1, 0xFF};
    uint8_t value[] = "\xE3\x81\x82???\xE3\x81\x82";
    uint32_t field, lead, i, k, well;
    setup();
    for (field = LOGINLINT_FIELD_LOGIN_ID; field <= LOGINLINT_FIELD_PIN; field++) {
        ck_assert_int_eq(loginlint_policy_init(&policy, field), 0);
        for (lead = 0xE1; lead <= 0xEF; lead++)
            for (i = 0; i < sizeof trail; i++)
                for (k = 0; k < sizeof trail; k++) {
                    value[3] = (uint8_t)lead;
                    value[4] = trail[i];
                    value[5] = trail[k];
                    well = (trail[i] & 0xC0) == 0x80 && (trail[k] & 0xC0) == 0x80 && (lead != 0xED || trail[i] < 0xA0);
                    ck_assert_int_eq(loginlint_check(&policy, NULL, value, sizeof value - 1, &report), 0);
                    ck_assert_msg(report.wellformed == well, "%02X %02X %02X", lead, trail[i], trail[k]);
                }
    }
}
END_TEST

/* A fix that is no text: every byte of it becomes U+FFFD, and none is cut. */
START_TEST(a_fix_of_noise) {
    static const uint8_t full[] = "\xEF\xBD\x94";
    uint32_t capacity, k;
    setup();
    ck_assert_int_eq(loginlint_check(&policy, &context, full, 3, &report), 0);
    ck_assert_uint_eq(report.diagnostics[0].fix_length, 1);
    memset(report.pool, 0x80, 8);
    report.diagnostics[0].fix_length = 8;
    for (capacity = 0; capacity <= 24; capacity++) {
        memset(out, 0xAA, 32);
        ck_assert_int_eq(loginlint_fix(&report, 0, full, 3, out, capacity), 24);
        for (k = 0; k < capacity; k++)
            ck_assert_uint_eq(out[k], k < capacity / 3 * 3 ? "\xEF\xBF\xBD"[k % 3] & 0xFF : 0);
        ck_assert_uint_eq(out[capacity], 0xAA);
    }
}
END_TEST

START_TEST(damaged_advice) {
    static const uint32_t beyond[][2] = {{0, 0x80000000u}, {0, 0x7FFFFFFFu}, {0xFFFFFFFFu, 0xFFFFFFFFu}};
    uint32_t i;
    for (i = 0; i < 3; i++) {
        setup();
        advice.item[0].until[0] = beyond[i][0];
        advice.item[0].until[1] = beyond[i][1];
        IS_UNKNOWN(loginlint_advice_message(&advice, 0, 0, out, sizeof out));
        IS_UNKNOWN(loginlint_advice_next(&advice, 0, 1, out, sizeof out));
        IS_UNKNOWN(loginlint_advice_json(&advice, 0, out, sizeof out));
    }
    setup();
    advice.item[0].severity = LOGINLINT_SEVERITY_ERROR + 1;
    IS_UNKNOWN(loginlint_advice_json(&advice, 0, out, sizeof out));
    setup();
    memset(&advice.item[advice.count], 0xFF, sizeof advice.item[0]); /* beyond the count: nobody looks */
    ck_assert_int_gt(loginlint_advice_json(&advice, 0, out, sizeof out), 0);
    setup();
    advice.verdict = LOGINLINT_PREFLIGHT_GO + 1;
    IS_UNKNOWN(loginlint_advice_json(&advice, 0, out, sizeof out));
    setup();
    advice.item[0].code = 999;
    IS_UNKNOWN(loginlint_advice_message(&advice, 0, 0, out, sizeof out));
    setup();
    advice.count = LOGINLINT_ADVICE_MAX + 1;
    IS_UNKNOWN(loginlint_advice_json(&advice, 0, out, sizeof out));
    for (i = 0; i < 2; i++) {
        setup();
        advice.utc_offset = i ? 1440 : -1440;
        IS_UNKNOWN(loginlint_advice_json(&advice, 0, out, sizeof out));
        advice.utc_offset = i ? 1439 : -1439;
        ck_assert_int_gt(loginlint_advice_json(&advice, 0, out, sizeof out), 0);
        service.offset_given = 1;
        service.utc_offset = i ? 1440 : -1440;
        IS_UNKNOWN(loginlint_preflight(&service, &facts, &advice));
        service.utc_offset = i ? 1439 : -1439;
        ck_assert_int_eq(loginlint_preflight(&service, &facts, &advice), 0);
    }
    service.count = LOGINLINT_WINDOWS_MAX + 1;
    IS_UNKNOWN(loginlint_preflight(&service, &facts, &advice));
    setup();
    facts.now[1] = 0x80000000u;
    IS_UNKNOWN(loginlint_preflight(&service, &facts, &advice));
}
END_TEST

/* NULL is as good as any address of nothing. */
START_TEST(nothing_at_null) {
    static loginlint_candidates none;
    setup();
    ck_assert_int_eq(loginlint_context_parse(&context, NULL, 0, NULL), 0);
    ck_assert_int_eq(loginlint_facts_now(&facts, "2026-11-23T06:30:00+09:00", 25, NULL), 0);
    ck_assert_int_lt(loginlint_facts_now(&facts, NULL, 0, NULL), 0); /* no time is no date */
    ck_assert_int_eq(loginlint_facts_parse(&facts, NULL, 0, NULL), 0);
    ck_assert_int_eq(loginlint_service_parse(&service, NULL, 0, NULL), 0);
    none.size = sizeof none;
    ck_assert_int_eq(loginlint_candidates_find(&policy, NULL, NULL, 0, &none), 0);
    ck_assert_uint_eq(none.count, 0);
    ck_assert_int_eq(loginlint_candidates_find_utf16(&policy, NULL, NULL, 0, &none), 0);
    ck_assert_int_eq(loginlint_check(&policy, NULL, NULL, 0, &report), 0);
    ck_assert_uint_eq(report.diagnostics[0].code, LOGINLINT_CODE_EMPTY);
    ck_assert_int_eq(loginlint_fix(&report, 0, NULL, 0, NULL, 0), 0);
}
END_TEST

/* The fix of a password is made from whatever input is given: one that was not checked is no reason to read beyond it.
 */
START_TEST(fixes_of_another_input) {
    static const struct {
        const char *checked, *given, *want;
    } rows[] = {
        {"\xEF\xBD\x81", "abc", "abc"},                   /* full-width before, ASCII now */
        {"\xEF\xBD\x81", "\xE3\x81\x82", "\xE3\x81\x82"}, /* what no fold knows stays */
        {"\xEF\xBD\x81",
         "\xFF"
         "bc",
         "\xEF\xBF\xBD"
         "bc"},
        {"\xEF\xBD\x81", "a", "a"}, /* shorter than the span */
        {"\xEF\xBD\x81", "", ""},
    };
    loginlint_policy password;
    uint32_t i;
    setup();
    ck_assert_int_eq(loginlint_policy_init(&password, LOGINLINT_FIELD_PASSWORD), 0);
    for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int32_t n;
        ck_assert_int_eq(loginlint_check(&password, NULL, (const uint8_t *)rows[i].checked,
                                         (uint32_t)strlen(rows[i].checked), &report),
                         0);
        ck_assert_uint_eq(report.diagnostics[0].code, LOGINLINT_CODE_FULLWIDTH_FORM);
        n = loginlint_fix(&report, 0, (const uint8_t *)rows[i].given, (uint32_t)strlen(rows[i].given), out, sizeof out);
        ck_assert_int_eq(n, (int)strlen(rows[i].want));
        ck_assert_mem_eq(out, rows[i].want, (size_t)n);
    }
    ck_assert_int_eq(loginlint_policy_parse(&password, "case: lower", 11, NULL), 0);
    ck_assert_int_eq(loginlint_check(&password, NULL, (const uint8_t *)"abCD", 4, &report), 0);
    ck_assert_uint_eq(report.diagnostics[0].code, LOGINLINT_CODE_LETTER_CASE);
    ck_assert_int_eq(loginlint_fix(&report, 0, (const uint8_t *)"abcD", 4, out, sizeof out), 2);
    ck_assert_mem_eq(out, "cd", 2);
    ck_assert_int_eq(loginlint_policy_parse(&password, "case: upper", 11, NULL), 0);
    ck_assert_int_eq(loginlint_check(&password, NULL, (const uint8_t *)"ABcd", 4, &report), 0);
    ck_assert_int_eq(loginlint_fix(&report, 0, (const uint8_t *)"ABC9", 4, out, sizeof out), 2);
    ck_assert_mem_eq(out, "C9", 2);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("misuse");
    TCase *misuse = tcase_create("misuse");
    tcase_add_test(misuse, policies);
    tcase_add_test(misuse, checks);
    tcase_add_test(misuse, causes);
    tcase_add_test(misuse, nothing_of_an_earlier_answer);
    tcase_add_test(misuse, contexts);
    tcase_add_test(misuse, large_while_composing);
    tcase_add_test(misuse, fixes_and_words);
    tcase_add_test(misuse, preflights);
    tcase_add_test(misuse, rooms);
    tcase_add_test(misuse, the_limit);
    tcase_add_test(misuse, damaged_reports);
    tcase_add_test(misuse, units_beyond_the_end);
    tcase_add_test(misuse, three_bytes_of_noise);
    tcase_add_test(misuse, a_fix_of_noise);
    tcase_add_test(misuse, damaged_advice);
    tcase_add_test(misuse, nothing_at_null);
    tcase_add_test(misuse, fixes_of_another_input);
    suite_add_tcase(suite, misuse);
    return run_suite(suite);
}
