/* SPDX-License-Identifier: MIT */
/* sentence.h - a sentence of the language files in the making: which one is said, and what fills its braces.
 *
 *     struct ll_sentence s = {.w = &w, .texts = loginlint__language(language), .facts = LL_FACT(CARD)};
 *     loginlint__say(&s, LOGINLINT_LIST_CODE, code, LL_MESSAGE);
 *
 * The texts of a language are an array in the order of en.toml; sentences.inc says which row is what.
 */
#ifndef LL_SENTENCE_H
#define LL_SENTENCE_H

#include "loginlint.h"
#include "preflight/calendar.h"
#include "text/writer.h"
#include "words/sentences.inc"

/* Tables of the language files beside the LOGINLINT_LIST_*. */
enum ll_table { LL_KEY = 64, LL_PRESET, LL_CHARACTER, LL_CHARACTER_CATEGORY, LL_SCRIPT, LL_TERM };
enum ll_part { LL_ABOUT, LL_MESSAGE, LL_NEXT };
/* What sentences.inc says of each text: when it is said, of which member of the table, as which part. */
struct ll_row {
    uint64_t facts;
    uint32_t member;
    uint32_t part; /* enum ll_part */
};
struct ll_section {
    uint32_t table; /* LOGINLINT_LIST_* or enum ll_table */
    uint32_t from, to;
};
enum ll_key { LL_KEY_IME, LL_KEY_KEYBOARD, LL_KEY_CAPS };

enum ll_fact_bit {
#define FACT(name, text) LL_FACT_BIT_##name,
#include "words/vocabulary.def"
    LL_FACTS
};
_Static_assert(LL_FACTS <= 64, "a bit for each");
#define LL_FACT(name) ((uint64_t)1 << LL_FACT_BIT_##name)
/* The fact if the condition holds. */
#define LL_FACT_IF(condition, name) ((condition) ? LL_FACT(name) : 0)

/* Of the box (LOGINLINT_FIELD_*) and whether it takes digits only. */
static inline uint64_t ll_facts_of_box(uint32_t field, uint32_t digits) {
    return LL_FACT_IF(field == LOGINLINT_FIELD_LOGIN_ID, ID) | LL_FACT_IF(field == LOGINLINT_FIELD_PASSWORD, PASSWORD) |
           LL_FACT_IF(field == LOGINLINT_FIELD_CARD_NUMBER, CARD) | LL_FACT_IF(field == LOGINLINT_FIELD_PIN, PIN) |
           LL_FACT_IF(field == LOGINLINT_FIELD_PASSWORD || field == LOGINLINT_FIELD_PIN, MASKED) |
           LL_FACT_IF(digits || field == LOGINLINT_FIELD_CARD_NUMBER || field == LOGINLINT_FIELD_PIN, DIGITS);
}

/* Of LOGINLINT_KIND_*, what a login ID is to be. */
static inline uint64_t ll_facts_of_kind(uint32_t kind) {
    return LL_FACT_IF(kind == LOGINLINT_KIND_EMAIL, EMAIL) | LL_FACT_IF(kind == LOGINLINT_KIND_NAME, NAME) |
           LL_FACT_IF(kind == LOGINLINT_KIND_PHONE, PHONE);
}

/* Of fixes: 1 << LOGINLINT_OPERATION_*. */
static inline uint64_t ll_facts_of_operations(uint32_t operations) {
    const uint32_t other =
        1u << LOGINLINT_OPERATION_REPLACE | 1u << LOGINLINT_OPERATION_FOLD | 1u << LOGINLINT_OPERATION_DIGIT;
    return LL_FACT_IF(operations & other, FOLDED) | LL_FACT_IF(operations >> LOGINLINT_OPERATION_DELETE & 1, REMOVED) |
           LL_FACT_IF(operations >> LOGINLINT_OPERATION_INSERT & 1, ADDED) |
           LL_FACT_IF(operations >> LOGINLINT_OPERATION_LOWER & 1, LOWER) |
           LL_FACT_IF(operations >> LOGINLINT_OPERATION_UPPER & 1, UPPER);
}

