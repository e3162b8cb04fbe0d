/* SPDX-License-Identifier: MIT */
/* check_words.c - what a person reads, in every language: whole sentences, one at a time, nothing left to fill in; two
 * secrets of the same classes are told the same; and every text written out for a person to read.
 *
 * usage: check_words [DIRECTORY]   writes words.LANGUAGE.txt there (build/ if nothing is said)
 */
#include "must.h"
#include "random_cause.h"
#include "suite.h"
#include <stdio.h>
#include <stdlib.h>

#include "text/chartab.h"
#include "words/sentence.h"

#define LL_ROWS
#include "words/sentences.inc"

enum { SENTENCE_MAX = 512 }; /* bytes: what include/loginlint.h promises of every sentence */
static uint32_t longest;

static const char *language_name(uint32_t language) {
    return loginlint_name(LOGINLINT_LIST_LANGUAGE, language);
}

/* ---- what a sentence is ---- */

static int is_end(const char *s, size_t n) {
    return n && (s[n - 1] == '.' || s[n - 1] == '?' || (n > 3 && !memcmp(s + n - 3, "。", 3)) ||
                 (n > 3 && !memcmp(s + n - 3, "？", 3)));
}

/* Ends of sentences in it: of Latin ones those that a space follows. */
static int sentences_in(const char *s) {
    int count = 0;
    for (; *s; s++)
        count += !strncmp(s, "。", 3) || !strncmp(s, "？", 3) ||
                 ((*s == '.' || *s == '?') && (!s[1] || (s[1] == ' ' && s[2])));
    return count;
}

static void is_whole(const char *s, uint32_t language) {
    size_t i, n = strlen(s);
    MUST(n > 3 && is_end(s, n), "%s: %s: does not end", language_name(language), s);
    MUST(!strpbrk(s, "{}|"), "%s: %s: something is left to fill in", language_name(language), s);
    MUST(!strstr(s, "  ") && *s != ' ', "%s: %s: spaces", language_name(language), s);
    for (i = 0; i < n; i++)
        MUST((unsigned char)s[i] >= 0x20, "%s: %s: a control character", language_name(language), s);
}

/* ---- causes ---- */

typedef int32_t cause_words(const loginlint_explanation *, uint32_t, uint32_t, uint8_t *, uint32_t);

static const char *told(cause_words *words, const loginlint_cause *cause, uint32_t language) {
    static char text[2][4096];
    static int turn;
    loginlint_explanation explanation;
    int32_t n;
    turn = !turn;
    memset(&explanation, 0, sizeof explanation);
    explanation.size = sizeof explanation;
    explanation.count = 1;
    explanation.cause[0] = *cause;
    n = words(&explanation, 0, language, (uint8_t *)text[turn], sizeof text[turn] - 1);
    MUST(n > 0 && n < (int32_t)sizeof text[turn], "cause %u: %d", cause->code, (int)n);
    text[turn][n] = 0;
    return text[turn];
}

static void one_sentence(cause_words *words, const loginlint_cause *cause, uint32_t language) {
    const char *text = told(words, cause, language);
    is_whole(text, language);
    MUST(sentences_in(text) == 1, "%s: %s: not one sentence", language_name(language), text);
}

START_TEST(every_cause_is_one_sentence) {
    const uint32_t count = LANGUAGES;
    uint32_t language;
    long round;
    for (round = 0; round < ROUNDS_OF(60000); round++) {
        loginlint_cause cause = random_cause();
        language = (uint32_t)round % count;
        one_sentence(loginlint_cause_message, &cause, language);
        one_sentence(loginlint_cause_next, &cause, language);
    }
}
END_TEST

/* Whatever a record of a secret holds, no character of it is told. */
START_TEST(secrets_are_told_alike) {
    const uint32_t count = LANGUAGES;
    long round;
    for (round = 0; round < ROUNDS_OF(20000); round++) {
        loginlint_cause cause = random_cause(), other;
        uint32_t language = (uint32_t)round % count;
        cause.secret = 1;
        other = cause;
        cause.argument = 'Q';
        cause.meant = 'Z';
        other.argument = other.meant = 0;
        MUST(!strcmp(told(loginlint_cause_message, &cause, language), told(loginlint_cause_message, &other, language)),
             "cause %u", cause.code);
        MUST(!strcmp(told(loginlint_cause_next, &cause, language), told(loginlint_cause_next, &other, language)),
             "cause %u", cause.code);
    }
}
END_TEST

