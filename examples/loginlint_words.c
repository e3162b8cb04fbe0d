/* SPDX-License-Identifier: MIT */
/* loginlint_words.c - what the program itself says, and the name that was nearly given.
 *
 * In: which sentence, or a misspelt name.  Out: static text.  What is said about a value comes from the library.
 */
#include "loginlint_words.h"
#include <stdarg.h>
#include <string.h>

#define COUNT(array) ((uint32_t)(sizeof(array) / sizeof((array)[0])))

enum { ENGLISH, JAPANESE, KOREAN, CHINESE, LANGUAGES };
static const char *const words[][LANGUAGES] = {
#define WORD(name, ...) {__VA_ARGS__},
#include "loginlint_words.def"
};

/* What is not translated is said in English. */
const char *word(uint32_t language, enum word which) {
    static const uint8_t columns[] = {
        [LOGINLINT_LANGUAGE_JA] = JAPANESE, [LOGINLINT_LANGUAGE_KO] = KOREAN, [LOGINLINT_LANGUAGE_ZH_HANS] = CHINESE};
    const char *said = language < COUNT(columns) ? words[which][columns[language]] : NULL;
    return said ? said : words[which][ENGLISH];
}

const char *word_found(uint32_t language, uint32_t found) {
    static const char *const ja[] = {
        [LOGINLINT_FOUND_END] = "(終わり)",
        [LOGINLINT_FOUND_TEXT] = "この部分",
        [LOGINLINT_FOUND_DUPLICATE] = "2つ目の同じ指定",
        [LOGINLINT_FOUND_CONTRADICTION] = "矛盾する指定",
    };
    const char *name = loginlint_name(LOGINLINT_LIST_FOUND, found);
    return language == LOGINLINT_LANGUAGE_JA && found < COUNT(ja) && ja[found] ? ja[found] : name ? name : "?";
}

const char *word_expected(uint32_t language, uint32_t expected) {
    static const char *const ja[] = {
        [LOGINLINT_EXPECTED_PROPERTY] = "項目名",
        [LOGINLINT_EXPECTED_COLON] = "コロン「:」",
        [LOGINLINT_EXPECTED_SEMICOLON] = "セミコロン「;」か終わり",
        [LOGINLINT_EXPECTED_NUMBER] = "範囲内の数",
        [LOGINLINT_EXPECTED_RANGE] = "数か、14-19のような範囲",
        [LOGINLINT_EXPECTED_CLASS] = "upper, lower, digit, special, ascii-printable, unicode か [文字]",
        [LOGINLINT_EXPECTED_BRACKET] = "閉じるかっこ「]」",
        [LOGINLINT_EXPECTED_VALUE] = "この項目で使える値",
        [LOGINLINT_EXPECTED_DOMAIN] = "ドメイン名",
        [LOGINLINT_EXPECTED_GROUPS] = "4-4-4-4のような桁の区切り",
        [LOGINLINT_EXPECTED_MIN_UP_TO_MAX] = "最大以下の最小値",
        [LOGINLINT_EXPECTED_GROUPS_SUM] = "合計が桁数と同じになる区切り",
        [LOGINLINT_EXPECTED_BRAND] = "カードのブランド名",
        [LOGINLINT_EXPECTED_TIME] = "mon 00:00-07:00 や 01-01 00:00 - 01-02 07:00 のような時間",
        [LOGINLINT_EXPECTED_OFFSET] = "+09:00のような時差",
        [LOGINLINT_EXPECTED_YES_NO] = "yes か no",
        [LOGINLINT_EXPECTED_FEWER] = "もっと少ない数の指定",
        [LOGINLINT_EXPECTED_FIELD] = "この欄にある項目",
        [LOGINLINT_EXPECTED_DATE_TIME] = "2026-11-23T06:30:00+09:00 のような日時",
        [LOGINLINT_EXPECTED_LATER_END] = "開始より後の終了",
        [LOGINLINT_EXPECTED_TOGETHER] = "組み合わせて使える項目",
        [LOGINLINT_EXPECTED_HYPHEN_FIRST] = "かっこの先頭のハイフン",
        [LOGINLINT_EXPECTED_ASCII] = "ASCIIの印字できる文字",
    };
    const char *name = loginlint_name(LOGINLINT_LIST_EXPECTED, expected);
    return language == LOGINLINT_LANGUAGE_JA && expected < COUNT(ja) && ja[expected] ? ja[expected] : name ? name : "?";
}

