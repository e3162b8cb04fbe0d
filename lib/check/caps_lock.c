/* SPDX-License-Identifier: MIT */
/* caps_lock.c - the Caps Lock posterior, and the capital that a touch keyboard makes of the first letter.
 *
 * In: characters after fold.c, the policy, the context.  Out: findings, and the report's caps_evidence.  Only the shape
 * of the letters counts (which are capitals), never which letters they are; the numbers are those of caps_lock.def.
 */
#include "check/caps_lock.h"
#include "check/findings.h"
#include "check/fold.h"

enum form { FORM_NONE, FORM_UPPER, FORM_LOWER, FORM_TITLE, FORM_INVERTED, FORM_MIXED };

/* Log-odds from which the rounded probability is 51 %, 52 % ... 100 %: 100 ln((k + .5) / (99.5 - k)), k = 50 ... 99. */
static const uint16_t percents[] = {
    2,   6,   10,  14,  18,  22,  26,  30,  34,  38,  43,  47,  51,  55,  60,  64,  69,
    73,  78,  82,  87,  92,  97,  102, 107, 113, 118, 124, 130, 136, 142, 148, 155, 162,
    170, 177, 186, 195, 204, 214, 225, 238, 251, 267, 284, 306, 332, 366, 418, 529,
};

uint32_t loginlint__percent(int32_t centinats) {
    uint32_t odds = centinats < 0 ? 0u - (uint32_t)centinats : (uint32_t)centinats, k = 0;
    while (k < sizeof percents / sizeof percents[0] && percents[k] <= odds)
        k++;
    return centinats < 0 ? 50 - k : 50 + k;
}

/* The character as it came, but in ASCII: an edit of its case undone. */
static uint32_t typed(const struct ll_char *c) {
    uint32_t cp = ll_meant(c);
    return c->found & LL_BIT(LL_M_LETTER_CASE) ? ll_swap_case(cp) : cp;
}

/* tARO, and every other word like it: bRIDGErAPID, BRIDGErAPID. */
static int is_inverted(const struct ll_shape *s) {
    return !s->lowers && !s->broken && (!s->run || (s->run_upper && s->run > 2));
}

static enum form form_of(const struct ll_shape *s) {
    if (!s->upper)
        return s->lower ? FORM_LOWER : FORM_NONE;
    if (!s->lower)
        return FORM_UPPER;
    if (s->first_upper && s->upper == 1)
        return FORM_TITLE;
    return (s->lower == 1 && !s->first_upper) || is_inverted(s) ? FORM_INVERTED : FORM_MIXED;
}

/* A letter of the other case, or none, follows: three capitals at least, or one small letter before capitals, are of a
 * word whose case was inverted. */
static void end_run(struct ll_shape *s, int at_letter) {
    s->broken |= s->run && (s->run_upper ? s->run < 3 : !at_letter);
    s->run = 0;
}

static void run(struct ll_shape *s, uint8_t upper) {
    if (s->run_upper != upper)
        end_run(s, 1);
    s->run_upper = upper;
    s->run++;
    s->lowers |= !upper && s->run > 1;
}

static void letter(struct ll_shape *s, uint32_t i, uint8_t upper) {
    run(s, upper);
    if (!s->upper && !s->lower) {
        s->first = i;
        s->first_upper = upper;
        s->opens = !s->digits;
    }
    s->last = i;
    s->upper += upper;
    s->lower += !upper;
}

void loginlint__shape_add(struct ll_shape *s, uint32_t i, uint32_t cp) {
    if (ll_is_upper(cp) || ll_is_lower(cp))
        letter(s, i, ll_is_upper(cp) != 0);
    else
        end_run(s, 0);
    if (ll_is_digit(cp))
        s->digits++;
    else if (cp > ' ' && cp < 0x7F && !ll_is_letter(cp))
        s->symbols++;
    s->address |= cp == '@';
}

static struct ll_shape shape_of(const struct ll_check *check) {
    struct ll_shape s = {0};
    uint32_t i;
    for (i = 0; i < check->n; i++)
        loginlint__shape_add(&s, i, typed(&check->c[i]));
    return s;
}

/* ---- what the policy makes of case ---- */

static int allows(const struct ll_policy *policy, uint32_t from) {
    uint32_t cp;
    for (cp = from; cp < from + 26; cp++)
        if (ll_set_has(&policy->allowed, cp))
            return 1;
    return 0;
}

