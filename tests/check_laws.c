/* SPDX-License-Identifier: MIT */
/* check_laws.c - the laws that every answer obeys, on random values (DESIGN: an edit list is the one truth).
 *
 *   applying the safe fixes to the input gives `text`; checking `text` again gives no safe fix, the same text, and
 *   `pass` where the verdict was `fixed`; safe fixes never overlap; spans lie on code-point boundaries and agree in all
 *   units; the UTF-8 and UTF-16 entries give the same record; a secret's report depends on character classes alone;
 *   scratch is zero after the call; candidates satisfy the policy and are few, different and not the input.
 */
#include "check/check.h"
#include "check/fast_path.h"
#include "must.h"
#include "random_value.h"
#include "suite.h"
#include <loginlint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 20000 };

static const char *const field_names[] = {"login-id", "password", "card-number", "pin"};
static const char *const rule_strings[] = {
    "",
    "",
    "charset: unicode",
    "hyphens: require; groups: 4-4-4-4",
    "hyphens: forbid",
    "hyphens: ignore",
    "digits: 8; groups: 4-4; hyphens: require",
    "digits: 4-8",
    "case: lower",
    "case: upper",
    "fold: suggest",
    "fold: off",
    "spaces: keep",
    "minlength: 8; maxlength: 12",
    "allowed: lower, digit",
    "max-consecutive: 2; required: digit",
    "groups: 3-3; hyphens: require",
};
static const char *const context_strings[] = {
    "", "", "stage: submit", "caps-lock: on", "failures: 2", "keyboard: touch", "composing: yes"};

static void make_policy(loginlint_policy *policy, uint32_t field, const char *rules) {
    if (loginlint_policy_init(policy, field) != 0)
        abort();
    if (loginlint_policy_parse(policy, rules, (uint32_t)strlen(rules), NULL) != 0)
        loginlint_policy_init(policy, field); /* not every rule suits every field */
}

static int by_start(const void *a, const void *b) {
    const loginlint_diagnostic *x = *(const loginlint_diagnostic *const *)a,
                               *y = *(const loginlint_diagnostic *const *)b;
    if (x->byte[0] != y->byte[0])
        return x->byte[0] < y->byte[0] ? -1 : 1;
    return x->byte[1] < y->byte[1] ? -1 : x->byte[1] > y->byte[1];
}

/* Applies the safe fixes as a caller would; returns the bytes, fails the test on an overlap. */
static uint32_t apply_safe(const loginlint_report *r, const struct value *v, uint8_t *out) {
    const loginlint_diagnostic *safe[LOGINLINT_DIAGNOSTICS_MAX];
    uint32_t count = 0, i, at = 0, n = 0;
    for (i = 0; i < r->count; i++)
        if (r->diagnostics[i].level == LOGINLINT_LEVEL_SAFE)
            safe[count++] = &r->diagnostics[i];
    qsort(safe, count, sizeof safe[0], by_start);
    for (i = 0; i < count; i++) {
        MUST(safe[i]->byte[0] >= at, "safe fixes overlap at %u", safe[i]->byte[0]);
        memcpy(out + n, v->bytes + at, safe[i]->byte[0] - at);
        n += safe[i]->byte[0] - at;
        memcpy(out + n, r->pool + safe[i]->fix_at, safe[i]->fix_length);
        n += safe[i]->fix_length;
        at = safe[i]->byte[1];
    }
    memcpy(out + n, v->bytes + at, v->n - at);
    return n + v->n - at;
}

/* The value under test, printed at exit when a law did not hold. */
static struct {
    uint32_t field, going;
    const char *rules, *context;
    const struct value *value;
} now;

static void show(void) {
    uint32_t i;
    if (!now.going)
        return;
    fprintf(stderr, "a law does not hold: %s [%s] [%s]:", field_names[now.field], now.rules, now.context);
    for (i = 0; i < now.value->m; i++)
        fprintf(stderr, " %04X", now.value->units[i]);
    fputc('\n', stderr);
}

static loginlint_report report, again, twin;
static loginlint_candidates found;

