/* number.h - the digits of a card number, PIN, phone or member number, read through separators and look-alikes. */
#ifndef LL_NUMBER_H
#define LL_NUMBER_H

#include "check.h"

#define LL_NUMBER_MAX 32u /* digits kept; `count` goes on counting */

struct ll_number {
    uint8_t digit[LL_NUMBER_MAX]; /* 0-9, look-alikes read as digits */
    uint32_t count;               /* digits and look-alikes */
    uint32_t lookalikes;          /* of these, letters that resemble a digit */
    uint32_t junk;                /* characters that cannot be digits */
};

/* Reads the digits of a structured value and marks what is none: look-alikes, `. _ / ,` between digits (to be removed
 * on consent), anything else.  `groups` as for ll_group. */
void ll_number_read(struct ll_check *check, struct ll_number *number, const uint8_t *groups, uint32_t group_count);

/* The digit ('0'-'9') that a letter or sign is typed or read for; 0 when it is for none. */
uint32_t ll_lookalike_digit(uint32_t cp);

/* Offers to read the look-alikes as digits: called when the repaired number satisfies length and check digit. */
void ll_number_repair(struct ll_check *check);

/* 1 when the digits (0-9, or '0'-'9') end in a correct Luhn check digit (ISO/IEC 7812-1, annex B). */
int ll_luhn(const uint8_t *digit, uint32_t count);

/* ll_luhn of the digits read; 1 as well when there are more than are kept, which nobody can tell. */
int ll_number_luhn(const struct ll_number *number);

/* The whole rule of a field of digits that is no card number: PIN, phone number, member number, password of digits. */
void ll_number_rules(struct ll_check *check);

/* 1 when some character was meant as `cp`. */
int ll_has(const struct ll_check *check, uint32_t cp);

/* 1 when there is an @ and a letter: an e-mail address, not digits typed with Shift held. */
int ll_is_address(const struct ll_check *check);

#endif
