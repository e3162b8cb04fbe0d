/* SPDX-License-Identifier: MIT */
/* attributes.h - which functions the compiler has to keep apart, and which to join.
 *
 * LL_APART: not inlined. What it keeps on the stack would lie under all else that its caller calls; tests/stack.py
 * asked for it, and the clearing of the stack (wipe.h) depends on it.
 *
 * LL_INLINE: inlined everywhere. A step of an inner loop that a call would cost more than.
 */
#ifndef LL_ATTRIBUTES_H
#define LL_ATTRIBUTES_H

#define LL_APART __attribute__((noinline))
#define LL_INLINE inline __attribute__((always_inline))

#endif
