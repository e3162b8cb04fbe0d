/* SPDX-License-Identifier: MIT */
/* random_value.h - values as nobody types them, the same on every machine: for tests of what holds of all. */
#ifndef LL_RANDOM_VALUE_H
#define LL_RANDOM_VALUE_H

#include <stdint.h>

enum { ROOM = 4096 };

static uint64_t state = 0x2545F4914F6CDD1Du;
static uint32_t below(uint32_t n) {
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return (uint32_t)((state * 0x2545F4914F6CDD1Du) >> 33) % n;
}

static uint32_t some_code_point(uint32_t flavour) {
    static const uint32_t odd[] = {9,      0x0A,   0x20,   0x20,   0xA0,   0xA5,    0xAD,     0x430,  0x43E,
                                   0x2010, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C,  0x2212,   0x3000, 0x3001,
                                   0x3002, 0x3007, 0x30FC, 0x3042, 0x304B, 0x3099,  0x30AB,   0x4E00, 0x5C71,
                                   0x3161, 0x3164, 0xAC00, 0xFB01, 0xFE0F, 0x200B,  0x202E,   0xFEFF, 0xFF0D,
                                   0xFF70, 0xFF76, 0xFF9E, 0xFFE5, 0x664,  0x1F600, 0x10FFFF, 0x378,  0};
    switch (flavour) {
    case 0:
        return 0x30 + below(10);
    case 1:
        return below(4) ? 0xFF10 + below(10) : 0x2D;
    case 2:
        return below(2) ? 0x61 + below(26) : 0x41 + below(26);
    case 3:
        return 0x20 + below(0x5F);
    case 4:
        return odd[below(sizeof odd / sizeof odd[0])];
    case 5:
        return 0xFF01 + below(94);
    case 6:
        return 0x3041 + below(0x56);
    case 7:
        return below(4) ? 0x61 + below(26) : 0x30 + below(10);
    case 8:
        return 0xFF41 + below(26);
    default:
        return below(16) ? 0x2D : 0x20;
    }
}

struct value {
    uint8_t bytes[ROOM];
    uint32_t n;
    uint16_t units[ROOM];
    uint32_t m;
};

static void put(struct value *v, uint32_t cp) {
    uint8_t *b = v->bytes + v->n;
    if (cp < 0x80) {
        b[0] = (uint8_t)cp;
        v->n += 1;
    } else if (cp < 0x800) {
        b[0] = (uint8_t)(0xC0 | cp >> 6), b[1] = (uint8_t)(0x80 | (cp & 63));
        v->n += 2;
    } else if (cp < 0x10000) {
        b[0] = (uint8_t)(0xE0 | cp >> 12), b[1] = (uint8_t)(0x80 | (cp >> 6 & 63)), b[2] = (uint8_t)(0x80 | (cp & 63));
        v->n += 3;
    } else {
        b[0] = (uint8_t)(0xF0 | cp >> 18), b[1] = (uint8_t)(0x80 | (cp >> 12 & 63));
        b[2] = (uint8_t)(0x80 | (cp >> 6 & 63)), b[3] = (uint8_t)(0x80 | (cp & 63));
        v->n += 4;
    }
    if (cp >= 0x10000) {
        v->units[v->m++] = (uint16_t)(0xD7C0 + (cp >> 10));
        v->units[v->m++] = (uint16_t)(0xDC00 + (cp & 0x3FF));
    } else {
        v->units[v->m++] = (uint16_t)cp;
    }
}

static void random_value(struct value *v) {
    uint32_t count = below(20) == 0 ? below(330) : below(22), pure = below(4) == 0, base = below(10), i;
    v->n = v->m = 0;
    for (i = 0; i < count; i++)
        put(v, some_code_point(pure || below(3) ? base : below(10)));
}

#endif
