/* SPDX-License-Identifier: MIT */
/* fix.h - the replacement of a finding, to any writer. */
#ifndef LL_FIX_H
#define LL_FIX_H

#include "loginlint.h"
#include "text/writer.h"

/* As loginlint_fix, whose arguments have been checked.  0, or an error. */
int32_t loginlint__fix(struct ll_writer *w, const loginlint_report *report, uint32_t i, const uint8_t *input,
                       uint32_t n);

#endif
