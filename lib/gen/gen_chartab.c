/* SPDX-License-Identifier: MIT */
/* gen_chartab.c - writes lib/text/chartab_data.inc: what every code point is, and what it stands for in ASCII.
 *
 * In: libicu (properties, NFKC, confusables) and the short lists below, which are judgements about what input methods
 * emit and what glyphs resemble; nothing else knows them.  Out: on standard output, tables that lib/text/chartab.c
 * reads: ranges in chunks of bytes, and runs of folds.  Run by `make generated`.
 */
#include "text/chartab.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>
#include <unicode/uversion.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))
#define LOW_END 0x20000u /* chunks of ranges below, a short list of ranges above */
#define CHUNK 48u        /* bytes: a look-up reads half of them on average */
#define CODE_POINTS 0x110000u
#define TEXT_MAX 5

/* As in lib/text/chartab.c. */
enum run_kind {
    RUN_STEP, /* one character, counting up */
    RUN_SAME, /* one character, always the same */
    RUN_PAREN,
    RUN_NUMBER, /* decimal, counting up */
    RUN_NUMBER_PAREN,
    RUN_NUMBER_DOT,
    RUN_STRING /* strings from this index */
};
#define RUN_MAX 32u
#define GAP_MAX 127u
#define RANGE_MAX 4u      /* bytes */
#define CODES 15u         /* of values in the ranges; code 15 says that the value follows */
#define STRING_STRIDE 16u /* a string is found from the start of its block of 16 */

struct pair {
    uint32_t cp;
    char ascii;
};

/* Signs that keyboards and input methods give for ASCII keys, and where each comes from. */
static const struct sign {
    uint32_t cp;
    int category;
    const char *text;
} signs[] = {
#define KEYSTROKE(category, cp, text, origin) {cp, LL_##category, text},
#include "text/keystrokes.def"
};

/* Dashes that are no Pd: minus signs, rules and bullets of one horizontal stroke. */
static const uint32_t dashes[] = {0x02D7, 0x2043, 0x207B, 0x208B, 0x2212, 0x23AF,
                                  0x23E4, 0x2500, 0x2501, 0x2796, 0x31D0};

/* Pd that are no single plain stroke: two strokes, upright, wavy, with dots; U+301C is a symbol. */
static const uint32_t no_dashes[] = {0x1400, 0x2E17, 0x2E1A, 0x2E40, 0x301C, 0x3030, 0x30A0, 0xFE31, 0xFE32};

static const uint32_t yens[] = {0x00A5, 0x20A9, 0xFFE5, 0xFFE6};

/* Letters whose glyph in most fonts is not what UTS #39 says: kappa and ka are kept apart from k there, the small
 * palochka is an i, a turned delta a g, tone five an s; and letters that are one with a stroke, without a
 * decomposition, or that a long press on it gives (CLDR keyboards: s to sharp s, a to ae, o to oe, d to eth, n to eng).
 */
static const struct pair more_letters[] = {
    {0x03BA, 'k'}, {0x043A, 'k'}, {0x04CF, 'l'}, {0x018D, 0},   {0x01BD, 0},   {0x0130, 'I'}, {0x00D8, 'O'},
    {0x00F8, 'o'}, {0x0110, 'D'}, {0x0111, 'd'}, {0x0141, 'L'}, {0x0142, 'l'}, {0x0126, 'H'}, {0x0127, 'h'},
    {0x0166, 'T'}, {0x0167, 't'}, {0x03B7, 'n'}, {0x03C5, 'u'}, {0x03C9, 'w'}, {0x03C7, 'x'}, {0x03C4, 't'},
    {0x03B5, 'e'}, {0x03AF, 'i'}, {0x03CC, 'o'}, {0x03AC, 'a'}, {0x0451, 'e'}, {0x0457, 'i'}, {0x00DF, 's'},
    {0x1E9E, 'S'}, {0x00E6, 'a'}, {0x00C6, 'A'}, {0x0153, 'o'}, {0x0152, 'O'}, {0x00F0, 'd'}, {0x00D0, 'D'},
    {0x014B, 'n'}, {0x014A, 'N'}, {0x0138, 'k'}, {0x0259, 'e'}, {0x018F, 'E'}, {0x00B5, 'u'}, {0x03BC, 'u'},
};

