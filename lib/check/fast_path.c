/* fast_path.c - the short way: most values are ASCII that the policy takes as it is, or the same with the width left
 * full, or have kana and kanji of an input method that was left on.
 *
 * In: bytes or 16-bit units, policy, context.  Out: the finished report, or "no" at the first sign that any other rule
 * has something to say (a space at an end, a separator, capitals alone, a length, ...).  It says nothing that the
 * long way would not say: tests/check_laws.c holds the two against each other, record for record.
 */
#include "check/fast_path.h"
#include "check/caps_lock.h"
#include "check/card.h"
#include "check/email.h"
#include "check/fold.h"
#include "check/script.h"
#include "text/attributes.h"
#include "text/wipe.h"

enum { RUNS = 12, CHARACTERS = 192 }; /* values of more full-width runs, bytes or units take the long way */

/* What may be found at a span of characters: a run of full-width ones, or from the first to the last of a kind. */
enum { FULL = 1, HALF = RUNS, KANA, HAN, MIXED, SPANS };
#define KIND(which) (1u << ((which)-RUNS))

/* ---- reading ---- */

struct value {
    const uint8_t *text; /* in ASCII; a Japanese character is 0 there */
    uint32_t count;
    uint32_t seen;            /* LL_PLAIN_* of all characters together */
    uint32_t narrow;          /* 1: some U+0021-7E beside the full-width characters */
    uint32_t runs;            /* of full-width characters */
    uint32_t kinds;           /* KIND(HALF, KANA, HAN) of those present */
    uint32_t kana, row, ones; /* kana, those of them on the digit row, and its keys 1 and 2 */
    uint32_t bytes;           /* of UTF-8 */
};

struct wide { /* in the report's scratch, as the characters of the long way */
    struct span {
        uint16_t from, to, byte, byte_to; /* characters, bytes */
    } span[SPANS];
    uint8_t text[CHARACTERS];
};

/* A word at a time. */
static inline int is_ascii(const uint8_t *s, uint32_t n) {
    enum { WORD = sizeof(size_t) };
    size_t high = SIZE_MAX / 255 << 7, x, seen = 0;
    uint32_t rest = 0;
    for (; n >= WORD && !seen; n -= WORD, s += WORD) {
        __builtin_memcpy(&x, s, WORD);
        seen = x & high;
    }
    ll_forget(&x);
    if (seen)
        return 0;
    while (n)
        rest |= s[--n];
    return rest < 0x80;
}

/* All of it ASCII?  Then it is its own reading. */
static inline int read_ascii(struct value *v, const struct ll_policy *policy, const uint8_t *s, uint32_t n) {
    const uint8_t *plain = policy->plain, *end = s + n;
    uint32_t seen = 0;
    if (!is_ascii(s, n))
        return 0;
    v->text = s;
    v->count = v->bytes = n;
    v->runs = v->kinds = 0;
    for (; end - s >= 8; s += 8)
        seen |= (uint32_t)plain[s[0]] | plain[s[1]] | plain[s[2]] | plain[s[3]] | plain[s[4]] | plain[s[5]] |
                plain[s[6]] | plain[s[7]];
    while (s < end)
        seen |= plain[*s++];
    v->seen = seen;
    return 1;
}

/* The character at s[*at] (bytes or units): ASCII, or one of three bytes from U+3000 on; anything else is 0, which is a
 * stop in every policy. */
static inline uint32_t next(const void *s, uint32_t n, uint32_t units, uint32_t *at) {
    const uint8_t *b = (const uint8_t *)s + *at;
    uint32_t c = units ? ((const uint16_t *)s)[*at] : b[0], second, third;
    *at += 1;
    if (c < 0x80 || units)
        return c;
    if (c < 0xE3 || n - *at < 2)
        return 0;
    second = b[1] ^ 0x80u;
    third = b[2] ^ 0x80u;
    *at += 2;
    return (second | third) < 0x40 && c < 0xF0 ? (c & 15) << 12 | second << 6 | third : 0;
}

/* Which Japanese kind, 0 when none.  A long vowel is one after another Japanese character, else it may be a dash;
 * voiced marks, which join the character before, are left to the long way. */
static inline uint32_t japanese(uint32_t cp, uint32_t before) {
    if (cp - 0x3041 < 0x56 || cp - 0x30A1 < 0x5A)
        return KANA;
    if (cp - 0x4E00 < 0x5200)
        return HAN;
    if (cp == 0x30FC && before >= HALF)
        return KANA;
    return cp - 0xFF66 < 0x3A && (cp != 0xFF70 || before >= HALF) ? HALF : 0;
}

static int takes_japanese(const struct ll_policy *policy) {
    return !policy->allowed.unicode && !policy->digits_only && policy->hyphens == LL_HYPHENS_PLAIN;
}

