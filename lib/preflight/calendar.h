/* SPDX-License-Identifier: MIT */
/* calendar.h - the proleptic Gregorian calendar, in days and minutes since 1970-01-01 00:00; no time zone, no locale.
 */
#ifndef LL_CALENDAR_H
#define LL_CALENDAR_H

#include <stdint.h>

#define LL_DAY_MINUTES 1440
#define LL_WEEK_MINUTES 10080
#define LL_YEAR_MAX 9999
#define LL_SECONDS_MAX 253402300799LL /* 9999-12-31T23:59:59Z */
#define LL_OTHER_OFFSET 65536u        /* added to an item's argument: say in which offset its time is told */

struct ll_date {
    int32_t year;
    uint32_t month, day; /* 1-12, 1-31 */
};

int loginlint__is_leap(int32_t year);

/* Days of the month; February of year 0 has 29, as where no year is said. */
uint32_t loginlint__month_days(int32_t year, uint32_t month);

/* Days since 1970-01-01, for years 1 to 10000. */
int32_t loginlint__days(int32_t year, uint32_t month, uint32_t day);

/* The date that many days after 1970-01-01, for -700000 <= days <= 3000000. */
struct ll_date loginlint__date_of(int32_t days);

struct ll_clock {
    struct ll_date date;
    uint32_t hour, minute, second;
};

/* What a clock that many minutes east of UTC shows at `seconds` since 1970-01-01 00:00 UTC. */
struct ll_clock loginlint__clock_at(int64_t seconds, int32_t utc_offset);

/* Floor of a / b, b > 0. */
static inline int64_t ll_floor_div(int64_t a, int64_t b) {
    return a / b - (a % b < 0);
}

#endif
