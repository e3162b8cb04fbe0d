/* json.h - one line of JSON (RFC 8259) into a caller's buffer: commas, keys and escapes looked after.
 *
 *     struct ll_json j = ll_json_on(out, capacity);
 *     ll_json_open(&j, '{');
 *     ll_json_key(&j, "verdict"), ll_json_text(&j, "go");
 *     ll_json_close(&j, '}');
 *     return ll_json_done(&j);
 *
 * The result is valid UTF-8 and valid JSON whatever the strings hold; it can be pasted into a script as well (U+2028,
 * U+2029 and "</" are escaped).  With too small a capacity it is cut like any other text.
 */
#ifndef LL_JSON_H
#define LL_JSON_H

#include "utf.h"
#include "writer.h"

struct ll_json {
    struct ll_writer w;
    uint8_t comma; /* 1: the next value or key of this list stands behind another one */
};

static inline struct ll_json ll_json_on(uint8_t *out, uint32_t capacity) {
    struct ll_json j;
    j.w = ll_writer_on(out, capacity);
    j.comma = 0;
    return j;
}

static inline void ll_json_next(struct ll_json *j) {
    if (j->comma)
        ll_put_byte(&j->w, ',');
    j->comma = 1;
}

/* '{' or '['; then its members, then the bracket that closes it. */
static inline void ll_json_open(struct ll_json *j, char bracket) {
    ll_json_next(j);
    ll_put_byte(&j->w, (uint8_t)bracket);
    j->comma = 0;
}

static inline void ll_json_close(struct ll_json *j, char bracket) {
    ll_put_byte(&j->w, (uint8_t)bracket);
    j->comma = 1;
}

static inline void ll_json_escape(struct ll_json *j, uint32_t cp) {
    ll_put(&j->w, "\\u");
    ll_put_hex(&j->w, cp, 4);
}

static inline void ll_json_character(struct ll_json *j, uint32_t cp, uint32_t previous) {
    uint8_t utf8[4];
    if (cp == '"' || cp == '\\') {
        ll_put_byte(&j->w, '\\');
        ll_put_byte(&j->w, cp);
    } else if (cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || cp == 0x2028 || cp == 0x2029) {
        ll_json_escape(j, cp);
    } else if (cp == '/' && previous == '<') {
        ll_put(&j->w, "\\/");
    } else {
        ll_put_bytes(&j->w, utf8, ll_utf8_put(cp, utf8));
    }
}

/* A string of n bytes; what is not well-formed in it is shown as U+FFFD. */
static inline void ll_json_string(struct ll_json *j, const uint8_t *s, uint32_t n) {
    uint32_t at = 0, length, cp, previous = 0;
    ll_json_next(j);
    ll_put_byte(&j->w, '"');
    while (at < n) {
        cp = ll_utf8_next(s + at, n - at, &length);
        cp = cp == LL_ILLFORMED ? 0xFFFD : cp;
        ll_json_character(j, cp, previous);
        previous = cp;
        at += length;
    }
    ll_put_byte(&j->w, '"');
}

static inline void ll_json_text(struct ll_json *j, const char *s) {
    uint32_t n = 0;
    while (s[n])
        n++;
    ll_json_string(j, (const uint8_t *)s, n);
}

static inline void ll_json_key(struct ll_json *j, const char *name) {
    ll_json_text(j, name);
    ll_put_byte(&j->w, ':');
    j->comma = 0;
}

static inline void ll_json_number(struct ll_json *j, int32_t n) {
    ll_json_next(j);
    if (n < 0)
        ll_put_byte(&j->w, '-');
    ll_put_number(&j->w, n < 0 ? 0u - (uint32_t)n : (uint32_t)n);
}

static inline void ll_json_truth(struct ll_json *j, int yes) {
    ll_json_next(j);
    ll_put(&j->w, yes ? "true" : "false");
}

static inline int32_t ll_json_done(const struct ll_json *j) {
    return ll_writer_done(&j->w);
}

#endif
