/* SPDX-License-Identifier: MIT */
/* separators.h - separators of a structured value (card, member and phone numbers): hyphens and spaces against the
 * groups.
 */
#ifndef LL_SEPARATORS_H
#define LL_SEPARATORS_H

#include "check/check.h"

/* Marks and edits every separator of a structured value under `hyphens: ignore | forbid | require`.  `groups` are the
 * sizes of the groups (count of them may be 0: no boundary is known). */
void loginlint__group(struct ll_check *check, const uint8_t *groups, uint32_t count);

/* 1 when a character of the value is a dash in it: a hyphen, a look-alike, or U+4E00 / U+3161 between digits. */
int loginlint__is_dash(const struct ll_check *check, const struct ll_char *c);

/* 1 when a character stays in the value as one of its letters or digits. */
int loginlint__is_payload(const struct ll_check *check, const struct ll_char *c);

/* 1 for what people write between digits and no policy ignores: . _ / , and the brackets of a phone number. */
int loginlint__is_other_separator(const struct ll_check *check, uint32_t cp);

#endif
