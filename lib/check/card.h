/* card.h - card brands: recognised by leading digits, grouped for display. */
#ifndef LL_CARD_H
#define LL_CARD_H

#include "check/digits.h"

/* Digits are bytes whose low four bits count: 0-9 and '0'-'9' alike. */

/* LOGINLINT_BRAND_* that the first `count` digits decide, or NONE while they do not. */
uint32_t loginlint__brand_of(const uint8_t *digit, uint32_t count);

/* 1 when nothing is to be said about this number: brand, length and check digit are right.  The report then has its
 * brand and display. */
int loginlint__card_passes(const struct ll_policy *policy, const uint8_t *digit, uint32_t count,
                           loginlint_report *report);

/* A card number, grouped or not: 14-19 digits of a known brand with a right check digit. */
int loginlint__is_card_number(const struct ll_check *check);

#endif
