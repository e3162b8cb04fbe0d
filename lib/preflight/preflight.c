/* SPDX-License-Identifier: MIT */
/* preflight.c - is it worth spending an attempt now?
 *
 * In: what the service says of itself, what the app knows, the time.  Out: a verdict and advice, most urgent first.
 * Pure: no clock, no network, no memory of earlier calls.
 *
 * The rows of advice.def are the whole answer; this file only decides which of them are claimed.
 *
 *   - A fact claims its row when it is known and has the value that matters (WHEN); an unknown fact claims nothing, and
 *     nothing is inferred from one fact about another, so of two that contradict each other the graver one decides.
 *   - The verdict is that of the most severe row: stop > wait > caution > go; with `go` there may be advice that is
 * good to know.
 *   - Where an attempt has failed and the reason does not show: other sites in reach point to the service, a restart
 * and a new installation that did not help point to support.
 *   - Lock-out counts only what the app itself saw fail, and speaks in three standing sentences: nothing while one more
 *     failure is harmless; last-try as soon as the next one may lock (and, said more firmly, once it may be locked
 *     already); locked from the last count of the range on.  No figure of attempts left: it would tell whether an
 *     account exists.
 *   - Maintenance is judged in the service's offset (else in that of `now`), in whole minutes [from, to).  Windows
 *     that touch or overlap are one, so `until` is when the service really is back.  In a year without 02-29 that
 *     day is the instant 03-01 00:00: a window on it alone does not take place, one that crosses it is cut there.
 */
#include "loginlint.h"
#include "preflight/calendar.h"

#define SOON_DEFAULT 30u

/* Longer chains of touching windows (10 a day for 100 days) count as without end. */
#define CHAIN_MAX 1024

enum when { OWN, YES, NO };

