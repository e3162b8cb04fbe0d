/* SPDX-License-Identifier: MIT */
/* pool.h - the inside of the candidates: what may have been meant, by every keyboard that the value speaks for.
 *
 *   rank           entry points, each candidate checked against the policy, its fixes applied, the order of the answer
 *   input_methods  other layouts and input methods undone: kana, Hangul, letters of other scripts, symbols
 *   letter_case    Caps Lock, Shift and an automatic capital undone
 *   pool           the pool of candidates that these fill
 *
 * A candidate is a whole value.  Those that the policy takes are the answer; each is also a start for the fixes of its
 * own report and for another letter case, so that combined causes are found without a rule for every pair.
 */
#ifndef LL_POOL_H
#define LL_POOL_H

#include "candidates/kana.h"
#include "candidates/romaji.h"
#include "loginlint.h"
#include "policy/policy.h"

enum {
    LL_VALUE_MAX = 128, /* code points of the input */
    LL_POOL = 54,       /* candidates at once */
    LL_DEPTH = 3,       /* causes undone one after another */
    LL_BYTES = 520      /* of a value under way: 128 code points of UTF-8 */
};

#define LL_BASIS(name) (1u << LOGINLINT_BASIS_##name)

struct ll_candidate {
    uint32_t bases;
    uint8_t confidence;
    uint8_t unique, case_lost;
    uint8_t depth;
    uint8_t valid;
    uint16_t length;
    uint8_t text[LOGINLINT_CANDIDATE_TEXT_MAX];
};

/* Lies in loginlint_candidates.work; no pointers.  The report and the lattice are never needed at the same time. */
struct ll_scratch {
    union {
        loginlint_report report;
        struct ll_lattice lattice;
    } u;
    struct ll_candidate pool[LL_POOL];
    uint32_t pool_count;
    uint32_t cp[LL_VALUE_MAX + 1]; /* of the input, without what stands at its ends or cannot be seen */
    uint32_t n;
    struct ll_unit unit[LL_VALUE_MAX + 1];
    uint8_t input[LL_BYTES];
    uint32_t input_length;
    uint8_t text[LL_BYTES]; /* a candidate under way */
};
_Static_assert(sizeof(struct ll_scratch) <= sizeof(((loginlint_candidates *)0)->work), "the scratch fits its record");

struct ll_finder {
    const loginlint_policy *record;
    const struct ll_policy *policy;
    const loginlint_context *context; /* never NULL here */
    struct ll_scratch *s;
    uint32_t allowed; /* bases */
    int num_lock;     /* the check says that digits may be letters of a small keyboard */
    uint32_t trimmed; /* the basis of taking s->cp instead of the input: LL_BASIS(TRIM) or 0 */
    uint32_t secret;  /* the report of the input says so */
};

/* What a candidate says about itself when it is offered. */
struct ll_offer {
    uint32_t bases;
    uint32_t confidence;
    uint32_t unique, case_lost, depth;
};

/* Adds s->text[0..n) to the pool, unless it is the input, empty, too long, there already with no less confidence, or
 * needs a basis that is not allowed. */
void loginlint__offer(struct ll_finder *f, uint32_t n, const struct ll_offer *offer);

#endif
