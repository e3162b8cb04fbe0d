/* SPDX-License-Identifier: MIT */
/* card.h - is a value of another field a card number? */
#ifndef LL_CARD_H
#define LL_CARD_H

#include "check/check.h"

/* A card number, grouped or not: 14-19 digits of a known brand with a right check digit. */
int loginlint__is_card_number(const struct ll_check *check);

#endif
