/* SPDX-License-Identifier: MIT */
/* chartab.c - looks up what a code point is, and what it stands for in ASCII.
 *
 * In: any 32-bit value.  Out: category and script, or up to five ASCII characters and the table that says so.  The data
 * is generated (lib/gen/gen_chartab.c): pages of 256 code points, each a stream of ranges.  The blocks that a keyboard
 * with an input method gives are known to the code.  Every index is clamped to its table, so that no damaged byte of
 * data leads outside.
 */
#include "text/chartab.h"
#include "loginlint.h"

#include "text/chartab_data.inc"

#define COUNT(a) ((uint32_t)(sizeof(a) / sizeof *(a)))
#define AT(table, i) ((table)[(i) < COUNT(table) ? (i) : COUNT(table) - 1])

_Static_assert(LL_TABLES_UNICODE == LOGINLINT_UNICODE, "the header names the Unicode version of the tables");
_Static_assert(sizeof ranges == COUNT(range_starts) * CHUNK + RANGE_MAX,
               "a chunk for every start, and room for one range");
_Static_assert(LL_CATEGORIES <= 32, "category and script share a byte of the tables");
_Static_assert(LL_OTHER_SCRIPT < 8, "the script has three bits of it");

/* A byte of the tables: category in the low five bits, script in the high three. */
static uint32_t unpack(uint32_t value) {
    return (value & 0x1F) | (value & 0xE0) << 3;
}

/* The chunk of the ranges in which cp < U+20000 lies: the last of its plane that does not start above it. */
static uint32_t chunk_of(uint32_t cp) {
    uint32_t first = cp < 0x10000 ? 0 : PLANE_1, end = cp < 0x10000 ? PLANE_1 : COUNT(range_starts);
    while (end - first > 1) {
        uint32_t middle = (first + end) / 2;
        if (range_starts[middle] <= (cp & 0xFFFF))
            first = middle;
        else
            end = middle;
    }
    return first;
}

/* The range of cp < U+20000: where it starts << 8 | value.  A range in the table: (length - 1) << 4 | code; code 15:
 * the value follows; length nibble 15: length - 16 follows, in seven bits, and eight more when its high bit is set. */
static uint32_t low_range(uint32_t cp) {
    uint32_t chunk = chunk_of(cp), from = range_starts[chunk] | (cp & 0x10000);
    const uint8_t *range = ranges + chunk * CHUNK;
    for (;;) {
        uint32_t length = *range >> 4, value = *range & 15;
        range++;
        value = value < COUNT(range_codes) ? range_codes[value] : *range++;
        if (length == 15) {
            length += *range & 0x7F;
            if (*range++ & 0x80)
                length += (uint32_t)*range++ << 7;
        }
        from += length + 1;
        if (cp < from || range > ranges + COUNT(ranges) - RANGE_MAX)
            return (from - length - 1) << 8 | value;
    }
}

/* Above: ideographs, tags and private use.  high_ranges: start << 8 | value. */
static uint32_t high_value(uint32_t cp) {
    uint32_t i = COUNT(high_ranges);
    if ((cp & 0xFFFE) == 0xFFFE)
        return LL_PRIVATE; /* noncharacters */
    while (i > 1 && high_ranges[i - 1] >> 8 > cp)
        i--;
    return high_ranges[i - 1] & 0xFF;
}

uint32_t loginlint__property(uint32_t cp) {
    if (cp < 0x80)
        return cp - 0x21 < 0x5E ? LL_ASCII : cp == 0x20 ? LL_SPACE : LL_CONTROL;
    if (cp - 0x3041 < 0x56 || cp - 0x30A1 < 0x5A)
        return LL_KANA;
    if (cp - 0x3400 < 0x6C00) /* hexagrams lie between the ideographs */
        return cp - 0x4DC0 < 0x40 ? LL_OTHER : LL_HAN;
    if (cp - 0xFF01 < 0x5E && cp != 0xFF0D)
        return LL_FULLWIDTH;
    if (cp - 0xFF66 < 0x3A)
        return cp == 0xFF70 ? LL_LONG_VOWEL : LL_HALF_KANA;
    if (cp - 0x2010 < 6 || cp == 0x2212 || cp == 0xFF0D)
        return LL_DASH;
    if (cp == 0x30FC)
        return LL_LONG_VOWEL;
    if (cp - 0xAC00 < 0x2BA4)
        return LL_HANGUL;
    if (cp < 0x20000)
        return unpack(low_range(cp) & 0xFF);
    return cp < 0x110000 ? unpack(high_value(cp)) : LL_BAD;
}

/* ---- folds ---- */

/* As in lib/gen/gen_chartab.c. */
enum run_kind { RUN_STEP, RUN_SAME, RUN_PAREN, RUN_NUMBER, RUN_NUMBER_PAREN, RUN_NUMBER_DOT, RUN_STRING };

/* Zero puts nothing: such a run only bridges a long gap. */
static void put(struct ll_fold *fold, uint32_t ascii) {
    if (ascii && fold->length < sizeof fold->text)
        fold->text[fold->length++] = (uint8_t)(ascii & 0x7F);
}

