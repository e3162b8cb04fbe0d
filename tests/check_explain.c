/* SPDX-License-Identifier: MIT */
/* check_explain.c - the laws of causes, on right values to which something happened, and on hostile ones.
 *
 *   each diagnostic above info has exactly one cause unless the verdict is `pass` or `incomplete`, and then there is
 * none; at most three causes, none twice; both entries give the same record; candidates change nothing but the code,
 * order, remedy and candidate of keyboard and paste causes; the first cause chooses the first candidate or none; what a
 * cause offers, checked again as if filled in, is no worse and has not that cause; a secret leaves no character in a
 * cause; what cannot be the report's input is refused.
 */
#include "must.h"
#include "random_value.h"
#include "suite.h"
#include <loginlint.h>
#include <stdio.h>
#include <string.h>

static const char *const field_names[] = {"login-id", "password", "card-number", "pin"};

/* Rules of each field; all of them parse. */
static const char *const rule_strings[4][10] = {
    {"", "kind: email", "kind: name", "kind: phone", "kind: phone; groups: 3-4-4", "case: lower", "digits: 7",
     "charset: unicode", "fold: suggest", "digits: 8; groups: 4-4; hyphens: require"},
    {"", "", "minlength: 8; maxlength: 12", "minlength: 8; required: lower; required: upper; required: digit",
     "purpose: create; minlength: 8; required: digit", "charset: unicode", "max-consecutive: 2", "spaces: keep",
     "allowed: lower, digit", "case: lower"},
    {"", "", "hyphens: forbid", "hyphens: require; groups: 4-4-4-4", "brands: visa, jcb", "digits: 16", "fold: suggest",
     "digits: 10; checksum: none; brands: any", "spaces: keep", "brands: any"},
    {"", "", "digits: 6", "digits: 4-8", "hyphens: forbid", "fold: suggest", "spaces: keep", "digits: 6; groups: 3-3",
     "digits: 12", "fold: off"},
};
static const char *const context_strings[] = {"",
                                              "",
                                              "entry: paste",
                                              "entry: paste; platform: ios",
                                              "entry: autofill",
                                              "stage: submit",
                                              "stage: submit; entry: paste",
                                              "caps-lock: on; keyboard: hardware; platform: windows",
                                              "failures: 2",
                                              "failures: 1; stage: submit",
                                              "keyboard: touch; platform: android; stage: submit",
                                              "keyboard: touch; platform: ios; entry: typed",
                                              "platform: mac",
                                              "num-lock: on; stage: submit",
                                              "num-lock: on; failures: 1; entry: typed",
                                              "composing: yes"};

/* ---- the value under test, shown when a law does not hold ---- */

static struct {
    uint32_t field;
    const char *rules, *context;
    const struct value *value;
} now;

static void show(void) {
    uint32_t i;
    fprintf(stderr, "a law does not hold: %s [%s] [%s]:", field_names[now.field], now.rules, now.context);
    for (i = 0; i < now.value->m; i++)
        fprintf(stderr, " %04X", now.value->units[i]);
    fprintf(stderr, "  (%.*s)\n", (int)now.value->n, (const char *)now.value->bytes);
}

#undef MUST
#define MUST(condition, ...)                                                                                           \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            show();                                                                                                    \
            ck_abort_msg(__VA_ARGS__);                                                                                 \
        }                                                                                                              \
    } while (0)

/* Right values, to which things then happen; the last two are one on the kana keys and one in an input method. */
static const char *const right_values[] = {"taro.yamada",
                                           "taro@example.com",
                                           "hanako_83@gmail.com",
                                           "a..b@docomo.ne.jp",
                                           "K123456",
                                           "09012345678",
                                           "090-1234-5678",
                                           "+819012345678",
                                           "1234567",
                                           "12345678",
                                           "Secret12",
                                           "usagimori49",
                                           "correct horse battery",
                                           "P@ss-w0rd!",
                                           "4111111111111111",
                                           "4111-1111-1111-1111",
                                           "3782 822463 10005",
                                           "5555555555554444",
                                           "6221558812340000",
                                           "1234",
                                           "123456",
                                           "nozomi9016@nifty.com",
                                           "h0n64624",
                                           "090-1234-5678",
                                           "\xE3\x81\xAA\xE3\x81\xA8\xE3\x81\xA1\xE3\x81\x8D\xE3\x81\xAB\xE3\x82\x82",
                                           "\xE3\x81\x9F\xE3\x82\x8D\xE3\x81\x86\xEF\xBC\x94"};

