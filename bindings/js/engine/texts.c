/* texts.c - prints the texts of messages.def for one language, each ended by a NUL, in the order of texts/messages_data.inc.
 *
 * usage: texts en|ja
 */
#include <stdio.h>
#include <string.h>

static const char *const rows[][2] = {
#define SENTENCE(code, facts, en, ja) {en, ja},
#include "words/messages.def"
#define KEY(name, facts, en, ja) {en, ja},
#include "words/messages.def"
#define FIELD_WORD(name, en, ja) {en, ja},
#include "words/messages.def"
#define BRAND_WORD(name, en, ja) {en, ja},
#include "words/messages.def"
#define CLASS_WORD(name, en, ja) {en, ja},
#include "words/messages.def"
#define REASON_WORD(name, en, ja) {en, ja},
#include "words/messages.def"
#define CHARACTER(cp, en, ja) {en, ja},
#include "words/messages.def"
#define KIND(klass, en, ja) {en, ja},
#include "words/messages.def"
#define SCRIPT(script, en, ja) {en, ja},
#include "words/messages.def"
};

int main(int argc, char **argv) {
    size_t i;
    if (argc != 2)
        return fputs("usage: texts en|ja\n", stderr), 2;
    for (i = 0; i < sizeof rows / sizeof rows[0]; i++)
        fwrite(rows[i][argv[1][0] == 'j'], 1, strlen(rows[i][argv[1][0] == 'j']) + 1, stdout);
    return ferror(stdout) != 0;
}
