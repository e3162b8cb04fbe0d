/* SPDX-License-Identifier: MIT */
/* check_chartab.c - every code point of lib/text/blocks.c and chartab.c against libicu's sets, NFKC and digit values.
 *
 * In: the tables and the installed ICU.  With an ICU of another Unicode version only the code points that both know are
 * compared, and a few changed properties are let pass, aloud.  `check_chartab --dump` prints the tables as text for
 * tests/unicode_oracle.py, which compares them with sources that are not ICU.
 */
#include "loginlint.h"
#include "text/chartab.h"

#include "suite.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>
#include <unicode/uversion.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))
#define CODE_POINTS 0x110000u
#define EXPECT(condition, ...) ((condition) ? (void)0 : ck_abort_msg(__VA_ARGS__)) /* in loops: ck_assert is slow */
#define CHANGED_MAX 64u /* properties of old characters that another Unicode version may have changed */

/* What each category is; the first row that has a code point decides. */
static const struct {
    int category;
    const char *set;
} categories[] = {
    {LL_ASCII, "[\\u0021-\\u007E]"},
    {LL_SPACE, "[\\u0020]"},
    {LL_PRIVATE, "[[:Co:][:Cs:][:Noncharacter_Code_Point:]]"},
    {LL_BIDI, "[:Bidi_Control:]"},
    {LL_INVISIBLE, "[[:Default_Ignorable_Code_Point:]\\u2800\\uFFF9-\\uFFFC]"},
    {LL_UNASSIGNED, "[:Cn:]"},
    {LL_CONTROL, "[:Cc:]"},
    {LL_WIDE_SPACE, "[[:White_Space:]-[\\u0020]]"},
    {LL_YEN, "[\\u00A5\\u20A9\\uFFE5\\uFFE6]"},
    {LL_LONG_VOWEL, "[\\u30FC\\uFF70]"},
    {LL_SYMBOL, NULL}, /* a row of keystrokes.def */
    {LL_QUOTE, NULL},
    {LL_DASH, "[[[:Pd:]-[\\u1400\\u2E17\\u2E1A\\u2E40\\u301C\\u3030\\u30A0\\uFE31\\uFE32]]"
              "\\u02D7\\u2043\\u207B\\u208B\\u2212\\u23AF\\u23E4\\u2500\\u2501\\u2796\\u31D0]"},
    {LL_FULLWIDTH, "[\\uFF01-\\uFF5E]"},
    {LL_COMPAT, NULL}, /* is_compatibility() */
    {LL_QUOTE, "[:Sc:]"},
    {LL_DIGIT, "[:Nd:]"},
    {LL_HALF_KANA, "[\\uFF66-\\uFF9F]"},
    {LL_KANA, "[[[:sc=Hira:][:sc=Kana:]]&[:L:]\\u3099-\\u309C\\u3031-\\u3035\\u303C]"},
    {LL_HAN, "[[[:sc=Hani:]&[[:L:][:Nl:]]][[:sc=Hani:]&[\\u2E80-\\u2FDF]]\\u3006]"},
    {LL_HANGUL, "[[:sc=Hang:]&[:L:]]"},
    {LL_LETTER, "[:L:]"},
    {LL_MARK, "[:M:]"},
    {LL_OTHER, "[:Any:]"},
};

static USet *sets[COUNT(categories)];
static unsigned icu_unicode; /* major << 8 | minor */
static unsigned compared, tolerated;

/* Signs of keystrokes.def. */
static int sign_category(uint32_t cp) {
    static const struct {
        uint32_t cp;
        int category;
    } signs[] = {
#define KEYSTROKE(category, cp, text, origin) {cp, LL_##category},
#include "text/keystrokes.def"
    };
    size_t i;
    for (i = 0; i < COUNT(signs); i++)
        if (signs[i].cp == cp)
            return signs[i].category;
    return -1;
}

