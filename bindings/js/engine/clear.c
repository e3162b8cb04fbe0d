/* SPDX-License-Identifier: MIT */
/* clear.c - what a call left on the stack of its module, cleared.  A module that calls another's functions uses two stacks, and the
 * core's functions clear only their own (text/wipe.h). */
#include "text/wipe.h"

#define EXPORT __attribute__((visibility("default")))

EXPORT void loginlint_clear(void) {
    ll_clear_stack();
}
