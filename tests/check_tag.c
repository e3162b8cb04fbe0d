/* SPDX-License-Identifier: MIT */
/* check_tag.c - tags: SipHash-2-4 against the published vectors, and what counts as the same attempt.
 *
 * The implementation is included as it is, so that its pieces can be fed the vectors, which have no login ID in them.
 */
#include "preflight/tag.c"
#include "suite.h"
#include <stdlib.h>
#include <string.h>

static const uint8_t counting[16] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

static uint32_t length(const char *s) {
    return (uint32_t)strlen(s);
}

/* ---- SipHash ------------------------------------------------------------------------------------------------------
 */

/* Key 00 01 .. 0F, message 00 01 .. of n bytes.  15 bytes: the worked example in appendix A of the paper,
 * a129ca6149be45e5; the others: the reference implementation's list of 64. */
static const struct {
    uint32_t n;
    uint8_t out[8];
} vectors[] = {
    {0, {0x31, 0x0E, 0x0E, 0xDD, 0x47, 0xDB, 0x6F, 0x72}},  {1, {0xFD, 0x67, 0xDC, 0x93, 0xC5, 0x39, 0xF8, 0x74}},
    {2, {0x5A, 0x4F, 0xA9, 0xD9, 0x09, 0x80, 0x6C, 0x0D}},  {7, {0x37, 0xD1, 0x01, 0x8B, 0xF5, 0x00, 0x02, 0xAB}},
    {8, {0x62, 0x24, 0x93, 0x9A, 0x79, 0xF5, 0xF5, 0x93}},  {15, {0xE5, 0x45, 0xBE, 0x49, 0x61, 0xCA, 0x29, 0xA1}},
    {16, {0xDB, 0x9B, 0xC2, 0x57, 0x7F, 0xCC, 0x2A, 0x3F}}, {63, {0x72, 0x45, 0x06, 0xEB, 0x4C, 0x32, 0x8A, 0x95}},
};

START_TEST(siphash_vectors) {
    uint8_t message[64], out[8];
    struct sip sip;
    uint32_t i;
    for (i = 0; i < 64; i++)
        message[i] = (uint8_t)i;
    sip_start(&sip, counting);
    sip_bytes(&sip, message, vectors[_i].n);
    sip_finish(&sip, out);
    ck_assert_mem_eq(out, vectors[_i].out, 8);
}
END_TEST

/* ---- the same attempt ---------------------------------------------------------------------------------------------
 */

static void tag_of(const char *id, const char *secret, uint8_t out[16]) {
    ck_assert_int_eq(
        loginlint_tag(counting, (const uint8_t *)id, length(id), (const uint8_t *)secret, length(secret), out), 0);
}

enum { DIFFERENT, SAME, NEARLY };

static const struct {
    const char *id[2], *secret[2];
    int32_t compare;
} pairs[] = {
    {{"taro", "taro"}, {"Kyoto2026", "Kyoto2026"}, SAME},
    {{"", ""}, {"", ""}, SAME},
    {{"taro", "taro"}, {"Kyoto2026", "kYOTO2026"}, NEARLY},
    {{"taro", "taro"}, {"Kyoto2026", "Ｋｙｏｔｏ２０２６"}, NEARLY},
    {{"taro", "taro"}, {"Kyoto2026", "ＫＹＯＴＯ２０２６"}, NEARLY},
    {{"taro", "taro"}, {"a b", "a　b"}, NEARLY},
    {{"taro", "taro"}, {"a!~", "Ａ！～"}, NEARLY},
    {{"taro", "taro"}, {"ÉTÉ", "été"}, NEARLY},
    {{"taro", "taro"}, {"Ж", "ж"}, NEARLY},
    {{"taro", "taro"}, {"Ѐ", "ѐ"}, NEARLY},
    {{"taro", "taro"}, {"Ω", "ω"}, NEARLY},
    {{"taro", "taro"}, {"ΑΡΣΫ", "αρσϋ"}, NEARLY},
    {{"taro", "taro"},
     {"\xCE\xA2", "\xCF\x82"},
     DIFFERENT}, /* U+03A2 is no letter, and U+03C2 the small one of U+03A3 */
    {{"taro", "taro"}, {"ÀÖØÞ", "àöøþ"}, NEARLY},
    {{"taro", "taro"}, {"\xC2\xBF", "\xC3\x9F"}, DIFFERENT}, /* before and behind the capitals of each alphabet */
    {{"taro", "taro"}, {"\xC3\x9F", "\xC3\xBF"}, DIFFERENT},
    {{"taro", "taro"}, {"\xCE\x90", "\xCE\xB0"}, DIFFERENT},
    {{"taro", "taro"}, {"\xCE\xAC", "\xCF\x8C"}, DIFFERENT},
    {{"taro", "taro"}, {"\xCF\xBF", "\xD1\x8F"}, DIFFERENT},
    {{"taro", "taro"}, {"\xD0\xB0", "\xD1\x90"}, DIFFERENT},
    {{"taro", "taro"}, {"ЏАЯ", "џая"}, NEARLY},
    {{"taro", "taro"}, {"×", "÷"}, DIFFERENT},
    {{"taro", "taro"}, {"@", "`"}, DIFFERENT},
    {{"taro", "taro"}, {"[", "{"}, DIFFERENT},
    {{"taro", "taro"}, {"Kyoto2026", "Kyoto2027"}, DIFFERENT},
    {{"taro", "taro"}, {"Kyoto2026", "Kyoto2026 "}, DIFFERENT},
    {{"taro", "hanako"}, {"Kyoto2026", "Kyoto2026"}, DIFFERENT}, /* a changed ID is a new attempt */
    {{"taro", "Taro"}, {"Kyoto2026", "Kyoto2026"}, DIFFERENT},
    {{"taro", "taroK"}, {"Kyoto2026", "yoto2026"}, DIFFERENT},
    {{"", "taro"}, {"taro", ""}, DIFFERENT},
    {{"taro", "taro"}, {"A\xFF", "a\xFF"}, NEARLY}, /* not UTF-8 */
    {{"taro", "taro"}, {"a\xEF\xBC", "a\xEF\xBD"}, DIFFERENT},
};