/* Where a character may be shown, the sentence is about it, and about what is meant instead. */
START_TEST(characters_are_told) {
    static const uint8_t codes[] = {LOGINLINT_CAUSE_SMART_PUNCTUATION, LOGINLINT_CAUSE_LOOKALIKE,
                                    LOGINLINT_CAUSE_MISTYPED_DOMAIN, LOGINLINT_CAUSE_NOT_ALLOWED};
    uint32_t language;
    size_t i;
    for (language = 0; language < LANGUAGES; language++)
        for (i = 0; i < sizeof codes / sizeof codes[0]; i++) {
            loginlint_cause cause = {
                .code = codes[i], .position = 3, .position_end = 3, .argument = 0xE9, .meant = 'Z'};
            const char *text;
            cause.character[0] = 2;
            cause.character[1] = 3;
            text = told(loginlint_cause_message, &cause, language);
            MUST(strstr(text, "\xC3\xA9"), "cause %u: %s", codes[i], text);
            MUST(codes[i] == LOGINLINT_CAUSE_NOT_ALLOWED || strchr(text, 'Z'), "cause %u: %s", codes[i], text);
        }
}
END_TEST

/* Each platform's own key, no other's; on a touch keyboard of which nothing is known, none. */
START_TEST(keys_are_those_of_the_device) {
    static const struct {
        uint8_t platform, keyboard;
        const char *own, *others[4];
    } keys[] = {{LOGINLINT_PLATFORM_WINDOWS, 0, "半角/全角", {"英数", "あa1", "ABC", "地球儀"}},
                {LOGINLINT_PLATFORM_MAC, 0, "「英数」", {"半角/全角", "あa1", "ABC", "地球儀"}},
                {LOGINLINT_PLATFORM_IOS, 0, "「ABC」", {"半角/全角", "「英数」", "あa1", "文字」"}},
                {LOGINLINT_PLATFORM_ANDROID, 0, "「あa1」", {"半角/全角", "「英数」", "ABC", "地球儀"}},
                {LOGINLINT_PLATFORM_UNKNOWN, 2, "キーボードを英数字に", {"半角/全角", "「英数」", "「", "ABC"}},
                {LOGINLINT_PLATFORM_UNKNOWN, 0, "半角/全角", {"あa1", "ABC", "地球儀", "カタカナ"}}};
    size_t i, k;
    for (i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        loginlint_cause cause = {.code = LOGINLINT_CAUSE_INPUT_METHOD, .remedy = LOGINLINT_REMEDY_RETYPE};
        const char *text;
        cause.platform = keys[i].platform;
        cause.keyboard = keys[i].keyboard;
        text = told(loginlint_cause_next, &cause, LOGINLINT_LANGUAGE_JA);
        ck_assert_msg(strstr(text, keys[i].own) != NULL, "%s", text);
        for (k = 0; k < 4; k++)
            ck_assert_msg(!strstr(text, keys[i].others[k]), "%s: %s", text, keys[i].others[k]);
    }
}
END_TEST

/* Where the box shows dots, a place among them is not told, and showing the characters is offered. */
START_TEST(no_dots_are_counted) {
    static const char *const show[] = {"show the characters", "文字を表示", "显示字符", "문자를 표시"};
    static const char *const place[] = {"character 6", "6文字目", "第 6 个", "6번째"};
    static const uint8_t places[] = {LOGINLINT_CAUSE_NOT_ALLOWED, LOGINLINT_CAUSE_LOOKALIKE, LOGINLINT_CAUSE_REPEATS,
                                     LOGINLINT_CAUSE_SMART_PUNCTUATION, LOGINLINT_CAUSE_SCRIPT};
    uint32_t language;
    size_t i;
    for (i = 0; i < sizeof places; i++)
        for (language = 0; language < sizeof show / sizeof show[0]; language++) {
            loginlint_cause cause = {.code = places[i],
                                     .remedy = LOGINLINT_REMEDY_LOOK,
                                     .position = 6,
                                     .position_end = 6,
                                     .character = {5, 6},
                                     .secret = 1};
            cause.field = LOGINLINT_FIELD_PASSWORD;
            ck_assert_ptr_nonnull(strstr(told(loginlint_cause_next, &cause, language), show[language]));
            ck_assert_ptr_null(strstr(told(loginlint_cause_next, &cause, language), place[language]));
            cause.field = LOGINLINT_FIELD_LOGIN_ID;
            ck_assert_ptr_nonnull(strstr(told(loginlint_cause_next, &cause, language), place[language]));
        }
}
END_TEST

/* ---- findings ---- */

