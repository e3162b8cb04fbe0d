/* loginlint_show.h - a report for a person at a terminal: the value, carets under what is wrong, what to do. */
#ifndef LOGINLINT_SHOW_H
#define LOGINLINT_SHOW_H

#include "loginlint.h"
#include <stdio.h>

struct look {
    FILE *out;
    uint32_t language;
    int colour;
    int reveal; /* show the values of secrets */
};

/* One value's report. */
void show_report(const struct look *look, const loginlint_report *report, const loginlint_candidates *candidates,
                 const uint8_t *input, uint32_t n);

/* Text in quotes, as it is drawn. */
void show_text(const struct look *look, const char *text, uint32_t n);

/* The line of `text` that holds bytes [from, to), and carets under them. */
void show_place(const struct look *look, const char *text, uint32_t n, uint32_t from, uint32_t to);

/* What came out of a preflight. */
void show_advice(const struct look *look, const loginlint_advice *advice);

#endif
