/* SPDX-License-Identifier: MIT */
/* check_policy.c - rule strings: our own cases, where errors point, damaged strings, print and parse back and forth.
 *
 * usage: check_policy [tests/cases/rules.tsv]
 * Everywhere: a string gives a policy, or an error whose place lies in the string and whose words have names; a refused
 * string leaves the built-in policy; a printed policy parses to the same 1,024 bytes, strictly and leniently.
 */
#include "must.h"
#include "policy/policy.h"
#include "random.h"
#include "suite.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *cases = "tests/cases/rules.tsv";

enum { TEXT_MAX = 4096, STRINGS_MAX = 128 };

static uint32_t length(const char *s) {
    return (uint32_t)strlen(s);
}

static void init(loginlint_policy *policy, uint32_t field) {
    memset(policy, 0xA5, sizeof *policy);
    MUST(loginlint_policy_init(policy, field) == 0, "field %lu", (unsigned long)field);
}

static int same(const loginlint_policy *a, const loginlint_policy *b) {
    return memcmp(a, b, sizeof *a) == 0;
}

static const char *print(const loginlint_policy *policy) {
    static char text[TEXT_MAX];
    int32_t n = loginlint_policy_print(policy, text, sizeof text - 1);
    MUST(n >= 0 && n < TEXT_MAX - 1, "%ld bytes", (long)n);
    text[n] = 0;
    return text;
}

/* ---- the laws ---- */

static void must_be_in_range(const loginlint_where *where, const char *s, uint32_t n) {
    MUST(where->size == sizeof *where && where->offset <= n && where->length <= n - where->offset, "%.*s: %lu+%lu",
         (int)n, s, (unsigned long)where->offset, (unsigned long)where->length);
    MUST((where->length == 0) == (where->offset == n), "%.*s: nothing found before the end", (int)n, s);
    MUST((where->found == LOGINLINT_FOUND_END) == (where->offset == n), "%.*s: the end is the end", (int)n, s);
    MUST(loginlint_name(LOGINLINT_LIST_FOUND, where->found) && loginlint_name(LOGINLINT_LIST_EXPECTED, where->expected),
         "%.*s: words without names", (int)n, s);
}

/* What holds of every policy, however it came about. */
static void must_print_again(const loginlint_policy *policy) {
    const struct ll_policy *p = ll_policy_of(policy);
    loginlint_policy again;
    const char *text = print(policy);
    int contradictory = p->min_length > p->max_length; /* only the lenient reading leaves this */
    init(&again, policy->field);
    loginlint_policy_parse_lenient(&again, text, length(text));
    MUST(same(&again, policy), "leniently not the same: %s", text);
    MUST(contradictory || (loginlint_policy_parse(&again, text, length(text), NULL) == 0 && same(&again, policy)),
         "not the same: %s", text);
    MUST(p->allowed.bits[0] == 0 && !(p->allowed.bits[3] >> 31), "controls are allowed: %s", text);
    MUST(p->required_count <= LL_REQUIRED_MAX && p->group_count <= LL_GROUPS_MAX && p->domains_length <= LL_DOMAINS_MAX,
         "counts: %s", text);
}

/* Reads n bytes both ways, from a buffer of exactly that size.  1: accepted strictly. */
static int read_both_ways(uint32_t field, const char *s, uint32_t n, loginlint_policy *policy) {
    loginlint_policy builtin, lenient;
    loginlint_where where;
    char *exact = malloc(n + !n);
    int32_t status;
    memcpy(exact, s, n);
    init(&builtin, field);
    init(policy, field);
    init(&lenient, field);
    MUST(loginlint_policy_parse_lenient(&lenient, exact, n) == 0, "lenient: %.*s", (int)n, s);
    must_print_again(&lenient);
    status = loginlint_policy_parse(policy, exact, n, &where);
    free(exact);
    if (status == 0) {
        must_print_again(policy);
        return 1;
    }
    MUST(status == -(int32_t)LOGINLINT_ERROR_SYNTAX, "%ld: %.*s", (long)status, (int)n, s);
    MUST(same(policy, &builtin), "refused, and something stayed: %.*s", (int)n, s);
    must_be_in_range(&where, s, n);
    return 0;
}

