/* SPDX-License-Identifier: MIT */
/* check_record.c - has any answer changed?  Random values, rules and facts of the kinds that people type, from one
 * seed, through every function of the interface; what they answer as digests beside those in record.inc.
 *
 * usage: check_record            compare
 *        check_record --record   print record.inc anew (`make record`, after a change that is meant)
 *        check_record --each     one digest a case: `diff` of two builds shows which case changed
 *        check_record --show AREA NUMBER   what that case is made of
 *
 * This says that an answer is another one, not that it was right: for that there are the cases, the laws and the
 * oracles.
 */
#include "candidates/hangul.h"
#include "candidates/kana.h"
#include "candidates/romaji.h"
#include "random.h"
#include "text/layouts.h"
#include <loginlint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCKS = 16, ROOM = 4096, OUT = 16384 };
enum area { ID, PASSWORD, CARD, PIN, RULES, CONTEXT, ADVICE, SENTENCES, TAGS, NAMES, ADDRESSES, KEYS, CASES, AREAS };
static const char *const names[AREAS] = {"id",        "password", "card",  "pin",       "rules", "context", "advice",
                                         "sentences", "tags",     "names", "addresses", "keys",  "cases"};
static const uint32_t cases[AREAS] = {4800, 3200, 3200, 1600, 8000, 1600, 6400, 8000, 320, 16, 8000, 4800, 4800};

static uint32_t digest;
static int showing;
static loginlint_report report;
static loginlint_candidates candidates;
static uint8_t out[OUT];

/* ---- randomness and text ------------------------------------------------------------------------------------------
 */

struct text {
    uint32_t cp[ROOM], n;
    char bytes[4 * ROOM];
    uint32_t length;
};

static void put(struct text *t, uint32_t cp) {
    if (t->n < ROOM)
        t->cp[t->n++] = cp;
}

static void say(struct text *t, const char *s) {
    while (*s)
        put(t, (unsigned char)*s++);
}

static void say_number(struct text *t, uint32_t n) {
    char s[12];
    snprintf(s, sizeof s, "%u", (unsigned)n);
    say(t, s);
}

static void finish(struct text *t) {
    uint32_t i;
    for (i = t->length = 0; i < t->n; i++)
        t->length += utf8_of(t->cp[i], (uint8_t *)t->bytes + t->length);
    if (showing) {
        fwrite(t->bytes, 1, t->length, stdout);
        putchar('\n');
    }
}

/* ---- digests -------------------------------------------------------------------------------------------------------
 */

static void note(uint32_t n) { /* by value, so that the order of bytes does not matter */
    int i;
    for (i = 0; i < 4; i++)
        digest = (digest ^ (n >> 8 * i & 0xFF)) * 0x01000193u;
}

static void note4(uint32_t a, uint32_t b, uint32_t c, uint32_t d) {
    note(a | b << 8 | c << 16 | d << 24);
}

static void note_bytes(const void *bytes, uint32_t n) {
    const uint8_t *s = bytes;
    note(n);
    while (n--)
        digest = (digest ^ *s++) * 0x01000193u;
}

static void note_string(const char *s) {
    note_bytes(s ? s : "(none)", (uint32_t)strlen(s ? s : "(none)"));
}

/* What a writer wrote, cut at some capacity now and then. */
static void note_written(int32_t needed, uint32_t capacity) {
    note((uint32_t)needed);
    if (needed > 0)
        note_bytes(out, (uint32_t)needed < capacity ? (uint32_t)needed : capacity);
}

static uint32_t some_capacity(void) {
    uint32_t capacity = below(4) ? OUT : below(120);
    memset(out, 0, sizeof out);
    return capacity;
}

/* ---- values ---------------------------------------------------------------------------------------------------------
 */

static const char *const words[] = {
    "password", "taro",   "yamada",      "Taro",      "PASSword",  "pASSWORD",      "TARO", "sakura",
    "a",        "ab",     "admin",       "K123456",   "tokyo2020", "hanako.suzuki", "x_y",  "Secret!1",
    "qwerty",   "zxcvbn", "konnnichiha", "shinnichi", "iPhone",    "ABC_012",       "tARO", "o0O",
    "l1I",      "SAITO",  "McDonald",    "aaa",       "bbbb11",    "co-op",         "`'\"", "]\\[@:;"};
static const char *const domains[] = {
    "gmail.com",      "yahoo.co.jp", "hotmail.com",   "icloud.com", "docomo.ne.jp",   "ezweb.ne.jp",
    "softbank.ne.jp", "example.com", "example.co.jp", "outlook.jp", "i.softbank.jp",  "ymobile.ne.jp",
    "nifty.com",      "au.com",      "live.jp",       "a.b",        "xn--r8jz45g.jp", "mail.docomo.ne.jp",
    "localhost",      "192.168.0.1", "[127.0.0.1]",   "gmail"};
static const char *const prefixes[] = {
    "4",      "51",     "55",     "2221",   "2220",   "2720",   "2721",   "34",     "37",     "36",
    "300",    "305",    "306",    "3095",   "38",     "39",     "3528",   "3589",   "3527",   "3590",
    "2131",   "1800",   "62",     "622126", "622925", "81",     "6011",   "644",    "65",     "50",
    "56",     "58",     "67",     "6304",   "2200",   "2204",   "2205",   "401178", "431274", "506699",
    "509000", "606282", "637095", "508",    "6521",   "9792",   "506099", "507865", "1",      "0",
    "7",      "60",     "6528",   "353",    "8172",   "627780", "636297", "6500",   "401180", "3050"};
