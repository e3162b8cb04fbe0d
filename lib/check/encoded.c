/* SPDX-License-Identifier: MIT */
/* encoded.c - text that is still encoded: %40 (RFC 3986), &#64; and &amp; (HTML), [at] and its like, the hyphen that a
 * column put at the end of a line, =40 and the = at the end of a line (RFC 2045, quoted-printable).
 *
 * In: the characters of a value.  Out: encoded-text, with its fix.  The value is believed to be encoded only when it
 * satisfies the field once it is decoded.  The characters as they came lie behind the others in the scratch meanwhile,
 * while the decoded ones are looked through for the one value that was meant.
 */
#include "check/encoded.h"
#include "check/findings.h"
#include "check/report.h"
#include "check/rules.h"
#include "text/ascii.h"
#include "text/chartab.h"
#include "text/utf.h"

#define ENCODED(text, character) text "\0"
static const char texts[] =
#include "check/paste.def"
    ;
#define ENCODED(text, character) {sizeof text, character},
static const struct {
    uint8_t size, sign;
} encodings[] = {
#include "check/paste.def"
};

/* The character in half width and small letters, as the texts of paste.def are written. */
static uint32_t plain(const struct ll_char *c) {
    struct ll_fold fold;
    uint32_t cp = c->cp;
    if ((c->category == LL_FULLWIDTH || c->category == LL_SYMBOL) && loginlint__fold(cp, &fold))
        cp = fold.text[0];
    return ll_lower(cp);
}

/* Characters from `at` that are this text; 0 when they are not. */
static uint32_t length_of(const struct ll_char *c, uint32_t n, const char *text, uint32_t bytes) {
    uint32_t i = 0, took;
    for (; bytes; i++) {
        uint32_t wanted = loginlint__utf8_next((const uint8_t *)text, bytes, &took);
        if (i >= n || plain(&c[i]) != wanted)
            return 0;
        text += took;
        bytes -= took;
    }
    return i;
}

static uint32_t hex(uint32_t cp) {
    return ll_is_digit(cp) ? cp - '0' : (cp | 32) - 'a' < 6 ? (cp | 32) - 'a' + 10 : 16;
}

/* %40, =40 */
static uint32_t escaped(const struct ll_char *c, uint32_t n, uint32_t *sign) {
    if (n < 3 || (c[0].cp != '%' && c[0].cp != '=') || hex(c[1].cp) > 15 || hex(c[2].cp) > 15)
        return 0;
    *sign = hex(c[1].cp) << 4 | hex(c[2].cp);
    return 3;
}

/* &#64; and &#x40; */
static uint32_t reference(const struct ll_char *c, uint32_t n, uint32_t *sign) {
    uint32_t i = 2, base = 10, value = 0;
    if (n < 5 || c[0].cp != '&' || c[1].cp != '#')
        return 0;
    if ((c[2].cp | 32) == 'x') {
        base = 16;
        i = 3;
    }
    for (; i < n && i < 7 && hex(c[i].cp) < base; i++)
        value = value * base + hex(c[i].cp);
    *sign = value;
    return i < n && c[i].cp == ';' ? i + 1 : 0;
}

/* What a text begins with, but letters and digits. */
static const uint32_t begins = 1u << LL_ASCII | 1u << LL_OTHER | 1u << LL_FULLWIDTH | 1u << LL_SYMBOL | 1u << LL_SPACE |
                               1u << LL_CONTROL | 1u << LL_INVISIBLE | 1u << LL_KANA | 1u << LL_HANGUL |
                               1u << LL_WIDE_SPACE;

/* How many of the characters stand for one sign of ASCII, which is in *sign (0: for none).  `lines`: the end of a line
 * stands for nothing. */
