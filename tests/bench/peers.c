/* SPDX-License-Identifier: MIT */
/* peers.c - other libraries on the bytes that bench.c checks, each at the nearest thing it can do.
 *
 *   ICU NFKC                 folds full-width ASCII; leaves most dashes, quotes and kana; no diagnosis
 *   ICU Fullwidth-Halfwidth  folds width by rules; turns a long vowel between digits into half-width kana; no diagnosis
 *   ICU uspoof               says that scripts are mixed; no position, no fix
 *   utf8proc NFKC            as ICU's, allocates the answer
 *   libidn SASLprep          RFC 4013: NFKC, prohibited characters; one error code, no position
 *   iconv //TRANSLIT         a byte for each character that it knows, '?' for others; by locale
 *   memcpy; UTF-8 by SWAR    the floor: the bytes copied; is it well-formed, ASCII eight bytes at a time
 *
 * Out: a line of names, then one per function: its name and ns per call for each input, with tabs between (chart.py
 * makes a table of it; peers.mjs and peers.py print more lines).  Same method as bench.c: round-robin, minimum of many
 * passes.
 */
#include <iconv.h>
#include <loginlint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <stringprep.h>
#include <time.h>
#include <unicode/unorm2.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>
#include <utf8proc.h>

enum { PASSES = 40, ROUNDS = 200 };

static const struct {
    const char *name;
    uint32_t field;
    const char *text;
} inputs[] = {
    {"A16", LOGINLINT_FIELD_LOGIN_ID, "taro.yamada_2026"},
    {"F16", LOGINLINT_FIELD_LOGIN_ID, "ｔａｒｏ．ｙａｍａｄａ＿２０２６"},
    {"H12", LOGINLINT_FIELD_LOGIN_ID, "さくらのはなみにいこうよ"},
    {"MIX16", LOGINLINT_FIELD_LOGIN_ID, "taro12ｔａｒｏたろうﾀﾛ山"},
    {"card", LOGINLINT_FIELD_CARD_NUMBER, "4111111111111111"},
};
enum { INPUTS = sizeof inputs / sizeof inputs[0] };

static loginlint_policy policies[INPUTS];
static loginlint_report report;
static UChar wide[INPUTS][64];
static int32_t widths[INPUTS];
static const UNormalizer2 *nfkc;
static UTransliterator *translit;
static USpoofChecker *spoof;
static iconv_t converter;

static void run_loginlint(int i) {
    loginlint_check(&policies[i], NULL, (const uint8_t *)inputs[i].text, (uint32_t)strlen(inputs[i].text), &report);
}
static void run_nfkc(int i) {
    UChar out[256];
    UErrorCode error = U_ZERO_ERROR;
    unorm2_normalize(nfkc, wide[i], widths[i], out, 256, &error);
}
static void run_translit(int i) {
    UChar out[256];
    int32_t n = widths[i], limit = widths[i];
    UErrorCode error = U_ZERO_ERROR;
    memcpy(out, wide[i], (size_t)n * sizeof *out);
    utrans_transUChars(translit, out, &n, 256, 0, &limit, &error);
}
static void run_spoof(int i) {
    UErrorCode error = U_ZERO_ERROR;
    uspoof_check(spoof, wide[i], widths[i], NULL, &error);
}
static void run_utf8proc(int i) {
    free(utf8proc_NFKC((const utf8proc_uint8_t *)inputs[i].text));
}
static void run_saslprep(int i) {
    char out[256];
    strcpy(out, inputs[i].text);
    stringprep(out, sizeof out, 0, stringprep_saslprep);
}
static void run_iconv(int i) {
    char out[256], *to = out, *from = (char *)(uintptr_t)inputs[i].text;
    size_t left = strlen(from), room = sizeof out;
    iconv(converter, NULL, NULL, NULL, NULL);
    iconv(converter, &from, &left, &to, &room);
}

static void run_copy(int i) {
    static char out[256];
    memcpy(out, inputs[i].text, strlen(inputs[i].text));
    __asm__ volatile("" : : : "memory");
}

/* RFC 3629: what may follow each lead byte; eight bytes of ASCII at a time. */
static int is_utf8(const uint8_t *s, size_t n) {
    size_t i = 0, k;
    while (i < n) {
        uint64_t eight;
        size_t more = s[i] >= 0xF0 ? 3 : s[i] >= 0xE0 ? 2 : 1;
        if (n - i >= 8 && (memcpy(&eight, s + i, 8), !(eight & 0x8080808080808080u))) {
            i += 8;
            continue;
        }
        if (s[i] < 0x80) {
            i++;
            continue;
        }
        if (s[i] < 0xC2 || s[i] > 0xF4 || n - i <= more || (s[i] == 0xE0 && s[i + 1] < 0xA0) ||
            (s[i] == 0xED && s[i + 1] > 0x9F) || (s[i] == 0xF0 && s[i + 1] < 0x90) || (s[i] == 0xF4 && s[i + 1] > 0x8F))
            return 0;
        for (k = 1; k <= more; k++)
            if ((s[i + k] & 0xC0) != 0x80)
                return 0;
        i += more + 1;
    }
    return 1;
}

static volatile int well_formed;
static void run_utf8(int i) {
    well_formed = is_utf8((const uint8_t *)inputs[i].text, strlen(inputs[i].text));
}

static const struct {
    const char *name;
    void (*run)(int);
} peers[] = {
    {"loginlint: the whole check", run_loginlint},
    {"ICU NFKC", run_nfkc},
    {"ICU Fullwidth-Halfwidth", run_translit},
    {"ICU uspoof", run_spoof},
    {"utf8proc NFKC", run_utf8proc},
    {"libidn SASLprep", run_saslprep},
    {"iconv //TRANSLIT", run_iconv},
    {"floor: UTF-8 by SWAR", run_utf8},
    {"floor: memcpy", run_copy},
};
enum { PEERS = sizeof peers / sizeof peers[0] };

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static void prepare(void) {
    UErrorCode error = U_ZERO_ERROR;
    UChar id[32];
    int i;
    nfkc = unorm2_getNFKCInstance(&error);
    u_uastrcpy(id, "Fullwidth-Halfwidth");
    translit = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
    spoof = uspoof_open(&error);
    converter = iconv_open("ASCII//TRANSLIT", "UTF-8");
    for (i = 0; i < INPUTS; i++) {
        if (loginlint_policy_init(&policies[i], inputs[i].field))
            exit(2);
        u_strFromUTF8(wide[i], 64, &widths[i], inputs[i].text, -1, &error);
    }
    if (U_FAILURE(error))
        exit(2);
}

int main(void) {
    static double best[PEERS][INPUTS];
    int pass, p, i, r;
    prepare();
    for (pass = 0; pass < PASSES; pass++)
        for (p = 0; p < PEERS; p++)
            for (i = 0; i < INPUTS; i++) {
                double from = now(), t;
                for (r = 0; r < ROUNDS; r++)
                    peers[p].run(i);
                t = (now() - from) / ROUNDS;
                if (!pass || t < best[p][i])
                    best[p][i] = t;
            }
    for (i = 0; i < INPUTS; i++)
        printf("\t%s", inputs[i].name);
    puts("");
    for (p = 0; p < PEERS; p++) {
        printf("%s", peers[p].name);
        for (i = 0; i < INPUTS; i++)
            printf("\t%.1f", best[p][i]);
        puts("");
    }
    return 0;
}
