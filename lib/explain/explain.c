/* SPDX-License-Identifier: MIT */
/* explain.c - from findings to causes: at most three, most helpful first, each with what to do.
 *
 * In: what was checked, its report, and its candidates where they are known.  Out: an explanation.  Nothing is checked
 * again and nothing of the value is kept: a cause holds places, numbers and, outside secrets, the characters that its
 * sentence names.
 */
#include "explain/explain.h"
#include "check/check.h"
#include "text/wipe.h"

#define B(basis) (1u << LOGINLINT_BASIS_##basis)

_Static_assert(sizeof(loginlint_cause) == 80, "record layout");
_Static_assert(__builtin_offsetof(loginlint_cause, diagnostic) == 8, "record layout");
_Static_assert(__builtin_offsetof(loginlint_cause, position) == 20, "record layout");
_Static_assert(__builtin_offsetof(loginlint_cause, diagnostics) == 24, "record layout");
_Static_assert(__builtin_offsetof(loginlint_cause, byte) == 36, "record layout");
_Static_assert(__builtin_offsetof(loginlint_cause, limits) == 60, "record layout");
_Static_assert(__builtin_offsetof(loginlint_cause, meant) == 76, "record layout");
_Static_assert(__builtin_offsetof(loginlint_explanation, cause) == 16, "record layout");
_Static_assert(sizeof(loginlint_explanation) == 16 + LOGINLINT_CAUSES_MAX * 80, "record layout");

enum group { keyboard, paste, form, content, place };

