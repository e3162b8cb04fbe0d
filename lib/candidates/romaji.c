/* SPDX-License-Identifier: MIT */
/* romaji.c - the lattice of spellings.
 *
 * In: units (kana and literal characters) and a policy.  Out: spellings, best first.
 *
 * What makes a path one that gives these kana when it is typed: no spelling begins another one, so that a spelling ends
 * where it ends, but for three things that a step leaves behind for the next key: a single n must not be followed by a
 * vowel, n, y or an apostrophe; a small tsu as a doubled consonant must be followed by that consonant; and a letter
 * that the input method left alone must not become part of a spelling with what comes after it.
 */
#include "candidates/romaji.h"
#include "candidates/letters.h"

enum { IME_ALL, IME_MOZC, IME_MS };

static const struct spelling {
    uint8_t kana[2];
    char keys[5];
    uint8_t ime;
} spellings[] = {
#define X(a, b, keys, ime) {{LL_KANA_CODE(a), LL_KANA_CODE(b)}, keys, IME_##ime},
#include "candidates/romaji.def"
#undef X
};

#define COUNT ((uint32_t)(sizeof spellings / sizeof spellings[0]))
enum { LITERAL = 0x200, DOUBLED = 0x201 /* + the letter, 0-25 */, TCH = 0x240, SPELLING = 0x3FF, TWO = 0x8000 };

/* how a step came about: spelling | expected << 10 | style << 12 | TWO */
enum { ANYTHING, NO_VOWEL, SAME_LETTER, LETTERS_CH };
enum { NO_STYLE, HEPBURN, KUNREI };

/* in sixteenths of -ln p, chosen once */
enum { MIXED_STYLES = 40, FULL = 0xFFFF };

struct ending { /* of a step under way */
    uint32_t cost[2], history;
};

/* What a step emits. */
struct emission {
    uint8_t keys[5];
    uint8_t length, expected, style;
    uint16_t spelling;
    uint16_t extra; /* what rare spellings cost */
    uint8_t bare;   /* 1: one letter, not the beginning of a spelling */
    uint8_t span;
    uint8_t heard, heard_from; /* keys that the letter model hears: of an n one, however it is spelt */
};

int loginlint__romaji_entry(uint32_t i, uint8_t kana[2], const char **keys, uint32_t *ime) {
    if (i >= COUNT)
        return 0;
    kana[0] = spellings[i].kana[0];
    kana[1] = spellings[i].kana[1];
    *keys = spellings[i].keys;
    *ime = spellings[i].ime;
    return 1;
}

static uint32_t bit_of(uint32_t key) {
    uint32_t letter = key - 'a';
    return 1u << (letter < 26 ? letter : key == '\'' ? 27 : 26);
}

#define VOWELS (1u << 0 | 1u << 4 | 1u << 8 | 1u << 14 | 1u << 20)
#define LETTER_N (1u << 13)
#define LETTER_Y (1u << 24)
#define ALL_LETTERS 0x3FFFFFFu
#define BEGINS_CH (1u << 28)

static int starts(const char *keys, const char *with) {
    return keys[0] == with[0] && keys[1] == with[1];
}

/* What people seldom type: apostrophes, small kana on their own, ways of writing that only some input methods have. */
static uint32_t rarity(const struct spelling *s) {
    const char *k = s->keys;
    uint32_t extra = s->ime == IME_ALL ? 0 : s->ime == IME_MOZC ? 8 : 48;
    if (k[1] == '\'' || starts(k, "xn"))
        extra += 104;
    if (starts(k, "nn"))
        extra += 32;
    if (k[0] == 'x' || k[0] == 'l')
        extra += k[2] ? (k[0] == 'x' ? 48 : 32) : 0;
    if ((k[0] == 'w' && k[1] == 'h') || (k[0] == 'h' && k[1] == 'w'))
        extra += 16;
    if (k[0] == 'z' && ((uint8_t)k[1] | 0x20u) - 'a' > 25)
        extra += 200;
    return extra;
}

