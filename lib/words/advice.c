/* advice.c - preflight advice in words and as JSON.
 *
 * In: advice from loginlint_preflight, a language.  Out: the sentence for an item, what to do next, or all of it as one
 * JSON object.  Sentences: advice_messages.def.
 */
#include "loginlint.h"
#include "preflight/calendar.h"
#include "text/attributes.h"
#include "words/json_writer.h"
#include "words/packed.h"

#define LANGUAGES 2u
#define OTHER_OFFSET 65536u /* as in preflight.c: say which offset the time is in */

/* The texts are packed (gen_messages.py): offsets by row, language, and what or next. */
#include "words/advice_data.inc"

static const struct words {
    uint8_t code, variant;
} words[] = {
#define X(name, variant, what_en, next_en, what_ja, next_ja) {LOGINLINT_ADVICE_##name, variant},
#include "words/advice_messages.def"
#undef X
};
#define WORDS ((uint32_t)(sizeof words / sizeof words[0]))
_Static_assert(WORDS == sizeof words_text / sizeof words_text[0], "advice_data.inc is of another advice_messages.def");

static int64_t until_of(const loginlint_advice_item *item) {
    return (int64_t)((uint64_t)item->until[1] << 32 | item->until[0]);
}

static uint32_t variant_of(const loginlint_advice_item *item) {
    if (item->code == LOGINLINT_ADVICE_LAST_TRY)
        return item->argument != 0;
    return (item->code == LOGINLINT_ADVICE_MAINTENANCE || item->code == LOGINLINT_ADVICE_MAINTENANCE_SOON) &&
           !until_of(item);
}

/* The row of an item, or WORDS. */
static uint32_t words_for(const loginlint_advice_item *item) {
    uint32_t i = 0;
    while (i < WORDS && (words[i].code != item->code || words[i].variant != variant_of(item)))
        i++;
    return i;
}

/* ---- times ------------------------------------------------------------------------------------------------------ */

struct clock {
    struct ll_date date;
    uint32_t hour, minute, second;
};

static struct clock clock_at(int64_t seconds, int32_t utc_offset) {
    int64_t local = seconds + (int64_t)utc_offset * 60, day = ll_floor_div(local, 86400);
    uint32_t rest = (uint32_t)(local - day * 86400);
    struct clock clock = {loginlint__date_of((int32_t)day), rest / 3600, rest / 60 % 60, rest % 60};
    return clock;
}

static void put_padded(struct ll_writer *w, uint32_t n, uint32_t width) {
    uint32_t unit = 1;
    while (--width)
        unit *= 10;
    for (; unit; unit /= 10)
        loginlint__put_byte(w, '0' + n / unit % 10);
}

/* "+09:00" */
static void put_offset(struct ll_writer *w, int32_t minutes) {
    uint32_t m = (uint32_t)(minutes < 0 ? -minutes : minutes);
    loginlint__put_byte(w, minutes < 0 ? '-' : '+');
    put_padded(w, m / 60, 2);
    loginlint__put_byte(w, ':');
    put_padded(w, m % 60, 2);
}

/* RFC 3339 */
static LL_APART void put_timestamp(struct ll_writer *w, int64_t seconds, int32_t utc_offset) {
    struct clock clock = clock_at(seconds, utc_offset);
    const uint32_t part[] = {clock.date.month, clock.date.day, clock.hour, clock.minute, clock.second};
    uint32_t i;
    put_padded(w, (uint32_t)clock.date.year, 4);
    for (i = 0; i < 5; i++) {
        loginlint__put_byte(w, (uint8_t) "--T::"[i]);
        put_padded(w, part[i], 2);
    }
    put_offset(w, utc_offset);
}

static void put_time_en(struct ll_writer *w, const struct clock *clock) {
    static const char month[12][10] = {"January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December"};
    put_padded(w, clock->hour, 2);
    loginlint__put_byte(w, ':');
    put_padded(w, clock->minute, 2);
    loginlint__put(w, " on ");
    loginlint__put_number(w, clock->date.day);
    loginlint__put_byte(w, ' ');
    loginlint__put(w, month[clock->date.month - 1]);
}

static void put_time_ja(struct ll_writer *w, const struct clock *clock) {
    loginlint__put_number(w, clock->date.month);
    loginlint__put(w, "月");
    loginlint__put_number(w, clock->date.day);
    loginlint__put(w, "日 ");
    loginlint__put_number(w, clock->hour);
    loginlint__put_byte(w, ':');
    put_padded(w, clock->minute, 2);
}

