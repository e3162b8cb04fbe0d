/* bench.c - what a whole check costs, beside peers that do the nearest part of it, in one run.
 *
 * Round-robin over functions and workloads, 64 different random strings a workload so that no branch predictor learns
 * one, the minimum and the median of many passes; pinned to one processor where that is possible.  Prints ns per call
 * and the ratio to ICU's NFKC on the same strings.  The times are of this machine, noisy; instruction counts: `make
 * bench-count`.
 *
 * usage: bench [PASSES] | bench --one WORKLOAD   (the second: 1,000 checks of one string, to be counted by callgrind)
 */
#include <loginlint.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

enum { STRINGS = 64, ROUNDS = 20, ROOM = 1100, MAX_PASSES = 400 };

static uint64_t state = 88172645463325252u;
static uint32_t below(uint32_t n) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)(state >> 33) % n;
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

static const char RULES[] =
    "minlength: 8; maxlength: 64; required: lower; required: upper; required: digit; max-consecutive: 4";
static const struct workload {
    const char *name, *what;
    uint32_t field;
    const char *rules;
    void (*make)(struct text *);
} workloads[] = {
    {"A16", "clean ASCII ID", LOGINLINT_FIELD_LOGIN_ID, "", make_a16},
    {"F16", "full-width ID", LOGINLINT_FIELD_LOGIN_ID, "", make_f16},
    {"H12", "hiragana in an ID", LOGINLINT_FIELD_LOGIN_ID, "", make_h12},
    {"MIX16", "every width and script", LOGINLINT_FIELD_LOGIN_ID, "", make_mix16},
    {"card", "16 digits, brand, Luhn", LOGINLINT_FIELD_CARD_NUMBER, "", make_card},
    {"card-", "the same with hyphens", LOGINLINT_FIELD_CARD_NUMBER, "", make_card_hyphens},
    {"cardF", "the same full-width", LOGINLINT_FIELD_CARD_NUMBER, "", make_card_wide},
    {"pw8", "8-character password, rules", LOGINLINT_FIELD_PASSWORD, RULES, make_password8},
    {"pw64", "64-character password, rules", LOGINLINT_FIELD_PASSWORD, RULES, make_password64},
    {"email", "e-mail with a domain typo", LOGINLINT_FIELD_LOGIN_ID, "kind: email", make_email_typo},
    {"worst", "1,024 hostile bytes", LOGINLINT_FIELD_LOGIN_ID, "", make_hostile},
};
enum { WORKLOADS = sizeof workloads / sizeof workloads[0] };

static struct text texts[WORKLOADS][STRINGS];
static loginlint_policy policies[WORKLOADS];
static loginlint_report report;
static const UNormalizer2 *nfkc;

static void prepare(void) {
    UErrorCode error = U_ZERO_ERROR;
    uint32_t w, i;
    nfkc = unorm2_getNFKCInstance(&error);
    for (w = 0; w < WORKLOADS; w++) {
        if (loginlint_policy_init(&policies[w], workloads[w].field) ||
            loginlint_policy_parse(&policies[w], workloads[w].rules, (uint32_t)strlen(workloads[w].rules), NULL))
            exit(2);
        for (i = 0; i < STRINGS; i++) {
            struct text *t = &texts[w][i];
            workloads[w].make(t);
            u_strFromUTF8(t->u, ROOM, &t->un, (const char *)t->s, (int32_t)t->n, &error);
        }
    }
    if (U_FAILURE(error))
        exit(2);
}

static void run_check(uint32_t w, uint32_t i) {
    loginlint_check(&policies[w], NULL, texts[w][i].s, texts[w][i].n, &report);
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
    return (now() - from) / (ROUNDS * STRINGS);
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv) {
    static double times[FUNCTIONS][WORKLOADS][MAX_PASSES];
    uint32_t passes = argc > 1 ? (uint32_t)atoi(argv[1]) : 60, p, f, w;
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(1, &set);
    sched_setaffinity(0, sizeof set, &set); /* on one processor there is none to choose */
    prepare();
    if (argc == 3) {
        for (w = 0; w < WORKLOADS; w++)
            for (p = 0; strcmp(workloads[w].name, argv[2]) == 0 && p < 1000; p++)
                run_check(w, 0);
        return 0;
    }
    if (passes < 1 || passes > MAX_PASSES)
        return fputs("usage: bench [PASSES 1-400] | bench --one WORKLOAD\n", stderr), 2;
    for (p = 0; p < passes; p++)
        for (w = 0; w < WORKLOADS; w++)
            for (f = 0; f < FUNCTIONS; f++)
                times[f][w][p] = once(f, w);
    printf("%u passes of %u calls; ns per call, minimum (median)\n", passes, ROUNDS * STRINGS);
    printf("%-6s %-30s %16s %16s %8s %s\n", "", "", "check", "ICU NFKC", "memcpy", "NFKC / check");
    for (w = 0; w < WORKLOADS; w++) {
        for (f = 0; f < FUNCTIONS; f++)
            qsort(times[f][w], passes, sizeof(double), ascending);
        printf("%-6s %-30s %8.1f (%5.0f) %8.1f (%5.0f) %8.1f %8.2f x\n", workloads[w].name, workloads[w].what,
               times[0][w][0], times[0][w][passes / 2], times[1][w][0], times[1][w][passes / 2], times[2][w][0],
               times[1][w][0] / times[0][w][0]);
    }
    return 0;
}
