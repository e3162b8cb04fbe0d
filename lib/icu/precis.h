/* SPDX-License-Identifier: MIT */
/* precis.h - the inside of libloginlint-icu: a value as code points that remember where they come from, the PRECIS
 * profiles (RFC 8264-8266), the contextual rules, the Bidi rule (RFC 5893), and what mixes scripts (UTS #39).
 *
 * Nothing here touches the heap: ICU's property look-ups and normalisers work in the buffers given, so that a secret
 * leaves no copy.  What it lay in on the stack is cleared behind each public call.
 */
#ifndef LL_PRECIS_H
#define LL_PRECIS_H

#include "loginlint.h"

#define LL_STACK 40960u     /* of text/wipe.h: 32 KiB are the values below, the rest is for ICU */
#define LL_ITEMS_MAX 1536u  /* code points of a value while it is mapped; more is refused */
#define LL_MARKS_RUN_MAX 30 /* non-starters in a row: the stream-safe format of UAX #15 */

/* One code point and the characters [from, to) of the input that it stands for. */
struct ll_item {
    uint32_t cp;
    uint16_t from, to;
};

struct ll_items {
    uint32_t n;
    uint32_t has; /* LL_HAS_*, of a value that loginlint__map is through with */
    struct ll_item item[LL_ITEMS_MAX];
};

/* What three contextual rules ask of the whole value; looked at once, so that a value of such characters stays linear.
 */
enum { LL_HAS_JAPANESE = 1, LL_HAS_ARABIC_INDIC = 2, LL_HAS_EXTENDED_ARABIC = 4 };

enum ll_string_class { LL_NO_CLASS, LL_IDENTIFIER, LL_FREEFORM };
enum ll_case_mapping { LL_CASE_KEPT, LL_CASE_LOWER, LL_CASE_UPPER, LL_CASE_FOLDED };
enum ll_normal_form { LL_NO_FORM, LL_NFC, LL_NFKC };

/* A profile, in the order in which its rules are applied. */
struct ll_rules {
    uint8_t width;        /* full-width and half-width forms to what they are forms of */
    uint8_t spaces;       /* every other space to U+0020 */
    uint8_t trim;         /* no space at an end, one between words */
    uint8_t mapping;      /* enum ll_case_mapping */
    uint8_t form;         /* enum ll_normal_form */
    uint8_t bidi;         /* the Bidi rule holds */
    uint8_t string_class; /* enum ll_string_class */
};

/* loginlint_icu_check within another call, which clears the stack itself (text/wipe.h). */
int32_t loginlint__icu_check(const loginlint_policy *policy, const loginlint_context *context, const uint8_t *input,
                             uint32_t n, loginlint_report *report);

/* Why a value is refused: LOGINLINT_CODE_*, and where. */
struct ll_refusal {
    uint16_t code; /* 0: it is not */
    uint8_t reason;
    uint8_t condition; /* of the Bidi rule, 1-6 */
    uint32_t cp;
    uint16_t from, to;
};

/* The rules of LOGINLINT_PROFILE_*, or NULL. */
const struct ll_rules *loginlint__profile_rules(uint32_t profile);

/* Applies the mappings in place, until nothing changes (RFC 8264, section 7: three more times at most, and what still
 * changes then is refused).  0, or 1 with the refusal: marks without end, no room, or no end of changes. */
int loginlint__map(const struct ll_rules *rules, struct ll_items *items, struct ll_refusal *refusal);

/* Mappings, string class, Bidi rule: the first refusal, or 0. */
int loginlint__enforce(const struct ll_rules *rules, struct ll_items *items, struct ll_refusal *refusal);

/* Once loginlint__map is through: why character i may not stand in a string of the class: LOGINLINT_REASON_*, 0 (NONE)
 * when it may. */
uint32_t loginlint__reason(const struct ll_items *items, uint32_t i, uint32_t string_class);

/* context.c: LL_HAS_* of the whole value. */
uint32_t loginlint__context_of(const struct ll_items *items);

/* context.c: does the contextual rule (RFC 5892, appendix A) let character i stand here? */
int loginlint__context_allows(const struct ll_items *items, uint32_t i);

/* bidi.c: the condition (1-6) of RFC 5893 that the label [from, to) breaks and the item that breaks it, or 0.  A label
 * without right-to-left characters has nothing to keep unless `always`. */
uint32_t loginlint__bidi_rule(const struct ll_items *items, uint32_t from, uint32_t to, int always, uint32_t *at);

/* confusable.c: the first item whose script goes with none of those before it, or items->n.  *careful: 1 when the
 * scripts are of the kinds that are known to be mistaken for each other, 0 for the milder kind. */
uint32_t loginlint__mixed_script(const struct ll_items *items, uint32_t from, uint32_t to, int *careful);

/* The first character with a mark that its letter carries already, and that is therefore likely not to be seen (UTS
 * #39, section 5.4), or items->n. */
uint32_t loginlint__repeated_mark(const struct ll_items *items);

/* The first decimal digit of another numbering system than the digits before it, or items->n. */
uint32_t loginlint__mixed_numbers(const struct ll_items *items);

#endif
