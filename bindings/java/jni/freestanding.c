/* SPDX-License-Identifier: MIT */
/* freestanding.c - the three functions that the core may ask for, where nothing else gives them (Android without the NDK). */
#include <stddef.h>

void *memcpy(void *to, const void *from, size_t n) {
    unsigned char *t = to;
    const unsigned char *f = from;
    while (n--)
        *t++ = *f++;
    return to;
}

void *memmove(void *to, const void *from, size_t n) {
    unsigned char *t = to;
    const unsigned char *f = from;
    if (t < f)
        while (n--)
            *t++ = *f++;
    else
        while (n--)
            t[n] = f[n];
    return to;
}

void *memset(void *to, int c, size_t n) {
    unsigned char *t = to;
    while (n--)
        *t++ = (unsigned char)c;
    return to;
}

int memcmp(const void *a, const void *b, size_t n) {
    const unsigned char *x = a, *y = b;
    for (; n; n--, x++, y++)
        if (*x != *y)
            return *x - *y;
    return 0;
}

#ifdef __arm__
/* The names under which the ARM run-time ABI (RTABI, 4.3.4) has them; memset's arguments are the other way round. */
#define COPY(name)                                                                                                               \
    void name(void *to, const void *from, size_t n);                                                                             \
    void name(void *to, const void *from, size_t n) {                                                                            \
        memcpy(to, from, n);                                                                                                     \
    }
#define CLEAR(name)                                                                                                              \
    void name(void *to, size_t n);                                                                                               \
    void name(void *to, size_t n) {                                                                                              \
        memset(to, 0, n);                                                                                                        \
    }
COPY(__aeabi_memcpy)
COPY(__aeabi_memcpy4)
COPY(__aeabi_memcpy8)
CLEAR(__aeabi_memclr)
CLEAR(__aeabi_memclr4)
CLEAR(__aeabi_memclr8)
void __aeabi_memset(void *to, size_t n, int c);
void __aeabi_memset(void *to, size_t n, int c) {
    memset(to, c, n);
}
#endif

#if defined(__arm__) || defined(__i386__)
/* Division of 64-bit numbers, which 32-bit processors have in software (libgcc and compiler-rt elsewhere): shift and subtract. */
unsigned long long ll_udivmod(unsigned long long a, unsigned long long b, unsigned long long *rest);
unsigned long long ll_udivmod(unsigned long long a, unsigned long long b, unsigned long long *rest) {
    unsigned long long quotient = 0, r = 0;
    int i;
    for (i = 63; i >= 0; i--) {
        r = r << 1 | (a >> i & 1);
        if (r >= b) {
            r -= b;
            quotient |= 1ull << i;
        }
    }
    *rest = r;
    return quotient;
}

long long ll_divmod(long long a, long long b, long long *rest);
long long ll_divmod(long long a, long long b, long long *rest) {
    unsigned long long r, q = ll_udivmod(a < 0 ? 0 - (unsigned long long)a : (unsigned long long)a,
                                         b < 0 ? 0 - (unsigned long long)b : (unsigned long long)b, &r);
    *rest = a < 0 ? -(long long)r : (long long)r;
    return (a < 0) != (b < 0) ? -(long long)q : (long long)q;
}
#endif

#ifdef __i386__
long long __divdi3(long long a, long long b);
long long __divdi3(long long a, long long b) {
    long long rest;
    return ll_divmod(a, b, &rest);
}
long long __moddi3(long long a, long long b);
long long __moddi3(long long a, long long b) {
    long long rest;
    ll_divmod(a, b, &rest);
    return rest;
}
unsigned long long __udivdi3(unsigned long long a, unsigned long long b);
unsigned long long __udivdi3(unsigned long long a, unsigned long long b) {
    unsigned long long rest;
    return ll_udivmod(a, b, &rest);
}
unsigned long long __umoddi3(unsigned long long a, unsigned long long b);
unsigned long long __umoddi3(unsigned long long a, unsigned long long b) {
    unsigned long long rest;
    ll_udivmod(a, b, &rest);
    return rest;
}
#endif

#ifdef __arm__
/* RTABI 4.2: the quotient in r0:r1 and the rest in r2:r3. */
#define LONG_DIVISION(name, helper)                                                                                              \
    __attribute__((naked)) void name(void);                                                                                      \
    void name(void) {                                                                                                            \
        __asm__("push {r6, lr}\n sub sp, sp, #16\n add r6, sp, #8\n str r6, [sp]\n bl " #helper                                  \
                "\n ldr r2, [sp, #8]\n ldr r3, [sp, #12]\n add sp, sp, #16\n pop {r6, pc}");                                     \
    }
LONG_DIVISION(__aeabi_ldivmod, ll_divmod)
LONG_DIVISION(__aeabi_uldivmod, ll_udivmod)

/* The quotient in r0 and the rest in r1, as the two halves of a 64-bit result. */
unsigned long long __aeabi_uidivmod(unsigned a, unsigned b);
unsigned long long __aeabi_uidivmod(unsigned a, unsigned b) {
    unsigned quotient = 0, r = 0;
    int i;
    for (i = 31; i >= 0; i--) {
        r = r << 1 | (a >> i & 1);
        if (r >= b) {
            r -= b;
            quotient |= 1u << i;
        }
    }
    return (unsigned long long)r << 32 | quotient;
}
unsigned __aeabi_uidiv(unsigned a, unsigned b);
unsigned __aeabi_uidiv(unsigned a, unsigned b) {
    return (unsigned)__aeabi_uidivmod(a, b);
}
unsigned long long __aeabi_idivmod(int a, int b);
unsigned long long __aeabi_idivmod(int a, int b) {
    unsigned long long both = __aeabi_uidivmod(a < 0 ? 0 - (unsigned)a : (unsigned)a, b < 0 ? 0 - (unsigned)b : (unsigned)b);
    unsigned quotient = (unsigned)both, r = (unsigned)(both >> 32);
    quotient = (a < 0) != (b < 0) ? 0 - quotient : quotient;
    return (unsigned long long)(a < 0 ? 0 - r : r) << 32 | quotient;
}
int __aeabi_idiv(int a, int b);
int __aeabi_idiv(int a, int b) {
    return (int)(unsigned)__aeabi_idivmod(a, b);
}
#endif
