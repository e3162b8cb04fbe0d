/* SPDX-License-Identifier: MIT */
/* exhaustive.c - every byte string up to a length and every code point, in every field, held to laws.h.
 *
 *   exhaustive [-l LENGTH] [-s STEP] [-j JOBS] [-c PROGRESS] [-p PLANT]
 *
 * LENGTH (0-4, default 3): the longest byte strings.  STEP: every how many code points (default 1: all).  PROGRESS: a
 * file that takes a line for each finished unit (a policy and a first byte) and from which a later run goes on.  PLANT:
 * a failure to be found (1-6, see plants). Out: the figures and a digest of all reports, the same for every compiler;
 * the first broken law and its bytes.  Exit 1 when a law does not hold or a count is not what arithmetic says.
 */
#include "laws.h"

#include <fcntl.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const struct {
    uint8_t field;
    const char *rules, *context;
    int longest; /* byte strings of at most this length */
} setting[] = {
    {LOGINLINT_FIELD_LOGIN_ID, "", "", 4},
    {LOGINLINT_FIELD_PASSWORD, "", "", 4},
    {LOGINLINT_FIELD_CARD_NUMBER, "", "", 4},
    {LOGINLINT_FIELD_PIN, "", "", 4},
    {LOGINLINT_FIELD_LOGIN_ID, "charset: unicode; kind: name", "", 2},
    {LOGINLINT_FIELD_LOGIN_ID, "digits: 4; groups: 2-2; hyphens: require", "", 2},
    {LOGINLINT_FIELD_PASSWORD, "charset: unicode; purpose: create; minlength: 2", "failures: 1; caps-lock: on", 2},
    {LOGINLINT_FIELD_PIN, "digits: 3; fold: off", "stage: submit", 2},
};
enum { SETTINGS = sizeof setting / sizeof setting[0], BLOCK = 4096, BLOCKS = 0x110000 / BLOCK, FIRST = 256 };

/* A unit of work: setting * PARTS + a first byte, or FIRST + a block of code points. */
enum { PARTS = FIRST + BLOCKS, UNITS = SETTINGS * PARTS };

static struct shared {
    atomic_uint next, broken;
    atomic_ullong strings, wellformed, points, changed, diagnostics, digest;
    uint8_t done[UNITS];
} * all;

static struct { uint64_t strings, wellformed, points, changed, diagnostics, digest; } sum;
static loginlint_policy policy;
static loginlint_context context;
static int longest = 3, progress = -1;
static uint32_t step = 1;

/* ---- planted failures: what each does to a report must turn the run red --------------------------------------------
 */

static void plant_encoding(loginlint_report *r, const uint8_t *s, uint32_t n) {
    if (n == 2 && s[0] == 0xC3 && s[1] == 0x28)
        r->wellformed = 1;
}
static void plant_span(loginlint_report *r, const uint8_t *s, uint32_t n) {
    if (n == 2 && s[0] == 0xC2 && s[1] == 0xA0 && r->count)
        r->diagnostics[0].byte[1] = 1;
}
static void plant_text(loginlint_report *r, const uint8_t *s, uint32_t n) {
    (void)s, (void)n;
    if (r->changed && r->text_length)
        r->text[r->text_length - 1] ^= 1;
}
static void plant_scratch(loginlint_report *r, const uint8_t *s, uint32_t n) {
    if (n == 1 && s[0] == 'q')
        r->work[3] = 'q';
}
static void plant_verdict(loginlint_report *r, const uint8_t *s, uint32_t n) {
    if (n == 1 && s[0] == 0)
        r->verdict = LOGINLINT_VERDICT_PASS;
}
static void plant_twin(loginlint_report *r, const uint8_t *s, uint32_t n) {
    if (n == 2 && s[0] == '7' && s[1] == '~')
        r->caps_evidence++;
}
static void (*const plants[])(loginlint_report *, const uint8_t *, uint32_t) = {
    NULL, plant_encoding, plant_span, plant_text, plant_scratch, plant_verdict, plant_twin};

/* ---- one value ---- */

/* Sums over values, so that the order in which units are done does not matter; aligned words of header and diagnostics.
 */
