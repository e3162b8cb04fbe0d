/* SPDX-License-Identifier: MIT */
/* chartab.c - the tables of characters: what is not of a block that the code knows (blocks.c).
 *
 * In: any 32-bit value.  Out: its range and the byte of that, or the ASCII characters of its run.  The data is
 * generated (lib/gen/gen_chartab.c): pages of 256 code points, each a stream of ranges.  Every index is clamped to its
 * table, so that no damaged byte of data leads outside.
 */
#include "text/chartab.h"
#include "loginlint.h"

#include "text/chartab_data.inc"

#define COUNT(a) ((uint32_t)(sizeof(a) / sizeof *(a)))
#define AT(table, i) ((table)[(i) < COUNT(table) ? (i) : COUNT(table) - 1])

_Static_assert(LL_TABLES_UNICODE == LOGINLINT_UNICODE, "the header names the Unicode version of the tables");
_Static_assert(sizeof ranges == COUNT(range_starts) * CHUNK + RANGE_MAX,
               "a chunk for every start, and room for one range");

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
static uint32_t high_range(uint32_t cp) {
    uint32_t i = COUNT(high_ranges);
    if ((cp & 0xFFFE) == 0xFFFE)
        return LL_PRIVATE; /* noncharacters */
    while (i > 1 && high_ranges[i - 1] >> 8 > cp)
        i--;
    return high_ranges[i - 1];
}

uint32_t loginlint__range_of(uint32_t cp) {
    return cp < 0x20000 ? low_range(cp) : high_range(cp);
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
void loginlint__fold_by_run(struct ll_fold *fold, uint32_t cp) {
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
