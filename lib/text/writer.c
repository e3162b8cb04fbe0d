/* SPDX-License-Identifier: MIT */
/* writer.c - text into a caller's buffer, and the escapes of JSON (RFC 8259). */
#include "text/writer.h"
#include "text/utf.h"

static void put_raw(struct ll_writer *w, uint32_t byte) {
    if (w->needed < w->capacity)
        w->out[w->needed] = (uint8_t)byte;
    w->needed++;
}

/* Digits need no escape. */
void loginlint__put_hex(struct ll_writer *w, uint32_t n, uint32_t width) {
    uint32_t at = 8;
    while (at > width && !(n >> 4 * (at - 1)))
        at--;
    while (at--)
        put_raw(w, (uint8_t) "0123456789ABCDEF"[n >> 4 * at & 15]);
}

/* Takes back the `written` bytes of the character that the last one would complete. */
static void escape(struct ll_writer *w, uint32_t written, uint32_t cp) {
    w->needed -= written;
    put_raw(w, '\\');
    put_raw(w, 'u');
    loginlint__put_hex(w, cp, 4);
}

/* Controls, and what would end a string or a script: quotes, U+2028, U+2029, "</". */
static void put_quoted(struct ll_writer *w, uint32_t byte) {
    uint32_t last = w->last;
    w->last = (uint16_t)(last << 8 | byte);
    if (byte < 0x20 || byte == 0x7F) {
        escape(w, 0, byte);
    } else if ((last & 0xFF) == 0xC2 && byte < 0xA0) {
        escape(w, 1, byte);
    } else if (last == 0xE280 && (byte == 0xA8 || byte == 0xA9)) {
        escape(w, 2, 0x2000 | (byte & 0x3F));
    } else {
        if (byte == '"' || byte == '\\' || (byte == '/' && (last & 0xFF) == '<'))
            put_raw(w, '\\');
        put_raw(w, byte);
    }
}

void loginlint__put_byte(struct ll_writer *w, uint32_t byte) {
    if (w->quoted)
        put_quoted(w, byte);
    else
        put_raw(w, byte);
}

void loginlint__put_bytes(struct ll_writer *w, const uint8_t *s, uint32_t n) {
    uint32_t i;
    for (i = 0; i < n; i++)
        loginlint__put_byte(w, s[i]);
}

void loginlint__put_text(struct ll_writer *w, const uint8_t *s, uint32_t n) {
    uint32_t at, length, cp;
    uint8_t utf8[4];
    for (at = 0; at < n; at += length) {
        cp = loginlint__utf8_next(s + at, n - at, &length);
        loginlint__put_bytes(w, utf8, loginlint__utf8_put(cp == LL_ILLFORMED ? 0xFFFD : cp, utf8));
    }
}

void loginlint__put(struct ll_writer *w, const char *s) {
    while (*s)
        loginlint__put_byte(w, (uint8_t)*s++);
}

void loginlint__put_number(struct ll_writer *w, uint32_t n) {
    uint8_t digit[10];
    uint32_t count = 0;
    do {
        digit[count++] = (uint8_t)('0' + n % 10);
        n /= 10;
    } while (n);
    while (count)
        loginlint__put_byte(w, digit[--count]);
}

int32_t loginlint__writer_done(const struct ll_writer *w) {
    uint32_t at = w->capacity, length;
    if (w->needed <= w->capacity || !at)
        return (int32_t)w->needed;
    while (at && (w->out[at - 1] & 0xC0) == 0x80)
        at--;
    if (!at)
        return (int32_t)w->needed;
    at--; /* the last lead byte or ASCII character */
    length = w->out[at] < 0x80 ? 1 : w->out[at] < 0xE0 ? 2 : w->out[at] < 0xF0 ? 3 : 4;
    if (at + length > w->capacity)
        while (at < w->capacity)
            w->out[at++] = 0;
    return (int32_t)w->needed;
}
