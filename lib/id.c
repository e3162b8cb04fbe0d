/* id.c - the login ID: an e-mail address, a name, a phone or member number, or any of them.
 *
 * In: characters after fold.c.  Out: findings.
 */
#include "apart.h"
#include "card.h"
#include "case.h"
#include "diag.h"
#include "email.h"
#include "fold.h"
#include "group.h"
#include "number.h"
#include "rules.h"
#include "size.h"

/* A card number in the ID box: 13-19 digits of a known brand with a correct check digit, grouped or not. */
static LL_APART int is_card_number(const struct ll_check *check) {
    uint8_t digit[19];
    uint32_t i, count = 0, found;
    for (i = 0; i < check->n; i++) {
        uint32_t cp = ll_meant(&check->c[i]);
        if (!cp || cp == '-' || cp == ' ')
            continue;
        if (!ll_is_digit(cp) || count == 19)
            return 0;
        digit[count++] = (uint8_t)(cp - '0');
    }
    found = count >= 14 && ll_luhn(digit, count) && ll_brand_of(digit, count) != LOGINLINT_BRAND_NONE;
    for (i = 0; i < 19; i++)
        digit[i] = 0;
    return (int)found;
}

/* It may be a member number where any ID or name is taken, but no address and no phone number. */
static void card_number_here(struct ll_check *check) {
    _Static_assert((LL_KIND_EMAIL & LL_KIND_PHONE & 1) && !((LL_KIND_ANY | LL_KIND_NAME) & 1), "odd kinds");
    check->secret = 1;
    check->invalid |= check->policy->kind & 1;
    ll_find_whole(check, LL_FINDING(LOGINLINT_CODE_WRONG_FIELD, LOGINLINT_SEVERITY_WARNING, 80, LL_ASK), 0);
}

/* An e-mail address where a name belongs. */
static void address_here(struct ll_check *check) {
    uint32_t i;
    for (i = 0; i < check->n; i++)
        check->c[i].found &= ~LL_BIT(LL_M_NOT_ALLOWED);
    ll_find_whole(check, LL_FINDING(LOGINLINT_CODE_WRONG_KIND, LOGINLINT_SEVERITY_ERROR, 90, LL_FAIL | LL_INVALID),
                  LL_KIND_NAME);
}

void ll_id_rules(struct ll_check *check) {
    const struct ll_policy *policy = check->policy;
    int address = ll_has(check, '@');
    if ((!check->structured || (policy->kind == LL_KIND_PHONE && !(policy->given & LL_GIVEN_DIGITS)) ||
         ll_meant_count(check) > policy->max_length) &&
        is_card_number(check))
        card_number_here(check);
    if (policy->digits_only) {
        ll_number_rules(check);
        return;
    }
    if (check->structured)
        ll_group(check, policy->groups, policy->group_count);
    if (address && policy->kind == LL_KIND_NAME)
        address_here(check);
    else if (!check->secret && !check->whole && ll_meant_count(check) && (address || policy->kind == LL_KIND_EMAIL))
        ll_email(check);
    ll_size_rules(check, ll_meant_count(check));
    ll_case(check);
}
