/* SPDX-License-Identifier: MIT */
/* input_methods.c - input methods and keyboard layouts undone.
 *
 * In: the code points of a value.  Out: candidates in the pool.  A layout gives one only where the whole value
 * converts; kana give several, each typed back to the same kana.
 */
#include "candidates/input_methods.h"
#include "candidates/hangul.h"
#include "candidates/letters.h"
#include "check/email.h"
#include "check/fold.h"
#include "check/num_lock.h"
#include "text/chartab.h"
#include "text/layouts.h"

/* ---- what all of them share ---- */

enum { DOUBTFUL = 20 }; /* below, nothing else is undone together with it */

static void offer(struct ll_finder *f, uint32_t n, uint32_t basis, uint32_t confidence, int unique, int case_lost) {
    struct ll_offer o = {basis | f->trimmed, confidence, (uint32_t)unique, (uint32_t)case_lost,
                         confidence < DOUBTFUL ? LL_DEPTH : 0};
    uint32_t i;
    if (n > LL_BYTES)
        return;
    for (i = 0; i < n; i++)
        f->s->text[i] = (uint8_t)loginlint__fitting_case(f->policy, f->s->text[i]);
    loginlint__offer(f, n, &o);
}

/* What the key gives in half width, of a full-width form and of a sign of the input method (U+300C for [); anything
 * else as it is. */
static uint32_t narrow(uint32_t cp) {
    uint32_t category = LL_CATEGORY_OF(loginlint__property(cp));
    struct ll_fold fold;
    return (category == LL_FULLWIDTH || category == LL_SYMBOL) && loginlint__fold(cp, &fold) ? fold.text[0] : cp;
}

/* ---- kana ---- */

enum { KANA_PRIOR = 20, HALF_KANA_PRIOR = -28, KEYPAD_PRIOR = 24, BEST = 90, LEAST_SHARE = 8 };

enum { RO = 0x8D }; /* U+308D, the key of \ and _ */

/* Kana lock hides Shift: a sign that the policy refuses is the one that the key gives with it (JIS X 6002), where the
 * policy takes that; the key of ro gives an underscore, that of the long vowel a bar. */
static uint32_t with_shift(const struct ll_policy *policy, uint32_t kana, uint32_t key, int underscore) {
    static const char pairs[] = ";+:*@`[{]},<.>/?-=^~\\|";
    uint32_t i, other = 0;
    for (i = 0; i + 1 < sizeof pairs && !other; i += 2)
        other = (uint8_t)pairs[i] == key ? (uint8_t)pairs[i + 1] : 0;
    if (kana == RO)
        other = '_';
    if (!other || !ll_set_has(&policy->allowed, other))
        return key;
    return (kana == RO && underscore) || !ll_set_has(&policy->allowed, key) ? other : key;
}

/* The JIS keys of every unit, in s->text; 0 when one has none, or when letters say that it was not kana lock.  The
 * keypad gives digits under kana lock too. */
static uint32_t kana_keys(struct ll_finder *f, uint32_t m, int underscore) {
    struct ll_scratch *s = f->s;
    uint32_t i, n = 0, k, count;
    uint8_t keys[2];
    for (i = 0; i < m; i++) {
        keys[0] = s->unit[i].literal;
        count = s->unit[i].kana ? loginlint__kana_keys(s->unit[i].kana, f->policy->digits_only, keys)
                                : keys[0] == ' ' || ll_is_digit(keys[0]);
        if (!count)
            return 0;
        for (k = 0; k < count; k++)
            s->text[n++] = (uint8_t)with_shift(f->policy, s->unit[i].kana, keys[k], underscore);
    }
    return n;
}

static int has_letter(const uint8_t *text, uint32_t n) {
    while (n)
        if (ll_is_letter(text[--n]))
            return 1;
    return 0;
}

/* 2 ** -(cost / (16 ln 2)) of 1,024. */
static uint32_t weight_of(uint32_t cost) {
    return cost / 11 < 10 ? 1024u >> (cost / 11) : 1;
}

