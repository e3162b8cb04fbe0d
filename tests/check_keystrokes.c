/* SPDX-License-Identifier: MIT */
/* check_keystrokes.c - no sign of a family is without a remedy: keystrokes.def against xkb-data and Unicode's
 * properties.
 *
 * In: the tables, every layout of the installed xkb-data that writes with Latin, and libicu's sets.  A sign that a
 * typing key gives there where the US keyboard has an ASCII character, or a member of a family (quotation marks,
 * dashes, currency, accents that stand alone, brackets of Chinese and Japanese, circled numbers, fractions), must stand
 * for ASCII, or be LEFT with a reason.
 */
#include "text/chartab.h"

#include "suite.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>
#include <unicode/ustring.h>
#include <xkbcommon/xkbcommon.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

static int is_left(uint32_t cp) {
    static const uint32_t left[] = {
#define LEFT(cp, reason) cp,
#include "text/keystrokes.def"
    };
    size_t i;
    for (i = 0; i < COUNT(left); i++)
        if (left[i] == cp)
            return 1;
    return 0;
}

static int has_remedy(uint32_t cp) {
    struct ll_fold fold;
    uint32_t category = LL_CATEGORY_OF(loginlint__property(cp));
    return category == LL_INVISIBLE || category == LL_MARK || category == LL_WIDE_SPACE || loginlint__fold(cp, &fold) ||
           is_left(cp);
}

/* Families of Unicode, and how many members each has at least. */
static const struct {
    const char *name, *set;
    unsigned least;
} families[] = {
    {"quotation marks", "[:Quotation_Mark:]", 28},
    {"dashes",
     "[[:Dash:]-["
     "\\u1400\\u1806\\u2E17\\u2E1A\\u2E3A\\u2E3B\\u2E40\\u2E5D\\u2053\\u30A0\\uFE31\\uFE32\\U00010D6E\\U00010EAD]]",
     18},
    {"currency", "[:Sc:]", 60},
    {"accents that stand alone",
     "[\\u0060\\u00A8\\u00AF\\u00B0\\u00B4\\u00B8\\u02C6\\u02C7\\u02CA\\u02CB\\u02D8-\\u02DD\\u0384\\u0385]", 18},
    {"brackets", "[[:Bidi_Paired_Bracket_Type=Open:]&[\\u3000-\\u303F\\uFE10-\\uFE60\\uFF00-\\uFFEF\\u2768-\\u2775]]",
     15},
    {"brackets that close",
     "[[:Bidi_Paired_Bracket_Type=Close:]&[\\u3000-\\u303F\\uFE10-\\uFE60\\uFF00-\\uFFEF\\u2768-\\u2775]]", 15},
    {"circled and enclosed numbers", "[[:nt=Digit:]&[\\u2460-\\u24FF\\u2776-\\u2793\\U0001F100-\\U0001F10C]]", 60},
    {"fractions", "[\\u00BC-\\u00BE\\u2150-\\u215E]", 18},
    {"circled letters and letters of flags",
     "[\\u24B6-\\u24E9\\U0001F130-\\U0001F149\\U0001F150-\\U0001F169\\U0001F170-\\U0001F189\\U0001F1E6-\\U0001F1FF]",
     150},
    {"signs of emphasis", "[\\u2757\\u2755\\u2753\\u2754\\u203C\\u2047-\\u2049]", 8},
    {"strokes upright and level", "[\\u2500-\\u2503]", 4},
};

START_TEST(families_are_whole) {
    size_t k;
    for (k = 0; k < COUNT(families); k++) {
        UErrorCode error = U_ZERO_ERROR;
        UChar pattern[512];
        USet *set;
        unsigned members = 0;
        uint32_t cp;
        u_uastrcpy(pattern, families[k].set);
        set = uset_openPattern(pattern, -1, &error);
        ck_assert_msg(U_SUCCESS(error), "%s: %s", families[k].name, u_errorName(error));
        for (cp = 0x80; cp < 0x20000; cp++) {
            if (!uset_contains(set, (UChar32)cp))
                continue;
            members++;
            ck_assert_msg(has_remedy(cp), "%s: U+%04X has no remedy, its siblings have", families[k].name, cp);
        }
        uset_close(set);
        ck_assert_msg(members + 2 >= families[k].least, "%s: %u members", families[k].name, members);
    }
}
END_TEST

/* Does the name end so, as ARMENIAN COMMA does? */
static int is_punctuation(const char *name) {
    static const char *const ends[] = {" COMMA",         " FULL STOP",        " COLON", " SEMICOLON",
                                       " QUESTION MARK", " EXCLAMATION MARK", " DANDA"};
    size_t i, n = strlen(name);
    for (i = 0; i < COUNT(ends); i++)
        if (n > strlen(ends[i]) && strcmp(name + n - strlen(ends[i]), ends[i]) == 0)
            return 1;
    return 0;
}

/* The comma, the full stop and their like of every script in wide use. */
START_TEST(punctuation_of_scripts) {
    unsigned members = 0;
    uint32_t cp;
    for (cp = 0x80; cp < 0x2000; cp++) {
        UErrorCode error = U_ZERO_ERROR;
        char name[128];
        UScriptCode script = uscript_getScript((UChar32)cp, &error);
        u_charName((UChar32)cp, U_UNICODE_CHAR_NAME, name, sizeof name, &error);
        if (U_FAILURE(error) || !u_ispunct((UChar32)cp) || !is_punctuation(name) ||
            (script != USCRIPT_COMMON && uscript_getUsage(script) != USCRIPT_USAGE_RECOMMENDED))
            continue;
        members++;
        ck_assert_msg(has_remedy(cp), "U+%04X %s has no remedy, its siblings have", cp, name);
    }
    ck_assert_uint_gt(members, 15);
}
END_TEST

