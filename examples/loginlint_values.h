/* SPDX-License-Identifier: MIT */
/* loginlint_values.h - one value after another: checked, explained, written, counted. */
#ifndef LOGINLINT_VALUES_H
#define LOGINLINT_VALUES_H

#include "loginlint.h"
#include "loginlint_options.h"
#include "loginlint_show.h"
#include "loginlint_terminal.h"

enum { STATUS_FINE, STATUS_PERSON, STATUS_ERROR };

/* The value at hand. */
extern struct buffer value;

/* Makes the policy and the context of the options: 0 or STATUS_ERROR, and why is said. */
int prepare(const struct options *o);

/* Checks the value and writes what came out; `line`: its number among several, 0 when it is the only one. */
int check_value(const struct options *o, uint32_t line);

/* Writes to standard output, in colour where that is a terminal that has some. */
struct look look_of(const struct options *o);

/* Where a string is wrong, what was found there and what belongs there, with a caret; and which of the names (NULL:
 * none) may have been meant.  STATUS_ERROR. */
int show_error(const struct options *o, const char *what, const char *text, uint32_t n, const loginlint_where *where,
               const char *const *names);

/* Room for an answer; wiped with the value. */
extern struct buffer answer_text;

/* Wipes everything that a value was in. */
void values_wipe(void);

#endif
