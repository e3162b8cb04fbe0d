/* SPDX-License-Identifier: MIT */
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

static inline int ll_is_letter(uint32_t cp) {
    return ll_is_upper(cp) || ll_is_lower(cp);
}

static inline int ll_is_letter_or_digit(uint32_t cp) {
    return ll_is_letter(cp) || ll_is_digit(cp);
}

/* A-Z as a-z, anything else as it is. */
static inline uint32_t ll_lower(uint32_t cp) {
    return ll_is_upper(cp) ? cp + ('a' - 'A') : cp;
}

/* The letter in its other case; anything else as it is. */
static inline uint32_t ll_swap_case(uint32_t cp) {
    return ll_is_letter(cp) ? cp ^ 0x20u : cp;
}

#endif