const char *const rule_names[] = {"minlength", "maxlength", "required", "allowed", "max-consecutive",
                                  "purpose",   "case",      "kind",     "domains", "digits",
                                  "groups",    "hyphens",   "checksum", "brands",  "spaces",
                                  "fold",      "charset",   "profile",  NULL};
const char *const context_names[] = {"caps-lock", "entry",    "keyboard",      "platform", "stage",
                                     "composing", "failures", "caps-evidence", NULL};
const char *const service_names[] = {"lock-after", "maintenance", "utc-offset", NULL};

enum { NAMES_MAX = 256, FACTS_END = 32 };

const char *const *names_of(uint32_t list) {
    static const char *names[NAMES_MAX + 1];
    uint32_t value, count = 0;
    for (value = 0; value < NAMES_MAX; value++)
        if (loginlint_name(list, value))
            names[count++] = loginlint_name(list, value);
    names[count] = NULL;
    return names;
}

/* Those of advice below 32 are facts, and two that have a number. */
const char *const *fact_names(void) {
    static const char *names[FACTS_END + 3] = {"failures", "soon"};
    uint32_t value, count = 2;
    for (value = 0; value < FACTS_END; value++)
        if (loginlint_name(LOGINLINT_LIST_ADVICE, value))
            names[count++] = loginlint_name(LOGINLINT_LIST_ADVICE, value);
    names[count] = NULL;
    return names;
}

/* ---- errors ---- */

/* U+0000-1F, U+007F and U+0080-9F are shown as bytes. */
static void put_plainly(const char *s) {
    for (; *s; s++) {
        unsigned char c = (unsigned char)*s;
        if (c < 0x20 || c == 0x7F)
            fprintf(stderr, "\\x%02X", (unsigned)c);
        else if (c == 0xC2 && (unsigned char)s[1] >= 0x80 && (unsigned char)s[1] < 0xA0)
            fprintf(stderr, "\\x%02X", (unsigned)(unsigned char)*++s);
        else
            fputc(c, stderr);
    }
}

int complain(uint32_t language, enum word which, ...) {
    char text[1024];
    va_list arguments;
    va_start(arguments, which);
    vsnprintf(text, sizeof text, word(language, which), arguments);
    va_end(arguments);
    fputs("loginlint: ", stderr);
    put_plainly(text);
    fputc('\n', stderr);
    return 2;
}

void suggest(uint32_t language, const char *before, const char *name) {
    char meant[128];
    if (!name)
        return;
    snprintf(meant, sizeof meant, "%s%s", before, name);
    complain(language, WORD_DID_YOU_MEAN, meant);
}

/* ---- a name that was nearly given ---- */

enum { NAME_MAX_LENGTH = 40 };

static uint32_t least(uint32_t a, uint32_t b) {
    return a < b ? a : b;
}

/* Letters put in, left out, changed, or two neighbours changed round (Damerau-Levenshtein, without moves over a third).
 */
static uint32_t distance(const char *a, uint32_t n, const char *b, uint32_t m) {
    uint32_t row[3][NAME_MAX_LENGTH + 1], i, k;
    for (k = 0; k <= m; k++)
        row[0][k] = k;
    for (i = 1; i <= n; i++) {
        uint32_t *now = row[i % 3], *before = row[(i + 2) % 3], *earlier = row[(i + 1) % 3];
        now[0] = i;
        for (k = 1; k <= m; k++) {
            now[k] = least(least(before[k], now[k - 1]) + 1, before[k - 1] + (a[i - 1] != b[k - 1]));
            if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
                now[k] = least(now[k], earlier[k - 2] + 1);
        }
    }
    return row[n % 3][m];
}

