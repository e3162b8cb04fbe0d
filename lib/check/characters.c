/* SPDX-License-Identifier: MIT */
/* characters.c - the value as the characters of a check, from UTF-8 (RFC 3629) or UTF-16 (RFC 2781), strictly.
 *
 * In: bytes or 16-bit units.  Out: code points, each with its offset in bytes, in UTF-16 units and (its index) in code
 * points, its category and its script.  An ill-formed sequence becomes one LL_ILLFORMED: one UTF-16 unit, as U+FFFD
 * would be; a lone surrogate counts three bytes.
 */
#include "check/characters.h"
#include "text/utf.h"

/* Writes one character whose category and script are known; every other member starts at zero. */
static void put(struct ll_char *c, uint32_t cp, uint32_t byte, uint32_t utf16, uint32_t property) {
    *c = (struct ll_char){.cp = cp,
                          .byte = (uint16_t)byte,
                          .utf16 = (uint16_t)utf16,
                          .category = (uint8_t)LL_CATEGORY_OF(property),
                          .script = (uint8_t)LL_SCRIPT_OF(property)};
}

static uint32_t ascii_property(uint32_t cp) {
    return cp > 0x20 && cp < 0x7F ? LL_ASCII : cp == 0x20 ? LL_SPACE : LL_CONTROL;
}

/* What reading has come to; kept apart from the check so that the compiler may keep it in registers. */
struct reader {
    struct ll_char *c;
    uint32_t categories, scripts;
    struct ll_signs signs;
};

static inline void add_sign(struct reader *r, uint32_t ascii) {
    r->signs.bits[ascii / 32] |= 1u << (ascii % 32);
}

/* Appends one character beyond ASCII; the caller has room for it and for the sentinel. */
static inline void append(struct reader *r, uint32_t cp, uint32_t byte, uint32_t utf16) {
    uint32_t property = loginlint__property(cp);
    put(r->c++, cp, byte, utf16, property);
    r->categories |= 1u << (LL_CATEGORY_OF(property) & 31);
    if (LL_CATEGORY_OF(property) == LL_FULLWIDTH)
        add_sign(r, (cp - 0xFEE0) & 0x7F);
    if (LL_CATEGORY_OF(property) == LL_LETTER)
        r->scripts |= 1u << (LL_SCRIPT_OF(property) & 31);
}

static inline void append_ascii(struct reader *r, uint32_t cp, uint32_t byte, uint32_t utf16) {
    uint32_t property = ascii_property(cp);
    put(r->c++, cp, byte, utf16, property);
    r->categories |= 1u << property;
    add_sign(r, cp);
}

static void finish(struct ll_check *check, const struct reader *r, uint32_t bytes, uint32_t units) {
    check->n = (uint32_t)(r->c - check->c);
    check->categories = check->read = r->categories;
    check->scripts = r->scripts;
    check->signs = r->signs;
    put(&check->c[check->n], 0, bytes, units, 0);
    check->report->input_length = bytes;
    check->report->wellformed = !(check->categories & 1u << LL_BAD);
}

/* A well-formed sequence of three bytes that begins with E1-EC, EE or EF, where no second byte is special: kana, kanji,
 * Hangul, full-width forms. */
static int is_plain_three(const uint8_t *s, uint32_t n) {
    return n >= 3 && s[0] - 0xE1u < 15 && s[0] != 0xED && ((s[1] ^ 0x80u) | (s[2] ^ 0x80u)) < 0x40;
}

void loginlint__utf8_read(struct ll_check *check, const uint8_t *s, uint32_t n) {
    struct reader r = {check->c, 0, 0, {{0, 0, 0, 0}}};
    uint32_t at = 0, units = 0, length;
    while (at < n) {
        uint32_t cp = s[at];
        if (cp < 0x80) {
            append_ascii(&r, cp, at++, units++);
            continue;
        }
        if (is_plain_three(s + at, n - at)) {
            cp = (cp & 0x0F) << 12 | (s[at + 1] & 0x3Fu) << 6 | (s[at + 2] & 0x3Fu);
            length = 3;
        } else {
            cp = loginlint__utf8_next(s + at, n - at, &length);
        }
        append(&r, cp, at, units);
        at += length;
        units += cp != LL_ILLFORMED && cp > 0xFFFF ? 2 : 1;
    }
    finish(check, &r, at, units);
}

int loginlint__utf16_read(struct ll_check *check, const uint16_t *s, uint32_t n) {
    struct reader r = {check->c, 0, 0, {{0, 0, 0, 0}}};
    uint32_t at = 0, bytes = 0;
    while (at < n) {
        uint32_t next = at, cp = loginlint__utf16_next(s, n, &next);
        uint32_t width = cp < 0x80 ? 1 : cp < 0x800 ? 2 : next - at == 2 ? 4 : 3;
        if (bytes + width > LOGINLINT_INPUT_MAX) {
            check->n = (uint32_t)(r.c - check->c);
            return 0;
        }
        if (cp < 0x80)
            append_ascii(&r, cp, bytes, at);
        else
            append(&r, cp, bytes, at);
        bytes += width;
        at = next;
    }
    finish(check, &r, bytes, at);
    return 1;
}
