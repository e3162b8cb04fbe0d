/* ascii.h - the letters and digits of ASCII. */
#ifndef LL_ASCII_H
#define LL_ASCII_H

#include <stdint.h>

static inline int ll_is_upper(uint32_t cp) {
    return cp >= 'A' && cp <= 'Z';
}

static inline int ll_is_lower(uint32_t cp) {
    return cp >= 'a' && cp <= 'z';
}

static inline int ll_is_digit(uint32_t cp) {
    return cp >= '0' && cp <= '9';
}

#endif
