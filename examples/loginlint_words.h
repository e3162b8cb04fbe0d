/* SPDX-License-Identifier: MIT */
/* loginlint_words.h - what the program itself says, in English and Japanese: help, errors, labels; and the name that
 * may have been meant by another one.
 */
#ifndef LOGINLINT_WORDS_H
#define LOGINLINT_WORDS_H

#include "loginlint.h"
#include <stdio.h>

enum word {
#define WORD(name, ...) WORD_##name,
#include "loginlint_words.def"
    WORDS
};

/* In Japanese where that is the language, else in English. */
const char *word(uint32_t language, enum word which);

/* What LOGINLINT_FOUND_* and LOGINLINT_EXPECTED_* mean in an error. */
const char *word_found(uint32_t language, uint32_t found);
const char *word_expected(uint32_t language, uint32_t expected);

/* Properties of a rule string, a context, a service, facts; each list ends with NULL. */
extern const char *const rule_names[], *const context_names[], *const service_names[];
const char *const *fact_names(void);

/* The names of a list of the library (LOGINLINT_LIST_*), ending with NULL; the next call overwrites them. */
const char *const *names_of(uint32_t list);

/* Says on standard error what went wrong: a sentence and what belongs into it.  Nothing of an argument reaches the
 * terminal as a control character.  The status of a failure, 2. */
int complain(uint32_t language, enum word which, ...);

/* Asks whether a near name was meant, if there is one. */
void suggest(uint32_t language, const char *before, const char *name);

/* The name of a list (which ends with NULL) that is nearest to n bytes of text, or NULL when none is near. */
const char *nearest(const char *const *names, const char *text, uint32_t n);

/* Says how the program is used. */
int put_help(uint32_t language, FILE *out);

#endif