/* Where a span of this kind begins, after count characters; 0 when there is no room for it. */
static inline struct span *open_span(struct value *v, struct wide *w, uint32_t kind, uint32_t byte) {
    struct span *span = &w->span[kind == FULL ? v->runs : kind];
    if (kind == FULL && v->runs++ == RUNS)
        return 0;
    if (kind == FULL || !(v->kinds & KIND(kind))) {
        span->from = (uint16_t)v->count;
        span->byte = (uint16_t)byte;
    }
    if (kind != FULL)
        v->kinds |= KIND(kind);
    return span;
}

static LL_APART int read_wide(struct value *v, struct wide *w, const struct ll_policy *policy, const void *s,
                              uint32_t n, uint32_t units) {
    uint32_t at = 0, beyond = 0, count = 0, kind = 0, seen = 0, kana = 0, byte = 0;
    struct span *span = 0;
    v->runs = v->kinds = 0;
    while (at < n) {
        uint32_t cp, before = kind, what = 0;
        byte = at + beyond;
        cp = next(s, n, units, &at);
        if (cp < 0x80) {
            kind = 0;
            what = policy->plain[cp];
            seen |= (what ^ LL_PLAIN_SPACE) << 8;        /* narrow, and no space */
        } else if (cp - 0xFF01 < 0x5E && cp != 0xFF0D) { /* U+FF0D is the group's matter */
            kind = FULL;
            cp -= 0xFEE0;
            what = policy->plain[cp];
            beyond += units;
        } else {
            kind = japanese(cp, before);
            what = kind ? 0 : LL_PLAIN_STOP;
            if (kind == KANA)
                kana += 1 + ((uint32_t)ll_on_digit_row(cp) << 16) + ((uint32_t)ll_is_one_or_two(cp) << 24);
            beyond += units;
            cp = 0;
        }
        if (what == LL_PLAIN_STOP)
            return 0;
        if (kind != before) {
            if (before) {
                span->to = (uint16_t)count;
                span->byte_to = (uint16_t)byte;
            }
            v->count = count;
            if (kind && !(span = open_span(v, w, kind, byte)))
                return 0;
        }
        seen |= what;
        w->text[count++] = (uint8_t)cp;
    }
    byte = at + beyond;
    if (kind) {
        span->to = (uint16_t)count;
        span->byte_to = (uint16_t)byte;
    }
    v->text = w->text;
    v->count = count;
    v->bytes = byte;
    v->seen = seen & 0xFF;
    v->narrow = seen > 0xFF;
    v->kana = kana & 0xFFFF;
    v->row = kana >> 16 & 0xFF;
    v->ones = kana >> 24;
    return byte <= LOGINLINT_INPUT_MAX;
}

/* ---- rules that a plain value can still break ---- */

static int has_class(const struct value *v, const struct ll_set *set) {
    uint32_t i;
    for (i = 0; i < v->count; i++)
        if (set->bits[v->text[i] >> 5] >> (v->text[i] & 31) & 1)
            return 1;
    return 0;
}

static int satisfies(const struct ll_policy *policy, const struct value *v) {
    uint32_t r, i, same = 1;
    if (v->count < policy->min_length || v->count > policy->max_length)
        return 0;
    for (r = 0; r < policy->required_count; r++)
        if (!has_class(v, &policy->required[r]))
            return 0;
    for (i = 1; policy->max_consecutive && i < v->count; i++) {
        same = v->text[i] == v->text[i - 1] ? same + 1 : 1;
        if (same > policy->max_consecutive)
            return 0;
    }
    return 1;
}

/* What only the field knows. */
static int field_agrees(const struct ll_policy *policy, const struct value *v, loginlint_report *report) {
    if (policy->field == LOGINLINT_FIELD_PASSWORD)
        return v->count != 4 || v->seen != LL_PLAIN_DIGIT; /* looks like a PIN, or is to be one */
    if (policy->field == LOGINLINT_FIELD_LOGIN_ID && (!policy->digits_only || policy->kind == LL_KIND_PHONE))
        return v->count < 14 || v->seen & (LL_PLAIN_SMALL | LL_PLAIN_CAPITAL | LL_PLAIN_AT); /* like a card number */
    if (policy->field != LOGINLINT_FIELD_CARD_NUMBER)
        return !policy->luhn;
    return loginlint__card_passes(policy, v->text, v->count, report);
}

static uint32_t count_until(const struct value *v, const struct ll_policy *policy, uint32_t what, uint32_t enough) {
    uint32_t i, found = 0;
    for (i = 0; i < v->count && found < enough; i++)
        found += policy->plain[v->text[i]] == what;
    return found;
}

