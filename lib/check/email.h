/* SPDX-License-Identifier: MIT */
/* email.h - a login ID that is an e-mail address: its syntax, and slips in its domain. */
#ifndef LL_EMAIL_H
#define LL_EMAIL_H

#include "check/fields.h"

/* Under `kind: email`: syntax as mail systems take it, and domain slips; a value without @ is another kind of login ID,
 * or an address that lacks it.  Else the same of what plainly is an address.  The value has at least one character. */
void loginlint__email(struct ll_check *check);

/* 1 when there is nothing to say about the value as an address, or it is none (fields.h). */
int loginlint__email_passes(const struct ll_policy *policy, const struct ll_ascii_value *value);

/* 1 when there is nothing to say about the ASCII after the @ of an address; 0 when the long way has to look. */
int loginlint__email_domain_agrees(const struct ll_policy *policy, const uint8_t *s, uint32_t n);

/* 1 for a domain (ASCII, any case) of the built-in list or the policy's own. */
int loginlint__email_domain_is_known(const struct ll_policy *policy, const uint8_t *s, uint32_t n);

#endif