static uint8_t category_of[CODE_POINTS], script_of[CODE_POINTS];
static char text_of[CODE_POINTS][TEXT_MAX + 1]; /* only where a run is to say it */

static void fail(const char *what, UErrorCode error) {
    fprintf(stderr, "gen_chartab: %s: %s\n", what, u_errorName(error));
    exit(1);
}

static const struct pair *pair_of(const struct pair *list, size_t n, uint32_t cp) {
    size_t i;
    for (i = 0; i < n; i++)
        if (list[i].cp == cp)
            return &list[i];
    return NULL;
}

static int is_in(const uint32_t *list, size_t n, uint32_t cp) {
    size_t i;
    for (i = 0; i < n; i++)
        if (list[i] == cp)
            return 1;
    return 0;
}

/* ---- categories ---- */

static UScriptCode icu_script(uint32_t cp) {
    UErrorCode error = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript((UChar32)cp, &error);
    if (U_FAILURE(error))
        fail("script", error);
    return script;
}

static int is_dash(uint32_t cp) {
    if (u_charType((UChar32)cp) == U_DASH_PUNCTUATION)
        return !is_in(no_dashes, COUNT(no_dashes), cp);
    return is_in(dashes, COUNT(dashes), cp);
}

static int is_invisible(uint32_t cp) {
    return u_hasBinaryProperty((UChar32)cp, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || cp == 0x2800 ||
           (cp >= 0xFFF9 && cp <= 0xFFFC); /* U+FFFC: the place of a picture */
}

static int is_letter(uint32_t cp) {
    return (U_GET_GC_MASK((UChar32)cp) & U_GC_L_MASK) != 0;
}

static const struct sign *sign_of(uint32_t cp) {
    size_t i;
    for (i = 0; i < COUNT(signs); i++)
        if (signs[i].cp == cp)
            return &signs[i];
    return NULL;
}

/* Enclosed letters and numbers that NFKC leaves alone: white on black, doubly circled, regional indicators. */
static int enclosed(uint32_t cp, char *text) {
    static const uint32_t alphabets[] = {0x1F150, 0x1F170, 0x1F1E6};
    double number = u_getNumericValue((UChar32)cp);
    size_t i;
    for (i = 0; i < COUNT(alphabets); i++)
        if (cp - alphabets[i] < 26)
            return sprintf(text, "%c", (int)('A' + cp - alphabets[i]));
    if ((cp - 0x24EB < 0x15 || cp - 0x2776 < 0x1E || cp - 0x1F10B < 2) && number >= 0 && number <= 20)
        return sprintf(text, "%d", (int)number);
    return 0;
}

/* NFKC of cp when it is ASCII graphic, another text than cp, and short; a fraction's stroke is a stroke. */
static int compatibility(uint32_t cp, char *text) {
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&error);
    UChar out[64];
    int32_t n, i;
    n = unorm2_getDecomposition(nfkc, (UChar32)cp, out, (int32_t)COUNT(out), &error);
    if (U_FAILURE(error))
        fail("NFKC", error);
    if (n < 1 || n > TEXT_MAX)
        return enclosed(cp, text);
    for (i = 0; i < n; i++)
        out[i] = out[i] == 0x2044 ? '/' : out[i];
    for (i = 0; i < n; i++)
        if (out[i] <= 0x20 || out[i] >= 0x7F)
            return 0;
    for (i = 0; i < n; i++)
        text[i] = (char)out[i];
    return 1;
}