/* How much of the whole belongs to kana lock, in hundredths: which of both texts a person would rather have meant. */
static uint32_t kana_share(uint32_t what, uint32_t kana_cost, uint32_t romaji_cost) {
    int32_t prior = (what & LL_KANA_HALF ? HALF_KANA_PRIOR : KANA_PRIOR) + (what & LL_KANA_DIGITS ? KEYPAD_PRIOR : 0);
    int32_t more = (int32_t)kana_cost + prior - (int32_t)romaji_cost;
    uint32_t share = more <= 0 ? 100 - weight_of((uint32_t)-more) * 50 / 1024 : weight_of((uint32_t)more) * 50 / 1024;
    return share < LEAST_SHARE ? LEAST_SHARE : share > 100 - LEAST_SHARE ? 100 - LEAST_SHARE : share;
}

/* Is text[0..n) one of a list of words of `size` bytes each? */
static int is_one_of(const char *list, uint32_t count, uint32_t size, const uint8_t *text, uint32_t n) {
    uint32_t i, k;
    for (i = 0; i < count; i++, list += size) {
        for (k = 0; k < n && k < size && list[k] == (char)text[k]; k++)
            continue;
        if (k == n && (k == size || !list[k]))
            return 1;
    }
    return 0;
}

/* Does ASCII end as domains do, in lower case?  Where a country's ending stands behind a label of two letters, that is
 * one of those that registries have (.co.jp). */
static int ends_as_domain(const uint8_t *text, uint32_t n) {
    static const char endings[][5] = {"com", "net", "org", "info", "biz", "edu", "gov", "me", "io", "app", "dev"},
                      countries[][2] = {{'j', 'p'}, {'k', 'r'}, {'c', 'n'}, {'t', 'w'}, {'h', 'k'}, {'p', 'h'},
                                        {'s', 'g'}, {'m', 'y'}, {'i', 'd'}, {'v', 'n'}, {'t', 'h'}, {'i', 'n'},
                                        {'a', 'u'}, {'n', 'z'}, {'u', 's'}, {'c', 'a'}, {'b', 'r'}, {'u', 'k'},
                                        {'d', 'e'}, {'f', 'r'}, {'i', 't'}, {'e', 's'}, {'n', 'l'}, {'c', 'h'},
                                        {'a', 't'}, {'e', 'u'}, {'r', 'u'}, {'u', 'a'}},
                      seconds[][2] = {{'c', 'o'}, {'n', 'e'}, {'o', 'r'}, {'a', 'c'}, {'g', 'o'},
                                      {'e', 'd'}, {'a', 'd'}, {'g', 'r'}, {'l', 'g'}, {'r', 'e'}};
    uint32_t at = n, before;
    while (at && text[at - 1] != '.')
        at--;
    if (!at || is_one_of(endings[0], sizeof endings / sizeof endings[0], sizeof endings[0], text + at, n - at))
        return at != 0;
    if (n - at != 2 || !is_one_of(countries[0], sizeof countries / 2, 2, text + at, 2))
        return 0;
    for (before = at - 1; before && text[before - 1] != '.' && text[before - 1] != '@';)
        before--;
    return at - 1 - before != 2 || is_one_of(seconds[0], sizeof seconds / 2, 2, text + before, 2);
}

/* Does a domain begin with the name of a host that many have? */
static int has_usual_host(const uint8_t *text, uint32_t n) {
    static const char hosts[][4] = {
        {'c', 'i', 't', 'y'}, {'m', 'a', 'i', 'l'}, {'p', 'r', 'e', 'f'}, {'t', 'o', 'w', 'n'}, {'v', 'i', 'l', 'l'}};
    return n > 4 && text[4] == '.' && is_one_of(hosts[0], sizeof hosts / 4, 4, text, 4);
}

/* Is a domain one of the service's own? */
static int is_own(const struct ll_policy *policy, const uint8_t *text, uint32_t n) {
    uint32_t at = 0, k;
    while (at < policy->domains_length) {
        for (k = 0; k < n && at + k < policy->domains_length && policy->domains[at + k] == (char)text[k]; k++)
            continue;
        if (k == n && (at + k == policy->domains_length || policy->domains[at + k] == ','))
            return 1;
        while (at < policy->domains_length && policy->domains[at++] != ',')
            continue;
    }
    return 0;
}

