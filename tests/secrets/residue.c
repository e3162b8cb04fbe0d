/* SPDX-License-Identifier: MIT */
/* residue.c - no call of the library leaves anything of a secret on the stack it ran on, nor in the scratch members of
 * the records.
 *
 * Each call runs on a stack of its own (scanning from the same stack would overwrite the evidence), which is painted
 * before and read afterwards, in two ways.  The call must have cleared what it used: the deepest byte that is not paint
 * lies at the lower end of the zeros that the call left behind it.  That holds for any value.  And no six characters of
 * the secret are found anywhere.  The secret is held here only xor-masked.  It is looked for as bytes, at every
 * distance from 1 to 48 (with marks between them 72) bytes between two characters (UTF-8, -16, -32 and arrays of
 * records), case ignored, and for full-width letters by their low byte and their last byte of UTF-8 as well, digits as
 * numbers too (up to 8 bytes apart).  Planted leaks run first: one that is not found is a failure.
 *
 * With the companion (-DLOGINLINT_WITH_ICU) its calls too, and then ICU's heap (every block that ICU gives back or
 * still holds) and ICU's own writable data.  A look-alike search on the secret is planted there: ICU must be caught
 * with copies.
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
#ifdef LOGINLINT_WITH_ICU
#include <unicode/uclean.h>
#endif

enum { STACK = 192 * 1024, WINDOW = 6, LONGEST = 48, OUT = 32768, PAINT = 0xA5 };
/* What is cleared behind a call: LL_STACK of text/wipe.h and of lib/icu; LL_STACK_FIRST where there is nothing to say.
 */
enum { CORE = 1824, FIRST = 960, COMPANION = 40960 };

static uint8_t masked[LONGEST], mask[LONGEST]; /* the secret's ASCII characters */
static uint32_t length;
static int digits; /* it has nothing else */
static int wide;   /* it is typed in full width */
static int marked; /* two marks after each character, in the order that normalisation changes */

static loginlint_policy policy;
static loginlint_context context;
static loginlint_explanation explanation;
static loginlint_report *report;
static loginlint_candidates *candidates;
static uint8_t *stack, *input, *out;
static uint16_t *units;
static uint32_t n, m;
static int failed;

static uint8_t fold(uint8_t c) {
    return c >= 'A' && c <= 'Z' ? (uint8_t)(c + 32) : c;
}
/* Character i as the bytes in memory would show it: view 0 ASCII, case ignored; 1 the low byte of the full-width form;
 * 2 the last byte of its UTF-8; 3 the number that a digit is. */
static uint8_t shown(int view, uint32_t i) {
    uint8_t c = masked[i] ^ mask[i];
    if (view == 0)
        return fold(c);
    if (view == 3)
        return c - '0';
    return view == 1 ? (uint8_t)(c - 0x20) : (uint8_t)(0x80 | ((c - 0x20) & 0x3F));
}