static const uint32_t odd[] = {0,       9,       10,      0x20,     0x7F,   0x85,   0xA0,    0xA5,   0xAD,   0x301,
                               0x430,   0x3BF,   0x5D0,   0x660,    0xE01,  0x1100, 0x2010,  0x2013, 0x2014, 0x2018,
                               0x2019,  0x201C,  0x201D,  0x202E,   0x200B, 0x200D, 0x2212,  0x3000, 0x3001, 0x3002,
                               0x3007,  0x3042,  0x304B,  0x3099,   0x309B, 0x30A2, 0x30FB,  0x30FC, 0x3161, 0x3164,
                               0x4E00,  0x5C71,  0xAC00,  0xD7A3,   0xE000, 0xFB01, 0xFE0F,  0xFEFF, 0xFF0D, 0xFF10,
                               0xFF21,  0xFF41,  0xFF0E,  0xFF20,   0xFF70, 0xFF76, 0xFF9E,  0xFFE5, 0xFFFD, 0xFFFF,
                               0x1F600, 0x20000, 0xE0020, 0x10FFFF, 0x378,  0x2460, 0x1D7D2, 0x663,  0x96F,  0x20AC};

static void say_address(struct text *t) {
    static const char *const at[] = {"@", "@", "@", "@", "@@", " @", "@ ", "", ".@"};
    uint32_t i, first;
    say(t, ANY(words));
    if (below(4) == 0) {
        say(t, below(2) ? "." : "..");
        say(t, ANY(words));
    }
    if (below(10) == 0)
        put(t, 0xFF20);
    else
        say(t, ANY(at));
    first = t->n;
    say(t, ANY(domains));
    i = first + below(t->n - first);
    switch (below(10)) {
    case 0:
        memmove(t->cp + i, t->cp + i + 1, (--t->n - i) * sizeof t->cp[0]);
        break;
    case 1:
        t->cp[i] = 'a' + below(26);
        break;
    case 2:
        put(t, t->cp[t->n - 1]);
        memmove(t->cp + i + 1, t->cp + i, (t->n - 1 - i) * sizeof t->cp[0]);
        break;
    case 3:
        if (i + 1 < t->n) {
            uint32_t c = t->cp[i];
            t->cp[i] = t->cp[i + 1];
            t->cp[i + 1] = c;
        }
        break;
    case 4:
        for (; i < t->n; i++)
            if (t->cp[i] == '.') {
                t->cp[i] = below(2) ? ',' : 0x3002;
                break;
            }
        break;
    case 5:
        t->cp[i] ^= below(2) ? 0x20 : 0;
        break;
    default:
        break;
    }
}

static void say_card(struct text *t) {
    static const uint8_t lengths[] = {16, 16, 16, 16, 15, 14, 19, 13, 18, 17, 12, 20, 11, 8, 4};
    static const uint32_t gaps[] = {'-', ' ', ' ', '-', 0x2010, 0x30FC, 0x3000, '.', '/', 0xFF0D, 0x2212, '_'};
    const char *prefix = ANY(prefixes);
    uint32_t n = ANY(lengths), i, sum = 0, gap = below(3) ? 0 : ANY(gaps), group = below(5) ? 4 : 2 + below(5),
             digit[24];
    for (i = 0; i < n; i++)
        digit[i] = i < strlen(prefix) ? (uint32_t)(prefix[i] - '0') : below(10);
    for (digit[n - 1] = 0, i = 0; i < n; i++)
        sum += (n - 1 - i) % 2 ? digit[i] * 2 - (digit[i] > 4 ? 9 : 0) : digit[i];
    digit[n - 1] = below(5) ? (10 - sum % 10) % 10 : below(10);
    for (i = 0; i < n; i++) {
        if (gap && i && i % group == 0 && (below(12)))
            put(t, gap);
        put(t, '0' + digit[i]);
    }
    if (below(8) == 0)
        for (i = 0; i < t->n; i++)
            if (below(6) == 0)
                t->cp[i] = t->cp[i] == '0'   ? (uint32_t) "OoQD"[below(4)]
                           : t->cp[i] == '1' ? (uint32_t) "lI|i"[below(4)]
                                             : t->cp[i];
}

static void say_letters(struct text *t) {
    static const uint16_t ranges[][2] = {
        {0x3041, 0x56}, {0x30A1, 0x5A}, {0xFF66, 0x3A},   {0x430, 0x20},  {0x410, 0x40},   {0x3B1, 0x19}, {0x5D0, 0x1B},
        {0x621, 0x2A},  {0xE01, 0x3A},  {0xAC00, 0x2BA4}, {0x3131, 0x33}, {0x4E00, 0x200}, {0xE0, 0x40}};
    const uint16_t *r = below(2) ? ranges[below(3)] : ANY(ranges);
    uint32_t n = 1 + below(below(8) ? 9 : 40);
    if (below(6) == 0)
        say(t, ANY(words));
    while (n--)
        put(t, below(14) ? r[0] + below(r[1]) : below(2) ? 0x30FC : ANY(odd));
    if (below(6) == 0)
        say_number(t, below(10000));
}

static void say_digits(struct text *t) {
    static const char *const phones[] = {"090-1234-5678",     "+81 90 1234 5678", "(03)1234-5678", "0120-444-444",
                                         "+1 (650) 253-0000", "03.1234.5678",     "08012345678"};
    static const uint32_t gaps[] = {'-',    ' ',    '.',    ',',    '_',    '/', 0x30FC,
                                    0x4E00, 0x3161, 0x3000, 0xFF0D, 0x2212, '-', '-'};
    uint32_t n = 1 + below(14);
    if (below(4) == 0) {
        say(t, ANY(phones));
        return;
    }
    while (n--) {
        put(t, '0' + below(10));
        if (below(6) == 0)
            put(t, ANY(gaps));
    }
}

