/* SPDX-License-Identifier: MIT */
/* check_preflight.c - preflight: the shared cases, errors with their place, windows against a slow oracle, the words.
 *
 * usage: check_preflight [tests/cases/preflight.tsv]
 * The oracle knows nothing of spans or periods: it asks the C library for the calendar fields of every single minute
 * and compares them with the window's.
 */
#define _DEFAULT_SOURCE
#include "loginlint.h"
#include "must.h"
#include "preflight/calendar.h"
#include "random.h"
#include "suite.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *cases = "tests/cases/preflight.tsv";

static uint32_t length(const char *s) {
    return (uint32_t)strlen(s);
}

static int64_t wide(const uint32_t half[2]) {
    return (int64_t)((uint64_t)half[1] << 32 | half[0]);
}

/* The answer to strings that must all be right. */
static loginlint_advice ask(const char *service, const char *facts, const char *now) {
    loginlint_service s;
    loginlint_facts f;
    loginlint_advice a;
    ck_assert_msg(loginlint_service_parse(&s, service, length(service), NULL) == 0, "service: %s", service);
    ck_assert_msg(loginlint_facts_parse(&f, facts, length(facts), NULL) == 0, "facts: %s", facts);
    if (*now)
        ck_assert_msg(loginlint_facts_now(&f, now, length(now), NULL) == 0, "now: %s", now);
    ck_assert_int_eq(loginlint_preflight(&s, &f, &a), 0);
    return a;
}

static const char *json_of(const loginlint_advice *advice, uint32_t language) {
    static char out[16384];
    int32_t n = loginlint_advice_json(advice, language, (uint8_t *)out, sizeof out - 1);
    MUST(n > 0 && n < (int32_t)sizeof out, "%d bytes of JSON", (int)n);
    out[n] = 0;
    return out;
}

/* ---- the shared cases ---- */

static void codes_of(const loginlint_advice *a, char *out) {
    uint32_t i;
    strcpy(out, a->count ? "" : "-");
    for (i = 0; i < a->count; i++) {
        if (i)
            strcat(out, " ");
        strcat(out, loginlint_name(LOGINLINT_LIST_ADVICE, a->item[i].code));
    }
}

/* The first "until" of the JSON, which is what a binding sees, or "-". */
static void until_of(const loginlint_advice *a, char *out, size_t size) {
    const char *at = strstr(json_of(a, LOGINLINT_LANGUAGE_EN), "\"until\":\"");
    snprintf(out, size, "%.25s", at ? at + 9 : "-");
}

static void one_case(char *line) {
    char *column[8], codes[1024], until[32];
    loginlint_advice a;
    int i;
    for (i = 0; i < 8; i++) {
        column[i] = strsep(&line, "\t");
        ck_assert_msg(column[i] != NULL, "%s: a column is missing", column[0]);
    }
    a = ask(column[1], column[2], column[3]);
    codes_of(&a, codes);
    until_of(&a, until, sizeof until);
    ck_assert_msg(strcmp(loginlint_name(LOGINLINT_LIST_PREFLIGHT, a.verdict), column[4]) == 0, "%s: verdict %s, not %s",
                  column[0], loginlint_name(LOGINLINT_LIST_PREFLIGHT, a.verdict), column[4]);
    ck_assert_msg(strcmp(codes, column[5]) == 0, "%s: %s, not %s", column[0], codes, column[5]);
    ck_assert_msg(strcmp(until, column[6]) == 0, "%s: until %s, not %s", column[0], until, column[6]);
}

START_TEST(shared_cases) {
    char line[4096];
    int count = 0;
    FILE *f = fopen(cases, "r");
    ck_assert_msg(f != NULL, "cannot read %s", cases);
    while (fgets(line, sizeof line, f)) {
        line[strcspn(line, "\n")] = 0;
        if (*line == '#')
            continue;
        one_case(line);
        count++;
    }
    fclose(f);
    ck_assert_int_ge(count, 80);
}
END_TEST

/* ---- strings that are wrong ---- */

enum which { SERVICE, FACTS, NOW };

static int32_t parse(enum which which, const char *text, uint32_t n, loginlint_where *where) {
    loginlint_service s;
    loginlint_facts f;
    if (which == SERVICE)
        return loginlint_service_parse(&s, text, n, where);
    if (which == FACTS)
        return loginlint_facts_parse(&f, text, n, where);
    ck_assert_int_eq(loginlint_facts_parse(&f, "", 0, NULL), 0);
    return loginlint_facts_now(&f, text, n, where);
}

