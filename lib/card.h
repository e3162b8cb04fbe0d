/* card.h - card brands: recognised by leading digits, grouped for display. */
#ifndef LL_CARD_H
#define LL_CARD_H

#include <stdint.h>

/* LOGINLINT_BRAND_* that the first `count` digits decide, or NONE while they do not. */
uint32_t ll_brand_of(const uint8_t *digit, uint32_t count);

#endif