static void put_number(struct ll_fold *fold, uint32_t n) {
    if (n >= 10)
        put(fold, '0' + n / 10);
    put(fold, '0' + n % 10);
}

/* String `index` of the pool; the last byte of each has its high bit set, and every 16th has its start listed. */
static void put_string(struct ll_fold *fold, uint32_t index) {
    uint32_t i = AT(string_starts, index / 16);
    for (index %= 16; index && i < COUNT(fold_strings); i++)
        index -= fold_strings[i] >> 7;
    for (; i < COUNT(fold_strings); i++) {
        put(fold, fold_strings[i]);
        if (fold_strings[i] & 0x80)
            return;
    }
}

/* Character i of a run; the value is its first character, number or string. */
static void put_run(struct ll_fold *fold, uint32_t kind, uint32_t value, uint32_t i) {
    int paren = kind == RUN_PAREN || kind == RUN_NUMBER_PAREN;
    if (kind != RUN_SAME)
        value += i;
    if (paren)
        put(fold, '(');
    if (kind <= RUN_PAREN)
        put(fold, value);
    else if (kind <= RUN_NUMBER_DOT)
        put_number(fold, value);
    else
        put_string(fold, value);
    if (paren)
        put(fold, ')');
    if (kind == RUN_NUMBER_DOT)
        put(fold, '.');
}

/* The runs of a page: 0x80 | gap, value, for one character of kind RUN_STEP; else gap, kind << 5 | (length - 1), value.
 */
static void fold_by_run(struct ll_fold *fold, uint32_t cp) {
    uint32_t page = cp < 0x10000 ? 0 : FOLD_PLANE_1, pages = cp < 0x10000 ? FOLD_PLANE_1 : COUNT(fold_pages);
    uint32_t i, end, at = 0, low = cp & 0xFF;
    while (page < pages && fold_pages[page] != (cp >> 8 & 0xFF))
        page++;
    if (page == pages)
        return;
    for (i = fold_starts[page], end = fold_starts[page + 1]; i < end && i <= COUNT(fold_runs) - FOLD_RUN_MAX;) {
        uint32_t gap = fold_runs[i++], shape = gap & 0x80 ? 0 : fold_runs[i++], value = fold_runs[i++];
        at += gap & 0x7F;
        if (low - at <= (shape & 0x1F)) { /* wraps round where cp lies in the gap */
            put_run(fold, shape >> 5, value, low - at);
            return;
        }
        at += (shape & 0x1F) + 1;
    }
}

/* Did an input method emit cp for an ASCII key, or does it only look like one? */
static int is_keystroke(uint32_t cp) {
    return cp == 0x2019 || cp == 0x201D || cp == 0x2212 || cp == 0x3000 || cp == 0xFF0D || cp - 0xFFE5 < 2;
}

enum how { HOW_NOT, HOW_RUN, HOW_WIDTH, HOW_DIGIT }; /* else: the character itself */

static const struct {
    uint8_t how, table;
} by_category[32] = {
    /* as many as five bits of a damaged table could say */
    [LL_FULLWIDTH] = {HOW_WIDTH, LL_FOLD_KEYSTROKE}, [LL_SYMBOL] = {HOW_RUN, LL_FOLD_KEYSTROKE},
    [LL_DIGIT] = {HOW_DIGIT, LL_FOLD_COMPATIBILITY}, [LL_COMPAT] = {HOW_RUN, LL_FOLD_COMPATIBILITY},
    [LL_QUOTE] = {HOW_RUN, LL_FOLD_LOOKALIKE},       [LL_LETTER] = {HOW_RUN, LL_FOLD_LOOKALIKE},
    [LL_WIDE_SPACE] = {' ', LL_FOLD_LOOKALIKE},      [LL_DASH] = {'-', LL_FOLD_LOOKALIKE},
    [LL_LONG_VOWEL] = {'-', LL_FOLD_KEYSTROKE},      [LL_YEN] = {'\\', LL_FOLD_LOOKALIKE},
};

static void fold_by(struct ll_fold *fold, uint32_t how, uint32_t cp) {
    if (how == HOW_RUN)
        fold_by_run(fold, cp);
    else if (how == HOW_WIDTH)
        put(fold, cp - 0xFEE0);
    else if (how == HOW_DIGIT) /* ranges of digits start at a zero */
        put(fold, '0' + (cp - (low_range(cp) >> 8)) % 10);
    else
        put(fold, how);
}

int loginlint__fold_of(uint32_t cp, uint32_t category, struct ll_fold *fold) {
    static const struct ll_fold nothing = {{0, 0, 0, 0, 0}, 0, 0, 0};
    *fold = nothing;
    fold_by(fold, by_category[category].how, cp);
    if (fold->length)
        fold->table = is_keystroke(cp) ? LL_FOLD_KEYSTROKE : by_category[category].table;
    return fold->length != 0;
}

int loginlint__fold(uint32_t cp, struct ll_fold *fold) {
    return loginlint__fold_of(cp, LL_CATEGORY_OF(loginlint__property(cp)), fold);
}
