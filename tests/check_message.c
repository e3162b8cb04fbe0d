/* SPDX-License-Identifier: MIT */
/* check_message.c - the sentences: complete, well-formed, the same for like secrets, and the ones that people will read
 * most, word for word.
 */
#include "loginlint.h"
#include "must.h"
#include "suite.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static loginlint_report report;

static loginlint_diagnostic *one(uint32_t field, uint32_t code) {
    memset(&report, 0, sizeof report);
    report.size = sizeof report;
    report.field = (uint8_t)field;
    report.secret = field != LOGINLINT_FIELD_LOGIN_ID;
    report.wellformed = 1;
    report.count = report.total = 1;
    report.diagnostics[0].code = (uint16_t)code;
    report.diagnostics[0].severity = LOGINLINT_SEVERITY_ERROR;
    report.diagnostics[0].position = report.diagnostics[0].position_end = 6;
    report.diagnostics[0].character[0] = 5;
    report.diagnostics[0].character[1] = 6;
    return &report.diagnostics[0];
}

static void give_fix(loginlint_diagnostic *d, uint32_t level, uint32_t operation, const char *text) {
    d->level = (uint8_t)level;
    d->operation = (uint8_t)operation;
    d->fix_at = 7;
    d->fix_length = (uint32_t)strlen(text);
    memcpy(report.pool + 7, text, d->fix_length);
}

static const char *said(uint32_t language) {
    static char text[2048];
    int32_t n = loginlint_message(&report, 0, language, (uint8_t *)text, sizeof text - 1);
    HOLDS(n > 0);
    HOLDS(n <= (int)LOGINLINT_SENTENCE_MAX);
    text[n] = '\0';
    return text;
}

static void is_said(const char *en, const char *ja) {
    ck_assert_str_eq(said(LOGINLINT_LANGUAGE_EN), en);
    ck_assert_str_eq(said(LOGINLINT_LANGUAGE_JA), ja);
}

/* ---- the sentences that matter most ---- */

START_TEST(long_vowel_mark_in_an_id) {
    loginlint_diagnostic *d = one(LOGINLINT_FIELD_LOGIN_ID, LOGINLINT_CODE_DASH_LOOKALIKE);
    d->argument = 0x30FC;
    give_fix(d, LOGINLINT_LEVEL_SAFE, LOGINLINT_OPERATION_FOLD, "-");
    is_said("Character 6 “ー” (long vowel mark) was changed to a hyphen “-”.",
            "6文字目の「ー」（長音記号）を半角ハイフン「-」に直しました。");
}
END_TEST

START_TEST(the_same_in_a_secret_has_no_name) {
    loginlint_diagnostic *d = one(LOGINLINT_FIELD_CARD_NUMBER, LOGINLINT_CODE_DASH_LOOKALIKE);
    give_fix(d, LOGINLINT_LEVEL_SAFE, LOGINLINT_OPERATION_DELETE, "");
    is_said("Character 6 looks like a hyphen, which is not needed, and was removed.",
            "6文字目のハイフンに似た記号は不要なため、取り除きました。");
}
END_TEST

START_TEST(positions_of_several) {
    loginlint_diagnostic *d = one(LOGINLINT_FIELD_PASSWORD, LOGINLINT_CODE_FULLWIDTH_FORM);
    d->position_end = 8;
    d->character[1] = 8;
    d->level = LOGINLINT_LEVEL_ASK;
    d->platform = LOGINLINT_PLATFORM_MAC;
    is_said("Characters 6 to 8 are full-width. Switch to letters with the 英数 key (without one, control + space), and "
            "type "
            "them again.",
            "6〜8文字目が全角です。「英数」キー（ない場合はcontrol+"
            "スペース）で英数字入力に切り替えて、半角で入力し直してくだ"
            "さい。");
    d->position_end = 7;
    ck_assert_ptr_nonnull(strstr(said(LOGINLINT_LANGUAGE_EN), "Characters 6 and 7 are"));
}
END_TEST

