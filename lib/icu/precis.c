/* SPDX-License-Identifier: MIT */
/* precis.c - PRECIS: maps a value by a profile and says which code point its string class refuses, and why.
 *
 * In: code points with their origin.  Out: mapped code points with their origin, or a refusal.
 *
 * The string class is judged on the mapped value (RFC 8264, section 7: the class comes last), as the libraries of Go
 * and Python do: U+212B is the letter that it normalises to, and not a compatibility form.
 */
#include "precis.h"
#include "loginlint.h"
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#define SEGMENT_MAX 160u  /* code points that are normalised together; marks end it long before */
#define TURNS_MAX 4u      /* RFC 8264, section 7: the first, and three more until nothing changes */
#define EXPANDED_MAX 1280 /* UTF-16 units that a segment may become */

static const struct ll_rules profiles[] = {
    [LOGINLINT_PROFILE_USERNAME_CASEMAPPED] =
        {.width = 1, .mapping = LL_CASE_LOWER, .form = LL_NFC, .bidi = 1, .string_class = LL_IDENTIFIER},
    [LOGINLINT_PROFILE_USERNAME_CASEPRESERVED] = {.width = 1, .form = LL_NFC, .bidi = 1, .string_class = LL_IDENTIFIER},
    [LOGINLINT_PROFILE_OPAQUE] = {.spaces = 1, .form = LL_NFC, .string_class = LL_FREEFORM},
    [LOGINLINT_PROFILE_NICKNAME] = {.spaces = 1, .trim = 1, .form = LL_NFKC, .string_class = LL_FREEFORM},
    [LOGINLINT_PROFILE_NIST] = {.form = LL_NFKC},
};

const struct ll_rules *loginlint__profile_rules(uint32_t profile) {
    return profile && profile < sizeof profiles / sizeof profiles[0] ? &profiles[profile] : NULL;
}

/* ---- string classes (RFC 8264, sections 8 and 9) ---- */

enum { PVALID = 0x100, CONTEXTUAL = 0x200, IDENTIFIER_ONLY = 0x400 }; /* above the reason */

static const struct exception {
    uint32_t first, last, property;
} exceptions[] = {
    {0x00B7, 0x00B7, CONTEXTUAL},
    {0x00DF, 0x00DF, PVALID},
    {0x0375, 0x0375, CONTEXTUAL},
    {0x03C2, 0x03C2, PVALID},
    {0x05F3, 0x05F4, CONTEXTUAL},
    {0x0640, 0x0640, LOGINLINT_REASON_EXCEPTION},
    {0x0660, 0x0669, CONTEXTUAL},
    {0x06F0, 0x06F9, CONTEXTUAL},
    {0x06FD, 0x06FE, PVALID},
    {0x07FA, 0x07FA, LOGINLINT_REASON_EXCEPTION},
    {0x0F0B, 0x0F0B, PVALID},
    {0x3007, 0x3007, PVALID},
    {0x302E, 0x302F, LOGINLINT_REASON_EXCEPTION},
    {0x3031, 0x3035, LOGINLINT_REASON_EXCEPTION},
    {0x303B, 0x303B, LOGINLINT_REASON_EXCEPTION},
    {0x30FB, 0x30FB, CONTEXTUAL},
};

