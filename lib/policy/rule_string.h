/* SPDX-License-Identifier: MIT */
/* rule_string.h - what reading and printing a rule string share: sets of characters, the table of properties and words,
 * and the step that turns what a string said into a policy with every default resolved.
 */
#ifndef LL_RULE_STRING_H
#define LL_RULE_STRING_H

#include "policy/policy.h"
#include "text/scan.h"

#define LL_DIGITS_MAX 64u               /* of `digits`, and of `groups` together */
#define LL_LENGTH_MAX (LL_NO_LIMIT - 1) /* of minlength, maxlength, max-consecutive */

/* The properties: indices in the order of properties.def, and bits of `given`. */
enum ll_property {
#define PROPERTY(name, fields, member, first, text) LL_##name,
#include "policy/properties.def"
#undef PROPERTY
    LL_PROPERTIES
};

/* ---- sets (character_set.c) ----------------------------------------------------------------------------------------
 */

/* Initialises a struct ll_set without characters, to be added to. */
#define LL_NO_SET                                                                                                      \
    {                                                                                                                  \
        {0, 0, 0, 0}, 0, LOGINLINT_CLASS_CUSTOM, {                                                                     \
            0, 0                                                                                                       \
        }                                                                                                              \
    }

/* Adds as the reference parser of `passwordrules` does: the first ascii-printable or unicode that was named stands for
 * the whole, and what was only put together does not until it is sealed. */
void loginlint__set_add(struct ll_set *set, const struct ll_set *more);

/* The same for a named class, LOGINLINT_CLASS_UPPER to LOGINLINT_CLASS_UNICODE. */
void loginlint__set_add_class(struct ll_set *set, uint32_t name);

/* Takes the characters of a named class out. */
void loginlint__set_remove_class(struct ll_set *set, uint32_t name);

/* Gives the set its name, now that it is complete. */
void loginlint__set_seal(struct ll_set *set);

/* Leaves digits only, and seals. */
void loginlint__set_keep_digits(struct ll_set *set);

int loginlint__set_is_empty(const struct ll_set *set);
int loginlint__set_is_same(const struct ll_set *a, const struct ll_set *b);
int loginlint__set_has_class(const struct ll_set *set, uint32_t name);
void loginlint__set_put(struct ll_set *set, uint32_t cp);

/* ---- the table (properties.c) ---- */

/* Their names, each followed by its words: a table for loginlint__scan_row. */
const char *loginlint__properties(void);

int loginlint__property_fits(uint32_t property, uint32_t field);

/* The byte of struct ll_policy that keeps the value of a property that takes one word; 0 for one that does not. */
uint32_t loginlint__property_member(uint32_t property);

/* Passes over a word of the property and returns its value; LL_NO_WORD.  The words of `required` are the classes, those
 * of `brands` LOGINLINT_BRAND_*, with "any" for none. */
uint32_t loginlint__property_word(struct ll_scan *scan, uint32_t property);

/* The word for a value: ends with a space or NUL; empty past the last. */
const char *loginlint__property_text(uint32_t property, uint32_t value);

/* ---- from what was said to the policy (resolve.c) -----------------------------------------------------------------
 */

/* What only the whole string decides.  Beside it, `given` of the policy tells what was said. */
struct ll_said {
    uint32_t min_length, max_length, digits_min, digits_max;
    struct ll_set set; /* allowed and required, in the order in which they were said */
};

/* A contradiction: the properties that do not go together (bits of `given`), and what was expected; 0, 0: none. */
struct ll_fault {
    uint32_t properties, expected;
};

/* Resolves every default and makes `given` canonical: it has what must be printed.  Contradictions are reported, and
 * settled as a lenient reader would. */
struct ll_fault loginlint__policy_resolve(struct ll_policy *policy, const struct ll_said *said);

/* The policy before a rule string. */
void loginlint__policy_blank(struct ll_policy *policy, uint32_t field);

/* Card number, PIN, phone number: digits without `digits` being said. */
int loginlint__policy_is_number(const struct ll_policy *policy);

uint32_t loginlint__policy_groups_sum(const struct ll_policy *policy);

/* ---- a string being read (values.c) ---- */

struct ll_rule_reading {
    struct ll_scan scan;
    struct ll_policy *policy;
    struct ll_said said;
    uint32_t name_at[LL_PROPERTIES]; /* where each property was said first */
};

/* Blanks the policy of its field and puts the cursor at the start. */
void loginlint__reading_start(struct ll_rule_reading *r, struct ll_policy *policy, const char *rules, uint32_t n,
                              loginlint_where *where);

/* Reads the value of one of our own properties, which the reference parser does not know. */
int loginlint__reading_value(struct ll_rule_reading *r, uint32_t property);

/* As if a property that is a list had not been said. */
void loginlint__reading_forget(struct ll_policy *p, uint32_t property);

/* A minlength, maxlength or max-consecutive: the tightest of several holds. */
void loginlint__reading_tighten(struct ll_rule_reading *r, uint32_t property, uint32_t value);

/* The error of a call with these arguments; 0: none. */
int32_t loginlint__policy_misuse(const loginlint_policy *policy, const char *rules, uint32_t n);

#endif
