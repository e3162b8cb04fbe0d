/* SPDX-License-Identifier: MIT */
/* afl.c - AFL++'s persistent loop around fuzz.c: the same targets, laws and budgets of steps.
 *
 *   afl-TARGET [law | steps]      inputs come from afl-fuzz, or one from standard input
 *
 * `law` breaks a law on purpose for some values, `steps` leaves too few steps for some: AFL++ must find one.
 */
#include "fuzz.c"

#include <unistd.h>

/* AFL++'s own macros, in its own words. */
#pragma clang diagnostic ignored "-Wextra-semi"
#pragma clang diagnostic ignored "-Wgnu-statement-expression"
#pragma clang diagnostic ignored "-Wshorten-64-to-32"
__AFL_FUZZ_INIT();

/* The second finding is said to begin where the first one does. */
static void plant_overlap(loginlint_report *r, const uint8_t *s, uint32_t n) {
    (void)s, (void)n;
    if (r->count > 1 && r->diagnostics[1].level == LOGINLINT_LEVEL_SAFE)
        r->diagnostics[1].byte[0] = r->diagnostics[0].byte[0];
}

int main(int argc, char **argv) {
    const uint8_t *data;
    LLVMFuzzerInitialize(&argc, &argv);
    if (argc > 1 && strcmp(argv[1], "law") == 0)
        law_plant = plant_overlap;
    if (argc > 1 && strcmp(argv[1], "steps") == 0)
        work[WORK_CHECK].fixed = 3000, work[WORK_CHECK].each = 0;
    __AFL_INIT();
    data = __AFL_FUZZ_TESTCASE_BUF; /* to be read before the loop */
    while (__AFL_LOOP(10000))
        LLVMFuzzerTestOneInput(data, (size_t)__AFL_FUZZ_TESTCASE_LEN);
    if (fuzz_steps == 0) {
        fprintf(stderr, "no step was counted\n");
        return 1;
    }
    return 0;
}