/* Two slips are too many for a short name. */
const char *nearest(const char *const *names, const char *text, uint32_t n) {
    const char *best = NULL;
    uint32_t near = n < 4 ? 2 : 3;
    if (n > NAME_MAX_LENGTH)
        return NULL;
    for (; *names; names++) {
        uint32_t m = (uint32_t)strlen(*names), d = m > NAME_MAX_LENGTH ? near : distance(text, n, *names, m);
        if (d < near) {
            near = d;
            best = *names;
        }
    }
    return best;
}

/* ---- help ---- */

static const char help_en[] = "usage: loginlint [OPTIONS] FIELD [TEXT]\n"
                              "       loginlint --preflight [--service S] [--facts F] [--now T] [OPTIONS]\n"
                              "       loginlint --codes | --explain CODE | --presets | --version\n"
                              "\n"
                              "Says what is wrong with what was typed into a login form, before an attempt is\n"
                              "spent.  FIELD is login-id (id), password, card-number (card) or pin.  Without\n"
                              "TEXT, values are read from standard input, one a line; secrets belong there.\n"
                              "\n"
                              "  -r, --rules RULES        what the service accepts, as 'minlength: 8'\n"
                              "      --rules @PRESET      one of --presets\n"
                              "      --rules-file FILE    the same from a file\n"
                              "  -c, --context CONTEXT    what the platform knows, as 'caps-lock: on'\n"
                              "      --reserved NAMES     what no login ID may look like, as 'root, admin'\n"
                              "  -f, --format text|json   for people (default), or one JSON object a line\n"
                              "      --details            every finding with its place and its correction\n"
                              "      --summary            after the values: how many of what, without any value\n"
                              "      --summary=json       only a tally to be shared, or =openmetrics\n"
                              "  -q, --quiet              say nothing of values that pass\n"
                              "  -l, --lang LANGUAGE      of the messages: %s\n"
                              "                           (default: from the locale)\n"
                              "  -0, --null               values end in NUL instead of newline\n"
                              "      --whole              all of standard input is one value\n"
                              "      --reveal             show the values of secrets\n"
                              "      --codes              list every diagnostic and every cause\n"
                              "      --explain CODE       what it means, an example, what to do\n"
                              "      --presets            list every preset with its rules\n"
                              "      --preflight          is an attempt worth spending now?\n"
                              "      --service SERVICE    e.g. 'lock-after: 3-5; maintenance: mon 00:00-07:00'\n"
                              "      --facts FACTS        e.g. 'failures: 2; offline: no'\n"
                              "      --now TIME           e.g. 2026-11-23T06:30:00+09:00\n"
                              "  -h, --help               this text\n"
                              "      --version            version, ABI and Unicode version\n";
static const char help_ja[] = "使い方: loginlint [オプション] 欄 [値]\n"
                              "        loginlint --preflight [--service S] [--facts F] [--now T] [オプション]\n"
                              "        loginlint --codes | --explain コード | --presets | --version\n"
                              "\n"
                              "ログイン画面に入力された値のどこが違うかを、試行回数を使う前に調べます。\n"
                              "欄は login-id (id)、password、card-number (card)、pin のいずれかです。\n"
                              "値がなければ標準入力から1行に1つずつ読みます。秘密の値は標準入力で渡します。\n"
                              "\n"
                              "  -r, --rules ルール       サービスが受け付ける値。例 'minlength: 8'\n"
                              "      --rules @プリセット  --presets で表示されるもの\n"
                              "      --rules-file FILE    ルールをファイルから読む\n"
                              "  -c, --context 状況       端末で分かること。例 'caps-lock: on'\n"
                              "      --reserved 名前      IDと見分けがつかない名前。例 'root, admin'\n"
                              "  -f, --format text|json   人が読む形 (標準) か、1行に1つのJSON\n"
                              "      --details            すべての指摘を、位置と修正とともに表示\n"
                              "      --summary            最後に件数だけを表示 (値は含みません)\n"
                              "      --summary=json       公開できる件数だけを表示。または =openmetrics\n"
                              "  -q, --quiet              問題のない値は表示しない\n"
                              "  -l, --lang 言語          メッセージの言語: %s\n"
                              "                           (標準: ロケールに従う)\n"
                              "  -0, --null               値の区切りを改行でなくNULにする\n"
                              "      --whole              標準入力全体を1つの値とする\n"
                              "      --reveal             秘密の値を表示する\n"
                              "      --codes              指摘と原因のコードの一覧\n"
                              "      --explain コード     意味、例、どうすればよいか\n"
                              "      --presets            プリセットとそのルールの一覧\n"
                              "      --preflight          いま試してもよいかどうか\n"
                              "      --service サービス   例 'lock-after: 3-5; maintenance: mon 00:00-07:00'\n"
                              "      --facts 事実         例 'failures: 2; offline: no'\n"
                              "      --now 日時           例 2026-11-23T06:30:00+09:00\n"
                              "  -h, --help               この説明\n"
                              "      --version            版、ABI、Unicodeの版\n";

