/* policy_words.c - the properties of a rule string, the words that they take, and the names of card brands.
 *
 * The data stand in policy.def and names.def; names are kept in the rows, so that nothing needs relocation.
 */
#include "policy_text.h"

enum { ID = 1, PASSWORD = 2, CARD = 4, PIN = 8, ANY = 15 }; /* 1 << LOGINLINT_FIELD_* */

static const struct property {
    char name[16];
    uint8_t fields;
} properties[] = {
#define PROPERTY(name, text, fields) {text, fields},
#include "policy.def"
};

static const struct word {
    uint8_t property, value;
    char text[22];
} words[] = {
#define WORD(property, value, text) {LL_##property, value, text},
#include "policy.def"
};
#define WORDS (sizeof words / sizeof words[0])

_Static_assert(1u << LL_PROFILE == (uint32_t)LL_GIVEN_PROFILE && 1u << LL_DIGITS == (uint32_t)LL_GIVEN_DIGITS,
               "policy.def is in the order of enum ll_given");

/* names.def has every list; only the rows of BRAND are wanted. */
static const char brands[][12] = {
#define NOTHING(text)
#define ONE(text) text,
#define OF_FIELD NOTHING
#define OF_VERDICT NOTHING
#define OF_SEVERITY NOTHING
#define OF_LEVEL NOTHING
#define OF_OPERATION NOTHING
#define OF_TABLE NOTHING
#define OF_BASIS NOTHING
#define OF_BRAND ONE
#define OF_LANGUAGE NOTHING
#define OF_PLATFORM NOTHING
#define OF_SKIPPED NOTHING
#define OF_PREFLIGHT NOTHING
#define OF_ERROR NOTHING
#define OF_RECORD NOTHING
#define OF_LIST NOTHING
#define OF_CLASS NOTHING
#define OF_FOUND NOTHING
#define OF_EXPECTED NOTHING
#define X(list, number, name, text) OF_##list(text)
#include "names.def"
#undef X
};
#define BRANDS (sizeof brands / sizeof brands[0])

_Static_assert(BRANDS == LOGINLINT_BRAND_UATP + 1 && BRANDS <= 32, "brands are numbered without gaps, and are bits");

const char *ll_property_name(uint32_t property) {
    return properties[property].name;
}

int ll_property_fits(uint32_t property, uint32_t field) {
    return properties[property].fields >> field & 1;
}

uint8_t *ll_property_value(struct ll_policy *policy, uint32_t property) {
    switch (property) {
    case LL_PURPOSE:
        return &policy->purpose;
    case LL_CASE:
        return &policy->letter_case;
    case LL_KIND:
        return &policy->kind;
    case LL_HYPHENS:
        return &policy->hyphens;
    case LL_CHECKSUM:
        return &policy->luhn;
    case LL_SPACES:
        return &policy->spaces;
    case LL_FOLD:
        return &policy->fold;
    case LL_CHARSET:
        return &policy->charset;
    case LL_PROFILE:
        return &policy->profile;
    default:
        return 0;
    }
}

int ll_property_word(struct ll_scan *scan, uint32_t property, uint8_t *value) {
    uint32_t i;
    for (i = 0; i < WORDS; i++)
        if (words[i].property == property && ll_scan_word(scan, words[i].text)) {
            *value = words[i].value;
            return 1;
        }
    return 0;
}

const char *ll_property_text(uint32_t property, uint32_t value) {
    uint32_t i;
    for (i = 0; i < WORDS; i++)
        if (words[i].property == property && words[i].value == value)
            return words[i].text;
    return "";
}

const char *ll_brand_name(uint32_t brand) {
    return brand < BRANDS ? brands[brand] : 0;
}
