/* SPDX-License-Identifier: MIT */
/* report_json.c - a report as one JSON object.
 *
 * In: the report, its candidates and causes, the value that was checked.  Out: one line of JSON in the caller's buffer.
 * Nothing is allocated.  Unless it is to be revealed, a secret's text, replacements and candidates are left out, and a
 * complete card number shows its first six and last four digits at most.
 */
#include "check/fix.h"
#include "check/report.h"
#include "text/attributes.h"
#include "text/utf.h"
#include "text/wipe.h"
#include "words/cause_words.h"
#include "words/json_writer.h"
#include "words/message.h"
#include "words/sentence.h"
#include <stddef.h>

#define CARD_DIGITS_MIN 12u /* fewer are no complete number: nothing of it is shown */
#define CARD_BIN 6u
#define CARD_LAST 4u
#define CARD_HIDDEN_MIN 4u /* with the check digit, fewer hidden digits could be guessed: then the last four only */

struct object {
    struct ll_json j;
    const loginlint_report *report;
    const loginlint_explanation *explanation;
    const uint8_t *input;
    uint32_t n;
    uint32_t language;
    uint8_t shown; /* values may be written */
};

static void put_name(struct object *o, const char *key, uint32_t list, uint32_t value) {
    const char *name = loginlint_name(list, value);
    loginlint__json_key(&o->j, key);
    loginlint__json_text(&o->j, name ? name : "");
}

static void put_pair(struct object *o, const char *key, const uint32_t *pair) {
    loginlint__json_key(&o->j, key);
    loginlint__json_open(&o->j, '[');
    loginlint__json_number(&o->j, (int32_t)pair[0]);
    loginlint__json_number(&o->j, (int32_t)pair[1]);
    loginlint__json_close(&o->j, ']');
}

static void put_span(struct object *o, const uint32_t *byte, const uint32_t *utf16, const uint32_t *character) {
    loginlint__json_key(&o->j, "span");
    loginlint__json_open(&o->j, '{');
    put_pair(o, "byte", byte);
    put_pair(o, "utf16", utf16);
    put_pair(o, "char", character);
    loginlint__json_close(&o->j, '}');
}

static void put_replacement(struct object *o, uint32_t i, const char *key) {
    loginlint__json_key(&o->j, key);
    loginlint__json_quote(&o->j);
    loginlint__fix(&o->j.w, o->report, i, o->input, o->n);
    loginlint__json_unquote(&o->j);
}

static void put_fix(struct object *o, uint32_t i) {
    const loginlint_diagnostic *d = &o->report->diagnostics[i];
    if (d->level == LOGINLINT_LEVEL_NONE) {
        if (d->fix_length && o->shown)
            put_replacement(o, i, d->table == LOGINLINT_DOMAIN_ASCII ? "ascii" : "display");
        return;
    }
    loginlint__json_key(&o->j, "fix");
    loginlint__json_open(&o->j, '{');
    put_name(o, "level", LOGINLINT_LIST_LEVEL, d->level);
    if (o->shown)
        put_replacement(o, i, "text");
    loginlint__json_close(&o->j, '}');
}

static void put_message(struct object *o, uint32_t i) {
    loginlint__json_key(&o->j, "message");
    loginlint__json_quote(&o->j);
    loginlint__message(&o->j.w, o->report, i, o->language);
    loginlint__json_unquote(&o->j);
}

static void put_diagnostic(struct object *o, uint32_t i) {
    const loginlint_diagnostic *d = &o->report->diagnostics[i];
    loginlint__json_open(&o->j, '{');
    put_name(o, "code", LOGINLINT_LIST_CODE, d->code);
    put_name(o, "severity", LOGINLINT_LIST_SEVERITY, d->severity);
    loginlint__json_key(&o->j, "confidence");
    loginlint__json_number(&o->j, d->confidence);
    if (d->code == LOGINLINT_CODE_DISALLOWED)
        put_name(o, "reason", LOGINLINT_LIST_REASON, d->table);
    put_span(o, d->byte, d->utf16, d->character);
    put_fix(o, i);
    put_message(o, i);
    loginlint__json_close(&o->j, '}');
}

static void put_diagnostics(struct object *o) {
    const loginlint_report *report = o->report;
    uint32_t i, count = report->count < LOGINLINT_DIAGNOSTICS_MAX ? report->count : LOGINLINT_DIAGNOSTICS_MAX;
    loginlint__json_key(&o->j, "diagnostics");
    loginlint__json_open(&o->j, '[');
    for (i = 0; i < count; i++)
        put_diagnostic(o, i);
    loginlint__json_close(&o->j, ']');
    if (report->total > count) {
        loginlint__json_key(&o->j, "total");
        loginlint__json_number(&o->j, (int32_t)report->total);
    }
}