/* Japanese and Korean: by block where the script property says Common. */
static int east_asian(uint32_t cp, UScriptCode script) {
    int letter = is_letter(cp), number = (U_GET_GC_MASK((UChar32)cp) & U_GC_NL_MASK) != 0;
    if (cp == 0x30FC || cp == 0xFF70)
        return LL_LONG_VOWEL;
    if (cp >= 0xFF66 && cp <= 0xFF9F)
        return LL_HALF_KANA;
    if ((cp >= 0x3099 && cp <= 0x309C) || (cp >= 0x3031 && cp <= 0x3035) || cp == 0x303C)
        return LL_KANA;
    if (letter && (script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA))
        return LL_KANA;
    if (cp == 0x3006 || (script == USCRIPT_HAN && (letter || number || (cp >= 0x2E80 && cp < 0x2FE0))))
        return LL_HAN;
    if (letter && script == USCRIPT_HANGUL)
        return LL_HANGUL;
    return LL_UNASSIGNED;
}

static int by_category(uint32_t cp) {
    uint32_t mask = U_GET_GC_MASK((UChar32)cp);
    if (mask & (U_GC_CO_MASK | U_GC_CS_MASK))
        return LL_PRIVATE;
    if (mask & U_GC_CN_MASK)
        return u_hasBinaryProperty((UChar32)cp, UCHAR_NONCHARACTER_CODE_POINT) ? LL_PRIVATE : LL_UNASSIGNED;
    if (mask & U_GC_CC_MASK)
        return LL_CONTROL;
    if (mask & U_GC_Z_MASK)
        return LL_WIDE_SPACE;
    if (mask & U_GC_ND_MASK)
        return LL_DIGIT;
    if (mask & U_GC_L_MASK)
        return LL_LETTER;
    return mask & U_GC_M_MASK ? LL_MARK : LL_OTHER;
}

/* The first that holds. */
static int categorise(uint32_t cp, char *text) {
    const struct sign *sign;
    int category = by_category(cp);
    if (cp < 0x80)
        return cp == ' ' ? LL_SPACE : category == LL_CONTROL ? LL_CONTROL : LL_ASCII;
    if (category == LL_PRIVATE)
        return category;
    if (u_hasBinaryProperty((UChar32)cp, UCHAR_BIDI_CONTROL))
        return LL_BIDI;
    if (is_invisible(cp))
        return LL_INVISIBLE;
    if (category == LL_UNASSIGNED || category == LL_CONTROL || category == LL_WIDE_SPACE)
        return category;
    if (is_in(yens, COUNT(yens), cp))
        return LL_YEN;
    if ((sign = sign_of(cp)) != NULL) {
        strcpy(text, sign->text);
        return sign->category;
    }
    if (is_dash(cp))
        return LL_DASH;
    if (cp >= 0xFF01 && cp <= 0xFF5E)
        return LL_FULLWIDTH;
    if (compatibility(cp, text))
        return LL_COMPAT;
    if (u_charType((UChar32)cp) == U_CURRENCY_SYMBOL) {
        text[0] = '$';
        return LL_QUOTE;
    }
    return east_asian(cp, icu_script(cp)) != LL_UNASSIGNED ? east_asian(cp, icu_script(cp)) : category;
}

static int script(uint32_t cp) {
    static const struct {
        UScriptCode icu;
        int ours;
    } scripts[] = {
        {USCRIPT_ARABIC, LL_ARABIC},     {USCRIPT_HEBREW, LL_HEBREW}, {USCRIPT_GREEK, LL_GREEK},
        {USCRIPT_CYRILLIC, LL_CYRILLIC}, {USCRIPT_THAI, LL_THAI},     {USCRIPT_LATIN, LL_LATIN},
    };
    UScriptCode own = icu_script(cp);
    size_t i;
    for (i = 0; i < COUNT(scripts); i++)
        if (own == scripts[i].icu)
            return scripts[i].ours;
    if (own != USCRIPT_COMMON && own != USCRIPT_INHERITED)
        return LL_OTHER_SCRIPT;
    if (uscript_hasScript((UChar32)cp, USCRIPT_LATIN))
        return LL_COMMON;                /* the accents of several alphabets */
    for (i = 0; i < COUNT(scripts); i++) /* shared: vowel signs and tatweel count as Arabic */
        if (uscript_hasScript((UChar32)cp, scripts[i].icu))
            return scripts[i].ours;
    return LL_COMMON;
}

