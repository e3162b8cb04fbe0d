/* SPDX-License-Identifier: MIT */
/* transcript.c - prints what the library answers to shared cases, one line a case (tests/cases/README.md).
 *
 * usage: transcript [--causes | --causes-both] FILE...
 *        transcript --keys FILE...   keys, and one batch
 *        transcript --hostile N      print N random hostile cases in the columns of a case file
 * --causes: what each is explained by as well; --causes-both: and once more, without the candidates.  A case with a
 * lone surrogate is run through the UTF-16 entry, every other one through UTF-8 and compared with UTF-16.
 */
#include "random.h"
#include <loginlint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROOM = 8192 };

struct value {
    uint8_t bytes[ROOM];
    uint16_t units[ROOM];
    uint32_t n, m; /* bytes, units */
    int raw, lone; /* has \x bytes; has a lone surrogate */
};

static loginlint_report report, twin;
static loginlint_candidates candidates;
static loginlint_explanation explanation, explanation_twin;
static int with_causes; /* 1: with candidates, 2: and without */

/* --keys: the values, one behind the other */
static int keys;
static uint8_t *values;
static uint32_t *offsets, held, size;

static void die(const char *what, const char *id) {
    fprintf(stderr, "transcript: %s: %s\n", id, what);
    exit(2);
}

static void append(struct value *v, uint32_t cp) {
    if (cp >= 0xD800 && cp < 0xE000)
        v->lone = 1;
    v->n += utf8_of(cp, v->bytes + v->n);
    v->m += utf16_of(cp, v->units + v->m);
}

static void unescape(const char *s, struct value *v, const char *id) {
    v->n = v->m = 0;
    v->raw = v->lone = 0;
    while (*s) {
        unsigned cp = 0;
        int width = s[0] != '\\' ? 0 : s[1] == 'u' ? 4 : s[1] == 'U' ? 8 : s[1] == 'x' ? 2 : s[1] == '\\' ? -1 : -2;
        if (v->n > ROOM - 8 || width == -2)
            die("bad input column", id);
        if (width <= 0) {
            append(v, (unsigned char)*s);
            s += width ? 2 : 1;
            continue;
        }
        if (sscanf(s + 2, width == 4 ? "%4x" : width == 8 ? "%8x" : "%2x", &cp) != 1)
            die("bad escape", id);
        s += 2 + width;
        if (width == 2) {
            v->bytes[v->n++] = (uint8_t)cp;
            v->raw = 1;
        } else {
            append(v, cp);
        }
    }
}

static void put_escaped(const uint8_t *s, uint32_t n) {
    uint32_t i = 0;
    while (i < n) {
        uint32_t c = s[i], need = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4, cp = c, k;
        if (need > 1)
            for (cp = c & (0x7Fu >> need), k = 1; k < need && i + k < n; k++)
                cp = cp << 6 | (s[i + k] & 0x3Fu);
        i += need;
        if (cp == '\\')
            printf("\\\\");
        else if (cp > 0x20 && cp < 0x7F)
            putchar((int)cp);
        else
            printf(cp > 0xFFFF ? "\\U%08X" : "\\u%04X", cp);
    }
}

static void put_hex(const uint8_t *s, uint32_t n) {
    while (n--)
        printf("%02x", *s++);
}

static void put_diagnostics(void) {
    uint32_t i;
    for (i = 0; i < report.count; i++) {
        const loginlint_diagnostic *d = &report.diagnostics[i];
        printf("%s%s:%s:%u:%s:%s:%u-%u:%u-%u:%u-%u:", i ? " " : "", loginlint_name(LOGINLINT_LIST_CODE, d->code),
               loginlint_name(LOGINLINT_LIST_SEVERITY, d->severity), d->confidence,
               loginlint_name(LOGINLINT_LIST_LEVEL, d->level), loginlint_name(LOGINLINT_LIST_OPERATION, d->operation),
               d->byte[0], d->byte[1], d->utf16[0], d->utf16[1], d->character[0], d->character[1]);
        put_hex(report.pool + d->fix_at, d->fix_length);
    }
    if (!report.count)
        putchar('-');
}

