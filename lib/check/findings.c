/* SPDX-License-Identifier: MIT */
/* findings.c - appends findings to a check: about a character (a mark and an edit) or about the whole (a diagnostic).
 *
 * Every finding of a rule goes through here.  A rule that also answers (brand and display of a card, caps_evidence,
 * skipped of an e-mail address) writes that member of the report itself.
 */
#include "check/findings.h"

void loginlint__edit(const struct ll_check *check, struct ll_char *c, uint32_t ascii, uint32_t level) {
    if (level == LOGINLINT_LEVEL_SAFE && check->policy->field == LOGINLINT_FIELD_PASSWORD)
        level = LOGINLINT_LEVEL_ASK; /* RFC 8265: OpaqueString is never mapped */
    if (level > c->level)
        c->level = (uint8_t)level;
    c->fix[0] = (uint8_t)ascii;
    c->length = ascii != 0;
    if (!ascii)
        c->operation = LOGINLINT_OPERATION_DELETE;
    else if (c->operation == LOGINLINT_OPERATION_NONE)
        c->operation = LOGINLINT_OPERATION_REPLACE;
}

static void span(struct ll_check *check, loginlint_diagnostic *d, uint32_t from, uint32_t to) {
    uint32_t part = (uint32_t)(check->c - (const struct ll_char *)(const void *)check->report->work);
    d->byte[0] = check->c[from].byte;
    d->byte[1] = check->c[to].byte;
    d->utf16[0] = check->c[from].utf16;
    d->utf16[1] = check->c[to].utf16;
    d->character[0] = part + from;
    d->character[1] = part + to;
}

loginlint_diagnostic *loginlint__add(struct ll_check *check, uint32_t finding, uint32_t from, uint32_t to,
                                     uint32_t argument) {
    loginlint_report *report = check->report;
    /* Whole-value findings come before the marks are turned into diagnostics, and each rule appends a few at most: the
     * last place is kept for what marks need. */
    uint32_t at = report->count < LOGINLINT_DIAGNOSTICS_MAX - 1 ? report->count++ : LOGINLINT_DIAGNOSTICS_MAX - 1;
    loginlint_diagnostic *d = &report->diagnostics[at];
    report->total++;
    d->code = finding & 0xFFF;
    d->severity = finding >> 12 & 0xF;
    d->confidence = (uint8_t)(finding >> 16);
    check->outcome |= finding >> 24 & (LL_FAIL | LL_ASK | LL_INCOMPLETE);
    check->invalid |= (finding & LL_FINDING(0, 0, 0, LL_INVALID)) != 0;
    d->level = d->operation = d->table = 0;
    d->platform = check->context->platform;
    span(check, d, from, to);
    d->fix_at = d->fix_length = 0;
    d->argument = argument;
    d->position = d->position_end = 0;
    return d;
}

void loginlint__add_whole(struct ll_check *check, uint32_t finding, uint32_t argument) {
    loginlint__add(check, finding, 0, check->n, argument);
}

void loginlint__add_fix(struct ll_check *check, loginlint_diagnostic *d, uint32_t level, uint32_t operation,
                        const uint8_t *text, uint32_t n) {
    loginlint_report *report = check->report;
    uint32_t i;
    if (check->no_fixes)
        return;
    if (level == LOGINLINT_LEVEL_SAFE && check->policy->field == LOGINLINT_FIELD_PASSWORD)
        level = LOGINLINT_LEVEL_ASK;
    d->level = (uint8_t)level;
    d->operation = (uint8_t)operation;
    if (report->field == LOGINLINT_FIELD_PASSWORD || check->pool + n > LOGINLINT_POOL_MAX)
        return;
    d->fix_at = check->pool;
    d->fix_length = n;
    for (i = 0; i < n; i++)
        report->pool[check->pool++] = text[i];
}

void loginlint__checksum(struct ll_check *check) {
    loginlint__add_whole(check,
                         LL_FINDING(LOGINLINT_CODE_CHECKSUM, LOGINLINT_SEVERITY_ERROR, 100, LL_FAIL | LL_INVALID), 0);
}

void loginlint__settle(struct ll_check *check) {
    uint32_t i;
    for (i = 0; i < check->n; i++) {
        check->c[i].found &= LL_BIT(LL_M_INVALID_ENCODING);
        check->c[i].level = LOGINLINT_LEVEL_NONE;
        check->c[i].insert = 0;
    }
    check->wrong_field = 1;
}

void loginlint__elsewhere(struct ll_check *check, uint32_t confidence) {
    loginlint__settle(check);
    loginlint__add_whole(
        check, LL_FINDING(LOGINLINT_CODE_WRONG_FIELD, LOGINLINT_SEVERITY_WARNING, confidence, LL_ASK | LL_INVALID), 0);
}

void loginlint__wrong_field(struct ll_check *check) {
    loginlint__settle(check);
    check->secret = 1;
    loginlint__add_whole(check,
                         LL_FINDING(LOGINLINT_CODE_WRONG_FIELD, LOGINLINT_SEVERITY_ERROR, 90, LL_FAIL | LL_INVALID), 0);
}