START_TEST(keys_of_platforms) {
    static const char *const ime[] = {"半角/全角", "「半角/全角」", "「英数」", "「半角/全角」", "「あa1」", "「ABC」"};
    uint32_t platform;
    for (platform = 0; platform < 6; platform++) {
        one(LOGINLINT_FIELD_LOGIN_ID, LOGINLINT_CODE_IME_KANA)->platform = (uint8_t)platform;
        ck_assert_ptr_nonnull(strstr(said(LOGINLINT_LANGUAGE_JA), ime[platform]));
    }
    one(LOGINLINT_FIELD_PASSWORD, LOGINLINT_CODE_CAPS_LOCK)->platform = LOGINLINT_PLATFORM_WINDOWS;
    report.diagnostics[0].confidence = 90;
    ck_assert_ptr_nonnull(strstr(said(LOGINLINT_LANGUAGE_JA), "Shift+Caps Lock"));
}
END_TEST

START_TEST(caps_lock_by_confidence) {
    static const struct {
        uint8_t confidence;
        const char *en;
    } steps[] = {{100, "Caps Lock is on."},
                 {85, "Caps Lock is on."},
                 {84, "Caps Lock seems to be on."},
                 {50, "Caps Lock seems to be on."},
                 {49, "Caps Lock may be on."},
                 {10, "Caps Lock may be on."},
                 {9, "Capital and small letters count."},
                 {0, "Capital and small letters count."}};
    size_t i;
    for (i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        one(LOGINLINT_FIELD_PASSWORD, LOGINLINT_CODE_CAPS_LOCK)->confidence = steps[i].confidence;
        ck_assert_int_eq(strncmp(said(LOGINLINT_LANGUAGE_EN), steps[i].en, strlen(steps[i].en)), 0);
    }
}
END_TEST

START_TEST(invisible_characters_by_name) {
    loginlint_diagnostic *d = one(LOGINLINT_FIELD_LOGIN_ID, LOGINLINT_CODE_INVISIBLE_CHARACTER);
    d->argument = 0x200B;
    give_fix(d, LOGINLINT_LEVEL_SAFE, LOGINLINT_OPERATION_DELETE, "");
    is_said("An invisible character after character 6 was removed: zero width space.",
            "6文字目のあとの見えない文字（ゼロ幅スペース）を取り除きました。");
    d->argument = 0xE0041; /* a tag: no name, and never the character itself */
    ck_assert_ptr_nonnull(strstr(said(LOGINLINT_LANGUAGE_EN), "U+E0041"));
    d->character[0] = 0;
    d->character[1] = 1;
    ck_assert_ptr_nonnull(strstr(said(LOGINLINT_LANGUAGE_JA), "先頭の見えない文字"));
}
END_TEST

START_TEST(characters_that_direct_text_are_never_written) {
    static const uint32_t hidden[] = {0x0000, 0x0008, 0x000A, 0x001B, 0x007F, 0x0085,
                                      0x200E, 0x202E, 0x2066, 0xFEFF, 0xFFFE};
    size_t i, k;
    for (i = 0; i < sizeof hidden / sizeof hidden[0]; i++) {
        const char *text;
        one(LOGINLINT_FIELD_LOGIN_ID, LOGINLINT_CODE_CONTROL_CHARACTER)->argument = hidden[i];
        text = said(LOGINLINT_LANGUAGE_EN);
        for (k = 0; text[k]; k++)
            ck_assert_int_ge((uint8_t)text[k], 0x20);
        ck_assert_ptr_null(strstr(text, "\xE2\x80\xAE"));
        ck_assert_ptr_null(strstr(text, "\xC2\x85"));
    }
}
END_TEST

/* What no value holds, but a record can. */
START_TEST(numbers_that_are_no_characters) {
    static const struct {
        uint32_t argument;
        const char *en;
    } rows[] = {{0xD800, "U+D800"}, {0xDFFF, "U+DFFF"}, {0x110000, "U+110000"}, {0xFFFFFFFF, "U+FFFFFFFF"}};
    size_t i;
    for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        one(LOGINLINT_FIELD_LOGIN_ID, LOGINLINT_CODE_NOT_ALLOWED)->argument = rows[i].argument;
        ck_assert_ptr_nonnull(strstr(said(LOGINLINT_LANGUAGE_EN), rows[i].en));
        ck_assert_ptr_nonnull(strstr(said(LOGINLINT_LANGUAGE_JA), rows[i].en));
    }
    report.field = 99; /* of no field, so perhaps a secret */
    ck_assert_ptr_null(strstr(said(LOGINLINT_LANGUAGE_EN), "U+"));
}
END_TEST