/* Under each heading the names that may stand there, with their values. */
static const struct {
    const char *en, *ja, *lines;
} vocabulary[] = {
    {"Rules, separated by semicolons:", "ルール (セミコロンで区切る):",
     "  minlength: N            maxlength: N            max-consecutive: N\n"
     "  required: CLASS         allowed: CLASS, ...     (upper lower digit special\n"
     "                          ascii-printable unicode [characters])\n"
     "  purpose: login|create   case: preserve|lower|upper\n"
     "  kind: any|email|name|phone                      domains: example.co.jp, ...\n"
     "  digits: 16 or 14-19     groups: 4-4-4-4         hyphens: ignore|forbid|require\n"
     "  checksum: luhn|none     brands: any or visa, mastercard, jcb, amex, ...\n"
     "  spaces: trim|keep       fold: apply|suggest|off\n"
     "  charset: ascii|unicode  profile: opaque|nickname|nist|username-casemapped|\n"
     "                          username-casepreserved\n"},
    {"Context:", "状況:",
     "  caps-lock: on|off       entry: typed|paste|autofill\n"
     "  keyboard: hardware|touch                        stage: typing|submit\n"
     "  platform: windows|mac|linux|android|ios         composing: yes\n"
     "  failures: N             caps-evidence: N\n"},
    {"Service:", "サービス:",
     "  lock-after: 3-5         utc-offset: +09:00\n"
     "  maintenance: mon 00:00-07:00 | daily 03:00-04:00 | 01-01 00:00 - 01-02 07:00\n"},
    {"Facts (yes or no, but for the numbers):", "事実 (数を除いて yes か no):", NULL},
};

static void put_names(const char *const *names, FILE *out) {
    uint32_t column = 0;
    for (; *names; names++) {
        uint32_t n = (uint32_t)strlen(*names);
        if (column && column + n > 78) {
            fputc('\n', out);
            column = 0;
        }
        column += n + 1;
        fprintf(out, "%s%s", column == n + 1 ? "  " : " ", *names);
    }
    fputc('\n', out);
}

int put_help(uint32_t language, FILE *out) {
    int ja = language == LOGINLINT_LANGUAGE_JA;
    char languages[64] = "";
    const char *name;
    uint32_t i;
    for (i = 0; (name = loginlint_name(LOGINLINT_LIST_LANGUAGE, i)) != NULL; i++)
        snprintf(languages + strlen(languages), sizeof languages - strlen(languages), "%s%s", i ? ", " : "", name);
    fprintf(out, ja ? help_ja : help_en, languages);
    for (i = 0; i < COUNT(vocabulary); i++) {
        fprintf(out, "\n%s\n", ja ? vocabulary[i].ja : vocabulary[i].en);
        if (vocabulary[i].lines)
            fputs(vocabulary[i].lines, out);
        else
            put_names(fact_names(), out);
    }
    fputs(ja ? "\n終了コード: 0 このまま、または直せば使える (preflight: go)、1 確認が必要、\n"
               "2 使い方かルールの誤り、または入出力の失敗。\n"
             : "\nExit status: 0 fine as typed or once corrected (preflight: go), 1 a person\n"
               "should look, 2 wrong usage, wrong rules, or input or output that failed.\n",
          out);
    return ferror(out) ? -1 : 0;
}
