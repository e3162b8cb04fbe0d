/* SPDX-License-Identifier: MIT */
/* check.c - the entry points of the core: check the arguments, choose the pipeline, wipe at the single exit.
 *
 * In: a policy, a context, a value in UTF-8 or UTF-16.  Out: the report.  The characters lie in the report's scratch;
 * only what was written there is wiped.
 */
#include "check/check.h"
#include "check/characters.h"
#include "check/fast_path.h"
#include "check/fields.h"
#include "check/paste.h"
#include "check/report.h"
#include "check/rules.h"
#include "text/utf.h"
#include "text/wipe.h"

_Static_assert(sizeof(loginlint_policy) == 1024, "record layout");
_Static_assert(sizeof(loginlint_context) == 32, "record layout");
_Static_assert(sizeof(loginlint_diagnostic) == 48, "record layout");
_Static_assert(sizeof(loginlint_report) == 30424, "record layout");
_Static_assert(sizeof(loginlint_candidate) == 268, "record layout");
_Static_assert(sizeof(loginlint_where) == 16, "record layout");
_Static_assert(sizeof(loginlint_service) == 352, "record layout");
_Static_assert(sizeof(loginlint_facts) == 32, "record layout");
_Static_assert(sizeof(loginlint_advice) == 528, "record layout");
_Static_assert(sizeof(((loginlint_report *)0)->work) >= (LOGINLINT_INPUT_MAX + 1) * sizeof(struct ll_char),
               "room for all");
_Static_assert(__builtin_offsetof(loginlint_report, diagnostics) == 64, "record layout");

uint32_t loginlint_abi(void) {
    return LOGINLINT_ABI;
}

const char *loginlint_version(void) {
    return LOGINLINT_VERSION;
}

uint32_t loginlint_sizeof(uint32_t record) {
    static const uint32_t sizes[] = {
        [LOGINLINT_RECORD_POLICY] = sizeof(loginlint_policy),
        [LOGINLINT_RECORD_CONTEXT] = sizeof(loginlint_context),
        [LOGINLINT_RECORD_DIAGNOSTIC] = sizeof(loginlint_diagnostic),
        [LOGINLINT_RECORD_REPORT] = sizeof(loginlint_report),
        [LOGINLINT_RECORD_CANDIDATE] = sizeof(loginlint_candidate),
        [LOGINLINT_RECORD_CANDIDATES] = sizeof(loginlint_candidates),
        [LOGINLINT_RECORD_WHERE] = sizeof(loginlint_where),
        [LOGINLINT_RECORD_SERVICE] = sizeof(loginlint_service),
        [LOGINLINT_RECORD_FACTS] = sizeof(loginlint_facts),
        [LOGINLINT_RECORD_ADVICE] = sizeof(loginlint_advice),
        [LOGINLINT_RECORD_CAUSE] = sizeof(loginlint_cause),
        [LOGINLINT_RECORD_EXPLANATION] = sizeof(loginlint_explanation),
    };
    return record < sizeof sizes / sizeof sizes[0] ? sizes[record] : 0;
}

/* Every member that counts is one of its values. */
static int is_known(const loginlint_context *context) {
    return context->caps_lock <= 2 && context->entry <= 3 && context->keyboard <= 2 &&
           context->platform <= LOGINLINT_PLATFORM_IOS && context->stage <= 1 && context->composing <= 1 &&
           context->num_lock <= 2;
}

int32_t loginlint__misuse(const loginlint_policy *policy, const loginlint_context *context, const void *input,
                          uint32_t n, const void *record) {
    if (!policy || !record || (!input && n))
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    if (policy->size != sizeof *policy || policy->abi != LOGINLINT_ABI)
        return -(int32_t)LOGINLINT_ERROR_RECORD_SIZE;
    if (context && context->size != sizeof *context)
        return -(int32_t)LOGINLINT_ERROR_RECORD_SIZE;
    if (policy->field > LOGINLINT_FIELD_PIN || !LL_HAS_FIELD(policy->field) || (context && !is_known(context)))
        return -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
    return 0;
}

/* A call that answers nothing says so: fail, whatever the report held before. */
static int32_t refuse(loginlint_report *report, int32_t error) {
    if (report)
        loginlint__report_start(report, LOGINLINT_FIELD_PASSWORD);
    return error;
}

void loginlint__start(struct ll_check *check, const loginlint_policy *policy, const loginlint_context *context,
                      loginlint_report *report) {
    const struct ll_policy *p = ll_policy_of(policy);
    loginlint__report_start(report, policy->field);
    check->policy = p;
    check->context = ll_known(context);
    check->report = report;
    check->c = (struct ll_char *)(void *)report->work;
    check->n = check->categories = check->read = check->scripts = check->found = check->pool = 0;
    check->judged = check->outcome = check->invalid = check->whole = check->symbols = check->wrong_field =
        check->partial = 0;
    check->no_fixes = check->context->composing != 0;
    check->secret = report->secret;
    check->structured = p->digits_only || p->hyphens != LL_HYPHENS_PLAIN;
    report->digits = p->digits_only;
    check->width_level = p->fold == LL_FOLD_APPLY ? LOGINLINT_LEVEL_SAFE : LOGINLINT_LEVEL_ASK;
}

