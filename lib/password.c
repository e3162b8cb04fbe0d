/* password.c - the password: what it lacks or exceeds, and how its letters were typed.  It is never changed.
 *
 * In: characters after fold.c.  Out: findings.
 */
#include "case.h"
#include "diag.h"
#include "fold.h"
#include "group.h"
#include "number.h"
#include "rules.h"
#include "size.h"

/* Four digits and nothing else, where more than digits may stand: a PIN, as far as its shape tells.  Said, never held
 * against it. */
static void looks_like_pin(struct ll_check *check) {
    uint32_t i;
    if (check->n != 4)
        return;
    for (i = 0; i < 4; i++)
        if (!ll_is_digit(check->c[i].cp))
            return;
    ll_find_whole(check, LL_FINDING(LOGINLINT_CODE_WRONG_FIELD, LOGINLINT_SEVERITY_INFO, 30, 0), 0);
}

void ll_password_rules(struct ll_check *check) {
    if (check->policy->digits_only) {
        ll_number_rules(check);
        return;
    }
    if (check->structured)
        ll_group(check, check->policy->groups, check->policy->group_count);
    looks_like_pin(check);
    ll_size_rules(check, ll_meant_count(check));
    ll_case(check);
}
