/* message.c - one finding as a sentence that a person reads beside the field, in English or Japanese.
 *
 * In: a report and the number of a diagnostic.  Out: UTF-8 in the caller's buffer.  The sentences are data
 * (messages.def): the first row of the code whose facts all hold is taken, and its {placeholders} are filled in.  For a
 * secret the facts F_NAMED and F_FIX never hold and nothing reads the report's texts, so that two secrets with the same
 * sequence of character classes are told the same.
 */
#include "words/message.h"
#include "text/attributes.h"
#include "text/chartab.h"
#include "text/utf.h"
#include "text/wipe.h"
#include "words/packed.h"

enum fact {
    F_INFO = 1 << 0,
    F_WARNING = 1 << 1,
    F_SAFE = 1 << 2,  /* of the fix */
    F_ASK = 1 << 3,   /* of the fix */
    F_GONE = 1 << 4,  /* the fix deletes */
    F_LOWER = 1 << 5, /* the fix makes letters small */
    F_UPPER = 1 << 6,
    F_ONE = 1 << 7,     /* the span is one code point */
    F_START = 1 << 8,   /* the span begins the value */
    F_NAMED = 1 << 9,   /* the first character may be shown */
    F_FIX = 1 << 10,    /* there is a replacement that may be shown */
    F_DOMAIN = 1 << 11, /* that replacement is a whole domain */
    F_ID = 1 << 12,
    F_PASSWORD = 1 << 13,
    F_CARD = 1 << 14,
    F_DIGITS = 1 << 15, /* card number or PIN */
    F_WINDOWS = 1 << 16,
    F_MAC = 1 << 17,
    F_PHONE = 1 << 18,
    F_AT_10 = 1 << 19, /* confidence of at least ... */
    F_AT_50 = 1 << 20,
    F_AT_85 = 1 << 21,
    F_LIMIT_1 = 1 << 22, /* the argument */
    F_LIMIT_2 = 1 << 23,
    F_LIMIT_3 = 1 << 24
};

/* The texts are packed (gen_messages.py): offsets by row and language. */
#include "words/messages_data.inc"

static const uint16_t sentences[] = {
#define SENTENCE(code, facts, en, ja) LOGINLINT_CODE_##code,
#include "words/messages.def"
};
static const uint32_t sentences_facts[] = {
#define SENTENCE(code, facts, en, ja) facts,
#include "words/messages.def"
};

enum key { KEY_IME, KEY_KANA, KEY_CAPS, KEY_HANGUL };
static const uint16_t keys[] = {
#define KEY(name, facts, en, ja) KEY_##name,
#include "words/messages.def"
};
static const uint32_t keys_facts[] = {
#define KEY(name, facts, en, ja) facts,
#include "words/messages.def"
};

static const uint16_t fields[] = {
#define FIELD_WORD(name, en, ja) LOGINLINT_FIELD_##name,
#include "words/messages.def"
};

static const uint16_t brands[] = {
#define BRAND_WORD(name, en, ja) LOGINLINT_BRAND_##name,
#include "words/messages.def"
};

static const uint16_t classes[] = {
#define CLASS_WORD(name, en, ja) LOGINLINT_CLASS_##name,
#include "words/messages.def"
};

static const uint16_t reasons[] = {
#define REASON_WORD(name, en, ja) LOGINLINT_REASON_##name,
#include "words/messages.def"
};

static const uint16_t characters[] = {
#define CHARACTER(cp, en, ja) cp,
#include "words/messages.def"
};

static const uint16_t kinds[] = {
#define KIND(klass, en, ja) klass,
#include "words/messages.def"
};

static const uint16_t scripts[] = {
#define SCRIPT(script, en, ja) script,
#include "words/messages.def"
};

