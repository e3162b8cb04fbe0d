/* SPDX-License-Identifier: MIT */
/* fast_path.c - the short way: most values are ASCII about which there is nothing to say.
 *
 * In: bytes or 16-bit units, policy, context.  Out: the finished report, `pass`; or "no" at the first sign that any
 * rule has something to say (a space at an end, a separator, capitals alone, a length, ...; what a field alone knows
 * stands in that field's file, beside its rules).  It never says what is wrong: tests/check_laws.c holds its answers
 * against the general way's, record for record.
 */
#include "check/fast_path.h"
#include "check/caps_lock.h"
#include "check/digits.h"
#include "check/fields.h"

enum { UNITS = 192 }; /* of UTF-16 that are copied; longer values go the general way */

static struct ll_ascii_value read(const struct ll_policy *policy, const uint8_t *s, uint32_t n) {
    uint32_t i, seen = 0, small = 0;
    for (i = 0; i < n && !(seen & LL_PLAIN_STOP); i++) {
        uint32_t what = policy->plain[s[i] & 127u] | (s[i] & (uint32_t)LL_PLAIN_STOP);
        seen |= what;
        small += what & LL_PLAIN_SMALL;
    }
    return (struct ll_ascii_value){s, n, seen, small};
}
_Static_assert(LL_PLAIN_STOP == 128, "the bit of a byte that is not ASCII");
_Static_assert(LL_PLAIN_SMALL == 1, "a count of one");

/* ---- rules that a plain value can still break ---- */

static int has_class(const struct ll_ascii_value *v, const struct ll_set *set) {
    uint32_t i;
    for (i = 0; i < v->count; i++)
        if (set->bits[v->text[i] >> 5] >> (v->text[i] & 31) & 1)
            return 1;
    return 0;
}

static int satisfies(const struct ll_policy *policy, const struct ll_ascii_value *v) {
    uint32_t r, i, same = 1;
    if (v->count < policy->min_length || v->count > policy->max_length)
        return 0;
    for (r = 0; r < policy->required_count; r++)
        if (!has_class(v, &policy->required[r]))
            return 0;
    for (i = 1; policy->max_consecutive && i < v->count; i++) {
        same = v->text[i] == v->text[i - 1] ? same + 1 : 1;
        if (same > policy->max_consecutive)
            return 0;
    }
    return 1;
}

/* What only the field knows stands beside its rules. */
static int field_agrees(const struct ll_policy *policy, const struct ll_ascii_value *v, loginlint_report *report) {
    switch (policy->field) {
    case LOGINLINT_FIELD_LOGIN_ID:
        return LL_HAS_FIELD(LOGINLINT_FIELD_LOGIN_ID) && loginlint__id_passes(policy, v);
    case LOGINLINT_FIELD_PASSWORD:
        return LL_HAS_FIELD(LOGINLINT_FIELD_PASSWORD) && loginlint__password_passes(v);
    case LOGINLINT_FIELD_CARD_NUMBER:
        return loginlint__card_passes(policy, v, report);
    default:
        return loginlint__number_passes(policy);
    }
}

/* Nothing to say about the letters' case?  Then the report has what they say about Caps Lock: of small letters alone
 * only their number tells. */
static int case_agrees(const struct ll_policy *policy, const loginlint_context *context, const struct ll_ascii_value *v,
                       loginlint_report *report) {
    struct ll_shape shape = {0};
    uint32_t i;
    if (!LL_HAS_LETTERS) /* a build for digits alone */
        return 1;
    if (!(v->seen & (LL_PLAIN_SMALL | LL_PLAIN_CAPITAL)))
        return 1;
    shape.lower = v->small;
    if (v->seen & LL_PLAIN_CAPITAL)
        for (i = shape.lower = 0; i < v->count; i++)
            loginlint__shape_add(&shape, i, v->text[i]);
    return loginlint__shape_is_quiet(policy, context, &shape, &report->caps_evidence);
}

static int answer(const struct ll_policy *policy, const loginlint_context *context, const struct ll_ascii_value *v,
                  loginlint_report *report) {
    if (v->seen & LL_PLAIN_STOP || (v->seen & LL_PLAIN_SPACE && (v->text[0] == ' ' || v->text[v->count - 1] == ' ')) ||
        !satisfies(policy, v) || !field_agrees(policy, v, report) ||
        (!policy->digits_only && !case_agrees(policy, context, v, report)))
        return 0;
    report->wellformed = report->valid = 1;
    report->input_length = v->count;
    report->verdict = LOGINLINT_VERDICT_PASS;
    return 1;
}

/* After a failure, of a paste and of what was filled in more is asked. */
static int may_try(const loginlint_context *context, uint32_t n) {
    return n && !context->failures && context->num_lock != 2 && !context->composing && context->entry <= 1;
}

int loginlint__plain_utf8(const struct ll_policy *policy, const loginlint_context *context, const uint8_t *s,
                          uint32_t n, loginlint_report *report) {
    struct ll_ascii_value v;
    if (!may_try(context, n))
        return 0;
    v = read(policy, s, n);
    return answer(policy, context, &v, report);
}

int loginlint__plain_utf16(const struct ll_policy *policy, const loginlint_context *context, const uint16_t *s,
                           uint32_t n, loginlint_report *report) {
    uint8_t *ascii = (uint8_t *)(void *)report->work;
    struct ll_ascii_value v;
    uint32_t i;
    int answered;
    if (n > UNITS || !may_try(context, n))
        return 0;
    for (i = 0; i < n; i++)
        ascii[i] = (uint8_t)(s[i] < 0x80 ? s[i] : 0x80);
    v = read(policy, ascii, n);
    answered = answer(policy, context, &v, report);
    loginlint_wipe(ascii, n);
    return answered;
}
