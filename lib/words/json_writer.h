/* SPDX-License-Identifier: MIT */
/* json_writer.h - one line of JSON (RFC 8259) into a caller's buffer: commas, keys and escapes looked after.
 *
 *     struct ll_json j = loginlint__json_on(out, capacity);
 *     loginlint__json_open(&j, '{');
 *     loginlint__json_key(&j, "verdict"), loginlint__json_text(&j, "go");
 *     loginlint__json_close(&j, '}');
 *     return loginlint__json_done(&j);
 *
 * The result is valid UTF-8 and valid JSON whatever the strings hold; it can be pasted into a script as well (U+2028,
 * U+2029 and "</" are escaped).  With too small a capacity it is cut like any other text.
 */
#ifndef LL_JSON_WRITER_H
#define LL_JSON_WRITER_H

#include "text/writer.h"

struct ll_json {
    struct ll_writer w;
    uint8_t comma; /* 1: the next value or key of this list stands behind another one */
};

struct ll_json loginlint__json_on(uint8_t *out, uint32_t capacity);

/* Before a value or key: the comma. */
void loginlint__json_next(struct ll_json *j);

/* '{' or '['; then its members, then the bracket that closes it. */
void loginlint__json_open(struct ll_json *j, char bracket);
void loginlint__json_close(struct ll_json *j, char bracket);

/* A string whose parts (well-formed UTF-8) are put to the writer in between. */
void loginlint__json_quote(struct ll_json *j);
void loginlint__json_unquote(struct ll_json *j);

/* A string of n bytes; what is not well-formed in it is shown as U+FFFD. */
void loginlint__json_string(struct ll_json *j, const uint8_t *s, uint32_t n);

void loginlint__json_text(struct ll_json *j, const char *s);
void loginlint__json_key(struct ll_json *j, const char *name);
void loginlint__json_number(struct ll_json *j, int32_t n);
void loginlint__json_truth(struct ll_json *j, int yes);
void loginlint__json_null(struct ll_json *j);
int32_t loginlint__json_done(const struct ll_json *j);

#endif
