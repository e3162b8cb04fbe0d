/* SPDX-License-Identifier: MIT */
/* lost.c - what a copy has lost: a value shown masked (****1111), a number rounded by a spreadsheet (4.11111E+15), the
 * zero that a number began with.
 *
 * In: characters after fold.c.  Out: masked-value and lost-digits.  The first two have no remedy: the value is to be
 * copied from elsewhere.  The zero is offered where the field has only one length.
 */
#include "check/lost.h"
#include "check/composition.h"
#include "check/findings.h"
#include "check/fold.h"
#include "check/paste_part.h"
#include "check/separators.h"
#include "text/ascii.h"
#include "text/attributes.h"

enum {
    MASKED = 3, /* in a row: fewer may be of the value */
    SHOWN = 10, /* digits at most around a gap: six before it and four behind, as receipts have a card number */
    LAST = 5,   /* of a card number, at most, where only its end is shown: Visa ••4242 */
};

/* Beyond ASCII, of which categories they are. */
static const uint32_t mask_categories = 1u << LL_OTHER | 1u << LL_SYMBOL | 1u << LL_QUOTE | 1u << LL_COMPAT;

/* How many characters this one hides.  A letter X hides one only among digits, an ellipsis several where the value goes
 * on behind it. */
static uint32_t hidden(const struct ll_check *check, uint32_t at, int digits) {
    static const uint16_t signs[] = {0x00D7, 0x2022, 0x2027, 0x204E, 0x2217, 0x2219, 0x22C6, 0x25A0, 0x25AA,
                                     0x25CB, 0x25CF, 0x25EF, 0x26AB, 0x2716, 0x2B1B, 0x2B24, 0x30FB, 0xFF65};
    const struct ll_char *c = &check->c[at];
    uint32_t i, cp = c->cp;
    if (cp < 0x80)
        return cp == '*' || (digits && (cp == 'x' || cp == 'X' || cp == '#' || cp == '?' || cp == '_'));
    if (c->category == LL_FULLWIDTH)
        return cp == 0xFF0A || (digits && (cp == 0xFF38 || cp == 0xFF58 || cp == 0xFF03));
    if (cp == 0x2026 || cp == 0x22EF)
        return at + 1 < check->n && (at || digits) ? MASKED + 1 : 0;
    for (i = 0; mask_categories >> c->category & 1 && i < sizeof signs / sizeof signs[0]; i++)
        if (signs[i] == cp)
            return 1;
    return digits && cp == 0x00B7;
}

/* Are all characters masks, digits and separators, most of them masks or all masks between digits? */
static int is_masked_number(const struct ll_check *check) {
    uint32_t i, masks = 0, before = 0, since = 0, digits = 0;
    for (i = 0; i < check->n; i++) {
        const struct ll_char *c = &check->c[i];
        uint32_t more = hidden(check, i, 1);
        masks += more;
        since += more;
        if (more)
            continue;
        if (ll_is_digit(ll_meant(c))) {
            before = digits++ ? before : masks;
            since = 0;
        } else if (loginlint__is_payload(check, c)) {
            return 0;
        }
    }
    if (digits && before && since && before + since == masks)
        return 0; /* stars on both sides: a decoration */
    return masks > MASKED && (masks + 4 >= digits || (!before && !since && digits <= SHOWN));
}

/* Visa ••4242, ending in 4242, **4242: of a card number the last digits alone, and before them signs that hide the rest
 * or words that say so.  One sign is enough behind a word, and a full stop is none unless there are several. */
static LL_APART int is_end_of_card(const struct ll_check *check) {
    const struct ll_search s = {.check = (struct ll_check *)check, .c = check->c, .n = check->n};
    uint32_t from = 0, to = check->n, i, digits, masks = 0, dots = 0;
    if (check->policy->field != LOGINLINT_FIELD_CARD_NUMBER)
        return 0;
    loginlint__tighten(&s, &from, &to);
    to -= to > from && (ll_seen(&s, to - 1) == ')' || ll_seen(&s, to - 1) == ']');
    for (i = to; i > from && ll_is_digit(ll_meant(&check->c[i - 1]));)
        i--;
    digits = to - i;
    if (digits < 3 || digits > LAST)
        return 0;
    for (; i > from; i--) {
        uint32_t sign = ll_seen(&s, i - 1), more = sign == 0x00B7 || hidden(check, i - 1, 0);
        if (!more && !ll_is_blank(sign) && sign != '.' && sign != ':' && sign != '-' && sign != '(' && sign != '[')
            break;
        masks += more;
        dots += sign == '.';
    }
    masks += dots > 1 ? dots : 0;
    return i == from ? masks > 1 : (masks && ll_is_any_letter(&s, i - 1)) || loginlint__ends_in_tail(&s, from, i);
}

