/* SPDX-License-Identifier: MIT */
/* check_json.c - the JSON of a report: always well-formed, nothing of a secret in it unless revealed, bounded writing.
 *
 * The records are filled by hand, so that the cases do not depend on what the checks find.
 */
#include "loginlint.h"
#include "must.h"
#include "suite.h"
#include "text/utf.h"
#include "words/json_writer.h"
#include <stdlib.h>
#include <string.h>

static loginlint_report report;
static loginlint_candidates candidates;
static char out[65536];

static void fresh(uint32_t field) {
    memset(&report, 0, sizeof report);
    memset(&candidates, 0, sizeof candidates);
    report.size = sizeof report;
    candidates.size = sizeof candidates;
    report.field = (uint8_t)field;
    report.secret = field != LOGINLINT_FIELD_LOGIN_ID;
    report.verdict = LOGINLINT_VERDICT_PASS;
    report.wellformed = report.valid = 1;
    report.unicode = LOGINLINT_UNICODE;
}

static loginlint_diagnostic *add(uint32_t code, uint32_t from, uint32_t to) {
    loginlint_diagnostic *d = &report.diagnostics[report.count++];
    report.total++;
    d->code = (uint16_t)code;
    d->severity = LOGINLINT_SEVERITY_WARNING;
    d->confidence = 100;
    d->byte[0] = d->utf16[0] = d->character[0] = from;
    d->byte[1] = d->utf16[1] = d->character[1] = to;
    d->position = (uint16_t)(from + 1);
    d->position_end = (uint16_t)to;
    return d;
}

static void add_candidate(const char *text, uint32_t basis) {
    loginlint_candidate *c = &candidates.candidate[candidates.count++];
    c->basis = (uint8_t)basis;
    c->confidence = 36;
    c->length = (uint32_t)strlen(text);
    memcpy(c->text, text, c->length);
}

static const char *written_of(const char *input, uint32_t n, uint32_t flags, int with_candidates) {
    int32_t length = loginlint_json(&report, with_candidates ? &candidates : NULL, NULL, (const uint8_t *)input, n,
                                    flags, LOGINLINT_LANGUAGE_EN, (uint8_t *)out, sizeof out - 1);
    ck_assert_int_gt(length, 0);
    ck_assert_int_lt(length, (int)sizeof out - 1);
    out[length] = '\0';
    return out;
}

static const char *written(const char *input, uint32_t flags) {
    return written_of(input, (uint32_t)strlen(input), flags, 1);
}

static int has(const char *text, const char *part) {
    return strstr(text, part) != NULL;
}

/* ---- a reader that accepts exactly RFC 8259 ---- */

static const uint8_t *at;

static int value(void);

static int take(uint8_t c) {
    return *at == c ? (at++, 1) : 0;
}

static int escape(void) {
    int k;
    if (strchr("\"\\/bfnrt", *at) && *at)
        return at++, 1;
    if (!take('u'))
        return 0;
    for (k = 0; k < 4; k++, at++)
        if (!*at || !strchr("0123456789abcdefABCDEF", *at))
            return 0;
    return 1;
}

static int string(void) {
    uint32_t length;
    if (!take('"'))
        return 0;
    while (*at != '"') {
        if (*at < 0x20)
            return 0;
        if (take('\\')) {
            if (!escape())
                return 0;
        } else {
            if (loginlint__utf8_next(at, 4, &length) == LL_ILLFORMED)
                return 0;
            at += length;
        }
    }
    return take('"');
}

static int number(void) {
    const uint8_t *start;
    (void)take('-');
    start = at;
    while (*at >= '0' && *at <= '9')
        at++;
    return at > start && (start[0] != '0' || at == start + 1);
}

static int list(uint8_t closing) {
    if (take(closing))
        return 1;
    do
        if (closing == '}' ? !string() || !take(':') || !value() : !value())
            return 0;
    while (take(','));
    return take(closing);
}

static int word(const char *w) {
    size_t n = strlen(w);
    if (strncmp((const char *)at, w, n) != 0)
        return 0;
    at += n;
    return 1;
}

static int value(void) {
    if (take('{'))
        return list('}');
    if (take('['))
        return list(']');
    if (*at == '"')
        return string();
    return word("true") || word("false") || word("null") || number();
}

static int is_json(const char *text) {
    at = (const uint8_t *)text;
    return value() && *at == '\0';
}

/* ---- shape ---- */

