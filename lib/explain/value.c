/* SPDX-License-Identifier: MIT */
/* value.c - holds a value against its report.
 *
 * In: the value in either encoding, and a report.  Out: its code points one by one, and whether the report can be of
 * it.
 */
#include "explain/value.h"
#include "text/ascii.h"
#include "text/chartab.h"
#include "text/utf.h"

/* Where the reading has come to, in all three units. */
struct place {
    uint32_t byte, utf16, character;
};

/* Bytes of UTF-8 that a code point of the value has or would have: a lone surrogate three, an ill-formed sequence of
 * bytes as many as it took. */
static uint32_t width_of(const struct ll_value *value, uint32_t cp, uint32_t taken) {
    if (!value->utf16)
        return taken;
    return cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp > 0xFFFF && cp != LL_ILLFORMED ? 4 : 3;
}

/* How many ends of findings lie at this place; those that name it in one unit and not in another count as none. */
static uint32_t ends_at(const loginlint_report *report, const struct place *place) {
    uint32_t i, k, count = 0;
    for (i = 0; i < report->count; i++) {
        const loginlint_diagnostic *d = &report->diagnostics[i];
        for (k = 0; k < 2; k++)
            count += d->byte[k] == place->byte && d->utf16[k] == place->utf16 && d->character[k] == place->character;
    }
    return count;
}

int loginlint__value_is_of(const struct ll_value *value, const loginlint_report *report) {
    struct place place = {0, 0, 0};
    uint32_t at = 0, from, ends = ends_at(report, &place), wellformed = 1;
    while (at < value->n && place.byte <= LOGINLINT_INPUT_MAX) {
        uint32_t cp;
        from = at;
        cp = loginlint__value_next(value, &at);
        wellformed &= cp != LL_ILLFORMED;
        place.byte += width_of(value, cp, at - from);
        place.utf16 += cp > 0xFFFF && cp != LL_ILLFORMED ? 2 : 1;
        place.character++;
        ends += ends_at(report, &place);
    }
    return place.byte == report->input_length && wellformed == report->wellformed && ends == 2 * report->count;
}

uint32_t loginlint__value_count(const struct ll_value *value, int digits_only) {
    uint32_t at = 0, count = 0;
    struct ll_fold fold;
    while (at < value->n) {
        uint32_t cp = loginlint__value_next(value, &at);
        count += !digits_only || ll_is_digit(cp) ||
                 (cp >= 0x80 && cp != LL_ILLFORMED && loginlint__fold(cp, &fold) && ll_is_digit(fold.text[0]));
    }
    return count;
}