static uint32_t cps[2048], cps_count;

static void insert(uint32_t at, uint32_t cp) {
    if (cps_count >= 2000)
        return;
    memmove(cps + at + 1, cps + at, (cps_count - at) * sizeof cps[0]);
    cps[at] = cp;
    cps_count++;
}

static void insert_text(uint32_t at, const char *text) {
    while (*text)
        insert(at++, (uint8_t)*text++);
}

static void swap_case(uint32_t from, uint32_t to) {
    for (; from < to; from++)
        if ((cps[from] | 32) - 'a' < 26)
            cps[from] ^= 32;
}

static void widen(uint32_t from, uint32_t to) {
    static const uint32_t dashes[] = {0xFF0D, 0x30FC, 0x2212, 0x2010, '-'};
    uint32_t dash = dashes[below(5)];
    for (; from < to; from++)
        cps[from] = cps[from] == '-'          ? dash
                    : cps[from] == ' '        ? 0x3000
                    : cps[from] - 0x21 < 0x5E ? cps[from] + 0xFEE0
                                              : cps[from];
}

static void replace(uint32_t from, uint32_t to) {
    for (; to && cps_count; to--) {
        uint32_t i;
        for (i = 0; i < cps_count; i++)
            if (cps[i] == from)
                cps[i] = to;
        return;
    }
}

/* One thing that happens to a value. */
static void happen(void) {
    static const char *const before[] = {"ID: ", "Password: ", "mailto:", "<", "\"", "1. ", "TEL ", "No.", "- ", "@"};
    static const char *const behind[] = {">", "\"", ";", ".", " 12/27", "#", " taro123", "\n", " ", ", hunter2"};
    static const uint32_t odd[] = {0x200B, 0xFEFF, 0x202A, 0xA0,   0x3000, 0x20,   9,      0x3042, 0x5C71, 0x30FC,
                                   0x3002, 0x300C, 0x2019, 0x201D, 0xA5,   0xFFE5, 0xAC00, 0x430,  0x664,  0x2460};
    uint32_t at = below(cps_count + 1), end = at < cps_count ? at + 1 : at, i;
    switch (below(18)) {
    case 0:
        widen(0, cps_count);
        break;
    case 1:
        widen(at, end);
        break;
    case 2:
        swap_case(0, cps_count);
        break;
    case 3:
        swap_case(0, cps_count ? 1 : 0);
        break;
    case 4:
        insert_text(0, before[below(10)]);
        break;
    case 5:
        insert_text(cps_count, behind[below(10)]);
        break;
    case 6:
        insert(0, ' ');
        break;
    case 7:
        insert(cps_count, ' ');
        break;
    case 8:
        insert(at, odd[below(20)]);
        break;
    case 9:
        insert(at, '0' + below(10));
        break;
    case 10:
        if (cps_count)
            memmove(cps + at, cps + end, (cps_count - end) * sizeof cps[0]), cps_count -= end - at;
        break;
    case 11:
        if (end > at)
            cps[at] = '0' + below(10);
        break;
    case 12:
        for (i = 0; i < cps_count; i++)
            cps[i] = cps[i] == '1' ? 'l' : cps[i] == '0' ? 'O' : cps[i];
        break;
    case 13:
        for (i = 0, end = cps_count; i < end && cps_count < 500; i++)
            insert(cps_count, cps[i]);
        break;
    case 14:
        replace('-', 0x2010 + below(6));
        break;
    case 15:
        for (i = 0; i < cps_count; i++)
            if (below(3) == 0)
                cps[i] = 0x3041 + below(0x56);
        break;
    case 16:
        for (i = 0; i < cps_count; i++)
            cps[i] = 0x430 + below(32);
        break;
    default:
        for (i = 0; i + 4 < cps_count; i++)
            cps[i] = '*';
        break;
    }
}

