/* wipe.h - a word of a value that was read into a variable does not stay on the stack. */
#ifndef LL_WIPE_H
#define LL_WIPE_H

#include <stddef.h>

/* Inline, because loginlint_wipe costs more than what the short way does to eight characters. */
static inline void ll_forget(size_t *word) {
    *(volatile size_t *)word = 0;
}

#endif