static uint32_t style_of(const char *k) {
    if (starts(k, "sh") || starts(k, "ch") || starts(k, "ts") || k[0] == 'f' || k[0] == 'j')
        return HEPBURN;
    if (starts(k, "si") || starts(k, "ti") || starts(k, "tu") || starts(k, "hu") || starts(k, "zi") ||
        starts(k, "sy") || starts(k, "ty") || starts(k, "zy"))
        return KUNREI;
    return NO_STYLE;
}

/* May the policy's values have this key?  The case that it wants is put right later. */
static int allowed(const struct ll_romaji *w, const uint8_t *keys, uint32_t n) {
    uint32_t i;
    for (i = 0; i < n; i++) {
        uint32_t key = keys[i], other = (key | 0x20u) - 'a' < 26 ? key ^ 0x20u : key;
        if (!ll_set_has(&w->policy->allowed, key) && !ll_set_has(&w->policy->allowed, other) &&
            (key != '-' || w->policy->hyphens == LL_HYPHENS_PLAIN))
            return 0;
    }
    return 1;
}

static int matches(const struct ll_romaji *w, uint32_t i, const struct spelling *s) {
    return w->unit[i].kana && w->unit[i].kana == s->kana[0] &&
           (!s->kana[1] || (i + 1 < w->n && w->unit[i + 1].kana == s->kana[1]));
}

/* Is this a small letter that the input method still held? */
static int is_held(const struct ll_unit *unit) {
    return unit->literal >= 'a' && unit->literal <= 'z' && unit->wide;
}

/* Would the held letter before place i and these keys make a small tsu, as a consonant twice does?  A t before ch does
 * so on some input methods only. */
static int doubles(const struct ll_romaji *w, uint32_t i, const char *keys) {
    char last = (char)(i > 0 && is_held(&w->unit[i - 1]) ? w->unit[i - 1].literal : 0);
    return last && last == keys[0] && last != 'n';
}

/* Would typing the held letters before place i and then these keys give another kana than the keys alone? */
static int combines(const struct ll_romaji *w, uint32_t i, const char *keys) {
    uint32_t back, s, k;
    if (!w->patched && doubles(w, i, keys))
        return 1;
    for (back = 1; !w->patched && back <= 3 && back <= i && is_held(&w->unit[i - back]); back++)
        for (s = 0; s < COUNT; s++) {
            const char *whole = spellings[s].keys;
            if (spellings[s].ime == IME_MS || whole[0] != (char)w->unit[i - back].literal)
                continue;
            for (k = 1; k < back && whole[k] == (char)w->unit[i - back + k].literal; k++)
                continue;
            if (k < back || !whole[back])
                continue;
            for (k = 0; whole[back + k] && whole[back + k] == keys[k]; k++)
                continue;
            if (!whole[back + k])
                return 1;
        }
    return 0;
}

/* From the end: which keys may the spelling of each place begin with? */
static void firsts(struct ll_romaji *w) {
    uint32_t i, s;
    w->lattice->first[w->n] = 0;
    for (i = w->n; i-- > 0;) {
        uint32_t mask = w->unit[i].kana ? 0 : bit_of(w->unit[i].literal);
        for (s = 0; s < COUNT; s++)
            if (matches(w, i, &spellings[s]))
                mask |= bit_of((uint8_t)spellings[s].keys[0]) | (starts(spellings[s].keys, "ch") ? BEGINS_CH : 0);
        if (w->unit[i].kana == LL_KANA_TSU)
            mask |= w->lattice->first[i + 1] & ALL_LETTERS & ~VOWELS & ~LETTER_N;
        if (w->unit[i].literal == 'c' && i + 1 < w->n && w->unit[i + 1].literal == 'h')
            mask |= BEGINS_CH;
        w->lattice->first[i] = mask;
    }
}

/* May the keys follow what the step before left behind? */
static int follows(const struct ll_romaji_step *s, const struct emission *e) {
    uint32_t first = bit_of(e->keys[0]), refused = VOWELS | LETTER_N | 1u << 27;
    switch (s->how >> 10 & 3) {
    case NO_VOWEL: /* a y that begins no spelling does not take the n along */
        return !(first & (e->bare ? refused : refused | LETTER_Y));
    case SAME_LETTER:
        return loginlint__letter(e->keys[0]) == (s->history & 31);
    case LETTERS_CH:
        return e->keys[0] == 'c' && (e->spelling == LITERAL || e->keys[1] == 'h');
    default:
        return 1;
    }
}