START_TEST(the_example) {
    loginlint_diagnostic *d;
    fresh(LOGINLINT_FIELD_CARD_NUMBER);
    report.verdict = LOGINLINT_VERDICT_FIXED;
    report.valid = 0;
    report.changed = 1;
    report.brand = LOGINLINT_BRAND_VISA;
    memcpy(report.text, "4111111111111111", report.text_length = 16);
    memcpy(report.display, "4111 1111 1111 1111", report.display_length = 19);
    d = add(LOGINLINT_CODE_FULLWIDTH_FORM, 0, 1);
    d->byte[1] = 3;
    d->level = LOGINLINT_LEVEL_SAFE;
    d->operation = LOGINLINT_OPERATION_FOLD;
    d->fix_length = 1;
    report.pool[0] = '4';
    add_candidate("x", LOGINLINT_BASIS_CAPS_LOCK);
    ck_assert_str_eq(
        written("４111111111111111", LOGINLINT_JSON_REVEAL),
        "{\"field\":\"card-number\",\"verdict\":\"fixed\",\"valid\":false,\"secret\":true,\"text\":"
        "\"4111111111111111\",\"brand\":"
        "\"visa\","
        "\"display\":\"4111 1111 1111 1111\",\"diagnostics\":[{\"code\":\"fullwidth-form\",\"severity\":\"warning\","
        "\"confidence\":100,\"span\":{\"byte\":[0,3],\"utf16\":[0,1],\"char\":[0,1]},\"fix\":{\"level\":\"safe\","
        "\"text\":\"4\"},"
        "\"message\":\"Character 1 is full-width and was changed to half-width.\"}],"
        "\"candidates\":[{\"text\":\"x\",\"basis\":\"caps-lock\",\"confidence\":36}],\"caps_evidence\":0,\"skipped\":[]"
        ","
        "\"unicode\":\"17.0\"}");
}
END_TEST

START_TEST(nothing_of_a_secret) {
    static const uint32_t fields[] = {LOGINLINT_FIELD_LOGIN_ID, LOGINLINT_FIELD_PASSWORD, LOGINLINT_FIELD_PIN};
    size_t i;
    for (i = 0; i < 3; i++) {
        const char *text;
        loginlint_diagnostic *d;
        fresh(fields[i]);
        report.secret = 1; /* for the ID: it looks like a card number */
        report.changed = 1;
        memcpy(report.text, "zqzq", report.text_length = 4);
        d = add(LOGINLINT_CODE_FULLWIDTH_FORM, 0, 1);
        d->argument = 'z';
        d->level = LOGINLINT_LEVEL_ASK;
        d->operation = LOGINLINT_OPERATION_FOLD;
        d->fix_length = 2;
        memcpy(report.pool, "zq", 2);
        add_candidate("zqzq", LOGINLINT_BASIS_FOLD);
        text = written("zqzq", 0);
        ck_assert(is_json(text));
        ck_assert_msg(!has(text, "zq") && !has(text, "\"text\""), "%s", text);
        ck_assert(has(text, "\"fix\":{\"level\":\"ask\"}") &&
                  has(text, "\"candidates\":[{\"basis\":\"fold\",\"confidence\":36}]"));
        ck_assert(has(written("zqzq", LOGINLINT_JSON_REVEAL), "\"text\":\"zqzq\""));
        report.secret = 0; /* a record that says so of a password is not believed */
        ck_assert(fields[i] == LOGINLINT_FIELD_LOGIN_ID || !has(written("zqzq", 0), "zq"));
        d->level = LOGINLINT_LEVEL_NONE;
        d->table = LOGINLINT_DOMAIN_ASCII;
        ck_assert(fields[i] == LOGINLINT_FIELD_LOGIN_ID || !has(written("zqzq", 0), "zq"));
        ck_assert(has(written("zqzq", LOGINLINT_JSON_REVEAL), "\"ascii\":\""));
    }
}
END_TEST

START_TEST(a_card_shows_its_ends_only) {
    static const struct {
        const char *display, *masked;
    } cards[] = {
        {"4111 1111 1111 1234", "\"display\":\"4111 11•• •••• 1234\""},
        {"3782 822463 10005", "\"display\":\"3782 82•••• •0005\""},
        {"3056 930902 5904", "\"display\":\"3056 93•••• 5904\""},
        {"5000 0000 0611", "\"display\":\"•••• •••• 0611\""}, /* two hidden digits and a check digit would be guessed */
        {"4111 1111", NULL},
        {"4111-1111-1111-1234", "\"display\":\"4111-11••-••••-1234\""}, /* no display that the card rules write */
        {"4111 1111:1111 1234", "\"display\":\"4111 11••:•••• 1234\""},
    };
    size_t i;
    for (i = 0; i < sizeof cards / sizeof cards[0]; i++) {
        const char *text;
        fresh(LOGINLINT_FIELD_CARD_NUMBER);
        memcpy(report.display, cards[i].display, report.display_length = (uint32_t)strlen(cards[i].display));
        text = written("?", 0);
        if (cards[i].masked)
            ck_assert_msg(has(text, cards[i].masked), "%s", text);
        else
            ck_assert(!has(text, "display"));
        report.verdict = LOGINLINT_VERDICT_INCOMPLETE;
        ck_assert(!has(written("?", 0), "display"));
        ck_assert(has(written("?", LOGINLINT_JSON_REVEAL), cards[i].display));
    }
}
END_TEST

