/* SPDX-License-Identifier: MIT */
/* check_key.c - keys: which IDs are one to a person, which are not, and what holds of every value; batches against
 * single calls. */
#include "must.h"
#include "random_value.h"
#include "suite.h"
#include <loginlint.h>
#include <string.h>

enum { OUT = 8 * ROOM };

#define W LOGINLINT_SAME_WIDTH
#define C LOGINLINT_SAME_CASE
#define S LOGINLINT_SAME_SEPARATORS
#define K LOGINLINT_SAME_COMPATIBILITY
#define L LOGINLINT_SAME_LOOKALIKES
#define ALL (W | C | S | K | L)

static uint32_t length(const char *s) {
    return (uint32_t)strlen(s);
}

/* What two values are told to be in, and whether they have one key then. */
static const struct {
    uint32_t same;
    const char *a, *b;
    int one;
} pairs[] = {
    {ALL, "taro-yamada", "ｔａｒｏーＹＡＭＡＤＡ", 1},
    {ALL, "taro.yamada", "taroyamada", 1},
    {ALL, "taro", " taro\xE3\x80\x80", 1},
    {0, "taro", " taro ", 1},
    {0, "taro", "ta\xE2\x80\x8Bro", 1},
    {0, "taro", "Taro", 0},
    {0, "taro", "ｔａｒｏ", 0},
    {W, "taro", "ｔａｒｏ", 1},
    {W, "Taro", "ｔａｒｏ", 0},
    {W, "a-b", "a−b", 1},
    {W, "スーパー", "ｽｰﾊﾟｰ", 1},
    {W, "ガヴ", "ｶﾞｳﾞ", 1},
    {W, "ア゜マ゜", "ｱﾟﾏﾟ", 1}, /* no voice to take: a mark by itself */
    {W,
     "・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ"
     "ン゛゜",
     "･ｦｧｨｩｪｫｬｭｮｯｰｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ゛゜", 1},
    {W, "a b",
     "a\xC2\xA0"
     "b",
     1},
    {C, "Taro", "tARO", 1},
    {C, "taro", "tar0", 0},
    {S, "a_b.c d-e", "abcde", 1},
    {S, "taro@a-b.jp", "taro@ab.jp", 0},
    {S, "ta.ro@ab.jp", "taro@ab.jp", 1},
    {S, "ta.ro﹫ab.jp", "taro﹫ab.jp", 1},
    {S, "taro﹫a.b.jp", "taro﹫ab.jp", 0},
    {S | W, "taro＠ab．jp", "ta-ro@ab.jp", 1},
    {S, "taro@", "ta-ro@", 1},
    {K, "①②", "12", 1},
    {K, "ofﬁce", "office", 1},
    {K, "٤", "4", 1},
    {W, "①②", "12", 0},
    {L, "O0", "OO", 1},
    {L, "Il1|", "llll", 1},
    {L, "i", "l", 0},
    {L | C, "Ivan", "lvan", 1},
    {L | C, "ivan", "lvan", 1},
    {L, "tаro", "taro", 1}, /* Cyrillic */
    {ALL & ~L, "tаro", "taro", 0},
    {ALL, "taro@l1.com", "taro@ll.com", 0},
    {ALL, "taro@аb.com", "taro@ab.com", 0},
    {ALL, "rn", "m", 0}, /* two letters for one are the companion's */
    {ALL, "山田", "山 田", 1},
    {ALL, "山田", "山口", 0},
};

static int32_t key(uint32_t same, const char *value, uint8_t *out) {
    return loginlint_key(same, (const uint8_t *)value, length(value), out, OUT);
}

START_TEST(pairs_are_one_or_not) {
    static uint8_t a[OUT], b[OUT];
    int32_t n = key(pairs[_i].same, pairs[_i].a, a), m = key(pairs[_i].same, pairs[_i].b, b);
    ck_assert_int_gt(n, 0);
    ck_assert_msg((n == m && memcmp(a, b, (size_t)n) == 0) == pairs[_i].one, "%s and %s: %.*s, %.*s", pairs[_i].a,
                  pairs[_i].b, n, (const char *)a, m, (const char *)b);
}
END_TEST