/* An enclosed letter or number without a decomposition, by its name and its numeric value. */
static int is_enclosed(uint32_t cp, char *text) {
    UErrorCode error = U_ZERO_ERROR;
    char name[128];
    int32_t n = u_charName((UChar32)cp, U_UNICODE_CHAR_NAME, name, sizeof name, &error);
    double value = u_getNumericValue((UChar32)cp);
    if (U_FAILURE(error) || n < 1)
        return 0;
    if (strstr(name, "CIRCLED") && value >= 0 && value <= 20 &&
        (strstr(name, "NEGATIVE") || strstr(name, "SANS-SERIF") || strstr(name, "DOUBLE")))
        return sprintf(text, "%d", (int)value);
    if ((strncmp(name, "NEGATIVE ", 9) == 0 && strstr(name, " LATIN CAPITAL LETTER ")) ||
        strncmp(name, "REGIONAL INDICATOR SYMBOL LETTER ", 33) == 0)
        return sprintf(text, "%c", name[n - 1]);
    return 0;
}

/* NFKC of one code point as UTF-16, and whether it is ASCII graphic throughout; a fraction's stroke counts as one. */
static int is_compatibility(uint32_t cp, char *text) {
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&error);
    UChar in[2], out[64];
    int32_t n = 0, length, i;
    text[0] = 0;
    if (cp - 0xD800 < 0x800)
        return 0;
    U16_APPEND_UNSAFE(in, n, cp);
    length = unorm2_normalize(nfkc, in, n, out, (int32_t)COUNT(out), &error);
    EXPECT(U_SUCCESS(error), "NFKC of U+%04X", cp);
    if (length == n && u_memcmp(in, out, n) == 0 && is_enclosed(cp, text))
        return 1;
    for (i = 0; i < length; i++) {
        out[i] = out[i] == 0x2044 && cp != 0x2044 ? '/' : out[i];
        if (out[i] < 0x21 || out[i] > 0x7E || i == 5)
            return text[0] = 0;
        text[i] = (char)out[i];
        text[i + 1] = 0;
    }
    return length > 0;
}

static void open_sets(void) {
    UVersionInfo version;
    size_t i;
    u_getUnicodeVersion(version);
    icu_unicode = (unsigned)version[0] << 8 | version[1];
    for (i = 0; i < COUNT(categories); i++) {
        UErrorCode error = U_ZERO_ERROR;
        UChar pattern[512];
        if (!categories[i].set)
            continue;
        u_uastrcpy(pattern, categories[i].set);
        sets[i] = uset_openPattern(pattern, -1, &error);
        ck_assert_msg(U_SUCCESS(error), "%s: %s", categories[i].set, u_errorName(error));
        uset_freeze(sets[i]);
    }
}

/* May the installed ICU be asked about cp?  Both must have known it when the tables were made. */
static int is_shared(uint32_t cp) {
    UVersionInfo age;
    unsigned since;
    u_charAge((UChar32)cp, age);
    since = (unsigned)age[0] << 8 | age[1];
    if (icu_unicode == LOGINLINT_UNICODE)
        return 1;
    return since && since <= LOGINLINT_UNICODE;
}

static int expected_category(uint32_t cp) {
    char text[8];
    size_t i;
    for (i = 0; i + 1 < COUNT(categories); i++)
        if (sets[i]                               ? uset_contains(sets[i], (UChar32)cp)
            : categories[i].category == LL_COMPAT ? is_compatibility(cp, text)
                                                  : sign_category(cp) == categories[i].category)
            break;
    return categories[i].category;
}

/* Equal, or one of the few that may differ under another Unicode version. */
static void expect(uint32_t cp, unsigned got, unsigned want, const char *what) {
    compared++;
    if (got == want)
        return;
    printf("U+%04X: %s is %u, libicu says %u\n", cp, what, got, want);
    EXPECT(icu_unicode != LOGINLINT_UNICODE, "the same Unicode version must agree");
    EXPECT(++tolerated <= CHANGED_MAX, "too many differences");
}

START_TEST(categories_of_all) {
    unsigned counts[LL_CATEGORIES] = {0}, skipped = 0;
    uint32_t cp;
    for (cp = 0; cp < CODE_POINTS; cp++) {
        unsigned category = LL_CATEGORY_OF(loginlint__property(cp));
        EXPECT(category < LL_CATEGORIES, "U+%04X", cp);
        counts[category]++;
        if (is_shared(cp))
            expect(cp, category, (unsigned)expected_category(cp), "category");
        else
            skipped++;
    }
    printf("chartab: Unicode %d.%d against ICU %s: %u categories compared, %u not known to both; ",
           LOGINLINT_UNICODE >> 8, LOGINLINT_UNICODE & 255, U_ICU_VERSION, CODE_POINTS - skipped, skipped);
    printf("letters %u, marks %u, digits %u, dashes %u, invisible %u, compatibility %u\n", counts[LL_LETTER],
           counts[LL_MARK], counts[LL_DIGIT], counts[LL_DASH], counts[LL_INVISIBLE], counts[LL_COMPAT]);
}
END_TEST

