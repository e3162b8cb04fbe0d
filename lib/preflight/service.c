/* SPDX-License-Identifier: MIT */
/* service.c - what a service says of itself and what an app knows, as strings; the time, as RFC 3339.
 *
 * In: "name: value; name: value".  Out: loginlint_service, loginlint_facts; or the first error: where, what was found,
 * what was expected.  Names of properties, days and values are read without regard to case, white space around every
 * part is free, an empty string or a final semicolon is fine.
 *
 *     service      = lock-after: 3-5 | utc-offset: +09:00 | maintenance: WINDOW (up to 16)
 *     WINDOW       = daily TIME-TIME | DAY TIME-TIME | DAY TIME - DAY TIME | DATE TIME-TIME | DATE TIME - DATE TIME
 *     DAY          = mon | tue | wed | thu | fri | sat | sun
 *     DATE         = 12-31 (every year) | 2026-12-31 (once)
 *     TIME         = 00:00 to 23:59; an end may be 24:00, and on the same day one before the start is the next day's
 *     facts        = failures: N | soon: MINUTES | NAME: yes|no     (NAME: advice.def)
 */
#include "preflight/calendar.h"
#include "text/ascii.h"
#include "text/scan.h"

/* One end of a window: a time, perhaps with a day or a date before it. */
struct point {
    enum { TIME, DAILY, WEEKDAY, DATE } kind;
    uint32_t weekday;    /* 0: Monday */
    struct ll_date date; /* year 0: not said */
    uint32_t minute;     /* of the day */
    uint32_t at;         /* where the time stands */
};

/* The byte `ahead` of the next one, or LL_SCAN_END. */
static uint32_t peek(const struct ll_scan *scan, uint32_t ahead) {
    return scan->n - scan->at > ahead ? scan->s[scan->at + ahead] : LL_SCAN_END;
}

/* Exactly `count` digits; no error is recorded. */
static int digits(struct ll_scan *scan, uint32_t count, uint32_t *value) {
    *value = 0;
    while (count--) {
        if (!ll_is_digit(peek(scan, 0)))
            return 0;
        *value = *value * 10 + (scan->s[scan->at++] - '0');
    }
    return !ll_is_digit(peek(scan, 0));
}

static int hour_minute(struct ll_scan *scan, uint32_t *minute) {
    uint32_t h, m;
    if (!digits(scan, 2, &h) || !loginlint__scan_take(scan, ':') || !digits(scan, 2, &m) || m > 59 || h > 24 ||
        (h == 24 && m))
        return 0;
    *minute = h * 60 + m;
    return 1;
}

/* +09:00, -03:30, Z: minutes east of UTC, less than a day. */
static int offset(struct ll_scan *scan, int32_t *minutes) {
    uint32_t start = scan->at, m, sign = peek(scan, 0);
    *minutes = 0;
    if (loginlint__scan_take(scan, 'Z') || loginlint__scan_take(scan, 'z'))
        return 1;
    if ((!loginlint__scan_take(scan, '+') && !loginlint__scan_take(scan, '-')) || !hour_minute(scan, &m) ||
        m >= LL_DAY_MINUTES)
        return loginlint__scan_wrong(scan, start, LOGINLINT_EXPECTED_OFFSET);
    *minutes = sign == '-' ? -(int32_t)m : (int32_t)m;
    return 1;
}

/* ---- windows ---- */

/* 12-31 or 2026-12-31. */
static int date(struct ll_scan *scan, struct ll_date *d) {
    uint32_t year = 0;
    if (ll_is_digit(peek(scan, 2)) && (!digits(scan, 4, &year) || !loginlint__scan_take(scan, '-') || year < 1970))
        return 0;
    d->year = (int32_t)year;
    return digits(scan, 2, &d->month) && loginlint__scan_take(scan, '-') && digits(scan, 2, &d->day) && d->month >= 1 &&
           d->month <= 12 && d->day >= 1 && d->day <= loginlint__month_days(d->year, d->month);
}

