/* host_name.c - which bytes are the name of a host.
 *
 * In: bytes.  Out: how many of them are a host name: labels of letters, digits and hyphens, none at an edge of a label,
 * 63 at most in a label, 253 at most in all (RFC 1123 section 2.1, RFC 1035 section 2.3.4).
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
