/* SPDX-License-Identifier: MIT */
/* fold.h - the edit list: what is wrong at each single character, and what it was meant to be. */
#ifndef LL_FOLD_H
#define LL_FOLD_H

#include "check/check.h"
#include "text/ascii.h"

/* Marks every character on its own (rules look at neighbours and wholes afterwards). */
void loginlint__fold_value(struct ll_check *check);

/* The letter in the case that the policy has it in: the one that it names, or the one that its alphabet alone has;
 * anything else as it is. */
uint32_t loginlint__fitting_case(const struct ll_policy *policy, uint32_t cp);

/* The character is `cp` now, as it was typed or by an edit: it gets the case that the policy has it in, or is marked as
 * not allowed.  Between the groups of a structured value others decide. */
void loginlint__fit(struct ll_check *check, struct ll_char *c, uint32_t cp);

/* A dot at half height: of a Japanese or Chinese input method, of Catalan, of a list. */
static inline int ll_is_middle_dot(uint32_t cp) {
    return cp == 0x30FB || cp == 0xFF65 || cp == 0xB7 || cp == 0x2027 || cp == 0x2219 || cp == 0x22C5 || cp == 0x2022;
}

/* Bytes or code points that the character will be once every edit, safe or ask, is applied. */
static inline uint32_t ll_meant_length(const struct ll_char *c) {
    return c->level == LOGINLINT_LEVEL_NONE ? 1 : c->length;
}

#endif