static void value(struct text *t, enum area area) {
    static const uint8_t usual[4] = {0, 2, 1, 3};
    uint32_t kind = below(3) ? usual[area] : below(7), i, n;
    t->n = 0;
    if (kind == 0)
        say_address(t);
    else if (kind == 1)
        say_card(t);
    else if (kind == 2)
        for (n = 1 + below(2), i = below(6); n--;) {
            say(t, ANY(words));
            if (!i && n)
                put(t, 0x2012 + below(10));
        }
    else if (kind == 3)
        say_digits(t);
    else if (kind == 4)
        say_letters(t);
    else if (kind == 5)
        for (n = below(24); n--;)
            put(t, below(3) ? 0x20 + below(0x5F) : below(3) ? ANY(odd) : below(0x30000) % 0xD800);
    else
        for (n = below(50) ? below(140) : 1010 + below(30), i = below(3); n--;)
            put(t, i == 1 || (i && n % 2) ? 'a' + below(26) : i ? 0xFF41 + below(26) : below(30) ? 0xFF11 : ANY(odd));
    for (n = below(5) ? 0 : 1 + below(3); n--;) { /* something that does not belong there */
        i = below(t->n + 1);
        put(t, 0);
        memmove(t->cp + i + 1, t->cp + i, (t->n - 1 - i) * sizeof t->cp[0]);
        t->cp[i] = ANY(odd);
    }
    if (below(6) == 0)
        for (i = below(t->n + 1), n = below(2) ? t->n : i + 1; i < n && i < t->n; i++)
            if (t->cp[i] > 0x20 && t->cp[i] < 0x7F)
                t->cp[i] += 0xFEE0;
    if (below(8) == 0)
        for (i = below(2); i < t->n; i++)
            if ((t->cp[i] | 0x20) >= 'a' && (t->cp[i] | 0x20) <= 'z' && t->cp[i] < 0x80)
                t->cp[i] ^= 0x20;
    finish(t);
    if (below(40) == 0 && t->length) /* and now and then bytes that are no UTF-8 */
        t->bytes[below(t->length)] = (char)(0x80 + below(0x80));
}

/* ---- strings of rules and facts ---- */

static void say_rule(struct text *t) {
    static const char *const properties[] = {"purpose: create",
                                             "purpose: login",
                                             "case: lower",
                                             "case: upper",
                                             "kind: email",
                                             "kind: name",
                                             "kind: phone",
                                             "hyphens: ignore",
                                             "hyphens: forbid",
                                             "hyphens: require",
                                             "checksum: none",
                                             "checksum: luhn",
                                             "brands: any",
                                             "brands: visa, jcb",
                                             "brands: amex,diners",
                                             "spaces: keep",
                                             "fold: suggest",
                                             "fold: off",
                                             "fold: apply",
                                             "charset: unicode",
                                             "charset: ascii",
                                             "profile: opaque",
                                             "profile: username-casemapped",
                                             "profile: nist",
                                             "charset: unicode; profile: nickname",
                                             "domains: a.jp, b.jp, b.jp",
                                             "domains: example.com",
                                             "domains: a.jp, b.co.jp",
                                             "groups: 4-4-4-4",
                                             "groups: 3-4",
                                             "groups: 4-4; hyphens: require",
                                             "digits: 8; groups: 4-4",
                                             "digits: 4-12",
                                             "digits: 6",
                                             "required: upper, lower",
                                             "required: digit",
                                             "required: [-_.]; required: special",
                                             "allowed: lower, digit",
                                             "allowed: upper; allowed: digit",
                                             "allowed: [-@!]",
                                             "allowed: unicode",
                                             "allowed: ascii-printable",
                                             "allowed: special",
                                             "required: [a]], [b",
                                             "nonsense: 3",
                                             "minlength",
                                             "case:",
                                             "Required: UPPER"};
    if (below(3)) {
        say(t, ANY(properties));
    } else {
        say(t, below(3) ? below(2) ? "minlength: " : "maxlength: " : "max-consecutive: ");
        say_number(t, below(9) ? below(24) : below(300));
    }
}

static void damage(struct text *t) { /* one character more, fewer or another */
    static const char marks[] = ";:,-[] \t0a9Z\"\\@.";
    uint32_t i = t->n ? below(t->n) : 0;
    if (!t->n || below(2))
        return;
    if (below(3) == 0)
        memmove(t->cp + i, t->cp + i + 1, (--t->n - i) * sizeof t->cp[0]);
    else
        t->cp[i] = below(12) ? (uint32_t)marks[below(sizeof marks - 1)] : ANY(odd);
}

static void rules(struct text *t, uint32_t most) {
    uint32_t n = below(most + 1);
    t->n = 0;
    while (n--) {
        say_rule(t);
        say(t, below(20) ? "; " : ";");
    }
}

static void context_string(struct text *t) {
    static const char *const properties[] = {
        "caps-lock: on",           "caps-lock: off",    "entry: typed",       "entry: paste",
        "entry: autofill",         "keyboard: touch",   "keyboard: hardware", "platform: mac",
        "platform: windows",       "platform: ios",     "platform: android",  "platform: linux",
        "stage: submit",           "composing: yes",    "composing: no",      "failures: 2",
        "failures: 1000000",       "failures: 1000001", "caps-evidence: 300", "caps-evidence: -120",
        "caps-evidence: +1000000", "stage: typing"};
    uint32_t n = below(4);
    t->n = 0;
    while (n--) {
        say(t, ANY(properties));
        say(t, "; ");
    }
}

static void note_where(const loginlint_where *w) {
    note(w->offset);
    note(w->length);
    note(w->found);
    note(w->expected);
}

