/* SPDX-License-Identifier: MIT */
/* loginlint_show.c - draws values and carets so that they line up in a terminal.
 *
 * In: an answer and the value.  Out: text.  What has no shape of its own is written as <U+XXXX>, so that a value can
 * neither hide something nor move the cursor; a secret is one bullet a code point.
 */
#include "loginlint_show.h"
#include "loginlint_words.h"
#include <string.h>

struct range {
    uint32_t from, to;
};
#include "loginlint_width.inc"

/* Spaces that look like the ordinary one, default ignorables, what changes direction or breaks lines, private use. */
static const struct range unseen[] = {
    {0x0000, 0x001F}, {0x007F, 0x00A0}, {0x00AD, 0x00AD},   {0x034F, 0x034F},   {0x061C, 0x061C},   {0x115F, 0x1160},
    {0x1680, 0x1680}, {0x17B4, 0x17B5}, {0x180B, 0x180F},   {0x2000, 0x200F},   {0x2028, 0x202F},   {0x205F, 0x206F},
    {0x2800, 0x2800}, {0x3164, 0x3164}, {0xE000, 0xF8FF},   {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},
    {0xFFF0, 0xFFFB}, {0xFFFE, 0xFFFF}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}, {0xF0000, 0x10FFFF},
};

#define COUNT(array) ((uint32_t)(sizeof(array) / sizeof((array)[0])))

static int is_in(const struct range *ranges, uint32_t count, uint32_t cp) {
    uint32_t low = 0, high = count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (cp > ranges[middle].to)
            low = middle + 1;
        else if (cp < ranges[middle].from)
            high = middle;
        else
            return 1;
    }
    return 0;
}

/* How one character is drawn. */
struct glyph {
    char text[16];
    uint32_t columns;
    uint32_t bytes; /* of the value */
};

/* The code point at s[0..n) and its length; 0xFFFFFFFF for a byte that belongs to none. */
static uint32_t decode(const uint8_t *s, uint32_t n, uint32_t *length) {
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    uint32_t size = s[0] < 0x80                   ? 1
                    : s[0] >= 0xC2 && s[0] < 0xE0 ? 2
                    : s[0] >= 0xE0 && s[0] < 0xF0 ? 3
                    : s[0] >= 0xF0 && s[0] < 0xF5 ? 4
                                                  : 0;
    uint32_t cp = size < 2 ? s[0] : s[0] & (0x7Fu >> size), i;
    *length = 1;
    if (!size || size > n)
        return 0xFFFFFFFFu;
    for (i = 1; i < size; i++) {
        if ((s[i] & 0xC0) != 0x80)
            return 0xFFFFFFFFu;
        cp = cp << 6 | (s[i] & 0x3Fu);
    }
    if (cp < least[size] || cp > 0x10FFFF || (cp >= 0xD800 && cp < 0xE000))
        return 0xFFFFFFFFu;
    *length = size;
    return cp;
}

uint32_t seen_length(const uint8_t *s, uint32_t n) {
    uint32_t length, cp = decode(s, n, &length);
    return cp == 0xFFFFFFFFu || is_in(unseen, COUNT(unseen), cp) ? 0 : length;
}

static struct glyph draw(const uint8_t *s, uint32_t n, int secret, int first) {
    struct glyph g;
    uint32_t cp = decode(s, n, &g.bytes);
    g.columns = 1;
    if (secret) {
        strcpy(g.text, "•");
    } else if (cp == 0xFFFFFFFFu || is_in(unseen, COUNT(unseen), cp)) {
        g.columns = (uint32_t)snprintf(g.text, sizeof g.text, cp == 0xFFFFFFFFu ? "<%02X>" : "<U+%04X>",
                                       cp == 0xFFFFFFFFu ? s[0] : (unsigned)cp);
    } else {
        int mark = is_in(no_column, COUNT(no_column), cp);
        snprintf(g.text, sizeof g.text, "%s%.*s", mark && first ? "◌" : "", (int)g.bytes, (const char *)s);
        g.columns = mark ? (uint32_t)first : is_in(two_columns, COUNT(two_columns), cp) ? 2 : 1;
    }
    return g;
}

/* Columns that the first `end` bytes of the value take. */
static uint32_t columns(const uint8_t *s, uint32_t n, uint32_t end, int secret) {
    uint32_t at = 0, width = 0;
    while (at < end && at < n) {
        struct glyph g = draw(s + at, n - at, secret, at == 0);
        width += g.columns;
        at += g.bytes;
    }
    return width;
}

