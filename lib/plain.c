/* plain.c - the short way: most values are ASCII that the policy takes as it is, or the same with the width left full.
 *
 * In: bytes or 16-bit units, policy, context.  Out: the finished report, or "no" at the first sign that any rule has
 * something to say (an @, a space at an end, a separator, capitals alone, a length, ...).  It says nothing that the
 * long way would not say: tests/check_laws.c holds the two against each other, record for record.
 */
#include "plain.h"
#include "card.h"
#include "case.h"
#include "fold.h"

enum { RUNS = 32, CHARACTERS = 272 }; /* full-width values beyond either take the long way */

/* ---- reading ---- */

struct value {
    const uint8_t *text; /* in ASCII */
    uint32_t count;
    uint32_t seen;   /* LL_PLAIN_* of all characters together */
    uint32_t narrow; /* 1: some U+0021-7E beside the full-width characters */
    uint32_t runs;   /* of full-width characters */
    uint32_t bytes;  /* of UTF-8 */
};

struct wide {
    struct {
        uint16_t from, to, byte, byte_to; /* characters, bytes */
    } run[RUNS];
    uint8_t text[CHARACTERS];
};

/* Bytes of n whose high bit is set, eight at a time. */
static inline uint64_t high_bits(const uint8_t *s, uint32_t n) {
    uint64_t high = 0, x;
    for (; n >= 8; n -= 8, s += 8) {
        __builtin_memcpy(&x, s, 8);
        high |= x;
    }
    while (n)
        high |= s[--n];
    return high & (UINT64_MAX / 255 << 7);
}

/* All of it ASCII?  Then it is its own reading. */
static inline int read_ascii(struct value *v, const struct ll_policy *policy, const uint8_t *s, uint32_t n) {
    const uint8_t *plain = policy->plain, *end = s + n;
    uint32_t seen = 0;
    if (high_bits(s, n))
        return 0;
    v->text = s;
    v->count = v->bytes = n;
    v->runs = v->narrow = 0;
    for (; end - s >= 4; s += 4)
        seen |= (uint32_t)plain[s[0]] | plain[s[1]] | plain[s[2]] | plain[s[3]];
    while (s < end)
        seen |= plain[*s++];
    v->seen = seen;
    return 1;
}

/* The ASCII reading of the character at s[*at] (bytes or units); 0x80 when it is neither ASCII nor full-width. */
static inline uint32_t next(const void *s, uint32_t n, int units, uint32_t *at, uint32_t *wide) {
    const uint8_t *b = (const uint8_t *)s + *at;
    uint32_t c = units ? ((const uint16_t *)s)[*at] : b[0];
    *wide = 0;
    if (c < 0x80) {
        *at += 1;
        return c;
    }
    *wide = 1;
    if (units) {
        *at += 1;
        c -= 0xFF00;
    } else {
        if (c != 0xEF || n - *at < 3 || (b[1] != 0xBC && b[1] != 0xBD) || (b[2] & 0xC0u) != 0x80)
            return 0x80;
        *at += 3;
        c = (b[1] & 3u) << 6 | (b[2] & 0x3Fu);
    }
    return c - 1 < 0x5Eu && c != 0x0D ? c + 0x20 : 0x80; /* U+FF0D is the group's matter */
}

static inline int read_wide(struct value *v, struct wide *w, const struct ll_policy *policy, const void *s, uint32_t n,
                            int units) {
    uint32_t at = 0, byte = 0, count = 0, runs = 0, was_wide = 0, wide, seen = 0, narrow = 0;
    while (at < n) {
        uint32_t cp = next(s, n, units, &at, &wide), what = policy->plain[cp & 0x7F];
        if (cp == 0x80 || what == LL_PLAIN_STOP || count == CHARACTERS)
            return 0;
        if (wide != was_wide) {
            if (runs == RUNS)
                return 0;
            if (wide) {
                w->run[runs].from = (uint16_t)count;
                w->run[runs].byte = (uint16_t)byte;
            } else {
                w->run[runs].to = (uint16_t)count;
                w->run[runs++].byte_to = (uint16_t)byte;
            }
            was_wide = wide;
        }
        seen |= what;
        narrow |= !wide & (what != LL_PLAIN_SPACE);
        w->text[count++] = (uint8_t)cp;
        byte += 1 + 2 * wide;
    }
    if (was_wide) {
        w->run[runs].to = (uint16_t)count;
        w->run[runs++].byte_to = (uint16_t)byte;
    }
    v->text = w->text;
    v->count = count;
    v->bytes = byte;
    v->seen = seen;
    v->narrow = narrow;
    v->runs = runs;
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
        return v->count != 4 || v->seen != LL_PLAIN_DIGIT; /* looks like a PIN */
    if (policy->field == LOGINLINT_FIELD_LOGIN_ID && !policy->digits_only)
        return v->seen & (LL_PLAIN_SMALL | LL_PLAIN_CAPITAL) || v->count < 14; /* looks like a card number */
    if (policy->field != LOGINLINT_FIELD_CARD_NUMBER)
        return !policy->luhn;
    return ll_card_passes(policy, v->text, v->count, report);
}

static uint32_t count_until(const struct value *v, const struct ll_policy *policy, uint32_t what, uint32_t enough) {
    uint32_t i, found = 0;
    for (i = 0; i < v->count && found < enough; i++)
        found += policy->plain[v->text[i]] == what;
    return found;
}