/* Layouts that write with Latin letters; the signs of other scripts are those scripts' own. */
static const char *const layouts[] = {
    "al", "at", "au", "az", "ba", "be", "br", "ca", "ch",    "cz", "de", "dk", "ee", "es", "fi",  "fo", "fr",
    "gb", "hr", "hu", "ie", "is", "it", "jp", "kr", "latam", "lt", "lv", "me", "mt", "nl", "no",  "ph", "pl",
    "pt", "ro", "rs", "se", "si", "sk", "tr", "us", "vn",    "za", "ru", "ua", "gr", "il", "ara", "ir", "pk",
};

static unsigned check_key(struct xkb_keymap *us, struct xkb_keymap *other, xkb_keycode_t key, const char *layout) {
    const char *name = xkb_keymap_key_get_name(us, key);
    xkb_keycode_t there = name ? xkb_keymap_key_by_name(other, name) : XKB_KEYCODE_INVALID;
    xkb_level_index_t level;
    unsigned signs = 0;
    if (there == XKB_KEYCODE_INVALID || (name[0] != 'A' && strcmp(name, "TLDE") && strcmp(name, "BKSL")))
        return 0;
    for (level = 0; level < 2; level++) {
        const xkb_keysym_t *mine, *theirs;
        uint32_t ascii, cp, category;
        if (xkb_keymap_key_get_syms_by_level(us, key, 0, level, &mine) != 1 ||
            xkb_keymap_key_get_syms_by_level(other, there, 0, level, &theirs) != 1)
            continue;
        ascii = xkb_keysym_to_utf32(mine[0]);
        cp = xkb_keysym_to_utf32(theirs[0]);
        category = LL_CATEGORY_OF(loginlint__property(cp));
        if (ascii <= 0x20 || ascii >= 0x7F || cp < 0x80 || category == LL_LETTER || category == LL_DIGIT ||
            category == LL_PRIVATE)
            continue;
        signs++;
        ck_assert_msg(has_remedy(cp), "%s gives U+%04X for %c: no remedy", layout, cp, (int)ascii);
    }
    return signs;
}

START_TEST(keys_of_other_keyboards) {
    struct xkb_context *context = xkb_context_new(XKB_CONTEXT_NO_ENVIRONMENT_NAMES);
    struct xkb_rule_names names = {"evdev", "pc105", "us", "", ""};
    struct xkb_keymap *us = xkb_keymap_new_from_names(context, &names, XKB_KEYMAP_COMPILE_NO_FLAGS);
    unsigned signs = 0, compiled = 0;
    size_t k;
    ck_assert_ptr_nonnull(us);
    for (k = 0; k < COUNT(layouts); k++) {
        struct xkb_keymap *other;
        xkb_keycode_t key;
        names.layout = layouts[k];
        other = xkb_keymap_new_from_names(context, &names, XKB_KEYMAP_COMPILE_NO_FLAGS);
        if (!other)
            continue;
        compiled++;
        for (key = xkb_keymap_min_keycode(us); key <= xkb_keymap_max_keycode(us); key++)
            signs += check_key(us, other, key, layouts[k]);
        xkb_keymap_unref(other);
    }
    printf("keystrokes: %u layouts, %u signs for ASCII keys\n", compiled, signs);
    ck_assert_uint_gt(compiled, 40);
    ck_assert_uint_gt(signs, 60);
    xkb_keymap_unref(us);
    xkb_context_unref(context);
}
END_TEST

/* What is LEFT is known, and without a remedy of its own; a second key is one that a person has. */
START_TEST(rows_say_something) {
    static const struct {
        uint32_t cp;
        const char *reason;
    } left[] = {
#define LEFT(cp, reason) {cp, reason},
#include "text/keystrokes.def"
    };
    static const struct {
        uint32_t cp, key, times;
    } second[] = {
#define SECOND(cp, key, times, origin) {cp, key, times},
#include "text/keystrokes.def"
    };
    struct ll_fold fold;
    size_t i;
    for (i = 0; i < COUNT(left); i++)
        ck_assert_msg(left[i].reason[0] && LL_CATEGORY_OF(loginlint__property(left[i].cp)) != LL_UNASSIGNED, "U+%04X",
                      left[i].cp);
    for (i = 0; i < COUNT(second); i++) {
        loginlint__fold(second[i].cp, &fold);
        ck_assert_msg(second[i].key > 0x20 && second[i].key < 0x7F && second[i].times >= 1 && second[i].times <= 2 &&
                          !(fold.length == 1 && fold.text[0] == second[i].key),
                      "U+%04X", second[i].cp);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("keystrokes");
    TCase *tests = tcase_create("all");
    tcase_add_test(tests, families_are_whole);
    tcase_add_test(tests, punctuation_of_scripts);
    tcase_add_test(tests, keys_of_other_keyboards);
    tcase_add_test(tests, rows_say_something);
    tcase_set_timeout(tests, 60);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
