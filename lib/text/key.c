/* SPDX-License-Identifier: MIT */
/* key.c - the key under which two IDs are the same to a person.
 *
 * In: an ID in UTF-8 or UTF-16, and what may differ (LOGINLINT_SAME_*).  Out: the key in UTF-8.  Two IDs that differ in
 * nothing else have one key, and a key is its own key.  Spaces at the ends and characters that nobody sees are never
 * part of it.
 *
 * Beyond ASCII the letter case needs tables that the core does not have: loginlint_icu_key has them.
 */
#include "text/ascii.h"
#include "text/chartab.h"
#include "text/half_kana.h"
#include "text/utf.h"
#include "text/wipe.h"
#include "text/writer.h"

#define SAME_ALL                                                                                                       \
    (LOGINLINT_SAME_WIDTH | LOGINLINT_SAME_CASE | LOGINLINT_SAME_SEPARATORS | LOGINLINT_SAME_COMPATIBILITY |           \
     LOGINLINT_SAME_LOOKALIKES)

struct key {
    struct ll_writer out;
    uint32_t same;
    uint32_t spaces;    /* that wait for a character behind them */
    uint32_t begun;     /* something was put */
    uint32_t in_domain; /* behind the last @: there full stops, hyphens and underscores tell hosts apart */
    uint32_t kana;      /* the last character that was put is kana: U+30FC behind it is a long vowel */
};

/* The spaces that waited; a character comes behind them. */
static void begin(struct key *key) {
    for (; key->spaces; key->spaces--)
        loginlint__put_byte(&key->out, ' ');
    key->begun = 1;
}

static void put(struct key *key, uint32_t cp) {
    uint8_t utf8[4];
    begin(key);
    loginlint__put_bytes(&key->out, utf8, loginlint__utf8_put(cp, utf8));
}

static void put_space(struct key *key) {
    if (key->begun && !(key->same & LOGINLINT_SAME_SEPARATORS))
        key->spaces++;
}

/* 0 and O; 1, I, l and |: one stroke each in most fonts. */
static uint32_t look_of(uint32_t c) {
    return c == '0' ? 'O' : c == '1' || c == 'I' || c == '|' ? 'l' : c;
}

/* Never a space: what is one, or folds to one, is white (ll_is_white). */
static void put_ascii(struct key *key, uint32_t c) {
    if (key->same & LOGINLINT_SAME_SEPARATORS && !key->in_domain && (c == '-' || c == '_' || c == '.'))
        return;
    if (key->same & LOGINLINT_SAME_LOOKALIKES && !key->in_domain)
        c = look_of(c);
    if (key->same & LOGINLINT_SAME_CASE)
        c = ll_lower(c);
    if (key->same & LOGINLINT_SAME_CASE && key->same & LOGINLINT_SAME_LOOKALIKES && !key->in_domain && c == 'i')
        c = 'l'; /* as I is one with l, and i with I */
    begin(key);
    loginlint__put_byte(&key->out, c);
}

/* The full-width form of half-width kana; a voiced mark behind it is taken with it, one alone is U+309B or U+309C. */
static uint32_t joined_kana(uint32_t cp, uint32_t after, uint32_t *taken) {
    uint32_t kana = ll_full_kana(cp);
    int takes_voice = (kana >= 0x30AB && kana <= 0x30C8) || (kana >= 0x30CF && kana <= 0x30DB) || kana == 0x30A6;
    *taken = 0;
    if (after == 0xFF9E && takes_voice) {
        *taken = 1;
        return kana == 0x30A6 ? 0x30F4 : kana + 1;
    }
    if (after == 0xFF9F && kana >= 0x30CF && kana <= 0x30DB) {
        *taken = 1;
        return kana + 2;
    }
    return kana;
}

static uint32_t is_kana(uint32_t category) {
    return category == LL_KANA || category == LL_HALF_KANA || category == LL_HAN;
}

