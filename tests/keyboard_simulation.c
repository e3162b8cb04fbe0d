/* keyboard_simulation.c - how often the true keystrokes are among the candidates when the input method was left on.
 *
 * usage: keyboard_simulation [WORDS] [SEED]
 *
 * In: tests/words.txt, words that the letter model was not trained on.  Out: figures, and exit status 1 when they miss
 * the targets: first in 90 %, among the first three in 99 %, and offered at all in 99.5 % of 3,000 values.
 *
 * The values are made anew each time from a seed: 6-12 characters of a-z and 0-9.  Two in five are a word, two in five
 * romaji of two to five syllables (six in seven spelt as Hepburn does, one as Kunrei does), one in five a word with a
 * second word or romaji behind it; half of all have one to four digits behind them, one in twenty has digits before
 * them.  Each is typed on an input method (the table of lib/romaji.def, longest match, letters that form no kana left
 * full-width, digits full-width, a last single n left as a letter), and what that shows is given to the library as a
 * password.  The syllables' frequencies are those of lib/gen/gen_letters.py, written out again.
 */
#include "romaji.h"
#include <loginlint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { VALUES = 3000, WORDS = 4000, KEYS = 16, SHOWN = 256 };

static char words[WORDS][KEYS];
static uint32_t word_count;
static uint64_t state = 20221109;

static uint32_t below(uint32_t n) {
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return (uint32_t)((state * 0x2545F4914F6CDD1Du) >> 33) % n;
}

static uint32_t pick(const uint8_t *weights, uint32_t n) {
    uint32_t sum = 0, i, at;
    for (i = 0; i < n; i++)
        sum += weights[i];
    at = below(sum);
    for (i = 0; at >= weights[i]; i++)
        at -= weights[i];
    return i;
}

/* ---- values ---- */

