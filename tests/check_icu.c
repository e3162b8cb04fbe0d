/* SPDX-License-Identifier: MIT */
/* check_icu.c - the companion: every kind of refusal with its span, mappings as fixes, what is decided and what stays
 * skipped, a password that is never changed, and the law of fixes over random values.
 */
#include "loginlint.h"
#include "must.h"
#include "random.h"
#include "suite.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unicode/uclean.h>
#include <unicode/utypes.h>

static loginlint_policy policy;
static loginlint_context context;
static loginlint_report report;

static void rules(uint32_t field, const char *text) {
    loginlint_where where;
    ck_assert_int_eq(loginlint_policy_init(&policy, field), 0);
    ck_assert_int_eq(loginlint_policy_parse(&policy, text, (uint32_t)strlen(text), &where), 0);
}

static void check(const char *value) {
    ck_assert_int_eq(loginlint_icu_check(&policy, NULL, (const uint8_t *)value, (uint32_t)strlen(value), &report), 0);
}

static const loginlint_diagnostic *find(uint32_t code) {
    uint32_t i;
    for (i = 0; i < report.count; i++)
        if (report.diagnostics[i].code == code)
            return &report.diagnostics[i];
    return NULL;
}

/* One row of what must be found in a login ID. */
static const struct expected {
    const char *rules, *value;
    uint32_t verdict, code, from, to, table; /* characters; the reason or the condition */
} expected[] = {
    {"charset: unicode", "ab\u265a", LOGINLINT_VERDICT_PASS, LOGINLINT_CODE_DISALLOWED, 2, 3, LOGINLINT_REASON_SYMBOLS},
    {"charset: unicode", "\u05d0a", LOGINLINT_VERDICT_ASK, LOGINLINT_CODE_BIDI_RULE, 1, 2, 2},
    {"charset: unicode", "caf\u00e9", LOGINLINT_VERDICT_PASS, 0, 0, 0, 0},
    {"charset: unicode", "cafe\u0301", LOGINLINT_VERDICT_FIXED, LOGINLINT_CODE_NORMALIZATION, 3, 5, 0},
    {"charset: unicode; profile: username-casepreserved", "ab\u265a", LOGINLINT_VERDICT_FAIL, LOGINLINT_CODE_DISALLOWED,
     2, 3, LOGINLINT_REASON_SYMBOLS},
    {"charset: unicode; profile: username-casepreserved", "henry\u2163", LOGINLINT_VERDICT_FAIL,
     LOGINLINT_CODE_DISALLOWED, 5, 6, LOGINLINT_REASON_HAS_COMPAT},
    {"charset: unicode", "\u1100\u1161\u1100", LOGINLINT_VERDICT_FAIL, LOGINLINT_CODE_DISALLOWED, 2, 3,
     LOGINLINT_REASON_OLD_HANGUL_JAMO},
    {"charset: unicode", "a\u00b7b", LOGINLINT_VERDICT_FAIL, LOGINLINT_CODE_DISALLOWED, 1, 2, LOGINLINT_REASON_CONTEXT},
    {"charset: unicode", "l\u00b7l", LOGINLINT_VERDICT_PASS, 0, 0, 0, 0},
    {"charset: unicode; profile: username-casepreserved", "a\u2025", LOGINLINT_VERDICT_FAIL, LOGINLINT_CODE_DISALLOWED,
     1, 2, LOGINLINT_REASON_HAS_COMPAT},
    {"charset: unicode", "a\u0640", LOGINLINT_VERDICT_FAIL, LOGINLINT_CODE_DISALLOWED, 1, 2,
     LOGINLINT_REASON_EXCEPTION},
    {"charset: unicode; profile: username-casepreserved", "\u05d0a", LOGINLINT_VERDICT_FAIL, LOGINLINT_CODE_BIDI_RULE,
     1, 2, 2},
    {"charset: unicode; profile: username-casepreserved", "a\u05d0", LOGINLINT_VERDICT_FAIL, LOGINLINT_CODE_BIDI_RULE,
     1, 2, 5},
    {"charset: unicode; profile: username-casepreserved", "1\u05d0", LOGINLINT_VERDICT_FAIL, LOGINLINT_CODE_BIDI_RULE,
     0, 1, 1},
    {"charset: unicode", "\u05d0\u05d1", LOGINLINT_VERDICT_PASS, 0, 0, 0, 0},
    {"charset: unicode", "p\u0430ypal", LOGINLINT_VERDICT_ASK, LOGINLINT_CODE_MIXED_SCRIPT, 1, 2, 0},
    {"charset: unicode", "\u592a\u90cetaro", LOGINLINT_VERDICT_PASS, 0, 0, 0, 0},
    {"charset: unicode", "\u0e51x\u0967", LOGINLINT_VERDICT_ASK, LOGINLINT_CODE_MIXED_NUMBERS, 2, 3, 0},
    {"charset: unicode", "a\u0323\u0316\u0323b", LOGINLINT_VERDICT_ASK, LOGINLINT_CODE_COMBINING_SEQUENCE, 0, 4, 0},
    {"charset: unicode", "ax\u0316\u0301\u0316b", LOGINLINT_VERDICT_ASK, LOGINLINT_CODE_COMBINING_SEQUENCE, 1, 5, 0},
    {"charset: unicode", "x\u0301x\u0301", LOGINLINT_VERDICT_PASS, 0, 0, 0, 0},
    {"charset: unicode; case: lower", "\u00c9MILE", LOGINLINT_VERDICT_FIXED, LOGINLINT_CODE_LETTER_CASE, 0, 5, 0},
    {"charset: unicode; case: upper", "\u00e9", LOGINLINT_VERDICT_FIXED, LOGINLINT_CODE_LETTER_CASE, 0, 1, 0},
    {"charset: unicode; profile: username-casemapped", "\u03a3", LOGINLINT_VERDICT_FIXED, LOGINLINT_CODE_LETTER_CASE, 0,
     1, 0},
    {"charset: unicode; case: lower; fold: suggest", "\u00c9", LOGINLINT_VERDICT_ASK, LOGINLINT_CODE_LETTER_CASE, 0, 1,
     0},
    {"charset: unicode", "a\u037e", LOGINLINT_VERDICT_FAIL, LOGINLINT_CODE_NOT_ALLOWED, 1, 2, 0}, /* a semicolon */
    {"charset: unicode", "taro\u3000\u592a", LOGINLINT_VERDICT_ASK, LOGINLINT_CODE_INNER_SPACE, 4, 5, 0},
    {"charset: unicode; case: lower", "\u00c9\u3000\uff34", LOGINLINT_VERDICT_ASK, LOGINLINT_CODE_INNER_SPACE, 1, 2, 0},
    {"charset: unicode", "a\u212a", LOGINLINT_VERDICT_FIXED, LOGINLINT_CODE_NORMALIZATION, 1, 2, 0}, /* a K */
    {"charset: unicode; profile: nist", "a\u00bd\u249c", LOGINLINT_VERDICT_FAIL, LOGINLINT_CODE_NOT_ALLOWED, 2, 3, 0},
    {"charset: unicode; case: lower; fold: off", "\u00c9", LOGINLINT_VERDICT_ASK, LOGINLINT_CODE_LETTER_CASE, 0, 1, 0},
    {"charset: unicode; case: upper; profile: username-casemapped", "\u00e9", LOGINLINT_VERDICT_FIXED,
     LOGINLINT_CODE_LETTER_CASE, 0, 1, 0},
    {"charset: unicode; minlength: 2", "\u1100\u1161\u11a8", LOGINLINT_VERDICT_INCOMPLETE, LOGINLINT_CODE_TOO_SHORT, 0,
     3, 0}, /* one syllable, once it is composed */
    {"charset: unicode; profile: nickname; maxlength: 3", "\ufdfa", LOGINLINT_VERDICT_FAIL, LOGINLINT_CODE_TOO_LONG, 0,
     1, 0},
    {"charset: unicode; profile: nickname", "Taro Yamada", LOGINLINT_VERDICT_PASS, 0, 0, 0, 0},
    {"charset: unicode; profile: nickname", "a\u00a0\u3000b", LOGINLINT_VERDICT_FIXED, LOGINLINT_CODE_INNER_SPACE, 2, 3,
     0},
    {"charset: unicode; profile: nickname", "\u2163!", LOGINLINT_VERDICT_FIXED, LOGINLINT_CODE_NORMALIZATION, 0, 1, 0},
    {"charset: unicode; profile: opaque", "a  \u2163", LOGINLINT_VERDICT_PASS, 0, 0, 0, 0},
    {"charset: unicode; kind: email", "\u592a@\u4f8b\u3048.jp", LOGINLINT_VERDICT_PASS, LOGINLINT_CODE_IDNA, 2, 7,
     LOGINLINT_DOMAIN_ASCII},
    {"charset: unicode; kind: email", "taro@xn--r8jz45g.jp", LOGINLINT_VERDICT_PASS, LOGINLINT_CODE_IDNA, 5, 19, 0},
    {"charset: unicode; kind: email", "taro@XN--a.jp", LOGINLINT_VERDICT_FAIL, LOGINLINT_CODE_IDNA, 5, 10, 0},
    {"charset: unicode; kind: email", "taro@b\u00fccher\u3002jp", LOGINLINT_VERDICT_FIXED, LOGINLINT_CODE_IDNA, 5, 14,
     LOGINLINT_DOMAIN_ASCII},
    {"charset: unicode; kind: email", "taro@example.jp", LOGINLINT_VERDICT_PASS, 0, 0, 0, 0},
    {"charset: unicode; kind: email", "\u592a@xn--a.jp", LOGINLINT_VERDICT_FAIL, LOGINLINT_CODE_IDNA, 2, 7, 0},
};