static void put_skipped(void) {
    const char *name, *space = "";
    uint32_t bit;
    for (bit = 0; (name = loginlint_name(LOGINLINT_LIST_SKIPPED, bit)) != NULL; bit++)
        if (report.skipped >> bit & 1) {
            printf("%s%s", space, name);
            space = " ";
        }
    if (!report.skipped)
        putchar('-');
}

static void put_numbers(const uint32_t *bits) {
    const char *comma = "";
    uint32_t i;
    for (i = 0; i < LOGINLINT_DIAGNOSTICS_MAX; i++)
        if (bits[i / 32] >> i % 32 & 1) {
            printf("%s%u", comma, i);
            comma = ",";
        }
}

static void put_causes(void) {
    uint32_t i;
    putchar('\t');
    for (i = 0; i < explanation.count; i++) {
        const loginlint_cause *cause = &explanation.cause[i];
        printf("%s%s:%s:", i ? " " : "", loginlint_name(LOGINLINT_LIST_CAUSE, cause->code),
               loginlint_name(LOGINLINT_LIST_REMEDY, cause->remedy));
        if (cause->candidate == LOGINLINT_NOTHING)
            putchar('-');
        else
            printf("%u", cause->candidate);
        printf(":%u:%u-%u:%u-%u:%u-%u:", cause->confidence, cause->byte[0], cause->byte[1], cause->utf16[0],
               cause->utf16[1], cause->character[0], cause->character[1]);
        put_numbers(cause->diagnostics);
    }
    printf("%s\t%u", explanation.count ? "" : "-", explanation.left);
}

static void put_line(const char *id) {
    uint32_t i;
    printf("%s\t%s\t%u\t%u\t%s\t", id, loginlint_name(LOGINLINT_LIST_VERDICT, report.verdict), report.valid,
           report.secret, report.brand ? loginlint_name(LOGINLINT_LIST_BRAND, report.brand) : "-");
    if (!report.wellformed)
        putchar('-');
    else if (report.changed)
        put_escaped(report.text, report.text_length);
    else
        putchar('=');
    putchar('\t');
    put_diagnostics();
    putchar('\t');
    for (i = 0; i < candidates.count; i++) {
        const loginlint_candidate *c = &candidates.candidate[i];
        printf("%s%s:%u:", i ? " " : "", loginlint_name(LOGINLINT_LIST_BASIS, c->basis), c->confidence);
        put_hex(c->text, c->length);
    }
    printf("%s\t", candidates.count ? "" : "-");
    put_skipped();
}

/* Both entries must give the same record, byte for byte. */
static void check_twin(const loginlint_policy *policy, const loginlint_context *context, const struct value *v,
                       const char *id) {
    uint32_t used = report.header + report.count * report.stride;
    if (v->raw || v->lone)
        return;
    if (loginlint_check_utf16(policy, context, v->units, v->m, &twin) != 0)
        die("UTF-16 entry failed", id);
    twin.input_length = report.input_length; /* of a value that is too large only one of them counts the bytes */
    if (memcmp(&report, &twin, used) != 0 || memcmp(report.text, twin.text, report.text_length) != 0)
        die("UTF-8 and UTF-16 entries disagree", id);
}

static void explain(const loginlint_policy *policy, const loginlint_context *context, const struct value *v,
                    const loginlint_candidates *found, const char *id) {
    if (v->lone ? loginlint_explain_utf16(policy, context, v->units, v->m, &report, found, &explanation)
                : loginlint_explain(policy, context, v->bytes, v->n, &report, found, &explanation))
        die("explain failed", id);
    put_causes();
    if (v->raw || v->lone)
        return;
    if (loginlint_explain_utf16(policy, context, v->units, v->m, &report, found, &explanation_twin) != 0 ||
        memcmp(&explanation, &explanation_twin, sizeof explanation) != 0)
        die("UTF-8 and UTF-16 entries explain differently", id);
}

