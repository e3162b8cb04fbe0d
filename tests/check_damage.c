/* SPDX-License-Identifier: MIT */
/* check_damage.c - whatever the bytes of lib/text/chartab_data.inc say, no look-up leaves its table or runs for ever.
 *
 * In: a copy of lib/text/chartab.c and of blocks.c with writable tables, filled with pseudo-random bytes from fixed
 * seeds, in part or whole. Out: nothing to compare: the sanitizers of `make check` and the time limit are the judges,
 * and what comes back has the form that callers rely on.
 */
#include "loginlint.h"
#include "random.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define const /* the tables of this copy can be written */
#include "text/blocks.c"
#include "text/chartab.c"
#undef const

#define ROUNDS 12u

/* All bytes, or one in eight. */
static void damage(void *table, size_t size, int whole) {
    unsigned char *byte = table;
    size_t i;
    for (i = 0; i < size; i++)
        if (whole || below(8) == 0)
            byte[i] = (unsigned char)below(256);
}

static void damage_all(int whole) {
    damage(range_starts, sizeof range_starts, whole);
    damage(range_codes, sizeof range_codes, whole);
    damage(ranges, sizeof ranges, whole);
    damage(high_ranges, sizeof high_ranges, whole);
    damage(fold_pages, sizeof fold_pages, whole);
    damage(fold_starts, sizeof fold_starts, whole);
    damage(fold_runs, sizeof fold_runs, whole);
    damage(string_starts, sizeof string_starts, whole);
    damage(fold_strings, sizeof fold_strings, whole);
}

static int is_sound(uint32_t cp) {
    struct ll_fold fold;
    uint32_t i;
    memset(&fold, 0xFF, sizeof fold);
    if (LL_CATEGORY_OF(loginlint__property(cp)) >= 32 || LL_SCRIPT_OF(loginlint__property(cp)) >= 8)
        return 0;
    if (loginlint__fold(cp, &fold) != (fold.length != 0) || fold.length > sizeof fold.text)
        return 0;
    for (i = 0; i < fold.length; i++)
        if (fold.text[i] >= 0x80)
            return 0;
    return 1;
}

START_TEST(damaged_tables) {
    uint32_t round, cp;
    for (round = 0; round < ROUNDS; round++) {
        state = round + 1;
        damage_all((int)(round & 1));
        for (cp = 0; cp < 0x110100; cp += cp < 0x20000 ? 1 : 61)
            if (!is_sound(cp))
                ck_abort_msg("seed %u: U+%04X", round, cp);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("damage");
    TCase *tests = tcase_create("all");
    SRunner *runner;
    int failed;
    tcase_add_test(tests, damaged_tables);
    tcase_set_timeout(tests, 60);
    suite_add_tcase(suite, tests);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL); /* in a process of its own, so that the time limit holds */
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
