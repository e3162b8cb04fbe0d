/* case.h - were the letters typed with Caps Lock on, or the first one capitalised by a touch keyboard? */
#ifndef LL_CASE_H
#define LL_CASE_H

#include "check.h"

/* The parameters of case.def: hundredths of natural log-odds. */
enum {
#define X(name, centinats) LL_CASE_##name = (centinats),
#include "case.def"
#undef X
};

/* Appends `caps-lock` and `auto-capital` about the letters of a login ID or password, and sets the report's
 * caps_evidence.  Never makes a value invalid. */
void ll_case(struct ll_check *check);

/* The probability of log-odds in centinats, 0-100 percent, rounded. */
uint32_t ll_percent(int32_t centinats);

#endif
