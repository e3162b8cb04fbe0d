/* SPDX-License-Identifier: MIT */
/* gen_letters.c - trains the letter model that ranks the spellings of kana, and draws the words kept for its test.
 *
 * usage: gen_letters JAPANESE > lib/candidates/letters_data.inc       (JAPANESE: what romaji_words.py writes)
 *        gen_letters --held-out > tests/words.txt
 *
 * In:  american-english and american-english-small (Debian: wamerican, wamerican-small), Japanese words as people spell
 *      them, and romaji made of syllables (typing.h).  No password list.  One word in ten, by its hash, is never
 * trained on: the tests draw from those. Out: the model: what a letter costs after the one before it and the kind of
 * the two before that, in two languages, words and romaji (64 and sixteen kinds found for each letter, by what
 * follows); 16 levels of cost; 68,542 bytes.  With sixteen kinds of words it had 31,379, and two English words in one
 * came back first 1.6 in a hundred less often.
 *
 * First the costs are -ln p by counting words, and two words in one (those of the smaller list count three times, they
 * are the commoner ones). Then they are made to do what they are for: values are typed on the input method and read
 * back by lib/candidates/romaji.c, and where a wrong reading comes within a margin of the true one, the costs on the
 * true path fall and those on the wrong one rise (a perceptron, averaged over the whole training).  This program takes
 * the place of lib/candidates/letters.c.
 */
#include "candidates/letters.h"
#include "text/utf.h"
#include "typing.h"
#include <math.h>
#include <stdlib.h>

enum {
    LANGUAGES = 2,
    WORD_KINDS = 64,
    ROMAJI_KINDS = 16,
    KINDS = WORD_KINDS + ROMAJI_KINDS,
    CONTEXTS = LL_LETTERS * LL_LETTERS, /* two letters before the last one */
    PAIRS = 150000,
    WORDS_MAX = 120000,
    WORD = 16,
    MARGIN = 24,
    VALUES = 320000,
    STARTS = 4,
    LEVELS = 16,
    KEPT = 1500
};

enum { JAPANESE_MAX = 150000, JAPANESE = 400000, KUNREI_SPELT = 2 };
static char japanese[JAPANESE_MAX][3][WORD];
static uint32_t japanese_count;

static char words[WORDS_MAX][WORD];
static uint8_t common[WORDS_MAX];
static uint32_t word_count;

/* Kinds of what stands before the last letter: [last][before * LL_LETTERS + the one before that]; of romaji the nearer
 * one alone decides. */
static uint8_t kinds[LANGUAGES][LL_LETTERS][CONTEXTS];
static double seen[LANGUAGES][LL_LETTERS][CONTEXTS][LL_LETTERS];
static double counts[KINDS][LL_LETTERS][LL_LETTERS];
static int32_t costs[KINDS][LL_LETTERS][LL_LETTERS], counted[KINDS][LL_LETTERS][LL_LETTERS];
static int64_t sums[KINDS][LL_LETTERS][LL_LETTERS];

/* ---- what lib/candidates/romaji.c asks of lib/candidates/letters.c ---- */

uint32_t loginlint__letter(uint32_t cp) {
    uint32_t letter = (cp | 0x20u) - 'a';
    return letter < LL_NO_LETTER ? letter : LL_NO_LETTER;
}

static uint32_t context_of(uint32_t history) {
    return (history >> 5 & 31) * LL_LETTERS + (history >> 10);
}

static uint32_t kind_of(uint32_t language, uint32_t history) {
    return kinds[language][history & 31][context_of(history)] + (language == LL_WORDS ? 0u : WORD_KINDS);
}

uint32_t loginlint__letter_cost(uint32_t language, uint32_t history, uint32_t letter) {
    int32_t cost = costs[kind_of(language, history)][history & 31][letter];
    return (uint32_t)(cost < 1 ? 1 : cost > 152 ? 152 : cost);
}

/* ---- words ---- */

