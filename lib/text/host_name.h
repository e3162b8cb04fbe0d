/* SPDX-License-Identifier: MIT */
/* host_name.h - the name of a host on the internet, with a dot in it. */
#ifndef LL_HOST_NAME_H
#define LL_HOST_NAME_H

#include <stdint.h>

#define LL_LABEL_MAX 63u
#define LL_HOST_NAME_MAX 253u

/* Bytes of the host name of two labels or more that s[0..n) begins with (RFC 1123 section 2.1), as far as letters,
 * digits, hyphens and dots go; 0 when those are none. */
uint32_t loginlint__host_name(const uint8_t *s, uint32_t n);

/* 1 for [192.0.2.1] and [ipv6:2001:db8::1], in lower case. */
int loginlint__is_address_literal(const char *s, uint32_t n);

#endif
