/* SPDX-License-Identifier: MIT */
/* message.h - the sentence for a finding, to any writer. */
#ifndef LL_MESSAGE_H
#define LL_MESSAGE_H

#include "loginlint.h"
#include "text/writer.h"

/* As loginlint_message, whose arguments have been checked.  0, or an error. */
int32_t loginlint__message(struct ll_writer *w, const loginlint_report *report, uint32_t i, uint32_t language);

#endif
