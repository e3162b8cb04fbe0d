/* SPDX-License-Identifier: MIT */
/* wipe.h - nothing of a value stays on the stack.
 *
 * A compiler may keep any character in any slot of any frame, so wiping the records that hold a value is not enough:
 * what a call used of the stack is cleared after it, whatever lies there.  Every public function that is given a value,
 * or a report or candidates, is made by
 *
 *     LL_CLEARED_CALL(loginlint_fix, fix, (parameters), (arguments)) {
 *         the worker, fix
 *     }
 *
 * Three frames, none of them inlined:
 *
 *     loginlint_fix        sees addresses only; calls the next, then from the same place ll_clear_stack
 *     loginlint_fix_below  LL_STEP bytes, so that nothing of the worker's lies beside what the clearing function
 *                          keeps for itself: its return address, registers, alignment
 *     fix                  the worker: it and all that it calls lie in what is cleared
 *
 * Clearing 2 KiB takes longer than most values do.  LL_CLEARED_CALL_IN_TWO asks another function first, in the same
 * way, which stays within LL_STACK_FIRST bytes, and the worker only where that returns LL_GO_ON.
 *
 * tests/stack.py holds that no worker goes deeper than LL_STACK bytes, tests/secrets that nothing is left, under every
 * compiler.  A worker calls no public function of this kind: clearing once is enough.
 */
#ifndef LL_WIPE_H
#define LL_WIPE_H

#include "loginlint.h"
#include "text/attributes.h"

/* What is cleared; with the frames around it a call takes less than 2 KiB.  Without optimisation every value has a
 * place of its own and frames are deeper.  libloginlint-icu has its own. */
#if defined(__OPTIMIZE__)
#define LL_STACK_FIRST 960u
#else
#define LL_STACK_FIRST 2048u
#endif
#if !defined(LL_STACK) && defined(__OPTIMIZE__)
#define LL_STACK 1824u
#elif !defined(LL_STACK)
#define LL_STACK 4096u
#endif
#define LL_STEP 64u

/* Called from where the worker was called, its frame is where the worker's frames were.  The empty assembly takes the
 * address and may read all memory: the stores cannot be dropped as dead. */
static LL_APART void ll_clear_stack(void) {
    uint8_t below[LL_STACK];
    __builtin_memset(below, 0, sizeof below);
    __asm__ volatile("" : : "r"(below) : "memory");
}

/* The same of a few hundred bytes, 32 at once: there a string instruction takes longer to begin than to store. */
typedef uint64_t ll_words __attribute__((vector_size(32)));
#define LL_CLEARING_FIRST(name)                                                                                        \
    static LL_APART void name(void) {                                                                                  \
        ll_words below[LL_STACK_FIRST / sizeof(ll_words)];                                                             \
        const ll_words zeros = {0, 0, 0, 0};                                                                           \
        uint32_t i;                                                                                                    \
        for (i = 0; i < sizeof below / sizeof *below; i++) {                                                           \
            below[i] = zeros;                                                                                          \
            __asm__ volatile("" : : "r"(below) : "memory");                                                            \
        }                                                                                                              \
    }

/* The empty assembly keeps `step` until the worker has returned. */
#define LL_BELOW(name, worker, parameters, arguments)                                                                  \
    static LL_APART int32_t worker parameters;                                                                         \
    static LL_APART int32_t name parameters {                                                                          \
        uint8_t step[LL_STEP];                                                                                         \
        int32_t result = worker arguments;                                                                             \
        __asm__ volatile("" : : "r"(step) : "memory");                                                                 \
        return result;                                                                                                 \
    }

#define LL_CLEARED_CALL(name, worker, parameters, arguments)                                                           \
    LL_BELOW(name##_below, worker, parameters, arguments)                                                              \
    int32_t name parameters {                                                                                          \
        int32_t result = name##_below arguments;                                                                       \
        ll_clear_stack();                                                                                              \
        return result;                                                                                                 \
    }                                                                                                                  \
    static int32_t worker parameters

enum { LL_GO_ON = 1 };
#define LL_CLEARED_CALL_IN_TWO(name, first, worker, parameters, arguments)                                             \
    LL_CLEARING_FIRST(name##_clear)                                                                                    \
    LL_BELOW(name##_first_below, first, parameters, arguments)                                                         \
    LL_BELOW(name##_below, worker, parameters, arguments)                                                              \
    int32_t name parameters {                                                                                          \
        int32_t result = name##_first_below arguments;                                                                 \
        name##_clear();                                                                                                \
        if (result != LL_GO_ON)                                                                                        \
            return result;                                                                                             \
        result = name##_below arguments;                                                                               \
        ll_clear_stack();                                                                                              \
        return result;                                                                                                 \
    }                                                                                                                  \
    static int32_t worker parameters

#endif