static void put_value(const struct look *look, const uint8_t *s, uint32_t n, int secret) {
    uint32_t at = 0;
    while (at < n) {
        struct glyph g = draw(s + at, n - at, secret, at == 0);
        fputs(g.text, look->out);
        at += g.bytes;
    }
}

static void put_spaces(const struct look *look, uint32_t n) {
    fprintf(look->out, "%*s", (int)n, "");
}

enum colour { PLAIN, RED, GREEN, YELLOW, CYAN, BOLD };

static void colour(const struct look *look, enum colour c) {
    static const char *const codes[] = {"\033[0m", "\033[31m", "\033[32m", "\033[33m", "\033[36m", "\033[1m"};
    if (look->colour)
        fputs(codes[c], look->out);
}

#define INDENT 4u

/* The columns that bytes [from, to) of the value take; at least one. */
static struct range extent(const uint8_t *s, uint32_t n, uint32_t from, uint32_t to, int secret) {
    struct range at = {columns(s, n, from, secret), columns(s, n, to, secret)};
    if (from < to && at.from == at.to && at.from > 0)
        at.from--; /* a mark stands on the character before it */
    if (at.from == at.to)
        at.to++;
    return at;
}

static void put_carets(const struct look *look, const uint8_t *s, uint32_t n, uint32_t from, uint32_t to, int secret) {
    struct range at = extent(s, n, from, to, secret);
    put_spaces(look, INDENT + at.from);
    colour(look, GREEN);
    for (; at.from < at.to; at.from++)
        fputc('^', look->out);
    colour(look, PLAIN);
    fputc('\n', look->out);
}

void show_place(const struct look *look, const char *text, uint32_t n, uint32_t from, uint32_t to) {
    const uint8_t *s = (const uint8_t *)text;
    uint32_t start = from < n ? from : n, end = start;
    while (start > 0 && text[start - 1] != '\n')
        start--;
    while (end < n && text[end] != '\n')
        end++;
    put_spaces(look, INDENT);
    put_value(look, s + start, end - start, 0);
    fputc('\n', look->out);
    put_carets(look, s + start, end - start, from - start, to < end ? to - start : end - start, 0);
}

/* ---- words, by language ---------------------------------------------------------------------------------------------
 */

static const enum colour severity_colours[] = {CYAN, YELLOW, RED};
static const enum colour verdict_colours[] = {RED, YELLOW, CYAN, GREEN, GREEN};

/* What a value of a list of the library means. */
static const char *meaning(const struct look *look, uint32_t list, uint32_t value) {
    const char *text = loginlint_describe(list, value, look->language);
    return text ? text : "?";
}

static const char *label(const struct look *look, enum word which) {
    return word(look->language, which);
}

/* ---- a report -------------------------------------------------------------------------------------------------------
 */

static void put_label(const struct look *look, const char *label) {
    put_spaces(look, INDENT);
    fprintf(look->out, "%s: ", label);
}

static void put_quoted(const struct look *look, const uint8_t *text, uint32_t n) {
    int ja = look->language == LOGINLINT_LANGUAGE_JA;
    fputs(ja ? "「" : "“", look->out);
    put_value(look, text, n, 0);
    fputs(ja ? "」" : "”", look->out);
}

void show_text(const struct look *look, const char *text, uint32_t n) {
    put_quoted(look, (const uint8_t *)text, n);
}

static void put_fix(const struct look *look, const loginlint_report *report, uint32_t i, const uint8_t *input,
                    uint32_t n, int secret) {
    uint8_t text[LOGINLINT_POOL_MAX];
    const loginlint_diagnostic *d = &report->diagnostics[i];
    int32_t length;
    if (d->level == LOGINLINT_LEVEL_NONE)
        return;
    put_label(look, label(look, d->level == LOGINLINT_LEVEL_SAFE ? WORD_FIX : WORD_SUGGESTION));
    length = secret ? 0 : loginlint_fix(report, i, input, n, text, sizeof text);
    if (secret)
        fputs(meaning(look, LOGINLINT_LIST_OPERATION, d->operation), look->out);
    else if (length > 0)
        put_quoted(look, text, (uint32_t)length < sizeof text ? (uint32_t)length : (uint32_t)sizeof text);
    else
        fputs(label(look, WORD_REMOVE), look->out);
    fputc('\n', look->out);
    loginlint_wipe(text, sizeof text);
}

static void put_severity(const struct look *look, uint32_t severity) {
    put_spaces(look, INDENT);
    if (severity >= COUNT(severity_colours))
        return;
    colour(look, severity_colours[severity]);
    fprintf(look->out, "%s:", meaning(look, LOGINLINT_LIST_SEVERITY, severity));
    colour(look, PLAIN);
    fputc(' ', look->out);
}