static void check_fixes(const loginlint_policy *policy, const loginlint_context *context, const struct value *v) {
    static uint8_t fixed[ROOM];
    uint32_t n = apply_safe(&report, v, fixed);
    if (!report.changed) {
        HOLDS(n == v->n);
        HOLDS(memcmp(fixed, v->bytes, n) == 0);
        return;
    }
    HOLDS(n == report.text_length);
    HOLDS(memcmp(fixed, report.text, n) == 0);
    HOLDS((loginlint_check(policy, context, fixed, n, &again)) == 0);
    MUST(!again.changed, "text is not stable");
    if (report.verdict == LOGINLINT_VERDICT_FIXED)
        HOLDS(again.verdict == LOGINLINT_VERDICT_PASS);
}

static void check_spans(const struct value *v) {
    uint32_t i, e, at, units, chars;
    for (i = 0; i < report.count; i++) {
        const loginlint_diagnostic *d = &report.diagnostics[i];
        HOLDS(d->byte[0] <= d->byte[1] && d->byte[1] <= v->n);
        for (e = 0; e < 2; e++) {
            for (at = units = chars = 0; at < d->byte[e]; at++)
                if ((v->bytes[at] & 0xC0) != 0x80) {
                    chars++;
                    units += v->bytes[at] >= 0xF0 ? 2 : 1;
                }
            HOLDS(at == v->n || (v->bytes[at] & 0xC0) != 0x80);
            HOLDS(d->utf16[e] == units);
            HOLDS(d->character[e] == chars);
        }
    }
}

static void check_twin(const loginlint_policy *policy, const loginlint_context *context, const struct value *v) {
    HOLDS((loginlint_check_utf16(policy, context, v->units, v->m, &twin)) == 0);
    HOLDS(memcmp(&report, &twin, report.header + report.count * report.stride) == 0);
    HOLDS(memcmp(report.text, twin.text, report.text_length) == 0);
}

/* The short way (fast_path.c) says what the long way says, record for record. */
static uint32_t short_ways;
static void check_short_way(const loginlint_policy *policy, const loginlint_context *context, const struct value *v) {
    struct ll_check check;
    loginlint__start(&check, policy, context, &again);
    if (!loginlint__plain_utf8(check.policy, check.context, v->bytes, v->n, &again))
        return;
    short_ways++;
    loginlint__start(&check, policy, context, &twin);
    loginlint__long_way(&check, v->bytes, v->n);
    HOLDS(memcmp(&again, &twin, twin.header + twin.count * twin.stride) == 0);
    HOLDS(memcmp(again.text, twin.text, twin.text_length) == 0);
    HOLDS(memcmp(again.display, twin.display, twin.display_length) == 0);
}

static void check_scratch(void) {
    uint32_t i;
    for (i = 0; i < sizeof report.work / sizeof report.work[0]; i++)
        HOLDS(report.work[i] == 0);
}

/* What a record held before is no part of the answer: code points, units and bytes that would be read as part of a
 * value. */
static void spoil(void *record, size_t size) {
    static const uint32_t words[] = {0, '@', '1', '-', 0x3042, 0xFF11, 0x68686868, 0xFFFFFFFF};
    uint32_t *word = record, with = words[below(sizeof words / sizeof words[0])];
    size_t i;
    for (i = 0; i < size / sizeof *word; i++)
        word[i] = with;
}

static void check_candidates(const loginlint_policy *policy, const loginlint_context *context, const struct value *v) {
    static loginlint_candidates clean;
    uint32_t i, k;
    spoil(&found, sizeof found);
    found.allowed = 0;
    HOLDS((loginlint_candidates_find(policy, context, v->bytes, v->n, &found)) == 0);
    if (below(8) == 0) {
        HOLDS((loginlint_candidates_find(policy, context, v->bytes, v->n, &clean)) == 0);
        HOLDS(memcmp(&found, &clean, sizeof clean) == 0);
    }
    HOLDS(found.count <= LOGINLINT_CANDIDATES_MAX);
    if (report.quiet)
        HOLDS(found.count == 0);
    for (i = 0; i < found.count; i++) {
        const loginlint_candidate *c = &found.candidate[i];
        HOLDS(c->length != v->n || memcmp(c->text, v->bytes, v->n) != 0);
        for (k = 0; k < i; k++)
            HOLDS(c->length != found.candidate[k].length || memcmp(c->text, found.candidate[k].text, c->length) != 0);
        HOLDS((loginlint_check(policy, context, c->text, c->length, &again)) == 0);
        MUST(again.valid, "candidate %.*s is not valid", (int)c->length, (const char *)c->text);
    }
}