START_TEST(what_counts_as_the_same) {
    uint8_t kept[16], now[16];
    tag_of(pairs[_i].id[0], pairs[_i].secret[0], kept);
    tag_of(pairs[_i].id[1], pairs[_i].secret[1], now);
    ck_assert_int_eq(loginlint_tag_compare(kept, now), pairs[_i].compare);
    ck_assert_int_eq(loginlint_tag_compare(now, kept), pairs[_i].compare);
}
END_TEST

/* Every full-width form is the same as its ASCII character but for width, and the same as no other one but for case. */
START_TEST(every_fullwidth_form) {
    uint8_t wide[4], narrow[1], kept[16], now[16];
    uint32_t i, j, same_letter;
    for (i = 0x21; i <= 0x7E; i++)
        for (j = 0x21; j <= 0x7E; j++) {
            narrow[0] = (uint8_t)i;
            loginlint_tag(counting, NULL, 0, narrow, 1, kept);
            loginlint_tag(counting, NULL, 0, wide, loginlint__utf8_put(j + 0xFEE0, wide), now);
            same_letter = i == j || ((i ^ j) == 0x20 && (i | 0x20) >= 'a' && (i | 0x20) <= 'z');
            if (loginlint_tag_compare(kept, now) != (same_letter ? NEARLY : DIFFERENT))
                ck_abort_msg("U+%04X and U+%04X", (unsigned)i, (unsigned)(j + 0xFEE0));
        }
}
END_TEST

START_TEST(the_key_decides) {
    uint8_t key[16], kept[16], now[16];
    uint32_t bit;
    tag_of("taro", "Kyoto2026", kept);
    for (bit = 0; bit < 128; bit++) {
        memcpy(key, counting, 16);
        key[bit / 8] ^= (uint8_t)(1u << bit % 8);
        loginlint_tag(key, (const uint8_t *)"taro", 4, (const uint8_t *)"Kyoto2026", 9, now);
        ck_assert_int_eq(loginlint_tag_compare(kept, now), DIFFERENT);
        ck_assert(memcmp(kept, now, 8) != 0 && memcmp(kept + 8, now + 8, 8) != 0);
    }
}
END_TEST

/* A secret that folding leaves alone still has two unlike halves: a tag does not say that it has no capitals. */
START_TEST(halves_differ) {
    uint8_t out[16];
    tag_of("taro", "kyoto2026", out);
    ck_assert_mem_ne(out, out + 8, 8);
}
END_TEST

START_TEST(misuse_is_a_negative_return) {
    const int32_t null = -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    uint8_t out[16];
    ck_assert_int_eq(loginlint_tag(NULL, NULL, 0, NULL, 0, out), null);
    ck_assert_int_eq(loginlint_tag(counting, NULL, 1, NULL, 0, out), null);
    ck_assert_int_eq(loginlint_tag(counting, NULL, 0, NULL, 1, out), null);
    ck_assert_int_eq(loginlint_tag(counting, NULL, 0, NULL, 0, NULL), null);
    ck_assert_int_eq(loginlint_tag(counting, NULL, 0, NULL, 0, out), 0);
    ck_assert_int_eq(loginlint_tag_compare(NULL, out), null);
    ck_assert_int_eq(loginlint_tag_compare(out, NULL), null);
}
END_TEST

static Suite *suite(void) {
    Suite *suite = suite_create("tag");
    TCase *tests = tcase_create("tag");
    tcase_add_loop_test(tests, siphash_vectors, 0, sizeof vectors / sizeof vectors[0]);
    tcase_add_loop_test(tests, what_counts_as_the_same, 0, sizeof pairs / sizeof pairs[0]);
    tcase_add_test(tests, every_fullwidth_form);
    tcase_add_test(tests, the_key_decides);
    tcase_add_test(tests, halves_differ);
    tcase_add_test(tests, misuse_is_a_negative_return);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void) {
    return run_suite(suite());
}
