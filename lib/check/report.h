/* SPDX-License-Identifier: MIT */
/* report.h - from marks and findings to the report: diagnostics in order, the corrected text, valid, the verdict. */
#ifndef LL_REPORT_H
#define LL_REPORT_H

#include "check/check.h"

/* Empties the report and fills its header; the verdict is `fail` until loginlint__report_finish says otherwise. */
void loginlint__report_start(loginlint_report *report, uint32_t field);

/* May no character of the value be shown?  A report that the caller has changed hides at least what its field does. */
static inline int ll_is_secret(const loginlint_report *report) {
    return report->secret || report->field != LOGINLINT_FIELD_LOGIN_ID;
}

/* Turns what was found into the report. */
void loginlint__report_finish(struct ll_check *check);

/* What the findings ask of the verdict: LL_FAIL, LL_ASK, LL_INCOMPLETE; nothing where safe fixes settle them all. */
uint32_t loginlint__outcome(const struct ll_check *check);

/* 1: the value as typed does not satisfy the policy, as far as the findings tell. */
int loginlint__is_invalid(const struct ll_check *check);

#endif
