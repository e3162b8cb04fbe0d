/* SPDX-License-Identifier: MIT */
/* check_layouts.c - lib/text/layouts.c: the way back is unique, known words convert, every key is where it is. */
#include "text/layouts.h"

#include "suite.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EXPECT(condition, ...) ((condition) ? (void)0 : ck_abort_msg(__VA_ARGS__)) /* in loops: ck_assert is slow */
#define COUNT(a) (sizeof(a) / sizeof *(a))

/* One code point of valid UTF-8; moves *p past it. */
static uint32_t next(const char **p) {
    const unsigned char *s = (const unsigned char *)*p;
    uint32_t cp = s[0];
    int more = cp < 0x80 ? 0 : cp < 0xE0 ? 1 : cp < 0xF0 ? 2 : 3, i;
    cp &= more ? 0x3Fu >> more : 0x7Fu;
    for (i = 1; i <= more; i++)
        cp = cp << 6 | (s[i] & 0x3Fu);
    *p += more + 1;
    return cp;
}

static const char *keys(enum ll_layout layout, const char *received, char *out) {
    char *to = out;
    while (*received) {
        uint32_t key = loginlint__layout_key(layout, next(&received));
        *to++ = key ? (char)key : '?';
    }
    *to = 0;
    return out;
}

static const struct {
    enum ll_layout layout;
    const char *received, *meant;
} words[] = {
    {LL_LAYOUT_RUSSIAN, "зфыыцщкв123", "password123"},
    {LL_LAYOUT_RUSSIAN, "ЗфыыЦщкв .,", "PassWord /?"},
    {LL_LAYOUT_RUSSIAN, "№;:!\"", "#$^!@"},
    {LL_LAYOUT_UKRAINIAN, "зфііцщкв", "password"},
    {LL_LAYOUT_UKRAINIAN, "їєґҐʼ№", "]'\\|~#"},
    {LL_LAYOUT_GREEK, "πασσςορδ", "password"},
    {LL_LAYOUT_GREEK, "ΠΑΣ", "PAS"},
    {LL_LAYOUT_HEBREW, "פשדד'םרג", "password"},
    {LL_LAYOUT_HEBREW, "Aץ", "A."},
    {LL_LAYOUT_ARABIC, "حشسسصخقي", "password"},
    {LL_LAYOUT_ARABIC, "\xEF\xBB\xBB\xD8\x9F", "b?"},
    {LL_LAYOUT_THAI, "ยฟหหไนพก", "password"},
    {LL_LAYOUT_THAI, "ๅ/-ภ", "1234"},
    {LL_LAYOUT_JIS_ON_US, "p[ssword+a", "p@ssword~a"},
    {LL_LAYOUT_JIS_ON_US, "`\\)~-0", "`])~-0"},
    {LL_LAYOUT_US_ON_JIS, "p\"ssword", "p@ssword"},
    {LL_LAYOUT_US_ON_JIS, "_|\\=", "_|\\_"},
    {LL_LAYOUT_AZERTY, "&é\"'(-è_çà", "1234567890"},
    {LL_LAYOUT_AZERTY, "pqsszord", "password"},
    {LL_LAYOUT_QWERTZ, "jurz\"zahoo", "jury@yahoo"},
    {LL_LAYOUT_QWERTZ, "aßb;ö:", "a-b<;>"},
};

START_TEST(known_words) {
    char out[64];
    size_t i;
    for (i = 0; i < COUNT(words); i++)
        ck_assert_msg(strcmp(keys(words[i].layout, words[i].received, out), words[i].meant) == 0, "%s: %s is not %s",
                      words[i].received, out, words[i].meant);
}
END_TEST

/* Over all code points: the answer is printable ASCII or nothing, and no two characters come from one key, but for the
 * ones that JIS and US users cannot have typed, which answer for themselves. */