void show_sentence(const struct look *look, const char *sentence, const char *text) {
    const char *place = strstr(sentence, "%s");
    put_severity(look, LOGINLINT_SEVERITY_WARNING);
    fprintf(look->out, "%.*s", place ? (int)(place - sentence) : 0, sentence);
    show_text(look, text, (uint32_t)strlen(text));
    fprintf(look->out, "%s\n", place ? place + 2 : "");
}

static void put_sentence(const struct look *look, const uint8_t *text, int32_t length, uint32_t capacity) {
    if (length > 0)
        fwrite(text, 1, (uint32_t)length < capacity ? (uint32_t)length : capacity, look->out);
}

static void put_diagnostic(const struct look *look, const loginlint_report *report, uint32_t i, const uint8_t *input,
                           uint32_t n, int secret) {
    uint8_t text[LOGINLINT_TEXT_MAX];
    const loginlint_diagnostic *d = &report->diagnostics[i];
    const char *code = loginlint_name(LOGINLINT_LIST_CODE, d->code);
    if (n && d->code != LOGINLINT_CODE_TOO_LARGE)
        put_carets(look, input, n, d->byte[0], d->byte[1], secret);
    put_severity(look, d->severity);
    put_sentence(look, text, loginlint_message(report, i, look->language, text, sizeof text), sizeof text);
    fprintf(look->out, " [%s]\n", code ? code : "?");
    loginlint_wipe(text, sizeof text);
    put_fix(look, report, i, input, n, secret);
}

/* ---- causes ---- */

static const char *basis_word(const struct look *look, uint32_t basis) {
    return meaning(look, LOGINLINT_LIST_BASIS, basis);
}

static void put_candidate(const struct look *look, const loginlint_candidate *c, int secret) {
    put_spaces(look, 2 * INDENT);
    if (secret)
        fputs(basis_word(look, c->basis), look->out);
    else
        put_value(look, c->text, c->length, 0);
    if (c->case_lost)
        fprintf(look->out, " - %s", label(look, WORD_CASE_LOST));
    fputc('\n', look->out);
}

/* Without their text two candidates of one basis are one line. */
static int is_told(const loginlint_candidates *candidates, uint32_t from, uint32_t i) {
    const loginlint_candidate *c = candidates->candidate;
    uint32_t k;
    for (k = from; k < i; k++)
        if (c[k].basis == c[i].basis && c[k].case_lost == c[i].case_lost)
            return 1;
    return 0;
}

enum { OFFERED = 3 }; /* candidates under one cause */

/* The chosen candidate and the next ones of the same basis. */
static void put_choice(const struct look *look, const loginlint_cause *cause, const loginlint_candidates *candidates,
                       int secret) {
    uint32_t i, count = 0;
    for (i = cause->candidate; i < candidates->count && i < LOGINLINT_CANDIDATES_MAX && count < OFFERED; i++) {
        const loginlint_candidate *c = &candidates->candidate[i];
        if (!(c->bases >> cause->basis & 1) || (secret && is_told(candidates, cause->candidate, i)))
            continue;
        put_candidate(look, c, secret);
        count++;
    }
}

static void put_text(const struct look *look, const loginlint_report *report) {
    put_spaces(look, 2 * INDENT);
    if (report->display_length && report->display_length <= sizeof report->display)
        put_value(look, report->display, report->display_length, 0);
    else
        put_value(look, report->text, report->text_length, 0);
    fputc('\n', look->out);
}

static void put_cause(const struct look *look, const struct answer *a, uint32_t i, int secret) {
    const loginlint_cause *cause = &a->explanation->cause[i];
    const char *code = loginlint_name(LOGINLINT_LIST_CAUSE, cause->code);
    uint8_t text[LOGINLINT_TEXT_MAX];
    put_spaces(look, INDENT);
    colour(look, severity_colours[cause->severity % COUNT(severity_colours)]);
    put_sentence(look, text, loginlint_cause_message(a->explanation, i, look->language, text, sizeof text),
                 sizeof text);
    colour(look, PLAIN);
    fprintf(look->out, " [%s]\n", code ? code : "?");
    if (cause->remedy != LOGINLINT_REMEDY_NONE) {
        put_spaces(look, INDENT);
        put_sentence(look, text, loginlint_cause_next(a->explanation, i, look->language, text, sizeof text),
                     sizeof text);
        fputc('\n', look->out);
    }
    if (cause->remedy == LOGINLINT_REMEDY_APPLY && !secret)
        put_text(look, a->report);
    if (cause->remedy == LOGINLINT_REMEDY_CHOOSE)
        put_choice(look, cause, a->candidates, secret);
    loginlint_wipe(text, sizeof text);
}