static uint64_t digest(const loginlint_report *r) {
    uint64_t h = 0x9E3779B97F4A7C15u, word;
    uint32_t i, end = r->header + r->count * (uint32_t)r->stride;
    for (i = 0; i < end; i += 8) {
        memcpy(&word, (const uint8_t *)r + i, 8);
        h = (h ^ word) * 0xD6E8FEB86659FD93u;
        h ^= h >> 32;
    }
    for (i = 0; i < r->text_length; i++)
        h = (h ^ r->text[i]) * 0xD6E8FEB86659FD93u;
    return h;
}

static void value(uint32_t at, const uint8_t *s, uint32_t n) {
    const char *law = laws(&policy, &context, s, n);
    uint32_t i;
    if (law) {
        fprintf(stderr, "%s, \"%s\", \"%s\": %s:", loginlint_name(LOGINLINT_LIST_FIELD, setting[at].field),
                setting[at].rules, setting[at].context, law);
        for (i = 0; i < n; i++)
            fprintf(stderr, " %02X", s[i]);
        fputc('\n', stderr);
        atomic_fetch_add(&all->broken, 1);
        _exit(1);
    }
    sum.changed += law_report.changed;
    sum.diagnostics += law_report.total;
    sum.digest += digest(&law_report);
}

static void string(uint32_t at, const uint8_t *s, uint32_t n) {
    value(at, s, n);
    sum.strings++;
    sum.wellformed += law_report.wellformed;
}

/* All strings that begin with s[0..n) and have at most `most` bytes. */
static void strings(uint32_t at, uint8_t *s, uint32_t n, uint32_t most) {
    uint32_t b;
    string(at, s, n);
    for (b = 0; n < most && b < 256; b++) {
        s[n] = (uint8_t)b;
        strings(at, s, n + 1, most);
    }
}

static void code_points(uint32_t at, uint32_t from) {
    static const char around[][2] = {{0, 0}, {'a', 'b'}, {'4', '5'}};
    uint32_t cp, i, n;
    uint8_t s[8];
    for (cp = from; cp < from + BLOCK; cp++) {
        if ((cp >= 0xD800 && cp < 0xE000) || cp % step)
            continue;
        for (i = 0; i < sizeof around / sizeof around[0]; i++) {
            n = 0;
            if (around[i][0])
                s[n++] = (uint8_t)around[i][0];
            n += oracle_encode(cp, s + n);
            if (around[i][1])
                s[n++] = (uint8_t)around[i][1];
            value(at, s, n);
            sum.points++;
        }
    }
}

/* ---- units ---- */

static uint32_t length_of(uint32_t at) {
    return (uint32_t)(setting[at].longest < longest ? setting[at].longest : longest);
}

static void set(uint32_t at) {
    loginlint_where where;
    const char *rules = setting[at].rules, *facts = setting[at].context;
    if (loginlint_policy_init(&policy, setting[at].field) != 0 ||
        loginlint_policy_parse(&policy, rules, (uint32_t)strlen(rules), &where) != 0 ||
        loginlint_context_parse(&context, facts, (uint32_t)strlen(facts), &where) != 0) {
        fprintf(stderr, "setting %u cannot be read\n", at);
        _exit(2);
    }
}

static void unit(uint32_t u) {
    uint32_t at = u / PARTS, part = u % PARTS;
    uint8_t s[4] = {(uint8_t)part};
    set(at);
    if (part >= FIRST)
        code_points(at, (part - FIRST) * BLOCK);
    else if (length_of(at) > 0)
        strings(at, s, 1, length_of(at));
    if (part == 0)
        string(at, s, 0);
}

/* A unit's figures in one line, written at once, so that lines of several processes do not mix. */
static void note(uint32_t u) {
    char line[200];
    int n =
        snprintf(line, sizeof line, "%u %llu %llu %llu %llu %llu %llu\n", u, (unsigned long long)sum.strings,
                 (unsigned long long)sum.wellformed, (unsigned long long)sum.points, (unsigned long long)sum.changed,
                 (unsigned long long)sum.diagnostics, (unsigned long long)sum.digest);
    if (progress >= 0 && write(progress, line, (size_t)n) != n)
        _exit(2);
}