#define E(which, text, offset, length, found, expected)                                                                \
    { which, text, offset, length, LOGINLINT_FOUND_##found, LOGINLINT_EXPECTED_##expected }
static const struct {
    enum which which;
    const char *text;
    uint32_t offset, length, found, expected;
} errors[] = {
    E(SERVICE, "lock-afer: 3", 0, 9, TEXT, PROPERTY),
    E(SERVICE, "lock-after", 10, 0, END, COLON),
    E(SERVICE, "lock-after 3", 11, 1, TEXT, COLON),
    E(SERVICE, "lock-after: ", 12, 0, END, NUMBER),
    E(SERVICE, "lock-after: 0", 12, 1, TEXT, NUMBER),
    E(SERVICE, "lock-after: x", 12, 1, TEXT, NUMBER),
    E(SERVICE, "lock-after: 1001", 12, 4, TEXT, NUMBER),
    E(SERVICE, "lock-after: 99999999999999999999", 12, 20, TEXT, NUMBER),
    E(SERVICE, "lock-after: 5-3", 14, 1, CONTRADICTION, MIN_UP_TO_MAX),
    E(SERVICE, "lock-after: 3-", 14, 0, END, NUMBER),
    E(SERVICE, "lock-after: 3-5x", 15, 1, TEXT, SEMICOLON),
    E(SERVICE, "lock-after: 3; lock-after: 4", 15, 10, DUPLICATE, PROPERTY),
    E(SERVICE, ";", 0, 1, TEXT, PROPERTY),
    E(SERVICE, "\vlock-after: 3", 0, 11, TEXT,
      PROPERTY), /* white space is that of rules and context: no vertical tab */
    E(SERVICE, "lock-after:\v3", 11, 2, TEXT, NUMBER),
    E(SERVICE, "lock-after: 3,5", 13, 2, TEXT, SEMICOLON),
    E(FACTS, "offline: yes;\vairplane-mode: no", 13, 14, TEXT, PROPERTY),
    E(SERVICE, "lock-after: 3;; utc-offset: Z", 14, 1, TEXT, PROPERTY),
    E(SERVICE, "lock-after: 3, utc-offset: Z", 13, 1, TEXT, SEMICOLON),
    E(SERVICE, "utc-offset: 9", 12, 1, TEXT, OFFSET),
    E(SERVICE, "utc-offset: +9:00", 12, 5, TEXT, OFFSET),
    E(SERVICE, "utc-offset: +0900", 12, 5, TEXT, OFFSET),
    E(SERVICE, "utc-offset: +24:00", 12, 6, TEXT, OFFSET),
    E(SERVICE, "utc-offset: +09:60", 12, 6, TEXT, OFFSET),
    E(SERVICE, "utc-offset: JST", 12, 3, TEXT, OFFSET),
    E(SERVICE, "utc-offset: Z; utc-offset: Z", 15, 10, DUPLICATE, PROPERTY),
    E(SERVICE, "maintenance:", 12, 0, END, TIME),
    E(SERVICE, "maintenance: mon", 16, 0, END, TIME),
    E(SERVICE, "maintenance: mon 00:00", 22, 0, END, TIME),
    E(SERVICE, "maintenance: mon 00:00-", 23, 0, END, TIME),
    E(SERVICE, "maintenance: mon 00:00-07:60", 23, 5, TEXT, TIME),
    E(SERVICE, "maintenance: mon 00:00-7:00", 23, 4, TEXT, TIME),
    E(SERVICE, "maintenance: mon 00:00-24:01", 23, 5, TEXT, TIME),
    E(SERVICE, "maintenance: mon 24:00-07:00", 17, 11, TEXT, TIME),
    E(SERVICE, "maintenance: mon 07:00-07:00", 23, 5, CONTRADICTION, LATER_END),
    E(SERVICE, "maintenance: mon 07:00 - mon 07:00", 25, 3, CONTRADICTION, LATER_END),
    E(SERVICE, "maintenance: moon 00:00-07:00", 13, 4, TEXT, TIME),
    E(SERVICE, "maintenance: mon00:00-07:00", 16, 11, TEXT, TIME),
    E(SERVICE, "maintenance: 00:00-07:00", 13, 11, TEXT, TIME),
    E(SERVICE, "maintenance: mon 00:00 - 01-02 07:00", 25, 5, TEXT, TIME),
    E(SERVICE, "maintenance: daily 00:00 - daily 07:00", 27, 5, TEXT, TIME),
    E(SERVICE, "maintenance: 13-01 00:00-07:00", 13, 5, TEXT, TIME),
    E(SERVICE, "maintenance: 00-01 00:00-07:00", 13, 5, TEXT, TIME),
    E(SERVICE, "maintenance: 02-30 00:00-07:00", 13, 5, TEXT, TIME),
    E(SERVICE, "maintenance: 04-31 00:00-07:00", 13, 5, TEXT, TIME),
    E(SERVICE, "maintenance: 2027-02-29 00:00-07:00", 13, 10, TEXT, TIME),
    E(SERVICE, "maintenance: 1969-02-28 00:00-07:00", 13, 10, TEXT, TIME),
    E(SERVICE, "maintenance: 1-1 00:00-07:00", 13, 3, TEXT, TIME),
    E(SERVICE, "maintenance: 01-01 00:00 - 2027-01-02 07:00", 27, 10, TEXT, TIME),
    E(SERVICE, "maintenance: 01-01 00:00 - 01-01 00:00", 27, 5, CONTRADICTION, LATER_END),
    E(SERVICE, "maintenance: 2026-12-31 22:00 - 2026-12-31 06:00", 32, 10, CONTRADICTION, LATER_END),
    E(SERVICE, "maintenance: 2026-12-31 22:00 - 2025-12-31 23:00", 32, 10, CONTRADICTION, LATER_END),
    E(FACTS, "offline", 7, 0, END, COLON),
    E(FACTS, "offline:", 8, 0, END, YES_NO),
    E(FACTS, "offline: maybe", 9, 5, TEXT, YES_NO),
    E(FACTS, "offline: yesno", 9, 5, TEXT, YES_NO),
    E(FACTS, "offlin: yes", 0, 6, TEXT, PROPERTY),
    E(FACTS, "maintenance: yes", 0, 11, TEXT, PROPERTY),
    E(FACTS, "locked: yes", 0, 6, TEXT, PROPERTY),
    E(FACTS, "offline: yes; offline: no", 14, 7, DUPLICATE, PROPERTY),
    E(FACTS, "failures: 1; failures: 1", 13, 8, DUPLICATE, PROPERTY),
    E(FACTS, "failures: -1", 10, 2, TEXT, NUMBER),
    E(FACTS, "failures: 4294967296", 10, 10, TEXT, NUMBER),
    E(FACTS, "failures: two", 10, 3, TEXT, NUMBER),
    E(FACTS, "soon: 5; soon: 5", 9, 4, DUPLICATE, PROPERTY),
    E(FACTS, "soon: 0", 6, 1, TEXT, NUMBER),
    E(FACTS, "soon: 10081", 6, 5, TEXT, NUMBER),
    E(FACTS, "offline: yes airplane-mode: no", 13, 13, TEXT, SEMICOLON),
    E(FACTS, "\xE3\x82\xAA\xE3\x83\x95: yes", 0, 6, TEXT, PROPERTY),
    E(NOW, "", 0, 0, END, DATE_TIME),
    E(NOW, "2026-11-23", 0, 10, TEXT, DATE_TIME),
    E(NOW, "2026-11-23T06:30:00", 19, 0, END, OFFSET),
    E(NOW, "2026-11-23T06:30:00+9:00", 19, 5, TEXT, OFFSET),
    E(NOW, "2026-11-23T06:30Z", 0, 17, TEXT, DATE_TIME),
    E(NOW, "2026-11-23T24:00:00Z", 0, 20, TEXT, DATE_TIME),
    E(NOW, "2026-11-23T06:60:00Z", 0, 20, TEXT, DATE_TIME),
    E(NOW, "2026-11-23T06:30:60Z", 0, 20, TEXT, DATE_TIME),
    E(NOW, "2026-11-31T06:30:00Z", 0, 20, TEXT, DATE_TIME),
    E(NOW, "2016-12-31T23:59:61Z", 0, 20, TEXT, DATE_TIME),
    E(NOW, "2027-02-29T06:30:00Z", 0, 20, TEXT, DATE_TIME),
    E(NOW, "26-11-23T06:30:00Z", 0, 18, TEXT, DATE_TIME),
    E(NOW, "2026-11-23T06:30:00.Z", 0, 21, TEXT, DATE_TIME),
    E(NOW, "2026-11-23T06:30:00Z ", 20, 1, TEXT, DATE_TIME),
    E(NOW, "1970-01-01T00:00:00Z", 0, 20, TEXT, DATE_TIME),
    E(NOW, "1970-01-01T08:59:59+09:00", 0, 25, TEXT, DATE_TIME),
    E(NOW, "9999-12-31T23:59:59-00:01", 0, 25, TEXT, DATE_TIME),
};

START_TEST(errors_have_a_place) {
    loginlint_where w;
    const char *text = errors[_i].text;
    memset(&w, 0xA5, sizeof w);
    ck_assert_msg(parse(errors[_i].which, text, length(text), &w) == -(int32_t)LOGINLINT_ERROR_SYNTAX, "%s", text);
    ck_assert_uint_eq(w.size, sizeof w);
    ck_assert_msg(w.offset == errors[_i].offset && w.length == errors[_i].length, "%s: at %u, %u bytes", text,
                  (unsigned)w.offset, (unsigned)w.length);
    ck_assert_msg(w.found == errors[_i].found && w.expected == errors[_i].expected, "%s: found %u, expected %u", text,
                  (unsigned)w.found, (unsigned)w.expected);
    ck_assert_int_eq(parse(errors[_i].which, text, length(text), NULL), -(int32_t)LOGINLINT_ERROR_SYNTAX);
}
END_TEST

START_TEST(a_failed_parse_knows_nothing) {
    loginlint_service s, none;
    loginlint_facts f, nothing;
    memset(&s, 0xA5, sizeof s);
    memset(&f, 0xA5, sizeof f);
    loginlint_service_parse(&s, "lock-after: 3; utc-offset: +09:00; x", 36, NULL);
    loginlint_service_parse(&none, "", 0, NULL);
    ck_assert_mem_eq(&s, &none, sizeof s);
    loginlint_facts_parse(&f, "failures: 3; offline: yes; x", 28, NULL);
    loginlint_facts_parse(&nothing, NULL, 0, NULL);
    ck_assert_mem_eq(&f, &nothing, sizeof f);
    ck_assert_int_eq(loginlint_facts_now(&f, "2026-11-23T06:30:00+09:00", 25, NULL), 0);
    ck_assert_int_eq(wide(f.now), 1795383000);
    ck_assert_int_eq(f.utc_offset, 540);
    ck_assert_int_lt(loginlint_facts_now(&f, "2026-11-23T06:30:00+09:0", 24, NULL), 0);
    ck_assert_mem_eq(&f, &nothing, sizeof f);
}
END_TEST

START_TEST(seventeen_windows_are_too_many) {
    char text[1024] = "";
    loginlint_service s;
    loginlint_where w;
    int i;
    for (i = 0; i < 16; i++)
        strcat(text, "maintenance: mon 00:00-07:00;");
    ck_assert_int_eq(loginlint_service_parse(&s, text, length(text), &w), 0);
    ck_assert_uint_eq(s.count, LOGINLINT_WINDOWS_MAX);
    w.size = 0;
    strcat(text, "maintenance: tue 00:00-07:00");
    ck_assert_int_eq(loginlint_service_parse(&s, text, length(text), &w), -(int32_t)LOGINLINT_ERROR_SYNTAX);
    ck_assert_uint_eq(w.size, sizeof w);
    ck_assert_uint_eq(w.expected, LOGINLINT_EXPECTED_FEWER);
    ck_assert_uint_eq(w.offset, 16 * 29 + 13);
}
END_TEST

static const struct {
    enum which which;
    const char *text;
} good[] = {
    {SERVICE,
     "lock-after: 3-5; maintenance: mon 00:00-07:00; maintenance: 01-01 00:00 - 01-02 07:00; utc-offset: +09:00"},
    {SERVICE, "maintenance: sun 23:00 - mon 05:00; maintenance: daily 23:30-00:30;"},
    {SERVICE, "maintenance: 2026-12-31 22:00 - 2027-01-01 06:00; maintenance: 02-29 00:00-24:00; utc-offset: -03:30"},
    {FACTS, "failures: 2; repeat: yes; offline: no; other-sites-reachable: yes; biometric-not-enrolled: no; soon: 60"},
    {NOW, "2026-11-23T06:30:00.125+09:00"},
};

/* Whatever the string: 0, or an error whose place lies in the string.  The copy is exactly as long as the string, so
 * that a sanitizer or valgrind sees a read past it. */
static void any_string(enum which which, const char *text, uint32_t n) {
    char *copy = malloc(n ? n : 1);
    loginlint_where w;
    int32_t r;
    memcpy(copy, text, n);
    memset(&w, 0xA5, sizeof w);
    r = parse(which, copy, n, &w);
    MUST(r == 0 || r == -(int32_t)LOGINLINT_ERROR_SYNTAX, "line %d", __LINE__);
    MUST(w.offset <= n, "%u and %u", (unsigned)(w.offset), (unsigned)(n));
    MUST(w.length <= n - w.offset, "%u and %u", (unsigned)(w.length), (unsigned)(n - w.offset));
    MUST(loginlint_name(LOGINLINT_LIST_FOUND, w.found) != NULL, "line %d", __LINE__);
    MUST(loginlint_name(LOGINLINT_LIST_EXPECTED, w.expected) != NULL, "line %d", __LINE__);
    if (r)
        MUST((w.found == LOGINLINT_FOUND_END) == (w.offset == n), "line %d", __LINE__);
    else
        MUST(w.offset + w.length == 0, "%u and %u", (unsigned)(w.offset + w.length), (unsigned)(0));
    free(copy);
}

START_TEST(every_prefix_and_single_byte_mutation) {
    enum { STEP = STEP_OF(7) };
    char text[256];
    uint32_t n = length(good[_i].text), i, byte;
    ck_assert_int_eq(parse(good[_i].which, good[_i].text, n, NULL), 0);
    for (i = 0; i <= n; i++)
        any_string(good[_i].which, good[_i].text, i);
    for (i = 0; i < n; i++)
        for (byte = i % STEP; byte < 256; byte += STEP) {
            memcpy(text, good[_i].text, n);
            text[i] = (char)byte;
            any_string(good[_i].which, text, n);
        }
}
END_TEST

/* ---- the calendar and the windows ---------------------------------------------------------------------------------
 */

START_TEST(division_rounds_down) { /* before 1970 and west of UTC as well */
    static const int64_t by[] = {1, 7, 60, LL_DAY_MINUTES, 86400};
    uint32_t i;
    int64_t a, q;
    for (i = 0; i < sizeof by / sizeof by[0]; i++)
        for (a = -200000; a <= 200000; a++) {
            q = ll_floor_div(a, by[i]);
            MUST(q * by[i] <= a && a < (q + 1) * by[i], "%ld by %ld", (long)a, (long)by[i]);
        }
}
END_TEST

START_TEST(every_day_of_8000_years) {
    time_t day;
    struct tm tm;
    struct ll_date date;
    for (day = 0; day <= LL_SECONDS_MAX / 86400; day += STEP_OF(5)) {
        time_t seconds = day * 86400;
        gmtime_r(&seconds, &tm);
        date = loginlint__date_of((int32_t)day);
        MUST(date.year == tm.tm_year + 1900 && date.month == (uint32_t)tm.tm_mon + 1 &&
                 date.day == (uint32_t)tm.tm_mday,
             "line %d", __LINE__);
        MUST(loginlint__days(date.year, date.month, date.day) == (int32_t)day, "line %d", __LINE__);
    }
}
END_TEST

/* A window as an oracle reads it: fields in the order in which they are compared. */
enum kind { WEEKLY, DAILY, YEARLY, ONCE };
struct slow {
    enum kind kind;
    long from, to; /* WEEKLY d hh mm (Monday 0), DAILY hh mm, YEARLY MM dd hh mm, ONCE yyyy MM dd hh mm: decimal */
};

static long field(enum kind kind, const struct tm *tm) {
    long clock = tm->tm_hour * 100 + tm->tm_min;
    long date = (tm->tm_mon + 1) * 1000000L + tm->tm_mday * 10000L + clock;
    switch (kind) {
    case WEEKLY:
        return (tm->tm_wday + 6) % 7 * 10000L + clock;
    case DAILY:
        return clock;
    case YEARLY:
        return date;
    default:
        return (tm->tm_year + 1900) * 100000000L + date;
    }
}

static int slowly_in(const struct slow *w, uint32_t count, const struct tm *tm) {
    for (; count; count--, w++) {
        long at = field(w->kind, tm);
        if (w->from < w->to ? at >= w->from && at < w->to : at >= w->from || at < w->to)
            return 1;
    }
    return 0;
}

static const struct walk {
    const char *service;
    int first_year;
    int32_t offset;
    uint32_t count;
    struct slow slow[4];
} walks[] = {
    {"maintenance: mon 00:00-07:00; utc-offset: +09:00", 2027, 540, 1, {{WEEKLY, 0, 700}}},
    {"maintenance: sun 23:00-05:00; maintenance: wed 22:00 - fri 03:30; utc-offset: -08:00",
     2026,
     -480,
     2,
     {{WEEKLY, 62300, 500}, {WEEKLY, 22200, 40330}}},
    {"maintenance: 01-01 00:00 - 01-02 07:00; maintenance: 12-31 22:00 - 01-01 06:00; utc-offset: +09:00",
     2027,
     540,
     2,
     {{YEARLY, 1010000, 1020700}, {YEARLY, 12312200, 1010600}}},
    {"maintenance: 02-29 00:00 - 02-29 07:00; maintenance: 02-28 22:00 - 02-29 06:00; maintenance: 02-29 22:00 - 03-01 "
     "06:00",
     2027,
     0,
     3,
     {{YEARLY, 2290000, 2290700}, {YEARLY, 2282200, 2290600}, {YEARLY, 2292200, 3010600}}},
    {"maintenance: daily 23:30-00:30; maintenance: 2028-02-28 12:00 - 2028-03-01 12:00; maintenance: thu 00:00-24:00; "
     "maintenance: 11-30 00:00 - 02-01 03:04; utc-offset: +05:45",
     2027,
     345,
     4,
     {{DAILY, 2330, 30}, {ONCE, 202802281200, 202803011200}, {WEEKLY, 30000, 40000}, {YEARLY, 11300000, 2010304}}},
    {"maintenance: tue 10:00 - tue 09:00; utc-offset: +14:00", 2099, 840, 1, {{WEEKLY, 11000, 10900}}},
    {"maintenance: sun 10:00 - sun 09:00; utc-offset: +09:00", 2027, 540, 1, {{WEEKLY, 61000, 60900}}},
};

#define MARGIN 100000 /* minutes before and after the two years, so that every end and start is in sight */

/* For each minute of two years: in a window? When does what holds it end, when does the next begin? */
struct truth {
    int64_t first; /* minute, UTC */
    uint32_t count;
    uint8_t *in;
    int64_t *change; /* the next minute whose `in` is another */
};

static struct truth truth_of(const struct walk *walk) {
    struct tm tm = {.tm_year = walk->first_year - 1900, .tm_mday = 1};
    struct truth t;
    uint32_t i;
    t.first = timegm(&tm) / 60 - walk->offset - MARGIN;
    t.count = 2 * 366 * 1440 + 2 * MARGIN;
    t.in = malloc(t.count);
    t.change = malloc(t.count * sizeof *t.change);
    for (i = 0; i < t.count; i++) {
        time_t local = (t.first + i + walk->offset) * 60;
        gmtime_r(&local, &tm);
        t.in[i] = (uint8_t)slowly_in(walk->slow, walk->count, &tm);
    }
    t.change[t.count - 1] = t.first + t.count;
    for (i = t.count - 1; i--;)
        t.change[i] = t.in[i] != t.in[i + 1] ? t.first + i + 1 : t.change[i + 1];
    return t;
}

static void at_minute(const loginlint_service *service, loginlint_facts *facts, const struct truth *t, uint32_t i) {
    int64_t now = (t->first + i) * 60 + random_bits() % 60, start = t->in[i] ? t->first + i : t->change[i];
    loginlint_advice a;
    facts->now[0] = (uint32_t)now;
    facts->now[1] = (uint32_t)(now >> 32);
    MUST(loginlint_preflight(service, facts, &a) == 0, "line %d", __LINE__);
    if (!t->in[i] && start - (t->first + i) > facts->soon) {
        MUST(a.count == 0, "%lld: an advice too many", (long long)now);
        return;
    }
    MUST(a.count == 1 &&
             a.item[0].code == (t->in[i] ? LOGINLINT_ADVICE_MAINTENANCE : LOGINLINT_ADVICE_MAINTENANCE_SOON),
         "%lld: advice", (long long)now);
    MUST((a.item[0].argument & 0xFFFF) == (uint32_t)(start - (t->first + i)), "%lld: starts in", (long long)now);
    MUST(wide(a.item[0].until) == t->change[start - t->first] * 60, "%lld: until %lld", (long long)now,
         (long long)wide(a.item[0].until));
}

START_TEST(every_minute_of_two_years) {
    const struct walk *walk = &walks[_i];
    struct truth t = truth_of(walk);
    loginlint_service service;
    loginlint_facts facts;
    uint32_t i, inside = 0;
    ck_assert_int_eq(loginlint_service_parse(&service, walk->service, length(walk->service), NULL), 0);
    ck_assert_int_eq(loginlint_facts_parse(&facts, "soon: 90", 8, NULL), 0);
    for (i = MARGIN; i < t.count - MARGIN; i += STEP_OF(7)) {
        inside += t.in[i];
        at_minute(&service, &facts, &t, i);
    }
    ck_assert_uint_gt(inside, 0);
    free(t.in);
    free(t.change);
}
END_TEST

/* ---- lock-out and facts -------------------------------------------------------------------------------------------
 */

START_TEST(every_small_lock_rule) {
    char service[32], facts[32];
    uint32_t a, b, n, want;
    loginlint_advice advice;
    for (a = 1; a <= 10; a++)
        for (b = a; b <= 12; b++)
            for (n = 0; n <= 14; n++) {
                snprintf(service, sizeof service, "lock-after: %u-%u", (unsigned)a, (unsigned)b);
                snprintf(facts, sizeof facts, "failures: %u", (unsigned)n);
                advice = ask(service, facts, "");
                want = n >= b ? LOGINLINT_ADVICE_LOCKED : n + 1 >= a ? LOGINLINT_ADVICE_LAST_TRY : 0;
                ck_assert_uint_eq(advice.count, want != 0);
                if (want)
                    ck_assert_uint_eq(advice.item[0].code, want);
            }
}
END_TEST

/* No sentence changes with the count, so none gives away how many attempts are left. */
START_TEST(lock_sentences_are_standing) {
    char facts[32], first[2][16384] = {"", ""};
    uint32_t n, language;
    loginlint_advice a;
    for (language = 0; language < 2; language++)
        for (n = 5; n < 9; n++) {
            snprintf(facts, sizeof facts, "failures: %u", (unsigned)n);
            a = ask("lock-after: 5-9", facts, "");
            if (!*first[language])
                snprintf(first[language], sizeof first[language], "%s", json_of(&a, language));
            ck_assert_str_eq(first[language], json_of(&a, language));
        }
}
END_TEST

static const struct {
    uint8_t code, verdict, severity, when;
} rows[] = {
#define YES 1
#define NO 2
#define OWN 0
#define X(number, name, text, severity, verdict, when)                                                                 \
    {number, LOGINLINT_PREFLIGHT_##verdict, LOGINLINT_SEVERITY_##severity, when},
#include "preflight/advice.def"
#undef X
};
#define ROWS ((uint32_t)(sizeof rows / sizeof rows[0]))

static uint32_t row_of(uint32_t code) {
    uint32_t i;
    for (i = 0; i < ROWS && rows[i].code != code; i++)
        ;
    MUST(i < ROWS, "%u and %u", (unsigned)(i), (unsigned)(ROWS));
    return i;
}

START_TEST(rows_are_in_order_of_urgency) {
    uint32_t i;
    for (i = 0; i < ROWS; i++) {
        static const uint8_t severities[] = {LOGINLINT_SEVERITY_ERROR, LOGINLINT_SEVERITY_ERROR,
                                             LOGINLINT_SEVERITY_WARNING, LOGINLINT_SEVERITY_INFO};
        /* That something is forgotten is no error of the person's, though guessing would be. */
        if (rows[i].code != LOGINLINT_ADVICE_CREDENTIALS_FORGOTTEN)
            ck_assert_uint_eq(rows[i].severity, severities[rows[i].verdict]);
        ck_assert(i == 0 || rows[i - 1].verdict <= rows[i].verdict);
        ck_assert((rows[i].code >= 32) == (rows[i].when == OWN));
        ck_assert_uint_eq(row_of(rows[i].code), i);
    }
}
END_TEST

/* Any facts at all: only known ones are claimed, each known one that matters is, in order, and the verdict is the
 * worst. */
START_TEST(random_facts) {
    loginlint_facts f;
    loginlint_advice a;
    uint32_t round, i, last, worst, claimed, row;
    loginlint_facts_parse(&f, "", 0, NULL);
    for (round = 0; round < ROUNDS_OF(200000); round++) {
        f.known = random_bits() & random_bits() & 0x7FFFFu;
        f.yes = random_bits();
        MUST(loginlint_preflight(NULL, &f, &a) == 0, "line %d", __LINE__);
        for (i = last = claimed = 0, worst = LOGINLINT_PREFLIGHT_GO; i < a.count; i++) {
            row = row_of(a.item[i].code);
            MUST(f.known >> a.item[i].code & 1, "line %d", __LINE__);
            MUST((f.yes >> a.item[i].code & 1) == (rows[row].when == YES), "line %d", __LINE__);
            MUST(i == 0 || row > last, "line %d", __LINE__);
            last = row;
            worst = rows[row].verdict < worst ? rows[row].verdict : worst;
            claimed |= 1u << a.item[i].code;
        }
        MUST(a.verdict == worst, "%u and %u", (unsigned)(a.verdict), (unsigned)(worst));
        for (i = 0; i < ROWS; i++)
            if (rows[i].when != OWN && f.known >> rows[i].code & 1 &&
                (f.yes >> rows[i].code & 1) == (rows[i].when == YES))
                MUST(claimed >> rows[i].code & 1 ||
                         (rows[i].code == LOGINLINT_ADVICE_NEAR_REPEAT && claimed >> LOGINLINT_ADVICE_REPEAT & 1),
                     "line %d", __LINE__);
    }
}
END_TEST

START_TEST(pure) {
    loginlint_service s;
    loginlint_facts f;
    loginlint_advice a, b;
    const char *service = "lock-after: 3-5; maintenance: mon 00:00-07:00; utc-offset: +09:00";
    loginlint_service_parse(&s, service, length(service), NULL);
    loginlint_facts_parse(&f, "failures: 2; offline: yes", 25, NULL);
    loginlint_facts_now(&f, "2026-11-23T06:30:00+09:00", 25, NULL);
    memset(&a, 0, sizeof a);
    memset(&b, 0xFF, sizeof b);
    ck_assert_int_eq(loginlint_preflight(&s, &f, &a), 0);
    ck_assert_int_eq(loginlint_preflight(&s, &f, &b), 0);
    ck_assert_mem_eq(&a, &b, sizeof a);
}
END_TEST

/* ---- words --------------------------------------------------------------------------------------------------------
 */

/* Every sentence there is: each row, in both variants. */
static loginlint_advice every_item(uint32_t variant) {
    loginlint_advice a;
    uint32_t i;
    memset(&a, 0, sizeof a);
    a.size = sizeof a;
    a.utc_offset = 540;
    a.count = ROWS;
    for (i = 0; i < ROWS; i++) {
        a.item[i].code = rows[i].code;
        a.item[i].severity = rows[i].severity;
        if (rows[i].code == LOGINLINT_ADVICE_LAST_TRY)
            a.item[i].argument = variant;
        if (rows[i].code == LOGINLINT_ADVICE_MAINTENANCE || rows[i].code == LOGINLINT_ADVICE_MAINTENANCE_SOON)
            a.item[i].until[0] = variant ? 0 : 1795384800;
        if (rows[i].code == LOGINLINT_ADVICE_MAINTENANCE_SOON)
            a.item[i].argument = 25;
    }
    return a;
}

static int contains_digit(const char *s) {
    return s[strcspn(s, "0123456789")] != 0;
}

static void one_sentence(const loginlint_advice *a, uint32_t i, uint32_t language, int next) {
    static const char *const never[] = {"{", "\"", "\\", "account", "exist", "アカウント", "存在", "登録がありません",
                                        "  "};
    char out[1024], part[1024];
    int32_t (*words)(const loginlint_advice *, uint32_t, uint32_t, uint8_t *, uint32_t) =
        next ? loginlint_advice_next : loginlint_advice_message;
    int32_t n = words(a, i, language, (uint8_t *)out, sizeof out - 1);
    uint32_t k, cut;
    ck_assert_int_gt(n, 10);
    ck_assert_int_le(n, LOGINLINT_SENTENCE_MAX);
    out[n] = 0;
    for (k = 0; k < sizeof never / sizeof never[0]; k++)
        ck_assert_msg(!strstr(out, never[k]), "%s: %s", out, never[k]);
    if (a->item[i].code != LOGINLINT_ADVICE_MAINTENANCE && a->item[i].code != LOGINLINT_ADVICE_MAINTENANCE_SOON)
        ck_assert_msg(!contains_digit(out), "%s: no figures", out);
    ck_assert_msg((n > 3 && !strcmp(out + n - 3, "。")) || out[n - 1] == '.', "%s: ends a sentence", out);
    for (cut = i % STEP_OF(7); cut <= (uint32_t)n; cut += STEP_OF(7)) {
        memset(part, 'x', sizeof part);
        MUST(words(a, i, language, (uint8_t *)part, cut) == n, "%s: another length", out);
        k = (uint32_t)strnlen(part, cut);
        MUST(memcmp(part, out, k) == 0 && part[cut] == 'x' && k + 3 >= cut, "%s: cut at %u", out, (unsigned)cut);
    }
}

START_TEST(every_sentence) {
    loginlint_advice a = every_item((uint32_t)_i);
    uint32_t i, language;
    for (i = 0; i < a.count; i++)
        for (language = 0; language < LANGUAGES; language++) {
            one_sentence(&a, i, language, 0);
            one_sentence(&a, i, language, 1);
        }
}
END_TEST

static void sentence_is(const char *service, const char *facts, const char *now, uint32_t language, const char *want) {
    loginlint_advice a = ask(service, facts, now);
    char out[512];
    int32_t n = loginlint_advice_message(&a, 0, language, (uint8_t *)out, sizeof out - 1);
    ck_assert_int_gt(n, 0);
    out[n] = 0;
    ck_assert_str_eq(out, want);
}

START_TEST(times_are_read_aloud) {
    const char *japan = "maintenance: mon 00:00-07:00; utc-offset: +09:00", *now = "2026-11-22T23:35:00+09:00";
    sentence_is(japan, "", now, 0, "Maintenance starts in 25 minutes and lasts until 07:00 on 23 November.");
    sentence_is(japan, "", now, 1, "あと25分でメンテナンスが始まり、11月23日 7:00まで続きます。");
    sentence_is("maintenance: 09-01 00:00-07:00; utc-offset: +09:00", "", "2026-09-01T01:00:00+09:00", 0,
                "The service is under maintenance until 07:00 on 1 September.");
    sentence_is(japan, "", "2026-11-22T23:59:30+09:00", 0,
                "Maintenance starts in 1 minute and lasts until 07:00 on 23 November.");
}
END_TEST

START_TEST(a_lock_that_may_have_happened_is_said) {
    sentence_is("lock-after: 3-5", "failures: 2", "", 0, "One more failure may lock sign-in.");
    sentence_is("lock-after: 3-5", "failures: 3", "", 0,
                "Sign-in may be locked already, and another failure may lock it.");
}
END_TEST

START_TEST(another_offset_is_said) {
    const char *japan = "maintenance: mon 00:00-07:00; utc-offset: +09:00", *now = "2026-11-22T16:30:00-05:00";
    sentence_is(japan, "", now, 0, "The service is under maintenance until 07:00 on 23 November (UTC+09:00).");
    sentence_is(japan, "", now, 1, "11月23日 7:00（UTC+09:00）までメンテナンス中です。");
}
END_TEST

START_TEST(json_as_designed) {
    loginlint_advice a =
        ask("maintenance: mon 00:00-07:00; utc-offset: +09:00", "app-outdated: yes", "2026-11-23T06:30:00+09:00");
    char part[64];
    ck_assert_str_eq(
        json_of(&a, 0),
        "{\"verdict\":\"wait\",\"advice\":[{\"code\":\"maintenance\",\"severity\":\"error\","
        "\"until\":\"2026-11-23T07:00:00+09:00\",\"message\":\"The service is under maintenance until 07:00 on 23 "
        "November.\",\"next\":\"Please wait until it is over, and sign in "
        "then.\"},{\"code\":\"app-outdated\",\"severity\":"
        "\"warning\",\"message\":\"This version of the app is out of date.\",\"next\":\"Update the app, and then "
        "sign in.\"}]}");
    ck_assert_int_eq(loginlint_advice_json(&a, 0, (uint8_t *)part, sizeof part), (int32_t)strlen(json_of(&a, 0)));
    a = ask("", "", "");
    ck_assert_str_eq(json_of(&a, 1), "{\"verdict\":\"go\",\"advice\":[]}");
}
END_TEST

/* ---- misuse -------------------------------------------------------------------------------------------------------
 */

START_TEST(misuse_is_a_negative_return) {
    const int32_t null = -(int32_t)LOGINLINT_ERROR_NULL_POINTER, size = -(int32_t)LOGINLINT_ERROR_RECORD_SIZE,
                  unknown = -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
    loginlint_service s;
    loginlint_facts f;
    loginlint_advice a;
    uint8_t out[16];
    ck_assert_int_eq(loginlint_service_parse(NULL, "", 0, NULL), null);
    ck_assert_int_eq(loginlint_service_parse(&s, NULL, 1, NULL), null);
    ck_assert_int_eq(loginlint_facts_parse(NULL, "", 0, NULL), null);
    ck_assert_int_eq(loginlint_service_parse(&s, NULL, 0, NULL), 0);
    ck_assert_int_eq(loginlint_facts_parse(&f, NULL, 0, NULL), 0);
    ck_assert_int_eq(loginlint_facts_now(NULL, "", 0, NULL), null);
    ck_assert_int_eq(loginlint_preflight(&s, NULL, &a), null);
    ck_assert_int_eq(loginlint_preflight(&s, &f, NULL), null);
    f.size = 0;
    ck_assert_int_eq(loginlint_facts_now(&f, "2026-11-23T06:30:00Z", 20, NULL), size);
    ck_assert_int_eq(loginlint_preflight(&s, &f, &a), size);
    ck_assert_uint_eq(a.verdict, LOGINLINT_PREFLIGHT_STOP);
    f.size = sizeof f;
    f.now[1] = 59;
    ck_assert_int_eq(loginlint_preflight(&s, &f, &a), unknown);
    f.now[1] = 0x80000000u;
    ck_assert_int_eq(loginlint_preflight(&s, &f, &a), unknown);
    f.now[1] = 0;
    f.utc_offset = 1440;
    ck_assert_int_eq(loginlint_preflight(&s, &f, &a), unknown);
    f.utc_offset = 0;
    ck_assert_int_eq(loginlint_preflight(&s, &f, &a), 0);
    ck_assert_int_eq(loginlint_advice_message(&a, 0, 0, out, 16), unknown);
    ck_assert_int_eq(loginlint_advice_json(&a, 99, out, 16), unknown);
    a.count = 1;
    a.item[0].code = 31;
    ck_assert_int_eq(loginlint_advice_next(&a, 0, 0, out, 16), unknown);
    ck_assert_int_eq(loginlint_facts_parse(&f, "offline: yes; restarted: no", 27, NULL), 0);
    ck_assert_int_eq(loginlint_preflight(&s, &f, &a), 0);
    ck_assert_uint_eq(a.count, 2);
    ck_assert_int_gt(loginlint_advice_next(&a, 0, 0, out, 16), 0);
    a.item[1].severity = 3; /* of any item, not of the first alone */
    ck_assert_int_eq(loginlint_advice_next(&a, 0, 0, out, 16), unknown);
    a.size = 0;
    ck_assert_int_eq(loginlint_advice_json(&a, 0, out, 16), size);
    ck_assert_int_eq(loginlint_advice_json(NULL, 0, out, 16), null);
}
END_TEST

/* Records filled by hand with anything: an answer or an error, no undefined behaviour (run under the sanitizers). */
START_TEST(records_of_noise) {
    loginlint_service s;
    loginlint_facts f;
    loginlint_advice a;
    uint32_t round, i, *word;
    for (round = 0; round < ROUNDS_OF(20000); round++) {
        for (word = (uint32_t *)&s, i = 0; i < sizeof s / 4; i++)
            word[i] = random_bits() >> random_bits() % 32;
        for (word = (uint32_t *)&f, i = 0; i < sizeof f / 4; i++)
            word[i] = random_bits() >> random_bits() % 32;
        s.size = sizeof s;
        f.size = sizeof f;
        s.count %= LOGINLINT_WINDOWS_MAX + 1;
        for (i = 0; i < s.count; i++)
            s.window[i].kind = (uint8_t)(random_bits() % 6);
        s.utc_offset %= 1440;
        f.utc_offset %= 1440;
        f.now[1] %= 59;
        if (loginlint_preflight(&s, &f, &a) == 0)
            json_of(&a, round & 1);
    }
}
END_TEST

static Suite *suite(void) {
    Suite *suite = suite_create("preflight");
    TCase *tests = tcase_create("preflight");
    tcase_set_timeout(tests, 0);
    tcase_add_test(tests, shared_cases);
    tcase_add_loop_test(tests, errors_have_a_place, 0, sizeof errors / sizeof errors[0]);
    tcase_add_test(tests, a_failed_parse_knows_nothing);
    tcase_add_test(tests, seventeen_windows_are_too_many);
    tcase_add_loop_test(tests, every_prefix_and_single_byte_mutation, 0, sizeof good / sizeof good[0]);
    tcase_add_test(tests, division_rounds_down);
    tcase_add_test(tests, every_day_of_8000_years);
    tcase_add_loop_test(tests, every_minute_of_two_years, 0, sizeof walks / sizeof walks[0]);
    tcase_add_test(tests, every_small_lock_rule);
    tcase_add_test(tests, lock_sentences_are_standing);
    tcase_add_test(tests, rows_are_in_order_of_urgency);
    tcase_add_test(tests, random_facts);
    tcase_add_test(tests, pure);
    tcase_add_loop_test(tests, every_sentence, 0, 2);
    tcase_add_test(tests, times_are_read_aloud);
    tcase_add_test(tests, a_lock_that_may_have_happened_is_said);
    tcase_add_test(tests, another_offset_is_said);
    tcase_add_test(tests, json_as_designed);
    tcase_add_test(tests, misuse_is_a_negative_return);
    tcase_add_test(tests, records_of_noise);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(int argc, char **argv) {
    if (argc > 1)
        cases = argv[1];
    return run_suite(suite());
}
