/* SPDX-License-Identifier: MIT */
/* scan.c - the readers that every "name: value; name: value" string shares: rules, context, what a service says, facts.
 *
 * In: a cursor on bytes.  Out: the cursor behind what was read, or where the error is, what was found and what was
 * expected.
 */
#include "text/scan.h"

/* As the HTML `passwordrules` attribute has it: no vertical tab. */
static int is_space(uint32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

struct ll_scan loginlint__scan_on(const char *s, uint32_t n, loginlint_where *where) {
    const loginlint_where nothing = {.size = sizeof nothing};
    struct ll_scan scan = {(const uint8_t *)s, n, 0, where};
    if (where)
        *where = nothing;
    return scan;
}

uint32_t loginlint__scan_peek(const struct ll_scan *scan) {
    return scan->at < scan->n ? scan->s[scan->at] : LL_SCAN_END;
}

/* The text that begins with `first` ends before this byte.  A colon ends a name, and stands inside a time or offset. */
static int ends(uint32_t first, uint32_t byte) {
    int timed = ll_is_digit(first) || first == '+' || first == '-';
    return is_space(byte) || byte == ';' || byte == ',' || (byte == ':' && !timed);
}

int loginlint__scan_fail(struct ll_scan *scan, uint32_t at, uint32_t found, uint32_t expected) {
    uint32_t end = at;
    if (!scan->where)
        return 0;
    while (end < scan->n && (end == at || !ends(scan->s[at], scan->s[end])))
        end++;
    scan->where->offset = at;
    scan->where->length = end - at;
    scan->where->found = (uint16_t)(at == scan->n ? LOGINLINT_FOUND_END : found);
    scan->where->expected = (uint16_t)expected;
    return 0;
}

int loginlint__scan_wrong(struct ll_scan *scan, uint32_t at, uint32_t expected) {
    return loginlint__scan_fail(scan, at, LOGINLINT_FOUND_TEXT, expected);
}

int loginlint__scan_space(struct ll_scan *scan) {
    uint32_t start = scan->at;
    while (is_space(loginlint__scan_peek(scan)))
        scan->at++;
    return scan->at > start;
}

int loginlint__scan_take(struct ll_scan *scan, uint32_t byte) {
    if (loginlint__scan_peek(scan) != byte)
        return 0;
    scan->at++;
    return 1;
}

/* Passes over the word (up to a space or NUL) if it comes next, in any case; no error is recorded. */
static int scan_word(struct ll_scan *scan, const char *word) {
    uint32_t start = scan->at;
    while (*word > ' ' && ll_lower(loginlint__scan_peek(scan)) == (uint8_t)*word) {
        word++;
        scan->at++;
    }
    if (*word <= ' ' && !ll_is_in_word(loginlint__scan_peek(scan)))
        return 1;
    scan->at = start;
    return 0;
}

const char *loginlint__row(const char *table, uint32_t i) {
    for (; i && *table; i--)
        while (*table++)
            continue;
    return table;
}

const char *loginlint__word(const char *row, uint32_t i) {
    for (; *row && i; row++)
        i -= *row == ' ';
    return row;
}

uint32_t loginlint__scan_row(struct ll_scan *scan, const char *table) {
    uint32_t i;
    for (i = 0; *table; i++, table = loginlint__row(table, 1))
        if (scan_word(scan, table))
            return i;
    return LL_NO_WORD;
}

uint32_t loginlint__scan_choice(struct ll_scan *scan, const char *table, uint32_t i) {
    const char *word = loginlint__word(loginlint__row(table, i), 1);
    for (i = 0; *word; i++, word = loginlint__word(word, 1))
        if (scan_word(scan, word))
            return i;
    return LL_NO_WORD;
}

int loginlint__scan_number(struct ll_scan *scan, uint32_t min, uint32_t max, uint32_t *value) {
    uint32_t start = scan->at, digit;
    uint64_t n = 0;
    while ((digit = loginlint__scan_peek(scan) - '0') <= 9) {
        n = n > max ? n : n * 10 + digit;
        scan->at++;
    }
    if (scan->at == start || n < min || n > max)
        return loginlint__scan_wrong(scan, start, LOGINLINT_EXPECTED_NUMBER);
    *value = (uint32_t)n;
    return 1;
}

int loginlint__scan_colon(struct ll_scan *scan) {
    loginlint__scan_space(scan);
    if (!loginlint__scan_take(scan, ':'))
        return loginlint__scan_wrong(scan, scan->at, LOGINLINT_EXPECTED_COLON);
    loginlint__scan_space(scan);
    return 1;
}

int loginlint__scan_semicolon(struct ll_scan *scan) {
    loginlint__scan_space(scan);
    if (scan->at < scan->n && !loginlint__scan_take(scan, ';'))
        return loginlint__scan_wrong(scan, scan->at, LOGINLINT_EXPECTED_SEMICOLON);
    loginlint__scan_space(scan);
    return 1;
}

uint32_t loginlint__scan_property(struct ll_scan *scan, const char *table, uint32_t *said, uint32_t often) {
    uint32_t at = scan->at, i = loginlint__scan_row(scan, table);
    if (i == LL_NO_WORD) {
        loginlint__scan_wrong(scan, at, LOGINLINT_EXPECTED_PROPERTY);
        return LL_NO_WORD;
    }
    if (*said & ~often & 1u << i) {
        loginlint__scan_fail(scan, at, LOGINLINT_FOUND_DUPLICATE, LOGINLINT_EXPECTED_PROPERTY);
        return LL_NO_WORD;
    }
    *said |= 1u << i;
    return loginlint__scan_colon(scan) ? i : LL_NO_WORD;
}
