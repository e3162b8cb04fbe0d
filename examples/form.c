/* SPDX-License-Identifier: MIT */
/* form.c - the smallest form: a person types a login ID, and is told what happened to it and what to do.
 *
 * In: a line of standard input.  Out: two sentences for each cause, what is offered, and what would be sent.
 * cc examples/form.c $(pkg-config --cflags --libs loginlint)
 */
#include <loginlint.h>
#include <stdio.h>
#include <string.h>

/* 30, 50 and 1 KB, in memory of our own. */
static loginlint_report report;
static loginlint_candidates candidates;
static loginlint_explanation explanation;

static void put(const char *before, const uint8_t *text, int32_t n, uint32_t room) {
    if (n > 0)
        printf("%s%.*s\n", before, n < (int32_t)room ? (int)n : (int)room, (const char *)text);
}

static void tell(uint32_t i) {
    const loginlint_cause *cause = &explanation.cause[i];
    uint8_t text[LOGINLINT_TEXT_MAX];
    put("・", text, loginlint_cause_message(&explanation, i, LOGINLINT_LANGUAGE_JA, text, sizeof text), sizeof text);
    put("　", text, loginlint_cause_next(&explanation, i, LOGINLINT_LANGUAGE_JA, text, sizeof text), sizeof text);
    if (cause->remedy == LOGINLINT_REMEDY_APPLY)
        put("　→ ", report.text, (int32_t)report.text_length, sizeof report.text);
    if (cause->remedy == LOGINLINT_REMEDY_CHOOSE) {
        const loginlint_candidate *c = &candidates.candidate[cause->candidate];
        put("　→ ", c->text, (int32_t)c->length, sizeof c->text);
    }
}

int main(void) {
    static const char rules[] = "kind: email", context[] = "stage: submit";
    loginlint_policy policy;
    loginlint_context at_submit;
    char typed[2048];
    const uint8_t *value = (const uint8_t *)typed;
    uint32_t i, n;

    if (loginlint_policy_init(&policy, LOGINLINT_FIELD_LOGIN_ID) < 0 ||
        loginlint_policy_parse(&policy, rules, sizeof rules - 1, NULL) < 0 ||
        loginlint_context_parse(&at_submit, context, sizeof context - 1, NULL) < 0)
        return 2;
    fputs("メールアドレス: ", stdout);
    fflush(stdout);
    if (!fgets(typed, sizeof typed, stdin))
        return 2;
    n = (uint32_t)strcspn(typed, "\n");

    if (loginlint_check(&policy, &at_submit, value, n, &report) < 0 ||
        loginlint_candidates_find(&policy, &at_submit, value, n, &candidates) < 0 ||
        loginlint_explain(&policy, &at_submit, value, n, &report, &candidates, &explanation) < 0)
        return 2;
    for (i = 0; i < explanation.count; i++)
        tell(i);
    if (report.verdict == LOGINLINT_VERDICT_FIXED)
        printf("「%.*s」を送信します。\n", (int)report.text_length, (const char *)report.text);
    else if (report.verdict == LOGINLINT_VERDICT_PASS)
        printf("「%.*s」を送信します。\n", (int)n, typed);

    loginlint_wipe(&report, sizeof report);
    loginlint_wipe(&candidates, sizeof candidates);
    loginlint_wipe(&explanation, sizeof explanation);
    loginlint_wipe(typed, sizeof typed);
    return 0;
}