/* ---- rules.tsv ---- */

struct row {
    char text[TEXT_MAX];
    char *column[8];
    uint32_t columns;
};

static void split(struct row *row) {
    char *at = row->text;
    row->text[strcspn(row->text, "\r\n")] = 0;
    row->columns = 0;
    while (row->columns < 8) {
        row->column[row->columns++] = at;
        at = strchr(at, '\t');
        if (!at)
            break;
        *at++ = 0;
    }
}

/* \\ \t \n \xNN in place; the length. */
static uint32_t unescape(char *s) {
    char *to = s, *start = s;
    while (*s) {
        if (*s != '\\') {
            *to++ = *s++;
        } else if (s[1] == 'x') {
            char hex[3] = {s[2], s[3], 0};
            *to++ = (char)strtol(hex, NULL, 16);
            s += 4;
        } else {
            *to++ = s[1] == 't' ? '\t' : s[1] == 'n' ? '\n' : s[1];
            s += 2;
        }
    }
    *to = 0;
    return (uint32_t)(to - start);
}

static uint32_t field_of(const char *name) {
    int32_t field = loginlint_value(LOGINLINT_LIST_FIELD, name, length(name));
    MUST(field >= 0, "no such field: %s", name);
    return (uint32_t)field;
}

/* Calls back for each row of that kind; how many. */
static uint32_t each(const char *kind, uint32_t columns, void (*use)(struct row *)) {
    static struct row row;
    FILE *file = fopen(cases, "r");
    uint32_t count = 0;
    ck_assert_msg(file != NULL, "%s cannot be read", cases);
    while (fgets(row.text, sizeof row.text, file)) {
        split(&row);
        if (strcmp(row.column[0], kind) != 0)
            continue;
        MUST(row.columns == columns, "%s: %lu columns", row.column[1], (unsigned long)row.columns);
        use(&row);
        count++;
    }
    fclose(file);
    return count;
}

static void use_strict(struct row *row) {
    uint32_t field = field_of(row->column[2]), n = unescape(row->column[3]);
    loginlint_policy policy;
    int taken = read_both_ways(field, row->column[3], n, &policy), wanted = strcmp(row->column[4], "!") != 0;
    MUST(taken == wanted, "%s: %s", row->column[1], taken ? "accepted" : "refused");
    unescape(row->column[4]);
    MUST(!taken || strcmp(print(&policy), row->column[4]) == 0, "%s: %s", row->column[1], print(&policy));
}

/* Spaces up to the offset, then carets: "|" stands at the end. */
static const char *draw(const loginlint_where *where) {
    static char drawing[TEXT_MAX];
    memset(drawing, ' ', where->offset);
    memset(drawing + where->offset, '^', where->length);
    strcpy(drawing + where->offset + where->length, where->length ? "" : "|");
    return drawing;
}

/* The name in the header, in small letters with hyphens. */
static const char *const found_names[] = {"end", "text", "duplicate", "contradiction"};
static const char *const expected_names[] = {
    "property", "colon",  "semicolon",     "number",     "range",    "class",        "bracket", "value",
    "domain",   "groups", "min-up-to-max", "groups-sum", "brand",    "time",         "offset",  "yes-no",
    "fewer",    "field",  "date-time",     "later-end",  "together", "hyphen-first", "ascii"};