START_TEST(keys_of_all) {
    static const char *const names[] = {"russian", "ukrainian", "greek",     "hebrew", "arabic",
                                        "thai",    "jis-on-us", "us-on-jis", "azerty", "qwertz"};
    uint32_t cp;
    int layout;
    for (layout = 0; layout < LL_LAYOUTS; layout++) {
        unsigned from[128] = {0}, count = 0, moved = 0;
        for (cp = 0; cp < 0x110100; cp++) {
            uint32_t key = loginlint__layout_key((enum ll_layout)layout, cp);
            if (!key)
                continue;
            EXPECT(key >= 0x20 && key < 0x7F, "U+%04X", cp);
            count++;
            moved += key != cp;
            if (layout < LL_LAYOUT_JIS_ON_US || layout >= LL_LAYOUT_AZERTY)
                EXPECT(!from[key], "U+%04X and U+%04X", from[key], cp);
            from[key] = cp;
        }
        printf("layouts: %s: %u characters, %u on another key\n", names[layout], count, moved);
        ck_assert_uint_ge(count, 90);
        ck_assert_uint_eq(loginlint__layout_key((enum ll_layout)layout, ' '), ' ');
        ck_assert_uint_eq(loginlint__layout_key((enum ll_layout)layout, 0xFFFFFFFF), 0);
        ck_assert_uint_eq(loginlint__layout_key((enum ll_layout)layout, 0x3042), 0);
    }
    for (cp = 0; cp < 0x110000; cp++)
        EXPECT(!loginlint__layout_key(LL_LAYOUTS, cp), "U+%04X", cp);
}
END_TEST