#define COUNT(rows) ((uint32_t)(sizeof(rows) / sizeof((rows)[0])))
#define IN(rows) rows, 0, rows##_text, COUNT(rows)
#define IN_FACTS(rows) rows, rows##_facts, rows##_text, COUNT(rows)
#define HAS_ITS_TEXTS(rows)                                                                                            \
    _Static_assert(COUNT(rows) == COUNT(rows##_text), "messages_data.inc is of another messages.def")
HAS_ITS_TEXTS(sentences);
HAS_ITS_TEXTS(keys);
HAS_ITS_TEXTS(fields);
HAS_ITS_TEXTS(brands);
HAS_ITS_TEXTS(classes);
HAS_ITS_TEXTS(reasons);
HAS_ITS_TEXTS(characters);
HAS_ITS_TEXTS(kinds);
HAS_ITS_TEXTS(scripts);

struct message {
    struct ll_writer *w;
    const loginlint_report *report;
    const loginlint_diagnostic *d;
    uint32_t language;
    uint32_t facts;
    uint8_t many; /* a person sees several characters */
};

/* The text of the first row of `key` whose facts (if the rows have any) all hold, or LL_NO_TEXT. */
static uint32_t find(const struct message *m, const uint16_t *rows, const uint32_t *facts, const uint16_t (*text)[2],
                     uint32_t count, uint32_t key) {
    uint32_t i;
    for (i = 0; i < count; i++)
        if (rows[i] == key && (!facts || !(facts[i] & ~m->facts)))
            return text[i][m->language];
    return LL_NO_TEXT;
}

static uint32_t facts_of_field(const loginlint_report *report, const loginlint_diagnostic *d) {
    static const uint32_t fields_facts[] = {F_ID, F_PASSWORD, F_CARD | F_DIGITS, F_DIGITS};
    static const uint32_t platforms[] = {0, F_WINDOWS, F_MAC, 0, F_PHONE, F_PHONE};
    uint32_t facts = report->field < COUNT(fields_facts) ? fields_facts[report->field] : 0;
    return facts | (d->platform < COUNT(platforms) ? platforms[d->platform] : 0);
}

static uint32_t facts_of_fix(const loginlint_diagnostic *d) {
    static const uint32_t levels[] = {0, F_SAFE, F_ASK};
    uint32_t facts = d->level < COUNT(levels) ? levels[d->level] : 0;
    if (d->operation == LOGINLINT_OPERATION_DELETE)
        facts |= F_GONE;
    if (d->operation == LOGINLINT_OPERATION_LOWER)
        facts |= F_LOWER;
    if (d->operation == LOGINLINT_OPERATION_UPPER)
        facts |= F_UPPER;
    return facts;
}

static int is_in_pool(const loginlint_diagnostic *d) {
    return d->fix_length && d->fix_length <= LOGINLINT_POOL_MAX && d->fix_at <= LOGINLINT_POOL_MAX - d->fix_length;
}

/* A dot that is not at an end: the typo's fix names the whole domain and not a piece of it. */
static int is_domain(const uint8_t *text, uint32_t n) {
    uint32_t i;
    for (i = 1; i + 1 < n; i++)
        if (text[i] == '.')
            return text[0] != '.' && text[n - 1] != '.';
    return 0;
}

/* Only for a value that may be shown. */
static uint32_t facts_of_text(const loginlint_report *report, const loginlint_diagnostic *d) {
    uint32_t facts = 0;
    if (report->secret || report->field != LOGINLINT_FIELD_LOGIN_ID)
        return 0;
    if (d->argument)
        facts |= F_NAMED;
    if (is_in_pool(d))
        facts |= F_FIX | (is_domain(report->pool + d->fix_at, d->fix_length) ? F_DOMAIN : 0);
    return facts;
}

static LL_APART uint32_t facts_of(const loginlint_report *report, const loginlint_diagnostic *d) {
    uint32_t facts = facts_of_field(report, d) | facts_of_fix(d) | facts_of_text(report, d);
    if (d->severity == LOGINLINT_SEVERITY_INFO)
        facts |= F_INFO;
    if (d->severity == LOGINLINT_SEVERITY_WARNING)
        facts |= F_WARNING;
    if (d->character[1] - d->character[0] == 1)
        facts |= F_ONE;
    if (d->character[0] == 0)
        facts |= F_START;
    facts |=
        (d->confidence >= 10 ? F_AT_10 : 0) | (d->confidence >= 50 ? F_AT_50 : 0) | (d->confidence >= 85 ? F_AT_85 : 0);
    facts |=
        (d->argument == 1 ? F_LIMIT_1 : 0) | (d->argument == 2 ? F_LIMIT_2 : 0) | (d->argument == 3 ? F_LIMIT_3 : 0);
    return facts;
}

/* Characters that are counted with their neighbours are counted by code points. */
static uint8_t is_many(const loginlint_diagnostic *d) {
    if (d->code == LOGINLINT_CODE_INVISIBLE_CHARACTER || d->code == LOGINLINT_CODE_BIDI_CONTROL)
        return d->character[1] - d->character[0] > 1;
    return d->position_end > d->position;
}

static void put_where(struct message *m, int capital) {
    if (m->language == LOGINLINT_LANGUAGE_JA) {
        loginlint__put_number(m->w, m->d->position);
        if (m->many) {
            loginlint__put(m->w, "〜");
            loginlint__put_number(m->w, m->d->position_end);
        }
        loginlint__put(m->w, "文字目");
        return;
    }
    loginlint__put(m->w, capital ? "C" : "c");
    loginlint__put(m->w, m->many ? "haracters " : "haracter ");
    loginlint__put_number(m->w, m->d->position);
    if (m->many) {
        loginlint__put(m->w, m->d->position_end - m->d->position == 1 ? " and " : " to ");
        loginlint__put_number(m->w, m->d->position_end);
    }
}

/* Where something stands that is not counted itself. */
static void put_at(struct message *m) {
    int ja = m->language == LOGINLINT_LANGUAGE_JA;
    if (m->facts & F_START) {
        loginlint__put(m->w, ja ? "先頭" : "at the beginning");
        return;
    }
    loginlint__put(m->w, ja ? "" : "after character ");
    loginlint__put_number(m->w, m->d->position);
    loginlint__put(m->w, ja ? "文字目のあと" : "");
}

static void put_quoted(struct message *m, const uint8_t *text, uint32_t n) {
    static const uint8_t opening[] = {0xE3, 0x80, 0x8C}, closing[] = {0xE3, 0x80, 0x8D}; /* 「 」 */
    int ja = m->language == LOGINLINT_LANGUAGE_JA, bracket = n == 3 && text[0] == opening[0] && text[1] == opening[1] &&
                                                             (text[2] == opening[2] || text[2] == closing[2]);
    loginlint__put(m->w, ja ? bracket ? "『" : "「" : "“");
    loginlint__put_text(m->w, text, n);
    loginlint__put(m->w, ja ? bracket ? "』" : "」" : "”");
}

/* Has the character a glyph of its own that can stand between quotes? */
static int is_visible(uint32_t cp) {
    uint32_t klass = LL_CLASS_OF(loginlint__property(cp));
    return cp < 0x110000 && klass != LL_UNASSIGNED && klass != LL_SPACE && klass != LL_WIDE_SPACE &&
           klass != LL_CONTROL && klass != LL_INVISIBLE && klass != LL_BIDI && klass != LL_PRIVATE;
}

static uint32_t name_of(const struct message *m, uint32_t cp) {
    uint32_t property = loginlint__property(cp), klass = LL_CLASS_OF(property), name = find(m, IN(characters), cp);
    if (name == LL_NO_TEXT && klass == LL_LETTER)
        name = find(m, IN(scripts), LL_SCRIPT_OF(property));
    return name != LL_NO_TEXT ? name : find(m, IN(kinds), klass);
}

static void put_code_point(struct message *m, uint32_t cp) {
    loginlint__put(m->w, "U+");
    loginlint__put_hex(m->w, cp, 4);
}

static void put_glyph(struct message *m, uint32_t cp) {
    uint8_t text[8] = {0xE2, 0x97, 0x8C}; /* a dotted circle carries a mark */
    uint32_t klass = LL_CLASS_OF(loginlint__property(cp)),
             at = klass == LL_MARK || cp == 0x3099 || cp == 0x309A ? 3 : 0;
    put_quoted(m, text, at + loginlint__utf8_put(cp, text + at));
}

/* 「ー」(長音記号), or ゼロ幅スペース(U+200B) for what cannot be seen. */
static void put_character(struct message *m) {
    uint32_t cp = m->d->argument, name = name_of(m, cp);
    int ja = m->language == LOGINLINT_LANGUAGE_JA, visible = is_visible(cp), named = name != LL_NO_TEXT;
    if (visible)
        put_glyph(m, cp);
    else
        loginlint__put_packed(m->w, name);
    if (visible && (named ? loginlint__packed_is_empty(name) : cp < 0x80))
        return;
    if (visible || named)
        loginlint__put(m->w, ja ? "(" : " (");
    if (visible && named)
        loginlint__put_packed(m->w, name);
    else
        put_code_point(m, cp);
    if (visible || named)
        loginlint__put(m->w, ")");
}

/* A single sign is named as well: quotes in quotes are hard to read, and harder to hear. */
static void put_fix(struct message *m) {
    const uint8_t *text = m->report->pool + m->d->fix_at;
    uint32_t name = m->d->fix_length == 1 ? find(m, IN(characters), text[0]) : LL_NO_TEXT;
    int ja = m->language == LOGINLINT_LANGUAGE_JA;
    put_quoted(m, text, m->d->fix_length);
    if (name == LL_NO_TEXT)
        return;
    loginlint__put(m->w, ja ? "(" : " (");
    loginlint__put_packed(m->w, name);
    loginlint__put(m->w, ")");
}

static int is_word(const char *from, uint32_t n, const char *word) {
    uint32_t i;
    for (i = 0; i < n && word[i] == from[i]; i++)
        continue;
    return i == n && !word[n];
}

/* Fills in what stands between braces: n bytes at `from`. */
static void put_placeholder(struct message *m, const char *from, uint32_t n) {
    const loginlint_diagnostic *d = m->d;
    if (is_word(from, n, "Where") || is_word(from, n, "where"))
        put_where(m, from[0] == 'W');
    else if (is_word(from, n, "at"))
        put_at(m);
    else if (is_word(from, n, "char"))
        put_character(m);
    else if (is_word(from, n, "fix"))
        put_fix(m);
    else if (is_word(from, n, "limit"))
        loginlint__put_number(m->w, d->argument);
    else if (is_word(from, n, "field"))
        loginlint__put_packed(m->w, find(m, IN(fields), m->report->field));
    else if (is_word(from, n, "brand"))
        loginlint__put_packed(m->w, find(m, IN(brands), d->argument));
    else if (is_word(from, n, "class"))
        loginlint__put_packed(m->w, find(m, IN(classes), d->argument));
    else if (is_word(from, n, "reason"))
        loginlint__put_packed(m->w, find(m, IN(reasons), d->table));
    else if (is_word(from, n, "ime"))
        loginlint__put_packed(m->w, find(m, IN_FACTS(keys), KEY_IME));
    else if (is_word(from, n, "kana"))
        loginlint__put_packed(m->w, find(m, IN_FACTS(keys), KEY_KANA));
    else if (is_word(from, n, "caps"))
        loginlint__put_packed(m->w, find(m, IN_FACTS(keys), KEY_CAPS));
    else if (is_word(from, n, "hangul"))
        loginlint__put_packed(m->w, find(m, IN_FACTS(keys), KEY_HANGUL));
}

/* {one|several}: the half that fits.  0 when there is no bar in the n bytes. */
static int put_number_form(struct message *m, const char *from, uint32_t n) {
    uint32_t bar = 0;
    while (bar < n && from[bar] != '|')
        bar++;
    if (bar == n)
        return 0;
    if (m->many)
        loginlint__put_bytes(m->w, (const uint8_t *)from + bar + 1, n - bar - 1);
    else
        loginlint__put_bytes(m->w, (const uint8_t *)from, bar);
    return 1;
}

static LL_APART void put_sentence(struct message *m, const char *s) {
    while (*s) {
        uint32_t n = 0;
        if (*s != '{') {
            loginlint__put_byte(m->w, (uint8_t)*s++);
            continue;
        }
        s++;
        while (s[n] && s[n] != '}') /* a damaged sentence may not close its brace */
            n++;
        if (!put_number_form(m, s, n))
            put_placeholder(m, s, n);
        s += s[n] ? n + 1 : n;
    }
}

int32_t loginlint__message(struct ll_writer *w, const loginlint_report *report, uint32_t i, uint32_t language) {
    struct message m = {w, report, &report->diagnostics[i], language, 0, 0};
    uint8_t sentence[LL_TEXT_SPACE]; /* no value in it, only the row of the table */
    uint32_t text;
    m.facts = facts_of(report, m.d);
    m.many = is_many(m.d);
    text = find(&m, IN_FACTS(sentences), m.d->code);
    if (text == LL_NO_TEXT)
        return -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
    put_sentence(&m, ll_unpack(text, sentence));
    return 0;
}

LL_CLEARED_CALL(loginlint_message, sentence,
                (const loginlint_report *report, uint32_t i, uint32_t language, uint8_t *out, uint32_t capacity),
                (report, i, language, out, capacity))

static int32_t sentence(const loginlint_report *report, uint32_t i, uint32_t language, uint8_t *out,
                        uint32_t capacity) {
    struct ll_writer w = ll_writer_on(out, capacity);
    int32_t error;
    if (!report || (!out && capacity))
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    if (report->size != sizeof *report)
        return -(int32_t)LOGINLINT_ERROR_RECORD_SIZE;
    if (i >= report->count || i >= LOGINLINT_DIAGNOSTICS_MAX || language > LOGINLINT_LANGUAGE_JA)
        return -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
    error = loginlint__message(&w, report, i, language);
    return error ? error : loginlint__writer_done(&w);
}
