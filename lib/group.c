/* group.c - hyphens and spaces of a structured value, held against the places where the groups end.
 *
 * In: characters after fold.c.  Out: marks (separator, hyphen-stray, hyphen-missing, hyphen-misplaced, dash-lookalike)
 * and safe edits.  Letters and digits are counted alike.  Where a hyphen is required, the first dash or space at a
 * boundary becomes it; what else separates is removed.
 */
#include "group.h"
#include "apart.h"
#include "diag.h"
#include "fold.h"

int ll_is_payload(const struct ll_check *check, uint32_t i) {
    const struct ll_char *c = &check->c[i];
    uint32_t meant = ll_meant(c);
    if (c->klass == LL_SPACE || c->klass == LL_WIDE_SPACE || c->klass == LL_CONTROL || c->klass == LL_INVISIBLE ||
        c->klass == LL_BIDI)
        return 0;
    return meant != 0 && meant != '-' && !ll_is_dash(check, i);
}

static int is_digit_at(const struct ll_check *check, uint32_t i) {
    return ll_is_digit(ll_meant(&check->c[i]));
}

/* The nearest character that is neither unseen nor a space, from i in steps of `step`; n when there is none. */
static uint32_t neighbour(const struct ll_check *check, uint32_t i, uint32_t step) {
    for (i += step; i < check->n; i += step) {
        uint8_t klass = check->c[i].klass;
        if (klass != LL_SPACE && klass != LL_WIDE_SPACE && klass != LL_INVISIBLE && klass != LL_BIDI)
            return i;
    }
    return check->n;
}

static LL_APART int between_digits(const struct ll_check *check, uint32_t i) {
    uint32_t left = neighbour(check, i, (uint32_t)-1), right = neighbour(check, i, 1);
    return left < check->n && right < check->n && is_digit_at(check, left) && is_digit_at(check, right);
}

int ll_is_dash(const struct ll_check *check, uint32_t i) {
    const struct ll_char *c = &check->c[i];
    if (c->klass == LL_ASCII)
        return c->cp == '-';
    if (c->cp == 0xFF0D || c->klass == LL_DASH || c->klass == LL_LONG_VOWEL)
        return 1;
    return (c->cp == 0x4E00 || c->cp == 0x3161) && check->policy->digits_only && between_digits(check, i);
}

static int is_space(const struct ll_check *check, uint32_t i) {
    const struct ll_char *c = &check->c[i];
    return (c->klass == LL_SPACE || c->klass == LL_WIDE_SPACE) && !(c->found & LL_BIT(LL_M_EDGE_SPACE));
}

/* The edit of a separator: a look-alike is trusted as far as the policy's `fold`, U+4E00 and U+3161 never further than
 * `ask`. */
static void settle(struct ll_check *check, struct ll_char *c, uint32_t ascii) {
    uint32_t level = LOGINLINT_LEVEL_SAFE;
    if (c->cp == 0x4E00 || c->cp == 0x3161) {
        ll_mark(check, c, LL_M_DASH_LOOKALIKE);
        c->table = LOGINLINT_TABLE_LOOKALIKE;
        level = LOGINLINT_LEVEL_ASK;
    } else if (c->cp >= 0x80 && c->klass != LL_WIDE_SPACE) {
        level = check->width_level;
    }
    c->level = LOGINLINT_LEVEL_NONE;
    c->operation = LOGINLINT_OPERATION_NONE;
    c->found &= ~LL_BIT(LL_M_NOT_ALLOWED);
    ll_edit(check, c, ascii, level);
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

static uint32_t capacity(const uint8_t *groups, uint32_t count) {
    uint32_t sum = 0, g;
    for (g = 0; g < count; g++)
        sum += groups[g];
    return sum;
}

/* A run of separators [from, to) with `payload` characters before it, where hyphens are required.  `more` says whether
 * letters or digits follow.  Returns 1 when the boundary lacks its hyphen. */
static void require_run(struct ll_check *check, uint32_t from, uint32_t to, int boundary, int more, int lacking) {
    uint32_t i;
    int have = !boundary;
    for (i = from; i < to; i++) {
        struct ll_char *c = &check->c[i];
        int dash = ll_is_dash(check, i);
        if (!dash && !is_space(check, i))
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
    if (!have && more) {
        ll_mark(check, &check->c[to], LL_M_HYPHEN_MISSING);
        check->c[to].insert = 1;
    }
}

/* Does some boundary inside the value lack a separator?  Then a hyphen elsewhere is misplaced rather than stray. */
static int some_boundary_lacks(const struct ll_check *check, const uint8_t *groups, uint32_t count) {
    uint32_t payload = 0, i;
    int separated = 0;
    for (i = 0; i < check->n; i++) {
        if (ll_is_payload(check, i)) {
            if (payload && !separated && is_boundary(groups, count, payload))
                return 1;
            payload++;
            separated = 0;
        } else if (ll_is_dash(check, i) || is_space(check, i)) {
            separated = 1;
        }
    }
    return 0;
}

static void require(struct ll_check *check, const uint8_t *groups, uint32_t count) {
    uint32_t payload = 0, i, from = 0, total = 0, fits;
    int lacking = some_boundary_lacks(check, groups, count);
    for (i = 0; i < check->n; i++)
        total += (uint32_t)ll_is_payload(check, i);
    fits = total <= capacity(groups, count);
    for (i = 0; i <= check->n; i++) {
        if (i < check->n && !ll_is_payload(check, i))
            continue;
        require_run(check, from, i, fits && is_boundary(groups, count, payload), i < check->n, lacking);
        from = i + 1;
        payload++;
    }
}

void ll_group(struct ll_check *check, const uint8_t *groups, uint32_t count) {
    uint32_t i;
    if (check->policy->hyphens == LL_HYPHENS_REQUIRE && count > 1) {
        require(check, groups, count);
        return;
    }
    if (check->policy->hyphens == LL_HYPHENS_REQUIRE)
        return; /* no groups: nobody can say where they belong, so they stay where they are */
    for (i = 0; i < check->n; i++)
        if (ll_is_dash(check, i))
            drop(check, &check->c[i], check->policy->hyphens == LL_HYPHENS_FORBID ? LL_M_HYPHEN_STRAY : LL_M_SEPARATOR);
}
