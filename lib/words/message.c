/* SPDX-License-Identifier: MIT */
/* message.c - one finding as a sentence.
 *
 * In: a report and the number of a diagnostic.  Out: UTF-8 in the caller's buffer.  The sentences stand in the language
 * files under [code.name]; here are the facts by which one is chosen, and the values that fill it.  For a secret the
 * facts SHOWN and MEANT never hold and nothing reads the report's texts, so that two secrets with the same sequence of
 * character classes are told the same.
 */
#include "words/message.h"
#include "check/report.h"
#include "text/wipe.h"
#include "words/sentence.h"

enum { FIX_MAX = 255 }; /* longer ones are not quoted: a sentence has a longest length */

static int is_in_pool(const loginlint_diagnostic *d) {
    return d->fix_length && d->fix_length <= FIX_MAX && d->fix_at <= LOGINLINT_POOL_MAX - d->fix_length;
}

/* A dot that is not at an end: the typo's fix names the whole domain and not a piece of it. */
static int is_domain(const uint8_t *text, uint32_t n) {
    uint32_t i;
    for (i = 1; i + 1 < n; i++)
        if (text[i] == '.')
            return text[0] != '.' && text[n - 1] != '.';
    return 0;
}

/* Only for a value that may be shown. */
static uint64_t facts_of_text(const loginlint_report *report, const loginlint_diagnostic *d) {
    uint64_t facts = 0;
    if (ll_is_secret(report))
        return 0;
    if (d->argument && d->character[1] - d->character[0] == 1)
        facts |= LL_FACT(SHOWN);
    if (is_in_pool(d))
        facts |= LL_FACT(MEANT) | LL_FACT_IF(is_domain(report->pool + d->fix_at, d->fix_length), DOMAIN);
    return facts;
}

/* Findings whose span reaches from the first to the last character of a script; `argument` says how many are of it
 * where others stand between. */
static int is_keyboard(uint32_t code) {
    return code == LOGINLINT_CODE_HALFWIDTH_KANA || code == LOGINLINT_CODE_IME_KANA ||
           code == LOGINLINT_CODE_KANA_LAYOUT || code == LOGINLINT_CODE_IME_KANJI ||
           code == LOGINLINT_CODE_HANGUL_LAYOUT;
}

static uint64_t facts_of(const loginlint_report *report, const loginlint_diagnostic *d) {
    return ll_facts_of_box(report->field, report->digits) | facts_of_text(report, d) |
           (d->code == LOGINLINT_CODE_WRONG_KIND ? ll_facts_of_kind(d->argument) : 0) |
           ll_facts_of_operations(1u << d->operation % 32) | ll_facts_of_sureness(d->confidence, d->severity) |
           ll_facts_of_device(d->platform, 0) | LL_FACT_IF(d->level == LOGINLINT_LEVEL_SAFE, MENDED) |
           LL_FACT_IF(d->level == LOGINLINT_LEVEL_ASK, OFFERED) | LL_FACT_IF(d->character[0] == 0, START) |
           LL_FACT_IF(d->argument == 1, SINGLE) | LL_FACT_IF(d->argument && is_keyboard(d->code), BETWEEN);
}

/* Characters that are counted with their neighbours are counted by code points. */
static uint8_t is_many(const loginlint_diagnostic *d) {
    if (d->code == LOGINLINT_CODE_MISSING_CLASS)
        return 0; /* one class, wherever it is missing */
    if (d->code == LOGINLINT_CODE_INVISIBLE_CHARACTER || d->code == LOGINLINT_CODE_BIDI_CONTROL)
        return d->character[1] - d->character[0] > 1;
    return d->position_end > d->position;
}

/* What the policy takes where a range is told, else the one length that was missed. */
static void set_limits(struct ll_sentence *s, const loginlint_report *report, const loginlint_diagnostic *d) {
    s->limits[0] = report->limits[0];
    s->limits[1] = report->limits[1];
    if (s->limits[0] || s->limits[1])
        return;
    s->limits[0] = s->limits[1] = d->argument;
}

int32_t loginlint__message(struct ll_writer *w, const loginlint_report *report, uint32_t i, uint32_t language) {
    const loginlint_diagnostic *d = &report->diagnostics[i];
    struct ll_sentence s = {.w = w,
                            .texts = loginlint__language(language),
                            .facts = facts_of(report, d),
                            .position = d->position,
                            .position_end = d->position_end,
                            .argument = d->argument,
                            .fix = report->pool + (is_in_pool(d) ? d->fix_at : 0),
                            .fix_length = is_in_pool(d) ? d->fix_length : 0,
                            .limit = d->argument,
                            .classes =
                                1u << (d->argument <= LOGINLINT_CLASS_LETTER ? d->argument : LOGINLINT_CLASS_CUSTOM),
                            .field = report->field,
                            .brand = (uint8_t)d->argument,
                            .reason = d->table,
                            .many = is_many(d)};
    if (!s.texts)
        return -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
    set_limits(&s, report, d);
    return loginlint__say(&s, LOGINLINT_LIST_CODE, d->code, LL_MESSAGE);
}

LL_CLEARED_CALL(loginlint_message, sentence,
                (const loginlint_report *report, uint32_t i, uint32_t language, uint8_t *out, uint32_t capacity),
                (report, i, language, out, capacity)) {
    struct ll_writer w = ll_writer_on(out, capacity);
    int32_t error;
    if (!report || (!out && capacity))
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    if (report->size != sizeof *report)
        return -(int32_t)LOGINLINT_ERROR_RECORD_SIZE;
    if (i >= report->count || i >= LOGINLINT_DIAGNOSTICS_MAX)
        return -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
    error = loginlint__message(&w, report, i, language);
    return error ? error : loginlint__writer_done(&w);
}
