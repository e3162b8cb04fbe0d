/* json_writer.c - commas, keys and quotes of JSON; what stands between quotes is escaped by writer.c. */
#include "json.h"

struct ll_json ll_json_on(uint8_t *out, uint32_t capacity) {
    struct ll_json j;
    j.w = ll_writer_on(out, capacity);
    j.comma = 0;
    return j;
}

void ll_json_next(struct ll_json *j) {
    if (j->comma)
        ll_put_byte(&j->w, ',');
    j->comma = 1;
}

void ll_json_open(struct ll_json *j, char bracket) {
    ll_json_next(j);
    ll_put_byte(&j->w, (uint8_t)bracket);
    j->comma = 0;
}

void ll_json_close(struct ll_json *j, char bracket) {
    ll_put_byte(&j->w, (uint8_t)bracket);
    j->comma = 1;
}

void ll_json_quote(struct ll_json *j) {
    ll_json_next(j);
    ll_put_byte(&j->w, '"');
    j->w.quoted = 1;
    j->w.last = 0;
}

void ll_json_unquote(struct ll_json *j) {
    j->w.quoted = 0;
    ll_put_byte(&j->w, '"');
}

void ll_json_string(struct ll_json *j, const uint8_t *s, uint32_t n) {
    ll_json_quote(j);
    ll_put_text(&j->w, s, n);
    ll_json_unquote(j);
}

void ll_json_text(struct ll_json *j, const char *s) {
    ll_json_quote(j);
    ll_put(&j->w, s);
    ll_json_unquote(j);
}

void ll_json_key(struct ll_json *j, const char *name) {
    ll_json_text(j, name);
    ll_put_byte(&j->w, ':');
    j->comma = 0;
}

void ll_json_number(struct ll_json *j, int32_t n) {
    ll_json_next(j);
    if (n < 0)
        ll_put_byte(&j->w, '-');
    ll_put_number(&j->w, n < 0 ? 0u - (uint32_t)n : (uint32_t)n);
}

void ll_json_truth(struct ll_json *j, int yes) {
    ll_json_next(j);
    ll_put(&j->w, yes ? "true" : "false");
}

int32_t ll_json_done(const struct ll_json *j) {
    return ll_writer_done(&j->w);
}
