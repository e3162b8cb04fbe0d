/* SPDX-License-Identifier: MIT */
/* fold.c - one pass over the characters: each one's own findings and its edit.
 *
 * In: characters with category and script, and the policy.  Out: marks and edits.  What a category calls for stands in
 * one table; a category whose answer needs the neighbours (spaces, dashes, letters of other scripts) is left to the
 * function named beside it.  Safe edits lead to ASCII that this pass leaves alone, so that folding the folded value
 * changes nothing (tests/check_laws.c).
 */
#include "check/fold.h"
#include "check/findings.h"

static int is_space(const struct ll_char *c) {
    return ll_is_white(c->cp, c->category);
}

static int is_unseen(const struct ll_char *c) {
    return c->category == LL_INVISIBLE || c->category == LL_BIDI;
}

/* What may come off an end together with the spaces: what cannot be seen, and the separators of a structured value. */
static int is_loose(const struct ll_check *check, const struct ll_char *c) {
    if (check->structured &&
        (c->cp == '-' || c->cp == 0xFF0D || c->category == LL_DASH || c->category == LL_LONG_VOWEL))
        return 1;
    return is_space(c) || is_unseen(c);
}

/* Is all from here on spaces, one at least, as the space bar gives them? */
static int are_spaces(const struct ll_check *check, uint32_t from) {
    uint32_t i = from;
    while (i < check->n && check->c[i].category == LL_SPACE)
        i++;
    return i == check->n && i > from;
}

/* May a space stand inside the value? */
static int takes_spaces(const struct ll_check *check) {
    return ll_set_has(&check->policy->allowed, ' ') && !check->structured;
}

/* Phones make a full stop and a space of two spaces: the full stop was not typed either. */
static int is_doubled_space(const struct ll_check *check, uint32_t to) {
    return check->context->keyboard == 2 && to > 1 && to + 1 == check->n && check->c[to].category == LL_SPACE &&
           check->c[to - 1].cp == '.' && check->c[to - 2].cp != '.';
}

/* Marks the spaces at both ends, looking through all that may come off, so that removing it leaves no new end.  A
 * nickname keeps none there, whatever `spaces` says (RFC 8266, section 2.1). */
static void edges(struct ll_check *check) {
    uint32_t from = 0, to = check->n, i, last = check->n, level = LOGINLINT_LEVEL_SAFE;
    if ((check->policy->spaces == LL_SPACES_KEEP && check->policy->profile != LL_PROFILE_NICKNAME) ||
        !(check->categories & (1u << LL_SPACE | 1u << LL_WIDE_SPACE | 1u << LL_CONTROL)))
        return;
    while (from < to && is_loose(check, &check->c[from]))
        from++;
    while (to > from && is_loose(check, &check->c[to - 1]))
        to--;
    if (from < to && ll_may_go_on(check) && takes_spaces(check) && !check->context->failures && are_spaces(check, to)) {
        loginlint__add(check,
                       LL_FINDING(LOGINLINT_CODE_EDGE_SPACE, LOGINLINT_SEVERITY_INFO, 95, LL_INCOMPLETE | LL_INVALID),
                       to, check->n, 0); /* the next word may come */
        last = to;
    } else if (is_doubled_space(check, to)) {
        to--;
        level = LOGINLINT_LEVEL_ASK;
    }
    for (i = 0; i < last; i++) {
        if (i == from)
            i = to;
        if (i < last && (is_space(&check->c[i]) || (i == to && level == LOGINLINT_LEVEL_ASK))) {
            ll_mark(check, &check->c[i], LL_M_EDGE_SPACE);
            loginlint__edit(check, &check->c[i], 0, i < from ? LOGINLINT_LEVEL_SAFE : level);
        }
    }
}

/* Is the character before, but for what cannot be seen, a space as well? */
static int follows_space(const struct ll_check *check, const struct ll_char *c) {
    while (c > check->c && is_unseen(c - 1))
        c--;
    return c > check->c && (c[-1].category == LL_SPACE || c[-1].category == LL_WIDE_SPACE);
}

