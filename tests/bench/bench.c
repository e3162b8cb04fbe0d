/* SPDX-License-Identifier: MIT */
/* bench.c - what a whole check costs, beside peers that do the nearest part of it, in one run.
 *
 * Round-robin over functions and workloads, 64 different random strings a workload so that no branch predictor learns
 * one, the minimum and the median of many passes; pinned to one processor where that is possible.  Prints ns per call
 * and the ratio to ICU's NFKC on the same strings; then what it costs to explain a report and to make a key, a batch of
 * 1,000,000 values as a service meets them (`mix`), and the first call of fresh processes.  The times are of this
 * machine, noisy; instruction counts: tests/bench/count.sh.
 *
 * usage: bench [PASSES]
 *        bench --one WORKLOAD   1,000 calls of one string, to be counted by callgrind
 *        bench --names          the workloads
 *        bench --first          ns of the first policy and check of this process
 */
#include <loginlint.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

enum { STRINGS = 64, ROUNDS = 20, ROOM = 1100, MAX_PASSES = 400, BATCH = 1000000, BATCHES = 10, PROCESSES = 200 };

static uint64_t state = 88172645463325252u;
static uint32_t below(uint32_t n) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)(state >> 33) % n;
}

/* The strings of a workload depend on its name alone, so that counts stay comparable when another one comes. */
static void seed(const char *name) {
    for (state = 88172645463325252u; *name; name++)
        state = (state ^ (uint8_t)*name) * 0x100000001B3u;
}

struct text {
    uint8_t s[ROOM];
    uint32_t n;
    UChar u[ROOM];
    int32_t un;
};

static void put(struct text *t, uint32_t cp) {
    if (cp < 0x80) {
        t->s[t->n++] = (uint8_t)cp;
    } else {
        t->s[t->n++] = (uint8_t)(0xE0 | cp >> 12);
        t->s[t->n++] = (uint8_t)(0x80 | (cp >> 6 & 63));
        t->s[t->n++] = (uint8_t)(0x80 | (cp & 63));
    }
}

static uint32_t ascii(void) {
    static const char set[] = "abcdefghijklmnopqrstuvwxyz0123456789._";
    return (uint8_t)set[below(sizeof set - 1)];
}

static void digits(struct text *t, uint32_t wide, const char *between) {
    uint8_t d[16];
    uint32_t i, sum = 0;
    d[0] = 4;
    for (i = 1; i < 15; i++)
        d[i] = (uint8_t)below(10);
    for (i = 0; i < 15; i++)
        sum += i & 1 ? d[i] : d[i] < 5 ? 2u * d[i] : 2u * d[i] - 9;
    d[15] = (uint8_t)((10 - sum % 10) % 10);
    for (i = 0; i < 16; i++) {
        if (i && i % 4 == 0 && *between)
            put(t, (uint8_t)*between);
        put(t, wide ? 0xFF10u + d[i] : '0' + (uint32_t)d[i]);
    }
}

