/* SPDX-License-Identifier: MIT */
/* composition.h - findings about the whole value that every field shares: empty, too short, too long, classes, repeats.
 */
#ifndef LL_COMPOSITION_H
#define LL_COMPOSITION_H

#include "check/check.h"

void loginlint__empty(struct ll_check *check);
void loginlint__too_short(struct ll_check *check, uint32_t min);
void loginlint__too_long(struct ll_check *check, uint32_t max);
void loginlint__digit_extra(struct ll_check *check, uint32_t usual);

/* What it asks of the verdict that a value cannot be right: a password at login is never stopped. */
uint32_t loginlint__broken_outcome(const struct ll_check *check);

/* Length, required classes and repeats of a value of `count` characters, judged as it was meant (after its edits). */
void loginlint__size_rules(struct ll_check *check, uint32_t count);

/* The required classes and repeats alone, for a field that has its own lengths. */
void loginlint__class_rules(struct ll_check *check, int has_room);

/* Code points of the value once every edit is applied; separators that the policy removes are not counted. */
uint32_t loginlint__meant_count(const struct ll_check *check);

#endif
