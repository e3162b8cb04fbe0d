/* SPDX-License-Identifier: MIT */
/* order.h - findings in the order in which they are told.
 *
 * In a header, because the companion adds findings to a report and sees no inside of the shared library.
 */
#ifndef LL_ORDER_H
#define LL_ORDER_H

#include "loginlint.h"

/* By place; what is inserted there before what stands there; then by code. */
static inline int ll_comes_before(const loginlint_diagnostic *a, const loginlint_diagnostic *b) {
    int a_inserts = a->operation == LOGINLINT_OPERATION_INSERT, b_inserts = b->operation == LOGINLINT_OPERATION_INSERT;
    if (a->character[0] != b->character[0])
        return a->character[0] < b->character[0];
    return a_inserts != b_inserts ? a_inserts : a->code < b->code;
}

static inline void ll_sort_findings(loginlint_report *report) {
    uint32_t i, k;
    for (i = 1; i < report->count; i++) {
        loginlint_diagnostic d = report->diagnostics[i];
        for (k = i; k > 0 && ll_comes_before(&d, &report->diagnostics[k - 1]); k--)
            report->diagnostics[k] = report->diagnostics[k - 1];
        report->diagnostics[k] = d;
    }
}

#endif
