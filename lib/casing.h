/* casing.h - Caps Lock, Shift and an automatic capital undone. */
#ifndef LL_CASING_H
#define LL_CASING_H

#include "offer.h"

/* Adds the case readings of a value, whose report is in s->u.report. */
void ll_case_readings(struct ll_finder *f, const uint8_t *text, uint32_t n, const struct ll_offer *from);

#endif