START_TEST(findings) {
    const struct expected *e = &expected[_i];
    const loginlint_diagnostic *d;
    rules(LOGINLINT_FIELD_LOGIN_ID, e->rules);
    check(e->value);
    ck_assert_msg(report.verdict == e->verdict, "%s: verdict %s", e->value,
                  loginlint_name(LOGINLINT_LIST_VERDICT, report.verdict));
    ck_assert_uint_eq(report.skipped, 0);
    if (!e->code) {
        ck_assert_uint_eq(report.count, 0);
        return;
    }
    d = find(e->code);
    ck_assert_msg(d != NULL, "%s: no %s", e->value, loginlint_name(LOGINLINT_LIST_CODE, e->code));
    ck_assert_msg(d->character[0] == e->from && d->character[1] == e->to, "%s: [%u,%u)", e->value, d->character[0],
                  d->character[1]);
    if (e->table)
        ck_assert_uint_eq(d->table, e->table);
}
END_TEST

START_TEST(text_of_fixes) {
    rules(LOGINLINT_FIELD_LOGIN_ID, "charset: unicode");
    check("\uff21\u0301b\u3000"); /* a full-width A that takes an accent, and a space at the end */
    ck_assert_uint_eq(report.verdict, LOGINLINT_VERDICT_FIXED);
    ck_assert_uint_eq(report.text_length, 3);
    ck_assert_mem_eq(report.text, "\u00c1b", 3);
    ck_assert_uint_eq(find(LOGINLINT_CODE_FULLWIDTH_FORM)->level, LOGINLINT_LEVEL_NONE); /* part of the other fix */
    ck_assert_uint_eq(find(LOGINLINT_CODE_NORMALIZATION)->level, LOGINLINT_LEVEL_SAFE);
}
END_TEST