/* May the table that folds this character be used?  A look-alike letter in a domain is another domain. */
static uint32_t may_fold(const struct key *key, uint32_t table) {
    switch (table) {
    case LL_FOLD_KEYSTROKE:
        return key->same & LOGINLINT_SAME_WIDTH;
    case LL_FOLD_COMPATIBILITY:
        return key->same & LOGINLINT_SAME_COMPATIBILITY;
    default:
        return key->in_domain ? 0 : key->same & LOGINLINT_SAME_LOOKALIKES;
    }
}

/* The character at `at`, or 0 at the end. */
static uint32_t character_at(const struct ll_value *value, uint32_t at) {
    return at < value->n ? ll_value_next(value, &at) : 0;
}

/* One character that is not of ASCII and its category; 1 when the one at `behind` was taken with it. */
static uint32_t put_other(struct key *key, uint32_t cp, uint32_t category, const struct ll_value *value,
                          uint32_t behind) {
    uint32_t taken = 0, i;
    uint32_t long_vowel = category == LL_LONG_VOWEL &&
                          (key->kana || is_kana(LL_CATEGORY_OF(loginlint__property(character_at(value, behind)))));
    struct ll_fold fold;
    if (category == LL_INVISIBLE || category == LL_BIDI || category == LL_CONTROL)
        return 0;
    if ((category == LL_HALF_KANA || (long_vowel && cp == 0xFF70)) && key->same & LOGINLINT_SAME_WIDTH)
        cp = joined_kana(cp, character_at(value, behind), &taken);
    else if (!long_vowel && loginlint__fold_of(cp, category, &fold) && may_fold(key, fold.table)) {
        for (i = 0; i < fold.length; i++)
            put_ascii(key, fold.text[i]);
        key->kana = 0;
        return 0;
    }
    put(key, cp == LL_ILLFORMED ? 0xFFFD : cp);
    key->kana = is_kana(category) || long_vowel;
    return taken;
}

static int is_at(uint32_t cp) {
    return cp == '@' || cp == 0xFF20 || cp == 0xFE6B;
}

/* Inside a character of UTF-8, where nothing begins. */
static int is_inside(const struct ll_value *value, uint32_t at) {
    return value->utf8 && (value->utf8[at] & 0xC0) == 0x80;
}

/* Where the domain begins: behind the last @, if anything stands there; else past the end. */
static uint32_t domain_at(const struct ll_value *value) {
    uint32_t at = value->n, behind;
    while (at) {
        behind = --at;
        if (!is_inside(value, at) && is_at(ll_value_next(value, &behind)))
            return behind;
    }
    return value->n + 1;
}

static int32_t key_of(uint32_t same, const struct ll_value *value, const void *input, uint8_t *out, uint32_t capacity) {
    struct key key = {ll_writer_on(out, capacity), same, 0, 0, 0, 0};
    uint32_t at = 0, domain;
    if (!input && value->n)
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    if (same & ~SAME_ALL)
        return -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
    if (value->n > LOGINLINT_INPUT_MAX)
        return -(int32_t)LOGINLINT_ERROR_TOO_LONG;
    domain = domain_at(value);
    while (at < value->n) {
        uint32_t cp = ll_value_next(value, &at);
        uint32_t category = LL_CATEGORY_OF(loginlint__property(cp));
        key.in_domain = at > domain;
        if (ll_is_white(cp, category))
            put_space(&key);
        else if (category == LL_ASCII) {
            put_ascii(&key, cp);
            key.kana = 0;
        } else if (put_other(&key, cp, category, value, at))
            ll_value_next(value, &at);
    }
    return loginlint__writer_done(&key.out);
}

LL_CLEARED_CALL(loginlint_key, key_utf8,
                (uint32_t same, const uint8_t *input, uint32_t n, uint8_t *key, uint32_t capacity),
                (same, input, n, key, capacity)) {
    struct ll_value value = {input, 0, n};
    return key_of(same, &value, input, key, capacity);
}

LL_CLEARED_CALL(loginlint_key_utf16, key_utf16,
                (uint32_t same, const uint16_t *input, uint32_t n, uint8_t *key, uint32_t capacity),
                (same, input, n, key, capacity)) {
    struct ll_value value = {0, input, n};
    return key_of(same, &value, input, key, capacity);
}
