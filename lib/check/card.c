/* SPDX-License-Identifier: MIT */
/* card.c - the card number: brand, length, check digit, groups for display.
 *
 * In: characters after fold.c.  Out: findings, the report's brand and display.  Brands are data (brands.def).  A number
 * that is still shorter than its brand's usual length is unfinished, whatever its check digit says.  Digits are bytes
 * whose low four bits count: 0-9 and '0'-'9' alike.
 */
#include "check/card.h"
#include "check/composition.h"
#include "check/digits.h"
#include "check/fields.h"
#include "check/findings.h"
#include "check/fold.h"

#define L(n) (1u << (n))

#define SHORTEST 12 /* no scheme issues fewer digits */

struct brand {
    uint8_t lengths; /* bits from SHORTEST on */
    uint8_t usual, luhn, groups[5];
};

static const struct brand brand_table[] = {
    [LOGINLINT_BRAND_NONE] = {255, 16, 1, {4, 4, 4, 4, 4}},
#define BRAND(name, lengths, usual, luhn, g1, g2, g3, g4, g5)                                                          \
    [LOGINLINT_BRAND_##name] = {(lengths) >> SHORTEST, usual, luhn, {g1, g2, g3, g4, g5}},
#include "check/brands.def"
};

/* The first eight digits that a range covers, and how many of them it names. */
struct range {
    uint32_t from, to;
    uint8_t digits, brand;
};
enum { NAMED = 8 };

#define SCALE(digits)                                                                                                  \
    ((digits) == 1   ? 10000000                                                                                        \
     : (digits) == 2 ? 1000000                                                                                         \
     : (digits) == 3 ? 100000                                                                                          \
     : (digits) == 4 ? 10000                                                                                           \
     : (digits) == 5 ? 1000                                                                                            \
     : (digits) == 6 ? 100                                                                                             \
     : (digits) == 7 ? 10                                                                                              \
                     : 1)
#define COVERS(name, digits, from, to)                                                                                 \
    {(from)*SCALE(digits), ((to) + 1) * SCALE(digits) - 1, digits, LOGINLINT_BRAND_##name},
static const struct range ranges[] = {
#define LEAD(digit)
#define RANGE(name, digits, from, to) COVERS(name, digits, from, to)
#include "check/brands.def"
};
static const struct range also[] = {
#define ALSO(name, digits, from, to) COVERS(name, digits, from, to)
#include "check/brands.def"
};

static const struct range unchecked[] = {
#define UNCHECKED(digits, from, to) COVERS(NONE, digits, from, to)
#include "check/brands.def"
};

/* Where the ranges of each first digit begin: every range has its number. */
enum {
#define LEAD(digit) FIRST_##digit, BEFORE_##digit = FIRST_##digit - 1,
#define RANGE(name, digits, from, to) RANGE_##name##_##from,
#include "check/brands.def"
    RANGES
};
static const uint8_t first_range[] = {0,       FIRST_1, FIRST_2, FIRST_3, FIRST_4, FIRST_5,
                                      FIRST_6, FIRST_7, FIRST_8, FIRST_9, RANGES};
_Static_assert(RANGES == sizeof ranges / sizeof ranges[0], "a number for each range");

/* What the digits may become: the lowest and the highest eight that begin with them. */
struct reach {
    uint32_t low, high;
};

static struct reach reach_of(const uint8_t *digit, uint32_t count) {
    struct reach r = {0, 0};
    uint32_t i, known = count < NAMED ? count : NAMED;
    for (i = 0; i < known; i++)
        r.low = r.low * 10 + (digit[i] & 15u);
    r.high = r.low;
    for (; i < NAMED; i++) {
        r.low *= 10;
        r.high = r.high * 10 + 9;
    }
    return r;
}

/* The brand of the range that holds all that the digits may become; none as long as a tenth of that is of other ranges
 * inside. */
static uint32_t brand_in(struct reach reach, const uint8_t *digit, uint32_t count) {
    uint32_t brand = LOGINLINT_BRAND_NONE, best = 0, others = 0, lead = digit[0] & 15u;
    const struct range *r = ranges + first_range[lead], *end = ranges + first_range[lead + 1], *first = r;
    if (!count)
        return brand;
    for (; r < end && r->from <= reach.low; r++)
        if (reach.high <= r->to && r->digits > best) {
            best = r->digits;
            brand = r->brand;
        }
    for (r = first; r < end && r->from <= reach.high; r++)
        if (r->to >= reach.low && r->digits > best && r->brand != brand)
            others += (r->to < reach.high ? r->to : reach.high) - (r->from > reach.low ? r->from : reach.low) + 1;
    if (others >= (reach.high - reach.low) / 10 + 1)
        return LOGINLINT_BRAND_NONE;
    /* The airlines have all that begins with 1: one digit too little evidence to call a longer house card wrong. */
    return brand == LOGINLINT_BRAND_UATP && count > brand_table[brand].usual ? LOGINLINT_BRAND_NONE : brand;
}

/* LOGINLINT_BRAND_* that the first `count` digits decide, or NONE while they do not. */
static uint32_t brand_of(const uint8_t *digit, uint32_t count) {
    return brand_in(reach_of(digit, count), digit, count);
}

/* Do such numbers close with a Luhn check digit? */
static int has_check_digit(const uint8_t *digit, uint32_t count, uint32_t brand) {
    struct reach reach = reach_of(digit, count);
    uint32_t i;
    for (i = 0; i < sizeof unchecked / sizeof unchecked[0]; i++)
        if (unchecked[i].from <= reach.low && reach.high <= unchecked[i].to)
            return 0;
    return brand_table[brand].luhn;
}

/* The brands that such numbers have besides, a bit each. */
static uint32_t also_of(struct reach reach) {
    uint32_t i, brands = 0;
    for (i = 0; i < sizeof also / sizeof also[0]; i++)
        if (also[i].from <= reach.low && reach.high <= also[i].to)
            brands |= 1u << also[i].brand;
    return brands;
}

/* May the digits still become a number of a brand that the policy takes? */
static int may_become(const struct ll_policy *policy, const uint8_t *digit, uint32_t count) {
    struct reach reach = reach_of(digit, count);
    uint32_t i;
    for (i = 0; i < RANGES; i++)
        if (policy->brands >> ranges[i].brand & 1 && ranges[i].from <= reach.high && ranges[i].to >= reach.low)
            return 1;
    for (i = 0; i < sizeof also / sizeof also[0]; i++)
        if (policy->brands >> also[i].brand & 1 && also[i].from <= reach.high && also[i].to >= reach.low)
            return 1;
    return 0;
}

/* The lengths that the brand and the policy both have.  JCB's old numbers (2131, 1800) have 15 digits. */
static uint32_t common_lengths(const struct ll_policy *policy, const uint8_t *digit, uint32_t brand) {
    uint32_t lengths = (uint32_t)brand_table[brand].lengths << SHORTEST;
    if (policy->min_length > 31)
        return 0;
    if (brand == LOGINLINT_BRAND_JCB && (digit[0] & 15) != 3)
        lengths = L(15);
    if (policy->max_length < 31)
        lengths &= L(policy->max_length + 1) - 1;
    return lengths & (0u - L(policy->min_length));
}

/* Of those, what decides; none where the policy's own range does: it gave `digits`, or the brand has no length in it.
 */
static uint32_t lengths_of(const struct ll_policy *policy, const uint8_t *digit, uint32_t brand) {
    uint32_t lengths = common_lengths(policy, digit, brand);
    if (brand == LOGINLINT_BRAND_DISCOVER && (digit[0] & 15) == 3) /* Diners Club's, on its network */
        lengths |= common_lengths(policy, digit, LOGINLINT_BRAND_DINERS);
    return policy->given & LL_GIVEN_DIGITS ? 0 : lengths;
}

/* The brand as the policy sees it: of a shared range the one that it takes, or that has numbers of this length. */
static uint32_t shared_brand(const struct ll_policy *policy, const uint8_t *digit, uint32_t count) {
    struct reach reach = reach_of(digit, count);
    uint32_t brand = brand_in(reach, digit, count), others = also_of(reach), k;
    int refused = policy->brands && !(policy->brands >> brand & 1), longer = count > 12 && count < 32;
    for (k = LOGINLINT_BRAND_NONE + 1; others >> k; k++) {
        if (!(others >> k & 1) || (policy->brands && !(policy->brands >> k & 1)))
            continue;
        if (refused || (longer && !(common_lengths(policy, digit, brand) & L(count)) &&
                        common_lengths(policy, digit, k) & L(count)))
            return k;
    }
    return brand;
}

/* Digits without a check digit, as many as no card of the brand has: the numbers are the service's own. */
static uint32_t brand_here(const struct ll_policy *policy, const uint8_t *digit, uint32_t count) {
    uint32_t brand = shared_brand(policy, digit, count);
    int house = !policy->luhn && policy->given & LL_GIVEN_DIGITS && !common_lengths(policy, digit, brand);
    return house ? LOGINLINT_BRAND_NONE : brand;
}

static uint32_t longest(uint32_t lengths) {
    return 31 - (uint32_t)__builtin_clz(lengths);
}

/* The usual length, or the next accepted one, or the last before. */
static uint32_t usual_of(const struct ll_policy *policy, uint32_t lengths, uint32_t brand) {
    uint32_t usual = brand_table[brand].usual, more = lengths >> usual;
    if (!lengths)
        return usual < policy->min_length   ? policy->min_length
               : usual > policy->max_length ? policy->max_length
                                            : usual;
    return more ? usual + (uint32_t)__builtin_ctz(more) : longest(lengths);
}

static void length_and_checksum(struct ll_check *check, const struct ll_number *number, uint32_t brand) {
    const struct ll_policy *policy = check->policy;
    uint32_t lengths = lengths_of(policy, number->digit, brand), usual = usual_of(policy, lengths, brand),
             most = lengths ? longest(lengths) : policy->max_length, count = number->count + number->junk;
    int luhn = policy->luhn && has_check_digit(number->digit, number->count, brand);
    if (check->whole)
        return;
    if (!count) {
        loginlint__empty(check);
    } else if (count == usual + 1 && lengths && !(lengths & L(count)) && (count > most || !ll_may_go_on(check))) {
        loginlint__digit_extra(check, usual);
    } else if (count > most) {
        loginlint__too_long(check, most);
    } else if (lengths ? !(lengths & L(count)) : count < policy->min_length) {
        loginlint__too_short(check, count < usual ? usual : count + (uint32_t)__builtin_ctz(lengths >> count));
    } else if (number->junk) {
        return;
    } else if (luhn && !loginlint__number_luhn(number)) {
        if (count < usual)
            loginlint__too_short(check, usual);
        else if (count == usual + 1 && !ll_may_go_on(check))
            loginlint__digit_extra(
                check, usual); /* far likelier than one of the few numbers of this length with a slip in it */
        else
            loginlint__checksum(check);
    } else {
        loginlint__number_repair(check);
    }
}

static void brand_rules(struct ll_check *check, const struct ll_number *number, uint32_t brand) {
    const struct ll_policy *policy = check->policy;
    if (number->junk || !number->count)
        return;
    if (brand != LOGINLINT_BRAND_NONE && policy->brands && !(policy->brands >> brand & 1)) {
        if (may_become(policy, number->digit, number->count))
            return;
        loginlint__add_whole(
            check, LL_FINDING(LOGINLINT_CODE_WRONG_BRAND, LOGINLINT_SEVERITY_ERROR, 95, LL_FAIL | LL_INVALID), brand);
    } else if (brand == LOGINLINT_BRAND_NONE && number->count >= 12 && !(check->outcome & LL_INCOMPLETE) &&
               (!(policy->given & LL_GIVEN_BRANDS) || policy->brands)) {
        loginlint__add_whole(check, LL_FINDING(LOGINLINT_CODE_UNKNOWN_BRAND, LOGINLINT_SEVERITY_WARNING, 50, LL_ASK),
                             0);
    }
}

/* Sizes of the groups in which a number is shown: the policy's, or the brand's; the last one repeats. */
static const uint8_t *display_groups(const struct ll_policy *policy, const uint8_t *digit, uint32_t n, uint32_t brand,
                                     uint32_t *count) {
    static const uint8_t four[] = {4}, jcb15[] = {4, 6, 5};
    *count = 1;
    if (policy->group_count) {
        *count = policy->group_count;
        return policy->groups;
    }
    if (brand == LOGINLINT_BRAND_DINERS && n > 14)
        return four;
    *count = 3;
    if (brand == LOGINLINT_BRAND_JCB && (digit[0] & 15) != 3)
        return jcb15;
    return brand_table[brand].groups;
}

/* "3782 822463 10005", with hyphens where the service wants them: at most 32 digits and 31 separators. */
static void display(const struct ll_policy *policy, loginlint_report *report, const uint8_t *digit, uint32_t n,
                    uint32_t brand) {
    uint32_t count, g = 0, left = n, take;
    const uint8_t *groups = display_groups(policy, digit, n, brand, &count);
    uint8_t *out = report->display;
    while (left) {
        take = groups[g] < left ? groups[g] : left;
        g += g + 1 < count;
        left -= take;
        if (take == 4) { /* most are */
            uint32_t four;
            __builtin_memcpy(&four, digit, 4);
            four |= 0x30303030u;
            __builtin_memcpy(out, &four, 4);
            digit += 4;
            out += 4;
        } else {
            while (take--)
                *out++ = *digit++ | '0';
        }
        if (left)
            *out++ = policy->hyphens == LL_HYPHENS_REQUIRE ? '-' : ' ';
    }
    report->display_length = (uint32_t)(out - report->display);
}

int loginlint__card_passes(const struct ll_policy *policy, const struct ll_ascii_value *value,
                           loginlint_report *report) {
    const uint8_t *digit = value->text;
    uint32_t count = value->count, brand = shared_brand(policy, digit, count);
    int any = policy->given & LL_GIVEN_BRANDS && !policy->brands;
    if (count >= 32 || !(lengths_of(policy, digit, brand) & L(count)))
        return 0;
    if (brand == LOGINLINT_BRAND_NONE ? !any : policy->brands && !(policy->brands >> brand & 1))
        return 0;
    if (policy->luhn && !loginlint__luhn(digit, count) && has_check_digit(digit, count, brand))
        return 0;
    report->brand = (uint8_t)brand;
    display(policy, report, digit, count, brand);
    return 1;
}

/* The brand by the first digits, before separators are judged: its groups say where required hyphens belong. */
static uint32_t leading_brand(const struct ll_check *check) {
    uint8_t digit[NAMED] = {0};
    uint32_t i, count = 0;
    for (i = 0; i < check->n; i++) {
        uint32_t cp = ll_meant(&check->c[i]);
        if (ll_is_digit(cp) && count++ < NAMED)
            digit[count - 1] = (uint8_t)(cp - '0');
    }
    return brand_of(digit, count);
}

/* Digits of each group, as far as separators tell; 0 when something else stands between. */
static uint32_t read_groups(const struct ll_check *check, uint32_t size[4], uint8_t first[3]) {
    uint32_t i, count = 0, digits = 0;
    for (i = 0; i < check->n; i++) {
        uint32_t cp = ll_meant(&check->c[i]);
        int inside = i && ll_is_digit(ll_meant(&check->c[i - 1]));
        if (!ll_is_digit(cp)) {
            if (cp && cp != '-' && cp != ' ')
                return 0;
            continue;
        }
        if ((!digits && cp != '0') || (!inside && ++count > 3))
            return 0;
        size[count]++;
        if (digits < 3)
            first[digits] = (uint8_t)(cp - '0');
        digits++;
    }
    return count;
}

/* A phone number as Japan writes one: 050, 070, 080 or 090, and twice four digits, with something between them. */
static int is_phone(const struct ll_check *check) {
    uint32_t size[4] = {0, 0, 0, 0};
    uint8_t first[3] = {1, 0, 1};
    return read_groups(check, size, first) == 3 && size[1] == 3 && size[2] == 4 && size[3] == 4 && first[0] == 0 &&
           first[2] == 0 && (first[1] == 5 || (first[1] >= 7 && first[1] <= 9));
}

/* 0, and another digit behind it; a mobile number has eleven digits, one of a town ten. */
static int is_phone_ungrouped(const struct ll_check *check) {
    uint32_t i, digits = 0, second = 0;
    for (i = 0; i < check->n; i++) {
        uint32_t cp = ll_meant(&check->c[i]);
        if (!cp || cp == '-' || cp == ' ')
            continue;
        if (!ll_is_digit(cp) || (!digits && cp != '0'))
            return 0;
        if (digits++ == 1)
            second = cp;
    }
    return second > '0' && (digits == 10 || (digits == 11 && (second == '5' || second >= '7')));
}

/* A phone number: in groups as nobody writes a card number, though a house card may have as many digits; or without
 * them, where only cards of a brand are taken, none of which begins with a 0. */
static int is_phone_here(const struct ll_check *check) {
    const struct ll_policy *policy = check->policy;
    int branded = policy->luhn && (!(policy->given & LL_GIVEN_BRANDS) || policy->brands);
    return is_phone(check) || (branded && is_phone_ungrouped(check));
}

int loginlint__is_card_number(const struct ll_check *check) {
    uint8_t digit[19];
    uint32_t i, count = 0;
    for (i = 0; i < check->n; i++) {
        uint32_t cp = ll_meant(&check->c[i]);
        if (!cp || cp == '-' || cp == ' ' || cp == 0x3000)
            continue;
        if (!ll_is_digit(cp) || count == 19)
            return 0;
        digit[count++] = (uint8_t)(cp - '0');
    }
    return count >= 14 && loginlint__luhn(digit, count) && brand_of(digit, count) != LOGINLINT_BRAND_NONE;
}

void loginlint__card_rules(struct ll_check *check) {
    const struct ll_policy *policy = check->policy;
    struct ll_number number;
    uint32_t brand = LOGINLINT_BRAND_NONE, count = policy->group_count;
    const uint8_t *groups = policy->groups;
    if (loginlint__is_address(check)) {
        loginlint__wrong_field(check);
        return;
    }
    if (is_phone_here(check)) {
        loginlint__elsewhere(check, 85);
        return;
    }
    if (!count && policy->hyphens == LL_HYPHENS_REQUIRE) {
        groups = brand_table[leading_brand(check)].groups;
        while (count < 5 && groups[count])
            count++;
    }
    loginlint__number_read(check, &number, groups, count);
    loginlint__number_slip(check, &number,
                           policy->luhn && number.count >= 14 && number.count <= LL_NUMBER_MAX &&
                               loginlint__luhn(number.digit, number.count));
    if (!number.junk)
        brand = brand_here(policy, number.digit, number.count);
    check->report->brand = (uint8_t)brand;
    length_and_checksum(check, &number, brand);
    brand_rules(check, &number, brand);
    if (number.count && !check->whole)
        loginlint__class_rules(check, check->outcome & LL_INCOMPLETE);
    if (!number.junk && !number.lookalikes && number.count <= LL_NUMBER_MAX)
        display(policy, check->report, number.digit, number.count, brand);
}