static int weekday(struct ll_scan *scan, struct point *p) {
    p->weekday = loginlint__scan_row(scan, "mon\0tue\0wed\0thu\0fri\0sat\0sun\0");
    return p->weekday != LL_NO_WORD;
}

static int point(struct ll_scan *scan, struct point *p) {
    uint32_t start = scan->at;
    p->kind = TIME;
    if (loginlint__scan_row(scan, "daily\0") == 0)
        p->kind = DAILY;
    else if (weekday(scan, p))
        p->kind = WEEKDAY;
    else if (ll_is_digit(peek(scan, 0)) && peek(scan, 2) != ':') {
        p->kind = DATE;
        if (!date(scan, &p->date))
            return loginlint__scan_wrong(scan, start, LOGINLINT_EXPECTED_TIME);
    }
    if (p->kind != TIME && !loginlint__scan_space(scan))
        return loginlint__scan_wrong(scan, scan->at, LOGINLINT_EXPECTED_TIME);
    p->at = scan->at;
    return hour_minute(scan, &p->minute) ? 1 : loginlint__scan_wrong(scan, p->at, LOGINLINT_EXPECTED_TIME);
}

/* Days and times as minutes of a week or day: 1 when there is time between them.  An end that is not after the start is
 * a period (of `wrap` minutes) later. */
static int repeated(struct loginlint_window *w, uint32_t kind, uint32_t from, uint32_t to, uint32_t wrap) {
    w->kind = (uint8_t)kind;
    w->from = from;
    w->to = to < from ? to + wrap : to;
    return from != to;
}

static uint32_t packed(const struct point *p) {
    return p->date.month << 16 | p->date.day << 11 | p->minute;
}

static int dated(struct loginlint_window *w, const struct point *from, const struct point *to) {
    w->kind = from->date.year ? 3 : 2;
    w->year = w->to_year = (uint32_t)from->date.year;
    w->from = packed(from);
    if (to->kind == TIME) {
        w->to = (uint32_t)(to->minute < from->minute) << 11 | to->minute;
        return to->minute != from->minute;
    }
    w->to = packed(to);
    if (to->date.year)
        w->to_year = (uint32_t)to->date.year;
    else if (w->year && w->to < w->from)
        w->to_year++;
    return w->to_year != w->year ? w->to_year > w->year : w->kind == 3 ? w->to > w->from : w->to != w->from;
}

/* The kinds of the two ends go together. */
static int pair(const struct point *from, const struct point *to) {
    if (from->kind == TIME || from->minute == LL_DAY_MINUTES)
        return 0;
    if (to->kind == TIME)
        return 1;
    return from->kind == to->kind && from->kind != DAILY && (from->kind != DATE || from->date.year || !to->date.year);
}

static int later(struct loginlint_window *w, const struct point *from, const struct point *to) {
    uint32_t day = from->weekday * LL_DAY_MINUTES;
    if (from->kind == DATE)
        return dated(w, from, to);
    if (from->kind == DAILY)
        return repeated(w, 4, from->minute, to->minute, LL_DAY_MINUTES);
    if (to->kind == TIME)
        return repeated(w, 1, day + from->minute, day + to->minute, LL_DAY_MINUTES);
    return repeated(w, 1, day + from->minute, to->weekday * LL_DAY_MINUTES + to->minute, LL_WEEK_MINUTES);
}

static int maintenance(struct ll_scan *scan, loginlint_service *service) {
    struct point from = {TIME, 0, {0, 0, 0}, 0, 0}, to = from;
    uint32_t start = scan->at, end;
    if (service->count == LOGINLINT_WINDOWS_MAX)
        return loginlint__scan_wrong(scan, start, LOGINLINT_EXPECTED_FEWER);
    if (!point(scan, &from))
        return 0;
    loginlint__scan_space(scan);
    if (!loginlint__scan_take(scan, '-'))
        return loginlint__scan_wrong(scan, scan->at, LOGINLINT_EXPECTED_TIME);
    loginlint__scan_space(scan);
    end = scan->at;
    if (!point(scan, &to))
        return 0;
    if (!pair(&from, &to))
        return loginlint__scan_wrong(scan, from.kind == TIME || from.minute == LL_DAY_MINUTES ? from.at : end,
                                     LOGINLINT_EXPECTED_TIME);
    if (!later(&service->window[service->count], &from, &to))
        return loginlint__scan_fail(scan, end, LOGINLINT_FOUND_CONTRADICTION, LOGINLINT_EXPECTED_LATER_END);
    service->count++;
    return 1;
}

