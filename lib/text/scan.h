/* SPDX-License-Identifier: MIT */
/* scan.h - reads "name: value; name: value" strings byte by byte: words, numbers, and where the first error is.
 *
 * In: n bytes, any bytes.  Out: each reader returns 1 and has moved past what it read, or returns 0 and has described
 * the error in `where` (which may be NULL).  An offset never lies past the end, and a span ends at a delimiter.
 */
#ifndef LL_SCAN_H
#define LL_SCAN_H

#include "loginlint.h"
#include "text/ascii.h"

#define LL_SCAN_END 0x100u /* what stands after the last byte */

struct ll_scan {
    const uint8_t *s;
    uint32_t n, at;
    loginlint_where *where;
};

struct ll_scan loginlint__scan_on(const char *s, uint32_t n, loginlint_where *where);

/* The next byte, or LL_SCAN_END. */
uint32_t loginlint__scan_peek(const struct ll_scan *scan);

/* What stands at `at` is not what was expected.  Always 0. */
int loginlint__scan_fail(struct ll_scan *scan, uint32_t at, uint32_t found, uint32_t expected);

/* The same for a text that belongs nowhere here, which is most of them. */
int loginlint__scan_wrong(struct ll_scan *scan, uint32_t at, uint32_t expected);

/* 1 when there was white space, which has been passed over. */
int loginlint__scan_space(struct ll_scan *scan);

/* Passes over `byte` if it comes next; no error is recorded. */
int loginlint__scan_take(struct ll_scan *scan, uint32_t byte);

/* Words come in tables: rows of lower-case words with a space between them; a row ends with NUL, the table with an
 * empty row. */
#define LL_NO_WORD 0xFFu

/* What a name or a word is made of. */
static inline int ll_is_in_word(uint32_t c) {
    return ll_is_letter(c) || c == '-';
}

/* The row whose first word comes next, and has been passed over; LL_NO_WORD. */
uint32_t loginlint__scan_row(struct ll_scan *scan, const char *table);

/* Which word of row i, counted from the second as 0, comes next, and has been passed over; LL_NO_WORD. */
uint32_t loginlint__scan_choice(struct ll_scan *scan, const char *table, uint32_t i);

/* Row i of a table, word i of a row; an empty text past the last. */
const char *loginlint__row(const char *table, uint32_t i);
const char *loginlint__word(const char *row, uint32_t i);

/* A decimal number in [min, max]. */
int loginlint__scan_number(struct ll_scan *scan, uint32_t min, uint32_t max, uint32_t *value);

/* The colon after a name, and the white space around it. */
int loginlint__scan_colon(struct ll_scan *scan);

/* The semicolon after a value, or the end; the white space around it. */
int loginlint__scan_semicolon(struct ll_scan *scan);

/* The property whose name and colon come next, as a row (below 32) of the table; LL_NO_WORD after an error.  A property
 * may be said once, but one of `often` (1 << row) any number of times. */
uint32_t loginlint__scan_property(struct ll_scan *scan, const char *table, uint32_t *said, uint32_t often);

#endif
