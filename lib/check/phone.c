/* SPDX-License-Identifier: MIT */
/* phone.c - the country code of a phone number: +81 where the national form belongs, a trunk 0 behind the country code;
 * an extension.
 *
 * In: characters after digits.c has read them.  Out: country-code, with its fix.  What is libphonenumber's matter and
 * not done: which numbers and lengths a country has, the region that a number without a code is of, carrier codes (0xx
 * in Brazil and Argentina, 0~0 in Poland), letters for digits (1-800-FLOWERS), formatting, a trunk prefix behind a code
 * without + or 00 (81-090-...), which another country's number may be, and the national form under rules that want it
 * where the trunk prefix is no 0.
 */
#include "check/phone.h"
#include "check/fields.h"
#include "check/findings.h"
#include "check/fold.h"
#include "text/ascii.h"
#include "text/attributes.h"

/* Country codes of E.164 whose national prefix is 0 (ITU-T Operational Bulletin, dialling procedures, as of 2024).  Not
 * here: those without one (1, 34, 39, 45, 47, 48, 65, 852 ...), with another (7: 8, 36: 06). */
static const uint16_t trunk_zero[] = {
    20,  27,  31,  32,  33,  40,  41,  43,  44,  46,  49,  51,  54,  55,  57,  58,  60,  61,  62,
    63,  64,  66,  81,  82,  84,  86,  90,  91,  92,  93,  94,  95,  98,  212, 213, 233, 234, 249,
    251, 254, 255, 256, 353, 355, 358, 359, 373, 374, 380, 381, 385, 386, 387, 389, 421, 855, 856,
    880, 886, 961, 962, 963, 964, 966, 967, 970, 971, 972, 976, 977, 994, 995, 996,
};

/* A code and the trunk prefix of that country, where it is no 0 (the same Bulletin), and how many digits follow:
 * exactly so many, for a number may begin with that digit as well; none begins with a 0, so that more may follow there.
 */
static const struct {
    char text[6];
    uint8_t code, national; /* digits of the code; those behind the prefix */
} other_trunks[] = {{"78", 1, 10}, {"11", 1, 10}, {"3606", 2, 8}, {"3708", 3, 8}, {"37580", 3, 9}, {"9938", 3, 8}};

/* Where the number begins: its first digits, and the characters that they are. */
struct opening {
    uint8_t digit[LL_NUMBER_MAX];
    uint16_t at[8];
    uint32_t plus; /* the character, or check->n */
};

enum { KEPT = 8 };

static void read_opening(const struct ll_check *check, struct opening *o) {
    uint32_t i, count = 0;
    o->plus = check->n;
    for (i = 0; i < check->n && count < KEPT; i++) {
        uint32_t cp = ll_meant(&check->c[i]);
        if (cp == '+' && !count)
            o->plus = i;
        if (!ll_is_digit(cp))
            continue;
        o->digit[count] = (uint8_t)(cp - '0');
        o->at[count++] = (uint16_t)i;
    }
}

/* Digits of the country code that stands at digit `from`; 0: none that is known. */
static uint32_t code_length(const struct opening *o, uint32_t from) {
    uint32_t code = 0, length, i;
    for (length = 1; length <= 3; length++) {
        code = code * 10 + o->digit[from + length - 1];
        for (i = 0; i < sizeof trunk_zero / sizeof trunk_zero[0]; i++)
            if (trunk_zero[i] == code)
                return length;
    }
    return 0;
}

static void remove(struct ll_check *check, uint32_t i) {
    ll_mark(check, &check->c[i], LL_M_COUNTRY_CODE);
    loginlint__edit(check, &check->c[i], 0, LOGINLINT_LEVEL_ASK);
}

/* Everything up to and with digit `last` becomes a 0, or nothing where a 0 follows. */
static void make_national(struct ll_check *check, const struct opening *o, uint32_t last, int zero) {
    uint32_t i, first = o->plus < check->n ? o->plus : o->at[0];
    for (i = first; i <= o->at[last]; i++)
        remove(check, i);
    if (zero)
        loginlint__edit(check, &check->c[first], '0', LOGINLINT_LEVEL_ASK);
}

/* (0), as people write the trunk prefix behind a country code. */
static int is_bracketed(const struct ll_check *check, uint32_t from, uint32_t last) {
    return from && last + 1 < check->n && check->c[from - 1].cp == '(' && check->c[last + 1].cp == ')';
}

/* The trunk prefix, and the brackets around it. */
static void drop_trunk(struct ll_check *check, uint32_t from, uint32_t last) {
    uint32_t i;
    for (i = from; i <= last; i++)
        remove(check, i);
    if (is_bracketed(check, from, last)) {
        check->c[from - 1].found = check->c[last + 1].found = 0;
        remove(check, from - 1);
        remove(check, last + 1);
    }
}

/* +7 8 495 ..., +36 (06) 1 ...: how many digits go. */
static LL_APART uint32_t drop_other_trunk(struct ll_check *check, const struct opening *o, uint32_t from,
                                          uint32_t count) {
    uint32_t i, k, national;
    for (i = 0; i < sizeof other_trunks / sizeof other_trunks[0]; i++) {
        for (k = 0; other_trunks[i].text[k] && o->digit[from + k] == other_trunks[i].text[k] - '0';)
            k++;
        national = other_trunks[i].national;
        if (other_trunks[i].text[k] || count < from + k + national)
            continue;
        if (count > from + k + national && other_trunks[i].text[other_trunks[i].code] != '0')
            continue;
        drop_trunk(check, o->at[from + other_trunks[i].code], o->at[from + k - 1]);
        return k - other_trunks[i].code;
    }
    return 0;
}