static uint32_t hash_of(const char *word) {
    uint32_t h = 2166136261u;
    while (*word)
        h = (h ^ (uint8_t)*word++) * 16777619u;
    return h ^ h >> 15;
}

static int is_held_out(const char *word) {
    return hash_of(word) % 10 == 0;
}

static int compare(const void *a, const void *b) {
    return strcmp(a, b);
}

/* Words of 3-12 letters, in lower case; `mark`: only marks those that are there already. */
static void read_words(const char *folder, const char *name, int mark) {
    char path[4096], line[256];
    FILE *file;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    file = fopen(path, "r");
    if (!file) {
        perror(path);
        exit(2);
    }
    while (fgets(line, sizeof line, file)) {
        size_t n = strcspn(line, "\n"), i;
        char *found;
        for (i = 0; i < n && ((line[i] | 0x20) >= 'a' && (line[i] | 0x20) <= 'z'); i++)
            line[i] = (char)(line[i] | 0x20);
        line[n] = 0;
        if (i < n || n < 3 || n > 12)
            continue;
        if (!mark && word_count < WORDS_MAX)
            strcpy(words[word_count++], line);
        found = mark ? bsearch(line, words, word_count, WORD, compare) : NULL;
        if (found)
            common[(found - words[0]) / WORD] = 1;
    }
    fclose(file);
    if (!mark)
        qsort(words, word_count, WORD, compare);
}

/* The output of romaji_words.py. */
static void read_japanese(const char *path) {
    FILE *file = fopen(path, "r");
    if (!file) {
        perror(path);
        exit(2);
    }
    while (japanese_count < JAPANESE_MAX && fscanf(file, "%15s %15s %15s", japanese[japanese_count][0],
                                                   japanese[japanese_count][1], japanese[japanese_count][2]) == 3)
        japanese_count++;
    fclose(file);
}

static void print_held_out(void) {
    uint32_t i, n = 0;
    printf(
        "# SPDX-License-Identifier: LicenseRef-SCOWL\n"
        "# Words that the letter model was not trained on (lib/gen/gen_letters.c), from SCOWL by way of Debian's\n"
        "# wamerican-small.  Copyright 2000-2011 by Kevin Atkinson; permission to use, copy, modify, distribute and\n"
        "# sell is granted without fee, provided that this notice appears in all copies; \"as is\", without "
        "warranty.\n");
    for (i = 0; i < word_count && n < KEPT; i++)
        if (common[i] && is_held_out(words[i]) && hash_of(words[i]) / 10 % 3 == 0 &&
            (!i || strcmp(words[i], words[i - 1])) && ++n)
            puts(words[i]);
}

/* ---- by counting ---- */

static void count(uint32_t language, const char *text, double weight) {
    uint32_t history = LL_NO_LETTERS, n = (uint32_t)strlen(text), i;
    for (i = 0; i < n + 4; i++) { /* a word is often followed by digits; which ones is not this model's matter */
        uint32_t next = i < n ? loginlint__letter((uint8_t)text[i]) : LL_NO_LETTER;
        seen[language][history & 31][context_of(history)][next] += weight;
        history = ll_letter_added(history, next);
    }
}

/* Costs of one language: smoothed by the pairs of letters alone. */
static void estimate(uint32_t from, uint32_t to) {
    uint32_t k, a, b;
    for (a = 0; a < LL_LETTERS; a++) {
        double pairs[LL_LETTERS], all = 0;
        for (b = 0; b < LL_LETTERS; b++) {
            pairs[b] = 0.3;
            for (k = from; k < to; k++)
                pairs[b] += counts[k][a][b];
            all += pairs[b];
        }
        for (k = from; k < to; k++) {
            double total = 5;
            for (b = 0; b < LL_LETTERS; b++)
                total += counts[k][a][b];
            for (b = 0; b < LL_LETTERS; b++) {
                double cost = -16 * log((counts[k][a][b] + 5 * pairs[b] / all) / total);
                costs[k][a][b] = (int32_t)lround(cost < 1 ? 1 : cost > 152 ? 152 : cost);
            }
        }
    }
}

