/* SPDX-License-Identifier: MIT */
/* texts.c - room for the texts of one language, which JavaScript writes here when a message is asked for.
 *
 * In: TEXTS_BYTES, those of the longest language.  Out: the arrays of loginlint__language, in place of lib/words/sentences_*.c.
 */
#include "words/sentences.inc"
#include <stdint.h>

#define EXPORT __attribute__((visibility("default")))

#define X(number, name) const char *loginlint__texts_##name[LL_TEXTS];
LL_LANGUAGES(X)
#undef X

static uint8_t bytes[TEXTS_BYTES];

/* The addresses of the texts of a language; of any other number, where their bytes go. */
EXPORT void *loginlint_texts(uint32_t language) {
    static const char **const texts[] = {
#define X(number, name) [number] = loginlint__texts_##name,
        LL_LANGUAGES(X)
#undef X
    };
    return language < sizeof texts / sizeof texts[0] ? (void *)texts[language] : (void *)bytes;
}
