/* SPDX-License-Identifier: MIT */
/* suite.h - runs a suite of libcheck in this process, and frees it: 0 when all passed, 1 when one failed. */
#ifndef LL_SUITE_H
#define LL_SUITE_H

#include <check.h>

static inline int run_suite(Suite *suite) {
    SRunner *runner = srunner_create(suite);
    int failed;
    srunner_set_fork_status(runner, CK_NOFORK);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}

#endif
