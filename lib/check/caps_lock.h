/* SPDX-License-Identifier: MIT */
/* caps_lock.h - were the letters typed with Caps Lock on, or the first one capitalised by a touch keyboard? */
#ifndef LL_CAPS_LOCK_H
#define LL_CAPS_LOCK_H

#include "check/check.h"

/* The parameters of caps_lock.def: hundredths of natural log-odds. */
enum {
#define X(name, centinats) LL_CASE_##name = (centinats),
#include "check/caps_lock.def"
#undef X
};

/* The letters of a value by their case only.  Starts at zero. */
struct ll_shape {
    uint32_t upper, lower, digits, symbols;
    uint32_t first, last; /* letters */
    uint32_t run;         /* letters of one case up to here */
    uint8_t run_upper;    /* that are capitals */
    uint8_t broken; /* so far fewer than three capitals stood in a row somewhere, or no capital behind a small letter */
    uint8_t lowers; /* or two small letters */
    uint8_t first_upper;
    uint8_t opens; /* nothing that a keyboard takes for the start of a word stands before the first letter */
    uint8_t address;
};

/* Adds character i. */
void loginlint__shape_add(struct ll_shape *shape, uint32_t i, uint32_t cp);

/* 1 when there is nothing to say about the case; *evidence is what the letters say about Caps Lock, in centinats. */
int loginlint__shape_is_quiet(const struct ll_policy *policy, const loginlint_context *context,
                              const struct ll_shape *shape, int32_t *evidence);

/* Appends `caps-lock` and `auto-capital` about the letters of a login ID or password, and sets the report's
 * caps_evidence.  Never makes a value invalid. */
void loginlint__case(struct ll_check *check);

/* The probability of log-odds in centinats, 0-100 percent, rounded. */
uint32_t loginlint__percent(int32_t centinats);

#endif