static const char *hepburn_of(const char *kunrei) {
    static const char *const pairs[][2] = {
        {"si", "shi"}, {"ti", "chi"}, {"tu", "tsu"}, {"hu", "fu"}, {"zi", "ji"}, {"di", "ji"}, {"du", "zu"}, {"sya", "sha"},
        {"syu", "shu"}, {"syo", "sho"}, {"tya", "cha"}, {"tyu", "chu"}, {"tyo", "cho"}, {"zya", "ja"}, {"zyu", "ju"}, {"zyo", "jo"},
    };
    uint32_t i;
    for (i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        if (!strcmp(pairs[i][0], kunrei))
            return pairs[i][1];
    return kunrei;
}

static void add_syllable(char *to, int hepburn) {
    static const char *const rows[] = {"", "k", "s", "t", "n", "h", "m", "y", "r", "w", "g", "z", "d", "b", "p"};
    static const uint8_t row_weights[] = {10, 10, 8, 9, 7, 4, 7, 4, 8, 2, 4, 3, 4, 3, 1}, vowel_weights[] = {30, 25, 16, 12, 17};
    const char *row = rows[pick(row_weights, sizeof row_weights)];
    char one[8];
    char vowel = "aiueo"[pick(vowel_weights, 5)];
    if (*row && !strchr("ywd", *row) && below(100) < 8)
        snprintf(one, sizeof one, "%sy%c", row, "auo"[below(3)]);
    else
        snprintf(one, sizeof one, "%s%c", row, *row == 'y' ? "auo"[below(3)] : *row == 'w' ? 'a' : vowel);
    strcat(to, hepburn ? hepburn_of(one) : one);
}

static void add_romaji(char *to) {
    uint32_t n = 2 + below(4), i;
    int hepburn = below(7) < 6;
    for (i = 0; i < n; i++) {
        char one[8] = "";
        uint32_t chance = below(100);
        add_syllable(one, hepburn);
        if (i && chance < 4 && strchr("kstp", one[0]))
            strcat(to, (const char[]){one[0] == 'c' ? 't' : one[0], 0});
        else if (i && chance < 15 && !strchr("aiueony", one[0]))
            strcat(to, "n");
        strcat(to, one);
    }
    if (below(100) < 12)
        strcat(to, "n");
}

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

/* ---- the input method ---- */

static void show(char *to, uint32_t cp) {
    size_t n = strlen(to);
    to[n] = (char)(0xE0 | cp >> 12);
    to[n + 1] = (char)(0x80 | (cp >> 6 & 63));
    to[n + 2] = (char)(0x80 | (cp & 63));
    to[n + 3] = 0;
}

static uint32_t of_code(uint32_t kana) {
    return kana >= 0xA0 && kana < 0xA4 ? 0x2190 + kana - 0xA0 : kana == 0x25 || kana == 0x26 ? 0x2000 + kana : 0x3000 + kana;
}

/* The longest entry that `keys` begins with, and whether more keys might make a longer one of all that is there. */
static uint32_t longest(const char *keys, uint8_t kana[2], int *waits) {
    uint32_t i, ime, best = 0;
    const char *entry;
    uint8_t k[2];
    *waits = 0;
    for (i = 0; ll_romaji_entry(i, k, &entry, &ime); i++) {
        size_t n = strlen(entry), m = strlen(keys);
        if (ime == 2)
            continue;
        if (n > m && !strncmp(entry, keys, m))
            *waits = 1;
        if (n <= m && n > best && !strncmp(entry, keys, n)) {
            best = (uint32_t)n;
            memcpy(kana, k, 2);
        }
    }
    return best;
}

/* What the input method shows for these keys. */
static void type(const char *keys, char *shown) {
    shown[0] = 0;
    while (*keys) {
        uint8_t kana[2];
        int waits;
        uint32_t n = longest(keys, kana, &waits);
        if (!strcmp(keys, "n"))
            n = 0; /* a last n waits for ever */
        if (n) {
            show(shown, of_code(kana[0]));
            if (kana[1])
                show(shown, of_code(kana[1]));
            keys += n;
        } else if (!strncmp(keys, "www", 3)) {
            show(shown, 0xFF57);
            keys++;
        } else if ((keys[0] == keys[1] && strchr("bcdfghjklmpqrstvwxyz", keys[0]) && !(keys[0] == 'w' && !keys[2])) ||
                   !strncmp(keys, "tch", 3)) {
            show(shown, 0x3063);
            keys++;
        } else {
            show(shown, 0xFF00 + (uint32_t)(uint8_t)*keys - 0x20);
            keys++;
        }
    }
}

/* ---- the figures ---- */

struct figures {
    uint32_t n, first, three, offered;
};

static void print(const char *name, const struct figures *f) {
    printf("%-22s %5u values: first %5.1f %%, first three %5.1f %%, offered %6.2f %%\n", name, f->n, 100.0 * f->first / f->n,
           100.0 * f->three / f->n, 100.0 * f->offered / f->n);
}

static uint32_t rank_of(const loginlint_candidates *c, const char *value) {
    uint32_t i;
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
    struct figures all = {0, 0, 0, 0}, by[KINDS] = {{0, 0, 0, 0}};
    uint32_t i, k;
    clock_t began;
    read_words(argc > 1 ? argv[1] : "tests/words.txt");
    if (argc > 2)
        state = strtoull(argv[2], NULL, 10) * 2 + 1;
    loginlint_policy_init(&policy, LOGINLINT_FIELD_PASSWORD);
    began = clock();
    for (i = 0; i < VALUES; i++) {
        char value[64], shown[SHOWN];
        uint32_t kind = make_value(value), rank;
        type(value, shown);
        candidates.allowed = 0;
        if (loginlint_candidates_find(&policy, NULL, (const uint8_t *)shown, (uint32_t)strlen(shown), &candidates) != 0)
            return 2;
        rank = rank_of(&candidates, value);
        if (getenv("SIMULATION_SHOW") && rank)
            printf("%s %s %u %.*s\n", value, shown, rank, (int)candidates.candidate[0].length, (const char *)candidates.candidate[0].text);
        for (k = 0; k < 2; k++) {
            struct figures *f = k ? &by[kind] : &all;
            f->n++;
            f->first += rank < 1;
            f->three += rank < 3;
            f->offered += rank < 8;
        }
    }
    for (k = 0; k < KINDS; k++)
        print(names[k], &by[k]);
    print("all", &all);
    printf("%.0f microseconds a value\n", 1e6 * (double)(clock() - began) / CLOCKS_PER_SEC / VALUES);
    return all.first < VALUES * 0.9 || all.three < VALUES * 0.99 || all.offered < VALUES * 0.995;
}
