/* SPDX-License-Identifier: MIT */
/* rules.c - one run of the rules: over all characters, or over a part of them as if it were all.
 *
 * In: characters, and the policy.  Out: marks and findings; paste.c or report.c takes them from there.
 */
#include "check/rules.h"
#include "check/card.h"
#include "check/composition.h"
#include "check/digits.h"
#include "check/fields.h"
#include "check/findings.h"
#include "check/fold.h"
#include "check/lost.h"
#include "check/script.h"
#include "text/chartab.h"

/* What only libloginlint-icu decides about a value that the policy takes beyond ASCII. */
static uint32_t skipped(const struct ll_check *check) {
    const struct ll_policy *policy = check->policy;
    uint32_t id = policy->field == LOGINLINT_FIELD_LOGIN_ID, mask = 1u << LOGINLINT_SKIPPED_NORMALIZATION;
    if (!policy->allowed.unicode || !(check->categories & ~(1u << LL_ASCII | 1u << LL_SPACE | 1u << LL_CONTROL)))
        return 0;
    if (id)
        mask |= 1u << LOGINLINT_SKIPPED_BIDI | 1u << LOGINLINT_SKIPPED_CONTEXT | 1u << LOGINLINT_SKIPPED_CONFUSABLES;
    if (policy->letter_case != LL_PRESERVE)
        mask |= 1u << LOGINLINT_SKIPPED_CASE_MAPPING;
    return mask;
}

/* A switch and not a table of pointers: the core needs no relocation. */
static void field_rules(struct ll_check *check) {
    if (loginlint__lost(check))
        return;
    switch (check->report->field) {
    case LOGINLINT_FIELD_LOGIN_ID:
        if (LL_HAS_FIELD(LOGINLINT_FIELD_LOGIN_ID))
            loginlint__id_rules(check);
        break;
    case LOGINLINT_FIELD_PASSWORD:
        if (LL_HAS_FIELD(LOGINLINT_FIELD_PASSWORD))
            loginlint__password_rules(check);
        break;
    case LOGINLINT_FIELD_CARD_NUMBER:
        loginlint__card_rules(check);
        break;
    default:
        if (loginlint__meant_count(check) > check->policy->max_length && loginlint__is_card_number(check))
            loginlint__wrong_field(check);
        else if (loginlint__is_expiry(check))
            loginlint__elsewhere(check, 85);
        else
            loginlint__number_rules(check);
        break;
    }
}

void loginlint__rules(struct ll_check *check) {
    check->report->skipped = skipped(check);
    loginlint__fold_value(check);
    loginlint__script_rules(check);
    loginlint__letter_rules(check);
    field_rules(check);
    loginlint__symbol_rules(check);
}

static struct ll_char *all(const struct ll_check *check) {
    return (struct ll_char *)(void *)check->report->work;
}

void loginlint__whole(struct ll_check *check) {
    struct ll_char *c = all(check);
    check->c = c;
    check->n = check->count;
}

/* As it was read. */
void loginlint__forget_marks(struct ll_char *c) {
    uint32_t property = loginlint__property(c->cp);
    c->category = (uint8_t)LL_CATEGORY_OF(property);
    c->found = 0;
    c->length = c->level = c->table = c->insert = c->operation = 0;
}

void loginlint__check_part(struct ll_check *check, uint32_t from, uint32_t to) {
    struct ll_char *c;
    check->c = all(check) + from;
    check->n = to - from;
    check->categories = check->scripts = check->found = check->pool = 0;
    check->outcome = check->invalid = check->whole = check->symbols = check->wrong_field = 0;
    check->partial = check->n != check->count;
    check->secret = check->report->secret;
    check->report->count = check->report->total = check->report->display_length = 0;
    check->report->brand = LOGINLINT_BRAND_NONE;
    check->report->caps_evidence = 0;
    for (c = check->c; c < check->c + check->n; c++) {
        loginlint__forget_marks(c);
        check->categories |= 1u << (c->category & 31);
        check->scripts |= c->category == LL_LETTER ? 1u << (c->script & 31) : 0;
    }
    loginlint__rules(check);
}