/* By general category: what is left once the special cases are through. */
static const uint16_t by_category[U_CHAR_CATEGORY_COUNT] = {
    [U_UPPERCASE_LETTER] = PVALID,
    [U_LOWERCASE_LETTER] = PVALID,
    [U_OTHER_LETTER] = PVALID,
    [U_DECIMAL_DIGIT_NUMBER] = PVALID,
    [U_MODIFIER_LETTER] = PVALID,
    [U_NON_SPACING_MARK] = PVALID,
    [U_COMBINING_SPACING_MARK] = PVALID,
    [U_TITLECASE_LETTER] = IDENTIFIER_ONLY | LOGINLINT_REASON_OTHER_LETTER,
    [U_LETTER_NUMBER] = IDENTIFIER_ONLY | LOGINLINT_REASON_OTHER_LETTER,
    [U_OTHER_NUMBER] = IDENTIFIER_ONLY | LOGINLINT_REASON_OTHER_LETTER,
    [U_ENCLOSING_MARK] = IDENTIFIER_ONLY | LOGINLINT_REASON_OTHER_LETTER,
    [U_SPACE_SEPARATOR] = IDENTIFIER_ONLY | LOGINLINT_REASON_SPACES,
    [U_MATH_SYMBOL] = IDENTIFIER_ONLY | LOGINLINT_REASON_SYMBOLS,
    [U_CURRENCY_SYMBOL] = IDENTIFIER_ONLY | LOGINLINT_REASON_SYMBOLS,
    [U_MODIFIER_SYMBOL] = IDENTIFIER_ONLY | LOGINLINT_REASON_SYMBOLS,
    [U_OTHER_SYMBOL] = IDENTIFIER_ONLY | LOGINLINT_REASON_SYMBOLS,
    [U_CONNECTOR_PUNCTUATION] = IDENTIFIER_ONLY | LOGINLINT_REASON_PUNCTUATION,
    [U_DASH_PUNCTUATION] = IDENTIFIER_ONLY | LOGINLINT_REASON_PUNCTUATION,
    [U_START_PUNCTUATION] = IDENTIFIER_ONLY | LOGINLINT_REASON_PUNCTUATION,
    [U_END_PUNCTUATION] = IDENTIFIER_ONLY | LOGINLINT_REASON_PUNCTUATION,
    [U_INITIAL_PUNCTUATION] = IDENTIFIER_ONLY | LOGINLINT_REASON_PUNCTUATION,
    [U_FINAL_PUNCTUATION] = IDENTIFIER_ONLY | LOGINLINT_REASON_PUNCTUATION,
    [U_OTHER_PUNCTUATION] = IDENTIFIER_ONLY | LOGINLINT_REASON_PUNCTUATION,
};

static int is_old_jamo(UChar32 c) {
    int32_t type = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
    return type == U_HST_LEADING_JAMO || type == U_HST_VOWEL_JAMO || type == U_HST_TRAILING_JAMO;
}

/* The derived property, in the order of section 8.  U+0340 and the like are no case of their own: the class is judged
 * after normalisation. */
static uint32_t property(UChar32 c) {
    uint32_t i;
    if (c > 0x20 && c < 0x7F)
        return PVALID;
    for (i = 0; i < sizeof exceptions / sizeof exceptions[0]; i++)
        if ((uint32_t)c >= exceptions[i].first && (uint32_t)c <= exceptions[i].last)
            return exceptions[i].property;
    if (u_charType(c) == U_UNASSIGNED && !u_hasBinaryProperty(c, UCHAR_NONCHARACTER_CODE_POINT))
        return LOGINLINT_REASON_UNASSIGNED;
    if (u_hasBinaryProperty(c, UCHAR_JOIN_CONTROL))
        return CONTEXTUAL;
    if (is_old_jamo(c))
        return LOGINLINT_REASON_OLD_HANGUL_JAMO;
    if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
        u_hasBinaryProperty(c, UCHAR_NONCHARACTER_CODE_POINT))
        return LOGINLINT_REASON_IGNORABLE;
    if (u_charType(c) == U_CONTROL_CHAR)
        return LOGINLINT_REASON_CONTROLS;
    if (u_getIntPropertyValue(c, UCHAR_NFKC_QUICK_CHECK) == UNORM_NO)
        return IDENTIFIER_ONLY | LOGINLINT_REASON_HAS_COMPAT;
    return by_category[u_charType(c)] ? by_category[u_charType(c)] : LOGINLINT_REASON_OTHER;
}

