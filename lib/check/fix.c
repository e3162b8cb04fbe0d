/* SPDX-License-Identifier: MIT */
/* fix.c - the replacement of a finding.
 *
 * In: a report, the number of a diagnostic, the value that was checked.  Out: UTF-8.  A password's replacement is not
 * in the report: it is made from the input, character by character.
 */
#include "check/fix.h"
#include "check/digits.h"
#include "check/fold.h"
#include "text/utf.h"
#include "text/wipe.h"

/* One character of a password as its fix has it. */
static void put_fixed(struct ll_writer *w, uint32_t cp, uint32_t operation) {
    struct ll_fold fold;
    uint8_t utf8[4];
    uint32_t k;
    if (operation == LOGINLINT_OPERATION_DIGIT && loginlint__lookalike_digit(cp))
        cp = loginlint__lookalike_digit(cp);
    if (cp >= 0x80 && !loginlint__fold(cp, &fold)) {
        loginlint__put_bytes(w, utf8, loginlint__utf8_put(cp == LL_ILLFORMED ? 0xFFFD : cp, utf8));
        return;
    }
    if (cp < 0x80) {
        fold.length = 1;
        fold.text[0] = (uint8_t)cp;
    }
    for (k = 0; k < fold.length; k++) {
        uint32_t c = fold.text[k];
        if ((operation == LOGINLINT_OPERATION_LOWER && ll_is_upper(c)) ||
            (operation == LOGINLINT_OPERATION_UPPER && ll_is_lower(c)))
            c = ll_swap_case(c);
        if (operation == LOGINLINT_OPERATION_DIGIT && loginlint__lookalike_digit(c))
            c = loginlint__lookalike_digit(c);
        loginlint__put_byte(w, c);
    }
}

static void put_password(struct ll_writer *w, const loginlint_diagnostic *d, const uint8_t *input, uint32_t n) {
    uint32_t at, length;
    if (d->level == LOGINLINT_LEVEL_NONE || d->operation == LOGINLINT_OPERATION_DELETE)
        return;
    if (d->operation == LOGINLINT_OPERATION_INSERT) {
        loginlint__put_byte(w, '-');
        return;
    }
    for (at = d->byte[0]; at < d->byte[1] && at < n; at += length)
        put_fixed(w, loginlint__utf8_next(input + at, n - at, &length), d->operation);
}

int32_t loginlint__fix(struct ll_writer *w, const loginlint_report *report, uint32_t i, const uint8_t *input,
                       uint32_t n) {
    const loginlint_diagnostic *d = &report->diagnostics[i];
    if (report->field == LOGINLINT_FIELD_PASSWORD) {
        put_password(w, d, input, n);
        return 0;
    }
    if (d->fix_at > LOGINLINT_POOL_MAX || d->fix_length > LOGINLINT_POOL_MAX - d->fix_at)
        return -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
    loginlint__put_text(w, report->pool + d->fix_at, d->fix_length);
    return 0;
}

LL_CLEARED_CALL(loginlint_fix, fix,
                (const loginlint_report *report, uint32_t i, const uint8_t *input, uint32_t n, uint8_t *out,
                 uint32_t capacity),
                (report, i, input, n, out, capacity)) {
    struct ll_writer w = ll_writer_on(out, capacity);
    int32_t error;
    if (!report || (!input && n) || (!out && capacity))
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    if (report->size != sizeof *report)
        return -(int32_t)LOGINLINT_ERROR_RECORD_SIZE;
    if (i >= report->count || i >= LOGINLINT_DIAGNOSTICS_MAX)
        return -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
    error = loginlint__fix(&w, report, i, input, n);
    return error ? error : loginlint__writer_done(&w);
}
