/* SPDX-License-Identifier: MIT */
/* script.c - what the scripts in the value say about the keyboard that typed it.
 *
 * In: characters after fold.c, and the policy.  Out: whole-value findings (ime-kana, kana-layout, halfwidth-kana,
 * ime-kanji, hangul-layout).  Nothing is converted here: what was meant is a candidate (rank.c).
 */
#include "check/script.h"
#include "check/findings.h"
#include "check/fold.h"
#include "check/separators.h"

struct extent {
    uint32_t from, to, count;
};

static void extend(struct extent *e, uint32_t i) {
    if (!e->count++)
        e->from = i;
    e->to = i + 1;
}

/* The characters of the given categories; dashes of a digit field are no letters there. */
static struct extent extent_of(const struct ll_check *check, uint32_t categories) {
    struct extent e = {0, 0, 0};
    uint32_t i;
    for (i = 0; i < check->n; i++) {
        const struct ll_char *c = &check->c[i];
        if (!(categories >> c->category & 1))
            continue;
        if (check->policy->digits_only && loginlint__is_dash(check, &check->c[i]))
            continue;
        extend(&e, i);
    }
    return e;
}

static void whole(struct ll_check *check, uint32_t code, uint32_t confidence, struct extent e, uint8_t outcome) {
    loginlint__add(check, LL_FINDING(code, LOGINLINT_SEVERITY_ERROR, confidence, outcome | LL_INVALID), e.from, e.to,
                   e.count < e.to - e.from ? e.count : 0);
    check->whole = 1;
}

/* What a value with Japanese letters is made of, by one look at each character. */
struct mixture {
    struct extent kana, half, han;
    uint32_t alone; /* kana that are no voiced mark */
    uint32_t row;   /* of these, on the digit row */
    uint32_t ones;  /* of these, on its keys 1 and 2 */
    uint32_t latin; /* letters and digits */
};

static struct mixture mixture_of(const struct ll_check *check) {
    struct mixture m = {{0, 0, 0}, {0, 0, 0}, {0, 0, 0}, 0, 0, 0, 0};
    uint32_t i;
    for (i = 0; i < check->n; i++) {
        const struct ll_char *c = &check->c[i];
        uint32_t meant;
        switch (c->category) {
        case LL_KANA:
            extend(&m.kana, i);
            if (c->cp != 0x309B && c->cp != 0x309C) { /* a voiced mark on its own: either way of typing */
                m.alone++;
                m.row += (uint32_t)ll_on_digit_row(c->cp);
                m.ones += (uint32_t)ll_is_one_or_two(c->cp);
            }
            break;
        case LL_HALF_KANA:
            extend(&m.half, i);
            break;
        case LL_HAN:
            if (!check->policy->digits_only || (c->cp != 0x3007 && !loginlint__is_dash(check, &check->c[i])))
                extend(&m.han, i); /* else a look-alike of a digit or a dash */
            break;
        default:
            meant = ll_meant(c);
            m.latin += ll_is_digit(meant) || ll_is_upper(meant) || ll_is_lower(meant);
            break;
        }
    }
    return m;
}

/* Kana lock leaves no Latin letter and turns digits into kana; romaji input keeps digits and strands consonants. */
static int is_kana_layout(const struct ll_check *check, const struct mixture *m) {
    if (m->latin)
        return 0;
    return check->policy->digits_only ? m->alone && m->row == m->alone : ll_is_kana_lock(m->alone, m->row, m->ones);
}

static void japanese(struct ll_check *check) {
    struct mixture m = mixture_of(check);
    if (m.half.count)
        whole(check, LOGINLINT_CODE_HALFWIDTH_KANA, 95, m.half, LL_ASK);
    if (m.kana.count)
        whole(check, is_kana_layout(check, &m) ? LOGINLINT_CODE_KANA_LAYOUT : LOGINLINT_CODE_IME_KANA, 95, m.kana,
              LL_ASK);
    if (m.han.count)
        whole(check, LOGINLINT_CODE_IME_KANJI, 95, m.han, LL_FAIL); /* advice only: nothing to offer */
}

void loginlint__add_script(struct ll_check *check, uint32_t code, uint32_t confidence, uint32_t categories,
                           uint8_t outcome) {
    struct extent e = extent_of(check, categories);
    if (e.count)
        whole(check, code, confidence, e, outcome);
}

void loginlint__script_rules(struct ll_check *check) {
    if (check->policy->allowed.unicode || check->n == 0)
        return;
    if (check->categories & (1u << LL_KANA | 1u << LL_HALF_KANA | 1u << LL_HAN))
        japanese(check);
    if (check->categories & 1u << LL_HANGUL)
        loginlint__add_script(check, LOGINLINT_CODE_HANGUL_LAYOUT, 95, 1u << LL_HANGUL, LL_ASK);
}
