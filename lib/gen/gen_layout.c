/* SPDX-License-Identifier: MIT */
/* gen_layout.c - where every member of every public record lies, for the generators of the bindings.
 *
 * Out, tab-separated: RECORD  member  offset  size of one element  elements.  A record's own row has the member "-".
 */
#include "../../include/loginlint.h"
#include <stddef.h>
#include <stdio.h>

#define RECORD(name, type) printf("%s\t-\t0\t%u\t1\n", name, (unsigned)sizeof(type))
#define ONE(name, type, member)                                                                                        \
    printf("%s\t%s\t%u\t%u\t1\n", name, #member, (unsigned)offsetof(type, member),                                     \
           (unsigned)sizeof(((type *)0)->member))
#define MANY(name, type, member)                                                                                       \
    printf("%s\t%s\t%u\t%u\t%u\n", name, #member, (unsigned)offsetof(type, member),                                    \
           (unsigned)sizeof(((type *)0)->member[0]),                                                                   \
           (unsigned)(sizeof(((type *)0)->member) / sizeof(((type *)0)->member[0])))

static void context(void) {
    RECORD("CONTEXT", loginlint_context);
    ONE("CONTEXT", loginlint_context, size);
    ONE("CONTEXT", loginlint_context, caps_lock);
    ONE("CONTEXT", loginlint_context, entry);
    ONE("CONTEXT", loginlint_context, keyboard);
    ONE("CONTEXT", loginlint_context, platform);
    ONE("CONTEXT", loginlint_context, stage);
    ONE("CONTEXT", loginlint_context, composing);
    ONE("CONTEXT", loginlint_context, num_lock);
    ONE("CONTEXT", loginlint_context, failures);
    ONE("CONTEXT", loginlint_context, caps_evidence);
}

static void diagnostic(void) {
    RECORD("DIAGNOSTIC", loginlint_diagnostic);
    ONE("DIAGNOSTIC", loginlint_diagnostic, code);
    ONE("DIAGNOSTIC", loginlint_diagnostic, severity);
    ONE("DIAGNOSTIC", loginlint_diagnostic, confidence);
    ONE("DIAGNOSTIC", loginlint_diagnostic, level);
    ONE("DIAGNOSTIC", loginlint_diagnostic, operation);
    ONE("DIAGNOSTIC", loginlint_diagnostic, table);
    ONE("DIAGNOSTIC", loginlint_diagnostic, platform);
    MANY("DIAGNOSTIC", loginlint_diagnostic, byte);
    MANY("DIAGNOSTIC", loginlint_diagnostic, utf16);
    MANY("DIAGNOSTIC", loginlint_diagnostic, character);
    ONE("DIAGNOSTIC", loginlint_diagnostic, fix_at);
    ONE("DIAGNOSTIC", loginlint_diagnostic, fix_length);
    ONE("DIAGNOSTIC", loginlint_diagnostic, argument);
    ONE("DIAGNOSTIC", loginlint_diagnostic, position);
    ONE("DIAGNOSTIC", loginlint_diagnostic, position_end);
}

static void report(void) {
    RECORD("REPORT", loginlint_report);
    ONE("REPORT", loginlint_report, size);
    ONE("REPORT", loginlint_report, abi);
    ONE("REPORT", loginlint_report, header);
    ONE("REPORT", loginlint_report, stride);
    ONE("REPORT", loginlint_report, unicode);
    ONE("REPORT", loginlint_report, field);
    ONE("REPORT", loginlint_report, verdict);
    ONE("REPORT", loginlint_report, valid);
    ONE("REPORT", loginlint_report, secret);
    ONE("REPORT", loginlint_report, changed);
    ONE("REPORT", loginlint_report, wellformed);
    ONE("REPORT", loginlint_report, brand);
    ONE("REPORT", loginlint_report, quiet);
    ONE("REPORT", loginlint_report, count);
    ONE("REPORT", loginlint_report, total);
    ONE("REPORT", loginlint_report, text_length);
    ONE("REPORT", loginlint_report, display_length);
    ONE("REPORT", loginlint_report, skipped);
    ONE("REPORT", loginlint_report, caps_evidence);
    ONE("REPORT", loginlint_report, input_length);
    MANY("REPORT", loginlint_report, diagnostics);
    MANY("REPORT", loginlint_report, text);
    MANY("REPORT", loginlint_report, display);
    MANY("REPORT", loginlint_report, pool);
    MANY("REPORT", loginlint_report, work);
}

