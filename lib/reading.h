/* reading.h - other layouts and input methods undone. */
#ifndef LL_READING_H
#define LL_READING_H

#include "offer.h"

/* Adds the readings of s->cp. `refused`: the policy does not take the input as it is. */
void ll_keyboard_readings(struct ll_finder *f, int refused);

#endif