static void add(void) {
    atomic_fetch_add(&all->strings, sum.strings);
    atomic_fetch_add(&all->wellformed, sum.wellformed);
    atomic_fetch_add(&all->points, sum.points);
    atomic_fetch_add(&all->changed, sum.changed);
    atomic_fetch_add(&all->diagnostics, sum.diagnostics);
    atomic_fetch_add(&all->digest, sum.digest);
    memset(&sum, 0, sizeof sum);
}

static void work(void) {
    uint32_t u;
    while ((u = all->next++) < UNITS && !all->broken) {
        if (all->done[u])
            continue;
        unit(u);
        note(u);
        add();
    }
}

static void go_on(const char *path) {
    unsigned long long f[6];
    unsigned u;
    FILE *file = fopen(path, "r");
    if (file) {
        while (fscanf(file, "%u %llu %llu %llu %llu %llu %llu\n", &u, &f[0], &f[1], &f[2], &f[3], &f[4], &f[5]) == 7) {
            if (u >= UNITS || all->done[u])
                continue;
            all->done[u] = 1;
            sum.strings = f[0], sum.wellformed = f[1], sum.points = f[2];
            sum.changed = f[3], sum.diagnostics = f[4], sum.digest = f[5];
            add();
        }
        fclose(file);
    }
    progress = open(path, O_WRONLY | O_CREAT | O_APPEND, 0644);
}

/* What arithmetic says about all settings together: strings, and the well-formed ones among them. */
static void expected(uint64_t *strings_, uint64_t *good) {
    static const uint64_t scalars[] = {0, 128, 1920, 61440, 1048576}; /* by bytes of UTF-8 */
    uint64_t count[5] = {1}, power;
    uint32_t at, n, k;
    for (n = 1; n < 5; n++)
        for (k = 1; k <= n; k++)
            count[n] += scalars[k] * count[n - k];
    *strings_ = *good = 0;
    for (at = 0; at < SETTINGS; at++)
        for (n = 0, power = 1; n <= length_of(at); n++, power *= 256)
            *strings_ += power, *good += count[n];
}

static int report(double seconds) {
    uint64_t strings_, good, points = (uint64_t)SETTINGS * (0x110000 - 0x800) * 3;
    int right;
    expected(&strings_, &good);
    printf("exhaustive: %llu strings of 0-%d bytes (%llu well-formed), %llu values around code points, %d settings; "
           "%llu changed, %llu diagnostics, %.1f s, digest %016llx\n",
           (unsigned long long)all->strings, longest, (unsigned long long)all->wellformed,
           (unsigned long long)all->points, (int)SETTINGS, (unsigned long long)all->changed,
           (unsigned long long)all->diagnostics, seconds, (unsigned long long)all->digest);
    right = all->strings == strings_ && all->wellformed == good && (step > 1 || all->points == points);
    if (right)
        return 0;
    fprintf(stderr, "arithmetic says %llu strings, %llu well-formed, %llu values\n", (unsigned long long)strings_,
            (unsigned long long)good, (unsigned long long)points);
    return 1;
}

int main(int argc, char **argv) {
    struct timespec a, b;
    const char *path = NULL;
    int jobs = 2, plant = 0, option, status, failed = 0;
    while ((option = getopt(argc, argv, "l:s:j:c:p:")) != -1)
        switch (option) {
        case 'l':
            longest = atoi(optarg);
            break;
        case 's':
            step = (uint32_t)atoi(optarg);
            break;
        case 'j':
            jobs = atoi(optarg);
            break;
        case 'c':
            path = optarg;
            break;
        case 'p':
            plant = atoi(optarg);
            break;
        default:
            return 2;
        }
    if (longest < 0 || longest > 4 || step < 1 || jobs < 1 || plant < 0 ||
        plant >= (int)(sizeof plants / sizeof plants[0]))
        return 2;
    law_plant = plants[plant];
    all = mmap(NULL, sizeof *all, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (all == MAP_FAILED)
        return 2;
    clock_gettime(CLOCK_MONOTONIC, &a);
    oracle_make();
    if (path)
        go_on(path);
    while (jobs-- > 0)
        if (fork() == 0) {
            work();
            _exit(0);
        }
    while (wait(&status) > 0)
        failed |= status != 0;
    clock_gettime(CLOCK_MONOTONIC, &b);
    if (failed || all->broken)
        return 1;
    return report((double)(b.tv_sec - a.tv_sec) + (double)(b.tv_nsec - a.tv_nsec) / 1e9);
}
