/* size.c - how long, which classes, how many repeats: rules about the whole value, and what each asks of the verdict.
 *
 * In: characters with their edits.  Out: findings.  At login a password is never stopped by today's composition rules:
 * it may be older than they are.
 */
#include "size.h"
#include "diag.h"
#include "fold.h"
#include "group.h"

static int is_login_password(const struct ll_check *check) {
    return check->policy->field == LOGINLINT_FIELD_PASSWORD && check->policy->purpose == LL_LOGIN;
}

static int is_submit(const struct ll_check *check) {
    return check->context->stage == 1;
}

/* What an unfinished value asks for: more, and once it is submitted it fails. */
static uint8_t unfinished(const struct ll_check *check) {
    if (!is_submit(check))
        return LL_INCOMPLETE;
    return is_login_password(check) ? LL_ASK : LL_FAIL;
}

void ll_empty(struct ll_check *check) {
    ll_find_whole(check, LOGINLINT_CODE_EMPTY, is_submit(check) ? LOGINLINT_SEVERITY_ERROR : LOGINLINT_SEVERITY_INFO,
                  100, 0, (is_submit(check) ? LL_FAIL : LL_INCOMPLETE) | LL_INVALID);
}

void ll_too_short(struct ll_check *check, uint32_t min) {
    ll_find_whole(check, LOGINLINT_CODE_TOO_SHORT,
                  is_submit(check) ? LOGINLINT_SEVERITY_ERROR : LOGINLINT_SEVERITY_INFO, 100, min,
                  unfinished(check) | LL_INVALID);
}

void ll_too_long(struct ll_check *check, uint32_t max) {
    ll_find_whole(check, LOGINLINT_CODE_TOO_LONG,
                  is_login_password(check) ? LOGINLINT_SEVERITY_WARNING : LOGINLINT_SEVERITY_ERROR, 100, max,
                  (is_login_password(check) ? LL_ASK : LL_FAIL) | LL_INVALID);
}

void ll_checksum(struct ll_check *check) {
    ll_find_whole(check, LOGINLINT_CODE_CHECKSUM, LOGINLINT_SEVERITY_ERROR, 100, 0, LL_FAIL | LL_INVALID);
}

void ll_wrong_field(struct ll_check *check) {
    uint32_t i;
    for (i = 0; i < check->n; i++) {
        check->c[i].found &= LL_BIT(LL_M_INVALID_ENCODING);
        check->c[i].level = LOGINLINT_LEVEL_NONE;
    }
    check->wrong_field = check->secret = 1;
    ll_find_whole(check, LOGINLINT_CODE_WRONG_FIELD, LOGINLINT_SEVERITY_ERROR, 90, 0, LL_FAIL | LL_INVALID);
}

uint32_t ll_meant_count(const struct ll_check *check) {
    uint32_t i, count = 0;
    if (!check->found && !check->structured)
        return check->n;
    for (i = 0; i < check->n; i++)
        count += check->structured ? (uint32_t)ll_is_payload(check, i) : ll_meant_length(&check->c[i]);
    return count;
}

static int has_class(const struct ll_check *check, const struct ll_set *set) {
    uint32_t i;
    for (i = 0; i < check->n; i++) {
        uint32_t cp = ll_meant(&check->c[i]);
        if (cp && cp != LL_ILLFORMED && ll_set_has(set, cp))
            return 1;
    }
    return 0;
}

static void classes(struct ll_check *check, int too_short) {
    uint32_t r;
    for (r = 0; r < check->policy->required_count; r++) {
        const struct ll_set *set = &check->policy->required[r];
        if (has_class(check, set))
            continue;
        if (is_login_password(check))
            ll_find_whole(check, LOGINLINT_CODE_MISSING_CLASS, LOGINLINT_SEVERITY_WARNING, 100, set->name,
                          (too_short ? 0 : LL_ASK) | LL_INVALID); /* still typing: the class may come */
        else
            ll_find_whole(check, LOGINLINT_CODE_MISSING_CLASS, LOGINLINT_SEVERITY_ERROR, 100, set->name,
                          (too_short && !is_submit(check) ? LL_INCOMPLETE : LL_FAIL) | LL_INVALID);
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
        if (cp == previous && i < check->n) {
            run++;
            continue;
        }
        if (run > max) {
            ll_find(check, LOGINLINT_CODE_TOO_MANY_REPEATS,
                    is_login_password(check) ? LOGINLINT_SEVERITY_WARNING : LOGINLINT_SEVERITY_ERROR, 100, from, i,
                    max);
            check->invalid = 1;
            check->outcome |= is_login_password(check) ? LL_ASK : LL_FAIL;
        }
        previous = cp;
        from = i;
        run = 1;
    }
}

void ll_size_rules(struct ll_check *check) {
    uint32_t count = ll_meant_count(check);
    int too_short = count < check->policy->min_length;
    if (!count) {
        ll_empty(check);
        return;
    }
    if (check->whole)
        return; /* what was meant has another length and other classes */
    if (too_short)
        ll_too_short(check, check->policy->min_length);
    if (count > check->policy->max_length)
        ll_too_long(check, check->policy->max_length);
    classes(check, too_short);
    repeats(check);
}