/* Case i is asked for its key in the differences that the bits of i name. */
static void put_key(const char *id, const struct value *v) {
    static uint8_t key[8 * ROOM];
    int32_t n = loginlint_key(held % 32, v->bytes, v->n, key, sizeof key);
    printf("%s\t", id);
    if (n < 0)
        printf("!%s", loginlint_name(LOGINLINT_LIST_ERROR, (uint32_t)-n));
    else
        put_hex(key, (uint32_t)n);
    putchar('\n');
}

static void keep(const struct value *v) {
    values = realloc(values, size + v->n + 1);
    offsets = realloc(offsets, (held + 2) * sizeof *offsets);
    if (!values || !offsets)
        die("no memory", "--keys");
    memcpy(values + size, v->bytes, v->n);
    offsets[held] = size;
    size += v->n;
    offsets[++held] = size;
}

/* All of them as login IDs, in one call. */
static void put_batch(void) {
    uint8_t *verdicts = malloc(held), *causes = malloc(held);
    loginlint_policy policy;
    uint32_t i;
    candidates.allowed = 0;
    if (!verdicts || !causes || loginlint_policy_init(&policy, LOGINLINT_FIELD_LOGIN_ID) != 0 ||
        loginlint_check_batch(&policy, NULL, values, offsets, held, verdicts, causes, &report, &candidates,
                              &explanation) != 0)
        die("the batch failed", "--keys");
    for (i = 0; i < held; i++)
        printf("%u\t%s\t%s\n", i, loginlint_name(LOGINLINT_LIST_VERDICT, verdicts[i]),
               causes[i] == LOGINLINT_NOTHING ? "-" : loginlint_name(LOGINLINT_LIST_CAUSE, causes[i]));
    free(verdicts);
    free(causes);
    free(values);
    free(offsets);
}

static void run(char **column) {
    static struct value v;
    loginlint_policy policy;
    loginlint_context context;
    int32_t field = loginlint_value(LOGINLINT_LIST_FIELD, column[1], (uint32_t)strlen(column[1]));
    if (field < 0 || loginlint_policy_init(&policy, (uint32_t)field) != 0 ||
        loginlint_policy_parse(&policy, column[2], (uint32_t)strlen(column[2]), NULL) != 0 ||
        loginlint_context_parse(&context, column[3], (uint32_t)strlen(column[3]), NULL) != 0)
        die("bad field, rules or context", column[0]);
    unescape(column[4], &v, column[0]);
    if (v.raw && v.lone)
        die("raw bytes and a lone surrogate", column[0]);
    if (keys) {
        put_key(column[0], &v);
        keep(&v);
        return;
    }
    candidates.allowed = 0;
    if (v.lone ? loginlint_check_utf16(&policy, &context, v.units, v.m, &report)
               : loginlint_check(&policy, &context, v.bytes, v.n, &report))
        die("check failed", column[0]);
    check_twin(&policy, &context, &v, column[0]);
    if (v.lone ? loginlint_candidates_find_utf16(&policy, &context, v.units, v.m, &candidates)
               : loginlint_candidates_find(&policy, &context, v.bytes, v.n, &candidates))
        die("candidates failed", column[0]);
    put_line(column[0]);
    if (with_causes)
        explain(&policy, &context, &v, &candidates, column[0]);
    if (with_causes > 1)
        explain(&policy, &context, &v, NULL, column[0]);
    putchar('\n');
}

static int read_file(const char *name) {
    static char line[65536];
    FILE *f = fopen(name, "r");
    if (!f)
        return perror(name), 1;
    while (fgets(line, sizeof line, f)) {
        char *column[8] = {0}, *p = line;
        int i;
        line[strcspn(line, "\n")] = 0;
        if (line[0] == '#' || !line[0])
            continue;
        for (i = 0; i < 8 && p; i++) {
            column[i] = p;
            p = strchr(p, '\t');
            if (p)
                *p++ = 0;
        }
        if (i < 5)
            die("too few columns", line);
        run(column);
    }
    fclose(f);
    return 0;
}