/* A space inside: ignored in a structured value, one of a run in a nickname, else as the policy has it. */
static void inner_space(struct ll_check *check, struct ll_char *c) {
    int allowed = takes_spaces(check);
    if (c->found & LL_BIT(LL_M_EDGE_SPACE))
        return;
    if (allowed && check->policy->profile == LL_PROFILE_NICKNAME && follows_space(check, c)) {
        ll_mark(check, c, LL_M_INNER_SPACE);
        loginlint__edit(check, c, 0, LOGINLINT_LEVEL_SAFE);
        return;
    }
    if (c->category == LL_WIDE_SPACE && (!check->policy->allowed.unicode || c->cp != 0x3000)) {
        ll_mark(check, c, LL_M_UNUSUAL_SPACE);
        if (allowed)
            loginlint__edit(check, c, ' ', LOGINLINT_LEVEL_SAFE);
    }
    if (allowed)
        return;
    if (check->structured) {
        ll_mark(check, c, LL_M_SEPARATOR);
        loginlint__edit(check, c, 0, LOGINLINT_LEVEL_SAFE);
    } else {
        ll_mark(check, c, LL_M_INNER_SPACE);
        loginlint__edit(check, c, 0, LOGINLINT_LEVEL_ASK);
    }
}

static void control(struct ll_check *check, struct ll_char *c) {
    if (c->found & LL_BIT(LL_M_EDGE_SPACE))
        return;
    if (check->structured &&
        ll_is_white_control(c->cp)) { /* TAB and ends of lines between digits, as a table brings them */
        ll_mark(check, c, LL_M_SEPARATOR);
        loginlint__edit(check, c, 0, LOGINLINT_LEVEL_SAFE);
        return;
    }
    ll_mark(check, c, LL_M_CONTROL_CHARACTER);
    loginlint__edit(check, c, 0, LOGINLINT_LEVEL_ASK);
}

uint32_t loginlint__fitting_case(const struct ll_policy *policy, uint32_t cp) {
    uint32_t other = ll_swap_case(cp);
    if (policy->letter_case == LL_LOWER)
        return ll_lower(cp);
    if (policy->letter_case == LL_UPPER)
        return ll_is_lower(cp) ? other : cp;
    return !ll_set_has(&policy->allowed, cp) && ll_set_has(&policy->allowed, other) ? other : cp;
}

void loginlint__fit(struct ll_check *check, struct ll_char *c, uint32_t cp) {
    uint32_t fitting = loginlint__fitting_case(check->policy, cp);
    if (check->structured && (cp == '-' || (check->policy->digits_only && !ll_is_digit(cp))))
        return; /* separators.c and digits.c decide */
    if (fitting != cp) {
        ll_mark(check, c, LL_M_LETTER_CASE);
        cp = fitting;
        loginlint__edit(check, c, cp, c->level > LOGINLINT_LEVEL_SAFE ? c->level : LOGINLINT_LEVEL_SAFE);
        c->operation = ll_is_lower(cp) ? LOGINLINT_OPERATION_LOWER : LOGINLINT_OPERATION_UPPER;
    }
    if (!ll_set_has(&check->policy->allowed, cp))
        ll_mark(check, c, LL_M_NOT_ALLOWED);
}

/* An ASCII character that the policy takes as it is: most of most values. */
static int is_plain(const struct ll_check *check, uint32_t cp) {
    return cp > 0x20 && cp < 0x7F && (check->policy->allowed.bits[cp >> 5] >> (cp & 31) & 1) &&
           (ll_is_digit(cp) || (!check->structured && check->policy->letter_case == LL_PRESERVE));
}

/* What a category calls for: the mark, and what else. */
enum call {
    CALL_NOTHING,
    CALL_MARK,
    CALL_MARK_IN_ASCII /* where the policy does not take every character */,
    CALL_REMOVE,
    CALL_FOLD /* to ASCII, trusted as far as the policy's `fold` says */,
    CALL_FOLD_ASK /* to ASCII, on consent */
};

struct category_rule {
    uint8_t mark;
    uint8_t call;
    uint8_t under_unicode; /* folds also where the policy takes every character */
};

static const struct category_rule rules[LL_CATEGORIES] = {
    [LL_UNASSIGNED] = {LL_M_UNASSIGNED, CALL_MARK, 0},
    [LL_INVISIBLE] = {LL_M_INVISIBLE_CHARACTER, CALL_REMOVE, 0},
    [LL_BIDI] = {LL_M_BIDI_CONTROL, CALL_REMOVE, 0},
    [LL_FULLWIDTH] = {LL_M_FULLWIDTH_FORM, CALL_FOLD, 1},
    [LL_SYMBOL] = {LL_M_FULLWIDTH_FORM, CALL_FOLD, 0},
    [LL_DASH] = {LL_M_DASH_LOOKALIKE, CALL_FOLD, 0},
    [LL_LONG_VOWEL] = {LL_M_DASH_LOOKALIKE, CALL_FOLD, 0},
    [LL_QUOTE] = {LL_M_SMART_PUNCTUATION, CALL_FOLD_ASK, 0},
    [LL_YEN] = {LL_M_YEN_BACKSLASH, CALL_FOLD_ASK, 0},
    [LL_DIGIT] = {LL_M_FOREIGN_DIGIT, CALL_FOLD_ASK, 0},
    [LL_COMPAT] = {LL_M_COMPATIBILITY_FORM, CALL_FOLD_ASK, 0},
    [LL_MARK] = {LL_M_NOT_ALLOWED, CALL_MARK_IN_ASCII, 0},
    [LL_OTHER] = {LL_M_NOT_ALLOWED, CALL_MARK_IN_ASCII, 0},
    [LL_PRIVATE] = {LL_M_NOT_ALLOWED, CALL_MARK, 0},
    [LL_BAD] = {LL_M_INVALID_ENCODING, CALL_MARK, 0},
};

