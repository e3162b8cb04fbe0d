/* writer.h - text into a caller's buffer: never past its capacity, cut at a code-point boundary, and the length that
 * the whole text needs.
 *
 *     struct ll_writer w = ll_writer_on(out, capacity);
 *     ll_put(&w, "...");
 *     return ll_writer_done(&w);
 *
 * Everything written must be well-formed UTF-8.  With capacity 0 nothing is written, `out` may be NULL, and the length
 * is measured.  Where the text was cut, the 1-3 bytes left over by a character that did not fit are zero.
 */
#ifndef LL_WRITER_H
#define LL_WRITER_H

#include <stdint.h>

struct ll_writer {
    uint8_t *out;
    uint32_t capacity;
    uint32_t needed; /* bytes so far, written or not; no text of this library comes near 2^31 */
};

static inline struct ll_writer ll_writer_on(uint8_t *out, uint32_t capacity) {
    struct ll_writer w = {out, out ? capacity : 0, 0};
    return w;
}

static inline void ll_put_byte(struct ll_writer *w, uint32_t byte) {
    if (w->needed < w->capacity)
        w->out[w->needed] = (uint8_t)byte;
    w->needed++;
}

static inline void ll_put_bytes(struct ll_writer *w, const uint8_t *s, uint32_t n) {
    uint32_t i;
    for (i = 0; i < n; i++)
        ll_put_byte(w, s[i]);
}

static inline void ll_put(struct ll_writer *w, const char *s) {
    while (*s)
        ll_put_byte(w, (uint8_t)*s++);
}

static inline void ll_put_number(struct ll_writer *w, uint32_t n) {
    uint8_t digit[10];
    uint32_t count = 0;
    do {
        digit[count++] = (uint8_t)('0' + n % 10);
        n /= 10;
    } while (n);
    while (count)
        ll_put_byte(w, digit[--count]);
}

/* At least `width` hexadecimal digits, width <= 8. */
static inline void ll_put_hex(struct ll_writer *w, uint32_t n, uint32_t width) {
    uint32_t at = 8;
    while (at > width && !(n >> 4 * (at - 1)))
        at--;
    while (at--)
        ll_put_byte(w, (uint8_t) "0123456789ABCDEF"[n >> 4 * at & 15]);
}

/* The length of the whole text; takes back the piece of a character that the capacity cut through. */
static inline int32_t ll_writer_done(const struct ll_writer *w) {
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

#endif
