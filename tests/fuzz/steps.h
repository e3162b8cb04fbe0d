/* SPDX-License-Identifier: MIT */
/* steps.h - counts basic blocks of the library: the hook that -fsanitize-coverage=trace-pc-guard (clang) calls.
 *
 * AFL++'s runtime has a hook of that name too, which comes after this one (-z muldefs): its work is done here as well.
 */
#ifndef FUZZ_STEPS_H
#define FUZZ_STEPS_H

void __sanitizer_cov_trace_pc_guard(uint32_t *guard);
#ifdef __AFL_COMPILER
extern uint8_t *__afl_area_ptr;
void __sanitizer_cov_trace_pc_guard(uint32_t *guard) {
    uint8_t *counter = &__afl_area_ptr[*guard];
    fuzz_steps++;
    *counter = (uint8_t)(*counter + 1 + (*counter == 255)); /* AFL++ never wants a 0 there */
}
#else
void __sanitizer_cov_trace_pc_guard_init(uint32_t *start, uint32_t *stop);
void __sanitizer_cov_trace_pc_guard(uint32_t *guard) {
    (void)guard;
    fuzz_steps++;
}
void __sanitizer_cov_trace_pc_guard_init(uint32_t *start, uint32_t *stop) {
    (void)start, (void)stop;
}
#endif

#endif