uint32_t loginlint__reason(const struct ll_items *items, uint32_t i, uint32_t string_class) {
    uint32_t p = string_class == LL_NO_CLASS ? PVALID : property((UChar32)items->item[i].cp);
    if (p & PVALID || (p & IDENTIFIER_ONLY && string_class != LL_IDENTIFIER))
        return LOGINLINT_REASON_NONE;
    if (p & CONTEXTUAL)
        return loginlint__context_allows(items, i) ? LOGINLINT_REASON_NONE : LOGINLINT_REASON_CONTEXT;
    return p & 0xFF;
}

/* ---- mappings ---- */

static void map_width(struct ll_items *items) {
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&error);
    uint32_t i;
    for (i = 0; i < items->n && U_SUCCESS(error); i++) {
        int32_t type = u_getIntPropertyValue((UChar32)items->item[i].cp, UCHAR_DECOMPOSITION_TYPE);
        UChar to[8];
        if (type != U_DT_WIDE && type != U_DT_NARROW)
            continue;
        if (unorm2_getRawDecomposition(nfkc, (UChar32)items->item[i].cp, to, 8, &error) == 1)
            items->item[i].cp = to[0]; /* all of them are one BMP character */
    }
}

static void map_spaces(struct ll_items *items) {
    uint32_t i;
    for (i = 0; i < items->n; i++)
        if (items->item[i].cp != ' ' && u_charType((UChar32)items->item[i].cp) == U_SPACE_SEPARATOR)
            items->item[i].cp = ' ';
}

static void trim(struct ll_items *items) {
    uint32_t i, at = 0;
    for (i = 0; i < items->n; i++) {
        if (items->item[i].cp == ' ' && (at == 0 || items->item[at - 1].cp == ' ')) {
            if (at)
                items->item[at - 1].to = items->item[i].to;
            continue;
        }
        items->item[at++] = items->item[i];
    }
    if (at && items->item[at - 1].cp == ' ')
        at--;
    items->n = at;
}

/* Reads one code point; a surrogate without its other half is itself. */
static uint32_t next(const UChar *s, int32_t *k, int32_t length) {
    uint32_t unit = s[(*k)++];
    return U16_IS_LEAD(unit) && *k < length && U16_IS_TRAIL(s[*k])
               ? ((unit - 0xD800) << 10) + 0x10000 + (s[(*k)++] - 0xDC00u)
               : unit;
}

/* Items are rewritten in place, in one pass: they are moved to the end of the room, read from there and written from
 * its start, so that however many become longer nothing is moved twice. */
struct rewriting {
    struct ll_items *items;
    uint32_t read, written;
};

static struct rewriting start(struct ll_items *items) {
    struct rewriting r = {items, LL_ITEMS_MAX - items->n, 0};
    uint32_t i;
    for (i = items->n; i-- > 0 && r.read;)
        items->item[r.read + i] = items->item[i];
    return r;
}

/* The next `count` items as they are. */
static void keep(struct rewriting *r, uint32_t count) {
    while (count-- > 0)
        r->items->item[r->written++] = r->items->item[r->read++];
}

/* The UTF-16 units in place of the next `count` items; 0 when there is no room before what is still to be read. */
static int put(struct rewriting *r, uint32_t count, const UChar *s, int32_t length) {
    uint16_t from = r->items->item[r->read].from, to = r->items->item[r->read + count - 1].to;
    int32_t k = 0;
    if (r->written + (uint32_t)u_countChar32(s, length) > r->read + count)
        return 0;
    while (k < length) {
        struct ll_item *item = &r->items->item[r->written++];
        item->cp = next(s, &k, length);
        item->from = from;
        item->to = to;
    }
    r->read += count;
    return 1;
}

/* Final_Sigma of the Unicode Standard, table 3-17: after a cased letter, and before none.  Lower case leaves what is
 * cased and what is ignored as it was, so that what stands before may have been written already. */
