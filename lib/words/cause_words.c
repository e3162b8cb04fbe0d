/* cause_words.c - one cause as two sentences: what happened, and what to do.
 *
 * In: an explanation and the number of a cause.  Out: UTF-8 in the caller's buffer.  Provisional: English, and the same
 * for every platform.
 */
#include "words/cause_words.h"
#include "text/wipe.h"

static const char *const messages[64] = {
#define CAUSE(number, name, text, group, rank, extent, remedy, bases) [number] = SAY_##name,
#define SAY_INPUT_METHOD "The input method was on."
#define SAY_FULLWIDTH_INPUT "It was typed in full-width characters."
#define SAY_KANA_INPUT "Kana input was on."
#define SAY_OTHER_LAYOUT "It was typed on the keyboard of another language."
#define SAY_SYMBOL_LAYOUT "It was typed on a keyboard with other symbols."
#define SAY_CAPS_LOCK "Caps Lock seems to be on."
#define SAY_AUTO_CAPITAL "The keyboard seems to have made the first letter a capital."
#define SAY_NUM_LOCK "Num Lock seems to be in the way."
#define SAY_SMART_PUNCTUATION "The keyboard changed the punctuation."
#define SAY_PASTED_TEXT "Something beside it was pasted as well."
#define SAY_SEVERAL_VALUES "Several values were pasted."
#define SAY_REPEATED_VALUE "It is there twice."
#define SAY_MASKED_VALUE "It was copied from where it is not shown in full."
#define SAY_LOST_DIGITS "Digits were lost on the way here."
#define SAY_INVISIBLE_CHARACTERS "There are characters that cannot be seen."
#define SAY_EDGE_SPACE "There is a space at the beginning or the end."
#define SAY_INNER_SPACE "There is a space in it."
#define SAY_SEPARATORS "The hyphens or spaces are others than the field takes."
#define SAY_LETTER_CASE "Capitals and small letters are others than the field takes."
#define SAY_LOOKALIKE "There are characters that only look like those that are meant."
#define SAY_COUNTRY_CODE "The country code is in the way."
#define SAY_DAMAGED "It was damaged on the way here."
#define SAY_MISTYPED_DOMAIN "The part after the @ seems to be mistyped."
#define SAY_INCOMPLETE_ADDRESS "The e-mail address is not complete."
#define SAY_WRONG_DIGIT "A digit seems to be mistyped."
#define SAY_MISSING_DIGIT "A digit is missing."
#define SAY_EXTRA_DIGIT "There is a digit too many."
#define SAY_LENGTH "Its length does not fit."
#define SAY_MISSING_CLASS "A kind of character is missing."
#define SAY_REPEATS "The same character comes too often in a row."
#define SAY_NOT_ALLOWED "There is a character that the field does not take."
#define SAY_SCRIPT "There are characters that do not go together."
#define SAY_EMPTY "Nothing has been typed."
#define SAY_WRONG_FIELD "It seems to belong to another field."
#define SAY_WRONG_KIND "Another kind of login ID is wanted here."
#define SAY_WRONG_BRAND "Cards of this brand are not taken."
#define SAY_UNKNOWN_BRAND "The brand of the card is not known."
#include "explain/causes.def"
};

static const char *const nexts[] = {
    [LOGINLINT_REMEDY_NONE] = "",
    [LOGINLINT_REMEDY_APPLY] = "Use the corrected value.",
    [LOGINLINT_REMEDY_CHOOSE] = "Use what was meant.",
    [LOGINLINT_REMEDY_RETYPE] = "Set the keyboard right and type it again.",
    [LOGINLINT_REMEDY_LOOK] = "Please look at it once more.",
    [LOGINLINT_REMEDY_GO] = "Please type it where it belongs.",
};

static int32_t misuse(const loginlint_explanation *explanation, uint32_t i, uint32_t language, const uint8_t *out,
                      uint32_t capacity) {
    if (!explanation || (!out && capacity))
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    if (explanation->size != sizeof *explanation)
        return -(int32_t)LOGINLINT_ERROR_RECORD_SIZE;
    if (i >= explanation->count || i >= LOGINLINT_CAUSES_MAX || language > LOGINLINT_LANGUAGE_JA ||
        explanation->cause[i].code >= 64 || explanation->cause[i].remedy > LOGINLINT_REMEDY_GO)
        return -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
    return 0;
}

int32_t loginlint__cause_message(struct ll_writer *w, const loginlint_explanation *explanation, uint32_t i,
                                 uint32_t language) {
    (void)language;
    loginlint__put(w, messages[explanation->cause[i].code]);
    return 0;
}

int32_t loginlint__cause_next(struct ll_writer *w, const loginlint_explanation *explanation, uint32_t i,
                              uint32_t language) {
    (void)language;
    loginlint__put(w, nexts[explanation->cause[i].remedy]);
    return 0;
}

LL_CLEARED_CALL(loginlint_cause_message, message,
                (const loginlint_explanation *explanation, uint32_t i, uint32_t language, uint8_t *out,
                 uint32_t capacity),
                (explanation, i, language, out, capacity))

static int32_t message(const loginlint_explanation *explanation, uint32_t i, uint32_t language, uint8_t *out,
                       uint32_t capacity) {
    struct ll_writer w = ll_writer_on(out, capacity);
    int32_t error = misuse(explanation, i, language, out, capacity);
    if (!error)
        error = loginlint__cause_message(&w, explanation, i, language);
    return error ? error : loginlint__writer_done(&w);
}

LL_CLEARED_CALL(loginlint_cause_next, next,
                (const loginlint_explanation *explanation, uint32_t i, uint32_t language, uint8_t *out,
                 uint32_t capacity),
                (explanation, i, language, out, capacity))

static int32_t next(const loginlint_explanation *explanation, uint32_t i, uint32_t language, uint8_t *out,
                    uint32_t capacity) {
    struct ll_writer w = ll_writer_on(out, capacity);
    int32_t error = misuse(explanation, i, language, out, capacity);
    if (!error)
        error = loginlint__cause_next(&w, explanation, i, language);
    return error ? error : loginlint__writer_done(&w);
}
