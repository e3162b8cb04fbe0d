/* residue.c - no call of the library leaves six characters of a secret on the stack it ran on, nor anything in the scratch
 * members of the records.
 *
 * Each call runs on a stack of its own (scanning from the same stack would overwrite the evidence), which starts as zeros and
 * is read afterwards.  The secret is held here only xor-masked.  It is looked for as bytes, at every distance from 1 to 48
 * bytes between two characters (UTF-8, -16, -32 and arrays of records), case ignored, and for full-width letters by their
 * low byte and their last byte of UTF-8 as well.  Four planted leaks run first: one that is not found is a failure.
 *
 * Built with -O0 -mgeneral-regs-only, so that nothing here leaves copies; the library with the options under test.
 * usage: residue ; out: what was left, per call; status 1 if anything was.
 */
#include <loginlint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <ucontext.h>

enum { STACK = 128 * 1024, WINDOW = 6, LONGEST = 48, OUT = 32768 };

static uint8_t masked[LONGEST], mask[LONGEST]; /* the secret's ASCII characters */
static uint32_t length;
static int wide; /* it is typed in full width */

static loginlint_policy policy;
static loginlint_context context;
static loginlint_report *report;
static loginlint_candidates *candidates;
static uint8_t *stack, *input, *out;
static uint16_t *units;
static uint32_t n, m;
static int failed;

static uint8_t fold(uint8_t c) {
    return c >= 'A' && c <= 'Z' ? (uint8_t)(c + 32) : c;
}
/* Character i as the bytes in memory would show it: view 0 ASCII, case ignored; 1 the low byte of the full-width form; 2 the
 * last byte of its UTF-8. */
static uint8_t shown(int view, uint32_t i) {
    uint8_t c = masked[i] ^ mask[i];
    if (view == 0)
        return fold(c);
    return view == 1 ? (uint8_t)(c - 0x20) : (uint8_t)(0x80 | ((c - 0x20) & 0x3F));
}

/* The longest run of the secret's characters in p[0..size), at least WINDOW, else 0. */
static uint32_t longest(const uint8_t *p, size_t size) {
    uint32_t best = 0;
    int view;
    for (view = 0; view < (wide ? 3 : 1); view++) {
        uint8_t first[256] = {0};
        uint32_t w, k, stride;
        size_t a;
        for (w = 0; w + WINDOW <= length; w++)
            first[shown(view, w)] = 1;
        for (a = 0; a < size; a++) {
            if (!first[view ? p[a] : fold(p[a])])
                continue;
            for (w = 0; w + WINDOW <= length; w++) {
                if (shown(view, w) != (view ? p[a] : fold(p[a])))
                    continue;
                for (stride = 1; stride <= 48; stride++) {
                    for (k = 1; w + k < length && a + k * stride < size; k++)
                        if ((view ? p[a + k * stride] : fold(p[a + k * stride])) != shown(view, w + k))
                            break;
                    if (k >= WINDOW && k > best)
                        best = k;
                }
            }
        }
    }
    return best;
}

/* ---- what is run --------------------------------------------------------------------------------------------------- */

static volatile int32_t result;

static void run_check(void) {
    result = loginlint_check(&policy, &context, input, n, report);
}
static void run_check_utf16(void) {
    result = loginlint_check_utf16(&policy, &context, units, m, report);
}
static void run_find(void) {
    candidates->allowed = 0;
    result = loginlint_candidates_find(&policy, &context, input, n, candidates);
}
static void run_message(void) {
    uint32_t i;
    for (i = 0; i < report->count; i++)
        result = loginlint_message(report, i, i & 1, out, OUT);
}
static void run_json(void) {
    result = loginlint_json(report, candidates, input, n, 0, LOGINLINT_LANGUAGE_JA, out, OUT);
}
static void run_reveal(void) {
    result = loginlint_json(report, candidates, input, n, LOGINLINT_JSON_REVEAL, LOGINLINT_LANGUAGE_EN, out, OUT);
}
static void run_fix(void) {
    uint32_t i;
    for (i = 0; i < report->count; i++)
        result = loginlint_fix(report, i, input, n, out, OUT);
}
static void run_tag(void) {
    result = loginlint_tag(mask, (const uint8_t *)"taro", 4, input, n, out);
}

/* Planted: a copy as bytes, as 16-bit units, in records of 24 bytes; and one that is wiped, which must not be found. */
static void leak_bytes(void) {
    volatile uint8_t copy[LONGEST * 3] = {0};
    uint32_t i;
    for (i = 0; i < n; i++)
        copy[i] = input[i];
    result = copy[0];
}
static void leak_units(void) {
    volatile uint16_t copy[LONGEST] = {0};
    uint32_t i;
    for (i = 0; i < m; i++)
        copy[i] = units[i];
    result = copy[0];
}
static void leak_records(void) {
    volatile struct {
        uint32_t cp, rest[5];
    } copy[LONGEST] = {{0}};
    uint32_t i;
    for (i = 0; i < m; i++)
        copy[i].cp = units[i];
    result = (int32_t)copy[0].cp;
}
static void leak_wiped(void) {
    uint8_t copy[LONGEST * 3];
    uint32_t i;
    for (i = 0; i < n; i++)
        copy[i] = input[i];
    loginlint_wipe(copy, sizeof copy);
}

static ucontext_t here, there;

static uint32_t left_by(void (*call)(void)) {
    memset(stack, 0, STACK);
    getcontext(&there);
    there.uc_stack.ss_sp = stack;
    there.uc_stack.ss_size = STACK;
    there.uc_link = &here;
    makecontext(&there, call, 0);
    swapcontext(&here, &there);
    return longest(stack, STACK);
}