static void too_large(const loginlint_context *context, loginlint_report *report) {
    report->diagnostics[0] = (loginlint_diagnostic){.code = LOGINLINT_CODE_TOO_LARGE,
                                                    .severity = LOGINLINT_SEVERITY_ERROR,
                                                    .confidence = 100,
                                                    .argument = LOGINLINT_INPUT_MAX};
    report->count = report->total = 1;
    report->wellformed = 1; /* as far as anyone looked */
    report->quiet = context && context->composing;
    if (report->quiet)
        report->verdict = LOGINLINT_VERDICT_INCOMPLETE;
}

static void judge(struct ll_check *check) {
    check->no_fixes |= !check->report->wellformed;
    check->count = check->n;
    loginlint__rules(check);
}

static void finish(struct ll_check *check) {
    loginlint__report_finish(check);
    loginlint_wipe(check->c, (check->n + 1) * (uint32_t)sizeof *check->c);
}

/* Of a value that a person typed: what a paste brings may be around it. */
static void run(struct ll_check *check) {
    judge(check);
    loginlint__paste(check);
    finish(check);
}

void loginlint__long_way(struct ll_check *check, const uint8_t *input, uint32_t n) {
    loginlint__utf8_read(check, input, n);
    run(check);
}

void loginlint__check_candidate(const loginlint_policy *policy, const loginlint_context *context, const uint8_t *text,
                                uint32_t n, loginlint_report *report) {
    struct ll_check check;
    loginlint__report_start(report, policy->field);
    if (loginlint__plain_utf8(ll_policy_of(policy), ll_known(context), text, n, report))
        return;
    loginlint__start(&check, policy, context, report);
    loginlint__utf8_read(&check, text, n);
    judge(&check);
    finish(&check);
}

/* What needs no characters: errors, a value that is too large, and one about which there is nothing to say. */
static LL_APART int32_t first_utf8(const loginlint_policy *policy, const loginlint_context *context,
                                   const uint8_t *input, uint32_t n, loginlint_report *report) {
    int32_t error = loginlint__misuse(policy, context, input, n, report);
    if (error)
        return refuse(report, error);
    loginlint__report_start(report, policy->field);
    if (n > LOGINLINT_INPUT_MAX) {
        too_large(context, report);
        report->input_length = n;
        return 0;
    }
    return loginlint__plain_utf8(ll_policy_of(policy), ll_known(context), input, n, report) ? 0 : LL_GO_ON;
}

LL_CLEARED_CALL_IN_TWO(loginlint_check, first_utf8, check_utf8,
                       (const loginlint_policy *policy, const loginlint_context *context, const uint8_t *input,
                        uint32_t n, loginlint_report *report),
                       (policy, context, input, n, report)) {
    struct ll_check check;
    loginlint__start(&check, policy, context, report);
    loginlint__long_way(&check, input, n);
    return 0;
}

int32_t loginlint__check(const loginlint_policy *policy, const loginlint_context *context, const uint8_t *input,
                         uint32_t n, loginlint_report *report) {
    int32_t result = first_utf8(policy, context, input, n, report);
    return result == LL_GO_ON ? check_utf8(policy, context, input, n, report) : result;
}

static LL_APART int32_t first_utf16(const loginlint_policy *policy, const loginlint_context *context,
                                    const uint16_t *input, uint32_t n, loginlint_report *report) {
    int32_t error = loginlint__misuse(policy, context, input, n, report);
    if (error)
        return refuse(report, error);
    loginlint__report_start(report, policy->field);
    return loginlint__plain_utf16(ll_policy_of(policy), ll_known(context), input, n, report) ? 0 : LL_GO_ON;
}

LL_CLEARED_CALL_IN_TWO(loginlint_check_utf16, first_utf16, check_utf16,
                       (const loginlint_policy *policy, const loginlint_context *context, const uint16_t *input,
                        uint32_t n, loginlint_report *report),
                       (policy, context, input, n, report)) {
    struct ll_check check;
    loginlint__start(&check, policy, context, report);
    if (n <= LOGINLINT_INPUT_MAX && loginlint__utf16_read(&check, input, n)) {
        run(&check);
        return 0;
    }
    loginlint_wipe(check.c, (check.n + 1) * (uint32_t)sizeof *check.c);
    too_large(context, report);
    return 0;
}
