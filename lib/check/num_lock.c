/* SPDX-License-Identifier: MIT */
/* num_lock.c - were letters typed with Num Lock on?
 *
 * In: characters after fold.c, the context.  Out: num-lock.  Digits alone say nothing, and Num Lock is on most desktops
 * all day; that none of the letters u i o j k l m is there although digits stand before other letters says a little.
 */
#include "check/num_lock.h"
#include "check/findings.h"
#include "text/ascii.h"

enum { ON = 2, LIKELY = 45, POSSIBLE = 15 };

/* How often digits stand between letters, small ones alone: of a word here and there one is a style. */
static uint32_t runs_inside(const struct ll_check *check) {
    uint32_t i, runs = 0;
    for (i = 1; i + 1 < check->n; i++) {
        uint32_t cp = ll_meant(&check->c[i]);
        if (ll_is_upper(cp))
            return 0;
        runs += ll_is_digit(cp) && ll_is_lower(ll_meant(&check->c[i + 1])) &&
                ll_is_letter_or_digit(ll_meant(&check->c[i - 1]));
    }
    return runs;
}

/* Are there digits of that part of the keyboard before the last letter, and none of its letters?  Of a secret only
 * classes may be looked at: any digit, whatever the letters. */
static int has_shape(const struct ll_check *check) {
    uint32_t i, digits = 0, before = 0, digit;
    for (i = 0; i < check->n; i++) {
        uint32_t cp = ll_meant(&check->c[i]);
        digits += (uint32_t)(check->secret ? ll_is_digit(cp) : ll_num_lock_letter(cp) != 0);
        if (!ll_is_letter(cp))
            continue;
        before = digits;
        for (digit = '0'; digit <= '6' && !check->secret; digit++)
            if (ll_lower(cp) == ll_num_lock_letter(digit))
                return 0;
    }
    return before != 0;
}

void loginlint__num_lock(struct ll_check *check) {
    int known = check->context->num_lock == ON, failed = check->context->failures != 0, sure;
    if (check->whole || check->partial || check->policy->digits_only || check->context->entry > 1 ||
        check->context->num_lock == 1 || (!known && !failed) || !has_shape(check))
        return;
    sure = known && (check->secret ? failed && runs_inside(check) > 2 : failed || runs_inside(check) > 1);
    loginlint__add_whole(check,
                         sure ? LL_FINDING(LOGINLINT_CODE_NUM_LOCK, LOGINLINT_SEVERITY_WARNING, LIKELY, LL_ASK)
                              : LL_FINDING(LOGINLINT_CODE_NUM_LOCK, LOGINLINT_SEVERITY_INFO, POSSIBLE, 0),
                         0);
}