/* Marks stand on a dotted circle, also the voiced marks of kana, which have another class. */
START_TEST(marks_have_something_to_stand_on) {
    static const uint32_t marks[] = {0x300, 0x3099, 0x309A};
    size_t i;
    for (i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        one(LOGINLINT_FIELD_LOGIN_ID, LOGINLINT_CODE_NOT_ALLOWED)->argument = marks[i];
        ck_assert_ptr_nonnull(strstr(said(LOGINLINT_LANGUAGE_EN), "“◌"));
    }
    one(LOGINLINT_FIELD_LOGIN_ID, LOGINLINT_CODE_NOT_ALLOWED)->argument = 0x309B;
    ck_assert_ptr_null(strstr(said(LOGINLINT_LANGUAGE_EN), "◌"));
}
END_TEST

START_TEST(brackets_are_quoted_by_others) {
    one(LOGINLINT_FIELD_LOGIN_ID, LOGINLINT_CODE_NOT_ALLOWED)->argument = 0x300C;
    ck_assert_ptr_nonnull(strstr(said(LOGINLINT_LANGUAGE_JA), "『「』（始めかぎ括弧）"));
}
END_TEST

START_TEST(signs_are_named_on_both_sides) {
    loginlint_diagnostic *d = one(LOGINLINT_FIELD_LOGIN_ID, LOGINLINT_CODE_SMART_PUNCTUATION);
    d->argument = 0x2019;
    give_fix(d, LOGINLINT_LEVEL_ASK, LOGINLINT_OPERATION_FOLD, "'");
    is_said("Character 6 “’” (right single quote) may have been put in by the keyboard. Did you mean “'” (apostrophe)?",
            "6文字目の「’」（右の一重引用符）は自動で置き換えられた可能性があります。「'」（アポストロフィー）"
            "ではありませんか。");
}
END_TEST

START_TEST(limits_classes_brands_kinds) {
    loginlint_diagnostic *d = one(LOGINLINT_FIELD_PASSWORD, LOGINLINT_CODE_TOO_SHORT);
    report.limits[0] = 8;
    is_said("Too short: at least 8 characters are needed. Please check that none is missing.",
            "短すぎます。8文字以上になるように、抜けているものがないかご確認ください。");
    report.limits[1] = 20;
    ck_assert_ptr_nonnull(strstr(said(LOGINLINT_LANGUAGE_JA), "8〜20文字になるように"));
    d = one(LOGINLINT_FIELD_CARD_NUMBER, LOGINLINT_CODE_TOO_SHORT);
    d->argument = 16;
    d->severity = LOGINLINT_SEVERITY_INFO;
    is_said("Please go on: 16 digits are needed.", "続けて入力してください。16桁が必要です。");
    d = one(LOGINLINT_FIELD_LOGIN_ID, LOGINLINT_CODE_TOO_LONG);
    report.digits = 1;
    report.limits[1] = 8;
    ck_assert_ptr_nonnull(strstr(said(LOGINLINT_LANGUAGE_JA), "8桁以内になるように"));
    d = one(LOGINLINT_FIELD_PASSWORD, LOGINLINT_CODE_MISSING_CLASS);
    d->argument = LOGINLINT_CLASS_UPPER;
    is_said("A capital letter is missing. Please add it.", "英大文字が入っていません。1文字以上入れてください。");
    d->argument = LOGINLINT_CLASS_LETTER;
    d->severity = LOGINLINT_SEVERITY_WARNING;
    is_said("A letter is missing. Please check that nothing was left out.",
            "英字が入っていません。入力もれがないか、ご確認ください。");
    one(LOGINLINT_FIELD_CARD_NUMBER, LOGINLINT_CODE_WRONG_BRAND)->argument = LOGINLINT_BRAND_AMEX;
    ck_assert_ptr_nonnull(strstr(said(LOGINLINT_LANGUAGE_EN), "American Express cards"));
    one(LOGINLINT_FIELD_LOGIN_ID, LOGINLINT_CODE_WRONG_KIND)->argument = 2;
    ck_assert_ptr_nonnull(strstr(said(LOGINLINT_LANGUAGE_JA), "メールアドレスではないログインID"));
    one(LOGINLINT_FIELD_PASSWORD, LOGINLINT_CODE_TOO_MANY_REPEATS)->argument = 2;
    ck_assert_ptr_nonnull(strstr(said(LOGINLINT_LANGUAGE_EN), "At most 2 in a row"));
}
END_TEST