static void note_report(void) {
    uint32_t i;
    note4(report.verdict, report.valid, report.secret, report.changed);
    note4(report.wellformed, report.brand, report.quiet, report.field);
    note(report.count);
    note(report.total);
    note(report.skipped);
    note((uint32_t)report.caps_evidence);
    note(report.input_length);
    note(report.size + report.header + report.stride + report.unicode + report.abi);
    note4(report.limits[0], report.limits[1], report.digits, report.reserved);
    note_bytes(report.text, report.text_length);
    note_bytes(report.display, report.display_length);
    for (i = 0; i < report.count; i++) {
        const loginlint_diagnostic *d = &report.diagnostics[i];
        note(d->code | (uint32_t)d->severity << 16 | (uint32_t)d->confidence << 24);
        note4(d->level, d->operation, d->table, d->platform);
        note(d->byte[0] | d->byte[1] << 16);
        note(d->utf16[0] | d->utf16[1] << 16);
        note(d->character[0] | d->character[1] << 16);
        note(d->argument);
        note(d->position | (uint32_t)d->position_end << 16);
        note_bytes(report.pool + d->fix_at, d->fix_length);
    }
}

static void note_candidates(void) {
    uint32_t i;
    note(candidates.count);
    for (i = 0; i < candidates.count; i++) {
        const loginlint_candidate *c = &candidates.candidate[i];
        note(c->bases);
        note4(c->basis, c->confidence, c->unique, c->case_lost);
        note_bytes(c->text, c->length);
    }
}

static struct text t, u, v;
static loginlint_policy policy;

/* The value of `v` in UTF-16, one unit of it now and then another one. */
static void check_units(const loginlint_context *context) {
    static uint16_t units[2 * ROOM];
    uint32_t i, n = 0;
    for (i = 0; i < v.n; i++) {
        if (v.cp[i] >= 0x10000)
            units[n++] = (uint16_t)(0xD7C0 + (v.cp[i] >> 10));
        units[n++] = (uint16_t)(v.cp[i] >= 0x10000 ? 0xDC00 | (v.cp[i] & 0x3FF) : v.cp[i]);
    }
    if (n && below(4) == 0) {
        i = below(n);
        units[i] = (uint16_t)(0xD7FE + below(0x804));
    }
    note((uint32_t)loginlint_check_utf16(&policy, context, units, n, &report));
    note_report();
    candidates.allowed = 0;
    note((uint32_t)loginlint_candidates_find_utf16(&policy, context, units, n, &candidates));
    note_candidates();
}

/* The value of `v`, under the rules of `t` and the context of `u`, through everything that reads a value. */
static void check_value(uint32_t field) {
    loginlint_context context;
    const uint8_t *input = (const uint8_t *)v.bytes;
    uint32_t i, capacity;
    loginlint_policy_init(&policy, field);
    if (below(5))
        note((uint32_t)loginlint_policy_parse(&policy, t.bytes, t.length, NULL));
    else
        loginlint_policy_parse_lenient(&policy, t.bytes, t.length);
    note((uint32_t)loginlint_context_parse(&context, u.bytes, u.length, NULL));
    memset(&report, 0xA5, sizeof report - sizeof report.work); /* whatever was there */
    note((uint32_t)loginlint_check(&policy, below(4) ? &context : NULL, input, v.length, &report));
    note_report();
    for (i = 0; i < report.count; i++) {
        capacity = below(8) ? OUT : below(5);
        note_written(loginlint_fix(&report, i, input, v.length, out, capacity), capacity);
    }
    candidates.allowed = below(6) ? 0 : below(1u << 20);
    note((uint32_t)loginlint_candidates_find(&policy, &context, input, v.length, &candidates));
    note_candidates();
    i = below(65);
    capacity = some_capacity();
    note_written(loginlint_message(&report, i < report.count ? i : 0, below(2), out, capacity), capacity);
    i = below(8); /* no two calls of below() in one expression: compilers choose which comes first */
    capacity = some_capacity();
    note_written(
        loginlint_json(&report, i & 1 ? &candidates : NULL, NULL, input, v.length, i >> 1 & 1, i >> 2, out, capacity),
        capacity);
    if (showing)
        printf("%.*s\n", (int)capacity, (char *)out);
    if (below(4) == 0)
        check_units(&context);
}

static void check_field(enum area field) {
    rules(&t, below(2) ? 1 : 3);
    finish(&t);
    context_string(&u);
    finish(&u);
    value(&v, field);
    check_value(field);
}

/* ---- e-mail addresses, finished or not, with a slip or two ----------------------------------------------------------
 */

static void slip(struct text *s, uint32_t from) {
    uint32_t i = from + below(s->n - from), c;
    switch (below(6)) {
    case 0:
        memmove(s->cp + i, s->cp + i + 1, (--s->n - i) * sizeof s->cp[0]);
        break;
    case 1:
    case 2:
        s->cp[i] = below(5) ? 'a' + below(26) : (uint32_t) "-,.;_ 01"[below(8)];
        break;
    case 3:
        c = below(2) ? s->cp[i] : 'a' + below(26);
        put(s, 0);
        memmove(s->cp + i + 1, s->cp + i, (s->n - 1 - i) * sizeof s->cp[0]);
        s->cp[i] = c;
        break;
    case 4:
        if (i + 1 < s->n) {
            c = s->cp[i];
            s->cp[i] = s->cp[i + 1];
            s->cp[i + 1] = c;
        }
        break;
    default:
        if (below(2))
            s->n = i + 1; /* not typed to its end */
        break;
    }
}