static void one_round(void) {
    static struct value v;
    loginlint_policy policy;
    loginlint_context context;
    uint32_t field = below(4), look = below(64) == 0;
    const char *rules = rule_strings[below(sizeof rule_strings / sizeof rule_strings[0])];
    const char *facts = context_strings[below(sizeof context_strings / sizeof context_strings[0])];
    make_policy(&policy, field, rules);
    HOLDS((loginlint_context_parse(&context, facts, (uint32_t)strlen(facts), NULL)) == 0);
    random_value(&v);
    now.field = field, now.rules = rules, now.context = facts, now.value = &v, now.going = 1;
    if (look)
        memset(&report, 0, sizeof report);
    else
        spoil(&report, sizeof report);
    HOLDS((loginlint_check(&policy, &context, v.bytes, v.n, &report)) == 0);
    if (look)
        check_scratch();
    if (v.n > LOGINLINT_INPUT_MAX) {
        HOLDS(report.diagnostics[0].code == LOGINLINT_CODE_TOO_LARGE);
        now.going = 0;
        return;
    }
    HOLDS(report.wellformed == 1);
    check_fixes(&policy, &context, &v);
    check_spans(&v);
    check_short_way(&policy, &context, &v);
    check_twin(&policy, &context, &v);
    check_candidates(&policy, &context, &v);
    now.going = 0;
}

START_TEST(laws_hold) {
    uint32_t i;
    memset(&report, 0, sizeof report);
    for (i = 0; i < ROUNDS; i++)
        one_round();
    ck_assert_msg(short_ways > ROUNDS / 50, "only %u values took the short way", short_ways);
}
END_TEST

/* Secrets whose characters are of the same classes give the same record. */
START_TEST(secrets_alike) {
    loginlint_policy policy;
    uint32_t round, i, n;
    uint8_t a[16], b[16];
    make_policy(&policy, LOGINLINT_FIELD_PASSWORD, "");
    for (round = 0; round < 20000; round++) {
        n = 1 + below(14);
        for (i = 0; i < n; i++)
            switch (below(3)) {
            case 0:
                a[i] = (uint8_t)('a' + below(26)), b[i] = (uint8_t)('a' + below(26));
                break;
            case 1:
                a[i] = (uint8_t)('A' + below(26)), b[i] = (uint8_t)('A' + below(26));
                break;
            default:
                a[i] = (uint8_t)('0' + below(10)), b[i] = (uint8_t)('0' + below(10));
                break;
            }
        HOLDS((loginlint_check(&policy, NULL, a, n, &report)) == 0);
        HOLDS((loginlint_check(&policy, NULL, b, n, &twin)) == 0);
        HOLDS(memcmp(&report, &twin, report.header + report.count * report.stride) == 0);
    }
}
END_TEST

/* Far more findings than places: the last safe diagnostic covers the rest. */
START_TEST(overflow_keeps_the_law) {
    static struct value v;
    loginlint_policy policy;
    uint32_t i, field;
    for (field = 0; field < 4; field++) {
        make_policy(&policy, field, "");
        v.n = v.m = 0;
        for (i = 0; i < 240; i++) {
            put(&v, 0xFF11 + i % 3);
            put(&v, '1');
        }
        ck_assert_int_eq(loginlint_check(&policy, NULL, v.bytes, v.n, &report), 0);
        ck_assert_uint_eq(report.count <= LOGINLINT_DIAGNOSTICS_MAX, 1);
        ck_assert_uint_ge(report.total, report.count);
        check_fixes(&policy, NULL, &v);
    }
}
END_TEST