/* The numbers of the diagnostics that belong to a cause. */
static void put_numbers(struct object *o, const loginlint_cause *cause) {
    uint32_t i;
    loginlint__json_key(&o->j, "diagnostics");
    loginlint__json_open(&o->j, '[');
    for (i = 0; i < LOGINLINT_DIAGNOSTICS_MAX; i++)
        if (cause->diagnostics[i / 32] >> i % 32 & 1)
            loginlint__json_number(&o->j, (int32_t)i);
    loginlint__json_close(&o->j, ']');
}

static void put_cause_words(struct object *o, uint32_t i) {
    loginlint__json_key(&o->j, "message");
    loginlint__json_quote(&o->j);
    loginlint__cause_message(&o->j.w, o->explanation, i, o->language);
    loginlint__json_unquote(&o->j);
    loginlint__json_key(&o->j, "next");
    loginlint__json_quote(&o->j);
    loginlint__cause_next(&o->j.w, o->explanation, i, o->language);
    loginlint__json_unquote(&o->j);
}

static void put_cause(struct object *o, uint32_t i) {
    const loginlint_cause *cause = &o->explanation->cause[i];
    loginlint__json_open(&o->j, '{');
    put_name(o, "code", LOGINLINT_LIST_CAUSE, cause->code);
    loginlint__json_key(&o->j, "confidence");
    loginlint__json_number(&o->j, cause->confidence);
    put_numbers(o, cause);
    put_span(o, cause->byte, cause->utf16, cause->character);
    put_name(o, "remedy", LOGINLINT_LIST_REMEDY, cause->remedy);
    loginlint__json_key(&o->j, "candidate");
    if (cause->candidate == LOGINLINT_NOTHING)
        loginlint__json_null(&o->j);
    else
        loginlint__json_number(&o->j, cause->candidate);
    put_cause_words(o, i);
    loginlint__json_close(&o->j, '}');
}

static void put_causes(struct object *o) {
    uint32_t i;
    if (!o->explanation)
        return;
    loginlint__json_key(&o->j, "causes");
    loginlint__json_open(&o->j, '[');
    for (i = 0; i < o->explanation->count && i < LOGINLINT_CAUSES_MAX; i++)
        put_cause(o, i);
    loginlint__json_close(&o->j, ']');
    if (o->explanation->left) {
        loginlint__json_key(&o->j, "left");
        loginlint__json_number(&o->j, (int32_t)o->explanation->left);
    }
}

static void put_candidates(struct object *o, const loginlint_candidates *candidates) {
    uint32_t i;
    if (!candidates)
        return;
    loginlint__json_key(&o->j, "candidates");
    loginlint__json_open(&o->j, '[');
    for (i = 0; i < candidates->count && i < LOGINLINT_CANDIDATES_MAX; i++) {
        const loginlint_candidate *c = &candidates->candidate[i];
        loginlint__json_open(&o->j, '{');
        if (o->shown) {
            loginlint__json_key(&o->j, "text");
            loginlint__json_string(&o->j, c->text, c->length < sizeof c->text ? c->length : (uint32_t)sizeof c->text);
        }
        put_name(o, "basis", LOGINLINT_LIST_BASIS, c->basis);
        loginlint__json_key(&o->j, "confidence");
        loginlint__json_number(&o->j, c->confidence);
        loginlint__json_close(&o->j, '}');
    }
    loginlint__json_close(&o->j, ']');
}

/* The report of a value that was too large to scan does not know whether it is text. */
static int is_text(const uint8_t *s, uint32_t n) {
    uint32_t at = 0, length;
    while (at < n) {
        if (loginlint__utf8_next(s + at, n - at, &length) == LL_ILLFORMED)
            return 0;
        at += length;
    }
    return 1;
}

static void put_text(struct object *o) {
    const loginlint_report *report = o->report;
    if (!o->shown || !report->wellformed)
        return;
    if (report->changed) {
        loginlint__json_key(&o->j, "text");
        loginlint__json_string(&o->j, report->text, report->text_length);
    } else if (is_text(o->input, o->n)) {
        loginlint__json_key(&o->j, "text");
        loginlint__json_string(&o->j, o->input, o->n);
    }
}

