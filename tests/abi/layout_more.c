/* SPDX-License-Identifier: MIT */
/* layout_more.c - where the members lie of the records that no binding's generator asks about.
 *
 * Out, tab-separated as from lib/gen/gen_layout.c: RECORD  member  offset  size of one element  elements.
 */
#include <loginlint.h>
#include <stddef.h>
#include <stdio.h>

#define AT(name, type, member)                                                                                         \
    { name, #member, offsetof(type, member), sizeof(((type *)0)->member) }
#define SERVICE(member) AT("SERVICE", loginlint_service, member)
#define WINDOW(member) AT("WINDOW", struct loginlint_window, member)
#define FACTS(member) AT("FACTS", loginlint_facts, member)

static const struct row {
    const char *record, *member;
    size_t offset, size;
} rows[] = {
    SERVICE(size),     SERVICE(lock_min), SERVICE(lock_max), SERVICE(utc_offset), SERVICE(count), SERVICE(offset_given),
    SERVICE(window),   WINDOW(kind),      WINDOW(year),      WINDOW(from),        WINDOW(to),     WINDOW(to_year),
    FACTS(size),       FACTS(failures),   FACTS(known),      FACTS(yes),          FACTS(now),     FACTS(soon),
    FACTS(utc_offset),
};

int main(void) {
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        printf("%s\t%s\t%zu\t%zu\t1\n", rows[i].record, rows[i].member, rows[i].offset, rows[i].size);
    printf("WINDOW\t-\t0\t%zu\t1\n", sizeof(struct loginlint_window));
    return 0;
}