/* ---- look-alike letters ---- */

static USpoofChecker *spoof;

static int32_t skeleton(uint32_t cp, UChar *out, int32_t capacity) {
    UErrorCode error = U_ZERO_ERROR;
    UChar in[2];
    int32_t n = 0, length;
    U16_APPEND_UNSAFE(in, n, cp);
    length = uspoof_getSkeleton(spoof, 0, in, n, out, capacity, &error);
    if (U_FAILURE(error) || length > capacity)
        fail("skeleton", error);
    return length;
}

/* Alphabets that people write today; of Latin what stands in alphabets or makes small capitals, not the phonetic rest.
 */
static int may_mislead(uint32_t cp) {
    UScriptCode code = icu_script(cp);
    if (code == USCRIPT_LATIN)
        return cp < 0x02B0 || (cp >= 0x1D00 && cp < 0x1D30) || cp == 0xA731;
    return code == USCRIPT_CYRILLIC || code == USCRIPT_GREEK || code == USCRIPT_ARMENIAN || code == USCRIPT_CHEROKEE;
}

/* The ASCII letter under the accents of a Latin one, which a long press or a dead key puts there. */
static char accented(uint32_t cp) {
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);
    UChar out[8];
    int32_t n, i;
    if (icu_script(cp) != USCRIPT_LATIN)
        return 0;
    n = unorm2_getDecomposition(nfc, (UChar32)cp, out, (int32_t)COUNT(out), &error);
    if (U_FAILURE(error) || n < 2)
        return 0;
    while (n > 1 && (n = unorm2_getDecomposition(nfc, out[0], out, (int32_t)COUNT(out), &error)) > 1)
        continue;
    for (i = 'A'; i <= 'z'; i++)
        if (out[0] == i && u_isalpha(i))
            return (char)i;
    return 0;
}

/* The ASCII letter of the same case whose UTS #39 skeleton is that of cp; UTS #39 joins I with l, we keep the case. */
static char lookalike(uint32_t cp) {
    const struct pair *p = pair_of(more_letters, COUNT(more_letters), cp);
    UChar mine[64], theirs[64];
    int32_t n, type = u_charType((UChar32)cp);
    char c, first;
    if (p)
        return p->ascii;
    if (!may_mislead(cp) || (type != U_UPPERCASE_LETTER && type != U_LOWERCASE_LETTER))
        return accented(cp);
    n = skeleton(cp, mine, (int32_t)COUNT(mine));
    first = type == U_UPPERCASE_LETTER ? 'A' : 'a';
    for (c = first; c <= first + 25; c++)
        if (skeleton((uint32_t)c, theirs, (int32_t)COUNT(theirs)) == n &&
            memcmp(mine, theirs, (size_t)n * sizeof *mine) == 0)
            return c;
    return accented(cp);
}

static void read_all(void) {
    UErrorCode error = U_ZERO_ERROR;
    uint32_t cp;
    spoof = uspoof_open(&error);
    if (U_FAILURE(error))
        fail("uspoof_open", error);
    for (cp = 0; cp < CODE_POINTS; cp++) {
        category_of[cp] = (uint8_t)categorise(cp, text_of[cp]);
        if (category_of[cp] == LL_LETTER || category_of[cp] == LL_MARK)
            script_of[cp] = (uint8_t)script(cp);
        if (category_of[cp] == LL_LETTER)
            text_of[cp][0] = lookalike(cp);
    }
    uspoof_close(spoof);
}

/* ---- writing ---- */

/* Known to lib/text/blocks.c without a table. */
static const struct {
    uint32_t from, to;
} known[] = {{0x0000, 0x007F}, {0x2010, 0x2015}, {0x2212, 0x2212}, {0x3041, 0x3096}, {0x30A1, 0x30FA},
             {0x30FC, 0x30FC}, {0x3400, 0x9FFF}, {0xAC00, 0xD7A3}, {0xFF01, 0xFF5E}, {0xFF66, 0xFF9F}};

static uint32_t values[CODE_POINTS];

