/* SPDX-License-Identifier: MIT */
/* gen_constants.c - writes the constants of diagnostics.def, names.def and advice.def in the form asked for.
 *
 * usage: gen_constants header | tsv | readme
 *   header   #define lines for the block in include/loginlint.h
 *   tsv      LIST, NUMBER, NAME, name, extra (severity of a code): what the bindings' generators read
 */
#include <stdio.h>
#include <string.h>

static void header(void) {
#define X(number, name, text, ...) printf("#define LOGINLINT_CODE_%s %uu\n", #name, (unsigned)number);
#include "../check/diagnostics.def"
#define X(list, number, name, text) printf("#define LOGINLINT_%s_%s %uu\n", #list, #name, (unsigned)number);
#include "../words/names.def"
#undef X
#define X(number, name, text, ...) printf("#define LOGINLINT_ADVICE_%s %uu\n", #name, (unsigned)number);
#include "../preflight/advice.def"
#undef X
#define CAUSE(number, name, text, ...) printf("#define LOGINLINT_CAUSE_%s %uu\n", #name, (unsigned)number);
#include "../explain/causes.def"
}

static void tsv(void) {
#define X(number, name, text, group, severity, ...)                                                                    \
    printf("CODE\t%u\t%s\t%s\t%s\n", (unsigned)number, #name, text, #severity);
#include "../check/diagnostics.def"
#define X(list, number, name, text) printf("%s\t%u\t%s\t%s\t\n", #list, (unsigned)number, #name, text);
#include "../words/names.def"
#undef X
#define X(number, name, text, ...) printf("ADVICE\t%u\t%s\t%s\t\n", (unsigned)number, #name, text);
#include "../preflight/advice.def"
#undef X
#define CAUSE(number, name, text, ...) printf("CAUSE\t%u\t%s\t%s\t\n", (unsigned)number, #name, text);
#include "../explain/causes.def"
}

/* A table for people: the codes under their headings. */
static void readme_row(const char **last, const char *group, const char *text) {
    if (strcmp(*last, group) != 0)
        printf("%s| %s | `%s`", **last ? " |\n" : "", group, text);
    else
        printf(" `%s`", text);
    *last = group;
}

static void readme(void) {
    const char *last = "";
    puts("| group | codes |\n|---|---|");
#define X(number, name, text, group, ...) readme_row(&last, #group, text);
#include "../check/diagnostics.def"
    puts(" |");
}

int main(int argc, char **argv) {
    if (argc == 2 && strcmp(argv[1], "header") == 0)
        header();
    else if (argc == 2 && strcmp(argv[1], "tsv") == 0)
        tsv();
    else if (argc == 2 && strcmp(argv[1], "readme") == 0)
        readme();
    else
        return fputs("usage: gen_constants header|tsv|readme\n", stderr), 2;
    return 0;
}