static int is_final(const struct rewriting *r) {
    const struct ll_item *item = r->items->item;
    uint32_t k = r->written;
    while (k > 0 && u_hasBinaryProperty((UChar32)item[k - 1].cp, UCHAR_CASE_IGNORABLE))
        k--;
    if (!k || !u_hasBinaryProperty((UChar32)item[k - 1].cp, UCHAR_CASED))
        return 0;
    for (k = r->read + 1; k < LL_ITEMS_MAX && u_hasBinaryProperty((UChar32)item[k].cp, UCHAR_CASE_IGNORABLE); k++)
        continue;
    return k == LL_ITEMS_MAX || !u_hasBinaryProperty((UChar32)item[k].cp, UCHAR_CASED);
}

static int changes_case(UChar32 c, uint32_t mapping) {
    return u_hasBinaryProperty(c, mapping == LL_CASE_LOWER   ? UCHAR_CHANGES_WHEN_LOWERCASED
                                  : mapping == LL_CASE_UPPER ? UCHAR_CHANGES_WHEN_UPPERCASED
                                                             : UCHAR_CHANGES_WHEN_CASEFOLDED);
}

/* The next item in its other case; 0 units: it has none. */
static int32_t case_of(const struct rewriting *r, uint32_t mapping, UChar to[16]) {
    UErrorCode error = U_ZERO_ERROR;
    UChar32 cp = (UChar32)r->items->item[r->read].cp;
    UChar c[2];
    int32_t n = 0;
    if (!changes_case(cp, mapping))
        return 0;
    if (mapping == LL_CASE_LOWER && cp == 0x3A3) {
        to[0] = is_final(r) ? 0x3C2 : 0x3C3;
        return 1;
    }
    U16_APPEND_UNSAFE(c, n, cp);
    if (mapping == LL_CASE_LOWER)
        n = u_strToLower(to, 16, c, n, "", &error);
    else if (mapping == LL_CASE_UPPER)
        n = u_strToUpper(to, 16, c, n, "", &error);
    else
        n = u_strFoldCase(to, 16, c, n, U_FOLD_CASE_DEFAULT, &error);
    return U_SUCCESS(error) ? n : 0;
}

static int map_case(struct ll_items *items, uint32_t mapping) {
    struct rewriting r = start(items);
    int room = 1;
    UChar to[16];
    while (room && r.read < LL_ITEMS_MAX) {
        int32_t n = case_of(&r, mapping, to);
        if (n > 0)
            room = put(&r, 1, to, n);
        else
            keep(&r, 1);
    }
    items->n = r.written;
    return room;
}

/* ---- normalisation ---- */

/* The first of more than LL_MARKS_RUN_MAX non-starters in a row, or n. */
static uint32_t endless_marks(const struct ll_items *items) {
    uint32_t i, run = 0;
    for (i = 0; i < items->n; i++) {
        run = u_getCombiningClass((UChar32)items->item[i].cp) ? run + 1 : 0;
        if (run > LL_MARKS_RUN_MAX)
            return i - LL_MARKS_RUN_MAX;
    }
    return items->n;
}

static int is_same(const struct ll_item *item, uint32_t count, const UChar *s, int32_t length) {
    int32_t k = 0;
    while (count && k < length && next(s, &k, length) == item->cp) {
        item++;
        count--;
    }
    return !count && k == length;
}

/* Normalises the next `count` items; 0 when there is no room. */
static int normalize_segment(const UNormalizer2 *form, struct rewriting *r, uint32_t count) {
    UErrorCode error = U_ZERO_ERROR;
    UChar in[2 * SEGMENT_MAX], out[EXPANDED_MAX];
    const struct ll_item *item = &r->items->item[r->read];
    uint32_t i;
    int32_t n = 0;
    if (count > SEGMENT_MAX)
        return 0;
    for (i = 0; i < count; i++)
        U16_APPEND_UNSAFE(in, n, item[i].cp);
    if (unorm2_quickCheck(form, in, n, &error) == UNORM_YES) {
        keep(r, count);
        return 1;
    }
    n = unorm2_normalize(form, in, n, out, EXPANDED_MAX, &error);
    if (U_FAILURE(error) || n <= 0)
        return 0;
    if (!is_same(item, count, out, n))
        return put(r, count, out, n);
    keep(r, count);
    return 1;
}