static void check_address(void) {
    static const char *const known[] = {
#define X(role, domain) domain,
#define SLIP(typed, meant) "example." typed,
#include "check/domains.def"
#undef X
#undef SLIP
        "example.com",
        "example.co.jp",
        "intra.example.org",
        "sub.docomo.ne.jp",
        "a.example",
        "[192.168.0.1]",
        "[IPv6:::1]",
        "123.45"
    };
    static const char *const asked[] = {"kind: email",
                                        "kind: email",
                                        "",
                                        "kind: email; domains: example.co.jp, intra.example.org",
                                        "kind: email; charset: unicode",
                                        "kind: email; maxlength: 300",
                                        "kind: email; case: lower",
                                        "kind: email; fold: off"};
    static const char *const contexts[] = {"", "", "stage: submit", "caps-lock: on; stage: submit", "keyboard: touch"};
    uint32_t i, at, n;
    t.n = u.n = v.n = 0;
    say(&t, ANY(asked));
    finish(&t);
    say(&u, ANY(contexts));
    finish(&u);
    switch (below(12)) {
    case 0:
        for (n = 60 + below(8); n--;)
            put(&v, below(9) ? 'a' + below(26) : '.');
        break;
    case 1:
        for (put(&v, '"'), n = below(6); n--;)
            put(&v, below(3) ? 'a' + below(26) : (uint32_t) "\"\\ @.(),"[below(8)]);
        put(&v, '"');
        break;
    case 2:
        for (n = 1 + below(8); n--;)
            put(&v, 0x21 + below(0x5E));
        break;
    default:
        say(&v, ANY(words));
        if (below(3) == 0) {
            put(&v, '.');
            say(&v, ANY(words));
        }
        break;
    }
    if (below(20) == 0)
        slip(&v, 0);
    at = v.n;
    put(&v, below(20) ? '@' : (uint32_t) "#2,;"[below(4)]);
    if (below(30) == 0)
        for (n = 60 + below(200), i = below(3); n--;)
            put(&v, below(40) || !i ? 'a' + below(26) : '.');
    if (below(8) == 0)
        say(&v, below(2) ? "mail." : "a-b.");
    if (below(12) == 0) {
        for (say(&v, "[IPv6:"), n = below(4) ? 7 + below(3) : below(9), i = below(3); n--;) {
            char group[8];
            snprintf(group, sizeof group, "%x", (unsigned)below(i ? 0x10000 : 0x20000));
            say(&v, below(5) ? group : "");
            say(&v, n ? ":" : "");
        }
        say(&v, below(5) ? "]" : below(2) ? ":192.168.0.1]" : "");
    } else {
        say(&v, ANY(known));
    }
    for (n = below(3); n--;)
        slip(&v, at);
    if (below(10) == 0)
        for (i = at + 1; i < v.n; i++)
            v.cp[i] += v.cp[i] >= 'a' && v.cp[i] <= 'z' && below(2) ? 0xFEE0 : 0;
    finish(&v);
    check_value(ID);
}

/* ---- words typed with an input method, kana lock or another layout ---- */

static void say_kana(struct text *s, uint32_t code, uint32_t form) {
    put(s, 0x3000 + code + (code >= 0x41 && code <= 0x96 && form ? 0x60 : 0));
}

static void say_keys(struct text *s,
                     const char *word) { /* each letter by the character that another layout has on its key */
    static uint32_t on[LL_LAYOUTS + 2][0x80];
    uint32_t layout = below(LL_LAYOUTS + 2), cp, k;
    uint8_t keys[LL_HANGUL_KEYS_MAX];
    if (!on[0]['a']) {
        for (k = 0; k < LL_LAYOUTS; k++)
            for (cp = 0x21; cp < 0x1000; cp++) {
                uint32_t key = loginlint__layout_key((enum ll_layout)k, cp);
                if (key && key < 0x80 && !on[k][key])
                    on[k][key] = cp;
            }
        for (cp = 0x41; cp <= 0xFC; cp++)
            if (loginlint__kana_keys(cp, 0, keys) == 1 && keys[0] < 0x80 && (cp <= 0x96 || cp >= 0xFB))
                on[LL_LAYOUTS][keys[0]] = 0x3000 + cp;
        for (cp = 0x3131; cp <= 0x3163; cp++)
            if (loginlint__hangul_keys(cp, keys) == 1 && keys[0] < 0x80)
                on[LL_LAYOUTS + 1][keys[0]] = cp;
    }
    for (; *word; word++)
        put(s, on[layout][(uint8_t)*word] ? on[layout][(uint8_t)*word] : (uint8_t)*word);
}

static void check_keys(void) {
    static const char *const asked[] = {"",
                                        "",
                                        "",
                                        "minlength: 6",
                                        "allowed: lower, digit",
                                        "kind: email",
                                        "charset: unicode",
                                        "case: upper",
                                        "required: upper",
                                        "maxlength: 8"};
    uint32_t field = below(2), n, form = below(2), ime;
    uint8_t kana[2];
    const char *spelling;
    t.n = v.n = 0;
    say(&t, ANY(asked));
    finish(&t);
    context_string(&u);
    finish(&u);
    switch (below(4)) {
    case 0:
        say_keys(&v, ANY(words));
        if (v.n && below(5) == 0) {
            n = below(v.n);
            v.cp[n] = below(2) ? 0x386 + below(10) : 0x3AC + below(36);
        }
        break;
    case 1:
        for (n = 1 + below(6); n--;)
            say_keys(&v, ANY(words));
        break;
    default:
        for (n = 1 + below(9); n--;) {
            uint32_t i = below(400);
            if (!loginlint__romaji_entry(i, kana, &spelling, &ime))
                continue;
            if (below(8) == 0) /* a consonant that the input method still holds, most often that of a small tsu */
                put(&v, 0xFF41 + (below(4) == 0        ? below(26)
                                  : spelling[0] == 'c' ? 't' - 'a'
                                                       : (uint32_t)(spelling[0] - 'a') % 26));
            say_kana(&v, kana[0], form);
            if (kana[1])
                say_kana(&v, kana[1], form);
            if (below(10) == 0)
                put(&v, below(3) ? 0x3099 + below(4) : 0xFF9E + below(2));
            if (below(40) == 0) {
                put(&v, below(2) ? 0x3046 : 0xFF73);
                put(&v, below(2) ? 0x309B : 0xFF9E);
            }
        }
        if (below(4) == 0)
            put(&v, below(2) ? 0x3093 : 0x3063);
        if (below(3) == 0)
            put(&v, below(2) ? 0xFF41 + below(26) : 0xFF10 + below(10));
        if (below(4) == 0)
            say_number(&v, below(100));
        break;
    }
    finish(&v);
    check_value(field);
}