static void right_value_with_acts(struct value *v) {
    const char *text = right_values[below(sizeof right_values / sizeof right_values[0])];
    uint32_t i, acts = below(5) ? 1 + below(2) : below(6);
    cps_count = 0;
    for (; *text; text++)
        if ((uint8_t)*text < 0x80)
            cps[cps_count++] = (uint8_t)*text;
        else if (((uint8_t)*text & 0xC0) == 0xC0)
            cps[cps_count++] = (uint8_t)*text & 15u;
        else
            cps[cps_count - 1] = cps[cps_count - 1] << 6 | ((uint8_t)*text & 63u);
    while (acts--)
        happen();
    v->n = v->m = 0;
    for (i = 0; i < cps_count; i++)
        put(v, cps[i]);
}

static loginlint_report report, again;
static loginlint_candidates found, found_again;
static loginlint_explanation alone, told, twin, later;

static const char *name(const loginlint_cause *cause) {
    return loginlint_name(LOGINLINT_LIST_CAUSE, cause->code);
}

static int has(const loginlint_cause *cause, uint32_t i) {
    return (int)(cause->diagnostics[i / 32] >> i % 32 & 1);
}

static const loginlint_cause *cause_of(const loginlint_explanation *explanation, uint32_t code) {
    uint32_t i;
    for (i = 0; i < explanation->count; i++)
        if (explanation->cause[i].code == code)
            return &explanation->cause[i];
    return NULL;
}

/* Keyboard and paste causes have the numbers below 30 (causes.def). */
static int may_change(const loginlint_cause *cause) {
    return cause->code < 30;
}

/* ---- the laws ---- */

static void is_told_once(const loginlint_explanation *explanation) {
    uint32_t i, k, above = 0;
    for (i = 0; i < report.count; i++)
        above += report.diagnostics[i].severity > LOGINLINT_SEVERITY_INFO;
    if (report.verdict == LOGINLINT_VERDICT_PASS || report.verdict == LOGINLINT_VERDICT_INCOMPLETE || !above) {
        HOLDS(explanation->count == 0 && explanation->left == 0);
        return;
    }
    HOLDS(explanation->count > 0 && explanation->count <= LOGINLINT_CAUSES_MAX);
    HOLDS(!explanation->left || explanation->count == LOGINLINT_CAUSES_MAX);
    for (i = 0; i < 64; i++) {
        uint32_t owners = 0;
        for (k = 0; k < explanation->count; k++)
            owners += (uint32_t)has(&explanation->cause[k], i);
        if (i >= report.count)
            HOLDS(owners == 0);
        else if (report.diagnostics[i].severity > LOGINLINT_SEVERITY_INFO)
            MUST(owners == 1, "diagnostic %u has %u causes", i, owners);
        else
            HOLDS(owners <= 1);
    }
    for (i = 0; i < explanation->count; i++)
        for (k = 0; k < i; k++)
            HOLDS(explanation->cause[i].code != explanation->cause[k].code);
}

/* A span is that of its findings; the sentence has what it needs. */
static void is_whole(const loginlint_explanation *explanation) {
    uint32_t i, k, from, to;
    for (i = 0; i < explanation->count; i++) {
        const loginlint_cause *cause = &explanation->cause[i];
        HOLDS(name(cause) != NULL);
        HOLDS(cause->remedy <= LOGINLINT_REMEDY_GO);
        HOLDS(cause->severity > LOGINLINT_SEVERITY_INFO && cause->confidence <= 100);
        HOLDS((cause->remedy == LOGINLINT_REMEDY_CHOOSE) == (cause->candidate != LOGINLINT_NOTHING));
        HOLDS((cause->remedy == LOGINLINT_REMEDY_CHOOSE) == (cause->basis != LOGINLINT_NOTHING));
        HOLDS(cause->remedy != LOGINLINT_REMEDY_CHOOSE || found.candidate[cause->candidate].bases >> cause->basis & 1);
        HOLDS(cause->remedy != LOGINLINT_REMEDY_APPLY || report.changed);
        for (k = from = to = 0; k < report.count; k++)
            if (has(cause, k)) {
                from |= report.diagnostics[k].byte[0] == cause->byte[0];
                to |= report.diagnostics[k].byte[1] == cause->byte[1];
            }
        HOLDS(from && to && cause->byte[0] <= cause->byte[1]);
        if (cause->secret)
            HOLDS(cause->argument == 0 && cause->meant == 0);
        HOLDS(cause->secret == (report.secret || report.field != LOGINLINT_FIELD_LOGIN_ID));
    }
}

