/* SPDX-License-Identifier: MIT */
/* calibrate.c - `make calibrate`: is the probability that the library gives for Caps Lock one?
 *
 *   calibrate [SHARES.tsv]     synthetic attempts, drawn from published shares of letter-case shapes
 *   calibrate --counts FILE    a service's own attempts
 *
 * In: SHARES.tsv, one list a line: name, "distinct" or "by use", N, then percent of all lower, all upper, Capitalised,
 * iNVERTED, mixed, one capital letter alone, no letters (# begins a comment).  FILE: pattern, context, outcome, count,
 * separated by tabs.  A pattern stands for a value by classes alone (A a 0 ! as in "AAAA00"), so that no password is
 * needed; the context is a context string; the outcome is 1 when Caps Lock was wrongly on.
 * Out: for each list Brier score and log loss of the shipped parameters beside those of the prior alone and of the best
 * that anybody could know, and a reliability table.  For counts also the offset and slope that would correct them.
 * Exit status 1: worse than the prior alone, or the parameters do not follow from the list they were fitted on; 2:
 * usage.
 *
 * The shapes in caps_lock.def were fitted on the phpBB list by use; figures are for the other lists only.
 */
#include <loginlint.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
#define X(name, centinats) CASE_##name = (centinats),
#include "check/caps_lock.def"
#undef X
};

enum shape { LOWER, UPPER, TITLE, INVERTED, MIXED, ONE_UPPER, NONE, ONE_LOWER, SHAPES };

/* Each shape as a value, and what Caps Lock makes of it. */
static const char *const patterns[SHAPES] = {"aaaaaaaa", "AAAAAAAA", "Aaaaaaaa", "aAAAAAAA",
                                             "AaaAaaaa", "A0000000", "00000000", "a0000000"};
static const enum shape swapped[SHAPES] = {UPPER, LOWER, INVERTED, TITLE, MIXED, ONE_LOWER, NONE, ONE_UPPER};

struct list {
    char name[64];
    double share[SHAPES]; /* percent */
};

#define FITTED_ON "phpbb"

/* When no file is given: shares counted in two public frequency lists (aggregates only), weighted by use. */
static const struct list built_in[] = {
    {FITTED_ON " by use (255,420)", {79.43, 1.60, 2.70, .073, 3.28, .06, 12.17, .70}},
    {"myspace by use (41,545)", {90.18, 3.07, 2.16, .036, .79, .23, .78, 2.74}},
};

/* Attempts that look alike to the library. */
struct cell {
    const char *id; /* pattern typed into the login ID before, or NULL */
    const char *pattern;
    const char *context;
    double meant, caps; /* how many were meant so, how many were Caps Lock */
    double p;           /* what the library says */
};

enum { CELLS = 4096 };
static struct cell cells[CELLS];
static size_t count;

static void add(const char *id, const char *pattern, const char *context, double meant, double caps) {
    size_t i;
    for (i = 0; i < count && !id; i++)
        if (strcmp(cells[i].pattern, pattern) == 0 && strcmp(cells[i].context, context) == 0) {
            cells[i].meant += meant;
            cells[i].caps += caps;
            return;
        }
    if (count == CELLS) {
        fprintf(stderr, "calibrate: more than %d different rows\n", CELLS);
        exit(2);
    }
    cells[count++] = (struct cell){id, pattern, context, meant, caps, 0};
}

/* ---- the library's word ---- */

static loginlint_report report;

static void ask(uint32_t field, const char *pattern, const char *context, int32_t evidence) {
    loginlint_policy policy;
    loginlint_context knows;
    loginlint_policy_init(&policy, field);
    loginlint_context_init(&knows);
    if (loginlint_context_parse(&knows, context, (uint32_t)strlen(context), NULL)) {
        fprintf(stderr, "calibrate: not a context: %s\n", context);
        exit(2);
    }
    if (evidence)
        knows.caps_evidence = evidence;
    loginlint_check(&policy, &knows, (const uint8_t *)pattern, (uint32_t)strlen(pattern), &report);
}

static double probability(const struct cell *c) {
    int32_t evidence = 0;
    uint32_t i;
    if (c->id) {
        ask(LOGINLINT_FIELD_LOGIN_ID, c->id, c->context, 0);
        evidence = report.caps_evidence;
    }
    ask(LOGINLINT_FIELD_PASSWORD, c->pattern, c->context, evidence);
    for (i = 0; i < report.count; i++)
        if (report.diagnostics[i].code == LOGINLINT_CODE_CAPS_LOCK)
            return report.diagnostics[i].confidence / 100.0;
    return 0;
}

/* ---- scores ---- */

struct score {
    double brier, log_loss;
};

enum guess { SHIPPED, PRIOR, BEST };

/* Silence is less than 0.5 %: taken as a quarter of a percent where a logarithm is needed. */
static double clipped(double p) {
    return p < .0025 ? .0025 : p > .9975 ? .9975 : p;
}

