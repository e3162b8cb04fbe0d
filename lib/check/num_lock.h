/* SPDX-License-Identifier: MIT */
/* num_lock.h - Num Lock on a small keyboard, which has the digits of a keypad among its letters. */
#ifndef LL_NUM_LOCK_H
#define LL_NUM_LOCK_H

#include "check/check.h"

/* The small letter whose key gives this digit while Num Lock is on, or 0: m j k l u i o for 0 to 6; 7 to 9 are keys of
 * their own (ISO/IEC 9995-4, as notebooks without a keypad have it). */
static inline uint32_t ll_num_lock_letter(uint32_t digit) {
    return digit >= '0' && digit <= '6' ? (uint8_t) "mjkluio"[digit - '0'] : 0;
}

/* Appends `num-lock` about a value with digits where such letters never stand: only where the platform says that Num
 * Lock is on, or after a failure. */
void loginlint__num_lock(struct ll_check *check);

#endif
