/* SPDX-License-Identifier: MIT */
/* facts.c - everything that a sentence about a cause depends on.
 *
 * In: the findings of a cause, the policy, the context, the value.  Out: the cause's record: where to look, numbers,
 * and outside secrets the character that the sentence names.
 */
#include "check/report.h"
#include "explain/explain.h"
#include "text/chartab.h"
#include "text/utf.h"

enum extent { FIRST, WHOLE };
static const uint8_t extents[LL_CAUSES_END] = {
#define CAUSE(number, name, text, group, rank, extent, remedy, bases) [number] = extent,
#include "explain/causes.def"
};

static int is_of(const struct ll_explainer *e, uint32_t i, uint32_t cause) {
    return e->cause[i] == cause && e->report->diagnostics[i].severity > LOGINLINT_SEVERITY_INFO;
}

/* How well a finding stands for its cause: one of the cause's own kind before one that it has taken over, an open one
 * before one that is settled. */
static uint32_t weight(const struct ll_explainer *e, uint32_t i, uint32_t cause) {
    return (e->own[i] == cause ? 2u : 0u) + (loginlint__is_settled(e, i) ? 0u : 1u);
}

static const loginlint_diagnostic *leading(const struct ll_explainer *e, uint32_t cause) {
    uint32_t i, best = 0, most = 0;
    for (i = 0; i < e->count; i++)
        if (is_of(e, i, cause) && 1 + weight(e, i, cause) > most) {
            most = 1 + weight(e, i, cause);
            best = i;
        }
    return &e->report->diagnostics[best];
}

/* ---- where ---- */

static void put_span(loginlint_cause *cause, const loginlint_diagnostic *d, uint32_t end) {
    cause->byte[end] = d->byte[end];
    cause->utf16[end] = d->utf16[end];
    cause->character[end] = d->character[end];
    if (end)
        cause->position_end = d->position_end;
    else
        cause->position = d->position;
}

static void find_span(const struct ll_explainer *e, loginlint_cause *cause, const loginlint_diagnostic *lead) {
    uint32_t i;
    put_span(cause, lead, 0);
    put_span(cause, lead, 1);
    for (i = 0; i < e->count && extents[cause->code] == WHOLE; i++) {
        const loginlint_diagnostic *d = &e->report->diagnostics[i];
        if (is_of(e, i, cause->code) && d->character[0] < cause->character[0])
            put_span(cause, d, 0);
        if (is_of(e, i, cause->code) && d->character[1] > cause->character[1])
            put_span(cause, d, 1);
    }
}

/* ---- which findings ---- */

static void count_in(const struct ll_explainer *e, loginlint_cause *cause) {
    uint32_t i;
    for (i = 0; i < e->count; i++) {
        const loginlint_diagnostic *d = &e->report->diagnostics[i];
        if (e->cause[i] != cause->code)
            continue;
        cause->diagnostics[i / 32] |= 1u << i % 32;
        if (d->severity == LOGINLINT_SEVERITY_INFO)
            continue;
        if (d->level != LOGINLINT_LEVEL_NONE)
            cause->operations |= (uint8_t)(1u << d->operation);
        cause->places = (uint16_t)(cause->places + (e->own[i] == cause->code));
        if (d->confidence > cause->confidence)
            cause->confidence = d->confidence;
        if (d->severity > cause->severity)
            cause->severity = d->severity;
        if (d->code == LOGINLINT_CODE_MISSING_CLASS && d->argument <= LOGINLINT_CLASS_LETTER)
            cause->classes |= (uint8_t)(1u << d->argument);
    }
}

/* ---- how long ---- */

/* As the size is counted: without what the safe fixes take out. */
static uint32_t count_of(const struct ll_explainer *e) {
    uint32_t i, count = loginlint__value_count(&e->value, e->policy->digits_only);
    for (i = 0; i < e->count && !e->policy->digits_only; i++) {
        const loginlint_diagnostic *d = &e->report->diagnostics[i];
        uint32_t removed = d->character[1] - d->character[0];
        if (d->level == LOGINLINT_LEVEL_SAFE && d->operation == LOGINLINT_OPERATION_DELETE && removed <= count)
            count -= removed;
    }
    return count;
}