/* Without candidates nothing is chosen, and all but keyboard and paste is the same. */
static void candidates_change_little(void) {
    uint32_t i, at = 0;
    for (i = 0; i < alone.count; i++)
        HOLDS(alone.cause[i].remedy != LOGINLINT_REMEDY_CHOOSE && alone.cause[i].code != LOGINLINT_CAUSE_KANA_INPUT);
    HOLDS(alone.count == told.count && alone.left == told.left);
    if (alone.left)
        return; /* which ones are said may be another matter */
    for (i = 0; i < alone.count; i++) {
        const loginlint_cause *cause = &alone.cause[i], *other = cause_of(&told, cause->code);
        if (!other && cause->code == LOGINLINT_CAUSE_INPUT_METHOD)
            other = cause_of(&told, LOGINLINT_CAUSE_KANA_INPUT);
        MUST(other != NULL, "with candidates %s is gone", name(cause));
        HOLDS(memcmp(cause->diagnostics, other->diagnostics, sizeof cause->diagnostics) == 0);
        HOLDS(cause->confidence == other->confidence && cause->severity == other->severity);
        HOLDS(memcmp(cause->byte, other->byte, sizeof cause->byte) == 0);
        if (may_change(cause))
            continue;
        for (; at < told.count && may_change(&told.cause[at]);)
            at++;
        HOLDS(at < told.count && &told.cause[at] == other); /* the same order */
        at++;
    }
}

static void first_agrees(void) {
    const loginlint_cause *first = &told.cause[0];
    uint32_t i;
    if (!told.count)
        return;
    if (first->remedy == LOGINLINT_REMEDY_CHOOSE)
        HOLDS(first->candidate == 0);
    for (i = 0; i < told.count; i++)
        HOLDS(told.cause[i].candidate == LOGINLINT_NOTHING || told.cause[i].candidate < found.count);
    if (found.count && first->code == LOGINLINT_CAUSE_INPUT_METHOD)
        HOLDS(found.candidate[0].basis != LOGINLINT_BASIS_KANA_LAYOUT);
    if (found.count && first->code == LOGINLINT_CAUSE_KANA_INPUT)
        HOLDS(found.candidate[0].bases >> LOGINLINT_BASIS_KANA_LAYOUT & 1);
}

/* What a cause offers, made and filled in. */
static void is_no_worse(const loginlint_policy *policy, const loginlint_context *context,
                        const loginlint_cause *cause) {
    loginlint_context filled = *context;
    const loginlint_candidate *c = &found.candidate[cause->candidate % LOGINLINT_CANDIDATES_MAX];
    int apply = cause->remedy == LOGINLINT_REMEDY_APPLY;
    const uint8_t *text = apply ? report.text : c->text;
    uint32_t n = apply ? report.text_length : c->length;
    if (!apply && cause->remedy != LOGINLINT_REMEDY_CHOOSE)
        return;
    filled.entry = 3;
    filled.caps_lock = filled.composing = 0;
    filled.failures = 0;
    HOLDS(loginlint_check(policy, &filled, text, n, &again) == 0);
    MUST(again.verdict >= report.verdict, "%s makes it worse: %.*s", name(cause), (int)n, (const char *)text);
    found_again.size = sizeof found_again;
    found_again.allowed = 0;
    HOLDS(loginlint_candidates_find(policy, &filled, text, n, &found_again) == 0);
    HOLDS(loginlint_explain(policy, &filled, text, n, &again, &found_again, &later) == 0);
    MUST(!cause_of(&later, cause->code), "%s stays after its remedy: %.*s", name(cause), (int)n, (const char *)text);
}

