/* SPDX-License-Identifier: MIT */
/* same.c - the memory through which JavaScript talks to the engine of keys, and its one call.
 *
 * In: an ID as UTF-16 units, and what may differ.  Out: its key as UTF-8.  The glue (src/key.ts) writes, reads and wipes both.
 */
#include "loginlint.h"

#define EXPORT __attribute__((visibility("default")))

enum { UNIT_MAX = 6 }; /* bytes of a key for one unit of the ID, at most: five of ASCII by a table, or three of UTF-8 */

static uint16_t units[LOGINLINT_INPUT_MAX + 1]; /* what is longer is cut one unit above the maximum: as much too large */
static uint8_t bytes[UNIT_MAX * LOGINLINT_INPUT_MAX];

EXPORT void *loginlint_same_units(void) {
    return units;
}

EXPORT void *loginlint_same_bytes(void) {
    return bytes;
}

/* The length of the key, or an error. */
EXPORT int32_t loginlint_same(uint32_t same, uint32_t n) {
    return loginlint_key_utf16(same, units, n, bytes, sizeof bytes);
}
