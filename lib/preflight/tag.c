/* SPDX-License-Identifier: MIT */
/* tag.c - recognises a repeated attempt without keeping what was typed.
 *
 * In: a random key, the login ID, the secret.  Out: two 64-bit values of SipHash-2-4 (Aumasson and Bernstein, 2012):
 * over the exact pair, and over the pair with the secret folded by case and width.  Under a key that is drawn for each
 * screen and dies with it, a tag says nothing but "the same again".
 *
 * Folded: ASCII, Latin-1, Greek and Cyrillic capitals (the alphabets where one offset does it) to small letters,
 * U+FF01-FF5E and U+3000 to ASCII.  Bytes that are not UTF-8 stay as they are.
 */
#include "loginlint.h"
#include "text/utf.h"
#include "text/wipe.h"

struct sip {
    uint64_t v[4];
    uint64_t word;  /* up to 7 bytes that wait for their word to be full */
    uint32_t count; /* bytes so far */
};

static uint64_t rotate(uint64_t x, uint32_t by) {
    return x << by | x >> (64 - by);
}

static void sip_round(uint64_t v[4]) {
    v[0] += v[1], v[2] += v[3];
    v[1] = rotate(v[1], 13) ^ v[0], v[3] = rotate(v[3], 16) ^ v[2];
    v[0] = rotate(v[0], 32);
    v[2] += v[1], v[0] += v[3];
    v[1] = rotate(v[1], 17) ^ v[2], v[3] = rotate(v[3], 21) ^ v[0];
    v[2] = rotate(v[2], 32);
}

static uint64_t word_at(const uint8_t *p) {
    uint64_t word = 0;
    uint32_t i;
    for (i = 8; i--;)
        word = word << 8 | p[i];
    return word;
}

/* The initial state is the ASCII of "somepseudorandomlygeneratedbytes" under the key. */
static void sip_start(struct sip *sip, const uint8_t key[16]) {
    static const uint64_t initial[4] = {0x736F6D6570736575u, 0x646F72616E646F6Du, 0x6C7967656E657261u,
                                        0x7465646279746573u};
    uint32_t i;
    for (i = 0; i < 4; i++)
        sip->v[i] = initial[i] ^ word_at(&key[i & 1 ? 8 : 0]);
    sip->word = 0;
    sip->count = 0;
}

static void sip_word(struct sip *sip) {
    sip->v[3] ^= sip->word;
    sip_round(sip->v);
    sip_round(sip->v);
    sip->v[0] ^= sip->word;
    sip->word = 0;
}

static void sip_byte(struct sip *sip, uint32_t byte) {
    sip->word |= (uint64_t)byte << 8 * (sip->count & 7);
    if ((++sip->count & 7) == 0)
        sip_word(sip);
}

static void sip_bytes(struct sip *sip, const uint8_t *s, uint32_t n) {
    uint32_t i;
    for (i = 0; i < n; i++)
        sip_byte(sip, s[i]);
}

/* Writes the value, the least significant byte first. */
static void sip_finish(struct sip *sip, uint8_t out[8]) {
    uint64_t value;
    uint32_t i;
    sip->word |= (uint64_t)(sip->count & 0xFF) << 56;
    sip_word(sip);
    sip->v[2] ^= 0xFF;
    for (i = 0; i < 4; i++)
        sip_round(sip->v);
    value = sip->v[0] ^ sip->v[1] ^ sip->v[2] ^ sip->v[3];
    for (i = 0; i < 8; i++)
        out[i] = (uint8_t)(value >> 8 * i);
}

/* One code point by width, then by case. */
static uint32_t folded(uint32_t cp) {
    static const struct {
        uint16_t from, to, except;
        uint8_t add;
    } capitals[] = {{'A', 'Z', 0, 0x20},
                    {0xC0, 0xDE, 0xD7, 0x20},
                    {0x391, 0x3AB, 0x3A2, 0x20},
                    {0x400, 0x40F, 0, 0x50},
                    {0x410, 0x42F, 0, 0x20}};
    uint32_t i;
    if (cp >= 0xFF01 && cp <= 0xFF5E)
        cp -= 0xFEE0;
    else if (cp == 0x3000)
        cp = 0x20;
    for (i = 0; i < sizeof capitals / sizeof capitals[0]; i++)
        if (cp >= capitals[i].from && cp <= capitals[i].to && cp != capitals[i].except)
            return cp + capitals[i].add;
    return cp;
}

static void sip_folded(struct sip *sip, const uint8_t *s, uint32_t n) {
    uint8_t utf8[4] = {0};
    uint32_t at, length, cp;
    for (at = 0; at < n; at += length) {
        cp = loginlint__utf8_next(s + at, n - at, &length);
        if (cp == LL_ILLFORMED)
            sip_bytes(sip, s + at, length);
        else
            sip_bytes(sip, utf8, loginlint__utf8_put(folded(cp), utf8));
    }
}

/* The ID's length comes first, so that no two pairs give the same bytes; `half` keeps a secret that needs no folding
 * from giving two equal halves. */
static void start_half(struct sip *sip, uint32_t half, const uint8_t key[16], const uint8_t *id, uint32_t id_length) {
    uint32_t i;
    sip_start(sip, key);
    sip_byte(sip, half);
    for (i = 0; i < 4; i++)
        sip_byte(sip, id_length >> 8 * i & 0xFF);
    sip_bytes(sip, id, id_length);
}

LL_CLEARED_CALL(loginlint_tag, tag,
                (const uint8_t key[16], const uint8_t *id, uint32_t id_length, const uint8_t *secret,
                 uint32_t secret_length, uint8_t out[16]),
                (key, id, id_length, secret, secret_length, out)) {
    struct sip sip;
    if (!key || !out || (!id && id_length) || (!secret && secret_length))
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    start_half(&sip, 0, key, id, id_length);
    sip_bytes(&sip, secret, secret_length);
    sip_finish(&sip, out);
    start_half(&sip, 1, key, id, id_length);
    sip_folded(&sip, secret, secret_length);
    sip_finish(&sip, out + 8);
    return 0;
}

static int same(const uint8_t *a, const uint8_t *b) {
    uint32_t i, difference = 0;
    for (i = 0; i < 8; i++)
        difference |= (uint32_t)(a[i] ^ b[i]);
    return difference == 0;
}

int32_t loginlint_tag_compare(const uint8_t kept[16], const uint8_t now[16]) {
    if (!kept || !now)
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    return !same(kept + 8, now + 8) ? 0 : same(kept, now) ? 1 : 2;
}
