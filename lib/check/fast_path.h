/* SPDX-License-Identifier: MIT */
/* fast_path.h - the short way for values that need no rule but the alphabet. */
#ifndef LL_FAST_PATH_H
#define LL_FAST_PATH_H

#include "policy/policy.h"

/* Answers `pass` for a value of ASCII about which there is nothing to say: 1 and the report is finished, byte for byte
 * as the general way has it; 0 and only the report's header was touched. */
int loginlint__plain_utf8(const struct ll_policy *policy, const loginlint_context *context, const uint8_t *s,
                          uint32_t n, loginlint_report *report);
int loginlint__plain_utf16(const struct ll_policy *policy, const loginlint_context *context, const uint16_t *s,
                           uint32_t n, loginlint_report *report);

#endif