START_TEST(asked_spaces_stay) {
    rules(LOGINLINT_FIELD_LOGIN_ID, "charset: unicode; case: lower");
    check("\u00c9\u3000\uff34");
    ck_assert_uint_eq(report.text_length, 6);
    ck_assert_mem_eq(report.text, "\u00e9\u3000t", 6);
    check("taro\u3000hanako");
    ck_assert_uint_eq(report.changed, 0);
    ck_assert_ptr_null(find(LOGINLINT_CODE_NORMALIZATION));
    ck_assert_ptr_null(find(LOGINLINT_CODE_NOT_ALLOWED));
}
END_TEST

START_TEST(ascii_is_the_core) {
    static loginlint_report core;
    static const char *const values[] = {"Tanaka", "\uff34anaka", "\u0442est", "pa\u00e9", ""};
    uint32_t field, i;
    for (field = 0; field < 4; field++)
        for (i = 0; i < sizeof values / sizeof values[0]; i++) {
            memset(&core, 0, sizeof core);
            memset(&report, 0, sizeof report);
            ck_assert_int_eq(loginlint_policy_init(&policy, field), 0);
            loginlint_check(&policy, NULL, (const uint8_t *)values[i], (uint32_t)strlen(values[i]), &core);
            check(values[i]);
            ck_assert_mem_eq(&core, &report, sizeof core);
        }
}
END_TEST

START_TEST(passwords_stay) {
    static const char value[] = "pa\u3000e\u0301\u212b\ufb01";
    uint32_t i;
    rules(LOGINLINT_FIELD_PASSWORD, "allowed: unicode");
    check(value);
    ck_assert_uint_eq(report.verdict, LOGINLINT_VERDICT_PASS);
    ck_assert_uint_eq(report.changed, 0);
    ck_assert_ptr_nonnull(find(LOGINLINT_CODE_NORMALIZATION));
    rules(LOGINLINT_FIELD_PASSWORD, "allowed: unicode; profile: nist");
    check(value);
    ck_assert_uint_eq(report.changed, 0);
    ck_assert_uint_eq(find(LOGINLINT_CODE_NORMALIZATION)->character[1], 7); /* the ligature as well */
    for (i = 0; i < report.count; i++) {
        ck_assert_uint_eq(report.diagnostics[i].fix_length, 0);
        ck_assert_uint_eq(report.diagnostics[i].argument, 0);
    }
}
END_TEST

START_TEST(composing_is_left_alone) {
    rules(LOGINLINT_FIELD_LOGIN_ID, "charset: unicode");
    ck_assert_int_eq(loginlint_context_init(&context), 0);
    context.composing = 1;
    loginlint_icu_check(&policy, &context, (const uint8_t *)"e\u0301", 3, &report);
    ck_assert_uint_eq(report.verdict, LOGINLINT_VERDICT_INCOMPLETE);
    ck_assert_uint_ne(report.skipped, 0); /* not decided, and not passed */
    ck_assert_uint_eq(report.count, 0);
}
END_TEST

START_TEST(utf16_agrees) {
    static loginlint_report utf8;
    static const uint16_t value[] = {0xD835, 0xDC00, 'e', 0x301, 0x5D0}; /* a mathematical A, an accent, alef */
    rules(LOGINLINT_FIELD_LOGIN_ID, "charset: unicode");
    memset(&report, 0, sizeof report);
    memset(&utf8, 0, sizeof utf8);
    ck_assert_int_eq(loginlint_icu_check_utf16(&policy, NULL, value, 5, &utf8), 0);
    check("\U0001d400e\u0301\u05d0");
    ck_assert_mem_eq(&report, &utf8, sizeof report);
    ck_assert_int_eq(loginlint_icu_check_utf16(&policy, NULL, value, 1, &utf8), 0); /* a lone surrogate */
    ck_assert_uint_eq(utf8.wellformed, 0);
}
END_TEST

START_TEST(profile_alone) {
    loginlint_diagnostic d;
    uint8_t out[32];
    ck_assert_int_eq(loginlint_icu_profile(LOGINLINT_PROFILE_NICKNAME, (const uint8_t *)"  \ufb00  b ", 8, out, 32, &d),
                     4);
    ck_assert_mem_eq(out, "ff b", 4);
    ck_assert_int_eq(loginlint_icu_profile(LOGINLINT_PROFILE_OPAQUE, (const uint8_t *)"a\tb", 3, out, 32, &d), 0);
    ck_assert_uint_eq(d.code, LOGINLINT_CODE_DISALLOWED);
    ck_assert_uint_eq(d.table, LOGINLINT_REASON_CONTROLS);
    ck_assert_uint_eq(d.byte[0], 1);
    ck_assert_int_eq(loginlint_icu_profile(LOGINLINT_PROFILE_NICKNAME, (const uint8_t *)" ", 1, out, 32, &d), 0);
    ck_assert_uint_eq(d.code, LOGINLINT_CODE_EMPTY);
    ck_assert_int_eq(loginlint_icu_profile(LOGINLINT_PROFILE_OPAQUE, (const uint8_t *)"\xC3", 1, out, 32, &d), 0);
    ck_assert_uint_eq(d.code, LOGINLINT_CODE_INVALID_ENCODING);
    ck_assert_int_eq(loginlint_icu_profile(LOGINLINT_PROFILE_OPAQUE, (const uint8_t *)"a\u3042", 4, out, 3, &d),
                     4); /* cut */
    ck_assert_int_lt(loginlint_icu_profile(99, (const uint8_t *)"a", 1, out, 32, &d), 0);
    ck_assert_int_lt(loginlint_icu_profile(LOGINLINT_PROFILE_OPAQUE, NULL, 1, out, 32, &d), 0);
}
END_TEST