/* ---- the value ---- */

static int is_under(const struct range *at, uint32_t count, uint32_t column) {
    uint32_t i;
    for (i = 0; i < count; i++)
        if (at[i].from <= column && column < at[i].to)
            return 1;
    return 0;
}

/* One line of carets under everything that was found. */
static void put_all_carets(const struct look *look, const struct answer *a, int secret) {
    struct range at[LOGINLINT_DIAGNOSTICS_MAX];
    uint32_t end = 0, count = 0, i, column;
    for (i = 0; i < a->report->count && i < LOGINLINT_DIAGNOSTICS_MAX; i++) {
        const loginlint_diagnostic *d = &a->report->diagnostics[i];
        if (d->severity == LOGINLINT_SEVERITY_INFO)
            continue;
        at[count] = extent(a->input, a->n, d->byte[0], d->byte[1], secret);
        end = at[count].to > end ? at[count].to : end;
        count++;
    }
    put_spaces(look, INDENT);
    colour(look, GREEN);
    for (column = 0; column < end; column++)
        fputc(is_under(at, count, column) ? '^' : ' ', look->out);
    colour(look, PLAIN);
    fputc('\n', look->out);
}

static void put_verdict(const struct look *look, const loginlint_report *report, uint32_t line) {
    const char *field = loginlint_name(LOGINLINT_LIST_FIELD, report->field);
    const char *verdict = loginlint_name(LOGINLINT_LIST_VERDICT, report->verdict);
    if (line)
        fprintf(look->out, "%u: ", (unsigned)line);
    fprintf(look->out, "%s: ", field ? field : "?");
    if (report->verdict < COUNT(verdict_colours)) {
        colour(look, verdict_colours[report->verdict]);
        fputs(verdict, look->out);
        colour(look, PLAIN);
        fprintf(look->out, " - %s", meaning(look, LOGINLINT_LIST_VERDICT, report->verdict));
    }
    fputc('\n', look->out);
}

/* Nothing was wrong that has a cause, and yet something was taken out or put in. */
static void put_read_as(const struct look *look, const loginlint_report *report) {
    put_label(look, label(look, WORD_READ_AS));
    put_value(look, report->text, report->text_length, 0);
    fputc('\n', look->out);
}

void show_answer(const struct look *look, const struct answer *a) {
    const loginlint_report *report = a->report;
    const loginlint_explanation *explanation = a->explanation;
    int secret = !look->reveal && (report->secret || report->field != LOGINLINT_FIELD_LOGIN_ID);
    uint32_t i;
    put_verdict(look, report, a->line);
    if (a->n && a->n <= LOGINLINT_INPUT_MAX) {
        put_spaces(look, INDENT);
        put_value(look, a->input, a->n, secret);
        fputc('\n', look->out);
        if (explanation->count)
            put_all_carets(look, a, secret);
    }
    for (i = 0; i < explanation->count && i < LOGINLINT_CAUSES_MAX; i++)
        put_cause(look, a, i, secret);
    if (explanation->left)
        fprintf(look->out, "    +%u %s\n", (unsigned)explanation->left, label(look, WORD_MORE_CAUSES));
    if (!explanation->count && report->changed && !secret)
        put_read_as(look, report);
    for (i = 0; look->details && i < report->count && i < LOGINLINT_DIAGNOSTICS_MAX; i++)
        put_diagnostic(look, report, i, a->input, a->n, secret);
    if (look->details && report->total > report->count)
        fprintf(look->out, "    +%u %s\n", (unsigned)(report->total - report->count), label(look, WORD_MORE_FINDINGS));
}

void show_advice(const struct look *look, const loginlint_advice *advice) {
    uint8_t text[LOGINLINT_TEXT_MAX];
    const char *name = loginlint_name(LOGINLINT_LIST_PREFLIGHT, advice->verdict);
    uint32_t i;
    colour(look, BOLD);
    fputs(name ? name : "?", look->out);
    colour(look, PLAIN);
    fputc('\n', look->out);
    for (i = 0; i < advice->count && i < LOGINLINT_ADVICE_MAX; i++) {
        const char *code = loginlint_name(LOGINLINT_LIST_ADVICE, advice->item[i].code);
        put_severity(look, advice->item[i].severity);
        put_sentence(look, text, loginlint_advice_message(advice, i, look->language, text, sizeof text), sizeof text);
        fprintf(look->out, " [%s]\n", code ? code : "?");
        put_spaces(look, 2 * INDENT);
        put_sentence(look, text, loginlint_advice_next(advice, i, look->language, text, sizeof text), sizeof text);
        fputc('\n', look->out);
    }
}
