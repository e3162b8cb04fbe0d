/* SPDX-License-Identifier: MIT */
/* wipe.c - overwriting a record so that no compiler drops it; below everything else, since everything wipes. */
#include "loginlint.h"

/* The empty assembly takes the address and may read all memory: the stores cannot be dropped as dead. */
void loginlint_wipe(void *record, uint32_t n) {
    if (!record)
        return;
    __builtin_memset(record, 0, n);
    __asm__ volatile("" : : "r"(record) : "memory");
}
