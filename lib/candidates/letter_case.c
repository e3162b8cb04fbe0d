/* SPDX-License-Identifier: MIT */
/* letter_case.c - what Caps Lock, a held Shift key or an automatic capital did, undone.
 *
 * In: a value and its report.  Out: candidates in the pool.  How likely Caps Lock is, the report says; Shift and the
 * first letter only ever rank behind.
 */
#include "candidates/letter_case.h"
#include "check/caps_lock.h"
#include "text/ascii.h"

/* The confidence of a finding (of case: never 0), 0 when there is none. */
static uint32_t confidence_of(const loginlint_report *report, uint32_t code) {
    uint32_t i;
    for (i = 0; i < report->count; i++)
        if (report->diagnostics[i].code == code)
            return report->diagnostics[i].confidence;
    return 0;
}

/* Caps Lock is undone by swapping; on a Mac it forces capitals, so that the true ones are lost. */
static void caps_lock(struct ll_finder *f, const uint8_t *text, uint32_t n, struct ll_offer offer) {
    int mac = f->context->platform == LOGINLINT_PLATFORM_MAC;
    uint32_t i;
    for (i = 0; i < n; i++)
        f->s->text[i] = (uint8_t)ll_swap_case(text[i]);
    offer.bases |= LL_BASIS(CAPS_LOCK);
    offer.case_lost |= (uint32_t)mac;
    loginlint__offer(f, n, &offer);
}

static void first_letter(struct ll_finder *f, const uint8_t *text, uint32_t n, struct ll_offer offer) {
    uint32_t i, done = 0;
    for (i = 0; i < n; i++) {
        int first = !done && ll_swap_case(text[i]) != text[i];
        f->s->text[i] = first ? (uint8_t)ll_swap_case(text[i]) : text[i];
        done |= (uint32_t)first;
    }
    offer.bases |= LL_BASIS(FIRST_LETTER);
    loginlint__offer(f, n, &offer);
}

/* Symbols that Shift gives, and the same keys without it. */
static const char shifted[2][2][23] = {
    {"~!@#$%^&*()_+{}|:\"<>?", "`1234567890-=[]\\;',./"},  /* US */
    {"!\"#$%&'()=~|`{+*}<>?_", "123456789-^\\@[;:],./\\"}, /* JIS */
};

static uint32_t unshifted(const char row[2][23], uint32_t c) {
    uint32_t i;
    if (ll_is_upper(c))
        return ll_swap_case(c);
    for (i = 0; row[0][i]; i++)
        if ((uint8_t)row[0][i] == c)
            return (uint8_t)row[1][i];
    return 0;
}

/* Shift held all along: every character of the value must be one that Shift gives. */
static void shift_held(struct ll_finder *f, const uint8_t *text, uint32_t n, struct ll_offer offer) {
    uint32_t row, i, c;
    offer.bases |= LL_BASIS(SHIFT);
    offer.unique = 0;
    for (row = 0; row < 2; row++) {
        for (i = 0; i < n && (c = unshifted(shifted[row], text[i])) != 0; i++)
            f->s->text[i] = (uint8_t)c;
        if (i == n)
            loginlint__offer(f, n, &offer);
    }
}

void loginlint__case_candidates(struct ll_finder *f, const uint8_t *text, uint32_t n, const struct ll_offer *from) {
    const loginlint_report *report = &f->s->u.report;
    struct ll_shape shape = {0};
    uint32_t caps = confidence_of(report, LOGINLINT_CODE_CAPS_LOCK),
             capital = confidence_of(report, LOGINLINT_CODE_AUTO_CAPITAL), i;
    struct ll_offer offer = *from;
    if (from->bases & (LL_BASIS(CAPS_LOCK) | LL_BASIS(FIRST_LETTER) | LL_BASIS(SHIFT)) || n > LL_BYTES)
        return;
    for (i = 0; i < n; i++)
        loginlint__shape_add(&shape, i, text[i]);
    offer.depth++;
    if (caps) {
        offer.confidence = from->confidence * caps / 100;
        caps_lock(f, text, n, offer);
    }
    if (capital || (f->context->failures && shape.first_upper && shape.upper == 1 && shape.lower)) {
        offer.confidence = from->confidence * (capital ? 30 : 12) / 100;
        first_letter(f, text, n, offer);
    }
    if (shape.upper && !shape.lower && !shape.digits && shape.symbols &&
        (caps || f->context->failures || !report->valid)) {
        offer.confidence = from->confidence * (!report->valid ? 45 : caps / 2 > 10 ? caps / 2 : 10) / 100;
        shift_held(f, text, n, offer);
    }
}
