/* SPDX-License-Identifier: MIT */
/* must.h - assertions for loops over millions: libcheck notes the place of every assertion with a system call, these
 * only that of the one that fails.
 */
#ifndef LL_MUST_H
#define LL_MUST_H

#include <check.h>

#define MUST(condition, ...)                                                                                           \
    do {                                                                                                               \
        if (!(condition))                                                                                              \
            ck_abort_msg(__VA_ARGS__);                                                                                 \
    } while (0)
/* Rounds of random values: n as built, an eighth of them where a sanitizer looks at each, which is slow and sees the
 * same code. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define LL_SANITIZED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(LL_SANITIZED)
#define ROUNDS_OF(n) ((n) / 8)
#else
#define ROUNDS_OF(n) (n)
#endif

#define HOLDS(condition) MUST(condition, "%s", #condition)

#endif
