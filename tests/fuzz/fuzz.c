/* SPDX-License-Identifier: MIT */
/* fuzz.c - libFuzzer's entry to targets.h; TARGET is the name of a function there (-DTARGET=target_check). */
#include "targets.h"

#include "steps.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerInitialize(int *argc, char ***argv) {
    (void)argc, (void)argv, (void)targets;
    oracle_make();
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    uint8_t *copy;
    const char *broken;
    if (size > LAWS_ROOM - 16)
        return -1;
    copy = malloc(size ? size : 1); /* of the very size: a read past the end is seen */
    if (!copy)
        return 0;
    if (size)
        memcpy(copy, data, size);
    broken = TARGET(copy, size);
    free(copy);
    if (broken) {
        fprintf(stderr, "%s\n", broken);
        abort();
    }
    return 0;
}