static int first_is_capital(const struct value *v, const struct ll_policy *policy) {
    uint32_t i;
    for (i = 0; i < v->count; i++)
        if (policy->plain[v->text[i]] & (LL_PLAIN_SMALL | LL_PLAIN_CAPITAL))
            return policy->plain[v->text[i]] == LL_PLAIN_CAPITAL;
    return 0;
}

/* Is there nothing to say about the letters' case?  Then *evidence is what they say about Caps Lock, as in caps_lock.c.
 */
static int case_agrees(const struct ll_policy *policy, const loginlint_context *context, const struct value *v,
                       int32_t *evidence) {
    uint32_t id = policy->field == LOGINLINT_FIELD_LOGIN_ID, small;
    *evidence = 0;
    if (!(v->seen & (LL_PLAIN_SMALL | LL_PLAIN_CAPITAL)) || context->entry >= 2 || !ll_set_has(&policy->allowed, 'a'))
        return !(v->seen & LL_PLAIN_CAPITAL) || context->entry >= 2;
    small = count_until(v, policy, LL_PLAIN_SMALL, 2);
    if (v->seen & LL_PLAIN_CAPITAL) {
        int title = first_is_capital(v, policy) && count_until(v, policy, LL_PLAIN_CAPITAL, 2) == 1;
        if (context->caps_lock == 2 || context->keyboard == 2 || !small || (small == 1 && !first_is_capital(v, policy)))
            return 0;
        *evidence = title ? id ? LL_CASE_ID_LOWER : LL_CASE_TITLE : 0;
        if (title && id && small < 2)
            *evidence = 0;
    } else {
        *evidence = id ? small < 2 ? 0 : LL_CASE_ID_LOWER : LL_CASE_LOWER;
    }
    if (context->platform == LOGINLINT_PLATFORM_MAC)
        *evidence = LL_CASE_MAC_HAS_LOWER;
    if (context->keyboard == 2)
        *evidence = 0;
    return 1;
}

/* ---- the answer ---- */

static loginlint_diagnostic *place(loginlint_report *report, const loginlint_context *context, uint32_t code,
                                   const struct span *span) {
    loginlint_diagnostic *d = &report->diagnostics[report->count++];
    *d = (loginlint_diagnostic){.code = (uint16_t)code,
                                .severity = LOGINLINT_SEVERITY_INFO,
                                .confidence = 100,
                                .platform = context->platform,
                                .byte = {span->byte, span->byte_to},
                                .utf16 = {span->from, span->to},
                                .character = {span->from, span->to},
                                .position = (uint16_t)(span->from + 1),
                                .position_end = span->to};
    return d;
}

/* The findings in their order: by place, then by code. */
static uint32_t in_order(const struct value *v, struct wide *w, uint32_t *keys) {
    uint32_t code[SPANS - RUNS] = {LOGINLINT_CODE_HALFWIDTH_KANA, LOGINLINT_CODE_IME_KANA, LOGINLINT_CODE_IME_KANJI,
                                   LOGINLINT_CODE_MIXED_WIDTH};
    uint32_t kinds = v->kinds, count = 0, i, k;
    if (!(v->seen & (LL_PLAIN_SMALL | LL_PLAIN_CAPITAL | LL_PLAIN_DIGIT)) && ll_is_kana_lock(v->kana, v->row, v->ones))
        code[KANA - RUNS] = LOGINLINT_CODE_KANA_LAYOUT;
    if (v->narrow && v->runs) {
        w->span[MIXED] = (struct span){0, (uint16_t)v->count, 0, (uint16_t)v->bytes};
        kinds |= KIND(MIXED);
    }
    for (i = 0; i < v->runs; i++)
        keys[count++] = (uint32_t)w->span[i].from << 16 | LOGINLINT_CODE_FULLWIDTH_FORM << 8 | i;
    for (i = RUNS; kinds; i++, kinds >>= 1) {
        uint32_t key;
        if (!(kinds & 1))
            continue;
        key = (uint32_t)w->span[i].from << 16 | code[i - RUNS] << 8 | i;
        for (k = count++; k > 0 && keys[k - 1] > key; k--)
            keys[k] = keys[k - 1];
        keys[k] = key;
    }
    return count;
}