/* Both forms of a domain are in the report, each where it is not what was typed. */
START_TEST(forms_of_a_domain) {
    static const char ascii[] = "xn--bcher-kva.example", display[] = "b\u00fccher.example";
    uint32_t i, forms = 0;
    rules(LOGINLINT_FIELD_LOGIN_ID, "charset: unicode; kind: email");
    check("taro@B\u00dcCHER.example");
    for (i = 0; i < report.count; i++) {
        const loginlint_diagnostic *d = &report.diagnostics[i];
        const char *form = d->table == LOGINLINT_DOMAIN_ASCII ? ascii : display;
        if (d->code != LOGINLINT_CODE_IDNA)
            continue;
        ck_assert_uint_eq(d->severity, LOGINLINT_SEVERITY_INFO);
        ck_assert_uint_eq(d->level, LOGINLINT_LEVEL_NONE);
        ck_assert_uint_eq(d->fix_length, strlen(form));
        ck_assert_mem_eq(report.pool + d->fix_at, form, d->fix_length);
        forms |= 1u << d->table;
    }
    ck_assert_uint_eq(forms, 3);
    ck_assert_uint_eq(report.verdict, LOGINLINT_VERDICT_PASS);
}
END_TEST

START_TEST(domains) {
    loginlint_diagnostic d;
    uint8_t out[64];
    static const char name[] = "\u4f8b\u3048.jp";
    ck_assert_int_eq(loginlint_icu_domain((const uint8_t *)name, 9, LOGINLINT_DOMAIN_ASCII, out, 64, &d), 14);
    ck_assert_mem_eq(out, "xn--r8jz45g.jp", 14);
    ck_assert_uint_eq(d.code, 0);
    ck_assert_int_eq(loginlint_icu_domain(out, 14, 0, out + 32, 32, &d), 9);
    ck_assert_mem_eq(out + 32, name, 9);
    loginlint_icu_domain((const uint8_t *)"ok.xn--a.jp", 11, 0, out, 64, &d);
    ck_assert_uint_eq(d.code, LOGINLINT_CODE_IDNA);
    ck_assert_uint_eq(d.character[0], 3);
    ck_assert_uint_eq(d.character[1], 8);
}
END_TEST

/* Every error of UTS #46 that ICU tells, as the table in lib/icu/README.md has it: its number and the label. */
START_TEST(errors_of_domains) {
    static const struct {
        uint32_t bit;
        const char *name;
        uint32_t from, to;
    } rows[] = {
        {0, "a..jp", 0, 5}, /* an empty label has no place of its own */
        {1, "b.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.jp", 2, 66},
        {3, "b.-\u3042.jp", 2, 4},
        {4, "b.\u3042-.jp", 2, 4},
        {5, "b.ab--\u3042.jp", 2, 7},
        {6, "b.\u0301a.jp", 2, 4},
        {7, "b.\ue000.jp", 2, 3},
        {7, "b.a_b.jp", 2, 5}, /* by the STD3 rules */
        {8, "b.xn--999999b.jp", 2, 13},
        {10, "b.xn--a.jp", 2, 7},   /* of a C1 control */
        {10, "b.xn--wca.jp", 2, 9}, /* of a capital */
        {11, "b.\u05d0a.jp", 2, 4},
        {12, "b.a\u200db.jp", 2, 5},
    };
    char name[400] = "";
    loginlint_diagnostic d;
    uint8_t out[300];
    uint32_t i;
    for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ck_assert_int_gt(loginlint_icu_domain((const uint8_t *)rows[i].name, (uint32_t)strlen(rows[i].name),
                                              LOGINLINT_DOMAIN_ASCII | LOGINLINT_DOMAIN_STD3, out, sizeof out, &d),
                         0);
        ck_assert_msg(d.code == LOGINLINT_CODE_IDNA && d.argument == rows[i].bit && d.character[0] == rows[i].from &&
                          d.character[1] == rows[i].to,
                      "%s: code %u, bit %u, [%u,%u)", rows[i].name, d.code, d.argument, d.character[0], d.character[1]);
    }
    for (i = 0; i < 60; i++)
        memcpy(name + 5 * i, "abcd.", 5);
    loginlint_icu_domain((const uint8_t *)name, 300, LOGINLINT_DOMAIN_ASCII, out, sizeof out, &d);
    ck_assert_uint_eq(d.argument, 2);
    ck_assert_uint_eq(d.character[1], 300);
    loginlint_icu_domain((const uint8_t *)name, 300, LOGINLINT_DOMAIN_ASCII | LOGINLINT_DOMAIN_LENIENT, out, sizeof out,
                         &d);
    ck_assert_uint_eq(d.code, 0);
}
END_TEST

START_TEST(reserved_names) {
    static const char list[] = "root, admin,paypal\nsupport";
    static const struct {
        const char *value;
        int entry;
    } rows[] = {{"p\u0430ypal", 3}, {"\u0430dmin", 2}, {"PayPal", 3}, {"r\u03bfot", 1},
                {"tanaka", 0},      {"", 0},           {"suppor", 0}};
    uint32_t i;
    for (i = 0; i < sizeof rows / sizeof rows[0]; i++)
        ck_assert_msg(loginlint_icu_confusable((const uint8_t *)rows[i].value, (uint32_t)strlen(rows[i].value), list,
                                               sizeof list - 1) == rows[i].entry,
                      "%s", rows[i].value);
}
END_TEST