START_TEST(domains_are_named_whole_or_not_at_all) {
    loginlint_diagnostic *d = one(LOGINLINT_FIELD_LOGIN_ID, LOGINLINT_CODE_EMAIL_DOMAIN_TYPO);
    give_fix(d, LOGINLINT_LEVEL_ASK, LOGINLINT_OPERATION_REPLACE, "gmail.com");
    ck_assert_ptr_nonnull(strstr(said(LOGINLINT_LANGUAGE_EN), "Did you mean “gmail.com”?"));
    give_fix(d, LOGINLINT_LEVEL_ASK, LOGINLINT_OPERATION_REPLACE, "ai");
    ck_assert_ptr_null(strstr(said(LOGINLINT_LANGUAGE_EN), "“"));
}
END_TEST

/* The longest fix that a report can hold (RFC 1035: 253 octets of a name). */
START_TEST(a_sentence_has_its_bound) {
    static char name[254];
    uint32_t language;
    memset(name, 'a', 253);
    memcpy(name + 249, ".com", 4);
    give_fix(one(LOGINLINT_FIELD_LOGIN_ID, LOGINLINT_CODE_EMAIL_DOMAIN_TYPO), LOGINLINT_LEVEL_ASK,
             LOGINLINT_OPERATION_REPLACE, name);
    for (language = 0; language < LANGUAGES; language++)
        ck_assert_ptr_nonnull(strstr(said(language), name));
}
END_TEST

/* ---- every combination ---- */

static int is_utf8(const uint8_t *s, uint32_t n) {
    uint32_t at = 0, k;
    while (at < n) {
        uint32_t size = s[at] < 0x80   ? 1
                        : s[at] < 0xC2 ? 0
                        : s[at] < 0xE0 ? 2
                        : s[at] < 0xF0 ? 3
                        : s[at] < 0xF5 ? 4
                                       : 0;
        if (!size || at + size > n)
            return 0;
        for (k = 1; k < size; k++)
            if ((s[at + k] & 0xC0) != 0x80)
                return 0;
        at += size;
    }
    return 1;
}

static int ends_well(const char *s) {
    size_t n = strlen(s);
    return n > 3 && (s[n - 1] == '.' || s[n - 1] == '?' || !strcmp(s + n - 3, "。") || !strcmp(s + n - 3, "？"));
}

static void is_a_sentence(uint32_t language) {
    const char *s = said(language);
    MUST(is_utf8((const uint8_t *)s, (uint32_t)strlen(s)), "%s", s);
    MUST(!strpbrk(s, "{}|") && !strstr(s, "  "), "%s", s);
    MUST(ends_well(s), "%s", s);
}

static void in_every_language(void) {
    uint32_t language;
    for (language = 0; language < LANGUAGES; language++)
        is_a_sentence(language);
}

static void vary(uint32_t field, uint32_t code, uint32_t bits) {
    static const uint8_t confidences[] = {5, 30, 60, 95};
    loginlint_diagnostic *d = one(field, code);
    give_fix(d, bits % 3, bits / 3 % 7, "x.y");
    d->severity = (uint8_t)(bits / 21 % 3);
    d->confidence = confidences[bits / 63 % 4];
    d->platform = (uint8_t)(bits / 252 % 6);
    d->argument = bits / 1512 % 4;
    d->position_end = (uint16_t)(6 + 2 * (bits / 6048 % 2));
    d->character[1] = 6 + 2 * (bits / 6048 % 2);
    in_every_language();
}

START_TEST(every_code_has_a_sentence_for_every_fact) {
    enum { STEP = ROUNDS_OF(8) == 8 ? 5 : 41 }; /* no factor in common with the facts: each pair is met */
    uint32_t code, field, bits, codes = 0;
    for (code = 0; code < 256; code++) {
        if (!loginlint_name(LOGINLINT_LIST_CODE, code))
            continue;
        codes++;
        for (field = 0; field < 4; field++)
            for (bits = 0; bits < 12096; bits += STEP)
                vary(field, code, bits);
    }
    ck_assert_uint_ge(codes, 45);
}
END_TEST