/* What is left to do where nothing else settles it, and which candidates undo it, by cause. */
static const struct {
    uint32_t bases;
    uint8_t rank, remedy, group;
} what_to_do[LL_CAUSES_END] = {
#define CAUSE(number, name, text, group, rank, extent, remedy, bases)                                                  \
    [number] = {bases, rank, LOGINLINT_REMEDY_##remedy, group},
#include "explain/causes.def"
};

/* ---- order ---- */

/* Has this cause a finding that the safe fixes leave for the person? */
static int is_open(const struct ll_explainer *e, uint32_t cause) {
    uint32_t i;
    for (i = 0; i < e->count; i++)
        if (e->cause[i] == cause && e->report->diagnostics[i].severity > LOGINLINT_SEVERITY_INFO &&
            !loginlint__is_settled(e, i))
            return 1;
    return 0;
}

/* Candidates decide between ways of typing and of copying, and of nothing else. */
static int is_moved(uint32_t cause) {
    return what_to_do[cause].group <= paste;
}

/* What is open comes first, then by rank; but before all what the best candidate undoes first. */
static uint32_t order_of(const struct ll_explainer *e, uint32_t cause) {
    const loginlint_candidates *candidates = e->candidates;
    uint32_t open = (uint32_t)is_open(e, cause);
    if (open && is_moved(cause) && candidates && candidates->count &&
        what_to_do[cause].bases >> candidates->candidate[0].basis & 1)
        return 0;
    return (open ? 0 : 64u) + what_to_do[cause].rank;
}

/* Adds a cause where it belongs, once. */
static uint32_t add(const struct ll_explainer *e, uint8_t *list, uint32_t n, uint32_t cause) {
    uint32_t i, k, order = order_of(e, cause);
    for (i = 0; i < n; i++)
        if (list[i] == cause)
            return n;
    for (k = n; k > 0 && order_of(e, list[k - 1]) > order; k--)
        list[k] = list[k - 1];
    list[k] = (uint8_t)cause;
    return n + 1;
}

/* The causes in order; those beyond the last place give it their findings. */
static uint32_t list_causes(struct ll_explainer *e, uint8_t list[LL_CAUSES_END]) {
    uint32_t i, k, n = 0;
    for (i = 0; i < e->count; i++)
        if (e->cause[i])
            n = add(e, list, n, e->cause[i]);
    for (i = 0; i < e->count; i++)
        for (k = LOGINLINT_CAUSES_MAX; k < n; k++)
            if (e->cause[i] == list[k])
                e->cause[i] = list[LOGINLINT_CAUSES_MAX - 1];
    return n;
}

/* ---- what to do ---- */

/* The first candidate that undoes this cause.  The first cause agrees with the first candidate or chooses none. */
static uint32_t chosen(const struct ll_explainer *e, uint32_t cause, int first) {
    const loginlint_candidates *candidates = e->candidates;
    uint32_t k, end = !candidates ? 0 : first && candidates->count ? 1 : candidates->count;
    for (k = 0; k < end && k < LOGINLINT_CANDIDATES_MAX; k++)
        if (candidates->candidate[k].bases & what_to_do[cause].bases)
            return k;
    return LOGINLINT_NOTHING;
}

/* The basis of a candidate by which it undoes this cause: the leading one if it does. */
static uint32_t basis_of(const loginlint_candidate *candidate, uint32_t bases) {
    uint32_t basis = candidate->basis;
    if (bases >> basis & 1)
        return basis;
    for (basis = 0; basis < 31 && !((candidate->bases & bases) >> basis & 1); basis++)
        continue;
    return basis;
}

/* Does the report say only by the way what more characters could still supply?  Once it is filled in they do not come.
 */
static int may_go_on(const struct ll_explainer *e) {
    uint32_t i;
    for (i = 0; i < e->count; i++)
        if (e->report->diagnostics[i].severity == LOGINLINT_SEVERITY_INFO && what_to_do[e->own[i]].group >= content)
            return 1;
    return 0;
}

/* Is everything known of the corrected text, so that it can be offered?  The report's last place may cover more
 * findings than it says. */
static int is_safe_to_offer(const struct ll_explainer *e) {
    const loginlint_report *report = e->report;
    return report->changed &&
           (report->verdict == LOGINLINT_VERDICT_FIXED ||
            (report->total == report->count && report->count < LOGINLINT_DIAGNOSTICS_MAX && !may_go_on(e)));
}

static void give_remedy(const struct ll_explainer *e, loginlint_cause *cause, int first) {
    uint32_t k;
    cause->remedy = what_to_do[cause->code].remedy;
    if (!is_open(e, cause->code) && is_safe_to_offer(e)) {
        cause->remedy = LOGINLINT_REMEDY_APPLY;
        return;
    }
    k = chosen(e, cause->code, first);
    if (k == LOGINLINT_NOTHING)
        return;
    cause->remedy = LOGINLINT_REMEDY_CHOOSE;
    cause->candidate = (uint8_t)k;
    cause->basis = (uint8_t)basis_of(&e->candidates->candidate[k], what_to_do[cause->code].bases);
    cause->case_lost = e->candidates->candidate[k].case_lost;
}

/* ---- the whole ---- */

static int is_silent(const loginlint_report *report) {
    uint32_t i;
    if (report->verdict == LOGINLINT_VERDICT_PASS || report->verdict == LOGINLINT_VERDICT_INCOMPLETE)
        return 1;
    for (i = 0; i < report->count; i++)
        if (report->diagnostics[i].severity > LOGINLINT_SEVERITY_INFO)
            return 0;
    return 1;
}

static void explain(struct ll_explainer *e, loginlint_explanation *explanation) {
    uint8_t list[LL_CAUSES_END] = {0};
    uint32_t i, n;
    if (is_silent(e->report))
        return;
    loginlint__acts(e);
    n = list_causes(e, list);
    explanation->count = n < LOGINLINT_CAUSES_MAX ? n : LOGINLINT_CAUSES_MAX;
    explanation->left = n - explanation->count;
    for (i = 0; i < explanation->count; i++) {
        loginlint_cause *cause = &explanation->cause[i];
        cause->code = list[i];
        loginlint__facts(e, cause);
        give_remedy(e, cause, i == 0);
    }
}

static void start(loginlint_explanation *explanation) {
    __builtin_memset(explanation, 0, sizeof *explanation);
    explanation->size = sizeof *explanation;
}

/* A value that was too large to look at has its length alone. */
static int is_too_large(const struct ll_value *value, const loginlint_report *report) {
    return report->count && report->diagnostics[0].code == LOGINLINT_CODE_TOO_LARGE &&
           (value->utf16 ? value->n > LOGINLINT_INPUT_MAX / 3 : value->n == report->input_length);
}

static int32_t misuse(const loginlint_policy *policy, const loginlint_context *context, const struct ll_value *value,
                      const void *input, const loginlint_report *report, const loginlint_candidates *candidates,
                      const loginlint_explanation *explanation) {
    int32_t error = loginlint__misuse(policy, context, input, value->n, explanation);
    if (error)
        return error;
    if (!report)
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    if (report->size != sizeof *report || (candidates && candidates->size != sizeof *candidates))
        return -(int32_t)LOGINLINT_ERROR_RECORD_SIZE;
    if (report->field != policy->field || report->count > LOGINLINT_DIAGNOSTICS_MAX)
        return -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
    if (!is_too_large(value, report) && !loginlint__value_is_of(value, report))
        return -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
    return 0;
}

static int32_t run(const loginlint_policy *policy, const loginlint_context *context, struct ll_value value,
                   const void *input, const loginlint_report *report, const loginlint_candidates *candidates,
                   loginlint_explanation *explanation) {
    struct ll_explainer e;
    int32_t error = misuse(policy, context, &value, input, report, candidates, explanation);
    if (!explanation)
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    start(explanation);
    if (error)
        return error;
    e.policy = ll_policy_of(policy);
    e.context = ll_known(context);
    e.report = report;
    e.candidates = candidates;
    e.value = value;
    e.count = report->count;
    explain(&e, explanation);
    return 0;
}

LL_CLEARED_CALL(loginlint_explain, explain_utf8,
                (const loginlint_policy *policy, const loginlint_context *context, const uint8_t *input, uint32_t n,
                 const loginlint_report *report, const loginlint_candidates *candidates,
                 loginlint_explanation *explanation),
                (policy, context, input, n, report, candidates, explanation)) {
    struct ll_value value = {input, 0, n};
    return run(policy, context, value, input, report, candidates, explanation);
}

LL_CLEARED_CALL(loginlint_explain_utf16, explain_utf16,
                (const loginlint_policy *policy, const loginlint_context *context, const uint16_t *input, uint32_t n,
                 const loginlint_report *report, const loginlint_candidates *candidates,
                 loginlint_explanation *explanation),
                (policy, context, input, n, report, candidates, explanation)) {
    struct ll_value value = {0, input, n};
    return run(policy, context, value, input, report, candidates, explanation);
}
