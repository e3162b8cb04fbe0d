/* SPDX-License-Identifier: MIT */
/* linear.c - hostile inputs of growing length, for callgrind to count (tests/trust/linear.py runs and judges it).
 *
 *   linear [-p] [-l]      -l: rule and service strings up to 1 MiB (default 64 KiB); -p: a planted quadratic as well
 *
 * Each generator is a start, a piece repeated, and an end.  A call's instructions go to a profile of their own, named
 * "generator size"; counting is off at all other times.
 */
#include <loginlint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <valgrind/callgrind.h>

enum { ID, PASSWORD, CARD, PIN };
enum {
    CHECK,
    CANDIDATES,
    JSON,
    RULES,
    LENIENT,
    CONTEXT,
    SERVICE,
    FACTS,
    TAG,
    PLANTED,
    EXPLAIN,
    ICU,
    PROFILE,
    DOMAIN,
    ALIKE
};

static const struct generator {
    const char *name;
    int call, field;
    const char *rules, *start, *piece, *end;
} generators[] = {
    {"long vowels after kana", CHECK, ID, "", "あ", "ー", ""},
    {"long vowels and unseen", CHECK, ID, "", "1", "ー\u200B", "1"},
    {"all dashes", CHECK, PIN, "", "1", "\u2010", "1"},
    {"hyphens where groups are", CHECK, ID, "groups: 4-4; hyphens: require", "1", "-", "1"},
    {"hyphens after each digit", CHECK, CARD, "", "", "1-", ""},
    {"hyphens forbidden", CHECK, ID, "hyphens: forbid", "", "-", "a"},
    {"the digit one in kanji", CHECK, CARD, "", "1", "一 ", "1"},
    {"dots between digits", CHECK, CARD, "", "1", ".", "1"},
    {"brackets in a phone number", CHECK, ID, "kind: phone", "0", "(", "1"},
    {"alternating widths", CHECK, CARD, "", "", "1１", ""},
    {"alternating widths, letters", CHECK, ID, "", "", "aａ", ""},
    {"marks", CHECK, ID, "charset: unicode", "a", "\u0301", ""},
    {"marks of two classes", CHECK, PASSWORD, "charset: unicode", "a", "\u0301\u0316", ""},
    {"voiced marks", CHECK, ID, "", "", "ｶﾞ", ""},
    {"zero-width spaces", CHECK, ID, "", "a", "\u200B", "b"},
    {"bidi controls", CHECK, PASSWORD, "", "a", "\u202E", ""},
    {"spaces", CHECK, ID, "", "a", " ", "b"},
    {"wide spaces at the edge", CHECK, ID, "", "a", "　", ""},
    {"at signs", CHECK, ID, "kind: email", "a", "@", ""},
    {"labels", CHECK, ID, "kind: email", "a@", "gmial.", "con"},
    {"commas in a domain", CHECK, ID, "kind: email", "a@", "b,", "com"},
    {"own domains", CHECK, ID, "kind: email; domains: aaaaaaab.example, aaaaaaac.example", "a@", "a", ".example"},
    {"ill-formed bytes", CHECK, ID, "", "", "\xFF", ""},
    {"truncated leads", CHECK, PASSWORD, "", "", "\xF0\x9F\x98", ""},
    {"ill-formed between letters", CHECK, ID, "", "", "a\xC0", ""},
    {"compatibility forms", CHECK, ID, "", "", "\uFB01\u2460", ""},
    {"mathematical digits", CHECK, CARD, "", "", "\U0001D7D2", ""},
    {"emoji", CHECK, PASSWORD, "charset: unicode", "", "\U0001F600\U000E0100", ""},
    {"kanji", CHECK, PASSWORD, "", "", "山", ""},
    {"Hangul", CHECK, PASSWORD, "", "", "한", ""},
    {"Cyrillic look-alikes", CHECK, ID, "", "a", "а", ""},
    {"digit look-alikes", CHECK, CARD, "", "", "O0Il", ""},
    {"repeats", CHECK, PASSWORD, "max-consecutive: 2; required: digit; purpose: create", "", "a", ""},
    {"Caps Lock shapes", CHECK, PASSWORD, "", "", "aBC", ""},
    {"curly quotes", CHECK, PASSWORD, "", "", "‘”", ""},
    {"unassigned", CHECK, ID, "charset: unicode", "", "\u0378", ""},
    {"JSON of all dashes", JSON, ID, "", "1", "\u2010a", "1"},
    {"JSON of controls", JSON, ID, "", "", "\x01", ""},
    {"causes: all dashes", EXPLAIN, PIN, "", "1", "\u2010", "1"},
    {"causes: alternating widths", EXPLAIN, ID, "", "", "aａ", ""},
    {"causes: refused among unseen", EXPLAIN, ID, "", "", "\u200B#", ""},
    {"causes: refused in full width", EXPLAIN, PIN, "", "", "＃Ａ1", ""},
    {"causes: kana", EXPLAIN, PASSWORD, "", "", "あa", ""},
    {"causes: ill-formed", EXPLAIN, ID, "", "", "a\xC0", ""},
    {"keystrokes: small tsu", CANDIDATES, PASSWORD, "", "", "っ", "た"},
    {"keystrokes: n", CANDIDATES, PASSWORD, "", "", "ん", ""},
    {"keystrokes: contracted", CANDIDATES, PASSWORD, "", "", "しゃ", ""},
    {"keystrokes: half-width", CANDIDATES, PASSWORD, "", "", "ﾊﾟ", ""},
    {"keystrokes: Hangul", CANDIDATES, PASSWORD, "", "", "뷁", ""},
    {"keystrokes: capitals", CANDIDATES, PASSWORD, "", "", "aB", ""},
    {"keystrokes: symbols", CANDIDATES, PASSWORD, "allowed: lower", "", "@\"", ""},
    {"candidates: dashes", CANDIDATES, CARD, "", "4", "-", "1"},
    {"candidates: labels", CANDIDATES, ID, "kind: email", "a@", "b.", "con"},
    {"rules: white space", RULES, PASSWORD, "", "minlength:", " ", "8"},
    {"rules: digits", RULES, PASSWORD, "", "minlength: ", "9", ""},
    {"rules: a class of all", RULES, PASSWORD, "", "allowed: [", "a", "]"},
    {"rules: a class without end", LENIENT, PASSWORD, "", "allowed: [", "[", ""},
    {"rules: brackets", LENIENT, PASSWORD, "", "allowed: [", "]", ""},
    {"rules: classes", RULES, PASSWORD, "", "allowed: lower", ", digit", ""},
    {"rules: sets", LENIENT, PASSWORD, "", "", "required: lower, [0-9];", ""},
    {"rules: properties", LENIENT, PASSWORD, "", "", "minlength: 8; ", ""},
    {"rules: unknown", LENIENT, PASSWORD, "", "", "x", ""},
    {"rules: own properties", LENIENT, ID, "", "", "domains: a.example, b; ", ""},
    {"rules: groups", LENIENT, CARD, "", "groups: 4", "-4", ""},
    {"rules: brands", LENIENT, CARD, "", "brands: visa", ", jcb", ""},
    {"rules: domains", RULES, ID, "", "domains: a", "a", ".example"},
    {"context: properties", CONTEXT, ID, "", "", "caps-lock: on; ", ""},
    {"context: white space", CONTEXT, ID, "", "", " ", ""},
    {"service: windows", SERVICE, ID, "", "", "maintenance: daily 01:00-02:00; ", ""},
    {"service: white space", SERVICE, ID, "", "lock-after:", " ", "3"},
    {"facts: properties", FACTS, ID, "", "", "offline: yes; ", ""},
    {"facts: digits", FACTS, ID, "", "failures: ", "1", ""},
    {"tag", TAG, ID, "", "", "Ａ", ""},
    {"planted", PLANTED, ID, "", "", "x", ""},
#ifdef LOGINLINT_WITH_ICU
    {"ICU: marks", ICU, ID, "charset: unicode", "a", "\u0301", ""},
    {"ICU: marks of two classes", ICU, PASSWORD, "charset: unicode", "a", "\u0301\u0316", ""},
    {"ICU: marks that decompose", ICU, ID, "charset: unicode", "a", "\u0344", ""},
    {"ICU: marks up to the limit", ICU, ID, "charset: unicode; maxlength: 1024", "",
     "a\u0301\u0316\u0301\u0316\u0301\u0316\u0301\u0316\u0301\u0316\u0301\u0316\u0301\u0316\u0301\u0316", ""},
    {"ICU: letters that compose", ICU, ID, "charset: unicode; maxlength: 1024", "", "e\u0301", ""},
    {"ICU: jamo", ICU, ID, "charset: unicode; maxlength: 1024", "", "\u1100\u1161\u11A8", ""},
    {"ICU: jamo without a syllable", ICU, ID, "charset: unicode", "", "\u1161", ""},
    {"ICU: eighteen for one", ICU, ID, "charset: unicode; profile: nickname", "", "\uFDFA", ""},
    {"ICU: three for one", ICU, ID, "charset: unicode; profile: nist; maxlength: 1024", "", "\uFB03", ""},
    {"ICU: capitals", ICU, ID, "charset: unicode; case: lower; maxlength: 1024", "", "\u00C9", ""},
    {"ICU: every other a capital", ICU, ID, "charset: unicode; case: lower; maxlength: 1024", "", "\u00C9\u3042", ""},
    {"ICU: sigmas", ICU, ID, "charset: unicode; case: lower; maxlength: 1024", "", "\u03A3", ""},
    {"ICU: sigmas after what is ignored", ICU, ID, "charset: unicode; case: lower; maxlength: 1024", "\u0391",
     "\u03A3.", ""},
    {"ICU: sigmas after soft hyphens", ICU, ID, "charset: unicode; case: lower; maxlength: 1024", "\u0391", "'\u03A3",
     ""},
    {"ICU: middle dots", ICU, ID, "charset: unicode", "", "\u30FB", ""},
    {"ICU: Arabic digits", ICU, ID, "charset: unicode", "\u06F1", "\u0661", ""},
    {"ICU: joiners", ICU, ID, "charset: unicode", "", "\u0628\u200C", ""},
    {"ICU: transparent joining", ICU, ID, "charset: unicode", "\u0628", "\u200C\u064E", ""},
    {"ICU: right to left", ICU, ID, "charset: unicode", "", "\u05D0a", ""},
    {"ICU: scripts", ICU, ID, "charset: unicode", "", "a\u0430", ""},
    {"ICU: full width", ICU, ID, "charset: unicode", "", "\uFF21\u3042", ""},
    {"ICU: symbols", ICU, ID, "charset: unicode", "", "\u265Aa", ""},
    {"ICU: an address", ICU, ID, "charset: unicode; kind: email; maxlength: 1024", "\u592A@", "\u4F8B.", "jp"},
    {"ICU: spaces", ICU, ID, "charset: unicode; profile: nickname", "a", "\u3000 ", "b"},
    {"profile: spaces", PROFILE, ID, "", "a", "\u3000\u00A0", "b"},
    {"profile: what folds again", PROFILE, ID, "", "a", "\u00A8 ", "b"},
    {"domain: labels", DOMAIN, ID, "", "", "\u4F8B.", "jp"},
    {"domain: wrong labels", DOMAIN, ID, "", "", "xn--a.", "jp"},
    {"domain: wrong at the end", DOMAIN, ID, "", "", "\u4F8B.", "-\u200D"},
    {"domain: one label", DOMAIN, ID, "", "", "\u4F8B", ""},
    {"domain: one label of many", DOMAIN, ID, "", "",
     "\u4F8B\u3042\u592A\u90CE\u5C71\u7530\u5DDD\u672C\u6728\u6797\u68EE", ""},
    {"reserved: one name", ALIKE, ID, "", "", "\u0430", ""},
    {"reserved: many names", ALIKE, ID, "", "", "\u0430,", "b"},
#endif
};
enum { COUNT = sizeof generators / sizeof generators[0], ROOM = 1 << 20 };