/* Another value: a character more, or one that takes other units. */
static void another_is_refused(const loginlint_policy *policy, const loginlint_context *context,
                               const struct value *v) {
    static struct value other;
    uint32_t i;
    other.n = other.m = 0;
    for (i = 0; i < v->n; i++)
        other.bytes[other.n++] = v->bytes[i];
    other.bytes[other.n++] = 'x';
    HOLDS(loginlint_explain(policy, context, other.bytes, other.n, &report, &found, &later) < 0 && later.count == 0);
    if (v->n)
        HOLDS(loginlint_explain(policy, context, v->bytes, v->n - 1, &report, &found, &later) < 0);
    if (!v->n || v->bytes[v->n - 1] >= 0x80)
        return;
    other.n = v->n;
    other.bytes[v->n - 1] = 0xFF; /* the same length, but damaged */
    HOLDS(loginlint_explain(policy, context, other.bytes, other.n, &report, &found, &later) < 0);
}

static void explain(const loginlint_policy *policy, const loginlint_context *context, const struct value *v) {
    HOLDS(loginlint_check(policy, context, v->bytes, v->n, &report) == 0);
    found.allowed = 0;
    HOLDS(loginlint_candidates_find(policy, context, v->bytes, v->n, &found) == 0);
    memset(&alone, 0xA5, sizeof alone);
    HOLDS(loginlint_explain(policy, context, v->bytes, v->n, &report, NULL, &alone) == 0);
    HOLDS(loginlint_explain(policy, context, v->bytes, v->n, &report, &found, &told) == 0);
    HOLDS(loginlint_explain_utf16(policy, context, v->units, v->m, &report, &found, &twin) == 0);
    HOLDS(memcmp(&told, &twin, sizeof told) == 0);
}

/* How often each code and each remedy was seen: laws of what never happens hold. */
static uint32_t codes_seen[64], remedies_seen[8];

static void count_in(void) {
    uint32_t i, language;
    for (i = 0; i < told.count; i++) {
        for (language = 0; language < LANGUAGES; language++) {
            HOLDS(loginlint_cause_message(&told, i, language, NULL, 0) <= (int32_t)LOGINLINT_SENTENCE_MAX);
            HOLDS(loginlint_cause_next(&told, i, language, NULL, 0) <= (int32_t)LOGINLINT_SENTENCE_MAX);
        }
        codes_seen[told.cause[i].code % 64]++;
        remedies_seen[told.cause[i].remedy % 8]++;
    }
}

/* Not well-formed, in either encoding: there is nothing to offer, and the two entries have each their own value. */
static void damaged(const loginlint_policy *policy, const loginlint_context *context, struct value *v) {
    uint32_t i;
    if (!v->n || v->n > LOGINLINT_INPUT_MAX)
        return;
    v->bytes[below(v->n)] = 0xC0;
    v->units[below(v->m)] = (uint16_t)(0xD800 + below(0x800));
    HOLDS(loginlint_check(policy, context, v->bytes, v->n, &report) == 0);
    HOLDS(loginlint_candidates_find(policy, context, v->bytes, v->n, &found) == 0);
    HOLDS(loginlint_explain(policy, context, v->bytes, v->n, &report, &found, &told) == 0);
    is_told_once(&told);
    is_whole(&told);
    count_in();
    HOLDS(loginlint_check_utf16(policy, context, v->units, v->m, &report) == 0);
    HOLDS(loginlint_candidates_find_utf16(policy, context, v->units, v->m, &found) == 0);
    HOLDS(loginlint_explain_utf16(policy, context, v->units, v->m, &report, &found, &told) == 0);
    is_told_once(&told);
    is_whole(&told);
    for (i = 0; i < told.count; i++)
        HOLDS(report.wellformed || told.cause[i].remedy != LOGINLINT_REMEDY_CHOOSE);
}