static uint32_t encoded(const struct ll_char *c, uint32_t n, int lines, uint32_t *sign) {
    const char *text = texts;
    uint32_t k, length;
    uint8_t first[4];
    if (!(begins >> c->category & 1) || ll_is_letter(c->cp) || ll_is_digit(c->cp))
        return 0; /* no text begins so */
    length = escaped(c, n, sign);
    if (!length)
        length = reference(c, n, sign);
    if (length)
        return *sign > ' ' && *sign < 0x7F ? length : 0;
    loginlint__utf8_put(plain(c), first);
    for (k = 0; k < sizeof encodings / sizeof encodings[0]; text += encodings[k++].size) {
        if ((uint8_t)*text != *first)
            continue;
        length = length_of(c, n, text, encodings[k].size - 1u);
        *sign = encodings[k].sign;
        if (length)
            return length;
    }
    *sign = 0;
    return lines && (c[0].cp == '\n' || c[0].cp == '\r' || c[0].cp == 0x2028 || c[0].cp == 0x2029);
}

/* The same of those from i on: before nothing a sign for @ is a bullet. */
static uint32_t encoded_at(const struct ll_char *c, uint32_t i, uint32_t n, int lines, uint32_t *sign) {
    uint32_t length = encoded(c + i, n - i, lines, sign);
    return !i && length && *sign == '@' ? 0 : length;
}

/* The characters of from[0..n) as they are meant, at to; their number, 0 when nothing is encoded.  from[n] is the end.
 */
static uint32_t read(struct ll_check *check, struct ll_char *to, const struct ll_char *from, uint32_t n, int lines) {
    uint32_t i = 0, count = 0, found = 0, sign, length;
    while (i < n) {
        length = encoded_at(from, i, n, lines, &sign);
        if (!length || sign) {
            to[count] = from[i];
            to[count].cp = length ? sign : from[i].cp;
            if (length)
                check->signs.bits[sign >> 5] |= 1u << (sign & 31);
            count++;
        }
        found |= length;
        i += length ? length : 1;
    }
    to[count] = from[n];
    return found ? count : 0;
}

/* May a text begin with one of the characters? */
static int may_be_encoded(const struct ll_check *check) {
    return ll_may_have(check, "%=&([{<\\-_ \r\n") ||
           ll_may_have_category(check, begins & ~(1u << LL_ASCII | 1u << LL_FULLWIDTH));
}

/* Room for the characters as they came, behind those decoded. */
static struct ll_char *kept_of(const struct ll_check *check) {
    _Static_assert(sizeof(((loginlint_report *)0)->work) >= (3 * LL_ENCODED_MAX + 2) * sizeof(struct ll_char),
                   "room for both");
    return (struct ll_char *)(void *)check->report->work + 2 * LL_ENCODED_MAX;
}

static void put_back(struct ll_check *check) {
    struct ll_char *kept = kept_of(check);
    loginlint__whole(check);
    __builtin_memcpy(check->c, kept, (check->n + 1) * sizeof *kept);
    loginlint_wipe(kept, (check->n + 1) * (uint32_t)sizeof *kept);
}

int loginlint__decode(struct ll_check *check, int lines) {
    struct ll_char *kept = kept_of(check);
    uint32_t count;
    if (!may_be_encoded(check))
        return 0;
    loginlint__whole(check);
    __builtin_memcpy(kept, check->c, (check->n + 1) * sizeof *kept);
    count = read(check, check->c, kept, check->n, lines);
    if (count) {
        loginlint__check_part(check, 0, count);
        if (!loginlint__outcome(check))
            return 1;
    }
    put_back(check);
    check->partial |= count != 0;
    return 0;
}

void loginlint__encode(struct ll_check *check, int lines, uint32_t first, uint32_t n, enum ll_mark around) {
    uint32_t i, k, at = 0, sign, length;
    put_back(check);
    for (i = 0; i < check->n; i++)
        loginlint__forget_marks(&check->c[i]);
    for (i = 0; i < check->n; i = k) {
        int inside = at - first < n;
        length = encoded_at(check->c, i, check->n, lines, &sign);
        at += !length || sign;
        for (k = i; k == i || k < i + length; k++) {
            if (inside && !length)
                continue;
            ll_mark(check, &check->c[k], inside ? LL_M_ENCODED_TEXT : around);
            loginlint__edit(check, &check->c[k], inside && k == i ? sign : 0, LOGINLINT_LEVEL_ASK);
        }
    }
    check->report->count = check->report->total = 0;
    check->whole = check->invalid = 1;
    check->outcome = LL_ASK;
    check->secret |= around == LL_M_SEVERAL_VALUES;
}