/* Adds a key: each language goes on, or takes over from the other. */
static void press(struct ending *end, uint32_t key) {
    uint32_t letter = loginlint__letter(key), a = end->cost[0], b = end->cost[1];
    uint32_t other = ll_language_switch(end->history);
    if (a > b + other)
        a = b + other;
    if (b > a + other)
        b = a + other;
    end->cost[0] = a + loginlint__letter_cost(LL_WORDS, end->history, letter);
    end->cost[1] = b + loginlint__letter_cost(LL_ROMAJI, end->history, letter);
    end->history = ll_letter_added(end->history, letter);
}

static uint32_t least(const struct ll_romaji_step *s) {
    return s->cost[0] < s->cost[1] ? s->cost[0] : s->cost[1];
}

/* Keeps the step among the best of its place. */
static void keep(struct ll_romaji *w, uint32_t place, const struct ll_romaji_step *step) {
    struct ll_romaji_step *steps = w->lattice->step[place];
    uint32_t k = w->lattice->count[place];
    if (k == LL_ROMAJI_BEAM) {
        w->cut = 1;
        if (least(step) >= least(&steps[--k]))
            return;
    } else {
        w->lattice->count[place]++;
    }
    for (; k > 0 && least(step) < least(&steps[k - 1]); k--)
        steps[k] = steps[k - 1];
    steps[k] = *step;
}

static uint16_t saturated(uint32_t cost) {
    return (uint16_t)(cost < FULL ? cost : FULL);
}

/* Takes every step of place i on by one emission. */
static void emit(struct ll_romaji *w, uint32_t i, const struct emission *e) {
    uint32_t b, k;
    for (b = 0; b < w->lattice->count[i]; b++) {
        const struct ll_romaji_step *s = &w->lattice->step[i][b];
        uint32_t style = s->how >> 12 & 3;
        struct ending end = {{s->cost[0], s->cost[1]}, s->history};
        struct ll_romaji_step next;
        if (!follows(s, e) || s->length + e->length > LL_ROMAJI_TEXT_MAX)
            continue;
        for (k = 0; k < e->heard; k++)
            press(&end, e->keys[e->heard_from + k]);
        if (style && e->style && style != e->style)
            end.cost[1] += MIXED_STYLES;
        next.cost[0] = saturated(end.cost[0] + e->extra);
        next.cost[1] = saturated(end.cost[1] + e->extra);
        next.history = (uint16_t)end.history;
        next.how = (uint16_t)(e->spelling | (uint32_t)e->expected << 10 | (e->style ? e->style : style) << 12);
        next.length = (uint8_t)(s->length + e->length);
        next.from = (uint8_t)b;
        keep(w, i + e->span, &next);
    }
}

static void emit_literal(struct ll_romaji *w, uint32_t i) {
    struct emission e = {{w->unit[i].literal}, 1, ANYTHING, NO_STYLE, LITERAL, 0, 1, 1, 1, 0};
    if (allowed(w, e.keys, 1))
        emit(w, i, &e);
}

static void emit_spelling(struct ll_romaji *w, uint32_t i, uint32_t s) {
    struct emission e = {{0}, 0, ANYTHING, NO_STYLE, (uint16_t)s, 0, 0, 1, 0, 0};
    while (spellings[s].keys[e.length]) {
        e.keys[e.length] = (uint8_t)spellings[s].keys[e.length];
        e.length++;
    }
    if (!allowed(w, e.keys, e.length) || combines(w, i, spellings[s].keys))
        return;
    if (spellings[s].kana[1]) {
        e.span = 2;
        e.spelling |= TWO;
    }
    if (e.keys[0] == 'n' && e.length == 1)
        e.expected = NO_VOWEL;
    e.heard = e.length;
    if (spellings[s].kana[0] == LL_KANA_N) {
        e.heard_from = e.keys[0] == 'x';
        e.heard = 1;
    }
    e.style = (uint8_t)style_of(spellings[s].keys);
    e.extra = (uint16_t)rarity(&spellings[s]);
    emit(w, i, &e);
}

