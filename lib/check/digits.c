/* SPDX-License-Identifier: MIT */
/* digits.c - rules that every field of digits shares; a PIN has no other.
 *
 * In: characters after fold.c.  Out: the digits as one string, and marks on what is none.  A number is never repaired
 * from its check digit: a failing 16-digit number has exactly 16 single-digit repairs.
 */
#include "check/digits.h"
#include "check/composition.h"
#include "check/findings.h"
#include "check/fold.h"
#include "check/lost.h"
#include "check/phone.h"
#include "check/separators.h"
#include <stddef.h>

uint32_t loginlint__lookalike_digit(uint32_t cp) {
    static const uint16_t shape[] = {'O', 'o', 'I', 'l',    '|',   'Z',   'z',
                                     'S', 's', 'B', 0x3007, 0x417, 0x437, 0x431}; /* Cyrillic ze and be: UTS #39 */
    static const uint8_t digit[sizeof shape / 2] = {'0', '0', '1', '1', '1', '2', '2',
                                                    '5', '5', '8', '0', '3', '3', '6'};
    uint32_t i;
    for (i = 0; i < sizeof digit; i++)
        if (shape[i] == cp)
            return digit[i];
    return 0;
}

/* What the character resembles: itself, its ASCII form, or the Latin letter that a letter of another script shows.
 */
static uint32_t seen_as(const struct ll_char *c) {
    struct ll_fold fold;
    if (c->level == LOGINLINT_LEVEL_NONE && c->category == LL_LETTER && loginlint__fold_of(c->cp, c->category, &fold))
        return fold.text[0];
    return ll_meant(c);
}

int loginlint__has(const struct ll_check *check, char sign) {
    static const uint32_t fold_to_ascii = 1u << LL_SYMBOL | 1u << LL_QUOTE | 1u << LL_COMPAT | 1u << LL_LETTER;
    const char signs[] = {sign, 0};
    const struct ll_char *c, *end = check->c + check->n;
    if (!ll_may_have(check, signs) && !ll_may_have_category(check, fold_to_ascii))
        return 0;
    for (c = check->c; c < end; c++)
        if (ll_meant(c) == (uint8_t)sign)
            return 1;
    return 0;
}

/* An @ and a letter; before the @ something on its line, where there are digits: @example.com #123456 is a one-time
 * code and who sent it. */
int loginlint__is_address(const struct ll_check *check) {
    const uint32_t scripts = 1u << LL_KANA | 1u << LL_HAN | 1u << LL_LETTER;
    const struct ll_char *c, *end = check->c + check->n;
    int letters = 0, digits = 0, inside = 0, before = 0;
    if (!loginlint__has(check, '@'))
        return 0;
    for (c = check->c; c < end; c++) {
        uint32_t cp = ll_meant(c);
        int letter = ll_is_upper(cp) || ll_is_lower(cp) || scripts >> c->category & 1;
        inside |= cp == '@' && before;
        digits |= ll_is_digit(cp);
        letters |= letter;
        before = c->cp != '\n' && (before || letter || ll_is_digit(cp));
    }
    return letters && (inside || !digits);
}

/* From the right, a word at a time: every second digit counts double, and a sum of two digits for it. */
int loginlint__luhn(const uint8_t *digit, uint32_t count) {
    static const uint8_t second[8] = {15, 0, 15, 0, 15, 0, 15, 0}, first[8] = {0, 15, 0, 15, 0, 15, 0, 15};
    enum { WORD = sizeof(size_t) };
    size_t ones = SIZE_MAX / 255, x, twice, singles, doubles;
    uint32_t sum = 0, i = count;
    __builtin_memcpy(&doubles, second, WORD);
    __builtin_memcpy(&singles, first, WORD);
    for (; i >= WORD; i -= WORD) {
        __builtin_memcpy(&x, digit + i - WORD, WORD);
        twice = (x & doubles) << 1;
        twice -= ((twice + 118 * ones) >> 7 & ones) * 9; /* 118 + 10 sets the high bit */
        sum += (uint32_t)(((x & singles) + twice) * ones >> (8 * WORD - 8));
    }
    for (; i; i--) {
        uint32_t d = digit[i - 1] & 15u;
        if ((count - i) & 1)
            d = d < 5 ? 2 * d : 2 * d - 9;
        sum += d;
    }
    return sum % 10 == 0;
}

int loginlint__number_luhn(const struct ll_number *number) {
    return number->count > LL_NUMBER_MAX || loginlint__luhn(number->digit, number->count);
}

/* What a separator stands between.  Kept while the characters are read in order, so that each is passed over once: a
 * value may be nothing but separators. */
struct beside {
    const struct ll_char
        *next; /* the first after a run of those to pass over; valid while it lies after the one read */
    int digit; /* the last one before was a digit */
};

static int is_passed_over(const struct ll_check *check, const struct ll_char *c) {
    uint32_t cp = ll_meant(c);
    return !cp || cp == '-' || cp == '+' || loginlint__is_other_separator(check, cp);
}

static int digit_after(const struct ll_check *check, struct beside *beside, const struct ll_char *c) {
    const struct ll_char *end = check->c + check->n;
    if (beside->next <= c)
        for (beside->next = c + 1; beside->next < end && is_passed_over(check, beside->next);)
            beside->next++;
    return beside->next < end && ll_is_digit(ll_meant(beside->next));
}