/* What speaks against a domain: that the service has its own, and this is none; that nobody knows it, nor its host;
 * that none ends so. */
enum { NOT_ITS_OWN = 96, UNKNOWN_DOMAIN = 100, UNKNOWN_HOST = 48, ODD_ENDING = 160 };

static uint32_t domain_cost(const struct ll_policy *policy, const uint8_t *text, uint32_t n) {
    uint32_t at = 0, cost;
    while (at < n && text[at] != '@')
        at++;
    if (at == n)
        return 0;
    text += at + 1;
    n -= at + 1;
    if (is_own(policy, text, n))
        return 0;
    cost = policy->domains_length ? NOT_ITS_OWN : 0;
    if (loginlint__email_domain_is_known(policy, text, n))
        return cost;
    return cost + UNKNOWN_DOMAIN + (has_usual_host(text, n) ? 0u : UNKNOWN_HOST) +
           (ends_as_domain(text, n) ? 0u : ODD_ENDING);
}

/* Spelling i in s->text, its length and cost. */
static uint32_t spelling(struct ll_finder *f, const struct ll_romaji *romaji, uint32_t i, uint32_t *cost) {
    uint32_t n = loginlint__romaji_get(romaji, i, f->s->text, cost);
    *cost += domain_cost(f->policy, f->s->text, n);
    return n;
}

/* Every spelling, each by its share of the likelihood.  That of the best. */
static uint32_t offer_romaji(struct ll_finder *f, const struct ll_romaji *romaji, uint32_t count, uint32_t all) {
    uint32_t i, sum = 0, cost, best = 0, n;
    for (i = 0; i < count; i++) {
        spelling(f, romaji, i, &cost);
        best = !i || cost < best ? cost : best;
    }
    for (i = 0; i < count; i++) {
        spelling(f, romaji, i, &cost);
        sum += weight_of(cost - best);
    }
    for (i = 0; i < count; i++) {
        n = spelling(f, romaji, i, &cost);
        offer(f, n, LL_BASIS(ROMAJI_IME), all * weight_of(cost - best) / sum, count == 1 && !romaji->cut, 0);
    }
    return all * weight_of(0) / sum;
}

/* One @ between characters, and a full stop behind it: where the @ stands, or 0. */
static uint32_t at_of_address(const uint8_t *text, uint32_t n) {
    uint32_t i, at = 0, dot = 0, count = 0;
    for (i = 1; i + 1 < n; i++) {
        if (text[i] == '@') {
            at = i;
            count++;
        }
        if (text[i] == '.')
            dot = i;
    }
    return count == 1 && dot > at + 1 ? at : 0;
}

/* And what follows it ends as domains do. */
static int is_address(const uint8_t *text, uint32_t n) {
    uint32_t at = at_of_address(text, n);
    return at && ends_as_domain(text + at, n - at);
}

/* No Japanese word begins with n before a consonant. */
static uint32_t odd_beginning(const struct ll_unit *unit, uint32_t m) {
    enum { ODD = 64 };
    return m > 1 && unit[0].kana == LL_KANA_N && unit[1].kana >= 0x41 && unit[1].kana < LL_KANA_DOT ? ODD : 0;
}

static void kana(struct ll_finder *f) {
    struct ll_scratch *s = f->s;
    int address;
    uint32_t what, m = loginlint__kana_read(s->cp, s->n, s->unit, &what), n, kana_cost = 0, count, cost, best,
                   share = 100 - LEAST_SHARE, lock;
    struct ll_romaji romaji = {&s->u.lattice, f->policy, s->unit, m, 0, 0};
    if (!m || !(what & LL_KANA_LETTERS))
        return;
    n = kana_keys(f, m, 1);
    if (n)
        kana_cost = loginlint__letters_cost(s->text, n);
    address = is_address(s->text, n);
    count = loginlint__romaji_find(&romaji);
    if (count) {
        uint32_t length = loginlint__romaji_get(&romaji, 0, s->text, &cost);
        cost += loginlint__length_cost(length) + odd_beginning(s->unit, m);
        share = n ? kana_share(what, kana_cost, cost) : 0;
        if (address && !is_address(s->text, length))
            share = 100 - LEAST_SHARE;
    }
    best = count ? offer_romaji(f, &romaji, count, BEST * (100 - share) / 100) : 0;
    lock = BEST * share / 100;
    if (share <= 50 && lock >= best) /* romaji is likelier, in whatever spelling */
        lock = best > 1 ? best - 1 : 1;
    if (what & LL_KANA_DIGITS && share <= LEAST_SHARE) /* digits speak for romaji, unless that makes no sense */
        return;
    n = kana_keys(f, m, 1);
    if (n)
        offer(f, n, LL_BASIS(KANA_LAYOUT), lock, 1, has_letter(s->text, n));
    n = n ? kana_keys(f, m, 0) : 0; /* the same again where there is no choice: offered once */
    if (n)
        offer(f, n, LL_BASIS(KANA_LAYOUT), lock * 10 / 13, 0, has_letter(s->text, n));
}

