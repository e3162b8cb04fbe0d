/* attributes.h - what the compiler guesses badly where code has to be small.
 *
 *   static LL_APART void f(...)    called once, but not inlined: its caller would spill its registers around it, which
 *                                  costs bytes and stack
 *   static LL_INLINE int g(...)    always inlined: with constant arguments little of it is left
 *
 * Each stands where tests/sizes.sh (-Os) or tests/stack.sh (-O2) said so; nothing else depends on them.
 */
#ifndef LL_ATTRIBUTES_H
#define LL_ATTRIBUTES_H

#define LL_APART __attribute__((noinline))
#define LL_INLINE inline __attribute__((always_inline))

#endif