static uint8_t text[ROOM + 64], out[ROOM];
static loginlint_policy policy;
static loginlint_context context;
static loginlint_report report;
static loginlint_candidates candidates;
static loginlint_explanation explanation;
static loginlint_service service;
static loginlint_facts facts;
static volatile uint32_t sink;

static uint32_t make(const struct generator *g, uint32_t n) {
    uint32_t length = (uint32_t)strlen(g->start), piece = (uint32_t)strlen(g->piece), end = (uint32_t)strlen(g->end);
    memcpy(text, g->start, length);
    for (; length + piece + end <= n; length += piece)
        memcpy(text + length, g->piece, piece);
    memcpy(text + length, g->end, end);
    return length + end;
}

static void planted(uint32_t n) {
    uint32_t i, k;
    for (i = 0; i < n; i++)
        for (k = 0; k < n; k += 64)
            sink += text[k];
}

static void call(const struct generator *g, uint32_t n) {
    static const uint8_t key[16] = {1};
    const char *s = (const char *)text;
    switch (g->call) {
    case CHECK:
    case JSON:
        loginlint_check(&policy, &context, text, n, &report);
        if (g->call == JSON)
            loginlint_json(&report, NULL, NULL, text, n, LOGINLINT_JSON_REVEAL, LOGINLINT_LANGUAGE_JA, out, sizeof out);
        break;
    case EXPLAIN:
        loginlint_explain(&policy, &context, text, n, &report, NULL, &explanation);
        break;
    case CANDIDATES:
        loginlint_candidates_find(&policy, &context, text, n, &candidates);
        break;
    case RULES:
        loginlint_policy_parse(&policy, s, n, NULL);
        break;
    case LENIENT:
        loginlint_policy_parse_lenient(&policy, s, n);
        break;
    case CONTEXT:
        loginlint_context_parse(&context, s, n, NULL);
        break;
    case SERVICE:
        loginlint_service_parse(&service, s, n, NULL);
        break;
    case FACTS:
        loginlint_facts_parse(&facts, s, n, NULL);
        break;
#ifdef LOGINLINT_WITH_ICU
    case ICU:
        loginlint_icu_check(&policy, &context, text, n, &report);
        break;
    case PROFILE:
        loginlint_icu_profile(LOGINLINT_PROFILE_NICKNAME, text, n, out, sizeof out, &report.diagnostics[0]);
        break;
    case DOMAIN:
        loginlint_icu_domain(text, n, LOGINLINT_DOMAIN_ASCII, out, sizeof out, &report.diagnostics[0]);
        break;
    case ALIKE:
        loginlint_icu_confusable((const uint8_t *)"tanaka", 6, s, n);
        break;
#endif
    case TAG:
        loginlint_tag(key, text, n / 2, text, n, out);
        break;
    default:
        planted(n);
    }
}

