/* SPDX-License-Identifier: MIT */
/* properties.c - the properties of a rule string and the words that they take; the data stand in properties.def.
 *
 * One table of text without pointers, so that nothing needs relocation.
 */
#include "policy/rule_string.h"
#include <stddef.h>

enum { ID = 1, PASSWORD = 2, CARD = 4, PIN = 8, ANY = 15 }; /* 1 << LOGINLINT_FIELD_* */

static const char table[] =
#define PROPERTY(name, fields, member, first, text) text "\0"
#include "policy/properties.def"
#undef PROPERTY
    ;

static const struct {
    uint8_t fields, first, member;
} properties[] = {
#define PROPERTY(name, fields, member, first, text) {fields, first, offsetof(struct ll_policy, member)},
#include "policy/properties.def"
#undef PROPERTY
};

/* One condition each: in C23 clang 15 to 18 take && between two constants for a mistake. */
_Static_assert(1u << LL_PROFILE == (uint32_t)LL_GIVEN_PROFILE, "properties.def is in the order of enum ll_given");
_Static_assert(1u << LL_DIGITS == (uint32_t)LL_GIVEN_DIGITS, "as above");
_Static_assert(LL_UPPER == LL_PRESERVE + 2, "words count on from the first");
_Static_assert(LL_KIND_PHONE == LL_KIND_ANY + 3, "as above");
_Static_assert(LL_FOLD_OFF == LL_FOLD_APPLY + 2, "as above");
_Static_assert(LL_HYPHENS_REQUIRE == LL_HYPHENS_IGNORE + 2, "as above");
_Static_assert(LL_PROFILE_NIST == LL_PROFILE_USERNAME_CASEMAPPED + 4, "as above");
_Static_assert(LOGINLINT_BRAND_NARANJA == LOGINLINT_BRAND_NONE + 22,
               "so do brands (tests/check_policy.c has the names)");
_Static_assert(LOGINLINT_CLASS_UNICODE == LOGINLINT_CLASS_UPPER + 5, "and classes");

const char *loginlint__properties(void) {
    return table;
}

int loginlint__property_fits(uint32_t property, uint32_t field) {
    return properties[property].fields >> field & 1;
}

uint32_t loginlint__property_member(uint32_t property) {
    return properties[property].member;
}

uint32_t loginlint__property_word(struct ll_scan *scan, uint32_t property) {
    uint32_t i = loginlint__scan_choice(scan, table, property);
    return i == LL_NO_WORD ? i : i + properties[property].first;
}

const char *loginlint__property_text(uint32_t property, uint32_t value) {
    return loginlint__word(loginlint__row(table, property), value - properties[property].first + 1);
}