/* What the core cannot tell: letter case, compatibility and look-alikes of other scripts; what it can, stays. */
START_TEST(keys_of_the_companion) {
    enum {
        ALL = LOGINLINT_SAME_WIDTH | LOGINLINT_SAME_CASE | LOGINLINT_SAME_SEPARATORS | LOGINLINT_SAME_COMPATIBILITY |
              LOGINLINT_SAME_LOOKALIKES
    };
    static const struct {
        uint32_t same;
        const char *a, *b;
        int one;
    } rows[] = {{LOGINLINT_SAME_CASE, "École", "école", 1},
                {LOGINLINT_SAME_CASE, "école", "école", 1},
                {0, "École", "école", 0},
                {LOGINLINT_SAME_COMPATIBILITY, "㎢", "km²", 1},
                {LOGINLINT_SAME_COMPATIBILITY, "㊿", "50", 1},
                {ALL, "rn", "m", 1},
                {ALL, "раypal", "PayPal", 1},
                {ALL, "раypal@ра.com", "paypal@pa.com", 0},
                {ALL, "ta-ro＠ab.jp", "Ｔaro@ab.jp", 1},
                {ALL, "Иван", "иван", 1},
                {ALL, "tanaka", "tanako", 0}};
    static uint8_t a[8192], b[8192];
    uint32_t i;
    for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int32_t n =
            loginlint_icu_key(rows[i].same, (const uint8_t *)rows[i].a, (uint32_t)strlen(rows[i].a), a, sizeof a);
        int32_t m =
            loginlint_icu_key(rows[i].same, (const uint8_t *)rows[i].b, (uint32_t)strlen(rows[i].b), b, sizeof b);
        ck_assert_int_gt(n, 0);
        ck_assert_msg((n == m && memcmp(a, b, (size_t)n) == 0) == rows[i].one, "%s and %s: %.*s, %.*s", rows[i].a,
                      rows[i].b, n, (const char *)a, m, (const char *)b);
    }
    ck_assert_int_eq(loginlint_icu_key(ALL, NULL, 1, a, sizeof a), -(int32_t)LOGINLINT_ERROR_NULL_POINTER);
    ck_assert_int_eq(loginlint_icu_key(ALL + 1, a, 1, a, sizeof a), -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE);
}
END_TEST

/* Marks without end are refused before anything is sorted: the time must grow with the length and not with its square.
 */
START_TEST(mark_bomb) {
    char value[LOGINLINT_INPUT_MAX + 1] = "a";
    clock_t start;
    double each;
    int i;
    for (i = 0; i < 511; i++)
        memcpy(value + 1 + 2 * i, i % 2 ? "\u0301" : "\u0323", 2);
    value[1023] = '\0';
    rules(LOGINLINT_FIELD_LOGIN_ID, "charset: unicode; maxlength: 1024");
    start = clock();
    for (i = 0; i < 200; i++)
        check(value);
    each = (double)(clock() - start) / CLOCKS_PER_SEC / 200;
    printf("check_icu: 1,023 bytes of marks: %.0f us a check\n", each * 1e6);
    ck_assert_double_lt(each, 0.02); /* loose: sanitizers and busy machines */
    ck_assert_ptr_nonnull(find(LOGINLINT_CODE_COMBINING_SEQUENCE));
    ck_assert_uint_eq(report.verdict, LOGINLINT_VERDICT_FAIL);
    ck_assert_uint_ne(report.skipped, 0);
}
END_TEST

/* The stream-safe limit of UAX #15: thirty marks pass, the thirty-first has its place told. */
START_TEST(stream_safe_limit) {
    char value[80] = "a";
    uint32_t i;
    rules(LOGINLINT_FIELD_LOGIN_ID, "charset: unicode");
    for (i = 0; i < 30; i++)
        memcpy(value + 1 + 2 * i, "\u0316", 3);
    check(value);
    ck_assert_uint_eq(report.verdict, LOGINLINT_VERDICT_ASK); /* one mark thirty times, which nobody sees */
    ck_assert_uint_eq(report.skipped, 0);
    memcpy(value + 61, "\u0316", 3);
    check(value);
    ck_assert_ptr_nonnull(find(LOGINLINT_CODE_COMBINING_SEQUENCE));
    ck_assert_uint_eq(find(LOGINLINT_CODE_COMBINING_SEQUENCE)->character[0], 1);
    ck_assert_uint_eq(find(LOGINLINT_CODE_COMBINING_SEQUENCE)->character[1], 32);
    ck_assert_uint_eq(report.verdict, LOGINLINT_VERDICT_FAIL);
    ck_assert_uint_ne(report.skipped, 0);
}
END_TEST

START_TEST(ordinary_cost) {
    static loginlint_report core;
    static const char value[] = "\u592a\u90ce.e\u0301mile";
    clock_t start = clock();
    double with, without;
    int i;
    rules(LOGINLINT_FIELD_LOGIN_ID, "charset: unicode; case: lower");
    for (i = 0; i < 2000; i++)
        check(value);
    with = (double)(clock() - start) / CLOCKS_PER_SEC / 2000;
    start = clock();
    for (i = 0; i < 2000; i++)
        loginlint_check(&policy, NULL, (const uint8_t *)value, sizeof value - 1, &core);
    without = (double)(clock() - start) / CLOCKS_PER_SEC / 2000;
    printf("check_icu: a login ID in two scripts: %.2f us a check, %.2f us without the companion\n", with * 1e6,
           without * 1e6);
}
END_TEST

/* ---- the law of fixes ---- */