static void put_until(struct ll_writer *w, const loginlint_advice *advice, const loginlint_advice_item *item,
                      uint32_t language) {
    struct clock clock = clock_at(until_of(item), advice->utc_offset);
    if (language == LOGINLINT_LANGUAGE_JA)
        put_time_ja(w, &clock);
    else
        put_time_en(w, &clock);
    if (item->argument < OTHER_OFFSET)
        return;
    loginlint__put(w, language == LOGINLINT_LANGUAGE_JA ? "（UTC" : " (UTC");
    put_offset(w, advice->utc_offset);
    loginlint__put(w, language == LOGINLINT_LANGUAGE_JA ? "）" : ")");
}

static void put_minutes(struct ll_writer *w, const loginlint_advice_item *item, uint32_t language) {
    uint32_t minutes = item->argument % OTHER_OFFSET;
    loginlint__put_number(w, minutes);
    if (language == LOGINLINT_LANGUAGE_EN)
        loginlint__put(w, minutes == 1 ? " minute" : " minutes");
}

/* ---- sentences -------------------------------------------------------------------------------------------------- */

/* The text begins with `word`: its length, else 0. */
static uint32_t starts(const char *text, const char *word) {
    uint32_t i = 0;
    while (word[i] && text[i] == word[i])
        i++;
    return word[i] ? 0 : i;
}

static void put_sentence(struct ll_writer *w, const loginlint_advice *advice, const loginlint_advice_item *item,
                         uint32_t language, uint32_t part) {
    uint8_t space[LL_TEXT_SPACE];
    const char *text = ll_unpack(words_text[words_for(item)][language][part], space);
    uint32_t skip;
    while (*text) {
        if ((skip = starts(text, "{until}")) != 0)
            put_until(w, advice, item, language);
        else if ((skip = starts(text, "{minutes}")) != 0)
            put_minutes(w, item, language);
        else
            loginlint__put_byte(w, (uint8_t)text[skip++]);
        text += skip;
    }
}

/* The bounds that the calendar relies on; a record of this library's making always has them. */
static int32_t misuse(const loginlint_advice *advice, uint32_t language, const uint8_t *out, uint32_t capacity) {
    uint32_t i;
    if (!advice || (!out && capacity))
        return LOGINLINT_ERROR_NULL_POINTER;
    if (advice->size != sizeof *advice)
        return LOGINLINT_ERROR_RECORD_SIZE;
    if (advice->count > LOGINLINT_ADVICE_MAX || language >= LANGUAGES || advice->utc_offset <= -LL_DAY_MINUTES ||
        advice->utc_offset >= LL_DAY_MINUTES)
        return LOGINLINT_ERROR_UNKNOWN_VALUE;
    for (i = 0; i < advice->count; i++)
        if (words_for(&advice->item[i]) == WORDS || advice->item[i].severity > LOGINLINT_SEVERITY_ERROR ||
            until_of(&advice->item[i]) < 0 || until_of(&advice->item[i]) > LL_SECONDS_MAX)
            return LOGINLINT_ERROR_UNKNOWN_VALUE;
    return 0;
}

static int32_t sentence(const loginlint_advice *advice, uint32_t i, uint32_t language, uint32_t part, uint8_t *out,
                        uint32_t capacity) {
    struct ll_writer w = ll_writer_on(out, capacity);
    int32_t error = misuse(advice, language, out, capacity);
    if (error || i >= advice->count)
        return -(error ? error : (int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE);
    put_sentence(&w, advice, &advice->item[i], language, part);
    return loginlint__writer_done(&w);
}

int32_t loginlint_advice_message(const loginlint_advice *advice, uint32_t i, uint32_t language, uint8_t *out,
                                 uint32_t capacity) {
    return sentence(advice, i, language, 0, out, capacity);
}

int32_t loginlint_advice_next(const loginlint_advice *advice, uint32_t i, uint32_t language, uint8_t *out,
                              uint32_t capacity) {
    return sentence(advice, i, language, 1, out, capacity);
}

/* ---- JSON ------------------------------------------------------------------------------------------------------- */

static LL_APART void json_item(struct ll_json *j, const loginlint_advice *advice, const loginlint_advice_item *item,
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
    for (part = 0; part < 2; part++) {
        loginlint__json_key(j, part ? "next" : "message"), loginlint__json_quote(j);
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
