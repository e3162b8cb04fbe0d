/* rules.h - the four fields: each reads the folded characters and the policy, and appends what it finds. */
#ifndef LL_RULES_H
#define LL_RULES_H

#include "check.h"

void ll_id_rules(struct ll_check *check);
void ll_password_rules(struct ll_check *check);
void ll_card_rules(struct ll_check *check);
void ll_pin_rules(struct ll_check *check);

#endif