START_TEST(every_finding_is_told_whole) {
    const uint32_t count = LANGUAGES;
    static loginlint_report report;
    loginlint_diagnostic *d = &report.diagnostics[0];
    char text[4096];
    long round;
    report.size = sizeof report;
    report.count = 1;
    memset(report.pool, 'x', sizeof report.pool);
    report.pool[100] = '.';
    for (round = 0; round < ROUNDS_OF(60000); round++) {
        uint32_t language = (uint32_t)round % count;
        int32_t n;
        do
            d->code = (uint16_t)below(128);
        while (!loginlint_name(LOGINLINT_LIST_CODE, d->code));
        report.field = (uint8_t)below(4);
        report.secret = report.field != LOGINLINT_FIELD_LOGIN_ID;
        report.digits = below(2);
        report.limits[0] = below(2) * 8;
        report.limits[1] = below(2) * 1024;
        d->severity = (uint8_t)below(3);
        d->confidence = (uint8_t)below(101);
        d->level = (uint8_t)below(3);
        d->operation = (uint8_t)below(8);
        d->table = (uint8_t)below(LOGINLINT_REASON_OTHER + 1);
        d->platform = (uint8_t)below(6);
        d->character[0] = below(2) * 1000;
        d->character[1] = d->character[0] + 1 + below(2) * 20;
        d->position = (uint16_t)(d->character[0] + 1);
        d->position_end = (uint16_t)d->character[1];
        d->argument = below(2) ? below(20) : 0x20 + below(0x3100);
        if (d->argument >= '{' && d->argument <= '}')
            continue; /* what is_whole looks for */
        d->fix_length = below(3) * 127 + 1;
        n = loginlint_message(&report, 0, language, (uint8_t *)text, sizeof text - 1);
        MUST(n > 0 && n < (int32_t)sizeof text, "%u", d->code);
        text[n] = 0;
        is_whole(text, language);
    }
}
END_TEST

/* ---- the longest ---- */

/* The longest of everything that can fill a sentence, in every row, on every device. */
static uint32_t length_of(const struct ll_section *section, uint32_t i, uint32_t language, uint64_t device,
                          uint32_t character) {
    static uint8_t fix[255]; /* longer ones are not quoted */
    struct ll_writer w = ll_writer_on(NULL, 0);
    struct ll_sentence s = {.w = &w,
                            .texts = loginlint__language(language),
                            .facts = rows[i].facts | device,
                            .position = 1023,
                            .position_end = 1024,
                            .argument = character,
                            .fix = fix,
                            .fix_length = sizeof fix,
                            .limits = {1023, 1024},
                            .limit = 1024,
                            .count = 1024,
                            .classes = 0xFF,
                            .field = LOGINLINT_FIELD_LOGIN_ID,
                            .box = LOGINLINT_FIELD_CARD_NUMBER,
                            .brand = LOGINLINT_BRAND_AMEX,
                            .reason = LOGINLINT_REASON_CONTEXT,
                            .many = 1,
                            .minutes = 10080,
                            .until = 1795384800,
                            .utc_offset = 540,
                            .other_offset = 1};
    memset(fix, 'x', sizeof fix);
    loginlint__say(&s, section->table, rows[i].member, rows[i].part);
    return w.needed;
}

START_TEST(no_sentence_is_longer) {
    static const uint64_t devices[] = {
        0, LL_FACT(WINDOWS), LL_FACT(MAC), LL_FACT(IOS), LL_FACT(ANDROID), LL_FACT(TOUCH)};
    static const uint32_t characters[] = {0x2003, 0x180E, 0xFF70, 0x034F, 0x61C, 0x2501, 0x12AB};
    uint32_t language, k, i, device, character, n;
    for (language = 0; language_name(language); language++)
        for (k = 0; k < sizeof sections / sizeof sections[0]; k++)
            for (i = sections[k].from; i < sections[k].to && sections[k].table < LL_KEY; i++)
                for (device = 0; device < 6; device++)
                    for (character = 0; character < 7; character++) {
                        n = length_of(&sections[k], i, language, devices[device], characters[character]);
                        MUST(n <= SENTENCE_MAX, "%s: row %u: %u bytes", language_name(language), (unsigned)i,
                             (unsigned)n);
                        longest = n > longest ? n : longest;
                    }
}
END_TEST

/* ---- a language without this build ---- */