/* ---- properties ---- */

#define LOCK_MAX 1000u /* NIST SP 800-63B allows 100; more is a slip */

static int lock_after(struct ll_scan *scan, loginlint_service *service) {
    uint32_t start;
    if (!loginlint__scan_number(scan, 1, LOCK_MAX, &service->lock_min))
        return 0;
    service->lock_max = service->lock_min;
    loginlint__scan_space(scan);
    if (!loginlint__scan_take(scan, '-'))
        return 1;
    loginlint__scan_space(scan);
    start = scan->at;
    if (!loginlint__scan_number(scan, 1, LOCK_MAX, &service->lock_max))
        return 0;
    return service->lock_min <= service->lock_max
               ? 1
               : loginlint__scan_fail(scan, start, LOGINLINT_FOUND_CONTRADICTION, LOGINLINT_EXPECTED_MIN_UP_TO_MAX);
}

static int utc_offset(struct ll_scan *scan, loginlint_service *service) {
    service->offset_given = 1;
    return offset(scan, &service->utc_offset);
}

/* In the order of its table. */
enum { LOCK_AFTER, UTC_OFFSET, MAINTENANCE };
static const char service_table[] = "lock-after\0utc-offset\0maintenance\0";

static int service_property(struct ll_scan *scan, loginlint_service *service, uint32_t *said) {
    switch (loginlint__scan_property(scan, service_table, said, 1u << MAINTENANCE)) {
    case LOCK_AFTER:
        return lock_after(scan, service);
    case UTC_OFFSET:
        return utc_offset(scan, service);
    case MAINTENANCE:
        return maintenance(scan, service);
    default:
        return 0;
    }
}

/* Two numbers, and behind them the facts of advice.def, in the order of its rows; `fact_number` is in that order. */
enum { FAILURES, SOON, FACTS };
#define YES(...) __VA_ARGS__
#define NO(...) __VA_ARGS__
#define OWN(...)
#define X(number, name, text, severity, verdict, when) when(text "\0")
static const char facts_table[] = "failures\0soon\0"
#include "preflight/advice.def"
    ;
#undef X
#define X(number, name, text, severity, verdict, when) when(number, )
static const uint8_t fact_number[] = {
#include "preflight/advice.def"
};
#undef X
_Static_assert(FACTS + sizeof fact_number <= 32, "a bit for each in `said`");

static int yes_no(struct ll_scan *scan, loginlint_facts *facts, uint32_t number) {
    uint32_t answer = loginlint__scan_row(scan, "no\0yes\0");
    if (answer == LL_NO_WORD)
        return loginlint__scan_wrong(scan, scan->at, LOGINLINT_EXPECTED_YES_NO);
    facts->known |= 1u << number;
    facts->yes |= answer << number;
    return 1;
}

static int facts_property(struct ll_scan *scan, loginlint_facts *facts, uint32_t *said) {
    uint32_t which = loginlint__scan_property(scan, facts_table, said, 0);
    switch (which) {
    case FAILURES:
        return loginlint__scan_number(scan, 0, 0xFFFFFFFFu, &facts->failures);
    case SOON:
        return loginlint__scan_number(scan, 1, LL_WEEK_MINUTES, &facts->soon);
    case LL_NO_WORD:
        return 0;
    default:
        return yes_no(scan, facts, fact_number[which - FACTS]);
    }
}

/* property; property; ...: 0 after the first error. */
static int service_properties(struct ll_scan *scan, loginlint_service *service) {
    uint32_t said = 0;
    loginlint__scan_space(scan);
    while (scan->at < scan->n)
        if (!service_property(scan, service, &said) || !loginlint__scan_semicolon(scan))
            return 0;
    return 1;
}

