/* describe.c - what a value of the interface means, and what a preset is for: texts of the language files as they are.
 *
 * In: a list and a value, or the number of a preset; a language.  Out: static UTF-8, NULL where there is no text.
 */
#include "words/sentence.h"
#include <stddef.h>

static const char *about(uint32_t table, uint32_t member, uint32_t language) {
    const char *const *texts = loginlint__language(language);
    return texts ? loginlint__text(texts, table, member, LL_ABOUT, 0) : NULL;
}

const char *loginlint_describe(uint32_t list, uint32_t value, uint32_t language) {
    return list < LL_KEY ? about(list, value, language) : NULL;
}

const char *loginlint_preset_about(uint32_t i, uint32_t language) {
    return about(LL_PRESET, i, language);
}