/* Every value that a person may meet, in every language; nothing else. */
START_TEST(every_value_is_described) {
    static const uint8_t sentences[] = {LOGINLINT_LIST_CODE, LOGINLINT_LIST_CAUSE, LOGINLINT_LIST_ADVICE};
    static const uint8_t words[] = {LOGINLINT_LIST_FIELD,     LOGINLINT_LIST_VERDICT, LOGINLINT_LIST_SEVERITY,
                                    LOGINLINT_LIST_PREFLIGHT, LOGINLINT_LIST_REMEDY,  LOGINLINT_LIST_OPERATION,
                                    LOGINLINT_LIST_BASIS,     LOGINLINT_LIST_BRAND,   LOGINLINT_LIST_CLASS,
                                    LOGINLINT_LIST_REASON};
    uint32_t list, value, language;
    for (language = 0; language < LANGUAGES; language++)
        for (list = 0; list < 256; list++)
            for (value = 0; value < 256; value++) {
                const char *text = loginlint_describe(list, value, language);
                int sentence = memchr(sentences, (int)list, sizeof sentences) != NULL,
                    word = memchr(words, (int)list, sizeof words) != NULL;
                MUST(!text == !((sentence || word) && loginlint_name(list, value)), "%u %u", (unsigned)list,
                     (unsigned)value);
                MUST(!text || (*text && ends_well(text) == sentence), "%s", text);
            }
    ck_assert_ptr_null(loginlint_describe(LOGINLINT_LIST_CODE, LOGINLINT_CODE_EMPTY, language));
}
END_TEST

START_TEST(every_character_can_be_named) {
    uint32_t cp;
    for (cp = 1; cp < 0x110000; cp += cp < 0x3000 ? 1 : 97) {
        if (cp == '{' || cp == '|' || cp == '}')
            continue; /* what is_a_sentence looks for */
        one(LOGINLINT_FIELD_LOGIN_ID, LOGINLINT_CODE_NOT_ALLOWED)->argument = cp;
        in_every_language();
    }
}
END_TEST

START_TEST(like_secrets_are_told_the_same) {
    uint32_t code, field;
    for (code = 0; code < 256; code++)
        for (field = LOGINLINT_FIELD_PASSWORD;
             field <= LOGINLINT_FIELD_PIN && loginlint_name(LOGINLINT_LIST_CODE, code); field++) {
            char first[2048];
            loginlint_diagnostic *d = one(field, code);
            d->argument = 'Q' + 0x100; /* no real report holds this: even then nothing may show */
            give_fix(d, LOGINLINT_LEVEL_ASK, LOGINLINT_OPERATION_REPLACE, "ZZQX");
            if (code != LOGINLINT_CODE_TOO_SHORT && code != LOGINLINT_CODE_TOO_LONG &&
                code != LOGINLINT_CODE_TOO_MANY_REPEATS && code != LOGINLINT_CODE_DIGIT_EXTRA) {
                strcpy(first, said(LOGINLINT_LANGUAGE_EN));
                ck_assert_ptr_null(strstr(first, "ZZQX"));
                ck_assert_ptr_null(strstr(first, "ő")); /* U+0151 */
                d->argument = 0x3042;
                give_fix(d, LOGINLINT_LEVEL_ASK, LOGINLINT_OPERATION_REPLACE, "other");
                ck_assert_str_eq(first, said(LOGINLINT_LANGUAGE_EN));
            }
        }
}
END_TEST

START_TEST(an_id_that_is_secret_is_not_quoted) {
    loginlint_diagnostic *d = one(LOGINLINT_FIELD_LOGIN_ID, LOGINLINT_CODE_FULLWIDTH_FORM);
    report.secret = 1;
    d->argument = 0xFF14;
    give_fix(d, LOGINLINT_LEVEL_SAFE, LOGINLINT_OPERATION_FOLD, "4");
    ck_assert_ptr_null(strstr(said(LOGINLINT_LANGUAGE_EN), "4"));
    ck_assert_ptr_null(strstr(said(LOGINLINT_LANGUAGE_JA), "４"));
}
END_TEST

/* ---- the interface ---- */

START_TEST(every_capacity) {
    uint8_t whole[256], part[256];
    int32_t n, capacity, k;
    loginlint_diagnostic *d = one(LOGINLINT_FIELD_LOGIN_ID, LOGINLINT_CODE_DASH_LOOKALIKE);
    d->argument = 0x30FC;
    give_fix(d, LOGINLINT_LEVEL_SAFE, LOGINLINT_OPERATION_FOLD, "-");
    n = loginlint_message(&report, 0, LOGINLINT_LANGUAGE_JA, whole, sizeof whole);
    ck_assert_int_eq(loginlint_message(&report, 0, LOGINLINT_LANGUAGE_JA, NULL, 0), n);
    for (capacity = 0; capacity <= n; capacity++) {
        int32_t used = capacity;
        memset(part, 0xAA, sizeof part);
        ck_assert_int_eq(loginlint_message(&report, 0, LOGINLINT_LANGUAGE_JA, part, (uint32_t)capacity), n);
        for (k = capacity; k < (int32_t)sizeof part; k++)
            ck_assert_uint_eq(part[k], 0xAA);
        while (used && part[used - 1] == 0)
            used--;
        ck_assert_int_le(capacity - used, 3);
        ck_assert(is_utf8(part, (uint32_t)used));
        ck_assert_mem_eq(part, whole, (size_t)used);
    }
}
END_TEST