static void find_numbers(const struct ll_explainer *e, loginlint_cause *cause, const loginlint_diagnostic *lead) {
    switch (lead->code) {
    case LOGINLINT_CODE_TOO_SHORT:
    case LOGINLINT_CODE_TOO_LONG:
    case LOGINLINT_CODE_DIGIT_EXTRA:
        cause->count = count_of(e);
        cause->limits[0] = e->report->limits[0];
        cause->limits[1] = e->report->limits[1];
        break;
    case LOGINLINT_CODE_TOO_LARGE:
    case LOGINLINT_CODE_TOO_MANY_REPEATS:
        cause->limits[1] = lead->argument;
        break;
    default:
        break;
    }
}

/* ---- which characters ---- */

static void find_characters(const struct ll_explainer *e, loginlint_cause *cause, const loginlint_diagnostic *lead) {
    const loginlint_report *report = e->report;
    const uint32_t *extent = ll_extent_in(&e->value, lead);
    uint32_t at = extent[0], length = 0, cp;
    if (cause->secret || extent[0] >= extent[1])
        return;
    cp = loginlint__value_next(&e->value, &at);
    if (cp != LL_ILLFORMED && (loginlint__is_at_character(lead->code) || lead->argument == cp))
        cause->argument = cp;
    if (lead->fix_length && lead->fix_length <= LOGINLINT_POOL_MAX &&
        lead->fix_at <= LOGINLINT_POOL_MAX - lead->fix_length)
        cause->meant = loginlint__utf8_next(report->pool + lead->fix_at, lead->fix_length, &length);
    if (cause->meant && length != lead->fix_length)
        cause->meant = 0;
}

/* ---- where it belongs ---- */

static int has_at_sign(const struct ll_explainer *e) {
    uint32_t at = 0, cp = 0;
    while (at < e->value.n && cp != '@' && cp != 0xFF20)
        cp = loginlint__value_next(&e->value, &at);
    return cp == '@' || cp == 0xFF20;
}

static uint8_t place_of(const struct ll_explainer *e, uint32_t code, const loginlint_diagnostic *lead) {
    int doubt = lead->severity == LOGINLINT_SEVERITY_WARNING;
    if (code != LOGINLINT_CAUSE_WRONG_FIELD ||
        (doubt && (e->report->field == LOGINLINT_FIELD_PIN || e->report->field == LOGINLINT_FIELD_CARD_NUMBER)))
        return LOGINLINT_NOTHING; /* an expiry date, a phone number */
    if (doubt && e->report->field == LOGINLINT_FIELD_LOGIN_ID && lead->confidence >= 85)
        return LOGINLINT_FIELD_PASSWORD; /* sure, as its sentence has it; a card number there is less */
    return has_at_sign(e) || e->report->field == LOGINLINT_FIELD_CARD_NUMBER ? LOGINLINT_FIELD_LOGIN_ID
                                                                             : LOGINLINT_FIELD_CARD_NUMBER;
}

void loginlint__facts(const struct ll_explainer *e, loginlint_cause *cause) {
    const loginlint_diagnostic *lead = leading(e, cause->code);
    const loginlint_report *report = e->report;
    cause->candidate = cause->basis = LOGINLINT_NOTHING;
    cause->secret = (uint8_t)ll_is_secret(report);
    cause->diagnostic = lead->code;
    cause->reason = lead->table;
    cause->field = report->field;
    cause->place = place_of(e, cause->code, lead);
    cause->kind = e->policy->kind;
    cause->digits = e->policy->digits_only;
    cause->brand = lead->code == LOGINLINT_CODE_WRONG_BRAND ? (uint8_t)lead->argument : report->brand;
    cause->platform = e->context->platform;
    cause->keyboard = e->context->keyboard;
    cause->known = (cause->code == LOGINLINT_CAUSE_CAPS_LOCK && e->context->caps_lock == 2) ||
                   (cause->code == LOGINLINT_CAUSE_NUM_LOCK && e->context->num_lock == 2);
    count_in(e, cause);
    find_span(e, cause, lead);
    find_numbers(e, cause, lead);
    find_characters(e, cause, lead);
}