static void check_rules(void) {
    loginlint_where where = {0};
    uint32_t field = below(4), i;
    rules(&t, 5);
    damage(&t);
    finish(&t);
    loginlint_policy_init(&policy, field);
    for (i = 0; i < 2; i++) {
        uint32_t capacity = some_capacity();
        note(i ? (uint32_t)loginlint_policy_parse_lenient(&policy, t.bytes, t.length)
               : (uint32_t)loginlint_policy_parse(&policy, t.bytes, t.length, &where));
        note_where(&where);
        note_written(loginlint_policy_print(&policy, (char *)out, capacity), capacity);
    }
}

static void check_context(void) {
    loginlint_context c;
    loginlint_where where = {0};
    context_string(&u);
    damage(&u);
    finish(&u);
    note((uint32_t)loginlint_context_parse(&c, u.bytes, u.length, &where));
    note_where(&where);
    note4(c.caps_lock, c.entry, c.keyboard, c.platform);
    note4(c.stage, c.composing, 0, 0);
    note(c.failures);
    note((uint32_t)c.caps_evidence);
}

/* ---- preflight ---- */

static void say_time(struct text *s) {
    static const uint16_t clock[] = {0, 1, 59, 60, 390, 420, 719, 720, 1380, 1439, 1440};
    uint32_t minute = below(2) ? ANY(clock) : below(1441);
    char line[16];
    snprintf(line, sizeof line, "%02u:%02u", (unsigned)(minute / 60), (unsigned)(minute % 60));
    say(s, line);
}

static void say_date(struct text *s, int year) {
    static const uint32_t days[] = {101, 102, 131, 228, 229, 301, 630, 1123, 1231, 1231};
    char line[32];
    uint32_t d = ANY(days);
    snprintf(line, sizeof line, "%02u-%02u", (unsigned)(d / 100), (unsigned)(d % 100));
    if (year) {
        say_number(s, 2023 + below(6));
        put(s, '-');
    }
    say(s, line);
}

static void say_window(struct text *s) {
    static const char *const days[] = {"mon", "tue", "WED", "thu", "fri", "sat", "sun"};
    uint32_t kind = below(4), two = below(2), i;
    for (i = 0; i < 2; i++) {
        if (i == 0 || two) {
            if (kind == 0)
                say(s, i ? "" : "daily ");
            else if (kind == 1)
                say(s, ANY(days));
            else
                say_date(s, kind == 3);
            if (kind)
                put(s, ' ');
        }
        say_time(s);
        say(s, i ? "" : two ? " - " : "-");
    }
}

static void check_advice(void) {
    static const char *const offsets[] = {"+09:00", "-03:30", "Z",      "+00:00", "+14:00",
                                          "-12:00", "+23:59", "+24:00", ""};
    static const char *const facts_names[] = {"repeat",
                                              "near-repeat",
                                              "offline",
                                              "airplane-mode",
                                              "other-sites-reachable",
                                              "carrier-outage",
                                              "service-outage",
                                              "app-outdated",
                                              "restarted",
                                              "reinstalled",
                                              "card-reissued",
                                              "credentials-forgotten",
                                              "biometric-not-enrolled",
                                              "biometric-removed",
                                              "face-covered",
                                              "payment-overdue",
                                              "limit-exceeded",
                                              "membership-lapsed",
                                              "long-unused"};
    loginlint_service service;
    loginlint_facts facts;
    loginlint_advice advice;
    loginlint_where where = {0};
    uint32_t i, capacity;
    t.n = u.n = v.n = 0;
    if (below(2)) {
        say(&t, "lock-after: ");
        say_number(&t, 1 + below(5));
        if (below(2)) {
            put(&t, '-');
            say_number(&t, 1 + below(9));
        }
        put(&t, ';');
    }
    for (i = below(3); i--;) {
        say(&t, "maintenance: ");
        say_window(&t);
        say(&t, "; ");
    }
    if (below(2)) {
        say(&t, "utc-offset: ");
        say(&t, ANY(offsets));
    }
    if (below(3) == 0)
        damage(&t);
    for (i = below(4); i--;) {
        say(&u, ANY(facts_names));
        say(&u, below(2) ? ": yes; " : ": no; ");
    }
    if (below(2)) {
        say(&u, "failures: ");
        say_number(&u, below(8));
        put(&u, ';');
    }
    if (below(3) == 0) {
        say(&u, "soon: ");
        say_number(&u, below(2) ? below(2000) : 10080 + below(3));
    }
    if (below(3) == 0)
        damage(&u);
    say_date(&v, 1);
    put(&v, below(20) ? (uint32_t)'T' : (uint32_t) "Tt "[below(3)]);
    say_time(&v);
    say(&v, below(9) ? ":00" : ":59.25");
    say(&v, ANY(offsets));
    if (below(5) == 0)
        damage(&v);
    finish(&t);
    finish(&u);
    finish(&v);
    note((uint32_t)loginlint_service_parse(&service, t.bytes, t.length, &where));
    note_where(&where);
    note((uint32_t)loginlint_facts_parse(&facts, u.bytes, u.length, &where));
    note_where(&where);
    if (below(8)) {
        note((uint32_t)loginlint_facts_now(&facts, v.bytes, v.length, &where));
        note_where(&where);
    }
    for (i = 0; i < service.count; i++) {
        note(service.window[i].kind);
        note(service.window[i].year);
        note(service.window[i].from);
        note(service.window[i].to);
        note(service.window[i].to_year);
    }
    note((uint32_t)loginlint_preflight(below(9) ? &service : NULL, &facts, &advice));
    note(advice.verdict);
    note(advice.count);
    note((uint32_t)advice.utc_offset);
    for (i = 0; i < advice.count; i++) {
        const loginlint_advice_item *a = &advice.item[i];
        note(a->code | (uint32_t)a->severity << 16 | (uint32_t)a->verdict << 24);
        note(a->argument);
        note(a->until[0]);
        note(a->until[1]);
        capacity = some_capacity();
        note_written(loginlint_advice_message(&advice, i, below(2), out, capacity), capacity);
        note_written(loginlint_advice_next(&advice, i, below(2), out, capacity), capacity);
    }
    capacity = some_capacity();
    note_written(loginlint_advice_json(&advice, below(2), out, capacity), capacity);
    if (showing)
        printf("%.*s\n", (int)capacity, (char *)out);
}

