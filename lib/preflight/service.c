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
#include "loginlint.h"
#include "preflight/calendar.h"
#include "text/attributes.h"

struct cursor {
    const uint8_t *s;
    uint32_t n, at;
    uint32_t said; /* 1 << property of those that may come only once */
    loginlint_where *where;
};

/* One end of a window: a time, perhaps with a day or a date before it. */
struct point {
    enum { TIME, DAILY, WEEKDAY, DATE } kind;
    uint32_t weekday;    /* 0: Monday */
    struct ll_date date; /* year 0: not said */
    uint32_t minute;     /* of the day */
    uint32_t at;         /* where the time stands */
};

static int is_space(uint32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static LL_INLINE uint32_t lower(uint32_t c) {
    return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
}

static int is_name(uint32_t c) {
    return (lower(c) >= 'a' && lower(c) <= 'z') || c == '-';
}

static int is_digit(uint32_t c) {
    return c >= '0' && c <= '9';
}

/* The next byte but `ahead`; 0 past the end. */
static uint32_t peek(const struct cursor *c, uint32_t ahead) {
    return c->n - c->at > ahead ? c->s[c->at + ahead] : 0;
}

static void skip_space(struct cursor *c) {
    while (is_space(peek(c, 0)))
        c->at++;
}

/* The word or time that begins at `at` ends before this byte; a time has colons inside. */
static int ends(const struct cursor *c, uint32_t at, uint32_t byte) {
    return is_space(byte) || byte == ';' || (byte == ':' && lower(c->s[at]) >= 'a');
}

/* What stands at `at` is not what was expected.  Always 0. */
static int fail(struct cursor *c, uint32_t at, uint32_t found, uint32_t expected) {
    uint32_t end = at;
    if (!c->where)
        return 0;
    while (end < c->n && (end == at || !ends(c, at, c->s[end])))
        end++;
    c->where->size = sizeof *c->where;
    c->where->offset = at;
    c->where->length = end - at;
    c->where->found = (uint16_t)(at == c->n ? LOGINLINT_FOUND_END : found);
    c->where->expected = (uint16_t)expected;
    return 0;
}

static LL_INLINE int take(struct cursor *c, uint32_t byte) {
    if (peek(c, 0) != byte)
        return 0;
    c->at++;
    return 1;
}

/* The word at the cursor is `name`: passes over it. */
static int take_word(struct cursor *c, const char *name) {
    uint32_t i = 0;
    while (name[i] && lower(peek(c, i)) == (uint8_t)name[i])
        i++;
    if (name[i] || is_name(peek(c, i)))
        return 0;
    c->at += i;
    return 1;
}

static int number(struct cursor *c, uint32_t min, uint32_t max, uint32_t *value) {
    uint32_t start = c->at;
    uint64_t n = 0;
    while (is_digit(peek(c, 0)) && n <= max)
        n = n * 10 + (c->s[c->at++] - '0');
    if (c->at == start || n < min || n > max)
        return fail(c, start, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_NUMBER);
    *value = (uint32_t)n;
    return 1;
}

/* Exactly `count` digits; no error is recorded. */
static int digits(struct cursor *c, uint32_t count, uint32_t *value) {
    *value = 0;
    while (count--) {
        if (!is_digit(peek(c, 0)))
            return 0;
        *value = *value * 10 + (c->s[c->at++] - '0');
    }
    return !is_digit(peek(c, 0));
}

static int hour_minute(struct cursor *c, uint32_t *minute) {
    uint32_t h, m;
    if (!digits(c, 2, &h) || !take(c, ':') || !digits(c, 2, &m) || m > 59 || h > 24 || (h == 24 && m))
        return 0;
    *minute = h * 60 + m;
    return 1;
}

/* +09:00, -03:30, Z: minutes east of UTC, less than a day. */
static int offset(struct cursor *c, int32_t *minutes) {
    uint32_t start = c->at, m, sign = peek(c, 0);
    *minutes = 0;
    if (take(c, 'Z') || take(c, 'z'))
        return 1;
    if ((!take(c, '+') && !take(c, '-')) || !hour_minute(c, &m) || m >= LL_DAY_MINUTES)
        return fail(c, start, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_OFFSET);
    *minutes = sign == '-' ? -(int32_t)m : (int32_t)m;
    return 1;
}

/* ---- windows ---------------------------------------------------------------------------------------------------- */

/* 12-31 or 2026-12-31. */
static int date(struct cursor *c, struct ll_date *d) {
    uint32_t year = 0;
    if (is_digit(peek(c, 2)) && (!digits(c, 4, &year) || !take(c, '-') || year < 1970))
        return 0;
    d->year = (int32_t)year;
    return digits(c, 2, &d->month) && take(c, '-') && digits(c, 2, &d->day) && d->month >= 1 && d->month <= 12 &&
           d->day >= 1 && d->day <= loginlint__month_days(d->year, d->month);
}

static int weekday(struct cursor *c, struct point *p) {
    static const char names[][4] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    for (p->weekday = 0; p->weekday < 7; p->weekday++)
        if (take_word(c, names[p->weekday]))
            return 1;
    return 0;
}

static int point(struct cursor *c, struct point *p) {
    uint32_t start = c->at;
    p->kind = TIME;
    if (take_word(c, "daily"))
        p->kind = DAILY;
    else if (weekday(c, p))
        p->kind = WEEKDAY;
    else if (is_digit(peek(c, 0)) && peek(c, 2) != ':') {
        p->kind = DATE;
        if (!date(c, &p->date))
            return fail(c, start, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_TIME);
    }
    if (p->kind != TIME && !is_space(peek(c, 0)))
        return fail(c, c->at, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_TIME);
    skip_space(c);
    p->at = c->at;
    return hour_minute(c, &p->minute) ? 1 : fail(c, p->at, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_TIME);
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

static LL_APART int later(struct loginlint_window *w, const struct point *from, const struct point *to) {
    uint32_t day = from->weekday * LL_DAY_MINUTES;
    if (from->kind == DATE)
        return dated(w, from, to);
    if (from->kind == DAILY)
        return repeated(w, 4, from->minute, to->minute, LL_DAY_MINUTES);
    if (to->kind == TIME)
        return repeated(w, 1, day + from->minute, day + to->minute, LL_DAY_MINUTES);
    return repeated(w, 1, day + from->minute, to->weekday * LL_DAY_MINUTES + to->minute, LL_WEEK_MINUTES);
}

static int maintenance(struct cursor *c, loginlint_service *service) {
    struct point from = {TIME, 0, {0, 0, 0}, 0, 0}, to = from;
    uint32_t start = c->at, end;
    if (service->count == LOGINLINT_WINDOWS_MAX)
        return fail(c, start, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_FEWER);
    if (!point(c, &from))
        return 0;
    skip_space(c);
    if (!take(c, '-'))
        return fail(c, c->at, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_TIME);
    skip_space(c);
    end = c->at;
    if (!point(c, &to))
        return 0;
    if (!pair(&from, &to))
        return fail(c, from.kind == TIME || from.minute == LL_DAY_MINUTES ? from.at : end, LOGINLINT_FOUND_TEXT,
                    LOGINLINT_EXPECTED_TIME);
    if (!later(&service->window[service->count], &from, &to))
        return fail(c, end, LOGINLINT_FOUND_CONTRADICTION, LOGINLINT_EXPECTED_LATER_END);
    service->count++;
    return 1;
}

/* ---- properties ------------------------------------------------------------------------------------------------- */

#define LOCK_MAX 1000u /* NIST SP 800-63B allows 100; more is a slip */

static int lock_after(struct cursor *c, loginlint_service *service) {
    uint32_t start;
    if (!number(c, 1, LOCK_MAX, &service->lock_min))
        return 0;
    service->lock_max = service->lock_min;
    skip_space(c);
    if (!take(c, '-'))
        return 1;
    skip_space(c);
    start = c->at;
    if (!number(c, 1, LOCK_MAX, &service->lock_max))
        return 0;
    return service->lock_min <= service->lock_max
               ? 1
               : fail(c, start, LOGINLINT_FOUND_CONTRADICTION, LOGINLINT_EXPECTED_MIN_UP_TO_MAX);
}

static int utc_offset(struct cursor *c, loginlint_service *service) {
    service->offset_given = 1;
    return offset(c, &service->utc_offset);
}

/* A property that may come only once: 0, and the error, if it is the second. */
static int once(struct cursor *c, uint32_t bit, uint32_t start) {
    if (c->said & 1u << bit)
        return fail(c, start, LOGINLINT_FOUND_DUPLICATE, LOGINLINT_EXPECTED_PROPERTY);
    c->said |= 1u << bit;
    return 1;
}

static int colon(struct cursor *c) {
    skip_space(c);
    if (!take(c, ':'))
        return fail(c, c->at, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_COLON);
    skip_space(c);
    return 1;
}

/* Bits of `said` for a service. */
enum { SAID_LOCK_AFTER, SAID_UTC_OFFSET };

static int service_property(struct cursor *c, loginlint_service *service) {
    uint32_t start = c->at;
    if (take_word(c, "maintenance"))
        return colon(c) && maintenance(c, service);
    if (take_word(c, "lock-after"))
        return once(c, SAID_LOCK_AFTER, start) && colon(c) && lock_after(c, service);
    if (take_word(c, "utc-offset"))
        return once(c, SAID_UTC_OFFSET, start) && colon(c) && utc_offset(c, service);
    return fail(c, start, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_PROPERTY);
}

/* The fact whose name stands at the cursor, or 32. */
static uint32_t fact(struct cursor *c) {
    static const struct {
        uint8_t number;
        char name[23];
    } facts[] = {
#define X(number, name, text, ...) {number, text},
#include "preflight/advice.def"
#undef X
    };
    uint32_t i;
    for (i = 0; i < sizeof facts / sizeof facts[0]; i++)
        if (facts[i].number < 32 && take_word(c, facts[i].name))
            return facts[i].number;
    return 32;
}

static int yes_no(struct cursor *c, loginlint_facts *facts, uint32_t bit) {
    uint32_t start = c->at;
    facts->known |= 1u << bit;
    if (take_word(c, "yes"))
        facts->yes |= 1u << bit;
    else if (!take_word(c, "no"))
        return fail(c, start, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_YES_NO);
    return 1;
}

/* Bits of `said` beyond those of facts. */
enum { SAID_FAILURES = 31, SAID_SOON = 30 };

static int facts_property(struct cursor *c, loginlint_facts *facts) {
    uint32_t start = c->at, bit;
    if (take_word(c, "failures"))
        return once(c, SAID_FAILURES, start) && colon(c) && number(c, 0, 0xFFFFFFFFu, &facts->failures);
    if (take_word(c, "soon"))
        return once(c, SAID_SOON, start) && colon(c) && number(c, 1, LL_WEEK_MINUTES, &facts->soon);
    bit = fact(c);
    if (bit == 32)
        return fail(c, start, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_PROPERTY);
    return once(c, bit, start) && colon(c) && yes_no(c, facts, bit);
}

/* What stands between properties: 0, and the error, if it is no semicolon. */
static int semicolon(struct cursor *c) {
    skip_space(c);
    if (c->at < c->n && !take(c, ';'))
        return fail(c, c->at, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_SEMICOLON);
    skip_space(c);
    return 1;
}

/* property; property; ...: 0 after the first error. */
static int service_properties(struct cursor *c, loginlint_service *service) {
    skip_space(c);
    while (c->at < c->n)
        if (!service_property(c, service) || !semicolon(c))
            return 0;
    return 1;
}

static int facts_properties(struct cursor *c, loginlint_facts *facts) {
    skip_space(c);
    while (c->at < c->n)
        if (!facts_property(c, facts) || !semicolon(c))
            return 0;
    return 1;
}

static struct cursor cursor_on(const char *text, uint32_t n, loginlint_where *where) {
    struct cursor c = {(const uint8_t *)text, n, 0, 0, where};
    if (where) {
        const loginlint_where none = {sizeof none, 0, 0, 0, 0};
        *where = none;
    }
    return c;
}

int32_t loginlint_service_parse(loginlint_service *service, const char *text, uint32_t n, loginlint_where *where) {
    const loginlint_service nothing = {.size = sizeof nothing};
    struct cursor c = cursor_on(text, n, where);
    if (!service || (!text && n))
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    *service = nothing;
    if (service_properties(&c, service))
        return 0;
    *service = nothing;
    return -(int32_t)LOGINLINT_ERROR_SYNTAX;
}

int32_t loginlint_facts_parse(loginlint_facts *facts, const char *text, uint32_t n, loginlint_where *where) {
    const loginlint_facts nothing = {.size = sizeof nothing};
    struct cursor c = cursor_on(text, n, where);
    if (!facts || (!text && n))
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    *facts = nothing;
    if (facts_properties(&c, facts))
        return 0;
    *facts = nothing;
    return -(int32_t)LOGINLINT_ERROR_SYNTAX;
}

/* ---- the time --------------------------------------------------------------------------------------------------- */

/* 06:30:00 and any fraction, which is dropped; second 60 is a leap second. */
static int time_of_day(struct cursor *c, uint32_t *minute, uint32_t *second) {
    if (!hour_minute(c, minute) || *minute == LL_DAY_MINUTES || !take(c, ':') || !digits(c, 2, second) || *second > 60)
        return 0;
    if (take(c, '.')) {
        if (!is_digit(peek(c, 0)))
            return 0;
        while (is_digit(peek(c, 0)))
            c->at++;
    }
    return 1;
}

/* A leap second ends a UTC day. */
static int date_time(struct cursor *c, int64_t *seconds, int32_t *east) {
    struct ll_date d = {0, 0, 0};
    uint32_t minute, second, start = c->at;
    int64_t minutes;
    if (!is_digit(peek(c, 2)) || !date(c, &d) || (!take(c, 'T') && !take(c, 't') && !take(c, ' ')) ||
        !time_of_day(c, &minute, &second))
        return fail(c, start, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_DATE_TIME);
    if (!offset(c, east))
        return 0;
    if (c->at < c->n)
        return fail(c, c->at, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_DATE_TIME);
    minutes = (int64_t)loginlint__days(d.year, d.month, d.day) * LL_DAY_MINUTES + minute - *east;
    *seconds = minutes * 60 + second;
    if (*seconds <= 0 || *seconds > LL_SECONDS_MAX || (second == 60 && (minutes + 1) % LL_DAY_MINUTES))
        return fail(c, start, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_DATE_TIME);
    return 1;
}

int32_t loginlint_facts_now(loginlint_facts *facts, const char *text, uint32_t n, loginlint_where *where) {
    struct cursor c = cursor_on(text, n, where);
    int64_t seconds = 0;
    int32_t east = 0;
    int ok;
    if (!facts || (!text && n))
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    if (facts->size != sizeof *facts)
        return -(int32_t)LOGINLINT_ERROR_RECORD_SIZE;
    ok = date_time(&c, &seconds, &east);
    facts->now[0] = ok ? (uint32_t)seconds : 0;
    facts->now[1] = ok ? (uint32_t)(seconds >> 32) : 0;
    facts->utc_offset = ok ? east : 0;
    return ok ? 0 : -(int32_t)LOGINLINT_ERROR_SYNTAX;
}
