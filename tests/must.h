/* SPDX-License-Identifier: MIT */
/* must.h - assertions for loops over millions: libcheck notes the place of every assertion with a system call, these
 * only that of the one that fails.
 */
#ifndef LL_MUST_H
#define LL_MUST_H

#include <check.h>
#include <loginlint.h>

#define MUST(condition, ...)                                                                                           \
    do {                                                                                                               \
        if (!(condition))                                                                                              \
            ck_abort_msg(__VA_ARGS__);                                                                                 \
    } while (0)
/* Rounds of random values: n as built, an eighth of them where a sanitizer looks at each, which is slow and sees the
 * same code.  STEP_OF: each of a long row as built, one in n there. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define LL_SANITIZED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(LL_SANITIZED)
#define ROUNDS_OF(n) ((n) / 8)
#define STEP_OF(n) (n)
#else
#define ROUNDS_OF(n) (n)
#define STEP_OF(n) 1
#endif

/* How many languages there are: to look a name up takes longer than what is asked of each. */
enum {
    LANGUAGES = 0
#define X(list, number, name, text) +(LOGINLINT_LIST_##list == LOGINLINT_LIST_LANGUAGE)
#include "words/names.def"
#undef X
};

#define HOLDS(condition) MUST(condition, "%s", #condition)

#endif