static void use_error(struct row *row) {
    uint32_t field = field_of(row->column[2]), n = unescape(row->column[3]);
    loginlint_policy policy;
    loginlint_where where;
    MUST(!read_both_ways(field, row->column[3], n, &policy), "%s: accepted", row->column[1]);
    loginlint_policy_parse(&policy, row->column[3], n, &where);
    MUST(strcmp(draw(&where), row->column[4]) == 0, "%s:\n%s\n%s\n%s (expected)", row->column[1], row->column[3],
         draw(&where), row->column[4]);
    MUST(strcmp(found_names[where.found], row->column[5]) == 0, "%s: found %s", row->column[1],
         found_names[where.found]);
    MUST(strcmp(expected_names[where.expected], row->column[6]) == 0, "%s: expected %s", row->column[1],
         expected_names[where.expected]);
}

START_TEST(test_cases) {
    uint32_t strict = each("strict", 5, use_strict), errors = each("error", 7, use_error);
    ck_assert_uint_ge(strict, 50);
    ck_assert_uint_ge(errors, 50);
    printf("check_policy: %lu strings read as they should, %lu refused at the right place\n", (unsigned long)strict,
           (unsigned long)errors);
}
END_TEST

/* ---- damaged strings ---- */

static struct {
    char text[512];
    uint32_t n, field;
} strings[STRINGS_MAX];
static uint32_t string_count;

static void keep_string(struct row *row) {
    uint32_t n = unescape(row->column[3]);
    if (n < 16 || string_count == STRINGS_MAX)
        return;
    memcpy(strings[string_count].text, row->column[3], n);
    strings[string_count].n = n;
    strings[string_count++].field = field_of(row->column[2]);
}

static void keep_presets(void) {
    uint32_t i;
    const char *rules;
    for (i = 0; (rules = loginlint_preset_rules(i)) != NULL && string_count < STRINGS_MAX; i++) {
        strcpy(strings[string_count].text, rules);
        strings[string_count].n = length(rules);
        strings[string_count++].field = (uint32_t)loginlint_preset_field(i);
    }
}

/* Every byte at every place: replaced, deleted, inserted (the last two for what the grammar knows). */
static uint32_t damage(uint32_t which, uint32_t *taken) {
    enum { STEP = STEP_OF(7) };
    char text[514];
    uint32_t n = strings[which].n, at, byte, count = 0;
    loginlint_policy policy;
    for (at = 0; at < n; at++) {
        memcpy(text, strings[which].text, n);
        for (byte = at % STEP; byte < 256; byte += STEP, count++) {
            text[at] = (char)byte;
            *taken += (uint32_t)read_both_ways(strings[which].field, text, n, &policy);
        }
        memcpy(text + at, strings[which].text + at + 1, n - at - 1);
        *taken += (uint32_t)read_both_ways(strings[which].field, text, n - 1, &policy);
        memcpy(text + at + 1, strings[which].text + at, n - at);
        for (byte = 0; byte < 12; byte++, count++) {
            text[at] = ";:,-[] \t09a\x80"[byte];
            *taken += (uint32_t)read_both_ways(strings[which].field, text, n + 1, &policy);
        }
    }
    return count;
}

START_TEST(test_damage) {
    uint32_t i, n, count = 0, taken = 0;
    loginlint_policy policy;
    each("strict", 5, keep_string);
    keep_presets();
    ck_assert_uint_ge(string_count, 50);
    for (i = 0; i < string_count; i++) {
        for (n = 0; n <= strings[i].n; n++, count++)
            taken += (uint32_t)read_both_ways(strings[i].field, strings[i].text, n, &policy);
        count += damage(i, &taken);
    }
    printf("check_policy: %lu strings damaged in %lu ways, %lu still mean something\n", (unsigned long)string_count,
           (unsigned long)count, (unsigned long)taken);
}
END_TEST

/* ---- random policies ---- */

struct random_text {
    char text[1024];
    uint32_t n;
};

static void say(struct random_text *t, const char *s) {
    uint32_t n = length(s);
    if (t->n + n < sizeof t->text) {
        memcpy(t->text + t->n, s, n);
        t->n += n;
    }
}

static void say_number(struct random_text *t, uint32_t from, uint32_t to) {
    char digits[16];
    snprintf(digits, sizeof digits, "%lu", (unsigned long)(from + below(to - from + 1)));
    say(t, digits);
}