/* Of any value: a key is its own key, both encodings agree, nothing is written past the capacity. */
START_TEST(laws_of_keys) {
    static struct value v;
    static uint8_t out[OUT], again[OUT], small[64];
    uint32_t round;
    for (round = 0; round < ROUNDS_OF(100000); round++) {
        uint32_t same = below(ALL + 1);
        int32_t whole, second;
        random_value(&v);
        if (v.n > LOGINLINT_INPUT_MAX || v.m > LOGINLINT_INPUT_MAX)
            continue;
        whole = loginlint_key(same, v.bytes, v.n, out, sizeof out);
        ck_assert_int_ge(whole, 0);
        ck_assert_int_le(whole, (int32_t)sizeof out);
        if (whole <= (int32_t)LOGINLINT_INPUT_MAX) {
            second = loginlint_key(same, out, (uint32_t)whole, again, sizeof again);
            ck_assert_msg(second == whole && memcmp(out, again, (size_t)whole) == 0,
                          "same %u: %.*s has the key %.*s, and that %.*s", same, (int)v.n, (const char *)v.bytes, whole,
                          (const char *)out, second, (const char *)again);
        }
        second = loginlint_key_utf16(same, v.units, v.m, again, sizeof again);
        ck_assert(second == whole && memcmp(out, again, (size_t)whole) == 0);
        memset(small, 0xEE, sizeof small);
        ck_assert_int_eq(loginlint_key(same, v.bytes, v.n, small, 5), whole);
        ck_assert_uint_eq(small[5], 0xEE);
        ck_assert_int_eq(loginlint_key(same, v.bytes, v.n, NULL, 0), whole);
    }
}
END_TEST

/* What stands in too little room: the characters that fit, whole, and zeros.  Characters of one to four bytes. */
START_TEST(a_short_room_cuts_no_character) {
    static const char value[] = "a\xC3\xA9\xDF\xBF\xE3\x81\x82\xEF\xBD\xA1\xF0\xA0\xAE\xB7\xF0\x9F\x98\x80z";
    uint8_t whole[sizeof value + 1], small[sizeof value + 1];
    uint32_t n = length(value), room, at, fits = 0;
    ck_assert_int_eq(key(0, value, whole), (int32_t)n);
    ck_assert_mem_eq(whole, value, n);
    for (room = 1; room < n; room++) {
        if ((whole[room] & 0xC0) != 0x80)
            fits = room;
        ck_assert_int_eq(loginlint_key(0, (const uint8_t *)value, n, small, room), (int32_t)n);
        ck_assert_mem_eq(small, whole, fits);
        for (at = fits; at < room; at++)
            ck_assert_msg(small[at] == 0, "%u of %u bytes: a part of a character", fits, room);
    }
}
END_TEST

START_TEST(misuse_of_keys) {
    static uint8_t long_value[LOGINLINT_INPUT_MAX + 1], out[OUT];
    ck_assert_int_eq(loginlint_key(ALL, NULL, 1, out, OUT), -(int32_t)LOGINLINT_ERROR_NULL_POINTER);
    ck_assert_int_eq(loginlint_key_utf16(ALL, NULL, 1, out, OUT), -(int32_t)LOGINLINT_ERROR_NULL_POINTER);
    ck_assert_int_eq(loginlint_key(ALL, NULL, 0, out, OUT), 0);
    ck_assert_int_eq(loginlint_key(ALL + 1, (const uint8_t *)"a", 1, out, OUT),
                     -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE);
    ck_assert_int_eq(loginlint_key(ALL, long_value, sizeof long_value, out, OUT), -(int32_t)LOGINLINT_ERROR_TOO_LONG);
    ck_assert_int_eq(key(ALL,
                         "\xFF"
                         "a",
                         out),
                     4);
    ck_assert_mem_eq(out,
                     "\xEF\xBF\xBD"
                     "a",
                     4);
}
END_TEST

/* ---- batches ---- */

static const char *const typed[] = {"taro-yamada",      "",       "ｔａｒｏ",   "taro@gmial.com", "ID: taro",
                                    "4111111111111111", "たろう", "taro yamada"};
enum { TYPED = sizeof typed / sizeof typed[0] };