/* The longest run of the secret's characters in p[0..size), at least WINDOW, else 0. */
static uint32_t longest(const uint8_t *p, size_t size) {
    uint32_t best = 0;
    int view;
    for (view = 0; view < 4; view++) {
        uint8_t first[256] = {0};
        uint32_t w, k, stride, far = view == 3 ? 8 : marked ? 72 : 48;
        size_t a;
        if (view == 3 ? !digits : view && !wide)
            continue;
        for (w = 0; w + WINDOW <= length; w++)
            first[shown(view, w)] = 1;
        for (a = 0; a < size; a++) {
            if (!first[view ? p[a] : fold(p[a])])
                continue;
            for (w = 0; w + WINDOW <= length; w++) {
                if (shown(view, w) != (view ? p[a] : fold(p[a])))
                    continue;
                for (stride = 1; stride <= far; stride++) {
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

/* ---- what is run ---------------------------------------------------------------------------------------------------
 */

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
static void run_find_utf16(void) {
    candidates->allowed = 0;
    result = loginlint_candidates_find_utf16(&policy, &context, units, m, candidates);
}
static void run_message(void) {
    uint32_t i;
    for (i = 0; i < report->count; i++)
        result = loginlint_message(report, i, i & 1, out, OUT);
}
static void run_explain(void) {
    result = loginlint_explain(&policy, &context, input, n, report, candidates, &explanation);
}
static void run_explain_utf16(void) {
    result = loginlint_explain_utf16(&policy, &context, units, m, report, candidates, &explanation);
}
static void run_key(void) {
    result = loginlint_key(31, input, n, out, OUT);
}
static void run_key_utf16(void) {
    result = loginlint_key_utf16(31, units, m, out, OUT);
}
static void run_batch(void) {
    uint32_t offsets[2] = {0, n};
    uint8_t verdict, cause;
    result =
        loginlint_check_batch(&policy, &context, input, offsets, 1, &verdict, &cause, report, candidates, &explanation);
}
static void run_cause_message(void) {
    uint32_t i;
    for (i = 0; i < explanation.count; i++)
        result = loginlint_cause_message(&explanation, i, i & 1, out, OUT);
}
static void run_cause_next(void) {
    uint32_t i;
    for (i = 0; i < explanation.count; i++)
        result = loginlint_cause_next(&explanation, i, i & 1, out, OUT);
}
static void run_json(void) {
    result = loginlint_json(report, candidates, &explanation, input, n, 0, LOGINLINT_LANGUAGE_JA, out, OUT);
}
static void run_reveal(void) {
    result = loginlint_json(report, candidates, &explanation, input, n, LOGINLINT_JSON_REVEAL, LOGINLINT_LANGUAGE_EN,
                            out, OUT);
}
static void run_fix(void) {
    uint32_t i;
    for (i = 0; i < report->count; i++)
        result = loginlint_fix(report, i, input, n, out, OUT);
}
static void run_tag(void) {
    result = loginlint_tag(mask, (const uint8_t *)"taro", 4, input, n, out);
}

#ifdef LOGINLINT_WITH_ICU
static void run_icu(void) {
    result = loginlint_icu_check(&policy, &context, input, n, report);
}
static void run_icu_utf16(void) {
    result = loginlint_icu_check_utf16(&policy, &context, units, m, report);
}
static void run_filter(void) {
    loginlint_candidates_find(&policy, &context, input, n, candidates);
    result = loginlint_icu_candidates_filter(&policy, &context, candidates);
}
/* What the profile answers is the caller's; `out` is wiped, as a caller would. */
static void run_profile(uint32_t profile) {
    static loginlint_diagnostic finding;
    result = loginlint_icu_profile(profile, input, n, out, OUT, &finding);
    loginlint_wipe(out, 4096);
}
static void run_opaque(void) {
    run_profile(LOGINLINT_PROFILE_OPAQUE);
}
static void run_nist(void) {
    run_profile(LOGINLINT_PROFILE_NIST);
}
static void run_casemapped(void) {
    run_profile(LOGINLINT_PROFILE_USERNAME_CASEMAPPED);
}
static void leak_skeleton(void) {
    result = loginlint_icu_confusable(input, n, "paypal", 6);
}

/* ICU's heap: the blocks that it holds, and the most that was found in one when ICU gave it back. */
enum { BLOCKS = 65536 };
static struct {
    uint8_t *p;
    size_t n;
} blocks[BLOCKS];
static uint32_t held, on_heap;

static void *U_CALLCONV take(const void *unused, size_t size) {
    uint8_t *p = calloc(1, size);
    (void)unused;
    if (!p || held == BLOCKS)
        abort();
    blocks[held].p = p;
    blocks[held++].n = size;
    return p;
}
static uint32_t block_of(const void *p) {
    uint32_t i = held;
    while (i-- > 0)
        if (blocks[i].p == p)
            return i;
    abort();
}
static void look_into(const uint8_t *p, size_t size) {
    uint32_t found = length ? longest(p, size) : 0;
    if (found > on_heap)
        on_heap = found;
}
static void U_CALLCONV give_back(const void *unused, void *p) {
    uint32_t i;
    (void)unused;
    if (!p)
        return;
    i = block_of(p);
    look_into(blocks[i].p, blocks[i].n);
    blocks[i] = blocks[--held];
    free(p);
}
static void *U_CALLCONV take_again(const void *unused, void *p, size_t size) {
    uint8_t *q = take(unused, size);
    if (p) {
        size_t old = blocks[block_of(p)].n;
        memcpy(q, p, old < size ? old : size);
        give_back(unused, p);
    }
    return q;
}

/* The writable data of ICU's libraries. */
static void look_into_data(void) {
    char line[512];
    unsigned long from, to;
    FILE *maps = fopen("/proc/self/maps", "r");
    while (maps && fgets(line, sizeof line, maps))
        if (strstr(line, "libicu") && strstr(line, " rw") && sscanf(line, "%lx-%lx", &from, &to) == 2)
            look_into((const uint8_t *)from, to - from);
    if (maps)
        fclose(maps);
}

static uint32_t left_to_icu(void) {
    uint32_t i, found;
    for (i = 0; i < held; i++)
        look_into(blocks[i].p, blocks[i].n);
    look_into_data();
    found = on_heap;
    on_heap = 0;
    return found;
}
#endif

/* Planted: a copy as bytes, as 16-bit units, in records of 24 bytes; and one that is wiped, which must not be found. */
static void leak_bytes(void) {
    volatile uint8_t copy[LONGEST * 3] = {0};
    uint32_t i;
    for (i = 0; i < n; i++)
        copy[i] = input[i];
    result = copy[0];
}
static void leak_numbers(void) {
    volatile uint8_t copy[LONGEST] = {0};
    uint32_t i;
    for (i = 0; i < m; i++)
        copy[i] = units[i] & 15;
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
    volatile struct { uint32_t cp, rest[5]; } copy[LONGEST] = {{0}};
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

static uint32_t deepest; /* where the paint ends */

static uint32_t left_by(void (*call)(void)) {
    memset(stack, PAINT, STACK);
    getcontext(&there);
    there.uc_stack.ss_sp = stack;
    there.uc_stack.ss_size = STACK;
    there.uc_link = &here;
    makecontext(&there, call, 0);
    swapcontext(&here, &there);
    for (deepest = 0; deepest < STACK && stack[deepest] == PAINT;)
        deepest++;
    return longest(stack + deepest, STACK - deepest);
}

/* Does all that the call touched end in `most` zeros?  Below them is the return address of memset at the most. */
static int has_cleared(uint32_t most) {
    enum { SLACK = 64 };
    uint32_t from, zeros;
    for (from = deepest; from < deepest + SLACK && from + most <= STACK; from++) {
        for (zeros = 0; zeros < most && !stack[from + zeros];)
            zeros++;
        if (zeros == most)
            return 1;
    }
    return 0;
}

/* ---- secrets ---- */

static uint32_t below(uint32_t limit) {
    uint32_t r;
    if (getrandom(&r, sizeof r, 0) != sizeof r)
        abort();
    return r % limit;
}

/* Is it a Visa number with its check digit? */
static int is_card(void) {
    uint32_t i, sum = 0;
    for (i = 0; i < length; i++) {
        uint32_t d = (uint32_t)((masked[i] ^ mask[i]) - '0') << ((length - i) % 2 == 0);
        sum += d > 9 ? d - 9 : d;
    }
    return (masked[0] ^ mask[0]) == '4' && sum % 10 == 0;
}

enum { MIXED, CAPITALS, DIGITS, CARD };

/* Letters and digits; capitals, as with Caps Lock; digits; a card number.  Runs of one character would match anything.
 */
static void make(int kind, uint32_t size) {
    static const char *const alphabets[] = {"abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789",
                                            "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789", "0123456789"};
    const char *alphabet = alphabets[kind];
    uint32_t i, limit = (uint32_t)strlen(alphabet);
    digits = kind >= DIGITS;
    for (i = 0, length = size; i < size; i++) {
        mask[i] = (uint8_t)below(256);
        do
            masked[i] = (uint8_t)alphabet[below(limit)] ^ mask[i];
        while (i && fold(masked[i] ^ mask[i]) == fold(masked[i - 1] ^ mask[i - 1]));
    }
    if (kind == CARD && !is_card())
        make(kind, size);
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
        if (marked) {
            memcpy(input + n, "\314\201\314\243", 4); /* U+0301 U+0323 */
            n += 4;
            units[m++] = 0x301;
            units[m++] = 0x323;
        }
    }
}

/* A secret that ICU does not happen to hold already: its tables have rows of small numbers. */
static void draw(int kind, uint32_t size) {
    do {
        make(kind, size);
        type();
#ifdef LOGINLINT_WITH_ICU
    } while (left_to_icu());
#else
    } while (0);
#endif
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
        if (left_by(leaks[i]) != length || has_cleared(CORE))
            printf("%s: planted leak %u was not found\n", kind, i), failed = 1;
    if (digits && left_by(leak_numbers) != length)
        printf("%s: planted digits as numbers were not found\n", kind), failed = 1;
    if (left_by(leak_wiped))
        printf("%s: a wiped copy is found\n", kind), failed = 1;
#ifdef LOGINLINT_WITH_ICU
    left_by(leak_skeleton);
    if (!left_to_icu() && length > 27 && !wide) /* shorter ones ICU holds on the stack */
        printf("%s: what a skeleton leaves on ICU's heap is not found\n", kind), failed = 1;
#endif
}

static void calls(const char *kind) {
    static const struct {
        const char *name;
        void (*call)(void);
        uint32_t cleared;
        int hidden; /* what it writes to `out` must not show the secret */
    } list[] = {{"loginlint_check", run_check, FIRST, 0},
                {"loginlint_check_utf16", run_check_utf16, FIRST, 0},
                {"loginlint_candidates_find", run_find, CORE, 0},
                {"loginlint_candidates_find_utf16", run_find_utf16, CORE, 0},
                {"loginlint_message", run_message, CORE, 1},
                {"loginlint_explain", run_explain, CORE, 0},
                {"loginlint_explain_utf16", run_explain_utf16, CORE, 0},
                {"loginlint_key", run_key, CORE, 0},
                {"loginlint_key_utf16", run_key_utf16, CORE, 0},
                {"loginlint_check_batch", run_batch, 0, 0}, /* each call in it clears its own */
                {"loginlint_cause_message", run_cause_message, CORE, 1},
                {"loginlint_cause_next", run_cause_next, CORE, 1},
                {"loginlint_json", run_json, CORE, 1},
                {"loginlint_json, revealed", run_reveal, CORE, 0},
                {"loginlint_fix", run_fix, CORE, 0},
#ifdef LOGINLINT_WITH_ICU
                {"loginlint_icu_check", run_icu, COMPANION, 0},
                {"loginlint_icu_check_utf16", run_icu_utf16, COMPANION, 0},
                {"loginlint_icu_candidates_filter", run_filter, COMPANION, 0},
                {"loginlint_icu_profile, opaque", run_opaque, COMPANION, 0},
                {"loginlint_icu_profile, nist", run_nist, COMPANION, 0},
                {"loginlint_icu_profile, username-casemapped", run_casemapped, COMPANION, 0},
#endif
                {"loginlint_tag", run_tag, CORE, 1}};
    unsigned i;
    for (i = 0; i < sizeof list / sizeof list[0]; i++) {
        if (!report->count && (list[i].call == run_message || list[i].call == run_fix))
            continue; /* there is no finding */
        if (!explanation.count && (list[i].call == run_cause_message || list[i].call == run_cause_next))
            continue; /* there is no cause */
        memset(out, 0, OUT);
        judge(list[i].name, kind, left_by(list[i].call));
        if (!has_cleared(list[i].cleared == FIRST && report->verdict != LOGINLINT_VERDICT_PASS ? CORE
                                                                                               : list[i].cleared))
            printf("%s, %s: what it used of the stack is not cleared\n", list[i].name, kind), failed = 1;
#ifdef LOGINLINT_WITH_ICU
        if ((on_heap = left_to_icu()) != 0)
            printf("%s, %s: %u characters left to ICU\n", list[i].name, kind, on_heap), failed = 1, on_heap = 0;
#endif
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
        int kind, wide, marked;
        uint32_t length;
    } cases[] = {
        {"password", LOGINLINT_FIELD_PASSWORD, "", MIXED, 0, 0, 40},
        {"password with wishes", LOGINLINT_FIELD_PASSWORD, "minlength: 48; required: digit; allowed: lower", MIXED, 0,
         0, 24},
        {"password in capitals", LOGINLINT_FIELD_PASSWORD, "", CAPITALS, 0, 0, 30},
        {"full-width password", LOGINLINT_FIELD_PASSWORD, "", MIXED, 1, 0, 32},
        {"full-width Unicode password", LOGINLINT_FIELD_PASSWORD, "charset: unicode", MIXED, 1, 0, 32},
        {"PIN", LOGINLINT_FIELD_PIN, "digits: 4-12", DIGITS, 0, 0, 12},
        {"full-width PIN", LOGINLINT_FIELD_PIN, "digits: 4-12", DIGITS, 1, 0, 12},
        {"card number", LOGINLINT_FIELD_CARD_NUMBER, "", CARD, 0, 0, 16},
        {"full-width card number", LOGINLINT_FIELD_CARD_NUMBER, "", CARD, 1, 0, 16},
        {"digits in the card box", LOGINLINT_FIELD_CARD_NUMBER, "", DIGITS, 0, 0, 16},
        {"card number in the ID box", LOGINLINT_FIELD_LOGIN_ID, "", CARD, 0, 0, 16},
#ifdef LOGINLINT_WITH_ICU
        {"password, opaque", LOGINLINT_FIELD_PASSWORD, "charset: unicode; profile: opaque", MIXED, 0, 0, 40},
        {"password, opaque, with marks", LOGINLINT_FIELD_PASSWORD, "charset: unicode; profile: opaque", DIGITS, 0, 1,
         12},
        {"full-width password, nist", LOGINLINT_FIELD_PASSWORD, "charset: unicode; profile: nist", MIXED, 1, 0, 32},
        {"password, username-casemapped", LOGINLINT_FIELD_PASSWORD, "charset: unicode; profile: username-casemapped",
         CAPITALS, 0, 0, 30},
#endif
    };
    static const char said[] = "caps-lock: on; stage: submit";
    unsigned i;
#ifdef LOGINLINT_WITH_ICU
    UErrorCode error = U_ZERO_ERROR;
    u_setMemoryFunctions(NULL, take, take_again, give_back, &error); /* before anything else asks ICU */
    if (U_FAILURE(error))
        return printf("ICU takes no other heap: %s\n", u_errorName(error)), 2;
#endif
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
        marked = cases[i].marked;
        draw(cases[i].kind, cases[i].length);
        result = 0;
        controls(cases[i].name);
        calls(cases[i].name);
    }
    return failed;
}
