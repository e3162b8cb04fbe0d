/* attributes.h - what the compiler guesses badly where the stack has to be small.
 *
 *   static LL_APART void f(...)    not inlined: what it keeps on the stack would lie under all else that its caller
 * calls static LL_INLINE int g(...)    always inlined: with constant arguments little of it is left
 *
 * Each stands where tests/stack.sh said so.  Only the clearing of the stack (wipe.h) depends on them.
 */
#ifndef LL_ATTRIBUTES_H
#define LL_ATTRIBUTES_H

#define LL_APART __attribute__((noinline))
#define LL_INLINE inline __attribute__((always_inline))

#endif