/* A small tsu as the next consonant, twice; before ch also as a t. */
static void emit_doubled(struct ll_romaji *w, uint32_t i) {
    uint32_t letters = w->lattice->first[i + 1] & ALL_LETTERS & ~VOWELS & ~LETTER_N, c;
    for (c = 0; c < 26; c++) {
        struct emission e = {{(uint8_t)('a' + c)}, 1, SAME_LETTER, NO_STYLE, (uint16_t)(DOUBLED + c), 0, 1, 1, 1, 0};
        if (letters >> c & 1 && allowed(w, e.keys, 1) && !combines(w, i, (const char *)e.keys))
            emit(w, i, &e);
    }
    if (w->lattice->first[i + 1] & BEGINS_CH) {
        struct emission e = {{'t'}, 1, LETTERS_CH, NO_STYLE, TCH, 0, 0, 1, 1, 0};
        if (allowed(w, e.keys, 1))
            emit(w, i, &e);
    }
}

static void emit_all(struct ll_romaji *w, uint32_t i) {
    uint32_t s;
    if (!w->unit[i].kana) {
        emit_literal(w, i);
        return;
    }
    for (s = 0; s < COUNT; s++)
        if (matches(w, i, &spellings[s]))
            emit_spelling(w, i, s);
    if (w->unit[i].kana == LL_KANA_TSU)
        emit_doubled(w, i);
}

/* The steps of the last place, as whole spellings: nothing is left to follow, and the text ends here. */
static void finish(struct ll_romaji *w) {
    struct ll_romaji_step *steps = w->lattice->step[w->n];
    uint32_t i, count = w->lattice->count[w->n];
    w->lattice->count[w->n] = 0;
    for (i = 0; i < count; i++) {
        struct ll_romaji_step s = steps[i];
        struct ending end = {{s.cost[0], s.cost[1]}, s.history};
        press(&end, 0);
        s.cost[0] = saturated(end.cost[0]);
        s.cost[1] = saturated(end.cost[1]);
        keep(w, w->n, &s);
    }
}

static void search(struct ll_romaji *w) {
    const struct ll_romaji_step start = {{0, LL_START_ROMAJI}, LL_NO_LETTERS, 0, 0, 0};
    uint32_t i;
    for (i = 0; i <= w->n + 1; i++)
        w->lattice->count[i] = 0;
    w->cut = 0;
    keep(w, 0, &start);
    for (i = 0; i < w->n; i++)
        emit_all(w, i);
    finish(w);
}

uint32_t loginlint__romaji_find(struct ll_romaji *w) {
    if (!w->n || w->n > LL_ROMAJI_UNITS)
        return 0;
    w->patched = 0;
    firsts(w);
    search(w);
    if (!w->lattice->count[w->n]) { /* not typed in one go: letters may stand beside anything */
        w->patched = 1;
        search(w);
    }
    return w->lattice->count[w->n];
}

static uint32_t keys_of(const struct ll_romaji *w, uint32_t place, uint32_t spelling, uint8_t keys[5]) {
    uint32_t n = 0;
    if (spelling == LITERAL)
        keys[n++] = w->unit[place].literal;
    else if (spelling == TCH)
        keys[n++] = 't';
    else if (spelling >= DOUBLED)
        keys[n++] = (uint8_t)('a' + spelling - DOUBLED);
    else
        /* Every other number is a row. */
        /* cppcheck-suppress arrayIndexOutOfBoundsCond */
        for (; spellings[spelling].keys[n]; n++)
            keys[n] = (uint8_t)spellings[spelling].keys[n];
    return n;
}

uint32_t loginlint__romaji_get(const struct ll_romaji *w, uint32_t i, uint8_t *out, uint32_t *cost) {
    const struct ll_romaji_step *s = &w->lattice->step[w->n][i];
    uint32_t place = w->n, length = s->length, at = length, k, n;
    uint8_t keys[5];
    *cost = least(s);
    while (place > 0) {
        place -= s->how & TWO ? 2 : 1;
        n = keys_of(w, place, s->how & SPELLING, keys);
        at -= n;
        for (k = 0; k < n; k++)
            out[at + k] = keys[k];
        s = &w->lattice->step[place][s->from];
    }
    return length;
}
