/* SPDX-License-Identifier: MIT */
/* loginlint_lists.h - what there is: codes, presets, and what a code means. */
#ifndef LOGINLINT_LISTS_H
#define LOGINLINT_LISTS_H

#include "loginlint_options.h"

int list_codes(const struct options *o);
int list_presets(const struct options *o);

/* What o->explain means: a sentence, an example with its answer, and with it what to do. */
int explain_code(const struct options *o);

#endif