START_TEST(misuse) {
    uint8_t out[16];
    one(LOGINLINT_FIELD_LOGIN_ID, LOGINLINT_CODE_EMPTY);
    ck_assert_int_eq(loginlint_message(NULL, 0, 0, out, 16), -(int)LOGINLINT_ERROR_NULL_POINTER);
    ck_assert_int_eq(loginlint_message(&report, 0, 0, NULL, 16), -(int)LOGINLINT_ERROR_NULL_POINTER);
    ck_assert_int_eq(loginlint_message(&report, 1, 0, out, 16), -(int)LOGINLINT_ERROR_UNKNOWN_VALUE);
    ck_assert_int_eq(loginlint_message(&report, 0, 99, out, 16), -(int)LOGINLINT_ERROR_UNKNOWN_VALUE);
    report.diagnostics[0].code = 9;
    ck_assert_int_eq(loginlint_message(&report, 0, 0, out, 16), -(int)LOGINLINT_ERROR_UNKNOWN_VALUE);
    report.size--;
    ck_assert_int_eq(loginlint_message(&report, 0, 0, out, 16), -(int)LOGINLINT_ERROR_RECORD_SIZE);
}
END_TEST

START_TEST(names_and_values_agree) {
    uint32_t list, value, names = 0;
    for (list = 0; list < 32; list++)
        for (value = 0; value < 256; value++) {
            const char *name = loginlint_name(list, value);
            if (!name)
                continue;
            names++;
            ck_assert_int_eq(loginlint_value(list, name, (uint32_t)strlen(name)), (int)value);
            ck_assert_int_ne(loginlint_value(list, name, (uint32_t)strlen(name) - 1), (int)value);
        }
    ck_assert_uint_ge(names, 200);
    ck_assert_str_eq(loginlint_name(LOGINLINT_LIST_CODE, LOGINLINT_CODE_CAPS_LOCK), "caps-lock");
    ck_assert_str_eq(loginlint_name(LOGINLINT_LIST_ADVICE, LOGINLINT_ADVICE_LAST_TRY), "last-try");
    ck_assert_ptr_null(loginlint_name(LOGINLINT_LIST_VERDICT, 5));
    ck_assert_int_eq(loginlint_value(LOGINLINT_LIST_CODE, NULL, 0), -(int)LOGINLINT_ERROR_NULL_POINTER);
    ck_assert_int_eq(loginlint_value(LOGINLINT_LIST_CODE, "caps-lockx", 10), -(int)LOGINLINT_ERROR_UNKNOWN_VALUE);
    ck_assert_int_eq(loginlint_value(LOGINLINT_LIST_CODE, "caps-lockx", 9), (int)LOGINLINT_CODE_CAPS_LOCK);
}
END_TEST

int main(void) {
    const TTest *const tests[] = {
        long_vowel_mark_in_an_id,
        the_same_in_a_secret_has_no_name,
        positions_of_several,
        keys_of_platforms,
        caps_lock_by_confidence,
        invisible_characters_by_name,
        characters_that_direct_text_are_never_written,
        numbers_that_are_no_characters,
        marks_have_something_to_stand_on,
        brackets_are_quoted_by_others,
        signs_are_named_on_both_sides,
        limits_classes_brands_kinds,
        domains_are_named_whole_or_not_at_all,
        a_sentence_has_its_bound,
        every_code_has_a_sentence_for_every_fact,
        every_value_is_described,
        every_character_can_be_named,
        like_secrets_are_told_the_same,
        an_id_that_is_secret_is_not_quoted,
        every_capacity,
        misuse,
        names_and_values_agree,
    };
    Suite *suite = suite_create("message");
    TCase *tcase = tcase_create("message");
    size_t i;
    for (i = 0; i < sizeof tests / sizeof tests[0]; i++)
        tcase_add_test(tcase, tests[i]);
    tcase_set_timeout(tcase, 60);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