START_TEST(members_that_do_not_apply_are_left_out) {
    const char *text;
    fresh(LOGINLINT_FIELD_LOGIN_ID);
    report.caps_evidence = -340;
    report.skipped = 1u << LOGINLINT_SKIPPED_BIDI | 1u << LOGINLINT_SKIPPED_IDNA;
    text = written_of("taro", 4, 0, 0);
    ck_assert(!has(text, "brand") && !has(text, "display") && !has(text, "candidates") && !has(text, "total"));
    ck_assert(has(text, "\"text\":\"taro\"") && has(text, "\"caps_evidence\":-340") &&
              has(text, "\"skipped\":[\"bidi\",\"idna\"]"));
    add(LOGINLINT_CODE_NOT_ALLOWED, 0, 1);
    report.total = 70;
    text = written("taro", 0);
    ck_assert(!has(text, "\"fix\"") && has(text, "\"candidates\":[]") && has(text, "\"total\":70"));
}
END_TEST

/* ---- hostile values ---- */

START_TEST(every_character_in_a_value) {
    uint32_t cp;
    fresh(LOGINLINT_FIELD_LOGIN_ID);
    for (cp = 0; cp < 0x110000; cp += cp < 0x3100 ? 1 : 61) {
        uint8_t input[8] = {'<'};
        uint32_t n;
        if (cp >= 0xD800 && cp < 0xE000)
            continue;
        n = 1 + loginlint__utf8_put(cp, input + 1);
        ck_assert_msg(is_json(written_of((const char *)input, n, 0, 1)), "U+%04X", (unsigned)cp);
        ck_assert(!has(out, "\xE2\x80\xA8") && !has(out, "\xE2\x80\xA9") && !has(out, "</"));
        ck_assert(cp != 0x2028 || has(out, "\\u2028"));
        ck_assert(cp != 0x2029 || has(out, "\\u2029"));
    }
}
END_TEST

START_TEST(no_text_for_what_is_none) {
    static const char *const broken[] = {"\x80", "\xC0\x80", "\xC2", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                                         "\xFF", "a\xE3\x81"};
    size_t i;
    for (i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        fresh(LOGINLINT_FIELD_LOGIN_ID); /* the report of a value that was not scanned calls it well-formed */
        add(LOGINLINT_CODE_TOO_LARGE, 0, 0);
        ck_assert(is_json(written(broken[i], 0)) && !has(out, "\"text\""));
        report.wellformed = 0;
        ck_assert(is_json(written("\xEF\xBF\xBD", 0)) &&
                  !has(out, "\"text\"")); /* UTF-16 that was mended on its way here */
        ck_assert(is_json(written(broken[i], 0)) && !has(out, "\"text\""));
        memcpy(candidates.candidate[0].text, broken[i], strlen(broken[i]));
        candidates.candidate[0].length = (uint32_t)strlen(broken[i]);
        candidates.count = 1;
        ck_assert(is_json(written("a", 0)) && has(out, "�"));
    }
}
END_TEST

START_TEST(records_out_of_bounds) {
    fresh(LOGINLINT_FIELD_LOGIN_ID);
    memset(report.diagnostics, 0xFF, sizeof report.diagnostics);
    memset(&candidates, 0xFF, sizeof candidates);
    candidates.size = sizeof candidates;
    report.count = report.total = 0x7FFFFFFF;
    report.display_length = 1000;
    report.brand = report.verdict = 0xFF;
    report.skipped = 0xFFFFFFFF;
    report.pool[0] = 1;
    ck_assert(is_json(written("a", LOGINLINT_JSON_REVEAL)));
}
END_TEST