/* Groups of four are written a word at a time: never more than they have. */
START_TEST(display_ends_at_its_length) {
    static const char *const cards[] = {
        "4111111111111111", "378282246310005", "30569309025904", "4111-1111-1111-1111", "4111", "41111111", "1"};
    loginlint_policy policy;
    uint32_t i, k;
    ck_assert_int_eq(loginlint_policy_init(&policy, LOGINLINT_FIELD_CARD_NUMBER), 0);
    for (i = 0; i < sizeof cards / sizeof cards[0]; i++) {
        memset(report.display, 0xA5, sizeof report.display);
        ck_assert_int_eq(loginlint_check(&policy, NULL, (const uint8_t *)cards[i], (uint32_t)strlen(cards[i]), &report),
                         0);
        ck_assert_uint_ge(report.display_length, strlen(cards[i]));
        for (k = report.display_length; k < sizeof report.display; k++)
            ck_assert_uint_eq(report.display[k], 0xA5);
    }
}
END_TEST

/* Of forms of several characters only a digit's full stop is left out where digits belong. */
START_TEST(a_full_stop_goes_with_its_digit_alone) {
    static const struct {
        const char *text, *fix;
    } cases[] = {{"12\xE2\x92\x88", "1"},  {"12\xE2\x92\x9B", "20"},  {"12\xE2\x80\xA6", "..."},
                 {"12\xE2\x80\xA5", ".."}, {"12\xE3\x8F\x87", "Co."}, {"12\xE2\x91\xB4", "(1)"}};
    loginlint_policy policy;
    uint32_t i, k;
    ck_assert_int_eq(loginlint_policy_init(&policy, LOGINLINT_FIELD_PIN), 0);
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const loginlint_diagnostic *d = NULL;
        ck_assert_int_eq(loginlint_check(&policy, NULL, (const uint8_t *)cases[i].text, 5, &report), 0);
        for (k = 0; k < report.count && !d; k++)
            if (report.diagnostics[k].code == LOGINLINT_CODE_COMPATIBILITY_FORM)
                d = &report.diagnostics[k];
        ck_assert_ptr_nonnull(d);
        ck_assert_uint_eq(d->fix_length, strlen(cases[i].fix));
        ck_assert_mem_eq(report.pool + d->fix_at, cases[i].fix, d->fix_length);
    }
}
END_TEST

START_TEST(misuse_is_a_negative_return) {
    loginlint_policy policy;
    loginlint_context context;
    make_policy(&policy, 0, "");
    loginlint_context_init(&context);
    ck_assert_int_eq(loginlint_check(NULL, NULL, (const uint8_t *)"a", 1, &report), -(int)LOGINLINT_ERROR_NULL_POINTER);
    ck_assert_int_eq(loginlint_check(&policy, NULL, NULL, 1, &report), -(int)LOGINLINT_ERROR_NULL_POINTER);
    ck_assert_int_eq(loginlint_check(&policy, NULL, NULL, 0, &report), 0);
    ck_assert_int_eq(loginlint_check(&policy, NULL, (const uint8_t *)"a", 1, NULL), -(int)LOGINLINT_ERROR_NULL_POINTER);
    ck_assert_int_eq(loginlint_policy_init(&policy, 4), -(int)LOGINLINT_ERROR_UNKNOWN_VALUE);
    make_policy(&policy, 0, "");
    policy.size--;
    ck_assert_int_eq(loginlint_check(&policy, NULL, (const uint8_t *)"a", 1, &report),
                     -(int)LOGINLINT_ERROR_RECORD_SIZE);
    policy.size++;
    context.size++;
    ck_assert_int_eq(loginlint_check(&policy, &context, (const uint8_t *)"a", 1, &report),
                     -(int)LOGINLINT_ERROR_RECORD_SIZE);
    ck_assert_uint_eq(loginlint_sizeof(LOGINLINT_RECORD_REPORT), sizeof report);
    ck_assert_uint_eq(loginlint_sizeof(99), 0);
    ck_assert_uint_eq(loginlint_abi(), LOGINLINT_ABI);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("laws");
    TCase *laws = tcase_create("laws");
    int failed;
    tcase_set_timeout(laws, 600);
    tcase_add_test(laws, misuse_is_a_negative_return);
    tcase_add_test(laws, a_full_stop_goes_with_its_digit_alone);
    tcase_add_test(laws, display_ends_at_its_length);
    tcase_add_test(laws, overflow_keeps_the_law);
    tcase_add_test(laws, secrets_alike);
    tcase_add_test(laws, laws_hold);
    suite_add_tcase(suite, laws);
    failed = run_suite(suite);
    show();
    return failed;
}