/* What is newer than the tables has its own category, unless its block was reserved as ignorable from the start. */
START_TEST(newer_is_unassigned) {
    uint32_t cp;
    unsigned newer = 0;
    for (cp = 0; cp < CODE_POINTS; cp++) {
        UVersionInfo age;
        unsigned category = LL_CATEGORY_OF(loginlint__property(cp));
        u_charAge((UChar32)cp, age);
        if (((unsigned)age[0] << 8 | age[1]) <= LOGINLINT_UNICODE)
            continue;
        newer++;
        EXPECT(category == LL_UNASSIGNED || category == LL_INVISIBLE, "U+%04X is newer, category %u", cp, category);
    }
    printf("chartab: %u code points are newer than the tables\n", newer);
    ck_assert_uint_eq(LL_CATEGORY_OF(loginlint__property(0x0378)), LL_UNASSIGNED);
    ck_assert_uint_eq(LL_CATEGORY_OF(loginlint__property(0x2065)), LL_INVISIBLE);
    ck_assert_uint_eq(LL_CATEGORY_OF(loginlint__property(0xE0FFF)), LL_INVISIBLE);
    ck_assert_uint_eq(LL_CATEGORY_OF(loginlint__property(0xE1000)), LL_UNASSIGNED);
}
END_TEST

static int expected_script(uint32_t cp) {
    static const struct {
        UScriptCode icu;
        int ours;
    } scripts[] = {{USCRIPT_LATIN, LL_LATIN},   {USCRIPT_CYRILLIC, LL_CYRILLIC}, {USCRIPT_GREEK, LL_GREEK},
                   {USCRIPT_HEBREW, LL_HEBREW}, {USCRIPT_ARABIC, LL_ARABIC},     {USCRIPT_THAI, LL_THAI}};
    UErrorCode error = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript((UChar32)cp, &error);
    size_t i;
    for (i = 0; i < COUNT(scripts); i++)
        if (scripts[i].icu == script)
            return scripts[i].ours;
    if (script != USCRIPT_COMMON && script != USCRIPT_INHERITED)
        return LL_OTHER_SCRIPT;
    return -1; /* shared: by ScriptExtensions, or common */
}

START_TEST(scripts_of_all) {
    uint32_t cp;
    for (cp = 0; cp < CODE_POINTS; cp++) {
        unsigned category = LL_CATEGORY_OF(loginlint__property(cp)), script = LL_SCRIPT_OF(loginlint__property(cp));
        if (category != LL_LETTER && category != LL_MARK)
            EXPECT(script == LL_COMMON, "U+%04X", cp);
        else if (is_shared(cp) && expected_script(cp) >= 0)
            expect(cp, script, (unsigned)expected_script(cp), "script");
        else if (script != LL_COMMON && is_shared(cp) && icu_unicode == LOGINLINT_UNICODE) /* ScriptExtensions change */
            EXPECT((script != LL_ARABIC || uscript_hasScript((UChar32)cp, USCRIPT_ARABIC)) &&
                       (script != LL_GREEK || uscript_hasScript((UChar32)cp, USCRIPT_GREEK)) && script != LL_LATIN,
                   "U+%04X script %u", cp, script);
    }
    ck_assert_uint_eq(loginlint__property(0x0E31), LL_MARK | LL_THAI << 8);
    ck_assert_uint_eq(loginlint__property(0x064E), LL_MARK | LL_ARABIC << 8);
    ck_assert_uint_eq(loginlint__property(0x0640), LL_LETTER | LL_ARABIC << 8);
    ck_assert_uint_eq(loginlint__property(0x0301), LL_MARK | LL_COMMON << 8);
}
END_TEST

/* ---- folds ---- */

static const char *folded(uint32_t cp, char *text) {
    struct ll_fold fold;
    int some = loginlint__fold(cp, &fold);
    EXPECT(fold.length <= sizeof fold.text && fold.reserved == 0, "U+%04X", cp);
    EXPECT(some == (fold.length != 0) && some == (fold.table != LL_FOLD_NONE), "U+%04X", cp);
    memcpy(text, fold.text, fold.length);
    text[fold.length] = 0;
    return text;
}

