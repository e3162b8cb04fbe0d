/* SPDX-License-Identifier: MIT */
/* cause_words.h - what happened, and what to do, to any writer. */
#ifndef LL_CAUSE_WORDS_H
#define LL_CAUSE_WORDS_H

#include "loginlint.h"
#include "text/writer.h"

/* As loginlint_cause_message and loginlint_cause_next, whose arguments have been checked.  0, or an error. */
int32_t loginlint__cause_message(struct ll_writer *w, const loginlint_explanation *explanation, uint32_t i,
                                 uint32_t language);
int32_t loginlint__cause_next(struct ll_writer *w, const loginlint_explanation *explanation, uint32_t i,
                              uint32_t language);

#endif