static void make_a16(struct text *t) {
    put(t, 'a' + below(26));
    while (t->n < 16)
        put(t, ascii());
}
static void make_name(struct text *t) {
    uint32_t n = 6 + below(11);
    put(t, 'a' + below(26));
    while (t->n < n)
        put(t, ascii());
}
static void make_f16(struct text *t) {
    uint32_t i;
    for (i = 0; i < 16; i++)
        put(t, 0xFEE0 + ascii());
}
static void make_h12(struct text *t) {
    uint32_t i;
    for (i = 0; i < 12; i++)
        put(t, 0x3042 + below(0x50));
}
static void make_mix16(struct text *t) {
    uint32_t i;
    for (i = 0; i < 16; i++)
        put(t, i < 6    ? ascii()
               : i < 10 ? 0xFEE0 + ascii()
               : i < 13 ? 0x3042 + below(0x50)
               : i < 15 ? 0xFF71 + below(40)
                        : 0x4E00 + below(0x2000));
}
static void make_card(struct text *t) {
    digits(t, 0, "");
}
static void make_card_hyphens(struct text *t) {
    digits(t, 0, "-");
}
static void make_card_wide(struct text *t) {
    digits(t, 1, "");
}
static void make_password(struct text *t, uint32_t n) {
    put(t, 'A' + below(26));
    put(t, '0' + below(10));
    while (t->n < n)
        put(t, 'a' + below(26));
}
static void make_password8(struct text *t) {
    make_password(t, 8);
}
static void make_password64(struct text *t) {
    make_password(t, 64);
}
static void make_address(struct text *t) {
    static const char *const domains[] = {"@gmail.com", "@yahoo.co.jp", "@docomo.ne.jp", "@example.jp"};
    const char *domain = domains[below(4)];
    make_name(t);
    while (*domain)
        put(t, (uint8_t)*domain++);
}
static void make_email_typo(struct text *t) {
    const char *domain = "@gmial.com";
    while (t->n < 8)
        put(t, 'a' + below(26));
    while (*domain)
        put(t, (uint8_t)*domain++);
}
static void make_hostile(struct text *t) {
    while (t->n + 3 <= LOGINLINT_INPUT_MAX)
        put(t, below(2) ? 0x30FC : below(2) ? 0xFF01 + below(94) : 0x2010 + below(6));
}

/* Kana alone: every reading of it is a candidate. */
static void make_hostile_kana(struct text *t) {
    while (t->n + 3 <= LOGINLINT_INPUT_MAX)
        put(t, 0x3042 + below(0x50));
}
static void make_space(struct text *t) {
    make_name(t);
    put(t, ' ');
}

static const char RULES[] =
    "minlength: 8; maxlength: 64; required: lower; required: upper; required: digit; max-consecutive: 4";
enum how { CHECK, EACH_PREFIX, WITH_CANDIDATES };
static const struct workload {
    const char *name, *what;
    uint32_t field;
    const char *rules;
    void (*make)(struct text *);
    enum how how;
} workloads[] = {
    {"A16", "clean ASCII ID", LOGINLINT_FIELD_LOGIN_ID, "", make_a16, CHECK},
    {"F16", "full-width ID", LOGINLINT_FIELD_LOGIN_ID, "", make_f16, CHECK},
    {"H12", "hiragana in an ID", LOGINLINT_FIELD_LOGIN_ID, "", make_h12, CHECK},
    {"MIX16", "every width and script", LOGINLINT_FIELD_LOGIN_ID, "", make_mix16, CHECK},
    {"card", "16 digits, brand, Luhn", LOGINLINT_FIELD_CARD_NUMBER, "", make_card, CHECK},
    {"card-", "the same with hyphens", LOGINLINT_FIELD_CARD_NUMBER, "", make_card_hyphens, CHECK},
    {"cardF", "the same full-width", LOGINLINT_FIELD_CARD_NUMBER, "", make_card_wide, CHECK},
    {"pw8", "8-character password, rules", LOGINLINT_FIELD_PASSWORD, RULES, make_password8, CHECK},
    {"pw64", "64-character password, rules", LOGINLINT_FIELD_PASSWORD, RULES, make_password64, CHECK},
    {"email", "e-mail with a domain typo", LOGINLINT_FIELD_LOGIN_ID, "kind: email", make_email_typo, CHECK},
    {"email=", "e-mail, nothing wrong", LOGINLINT_FIELD_LOGIN_ID, "kind: email", make_address, CHECK},
    {"worst", "1,024 hostile bytes", LOGINLINT_FIELD_LOGIN_ID, "", make_hostile, CHECK},
    {"worstK", "1,024 hostile bytes of kana", LOGINLINT_FIELD_LOGIN_ID, "", make_hostile_kana, CHECK},
    {"worst+", "the same, candidates", LOGINLINT_FIELD_LOGIN_ID, "", make_hostile, WITH_CANDIDATES},
    {"worstK+", "1,024 of kana, candidates", LOGINLINT_FIELD_LOGIN_ID, "", make_hostile_kana, WITH_CANDIDATES},
    {"typeA16", "A16 as typed, each key", LOGINLINT_FIELD_LOGIN_ID, "", make_a16, EACH_PREFIX},
    {"typeH12", "H12 as typed, each key", LOGINLINT_FIELD_LOGIN_ID, "", make_h12, EACH_PREFIX},
    {"typeCd", "a card as typed, each key", LOGINLINT_FIELD_CARD_NUMBER, "", make_card, EACH_PREFIX},
    {"typeEm", "e-mail as typed, each key", LOGINLINT_FIELD_LOGIN_ID, "kind: email", make_email_typo, EACH_PREFIX},
};
enum { WORKLOADS = sizeof workloads / sizeof workloads[0] };

