/* SPDX-License-Identifier: MIT */
/* hangul.c - what stands in the field when keys are typed on the Korean input method, by libhangul.
 *
 * usage: hangul KEYBOARD < values, one a line   (KEYBOARD as libhangul names it: 2 is the 2-set of KS X 5002)
 * Out: a line of provenance, then what each value gives, in UTF-8.
 */
#include <hangul.h>
#include <stdio.h>
#include <string.h>

static void put(const ucschar *text) {
    for (; *text; text++) {
        ucschar c = *text;
        if (c < 0x80) {
            putchar((int)c);
        } else if (c < 0x800) {
            putchar((int)(0xC0 | c >> 6));
            putchar((int)(0x80 | (c & 63)));
        } else {
            putchar((int)(0xE0 | c >> 12));
            putchar((int)(0x80 | (c >> 6 & 63)));
            putchar((int)(0x80 | (c & 63)));
        }
    }
}

int main(int argc, char **argv) {
    char value[1024];
    HangulInputContext *context;
    const char *p;
    if (argc < 2 || !(context = hangul_ic_new(argv[1])))
        return 2;
    printf("# libhangul " VERSION ", keyboard %s\n", argv[1]);
    while (fgets(value, sizeof value, stdin)) {
        value[strcspn(value, "\n")] = 0;
        for (p = value; *p; p++) {
            int taken = hangul_ic_process(context, *p);
            put(hangul_ic_get_commit_string(context));
            if (!taken) { /* as ibus-hangul does: what is under way is committed, the key goes to the field */
                put(hangul_ic_flush(context));
                putchar(*p);
            }
        }
        put(hangul_ic_flush(context));
        putchar('\n');
    }
    hangul_ic_delete(context);
    return 0;
}
