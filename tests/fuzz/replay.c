/* SPDX-License-Identifier: MIT */
/* replay.c - the fuzz targets without a fuzzer: files again, and a fixed number of changed seeds from a fixed start.
 *
 *   replay [-n ROUNDS] [-s START] [-p PLANT] [-j FILE] [-t TARGET] DIRECTORY...
 *
 * A directory's name says its target (.../check/FILE); every file in it is run as it is, then ROUNDS damaged or crossed
 * ones are (default 2000 a target).  FILE takes every JSON object written, a line each.  PLANT: a failure to be found
 * (5: targets that do nothing, for reach.sh).  With TARGET the other targets' directories are left out.
 * Out: the figures, and the largest part of each budget of steps that a call took.  Exit 1: something does not hold;
 * the bytes are in replay.found.
 */
#include "../random.h"
#include "targets.h"

#include "steps.h"
#include <dirent.h>
#include <unistd.h>

enum { SEEDS = 16384 };
static struct seed {
    uint8_t *bytes;
    uint32_t n, target;
} seeds[SEEDS];
static uint32_t count;
static int plant;
static const char *only;

static void load(const char *path, uint32_t target) {
    static uint8_t bytes[LAWS_ROOM];
    FILE *file = fopen(path, "rb");
    if (!file || count == SEEDS)
        exit(2);
    seeds[count].n = (uint32_t)fread(bytes, 1, sizeof bytes - 16, file);
    seeds[count].bytes = malloc(seeds[count].n + 1);
    if (!seeds[count].bytes)
        exit(2);
    memcpy(seeds[count].bytes, bytes, seeds[count].n);
    seeds[count++].target = target;
    fclose(file);
}

static void load_all(const char *directory) {
    const char *name = strrchr(directory, '/') ? strrchr(directory, '/') + 1 : directory;
    struct dirent **entries;
    char path[1024];
    uint32_t target;
    int n, i;
    for (target = 0; target < TARGETS && strcmp(name, targets[target].name) != 0; target++)
        ;
    if (only && strcmp(name, only) != 0)
        return;
    n = scandir(directory, &entries, NULL, alphasort);
    if (target == TARGETS || n < 0) {
        fprintf(stderr, "%s: not a target's directory\n", directory);
        exit(2);
    }
    for (i = 0; i < n; free(entries[i]), i++)
        if (entries[i]->d_name[0] != '.') {
            snprintf(path, sizeof path, "%s/%s", directory, entries[i]->d_name);
            load(path, target);
        }
    free(entries);
}

/* ---- one input ---- */

static void run(uint32_t target, const uint8_t *bytes, uint32_t n) {
    uint8_t *copy = malloc(n ? n : 1); /* of the very size: a sanitizer sees a read past the end */
    const char *broken;
    FILE *file;
    if (!copy)
        exit(2);
    memcpy(copy, bytes, n);
    broken = plant == 5 ? NULL : targets[target].run(copy, n);
    free(copy);
    if (!broken)
        return;
    fprintf(stderr, "%s: %s (%u bytes, in replay.found)\n", targets[target].name, broken, n);
    file = plant ? NULL : fopen("replay.found", "wb");
    if (file) {
        fwrite(bytes, 1, n, file);
        fclose(file);
    }
    exit(1);
}

/* What a typist, an input method and an attacker put in. */
static uint32_t piece(uint8_t *to) {
    static const uint32_t cps[] = {'-',    ' ',      '@',    '.',    'A',    'z',    '0',    '9',     ';',     ':',
                                   '[',    ']',      0x2010, 0x2212, 0x30FC, 0xFF0D, 0xFF70, 0x3000,  0xA0,    0x200B,
                                   0x202E, 0xFEFF,   0xFF11, 0xFF41, 0xFF21, 0x3042, 0x3063, 0x3093,  0x30A2,  0xFF76,
                                   0xFF9E, 0x3099,   0x4E00, 0x5C71, 0xAC00, 0x3131, 0x0430, 0x05D0,  0x0627,  0x0E01,
                                   0x03B1, 0x2018,   0x201D, 0xA5,   0xFFE5, 0xFB01, 0x2460, 0x1D7D2, 0x1F600, 0x0301,
                                   0xFE0F, 0x10FFFF, 0x378,  9,      0,      0x7F};
    return oracle_encode(cps[below(sizeof cps / sizeof cps[0])], to);
}

