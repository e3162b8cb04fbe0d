/* gen_letters.c - trains the small letter model that ranks the readings of kana, and draws the words kept for its test.
 *
 * usage: gen_letters [DICTIONARIES] > lib/candidates/letters_data.inc       (DICTIONARIES: a folder, /usr/share/dict if
 * not given) gen_letters [DICTIONARIES] --held-out > tests/words.txt
 *
 * In:  american-english and american-english-small (Debian: wamerican, wamerican-small), and romaji made of syllables
 *      (typing.h).  No password list.  One word in ten, by its hash, is never trained on: the tests draw from those.
 * Out: the model: what a letter costs after the one before it and the kind of the one before that, in two languages,
 * words (four kinds found for each letter, by what follows) and romaji (all of one kind); 16 levels of cost; 2,005
 * bytes.
 *
 * First the costs are -ln p by counting (words of the smaller list count three times, they are the commoner ones). Then
 * they are made to do what they are for: values are typed on the input method and read back by lib/candidates/romaji.c,
 * and where a wrong reading comes within a margin of the true one, the costs on the true path fall and those on the
 * wrong one rise (a perceptron, averaged over the whole training).  This program takes the place of
 * lib/candidates/letters.c.
 */
#include "candidates/letters.h"
#include "text/utf.h"
#include "typing.h"
#include <math.h>
#include <stdlib.h>

enum {
    LANGUAGES = 2,
    KINDS = 5,
    WORD_KINDS = 4,
    WORDS_MAX = 120000,
    WORD = 16,
    MARGIN = 24,
    VALUES = 1000000,
    LEVELS = 16,
    KEPT = 1500
};
enum { SWITCH = 64 }; /* as in lib/candidates/romaji.c */

static char words[WORDS_MAX][WORD];
static uint8_t common[WORDS_MAX];
static uint32_t word_count;

static uint8_t kinds[LL_LETTERS][LL_LETTERS];              /* of words: [last][before] */
static double triples[LL_LETTERS][LL_LETTERS][LL_LETTERS]; /* of words: [last][before][next] */
static double counts[KINDS][LL_LETTERS][LL_LETTERS];
static int32_t costs[KINDS][LL_LETTERS][LL_LETTERS], counted[KINDS][LL_LETTERS][LL_LETTERS];
static int64_t sums[KINDS][LL_LETTERS][LL_LETTERS];

/* ---- what lib/candidates/romaji.c asks of lib/candidates/letters.c ---- */

uint32_t loginlint__letter(uint32_t cp) {
    uint32_t letter = (cp | 0x20u) - 'a';
    return letter < LL_NO_LETTER ? letter : LL_NO_LETTER;
}

/* Which of the kinds of letters before `last` this is. */
static uint32_t kind_of(uint32_t language, uint32_t before, uint32_t last) {
    return language == LL_WORDS ? kinds[last][before] : (uint32_t)WORD_KINDS;
}

