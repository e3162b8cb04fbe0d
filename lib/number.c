/* number.c - rules that every field of digits shares.
 *
 * In: characters after fold.c.  Out: the digits as one string, and marks on what is none.  A number is never repaired
 * from its check digit: a failing 16-digit number has exactly 16 single-digit repairs.
 */
#include "number.h"
#include "diag.h"
#include "fold.h"
#include "forget.h"
#include "group.h"
#include "size.h"

/* Letters and signs that are typed or read for a digit. */
static uint32_t lookalike_digit(uint32_t cp) {
    static const uint8_t pairs[][2] = {{'O', '0'}, {'o', '0'}, {'I', '1'}, {'l', '1'}, {'|', '1'},
                                       {'Z', '2'}, {'z', '2'}, {'S', '5'}, {'s', '5'}, {'B', '8'}};
    uint32_t i;
    for (i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i][0] == cp)
            return pairs[i][1];
    return cp == 0x3007 ? '0' : 0;
}

/* What the character resembles: itself, its ASCII reading, or the Latin letter that a letter of another script shows.
 */
static uint32_t seen_as(const struct ll_char *c) {
    struct ll_fold fold;
    if (c->level == LOGINLINT_LEVEL_NONE && c->klass == LL_LETTER && ll_fold(c->cp, &fold) && fold.length == 1)
        return fold.text[0];
    return ll_meant(c);
}

int ll_has(const struct ll_check *check, uint32_t cp) {
    uint32_t i;
    for (i = 0; i < check->n; i++)
        if (ll_meant(&check->c[i]) == cp)
            return 1;
    return 0;
}

int ll_is_address(const struct ll_check *check) {
    uint32_t i;
    if (!ll_has(check, '@'))
        return 0;
    for (i = 0; i < check->n; i++) {
        uint32_t cp = ll_meant(&check->c[i]), klass = check->c[i].klass;
        if (ll_is_upper(cp) || ll_is_lower(cp) || klass == LL_KANA || klass == LL_HAN || klass == LL_LETTER)
            return 1;
    }
    return 0;
}

/* From the right, a word at a time: every second digit counts double, and a sum of two digits for it. */
int ll_luhn(const uint8_t *digit, uint32_t count) {
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
    ll_forget(&x);
    for (; i; i--) {
        uint32_t d = digit[i - 1] & 15u;
        if ((count - i) & 1)
            d = d < 5 ? 2 * d : 2 * d - 9;
        sum += d;
    }
    return sum % 10 == 0;
}

/* Separators that people write between digits and that no policy ignores. */
static int is_other_separator(const struct ll_check *check, uint32_t cp) {
    if (cp == '.' || cp == '_' || cp == '/' || cp == ',')
        return 1;
    return check->policy->kind == LL_KIND_PHONE && (cp == '(' || cp == ')');
}

/* What a separator stands between.  Kept while the characters are read in order, so that each is passed over once: a
 * value may be nothing but separators. */
struct beside {
    uint32_t next; /* the first character after a run of those to pass over; valid while it lies after the one read */
    int digit;     /* the last one before was a digit */
};

static int is_passed_over(const struct ll_check *check, uint32_t i) {
    uint32_t cp = ll_meant(&check->c[i]);
    return !cp || cp == ' ' || cp == '-' || check->c[i].klass == LL_SPACE || is_other_separator(check, cp);
}

static int digit_after(const struct ll_check *check, struct beside *beside, uint32_t i) {
    if (beside->next <= i)
        for (beside->next = i + 1; beside->next < check->n && is_passed_over(check, beside->next);)
            beside->next++;
    return beside->next < check->n && ll_is_digit(ll_meant(&check->c[beside->next]));
}

static void not_a_digit(struct ll_check *check, struct ll_number *number, struct beside *beside, uint32_t i) {
    struct ll_char *c = &check->c[i];
    uint32_t cp = ll_meant(c), digit = lookalike_digit(seen_as(c));
    int phone = check->policy->kind == LL_KIND_PHONE;
    if (phone && cp == '+' && number->count + number->junk == 0)
        return;
    if (digit) {
        ll_mark(check, c, LL_M_LOOKALIKE_DIGIT);
        if (number->count < LL_NUMBER_MAX)
            number->digit[number->count] = (uint8_t)(digit - '0');
        number->count++;
        number->lookalikes++;
        return;
    }
    if (c->klass == LL_KANA || c->klass == LL_HALF_KANA || c->klass == LL_HAN || c->klass == LL_HANGUL ||
        c->klass == LL_LETTER) {
        number->junk++; /* script.c says what happened */
        return;
    }
    if (c->found & LL_BIT(LL_M_CONTROL_CHARACTER))
        return;
    ll_mark(check, c, LL_M_NOT_ALLOWED);
    if (is_other_separator(check, cp) && (beside->digit || (phone && cp == '(')) && digit_after(check, beside, i))
        ll_edit(check, c, 0, LOGINLINT_LEVEL_ASK);
    else
        number->junk++;
}

void ll_number_read(struct ll_check *check, struct ll_number *number, const uint8_t *groups, uint32_t group_count) {
    struct beside beside = {0, 0};
    uint32_t i;
    number->count = number->lookalikes = number->junk = 0;
    __builtin_memset(number->digit, 0, sizeof number->digit);
    ll_group(check, groups, group_count);
    for (i = 0; i < check->n; i++) {
        uint32_t cp = ll_meant(&check->c[i]);
        if (i > 0 && !is_passed_over(check, i - 1))
            beside.digit = ll_is_digit(ll_meant(&check->c[i - 1]));
        if (!ll_is_payload(check, i))
            continue;
        if (!ll_is_digit(cp)) {
            not_a_digit(check, number, &beside, i);
            continue;
        }
        if (number->count < LL_NUMBER_MAX)
            number->digit[number->count] = (uint8_t)(cp - '0');
        number->count++;
    }
}

void ll_number_repair(struct ll_check *check) {
    struct ll_char *c, *end = check->c + check->n;
    for (c = check->c; c < end; c++)
        if (c->found & LL_BIT(LL_M_LOOKALIKE_DIGIT)) {
            ll_edit(check, c, lookalike_digit(seen_as(c)), LOGINLINT_LEVEL_ASK);
            c->table = LOGINLINT_TABLE_LOOKALIKE;
        }
}

void ll_number_length(struct ll_check *check, const struct ll_number *number, uint32_t min, uint32_t max) {
    if (check->whole)
        return; /* what was meant has another length */
    if (number->count + number->junk < min)
        ll_too_short(check, min);
    else if (number->count + number->junk > max)
        ll_too_long(check, max);
}

void ll_number_rules(struct ll_check *check) {
    const struct ll_policy *policy = check->policy;
    struct ll_number number;
    if (ll_is_address(check)) {
        ll_wrong_field(check);
        return;
    }
    ll_number_read(check, &number, policy->groups, policy->group_count);
    if (number.count + number.junk == 0 && !check->whole) {
        ll_empty(check);
    } else {
        int fits = number.count >= policy->min_length && number.count <= policy->max_length && number.junk == 0;
        int luhn = !policy->luhn || number.count > LL_NUMBER_MAX || ll_luhn(number.digit, number.count);
        ll_number_length(check, &number, policy->min_length, policy->max_length);
        if (fits && luhn)
            ll_number_repair(check);
        else if (fits)
            ll_checksum(check);
    }
    loginlint_wipe(&number, sizeof number);
}