static int first_is_capital(const struct value *v, const struct ll_policy *policy) {
    uint32_t i = 0;
    while (!(policy->plain[v->text[i]] & (LL_PLAIN_SMALL | LL_PLAIN_CAPITAL)))
        i++; /* some letter was seen */
    return policy->plain[v->text[i]] == LL_PLAIN_CAPITAL;
}

/* Is there nothing to say about the letters' case?  Then *evidence is what they say about Caps Lock, as in case.c. */
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

static void place(loginlint_report *report, const loginlint_context *context, uint32_t code, uint32_t from, uint32_t to,
                  uint32_t byte, uint32_t byte_to) {
    report->diagnostics[report->count++] = (loginlint_diagnostic){.code = (uint16_t)code,
                                                                  .severity = LOGINLINT_SEVERITY_INFO,
                                                                  .confidence = 100,
                                                                  .platform = context->platform,
                                                                  .byte = {byte, byte_to},
                                                                  .utf16 = {from, to},
                                                                  .character = {from, to},
                                                                  .position = (uint16_t)(from + 1),
                                                                  .position_end = (uint16_t)to};
}

static void say_width(const struct ll_policy *policy, const loginlint_context *context, const struct value *v,
                      const struct wide *w, loginlint_report *report) {
    uint32_t r, pool = 0, password = policy->field == LOGINLINT_FIELD_PASSWORD;
    uint32_t safe = policy->fold == LL_FOLD_APPLY && !password;
    if (v->narrow && w->run[0].from)
        place(report, context, LOGINLINT_CODE_MIXED_WIDTH, 0, v->count, 0, v->bytes);
    for (r = 0; r < v->runs; r++) {
        uint32_t from = w->run[r].from, to = w->run[r].to;
        loginlint_diagnostic *d = &report->diagnostics[report->count];
        place(report, context, LOGINLINT_CODE_FULLWIDTH_FORM, from, to, w->run[r].byte, w->run[r].byte_to);
        d->severity = LOGINLINT_SEVERITY_WARNING;
        d->level = safe ? LOGINLINT_LEVEL_SAFE : LOGINLINT_LEVEL_ASK;
        d->operation = LOGINLINT_OPERATION_FOLD;
        d->table = LOGINLINT_TABLE_KEYSTROKE;
        d->argument = report->secret ? 0 : v->text[from] + 0xFEE0u;
        if (!password) {
            d->fix_at = pool;
            d->fix_length = to - from;
            __builtin_memcpy(report->pool + pool, v->text + from, to - from);
            pool += to - from;
        }
        if (v->narrow && r == 0 && from == 0)
            place(report, context, LOGINLINT_CODE_MIXED_WIDTH, 0, v->count, 0, v->bytes);
    }
    report->total = report->count;
    report->verdict = safe ? LOGINLINT_VERDICT_FIXED : LOGINLINT_VERDICT_ASK;
    report->valid = 0;
    report->changed = (uint8_t)safe;
    report->text_length = safe ? v->count : 0;
    __builtin_memcpy(report->text, v->text, report->text_length);
}

/* Once the value is read: 1 when every rule agrees. */
static int answer(const struct ll_policy *policy, const loginlint_context *context, const struct value *v,
                  const struct wide *w, loginlint_report *report) {
    int32_t evidence = 0;
    if (!v->count || v->seen & LL_PLAIN_STOP ||
        (v->seen & LL_PLAIN_SPACE && (v->text[0] == ' ' || v->text[v->count - 1] == ' ')))
        return 0;
    if (!policy->digits_only && !case_agrees(policy, context, v, &evidence))
        return 0;
    if ((policy->field != LOGINLINT_FIELD_CARD_NUMBER && !satisfies(policy, v)) || !field_agrees(policy, v, report))
        return 0;
    report->wellformed = report->valid = 1;
    report->input_length = v->bytes;
    report->verdict = LOGINLINT_VERDICT_PASS;
    report->caps_evidence = evidence;
    if (v->runs)
        say_width(policy, context, v, w, report);
    return 1;
}

static int wide_answer(const struct ll_policy *policy, const loginlint_context *context, const void *s, uint32_t n,
                       int units, loginlint_report *report) {
    struct value v;
    struct wide w;
    int answered = read_wide(&v, &w, policy, s, n, units) && answer(policy, context, &v, &w, report);
    loginlint_wipe(w.text, sizeof w.text);
    return answered;
}

static int may_try(const loginlint_context *context) {
    return !context->failures && !context->composing;
}

int ll_plain_utf8(const struct ll_policy *policy, const loginlint_context *context, const uint8_t *s, uint32_t n,
                  loginlint_report *report) {
    struct value v;
    if (!may_try(context))
        return 0;
    if (read_ascii(&v, policy, s, n))
        return answer(policy, context, &v, 0, report);
    return n <= 3 * CHARACTERS && wide_answer(policy, context, s, n, 0, report);
}

int ll_plain_utf16(const struct ll_policy *policy, const loginlint_context *context, const uint16_t *s, uint32_t n,
                   loginlint_report *report) {
    return may_try(context) && n <= CHARACTERS && wide_answer(policy, context, s, n, 1, report);
}
