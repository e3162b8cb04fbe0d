/* SPDX-License-Identifier: MIT */
/* explain.h - the inside of an explanation: which cause each finding has, and what is said of each cause.
 *
 *   value    the value, read again in the caller's encoding
 *   acts     findings -> the cause of each (causes.def)
 *   explain  causes -> at most three, in order, each with what to do
 *   facts    what a sentence about a cause depends on
 */
#ifndef LL_EXPLAIN_H
#define LL_EXPLAIN_H

#include "explain/value.h"
#include "policy/policy.h"

/* What a finding's characters and its policy say, by which causes.def tells apart what has the same code. */
enum ll_fact {
    IF_STRUCTURED = 1 << 0, /* hyphens and spaces are not part of the value */
    IF_PLAIN = 1 << 1,      /* they are */
    IF_DIGITS = 1 << 2,     /* nothing but digits is taken */
    IF_REMOVED = 1 << 3,    /* its fix leaves it out */
    IF_LETTERS = 1 << 4,    /* what is missing are capitals or small letters; what is refused is one letter */
    IF_SIGN = 1 << 5,       /* it has kana, kanji, or a sign that only an input method emits */
    IF_WIDE = 1 << 6,       /* it has a full-width form */
    IF_JOINED = 1 << 7,     /* it has an en or em dash, or an ellipsis */
    IF_LINE = 1 << 8,       /* it has a tab or the end of a line */
    IF_ONE_OVER = 1 << 9    /* there is one digit more than it says there may be */
};

enum { LL_CAUSES_END = 64 }; /* every number of a cause is lower */

struct ll_explainer {
    const struct ll_policy *policy;
    const loginlint_context *context; /* never NULL here */
    const loginlint_report *report;
    const loginlint_candidates *candidates; /* or NULL */
    struct ll_value value;
    uint32_t count;                            /* findings */
    uint16_t facts[LOGINLINT_DIAGNOSTICS_MAX]; /* enum ll_fact of each */
    uint8_t own[LOGINLINT_DIAGNOSTICS_MAX];    /* the cause that each has by itself, 0: none (info) */
    uint8_t cause[LOGINLINT_DIAGNOSTICS_MAX];  /* the cause that it is told under; info may have one as well */
};

/* Fills own and cause. */
void loginlint__acts(struct ll_explainer *e);

/* Is what was found there undone by the safe fixes? */
int loginlint__is_settled(const struct ll_explainer *e, uint32_t i);

/* A finding at a character rather than about the whole value (the column MARK of diagnostics.def). */
int loginlint__is_at_character(uint32_t code);

/* Fills everything of a cause whose code is known but remedy and candidate. */
void loginlint__facts(const struct ll_explainer *e, loginlint_cause *cause);

#endif
