/* SPDX-License-Identifier: MIT */
/* batch.c - many values that lie one behind the other: a verdict and a first cause each.
 *
 * In: a policy, a context, bytes with their offsets, the records to work in.  Out: two bytes a value.  Holds no value
 * itself, and what is called clears what it used of the stack.
 */
#include "loginlint.h"

static int32_t misuse(const uint8_t *bytes, const uint32_t *offsets, uint32_t count, const uint8_t *verdicts,
                      const uint8_t *causes, const loginlint_explanation *explanation) {
    uint32_t i;
    if (!offsets || (count && !verdicts) || (count && !bytes && offsets[count]) || (causes && !explanation))
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    for (i = 0; i < count; i++)
        if (offsets[i] > offsets[i + 1])
            return -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
    return 0;
}

/* What the person did first, of a value about which there is something to say. */
static int32_t first_cause(const loginlint_policy *policy, const loginlint_context *context, const uint8_t *value,
                           uint32_t n, const loginlint_report *report, loginlint_candidates *candidates,
                           loginlint_explanation *explanation, uint8_t *cause) {
    int32_t error = candidates ? loginlint_candidates_find(policy, context, value, n, candidates) : 0;
    if (!error)
        error = loginlint_explain(policy, context, value, n, report, candidates, explanation);
    if (!error && explanation->count)
        *cause = explanation->cause[0].code;
    return error;
}

int32_t loginlint_check_batch(const loginlint_policy *policy, const loginlint_context *context, const uint8_t *bytes,
                              const uint32_t *offsets, uint32_t count, uint8_t *verdicts, uint8_t *causes,
                              loginlint_report *report, loginlint_candidates *candidates,
                              loginlint_explanation *explanation) {
    int32_t error = misuse(bytes, offsets, count, verdicts, causes, explanation);
    uint32_t i;
    for (i = 0; i < count && !error; i++) {
        const uint8_t *value = bytes ? bytes + offsets[i] : bytes;
        uint32_t n = offsets[i + 1] - offsets[i];
        error = loginlint_check(policy, context, value, n, report);
        if (error)
            break;
        verdicts[i] = report->verdict;
        if (!causes)
            continue;
        causes[i] = LOGINLINT_NOTHING;
        if (report->verdict != LOGINLINT_VERDICT_PASS && report->verdict != LOGINLINT_VERDICT_INCOMPLETE)
            error = first_cause(policy, context, value, n, report, candidates, explanation, &causes[i]);
    }
    return error;
}