/* ---- Hangul ---- */

static void hangul(struct ll_finder *f) {
    struct ll_scratch *s = f->s;
    uint32_t i, n = 0, seen = 0, k, case_lost = 0, latin = 0;
    for (i = 0; i < s->n; i++) {
        uint8_t *keys = s->text + n;
        uint32_t cp = narrow(s->cp[i]);
        uint32_t count = n + LL_HANGUL_KEYS_MAX <= LL_BYTES ? loginlint__hangul_keys(cp, keys) : 0;
        seen += count;
        for (k = 0; k < count; k++)
            case_lost |= !loginlint__hangul_has_shift(keys[k]);
        if (!count && (cp < 0x20 || cp >= 0x7F || n >= LL_BYTES || (ll_is_letter(cp) && f->context->entry == 2)))
            return;
        latin |= (uint32_t)ll_is_letter(cp);
        if (!count) {
            keys[0] = (uint8_t)cp;
            count = 1;
        }
        n += count;
    }
    if (seen)
        offer(f, n, LL_BASIS(HANGUL_LAYOUT), latin ? 60 : 92, !latin, (int)case_lost);
}

/* ---- letters of other scripts ---- */

static const struct other_layout {
    uint8_t layout, script, basis, confidence;
} other_layouts[] = {
    {LL_LAYOUT_RUSSIAN, LL_CYRILLIC, LOGINLINT_BASIS_CYRILLIC_LAYOUT, 92},
    {LL_LAYOUT_UKRAINIAN, LL_CYRILLIC, LOGINLINT_BASIS_UKRAINIAN_LAYOUT, 90},
    {LL_LAYOUT_GREEK, LL_GREEK, LOGINLINT_BASIS_GREEK_LAYOUT, 90},
    {LL_LAYOUT_HEBREW, LL_HEBREW, LOGINLINT_BASIS_HEBREW_LAYOUT, 90},
    {LL_LAYOUT_ARABIC, LL_ARABIC, LOGINLINT_BASIS_ARABIC_LAYOUT, 90},
    {LL_LAYOUT_THAI, LL_THAI, LOGINLINT_BASIS_THAI_LAYOUT, 90},
};

/* Greek vowels that a dead key made: the key of the accent (; tonos, : dialytika), then the vowel. */
static const struct accented {
    uint16_t cp;
    char keys[3];
} accented[] = {
    {0x386, ";A"}, {0x388, ";E"}, {0x389, ";H"}, {0x38A, ";I"}, {0x38C, ";O"}, {0x38E, ";Y"},
    {0x38F, ";V"}, {0x3AA, ":I"}, {0x3AB, ":Y"}, {0x3AC, ";a"}, {0x3AD, ";e"}, {0x3AE, ";h"},
    {0x3AF, ";i"}, {0x3CA, ":i"}, {0x3CB, ":y"}, {0x3CC, ";o"}, {0x3CD, ";y"}, {0x3CE, ";v"},
};

enum { LAM = 0x644, ALEF = 0x627 };

/* The keys of character i on a layout, at out (room for 2); how many characters they took in *taken.  `joined`, on the
 * Arabic one: lam and alef came from the one key that gives both. */
