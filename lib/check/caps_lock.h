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

/* Appends `caps-lock` and `auto-capital` about the letters of a login ID or password, and sets the report's
 * caps_evidence.  Never makes a value invalid. */
void loginlint__case(struct ll_check *check);

/* The probability of log-odds in centinats, 0-100 percent, rounded. */
uint32_t loginlint__percent(int32_t centinats);

#endif