/* ---- sentences of records that no value gives, tags, names ---- */

static void check_sentence(void) {
    static const uint16_t codes[] = {1,  2,  3,  4,  10, 20,  21,  22,  23,  24,  30,  31,  32,  33,  34,  35,  40,  41,
                                     42, 43, 44, 50, 51, 52,  53,  54,  55,  60,  61,  62,  70,  71,  72,  73,  80,  81,
                                     82, 83, 90, 91, 92, 100, 101, 102, 110, 120, 121, 122, 123, 124, 125, 126, 127, 5};
    static const uint8_t policies[] = {0};
    loginlint_diagnostic *d = &report.diagnostics[0];
    uint32_t language, capacity;
    loginlint_policy_init(&policy, below(4));
    loginlint_check(&policy, NULL, policies, 1, &report);
    report.count = 1;
    report.secret = (uint8_t)below(2);
    d->code = ANY(codes);
    d->severity = (uint8_t)below(3);
    d->confidence = (uint8_t)below(101);
    d->level = (uint8_t)below(3);
    d->operation = (uint8_t)below(7);
    d->table = (uint8_t)(below(3) ? below(4) : below(14));
    d->platform = (uint8_t)below(6);
    d->argument = below(3) ? below(20) : below(2) ? ANY(odd) : below(0x3100);
    d->position = (uint16_t)(1 + below(4));
    d->position_end = (uint16_t)(d->position + below(3));
    d->fix_at = 0;
    d->fix_length = below(5);
    memcpy(report.pool, "a-@\\", 4);
    for (language = 0; language < 2; language++) {
        capacity = some_capacity();
        note_written(loginlint_message(&report, 0, language, out, capacity), capacity);
        note_string(loginlint_describe(LOGINLINT_LIST_CODE, d->code, language));
    }
}

static void check_tag(void) {
    uint8_t key[16], tag[16], other[16];
    uint32_t i;
    for (i = 0; i < 16; i++)
        key[i] = (uint8_t)below(256);
    value(&u, ID);
    value(&v, PASSWORD);
    note((uint32_t)loginlint_tag(key, (const uint8_t *)u.bytes, u.length, (const uint8_t *)v.bytes, v.length, tag));
    note_bytes(tag, 16);
    memcpy(other, tag, 16);
    other[below(16)] ^= (uint8_t)below(256);
    note((uint32_t)loginlint_tag_compare(tag, other));
}

/* Every name and preset, part i of 16. */
static void check_names(uint32_t part) {
    uint32_t k, list, n;
    for (list = part; list < 30; list += 16)
        for (k = 0; k < 140; k++) { /* names, and names but for their first letter, their last, and one more */
            char name[64] = "";
            note_string(loginlint_name(list, k));
            snprintf(name, sizeof name, "%s", loginlint_name(list, k) ? loginlint_name(list, k) : "");
            n = (uint32_t)strlen(name);
            note((uint32_t)loginlint_value(list, name, n));
            if (!n)
                continue;
            note((uint32_t)loginlint_value(list, name, n - 1));
            note((uint32_t)loginlint_value(list, name, n + 1));
            name[0] ^= 1;
            note((uint32_t)loginlint_value(list, name, n));
            name[0] ^= 1;
            name[n - 1] ^= 1;
            note((uint32_t)loginlint_value(list, name, n));
        }
    for (k = part; k < 140; k += 16) {
        note_string(loginlint_preset_name(k));
        note_string(loginlint_preset_rules(k));
        note_string(loginlint_preset_about(k, 0));
        note_string(loginlint_preset_about(k, 1));
        note((uint32_t)loginlint_preset_field(k));
        note(loginlint_sizeof(k));
    }
}

