/* SPDX-License-Identifier: MIT */
/* phone.h - the country code of a phone number against the national form. */
#ifndef LL_PHONE_H
#define LL_PHONE_H

#include "check/check.h"
#include "check/digits.h"

/* Says where a country code stands in a number that is wanted in its national form, and where the trunk 0 was kept
 * behind one; both are mended on consent.  Returns how many digits go. */
uint32_t loginlint__phone(struct ll_check *check, const struct ll_number *number);

/* Takes an extension off the end of a number, on consent: x12, ext. 12, #12 behind the digits without a space.  Before
 * the number is read. */
void loginlint__phone_extension(struct ll_check *check);

#endif