/* A dash by its code: U+FF0D is the full-width form of the key itself, and phones turn -- into U+2013 and U+2014. */
static uint32_t mark_of(const struct ll_check *check, const struct ll_char *c, uint32_t mark) {
    if (c->cp == 0xFF0D)
        return LL_M_FULLWIDTH_FORM;
    if ((c->cp == 0x2013 || c->cp == 0x2014) && check->policy->field == LOGINLINT_FIELD_PASSWORD)
        return LL_M_SMART_PUNCTUATION;
    return mark;
}

/* U+3002 and U+FF61 behind an @, between the labels of a domain (UTS #46, section 2.3). */
static int is_label_stop(const struct ll_check *check, const struct ll_char *c) {
    return (c->cp == 0x3002 || c->cp == 0xFF61) && c > check->c + check->at;
}

/* The first @; the end where there is none. */
static uint32_t first_at(const struct ll_check *check) {
    uint32_t i = 0;
    while (i < check->n && check->c[i].cp != '@' && check->c[i].cp != 0xFF20)
        i++;
    return i;
}

/* A middle dot inside an address: the key is that of the stroke, but what was meant is a full stop. */
static int is_dot_of_address(const struct ll_check *check, const struct ll_char *c) {
    return ll_is_middle_dot(c->cp) && check->policy->field == LOGINLINT_FIELD_LOGIN_ID && !check->structured &&
           first_at(check) < check->n;
}

static void fold_to_ascii(struct ll_check *check, struct ll_char *c, const struct category_rule *rule) {
    struct ll_fold fold = {{(uint8_t)(c->cp - 0xFEE0)}, 1, LL_FOLD_KEYSTROKE, 0}; /* of a full-width form */
    uint32_t level = rule->call == CALL_FOLD ? check->width_level : LOGINLINT_LEVEL_ASK, k;
    if (check->policy->allowed.unicode &&
        ((!rule->under_unicode && c->cp != 0xFF0D && !is_label_stop(check, c)) || check->policy->fold == LL_FOLD_OFF))
        return;                                                                             /* taken as it is */
    if (ll_is_middle_dot(c->cp) && c->category == LL_QUOTE && check->policy->digits_only) { /* it separates digits */
        ll_mark(check, c, LL_M_NOT_ALLOWED);
        return;
    }
    ll_mark(check, c, (enum ll_mark)mark_of(check, c, rule->mark));
    if ((c->category != LL_FULLWIDTH && !loginlint__fold_of(c->cp, c->category, &fold)) ||
        (check->policy->fold == LL_FOLD_OFF && rule->call == CALL_FOLD)) {
        ll_mark(check, c, LL_M_NOT_ALLOWED);
        return;
    }
    if (is_dot_of_address(check, c)) {
        fold.text[0] = '.';
        level = LOGINLINT_LEVEL_ASK;
    }
    loginlint__edit(check, c, fold.text[0], level);
    __builtin_memcpy(c->fix, fold.text, sizeof c->fix);
    c->length = fold.length;
    c->table = fold.table;
    c->operation = LOGINLINT_OPERATION_FOLD;
    if (check->policy->digits_only && ll_is_digit(fold.text[0]) && fold.text[c->length - 1] == '.')
        c->length--; /* U+2488, the digit with a full stop */
    if (c->length == 1) {
        if (!is_plain(check, fold.text[0]))
            loginlint__fit(check, c, fold.text[0]);
    } else {
        for (k = 0; k < c->length; k++)
            if (!ll_set_has(&check->policy->allowed, fold.text[k]))
                ll_mark(check, c, LL_M_NOT_ALLOWED);
    }
}