/* How many characters behind `at` say that an extension follows; 0: none do. */
static uint32_t extension_mark(const struct ll_check *check, uint32_t at) {
    static const char marks[] = "x\0ext\0extn\0xtn\0int\0p\0w\0,\0#\0"; /* p, w, comma: a pause while dialling */
    uint32_t i, k;
    for (i = 0; marks[i]; i += k + 1) {
        for (k = 0;
             marks[i + k] && at + k < check->n && ll_lower(ll_meant(&check->c[at + k])) == (uint8_t)marks[i + k];)
            k++;
        if (!marks[i + k] && at + k < check->n && !ll_is_letter(ll_meant(&check->c[at + k])))
            return k;
        while (marks[i + k])
            k++;
    }
    return 0;
}

enum { EXTENSION_MAX = 7, NUMBER_MIN = 6, BEFORE_COMMA = 10 }; /* digits; a comma may stand between groups as well */

void loginlint__phone_extension(struct ll_check *check) {
    uint32_t i, at = 0, before = 0, digits = 0;
    if (!LL_HAS_FIELD(LOGINLINT_FIELD_LOGIN_ID) || check->policy->kind != LL_KIND_PHONE ||
        (!ll_may_have(check, "xXeEiIpPwW,#") && !ll_may_have_category(check, ~(1u << LL_ASCII | 1u << LL_FULLWIDTH))))
        return;
    while (at < check->n && !extension_mark(check, at))
        before += (uint32_t)ll_is_digit(ll_meant(&check->c[at++]));
    if (before < NUMBER_MIN || before < check->policy->min_length || at == check->n ||
        !ll_is_digit(ll_meant(&check->c[at - 1])) || (ll_meant(&check->c[at]) == ',' && before < BEFORE_COMMA))
        return;
    for (i = at + extension_mark(check, at); i < check->n; i++) {
        uint32_t cp = ll_meant(&check->c[i]);
        digits += (uint32_t)ll_is_digit(cp);
        if (cp && !ll_is_digit(cp) && (digits || (cp != '.' && cp != ':' && cp != ' ' && cp != '=')))
            return;
    }
    if (!digits || digits > EXTENSION_MAX)
        return;
    for (i = at; i < check->n; i++) {
        ll_mark(check, &check->c[i], LL_M_SURROUNDING_TEXT);
        loginlint__edit(check, &check->c[i], 0, LOGINLINT_LEVEL_ASK);
    }
}

/* +0: no country code begins with a 0.  Both goes: +0064 is +64, +03 is 03. */
static uint32_t drop_zeros(struct ll_check *check, const struct opening *o) {
    uint32_t i, zeros = o->digit[1] == 0 ? 2 : 0;
    if (!zeros)
        remove(check, o->plus);
    for (i = 0; i < zeros; i++)
        remove(check, o->at[i]);
    return zeros;
}

/* Digits of what is dialled before a country code: 00, as in Europe; 010, as in Japan. */
static uint32_t prefix_length(const struct opening *o) {
    if (o->digit[0] != 0)
        return 0;
    return o->digit[1] == 0 ? 2 : o->digit[1] == 1 && o->digit[2] == 0 ? 3 : 0;
}

/* How many of the digits go with the country's code, which stands behind `prefix` others. */
static LL_INLINE uint32_t drop_code(struct ll_check *check, const struct opening *o, uint32_t prefix, uint32_t code,
                                    uint32_t count) {
    const struct ll_policy *policy = check->policy;
    uint32_t behind = prefix + code, trunk = o->digit[behind] == 0, national = count - behind + !trunk;
    int plus = o->plus < check->n;
    if (count != national && national >= policy->min_length && national <= policy->max_length &&
        (policy->min_length == policy->max_length || (count > policy->max_length && (plus || prefix)))) {
        make_national(check, o, behind - 1, !trunk);
        return count - national;
    }
    if (!trunk || (!plus && prefix != 2 && !is_bracketed(check, o->at[behind], o->at[behind])))
        return 0;
    drop_trunk(check, o->at[behind], o->at[behind]);
    return 1;
}

uint32_t loginlint__phone(struct ll_check *check, const struct ll_number *number) {
    struct opening o = {{0}, {0}, 0};
    uint32_t count = number->count, prefix, code;
    int plus;
    if (!LL_HAS_FIELD(LOGINLINT_FIELD_LOGIN_ID) || check->policy->kind != LL_KIND_PHONE || number->junk || count < 10)
        return 0;
    read_opening(check, &o);
    plus = o.plus < check->n;
    if (plus && o.digit[0] == 0)
        return drop_zeros(check, &o);
    prefix = plus ? 0 : prefix_length(&o);
    code = code_length(&o, prefix);
    if (code)
        return drop_code(check, &o, prefix, code, count);
    return plus || prefix == 2 ? drop_other_trunk(check, &o, prefix, count) : 0;
}
