/* SPDX-License-Identifier: MIT */
/* password.c - the password: what it lacks or exceeds, and how its letters were typed.  It is never changed.
 *
 * In: characters after fold.c.  Out: findings.
 */
#include "check/caps_lock.h"
#include "check/card.h"
#include "check/composition.h"
#include "check/digits.h"
#include "check/fields.h"
#include "check/findings.h"
#include "check/fold.h"
#include "check/num_lock.h"
#include "check/separators.h"

/* Four digits and nothing else, where more than digits may stand: a PIN, as far as its shape tells.  Said, never held
 * against it. */
static void looks_like_pin(struct ll_check *check) {
    uint32_t i;
    if (check->n != 4)
        return;
    for (i = 0; i < 4; i++)
        if (!ll_is_digit(check->c[i].cp))
            return;
    loginlint__add_whole(check, LL_FINDING(LOGINLINT_CODE_WRONG_FIELD, LOGINLINT_SEVERITY_INFO, 30, 0), 0);
}

/* A card number that is no password here: it lacks letters, or has a hyphen or space that is refused. */
static int is_card_here(const struct ll_check *check) {
    return (check->policy->required_count > 1 || check->found & LL_BIT(LL_M_NOT_ALLOWED)) &&
           loginlint__is_card_number(check);
}

/* name@example.org, and nothing else. */
static int is_address(const struct ll_check *check) {
    uint32_t i, at = 0, dot = 0, letters = 0;
    for (i = 0; i < check->n; i++) {
        uint32_t cp = ll_meant(&check->c[i]);
        if (!cp)
            continue;
        if (cp == '@' && (!i || at++))
            return 0;
        if (!ll_is_letter_or_digit(cp) && cp != '@' && cp != '.' && cp != '_' && cp != '-' && cp != '+')
            return 0;
        letters = ll_is_letter(cp) ? letters + 1 : 0;
        dot |= (uint32_t)(cp == '.' && at);
    }
    return at && dot && letters > 1;
}

/* An address that is no password here: it is too long, or what it is made of is refused. */
static int is_address_here(const struct ll_check *check) {
    return (check->found & LL_BIT(LL_M_NOT_ALLOWED) || loginlint__meant_count(check) > check->policy->max_length) &&
           is_address(check);
}

/* A colon and a space, as behind a label (paste.c). */
static int may_have_label(const struct ll_ascii_value *value) {
    uint32_t i;
    for (i = 1; value->seen & LL_PLAIN_SPACE && i < value->count; i++)
        if (value->text[i] == ' ' && value->text[i - 1] == ':')
            return 1;
    return 0;
}

int loginlint__password_passes(const struct ll_ascii_value *value) {
    if (may_have_label(value))
        return 0;
    return value->count != 4 || value->seen != LL_PLAIN_DIGIT; /* looks like a PIN, or is to be one */
}

void loginlint__password_rules(struct ll_check *check) {
    if (check->policy->digits_only) {
        loginlint__number_rules(check);
        return;
    }
    if (check->structured)
        loginlint__group(check, check->policy->groups, check->policy->group_count);
    looks_like_pin(check);
    if (is_card_here(check)) {
        loginlint__elsewhere(check, 80);
        return;
    }
    if (is_address_here(check)) {
        loginlint__settle(check);
        loginlint__add_whole(
            check, LL_FINDING(LOGINLINT_CODE_WRONG_FIELD, LOGINLINT_SEVERITY_ERROR, 85, LL_ASK | LL_INVALID), 0);
        return;
    }
    loginlint__size_rules(check, loginlint__meant_count(check));
    loginlint__case(check);
    loginlint__num_lock(check);
}
