/* SPDX-License-Identifier: MIT */
/* card.h - card brands: recognised by leading digits, grouped for display. */
#ifndef LL_CARD_H
#define LL_CARD_H

#include "check/digits.h"

/* Digits are bytes whose low four bits count: 0-9 and '0'-'9' alike. */

/* LOGINLINT_BRAND_* that the first `count` digits decide, or NONE while they do not. */
uint32_t loginlint__brand_of(const uint8_t *digit, uint32_t count);

/* A card number, grouped or not: 14-19 digits of a known brand with a right check digit. */
int loginlint__is_card_number(const struct ll_check *check);

#endif