static unsigned table(uint32_t cp) {
    struct ll_fold fold;
    loginlint__fold(cp, &fold);
    return fold.table;
}

/* Whatever folds, folds to ASCII graphic (or one space), and by its category alone. */
static void check_fold(uint32_t cp, unsigned category, unsigned *lookalikes) {
    char text[8], want[8];
    const char *p = folded(cp, text);
    for (; *p; p++)
        EXPECT((*p > 0x20 && *p < 0x7F) || (*p == ' ' && category == LL_WIDE_SPACE), "U+%04X", cp);
    switch (category) {
    case LL_COMPAT:
    case LL_FULLWIDTH:
        is_compatibility(cp, want);
        EXPECT(!is_shared(cp) || strcmp(text, want) == 0, "U+%04X is '%s', NFKC '%s'", cp, text, want);
        EXPECT(table(cp) == (category == LL_COMPAT ? LL_FOLD_COMPATIBILITY : LL_FOLD_KEYSTROKE), "U+%04X", cp);
        break;
    case LL_DIGIT:
        EXPECT(!is_shared(cp) || (text[0] - '0' == u_charDigitValue((UChar32)cp) && !text[1]), "U+%04X: %s", cp, text);
        EXPECT(table(cp) == LL_FOLD_COMPATIBILITY, "U+%04X", cp);
        break;
    case LL_WIDE_SPACE:
        EXPECT(strcmp(text, " ") == 0, "U+%04X", cp);
        break;
    case LL_DASH:
    case LL_LONG_VOWEL:
        EXPECT(strcmp(text, "-") == 0, "U+%04X", cp);
        break;
    case LL_YEN:
        EXPECT(strcmp(text, "\\") == 0, "U+%04X", cp);
        break;
    case LL_QUOTE:
        EXPECT(strlen(text) >= 1 && (sign_category(cp) >= 0 || strcmp(text, "$") == 0), "U+%04X", cp);
        break;
    case LL_SYMBOL:
        EXPECT(table(cp) == LL_FOLD_KEYSTROKE, "U+%04X", cp);
        EXPECT(strlen(text) == 1, "U+%04X", cp);
        break;
    case LL_LETTER:
        *lookalikes += text[0] != 0;
        EXPECT(!text[0] || (!text[1] && u_isalpha(text[0])), "U+%04X", cp);
        EXPECT(!text[0] || !is_shared(cp) || u_isUUppercase((UChar32)cp) == u_isUUppercase(text[0]), "U+%04X", cp);
        EXPECT(table(cp) == (text[0] ? LL_FOLD_LOOKALIKE : LL_FOLD_NONE), "U+%04X", cp);
        break;
    default:
        EXPECT(!text[0], "U+%04X of category %u folds to '%s'", cp, category, text);
    }
}

START_TEST(folds_of_all) {
    unsigned lookalikes = 0;
    uint32_t cp;
    for (cp = 0; cp < CODE_POINTS; cp++)
        check_fold(cp, LL_CATEGORY_OF(loginlint__property(cp)), &lookalikes);
    printf("chartab: %u look-alike letters\n", lookalikes);
    ck_assert_uint_gt(lookalikes, 100);
    ck_assert_uint_lt(lookalikes, 1000);
}
END_TEST

static int skeleton(const USpoofChecker *spoof, uint32_t cp, UChar *out) {
    UErrorCode error = U_ZERO_ERROR;
    UChar in[2];
    int32_t n = 0;
    U16_APPEND_UNSAFE(in, n, cp);
    n = uspoof_getSkeleton(spoof, 0, in, n, out, 64, &error);
    ck_assert(U_SUCCESS(error) && n < 64);
    return n;
}