/* What is known goes on with what stands before it. */
static void choose_values(void) {
    uint32_t cp, previous = LL_CONTROL;
    size_t k = 0;
    for (cp = 0; cp < CODE_POINTS; cp++) {
        while (k < COUNT(known) && cp > known[k].to)
            k++;
        if (k == COUNT(known) || cp < known[k].from)
            previous = category_of[cp] | (uint32_t)script_of[cp] << 5;
        values[cp] = previous;
    }
}

static void print_array(const char *type, const char *name, const uint32_t *data, size_t n, int digits) {
    size_t i, per_line = digits == 2 ? 19 : digits == 4 ? 14 : 9;
    printf("static const %s %s[%zu] = {", type, name, n);
    for (i = 0; i < n; i++)
        printf("%s0x%0*X,", i % per_line ? " " : "\n    ", digits, data[i]);
    printf("\n};\n\n");
}

static uint32_t stream[16384], starts[1024], codes[CODES];
static size_t stream_size, chunk_count, plane_1;

/* The values that most ranges have, by a code of four bits. */
static void choose_codes(void) {
    static uint32_t uses[256];
    uint32_t cp, i, v;
    for (cp = 0; cp < LOW_END; cp++)
        uses[values[cp]] += !cp || values[cp] != values[cp - 1];
    for (i = 0; i < CODES; i++) {
        for (v = 0; v < 256; v++)
            if (uses[v] > uses[codes[i]])
                codes[i] = v;
        uses[codes[i]] = 0;
    }
}

/* A range: (length - 1) << 4 | code; code 15: the value follows; length nibble 15: length - 16 follows, in seven bits,
 * and eight more when the high bit of the first is set.  Returns the bytes. */
static size_t put_range(uint32_t *out, uint32_t v, uint32_t length) {
    uint32_t code = 0, more = length - 16;
    size_t n = 1;
    while (code < CODES && codes[code] != v)
        code++;
    out[0] = (length < 16 ? length - 1 : 15) << 4 | code;
    if (code == CODES)
        out[n++] = v;
    if (length < 16)
        return n;
    out[n++] = more < 0x80 ? more : 0x80 | (more & 0x7F);
    if (more >= 0x80)
        out[n++] = more >> 7;
    if (more >> 15)
        fail("a range is too long", U_BUFFER_OVERFLOW_ERROR);
    return n;
}

/* A range lies within one chunk: the bytes that are left before it have no meaning. */
static void add_range(uint32_t from, uint32_t to) {
    uint32_t own[RANGE_MAX];
    size_t n = put_range(own, values[from], to - from), left = chunk_count * CHUNK - stream_size;
    if (from == 0x10000)
        plane_1 = chunk_count;
    if (n > left || from == 0x10000) {
        stream_size = chunk_count * CHUNK;
        starts[chunk_count++] = from & 0xFFFF;
    }
    if (chunk_count == COUNT(starts) || stream_size + n > COUNT(stream))
        fail("too many ranges", U_BUFFER_OVERFLOW_ERROR);
    memcpy(stream + stream_size, own, n * sizeof *own);
    stream_size += n;
}

static void print_ranges(void) {
    uint32_t cp, from = 0;
    choose_codes();
    for (cp = 1; cp <= LOW_END; cp++)
        if (cp == 0x10000 || cp == LOW_END || values[cp] != values[from]) {
            add_range(from, cp);
            from = cp;
        }
    stream_size = chunk_count * CHUNK + RANGE_MAX;
    printf("enum { CHUNK = %u, RANGE_MAX = %u, PLANE_1 = %zu };\n\n", CHUNK, RANGE_MAX, plane_1);
    print_array("uint16_t", "range_starts", starts, chunk_count, 4);
    print_array("uint8_t", "range_codes", codes, CODES, 2);
    print_array("uint8_t", "ranges", stream, stream_size, 2);
}