static uint32_t layout_keys(const struct ll_scratch *s, uint32_t i, uint32_t layout, int joined, uint8_t *out,
                            uint32_t *taken) {
    uint32_t cp = narrow(s->cp[i]), k;
    *taken = 1;
    if (joined && cp == LAM && i + 1 < s->n && s->cp[i + 1] == ALEF) {
        *taken = 2;
        out[0] = 'b';
        return 1;
    }
    out[0] = (uint8_t)loginlint__layout_key((enum ll_layout)layout, cp);
    if (out[0])
        return 1;
    for (k = 0; layout == LL_LAYOUT_GREEK && k < sizeof accented / sizeof accented[0]; k++)
        if (accented[k].cp == cp) {
            out[0] = (uint8_t)accented[k].keys[0];
            out[1] = (uint8_t)accented[k].keys[1];
            return 2;
        }
    return 0;
}

/* The whole value on a layout, in s->text; 0 when a character is not on it. */
static uint32_t convert(struct ll_scratch *s, uint32_t layout, int joined) {
    uint32_t i, n = 0, taken, count;
    for (i = 0; i < s->n; i += taken) {
        count = n + 2 <= LL_BYTES ? layout_keys(s, i, layout, joined, s->text + n, &taken) : 0;
        if (!count)
            return 0;
        n += count;
    }
    return n;
}

static int has_script(const struct ll_scratch *s, uint32_t script) {
    uint32_t i;
    for (i = 0; i < s->n; i++)
        if (LL_SCRIPT_OF(loginlint__property(s->cp[i])) == script)
            return 1;
    return 0;
}

static int has_lam_alef(const struct ll_scratch *s) {
    uint32_t i;
    for (i = 0; i + 1 < s->n; i++)
        if (s->cp[i] == LAM && s->cp[i + 1] == ALEF)
            return 1;
    return 0;
}

static void layouts(struct ll_finder *f) {
    uint32_t k, n;
    for (k = 0; k < sizeof other_layouts / sizeof other_layouts[0]; k++) {
        const struct other_layout *o = &other_layouts[k];
        int two = o->layout == LL_LAYOUT_ARABIC && has_lam_alef(f->s);
        if (!has_script(f->s, o->script))
            continue;
        n = convert(f->s, o->layout, 0);
        if (n)
            offer(f, n, 1u << o->basis, two ? o->confidence / 2u : o->confidence, !two, 0);
        n = two ? convert(f->s, o->layout, 1) : 0;
        if (n) /* b is far commoner than g and h together */
            offer(f, n, 1u << o->basis, o->confidence / 2u + 10, 0, 0);
    }
}

/* ---- symbols and digits ---- */

/* The symbols where the other layout has them: when the policy refuses one, or, much less sure, after a failure. */
static void symbols(struct ll_finder *f, int refused) {
    static const uint8_t both[] = {LL_LAYOUT_JIS_ON_US, LL_LAYOUT_US_ON_JIS};
    uint32_t k, i, n, moved;
    if (!refused && !f->context->failures)
        return;
    for (i = 0; i < f->s->n; i++)
        if (narrow(f->s->cp[i]) >= 0x80)
            return;
    for (k = 0; k < sizeof both; k++) {
        n = convert(f->s, both[k], 0);
        for (moved = i = 0; i < n; i++) /* one key a character */
            moved |= f->s->text[i] ^ narrow(f->s->cp[i]);
        if (moved)
            offer(f, n, LL_BASIS(SYMBOL_LAYOUT), refused ? 55 - 5 * k : 16 - 2 * k, 0, 0);
    }
}

/* Has the candidate in s->text, a key a character, a domain that is known and that no one typed? */
static int mends_domain(const struct ll_finder *f, uint32_t n) {
    const struct ll_scratch *s = f->s;
    uint32_t i = 0, moved = 0;
    while (i < n && s->text[i] != '@')
        i++;
    for (i++; i < n; i++)
        moved |= s->text[i] != narrow(s->cp[i]);
    return moved && !domain_cost(f->policy, s->text, n);
}

