/* SPDX-License-Identifier: MIT */
/* arena.c - the memory through which JavaScript talks to the engine.
 *
 * In and out: UTF-16 units and bytes that the glue (src/engine.ts) writes and reads at the addresses given here.  One static
 * arena and no allocator: nothing can leak, and everything that held a value is known and wiped after each call.
 */
#include "loginlint.h"
#include <stddef.h>

#define EXPORT __attribute__((visibility("default")))

static struct arena {
    loginlint_policy policy;
    loginlint_context context;
    loginlint_where where;
    uint16_t input[LOGINLINT_INPUT_MAX + 2]; /* what is longer is cut one unit above the maximum: as much too large */
    uint8_t bytes[8192];                     /* rule and context strings in, messages out */
    loginlint_report report;
    loginlint_candidates candidates;
    loginlint_explanation explanation;
} arena;

/* The address of a member: 0 policy, 1 context, 2 where, 3 input, 4 bytes, 5 report, 6 candidates,
 * 7 explanation. */
EXPORT void *loginlint_arena(uint32_t member) {
    static const uint32_t at[] = {offsetof(struct arena, policy), offsetof(struct arena, context),
                                  offsetof(struct arena, where),  offsetof(struct arena, input),
                                  offsetof(struct arena, bytes),  offsetof(struct arena, report),
                                  offsetof(struct arena, candidates), offsetof(struct arena, explanation)};
    return (uint8_t *)&arena + at[member];
}