/* From U+20000, noncharacters aside: start << 8 | value. */
static void print_high(void) {
    uint32_t data[256], cp, v, last = 0;
    size_t n = 0;
    for (cp = LOW_END; cp < CODE_POINTS && n < COUNT(data); cp++) {
        v = (cp & 0xFFFE) == 0xFFFE ? last : values[cp];
        if (cp == LOW_END || v != last)
            data[n++] = cp << 8 | v;
        last = v;
    }
    print_array("uint32_t", "high_ranges", data, n, 8);
}

/* ---- folds ---- */

static char pool[4096];
static uint32_t pool_count, string_starts[256 / STRING_STRIDE];
static size_t pool_size;

static const char *expected(enum run_kind kind, const char *first, uint32_t i, char *out) {
    int number = atoi(first[0] == '(' ? first + 1 : first) + (int)i;
    out[0] = 0;
    if (kind == RUN_STEP || kind == RUN_SAME)
        sprintf(out, "%c", first[0] + (kind == RUN_STEP ? (int)i : 0));
    else if (kind == RUN_PAREN)
        sprintf(out, "(%c)", first[1] + (int)i);
    else if (kind == RUN_NUMBER)
        sprintf(out, "%d", number);
    else if (kind == RUN_NUMBER_PAREN)
        sprintf(out, "(%d)", number);
    else if (kind == RUN_NUMBER_DOT)
        sprintf(out, "%d.", number);
    return out;
}

/* May a run pass over cp, which has no text?  Only where the category keeps lib/text/blocks.c from asking the runs. */
static int is_gap(uint32_t cp) {
    int category = category_of[cp];
    return category != LL_COMPAT && category != LL_SYMBOL && category != LL_QUOTE && category != LL_LETTER;
}

static int is_text(enum run_kind kind, uint32_t first, uint32_t cp) {
    char text[32];
    return strcmp(text_of[cp], expected(kind, text_of[first], cp - first, text)) == 0;
}

static int is_same_page(uint32_t a, uint32_t b) {
    return a >> 8 == b >> 8;
}

/* How many code points from cp a run of this kind, which counts, gives right. */
static uint32_t reach(enum run_kind kind, uint32_t cp) {
    uint32_t i, end = 0;
    for (i = 0; i < RUN_MAX && is_same_page(cp, cp + i); i++) {
        if (!text_of[cp + i][0] && is_gap(cp + i))
            continue;
        if (!is_text(kind, cp, cp + i))
            break;
        end = i + 1;
    }
    return end;
}

/* The kind that reaches farthest from cp. */
static enum run_kind best_count(uint32_t cp, uint32_t *n) {
    int kind, best = RUN_STEP;
    *n = 0;
    for (kind = RUN_STEP; kind < RUN_STRING; kind++)
        if (reach((enum run_kind)kind, cp) > *n) {
            best = kind;
            *n = reach((enum run_kind)kind, cp);
        }
    return (enum run_kind)best;
}

/* Where nothing counts as far as two: strings, as many as follow. */
static enum run_kind best_run(uint32_t cp, uint32_t *n) {
    uint32_t next, i;
    enum run_kind kind = best_count(cp, n);
    if (*n >= 3 || (*n && !text_of[cp][1]))
        return kind;
    for (i = 1; i < RUN_MAX && is_same_page(cp, cp + i) && text_of[cp + i][0] && text_of[cp + i][1]; i++) {
        best_count(cp + i, &next);
        if (next >= 3)
            break;
    }
    *n = i;
    return RUN_STRING;
}

static uint32_t add_strings(uint32_t cp, uint32_t n) {
    uint32_t first = pool_count, i;
    for (i = 0; i < n; i++, pool_count++) {
        size_t length = strlen(text_of[cp + i]);
        if (pool_count % STRING_STRIDE == 0)
            string_starts[pool_count / STRING_STRIDE] = (uint32_t)pool_size;
        memcpy(pool + pool_size, text_of[cp + i], length);
        pool_size += length;
        pool[pool_size - 1] = (char)(pool[pool_size - 1] | 0x80);
    }
    return first;
}

