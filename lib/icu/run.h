/* SPDX-License-Identifier: MIT */
/* run.h - one check of libloginlint-icu under way: the value as it was typed and as the profile maps it, and how a
 * finding about it is said.
 */
#ifndef LL_RUN_H
#define LL_RUN_H

#include "policy/policy.h"
#include "precis.h"

struct ll_run {
    const struct ll_policy *policy;
    loginlint_report *report;
    const uint8_t *input;
    uint32_t n;
    struct ll_rules rules;
    int secret, create, submit;
    int implied;         /* the profile is the default one: the rules name none */
    int fits, applied;   /* the mapped value has room in the report; the text is the mapped value */
    uint32_t pool;       /* bytes of the report's pool in use */
    uint32_t verdict;    /* the least that a finding leaves */
    uint32_t core_count; /* diagnostics of the core */
    uint32_t characters; /* of the input */
    struct ll_items items, mapped;
};

/* How much a finding of the profile weighs.  Without `profile` in the rules, `charset: unicode` takes every visible
 * character, and what the default profile says besides is told or asked, not held against the value.  An old password
 * may break today's rules. */
enum ll_weight { TOLD, ASKED, REFUSED };

/* ---- what is said (say.c) ---- */

/* The span of characters [from, to) of the input s[0..n). */
void loginlint__set_span(const uint8_t *s, uint32_t n, loginlint_diagnostic *d, uint32_t from, uint32_t to);

/* One more diagnostic, or NULL when there is no room; `total` counts it. */
loginlint_diagnostic *loginlint__icu_add(struct ll_run *run, uint32_t code, uint32_t severity, uint32_t confidence,
                                         uint32_t from, uint32_t to);

/* The verdict is this one at best. */
void loginlint__ask_for(struct ll_run *run, uint32_t verdict);

/* One more diagnostic, for what the profile refuses. */
void loginlint__say_refusal(struct ll_run *run, const struct ll_refusal *refusal, enum ll_weight weight);

/* Index of the first item that starts at character `from` or later; both lists are in the order of their characters. */
uint32_t loginlint__first_item(const struct ll_items *items, uint32_t from);

/* What was typed where the item is, if that is one character, else what it was mapped to. */
uint32_t loginlint__typed(const struct ll_run *run, const struct ll_item *item);

/* ---- the value, and its mapping as fixes (mappings.c) ---- */

void loginlint__push(struct ll_items *items, uint32_t cp, uint32_t from, uint32_t to);

/* The items range[0] to range[1] as UTF-8: how many bytes, more than `room` where they do not fit. */
uint32_t loginlint__put_items(const struct ll_items *items, const uint32_t range[2], uint8_t *out, uint32_t room);

/* The input with the core's safe fixes. */
void loginlint__read_items(struct ll_run *run);

/* A space that the core asks about stays as it was typed: the person is to take it out, so what the profile would make
 * of it (U+3000 becomes U+0020) is no fix, and no character that the policy does not take. */
void loginlint__keep_asked_spaces(struct ll_run *run);

/* Every run of characters that the profile maps to something else.  A value that grows past the text is not mapped. */
void loginlint__differences(struct ll_run *run);

#endif