static const char *const pieces[] = {"a",
                                     "B",
                                     "\u00c9",
                                     "e\u0301",
                                     "\uff21",
                                     "\uff42",
                                     "\u0301",
                                     "\u0323",
                                     " ",
                                     "\u3000",
                                     "-",
                                     "\u2010",
                                     "\u05d0",
                                     "\u0627",
                                     "\u0661",
                                     "\u06f1",
                                     "\u3042",
                                     "\u30a2",
                                     "\uff76\uff9e",
                                     "\u592a",
                                     "\u212b",
                                     "\u1100\u1161",
                                     "\u200d",
                                     "\u200b",
                                     "\u0430",
                                     "@",
                                     ".",
                                     "\u3002",
                                     "\u2163",
                                     "\ufb01",
                                     "\u265a",
                                     "\U0001f600",
                                     "\u0130",
                                     "\u03a3",
                                     "\u00df",
                                     "1",
                                     "\u094d",
                                     "\u00b7",
                                     "l",
                                     "\u0345",
                                     "\ufdfa",
                                     "\u1e9b\u0323"};

static uint32_t apply(const char *value, uint32_t n, uint8_t *out) {
    uint32_t i, at = 0, length = 0;
    for (i = 0; i < report.count; i++) {
        const loginlint_diagnostic *d = &report.diagnostics[i];
        if (d->level != LOGINLINT_LEVEL_SAFE)
            continue;
        ck_assert_uint_le(at, d->byte[0]); /* never overlapping */
        memcpy(out + length, value + at, d->byte[0] - at);
        length += d->byte[0] - at;
        memcpy(out + length, report.pool + d->fix_at, d->fix_length);
        length += d->fix_length;
        at = d->byte[1];
    }
    memcpy(out + length, value + at, n - at);
    return length + n - at;
}

START_TEST(law_of_fixes) {
    static const char *const policies[] = {
        "charset: unicode; maxlength: 1024",
        "charset: unicode; case: lower; maxlength: 1024",
        "charset: unicode; case: upper; maxlength: 1024",
        "charset: unicode; profile: nickname; maxlength: 1024",
        "charset: unicode; fold: suggest; case: lower",
        "charset: unicode; profile: nist; maxlength: 1024",
        "charset: unicode; kind: email",
    };
    static char value[LOGINLINT_INPUT_MAX + 32];
    static uint8_t text[4 * LOGINLINT_TEXT_MAX], again[4 * LOGINLINT_TEXT_MAX];
    uint32_t turn, i, n, length, changed = 0, k;
    rules(LOGINLINT_FIELD_LOGIN_ID, policies[_i]);
    for (turn = 0; turn < ROUNDS_OF(20000); turn++) {
        uint32_t count = turn % 50 == 0 ? 300 : 1 + below(12);
        for (n = 0, i = 0; i < count && n < LOGINLINT_INPUT_MAX - 16; i++) {
            const char *piece = pieces[below(sizeof pieces / sizeof pieces[0])];
            memcpy(value + n, piece, strlen(piece));
            n += (uint32_t)strlen(piece);
        }
        ck_assert_int_eq(loginlint_icu_check(&policy, NULL, (const uint8_t *)value, n, &report), 0);
        length = apply(value, n, text);
        if (!report.changed) {
            ck_assert_msg(length == n && memcmp(text, value, n) == 0, "fixes without a text: %.*s", (int)n, value);
            continue;
        }
        ck_assert_msg(length == report.text_length && memcmp(text, report.text, length) == 0,
                      "%s: the fixes of %.*s give %.*s, the text is %.*s", policies[_i], (int)n, value, (int)length,
                      text, (int)report.text_length, report.text);
        for (k = 1; k < report.count; k++)
            ck_assert_uint_le(report.diagnostics[k - 1].character[0], report.diagnostics[k].character[0]);
        changed++;
        memcpy(again, text, length);
        if (length > LOGINLINT_INPUT_MAX)
            continue;
        ck_assert_int_eq(loginlint_icu_check(&policy, NULL, again, length, &report), 0);
        ck_assert_msg(!report.changed, "%s: the text of %.*s changes again: %.*s", policies[_i], (int)n, value,
                      (int)report.text_length, report.text);
    }
    if (strstr(policies[_i], "suggest") == NULL)
        ck_assert_uint_gt(changed, 1000);
}
END_TEST

/* Nothing of a secret stays in the report. */
START_TEST(no_trace) {
    static const char value[] = "S\u00e9cret\u2163\u05d0x\u0301\u3042\u3044";
    const uint8_t *bytes = (const uint8_t *)&report;
    uint32_t i;
    memset(&report, 0, sizeof report);
    rules(LOGINLINT_FIELD_PASSWORD, "allowed: unicode; purpose: create");
    check(value);
    for (i = 0; i + 4 <= sizeof report; i++)
        ck_assert_msg(memcmp(bytes + i, value + 1, 4) != 0 && memcmp(bytes + i, "\u3042\u3044", 4) != 0, "at %u", i);
}
END_TEST

/* ---- the heap ---- */

static uint32_t allocations;

static void *U_CALLCONV take(const void *unused, size_t n) {
    (void)unused;
    allocations++;
    return malloc(n);
}

static void *U_CALLCONV take_again(const void *unused, void *p, size_t n) {
    (void)unused;
    allocations++;
    return realloc(p, n);
}

static void U_CALLCONV give_back(const void *unused, void *p) {
    (void)unused;
    free(p);
}

static loginlint_candidates offered;

static int32_t offer(const char *value) {
    memset(&offered, 0, sizeof offered);
    offered.size = sizeof offered;
    loginlint_candidates_find(&policy, NULL, (const uint8_t *)value, (uint32_t)strlen(value), &offered);
    return loginlint_icu_candidates_filter(&policy, NULL, &offered);
}