static uint32_t run_value(enum run_kind kind, uint32_t cp, uint32_t n) {
    const char *t = text_of[cp];
    if (kind >= RUN_STRING)
        return add_strings(cp, n);
    if (kind == RUN_STEP || kind == RUN_SAME)
        return (uint32_t)t[0];
    return kind == RUN_PAREN ? (uint32_t)t[1] : (uint32_t)atoi(t[0] == '(' ? t + 1 : t);
}

static uint32_t runs[4096], fold_pages[LOW_END / 256], fold_starts[LOW_END / 256 + 1];
static size_t run_size, fold_page_count, plane_1_folds; /* where those of plane 1 begin */

/* A run: 0x80 | gap, value, for one character of kind RUN_STEP; else gap, kind << 5 | (length - 1), value.  The gap is
 * the distance from the end of the run before, or from the start of the page. */
static void put_run(uint32_t gap, enum run_kind kind, uint32_t n, uint32_t v) {
    if (gap > GAP_MAX || v > 255 || run_size + 3 > COUNT(runs))
        fail("a run does not fit", U_BUFFER_OVERFLOW_ERROR);
    if (kind == RUN_STEP && n == 1) {
        runs[run_size++] = 0x80 | gap;
    } else {
        runs[run_size++] = gap;
        runs[run_size++] = (uint32_t)kind << 5 | (n - 1);
    }
    runs[run_size++] = v;
}

static void put_page_runs(uint32_t page) {
    uint32_t cp = page << 8, end = cp + 256, after = cp, n;
    while (cp < end) {
        if (text_of[cp][0]) {
            enum run_kind kind = best_run(cp, &n);
            put_run(cp - after, kind, n, run_value(kind, cp, n));
            after = cp += n;
        } else if (cp - after == GAP_MAX) {
            put_run(GAP_MAX, RUN_STEP, 1, 0); /* nothing: this one folds to none */
            after = ++cp;
        } else {
            cp++;
        }
    }
}

/* The pages that have folds, and where the runs of each begin. */
static void print_runs(void) {
    static uint32_t bytes[sizeof pool];
    uint32_t page, cp;
    size_t i;
    for (page = 0; page < LOW_END / 256; page++) {
        for (cp = page << 8; is_same_page(cp, page << 8) && !text_of[cp][0];)
            cp++;
        if (!is_same_page(cp, page << 8))
            continue;
        put_page_runs(page);
        fold_pages[fold_page_count] = page & 0xFF;
        plane_1_folds += page < 0x100;
        fold_starts[++fold_page_count] = (uint32_t)run_size;
    }
    for (i = 0; i < pool_size; i++)
        bytes[i] = (uint8_t)pool[i];
    print_array("uint8_t", "fold_pages", fold_pages, fold_page_count, 2);
    print_array("uint16_t", "fold_starts", fold_starts, fold_page_count + 1, 4);
    printf("enum { FOLD_RUN_MAX = 3, FOLD_PLANE_1 = %zu };\n\n", plane_1_folds);
    print_array("uint8_t", "fold_runs", runs, run_size + 1, 2); /* room for one of three bytes at the end */
    print_array("uint16_t", "string_starts", string_starts, (pool_count + STRING_STRIDE - 1) / STRING_STRIDE, 4);
    print_array("uint8_t", "fold_strings", bytes, pool_size, 2);
}

int main(void) {
    UVersionInfo unicode;
    u_getUnicodeVersion(unicode);
    read_all();
    printf("/* SPDX-License-Identifier: MIT AND Unicode-3.0 */\n/* Generated by `make generated` "
           "(lib/gen/gen_chartab.c) from ICU %s, "
           "Unicode %d.%d.  Do not edit. */\n\n",
           U_ICU_VERSION, unicode[0], unicode[1]);
    printf("#define LL_TABLES_UNICODE 0x%02X%02Xu\n\n", unicode[0], unicode[1]);
    choose_values();
    print_ranges();
    print_high();
    print_runs();
    fprintf(stderr, "gen_chartab: ranges in %zu bytes, %u strings in %zu\n", stream_size, pool_count, pool_size);
    return ferror(stdout) || fflush(stdout) ? 1 : 0;
}
