/* SPDX-License-Identifier: MIT */
/* keyboard_simulation.c - how often the true keystrokes are among the candidates when the input method was left on.
 *
 * usage: keyboard_simulation [WORDS] [SEED]
 *
 * In: tests/words.txt, words that the letter model was not trained on.  Out: figures, and exit status 1 when they miss
 * the targets: first in 90 %, among the first three in 99 %, and offered at all in 99.5 % of 3,000 values.
 *
 * The values are made anew each time from a seed: 6-12 characters of a-z and 0-9.  Two in five are a word, two in five
 * romaji (lib/gen/typing.h), one in five a word with a second word or romaji behind it; half of all have one to four
 * digits behind them, one in twenty has up to two digits before them; what comes out longer or shorter is drawn again.
 * Each is typed on an input method, and what that shows is given to the library as a password.  As many more are typed
 * under kana lock (one kana a key): there romaji is the rival.
 */
#include "gen/typing.h"
#include <loginlint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { VALUES = 3000, WORDS = 4000, KEYS = 16, SHOWN = 256 };

static char words[WORDS][KEYS];
static uint32_t word_count;
/* ---- values ---- */

enum { A_WORD, A_ROMAJI, TWO_PARTS, KINDS };

static uint32_t make_value(char value[64]) {
    static const uint8_t kinds[KINDS] = {2, 2, 1};
    uint32_t kind = pick(kinds, KINDS);
    for (;;) {
        uint32_t digits = below(100);
        value[0] = 0;
        if (digits >= 95)
            sprintf(value, "%u", below(100));
        if (kind == A_ROMAJI)
            add_romaji(value);
        else
            strcat(value, words[below(word_count)]);
        if (kind == TWO_PARTS && below(2))
            add_romaji(value);
        else if (kind == TWO_PARTS)
            strcat(value, words[below(word_count)]);
        if (digits < 50)
            sprintf(value + strlen(value), "%u", below((uint32_t[]){10, 100, 1000, 10000}[below(4)]));
        if (strlen(value) >= 6 && strlen(value) <= 12)
            return kind;
    }
}

/* What JIS keys show under kana lock: every key one kana; 0 when a key has none (capitals are not made here). */
static int type_kana(const char *keys, char *shown) {
    uint32_t code;
    shown[0] = 0;
    for (; *keys; keys++) {
        uint8_t key[2];
        for (code = 0x41; code < 0x97 && !(loginlint__kana_keys(code, 0, key) == 1 && key[0] == (uint8_t)*keys); code++)
            continue;
        if (code == 0x97)
            return 0;
        show(shown, 0x3000 + code);
    }
    return 1;
}

/* ---- the figures ---- */

struct figures {
    uint32_t n, first, three, offered;
};

static void print(const char *name, const struct figures *f) {
    printf("%-22s %5u values: first %5.1f %%, first three %5.1f %%, offered %6.2f %%\n", name, f->n,
           100.0 * f->first / f->n, 100.0 * f->three / f->n, 100.0 * f->offered / f->n);
}

static void add(struct figures *f, uint32_t rank) {
    f->n++;
    f->first += rank < 1;
    f->three += rank < 3;
    f->offered += rank < 8;
}

/* Where the value stands among the candidates for what was shown; 99 when it does not. */
static uint32_t rank_in(loginlint_candidates *c, const loginlint_policy *policy, const char *shown, const char *value) {
    uint32_t i;
    c->allowed = 0;
    if (loginlint_candidates_find(policy, NULL, (const uint8_t *)shown, (uint32_t)strlen(shown), c) != 0)
        exit(2);
    for (i = 0; i < c->count; i++)
        if (c->candidate[i].length == strlen(value) && !memcmp(c->candidate[i].text, value, strlen(value)))
            break;
    return i < c->count ? i : 99;
}

static void read_words(const char *path) {
    FILE *file = fopen(path, "r");
    char line[256];
    if (!file) {
        perror(path);
        exit(2);
    }
    while (word_count < WORDS && fgets(line, sizeof line, file))
        if (line[0] != '#' && strlen(line) < KEYS)
            sprintf(words[word_count++], "%.*s", (int)strcspn(line, "\n"), line);
    fclose(file);
}

int main(int argc, char **argv) {
    static const char *const names[KINDS] = {"a word", "romaji", "two parts"};
    static loginlint_candidates candidates;
    loginlint_policy policy;
    struct figures all = {0, 0, 0, 0}, by[KINDS] = {{0, 0, 0, 0}}, kana = {0, 0, 0, 0};
    uint32_t i, k;
    clock_t began;
    read_words(argc > 1 ? argv[1] : "tests/words.txt");
    if (argc > 2)
        typing_state = strtoull(argv[2], NULL, 10) * 2 + 1;
    loginlint_policy_init(&policy, LOGINLINT_FIELD_PASSWORD);
    began = clock();
    for (i = 0; i < VALUES; i++) {
        char value[64], shown[SHOWN];
        uint32_t kind = make_value(value), rank;
        type_keys(value, shown);
        rank = rank_in(&candidates, &policy, shown, value);
        if (getenv("SIMULATION_SHOW") && rank)
            printf("%s %s %u %.*s\n", value, shown, rank, (int)candidates.candidate[0].length,
                   (const char *)candidates.candidate[0].text);
        add(&all, rank);
        add(&by[kind], rank);
    }
    for (k = 0; k < KINDS; k++)
        print(names[k], &by[k]);
    print("all", &all);
    for (i = 0; i < VALUES; i++) {
        char value[64], shown[SHOWN];
        make_value(value);
        if (type_kana(value, shown))
            add(&kana, rank_in(&candidates, &policy, shown, value));
    }
    print("kana lock", &kana);
    printf("%.0f microseconds a value\n", 1e6 * (double)(clock() - began) / CLOCKS_PER_SEC / (2 * VALUES));
    return all.first < VALUES * 0.9 || all.three < VALUES * 0.99 || all.offered < VALUES * 0.995 ||
           kana.offered < kana.n;
}