static void say_one(struct random_text *t, const char *const *words, uint32_t n) {
    say(t, words[below(n)]);
}
#define SAY_ONE(t, ...)                                                                                                \
    say_one(t, (const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static void say_class(struct random_text *t) {
    char custom[8];
    uint32_t i, n = 1 + below(6);
    if (below(2)) {
        SAY_ONE(t, "upper", "lower", "digit", "special", "upper, lower", "digit, lower, upper", "ascii-printable",
                "unicode");
        return;
    }
    for (i = 0; i < n; i++)
        do
            custom[i] = (char)(' ' + below(95));
        while (custom[i] == ']' || (custom[i] == '-' && i));
    custom[n] = 0;
    say(t, "[");
    say(t, custom);
    say(t, below(8) ? "]" : "]]");
}

static void say_groups(struct random_text *t) {
    uint32_t i, n = below(4);
    for (i = 0; i <= n; i++) {
        say(t, i ? "-" : "");
        say_number(t, 1, 6);
    }
}

static void say_range(struct random_text *t) {
    uint32_t from = 1 + below(20);
    say_number(t, from, from);
    if (below(2)) {
        say(t, "-");
        say_number(t, from, from + 10);
    }
}

static void say_property(struct random_text *t) {
    static const char *const words[] = {"purpose: create",   "case: lower",          "case: upper",
                                        "kind: email",       "kind: name",           "kind: phone",
                                        "hyphens: ignore",   "hyphens: forbid",      "hyphens: require",
                                        "checksum: none",    "checksum: luhn",       "brands: any",
                                        "brands: visa, jcb", "spaces: keep",         "fold: suggest",
                                        "fold: off",         "fold: apply",          "charset: unicode",
                                        "charset: ascii",    "profile: opaque",      "profile: username-casemapped",
                                        "profile: nickname", "domains: example.com", "domains: a.jp, b.co.jp"};
    switch (below(10)) {
    case 0:
        say(t, "minlength: ");
        say_number(t, 0, below(2) ? 12 : 400);
        break;
    case 1:
        say(t, "maxlength: ");
        say_number(t, 1, below(2) ? 30 : 400);
        break;
    case 2:
        say(t, "max-consecutive: ");
        say_number(t, 1, 9);
        break;
    case 3:
    case 4:
        SAY_ONE(t, "required: ", "allowed: ");
        say_class(t);
        break;
    case 5:
        say(t, "digits: ");
        say_range(t);
        break;
    case 6:
        say(t, "groups: ");
        say_groups(t);
        break;
    default:
        say_one(t, words, sizeof words / sizeof words[0]);
        break;
    }
}

START_TEST(test_random) {
    uint32_t i, k, taken = 0;
    for (i = 0; i < ROUNDS_OF(60000); i++) {
        struct random_text t = {.n = 0};
        loginlint_policy policy, lenient;
        uint32_t field = below(4);
        for (k = below(6); k > 0; k--) {
            say_property(&t);
            say(&t, "; ");
        }
        if (!read_both_ways(field, t.text, t.n, &policy))
            continue;
        taken++;
        init(&lenient, field);
        loginlint_policy_parse_lenient(&lenient, t.text, t.n);
        MUST(same(&policy, &lenient), "strictly and leniently not the same: %.*s", (int)t.n, t.text);
    }
    ck_assert_uint_ge(taken, ROUNDS_OF(10000));
    printf("check_policy: %lu random policies print and parse to the same, strictly and leniently\n",
           (unsigned long)taken);
}
END_TEST

/* ---- particulars ---- */

static const struct ll_policy *parsed(uint32_t field, const char *rules) {
    static loginlint_policy policy;
    init(&policy, field);
    MUST(loginlint_policy_parse(&policy, rules, length(rules), NULL) == 0, "refused: %s", rules);
    return ll_policy_of(&policy);
}

static void must_allow(const struct ll_policy *p, const char *characters) {
    uint32_t cp;
    for (cp = 0; cp < 0x80; cp++)
        MUST(ll_set_has(&p->allowed, cp) == (cp && strchr(characters, (int)cp) != NULL), "U+%04lX", (unsigned long)cp);
}

#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

START_TEST(test_defaults) {
    const struct ll_policy *p = parsed(LOGINLINT_FIELD_LOGIN_ID, "");
    must_allow(p, LETTERS DIGITS "._+-@");
    ck_assert(p->min_length == 1 && p->max_length == 254 && p->hyphens == LL_HYPHENS_PLAIN && p->fold == LL_FOLD_APPLY);
    p = parsed(LOGINLINT_FIELD_PASSWORD, "");
    must_allow(p, LETTERS DIGITS " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");
    ck_assert(p->min_length == 0 && p->max_length == LL_NO_LIMIT && p->fold == LL_FOLD_SUGGEST &&
              p->purpose == LL_LOGIN);
    p = parsed(LOGINLINT_FIELD_CARD_NUMBER, "");
    must_allow(p, DIGITS);
    ck_assert(p->min_length == 12 && p->max_length == 19 && p->luhn && p->digits_only &&
              p->hyphens == LL_HYPHENS_IGNORE);
    p = parsed(LOGINLINT_FIELD_PIN, "");
    must_allow(p, DIGITS);
    ck_assert(p->min_length == 4 && p->max_length == 4 && !p->luhn && p->digits_only &&
              p->hyphens == LL_HYPHENS_IGNORE);
    ck_assert_uint_eq(p->given, 0);
}
END_TEST

START_TEST(test_meanings) {
    const struct ll_policy *p = parsed(LOGINLINT_FIELD_LOGIN_ID, "kind: email");
    must_allow(p, LETTERS DIGITS "!#$%&'*+-/=?^_`{|}~.@");
    ck_assert(p->min_length == 3 && p->max_length == 254);
    must_allow(parsed(LOGINLINT_FIELD_LOGIN_ID, "kind: name"), LETTERS DIGITS "._+-");
    p = parsed(LOGINLINT_FIELD_LOGIN_ID, "kind: phone");
    ck_assert(p->digits_only && p->min_length == 8 && p->max_length == 15 && p->hyphens == LL_HYPHENS_IGNORE);
    p = parsed(LOGINLINT_FIELD_LOGIN_ID, "groups: 4-4");
    must_allow(p, LETTERS DIGITS);
    ck_assert(!p->digits_only && p->min_length == 8 && p->max_length == 8 && p->hyphens == LL_HYPHENS_IGNORE);
    p = parsed(LOGINLINT_FIELD_CARD_NUMBER, "digits: 10");
    ck_assert(p->luhn && p->given & LL_GIVEN_DIGITS);
    p = parsed(LOGINLINT_FIELD_CARD_NUMBER, "brands: any");
    ck_assert(!p->brands && p->given & LL_GIVEN_BRANDS);
    p = parsed(LOGINLINT_FIELD_PASSWORD, "required: lower; required: upper; required: digit");
    must_allow(p, LETTERS DIGITS);
    p = parsed(LOGINLINT_FIELD_LOGIN_ID, "charset: unicode");
    ck_assert(p->allowed.unicode && ll_set_has(&p->allowed, 0x3042) && ll_set_has(&p->allowed, '@') &&
              !ll_set_has(&p->allowed, ' '));
    p = parsed(LOGINLINT_FIELD_LOGIN_ID, "required: [01]; allowed: [2]");
    must_allow(p, "012");
    ck_assert_str_eq(print((const loginlint_policy *)(const void *)p), "allowed: [012]; required: [01]");
}
END_TEST

/* properties.def counts brands and classes as names.def does. */
START_TEST(test_names) {
    char rules[64];
    uint32_t i;
    for (i = LOGINLINT_BRAND_VISA; i <= LOGINLINT_BRAND_NARANJA; i++) {
        snprintf(rules, sizeof rules, "brands: %s", loginlint_name(LOGINLINT_LIST_BRAND, i));
        ck_assert_uint_eq(parsed(LOGINLINT_FIELD_CARD_NUMBER, rules)->brands, 1u << i);
    }
    ck_assert_ptr_null(loginlint_name(LOGINLINT_LIST_BRAND, i));
    for (i = LOGINLINT_CLASS_UPPER; i <= LOGINLINT_CLASS_UNICODE; i++) {
        snprintf(rules, sizeof rules, "required: %s", loginlint_name(LOGINLINT_LIST_CLASS, i));
        ck_assert_uint_eq(parsed(LOGINLINT_FIELD_PASSWORD, rules)->required[0].name, i);
    }
}
END_TEST

/* The HTML attribute, as browsers read it, has its names in small letters; a rule string in any. */
START_TEST(test_capital_names) {
    static const char *const rules[] = {"Minlength: 8",       "MaxLength: 9",
                                        "REQUIRED: lower",    "allowed: digit; Allowed: upper",
                                        "Max-consecutive: 2", "MAX-CONSECUTIVE: 2"};
    size_t i;
    for (i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        loginlint_policy lenient, builtin;
        init(&lenient, LOGINLINT_FIELD_PASSWORD);
        init(&builtin, LOGINLINT_FIELD_PASSWORD);
        ck_assert_msg(
            !same((const loginlint_policy *)(const void *)parsed(LOGINLINT_FIELD_PASSWORD, rules[i]), &builtin), "%s",
            rules[i]);
        loginlint_policy_parse_lenient(&lenient, rules[i], length(rules[i]));
        ck_assert_msg(same(&lenient, &builtin), "%s", rules[i]);
    }
}
END_TEST

START_TEST(test_many_classes) {
    struct random_text t = {.n = 0};
    loginlint_policy policy;
    loginlint_where where;
    uint32_t i;
    for (i = 0; i < LL_REQUIRED_MAX; i++) {
        say(&t, "required: [");
        say(&t, (const char[]){(char)('A' + i), 0});
        say(&t, "]; ");
    }
    ck_assert(read_both_ways(LOGINLINT_FIELD_PASSWORD, t.text, t.n, &policy));
    ck_assert_uint_eq(ll_policy_of(&policy)->required_count, LL_REQUIRED_MAX);
    say(&t, "required: [a]");
    ck_assert(!read_both_ways(LOGINLINT_FIELD_PASSWORD, t.text, t.n, &policy));
    loginlint_policy_parse(&policy, t.text, t.n, &where);
    ck_assert_uint_eq(where.expected, LOGINLINT_EXPECTED_FEWER);
    loginlint_policy_parse_lenient(&policy, t.text, t.n);
    ck_assert(ll_set_has(&ll_policy_of(&policy)->allowed, 'a'));
}
END_TEST

START_TEST(test_many_domains) {
    struct random_text t = {.n = 0};
    loginlint_policy policy;
    uint32_t i;
    say(&t, "domains: ");
    for (i = 0; i < 24; i++) {
        say(&t, i ? "," : "");
        say(&t, (const char[]){(char)('a' + i), 0});
        say(&t, ".example-1.co.jp"); /* 17 bytes and a comma: 21 fit */
        if (i == 20)
            ck_assert(read_both_ways(LOGINLINT_FIELD_LOGIN_ID, t.text, t.n, &policy));
    }
    ck_assert(!read_both_ways(LOGINLINT_FIELD_LOGIN_ID, t.text, t.n, &policy));
}
END_TEST

/* Domains that fill the room to its last byte, and one byte more. */
START_TEST(test_domains_to_the_last_byte) {
    uint32_t last;
    for (last = 22; last < 26; last++) {
        struct random_text t = {.n = 0};
        loginlint_policy policy;
        uint32_t i, k;
        say(&t, "domains: ");
        for (i = 0; i < 12; i++) { /* 12 names of 29 bytes, each with a comma, leave 24 of 384 */
            say(&t, (const char[]){(char)('a' + i), 0});
            say(&t, ".example-of-29-letters.co.jp,");
        }
        for (k = 0; k < last - 3; k++)
            say(&t, "x");
        say(&t, ".jp");
        ck_assert_int_eq(read_both_ways(LOGINLINT_FIELD_LOGIN_ID, t.text, t.n, &policy), last <= 24);
    }
}
END_TEST

/* Every capacity gives a prefix and the whole length. */
START_TEST(test_print_capacity) {
    loginlint_policy policy;
    char whole[TEXT_MAX], part[TEXT_MAX];
    uint32_t n, capacity;
    init(&policy, LOGINLINT_FIELD_PASSWORD);
    loginlint_policy_parse(&policy, "minlength: 8; required: lower; allowed: [-!]", 44, NULL);
    strcpy(whole, print(&policy));
    n = length(whole);
    ck_assert_int_eq(loginlint_policy_print(&policy, NULL, 0), (int32_t)n);
    for (capacity = 0; capacity <= n + 1; capacity++) {
        memset(part, '#', sizeof part);
        MUST(loginlint_policy_print(&policy, part, capacity) == (int32_t)n, "capacity %lu", (unsigned long)capacity);
        MUST(memcmp(part, whole, capacity < n ? capacity : n) == 0 && part[capacity < n ? capacity : n] == '#',
             "capacity %lu", (unsigned long)capacity);
    }
}
END_TEST

START_TEST(test_misuse) {
    loginlint_policy policy, other;
    const int32_t null = -(int32_t)LOGINLINT_ERROR_NULL_POINTER, size = -(int32_t)LOGINLINT_ERROR_RECORD_SIZE;
    ck_assert_int_eq(loginlint_policy_init(NULL, 0), null);
    ck_assert_int_eq(loginlint_policy_init(&policy, 4), -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE);
    init(&policy, LOGINLINT_FIELD_PIN);
    ck_assert_int_eq(loginlint_policy_parse(NULL, "", 0, NULL), null);
    ck_assert_int_eq(loginlint_policy_parse(&policy, NULL, 1, NULL), null);
    ck_assert_int_eq(loginlint_policy_parse(&policy, NULL, 0, NULL), 0);
    ck_assert_int_eq(loginlint_policy_parse_lenient(&policy, NULL, 1), null);
    ck_assert_int_eq(loginlint_policy_print(&policy, NULL, 1), null);
    memset(&other, 0, sizeof other);
    ck_assert_int_eq(loginlint_policy_parse(&other, "", 0, NULL), size);
    ck_assert_int_eq(loginlint_policy_parse_lenient(&other, "", 0), size);
    ck_assert_int_eq(loginlint_policy_print(&other, NULL, 0), size);
    ck_assert_int_eq(loginlint_policy_parse(&policy, "digits: x", 9, NULL), -(int32_t)LOGINLINT_ERROR_SYNTAX);
}
END_TEST

/* ---- contexts ---- */

static int context(const char *text, loginlint_context *c, loginlint_where *where) {
    return loginlint_context_parse(c, text, length(text), where) == 0;
}

START_TEST(test_context) {
    loginlint_context c;
    loginlint_where where;
    ck_assert(context("", &c, &where) && c.size == sizeof c);
    ck_assert(context("caps-lock: on; entry: paste; keyboard: touch; platform: ios; stage: submit; composing: yes; "
                      "failures: 3; caps-evidence: -120;",
                      &c, &where));
    ck_assert(c.caps_lock == 2 && c.entry == 2 && c.keyboard == 2 && c.platform == LOGINLINT_PLATFORM_IOS &&
              c.stage == 1);
    ck_assert(c.composing == 1 && c.failures == 3 && c.caps_evidence == -120);
    ck_assert(context("Caps-Lock:OFF;entry:typed;caps-evidence:+7", &c, &where) && c.caps_lock == 1 && c.entry == 1);
    ck_assert_int_eq(c.caps_evidence, 7);
    ck_assert(context("caps-lock: unknown; composing: no; stage: typing", &c, NULL) && c.caps_lock == 0);
}
END_TEST

START_TEST(test_context_errors) {
    static const struct {
        const char *text;
        uint32_t offset, length, found, expected;
    } table[] = {
        {"caps: on", 0, 4, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_PROPERTY},
        {"caps-lock on", 10, 2, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_COLON},
        {"caps-lock: maybe", 11, 5, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_VALUE},
        {"composing: on", 11, 2, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_YES_NO},
        {"failures: -1", 10, 2, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_NUMBER},
        {"failures:", 9, 0, LOGINLINT_FOUND_END, LOGINLINT_EXPECTED_NUMBER},
        {"stage: submit stage: typing", 14, 5, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_SEMICOLON},
        {"stage: submit; stage: typing", 15, 5, LOGINLINT_FOUND_DUPLICATE, LOGINLINT_EXPECTED_PROPERTY},
    };
    loginlint_context c, nothing;
    loginlint_where where;
    uint32_t i;
    loginlint_context_init(&nothing);
    for (i = 0; i < sizeof table / sizeof table[0]; i++) {
        MUST(!context(table[i].text, &c, &where), "accepted: %s", table[i].text);
        MUST(where.offset == table[i].offset && where.length == table[i].length && where.found == table[i].found &&
                 where.expected == table[i].expected,
             "%s\n%s: found %lu, expected %lu", table[i].text, draw(&where), (unsigned long)where.found,
             (unsigned long)where.expected);
        MUST(memcmp(&c, &nothing, sizeof c) == 0, "something stayed: %s", table[i].text);
    }
    ck_assert_int_eq(loginlint_context_init(NULL), -(int32_t)LOGINLINT_ERROR_NULL_POINTER);
    ck_assert_int_eq(loginlint_context_parse(&c, NULL, 1, NULL), -(int32_t)LOGINLINT_ERROR_NULL_POINTER);
}
END_TEST

START_TEST(test_context_damage) {
    static const char text[] =
        "caps-lock: on; entry: autofill; platform: windows; composing: no; failures: 12; caps-evidence: -3";
    char damaged[sizeof text];
    loginlint_context c;
    loginlint_where where;
    uint32_t at, byte, n = sizeof text - 1;
    for (at = 0; at < n; at++)
        for (byte = 0; byte < 256; byte++) {
            memcpy(damaged, text, sizeof text);
            damaged[at] = (char)byte;
            if (loginlint_context_parse(&c, damaged, n, &where))
                must_be_in_range(&where, damaged, n);
            if (loginlint_context_parse(&c, damaged, at, &where))
                must_be_in_range(&where, damaged, at);
        }
}
END_TEST

int main(int argc, char **argv) {
    Suite *suite = suite_create("policy");
    TCase *tcase = tcase_create("policy");
    if (argc > 1)
        cases = argv[1];
    tcase_set_timeout(tcase, 300);
    tcase_add_test(tcase, test_cases);
    tcase_add_test(tcase, test_defaults);
    tcase_add_test(tcase, test_meanings);
    tcase_add_test(tcase, test_names);
    tcase_add_test(tcase, test_capital_names);
    tcase_add_test(tcase, test_many_classes);
    tcase_add_test(tcase, test_many_domains);
    tcase_add_test(tcase, test_domains_to_the_last_byte);
    tcase_add_test(tcase, test_print_capacity);
    tcase_add_test(tcase, test_misuse);
    tcase_add_test(tcase, test_random);
    tcase_add_test(tcase, test_damage);
    tcase_add_test(tcase, test_context);
    tcase_add_test(tcase, test_context_errors);
    tcase_add_test(tcase, test_context_damage);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