/* What contexts cost that are coded by the shares of a kind. */
static double cost_in(const double *contexts, const double *share) {
    double cost = 0;
    uint32_t b;
    for (b = 0; b < LL_LETTERS; b++)
        cost -= contexts[b] > 0 ? contexts[b] * share[b] : 0;
    return cost;
}

/* The logarithms of each kind's shares. */
static void shares_of(uint32_t language, uint32_t last, const uint8_t *kind, uint32_t n, double share[][LL_LETTERS]) {
    uint32_t a, b, k;
    for (k = 0; k < n; k++) {
        double all = 0;
        for (b = 0; b < LL_LETTERS; b++)
            share[k][b] = 0.3;
        for (a = 0; a < CONTEXTS; a++)
            for (b = 0; kind[a] == k && b < LL_LETTERS; b++)
                share[k][b] += seen[language][last][a][b];
        for (b = 0; b < LL_LETTERS; b++)
            all += share[k][b];
        for (b = 0; b < LL_LETTERS; b++)
            share[k][b] = log(share[k][b] / all);
    }
}

/* The contexts of `last` in n kinds, alike in what follows: each goes where it costs least, and the kinds' own costs
 * follow, until little moves (at most 30 rounds); the best of several beginnings. */
static void sort_into_kinds(uint32_t language, uint32_t last, uint32_t n) {
    static uint8_t kind[CONTEXTS];
    static double share[KINDS][LL_LETTERS];
    double best = 1e300;
    uint32_t start, round, a, k;
    for (start = 0; start < STARTS; start++) {
        double total = 0, before = 1e300;
        for (a = 0; a < CONTEXTS; a++)
            kind[a] = (uint8_t)below(n);
        for (round = 0; round < 30 && total < before * 0.9999; round++) {
            before = round ? total : 1e300;
            shares_of(language, last, kind, n, share);
            for (total = 0, a = 0; a < CONTEXTS; a++) {
                double least = 1e300;
                for (k = 0; k < n; k++) {
                    double cost = cost_in(seen[language][last][a], share[k]);
                    if (cost < least) {
                        least = cost;
                        kind[a] = (uint8_t)k;
                    }
                }
                total += least;
            }
        }
        if (total < best) {
            best = total;
            memcpy(kinds[language][last], kind, sizeof kind);
        }
    }
}

/* What was counted, by the kinds found. */
static void count_kinds(uint32_t language, uint32_t n) {
    uint32_t last, a, b, first = language == LL_WORDS ? 0u : WORD_KINDS;
    for (last = 0; last < LL_LETTERS; last++) {
        sort_into_kinds(language, last, n);
        for (a = 0; a < CONTEXTS; a++)
            for (b = 0; b < LL_LETTERS; b++)
                counts[first + kinds[language][last][a]][last][b] += seen[language][last][a][b];
    }
}

/* A Japanese word or name in one of its spellings: of 28 one is as Kunrei has it, the others as Hepburn, half without
 * long vowels. */
static void add_japanese(char *to) {
    if (below(4) == 0)
        add_romaji(to);
    else
        strcat(to, japanese[below(japanese_count)][below(28) == 0 ? KUNREI_SPELT : below(2)]);
}

static const char *a_word(void) {
    uint32_t i;
    do
        i = below(word_count);
    while (is_held_out(words[i]));
    return words[i];
}

static void estimate_all(void) {
    uint32_t i;
    for (i = 0; i < word_count; i++)
        if (!is_held_out(words[i]))
            count(LL_WORDS, words[i], common[i] ? 3 : 1);
    for (i = 0; i < PAIRS; i++) { /* two words in one */
        char text[64];
        sprintf(text, "%s%s", a_word(), a_word());
        count(LL_WORDS, text, 1);
    }
    for (i = 0; i < JAPANESE; i++) {
        char text[64] = "";
        add_japanese(text);
        if (below(4) == 0)
            add_japanese(text);
        count(LL_ROMAJI, text, 1);
    }
    count_kinds(LL_WORDS, WORD_KINDS);
    count_kinds(LL_ROMAJI, ROMAJI_KINDS);
    estimate(0, WORD_KINDS);
    estimate(WORD_KINDS, KINDS);
}