/* A Latin letter that is this ASCII letter with accents or a stroke, as long presses give it. */
static int is_accented(uint32_t cp, char ascii) {
    static const struct {
        uint16_t cp;
        char ascii;
    } strokes[] = {{0xD8, 'O'},  {0xF8, 'o'},  {0x110, 'D'}, {0x111, 'd'}, {0x126, 'H'},  {0x127, 'h'},
                   {0x141, 'L'}, {0x142, 'l'}, {0x166, 'T'}, {0x167, 't'}, {0x3B7, 'n'},  {0x3C5, 'u'},
                   {0x3C9, 'w'}, {0x3C7, 'x'}, {0x3C4, 't'}, {0x3B5, 'e'}, {0x3AC, 'a'},  {0x3AF, 'i'},
                   {0x3CC, 'o'}, {0x451, 'e'}, {0x457, 'i'}, {0xDF, 's'},  {0x1E9E, 'S'}, {0xE6, 'a'},
                   {0xC6, 'A'},  {0x153, 'o'}, {0x152, 'O'}, {0xF0, 'd'},  {0xD0, 'D'},   {0x14B, 'n'},
                   {0x14A, 'N'}, {0x138, 'k'}, {0x259, 'e'}, {0x18F, 'E'}, {0xB5, 'u'},   {0x3BC, 'u'}};
    UErrorCode error = U_ZERO_ERROR;
    UChar in[2], out[16];
    int32_t n = 0, length;
    size_t i;
    for (i = 0; i < COUNT(strokes); i++)
        if (strokes[i].cp == cp)
            return strokes[i].ascii == ascii;
    U16_APPEND_UNSAFE(in, n, cp);
    length = unorm2_normalize(unorm2_getNFDInstance(&error), in, n, out, (int32_t)COUNT(out), &error);
    return U_SUCCESS(error) && length > 1 && out[0] == (UChar)ascii;
}

/* A letter of another script that folds is confusable with that ASCII letter (UTS #39), but for three that fonts show
 * so; a Latin one may also be the letter with accents. */
/* Which categories the rules look for when they ask whether an @ or a full stop may be meant (digits.c,
 * loginlint__has).
 */
START_TEST(signs_of_addresses) {
    const uint32_t meant = 1u << LL_FULLWIDTH | 1u << LL_SYMBOL | 1u << LL_QUOTE | 1u << LL_COMPAT | 1u << LL_LETTER;
    struct ll_fold fold;
    uint32_t cp;
    for (cp = 0x80; cp < CODE_POINTS; cp++)
        if (loginlint__fold(cp, &fold) && (fold.text[0] == '@' || fold.text[0] == '.'))
            EXPECT(meant >> LL_CATEGORY_OF(loginlint__property(cp)) & 1, "U+%04X", cp);
}
END_TEST
START_TEST(lookalikes_are_confusable) {
    UErrorCode error = U_ZERO_ERROR;
    USpoofChecker *spoof = uspoof_open(&error);
    UChar mine[64], theirs[64];
    unsigned letters = 0;
    uint32_t cp;
    char text[8];
    ck_assert(U_SUCCESS(error));
    for (cp = 0x80; cp < CODE_POINTS; cp++) {
        if (LL_CATEGORY_OF(loginlint__property(cp)) != LL_LETTER || !is_shared(cp) || !folded(cp, text)[0])
            continue;
        expect(cp, 1,
               (cp == 0x03BA && text[0] == 'k') || (cp == 0x043A && text[0] == 'k') ||
                   (cp == 0x04CF && text[0] == 'l') || is_accented(cp, text[0]) ||
                   (skeleton(spoof, cp, mine) == skeleton(spoof, (uint32_t)text[0], theirs) && !u_strcmp(mine, theirs)),
               "look-alike");
        letters++;
    }
    uspoof_close(spoof);
    ck_assert_uint_gt(letters, 100);
}
END_TEST

