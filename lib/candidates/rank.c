/* SPDX-License-Identifier: MIT */
/* rank.c - the candidates: entry points, the fixes applied, what the policy takes, and in which order.
 *
 * In: a policy, a context, a value.  Out: up to eight whole-value alternatives.  The caller's record is the workspace:
 * the report of the value under consideration, or the lattice of its spellings, and the pool of candidates; all of it
 * is wiped at the single exit.  At most LL_POOL candidates are checked, each once.
 */
#include "candidates/input_methods.h"
#include "candidates/letter_case.h"
#include "candidates/pool.h"
#include "check/check.h"
#include "check/fix.h"
#include "check/paste.h"
#include "text/chartab.h"
#include "text/utf.h"
#include "text/wipe.h"

/* The basis of undoing what a diagnostic found, and how sure that is where nothing else is wrong: 0 when nothing undoes
 * it. */
struct remedy {
    uint8_t basis, sureness;
};

enum { LOGINLINT_BASIS_NONE = 0 };
static const struct remedy remedies[128] = {
#define X(number, name, text, group, severity, confidence, mark, basis, sureness, cause)                               \
    [number] = {LOGINLINT_BASIS_##basis, sureness},
#include "check/diagnostics.def"
};

/* Of several causes the one that the person should hear of first. */
static const uint8_t leading[] = {
    LOGINLINT_BASIS_EXTRACT,
    LOGINLINT_BASIS_ONCE,
    LOGINLINT_BASIS_NATIONAL,
    LOGINLINT_BASIS_ROMAJI_IME,
    LOGINLINT_BASIS_KANA_LAYOUT,
    LOGINLINT_BASIS_HANGUL_LAYOUT,
    LOGINLINT_BASIS_CYRILLIC_LAYOUT,
    LOGINLINT_BASIS_UKRAINIAN_LAYOUT,
    LOGINLINT_BASIS_GREEK_LAYOUT,
    LOGINLINT_BASIS_HEBREW_LAYOUT,
    LOGINLINT_BASIS_ARABIC_LAYOUT,
    LOGINLINT_BASIS_THAI_LAYOUT,
    LOGINLINT_BASIS_AZERTY_LAYOUT,
    LOGINLINT_BASIS_QWERTZ_LAYOUT,
    LOGINLINT_BASIS_SYMBOL_LAYOUT,
    LOGINLINT_BASIS_NUM_LOCK,
    LOGINLINT_BASIS_CAPS_LOCK,
    LOGINLINT_BASIS_SHIFT,
    LOGINLINT_BASIS_FIRST_LETTER,
    LOGINLINT_BASIS_EMAIL_DOMAIN,
    LOGINLINT_BASIS_LOOKALIKE,
    LOGINLINT_BASIS_PUNCTUATION,
    LOGINLINT_BASIS_FOLD,
    LOGINLINT_BASIS_HYPHEN,
    LOGINLINT_BASIS_TRIM,
};

#define COUNT(a) ((uint32_t)(sizeof(a) / sizeof *(a)))

/* ---- the fixes of a report, applied ---- */

static const struct remedy *remedy_of(uint32_t code) {
    return code < COUNT(remedies) && remedies[code].sureness ? &remedies[code] : 0;
}

static uint32_t extent_of(const loginlint_diagnostic *d) {
    return d->byte[1] - d->byte[0];
}

/* The fix that starts at this byte, the widest if there are several; `inserted`: only an insertion, else none. */
static const loginlint_diagnostic *fix_at(const loginlint_report *report, uint32_t byte, int inserted) {
    const loginlint_diagnostic *best = 0;
    uint32_t i;
    for (i = 0; i < report->count; i++) {
        const loginlint_diagnostic *d = &report->diagnostics[i];
        if (d->level == LOGINLINT_LEVEL_NONE || d->byte[0] != byte || (extent_of(d) == 0) != (inserted != 0))
            continue;
        if (!best || extent_of(d) > extent_of(best))
            best = d;
    }
    return best;
}

/* How smart punctuation is undone: as its fix says, or -- for a dash, or ` for a raised comma that opens. */
enum { AS_FIXED, DASHES_DOUBLED, BACKTICKS };

/* One way to apply every fix of a report, and what that made of a value. */
struct fixed {
    int punctuation;
    int keep_capital; /* leave the capital that a phone may have set */
    uint32_t length;  /* 0: too long */
    uint32_t bases;
    uint32_t confidence;
    uint32_t other;     /* the other punctuation has a place here */
    uint32_t long_dash; /* an em dash, which phones and word processors make of two hyphens */
    uint32_t kept;      /* a capital was left */
};

static uint32_t other_punctuation(const uint8_t *text, const loginlint_diagnostic *d, uint8_t *out, uint32_t room,
                                  struct fixed *to) {
    uint32_t at, length, n = 0, k;
    for (at = d->byte[0]; at < d->byte[1]; at += length) {
        uint32_t cp = loginlint__utf8_next(text + at, d->byte[1] - at, &length);
        struct ll_fold fold = {{0}, 0, 0, 0};
        if (to->punctuation == DASHES_DOUBLED && (cp == 0x2013 || cp == 0x2014)) {
            fold = (struct ll_fold){{'-', '-'}, 2, 0, 0};
            to->other = 1;
        } else if (to->punctuation == BACKTICKS && (cp == 0x2018 || cp == 0x201B)) {
            fold = (struct ll_fold){{'`'}, 1, 0, 0};
            to->other = 1;
        } else {
            loginlint__fold(cp, &fold);
        }
        to->long_dash |= cp == 0x2014;
        for (k = 0; k < fold.length && n < room; k++)
            out[n++] = fold.text[k];
    }
    return n;
}

/* Counts in what was found here: the fix's own diagnostic, and those that it settles as well (level none, inside it).
 */
static void count_in(const loginlint_report *report, const loginlint_diagnostic *fix, struct fixed *to) {
    uint32_t i;
    for (i = 0; i < report->count; i++) {
        const loginlint_diagnostic *d = &report->diagnostics[i];
        const struct remedy *remedy = remedy_of(d->code);
        int settled = d->level == LOGINLINT_LEVEL_NONE && d->byte[0] >= fix->byte[0] && d->byte[1] <= fix->byte[1];
        if (!remedy || (d != fix && !settled))
            continue;
        to->bases |= 1u << remedy->basis;
        if (remedy->sureness < to->confidence)
            to->confidence = remedy->sureness;
    }
}

/* Applies one fix behind what s->text holds already. */
static void apply(struct ll_scratch *s, const uint8_t *text, uint32_t n, const loginlint_diagnostic *d,
                  struct fixed *to) {
    uint32_t room = LL_BYTES - to->length, length = 0;
    uint8_t *out = s->text + to->length;
    if (d->code == LOGINLINT_CODE_SMART_PUNCTUATION)
        length = other_punctuation(text, d, out, room, to);
    if (!length || to->punctuation == AS_FIXED) {
        struct ll_writer w = ll_writer_on(out, room);
        loginlint__fix(&w, &s->u.report, (uint32_t)(d - s->u.report.diagnostics), text, n);
        length = (uint32_t)loginlint__writer_done(&w);
    }
    to->length += length;
    count_in(&s->u.report, d, to);
}

/* The value with every fix of its report, in s->text. */
static void fix_all(struct ll_scratch *s, const uint8_t *text, uint32_t n, struct fixed *to) {
    uint32_t at = 0;
    while (at < n && to->length < LL_BYTES) {
        const loginlint_diagnostic *d = fix_at(&s->u.report, at, 1);
        if (d)
            apply(s, text, n, d, to);
        d = fix_at(&s->u.report, at, 0);
        if (d && d->code == LOGINLINT_CODE_AUTO_CAPITAL && to->keep_capital) {
            to->kept = 1;
            d = 0;
        }
        if (d && to->length <= LL_BYTES) {
            apply(s, text, n, d, to);
            at = d->byte[1];
        } else if (to->length < LL_BYTES) {
            s->text[to->length++] = text[at++];
        }
    }
    if (to->length > LL_BYTES)
        to->length = 0;
}

/* Two hyphens are likelier than one where there is an em dash, a backtick is never likelier. */
static uint32_t punctuated(const struct fixed *to) {
    int likelier = (to->punctuation == DASHES_DOUBLED) == (to->long_dash != 0) && to->punctuation != BACKTICKS;
    return likelier ? to->confidence : to->confidence * 2 / 3;
}

static void offer_fixed_so(struct ll_finder *f, const uint8_t *text, uint32_t n, const struct ll_offer *from,
                           int punctuation, int keep_capital) {
    struct fixed to = {punctuation, keep_capital, 0, 0, 95, 0, 0, 0};
    struct ll_offer offer = {from->bases, 0, from->unique, from->case_lost, from->depth + 1};
    fix_all(f->s, text, n, &to);
    if (!to.bases || (punctuation != AS_FIXED && !to.other) || keep_capital != (int)to.kept ||
        (to.bases & LL_BASIS(LOOKALIKE) && from->bases))
        return; /* a look-alike is one of what was typed, not of a candidate */
    offer.bases |= to.bases;
    offer.confidence = from->confidence * punctuated(&to) / 100;
    if (to.bases & LL_BASIS(PUNCTUATION))
        offer.unique = 0;
    loginlint__offer(f, to.length, &offer);
}

static void offer_fixed(struct ll_finder *f, const uint8_t *text, uint32_t n, const struct ll_offer *from) {
    int punctuation;
    for (punctuation = AS_FIXED; punctuation <= BACKTICKS; punctuation++) {
        offer_fixed_so(f, text, n, from, punctuation, 0);
        offer_fixed_so(f, text, n, from, punctuation, 1);
    }
}

/* ---- the whole ---- */

static const loginlint_diagnostic *diagnostic(const loginlint_report *report, uint32_t code) {
    uint32_t i;
    for (i = 0; i < report->count; i++)
        if (report->diagnostics[i].code == code)
            return &report->diagnostics[i];
    return 0;
}

/* What follows from the value whose report lies in the scratch. */
static void expand(struct ll_finder *f, const uint8_t *text, uint32_t n, const struct ll_offer *from) {
    offer_fixed(f, text, n, from);
    loginlint__case_candidates(f, text, n, from);
}

/* How sure its own report is that a candidate was meant otherwise: that other candidate takes its share. */
static uint32_t doubt(const struct ll_scratch *s, uint32_t bases) {
    const loginlint_diagnostic *caps = diagnostic(&s->u.report, LOGINLINT_CODE_CAPS_LOCK);
    const loginlint_diagnostic *typo = diagnostic(&s->u.report, LOGINLINT_CODE_EMAIL_DOMAIN_TYPO);
    if (caps && !(bases & LL_BASIS(CAPS_LOCK)))
        return caps->confidence;
    if (!typo)
        typo = diagnostic(&s->u.report, LOGINLINT_CODE_EMAIL_SYNTAX); /* taro@free, which leads to taro@free.fr */
    return typo ? typo->confidence : 0;
}

/* Checks every candidate; those that it leads to are added behind it. */
static void check_pool(struct ll_finder *f) {
    struct ll_scratch *s = f->s;
    uint32_t i;
    for (i = 0; i < s->pool_count; i++) {
        struct ll_candidate *r = &s->pool[i];
        struct ll_offer from = {r->bases, r->confidence, r->unique, r->case_lost, r->depth};
        loginlint__check_candidate(f->record, f->context, r->text, r->length, &s->u.report);
        r->valid = s->u.report.valid;
        expand(f, r->text, r->length, &from);
        r->confidence = (uint8_t)(r->confidence * (100 - doubt(s, r->bases)) / 100);
    }
}

/* The code points that the keyboards are asked about: without spaces at the ends (where they do not count) and without
 * what cannot be seen.  0 when the input is ill-formed or too long. */
static int read_input(struct ll_finder *f) {
    struct ll_scratch *s = f->s;
    uint32_t at, length, total = 0, end = 0;
    s->n = 0;
    for (at = 0; at < s->input_length; at += length) {
        uint32_t cp = loginlint__utf8_next(s->input + at, s->input_length - at, &length),
                 category = LL_CATEGORY_OF(loginlint__property(cp));
        if (cp == LL_ILLFORMED || ++total > LL_VALUE_MAX)
            return 0;
        if (category == LL_INVISIBLE || category == LL_BIDI)
            continue;
        if (f->policy->spaces == LL_SPACES_TRIM && ll_is_white(cp, category) && s->n == 0)
            continue;
        s->cp[s->n++] = cp;
        if (f->policy->spaces != LL_SPACES_TRIM || !ll_is_white(cp, category))
            end = s->n;
    }
    s->n = end;
    f->trimmed = s->n < total ? LL_BASIS(TRIM) : 0;
    return 1;
}

static int found_above_info(const loginlint_report *report, uint32_t code) {
    const loginlint_diagnostic *d = diagnostic(report, code);
    return d && d->severity > LOGINLINT_SEVERITY_INFO;
}

static void find(struct ll_finder *f) {
    static const struct ll_offer input = {0, 100, 1, 0, 0};
    struct ll_scratch *s = f->s;
    int valid, refused;
    if (!s->input_length || !read_input(f))
        return;
    valid = !loginlint__check(f->record, f->context, s->input, s->input_length, &s->u.report) && s->u.report.valid;
    f->secret = s->u.report.secret;
    if (found_above_info(&s->u.report, LOGINLINT_CODE_WRONG_FIELD))
        return; /* what it may be belongs elsewhere */
    f->num_lock = diagnostic(&s->u.report, LOGINLINT_CODE_NUM_LOCK) != 0;
    refused = diagnostic(&s->u.report, LOGINLINT_CODE_NOT_ALLOWED) != 0;
    if (ll_is_part(&s->u.report)) {
        offer_fixed(f, s->input, s->input_length, &input);
        check_pool(f);
        return; /* no input method gave what stands around the value */
    }
    expand(f, s->input, s->input_length, &input);
    if (!valid || f->context->failures || f->context->num_lock == 2)
        loginlint__keyboard_candidates(f, refused);
    check_pool(f);
}

static uint8_t leading_of(uint32_t bases) {
    uint32_t i;
    for (i = 0; i + 1 < COUNT(leading) && !(bases >> leading[i] & 1);)
        i++;
    return leading[i];
}

/* The surest candidate that is left, taken out of the pool; NULL when there is none. */
static struct ll_candidate *take(struct ll_scratch *s) {
    struct ll_candidate *best = 0;
    uint32_t i;
    for (i = 0; i < s->pool_count; i++)
        if (s->pool[i].valid && (!best || s->pool[i].confidence > best->confidence))
            best = &s->pool[i];
    if (best)
        best->valid = 0;
    return best;
}

static void answer(struct ll_finder *f, loginlint_candidates *candidates) {
    uint32_t limit = 99, k;
    while (candidates->count < LOGINLINT_CANDIDATES_MAX) {
        struct ll_candidate *r = take(f->s);
        loginlint_candidate *c = &candidates->candidate[candidates->count];
        if (!r)
            return;
        c->bases = r->bases;
        c->basis = leading_of(r->bases);
        c->confidence = (uint8_t)(r->confidence < limit ? r->confidence : limit);
        c->unique = r->unique;
        c->case_lost = r->case_lost;
        c->length = r->length;
        for (k = 0; k < r->length; k++)
            c->text[k] = r->text[k];
        limit = c->confidence > 1 ? c->confidence - 1u : 1;
        candidates->count++;
    }
}

/* ---- entry points ---- */

static int32_t start(struct ll_finder *f, const loginlint_policy *policy, const loginlint_context *context,
                     const void *input, uint32_t n, loginlint_candidates *candidates) {
    uint32_t i;
    int32_t error = loginlint__misuse(policy, context, input, n, candidates);
    if (!candidates)
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    candidates->size = sizeof *candidates;
    candidates->count = candidates->secret = 0;
    __builtin_memset(candidates->candidate, 0, sizeof candidates->candidate);
    if (error)
        return error; /* nothing is offered, whatever the record held before */
    f->record = policy;
    f->policy = ll_policy_of(policy);
    f->context = ll_known(context);
    f->s = (struct ll_scratch *)(void *)candidates->work;
    f->s->pool_count = f->s->input_length = 0;
    for (i = 0; i < LL_POOL; i++)
        f->s->pool[i].valid = 0;
    f->allowed = candidates->allowed;
    f->trimmed = 0;
    f->secret = policy->field != LOGINLINT_FIELD_LOGIN_ID;
    return 0;
}

/* The single exit: nothing of the value stays but the candidates. */
static int32_t finish(struct ll_finder *f, loginlint_candidates *candidates, int readable) {
    if (readable && !f->context->composing) {
        find(f);
        answer(f, candidates);
    }
    candidates->secret = f->secret;
    loginlint_wipe(candidates->work, sizeof candidates->work);
    return 0;
}

LL_CLEARED_CALL(loginlint_candidates_find, find_utf8,
                (const loginlint_policy *policy, const loginlint_context *context, const uint8_t *input, uint32_t n,
                 loginlint_candidates *candidates),
                (policy, context, input, n, candidates)) {
    struct ll_finder f;
    uint32_t i;
    int32_t error = start(&f, policy, context, input, n, candidates);
    if (error)
        return error;
    for (i = 0; i < n && n <= 4 * LL_VALUE_MAX; i++)
        f.s->input[i] = input[i];
    f.s->input_length = i;
    return finish(&f, candidates, i == n);
}

/* The value as UTF-8, as much of it as is looked at; 1 when that is all and well-formed. */
static LL_APART int read_utf16(struct ll_scratch *s, const uint16_t *input, uint32_t n) {
    uint32_t i = 0, cp = 0, total = 0;
    while (i < n && cp != LL_ILLFORMED && total++ < LL_VALUE_MAX) {
        cp = loginlint__utf16_next(input, n, &i);
        if (cp != LL_ILLFORMED)
            s->input_length += loginlint__utf8_put(cp, s->input + s->input_length);
    }
    return i == n && cp != LL_ILLFORMED;
}

LL_CLEARED_CALL(loginlint_candidates_find_utf16, find_utf16,
                (const loginlint_policy *policy, const loginlint_context *context, const uint16_t *input, uint32_t n,
                 loginlint_candidates *candidates),
                (policy, context, input, n, candidates)) {
    struct ll_finder f;
    int32_t error = start(&f, policy, context, input, n, candidates);
    return error ? error : finish(&f, candidates, read_utf16(f.s, input, n));
}