/* ---- by reading back ---- */

/* Moves the costs on the cheapest path of a text through both languages. */
static void move(const char *text, int32_t by, int64_t left) {
    uint32_t cost[2] = {0, LL_START_ROMAJI}, n = (uint32_t)strlen(text), history[66] = {LL_NO_LETTERS}, i, language;
    uint8_t from[66][2], letters[66];
    for (i = 0; i <= n; i++) {
        uint32_t next = i < n ? loginlint__letter((uint8_t)text[i]) : LL_NO_LETTER, was[2] = {cost[0], cost[1]};
        for (language = 0; language < 2; language++) {
            uint32_t change = ll_language_switch(history[i]);
            int other = was[!language] + change < was[language];
            from[i][language] = (uint8_t)(other ? !language : language);
            cost[language] =
                (other ? was[!language] + change : was[language]) + loginlint__letter_cost(language, history[i], next);
        }
        letters[i] = (uint8_t)next;
        if (i < n)
            history[i + 1] = ll_letter_added(history[i], next);
    }
    language = cost[1] < cost[0];
    for (i = n + 1; i-- > 0;) {
        uint32_t kind = kind_of(language, history[i]), last = history[i] & 31;
        costs[kind][last][letters[i]] += by;
        sums[kind][last][letters[i]] += by * left;
        language = from[i][language];
    }
}

static uint32_t units_of(const char *shown, struct ll_unit *unit) {
    uint32_t cp[LL_ROMAJI_UNITS], n = 0, at, length, what, bytes = (uint32_t)strlen(shown);
    for (at = 0; at < bytes && n < LL_ROMAJI_UNITS; at += length)
        cp[n++] = loginlint__utf8_next((const uint8_t *)shown + at, bytes - at, &length);
    return loginlint__kana_read(cp, n, unit, &what);
}

/* One value: 1 when its best reading is another.  Learns from it when that comes within the margin of the true one. */
static int learn(const char *value, int64_t left) {
    static struct ll_lattice lattice;
    static struct ll_policy policy = {.allowed = {.bits = {0xFFFFFFFFu, 0xFFFFFFFFu, 0xFFFFFFFFu, 0xFFFFFFFFu}}};
    struct ll_unit unit[LL_ROMAJI_UNITS];
    struct ll_romaji romaji = {&lattice, &policy, unit, 0, 0, 0};
    char shown[256], wrong[256] = "";
    uint32_t i, found, cost, wrong_cost = 0, true_cost = 0, found_it = 0;
    int first = 0;
    typing_microsoft = (int)below(2);
    type_keys(value, shown);
    romaji.n = units_of(shown, unit);
    found = loginlint__romaji_find(&romaji);
    for (i = 0; i < found; i++) {
        char text[256] = "";
        text[loginlint__romaji_get(&romaji, i, (uint8_t *)text, &cost)] = 0;
        if (!strcmp(text, value)) {
            true_cost = cost;
            found_it = 1;
            first = i == 0;
        } else if (!wrong[0]) {
            strcpy(wrong, text);
            wrong_cost = cost;
        }
    }
    if (found_it && wrong[0] && wrong_cost < true_cost + MARGIN) {
        move(value, -1, left);
        move(wrong, 1, left);
    }
    return !first;
}

static void add_part(char *to, int japanese_one) {
    if (japanese_one)
        add_japanese(to);
    else
        strcat(to, a_word());
}

/* A value: an English word, a Japanese one, two of them, with a sign between them or not, a digit or four. */
static void make(char value[64]) {
    do {
        uint32_t parts = below(100) < 45 ? 2 : 1, between = below(10), i;
        value[0] = 0;
        if (below(20) == 0)
            sprintf(value, "%c%s", 'a' + (int)below(26), below(2) ? "." : "-");
        for (i = 0; i < parts; i++) {
            if (i && between < 3)
                strcat(value, (const char[]){"-_."[between], 0});
            add_part(value, below(100) < 40);
        }
        if (below(2))
            sprintf(value + strlen(value), "%u", below(10000));
    } while (strlen(value) < 4 || strlen(value) > 24);
}

