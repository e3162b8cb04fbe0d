/* SPDX-License-Identifier: MIT */
/* rules.h - the rules of a field, over the whole value or a part of it. */
#ifndef LL_RULES_H
#define LL_RULES_H

#include "check/check.h"

/* Marks and findings of the characters that the check is about. */
void loginlint__rules(struct ll_check *check);

/* The check begins anew, with the characters [from, to) of the whole value as if they were all. */
void loginlint__check_part(struct ll_check *check, uint32_t from, uint32_t to);

/* All characters again, with the marks that they have. */
void loginlint__whole(struct ll_check *check);

/* The character as it was read: nothing found, nothing to change. */
void loginlint__forget_marks(struct ll_char *c);

#endif
