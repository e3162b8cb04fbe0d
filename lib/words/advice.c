/* SPDX-License-Identifier: MIT */
/* advice.c - preflight advice in words and as JSON.
 *
 * In: advice from loginlint_preflight, a language.  Out: the sentence for an item, what to do next, or all of it as one
 * JSON object.  The sentences stand in the language files under [advice.name].
 */
#include "loginlint.h"
#include "preflight/calendar.h"
#include "words/json_writer.h"
#include "words/sentence.h"

static int64_t until_of(const loginlint_advice_item *item) {
    return (int64_t)((uint64_t)item->until[1] << 32 | item->until[0]);
}

/* ---- times ---- */

/* RFC 3339 */
static void put_timestamp(struct ll_writer *w, int64_t seconds, int32_t utc_offset) {
    struct ll_clock clock = loginlint__clock_at(seconds, utc_offset);
    const uint32_t part[] = {clock.date.month, clock.date.day, clock.hour, clock.minute, clock.second};
    uint32_t i;
    loginlint__put_padded(w, (uint32_t)clock.date.year, 4);
    for (i = 0; i < 5; i++) {
        loginlint__put_byte(w, (uint8_t) "--T::"[i]);
        loginlint__put_padded(w, part[i], 2);
    }
    loginlint__put_offset(w, utc_offset);
}

/* ---- sentences ---- */

static uint64_t facts_of(const loginlint_advice_item *item) {
    return LL_FACT_IF(item->code == LOGINLINT_ADVICE_LAST_TRY && item->argument, AGAIN) |
           LL_FACT_IF(!until_of(item), OPEN);
}

static int32_t put_sentence(struct ll_writer *w, const loginlint_advice *advice, const loginlint_advice_item *item,
                            uint32_t language, uint32_t part) {
    struct ll_sentence s = {.w = w,
                            .texts = loginlint__language(language),
                            .facts = facts_of(item),
                            .minutes = item->argument % LL_OTHER_OFFSET,
                            .until = until_of(item),
                            .utc_offset = advice->utc_offset,
                            .other_offset = item->argument >= LL_OTHER_OFFSET};
    return loginlint__say(&s, LOGINLINT_LIST_ADVICE, item->code, part);
}

/* The bounds that the calendar relies on; a record of this library's making always has them. */
static int32_t misuse(const loginlint_advice *advice, uint32_t language, const uint8_t *out, uint32_t capacity) {
    uint32_t i;
    if (!advice || (!out && capacity))
        return LOGINLINT_ERROR_NULL_POINTER;
    if (advice->size != sizeof *advice)
        return LOGINLINT_ERROR_RECORD_SIZE;
    if (advice->count > LOGINLINT_ADVICE_MAX || !loginlint__language(language) ||
        advice->utc_offset <= -LL_DAY_MINUTES || advice->utc_offset >= LL_DAY_MINUTES)
        return LOGINLINT_ERROR_UNKNOWN_VALUE;
    for (i = 0; i < advice->count; i++)
        if (!loginlint_name(LOGINLINT_LIST_ADVICE, advice->item[i].code) ||
            advice->item[i].severity > LOGINLINT_SEVERITY_ERROR || until_of(&advice->item[i]) < 0 ||
            until_of(&advice->item[i]) > LL_SECONDS_MAX)
            return LOGINLINT_ERROR_UNKNOWN_VALUE;
    return 0;
}

static int32_t sentence(const loginlint_advice *advice, uint32_t i, uint32_t language, uint32_t part, uint8_t *out,
                        uint32_t capacity) {
    struct ll_writer w = ll_writer_on(out, capacity);
    int32_t error = misuse(advice, language, out, capacity);
    if (error || i >= advice->count)
        return -(error ? error : (int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE);
    error = put_sentence(&w, advice, &advice->item[i], language, part);
    return error ? error : loginlint__writer_done(&w);
}

int32_t loginlint_advice_message(const loginlint_advice *advice, uint32_t i, uint32_t language, uint8_t *out,
                                 uint32_t capacity) {
    return sentence(advice, i, language, LL_MESSAGE, out, capacity);
}

int32_t loginlint_advice_next(const loginlint_advice *advice, uint32_t i, uint32_t language, uint8_t *out,
                              uint32_t capacity) {
    return sentence(advice, i, language, LL_NEXT, out, capacity);
}

/* ---- JSON ---- */

static void json_item(struct ll_json *j, const loginlint_advice *advice, const loginlint_advice_item *item,
                      uint32_t language) {
    uint32_t part;
    loginlint__json_open(j, '{');
    loginlint__json_key(j, "code"), loginlint__json_text(j, loginlint_name(LOGINLINT_LIST_ADVICE, item->code));
    loginlint__json_key(j, "severity"),
        loginlint__json_text(j, loginlint_name(LOGINLINT_LIST_SEVERITY, item->severity));
    if (until_of(item)) {
        loginlint__json_key(j, "until"), loginlint__json_quote(j);
        put_timestamp(&j->w, until_of(item), advice->utc_offset);
        loginlint__json_unquote(j);
    }
    for (part = LL_MESSAGE; part <= LL_NEXT; part++) {
        loginlint__json_key(j, part == LL_NEXT ? "next" : "message"), loginlint__json_quote(j);
        put_sentence(&j->w, advice, item, language, part);
        loginlint__json_unquote(j);
    }
    loginlint__json_close(j, '}');
}

int32_t loginlint_advice_json(const loginlint_advice *advice, uint32_t language, uint8_t *out, uint32_t capacity) {
    struct ll_json j = loginlint__json_on(out, capacity);
    int32_t error = misuse(advice, language, out, capacity);
    uint32_t i;
    if (error)
        return -error;
    if (advice->verdict > LOGINLINT_PREFLIGHT_GO)
        return -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
    loginlint__json_open(&j, '{');
    loginlint__json_key(&j, "verdict"),
        loginlint__json_text(&j, loginlint_name(LOGINLINT_LIST_PREFLIGHT, advice->verdict));
    loginlint__json_key(&j, "advice");
    loginlint__json_open(&j, '[');
    for (i = 0; i < advice->count; i++)
        json_item(&j, advice, &advice->item[i], language);
    loginlint__json_close(&j, ']');
    loginlint__json_close(&j, '}');
    return loginlint__json_done(&j);
}