/* French and German keyboards, where they make an address of the whole, or what has letters of theirs. */
static void western(struct ll_finder *f, int refused) {
    static const struct {
        uint8_t layout, basis;
    } rows[] = {{LL_LAYOUT_AZERTY, LOGINLINT_BASIS_AZERTY_LAYOUT}, {LL_LAYOUT_QWERTZ, LOGINLINT_BASIS_QWERTZ_LAYOUT}};
    uint32_t k, i, n, beyond, sure;
    for (k = 0; k < sizeof rows / sizeof rows[0]; k++) {
        n = convert(f->s, rows[k].layout, 0);
        for (i = beyond = 0; i < n; i++) /* one key a character */
            beyond |= narrow(f->s->cp[i]) >= 0x80;
        if (!n || (!beyond && (!refused || !at_of_address(f->s->text, n))))
            continue;
        sure = beyond ? 60 : mends_domain(f, n) ? 65 : 40;
        offer(f, n, 1u << rows[k].basis, sure, 0, 0);
    }
}

/* Digits that came out as what else their keys give. */
static void other_digits(struct ll_finder *f, enum ll_digits keys) {
    static const struct {
        uint8_t basis, confidence;
    } of[LL_DIGIT_ROWS] = {
        [LL_DIGITS_US] = {LOGINLINT_BASIS_SHIFT, 70},
        [LL_DIGITS_JIS] = {LOGINLINT_BASIS_SHIFT, 68},
        [LL_DIGITS_GERMAN] = {LOGINLINT_BASIS_SHIFT, 45},
        [LL_DIGITS_BRITISH] = {LOGINLINT_BASIS_SHIFT, 50},
        [LL_DIGITS_RUSSIAN] = {LOGINLINT_BASIS_SHIFT, 40},
        [LL_DIGITS_SPANISH] = {LOGINLINT_BASIS_SHIFT, 42},
        [LL_DIGITS_SWEDISH] = {LOGINLINT_BASIS_SHIFT, 41},
        [LL_DIGITS_ITALIAN] = {LOGINLINT_BASIS_SHIFT, 39},
        [LL_DIGITS_PORTUGUESE] = {LOGINLINT_BASIS_SHIFT, 38},
        [LL_DIGITS_BRAZILIAN] = {LOGINLINT_BASIS_SHIFT, 37},
        [LL_DIGITS_SWISS] = {LOGINLINT_BASIS_SHIFT, 36},
        [LL_DIGITS_TURKISH] = {LOGINLINT_BASIS_SHIFT, 35},
        [LL_DIGITS_HUNGARIAN] = {LOGINLINT_BASIS_SHIFT, 34},
        [LL_DIGITS_FRENCH] = {LOGINLINT_BASIS_AZERTY_LAYOUT, 85},
        [LL_DIGITS_BELGIAN] = {LOGINLINT_BASIS_AZERTY_LAYOUT, 80},
        [LL_DIGITS_CZECH] = {LOGINLINT_BASIS_SYMBOL_LAYOUT, 80},
        [LL_DIGITS_SLOVAK] = {LOGINLINT_BASIS_SYMBOL_LAYOUT, 78},
        [LL_DIGITS_THAI] = {LOGINLINT_BASIS_THAI_LAYOUT, 85},
    };
    struct ll_scratch *s = f->s;
    uint32_t i;
    for (i = 0; i < s->n; i++) {
        s->text[i] = (uint8_t)loginlint__digit_key(keys, s->cp[i]);
        if (!s->text[i])
            return;
    }
    offer(f, s->n, 1u << of[keys].basis, of[keys].confidence, keys >= LL_DIGITS_FRENCH, 0);
}