static uint32_t change(uint8_t *s, uint32_t n, uint32_t room, uint32_t target) {
    uint32_t at = n ? below(n) : 0, length, k;
    uint8_t some[64];
    const struct seed *other = &seeds[below(count)];
    switch (below(7)) {
    case 0: /* a byte */
        if (n)
            s[at] = (uint8_t)below(256);
        return n;
    case 1: /* cut out */
        length = n ? below(n - at < 16 ? n - at + 1 : 16) : 0;
        memmove(s + at, s + at + length, n - at - length);
        return n - length;
    case 2: /* the same piece many times */
        length = piece(some);
        for (k = below(6) ? 1 + below(4) : below(400); k > 0 && n + length <= room; k--) {
            memmove(s + at + length, s + at, n - at);
            memcpy(s + at, some, length);
            n += length;
        }
        return n;
    case 3: /* a stretch of the value itself again */
        length = n ? 1 + below(n - at < 32 ? n - at : 32) : 0;
        for (k = below(40); k > 0 && n + length <= room; k--) {
            memmove(s + at + length, s + at, n - at);
            n += length;
        }
        return n;
    case 4: /* the end of another seed */
        if (other->target == target && other->n) {
            length = below(other->n);
            if (at + other->n - length <= room) {
                memcpy(s + at, other->bytes + length, other->n - length);
                return at + other->n - length;
            }
        }
        return n;
    case 5: /* cut off */
        return at;
    default:
        length = piece(some);
        if (n + length > room)
            return n;
        memmove(s + at + length, s + at, n - at);
        memcpy(s + at, some, length);
        return n + length;
    }
}

static void fuzz(uint32_t target, uint32_t rounds) {
    static uint8_t s[LAWS_ROOM];
    uint32_t n, k;
    while (rounds > 0) {
        const struct seed *seed = &seeds[below(count)];
        if (seed->target != target)
            continue;
        memcpy(s, seed->bytes, n = seed->n);
        for (k = 1 + below(6); k > 0; k--)
            n = change(s, n, sizeof s - 16, target);
        run(target, s, n);
        rounds--;
    }
}

/* ---- planted failures ---- */

static void plant_overlap(loginlint_report *r, const uint8_t *s, uint32_t n) {
    (void)s, (void)n;
    if (r->count > 1 && r->diagnostics[1].level == LOGINLINT_LEVEL_SAFE)
        r->diagnostics[1].byte[0] = r->diagnostics[0].byte[0];
}

static void plant_some(void) {
    if (plant == 1)
        law_plant = plant_overlap;
    if (plant == 2)
        work[WORK_CHECK].fixed = 100, work[WORK_CHECK].each = 4; /* a budget that the check cannot keep */
#ifdef LOGINLINT_WITH_ICU
    icu_plant = plant == 4;
#endif
    if (plant == 3 && json_is_object((const uint8_t *)"{\"a\":01}", 8) +
                              json_is_object((const uint8_t *)"{\"a\":1,\"a\":2}", 13) +
                              json_is_object((const uint8_t *)"{\"a\":\"\xED\xA0\x80\"}", 11) +
                              json_is_object((const uint8_t *)"{}}", 3) ==
                          0)
        exit(1); /* the reader of JSON refuses what is none */
}

int main(int argc, char **argv) {
    uint32_t rounds = 2000, target, i, files[TARGETS] = {0};
    int option;
    while ((option = getopt(argc, argv, "n:s:p:j:t:")) != -1)
        switch (option) {
        case 'n':
            rounds = (uint32_t)atoi(optarg);
            break;
        case 's':
            state += strtoull(optarg, NULL, 10);
            break;
        case 'p':
            plant = atoi(optarg);
            break;
        case 'j':
            json_to = fopen(optarg, "w");
            break;
        case 't':
            only = optarg;
            break;
        default:
            return 2;
        }
    oracle_make();
    plant_some();
    for (; optind < argc; optind++)
        load_all(argv[optind]);
    for (i = 0; i < count; i++) {
        run(seeds[i].target, seeds[i].bytes, seeds[i].n);
        files[seeds[i].target]++;
    }
    for (target = 0; target < TARGETS; target++)
        if (files[target])
            fuzz(target, rounds);
    if (json_to && fclose(json_to) != 0)
        return 2;
    printf("fuzz: %u files again, %u rounds a target; part of the step budget used:", count, rounds);
    for (i = 0; i < WORKS; i++)
        printf(" %s %.3f%s", work[i].name, work[i].most, i + 1 < WORKS ? "," : "\n");
    for (target = 0; target < TARGETS; target++)
        if (!files[target] && (!only || strcmp(targets[target].name, only) == 0)) {
            fprintf(stderr, "no seed for %s\n", targets[target].name);
            return 1;
        }
    return 0;
}
