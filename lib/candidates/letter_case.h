/* SPDX-License-Identifier: MIT */
/* letter_case.h - Caps Lock, Shift and an automatic capital undone. */
#ifndef LL_LETTER_CASE_H
#define LL_LETTER_CASE_H

#include "candidates/pool.h"

/* Adds a value in other letter case, whose report is in s->u.report. */
void loginlint__case_candidates(struct ll_finder *f, const uint8_t *text, uint32_t n, const struct ll_offer *from);

#endif
