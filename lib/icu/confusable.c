/* SPDX-License-Identifier: MIT */
/* confusable.c - UTS #39: scripts that are not used together, digits of several number systems, marks that are not
 * seen, and whole values that look like a reserved name.
 *
 * In: a login ID.  Never a secret: ICU's skeleton leaves copies on its heap.  Out: the character that breaks the level,
 * which ICU itself does not say; or the entry of the list.
 */
#include "loginlint.h"
#include "precis.h"
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>

#define SCRIPTS_WORDS 8u /* 256 script codes; ICU 72 has 200 */
#define EXTENSIONS_MAX 32
#define SKELETON_MAX 4096

struct scripts {
    uint32_t bits[SCRIPTS_WORDS];
};

static void add(struct scripts *set, int32_t script) {
    if (script >= 0 && script < (int32_t)(32 * SCRIPTS_WORDS))
        set->bits[script / 32] |= 1u << script % 32;
}

static int has(const struct scripts *set, int32_t script) {
    return (int)(set->bits[script / 32] >> script % 32 & 1);
}

/* UTS #39, section 5.1: Han goes with Japanese, Korean and Bopomofo. */
static void augment(struct scripts *set) {
    if (has(set, USCRIPT_HAN)) {
        add(set, USCRIPT_JAPANESE);
        add(set, USCRIPT_KOREAN);
        add(set, USCRIPT_HAN_WITH_BOPOMOFO);
    }
    if (has(set, USCRIPT_HIRAGANA) || has(set, USCRIPT_KATAKANA))
        add(set, USCRIPT_JAPANESE);
    if (has(set, USCRIPT_HANGUL))
        add(set, USCRIPT_KOREAN);
    if (has(set, USCRIPT_BOPOMOFO))
        add(set, USCRIPT_HAN_WITH_BOPOMOFO);
}

/* The scripts that the character is used in; 0 when it goes with all. */
static int scripts_of(uint32_t cp, struct scripts *set) {
    UErrorCode error = U_ZERO_ERROR;
    UScriptCode codes[EXTENSIONS_MAX];
    int32_t i, n = uscript_getScriptExtensions((UChar32)cp, codes, EXTENSIONS_MAX, &error);
    uint32_t k;
    for (k = 0; k < SCRIPTS_WORDS; k++)
        set->bits[k] = 0;
    if (U_FAILURE(error) || n < 1 || codes[0] == USCRIPT_COMMON || codes[0] == USCRIPT_INHERITED ||
        codes[0] == USCRIPT_UNKNOWN)
        return 0;
    for (i = 0; i < n; i++)
        add(set, codes[i]);
    augment(set);
    return 1;
}

/* Keeps in `all` what is in `set` as well; 0, and nothing changed, when that would be nothing. */
static int narrow(struct scripts *all, const struct scripts *set) {
    uint32_t k, common = 0;
    for (k = 0; k < SCRIPTS_WORDS; k++)
        common |= all->bits[k] & set->bits[k];
    for (k = 0; common && k < SCRIPTS_WORDS; k++)
        all->bits[k] &= set->bits[k];
    return common != 0;
}

static int goes_with_latin(const struct scripts *set) {
    return has(set, USCRIPT_JAPANESE) || has(set, USCRIPT_KOREAN) || has(set, USCRIPT_HAN_WITH_BOPOMOFO);
}

uint32_t loginlint__mixed_script(const struct ll_items *items, uint32_t from, uint32_t to, int *careful) {
    struct scripts all, set;
    uint32_t i, latin = items->n, other = items->n;
    for (i = 0; i < SCRIPTS_WORDS; i++)
        all.bits[i] = ~0u;
    *careful = 1;
    for (i = from; i < to; i++) {
        if (!scripts_of(items->item[i].cp, &set))
            continue;
        if (has(&set, USCRIPT_LATIN)) {
            latin = latin < items->n ? latin : i;
            continue;
        }
        if (!narrow(&all, &set))
            return i;
        other = other < items->n ? other : i;
    }
    if (latin == items->n || other == items->n || goes_with_latin(&all))
        return items->n;
    *careful = has(&all, USCRIPT_CYRILLIC) || has(&all, USCRIPT_GREEK) || has(&all, USCRIPT_CHEROKEE);
    return latin < other ? other : latin;
}

struct marks {
    UChar32 cp[2 * LL_MARKS_RUN_MAX];
    uint32_t n;
};

/* One code point of the decomposed value; 1 when it is a mark that came before since the last letter. */
static int repeats(struct marks *seen, UChar32 c) {
    uint32_t i;
    if (u_charType(c) != U_NON_SPACING_MARK) {
        seen->n = 0;
        return 0;
    }
    for (i = 0; i < seen->n; i++)
        if (seen->cp[i] == c)
            return 1;
    if (seen->n < sizeof seen->cp / sizeof seen->cp[0])
        seen->cp[seen->n++] = c;
    return 0;
}

