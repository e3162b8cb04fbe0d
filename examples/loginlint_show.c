/* loginlint_show.c - draws values and carets so that they line up in a terminal.
 *
 * In: a report and the value.  Out: text.  What has no shape of its own is written as <U+XXXX>, so that a value can
 * neither hide something nor move the cursor; a secret is one bullet a code point.
 */
#include "loginlint_show.h"
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

static void put_carets(const struct look *look, const uint8_t *s, uint32_t n, uint32_t from, uint32_t to, int secret) {
    uint32_t left = columns(s, n, from, secret), right = columns(s, n, to, secret), i;
    if (from < to && left == right && left > 0)
        left--; /* a mark stands on the character before it */
    put_spaces(look, INDENT + left);
    colour(look, GREEN);
    for (i = left; i < right || i == left; i++)
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

static const char *const severities[][2] = {{"note", "参考"}, {"warning", "注意"}, {"error", "エラー"}};
static const enum colour severity_colours[] = {CYAN, YELLOW, RED};
static const char *const verdicts[][2] = {
    {"cannot be right", "このままでは使えません"}, {"please look at this first", "送信する前にご確認ください"},
    {"not complete yet", "入力の途中です"},        {"fine once corrected as shown", "下のように直せば送信できます"},
    {"fine as typed", "このまま送信できます"},
};
static const enum colour verdict_colours[] = {RED, YELLOW, CYAN, GREEN, GREEN};
static const char *const operations[][2] = {
    {"none", "なし"},
    {"replace it", "置き換える"},
    {"remove it", "消す"},
    {"insert a hyphen", "ハイフンを入れる"},
    {"type the ordinary half-width form", "半角のふつうの文字にする"},
    {"make it lower case", "小文字にする"},
    {"make it upper case", "大文字にする"},
    {"type the digit", "数字にする"},
};
static const char *const bases[][2] = {
    {"type it in half-width, in the case that is wanted", "半角で、指定の大文字・小文字にする"},
    {"remove spaces and what cannot be seen", "空白や見えない文字を消す"},
    {"swap upper and lower case", "大文字と小文字を入れ替える"},
    {"make the first letter small", "先頭の文字を小文字にする"},
    {"read the kana as the romaji keys typed", "かなを、打ったローマ字のキーに戻す"},
    {"read the kana as the kana keys typed", "かなを、打ったかなキーの英数字に戻す"},
    {"read the Hangul as the keys typed", "ハングルを、打ったキーの英字に戻す"},
    {"read the Cyrillic letters as the keys typed", "キリル文字を、打ったキーの英字に戻す"},
    {"read the symbols on the other layout", "記号を、もう一方のキーボード配列で読む"},
    {"use the characters that it looks like", "似ている正しい文字にする"},
    {"use the plain sign of the keyboard", "キーボードのふつうの記号にする"},
    {"put the hyphens where they belong", "ハイフンの位置を直す"},
    {"correct the domain", "ドメインを直す"},
    {"read the Greek letters as the keys typed", "ギリシャ文字を、打ったキーの英字に戻す"},
    {"read the Hebrew letters as the keys typed", "ヘブライ文字を、打ったキーの英字に戻す"},
    {"read the Arabic letters as the keys typed", "アラビア文字を、打ったキーの英字に戻す"},
    {"read the Thai letters as the keys typed", "タイ文字を、打ったキーの英字に戻す"},
    {"read the Ukrainian letters as the keys typed", "ウクライナ文字を、打ったキーの英字に戻す"},
    {"read the signs as the digit keys typed", "記号を、打った数字キーの数字に戻す"},
    {"type it without Shift", "Shiftキーを離して打った文字にする"},
};
enum word { WORD_FIX, WORD_SUGGESTION, WORD_TEXT, WORD_DISPLAY, WORD_MAYBE, WORD_REMOVE, WORD_MORE, WORD_CASE };
static const char *const words[][2] = {
    {"corrected", "修正"},           {"suggestion", "修正案"},
    {"read as", "読み取り"},         {"card", "カード"},
    {"perhaps", "もしかして"},       {"remove it", "消す"},
    {"more findings", "ほかの指摘"}, {"letters may have been capitals", "大文字だった可能性があります"},
};

static const char *word(const struct look *look, const char *const pair[2]) {
    return pair[look->language == LOGINLINT_LANGUAGE_JA];
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
    put_label(look, word(look, words[d->level == LOGINLINT_LEVEL_SAFE ? WORD_FIX : WORD_SUGGESTION]));
    length = secret ? 0 : loginlint_fix(report, i, input, n, text, sizeof text);
    if (secret && d->operation < COUNT(operations))
        fputs(word(look, operations[d->operation]), look->out);
    else if (length > 0)
        put_quoted(look, text, (uint32_t)length < sizeof text ? (uint32_t)length : (uint32_t)sizeof text);
    else
        fputs(word(look, words[WORD_REMOVE]), look->out);
    fputc('\n', look->out);
    loginlint_wipe(text, sizeof text);
}

static void put_severity(const struct look *look, uint32_t severity) {
    put_spaces(look, INDENT);
    if (severity >= COUNT(severities))
        return;
    colour(look, severity_colours[severity]);
    fprintf(look->out, "%s:", word(look, severities[severity]));
    colour(look, PLAIN);
    fputc(' ', look->out);
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

/* What the corrections give already need not be offered. */
static int is_read_as(const loginlint_report *report, const loginlint_candidate *c) {
    return report->changed && c->length == report->text_length && memcmp(c->text, report->text, c->length) == 0;
}

/* Without their text two candidates of one basis are one line. */
static int is_told(const loginlint_candidates *candidates, uint32_t i) {
    const loginlint_candidate *c = candidates->candidate;
    uint32_t k;
    for (k = 0; k < i; k++)
        if (c[k].basis == c[i].basis && c[k].case_lost == c[i].case_lost)
            return 1;
    return 0;
}

static void put_candidates(const struct look *look, const loginlint_report *report,
                           const loginlint_candidates *candidates, int secret) {
    uint32_t i;
    for (i = 0; i < candidates->count && i < LOGINLINT_CANDIDATES_MAX; i++) {
        const loginlint_candidate *c = &candidates->candidate[i];
        const char *basis = c->basis < COUNT(bases) ? word(look, bases[c->basis]) : "?";
        if (is_read_as(report, c) || (secret && is_told(candidates, i)))
            continue;
        put_label(look, word(look, words[WORD_MAYBE]));
        if (secret)
            fputs(basis, look->out);
        else
            put_value(look, c->text, c->length, 0);
        if (!secret)
            fprintf(look->out, " (%s)", basis);
        if (c->case_lost)
            fprintf(look->out, " - %s", word(look, words[WORD_CASE]));
        fputc('\n', look->out);
    }
}

static void put_verdict(const struct look *look, const loginlint_report *report) {
    const char *field = loginlint_name(LOGINLINT_LIST_FIELD, report->field);
    const char *verdict = loginlint_name(LOGINLINT_LIST_VERDICT, report->verdict);
    fprintf(look->out, "%s: ", field ? field : "?");
    if (report->verdict < COUNT(verdicts)) {
        colour(look, verdict_colours[report->verdict]);
        fputs(verdict, look->out);
        colour(look, PLAIN);
        fprintf(look->out, " - %s", word(look, verdicts[report->verdict]));
    }
    fputc('\n', look->out);
}

void show_report(const struct look *look, const loginlint_report *report, const loginlint_candidates *candidates,
                 const uint8_t *input, uint32_t n) {
    int secret = !look->reveal && (report->secret || report->field != LOGINLINT_FIELD_LOGIN_ID);
    uint32_t i;
    put_verdict(look, report);
    if (n && n <= LOGINLINT_INPUT_MAX) {
        put_spaces(look, INDENT);
        put_value(look, input, n, secret);
        fputc('\n', look->out);
    }
    for (i = 0; i < report->count && i < LOGINLINT_DIAGNOSTICS_MAX; i++)
        put_diagnostic(look, report, i, input, n, secret);
    if (report->total > report->count)
        fprintf(look->out, "    +%u %s\n", (unsigned)(report->total - report->count), word(look, words[WORD_MORE]));
    if (report->changed) {
        put_label(look, word(look, words[WORD_TEXT]));
        put_value(look, report->text, report->text_length, secret);
        fputc('\n', look->out);
    }
    if (report->display_length && report->display_length <= sizeof report->display && !secret) {
        put_label(look, word(look, words[WORD_DISPLAY]));
        put_value(look, report->display, report->display_length, 0);
        fputc('\n', look->out);
    }
    put_candidates(look, report, candidates, secret);
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