static int facts_properties(struct ll_scan *scan, loginlint_facts *facts) {
    uint32_t said = 0;
    loginlint__scan_space(scan);
    while (scan->at < scan->n)
        if (!facts_property(scan, facts, &said) || !loginlint__scan_semicolon(scan))
            return 0;
    return 1;
}

int32_t loginlint_service_parse(loginlint_service *service, const char *text, uint32_t n, loginlint_where *where) {
    const loginlint_service nothing = {.size = sizeof nothing};
    struct ll_scan scan;
    if (!service || (!text && n))
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    *service = nothing;
    scan = loginlint__scan_on(text, n, where);
    if (service_properties(&scan, service))
        return 0;
    *service = nothing;
    return -(int32_t)LOGINLINT_ERROR_SYNTAX;
}

int32_t loginlint_facts_parse(loginlint_facts *facts, const char *text, uint32_t n, loginlint_where *where) {
    const loginlint_facts nothing = {.size = sizeof nothing};
    struct ll_scan scan;
    if (!facts || (!text && n))
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    *facts = nothing;
    scan = loginlint__scan_on(text, n, where);
    if (facts_properties(&scan, facts))
        return 0;
    *facts = nothing;
    return -(int32_t)LOGINLINT_ERROR_SYNTAX;
}

/* ---- the time ---- */

/* 06:30:00 and any fraction, which is dropped; second 60 is a leap second. */
static int time_of_day(struct ll_scan *scan, uint32_t *minute, uint32_t *second) {
    if (!hour_minute(scan, minute) || *minute == LL_DAY_MINUTES || !loginlint__scan_take(scan, ':') ||
        !digits(scan, 2, second) || *second > 60)
        return 0;
    if (loginlint__scan_take(scan, '.')) {
        if (!ll_is_digit(peek(scan, 0)))
            return 0;
        while (ll_is_digit(peek(scan, 0)))
            scan->at++;
    }
    return 1;
}

/* A leap second ends a UTC day. */
static int date_time(struct ll_scan *scan, int64_t *seconds, int32_t *east) {
    struct ll_date d = {0, 0, 0};
    uint32_t minute, second, start = scan->at;
    int64_t minutes;
    if (!ll_is_digit(peek(scan, 2)) || !date(scan, &d) ||
        (!loginlint__scan_take(scan, 'T') && !loginlint__scan_take(scan, 't') && !loginlint__scan_take(scan, ' ')) ||
        !time_of_day(scan, &minute, &second))
        return loginlint__scan_wrong(scan, start, LOGINLINT_EXPECTED_DATE_TIME);
    if (!offset(scan, east))
        return 0;
    if (scan->at < scan->n)
        return loginlint__scan_wrong(scan, scan->at, LOGINLINT_EXPECTED_DATE_TIME);
    minutes = (int64_t)loginlint__days(d.year, d.month, d.day) * LL_DAY_MINUTES + minute - *east;
    *seconds = minutes * 60 + second;
    if (*seconds <= 0 || *seconds > LL_SECONDS_MAX || (second == 60 && (minutes + 1) % LL_DAY_MINUTES))
        return loginlint__scan_wrong(scan, start, LOGINLINT_EXPECTED_DATE_TIME);
    return 1;
}

int32_t loginlint_facts_now(loginlint_facts *facts, const char *text, uint32_t n, loginlint_where *where) {
    struct ll_scan scan;
    int64_t seconds = 0;
    int32_t east = 0;
    int ok;
    if (!facts || (!text && n))
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    if (facts->size != sizeof *facts)
        return -(int32_t)LOGINLINT_ERROR_RECORD_SIZE;
    scan = loginlint__scan_on(text, n, where);
    ok = date_time(&scan, &seconds, &east);
    facts->now[0] = ok ? (uint32_t)seconds : 0;
    facts->now[1] = ok ? (uint32_t)(seconds >> 32) : 0;
    facts->utc_offset = ok ? east : 0;
    return ok ? 0 : -(int32_t)LOGINLINT_ERROR_SYNTAX;
}