static inline uint64_t ll_facts_of_sureness(uint32_t confidence, uint32_t severity) {
    return LL_FACT_IF(confidence >= 10, POSSIBLE) | LL_FACT_IF(confidence >= 50, LIKELY) |
           LL_FACT_IF(confidence >= 85, SURE) | LL_FACT_IF(severity == LOGINLINT_SEVERITY_INFO, INFO) |
           LL_FACT_IF(severity == LOGINLINT_SEVERITY_WARNING, WARNING);
}

/* Whose keys are named.  `keyboard` as in loginlint_context: on a phone with a keyboard of its own no key is known. */
static inline uint64_t ll_facts_of_device(uint32_t platform, uint32_t keyboard) {
    int hardware = keyboard == 1, touch = keyboard == 2;
    switch (platform) {
    case LOGINLINT_PLATFORM_WINDOWS:
    case LOGINLINT_PLATFORM_LINUX:
        return touch ? LL_FACT(TOUCH) : LL_FACT(WINDOWS);
    case LOGINLINT_PLATFORM_MAC:
        return LL_FACT(MAC);
    case LOGINLINT_PLATFORM_IOS:
        return LL_FACT_IF(!hardware, IOS);
    case LOGINLINT_PLATFORM_ANDROID:
        return LL_FACT_IF(!hardware, ANDROID);
    default:
        return LL_FACT_IF(touch, TOUCH);
    }
}

struct ll_sentence {
    struct ll_writer *w;
    const char *const *texts; /* of the language; not NULL */
    uint64_t facts;
    uint32_t position, position_end; /* {where}, {at}: as a person counts, from 1 */
    uint32_t argument;               /* {char}: a code point; only with the fact SHOWN */
    const uint8_t *fix;              /* {fix}; only with the fact MEANT */
    uint32_t fix_length;
    uint32_t limits[2]; /* {length}: the least and the most, 0 where there is none */
    uint32_t limit;     /* {limit} */
    uint32_t count;     /* {count} */
    uint32_t classes;   /* {classes}: 1 << LOGINLINT_CLASS_* */
    uint8_t field, box, brand, reason;
    uint8_t many;         /* {one|several}: several */
    uint32_t minutes;     /* {minutes} */
    int64_t until;        /* {until}: seconds since 1970 */
    int32_t utc_offset;   /* in which it is told, in minutes */
    uint8_t other_offset; /* 1: which is not the listener's: say so */

    /* what stands around and behind the byte that is written now */
    uint8_t capital;       /* the next letter is a capital */
    uint8_t passed;        /* a form that does not fit is passed over */
    uint32_t n, m;         /* {n}, {m} */
    uint8_t glyph[8];      /* {glyph} of one code point */
    const uint8_t *quoted; /* {quoted} */
    uint32_t quoted_length;
    const char *said; /* {said} */
};

/* The texts of LOGINLINT_LANGUAGE_*, or NULL if the library was built without it. */
const char *const *loginlint__language(uint32_t language);

/* The first row of a member whose facts all hold; NULL if there is none. */
const char *loginlint__text(const char *const *texts, uint32_t table, uint32_t member, uint32_t part, uint64_t facts);

/* Writes it, filled in: 0, or -LOGINLINT_ERROR_UNKNOWN_VALUE. */
int32_t loginlint__say(struct ll_sentence *s, uint32_t table, uint32_t member, uint32_t part);

/* A number with zeros before it, "09"; minutes east of UTC, "+09:00". */
void loginlint__put_padded(struct ll_writer *w, uint32_t n, uint32_t width);
void loginlint__put_offset(struct ll_writer *w, int32_t minutes);

#define X(number, name) extern const char *const loginlint__texts_##name[LL_TEXTS];
LL_LANGUAGES(X)
#undef X

#endif