/* Letters and digits are where they are on both. */
START_TEST(jis_moves_symbols_only) {
    uint32_t cp;
    for (cp = 0; cp < 0x80; cp++) {
        uint32_t key = loginlint__layout_key(LL_LAYOUT_JIS_ON_US, cp),
                 back = loginlint__layout_key(LL_LAYOUT_US_ON_JIS, cp);
        int plain = (cp >= '0' && cp <= '9') || (cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z');
        ck_assert(!plain || (key == cp && back == cp));
        ck_assert_int_eq(key != 0, cp >= 0x20 && cp < 0x7F);
        ck_assert_int_eq(back != 0, cp >= 0x20 && cp < 0x7F);
    }
}
END_TEST

/* ---- key by key ---- */

/* The 47 keys from the one left of 1 to the one right of the full stop, then the same with Shift: on a US keyboard, and
 * on the others as xkeyboard-config 2.35.1 has them (ru winkeys, ua, gr, il, ara, th, fr, jp OADG109A).  A space: the
 * key gives no character. */
static const char us[] = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
                         "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?";
static const struct {
    enum ll_layout layout;
    const char *characters;
} keyboards[] = {
    {LL_LAYOUT_RUSSIAN, "ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю."
                        "Ё!\"№;%:?*()_+ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"},
    {LL_LAYOUT_UKRAINIAN, "'1234567890-=йцукенгшщзхїґфівапролджєячсмитьбю."
                          "ʼ!\"№;%:?*()_+ЙЦУКЕНГШЩЗХЇҐФІВАПРОЛДЖЄЯЧСМИТЬБЮ,"},
    {LL_LAYOUT_GREEK, "`1234567890-=;ςερτυθιοπ[]\\ασδφγηξκλ 'ζχψωβνμ,./"
                      "~!@#$%^&*()_+:ΣΕΡΤΥΘΙΟΠ{}|ΑΣΔΦΓΗΞΚΛ \"ΖΧΨΩΒΝΜ<>?"},
    {LL_LAYOUT_HEBREW, ";1234567890-=/"
                       "'\u05E7\u05E8\u05D0\u05D8\u05D5\u05DF\u05DD\u05E4]["
                       "\\\u05E9\u05D3\u05D2\u05DB\u05E2\u05D9\u05D7\u05DC\u05DA\u05E3,"
                       "\u05D6\u05E1\u05D1\u05D4\u05E0\u05DE\u05E6\u05EA\u05E5."
                       "~!@#$%^&*)(_+QWERTYUIOP}{|ASDFGHJKL:\"ZXCVBNM><?"},
    {LL_LAYOUT_ARABIC,
     "\u06301234567890-="
     "\u0636\u0635\u062B\u0642\u0641\u063A\u0639\u0647\u062E\u062D\u062C\u062F\\\u0634\u0633\u064A\u0628\u0644\u0627"
     "\u062A\u0646\u0645\u0643\u0637\u0626\u0621\u0624\u0631\uFEFB\u0649\u0629\u0648\u0632\u0638"
     "\u0651!@#$%^&*)(_+\u064E\u064B\u064F\u064C\uFEF9\u0625`\u00F7\u00D7\u061B<>\u2026\u0650\u064D]["
     "\uFEF7\u0623\u0640\u060C/:\"~\u0652}{\uFEF5\u0622',.\u061F"},
    {LL_LAYOUT_THAI,
     "_\u0E45/"
     "-\u0E20\u0E16\u0E38\u0E36\u0E04\u0E15\u0E08\u0E02\u0E0A\u0E46\u0E44\u0E33\u0E1E\u0E30\u0E31\u0E35\u0E23\u0E19"
     "\u0E22\u0E1A\u0E25\u0E03\u0E1F\u0E2B\u0E01\u0E14\u0E40\u0E49\u0E48\u0E32\u0E2A\u0E27\u0E07\u0E1C\u0E1B\u0E41"
     "\u0E2D\u0E34\u0E37\u0E17\u0E21\u0E43\u0E1D"
     "%+"
     "\u0E51\u0E52\u0E53\u0E54\u0E39\u0E3F\u0E55\u0E56\u0E57\u0E58\u0E59\u0E50\"\u0E0E\u0E11\u0E18\u0E4D\u0E4A\u0E13"
     "\u0E2F\u0E0D\u0E10,\u0E05\u0E24\u0E06\u0E0F\u0E42\u0E0C\u0E47\u0E4B\u0E29\u0E28\u0E0B.()\u0E09\u0E2E\u0E3A\u0E4C?"
     "\u0E12\u0E2C\u0E26"},
    {LL_LAYOUT_AZERTY, "²&é\"'(-è_çà)=azertyuiop $*qsdfghjklmùwxcvbn,;:!"
                       "~1234567890°+AZERTYUIOP £µQSDFGHJKLM%WXCVBN?./§"},
    {LL_LAYOUT_JIS_ON_US, " 1234567890-^qwertyuiop@[]asdfghjkl;:zxcvbnm,./"
                          " !\"#$%&'() =~QWERTYUIOP`{}ASDFGHJKL+*ZXCVBNM<>?"},
};

START_TEST(key_by_key) {
    const char *there = keyboards[_i].characters, *key;
    for (key = us; *key; key++) {
        uint32_t cp = next(&there);
        if (cp == ' ')
            continue;
        if (keyboards[_i].layout == LL_LAYOUT_JIS_ON_US) {
            ck_assert_msg(loginlint__layout_key(LL_LAYOUT_JIS_ON_US, (uint8_t)*key) == cp, "%c", *key);
            ck_assert_msg(loginlint__layout_key(LL_LAYOUT_US_ON_JIS, cp) == (uint8_t)*key, "%c", *key);
        } else {
            uint32_t want = cp == 0x3A3 ? 'S' : (uint8_t)*key; /* capital sigma is on W as well */
            ck_assert_msg(loginlint__layout_key(keyboards[_i].layout, cp) == want, "U+%04X is not on %c", cp, *key);
        }
    }
    ck_assert_int_eq(*there, 0);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("layouts");
    TCase *tests = tcase_create("all");
    tcase_add_test(tests, known_words);
    tcase_add_test(tests, keys_of_all);
    tcase_add_test(tests, jis_moves_symbols_only);
    tcase_add_loop_test(tests, key_by_key, 0, (int)COUNT(keyboards));
    tcase_set_timeout(tests, 60);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
