/* SPDX-License-Identifier: MIT */
/* memory.c - what clang may call without being asked to; there is no libc here.  Compiled with -fno-builtin, or the
 * loops would be recognised as calls of themselves. */
typedef __SIZE_TYPE__ size;

void *memcpy(void *restrict to, const void *restrict from, size n) {
    unsigned char *t = to;
    const unsigned char *f = from;
    while (n--)
        *t++ = *f++;
    return to;
}

void *memset(void *to, int value, size n) {
    unsigned char *t = to;
    while (n--)
        *t++ = (unsigned char)value;
    return to;
}

int memcmp(const void *a, const void *b, size n) {
    const unsigned char *p = a, *q = b;
    for (; n; n--, p++, q++)
        if (*p != *q)
            return *p - *q;
    return 0;
}
