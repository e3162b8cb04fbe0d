/* SPDX-License-Identifier: MIT */
/* policy.h - the inside of loginlint_policy: what a rule string says, with every default resolved, so that a check
 * reads each answer in one place and never asks whether it was given.
 */
#ifndef LL_POLICY_H
#define LL_POLICY_H

#include "loginlint.h"

#define LL_REQUIRED_MAX 16u
#define LL_GROUPS_MAX 12u
#define LL_DOMAINS_MAX 384u
#define LL_NO_LIMIT 0xFFFFFFFFu

enum ll_purpose { LL_LOGIN, LL_CREATE };
enum ll_letter_case { LL_PRESERVE, LL_LOWER, LL_UPPER };
enum ll_kind { LL_KIND_ANY, LL_KIND_EMAIL, LL_KIND_NAME, LL_KIND_PHONE };
enum ll_hyphens {
    LL_HYPHENS_PLAIN /* a character like any other */,
    LL_HYPHENS_IGNORE,
    LL_HYPHENS_FORBID,
    LL_HYPHENS_REQUIRE
};
enum ll_spaces { LL_SPACES_TRIM, LL_SPACES_KEEP };
enum ll_folding { LL_FOLD_APPLY, LL_FOLD_SUGGEST, LL_FOLD_OFF }; /* a password is never more than LL_FOLD_SUGGEST */
enum ll_charset { LL_CHARSET_ASCII, LL_CHARSET_UNICODE };
enum ll_profile {
    LL_PROFILE_DEFAULT,
    LL_PROFILE_USERNAME_CASEMAPPED,
    LL_PROFILE_USERNAME_CASEPRESERVED,
    LL_PROFILE_OPAQUE,
    LL_PROFILE_NICKNAME,
    LL_PROFILE_NIST
};

/* bits of `given`: properties that the rule string set */
enum ll_given {
    LL_GIVEN_MINLENGTH = 1 << 0,
    LL_GIVEN_MAXLENGTH = 1 << 1,
    LL_GIVEN_REQUIRED = 1 << 2,
    LL_GIVEN_ALLOWED = 1 << 3,
    LL_GIVEN_MAX_CONSECUTIVE = 1 << 4,
    LL_GIVEN_PURPOSE = 1 << 5,
    LL_GIVEN_CASE = 1 << 6,
    LL_GIVEN_KIND = 1 << 7,
    LL_GIVEN_DOMAINS = 1 << 8,
    LL_GIVEN_DIGITS = 1 << 9,
    LL_GIVEN_GROUPS = 1 << 10,
    LL_GIVEN_HYPHENS = 1 << 11,
    LL_GIVEN_CHECKSUM = 1 << 12,
    LL_GIVEN_BRANDS = 1 << 13,
    LL_GIVEN_SPACES = 1 << 14,
    LL_GIVEN_FOLD = 1 << 15,
    LL_GIVEN_CHARSET = 1 << 16,
    LL_GIVEN_PROFILE = 1 << 17
};

/* ASCII characters as a bitmap: bit (c & 31) of bits[c >> 5]; and whether every other assigned character is in as well.
 */
struct ll_set {
    uint32_t bits[4];
    uint8_t unicode;
    uint8_t name; /* LOGINLINT_CLASS_* when the set is exactly one named class, else LOGINLINT_CLASS_CUSTOM */
    uint8_t reserved[2];
};

struct ll_policy {
    uint32_t size;
    uint16_t abi;
    uint8_t field;
    uint8_t reserved;

    uint8_t purpose, letter_case, kind, hyphens;
    uint8_t luhn; /* 1: the digits end in a Luhn check digit */
    uint8_t spaces, fold, charset;
    uint8_t profile;
    uint8_t digits_only; /* card number, PIN, phone, or `digits` was given */
    uint8_t group_count;
    uint8_t required_count;
    uint8_t groups[LL_GROUPS_MAX];
    uint32_t given;
    uint32_t min_length, max_length; /* code points; of digits after separators where digits_only; LL_NO_LIMIT: none */
    uint32_t max_consecutive;        /* 0: no rule */
    uint32_t brands;                 /* 1 << LOGINLINT_BRAND_*; 0: any, known or not; for a card number without a
                                        rule every known brand's lengths hold */
    struct ll_set allowed;
    struct ll_set required[LL_REQUIRED_MAX];
    uint32_t domains_length;
    char domains[LL_DOMAINS_MAX]; /* lower case, separated by ',' */
    uint8_t plain[128];           /* what each ASCII character is to the short way (fast_path.h), LL_PLAIN_* */
};

enum ll_plain {
    LL_PLAIN_SMALL = 1,
    LL_PLAIN_CAPITAL = 2,
    LL_PLAIN_DIGIT = 4,
    LL_PLAIN_SPACE = 8,
    LL_PLAIN_AT = 16,   /* in a login ID that may be an e-mail address */
    LL_PLAIN_DOT = 32,  /* there as well */
    LL_PLAIN_STOP = 128 /* not allowed, or a rule has to look at it */
};

_Static_assert(sizeof(struct ll_policy) <= sizeof(loginlint_policy), "the policy fits its record");

static inline int ll_set_has(const struct ll_set *set, uint32_t cp) {
    return cp < 0x80 ? (int)(set->bits[cp >> 5] >> (cp & 31) & 1) : set->unicode;
}

static inline const struct ll_policy *ll_policy_of(const loginlint_policy *policy) {
    return (const struct ll_policy *)(const void *)policy;
}

#endif
