/* SPDX-License-Identifier: MIT */
/* acts.c - one act, one cause: which cause each finding is told under.
 *
 * In: the report's findings, the value's characters under them, the policy.  Out: a cause for every finding above info,
 * and for each info that belongs to one of these.  The rules are data (diagnostics.def, causes.def); what stands here
 * is how they are applied: a finding's own cause, then whichever cause takes it over, as long as there is one.
 */
#include "explain/explain.h"
#include "text/ascii.h"
#include "text/chartab.h"

enum { WHOLE, MARK }; /* the column MARK of diagnostics.def */

/* By itself; codes are below 128. */
static const struct {
    uint8_t cause, at_character;
} by_code[128] = {
#define X(number, name, text, group, severity, confidence, mark, basis, sureness, cause)                               \
    [number] = {LOGINLINT_CAUSE_##cause, mark},
#include "check/diagnostics.def"
};

static const uint8_t ranks[LL_CAUSES_END] = {
#define CAUSE(number, name, text, group, rank, extent, remedy, bases) [number] = rank,
#include "explain/causes.def"
};

static const struct {
    uint16_t code, facts, cause;
} refinements[] = {
#define REFINE(code, facts, cause) {LOGINLINT_CODE_##code, facts, LOGINLINT_CAUSE_##cause},
#include "explain/causes.def"
};

enum { ALL = 0 };
static const struct {
    uint16_t owner, owned, facts;
} owners[] = {
#define OWNS(owner, owned, facts) {LOGINLINT_CAUSE_##owner, LOGINLINT_CAUSE_##owned, facts},
#define OWNS_ALL(owner) {LOGINLINT_CAUSE_##owner, ALL, 0},
#include "explain/causes.def"
};

#define COUNT(rows) ((uint32_t)(sizeof(rows) / sizeof((rows)[0])))

int loginlint__is_at_character(uint32_t code) {
    return code < COUNT(by_code) && by_code[code].at_character == MARK;
}

static int is_told(const loginlint_diagnostic *d) {
    return d->severity > LOGINLINT_SEVERITY_INFO;
}

/* ---- what a finding says beyond its code ---- */

static uint32_t facts_of_character(uint32_t cp) {
    const uint32_t signs = 1u << LL_KANA | 1u << LL_HALF_KANA | 1u << LL_HAN | 1u << LL_LONG_VOWEL | 1u << LL_SYMBOL;
    uint32_t category = LL_CATEGORY_OF(loginlint__property(cp));
    if (signs >> category & 1)
        return IF_SIGN;
    if (cp - 0xFF01 < 0x5E || cp - 0xFFE0 < 7 || cp == 0x3000)
        return IF_WIDE;
    if (cp == 0x2013 || cp == 0x2014 || cp == 0x2026)
        return IF_JOINED;
    return cp == '\t' || cp == '\r' || cp == '\n' ? IF_LINE : 0;
}

static uint32_t facts_of_span(const struct ll_explainer *e, const loginlint_diagnostic *d) {
    const uint32_t *extent = ll_extent_in(&e->value, d);
    uint32_t at = extent[0], facts = 0;
    uint32_t cp = 0;
    while (at < extent[1] && at < e->value.n) {
        cp = loginlint__value_next(&e->value, &at);
        facts |= facts_of_character(cp);
    }
    return d->character[1] - d->character[0] == 1 && ll_is_letter(cp) ? facts | IF_LETTERS : facts;
}

static uint32_t facts_of(const struct ll_explainer *e, const loginlint_diagnostic *d) {
    const struct ll_policy *policy = e->policy;
    uint32_t facts = policy->digits_only || policy->hyphens != LL_HYPHENS_PLAIN ? IF_STRUCTURED : IF_PLAIN;
    if (policy->digits_only)
        facts |= IF_DIGITS;
    if (d->level != LOGINLINT_LEVEL_NONE && d->operation == LOGINLINT_OPERATION_DELETE)
        facts |= IF_REMOVED;
    if (d->code == LOGINLINT_CODE_MISSING_CLASS &&
        (d->argument <= LOGINLINT_CLASS_LOWER || d->argument == LOGINLINT_CLASS_LETTER))
        facts |= IF_LETTERS;
    if (d->code == LOGINLINT_CODE_TOO_LONG &&
        loginlint__value_count(&e->value, e->policy->digits_only) == d->argument + 1)
        facts |= IF_ONE_OVER;
    return loginlint__is_at_character(d->code) ? facts | facts_of_span(e, d) : facts;
}

static uint32_t own_cause(const struct ll_explainer *e, uint32_t finding) {
    uint32_t i, code = e->report->diagnostics[finding].code;
    for (i = 0; i < COUNT(refinements); i++)
        if (refinements[i].code == code && !(refinements[i].facts & ~e->facts[finding]))
            return refinements[i].cause;
    return code < COUNT(by_code) ? by_code[code].cause : 0;
}

/* A character that is refused is told under what else was found there: that says why it is none that the field takes.
 */
static uint32_t cause_beneath(const struct ll_explainer *e, uint32_t refused) {
    const loginlint_diagnostic *d = e->report->diagnostics, *r = &d[refused];
    uint32_t i;
    for (i = 0; i < e->count; i++)
        if (d[i].code != LOGINLINT_CODE_NOT_ALLOWED && is_told(&d[i]) && loginlint__is_at_character(d[i].code) &&
            d[i].character[0] <= r->character[0] && d[i].character[1] >= r->character[1])
            return own_cause(e, i);
    return 0;
}

/* ---- whose act it was ---- */

/* A set of causes. */
struct causes {
    uint32_t bits[2];
};

static int has(const struct causes *set, uint32_t cause) {
    return (int)(set->bits[cause / 32 % 2] >> cause % 32 & 1);
}

static void add(struct causes *set, uint32_t cause) {
    set->bits[cause / 32 % 2] |= 1u << cause % 32;
}

/* The cause in the set that takes this one over, of several the first in rank; 0: none.  Owners always rank before what
 * they own, so that asking again comes to an end. */
static uint32_t owner_of(const struct causes *set, uint32_t cause, uint32_t facts) {
    uint32_t i, best = 0;
    for (i = 0; i < COUNT(owners); i++) {
        uint32_t owner = owners[i].owner;
        if (has(set, owner) && ranks[owner] < ranks[cause] && (owners[i].owned == cause || owners[i].owned == ALL) &&
            !(owners[i].facts & ~facts) && (!best || ranks[owner] < ranks[best]))
            best = owner;
    }
    return best;
}

static uint32_t final_cause(const struct ll_explainer *e, const struct causes *set, uint32_t i) {
    uint32_t cause = e->own[i], owner;
    while ((owner = owner_of(set, cause, e->facts[i])) != 0)
        cause = owner;
    return cause;
}

/* Which of the two ways of typing kana it was, the best reading says; without one, nobody can. */
static uint32_t way_of_kana(const struct ll_explainer *e) {
    const loginlint_candidates *candidates = e->candidates;
    return candidates && candidates->count && candidates->candidate[0].bases >> LOGINLINT_BASIS_KANA_LAYOUT & 1
               ? LOGINLINT_CAUSE_KANA_INPUT
               : LOGINLINT_CAUSE_INPUT_METHOD;
}

static void find_own(struct ll_explainer *e) {
    uint32_t i, cause;
    for (i = 0; i < e->count; i++)
        e->facts[i] = (uint16_t)facts_of(e, &e->report->diagnostics[i]);
    for (i = 0; i < e->count; i++) {
        cause = e->report->diagnostics[i].code == LOGINLINT_CODE_NOT_ALLOWED ? cause_beneath(e, i) : 0;
        e->own[i] = (uint8_t)(cause ? cause : own_cause(e, i));
    }
}

void loginlint__acts(struct ll_explainer *e) {
    struct causes present = {{0, 0}}, told = {{0, 0}};
    uint32_t i, kana = way_of_kana(e);
    find_own(e);
    for (i = 0; i < e->count; i++)
        if (is_told(&e->report->diagnostics[i]))
            add(&present, e->own[i]);
    for (i = 0; i < e->count; i++) {
        e->cause[i] = (uint8_t)final_cause(e, &present, i);
        if (is_told(&e->report->diagnostics[i]))
            add(&told, e->cause[i]);
    }
    for (i = 0; i < e->count; i++) {
        if (!has(&told, e->cause[i]))
            e->cause[i] = 0;
        else if (e->cause[i] == LOGINLINT_CAUSE_INPUT_METHOD)
            e->cause[i] = (uint8_t)kana;
        if (e->own[i] == LOGINLINT_CAUSE_INPUT_METHOD)
            e->own[i] = (uint8_t)kana;
    }
}

/* An edit of its own that is safe; or one within a safe edit of another finding, which does away with all but an error:
 * a full-width form that is no digit in half width either is still none. */
int loginlint__is_settled(const struct ll_explainer *e, uint32_t i) {
    const loginlint_diagnostic *d = e->report->diagnostics, *one = &d[i];
    uint32_t k;
    if (e->report->verdict == LOGINLINT_VERDICT_FIXED || one->level == LOGINLINT_LEVEL_SAFE)
        return 1;
    if (one->level == LOGINLINT_LEVEL_ASK || one->severity == LOGINLINT_SEVERITY_ERROR ||
        !loginlint__is_at_character(one->code))
        return 0;
    for (k = 0; k < e->count; k++)
        if (d[k].level == LOGINLINT_LEVEL_SAFE && d[k].character[0] <= one->character[0] &&
            d[k].character[1] >= one->character[1])
            return 1;
    return 0;
}