static const struct {
    uint32_t cp;
    const char *text;
    int table;
} forms[] = {
    /* what an input method emits for a key */
    {0x2212, "-", LL_FOLD_KEYSTROKE},
    {0xFF0D, "-", LL_FOLD_KEYSTROKE},
    {0x30FC, "-", LL_FOLD_KEYSTROKE},
    {0xFF70, "-", LL_FOLD_KEYSTROKE},
    {0x201D, "\"", LL_FOLD_KEYSTROKE},
    {0x2019, "'", LL_FOLD_KEYSTROKE},
    {0xFFE5, "\\", LL_FOLD_KEYSTROKE},
    {0x301C, "~", LL_FOLD_KEYSTROKE},
    {0xFF5E, "~", LL_FOLD_KEYSTROKE},
    {0x3001, ",", LL_FOLD_KEYSTROKE},
    {0x3002, ".", LL_FOLD_KEYSTROKE},
    {0x300C, "[", LL_FOLD_KEYSTROKE},
    {0x300D, "]", LL_FOLD_KEYSTROKE},
    {0x30FB, "/", LL_FOLD_KEYSTROKE},
    {0xFF61, ".", LL_FOLD_KEYSTROKE},
    {0xFF62, "[", LL_FOLD_KEYSTROKE},
    {0xFF63, "]", LL_FOLD_KEYSTROKE},
    {0xFF64, ",", LL_FOLD_KEYSTROKE},
    {0xFF65, "/", LL_FOLD_KEYSTROKE},
    {0x3000, " ", LL_FOLD_KEYSTROKE},
    {0xFF21, "A", LL_FOLD_KEYSTROKE},
    {0xFF07, "'", LL_FOLD_KEYSTROKE},
    {0xFF3C, "\\", LL_FOLD_KEYSTROKE},
    /* what only looks like it */
    {0x2010, "-", LL_FOLD_LOOKALIKE},
    {0x2011, "-", LL_FOLD_LOOKALIKE},
    {0x2012, "-", LL_FOLD_LOOKALIKE},
    {0x2013, "-", LL_FOLD_LOOKALIKE},
    {0x2014, "-", LL_FOLD_LOOKALIKE},
    {0x2015, "-", LL_FOLD_LOOKALIKE},
    {0x2043, "-", LL_FOLD_LOOKALIKE},
    {0x2500, "-", LL_FOLD_LOOKALIKE},
    {0x2501, "-", LL_FOLD_LOOKALIKE},
    {0x2796, "-", LL_FOLD_LOOKALIKE},
    {0x23AF, "-", LL_FOLD_LOOKALIKE},
    {0x23E4, "-", LL_FOLD_LOOKALIKE},
    {0xFE58, "-", LL_FOLD_LOOKALIKE},
    {0xFE63, "-", LL_FOLD_LOOKALIKE},
    {0x02D7, "-", LL_FOLD_LOOKALIKE},
    {0x058A, "-", LL_FOLD_LOOKALIKE},
    {0x05BE, "-", LL_FOLD_LOOKALIKE},
    {0x00A5, "\\", LL_FOLD_LOOKALIKE},
    {0x2018, "'", LL_FOLD_LOOKALIKE},
    {0x201C, "\"", LL_FOLD_LOOKALIKE},
    {0x00A0, " ", LL_FOLD_LOOKALIKE},
    {0x0430, "a", LL_FOLD_LOOKALIKE},
    {0x0410, "A", LL_FOLD_LOOKALIKE},
    {0x0435, "e", LL_FOLD_LOOKALIKE},
    {0x0406, "I", LL_FOLD_LOOKALIKE},
    {0x0456, "i", LL_FOLD_LOOKALIKE},
    {0x04CF, "l", LL_FOLD_LOOKALIKE},
    {0x03BF, "o", LL_FOLD_LOOKALIKE},
    {0x0391, "A", LL_FOLD_LOOKALIKE},
    {0x0399, "I", LL_FOLD_LOOKALIKE},
    {0x0131, "i", LL_FOLD_LOOKALIKE},
    {0x0585, "o", LL_FOLD_LOOKALIKE},
    {0x13A0, "D", LL_FOLD_LOOKALIKE},
    /* what is a form of it */
    {0xFB01, "fi", LL_FOLD_COMPATIBILITY},
    {0x2460, "1", LL_FOLD_COMPATIBILITY},
    {0x2473, "20", LL_FOLD_COMPATIBILITY},
    {0x32BF, "50", LL_FOLD_COMPATIBILITY},
    {0x2487, "(20)", LL_FOLD_COMPATIBILITY},
    {0x249B, "20.", LL_FOLD_COMPATIBILITY},
    {0x2167, "VIII", LL_FOLD_COMPATIBILITY},
    {0x217B, "xii", LL_FOLD_COMPATIBILITY},
    {0x338F, "kg", LL_FOLD_COMPATIBILITY},
    {0x1D7D2, "4", LL_FOLD_COMPATIBILITY},
    {0x1D400, "A", LL_FOLD_COMPATIBILITY},
    {0x2026, "...", LL_FOLD_COMPATIBILITY},
    {0x0664, "4", LL_FOLD_COMPATIBILITY},
    {0x096F, "9", LL_FOLD_COMPATIBILITY},
    {0x33D8, "p.m.", LL_FOLD_COMPATIBILITY},
    /* nothing */
    {'a', "", LL_FOLD_NONE},
    {0x00E9, "e", LL_FOLD_LOOKALIKE},
    {0x00AB, "\"", LL_FOLD_LOOKALIKE},
    {0x02C6, "^", LL_FOLD_LOOKALIKE},
    {0x1E62, "S", LL_FOLD_LOOKALIKE},
    {0x00DF, "s", LL_FOLD_LOOKALIKE},
    {0x3007, "", LL_FOLD_NONE},
    {0x4E00, "", LL_FOLD_NONE},
    {0x3161, "", LL_FOLD_NONE},
    {0x3042, "", LL_FOLD_NONE},
    {0x300E, "{", LL_FOLD_KEYSTROKE},
    {0x3010, "[", LL_FOLD_KEYSTROKE},
    {0x300A, "<", LL_FOLD_KEYSTROKE},
    {0x0416, "", LL_FOLD_NONE},
    {0x200B, "", LL_FOLD_NONE},
    {0x00BD, "1/2", LL_FOLD_COMPATIBILITY},
    {0x2780, "1", LL_FOLD_COMPATIBILITY},
    {0x24FF, "0", LL_FOLD_COMPATIBILITY},
    {0x1F1EF, "J", LL_FOLD_COMPATIBILITY},
    {0x20AC, "$", LL_FOLD_LOOKALIKE},
    {0x30A0, "", LL_FOLD_NONE},
    {0x1F600, "", LL_FOLD_NONE},
    {0x10FFFF, "", LL_FOLD_NONE},
    {LL_ILLFORMED, "", LL_FOLD_NONE},
};