START_TEST(every_capacity) {
    static uint8_t part[4096];
    char whole[4096];
    uint32_t capacity, k, n;
    fresh(LOGINLINT_FIELD_LOGIN_ID);
    add(LOGINLINT_CODE_NOT_ALLOWED, 0, 3)->argument = 0x30FC;
    add_candidate("たろう\n", LOGINLINT_BASIS_FOLD);
    strcpy(whole, written("ー\"\\", 0));
    n = (uint32_t)strlen(whole);
    ck_assert_int_eq(loginlint_json(&report, &candidates, NULL, (const uint8_t *)"ー\"\\", 5, 0, 0, NULL, 0), (int)n);
    for (capacity = 0; capacity <= n; capacity++) {
        uint32_t used = capacity;
        memset(part, 0xAA, sizeof part);
        ck_assert_int_eq(loginlint_json(&report, &candidates, NULL, (const uint8_t *)"ー\"\\", 5, 0, 0, part, capacity),
                         (int)n);
        for (k = capacity; k < n + 8; k++)
            ck_assert_uint_eq(part[k], 0xAA);
        while (used && part[used - 1] == 0)
            used--;
        ck_assert_uint_le(capacity - used, 3);
        ck_assert_mem_eq(part, whole, used);
        ck_assert(used == n || ((uint8_t)whole[used] & 0xC0) != 0x80);
    }
}
END_TEST

/* Each language says it in its own words. */
START_TEST(every_language) {
    uint32_t language;
    fresh(LOGINLINT_FIELD_LOGIN_ID);
    add(LOGINLINT_CODE_EMAIL_DOMAIN_TYPO, 0, 1);
    for (language = 0; language < LANGUAGES; language++) {
        int32_t length =
            loginlint_json(&report, NULL, NULL, (const uint8_t *)"a", 1, 0, language, (uint8_t *)out, sizeof out - 1);
        ck_assert_int_gt(length, 0);
        out[length] = '\0';
        ck_assert_int_eq(strstr(out, "mistyped") != NULL, language == LOGINLINT_LANGUAGE_EN);
    }
    ck_assert_uint_gt(language, LOGINLINT_LANGUAGE_KO);
}
END_TEST

START_TEST(misuse) {
    const uint8_t *s = (const uint8_t *)"a";
    uint8_t *o = (uint8_t *)out;
    fresh(LOGINLINT_FIELD_LOGIN_ID);
    ck_assert_int_eq(loginlint_json(NULL, NULL, NULL, s, 1, 0, 0, o, 9), -(int)LOGINLINT_ERROR_NULL_POINTER);
    ck_assert_int_eq(loginlint_json(&report, NULL, NULL, NULL, 1, 0, 0, o, 9), -(int)LOGINLINT_ERROR_NULL_POINTER);
    ck_assert_int_eq(loginlint_json(&report, NULL, NULL, s, 1, 0, 0, NULL, 9), -(int)LOGINLINT_ERROR_NULL_POINTER);
    ck_assert_int_eq(loginlint_json(&report, NULL, NULL, s, 1, 0, 7, o, 9), -(int)LOGINLINT_ERROR_UNKNOWN_VALUE);
    ck_assert_int_eq(loginlint_json(&report, NULL, NULL, s, 0xFFFFFFFFu, 0, 0, o, 9), -(int)LOGINLINT_ERROR_TOO_LONG);
    ck_assert_int_gt(loginlint_json(&report, NULL, NULL, NULL, 0, 0, 0, o, 9), 0);
    candidates.size = 0;
    ck_assert_int_eq(loginlint_json(&report, &candidates, NULL, s, 1, 0, 0, o, 9), -(int)LOGINLINT_ERROR_RECORD_SIZE);
    report.size = 0;
    ck_assert_int_eq(loginlint_json(&report, NULL, NULL, s, 1, 0, 0, o, 9), -(int)LOGINLINT_ERROR_RECORD_SIZE);
}
END_TEST

START_TEST(the_writer_itself) {
    uint8_t text[16];
    struct ll_writer w = ll_writer_on(text, sizeof text);
    loginlint__put_number(&w, 0);
    loginlint__put_number(&w, 4294967295u);
    loginlint__put_hex(&w, 0xAF, 4);
    ck_assert_int_eq(loginlint__writer_done(&w), 15);
    ck_assert_mem_eq(text, "0429496729500AF", 15);
    w = ll_writer_on(text, 16);
    loginlint__put_hex(&w, 0x10FFFF, 4);
    ck_assert_int_eq(loginlint__writer_done(&w), 6);
    ck_assert_mem_eq(text, "10FFFF", 6);
}
END_TEST

int main(void) {
    const TTest *const tests[] = {
        the_example,
        nothing_of_a_secret,
        a_card_shows_its_ends_only,
        members_that_do_not_apply_are_left_out,
        every_character_in_a_value,
        no_text_for_what_is_none,
        records_out_of_bounds,
        every_capacity,
        every_language,
        misuse,
        the_writer_itself,
    };
    Suite *suite = suite_create("json");
    TCase *tcase = tcase_create("json");
    size_t i;
    for (i = 0; i < sizeof tests / sizeof tests[0]; i++)
        tcase_add_test(tcase, tests[i]);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
