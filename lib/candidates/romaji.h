/* SPDX-License-Identifier: MIT */
/* romaji.h - from kana back to the keystrokes that an input method made them of: the best spellings first.
 *
 * Not a romanisation: every spelling that an input method takes is a path through a lattice, and a path counts
 * only if typing it gives these kana.  Paths are kept by the letter model's cost, LL_ROMAJI_BEAM at each place, so that
 * 128 kana cost no more than 128 times one.
 */
#ifndef LL_ROMAJI_H
#define LL_ROMAJI_H

#include "candidates/kana.h"
#include "policy/policy.h"

enum { LL_ROMAJI_UNITS = 128, LL_ROMAJI_BEAM = 18, LL_ROMAJI_TEXT_MAX = 255 };

/* One way to reach a place: the cost so far in each language, the last three letters, and how it got there. */
struct ll_romaji_step {
    uint16_t cost[2]; /* words, romaji: sixteenths of -ln p, with what rare spellings cost; saturating */
    uint16_t history; /* the last three letters (letters.h) */
    uint16_t how;     /* spelling, what the next key must be, style of spelling, one kana or two (romaji.c) */
    uint8_t length;   /* keys so far */
    uint8_t from;     /* index among the steps of the place before */
};

/* The places between n units and the steps that reach them: lies in the caller's scratch, has no pointers. */
struct ll_lattice {
    uint32_t
        first[LL_ROMAJI_UNITS + 2]; /* the keys that the spelling of place i may begin with: bits, a-z and others */
    uint8_t count[LL_ROMAJI_UNITS + 2];
    struct ll_romaji_step step[LL_ROMAJI_UNITS + 1][LL_ROMAJI_BEAM];
};

struct ll_romaji {
    struct ll_lattice *lattice;
    const struct ll_policy *policy;
    const struct ll_unit *unit;
    uint32_t n;
    uint8_t cut;     /* 1: the beam was full somewhere, there are more spellings */
    uint8_t patched; /* 1: no spelling in one go gives these kana; letters may stand beside anything */
};

/* Finds the spellings of n units (at most LL_ROMAJI_UNITS) with characters of the policy's, best first: lattice,
 * policy, unit and n set by the caller.  How many. */
uint32_t loginlint__romaji_find(struct ll_romaji *w);

/* Writes spelling i (room for LL_ROMAJI_TEXT_MAX bytes); its length.  Its cost in sixteenths of -ln p in *cost. */
uint32_t loginlint__romaji_get(const struct ll_romaji *w, uint32_t i, uint8_t *out, uint32_t *cost);

/* Entry i of the table as text, for tests: 1, or 0 past the last. */
int loginlint__romaji_entry(uint32_t i, uint8_t kana[2], const char **keys, uint32_t *ime);

#endif
