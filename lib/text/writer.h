/* SPDX-License-Identifier: MIT */
/* writer.h - text into a caller's buffer: never past its capacity, cut at a code-point boundary, and the length that
 * the whole text needs.
 *
 *     struct ll_writer w = ll_writer_on(out, capacity);
 *     loginlint__put(&w, "...");
 *     return loginlint__writer_done(&w);
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
    uint16_t quoted; /* 1: what is put is the inside of a JSON string, and escaped */
    uint16_t last;   /* while quoted: the two bytes before */
};

static inline struct ll_writer ll_writer_on(uint8_t *out, uint32_t capacity) {
    struct ll_writer w = {out, out ? capacity : 0, 0, 0, 0};
    return w;
}

void loginlint__put_byte(struct ll_writer *w, uint32_t byte);
void loginlint__put_bytes(struct ll_writer *w, const uint8_t *s, uint32_t n);
/* The same for bytes from outside: what is not well-formed is shown as U+FFFD. */
void loginlint__put_text(struct ll_writer *w, const uint8_t *s, uint32_t n);

void loginlint__put(struct ll_writer *w, const char *s);
void loginlint__put_number(struct ll_writer *w, uint32_t n);

/* At least `width` hexadecimal digits, width <= 8. */
void loginlint__put_hex(struct ll_writer *w, uint32_t n, uint32_t width);

/* The length of the whole text; takes back the piece of a character that the capacity cut through. */
int32_t loginlint__writer_done(const struct ll_writer *w);

#endif