static uint32_t hostile(void) {
    static const uint32_t odd[] = {0,       9,       10,      0x20,     0x7F,   0x85,   0xA0,    0xA5,   0xAD,   0x301,
                                   0x430,   0x3BF,   0x5D0,   0x660,    0xE01,  0x1100, 0x1D5D4, 0x2010, 0x2014, 0x2019,
                                   0x201D,  0x202E,  0x2212,  0x3000,   0x3002, 0x3007, 0x3042,  0x304B, 0x3099, 0x30A2,
                                   0x30FC,  0x3164,  0x4E00,  0x5C71,   0xAC00, 0xD7A3, 0xE000,  0xFB01, 0xFE0F, 0xFEFF,
                                   0xFF0D,  0xFF10,  0xFF21,  0xFF41,   0xFF70, 0xFF76, 0xFF9E,  0xFFE5, 0xFFFD, 0xFFFF,
                                   0x1F600, 0x20000, 0xE0020, 0x10FFFF, 0x378};
    switch (below(8)) {
    case 0:
        return odd[below(sizeof odd / sizeof odd[0])];
    case 1:
        return 0x3041 + below(0x56);
    case 2:
        return 0xFF01 + below(94);
    case 3:
        return below(40) ? 0x30 + below(10) : 0xD800 + below(0x800);
    case 4:
        return below(30) ? 0x2D : below(0x110000);
    default:
        return 0x20 + below(0x5F);
    }
}

static void print_hostile(uint32_t count) {
    static const char *const fields[] = {"login-id", "password", "card-number", "pin"};
    static const char *const rules[][6] = {
        {"", "", "charset: unicode", "hyphens: require; groups: 4-4-4", "fold: suggest", "spaces: keep"},
        {"", "", "charset: unicode", "minlength: 8; required: digit; allowed: ascii-printable", "spaces: keep",
         "case: upper"},
        {"", "", "hyphens: forbid", "hyphens: require; groups: 4-4-4-4", "fold: suggest", "brands: visa, jcb"},
        {"", "", "digits: 6", "hyphens: forbid", "fold: suggest", "digits: 4-12"},
    };
    static const char *const contexts[] = {"", "", "stage: submit", "caps-lock: on", "composing: yes", "failures: 2"};
    uint32_t i, k, n;
    for (i = 0; i < count; i++) {
        int raw = below(10) == 0;
        uint32_t field = below(4), rule = below(6);
        printf("h%05u\t%s\t%s\t%s\t", i, fields[field], rules[field][rule], contexts[below(6)]);
        for (n = below(24), k = 0; k < n; k++) {
            uint32_t cp = hostile();
            if (raw && below(3) == 0)
                printf("\\x%02X", below(256));
            else if (raw && cp >= 0xD800 && cp < 0xE000)
                putchar('x');
            else if (cp == '\\')
                printf("\\\\");
            else if (cp > 0x20 && cp < 0x7F)
                putchar((int)cp);
            else
                printf(cp > 0xFFFF ? "\\U%08X" : "\\u%04X", cp);
        }
        puts("\t-\t-\t-");
    }
}

int main(int argc, char **argv) {
    int i, bad = 0;
    if (argc == 3 && strcmp(argv[1], "--hostile") == 0) {
        print_hostile((uint32_t)atoi(argv[2]));
        return 0;
    }
    if (argc > 1) {
        with_causes = strcmp(argv[1], "--causes") == 0 ? 1 : strcmp(argv[1], "--causes-both") == 0 ? 2 : 0;
        keys = strcmp(argv[1], "--keys") == 0;
    }
    if (argc < (with_causes || keys ? 3 : 2))
        return fputs("usage: transcript [--causes | --causes-both | --keys] FILE... | --hostile N\n", stderr), 2;
    for (i = with_causes || keys ? 2 : 1; i < argc; i++)
        bad |= read_file(argv[i]);
    if (keys && held)
        put_batch();
    return bad || fflush(stdout) != 0;
}
