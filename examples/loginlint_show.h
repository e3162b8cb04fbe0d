/* SPDX-License-Identifier: MIT */
/* loginlint_show.h - an answer for a person at a terminal: the value, carets under what is wrong, what happened, what
 * to do. */
#ifndef LOGINLINT_SHOW_H
#define LOGINLINT_SHOW_H

#include "loginlint.h"
#include <stdio.h>

struct look {
    FILE *out;
    uint32_t language;
    int colour;
    int reveal;  /* show the values of secrets */
    int details; /* every finding, with its place and its correction */
};

/* What came out for one value. */
struct answer {
    const loginlint_report *report;
    const loginlint_candidates *candidates;
    const loginlint_explanation *explanation;
    const uint8_t *input;
    uint32_t n;
    uint32_t line; /* of the values in a row; 0: the only one */
};

void show_answer(const struct look *look, const struct answer *answer);

/* Text in quotes, as it is drawn. */
void show_text(const struct look *look, const char *text, uint32_t n);

/* A warning: a sentence with a quoted text in place of its %s. */
void show_sentence(const struct look *look, const char *sentence, const char *text);

/* The line of `text` that holds bytes [from, to), and carets under them. */
void show_place(const struct look *look, const char *text, uint32_t n, uint32_t from, uint32_t to);

/* Bytes of the character at s[0..n), 0 when it has no shape of its own. */
uint32_t seen_length(const uint8_t *s, uint32_t n);

/* What came out of a preflight. */
void show_advice(const struct look *look, const loginlint_advice *advice);

#endif
