/* SPDX-License-Identifier: MIT */
/* typing.h - values made of syllables, and an input method that types them: for the generator of the letter model,
 * which learns from some of them, and for the tests, which count on others.
 *
 * romaji: two to five syllables, plain ones far oftener than those with a small kana, six values in seven spelt as
 * Hepburn does, one as Kunrei does.  type_keys: longest match in the table of lib/candidates/romaji.def; letters that
 * form no kana stay as full-width letters, digits too; a last single n stays a letter.
 */
#ifndef TYPING_H
#define TYPING_H

#include "candidates/romaji.h"
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static uint64_t typing_state = 20221109; /* of below(); the caller may set it */

static uint32_t below(uint32_t n) {
    typing_state ^= typing_state >> 12;
    typing_state ^= typing_state << 25;
    typing_state ^= typing_state >> 27;
    return (uint32_t)((typing_state * 0x2545F4914F6CDD1Du) >> 33) % n;
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

static const char *hepburn_of(const char *kunrei) {
    static const char *const pairs[][2] = {
        {"si", "shi"},  {"ti", "chi"},  {"tu", "tsu"},  {"hu", "fu"},   {"zi", "ji"},   {"di", "ji"},
        {"du", "zu"},   {"sya", "sha"}, {"syu", "shu"}, {"syo", "sho"}, {"tya", "cha"}, {"tyu", "chu"},
        {"tyo", "cho"}, {"zya", "ja"},  {"zyu", "ju"},  {"zyo", "jo"},
    };
    uint32_t i;
    for (i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        if (!strcmp(pairs[i][0], kunrei))
            return pairs[i][1];
    return kunrei;
}

static void add_syllable(char *to, int hepburn) {
    static const char *const rows[] = {"", "k", "s", "t", "n", "h", "m", "y", "r", "w", "g", "z", "d", "b", "p"};
    static const uint8_t row_weights[] = {10, 10, 8, 9, 7, 4, 7, 4, 8, 2, 4, 3, 4, 3, 1},
                         vowel_weights[] = {30, 25, 16, 12, 17};
    const char *row = rows[pick(row_weights, sizeof row_weights)];
    char one[8];
    char vowel = "aiueo"[pick(vowel_weights, 5)];
    if (*row && !strchr("ywd", *row) && below(100) < 8)
        snprintf(one, sizeof one, "%sy%c", row, "auo"[below(3)]);
    else
        snprintf(one, sizeof one, "%s%c", row, *row == 'y' ? "auo"[below(3)] : *row == 'w' ? 'a' : vowel);
    strcat(to, hepburn ? hepburn_of(one) : one);
}

static inline void add_romaji(char *to) {
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

/* ---- the input method ---- */

static int typing_microsoft; /* of tch: a small tsu, and not a t that stays as Mozc 2.28 has it (tests/recordings) */

static void show(char *to, uint32_t cp) {
    size_t n = strlen(to);
    to[n] = (char)(0xE0 | cp >> 12);
    to[n + 1] = (char)(0x80 | (cp >> 6 & 63));
    to[n + 2] = (char)(0x80 | (cp & 63));
    to[n + 3] = 0;
}

static uint32_t of_code(uint32_t kana) {
    return kana >= 0xA0 && kana < 0xA4    ? 0x2190 + kana - 0xA0
           : kana == 0x25 || kana == 0x26 ? 0x2000 + kana
                                          : 0x3000 + kana;
}

/* The longest entry that `keys` begins with, and whether more keys might make a longer one of all that is there. */
static uint32_t longest(const char *keys, uint8_t kana[2], int *waits) {
    uint32_t i, ime, best = 0;
    const char *entry;
    uint8_t k[2];
    *waits = 0;
    for (i = 0; loginlint__romaji_entry(i, k, &entry, &ime); i++) {
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
static inline void type_keys(const char *keys, char *shown) {
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
                   (typing_microsoft && !strncmp(keys, "tch", 3))) {
            show(shown, 0x3063);
            keys++;
        } else {
            show(shown, 0xFF00 + (uint32_t)(uint8_t)*keys - 0x20);
            keys++;
        }
    }
}

#endif
