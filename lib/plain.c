/* plain.c - the short way: most values are ASCII that the policy takes as it is, or the same with the width left full.
 *
 * In: bytes or 16-bit units, policy, context.  Out: the finished report, or "no" at the first sign that any rule has
 * something to say (a capital, a space at an end, a separator, an @, a length, ...).  It says nothing that the long way
 * would not say: tests/check_laws.c holds the two against each other, record for record.
 */
#include "plain.h"
#include "card.h"
#include "fold.h"

enum {
#define X(name, centinats) LL_CASE_##name = (centinats),
#include "case.def"
#undef X
};

enum { RUNS = 32 }; /* of full-width characters; more take the long way */

struct value {
    uint32_t count;   /* characters */
    uint32_t narrow;  /* of U+0021-7E */
    uint32_t letters; /* all of them small */
    uint32_t digits;
    uint32_t run;     /* the longest of one character */
    uint32_t seen[4]; /* as a set */
    uint32_t runs;
    struct {
        uint16_t from, to, byte, byte_to; /* characters, bytes */
    } wide[RUNS];
    uint8_t ascii[LOGINLINT_TEXT_MAX / 4]; /* what every character is in ASCII */
};

/* The ASCII reading of the character at s[*at] (bytes or units), 0 when it is neither ASCII nor full-width. */
static inline uint32_t next(const void *s, uint32_t n, int units, uint32_t *at, int *wide) {
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
        return c - 0xFF01u < 0x5Eu && c != 0xFF0D ? c - 0xFEE0u : 0;
    }
    if (c != 0xEF || n - *at < 3 || (b[1] != 0xBC && b[1] != 0xBD) || (b[2] & 0xC0u) != 0x80)
        return 0;
    *at += 3;
    c = (b[1] & 3u) << 6 | (b[2] & 0x3Fu); /* U+FFxx - U+FF00 */
    return c - 1 < 0x5Eu && c != 0x0D ? c + 0x20 : 0;
}

static inline void open_run(struct value *v, uint32_t byte) {
    v->wide[v->runs].from = (uint16_t)v->count;
    v->wide[v->runs].byte = (uint16_t)byte;
}

static inline void close_run(struct value *v, uint32_t byte) {
    v->wide[v->runs].to = (uint16_t)v->count;
    v->wide[v->runs].byte_to = (uint16_t)byte;
    v->runs++;
}

/* Reads the value; 0 at a character that takes the long way. */
static inline int read(struct value *v, const struct ll_policy *policy, const void *s, uint32_t n, int units) {
    uint32_t at = 0, byte = 0, previous = 0, same = 0;
    int wide, was_wide = 0;
    v->count = v->narrow = v->letters = v->digits = v->run = v->runs = 0;
    v->seen[0] = v->seen[1] = v->seen[2] = v->seen[3] = 0;
    while (at < n) {
        uint32_t cp = next(s, n, units, &at, &wide);
        if (cp == '@' || ll_is_upper(cp) || v->count == sizeof v->ascii || v->runs == RUNS || cp < 0x20 ||
            !(policy->allowed.bits[cp >> 5] >> (cp & 31) & 1))
            return 0;
        if (wide && !was_wide)
            open_run(v, byte);
        else if (!wide && was_wide)
            close_run(v, byte);
        was_wide = wide;
        v->seen[cp >> 5] |= 1u << (cp & 31);
        v->narrow += (uint32_t)(!wide && cp != ' ');
        v->letters += (uint32_t)ll_is_lower(cp);
        v->digits += (uint32_t)ll_is_digit(cp);
        same = cp == previous ? same + 1 : 1;
        v->run = same > v->run ? same : v->run;
        previous = cp;
        v->ascii[v->count++] = (uint8_t)cp;
        byte += wide ? 3 : 1;
    }
    if (was_wide)
        close_run(v, byte);
    return v->count && byte <= LOGINLINT_INPUT_MAX && v->ascii[0] != ' ' && v->ascii[v->count - 1] != ' ';
}

/* May this policy and context take the short way at all? */
static int is_plain_policy(const struct ll_policy *policy, const loginlint_context *context) {
    return !context->failures && !context->composing && !policy->allowed.unicode && policy->letter_case != LL_UPPER &&
           policy->fold != LL_FOLD_OFF &&
           (policy->digits_only ? policy->hyphens != LL_HYPHENS_REQUIRE : policy->hyphens == LL_HYPHENS_PLAIN);
}

static int satisfies(const struct ll_policy *policy, const struct value *v) {
    uint32_t r;
    if (v->count < policy->min_length || v->count > policy->max_length)
        return 0;
    if (policy->digits_only)
        return v->digits == v->count;
    for (r = 0; r < policy->required_count; r++) {
        const uint32_t *bits = policy->required[r].bits;
        if (!(bits[0] & v->seen[0] || bits[1] & v->seen[1] || bits[2] & v->seen[2] || bits[3] & v->seen[3]))
            return 0;
    }
    return !policy->max_consecutive || v->run <= policy->max_consecutive;
}

static void digits_of(const struct value *v, struct ll_number *number) {
    uint32_t i;
    number->count = v->count;
    number->lookalikes = number->junk = 0;
    for (i = 0; i < v->count && i < LL_NUMBER_MAX; i++)
        number->digit[i] = (uint8_t)(v->ascii[i] - '0');
}

