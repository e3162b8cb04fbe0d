/* SPDX-License-Identifier: MIT */
/* candidates.c - of the candidates that the core found those that the whole of Unicode takes as well.
 *
 * In: a policy, a context, the record that loginlint_candidates_find filled.  Out: the same without what
 * loginlint_icu_check does not call valid, each in the form that the profile gives it, in the same order.  Works in the
 * record's own scratch, and wipes it.
 */
#include "precis.h"
#include "text/wipe.h"
#include <string.h>

_Static_assert(sizeof(((loginlint_candidates *)0)->work) >= sizeof(loginlint_report), "room for a report");

/* The candidate as the profile has it, as `text` has the value: half-width kana become full-width ones. */
static void map(loginlint_candidate *c, const loginlint_report *report) {
    if (!report->changed || report->secret || report->text_length > sizeof c->text)
        return;
    memset(c->text, 0, sizeof c->text);
    memcpy(c->text, report->text, report->text_length);
    c->length = report->text_length;
}

static int is_new(const loginlint_candidates *candidates, uint32_t kept, const loginlint_candidate *c) {
    uint32_t i;
    for (i = 0; i < kept; i++)
        if (candidates->candidate[i].length == c->length &&
            memcmp(candidates->candidate[i].text, c->text, c->length) == 0)
            return 0;
    return 1;
}

LL_CLEARED_CALL(loginlint_icu_candidates_filter, filter,
                (const loginlint_policy *policy, const loginlint_context *context, loginlint_candidates *candidates),
                (policy, context, candidates)) {
    loginlint_context filled; /* as which it comes once it is chosen */
    loginlint_report *report;
    uint32_t i, kept = 0;
    int32_t error = 0;
    if (!policy || !candidates)
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    if (candidates->size != sizeof *candidates || candidates->count > LOGINLINT_CANDIDATES_MAX)
        return -(int32_t)LOGINLINT_ERROR_RECORD_SIZE;
    report = (loginlint_report *)(void *)candidates->work;
    loginlint_context_init(&filled);
    if (context)
        filled = *context;
    if (filled.entry == 2)
        filled.entry = 3;
    for (i = 0; i < candidates->count && !error; i++) {
        loginlint_candidate *c = &candidates->candidate[i];
        if (c->length > sizeof c->text)
            error = -(int32_t)LOGINLINT_ERROR_TOO_LONG;
        else
            error = loginlint__icu_check(policy, &filled, c->text, c->length, report);
        if (error || !report->valid)
            continue;
        map(c, report);
        if (!is_new(candidates, kept, c))
            continue;
        if (kept != i)
            candidates->candidate[kept] = *c;
        kept++;
    }
    if (error)
        kept = 0;
    for (i = kept; i < candidates->count; i++)
        loginlint_wipe(&candidates->candidate[i], sizeof candidates->candidate[i]);
    candidates->count = kept;
    loginlint_wipe(candidates->work, sizeof candidates->work);
    return error;
}