static struct score score(enum guess guess) {
    struct score s = {0, 0};
    double all = 0, caps = 0;
    size_t i;
    for (i = 0; i < count; i++) {
        all += cells[i].meant + cells[i].caps;
        caps += cells[i].caps;
    }
    for (i = 0; i < count; i++) {
        const struct cell *c = &cells[i];
        double p = c->p, safe;
        if (c->meant + c->caps <= 0)
            continue;
        if (guess == PRIOR)
            p = caps / all;
        else if (guess == BEST)
            p = c->caps / (c->meant + c->caps);
        safe = guess == SHIPPED ? clipped(p) : fmin(fmax(p, 1e-12), 1 - 1e-12);
        s.brier += (c->caps * (1 - p) * (1 - p) + c->meant * p * p) / all;
        s.log_loss -= (c->caps * log(safe) + c->meant * log(1 - safe)) / all;
    }
    return s;
}

static void reliability(void) {
    static const double edges[] = {0, .005, .05, .10, .20, .50, .80, 1.01};
    double all = 0;
    size_t b, i;
    for (i = 0; i < count; i++)
        all += cells[i].meant + cells[i].caps;
    printf("    said            mean      observed  attempts\n");
    for (b = 0; b + 1 < sizeof edges / sizeof *edges; b++) {
        double n = 0, said = 0, caps = 0;
        for (i = 0; i < count; i++)
            if (cells[i].p >= edges[b] && cells[i].p < edges[b + 1]) {
                n += cells[i].meant + cells[i].caps;
                said += cells[i].p * (cells[i].meant + cells[i].caps);
                caps += cells[i].caps;
            }
        if (n > 0)
            printf("    %5.1f - %5.1f %%  %6.2f %%  %6.2f %%  %8.4f %%\n", 100 * edges[b],
                   b + 2 == sizeof edges / sizeof *edges ? 100 : 100 * edges[b + 1], 100 * said / n, 100 * caps / n,
                   100 * n / all);
    }
}

/* Says how good the cells' probabilities are; 0 when the prior alone would have been better. */
static int judge(const char *title) {
    struct score shipped, prior, best;
    size_t i;
    for (i = 0; i < count; i++)
        cells[i].p = probability(&cells[i]);
    shipped = score(SHIPPED);
    prior = score(PRIOR);
    best = score(BEST);
    printf("  %s\n    Brier score  %.6f   (prior alone %.6f, best possible %.6f)\n", title, shipped.brier, prior.brier,
           best.brier);
    printf("    log loss     %.6f   (prior alone %.6f, best possible %.6f)\n", shipped.log_loss, prior.log_loss,
           best.log_loss);
    reliability();
    return shipped.brier <= prior.brier && shipped.log_loss <= prior.log_loss;
}

/* ---- synthetic attempts ---- */

static double odds_to_p(int32_t centinats) {
    return 1 / (1 + exp(-centinats / 100.0));
}

/* A person types what was meant; with probability p Caps Lock was on all along. */
static void draw(const struct list *list, const char *context, double p) {
    int t;
    count = 0;
    for (t = 0; t < SHAPES; t++)
        add(NULL, patterns[t], context, (1 - p) * list->share[t], p * list->share[swapped[t]]);
}

/* The same with a login ID before it, whose letters are meant as those of passwords are; Caps Lock was on in both. */
static void draw_both(const struct list *list, double p) {
    int t, u;
    count = 0;
    for (t = 0; t < SHAPES; t++)
        for (u = 0; u < SHAPES; u++)
            add(patterns[u], patterns[t], "", (1 - p) * list->share[t] * list->share[u],
                p * list->share[swapped[t]] * list->share[swapped[u]]);
}

static int evaluate(const struct list *list) {
    double first = odds_to_p(CASE_PRIOR_FIRST), failed = odds_to_p(CASE_PRIOR_FAILED);
    int good = 1;
    printf("\n%s: lower %.2f %%, upper %.2f %%, Title %.2f %%, iNVERTED %.3f %%\n", list->name, list->share[LOWER],
           list->share[UPPER], list->share[TITLE], list->share[INVERTED]);
    draw(list, "", first);
    good &= judge("password, first attempt");
    draw(list, "failures: 1", failed);
    good &= judge("password, after a failed attempt");
    draw_both(list, first);
    good &= judge("login ID, then password, first attempt");
    return good;
}

/* The shapes, from the list they were fitted on: ln of the ratio, the text alone capped at 50. */
static int fit(const struct list *list) {
    const struct {
        const char *name;
        int32_t shipped;
        double ratio;
    } rows[] = {
        {"all upper", CASE_UPPER_MANY, list->share[LOWER] / list->share[UPPER]},
        {"iNVERTED", CASE_INVERTED, list->share[TITLE] / list->share[INVERTED]},
        {"all lower", -CASE_LOWER, list->share[LOWER] / list->share[UPPER]},
        {"Title", -CASE_TITLE, list->share[TITLE] / list->share[INVERTED]},
    };
    int good = 1;
    size_t i;
    printf("Fitted on %s, in centinats (shipped / fitted):\n", list->name);
    for (i = 0; i < sizeof rows / sizeof *rows; i++) {
        double fitted = 100 * log(fmin(rows[i].ratio, 50));
        printf("  %-10s %4d / %6.1f\n", rows[i].name, rows[i].shipped, fitted);
        good &= fabs(fitted - rows[i].shipped) < 3;
    }
    return good;
}