/* The batch: of 100 values, so many of each kind. */
static const struct {
    uint32_t percent;
    const char *what;
    uint32_t field;
    const char *rules;
    void (*make)(struct text *);
} mix[] = {
    {50, "clean IDs of 6-16", LOGINLINT_FIELD_LOGIN_ID, "", make_name},
    {16, "passwords of 8, rules", LOGINLINT_FIELD_PASSWORD, RULES, make_password8},
    {12, "cards", LOGINLINT_FIELD_CARD_NUMBER, "", make_card},
    {10, "e-mail addresses", LOGINLINT_FIELD_LOGIN_ID, "kind: email", make_address},
    {4, "full-width IDs of 16", LOGINLINT_FIELD_LOGIN_ID, "", make_f16},
    {3, "cards with hyphens", LOGINLINT_FIELD_CARD_NUMBER, "", make_card_hyphens},
    {2, "IDs with a space at the end", LOGINLINT_FIELD_LOGIN_ID, "", make_space},
    {2, "12 hiragana", LOGINLINT_FIELD_LOGIN_ID, "", make_h12},
    {1, "e-mail with a domain typo", LOGINLINT_FIELD_LOGIN_ID, "kind: email", make_email_typo},
};
enum { KINDS = sizeof mix / sizeof mix[0] };

static struct text texts[WORKLOADS][STRINGS];
static loginlint_policy policies[WORKLOADS];
static loginlint_report report;
static loginlint_candidates candidates;
static const UNormalizer2 *nfkc;

static void prepare(void) {
    UErrorCode error = U_ZERO_ERROR;
    uint32_t w, i;
    nfkc = unorm2_getNFKCInstance(&error);
    for (w = 0; w < WORKLOADS; w++) {
        if (loginlint_policy_init(&policies[w], workloads[w].field) ||
            loginlint_policy_parse(&policies[w], workloads[w].rules, (uint32_t)strlen(workloads[w].rules), NULL))
            exit(2);
        seed(workloads[w].name);
        for (i = 0; i < STRINGS; i++) {
            struct text *t = &texts[w][i];
            workloads[w].make(t);
            u_strFromUTF8(t->u, ROOM, &t->un, (const char *)t->s, (int32_t)t->n, &error);
        }
    }
    if (U_FAILURE(error))
        exit(2);
}

/* Not inlined: callgrind collects by its name. */
static __attribute__((noinline)) void run_check(uint32_t w, uint32_t i) {
    const struct text *t = &texts[w][i];
    uint32_t at = workloads[w].how == EACH_PREFIX ? 0 : t->n;
    while (at < t->n) { /* of whole characters */
        for (at++; at < t->n && (t->s[at] & 0xC0) == 0x80; at++)
            ;
        if (at < t->n)
            loginlint_check(&policies[w], NULL, t->s, at, &report);
    }
    loginlint_check(&policies[w], NULL, t->s, t->n, &report);
    if (workloads[w].how == WITH_CANDIDATES)
        loginlint_candidates_find(&policies[w], NULL, t->s, t->n, &candidates);
}

/* How many checks a run of the workload is. */
static double calls(uint32_t w) {
    double n = 0;
    uint32_t i;
    for (i = 0; i < STRINGS; i++)
        n += workloads[w].how == EACH_PREFIX ? texts[w][i].un : 1;
    return n * ROUNDS;
}

static void run_nfkc(uint32_t w, uint32_t i) {
    static UChar out[4 * ROOM];
    UErrorCode error = U_ZERO_ERROR;
    unorm2_normalize(nfkc, texts[w][i].u, texts[w][i].un, out, 4 * ROOM, &error);
}