static int normalize(struct ll_items *items, uint32_t which) {
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *form = which == LL_NFC ? unorm2_getNFCInstance(&error) : unorm2_getNFKCInstance(&error);
    struct rewriting r = start(items);
    uint32_t end;
    int room = 1;
    while (U_SUCCESS(error) && room && r.read < LL_ITEMS_MAX) {
        for (end = r.read + 1; end < LL_ITEMS_MAX && !unorm2_hasBoundaryBefore(form, (UChar32)items->item[end].cp);)
            end++;
        if (end == r.read + 1 && items->item[r.read].cp < 0x80)
            keep(&r, 1);
        else
            room = normalize_segment(form, &r, end - r.read);
    }
    items->n = r.written;
    return room && U_SUCCESS(error);
}

/* ---- profiles ---- */

static int refuse(struct ll_refusal *refusal, uint32_t code, uint32_t reason, const struct ll_item *item) {
    refusal->code = (uint16_t)code;
    refusal->reason = (uint8_t)reason;
    refusal->condition = 0;
    refusal->cp = item->cp;
    refusal->from = item->from;
    refusal->to = item->to;
    return 1;
}

static uint32_t digest(const struct ll_items *items) {
    uint32_t i, sum = items->n;
    for (i = 0; i < items->n; i++)
        sum = (sum ^ items->item[i].cp) * 16777619u;
    return sum;
}

int loginlint__map(const struct ll_rules *rules, struct ll_items *items, struct ll_refusal *refusal) {
    uint32_t turns = TURNS_MAX, before, marks;
    const struct ll_item whole = {0, 0, items->n ? items->item[items->n - 1].to : 0};
    do {
        if (!turns--)
            return refuse(refusal, LOGINLINT_CODE_DISALLOWED, LOGINLINT_REASON_OTHER, &whole);
        before = digest(items);
        if (rules->width)
            map_width(items);
        if (rules->spaces)
            map_spaces(items);
        if (rules->trim)
            trim(items);
        if (rules->mapping != LL_CASE_KEPT && !map_case(items, rules->mapping))
            return refuse(refusal, LOGINLINT_CODE_TOO_LONG, 0, &whole);
        marks = endless_marks(items);
        if (marks < items->n) {
            refuse(refusal, LOGINLINT_CODE_COMBINING_SEQUENCE, 0, &items->item[marks]);
            refusal->to = items->item[marks + LL_MARKS_RUN_MAX].to;
            return 1;
        }
        if (rules->form != LL_NO_FORM && !normalize(items, rules->form))
            return refuse(refusal, LOGINLINT_CODE_TOO_LONG, 0, &whole);
    } while (digest(items) != before);
    items->has = loginlint__context_of(items);
    return 0;
}

int loginlint__enforce(const struct ll_rules *rules, struct ll_items *items, struct ll_refusal *refusal) {
    const struct ll_item nothing = {0, 0, 0};
    uint32_t i, reason, at;
    refusal->code = 0;
    if (loginlint__map(rules, items, refusal))
        return 1;
    if (!items->n)
        return refuse(refusal, LOGINLINT_CODE_EMPTY, 0, &nothing);
    for (i = 0; i < items->n; i++) {
        reason = loginlint__reason(items, i, rules->string_class);
        if (reason)
            return refuse(refusal, LOGINLINT_CODE_DISALLOWED, reason, &items->item[i]);
    }
    i = rules->bidi ? loginlint__bidi_rule(items, 0, items->n, 0, &at) : 0;
    if (i) {
        refuse(refusal, LOGINLINT_CODE_BIDI_RULE, 0, &items->item[at]);
        refusal->condition = (uint8_t)i;
    }
    return i != 0;
}