/* What only the field knows. */
static int field_agrees(const struct ll_policy *policy, const struct value *v, loginlint_report *report) {
    struct ll_number number;
    int agrees = 1;
    if (policy->field == LOGINLINT_FIELD_CARD_NUMBER || policy->luhn) {
        digits_of(v, &number);
        agrees = policy->field == LOGINLINT_FIELD_CARD_NUMBER ? ll_card_passes(policy, &number, report) : 0;
        loginlint_wipe(number.digit, sizeof number.digit);
    } else if (policy->field == LOGINLINT_FIELD_PASSWORD) {
        agrees = v->count != 4 || v->digits != 4; /* looks like a PIN */
    } else if (policy->field == LOGINLINT_FIELD_LOGIN_ID && !policy->digits_only) {
        agrees = policy->kind != LL_KIND_EMAIL && (v->letters || v->count < 14); /* may be a card number */
    }
    return agrees;
}

static void place(loginlint_report *report, const loginlint_context *context, uint32_t code, uint32_t from, uint32_t to,
                  uint32_t byte, uint32_t byte_to) {
    loginlint_diagnostic *d = &report->diagnostics[report->count++];
    *d = (loginlint_diagnostic){.code = (uint16_t)code,
                                .severity = LOGINLINT_SEVERITY_INFO,
                                .confidence = 100,
                                .platform = context->platform,
                                .byte = {byte, byte_to},
                                .utf16 = {from, to},
                                .character = {from, to},
                                .position = (uint16_t)(from + 1),
                                .position_end = (uint16_t)to};
}

static void wide_findings(const struct ll_policy *policy, const loginlint_context *context, const struct value *v,
                          loginlint_report *report, uint32_t bytes) {
    uint32_t r, k, pool = 0, password = policy->field == LOGINLINT_FIELD_PASSWORD;
    uint32_t safe = policy->fold == LL_FOLD_APPLY && !password, ascii = v->narrow;
    if (ascii && v->wide[0].from)
        place(report, context, LOGINLINT_CODE_MIXED_WIDTH, 0, v->count, 0, bytes);
    for (r = 0; r < v->runs; r++) {
        uint32_t from = v->wide[r].from, to = v->wide[r].to;
        loginlint_diagnostic *d = &report->diagnostics[report->count];
        place(report, context, LOGINLINT_CODE_FULLWIDTH_FORM, from, to, v->wide[r].byte, v->wide[r].byte_to);
        d->severity = LOGINLINT_SEVERITY_WARNING;
        d->level = safe ? LOGINLINT_LEVEL_SAFE : LOGINLINT_LEVEL_ASK;
        d->operation = LOGINLINT_OPERATION_FOLD;
        d->table = LOGINLINT_TABLE_KEYSTROKE;
        d->argument = report->secret ? 0 : v->ascii[from] + 0xFEE0u;
        if (!password) {
            d->fix_at = pool;
            d->fix_length = to - from;
            for (k = from; k < to; k++)
                report->pool[pool++] = v->ascii[k];
        }
        if (ascii && r == 0 && from == 0)
            place(report, context, LOGINLINT_CODE_MIXED_WIDTH, 0, v->count, 0, bytes);
    }
    report->total = report->count;
    report->verdict = safe ? LOGINLINT_VERDICT_FIXED : LOGINLINT_VERDICT_ASK;
    report->valid = 0;
    report->changed = (uint8_t)safe;
    report->text_length = safe ? v->count : 0;
    for (k = 0; k < report->text_length; k++)
        report->text[k] = v->ascii[k];
}

/* What letters that are all small say about Caps Lock (case.c, FORM_LOWER). */
static int32_t small_letters(const struct ll_policy *policy, const loginlint_context *context, uint32_t letters) {
    if (!letters || context->entry >= 2 || context->keyboard == 2)
        return 0;
    if (context->platform == LOGINLINT_PLATFORM_MAC)
        return LL_CASE_MAC_HAS_LOWER;
    if (policy->field == LOGINLINT_FIELD_PASSWORD)
        return LL_CASE_LOWER;
    return letters < 2 ? 0 : LL_CASE_ID_LOWER;
}

/* The rest of the way, once the value is read; `n` bytes of UTF-8. */
static int answer(const struct ll_policy *policy, const loginlint_context *context, struct value *v, loginlint_report *report) {
    uint32_t bytes = v->count, r;
    for (r = 0; r < v->runs; r++)
        bytes += 2u * (v->wide[r].to - v->wide[r].from);
    if (!satisfies(policy, v) || !field_agrees(policy, v, report))
        return 0;
    report->wellformed = report->valid = 1;
    report->input_length = bytes;
    report->verdict = LOGINLINT_VERDICT_PASS;
    if (v->runs)
        wide_findings(policy, context, v, report, bytes);
    if (policy->field <= LOGINLINT_FIELD_PASSWORD && !policy->digits_only)
        report->caps_evidence = small_letters(policy, context, v->letters);
    return 1;
}

static int plain(const struct ll_policy *policy, const loginlint_context *context, const void *s, uint32_t n, int units,
                 loginlint_report *report) {
    struct value v;
    int answered;
    if (!is_plain_policy(policy, context))
        return 0;
    answered = read(&v, policy, s, n, units) && answer(policy, context, &v, report);
    loginlint_wipe(v.seen, sizeof v.seen);
    loginlint_wipe(v.ascii, v.count);
    return answered;
}

int ll_plain_utf8(const struct ll_policy *policy, const loginlint_context *context, const uint8_t *s, uint32_t n,
                  loginlint_report *report) {
    return plain(policy, context, s, n, 0, report);
}

int ll_plain_utf16(const struct ll_policy *policy, const loginlint_context *context, const uint16_t *s, uint32_t n,
                   loginlint_report *report) {
    return plain(policy, context, s, n, 1, report);
}
