/* SPDX-License-Identifier: MIT */
/* json_writer.c - commas, keys and quotes of JSON; what stands between quotes is escaped by writer.c. */
#include "words/json_writer.h"

struct ll_json loginlint__json_on(uint8_t *out, uint32_t capacity) {
    struct ll_json j;
    j.w = ll_writer_on(out, capacity);
    j.comma = 0;
    return j;
}

void loginlint__json_next(struct ll_json *j) {
    if (j->comma)
        loginlint__put_byte(&j->w, ',');
    j->comma = 1;
}

void loginlint__json_open(struct ll_json *j, char bracket) {
    loginlint__json_next(j);
    loginlint__put_byte(&j->w, (uint8_t)bracket);
    j->comma = 0;
}

void loginlint__json_close(struct ll_json *j, char bracket) {
    loginlint__put_byte(&j->w, (uint8_t)bracket);
    j->comma = 1;
}

void loginlint__json_quote(struct ll_json *j) {
    loginlint__json_next(j);
    loginlint__put_byte(&j->w, '"');
    j->w.quoted = 1;
    j->w.last = 0;
}

void loginlint__json_unquote(struct ll_json *j) {
    j->w.quoted = 0;
    loginlint__put_byte(&j->w, '"');
}

void loginlint__json_string(struct ll_json *j, const uint8_t *s, uint32_t n) {
    loginlint__json_quote(j);
    loginlint__put_text(&j->w, s, n);
    loginlint__json_unquote(j);
}

void loginlint__json_text(struct ll_json *j, const char *s) {
    loginlint__json_quote(j);
    loginlint__put(&j->w, s);
    loginlint__json_unquote(j);
}

void loginlint__json_key(struct ll_json *j, const char *name) {
    loginlint__json_text(j, name);
    loginlint__put_byte(&j->w, ':');
    j->comma = 0;
}

void loginlint__json_number(struct ll_json *j, int32_t n) {
    loginlint__json_next(j);
    if (n < 0)
        loginlint__put_byte(&j->w, '-');
    loginlint__put_number(&j->w, n < 0 ? 0u - (uint32_t)n : (uint32_t)n);
}

void loginlint__json_truth(struct ll_json *j, int yes) {
    loginlint__json_next(j);
    loginlint__put(&j->w, yes ? "true" : "false");
}

void loginlint__json_null(struct ll_json *j) {
    loginlint__json_next(j);
    loginlint__put(&j->w, "null");
}

int32_t loginlint__json_done(const struct ll_json *j) {
    return loginlint__writer_done(&j->w);
}
