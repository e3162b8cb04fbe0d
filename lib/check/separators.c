/* SPDX-License-Identifier: MIT */
/* separators.c - hyphens and spaces of a structured value, held against the places where the groups end.
 *
 * In: characters after fold.c.  Out: marks (separator, hyphen-stray, hyphen-missing, hyphen-misplaced, dash-lookalike)
 * and safe edits.  Letters and digits are counted alike.  Where a hyphen is required, the first dash or space at a
 * boundary becomes it; what else separates is removed.
 */
#include "check/separators.h"
#include "check/findings.h"
#include "check/fold.h"

/* Spaces and what cannot be seen. */
#define LOOSE (1u << LL_SPACE | 1u << LL_WIDE_SPACE | 1u << LL_INVISIBLE | 1u << LL_BIDI)

int loginlint__is_payload(const struct ll_check *check, const struct ll_char *c) {
    uint32_t meant = ll_meant(c);
    return !((LOOSE | 1u << LL_CONTROL) >> c->category & 1) && meant != 0 && meant != '-' &&
           !loginlint__is_dash(check, c);
}

int loginlint__is_other_separator(const struct ll_check *check, uint32_t cp) {
    int phone = check->policy->kind == LL_KIND_PHONE;
    /* * + , - . / and : ; stand together, and a hyphen comes before this is asked; then the dots of the middle */
    return (cp - '*' < 6 && (!phone || cp != '+')) || cp - ':' < 2 || cp == '_' || cp == '~' || cp == '\'' ||
           ll_is_middle_dot(cp) || (phone && (cp - '(' < 2 || cp == '[' || cp == ']'));
}

/* Is the nearest character that is neither unseen nor a space, from c in steps of `step`, a digit? */
static int is_digit_beside(const struct ll_check *check, const struct ll_char *c, int step) {
    const struct ll_char *last = step < 0 ? check->c : check->c + check->n - 1;
    while (c != last) {
        c += step;
        if (!(LOOSE >> c->category & 1))
            return ll_is_digit(ll_meant(c));
    }
    return 0;
}

int loginlint__is_dash(const struct ll_check *check, const struct ll_char *c) {
    if (c->category == LL_ASCII)
        return c->cp == '-';
    if (c->cp == 0xFF0D || c->category == LL_DASH || c->category == LL_LONG_VOWEL)
        return 1;
    return (c->cp == 0x4E00 || c->cp == 0x3161) && check->policy->digits_only && is_digit_beside(check, c, -1) &&
           is_digit_beside(check, c, 1);
}

static int is_space(const struct ll_char *c) {
    return (c->category == LL_SPACE || c->category == LL_WIDE_SPACE) && !(c->found & LL_BIT(LL_M_EDGE_SPACE));
}

/* The edit of a separator: a look-alike is trusted as far as the policy's `fold`, U+4E00 and U+3161 never further than
 * `ask`. */
static void settle(struct ll_check *check, struct ll_char *c, uint32_t ascii) {
    uint32_t level = LOGINLINT_LEVEL_SAFE;
    if (c->cp == 0x4E00 || c->cp == 0x3161) {
        ll_mark(check, c, LL_M_DASH_LOOKALIKE);
        c->table = LOGINLINT_TABLE_LOOKALIKE;
        level = LOGINLINT_LEVEL_ASK;
    } else if (c->cp >= 0x80 && c->category != LL_WIDE_SPACE) {
        level = check->width_level;
    }
    c->level = LOGINLINT_LEVEL_NONE;
    c->operation = LOGINLINT_OPERATION_NONE;
    c->found &= ~LL_BIT(LL_M_NOT_ALLOWED);
    loginlint__edit(check, c, ascii, level);
}

static void keep(struct ll_check *check, struct ll_char *c) {
    if (c->cp == '-')
        c->level = LOGINLINT_LEVEL_NONE;
    else
        settle(check, c, '-');
}

static void drop(struct ll_check *check, struct ll_char *c, enum ll_mark mark) {
    ll_mark(check, c, mark);
    settle(check, c, 0);
}

static int is_boundary(const uint8_t *groups, uint32_t count, uint32_t payload) {
    uint32_t sum = 0, g;
    for (g = 0; g + 1 < count; g++) {
        sum += groups[g];
        if (sum == payload)
            return 1;
    }
    return 0;
}

/* Counts among the letters or digits of the groups: not what is to be removed from between digits. */
static int is_counted(const struct ll_check *check, const struct ll_char *c) {
    return loginlint__is_payload(check, c) &&
           (!check->policy->digits_only || !loginlint__is_other_separator(check, ll_meant(c)));
}

/* A run of separators [c, to), where hyphens are required.  `lacking`: some boundary has none. */
static void require_run(struct ll_check *check, struct ll_char *c, struct ll_char *to, int boundary, int lacking) {
    int have = !boundary, more = to < check->c + check->n, other = 0;
    for (; c < to; c++) {
        int dash = loginlint__is_dash(check, c);
        other |= loginlint__is_payload(check, c);
        if (!dash && !is_space(c))
            continue;
        if (!have && (dash || more)) {
            have = 1;
            if (!dash) {
                ll_mark(check, c, LL_M_HYPHEN_MISSING);
                ll_mark(check, c, LL_M_SEPARATOR);
            }
            keep(check, c);
        } else if (dash) {
            drop(check, c, boundary || !lacking || !more ? LL_M_HYPHEN_STRAY : LL_M_HYPHEN_MISPLACED);
        } else {
            drop(check, c, LL_M_SEPARATOR);
        }
    }
    if (!have && more && !other) {
        ll_mark(check, to, LL_M_HYPHEN_MISSING);
        to->insert = 1;
    }
}

/* Does some boundary inside the value lack a separator?  Then a hyphen elsewhere is misplaced rather than stray. */
static int some_boundary_lacks(const struct ll_check *check, const uint8_t *groups, uint32_t count) {
    const struct ll_char *c, *end = check->c + check->n;
    uint32_t payload = 0;
    int separated = 0;
    for (c = check->c; c < end; c++) {
        if (is_counted(check, c)) {
            if (!separated && is_boundary(groups, count, payload))
                return 1;
            payload++;
            separated = 0;
        } else if (loginlint__is_payload(check, c) || loginlint__is_dash(check, c) || is_space(c)) {
            separated = 1;
        }
    }
    return 0;
}

static void require(struct ll_check *check, const uint8_t *groups, uint32_t count) {
    struct ll_char *c, *from = check->c, *end = check->c + check->n;
    uint32_t payload = 0;
    int lacking = some_boundary_lacks(check, groups, count);
    for (c = from; c <= end; c++) {
        if (c < end && !is_counted(check, c))
            continue;
        require_run(check, from, c, is_boundary(groups, count, payload), lacking);
        from = c + 1;
        payload++;
    }
}

void loginlint__group(struct ll_check *check, const uint8_t *groups, uint32_t count) {
    struct ll_char *c, *end = check->c + check->n;
    uint32_t hyphens = check->policy->hyphens;
    if (hyphens == LL_HYPHENS_REQUIRE) {
        if (count > 1) /* without groups nobody can say where they belong: they stay where they are */
            require(check, groups, count);
        return;
    }
    for (c = check->c; c < end; c++)
        if (loginlint__is_dash(check, c))
            drop(check, c, hyphens == LL_HYPHENS_FORBID ? LL_M_HYPHEN_STRAY : LL_M_SEPARATOR);
}