/* The run of masks that hides most, as a span; its characters, 0 when none hides enough. */
static uint32_t masked_run(const struct ll_check *check, uint32_t *from) {
    uint32_t i, start = 0, length = 0, masks = 0, most = MASKED - 1;
    for (i = 0; i <= check->n; i++) {
        uint32_t more = i < check->n ? hidden(check, i, 0) : 0;
        masks += more;
        if (more || (i < check->n && (1u << LL_INVISIBLE | 1u << LL_BIDI) >> check->c[i].category & 1))
            continue; /* what cannot be seen parts no row of them: without it they are one */
        if (masks > most) {
            most = masks;
            length = i - start;
            *from = start;
        }
        start = i + 1;
        masks = 0;
    }
    return length;
}

/* In a password asterisks may be its own; dots are what its box shows. */
static int is_masked_text(const struct ll_check *check, uint32_t from, uint32_t run) {
    if (check->policy->field != LOGINLINT_FIELD_PASSWORD)
        return 1;
    return run == check->n && (check->c[from].cp != '*' || check->context->entry >= 2 || check->partial);
}

/* 4.11111E+15 */
static int is_rounded(const struct ll_check *check) {
    uint32_t i = 0, digits = 0, points = 0;
    for (; i < check->n && (ll_is_digit(ll_meant(&check->c[i])) || check->c[i].cp == '.' || check->c[i].cp == ',');
         i++) {
        if (ll_is_digit(ll_meant(&check->c[i])))
            digits++;
        else
            points++;
    }
    if (!digits || points > 1 || i + 2 >= check->n || (ll_meant(&check->c[i]) | 32) != 'e')
        return 0;
    for (i += check->c[i + 1].cp == '+' ? 2 : 1, digits = 0; i < check->n && ll_is_digit(ll_meant(&check->c[i])); i++)
        digits++;
    return i == check->n && digits && digits <= 2;
}

/* Is there any sign that may stand for a hidden character? */
static int may_be_masked(const struct ll_check *check) {
    return ll_may_have(check, check->policy->digits_only ? "*xX#?_" : "*") ||
           ll_may_have_category(check, mask_categories);
}

int loginlint__lost(struct ll_check *check) {
    uint32_t from = 0, to = check->n, run, code = LOGINLINT_CODE_MASKED_VALUE;
    if (check->no_fixes || (!check->policy->digits_only && !may_be_masked(check)))
        return 0;
    if (check->policy->digits_only) {
        if (is_rounded(check))
            code = LOGINLINT_CODE_LOST_DIGITS;
        else if ((!may_be_masked(check) || !is_masked_number(check)) && !is_end_of_card(check))
            return 0;
    } else {
        run = masked_run(check, &from);
        if (!run || !is_masked_text(check, from, run))
            return 0;
        to = from + run;
    }
    loginlint__settle(check);
    loginlint__add(check, LL_FINDING(code, LOGINLINT_SEVERITY_ERROR, 90, LL_INVALID) | loginlint__broken_outcome(check),
                   from, to, 0);
    return 1;
}

int loginlint__lost_zero(struct ll_check *check, uint32_t count) {
    const struct ll_policy *policy = check->policy;
    uint32_t i;
    if (policy->field != LOGINLINT_FIELD_LOGIN_ID || policy->luhn || ll_may_go_on(check) ||
        policy->min_length != policy->max_length || count + 1 != policy->min_length)
        return 0;
    for (i = 0; i < check->n && !ll_is_digit(ll_meant(&check->c[i])); i++)
        ;
    if (check->context->entry < 2 && policy->kind != LL_KIND_PHONE)
        return 0; /* typed, another digit may be missing as well */
    if (i == check->n || ll_meant_length(&check->c[i]) != 1 || ll_meant(&check->c[i]) == '0')
        return 0;
    ll_mark(check, &check->c[i], LL_M_LOST_DIGITS);
    check->c[i].fix[1] = (uint8_t)ll_meant(&check->c[i]);
    loginlint__edit(check, &check->c[i], '0', LOGINLINT_LEVEL_ASK);
    check->c[i].length = 2;
    return 1;
}
