/* check_layouts.c - lib/text/layouts.c: the way back is unique, known words convert, the shared tables agree.
 *
 * In: the tables, and ../shared/tables/{jcuken,layouts}.tsv where they are (else skipped, aloud): rows of US character,
 * character there, key, level.  A row with a dead key or no character (<...>) says only that the key gives nothing.
 */
#include "text/layouts.h"

#include <check.h>
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
                                        "thai",    "jis-on-us", "us-on-jis", "azerty"};
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
            if (layout < LL_LAYOUT_JIS_ON_US || layout == LL_LAYOUT_AZERTY)
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

/* ---- the shared tables ---- */

/* Rows of one layout: `name` is the first column, or NULL where the file has none. */
static unsigned compare(const char *path, const char *name, enum ll_layout layout, unsigned *silent) {
    FILE *file = fopen(path, "r");
    char line[1024];
    unsigned rows = 0;
    if (!file)
        return 0;
    while (fgets(line, sizeof line, file)) {
        const char *us = line, *there;
        uint32_t us_character, cp;
        size_t n = name ? strlen(name) : 0;
        if (strncmp(line, "# ", 2) == 0 || strstr(line, "us_char") ||
            (n && (strncmp(line, name, n) != 0 || line[n] != '\t')))
            continue;
        us += n ? n + 1 : 0;
        us_character = next(&us);
        there = us + 1;
        cp = next(&there);
        if (cp == '<' && *there != '\t') {
            *silent += 1;
            continue;
        }
        rows++;
        if (layout == LL_LAYOUT_GREEK && us_character == 'W')
            us_character = 'S'; /* capital sigma is on both */
        if (layout == LL_LAYOUT_JIS_ON_US) {
            ck_assert_msg(loginlint__layout_key(LL_LAYOUT_JIS_ON_US, us_character) == cp, "%s: %s", path, line);
            ck_assert_msg(loginlint__layout_key(LL_LAYOUT_US_ON_JIS, cp) == us_character, "%s: %s", path, line);
        } else {
            ck_assert_msg(loginlint__layout_key(layout, cp) == us_character, "%s: %s", path, line);
        }
    }
    fclose(file);
    return rows;
}

START_TEST(shared_tables) {
    static const struct {
        const char *name;
        enum ll_layout layout;
    } shared[] = {{"ua", LL_LAYOUT_UKRAINIAN},    {"gr", LL_LAYOUT_GREEK}, {"il", LL_LAYOUT_HEBREW},
                  {"ara", LL_LAYOUT_ARABIC},      {"th", LL_LAYOUT_THAI},  {"fr", LL_LAYOUT_AZERTY},
                  {"jp109a", LL_LAYOUT_JIS_ON_US}};
    unsigned silent = 0, rows = compare("../shared/tables/jcuken.tsv", NULL, LL_LAYOUT_RUSSIAN, &silent), all = rows;
    size_t i;
    if (!rows) {
        printf("layouts: SKIPPED ../shared/tables: not there\n");
        return;
    }
    ck_assert_uint_eq(rows, 74);
    for (i = 0; i < COUNT(shared); i++) {
        rows = compare("../shared/tables/layouts.tsv", shared[i].name, shared[i].layout, &silent);
        ck_assert_uint_gt(rows, 0);
        all += rows;
    }
    printf("layouts: %u rows of ../shared/tables agree, %u give no character\n", all, silent);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("layouts");
    TCase *tests = tcase_create("all");
    SRunner *runner;
    int failed;
    tcase_add_test(tests, known_words);
    tcase_add_test(tests, keys_of_all);
    tcase_add_test(tests, jis_moves_symbols_only);
    tcase_add_test(tests, shared_tables);
    tcase_set_timeout(tests, 60);
    suite_add_tcase(suite, tests);
    runner = srunner_create(suite);
    srunner_set_fork_status(runner, CK_NOFORK);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