/* The core cannot know that U+FE63 is no part of a domain name. */
START_TEST(candidates_that_unicode_takes) {
    static const uint8_t nothing[sizeof offered.candidate[0]] = {0};
    uint32_t i;
    rules(LOGINLINT_FIELD_LOGIN_ID, "charset: unicode");
    ck_assert_int_eq(offer("t\xef\xbd\x81ro@\xef\xb9\xa3"
                           "example.com"),
                     0);
    ck_assert_uint_eq(offered.count, 0);
    ck_assert_mem_eq(&offered.candidate[0], nothing, sizeof nothing);
    ck_assert_int_eq(offer("t\xef\xbd\x81ro@example.com"), 0);
    ck_assert_uint_gt(offered.count, 0);
    ck_assert_mem_eq(offered.candidate[0].text, "taro@example.com", 16);
    for (i = 0; i < sizeof offered.work / sizeof offered.work[0]; i++)
        ck_assert_uint_eq(offered.work[i], 0);
    ck_assert_int_eq(loginlint_icu_candidates_filter(NULL, NULL, &offered), -(int)LOGINLINT_ERROR_NULL_POINTER);
    ck_assert_int_eq(loginlint_icu_candidates_filter(&policy, NULL, NULL), -(int)LOGINLINT_ERROR_NULL_POINTER);
    offered.count = LOGINLINT_CANDIDATES_MAX + 1;
    ck_assert_int_eq(loginlint_icu_candidates_filter(&policy, NULL, &offered), -(int)LOGINLINT_ERROR_RECORD_SIZE);
    offered.count = 1;
    offered.candidate[0].length = LOGINLINT_CANDIDATE_TEXT_MAX + 1;
    ck_assert_int_eq(loginlint_icu_candidates_filter(&policy, NULL, &offered), -(int)LOGINLINT_ERROR_TOO_LONG);
    ck_assert_uint_eq(offered.count, 0);
    offered.size--;
    ck_assert_int_eq(loginlint_icu_candidates_filter(&policy, NULL, &offered), -(int)LOGINLINT_ERROR_RECORD_SIZE);
}
END_TEST

/* Values of strangers that were answered wrongly, by their number in that list: the verdict when submitted, and the
 * text. */
START_TEST(answers_of_strangers) {
    static const struct {
        const char *id, *rules, *value;
        int verdict;
        const char *text; /* NULL: as typed */
    } rows[] = {
        {"nicu0101", "charset: unicode; kind: email",
         "x@\331\206\330\247\331\205\331\207\342\200\214\330\247\333\214.com", LOGINLINT_VERDICT_PASS, NULL},
        {"nicu0102", "charset: unicode; kind: email",
         "x@\340\267\201\340\267\212\342\200\215\340\266\273\340\267\223.com", LOGINLINT_VERDICT_PASS, NULL},
        {"nicu0103", "charset: unicode; profile: username-casemapped; fold: off",
         "\331\205\333\214\342\200\214\330\256\331\210\330\247\331\207\331\205", LOGINLINT_VERDICT_PASS, NULL},
        {"nicu0104", "charset: unicode; kind: email", "x@\330\250\342\200\214.com", LOGINLINT_VERDICT_FAIL, NULL},
        {"nicu0105", "charset: unicode; kind: email", "x@ab\342\200\214cd.com", LOGINLINT_VERDICT_FIXED, "x@abcd.com"},
        {"nicu0201", "charset: unicode; kind: email",
         "x@"
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202"
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202"
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202"
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202"
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202"
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202"
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202.jp",
         LOGINLINT_VERDICT_FAIL, NULL},
        {"nicu0202", "charset: unicode; kind: email",
         "x@"
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202"
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202."
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202"
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202."
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202"
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202."
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202"
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202."
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202"
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202."
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202"
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202."
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202"
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202."
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202"
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202."
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202"
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202."
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202"
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202."
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202"
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202."
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202"
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202."
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202"
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202."
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202"
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202."
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202"
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202."
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202"
         "\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202\343\201\202.jp",
         LOGINLINT_VERDICT_FAIL, NULL},
        {"nicu0203", "charset: unicode; kind: email", "x@xn--a.jp", LOGINLINT_VERDICT_FAIL, NULL},
        {"nicu0204", "charset: unicode; kind: email", "x@ab--\343\201\202.jp", LOGINLINT_VERDICT_FAIL, NULL},
        {"nicu0401", "charset: unicode; kind: email", "\320\270\320\262\320\260\320\275@mail.ru",
         LOGINLINT_VERDICT_PASS, NULL},
        {"nicu0402", "charset: unicode; kind: email", "ivan@\320\277\320\276\321\207\321\202\320\260.\321\200\321\204",
         LOGINLINT_VERDICT_PASS, NULL},
        {"nicu0403", "charset: unicode; kind: email", "info@\316\262\317\214\316\273\316\277\317\202.com",
         LOGINLINT_VERDICT_PASS, NULL},
        {"nicu0404", "charset: unicode; kind: email", "x@p\320\260ypal.com", LOGINLINT_VERDICT_ASK, NULL},
        {"nicu0405", "charset: unicode; kind: email", "p\320\260ypal@mail.com", LOGINLINT_VERDICT_ASK, NULL},
        {"nicu0601", "charset: unicode; profile: username-casemapped", "a@b_c", LOGINLINT_VERDICT_PASS, NULL},
        {"nicu0602", "charset: unicode", "\345\244\252\351\203\216@home_pc", LOGINLINT_VERDICT_PASS, NULL},
        {"nicu0603", "charset: unicode; profile: username-casemapped", "\345\244\252\351\203\216@\342\230\203",
         LOGINLINT_VERDICT_FAIL, NULL},
        {"nicu0604", "charset: unicode; profile: username-casemapped", "\331\205\330\255\331\205\330\257@gmail.com",
         LOGINLINT_VERDICT_PASS, NULL},
        {"nicu0605", "charset: unicode; profile: username-casemapped", "a@-b.com", LOGINLINT_VERDICT_FAIL, NULL},
        {"nicu0606", "charset: unicode; profile: nickname", "xxxx\342\200\213 \342\200\246\303\251\343\200\200",
         LOGINLINT_VERDICT_FAIL, NULL}, /* masked: nothing of it is mapped */
        {"nicu0701", "charset: unicode", "\357\274\241\357\276\200\357\276\233\357\275\263", LOGINLINT_VERDICT_FIXED,
         "A\343\202\277\343\203\255\343\202\246"},
        {"nicu0702", "charset: unicode", "\357\275\266\357\276\236\357\276\235\357\276\212\357\276\236",
         LOGINLINT_VERDICT_FIXED, "\343\202\254\343\203\263\343\203\220"},
    };
    loginlint_context submit;
    size_t i;
    loginlint_context_init(&submit);
    submit.stage = 1;
    for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *text = rows[i].text ? rows[i].text : rows[i].value;
        rules(LOGINLINT_FIELD_LOGIN_ID, rows[i].rules);
        ck_assert_int_eq(loginlint_icu_check(&policy, &submit, (const uint8_t *)rows[i].value,
                                             (uint32_t)strlen(rows[i].value), &report),
                         0);
        ck_assert_msg(report.verdict == rows[i].verdict, "%s: verdict %d", rows[i].id, report.verdict);
        ck_assert_msg(!report.changed == !rows[i].text, "%s", rows[i].id);
        if (rows[i].text)
            ck_assert_msg(report.text_length == strlen(text) && memcmp(report.text, text, strlen(text)) == 0, "%s",
                          rows[i].id);
    }
}
END_TEST