static void run_copy(uint32_t w, uint32_t i) {
    memcpy(report.text, texts[w][i].s, texts[w][i].n);
    __asm__ volatile("" : : : "memory");
}

static void (*const functions[])(uint32_t, uint32_t) = {run_check, run_nfkc, run_copy};
enum { FUNCTIONS = sizeof functions / sizeof functions[0] };

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static double once(uint32_t f, uint32_t w) {
    double from = now();
    uint32_t r, i;
    for (r = 0; r < ROUNDS; r++)
        for (i = 0; i < STRINGS; i++)
            functions[f](w, i);
    return (now() - from) / (f == 0 ? calls(w) : ROUNDS * STRINGS);
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* ---- causes: of a report that is there, with its candidates; the sentences are not made ---- */

static double explained_once(uint32_t w, uint32_t i) {
    static loginlint_explanation explanation;
    const struct text *t = &texts[w][i];
    double from;
    uint32_t r;
    loginlint_check(&policies[w], NULL, t->s, t->n, &report);
    loginlint_candidates_find(&policies[w], NULL, t->s, t->n, &candidates);
    from = now();
    for (r = 0; r < ROUNDS; r++)
        loginlint_explain(&policies[w], NULL, t->s, t->n, &report, &candidates, &explanation);
    return (now() - from) / ROUNDS;
}

/* ---- keys, by everything that may differ ---- */

static double key_once(uint32_t w, uint32_t i) {
    static uint8_t key[4 * ROOM];
    const struct text *t = &texts[w][i];
    double from = now();
    uint32_t r;
    for (r = 0; r < ROUNDS; r++)
        loginlint_key(31, t->s, t->n, key, sizeof key);
    return (now() - from) / ROUNDS;
}

/* The mean over the strings of each workload of the least of many passes. */
static void of_each(const char *title, double (*times)(uint32_t, uint32_t), const char *names, uint32_t passes) {
    uint32_t w, i, p;
    printf("%s:", title);
    for (w = 0; w < WORKLOADS; w++) {
        double least = 0, sum = 0;
        char name[16];
        snprintf(name, sizeof name, " %s ", workloads[w].name);
        if (!strstr(names, name))
            continue;
        for (i = 0; i < STRINGS; i++, sum += least)
            for (p = 0; p < passes; p++) {
                double took = times(w, i);
                least = !p || took < least ? took : least;
            }
        printf("%s%.0f", name, sum / STRINGS);
    }
    puts("");
}

/* ---- the batch: one array of values, checked in order ---- */

static void batch(void) {
    static loginlint_policy policy[KINDS];
    struct item {
        uint32_t at;
        uint16_t n, kind;
    } *items = malloc(BATCH * sizeof *items);
    uint8_t *bytes = malloc((size_t)BATCH * 64);
    static struct text t;
    uint32_t i, k, draw, at = 0, b;
    double best = 0;
    if (!items || !bytes)
        exit(2);
    for (k = 0; k < KINDS; k++)
        if (loginlint_policy_init(&policy[k], mix[k].field) ||
            loginlint_policy_parse(&policy[k], mix[k].rules, (uint32_t)strlen(mix[k].rules), NULL))
            exit(2);
    for (i = 0; i < BATCH; i++) {
        for (k = 0, draw = below(100); draw >= mix[k].percent; k++)
            draw -= mix[k].percent;
        t.n = 0;
        mix[k].make(&t);
        items[i] = (struct item){at, (uint16_t)t.n, (uint16_t)k};
        memcpy(bytes + at, t.s, t.n);
        at += t.n;
    }
    for (b = 0; b < BATCHES; b++) {
        double from = now(), rate;
        for (i = 0; i < BATCH; i++)
            loginlint_check(&policy[items[i].kind], NULL, bytes + items[i].at, items[i].n, &report);
        rate = BATCH / (now() - from) * 1e3;
        best = rate > best ? rate : best;
    }
    printf("batch   1,000,000 values in random order: %.1f M/s on one core (best of %d); of 100:", best, BATCHES);
    for (k = 0; k < KINDS; k++)
        printf("%s %u %s", k ? "," : "", (unsigned)mix[k].percent, mix[k].what);
    puts("");
    free(items);
    free(bytes);
}

/* ---- the first call: nothing is initialised, so it costs the pages that it is the first to touch ---- */

static int first_here(void) {
    static const uint8_t id[] = "taro.yamada_2026";
    double from = now(), after;
    loginlint_policy_init(&policies[0], LOGINLINT_FIELD_LOGIN_ID);
    loginlint_check(&policies[0], NULL, id, sizeof id - 1, &report);
    after = now();
    printf("%.0f\n", after - from);
    return report.verdict != LOGINLINT_VERDICT_PASS;
}

static void first(const char *program) {
    static double times[PROCESSES];
    char command[512];
    uint32_t i;
    snprintf(command, sizeof command, "%s --first", program);
    for (i = 0; i < PROCESSES; i++) {
        FILE *child = popen(command, "r");
        if (!child || fscanf(child, "%lf", &times[i]) != 1)
            exit(2);
        pclose(child);
    }
    qsort(times, PROCESSES, sizeof times[0], ascending);
    printf(
        "first   policy and check of A16, the first call of a fresh process: %.0f ns (median %.0f of %d processes)\n",
        times[0], times[PROCESSES / 2], PROCESSES);
}

static int one(const char *name) {
    uint32_t w, p;
    for (w = 0; w < WORKLOADS; w++)
        for (p = 0; strcmp(workloads[w].name, name) == 0 && p < 1000; p++)
            run_check(w, 0);
    return 0;
}

static void table(uint32_t passes) {
    static double times[FUNCTIONS][WORKLOADS][MAX_PASSES];
    uint32_t p, f, w;
    for (p = 0; p < passes; p++)
        for (w = 0; w < WORKLOADS; w++)
            for (f = 0; f < FUNCTIONS; f++)
                times[f][w][p] = once(f, w);
    printf("%u passes of %u calls; ns per call, minimum (median)\n", passes, ROUNDS * STRINGS);
    printf("%-7s %-29s %16s %16s %8s %s\n", "", "", "check", "ICU NFKC", "memcpy", "NFKC / check");
    for (w = 0; w < WORKLOADS; w++) {
        for (f = 0; f < FUNCTIONS; f++)
            qsort(times[f][w], passes, sizeof(double), ascending);
        printf("%-7s %-29s %8.1f (%5.0f)", workloads[w].name, workloads[w].what, times[0][w][0],
               times[0][w][passes / 2]);
        if (workloads[w].how == CHECK) /* the same string, once */
            printf(" %8.1f (%5.0f) %8.1f %8.2f x", times[1][w][0], times[1][w][passes / 2], times[2][w][0],
                   times[1][w][0] / times[0][w][0]);
        puts("");
    }
}

int main(int argc, char **argv) {
    uint32_t passes = argc > 1 ? (uint32_t)atoi(argv[1]) : 60, w;
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(1, &set);
    sched_setaffinity(0, sizeof set, &set); /* on one processor there is none to choose */
    if (argc == 2 && strcmp(argv[1], "--first") == 0)
        return first_here();
    if (argc == 2 && strcmp(argv[1], "--names") == 0) {
        for (w = 0; w < WORKLOADS; w++)
            puts(workloads[w].name);
        return 0;
    }
    prepare();
    if (argc == 3)
        return one(argv[2]);
    if (passes < 1 || passes > MAX_PASSES)
        return fputs("usage: bench [PASSES 1-400] | bench --one WORKLOAD | bench --names | bench --first\n", stderr), 2;
    table(passes);
    passes = passes < 8 ? passes : 8;
    of_each("explain ns per report, with its candidates", explained_once,
            " A16 F16 H12 card card- cardF pw8 email worst ", passes);
    of_each("key     ns per value", key_once, " A16 F16 H12 MIX16 email email= worst ", passes);
    batch();
    first(argv[0]);
    return 0;
}
