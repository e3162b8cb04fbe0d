/* SPDX-License-Identifier: MIT */
/* random.h - numbers that are the same on every machine, and a code point in UTF-8 and UTF-16, written apart from lib/.
 */
#ifndef LL_RANDOM_H
#define LL_RANDOM_H

#include <stdint.h>

static uint64_t state = 0x9E3779B97F4A7C15u; /* of xorshift64*; never zero */

static inline uint32_t random_bits(void) {
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return (uint32_t)((state * 0x2545F4914F6CDD1Du) >> 32);
}

static inline uint32_t below(uint32_t n) {
    return (random_bits() >> 1) % n;
}

#define ANY(list) (list)[below(sizeof(list) / sizeof *(list))]

/* The bytes of cp at b, one to four; their number. */
static inline uint32_t utf8_of(uint32_t cp, uint8_t *b) {
    static const uint8_t lead[] = {0, 0xC0, 0xE0, 0xF0};
    uint32_t more = cp < 0x80 ? 0 : cp < 0x800 ? 1 : cp < 0x10000 ? 2 : 3, i;
    b[0] = (uint8_t)(lead[more] | cp >> 6 * more);
    for (i = 1; i <= more; i++)
        b[i] = (uint8_t)(0x80 | (cp >> 6 * (more - i) & 0x3F));
    return more + 1;
}

/* The units of cp at u, one or two; their number. */
static inline uint32_t utf16_of(uint32_t cp, uint16_t *u) {
    if (cp < 0x10000) {
        u[0] = (uint16_t)cp;
        return 1;
    }
    u[0] = (uint16_t)(0xD7C0 + (cp >> 10));
    u[1] = (uint16_t)(0xDC00 + (cp & 0x3FF));
    return 2;
}

#endif