/* Characters of part i of 16 among others, in every field. */
static void check_characters(uint32_t part) {
    static const uint32_t ranges[][2] = {
        {0x80, 0x3400}, {0xF900, 0x10000}, {0x1D400, 0x1D800}, {0x1F000, 0x1F300}, {0xE0000, 0xE0200}};
    static const uint32_t beside[] = {'a', '1', 0x3B1, 0x3042, 0x430, 'T', 0xFF11, '-'};
    uint32_t r, cp, field;
    for (r = 0; r < sizeof ranges / sizeof ranges[0]; r++)
        for (cp = ranges[r][0] + part; cp < ranges[r][1]; cp += 16)
            for (field = 0; field < 4; field++) {
                uint32_t where = below(8), other = ANY(beside);
                v.n = 0;
                if (where & 1)
                    put(&v, other);
                put(&v, cp);
                if (where & 2)
                    put(&v, other);
                finish(&v);
                loginlint_policy_init(&policy, field);
                note((uint32_t)loginlint_check(&policy, NULL, (const uint8_t *)v.bytes, v.length, &report));
                note_report();
                if (where < 4) {
                    note((uint32_t)loginlint_candidates_find(&policy, NULL, (const uint8_t *)v.bytes, v.length,
                                                             &candidates));
                    note_candidates();
                }
            }
}

/* ---- Caps Lock, Shift and automatic capitals ---- */

static void check_case(void) {
    static const char *const asked[] = {"",
                                        "",
                                        "case: lower",
                                        "case: upper",
                                        "required: lower",
                                        "required: upper; required: digit",
                                        "allowed: upper, digit",
                                        "purpose: create",
                                        "minlength: 6",
                                        "required: [AZ]",
                                        "required: [Z]",
                                        "required: [za]",
                                        "required: [Za]; case: lower"};
    static const char *const known[] = {"caps-lock: on; ",      "caps-lock: off; ", "keyboard: touch; ",
                                        "keyboard: hardware; ", "platform: mac; ",  "platform: windows; ",
                                        "failures: 1; ",        "failures: 3; ",    "entry: typed; ",
                                        "entry: paste; ",       "entry: autofill; "};
    uint32_t i, how = below(7), said = below(3), evidence = below(4);
    t.n = u.n = v.n = 0;
    say(&t, ANY(asked));
    finish(&t);
    for (i = 0; i <= said; i++)
        say(&u, known[(i * 4 + below(4)) % 11]);
    if (evidence == 0) {
        say(&u, below(2) ? "caps-evidence: " : "caps-evidence: -");
        say_number(&u, below(900));
    }
    finish(&u);
    if (below(6) == 0)
        say_number(&v, below(1000));
    say(&v, ANY(words));
    if (below(3) == 0)
        say_number(&v, below(1000));
    if (below(4) == 0) {
        put(&v, (uint32_t) "!_.-@ "[below(6)]);
        say(&v, ANY(words));
    }
    for (i = 0; i < v.n; i++) {
        uint32_t lower = v.cp[i] | 0x20, random = below(2);
        if (lower >= 'a' && lower <= 'z' && how < 5)
            v.cp[i] = (how == 0 && i) || how == 1 || (how == 2 && !i) || (how == 3 && random) ? lower - 0x20 : lower;
    }
    finish(&v);
    check_value(below(2));
}

static uint32_t one(enum area area, uint32_t number) {
    digest = 0x811C9DC5u;
    state = 0x9E3779B97F4A7C15u ^ ((uint64_t)area << 32 | number) * 0xD1342543DE82EF95u;
    below(2);
    if (area <= PIN)
        check_field(area);
    else if (area == RULES)
        check_rules();
    else if (area == CONTEXT)
        check_context();
    else if (area == ADVICE)
        check_advice();
    else if (area == SENTENCES)
        check_sentence();
    else if (area == TAGS)
        check_tag();
    else if (area == ADDRESSES)
        check_address();
    else if (area == KEYS)
        check_keys();
    else if (area == CASES)
        check_case();
    else {
        check_names(number);
        check_characters(number);
    }
    return digest;
}

static const uint32_t recorded[AREAS][BLOCKS] = {
#include "record.inc"
};

int main(int argc, char **argv) {
    int each = argc == 2 && strcmp(argv[1], "--each") == 0, print = argc == 2 && strcmp(argv[1], "--record") == 0;
    uint32_t area, block, i, bad = 0, all = 0;
    if (argc == 4) {
        for (area = 0; area < AREAS && strcmp(names[area], argv[2]) != 0; area++)
            ;
        showing = 1;
        return area < AREAS ? printf("%08x\n", (unsigned)one((enum area)area, (uint32_t)atoi(argv[3]))) < 0 : 2;
    }
    if (print)
        puts("/* SPDX-License-Identifier: MIT */");
    for (area = 0; area < AREAS; area++) {
        if (print)
            printf("    {");
        for (block = 0; block < BLOCKS; block++) {
            uint32_t sum = 0, part = cases[area] / BLOCKS;
            for (i = block * part; i < (block + 1) * part; i++, all++) {
                uint32_t d = one((enum area)area, i);
                sum = (sum ^ d) * 0x01000193u + 1;
                if (each)
                    printf("%s %u %08x\n", names[area], (unsigned)i, (unsigned)d);
            }
            if (print)
                printf("%s0x%08X", block ? ", " : "", (unsigned)sum);
            else if (!each && sum != recorded[area][block]) {
                bad++;
                fprintf(stderr,
                        "check_record: other answers in %s %u-%u; compare --each of two builds; if this is meant: make "
                        "record\n",
                        names[area], (unsigned)(block * part), (unsigned)((block + 1) * part - 1));
            }
        }
        if (print)
            printf("}, /* %s */\n", names[area]);
    }
    if (!print && !each)
        printf("check_record: %u cases, %u blocks changed\n", (unsigned)all, (unsigned)bad);
    return bad != 0;
}
