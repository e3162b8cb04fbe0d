/* SPDX-License-Identifier: MIT */
/* say.c - a finding of libloginlint-icu: its place in the input, how much it weighs, the diagnostic.
 *
 * In: characters of the input.  Out: diagnostics of the report, and the least verdict that they leave.
 */
#include "run.h"
#include <unicode/uchar.h>
#include <unicode/utf8.h>

/* ---- spans ---- */

struct place {
    uint32_t byte, utf16, character, position;
};

/* Does the character stand with the one before, as a person counts? */
static int is_joined(UChar32 c) {
    uint32_t mask = U_GET_GC_MASK(c);
    return (mask & (U_GC_M_MASK | U_GC_CF_MASK)) != 0 || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

/* Goes on to character `to`. */
static void walk(const uint8_t *s, uint32_t n, struct place *p, uint32_t to) {
    while (p->character < to && p->byte < n) {
        UChar32 c;
        int32_t at = (int32_t)p->byte;
        U8_NEXT(s, at, (int32_t)n, c);
        p->utf16 += c > 0xFFFF ? 2 : 1;
        p->position += (uint32_t)!is_joined(c);
        p->byte = (uint32_t)at;
        p->character++;
    }
}

void loginlint__set_span(const uint8_t *s, uint32_t n, loginlint_diagnostic *d, uint32_t from, uint32_t to) {
    struct place p = {0, 0, 0, 0}, next;
    walk(s, n, &p, from);
    d->byte[0] = p.byte;
    d->utf16[0] = p.utf16;
    d->character[0] = from;
    next = p;
    walk(s, n, &next, from + 1);
    d->position = (uint16_t)(next.position ? next.position : 1);
    walk(s, n, &p, to);
    d->byte[1] = p.byte;
    d->utf16[1] = p.utf16;
    d->character[1] = to;
    d->position_end = (uint16_t)(p.position > d->position ? p.position : d->position);
}

uint32_t loginlint__first_item(const struct ll_items *items, uint32_t from) {
    uint32_t low = 0, high = items->n, middle;
    while (low < high) {
        middle = (low + high) / 2;
        if (items->item[middle].from < from)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* ---- findings ---- */

loginlint_diagnostic *loginlint__icu_add(struct ll_run *run, uint32_t code, uint32_t severity, uint32_t confidence,
                                         uint32_t from, uint32_t to) {
    static const loginlint_diagnostic none;
    loginlint_report *report = run->report;
    loginlint_diagnostic *d;
    report->total++;
    if (report->count >= LOGINLINT_DIAGNOSTICS_MAX)
        return NULL;
    d = &report->diagnostics[report->count++];
    *d = none;
    d->code = (uint16_t)code;
    d->severity = (uint8_t)severity;
    d->confidence = (uint8_t)confidence;
    loginlint__set_span(run->input, run->n, d, from, to);
    return d;
}

void loginlint__ask_for(struct ll_run *run, uint32_t verdict) {
    if (verdict < run->verdict)
        run->verdict = verdict;
}

static uint32_t severity_of(struct ll_run *run, enum ll_weight weight) {
    static const uint8_t verdicts[] = {LOGINLINT_VERDICT_PASS, LOGINLINT_VERDICT_ASK, LOGINLINT_VERDICT_FAIL};
    static const uint8_t severities[] = {LOGINLINT_SEVERITY_INFO, LOGINLINT_SEVERITY_WARNING, LOGINLINT_SEVERITY_ERROR};
    if (weight == REFUSED && run->secret && !run->create)
        weight = ASKED;
    loginlint__ask_for(run, verdicts[weight]);
    if (weight == REFUSED)
        run->report->valid = 0;
    return severities[weight];
}

void loginlint__say_refusal(struct ll_run *run, const struct ll_refusal *refusal, enum ll_weight weight) {
    loginlint_diagnostic *d =
        loginlint__icu_add(run, refusal->code, severity_of(run, weight), 100, refusal->from, refusal->to);
    if (d) {
        d->argument = run->secret ? 0 : refusal->cp;
        d->table = refusal->code == LOGINLINT_CODE_BIDI_RULE ? refusal->condition : refusal->reason;
    }
}

uint32_t loginlint__typed(const struct ll_run *run, const struct ll_item *item) {
    uint32_t at = loginlint__first_item(&run->items, item->from);
    return at < run->items.n && run->items.item[at].to == item->to ? run->items.item[at].cp : item->cp;
}