static void refine(void) {
    uint32_t i, k, a, b, wrong = 0;
    memcpy(counted, costs, sizeof counted);
    for (i = 0; i < VALUES; i++) {
        char value[64];
        make(value);
        wrong += (uint32_t)learn(value, VALUES - i);
        if (i % 40000 == 39999) {
            fprintf(stderr, "%u values: the best reading of the last 40000 was another one for %.1f %%\n", i + 1,
                    wrong / 400.0);
            wrong = 0;
        }
    }
    for (k = 0; k < KINDS; k++)
        for (a = 0; a < LL_LETTERS; a++)
            for (b = 0; b < LL_LETTERS; b++) /* the average: each move by how long it stood */
                costs[k][a][b] = counted[k][a][b] + (int32_t)lround((double)sums[k][a][b] / VALUES);
}

/* ---- out ---- */

static const uint8_t levels[LEVELS] = {1, 3, 6, 11, 16, 21, 27, 34, 40, 48, 58, 69, 82, 98, 120, 152};

static uint32_t level_of(int32_t cost) {
    uint32_t i, best = 0;
    for (i = 1; i < LEVELS; i++)
        if (abs(levels[i] - cost) < abs(levels[best] - cost))
            best = i;
    return best;
}

/* n numbers, or two of 0-15 a byte, the first one lowest. */
static void print_numbers(const char *name, const uint8_t *all, uint32_t n, int nibbles) {
    uint32_t i, step = nibbles ? 2 : 1;
    printf("static const uint8_t %s[%u] = {", name, (n + step - 1) / step);
    for (i = 0; i < n; i += step)
        printf("%s%u,", i % (20 * step) ? " " : "\n    ", all[i] | (nibbles && i + 1 < n ? all[i + 1] << 4 : 0));
    printf("\n};\n\n");
}

static void print_model(void) {
    static uint8_t level[KINDS * LL_LETTERS * LL_LETTERS];
    const int32_t *all = &costs[0][0][0];
    uint32_t i;
    for (i = 0; i < sizeof level; i++)
        level[i] = (uint8_t)level_of(all[i]);
    for (i = 0; i < sizeof kinds[LL_ROMAJI]; i++)
        (&kinds[LL_ROMAJI][0][0])[i] = (uint8_t)((&kinds[LL_ROMAJI][0][0])[i] + WORD_KINDS);
    printf("/* SPDX-License-Identifier: MIT */\n"
           "/* Generated by `make letters` (lib/gen/gen_letters.c) from Debian's wamerican and from syllables.  Do not "
           "edit. */\n"
           "/* clang-format off */\n"
           "enum { LETTER_KINDS = %d };\n\n/* -ln p in sixteenths */\nstatic const uint8_t letter_levels[%d] = {",
           KINDS, LEVELS);
    for (i = 0; i < LEVELS; i++)
        printf("%s%u", i ? ", " : "", levels[i]);
    printf("};\n\n/* kinds: [words, romaji][last][before][earlier] */\n");
    print_numbers("letter_kinds", &kinds[0][0][0], LANGUAGES * LL_LETTERS * CONTEXTS, 0);
    printf("/* levels, two a byte, the low four bits first: [kind][last][next] */\n");
    print_numbers("letter_costs", level, sizeof level, 1);
    printf("/* clang-format on */\n");
}

int main(int argc, char **argv) {
    read_words("/usr/share/dict", "american-english", 0);
    read_words("/usr/share/dict", "american-english-small", 1);
    if (argc < 2 || !strcmp(argv[1], "--held-out")) {
        print_held_out();
        return argc < 2;
    }
    read_japanese(argv[1]);
    estimate_all();
    refine();
    print_model();
    return ferror(stdout) != 0;
}