/* The other key that gives a sign: a Chinese input method's for $ ^ _ \ and the backquote, and the like. */
static uint32_t second_key(const uint32_t *cp, uint32_t left, uint32_t *taken) {
    static const struct {
        uint16_t sign;
        uint8_t key, times;
    } keys[] = {
#define SECOND(sign, key, times, origin) {sign, key, times},
#include "text/keystrokes.def"
    };
    uint32_t i;
    *taken = 1;
    for (i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (keys[i].sign == cp[0] && (keys[i].times == 1 || (left > 1 && cp[1] == cp[0]))) {
            *taken = keys[i].times;
            return keys[i].key;
        }
    return 0;
}

/* A third one: what librime has where Microsoft's method has the second; bits that choose it. */
enum { BAR = 1, SLASH = 2 };
static uint32_t third_key(uint32_t cp) {
    return cp == 0x00B7 ? BAR : cp == 0x3001 ? SLASH : 0;
}

/* The key of a sign in half width, of quotation marks as well. */
static uint32_t key_of_sign(uint32_t cp) {
    struct ll_fold fold;
    return LL_CATEGORY_OF(loginlint__property(cp)) == LL_QUOTE && loginlint__fold(cp, &fold) ? fold.text[0]
                                                                                             : narrow(cp);
}

enum { SECOND_KEYS = 45, SURELY_SECOND = 97 }; /* a sign twice, as one key gives it, is hardly anything else */

/* The candidate with second keys, and the third ones of `others`; 1 when the value has signs for all of these. */
static int read_signs(struct ll_finder *f, uint32_t others) {
    struct ll_scratch *s = f->s;
    uint32_t i, n = 0, taken, seen = 0, twice = 0, chosen = 0;
    for (i = 0; i < s->n; i += taken) {
        uint32_t key = second_key(s->cp + i, s->n - i, &taken), third = third_key(s->cp[i]) & others;
        chosen |= third;
        key = third ? (uint32_t)(third == BAR ? '|' : '/') : key;
        seen |= key;
        twice |= taken > 1;
        key = key ? key : key_of_sign(s->cp[i]);
        if (key < 0x20 || key >= 0x7F)
            return 0;
        s->text[n++] = (uint8_t)key;
    }
    if (!seen || chosen != others)
        return 0;
    offer(f, n, LL_BASIS(PUNCTUATION), (twice ? SURELY_SECOND : SECOND_KEYS) - (others ? 2u : 0u), 0, 0);
    return 1;
}

static void second_keys(struct ll_finder *f) {
    uint32_t others;
    for (others = 0; others <= (BAR | SLASH); others++)
        read_signs(f, others);
}

/* Does a 7, 8 or 9, which are keys of their own, stand in the run of digits around character i? */
static int is_number(const struct ll_scratch *s, uint32_t i) {
    uint32_t from = i, to = i;
    while (from && ll_is_digit(s->cp[from - 1]))
        from--;
    while (to < s->n && ll_is_digit(s->cp[to]))
        to++;
    for (; from < to; from++)
        if (s->cp[from] > '6')
            return 1;
    return 0;
}

/* A digit behind which the word has no letter any more: it may be one all the same. */
static int ends_word(const struct ll_scratch *s, uint32_t i) {
    for (; i < s->n && ll_is_digit(s->cp[i]); i++)
        if (i + 1 == s->n || !ll_is_letter_or_digit(s->cp[i + 1]))
            return 1;
    return 0;
}

/* The letters of a small keyboard for its digits, and its * for p; `kept`: digits that end a word stay. */
static void num_lock(struct ll_finder *f, uint32_t kept) {
    struct ll_scratch *s = f->s;
    uint32_t i, letter, seen = 0, ends = 0;
    for (i = 0; i < s->n; i++) {
        if (s->cp[i] < 0x20 || s->cp[i] >= 0x7F)
            return;
        ends |= (uint32_t)ends_word(s, i);
        letter = s->cp[i] == '*'                                ? 'p'
                 : is_number(s, i) || (kept && ends_word(s, i)) ? 0
                                                                : ll_num_lock_letter(s->cp[i]);
        seen |= letter;
        s->text[i] = (uint8_t)(letter ? letter : s->cp[i]);
    }
    if (seen && (ends || !kept))
        offer(f, s->n, LL_BASIS(NUM_LOCK), (f->context->num_lock == 2 && f->context->failures ? 45u : 12u) - kept,
              !ends, 1);
}

void loginlint__keyboard_candidates(struct ll_finder *f, int refused) {
    uint32_t keys;
    kana(f);
    hangul(f);
    layouts(f);
    if (f->policy->digits_only) {
        for (keys = 0; keys < LL_DIGIT_ROWS; keys++)
            other_digits(f, (enum ll_digits)keys);
    } else {
        western(f, refused);
        symbols(f, refused);
        second_keys(f);
        if (f->num_lock) {
            num_lock(f, 0);
            num_lock(f, 1);
        }
    }
}
