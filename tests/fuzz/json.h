/* SPDX-License-Identifier: MIT */
/* json.h - is this one JSON object (RFC 8259), well-formed UTF-8, without a name twice in one object?
 *
 * In: bytes.  Out: 1 or 0.  Strict: no white space that the writer does not write, no control character in a string.
 */
#ifndef FUZZ_JSON_H
#define FUZZ_JSON_H

#include "laws.h"

struct json_at {
    const uint8_t *s;
    uint32_t n, at, depth;
};

static int json_value(struct json_at *j);

static int json_take(struct json_at *j, uint8_t c) {
    return j->at < j->n && j->s[j->at] == c ? ++j->at, 1 : 0;
}

static int json_hex(struct json_at *j) {
    uint32_t i;
    for (i = 0; i < 4; i++, j->at++)
        if (j->at >= j->n || !strchr("0123456789abcdefABCDEF", j->s[j->at]) || !j->s[j->at])
            return 0;
    return 1;
}

static int json_string(struct json_at *j) {
    if (!json_take(j, '"'))
        return 0;
    while (j->at < j->n && j->s[j->at] != '"') {
        uint8_t c = j->s[j->at++];
        if (c < 0x20)
            return 0;
        if (c != '\\')
            continue;
        if (json_take(j, 'u')) {
            if (!json_hex(j))
                return 0;
        } else if (j->at >= j->n || !j->s[j->at] || !strchr("\"\\/bfnrt", j->s[j->at++])) {
            return 0;
        }
    }
    return json_take(j, '"');
}

static int json_number(struct json_at *j) {
    uint32_t from;
    json_take(j, '-');
    from = j->at;
    while (j->at < j->n && j->s[j->at] >= '0' && j->s[j->at] <= '9')
        j->at++;
    return j->at > from && (j->s[from] != '0' || j->at == from + 1); /* whole numbers only */
}

static int json_word(struct json_at *j, const char *word) {
    uint32_t n = (uint32_t)strlen(word);
    if (j->n - j->at < n || memcmp(j->s + j->at, word, n) != 0)
        return 0;
    j->at += n;
    return 1;
}

static int json_object(struct json_at *j) {
    struct {
        uint32_t from, length;
    } name[32];
    uint32_t names = 0, i;
    if (json_take(j, '}'))
        return 1;
    do {
        uint32_t from = j->at;
        if (names == 32 || !json_string(j))
            return 0;
        for (i = 0; i < names; i++)
            if (name[i].length == j->at - from && memcmp(j->s + name[i].from, j->s + from, name[i].length) == 0)
                return 0;
        name[names].from = from, name[names++].length = j->at - from;
        if (!json_take(j, ':') || !json_value(j))
            return 0;
    } while (json_take(j, ','));
    return json_take(j, '}');
}

static int json_array(struct json_at *j) {
    if (json_take(j, ']'))
        return 1;
    do
        if (!json_value(j))
            return 0;
    while (json_take(j, ','));
    return json_take(j, ']');
}

static int json_value(struct json_at *j) {
    int good;
    if (j->at >= j->n || ++j->depth > 16)
        return 0;
    switch (j->s[j->at]) {
    case '{':
        j->at++, good = json_object(j);
        break;
    case '[':
        j->at++, good = json_array(j);
        break;
    case '"':
        good = json_string(j);
        break;
    case 't':
        good = json_word(j, "true");
        break;
    case 'f':
        good = json_word(j, "false");
        break;
    case 'n':
        good = json_word(j, "null");
        break;
    default:
        good = json_number(j);
    }
    j->depth--;
    return good;
}

static int text_wellformed(const uint8_t *s, uint32_t n) {
    uint32_t at = 0;
    int good = 1;
    while (at < n && good)
        at += oracle_next(s + at, n - at, &good);
    return good;
}

static int json_is_object(const uint8_t *s, uint32_t n) {
    struct json_at j = {s, n, 0, 0};
    return n && s[0] == '{' && text_wellformed(s, n) && json_value(&j) && j.at == n;
}

#endif
