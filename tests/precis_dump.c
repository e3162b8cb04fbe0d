/* precis_dump.c - drives the companion's inside for precis_corpus.py.
 *
 * In, a line each: OP, then the code points in hex, separated by spaces.  OP: width, spaces, trim, mapping, form, bidi,
 * class and again as eight digits (struct ll_rules); or `bidi`.  Out: "ok" and the code points, or "no", code, reason, code
 * point, span.
 */
#include "icu/precis.h"
#include "loginlint.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uversion.h>

static struct ll_items items;

static void read_items(char *s) {
    char *word;
    items.n = 0;
    for (word = strtok(s, " \n"); word && items.n < LL_ITEMS_MAX; word = strtok(NULL, " \n")) {
        struct ll_item *item = &items.item[items.n];
        item->cp = (uint32_t)strtoul(word, NULL, 16);
        item->from = (uint16_t)items.n++;
        item->to = (uint16_t)items.n;
    }
}

static void print_items(void) {
    uint32_t i;
    printf("ok");
    for (i = 0; i < items.n; i++)
        printf(" %X", (unsigned)items.item[i].cp);
    puts("");
}

static void enforce(const char *op) {
    const struct ll_rules rules = {
        .width = op[0] == '1', .spaces = op[1] == '1', .trim = op[2] == '1', .mapping = (uint8_t)(op[3] - '0'),
        .form = (uint8_t)(op[4] - '0'), .bidi = op[5] == '1', .klass = (uint8_t)(op[6] - '0'), .again = op[7] == '1'};
    struct ll_refusal refusal;
    if (!ll_enforce(&rules, &items, &refusal)) {
        print_items();
        return;
    }
    printf("no %s %s %X %u %u\n", loginlint_name(LOGINLINT_LIST_CODE, refusal.code),
           loginlint_name(LOGINLINT_LIST_REASON, refusal.reason), (unsigned)refusal.cp, refusal.from, refusal.to);
}

int main(void) {
    char line[65536];
    UVersionInfo version;
    u_getVersion(version);
    printf("icu %d\n", version[0]);
    fflush(stdout);
    while (fgets(line, sizeof line, stdin)) {
        char *rest = strchr(line, ' ');
        uint32_t at;
        if (!rest)
            continue;
        *rest++ = '\0';
        read_items(rest);
        if (strcmp(line, "bidi") == 0)
            puts(ll_bidi_rule(&items, 0, items.n, 1, &at) ? "no" : "ok");
        else
            enforce(line);
        fflush(stdout);
    }
    return 0;
}