static void add_digit(struct ll_number *number, uint32_t digit) {
    if (number->count < LL_NUMBER_MAX)
        number->digit[number->count] = (uint8_t)(digit - '0');
    number->count++;
}

static void not_a_digit(struct ll_check *check, struct ll_number *number, struct beside *beside, struct ll_char *c) {
    const uint32_t scripts = 1u << LL_KANA | 1u << LL_HALF_KANA | 1u << LL_HAN | 1u << LL_HANGUL | 1u << LL_LETTER;
    uint32_t cp = ll_meant(c), digit = ll_meant_length(c) > 1 ? 0 : loginlint__lookalike_digit(seen_as(c));
    int phone = check->policy->kind == LL_KIND_PHONE;
    if (phone && cp == '+' && number->count + number->junk == 0) {
        if (number->plus++) {
            ll_mark(check, c, LL_M_NOT_ALLOWED);
            loginlint__edit(check, c, 0, LOGINLINT_LEVEL_ASK);
        }
        return;
    }
    if (digit) {
        ll_mark(check, c, LL_M_LOOKALIKE_DIGIT);
        add_digit(number, digit);
        number->lookalikes++;
        return;
    }
    if (scripts >> c->category & 1) {
        number->junk++; /* script.c says what happened */
        return;
    }
    ll_mark(check, c, LL_M_NOT_ALLOWED);
    if ((cp == '+' || loginlint__is_other_separator(check, cp)) &&
        (beside->digit || (phone && (cp == '(' || cp == '['))) && digit_after(check, beside, c))
        loginlint__edit(check, c, 0, LOGINLINT_LEVEL_ASK);
    else
        number->junk++;
}

void loginlint__number_read(struct ll_check *check, struct ll_number *number, const uint8_t *groups,
                            uint32_t group_count) {
    struct ll_char *c, *end = check->c + check->n;
    struct beside beside = {check->c, 0};
    uint32_t k;
    __builtin_memset(number, 0, sizeof *number);
    loginlint__group(check, groups, group_count);
    for (c = check->c; c < end; c++) {
        uint32_t cp = ll_meant(c);
        int digit = ll_is_digit(cp);
        if (digit && !(c->found & LL_BIT(LL_M_NOT_ALLOWED))) {
            add_digit(number, cp);
            for (k = 1; k < ll_meant_length(c); k++) /* U+2469 is 10 */
                add_digit(number, c->fix[k]);
        } else if (loginlint__is_payload(check, c)) {
            not_a_digit(check, number, &beside, c);
        }
        if (digit || !is_passed_over(check, c))
            beside.digit = ll_is_digit(ll_meant(c));
    }
}

void loginlint__number_repair(struct ll_check *check) {
    struct ll_char *c, *end = check->c + check->n;
    for (c = check->c; c < end; c++)
        if (c->found & LL_BIT(LL_M_LOOKALIKE_DIGIT)) {
            loginlint__edit(check, c, loginlint__lookalike_digit(seen_as(c)), LOGINLINT_LEVEL_ASK);
            c->table = LOGINLINT_TABLE_LOOKALIKE;
            c->operation = LOGINLINT_OPERATION_DIGIT;
        }
}

void loginlint__number_slip(struct ll_check *check, struct ll_number *number, int complete) {
    struct ll_char *c, *end = check->c + check->n;
    for (c = check->c; number->junk == 1 && complete && c < end; c++)
        if (c->category == LL_ASCII && ll_is_letter(c->cp) && c->found & LL_BIT(LL_M_NOT_ALLOWED) &&
            c->level == LOGINLINT_LEVEL_NONE) {
            loginlint__edit(check, c, 0, LOGINLINT_LEVEL_ASK);
            number->junk = 0;
        }
}

int loginlint__is_expiry(const struct ll_check *check) {
    uint32_t i, digits = 0, stroke = 0, month = 0;
    for (i = 0; i < check->n; i++) {
        uint32_t cp = ll_meant(&check->c[i]);
        if (ll_is_digit(cp) && !stroke)
            month = month * 10 + (cp - '0');
        if (ll_is_digit(cp))
            digits++;
        else if (cp == '/' && !stroke)
            stroke = digits;
        else if (cp && cp != ' ')
            return 0;
    }
    return digits == 4 && stroke == 2 && month >= 1 && month <= 12;
}

void loginlint__number_rules(struct ll_check *check) {
    const struct ll_policy *policy = check->policy;
    struct ll_number number;
    uint32_t count;
    if (policy->field != LOGINLINT_FIELD_PASSWORD && loginlint__is_address(check)) {
        loginlint__wrong_field(check);
        return;
    }
    loginlint__phone_extension(check);
    loginlint__number_read(check, &number, policy->groups, policy->group_count);
    loginlint__number_slip(check, &number,
                           policy->min_length == policy->max_length && number.count == policy->min_length);
    count = number.count - loginlint__phone(check, &number) + number.junk;
    if (!number.junk && loginlint__lost_zero(check, count))
        count++;
    loginlint__size_rules(check, count);
    if (count && !number.junk && count >= policy->min_length && count <= policy->max_length) {
        if (!policy->luhn || loginlint__number_luhn(&number))
            loginlint__number_repair(check);
        else
            loginlint__checksum(check);
    }
}

int loginlint__number_passes(const struct ll_policy *policy) {
    return !policy->luhn;
}