static void say(const struct ll_policy *policy, const loginlint_context *context, const struct value *v, struct wide *w,
                loginlint_report *report) {
    uint32_t keys[SPANS], count = in_order(v, w, keys), k, pool = 0;
    uint32_t password = policy->field == LOGINLINT_FIELD_PASSWORD;
    uint32_t safe = policy->fold == LL_FOLD_APPLY && !password && !v->kinds;
    for (k = 0; k < count; k++) {
        uint32_t which = keys[k] & 0xFF, code = keys[k] >> 8 & 0xFF;
        const struct span *span = &w->span[which];
        loginlint_diagnostic *d = place(report, context, code, span);
        if (which >= RUNS) {
            if (which != MIXED) {
                d->severity = LOGINLINT_SEVERITY_ERROR;
                d->confidence = 95;
            }
            continue;
        }
        d->severity = LOGINLINT_SEVERITY_WARNING;
        d->level = safe ? LOGINLINT_LEVEL_SAFE : LOGINLINT_LEVEL_ASK;
        d->operation = LOGINLINT_OPERATION_FOLD;
        d->table = LOGINLINT_TABLE_KEYSTROKE;
        d->argument = report->secret ? 0 : v->text[span->from] + 0xFEE0u;
        if (!password) {
            d->fix_at = pool;
            d->fix_length = (uint32_t)(span->to - span->from);
            __builtin_memcpy(report->pool + pool, v->text + span->from, d->fix_length);
            pool += d->fix_length;
        }
    }
    report->total = report->count;
    report->verdict = v->kinds & KIND(HAN) ? LOGINLINT_VERDICT_FAIL
                      : safe               ? LOGINLINT_VERDICT_FIXED
                                           : LOGINLINT_VERDICT_ASK;
    report->valid = 0;
    report->changed = (uint8_t)safe;
    report->text_length = safe ? v->count : 0;
    __builtin_memcpy(report->text, v->text, report->text_length);
}

/* Once the value is read: 1 when every rule agrees. */
static int answer(const struct ll_policy *policy, const loginlint_context *context, const struct value *v,
                  struct wide *w, loginlint_report *report) {
    int32_t evidence = 0;
    if (v->seen & LL_PLAIN_STOP || (v->seen & LL_PLAIN_SPACE && (v->text[0] == ' ' || v->text[v->count - 1] == ' ')))
        return 0;
    if (v->kinds) {
        if (!takes_japanese(policy))
            return 0; /* all else is said of what was meant */
    } else if (!policy->digits_only && !case_agrees(policy, context, v, &evidence)) {
        return 0;
    } else if (!satisfies(policy, v) || !field_agrees(policy, v, report)) {
        return 0;
    }
    report->wellformed = report->valid = 1;
    report->input_length = v->bytes;
    report->verdict = LOGINLINT_VERDICT_PASS;
    report->caps_evidence = evidence;
    if (v->runs | v->kinds)
        say(policy, context, v, w, report);
    return 1;
}

/* Is there nothing to say about the value as an e-mail address, or is it none?  Letters, digits and single signs
 * between them, then a domain without "--", which may be an internationalised one.  Apart from answer for the stack. */
static int address_agrees(const struct ll_policy *policy, const struct value *v) {
    uint32_t at = 0, i, sign = 1;
    if ((!(v->seen & LL_PLAIN_AT) && policy->kind != LL_KIND_EMAIL) || v->kinds)
        return 1;
    for (; at < v->count && v->text[at] != '@'; at++) {
        uint32_t c = v->text[at],
                 alphanumeric = policy->plain[c] & (LL_PLAIN_SMALL | LL_PLAIN_CAPITAL | LL_PLAIN_DIGIT);
        if (!alphanumeric && (sign || (c != '.' && c != '_' && c != '-' && c != '+')))
            return 0;
        sign = !alphanumeric;
    }
    if (sign || at == v->count || at > 64 || v->count > 254)
        return 0;
    for (i = at + 2; i < v->count; i++)
        if (v->text[i] == '-' && v->text[i - 1] == '-')
            return 0;
    return loginlint__email_domain_agrees(policy, v->text + at + 1, v->count - at - 1);
}

static int wide_answer(const struct ll_policy *policy, const loginlint_context *context, const void *s, uint32_t n,
                       uint32_t units, loginlint_report *report) {
    struct value v;
    struct wide *w = (struct wide *)(void *)report->work;
    int answered =
        read_wide(&v, w, policy, s, n, units) && answer(policy, context, &v, w, report) && address_agrees(policy, &v);
    loginlint_wipe(w, sizeof *w);
    return answered;
}

static int may_try(const loginlint_context *context) {
    return !context->failures && !context->composing;
}

int loginlint__plain_utf8(const struct ll_policy *policy, const loginlint_context *context, const uint8_t *s,
                          uint32_t n, loginlint_report *report) {
    struct value v;
    if (!n || !may_try(context)) /* of no bytes the address may be NULL */
        return 0;
    if (read_ascii(&v, policy, s, n))
        return answer(policy, context, &v, 0, report) && address_agrees(policy, &v);
    return n <= CHARACTERS && wide_answer(policy, context, s, n, 0, report);
}

int loginlint__plain_utf16(const struct ll_policy *policy, const loginlint_context *context, const uint16_t *s,
                           uint32_t n, loginlint_report *report) {
    return n && may_try(context) && n <= CHARACTERS && wide_answer(policy, context, s, n, 2, report);
}