static int read_list(char *line, struct list *list) {
    static const enum shape columns[] = {LOWER, UPPER, TITLE, INVERTED, MIXED, ONE_UPPER, NONE};
    char name[40], by[16];
    int at, used;
    size_t i;
    memset(list, 0, sizeof *list);
    if (line[0] == '#' || sscanf(line, "%39[^\t]\t%15[^\t]\t%*d%n", name, by, &at) != 2)
        return 0;
    snprintf(list->name, sizeof list->name, "%s %s", name, by);
    for (i = 0; i < sizeof columns / sizeof *columns; i++, at += used)
        if (sscanf(line + at, "%lf%n", &list->share[columns[i]], &used) != 1)
            return 0;
    return list->share[UPPER] > 0 && list->share[INVERTED] > 0; /* a list without capitals was folded */
}

static int is_fitted(const struct list *list) {
    return strncmp(list->name, FITTED_ON, strlen(FITTED_ON)) == 0;
}

static int take(const struct list *list) {
    if (!is_fitted(list))
        return evaluate(list);
    return strstr(list->name, "by use") ? fit(list) : 1;
}

static int from_shares(const char *path) {
    FILE *file = path ? fopen(path, "r") : NULL;
    char line[512];
    struct list list;
    int good = 1;
    size_t i;
    if (path && !file) {
        perror(path);
        return 2;
    }
    if (!file) {
        printf("No file of shares: the two lists whose shares are in this program.\n");
        for (i = 0; i < sizeof built_in / sizeof *built_in; i++)
            good &= take(&built_in[i]);
        return !good;
    }
    while (fgets(line, sizeof line, file))
        if (read_list(line, &list))
            good &= take(&list);
    fclose(file);
    return !good;
}

/* ---- a service's own counts ---- */

/* Offset and slope of the logistic regression of the outcome on the log-odds that the library gave (Newton's method).
 */
static void correct(double *offset, double *slope) {
    int round;
    size_t i;
    *offset = 0;
    *slope = 1;
    for (round = 0; round < 50; round++) {
        double g0 = 0, g1 = 0, h00 = 1e-9, h01 = 0, h11 = 1e-9, det;
        for (i = 0; i < count; i++) {
            double p = clipped(cells[i].p), x = log(p / (1 - p)), n = cells[i].meant + cells[i].caps;
            double q = 1 / (1 + exp(-(*offset + *slope * x))), w = n * q * (1 - q);
            g0 += cells[i].caps - n * q;
            g1 += (cells[i].caps - n * q) * x;
            h00 += w;
            h01 += w * x;
            h11 += w * x * x;
        }
        det = h00 * h11 - h01 * h01;
        if (fabs(det) < 1e-12)
            return;
        *offset += (h11 * g0 - h01 * g1) / det;
        *slope += (h00 * g1 - h01 * g0) / det;
    }
}

/* pattern TAB context (may be empty) TAB 0 or 1 TAB count */
static int read_row(const char *line, char pattern[96], char context[96], int *outcome, double *n) {
    if (sscanf(line, "%95[Aa0!]\t%95[^\t]\t%d\t%lf", pattern, context, outcome, n) == 4)
        return *n >= 0;
    context[0] = 0;
    return sscanf(line, "%95[Aa0!]\t\t%d\t%lf", pattern, outcome, n) == 3 && *n >= 0;
}

static int from_counts(const char *path) {
    FILE *file = fopen(path, "r");
    static char texts[CELLS][2][96];
    char line[512];
    double offset, slope, n;
    int outcome, good, number = 0;
    if (!file) {
        perror(path);
        return 2;
    }
    count = 0;
    while (fgets(line, sizeof line, file)) {
        number++;
        if (line[0] == '#' || line[0] == '\n')
            continue;
        if (count == CELLS || !read_row(line, texts[count][0], texts[count][1], &outcome, &n)) {
            fprintf(stderr, "%s:%d: a pattern of A a 0 !, a context, 0 or 1, a count, separated by tabs\n", path,
                    number);
            fclose(file);
            return 2;
        }
        add(NULL, texts[count][0], texts[count][1], outcome ? 0 : n, outcome ? n : 0);
    }
    fclose(file);
    good = judge(path);
    correct(&offset, &slope);
    printf("  log-odds as observed = %.2f + %.2f x those given\n", offset, slope);
    return !good;
}

int main(int argc, char **argv) {
    if (argc == 3 && strcmp(argv[1], "--counts") == 0)
        return from_counts(argv[2]);
    if (argc > 2 || (argc == 2 && argv[1][0] == '-')) {
        fprintf(stderr, "usage: calibrate [SHARES.tsv] | --counts FILE\n");
        return 2;
    }
    return from_shares(argc == 2 ? argv[1] : NULL);
}
