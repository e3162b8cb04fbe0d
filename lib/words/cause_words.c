/* SPDX-License-Identifier: MIT */
/* cause_words.c - one cause as two sentences: what happened, and what to do.
 *
 * In: the causes of loginlint_explain and the number of one.  Out: UTF-8 in the caller's buffer.  The sentences stand
 * in the language files under [cause.name]; here are the facts by which one is chosen, and the values that fill it. All
 * of them are in the cause's record, which holds no character of a secret.
 */
#include "words/cause_words.h"
#include "text/utf.h"
#include "text/wipe.h"
#include "words/sentence.h"

static uint64_t facts_of_remedy(uint32_t remedy) {
    return LL_FACT_IF(remedy == LOGINLINT_REMEDY_APPLY, APPLY) | LL_FACT_IF(remedy == LOGINLINT_REMEDY_CHOOSE, CHOOSE) |
           LL_FACT_IF(remedy == LOGINLINT_REMEDY_RETYPE, RETYPE) | LL_FACT_IF(remedy == LOGINLINT_REMEDY_LOOK, LOOK) |
           LL_FACT_IF(remedy == LOGINLINT_REMEDY_GO, GO);
}

/* Which of the things that the cause has it is: its leading finding and the candidate say so. */
static uint64_t facts_of_variant(const loginlint_cause *cause) {
    uint32_t code = cause->diagnostic, basis = cause->basis;
    return LL_FACT_IF(code == LOGINLINT_CODE_HANGUL_LAYOUT, KOREAN) |
           LL_FACT_IF(basis == LOGINLINT_BASIS_SHIFT, SHIFT) |
           LL_FACT_IF(basis == LOGINLINT_BASIS_AZERTY_LAYOUT && cause->digits, UNSHIFTED) |
           LL_FACT_IF(cause->case_lost, CASELOST) | LL_FACT_IF(code == LOGINLINT_CODE_ENCODED_TEXT, ENCODED) |
           LL_FACT_IF(code == LOGINLINT_CODE_LOST_DIGITS && !cause->operations, EXPONENT) |
           LL_FACT_IF(code == LOGINLINT_CODE_LOOKALIKE_LETTER, LETTER) |
           LL_FACT_IF(code == LOGINLINT_CODE_FOREIGN_DIGIT, FOREIGN) |
           LL_FACT_IF(code == LOGINLINT_CODE_COMPATIBILITY_FORM, FORM) |
           LL_FACT_IF(code == LOGINLINT_CODE_YEN_BACKSLASH, CURRENCY) |
           LL_FACT_IF(code == LOGINLINT_CODE_DASH_LOOKALIKE, HYPHEN) |
           LL_FACT_IF(code == LOGINLINT_CODE_TOO_SHORT || code == LOGINLINT_CODE_EMPTY, SHORT) |
           LL_FACT_IF(code == LOGINLINT_CODE_TOO_LONG, LONG) | LL_FACT_IF(code == LOGINLINT_CODE_TOO_LARGE, LARGE) |
           LL_FACT_IF(code == LOGINLINT_CODE_IDNA, IDNA);
}

static uint64_t facts_of_place(uint32_t place) {
    return LL_FACT_IF(place == LOGINLINT_FIELD_LOGIN_ID, TOID) |
           LL_FACT_IF(place == LOGINLINT_FIELD_PASSWORD, TOPASSWORD) |
           LL_FACT_IF(place == LOGINLINT_FIELD_CARD_NUMBER, TOCARD) | LL_FACT_IF(place == LOGINLINT_FIELD_PIN, TOPIN);
}

static uint64_t facts_of(const loginlint_cause *cause) {
    int shown = !cause->secret && cause->argument && cause->character[1] - cause->character[0] == 1;
    return ll_facts_of_box(cause->field, cause->digits) | ll_facts_of_kind(cause->kind) |
           ll_facts_of_operations(cause->operations) |
           ll_facts_of_sureness(cause->known ? 100 : cause->confidence, cause->severity) |
           ll_facts_of_device(cause->platform, cause->keyboard) | facts_of_remedy(cause->remedy) |
           facts_of_variant(cause) | facts_of_place(cause->place) | LL_FACT_IF(shown, SHOWN) |
           LL_FACT_IF(shown && cause->meant, MEANT) | LL_FACT_IF(cause->character[0] == 0, START) |
           LL_FACT_IF(cause->limits[1] == 1, SINGLE);
}

static int is_many(const loginlint_cause *cause) {
    uint32_t more = cause->classes & (cause->classes - 1u);
    return cause->code == LOGINLINT_CAUSE_MISSING_CLASS ? more != 0
                                                        : cause->places > 1 || cause->position_end > cause->position;
}

static int32_t say(struct ll_writer *w, const loginlint_cause *cause, uint32_t language, uint32_t part) {
    uint8_t fix[4];
    struct ll_sentence s = {.w = w,
                            .texts = loginlint__language(language),
                            .facts = facts_of(cause),
                            .position = cause->position,
                            .position_end = cause->position_end,
                            .argument = cause->argument,
                            .fix = fix,
                            .limits = {cause->limits[0], cause->limits[1]},
                            .limit = cause->limits[1],
                            .count = cause->count,
                            .classes = cause->classes,
                            .field = cause->field,
                            .box = cause->place,
                            .brand = cause->brand,
                            .reason = cause->reason,
                            .many = (uint8_t)is_many(cause)};
    if (!s.texts)
        return -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
    s.fix_length = s.facts & LL_FACT(MEANT) ? loginlint__utf8_put(cause->meant, fix) : 0;
    return loginlint__say(&s, LOGINLINT_LIST_CAUSE, cause->code, part);
}

int32_t loginlint__cause_message(struct ll_writer *w, const loginlint_explanation *explanation, uint32_t i,
                                 uint32_t language) {
    return say(w, &explanation->cause[i], language, LL_MESSAGE);
}

int32_t loginlint__cause_next(struct ll_writer *w, const loginlint_explanation *explanation, uint32_t i,
                              uint32_t language) {
    return say(w, &explanation->cause[i], language, LL_NEXT);
}

static int32_t sentence(const loginlint_explanation *explanation, uint32_t i, uint32_t language, uint32_t part,
                        uint8_t *out, uint32_t capacity) {
    struct ll_writer w = ll_writer_on(out, capacity);
    int32_t error;
    if (!explanation || (!out && capacity))
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    if (explanation->size != sizeof *explanation)
        return -(int32_t)LOGINLINT_ERROR_RECORD_SIZE;
    if (i >= explanation->count || i >= LOGINLINT_CAUSES_MAX)
        return -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
    error = say(&w, &explanation->cause[i], language, part);
    return error ? error : loginlint__writer_done(&w);
}

LL_CLEARED_CALL(loginlint_cause_message, message,
                (const loginlint_explanation *explanation, uint32_t i, uint32_t language, uint8_t *out,
                 uint32_t capacity),
                (explanation, i, language, out, capacity)) {
    return sentence(explanation, i, language, LL_MESSAGE, out, capacity);
}

LL_CLEARED_CALL(loginlint_cause_next, next,
                (const loginlint_explanation *explanation, uint32_t i, uint32_t language, uint8_t *out,
                 uint32_t capacity),
                (explanation, i, language, out, capacity)) {
    return sentence(explanation, i, language, LL_NEXT, out, capacity);
}
