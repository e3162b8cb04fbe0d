/* SPDX-License-Identifier: MIT */
/* fields.h - the fields: each reads the folded characters and the policy, and appends what it finds.  The PIN is
 * loginlint__number_rules of digits.h: it has no rule of its own. */
#ifndef LL_FIELDS_H
#define LL_FIELDS_H

#include "check/check.h"

/* A build for fewer fields: -DLOGINLINT_FIELDS="(1u << LOGINLINT_FIELD_CARD_NUMBER | 1u << LOGINLINT_FIELD_PIN)".  Of
 * the others a check is refused, and the linker drops what only they need. */
#ifndef LOGINLINT_FIELDS
#define LOGINLINT_FIELDS 0xFu
#endif
#define LL_HAS_FIELD(field) ((LOGINLINT_FIELDS) >> (field)&1)
#define LL_HAS_LETTERS (LL_HAS_FIELD(LOGINLINT_FIELD_LOGIN_ID) | LL_HAS_FIELD(LOGINLINT_FIELD_PASSWORD))

/* A value of ASCII on the short way (fast_path.c). */
struct ll_ascii_value {
    const uint8_t *text;
    uint32_t count;
    uint32_t seen;  /* LL_PLAIN_* of all characters together */
    uint32_t small; /* letters */
};

void loginlint__id_rules(struct ll_check *check);
void loginlint__password_rules(struct ll_check *check);
void loginlint__card_rules(struct ll_check *check);

/* Have the field's rules nothing to say about a value whose characters, length and classes the policy takes?  1: `pass`
 * (of a card the report has brand and display); 0: the general way looks.  A new rule closes the short way here. */
int loginlint__id_passes(const struct ll_policy *policy, const struct ll_ascii_value *value);
int loginlint__password_passes(const struct ll_ascii_value *value);
int loginlint__card_passes(const struct ll_policy *policy, const struct ll_ascii_value *value,
                           loginlint_report *report);

#endif