static const struct row {
    uint8_t code, severity, verdict, when;
} rows[] = {
#define X(number, name, text, severity, verdict, when)                                                                 \
    {number, LOGINLINT_SEVERITY_##severity, LOGINLINT_PREFLIGHT_##verdict, when},
#include "preflight/advice.def"
#undef X
};
#define ROWS (sizeof rows / sizeof rows[0])
_Static_assert(ROWS <= LOGINLINT_ADVICE_MAX, "room for every row at once");

/* What is claimed, and what its item carries. */
struct claims {
    uint64_t rows;     /* 1 << LOGINLINT_ADVICE_* */
    uint32_t last_try; /* argument */
    uint32_t soon;     /* minutes until maintenance */
    int64_t until;     /* seconds; 0: none */
};

static void claim(struct claims *claims, uint32_t code) {
    claims->rows |= (uint64_t)1 << code;
}

static int claimed(const struct claims *claims, uint32_t code) {
    return (int)(claims->rows >> code & 1);
}

static void claim_facts(struct claims *claims, const loginlint_facts *facts) {
    uint32_t i, said;
    for (i = 0; i < ROWS; i++) {
        said = rows[i].when == YES ? facts->yes : rows[i].when == NO ? ~facts->yes : 0;
        if (rows[i].when != OWN && facts->known & said & 1u << rows[i].code)
            claim(claims, rows[i].code);
    }
    if (claimed(claims, LOGINLINT_ADVICE_REPEAT))
        claims->rows &= ~((uint64_t)1 << LOGINLINT_ADVICE_NEAR_REPEAT);
}

static void claim_lock(struct claims *claims, const loginlint_service *service, uint32_t failures) {
    if (!service->lock_min)
        return;
    if (failures >= service->lock_max)
        claim(claims, LOGINLINT_ADVICE_LOCKED);
    else if (failures >= service->lock_min - 1)
        claim(claims, LOGINLINT_ADVICE_LAST_TRY);
    claims->last_try = failures >= service->lock_min;
}

static int holds(const loginlint_facts *facts, uint32_t code) {
    return (int)(facts->known & facts->yes & 1u << code);
}

/* Nothing that is claimed already keeps the attempt from succeeding. */
static int is_unexplained(const struct claims *claims) {
    uint32_t i;
    for (i = 0; i < ROWS; i++)
        if (rows[i].verdict <= LOGINLINT_PREFLIGHT_WAIT && claimed(claims, rows[i].code))
            return 0;
    return 1;
}

static void claim_failing(struct claims *claims, const loginlint_facts *facts) {
    if (!facts->failures || !is_unexplained(claims))
        return;
    if (holds(facts, LOGINLINT_ADVICE_OTHER_SITES_REACHABLE))
        claim(claims, LOGINLINT_ADVICE_SERVICE_SUSPECTED);
    if (holds(facts, LOGINLINT_ADVICE_RESTARTED) && holds(facts, LOGINLINT_ADVICE_REINSTALLED))
        claim(claims, LOGINLINT_ADVICE_STILL_FAILING);
}

/* ---- windows, in minutes since 1970-01-01 00:00 in the service's offset ---- */

struct span {
    int64_t from, to;
};

enum moment { NEVER, ELSEWHERE, THERE };

/* month << 16 | day << 11 | minute in that year; ELSEWHERE when the year does not have its 02-29. */
static enum moment moment(int64_t year, uint32_t packed, int64_t *minutes) {
    uint32_t month = packed >> 16, day = packed >> 11 & 31, minute = packed & 2047;
    int leap = month == 2 && day == 29 && !loginlint__is_leap((int32_t)year);
    *minutes = 0;
    if (year < 1 || year > LL_YEAR_MAX + 1 || month < 1 || month > 12 || day < 1 ||
        day > loginlint__month_days(0, month))
        return NEVER;
    *minutes = (int64_t)loginlint__days((int32_t)year, month, day) * LL_DAY_MINUTES + (leap ? 0 : minute);
    return leap ? ELSEWHERE : THERE;
}

/* A window with dates, as it begins in that year. */
static int dated(const struct loginlint_window *w, int64_t year, struct span *span) {
    int64_t to_year = w->kind == 3 ? w->to_year : year + (w->to < w->from);
    enum moment from = moment(year, w->from, &span->from);
    if (w->to >> 16)
        return from != NEVER && moment(to_year, w->to, &span->to) != NEVER && span->from < span->to;
    span->to = ll_floor_div(span->from, LL_DAY_MINUTES) * LL_DAY_MINUTES +
               (int64_t)(w->to >> 11 & 31) * LL_DAY_MINUTES + (w->to & 2047);
    return from == THERE && span->from < span->to;
}

/* The window's period (day, week, year) at minute t.  1970-01-01 was a Thursday, three days into week 0. */
static int64_t period_at(const struct loginlint_window *w, int64_t t) {
    int64_t day = ll_floor_div(t, LL_DAY_MINUTES);
    switch (w->kind) {
    case 1:
        return ll_floor_div(day + 3, 7);
    case 2:
        return loginlint__date_of((int32_t)day).year;
    case 3:
        return w->year;
    default:
        return day;
    }
}

/* The window as it begins in that period: 0 when it does not. */
static int span_in(const struct loginlint_window *w, int64_t period, struct span *span) {
    int64_t base = w->kind == 1 ? (period * 7 - 3) * LL_DAY_MINUTES : period * LL_DAY_MINUTES;
    if (w->kind == 2)
        return dated(w, period, span);
    if (w->kind == 3)
        return period == w->year && dated(w, period, span);
    span->from = base + w->from;
    span->to = base + w->to;
    return (w->kind == 1 || w->kind == 4) && w->from < w->to;
}

/* Windows last no longer than their period, so only the one before, this one and the next can matter at t: the latest
 * end of those that hold t (t itself when none does), and the earliest start after t (`limit` when none is earlier). */
static struct span around(const loginlint_service *service, int64_t t, int64_t limit) {
    struct span found = {limit, t}, span;
    uint32_t i;
    int64_t first, k;
    for (i = 0; i < service->count; i++) {
        first = period_at(&service->window[i], t) - 1;
        for (k = first; k < first + 3; k++) {
            if (!span_in(&service->window[i], k, &span))
                continue;
            if (span.from <= t && span.to > found.to)
                found.to = span.to;
            if (span.from > t && span.from < found.from)
                found.from = span.from;
        }
    }
    return found;
}

/* When the windows that hold t, and those that touch them, are over; 0: no end is in sight. */
static int64_t end_of(const loginlint_service *service, int64_t t) {
    uint32_t i;
    int64_t to;
    for (i = 0; i < CHAIN_MAX; i++) {
        to = around(service, t, t).to;
        if (to == t)
            return t;
        if (to > LL_SECONDS_MAX / 60)
            break;
        t = to;
    }
    return 0;
}

static void claim_maintenance(struct claims *claims, const loginlint_service *service, int64_t now, int32_t offset,
                              uint32_t soon) {
    int64_t t = ll_floor_div(now, 60) + offset, end;
    struct span at;
    soon = !soon ? SOON_DEFAULT : soon > LL_WEEK_MINUTES ? LL_WEEK_MINUTES : soon;
    at = around(service, t, t + soon + 1);
    if (at.to > t)
        claim(claims, LOGINLINT_ADVICE_MAINTENANCE);
    else if (at.from <= t + soon)
        claim(claims, LOGINLINT_ADVICE_MAINTENANCE_SOON);
    else
        return;
    claims->soon = at.to > t ? 0 : (uint32_t)(at.from - t);
    end = end_of(service, at.to > t ? t : at.from);
    claims->until = end ? (end - offset) * 60 : 0;
}

/* ---- the answer ---- */

static void add(loginlint_advice *advice, const struct row *row, const struct claims *claims, uint32_t other_offset) {
    loginlint_advice_item *item = &advice->item[advice->count++];
    item->code = row->code;
    item->severity = row->severity;
    item->verdict = row->verdict;
    if (row->verdict < advice->verdict)
        advice->verdict = row->verdict;
    if (row->code == LOGINLINT_ADVICE_LAST_TRY)
        item->argument = claims->last_try;
    if (row->code != LOGINLINT_ADVICE_MAINTENANCE && row->code != LOGINLINT_ADVICE_MAINTENANCE_SOON)
        return;
    item->argument = claims->soon + other_offset;
    item->until[0] = (uint32_t)claims->until;
    item->until[1] = (uint32_t)((uint64_t)claims->until >> 32);
}

static int32_t misuse(const loginlint_service *service, const loginlint_facts *facts, int64_t now, int32_t offset) {
    if (service->size != sizeof *service || facts->size != sizeof *facts)
        return LOGINLINT_ERROR_RECORD_SIZE;
    if (service->count > LOGINLINT_WINDOWS_MAX || now < 0 || now > LL_SECONDS_MAX || offset <= -LL_DAY_MINUTES ||
        offset >= LL_DAY_MINUTES)
        return LOGINLINT_ERROR_UNKNOWN_VALUE;
    return 0;
}

int32_t loginlint_preflight(const loginlint_service *service, const loginlint_facts *facts, loginlint_advice *advice) {
    static const loginlint_service silent = {.size = sizeof silent};
    const loginlint_advice nothing = {.size = sizeof nothing, .verdict = LOGINLINT_PREFLIGHT_STOP};
    struct claims claims = {0, 0, 0, 0};
    int64_t now;
    int32_t error;
    uint32_t i, other;
    if (advice)
        *advice = nothing;
    if (!facts || !advice)
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    service = service ? service : &silent;
    now = (int64_t)((uint64_t)facts->now[1] << 32 | facts->now[0]);
    advice->utc_offset = service->offset_given ? service->utc_offset : facts->utc_offset;
    error = misuse(service, facts, now, advice->utc_offset);
    if (error)
        return -error;
    claim_facts(&claims, facts);
    claim_lock(&claims, service, facts->failures);
    if (now)
        claim_maintenance(&claims, service, now, advice->utc_offset, facts->soon);
    claim_failing(&claims, facts);
    other = advice->utc_offset != facts->utc_offset ? LL_OTHER_OFFSET : 0;
    advice->verdict = LOGINLINT_PREFLIGHT_GO;
    for (i = 0; i < ROWS; i++)
        if (claimed(&claims, rows[i].code))
            add(advice, &rows[i], &claims, other);
    return 0;
}
