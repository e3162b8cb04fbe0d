/* SPDX-License-Identifier: MIT */
/* loginlint_tally.c - how many values of what, without any value: for who typed them, and as a tally to be shared.
 *
 * A tally has a cell for each verdict and first cause.  What has fewer than TALLY_LEAST values is put together in one
 * cell, `other`, and that is left out as well where it has no more; the sum is of what is shown.  So no number that is
 * printed is of few people, nor can one be reckoned from those that are.  Tallies are merged by adding cells of one
 * field, verdict and cause.
 */
#include "loginlint_tally.h"
#include "loginlint_words.h"
#include <stdio.h>

enum { NUMBERS_END = 256, VERDICTS_END = LOGINLINT_VERDICT_PASS + 1, NO_CAUSE = LOGINLINT_NOTHING, TALLY_LEAST = 5 };
static uint32_t values_seen, verdicts_seen[NUMBERS_END], causes_seen[NUMBERS_END],
    cells_seen[VERDICTS_END][NUMBERS_END];

void count_in(const loginlint_report *report, const loginlint_explanation *explanation) {
    uint32_t i;
    values_seen++;
    verdicts_seen[report->verdict]++;
    for (i = 0; i < explanation->count; i++)
        causes_seen[explanation->cause[i].code]++;
    cells_seen[report->verdict][explanation->count ? explanation->cause[0].code : NO_CAUSE]++;
}

/* "pass 3, ask 1", or as members of a JSON object. */
static void put_counts(const uint32_t *seen, uint32_t list, int json) {
    uint32_t i, any = 0;
    for (i = 0; i < NUMBERS_END; i++) {
        if (!seen[i])
            continue;
        printf(json ? "%s\"%s\":%u" : "%s%s %u", any++ ? json ? "," : ", " : "", loginlint_name(list, i),
               (unsigned)seen[i]);
    }
    if (!any && !json)
        putchar('-');
}

/* One cell: a member of a JSON array, or a line of OpenMetrics. */
static void put_cell(const struct options *o, const char *verdict, const char *cause, uint32_t count, int behind) {
    if (o->summary == SUMMARY_JSON)
        printf("%s{\"verdict\":\"%s\",\"cause\":\"%s\",\"count\":%u}", behind ? "," : "", verdict, cause,
               (unsigned)count);
    else
        printf("loginlint_values_total{field=\"%s\",verdict=\"%s\",cause=\"%s\"} %u\n",
               loginlint_name(LOGINLINT_LIST_FIELD, o->field), verdict, cause, (unsigned)count);
}

/* The cells; how many values they have. */
static uint32_t put_cells(const struct options *o) {
    uint32_t verdict, cause, shown = 0, other = 0;
    for (verdict = 0; verdict < VERDICTS_END; verdict++)
        for (cause = 0; cause < NUMBERS_END; cause++) {
            uint32_t count = cells_seen[verdict][cause];
            if (count < TALLY_LEAST) {
                other += count;
                continue;
            }
            put_cell(o, loginlint_name(LOGINLINT_LIST_VERDICT, verdict),
                     cause == NO_CAUSE ? "none" : loginlint_name(LOGINLINT_LIST_CAUSE, cause), count, shown > 0);
            shown += count;
        }
    if (other < TALLY_LEAST)
        return shown;
    put_cell(o, "other", "other", other, shown > 0);
    return shown + other;
}

static void put_tally(const struct options *o) {
    if (o->summary == SUMMARY_JSON) {
        printf("{\"tally\":{\"field\":\"%s\",\"least\":%u,\"cells\":[", loginlint_name(LOGINLINT_LIST_FIELD, o->field),
               (unsigned)TALLY_LEAST);
        printf("],\"values\":%u}}\n", (unsigned)put_cells(o));
        return;
    }
    printf(
        "# TYPE loginlint_values counter\n# HELP loginlint_values Values by verdict and first cause; fewer than %u are "
        "put together as other, or left out.\n",
        (unsigned)TALLY_LEAST);
    (void)put_cells(o);
    puts("# EOF");
}

void put_summary(const struct options *o) {
    const char *field = loginlint_name(LOGINLINT_LIST_FIELD, o->field);
    if (o->summary > SUMMARY_BEHIND) {
        put_tally(o);
        return;
    }
    if (o->json) {
        printf("{\"summary\":{\"values\":%u,\"field\":{\"%s\":%u},\"verdict\":{", (unsigned)values_seen, field,
               (unsigned)values_seen);
        put_counts(verdicts_seen, LOGINLINT_LIST_VERDICT, 1);
        fputs("},\"causes\":{", stdout);
        put_counts(causes_seen, LOGINLINT_LIST_CAUSE, 1);
        fputs("}}}\n", stdout);
        return;
    }
    printf("%s: %s %u\n    %s: ", word(o->language, WORD_SUMMARY), field, (unsigned)values_seen,
           word(o->language, WORD_VERDICTS));
    put_counts(verdicts_seen, LOGINLINT_LIST_VERDICT, 0);
    printf("\n    %s: ", word(o->language, WORD_CAUSES));
    put_counts(causes_seen, LOGINLINT_LIST_CAUSE, 0);
    putchar('\n');
}