/* U+200C and U+200D where RFC 5892 A.1 and A.2 could permit them: behind a letter, and its marks, of a script that
 * joins its letters or has conjuncts.  Whether they do is the companion's matter. */
static int may_join(const struct ll_check *check, const struct ll_char *c) {
    const struct ll_char *base = c;
    if ((c->cp != 0x200C && c->cp != 0x200D) || !check->policy->allowed.unicode)
        return 0;
    while (base > check->c && base[-1].category == LL_MARK && base[-1].script != LL_GREEK) /* U+0345 becomes a letter */
        base--;
    return base > check->c && base[-1].category == LL_LETTER &&
           (base[-1].script == LL_ARABIC || base[-1].script == LL_OTHER_SCRIPT);
}

/* The key around a keycap digit, and the selector before it. */
static int is_keycap(const struct ll_check *check, const struct ll_char *c) {
    return c->cp == 0x20E3 || (c->cp == 0xFE0F && c + 1 < check->c + check->n && c[1].cp == 0x20E3);
}

static void one(struct ll_check *check, struct ll_char *c) {
    const struct category_rule *rule = &rules[c->category];
    if (may_join(check, c))
        return;
    if (c->category == LL_ASCII) {
        loginlint__fit(check, c, c->cp);
    } else if (c->category == LL_SPACE || c->category == LL_WIDE_SPACE) {
        inner_space(check, c);
    } else if (c->category == LL_CONTROL) {
        control(check, c);
    } else if (rule->call >= CALL_FOLD) {
        fold_to_ascii(check, c, rule);
    } else if (is_keycap(check, c) && !check->policy->allowed.unicode) {
        ll_mark(check, c, LL_M_COMPATIBILITY_FORM);
        loginlint__edit(check, c, 0, LOGINLINT_LEVEL_ASK);
    } else if (rule->call != CALL_MARK_IN_ASCII || !check->policy->allowed.unicode) {
        ll_mark(check, c, (enum ll_mark)rule->mark);
        if (rule->call == CALL_REMOVE)
            loginlint__edit(check, c, 0, LOGINLINT_LEVEL_SAFE);
    }
}

/* U+30FC and U+FF70 are a hyphen when every neighbour they have is ASCII, full-width ASCII or another dash, and a long
 * vowel beside kana or kanji.  A run of them is judged by what stands at its two ends; what cannot be seen is skipped.
 */
static int is_japanese(const struct ll_char *c) {
    return c->category == LL_KANA || c->category == LL_HALF_KANA || c->category == LL_HAN;
}

static void long_vowels(struct ll_check *check) {
    uint32_t i = 0;
    while (i < check->n) {
        uint32_t from = i, to, k;
        int japanese;
        if (check->c[i].category != LL_LONG_VOWEL) {
            i++;
            continue;
        }
        while (i < check->n && (check->c[i].category == LL_LONG_VOWEL || is_unseen(&check->c[i])))
            i++;
        to = i;
        for (k = from; k > 0 && is_unseen(&check->c[k - 1]);)
            k--;
        japanese = (k > 0 && is_japanese(&check->c[k - 1])) || (to < check->n && is_japanese(&check->c[to]));
        for (k = from; japanese && k < to; k++)
            if (check->c[k].category == LL_LONG_VOWEL)
                check->c[k].category = check->c[k].cp == 0xFF70 ? LL_HALF_KANA : LL_KANA;
        check->categories |= japanese ? 1u << LL_KANA : 0;
    }
}

/* Categories that script.c judges as a whole. */
static int is_script(uint32_t category) {
    static const uint32_t scripts =
        1u << LL_KANA | 1u << LL_HALF_KANA | 1u << LL_HAN | 1u << LL_HANGUL | 1u << LL_LETTER;
    return (int)(scripts >> category & 1);
}

/* May the value be an address in any script, with full stops of an input method? */
static int may_have_label_stops(const struct ll_check *check) {
    const struct ll_policy *policy = check->policy;
    return policy->allowed.unicode && policy->field == LOGINLINT_FIELD_LOGIN_ID && policy->kind != LL_KIND_NAME &&
           check->categories & 1u << LL_SYMBOL;
}

void loginlint__fold_value(struct ll_check *check) {
    struct ll_char *c, *end = check->c + check->n;
    check->at = may_have_label_stops(check) ? first_at(check) : check->n;
    if (check->categories & 1u << LL_LONG_VOWEL)
        long_vowels(check);
    edges(check);
    for (c = check->c; c < end; c++)
        if (!is_script(c->category) && !is_plain(check, c->cp))
            one(check, c);
}
