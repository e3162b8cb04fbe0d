/* SPDX-License-Identifier: MIT */
/* composition.c - how long, which classes, how many repeats: rules about the whole value, and what each asks of the
 * verdict.
 *
 * In: characters with their edits.  Out: findings.  At login a password is never stopped by today's composition rules:
 * it may be older than they are.
 */
#include "check/composition.h"
#include "check/findings.h"
#include "check/fold.h"
#include "check/separators.h"

static int is_login_password(const struct ll_check *check) {
    return check->policy->field == LOGINLINT_FIELD_PASSWORD && check->policy->purpose == LL_LOGIN;
}

/* How grave it is that a rule of the policy is broken: a password at login may be older than the rule. */
static uint32_t broken(const struct ll_check *check) {
    return is_login_password(check) ? LL_FINDING(0, LOGINLINT_SEVERITY_WARNING, 100, LL_ASK | LL_INVALID)
                                    : LL_FINDING(0, LOGINLINT_SEVERITY_ERROR, 100, LL_FAIL | LL_INVALID);
}

/* An unfinished value asks for more, and once it is submitted it fails. */
static void unfinished(struct ll_check *check, uint32_t code, uint32_t argument, uint32_t outcome) {
    loginlint__add_whole(check,
                         code | (ll_may_go_on(check)
                                     ? LL_FINDING(0, LOGINLINT_SEVERITY_INFO, 100, LL_INCOMPLETE | LL_INVALID)
                                     : LL_FINDING(0, LOGINLINT_SEVERITY_ERROR, 100, outcome | LL_INVALID)),
                         argument);
}

void loginlint__empty(struct ll_check *check) {
    unfinished(check, LOGINLINT_CODE_EMPTY, 0, LL_FAIL);
}

/* Both limits of the policy where one of them was missed; of a payment card the one length of its brand. */
static void tell_limits(struct ll_check *check, uint32_t missed) {
    const struct ll_policy *policy = check->policy;
    uint32_t *limits = check->report->limits;
    if (policy->field == LOGINLINT_FIELD_CARD_NUMBER && policy->luhn) {
        limits[0] = limits[1] = missed;
    } else {
        limits[0] = policy->min_length > 1 ? policy->min_length : 0;
        limits[1] = policy->max_length == LL_NO_LIMIT ? 0 : policy->max_length;
    }
}

void loginlint__too_short(struct ll_check *check, uint32_t min) {
    tell_limits(check, min);
    unfinished(check, LOGINLINT_CODE_TOO_SHORT, min, is_login_password(check) ? LL_ASK : LL_FAIL);
}

void loginlint__too_long(struct ll_check *check, uint32_t max) {
    tell_limits(check, max);
    loginlint__add_whole(check, LOGINLINT_CODE_TOO_LONG | broken(check), max);
}

void loginlint__digit_extra(struct ll_check *check, uint32_t usual) {
    tell_limits(check, usual);
    loginlint__add_whole(
        check, LL_FINDING(LOGINLINT_CODE_DIGIT_EXTRA, LOGINLINT_SEVERITY_ERROR, 100, LL_FAIL | LL_INVALID), usual);
}

uint32_t loginlint__broken_outcome(const struct ll_check *check) {
    return is_login_password(check) ? LL_FINDING(0, 0, 0, LL_ASK) : LL_FINDING(0, 0, 0, LL_FAIL);
}

uint32_t loginlint__meant_count(const struct ll_check *check) {
    uint32_t i, count = 0;
    if (!check->found && !check->structured)
        return check->n;
    for (i = 0; i < check->n; i++)
        count +=
            check->structured ? (uint32_t)loginlint__is_payload(check, &check->c[i]) : ll_meant_length(&check->c[i]);
    return count;
}

/* A letter in a case that the policy does not have is of no class as yet; nor is what is taken out (0), or ill-formed
 * (-1). */
static int has_class(const struct ll_check *check, const struct ll_set *set) {
    uint32_t i;
    for (i = 0; i < check->n; i++) {
        uint32_t cp = ll_meant(&check->c[i]);
        if (!(check->c[i].found & LL_BIT(LL_M_LETTER_CASE)) && (int32_t)cp > 0 && ll_set_has(set, cp))
            return 1;
    }
    return 0;
}

/* What a rule that asks for one of the set is told as. */
static uint32_t class_of(const struct ll_set *set) {
    const uint32_t letters = 0x07FFFFFE;
    int letter = !set->bits[0] && !set->bits[1] && set->bits[2] == letters && set->bits[3] == letters;
    return letter && !set->unicode ? LOGINLINT_CLASS_LETTER : set->name;
}

/* While the value may go on, a class may still come: unless there is no room for it. */
static void classes(struct ll_check *check, int has_room) {
    uint32_t r, finding = LOGINLINT_CODE_MISSING_CLASS | broken(check);
    if (has_room && ll_may_go_on(check))
        finding = LL_FINDING(LOGINLINT_CODE_MISSING_CLASS, LOGINLINT_SEVERITY_INFO, 100, LL_INCOMPLETE | LL_INVALID);
    for (r = 0; r < check->policy->required_count; r++) {
        const struct ll_set *set = &check->policy->required[r];
        if (!has_class(check, set))
            loginlint__add_whole(check, finding, class_of(set));
    }
}

static void repeats(struct ll_check *check) {
    uint32_t max = check->policy->max_consecutive, i, from = 0, run = 0, previous = 0;
    if (!max)
        return;
    for (i = 0; i <= check->n; i++) {
        uint32_t cp = i < check->n ? ll_meant(&check->c[i]) : 0;
        if (i < check->n && !cp)
            continue;
        if (cp == previous) {
            run++;
            continue;
        }
        if (run > max)
            loginlint__add(check, LOGINLINT_CODE_TOO_MANY_REPEATS | broken(check), from, i, max);
        previous = cp;
        from = i;
        run = 1;
    }
}

void loginlint__class_rules(struct ll_check *check, int has_room) {
    classes(check, has_room);
    repeats(check);
}

void loginlint__size_rules(struct ll_check *check, uint32_t count) {
    int too_short = count < check->policy->min_length;
    if (!count) {
        loginlint__empty(check);
        return;
    }
    if (check->whole)
        return; /* what was meant has another length and other classes */
    if (too_short)
        loginlint__too_short(check, check->policy->min_length);
    if (count > check->policy->max_length)
        loginlint__too_long(check, check->policy->max_length);
    loginlint__class_rules(check, count < check->policy->max_length);
}