START_TEST(other_languages_are_refused) {
    loginlint_explanation explanation = {.size = sizeof explanation, .count = 1};
    uint8_t text[64];
    explanation.cause[0].code = LOGINLINT_CAUSE_EMPTY;
    ck_assert_int_lt(loginlint_cause_message(&explanation, 0, LANGUAGES, text, sizeof text), 0);
    ck_assert_int_lt(loginlint_cause_next(&explanation, 0, UINT32_MAX, text, sizeof text), 0);
    explanation.cause[0].code = 63;
    ck_assert_int_lt(loginlint_cause_message(&explanation, 0, 0, text, sizeof text), 0);
}
END_TEST

/* ---- Korean: the words that 를, 가 and 는 follow end in a vowel ---- */

static int ends_in_a_vowel(const char *s) {
    size_t n = strlen(s);
    uint32_t cp =
        n < 3 ? 0 : ((uint8_t)s[n - 3] & 15u) << 12 | ((uint8_t)s[n - 2] & 63u) << 6 | ((uint8_t)s[n - 1] & 63u);
    return cp >= 0xAC00 && cp < 0xD7A4 && (cp - 0xAC00) % 28 == 0;
}

START_TEST(korean_particles_fit) {
    static const uint8_t lists[] = {LOGINLINT_LIST_FIELD, LOGINLINT_LIST_CLASS};
    uint32_t i, value;
    const char *text;
    for (i = 0; i < sizeof lists; i++)
        for (value = 0; (text = loginlint_describe(lists[i], value, LOGINLINT_LANGUAGE_KO)) != NULL; value++)
            ck_assert_msg(ends_in_a_vowel(text), "%s", text);
    ck_assert(!ends_in_a_vowel("핀"));
}
END_TEST

/* ---- to be read aloud ---- */

static const char *name_of_member(const struct ll_section *section, uint32_t member) {
    const char *name = section->table < LL_KEY ? loginlint_name(section->table, member) : NULL;
    static char number[16];
    snprintf(number, sizeof number, "%u", (unsigned)member);
    return name ? name : number;
}

static void write_row(FILE *out, const struct ll_section *section, uint32_t i, uint32_t language) {
    static const char *const parts[] = {"", " message", " next"};
    char text[2048];
    struct ll_writer w = ll_writer_on((uint8_t *)text, sizeof text - 1);
    struct ll_sentence s = {.w = &w,
                            .texts = loginlint__language(language),
                            .facts = rows[i].facts,
                            .position = 6,
                            .position_end = 6,
                            .argument = 0x30FC,
                            .fix = (const uint8_t *)"-",
                            .fix_length = 1,
                            .limits = {8, 20},
                            .limit = 2,
                            .count = 6,
                            .classes = 1u << LOGINLINT_CLASS_UPPER | 1u << LOGINLINT_CLASS_DIGIT,
                            .box = LOGINLINT_FIELD_CARD_NUMBER,
                            .brand = LOGINLINT_BRAND_AMEX,
                            .reason = LOGINLINT_REASON_SYMBOLS,
                            .minutes = 25,
                            .until = 1795384800,
                            .utc_offset = 540};
    loginlint__say(&s, section->table, rows[i].member, rows[i].part);
    text[w.needed < sizeof text ? w.needed : sizeof text - 1] = 0;
    fprintf(out, "%-22s%-8s %s\n", name_of_member(section, rows[i].member), parts[rows[i].part], text);
}

static void write_texts(const char *directory) {
    uint32_t language, k, i;
    for (language = 0; language_name(language); language++) {
        char path[512];
        FILE *out;
        snprintf(path, sizeof path, "%s/words.%s.txt", directory, language_name(language));
        out = fopen(path, "w");
        if (!out) {
            perror(path);
            exit(2);
        }
        for (k = 0; k < sizeof sections / sizeof sections[0]; k++)
            for (i = sections[k].from; i < sections[k].to && sections[k].table != LL_TERM; i++)
                write_row(out, &sections[k], i, language);
        fclose(out);
    }
}

int main(int argc, char **argv) {
    const TTest *const tests[] = {
        every_cause_is_one_sentence,  secrets_are_told_alike,      characters_are_told,
        keys_are_those_of_the_device, no_dots_are_counted,         every_finding_is_told_whole,
        no_sentence_is_longer,        other_languages_are_refused, korean_particles_fit};
    Suite *suite = suite_create("words");
    TCase *tcase = tcase_create("words");
    int failed;
    size_t i;
    write_texts(argc > 1 ? argv[1] : "build");
    for (i = 0; i < sizeof tests / sizeof tests[0]; i++)
        tcase_add_test(tcase, tests[i]);
    tcase_set_timeout(tcase, 60);
    suite_add_tcase(suite, tcase);
    failed = run_suite(suite);
    printf("check_words: the longest sentence has %u bytes\n", longest);
    return failed;
}
