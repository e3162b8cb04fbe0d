/* steps.h - counts basic blocks of the library: the hook that -fsanitize-coverage=trace-pc-guard (clang) calls. */
#ifndef FUZZ_STEPS_H
#define FUZZ_STEPS_H

void __sanitizer_cov_trace_pc_guard(uint32_t *guard);
void __sanitizer_cov_trace_pc_guard_init(uint32_t *start, uint32_t *stop);
void __sanitizer_cov_trace_pc_guard(uint32_t *guard) {
    (void)guard;
    fuzz_steps++;
}
void __sanitizer_cov_trace_pc_guard_init(uint32_t *start, uint32_t *stop) {
    (void)start, (void)stop;
}

#endif
