/* SPDX-License-Identifier: MIT */
/* precis_dump.c - drives the companion's inside for precis_corpus.py.
 *
 * In, a line each: OP, then the code points in hex, separated by spaces.  OP: width, spaces, trim, mapping, form, bidi,
 * class as seven digits (struct ll_rules); or `bidi`; or `domain` and the flags of loginlint_icu_domain as a
 * digit; or `alike`, the code points of two names with a comma between them.  Out: "ok" and the code points, or "no",
 * code, reason, code point, span.
 */
#include "icu/precis.h"
#include "loginlint.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/utf8.h>
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
    const struct ll_rules rules = {.width = op[0] == '1',
                                   .spaces = op[1] == '1',
                                   .trim = op[2] == '1',
                                   .mapping = (uint8_t)(op[3] - '0'),
                                   .form = (uint8_t)(op[4] - '0'),
                                   .bidi = op[5] == '1',
                                   .string_class = (uint8_t)(op[6] - '0')};
    struct ll_refusal refusal;
    if (!loginlint__enforce(&rules, &items, &refusal)) {
        print_items();
        return;
    }
    printf("no %s %s %X %u %u\n", loginlint_name(LOGINLINT_LIST_CODE, refusal.code),
           loginlint_name(LOGINLINT_LIST_REASON, refusal.reason), (unsigned)refusal.cp, refusal.from, refusal.to);
}

static uint32_t to_utf8(uint8_t *out, uint32_t capacity) {
    uint32_t i, n = 0;
    for (i = 0; i < items.n && n + 4 < capacity; i++)
        U8_APPEND_UNSAFE(out, n, items.item[i].cp);
    return n;
}

static void domain(uint32_t flags) {
    static uint8_t name[8192], out[8192];
    loginlint_diagnostic finding;
    uint32_t n = to_utf8(name, sizeof name), i;
    int32_t length = loginlint_icu_domain(name, n, flags, out, sizeof out, &finding);
    if (length < 0) {
        printf("error %d\n", (int)length);
        return;
    }
    if (finding.code)
        printf("no %u %u %u %u\n", (unsigned)finding.argument, 0u, (unsigned)finding.character[0],
               (unsigned)finding.character[1]);
    else
        printf("ok ");
    for (i = 0; !finding.code && i < (uint32_t)length; i++)
        printf("%02X", out[i]);
    if (!finding.code)
        puts("");
}

/* "alike ABC , DEF": the first name against the second as the only reserved one. */
static void alike(char *s) {
    static uint8_t value[8192], reserved[8192];
    char *second = strchr(s, ',');
    uint32_t n, m;
    if (!second)
        return;
    *second++ = '\0';
    read_items(s);
    n = to_utf8(value, sizeof value);
    read_items(second);
    m = to_utf8(reserved, sizeof reserved);
    printf("%d\n", (int)loginlint_icu_confusable(value, n, (const char *)reserved, m));
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
        if (strcmp(line, "alike") == 0) {
            alike(rest);
            fflush(stdout);
            continue;
        }
        read_items(rest);
        if (strncmp(line, "domain", 6) == 0)
            domain((uint32_t)(line[6] - '0'));
        else if (strcmp(line, "bidi") == 0)
            puts(loginlint__bidi_rule(&items, 0, items.n, 1, &at) ? "no" : "ok");
        else
            enforce(line);
        fflush(stdout);
    }
    return 0;
}