uint32_t loginlint__repeated_mark(const struct ll_items *items) {
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);
    struct marks seen = {{0}, 0};
    uint32_t i;
    UChar to[8]; /* no canonical decomposition has more than four */
    for (i = 0; i < items->n && U_SUCCESS(error); i++) {
        UChar32 c = (UChar32)items->item[i].cp;
        int32_t n = unorm2_getDecomposition(nfc, c, to, 8, &error), at = 0;
        if (n < 0 && repeats(&seen, c))
            return i;
        while (at < n) {
            UChar unit = to[at++];
            c = U16_IS_LEAD(unit) && at < n ? U16_GET_SUPPLEMENTARY(unit, to[at++]) : unit;
            if (repeats(&seen, c))
                return i;
        }
    }
    return items->n;
}

uint32_t loginlint__mixed_numbers(const struct ll_items *items) {
    uint32_t i, zero = 0;
    for (i = 0; i < items->n; i++) {
        UChar32 c = (UChar32)items->item[i].cp;
        uint32_t mine;
        if (u_charType(c) != U_DECIMAL_DIGIT_NUMBER)
            continue;
        mine = (uint32_t)(c - u_charDigitValue(c));
        if (zero && zero != mine)
            return i;
        zero = mine;
    }
    return items->n;
}

struct skeleton {
    UChar text[SKELETON_MAX];
    int32_t n;
};

/* The skeleton of s, of its folded case if `fold`; n is -1 when there is none. */
static void skeleton_of(const USpoofChecker *checker, const char *s, uint32_t n, int fold, struct skeleton *to) {
    UErrorCode error = U_ZERO_ERROR;
    UChar text[LOGINLINT_INPUT_MAX + 1], folded[2 * LOGINLINT_INPUT_MAX];
    int32_t length = 0;
    u_strFromUTF8(text, LOGINLINT_INPUT_MAX + 1, &length, s, (int32_t)n, &error);
    if (fold) {
        length = u_strFoldCase(folded, 2 * LOGINLINT_INPUT_MAX, text, length, U_FOLD_CASE_DEFAULT, &error);
        to->n = uspoof_getSkeleton(checker, 0, folded, length, to->text, SKELETON_MAX, &error);
    } else {
        to->n = uspoof_getSkeleton(checker, 0, text, length, to->text, SKELETON_MAX, &error);
    }
    if (U_FAILURE(error))
        to->n = -1;
}

static int is_alike(const struct skeleton *a, const struct skeleton *b) {
    return a->n >= 0 && a->n == b->n && u_memcmp(a->text, b->text, a->n) == 0;
}

/* Entry by entry; what stands between them is one comma or newline, spaces around it do not count. */
static int32_t find_alike(const USpoofChecker *checker, const char *value, uint32_t n, const char *list,
                          uint32_t length) {
    struct skeleton mine[2], entry;
    uint32_t from = 0, to, at = 0, end, k;
    int32_t index = 0;
    for (k = 0; k < 2; k++) {
        skeleton_of(checker, value, n, (int)k, &mine[k]);
        if (mine[k].n < 0)
            return -(int32_t)LOGINLINT_ERROR_TOO_LONG;
    }
    while (from < length) {
        for (to = from; to < length && list[to] != ',' && list[to] != '\n'; to++)
            continue;
        for (at = from; at < to && list[at] == ' '; at++)
            continue;
        for (end = to; end > at && (list[end - 1] == ' ' || list[end - 1] == '\r'); end--)
            continue;
        from = to + 1;
        index++;
        for (k = 0; k < 2 && end > at && end - at <= LOGINLINT_INPUT_MAX; k++) {
            skeleton_of(checker, list + at, end - at, (int)k, &entry);
            if (is_alike(&mine[k], &entry))
                return index;
        }
    }
    return 0;
}

int32_t loginlint_icu_confusable(const uint8_t *input, uint32_t n, const char *reserved, uint32_t length) {
    UErrorCode error = U_ZERO_ERROR;
    USpoofChecker *checker;
    int32_t found;
    if ((!input && n) || (!reserved && length))
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    if (n > LOGINLINT_INPUT_MAX)
        return -(int32_t)LOGINLINT_ERROR_TOO_LONG;
    checker = uspoof_open(&error);
    if (U_FAILURE(error))
        return -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
    found = n ? find_alike(checker, (const char *)input, n, reserved, length) : 0;
    uspoof_close(checker);
    return found;
}
