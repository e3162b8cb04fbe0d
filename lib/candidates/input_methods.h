/* SPDX-License-Identifier: MIT */
/* input_methods.h - other layouts and input methods undone. */
#ifndef LL_INPUT_METHODS_H
#define LL_INPUT_METHODS_H

#include "candidates/pool.h"

/* Adds what other keyboards make of s->cp. `refused`: the policy does not take the input as it is. */
void loginlint__keyboard_candidates(struct ll_finder *f, int refused);

#endif
