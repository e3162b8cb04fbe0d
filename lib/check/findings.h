/* SPDX-License-Identifier: MIT */
/* findings.h - how a rule says what it found. */
#ifndef LL_FINDINGS_H
#define LL_FINDINGS_H

#include "check/check.h"

/* Marks a character, and leaves its edit alone. */
static inline void ll_mark(struct ll_check *check, struct ll_char *c, enum ll_mark mark) {
    c->found |= LL_BIT(mark);
    check->found |= LL_BIT(mark);
}

/* Sets the edit of a character: replaced by one ASCII character, or deleted when `ascii` is 0.  Levels only ever grow
 * more careful: an `ask` stays `ask`. */
void loginlint__edit(const struct ll_check *check, struct ll_char *c, uint32_t ascii, uint32_t level);

/* What a finding says, in one word: most are known when the library is built.  `outcome`: what it asks of the verdict
 * (LL_FAIL, LL_ASK, LL_INCOMPLETE), and LL_INVALID where the value as typed does not satisfy the policy. */
#define LL_FINDING(code, severity, confidence, outcome)                                                                \
    ((uint32_t)(code) | (uint32_t)(severity) << 12 | (uint32_t)(confidence) << 16 | (uint32_t)(outcome) << 24)

/* Appends a finding about characters [from, to), without a fix.  Never fails: past the limit only `total` grows, and
 * the record returned is then a spare one that is not shown.  `argument` as in loginlint_diagnostic. */
loginlint_diagnostic *loginlint__add(struct ll_check *check, uint32_t finding, uint32_t from, uint32_t to,
                                     uint32_t argument);

/* Appends a finding about the whole value. */
void loginlint__add_whole(struct ll_check *check, uint32_t finding, uint32_t argument);

/* Gives the finding that loginlint__add returned a fix of `n` bytes of ASCII in the pool (for a password: only the
 * operation).
 */
void loginlint__add_fix(struct ll_check *check, loginlint_diagnostic *diagnostic, uint32_t level, uint32_t operation,
                        const uint8_t *text, uint32_t n);

/* The check digit is wrong. */
void loginlint__checksum(struct ll_check *check);

/* What was said of the characters so far is void: nothing else is worth saying than what comes now. */
void loginlint__settle(struct ll_check *check);

/* The value seems to belong into another field: nothing else is said about it, and a person may insist. */
void loginlint__elsewhere(struct ll_check *check, uint32_t confidence);

/* The value belongs into another field: nothing else is said about it, and it is not shown. */
void loginlint__wrong_field(struct ll_check *check);

#endif