/* "4111 11•• •••• 1111": a bullet for each digit in between. */
static void put_masked(struct object *o, uint32_t digits) {
    const loginlint_report *report = o->report;
    uint32_t i, seen = 0, bin = digits >= CARD_BIN + CARD_LAST + CARD_HIDDEN_MIN ? CARD_BIN : 0;
    for (i = 0; i < report->display_length; i++) {
        uint8_t c = report->display[i];
        int digit = c >= '0' && c <= '9';
        seen += (uint32_t)digit;
        if (!digit || seen <= bin || seen + CARD_LAST > digits)
            loginlint__put_byte(&o->j.w, c);
        else
            loginlint__put(&o->j.w, "•");
    }
}

static void put_display(struct object *o) {
    const loginlint_report *report = o->report;
    uint32_t i, digits = 0;
    if (!report->display_length || report->display_length > sizeof report->display)
        return;
    for (i = 0; i < report->display_length; i++)
        digits += report->display[i] >= '0' && report->display[i] <= '9';
    if (!o->shown && (digits < CARD_DIGITS_MIN || report->verdict == LOGINLINT_VERDICT_INCOMPLETE))
        return;
    loginlint__json_key(&o->j, "display");
    loginlint__json_quote(&o->j);
    if (o->shown)
        loginlint__put_text(&o->j.w, report->display, report->display_length);
    else
        put_masked(o, digits);
    loginlint__json_unquote(&o->j);
}

static void put_skipped(struct object *o) {
    uint32_t bit;
    loginlint__json_key(&o->j, "skipped");
    loginlint__json_open(&o->j, '[');
    for (bit = 0; bit < 32; bit++) {
        const char *name = o->report->skipped >> bit & 1 ? loginlint_name(LOGINLINT_LIST_SKIPPED, bit) : NULL;
        if (name)
            loginlint__json_text(&o->j, name);
    }
    loginlint__json_close(&o->j, ']');
}

static void put_unicode(struct object *o) {
    loginlint__json_key(&o->j, "unicode");
    loginlint__json_quote(&o->j);
    loginlint__put_number(&o->j.w, o->report->unicode >> 8);
    loginlint__put(&o->j.w, ".");
    loginlint__put_number(&o->j.w, o->report->unicode & 0xFFu);
    loginlint__json_unquote(&o->j);
}

static LL_APART void put_report(struct object *o, const loginlint_candidates *candidates) {
    const loginlint_report *report = o->report;
    loginlint__json_open(&o->j, '{');
    put_name(o, "field", LOGINLINT_LIST_FIELD, report->field);
    put_name(o, "verdict", LOGINLINT_LIST_VERDICT, report->verdict);
    loginlint__json_key(&o->j, "valid");
    loginlint__json_truth(&o->j, report->valid);
    loginlint__json_key(&o->j, "secret");
    loginlint__json_truth(&o->j, ll_is_secret(report));
    put_text(o);
    if (report->brand != LOGINLINT_BRAND_NONE)
        put_name(o, "brand", LOGINLINT_LIST_BRAND, report->brand);
    put_display(o);
    put_diagnostics(o);
    put_causes(o);
    put_candidates(o, candidates);
    loginlint__json_key(&o->j, "caps_evidence");
    loginlint__json_number(&o->j, report->caps_evidence);
    put_skipped(o);
    put_unicode(o);
    loginlint__json_close(&o->j, '}');
}

LL_CLEARED_CALL(loginlint_json, json,
                (const loginlint_report *report, const loginlint_candidates *candidates,
                 const loginlint_explanation *explanation, const uint8_t *input, uint32_t n, uint32_t flags,
                 uint32_t language, uint8_t *out, uint32_t capacity),
                (report, candidates, explanation, input, n, flags, language, out, capacity)) {
    struct object o;
    if (!report || (!input && n) || (!out && capacity))
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    if (report->size != sizeof *report || (candidates && candidates->size != sizeof *candidates) ||
        (explanation && explanation->size != sizeof *explanation))
        return -(int32_t)LOGINLINT_ERROR_RECORD_SIZE;
    if (!loginlint__language(language) || report->text_length > LOGINLINT_TEXT_MAX)
        return -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
    if (n > INT32_MAX / 8) /* six bytes for one: the length needed must fit the return */
        return -(int32_t)LOGINLINT_ERROR_TOO_LONG;
    o.j = loginlint__json_on(out, capacity);
    o.report = report;
    o.explanation = explanation;
    o.input = input;
    o.n = n;
    o.language = language;
    o.shown = flags & LOGINLINT_JSON_REVEAL || !ll_is_secret(report);
    put_report(&o, candidates);
    return loginlint__json_done(&o.j);
}