static loginlint_report report;
static loginlint_candidates candidates;
static loginlint_explanation explanation;

START_TEST(a_batch_is_its_values) {
    static uint8_t bytes[ROOM], verdicts[TYPED], causes[TYPED];
    uint32_t offsets[TYPED + 1] = {0}, i;
    loginlint_policy policy;
    loginlint_policy_init(&policy, LOGINLINT_FIELD_LOGIN_ID);
    for (i = 0; i < TYPED; i++) {
        memcpy(bytes + offsets[i], typed[i], length(typed[i]));
        offsets[i + 1] = offsets[i] + length(typed[i]);
    }
    ck_assert_int_eq(loginlint_check_batch(&policy, NULL, bytes, offsets, TYPED, verdicts, causes, &report, &candidates,
                                           &explanation),
                     0);
    for (i = 0; i < TYPED; i++) {
        const uint8_t *value = (const uint8_t *)typed[i];
        uint32_t n = length(typed[i]);
        ck_assert_int_eq(loginlint_check(&policy, NULL, value, n, &report), 0);
        ck_assert_uint_eq(verdicts[i], report.verdict);
        ck_assert_int_eq(loginlint_candidates_find(&policy, NULL, value, n, &candidates), 0);
        ck_assert_int_eq(loginlint_explain(&policy, NULL, value, n, &report, &candidates, &explanation), 0);
        ck_assert_uint_eq(causes[i], explanation.count ? explanation.cause[0].code : LOGINLINT_NOTHING);
    }
    ck_assert_int_eq(loginlint_check_batch(&policy, NULL, bytes, offsets, TYPED, verdicts, NULL, &report, NULL, NULL),
                     0);
    ck_assert_int_eq(loginlint_check_batch(&policy, NULL, NULL, offsets, 0, NULL, NULL, &report, NULL, NULL), 0);
}
END_TEST

START_TEST(misuse_of_batches) {
    static uint8_t verdicts[2], causes[2];
    static const uint32_t offsets[] = {0, 2, 1};
    const uint8_t *bytes = (const uint8_t *)"ab";
    loginlint_policy policy;
    loginlint_policy_init(&policy, LOGINLINT_FIELD_LOGIN_ID);
    ck_assert_int_eq(loginlint_check_batch(&policy, NULL, bytes, offsets, 2, verdicts, NULL, &report, NULL, NULL),
                     -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE);
    ck_assert_int_eq(loginlint_check_batch(&policy, NULL, bytes, NULL, 1, verdicts, NULL, &report, NULL, NULL),
                     -(int32_t)LOGINLINT_ERROR_NULL_POINTER);
    ck_assert_int_eq(loginlint_check_batch(&policy, NULL, NULL, offsets, 1, verdicts, NULL, &report, NULL, NULL),
                     -(int32_t)LOGINLINT_ERROR_NULL_POINTER);
    ck_assert_int_eq(loginlint_check_batch(&policy, NULL, bytes, offsets, 1, NULL, NULL, &report, NULL, NULL),
                     -(int32_t)LOGINLINT_ERROR_NULL_POINTER);
    ck_assert_int_eq(loginlint_check_batch(&policy, NULL, bytes, offsets, 1, verdicts, causes, &report, NULL, NULL),
                     -(int32_t)LOGINLINT_ERROR_NULL_POINTER);
    ck_assert_int_eq(loginlint_check_batch(NULL, NULL, bytes, offsets, 1, verdicts, NULL, &report, NULL, NULL),
                     -(int32_t)LOGINLINT_ERROR_NULL_POINTER);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("key");
    TCase *keys = tcase_create("keys"), *batches = tcase_create("batches");
    tcase_set_timeout(keys, 300);
    tcase_add_loop_test(keys, pairs_are_one_or_not, 0, sizeof pairs / sizeof pairs[0]);
    tcase_add_test(keys, laws_of_keys);
    tcase_add_test(keys, a_short_room_cuts_no_character);
    tcase_add_test(keys, misuse_of_keys);
    tcase_add_test(batches, a_batch_is_its_values);
    tcase_add_test(batches, misuse_of_batches);
    suite_add_tcase(suite, keys);
    suite_add_tcase(suite, batches);
    return run_suite(suite);
}
