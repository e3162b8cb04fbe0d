/* SPDX-License-Identifier: MIT */
/* login_id.c - the login ID: an e-mail address, a name, a phone or member number, or any of them.
 *
 * In: characters after fold.c.  Out: findings.
 */
#include "check/caps_lock.h"
#include "check/card.h"
#include "check/composition.h"
#include "check/digits.h"
#include "check/email.h"
#include "check/fields.h"
#include "check/findings.h"
#include "check/fold.h"
#include "check/num_lock.h"
#include "check/separators.h"

/* It may be a member number where any ID or name is taken, but no address and no phone number. */
static void card_number_here(struct ll_check *check) {
    check->secret = 1;
    check->invalid |= check->policy->kind == LL_KIND_EMAIL || check->policy->kind == LL_KIND_PHONE;
    loginlint__add_whole(check, LL_FINDING(LOGINLINT_CODE_WRONG_FIELD, LOGINLINT_SEVERITY_WARNING, 80, LL_ASK), 0);
}

/* An e-mail address where a name belongs. */
static void address_here(struct ll_check *check) {
    uint32_t i;
    for (i = 0; i < check->n; i++)
        check->c[i].found &= ~LL_BIT(LL_M_NOT_ALLOWED);
    loginlint__add_whole(
        check, LL_FINDING(LOGINLINT_CODE_WRONG_KIND, LOGINLINT_SEVERITY_ERROR, 90, LL_FAIL | LL_INVALID), LL_KIND_NAME);
}

void loginlint__id_rules(struct ll_check *check) {
    const struct ll_policy *policy = check->policy;
    int address = loginlint__has(check, '@');
    if ((!check->structured || (policy->kind == LL_KIND_PHONE && !(policy->given & LL_GIVEN_DIGITS)) ||
         loginlint__meant_count(check) > policy->max_length) &&
        loginlint__is_card_number(check))
        card_number_here(check);
    if (policy->digits_only) {
        loginlint__number_rules(check);
        return;
    }
    if (check->structured)
        loginlint__group(check, policy->groups, policy->group_count);
    if (address && policy->kind == LL_KIND_NAME)
        address_here(check);
    else if (!check->secret && !check->whole &&
             (address || policy->kind == LL_KIND_EMAIL ||
              (policy->kind == LL_KIND_ANY && loginlint__has(check, '.'))) &&
             loginlint__meant_count(check))
        loginlint__email(check);
    loginlint__size_rules(check, loginlint__meant_count(check));
    loginlint__case(check);
    loginlint__num_lock(check);
}

int loginlint__id_passes(const struct ll_policy *policy, const struct ll_ascii_value *value) {
    if ((!policy->digits_only || policy->kind == LL_KIND_PHONE) && value->count >= 14 &&
        !(value->seen & (LL_PLAIN_SMALL | LL_PLAIN_CAPITAL | LL_PLAIN_AT)))
        return 0; /* like a card number */
    if (policy->digits_only)
        return loginlint__number_passes(policy);
    return loginlint__email_passes(policy, value);
}
