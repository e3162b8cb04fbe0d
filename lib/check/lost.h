/* SPDX-License-Identifier: MIT */
/* lost.h - what a copy has lost: characters behind a mask, digits behind an exponent, a zero at the front. */
#ifndef LL_LOST_H
#define LL_LOST_H

#include "check/check.h"

/* After folding: 1 when the value is a mask or a number that a spreadsheet rounded.  That is said then, and nothing
 * else is worth saying: what was lost cannot be mended. */
int loginlint__lost(struct ll_check *check);

/* A number of `count` digits that is one digit short of its only length: did it begin with a zero that a spreadsheet or
 * an address book dropped?  Then the zero is offered, and 1 is returned. */
int loginlint__lost_zero(struct ll_check *check, uint32_t count);

#endif
