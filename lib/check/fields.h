/* fields.h - the fields: each reads the folded characters and the policy, and appends what it finds.  The PIN is
 * loginlint__number_rules of digits.h: it has no rule of its own. */
#ifndef LL_FIELDS_H
#define LL_FIELDS_H

#include "check/check.h"

void loginlint__id_rules(struct ll_check *check);
void loginlint__password_rules(struct ll_check *check);
void loginlint__card_rules(struct ll_check *check);

#endif
