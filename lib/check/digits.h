/* SPDX-License-Identifier: MIT */
/* digits.h - the digits of a card number, PIN, phone or member number, read through separators and look-alikes. */
#ifndef LL_DIGITS_H
#define LL_DIGITS_H

#include "check/check.h"

#define LL_NUMBER_MAX 32u /* digits kept; `count` goes on counting */

struct ll_number {
    uint8_t digit[LL_NUMBER_MAX]; /* 0-9, look-alikes read as digits */
    uint32_t count;               /* digits and look-alikes */
    uint32_t lookalikes;          /* of these, letters that resemble a digit */
    uint32_t junk;                /* characters that cannot be digits */
    uint32_t plus;                /* plus signs before the first digit of a phone number */
};

/* Reads the digits of a structured value and marks what is none: look-alikes, signs such as `. _ / , : ~` between
 * digits (to be removed on consent), anything else.  `groups` as for loginlint__group. */
void loginlint__number_read(struct ll_check *check, struct ll_number *number, const uint8_t *groups,
                            uint32_t group_count);

/* The digit ('0'-'9') that a letter or sign is typed or read for; 0 when it is for none. */
uint32_t loginlint__lookalike_digit(uint32_t cp);

/* Offers to read the look-alikes as digits: called when the repaired number satisfies length and check digit. */
void loginlint__number_repair(struct ll_check *check);

/* 1 when the digits (0-9, or '0'-'9') end in a correct Luhn check digit (ISO/IEC 7812-1, annex B). */
int loginlint__luhn(const uint8_t *digit, uint32_t count);

/* loginlint__luhn of the digits read; 1 as well when there are more than are kept, which nobody can tell. */
int loginlint__number_luhn(const struct ll_number *number);

/* A letter that slipped in among digits which are complete without it is to be removed, on consent.  `complete`: the
 * digits alone satisfy the field. */
void loginlint__number_slip(struct ll_check *check, struct ll_number *number, int complete);

/* 1 when the value is a month and a year with a stroke between: 12/27. */
int loginlint__is_expiry(const struct ll_check *check);

/* The whole rule of a field of digits that is no card number: PIN, phone number, member number, password of digits. */
void loginlint__number_rules(struct ll_check *check);

/* 1 when it has nothing to say about digits of a length that the policy takes (fields.h). */
int loginlint__number_passes(const struct ll_policy *policy);

/* 1 when some character was meant as this sign of ASCII. */
int loginlint__has(const struct ll_check *check, char sign);

/* 1 when there is an @ and a letter: an e-mail address, not digits typed with Shift held. */
int loginlint__is_address(const struct ll_check *check);

#endif