START_TEST(forms_by_table) {
    char text[8];
    size_t i;
    for (i = 0; i < COUNT(forms); i++) {
        ck_assert_msg(strcmp(folded(forms[i].cp, text), forms[i].text) == 0, "U+%04X is '%s'", forms[i].cp, text);
        ck_assert_msg((int)table(forms[i].cp) == forms[i].table, "U+%04X: table %u", forms[i].cp, table(forms[i].cp));
    }
}
END_TEST

START_TEST(beyond_unicode) {
    static const uint32_t beyond[] = {LL_ILLFORMED, 0x110000,   0x110041,   0x1FFFFF,
                                      0x7FFFFFFF,   0x80000041, 0xFFFFFFFE, 0x10000041};
    char text[8];
    size_t i;
    for (i = 0; i < COUNT(beyond); i++) {
        ck_assert_uint_eq(loginlint__property(beyond[i]), LL_BAD);
        ck_assert_str_eq(folded(beyond[i], text), "");
    }
}
END_TEST

static void dump(void) {
    uint32_t cp;
    struct ll_fold fold;
    printf("unicode %d.%d\n", LOGINLINT_UNICODE >> 8, LOGINLINT_UNICODE & 255);
    for (cp = 0; cp < CODE_POINTS; cp++) {
        uint32_t property = loginlint__property(cp);
        loginlint__fold(cp, &fold);
        printf("%04X %u %u %u %.*s\n", cp, LL_CATEGORY_OF(property), LL_SCRIPT_OF(property), fold.table, fold.length,
               (const char *)fold.text);
    }
}

int main(int argc, char **argv) {
    Suite *suite;
    TCase *tests;
    int failed;
    if (argc > 1 && strcmp(argv[1], "--dump") == 0) {
        dump();
        return 0;
    }
    suite = suite_create("chartab");
    tests = tcase_create("all");
    tcase_add_unchecked_fixture(tests, open_sets, NULL);
    tcase_add_test(tests, categories_of_all);
    tcase_add_test(tests, newer_is_unassigned);
    tcase_add_test(tests, scripts_of_all);
    tcase_add_test(tests, folds_of_all);
    tcase_add_test(tests, signs_of_addresses);
    tcase_add_test(tests, lookalikes_are_confusable);
    tcase_add_test(tests, forms_by_table);
    tcase_add_test(tests, beyond_unicode);
    tcase_set_timeout(tests, 60);
    suite_add_tcase(suite, tests);
    failed = run_suite(suite);
    if (tolerated)
        printf("chartab: %u of %u differ under ICU %s, another Unicode version\n", tolerated, compared, U_ICU_VERSION);
    return failed;
}