static void one_round(int hostile) {
    static struct value v;
    loginlint_policy policy;
    loginlint_context context;
    uint32_t field = below(4), i;
    const char *rules = rule_strings[field][below(10)];
    const char *facts = context_strings[below(sizeof context_strings / sizeof context_strings[0])];
    HOLDS(loginlint_policy_init(&policy, field) == 0);
    HOLDS(loginlint_policy_parse(&policy, rules, (uint32_t)strlen(rules), NULL) == 0);
    HOLDS(loginlint_context_parse(&context, facts, (uint32_t)strlen(facts), NULL) == 0);
    if (hostile)
        random_value(&v);
    else
        right_value_with_acts(&v);
    now.field = field, now.rules = rules, now.context = facts, now.value = &v;
    explain(&policy, &context, &v);
    count_in();
    is_told_once(&alone);
    is_told_once(&told);
    is_whole(&told);
    candidates_change_little();
    first_agrees();
    for (i = 0; i < told.count; i++)
        is_no_worse(&policy, &context, &told.cause[i]);
    if (v.n && v.n < LOGINLINT_INPUT_MAX)
        another_is_refused(&policy, &context, &v);
    if (below(16) == 0)
        damaged(&policy, &context, &v);
}

START_TEST(laws_hold_of_right_values_with_acts) {
    uint32_t i;
    for (i = 0; i < ROUNDS_OF(50000); i++)
        one_round(0);
}
END_TEST

START_TEST(laws_hold_of_hostile_values) {
    uint32_t i;
    for (i = 0; i < ROUNDS_OF(50000); i++)
        one_round(1);
}
END_TEST

/* What is counted, and both bounds, where a value is too short or too long. */
START_TEST(lengths_have_their_bounds) {
    static const char *const values[] = {"abc", "abcdefghijklmnopqrstuvwxyz", " abc "};
    static const uint32_t counts[] = {3, 26, 3};
    uint32_t i, k, seen;
    for (i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        loginlint_context context;
        loginlint_policy policy;
        loginlint_context_init(&context);
        context.stage = 1;
        loginlint_policy_init(&policy, LOGINLINT_FIELD_LOGIN_ID);
        ck_assert_int_eq(loginlint_policy_parse(&policy, "minlength: 8; maxlength: 20", 27, NULL), 0);
        ck_assert_int_eq(
            loginlint_check(&policy, &context, (const uint8_t *)values[i], (uint32_t)strlen(values[i]), &report), 0);
        ck_assert_int_eq(loginlint_explain(&policy, &context, (const uint8_t *)values[i], (uint32_t)strlen(values[i]),
                                           &report, NULL, &alone),
                         0);
        for (k = seen = 0; k < alone.count; k++)
            if (alone.cause[k].code == LOGINLINT_CAUSE_LENGTH) {
                ck_assert_uint_eq(alone.cause[k].count, counts[i]);
                ck_assert_uint_eq(alone.cause[k].limits[0], 8);
                ck_assert_uint_eq(alone.cause[k].limits[1], 20);
                seen++;
            }
        ck_assert_uint_eq(seen, 1);
    }
}
END_TEST

START_TEST(everything_was_seen) {
    uint32_t code, remedy;
    for (code = 0; code < 64; code++)
        if (loginlint_name(LOGINLINT_LIST_CAUSE, code) && code != LOGINLINT_CAUSE_SCRIPT) /* the companion\'s */
            MUST(codes_seen[code] > 0, "%s was never seen", loginlint_name(LOGINLINT_LIST_CAUSE, code));
    for (remedy = LOGINLINT_REMEDY_APPLY; remedy <= LOGINLINT_REMEDY_GO; remedy++)
        ck_assert_uint_gt(remedies_seen[remedy], 100);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("explain");
    TCase *laws = tcase_create("laws");
    tcase_set_timeout(laws, 1200);
    tcase_add_test(laws, laws_hold_of_right_values_with_acts);
    tcase_add_test(laws, laws_hold_of_hostile_values);
    tcase_add_test(laws, lengths_have_their_bounds);
    tcase_add_test(laws, everything_was_seen);
    suite_add_tcase(suite, laws);
    return run_suite(suite);
}