/* A candidate has the form that `text` has, and none is there twice. */
START_TEST(candidates_have_the_form_of_the_text) {
    rules(LOGINLINT_FIELD_LOGIN_ID, "charset: unicode");
    ck_assert_int_eq(offer("\357\274\241\357\276\200\357\276\233\357\275\263"),
                     0); /* full-width A, half-width ta ro u */
    ck_assert_uint_eq(offered.count, 1);
    ck_assert_uint_eq(offered.candidate[0].length, 10);
    ck_assert_mem_eq(offered.candidate[0].text, "A\343\202\277\343\203\255\343\202\246", 10);
}
END_TEST

/* Once ICU has read its data, no password makes it allocate: what is never on the heap leaves no copy there. */
START_TEST(no_heap_on_a_secret) {
    static const char *const values[] = {"S\u00e9cret\u2163\u05d0x\u0301\u0323\u3042\u3000", "\u212b\ufdfa\u1e9b\u0323",
                                         "\u0627\u0661\u200c"};
    static const char *const policies[] = {"allowed: unicode", "allowed: unicode; profile: nist",
                                           "allowed: unicode; purpose: create",
                                           "allowed: unicode; profile: username-casemapped"};
    static const uint16_t utf16[] = {'e', 0x301, 0x3042};
    uint32_t i, k, before;
    for (k = 0; k < 4; k++) {
        rules(LOGINLINT_FIELD_PASSWORD, policies[k]);
        check("warm\u00c9e\u0301\u05d0\ufb01\u3000");
        before = allocations;
        for (i = 0; i < sizeof values / sizeof values[0]; i++)
            check(values[i]);
        loginlint_icu_check_utf16(&policy, NULL, utf16, 3, &report);
        ck_assert_uint_eq(allocations, before);
    }
    before = allocations;
    loginlint_icu_confusable((const uint8_t *)"paypal", 6, "paypal", 6); /* the counter does count */
    ck_assert_uint_gt(allocations, before);
}
END_TEST

int main(void) {
    UErrorCode error = U_ZERO_ERROR;
    Suite *suite = suite_create("icu");
    TCase *cases = tcase_create("all");
    u_setMemoryFunctions(NULL, take, take_again, give_back, &error); /* before anything else asks ICU */
    if (U_FAILURE(error))
        return fprintf(stderr, "check_icu: no memory functions: %s\n", u_errorName(error)), 1;
    tcase_add_test(cases, no_heap_on_a_secret);
    tcase_add_loop_test(cases, findings, 0, (int)(sizeof expected / sizeof expected[0]));
    tcase_add_test(cases, candidates_that_unicode_takes);
    tcase_add_test(cases, text_of_fixes);
    tcase_add_test(cases, asked_spaces_stay);
    tcase_add_test(cases, ascii_is_the_core);
    tcase_add_test(cases, passwords_stay);
    tcase_add_test(cases, composing_is_left_alone);
    tcase_add_test(cases, utf16_agrees);
    tcase_add_test(cases, profile_alone);
    tcase_add_test(cases, forms_of_a_domain);
    tcase_add_test(cases, domains);
    tcase_add_test(cases, errors_of_domains);
    tcase_add_test(cases, reserved_names);
    tcase_add_test(cases, answers_of_strangers);
    tcase_add_test(cases, candidates_have_the_form_of_the_text);
    tcase_add_test(cases, keys_of_the_companion);
    tcase_add_test(cases, mark_bomb);
    tcase_add_test(cases, stream_safe_limit);
    tcase_add_test(cases, ordinary_cost);
    tcase_add_loop_test(cases, law_of_fixes, 0, 7);
    tcase_add_test(cases, no_trace);
    tcase_set_timeout(cases, 120);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