/* ---- secrets --------------------------------------------------------------------------------------------------------- */

static uint32_t below(uint32_t limit) {
    uint32_t r;
    if (getrandom(&r, sizeof r, 0) != sizeof r)
        abort();
    return r % limit;
}

/* `kind`: 0 letters and digits, 1 capitals first, as with Caps Lock, 2 digits.  Runs of one character would match anything. */
static void make(int kind, uint32_t size) {
    static const char *const alphabets[] = {"abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789",
                                            "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"};
    const char *alphabet = alphabets[kind];
    uint32_t i, limit = (uint32_t)strlen(alphabet);
    for (i = 0, length = size; i < size; i++) {
        mask[i] = (uint8_t)below(256);
        do
            masked[i] = (uint8_t)alphabet[below(limit)] ^ mask[i];
        while (i && fold(masked[i] ^ mask[i]) == fold(masked[i - 1] ^ mask[i - 1]));
    }
}

static void type(void) {
    uint32_t i;
    for (i = n = m = 0; i < length; i++) {
        uint32_t c = masked[i] ^ mask[i], cp = c + 0xFEE0;
        units[m++] = (uint16_t)(wide ? cp : c);
        if (wide) {
            input[n++] = 0xEF;
            input[n++] = (uint8_t)(0x80 | (cp >> 6 & 0x3F));
            input[n++] = (uint8_t)(0x80 | (cp & 0x3F));
        } else {
            input[n++] = (uint8_t)c;
        }
    }
}

static int is_zero(const uint32_t *p, size_t count) {
    while (count--)
        if (*p++)
            return 0;
    return 1;
}

static void judge(const char *name, const char *kind, uint32_t left) {
    if (left)
        printf("%s, %s: %u characters left on the stack\n", name, kind, left), failed = 1;
    if (result < 0)
        printf("%s, %s: error %d\n", name, kind, (int)result), failed = 1;
    if (!is_zero(report->work, sizeof report->work / 4) || !is_zero(candidates->work, sizeof candidates->work / 4))
        printf("%s, %s: scratch is not zero\n", name, kind), failed = 1;
}

static void controls(const char *kind) {
    static void (*const leaks[])(void) = {leak_bytes, leak_units, leak_records};
    unsigned i;
    for (i = 0; i < 3; i++)
        if (left_by(leaks[i]) != length)
            printf("%s: planted leak %u was not found\n", kind, i), failed = 1;
    if (left_by(leak_wiped))
        printf("%s: a wiped copy is found\n", kind), failed = 1;
}

static void calls(const char *kind) {
    static const struct {
        const char *name;
        void (*call)(void);
        int hidden; /* what it writes to `out` must not show the secret */
    } list[] = {{"loginlint_check", run_check, 0},
                {"loginlint_check_utf16", run_check_utf16, 0},
                {"loginlint_candidates_find", run_find, 0},
                {"loginlint_message", run_message, 1},
                {"loginlint_json", run_json, 1},
                {"loginlint_json, revealed", run_reveal, 0},
                {"loginlint_fix", run_fix, 0},
                {"loginlint_tag", run_tag, 1}};
    unsigned i;
    for (i = 0; i < sizeof list / sizeof list[0]; i++) {
        memset(out, 0, OUT);
        judge(list[i].name, kind, left_by(list[i].call));
        if (list[i].hidden && longest(out, OUT))
            printf("%s, %s: shows the secret\n", list[i].name, kind), failed = 1;
        if (!strcmp(list[i].name, "loginlint_json, revealed") && !longest(out, OUT))
            printf("%s: what is revealed does not show the secret\n", kind), failed = 1;
    }
}

static void *map(size_t size) {
    void *p = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (p == MAP_FAILED)
        abort();
    return p;
}

int main(void) {
    static const struct {
        const char *name;
        uint32_t field;
        const char *rules;
        int kind, wide;
        uint32_t length;
    } cases[] = {
        {"password", LOGINLINT_FIELD_PASSWORD, "", 0, 0, 40},
        {"password with wishes", LOGINLINT_FIELD_PASSWORD, "minlength: 48; required: digit; allowed: lower", 0, 0, 24},
        {"password in capitals", LOGINLINT_FIELD_PASSWORD, "", 1, 0, 30},
        {"full-width password", LOGINLINT_FIELD_PASSWORD, "", 0, 1, 32},
        {"full-width Unicode password", LOGINLINT_FIELD_PASSWORD, "charset: unicode", 0, 1, 32},
        {"PIN", LOGINLINT_FIELD_PIN, "digits: 4-12", 2, 0, 12},
        {"full-width PIN", LOGINLINT_FIELD_PIN, "digits: 4-12", 2, 1, 12},
        {"card number", LOGINLINT_FIELD_CARD_NUMBER, "", 2, 0, 16},
        {"full-width card number", LOGINLINT_FIELD_CARD_NUMBER, "", 2, 1, 16},
    };
    static const char said[] = "caps-lock: on; stage: submit";
    unsigned i;
    stack = map(STACK);
    input = map(4096);
    units = map(4096);
    out = map(OUT);
    report = map(sizeof *report);
    candidates = map(sizeof *candidates);
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        if (loginlint_policy_init(&policy, cases[i].field) != 0 ||
            loginlint_policy_parse(&policy, cases[i].rules, (uint32_t)strlen(cases[i].rules), NULL) != 0 ||
            loginlint_context_parse(&context, said, sizeof said - 1, NULL) != 0)
            return printf("%s: bad rules\n", cases[i].name), 2;
        wide = cases[i].wide;
        make(cases[i].kind, cases[i].length);
        type();
        result = 0;
        controls(cases[i].name);
        calls(cases[i].name);
    }
    return failed;
}
