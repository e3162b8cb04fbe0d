/* SPDX-License-Identifier: MIT */
/* calendar.c - dates to days and back.
 *
 * In: a date, or days since 1970-01-01.  Out: the other of the two.
 */
#include "preflight/calendar.h"

#define DAYS_TO_1970 719162 /* from 0001-01-01 */

/* Days of a common year before each month, and before the next year. */
static const uint16_t before[13] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

int loginlint__is_leap(int32_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

uint32_t loginlint__month_days(int32_t year, uint32_t month) {
    return (uint32_t)(before[month] - before[month - 1]) + (month == 2 && loginlint__is_leap(year));
}

static int32_t days_before_year(int32_t year) {
    int32_t past = year - 1;
    return 365 * past + past / 4 - past / 100 + past / 400 - DAYS_TO_1970;
}

int32_t loginlint__days(int32_t year, uint32_t month, uint32_t day) {
    return days_before_year(year) + before[month - 1] + (month > 2 && loginlint__is_leap(year)) + (int32_t)day - 1;
}

/* 146097 days are 400 years.  The first guess is never late, and at most one year early: within 400 years the leap days
 * stray from their mean by less than 0.73 days upwards and 1.4 downwards. */
struct ll_date loginlint__date_of(int32_t days) {
    struct ll_date date = {(int32_t)(((int64_t)days + DAYS_TO_1970) * 400 / 146097) + 1, 1, 0};
    while (days >= days_before_year(date.year + 1))
        date.year++;
    while (date.month < 12 && days >= loginlint__days(date.year, date.month + 1, 1))
        date.month++;
    date.day = (uint32_t)(days - loginlint__days(date.year, date.month, 1)) + 1;
    return date;
}

struct ll_clock loginlint__clock_at(int64_t seconds, int32_t utc_offset) {
    int64_t local = seconds + (int64_t)utc_offset * 60, day = ll_floor_div(local, 60 * LL_DAY_MINUTES);
    uint32_t rest = (uint32_t)(local - day * 60 * LL_DAY_MINUTES);
    struct ll_clock clock = {loginlint__date_of((int32_t)day), rest / 3600, rest / 60 % 60, rest % 60};
    return clock;
}