static void count(const struct generator *g, uint32_t size) {
    char name[100];
    uint32_t n = make(g, size);
    loginlint_context_init(&context);
    if (loginlint_policy_init(&policy, (uint32_t)g->field) != 0 ||
        loginlint_policy_parse(&policy, g->rules, (uint32_t)strlen(g->rules), NULL) != 0) {
        fprintf(stderr, "%s: rules\n", g->name);
        exit(2);
    }
    if (g->call == EXPLAIN)
        loginlint_check(&policy, &context, text, n, &report);
    if (g->call >= ICU)
        call(g, n); /* ICU reads its data on the first call */
    CALLGRIND_ZERO_STATS;
    CALLGRIND_TOGGLE_COLLECT;
    call(g, n);
    CALLGRIND_TOGGLE_COLLECT;
    snprintf(name, sizeof name, "%s|%u|%d", g->name, n, g->call);
    CALLGRIND_DUMP_STATS_AT(name);
}

int main(int argc, char **argv) {
    uint32_t i, k, size;
    int option, plant = 0, longer = 0;
    while ((option = getopt(argc, argv, "pl")) != -1)
        plant |= option == 'p', longer |= option == 'l';
    for (i = 0; i < COUNT; i++) {
        const struct generator *g = &generators[i];
        if ((g->call == PLANTED) != plant)
            continue;
        const int value = g->call <= JSON || (g->call >= EXPLAIN && g->call < ALIKE);
        size = value ? (g->call == CANDIDATES ? 128 : LOGINLINT_INPUT_MAX) : longer ? ROOM : 65536;
        for (k = 8; k > 0; k /= 2)
            count(g, size / k);
        if (value)
            count(g, 16);
    }
    return 0;
}