/* Must the value have one of these 26 letters? */
static int demands(const struct ll_policy *policy, uint32_t from) {
    uint32_t r, cp;
    for (r = 0; r < policy->required_count; r++) {
        const struct ll_set *set = &policy->required[r];
        uint32_t inside = 0, outside = 0;
        for (cp = '!'; cp <= '~'; cp++)
            if (ll_set_has(set, cp)) {
                inside |= cp >= from && cp < from + 26;
                outside |= cp < from || cp >= from + 26;
            }
        if (inside && !outside)
            return 1;
    }
    return 0;
}

static int is_upper_only(const struct ll_policy *policy) {
    return policy->letter_case == LL_UPPER || !allows(policy, 'a');
}

static int is_lower_only(const struct ll_policy *policy) {
    return policy->letter_case == LL_LOWER || !allows(policy, 'A');
}

/* ---- evidence ---- */

static int32_t password_evidence(const struct ll_policy *policy, const struct ll_shape *s, int mac) {
    static const int16_t by_letters[] = {0, LL_CASE_UPPER_1, LL_CASE_UPPER_2, LL_CASE_UPPER_3, LL_CASE_UPPER_MANY};
    int32_t evidence;
    if (mac && s->lower)
        return LL_CASE_MAC_HAS_LOWER;
    switch (form_of(s)) {
    case FORM_UPPER:
        evidence = by_letters[s->upper < 4 ? s->upper : 4];
        if (is_lower_only(policy) || demands(policy, 'a'))
            evidence = LL_CASE_UPPER_REFUSED;
        else if (demands(policy, 'A'))
            evidence = LL_CASE_UPPER_DEMANDED;
        return s->symbols && !s->digits ? evidence + LL_CASE_SHIFT_HELD : evidence;
    case FORM_INVERTED:
        return s->upper == 1 ? LL_CASE_INVERTED_2 : LL_CASE_INVERTED;
    case FORM_LOWER:
        return LL_CASE_LOWER;
    case FORM_TITLE:
        return LL_CASE_TITLE;
    default:
        return 0;
    }
}

static int32_t id_evidence(const struct ll_policy *policy, const struct ll_shape *s, int mac) {
    if (mac && s->lower)
        return LL_CASE_MAC_HAS_LOWER;
    switch (form_of(s)) {
    case FORM_UPPER:
        if (s->upper < 2)
            return 0;
        if (is_lower_only(policy) || s->address)
            return LL_CASE_ID_UPPER_FOLDED;
        return s->upper <= 3 && s->digits >= s->upper ? LL_CASE_ID_CODE : LL_CASE_ID_UPPER;
    case FORM_INVERTED:
        return s->upper < 2 ? 0 : LL_CASE_INVERTED;
    case FORM_LOWER:
    case FORM_TITLE:
        return s->lower < 2 ? 0 : LL_CASE_ID_LOWER;
    default:
        return 0;
    }
}

/* Everything that is known but the shape. */
static int32_t surroundings(const loginlint_context *context) {
    int32_t chain = context->caps_evidence, sum = context->failures ? LL_CASE_PRIOR_FAILED : LL_CASE_PRIOR_FIRST;
    if (context->caps_lock)
        sum += context->caps_lock == 2 ? LL_CASE_STATE_ON : LL_CASE_STATE_OFF;
    if (context->keyboard == 2)
        return sum + LL_CASE_TOUCH;
    if (chain < LL_CASE_CHAIN_MIN)
        chain = LL_CASE_CHAIN_MIN;
    if (chain > LL_CASE_CHAIN_MAX)
        chain = LL_CASE_CHAIN_MAX;
    return sum + chain;
}

/* ---- findings ---- */

/* Shapes that Caps Lock leaves behind.  Of one letter alone, and of letters that are capitals here and there, only the
 * platform's word counts. */
static int is_suspicious(const struct ll_policy *policy, const loginlint_context *context, const struct ll_shape *s) {
    int on = context->caps_lock == 2, id = policy->field == LOGINLINT_FIELD_LOGIN_ID;
    if (s->lower && context->platform == LOGINLINT_PLATFORM_MAC)
        return 0;
    switch (form_of(s)) {
    case FORM_UPPER:
        return s->upper >= 2 || (on && !id);
    case FORM_INVERTED:
        return 1;
    case FORM_MIXED:
        return on;
    default:
        return 0;
    }
}

