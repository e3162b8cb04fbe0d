/* SPDX-License-Identifier: MIT */
/* host_name.c - which bytes are the name of a host, or its address.
 *
 * In: bytes.  Out: how many of them are a host name: labels of letters, digits and hyphens, none at an edge of a label,
 * 63 at most in a label, 253 at most in all (RFC 1123 section 2.1, RFC 1035 section 2.3.4).  Or whether they are an
 * address literal (RFC 5321 section 4.1.3).
 */
#include "text/host_name.h"
#include "text/ascii.h"

uint32_t loginlint__host_name(const uint8_t *s, uint32_t n) {
    uint32_t i, label = 0, dots = 0;
    for (i = 0; i < n && (ll_is_letter_or_digit(s[i]) || s[i] == '-' || s[i] == '.'); i++) {
        if (s[i] == '.') {
            if (!label || s[i - 1] == '-')
                return 0;
            dots++;
            label = 0;
        } else if (++label > LL_LABEL_MAX || (label == 1 && s[i] == '-')) {
            return 0;
        }
    }
    return dots && label && s[i - 1] != '-' && i <= LL_HOST_NAME_MAX ? i : 0;
}

/* Four numbers from s[0..n). */
static int is_ipv4(const char *s, uint32_t n) {
    uint32_t i, parts = 1, value = 0, digits = 0;
    for (i = 0; i < n; i++) {
        if (s[i] == '.' && digits) {
            parts++;
            value = digits = 0;
        } else if (ll_is_digit((uint8_t)s[i]) && digits < 3) {
            value = value * 10 + (uint32_t)(s[i] - '0');
            digits++;
        } else {
            return 0;
        }
        if (value > 255)
            return 0;
    }
    return parts == 4 && digits;
}

static int is_ipv6(const char *s, uint32_t n) {
    uint32_t i = 0, groups = 0, gap = 0, digits;
    if (n >= 2 && s[0] == ':' && s[1] == ':') {
        gap = 1;
        i = 2;
    }
    while (i < n) {
        if (is_ipv4(s + i, n - i)) {
            groups += 2;
            break;
        }
        for (digits = 0; i < n && (ll_is_digit((uint8_t)s[i]) || (s[i] >= 'a' && s[i] <= 'f')); i++)
            digits++;
        if (!digits || digits > 4)
            return 0;
        groups++;
        if (i == n)
            break;
        if (s[i++] != ':' || i == n)
            return 0;
        if (s[i] == ':') {
            if (gap++)
                return 0;
            i++;
        }
    }
    return gap ? groups < 8 : groups == 8;
}

int loginlint__is_address_literal(const char *s, uint32_t n) {
    static const char tag[] = "ipv6:";
    uint32_t i = 0;
    if (n < 3 || s[0] != '[' || s[n - 1] != ']')
        return 0;
    s++;
    n -= 2;
    while (i < 5 && i < n && s[i] == tag[i])
        i++;
    return i == 5 ? is_ipv6(s + 5, n - 5) : is_ipv4(s, n);
}
