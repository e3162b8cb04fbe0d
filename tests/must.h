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
#define HOLDS(condition) MUST(condition, "%s", #condition)

#endif