uint32_t loginlint__letter_cost(uint32_t language, uint32_t before_last, uint32_t last, uint32_t next) {
    int32_t cost = costs[kind_of(language, before_last, last)][last][next];
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

static void print_held_out(void) {
    uint32_t i, n = 0;
    printf(
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
    uint32_t before = LL_NO_LETTER, last = LL_NO_LETTER, n = (uint32_t)strlen(text), i;
    for (i = 0; i < n + 3; i++) { /* a word is often followed by digits; which ones is not this model's matter */
        uint32_t next = i < n ? loginlint__letter((uint8_t)text[i]) : LL_NO_LETTER;
        counts[kind_of(language, before, last)][last][next] += weight;
        if (language == LL_WORDS)
            triples[last][before][next] += weight;
        before = last;
        last = next;
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

/* The letters before `last` in WORD_KINDS kinds, alike in what follows: each goes where its triples cost least, and the
 * kinds' own costs follow, until nothing moves (at most 50 rounds). */
static void sort_into_kinds(uint32_t last) {
    uint32_t round, a, b, k, moved = 1;
    for (a = 0; a < LL_LETTERS; a++)
        kinds[last][a] = (uint8_t)(a == LL_NO_LETTER                  ? 0
                                   : strchr("aeiouy", (int)('a' + a)) ? 1
                                                                      : 2 + a % (WORD_KINDS - 2));
    for (round = 0; round < 50 && moved; round++) {
        double share[WORD_KINDS][LL_LETTERS];
        for (moved = k = 0; k < WORD_KINDS; k++) {
            double all = 0;
            for (b = 0; b < LL_LETTERS; b++) {
                share[k][b] = 0.3;
                for (a = 0; a < LL_LETTERS; a++)
                    share[k][b] += kinds[last][a] == k ? triples[last][a][b] : 0;
                all += share[k][b];
            }
            for (b = 0; b < LL_LETTERS; b++)
                share[k][b] /= all;
        }
        for (a = 0; a < LL_LETTERS; a++) {
            double least = 1e300;
            uint32_t best = kinds[last][a];
            for (k = 0; k < WORD_KINDS; k++) {
                double cost = 0;
                for (b = 0; b < LL_LETTERS; b++)
                    cost -= triples[last][a][b] * log(share[k][b]);
                if (cost < least) {
                    least = cost;
                    best = k;
                }
            }
            moved += best != kinds[last][a];
            kinds[last][a] = (uint8_t)best;
        }
    }
}

/* What was counted of words, by the kinds found. */
static void count_again(void) {
    uint32_t last, a, b;
    memset(counts, 0, WORD_KINDS * sizeof counts[0]);
    for (last = 0; last < LL_LETTERS; last++) {
        sort_into_kinds(last);
        for (a = 0; a < LL_LETTERS; a++)
            for (b = 0; b < LL_LETTERS; b++)
                counts[kinds[last][a]][last][b] += triples[last][a][b];
    }
}

static void estimate_all(void) {
    uint32_t i;
    for (i = 0; i < word_count; i++)
        if (!is_held_out(words[i]))
            count(LL_WORDS, words[i], common[i] ? 3 : 1);
    count_again();
    for (i = 0; i < 60000; i++) {
        char text[64] = "";
        add_romaji(text);
        count(LL_ROMAJI, text, 1);
    }
    estimate(0, WORD_KINDS);
    estimate(WORD_KINDS, KINDS);
}

/* ---- by reading back ---- */

/* Moves the costs on the cheapest path of a text through both languages. */
static void move(const char *text, int32_t by, int64_t left) {
    uint32_t cost[2] = {0, 32}, n = (uint32_t)strlen(text), before = LL_NO_LETTER, last = LL_NO_LETTER, i, language;
    uint8_t from[64][2];
    uint32_t letters[66] = {LL_NO_LETTER, LL_NO_LETTER};
    for (i = 0; i <= n; i++) {
        uint32_t next = letters[i + 2] = i < n ? loginlint__letter((uint8_t)text[i]) : LL_NO_LETTER,
                 was[2] = {cost[0], cost[1]};
        for (language = 0; language < 2; language++) {
            int other = was[!language] + SWITCH < was[language];
            from[i][language] = (uint8_t)(other ? !language : language);
            cost[language] = (other ? was[!language] + SWITCH : was[language]) +
                             loginlint__letter_cost(language, before, last, next);
        }
        before = last;
        last = next;
    }
    language = cost[1] < cost[0];
    for (i = n + 1; i-- > 0;) {
        uint32_t kind = kind_of(language, letters[i], letters[i + 1]);
        costs[kind][letters[i + 1]][letters[i + 2]] += by;
        sums[kind][letters[i + 1]][letters[i + 2]] += by * left;
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
    uint32_t i, found, cost, wrong_cost = 0, true_cost = 0, seen = 0;
    int first = 0;
    type_keys(value, shown);
    romaji.n = units_of(shown, unit);
    found = loginlint__romaji_find(&romaji);
    for (i = 0; i < found; i++) {
        char text[256] = "";
        text[loginlint__romaji_get(&romaji, i, (uint8_t *)text, &cost)] = 0;
        if (!strcmp(text, value)) {
            true_cost = cost;
            seen = 1;
            first = i == 0;
        } else if (!wrong[0]) {
            strcpy(wrong, text);
            wrong_cost = cost;
        }
    }
    if (seen && wrong[0] && wrong_cost < true_cost + MARGIN) {
        move(value, -1, left);
        move(wrong, 1, left);
    }
    return !first;
}

/* A value of the kinds that the tests make, of words that they do not. */
static void make(char value[64]) {
    uint32_t kind, i;
    do {
        value[0] = 0;
        for (kind = below(5), i = 0; i < (kind == 4 ? 2u : 1u); i++) {
            if (kind < 2 || (kind == 4 && (!i || below(2)))) {
                const char *word;
                do
                    word = words[below(word_count)];
                while (is_held_out(word));
                strcat(value, word);
            } else {
                add_romaji(value);
            }
        }
        if (below(2))
            sprintf(value + strlen(value), "%u", below(10000));
    } while (strlen(value) < 4 || strlen(value) > 16);
}

static void refine(void) {
    uint32_t i, k, a, b, wrong = 0;
    memcpy(counted, costs, sizeof counted);
    for (i = 0; i < VALUES; i++) {
        char value[64];
        make(value);
        wrong += (uint32_t)learn(value, VALUES - i);
        if (i % 50000 == 49999) {
            fprintf(stderr, "%u values: the best reading of the last 50000 was another one for %.1f %%\n", i + 1,
                    wrong / 500.0);
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

static void print_model(void) {
    const int32_t *all = &costs[0][0][0];
    uint32_t i, n = KINDS * LL_LETTERS * LL_LETTERS;
    printf("/* Generated by `make letters` (lib/gen/gen_letters.c) from Debian's wamerican and from syllables.  Do not "
           "edit. */\n"
           "/* clang-format off */\n"
           "enum { WORD_KINDS = %d, ROMAJI_KINDS = %d };\n\n"
           "/* the kind of a letter before the last one, of words: two bits each, [last][before] */\n"
           "static const uint8_t letter_kinds[%d] = {",
           WORD_KINDS, KINDS - WORD_KINDS, (LL_LETTERS * LL_LETTERS + 3) / 4);
    for (i = 0; i < LL_LETTERS * LL_LETTERS; i += 4) {
        uint32_t four = 0, k;
        for (k = 0; k < 4 && i + k < LL_LETTERS * LL_LETTERS; k++)
            four |= (uint32_t)kinds[(i + k) / LL_LETTERS][(i + k) % LL_LETTERS] << k * 2;
        printf("%s0x%02X,", i % 80 ? " " : "\n    ", four);
    }
    printf("\n};\n\n/* -ln p in sixteenths */\nstatic const uint8_t letter_levels[%d] = {", LEVELS);
    for (i = 0; i < LEVELS; i++)
        printf("%s%u", i ? ", " : "", levels[i]);
    printf("};\n\n/* two levels a byte, the low four bits first: [kind, words then romaji][last][next] */\nstatic "
           "const uint8_t letter_costs[%u] = {",
           (n + 1) / 2);
    for (i = 0; i < n; i += 2)
        printf("%s0x%02X,", i % 40 ? " " : "\n    ", level_of(all[i]) | (i + 1 < n ? level_of(all[i + 1]) << 4 : 0));
    printf("\n};\n/* clang-format on */\n");
}

int main(int argc, char **argv) {
    const char *folder = argc > 1 && argv[1][0] != '-' ? argv[1] : "/usr/share/dict";
    read_words(folder, "american-english", 0);
    read_words(folder, "american-english-small", 1);
    if (argc > 1 && !strcmp(argv[argc - 1], "--held-out")) {
        print_held_out();
        return 0;
    }
    estimate_all();
    refine();
    print_model();
    return ferror(stdout) != 0;
}
