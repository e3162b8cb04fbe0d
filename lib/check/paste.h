/* SPDX-License-Identifier: MIT */
/* paste.h - what a paste brings with the one value that was meant: labels, quotes, a second value, the value twice. */
#ifndef LL_PASTE_H
#define LL_PASTE_H

#include "check/check.h"

/* After the rules have run over the whole value: where a part of it satisfies the field on its own, and structure says
 * that the rest is not of it, the check becomes that of the part.  The rest is marked and taken out on consent.  Else
 * the check stays as it is. */
void loginlint__paste(struct ll_check *check);

/* 1 when the report offers a part of the value, and says nothing of the rest but that.  Here, because the companion
 * asks as well and sees no inside of the shared library. */
static inline int ll_is_part(const loginlint_report *report) {
    uint32_t i;
    for (i = 0; i < report->count; i++)
        if (report->diagnostics[i].code >= LOGINLINT_CODE_SURROUNDING_TEXT &&
            report->diagnostics[i].code <= LOGINLINT_CODE_REPEATED_VALUE)
            return 1;
    return 0;
}

#endif