/* A value that is still being typed may have small letters yet: only what the platform knows, or a failure, speaks up.
 */
static int is_too_early(const struct ll_check *check) {
    return ll_may_go_on(check) && check->context->caps_lock != 2 && !check->context->failures &&
           check->context->caps_evidence <= 0;
}

static void caps_lock(struct ll_check *check, const struct ll_shape *s, int32_t evidence) {
    int id = check->policy->field == LOGINLINT_FIELD_LOGIN_ID;
    uint32_t percent = loginlint__percent(surroundings(check->context) + evidence), severity = LOGINLINT_SEVERITY_INFO,
             outcome = 0;
    if (!is_suspicious(check->policy, check->context, s) || percent < LL_CASE_SHOWN ||
        (id && is_lower_only(check->policy)))
        return; /* letter-case says it all, and mends it */
    if (percent >= (id ? LL_CASE_WARNED_ID : LL_CASE_WARNED) && !is_too_early(check)) {
        severity = LOGINLINT_SEVERITY_WARNING;
        outcome = LL_ASK;
    }
    loginlint__add(check, LL_FINDING(LOGINLINT_CODE_CAPS_LOCK, severity, percent > 99 ? 99 : percent, outcome),
                   s->first, s->last + 1, 0);
}

/* May a touch keyboard have made the first letter, the only capital, one? */
static int is_capitalised(const loginlint_context *context, const struct ll_shape *s) {
    return context->keyboard == 2 && s->upper == 1 && s->first_upper && s->opens;
}

/* The first letter is the only capital, and a touch keyboard may have made it one. */
static void auto_capital(struct ll_check *check, const struct ll_shape *s) {
    int id = check->policy->field == LOGINLINT_FIELD_LOGIN_ID,
        ask = id && s->lower && !s->address && !is_too_early(check);
    uint8_t small = (uint8_t)ll_swap_case(typed(&check->c[s->first]));
    loginlint_diagnostic *d;
    uint32_t finding;
    if (!is_capitalised(check->context, s) || !ll_set_has(&check->policy->allowed, small) ||
        check->c[s->first].found & LL_BIT(LL_M_LETTER_CASE))
        return;
    finding = ask        ? LL_FINDING(LOGINLINT_CODE_AUTO_CAPITAL, LOGINLINT_SEVERITY_WARNING, 60, LL_ASK)
              : s->lower ? LL_FINDING(LOGINLINT_CODE_AUTO_CAPITAL, LOGINLINT_SEVERITY_INFO, 40, 0)
                         : LL_FINDING(LOGINLINT_CODE_AUTO_CAPITAL, LOGINLINT_SEVERITY_INFO, 20, 0);
    d = loginlint__add(check, finding, s->first, s->first + 1, 0);
    if (check->c[s->first].level == LOGINLINT_LEVEL_NONE) /* else it has a fix, and the candidates have both */
        loginlint__add_fix(check, d, LOGINLINT_LEVEL_ASK, LOGINLINT_OPERATION_LOWER, &small, 1);
}

/* What the letters say about Caps Lock, in centinats. */
static int32_t evidence_of(const struct ll_policy *policy, const loginlint_context *context, const struct ll_shape *s) {
    int mac = context->platform == LOGINLINT_PLATFORM_MAC;
    return policy->field == LOGINLINT_FIELD_LOGIN_ID ? id_evidence(policy, s, mac) : password_evidence(policy, s, mac);
}

int loginlint__shape_is_quiet(const struct ll_policy *policy, const loginlint_context *context,
                              const struct ll_shape *s, int32_t *evidence) {
    *evidence = 0;
    /* Caps Lock cannot touch what is pasted or filled in. */
    if (context->entry >= 2 || form_of(s) == FORM_NONE || is_upper_only(policy))
        return 1;
    if (context->keyboard != 2)
        *evidence = evidence_of(policy, context, s);
    return !is_suspicious(policy, context, s) && !is_capitalised(context, s);
}

void loginlint__case(struct ll_check *check) {
    struct ll_shape s;
    check->report->caps_evidence = 0;
    if (check->whole || check->partial)
        return; /* with something around it nobody typed it */
    s = shape_of(check);
    if (loginlint__shape_is_quiet(check->policy, check->context, &s, &check->report->caps_evidence))
        return;
    caps_lock(check, &s, evidence_of(check->policy, check->context, &s));
    auto_capital(check, &s);
}