static void candidates(void) {
    RECORD("CANDIDATE", loginlint_candidate);
    ONE("CANDIDATE", loginlint_candidate, bases);
    ONE("CANDIDATE", loginlint_candidate, basis);
    ONE("CANDIDATE", loginlint_candidate, confidence);
    ONE("CANDIDATE", loginlint_candidate, unique);
    ONE("CANDIDATE", loginlint_candidate, case_lost);
    ONE("CANDIDATE", loginlint_candidate, length);
    MANY("CANDIDATE", loginlint_candidate, text);
    RECORD("CANDIDATES", loginlint_candidates);
    ONE("CANDIDATES", loginlint_candidates, size);
    ONE("CANDIDATES", loginlint_candidates, allowed);
    ONE("CANDIDATES", loginlint_candidates, count);
    ONE("CANDIDATES", loginlint_candidates, secret);
    MANY("CANDIDATES", loginlint_candidates, candidate);
    MANY("CANDIDATES", loginlint_candidates, work);
}

static void explanation(void) {
    RECORD("CAUSE", loginlint_cause);
    ONE("CAUSE", loginlint_cause, code);
    ONE("CAUSE", loginlint_cause, remedy);
    ONE("CAUSE", loginlint_cause, confidence);
    ONE("CAUSE", loginlint_cause, severity);
    ONE("CAUSE", loginlint_cause, candidate);
    ONE("CAUSE", loginlint_cause, basis);
    ONE("CAUSE", loginlint_cause, case_lost);
    ONE("CAUSE", loginlint_cause, secret);
    ONE("CAUSE", loginlint_cause, field);
    ONE("CAUSE", loginlint_cause, place);
    ONE("CAUSE", loginlint_cause, kind);
    ONE("CAUSE", loginlint_cause, brand);
    ONE("CAUSE", loginlint_cause, platform);
    MANY("CAUSE", loginlint_cause, diagnostics);
    MANY("CAUSE", loginlint_cause, byte);
    MANY("CAUSE", loginlint_cause, utf16);
    MANY("CAUSE", loginlint_cause, character);
    RECORD("EXPLANATION", loginlint_explanation);
    ONE("EXPLANATION", loginlint_explanation, size);
    ONE("EXPLANATION", loginlint_explanation, count);
    ONE("EXPLANATION", loginlint_explanation, left);
    MANY("EXPLANATION", loginlint_explanation, cause);
}

static void strings(void) {
    RECORD("POLICY", loginlint_policy);
    ONE("POLICY", loginlint_policy, size);
    ONE("POLICY", loginlint_policy, abi);
    ONE("POLICY", loginlint_policy, field);
    RECORD("WHERE", loginlint_where);
    ONE("WHERE", loginlint_where, size);
    ONE("WHERE", loginlint_where, offset);
    ONE("WHERE", loginlint_where, length);
    ONE("WHERE", loginlint_where, found);
    ONE("WHERE", loginlint_where, expected);
}

static void preflight(void) {
    RECORD("SERVICE", loginlint_service);
    RECORD("FACTS", loginlint_facts);
    RECORD("ADVICE", loginlint_advice);
    ONE("ADVICE", loginlint_advice, size);
    ONE("ADVICE", loginlint_advice, verdict);
    ONE("ADVICE", loginlint_advice, count);
    ONE("ADVICE", loginlint_advice, utc_offset);
    MANY("ADVICE", loginlint_advice, item);
    RECORD("ADVICE_ITEM", loginlint_advice_item);
    ONE("ADVICE_ITEM", loginlint_advice_item, code);
    ONE("ADVICE_ITEM", loginlint_advice_item, severity);
    ONE("ADVICE_ITEM", loginlint_advice_item, verdict);
    ONE("ADVICE_ITEM", loginlint_advice_item, argument);
    MANY("ADVICE_ITEM", loginlint_advice_item, until);
}

int main(void) {
    strings();
    context();
    diagnostic();
    report();
    candidates();
    explanation();
    preflight();
    return 0;
}
