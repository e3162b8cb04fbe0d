/* SPDX-License-Identifier: MIT */
/* loginlint_tally.h - how many values of what, without any value. */
#ifndef LOGINLINT_TALLY_H
#define LOGINLINT_TALLY_H

#include "loginlint.h"
#include "loginlint_options.h"

/* Counts a value by its verdict and its causes. */
void count_in(const loginlint_report *report, const loginlint_explanation *explanation);

/* Behind the answers: how many of which verdict and of which cause; or, as o->summary says, the tally of both, fit to
 * be shared. */
void put_summary(const struct options *o);

#endif
