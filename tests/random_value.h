/* SPDX-License-Identifier: MIT */
/* random_value.h - values as nobody types them, the same on every machine: for tests of what holds of all. */
#ifndef LL_RANDOM_VALUE_H
#define LL_RANDOM_VALUE_H

#include "random.h"

enum { ROOM = 4096 };

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
    v->n += utf8_of(cp, v->bytes + v->n);
    v->m += utf16_of(cp, v->units + v->m);
}

static void random_value(struct value *v) {
    uint32_t count = below(20) == 0 ? below(330) : below(22), pure = below(4) == 0, base = below(10), i;
    v->n = v->m = 0;
    for (i = 0; i < count; i++)
        put(v, some_code_point(pure || below(3) ? base : below(10)));
}

#endif
