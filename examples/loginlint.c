/* loginlint.c - the program: says what is wrong with login IDs, passwords, card numbers and PINs.
 *
 * In: options, a field, and a value as an argument or values on standard input.  Out: a report for people or JSON on
 * standard output.  Exit status: 0 every value can be sent, 1 some value needs a person, 2 usage, rule or I/O error.
 */
#include "loginlint.h"
#include "loginlint_show.h"
#include "loginlint_terminal.h"
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Built with the companion, the whole of Unicode is decided; without it, the report lists what was skipped. */
#ifdef LOGINLINT_WITH_ICU
#define CHECK loginlint_icu_check
#else
#define CHECK loginlint_check
#endif

#define RULES_MAX 65536u /* bytes of a rules file */

enum { STATUS_FINE, STATUS_PERSON, STATUS_ERROR };

struct options {
    const char *rules, *rules_file, *context;
    const char *service, *facts, *now;
    const char *reserved; /* names that no ID may look like */
    const char *text;
    uint32_t field, language;
    int json, terminator, reveal;
    int codes, presets, preflight, help, version;
};

/* Everything that may hold a value, in one place, so that it can be wiped. */
static loginlint_policy policy;
static loginlint_context context;
static loginlint_report report;
static loginlint_candidates candidates;
static loginlint_explanation explanation;
static struct buffer value, answer;
static char output[1 << 16]; /* of stdout */

static const char usage[] = "usage: loginlint [OPTIONS] FIELD [TEXT]\n"
                            "       loginlint --preflight [--service S] [--facts F] [--now T] [OPTIONS]\n"
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
                            "  -l, --lang en|ja         language of the messages (default: from the locale)\n"
                            "  -0, --null               values end in NUL instead of newline\n"
                            "      --whole              all of standard input is one value\n"
                            "      --reveal             show the values of secrets\n"
                            "      --codes              list every diagnostic code\n"
                            "      --presets            list every preset with its rules\n"
                            "      --preflight          is an attempt worth spending now?\n"
                            "      --service SERVICE    e.g. 'lock-after: 3-5; maintenance: mon 00:00-07:00'\n"
                            "      --facts FACTS        e.g. 'failures: 2; offline: no'\n"
                            "      --now TIME           e.g. 2026-11-23T06:30:00+09:00\n"
                            "  -h, --help               this text\n"
                            "      --version            version, ABI and Unicode version\n"
                            "\n"
                            "Exit status: 0 fine as typed or once corrected (preflight: go), 1 a person\n"
                            "should look, 2 wrong usage, wrong rules, or input or output that failed.\n";

static int complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Nothing of an argument reaches the terminal as a control character: U+0000-1F, U+007F, U+0080-9F. */
static int complain(const char *format, ...) {
    char text[1024];
    const char *s;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    fputs("loginlint: ", stderr);
    for (s = text; *s; s++) {
        unsigned char c = (unsigned char)*s;
        if (c < 0x20 || c == 0x7F)
            fprintf(stderr, "\\x%02X", (unsigned)c);
        else if (c == 0xC2 && (unsigned char)s[1] >= 0x80 && (unsigned char)s[1] < 0xA0)
            fprintf(stderr, "\\x%02X", (unsigned)(unsigned char)*++s);
        else
            fputc(c, stderr);
    }
    fputc('\n', stderr);
    return STATUS_ERROR;
}

static int misused(const char *what, const char *which) {
    complain("%s%s", what, which);
    fputs("Try 'loginlint --help'.\n", stderr);
    return STATUS_ERROR;
}

/* ---- options
 * --------------------------------------------------------------------------------------------------------- */

enum option_number {
    OPTION_RULES_FILE = 256,
    OPTION_RESERVED,
    OPTION_WHOLE,
    OPTION_REVEAL,
    OPTION_CODES,
    OPTION_PRESETS,
    OPTION_PREFLIGHT,
    OPTION_SERVICE,
    OPTION_FACTS,
    OPTION_NOW,
    OPTION_VERSION
};

static const struct option long_options[] = {
    {"rules", required_argument, NULL, 'r'},
    {"rules-file", required_argument, NULL, OPTION_RULES_FILE},
    {"context", required_argument, NULL, 'c'},
    {"reserved", required_argument, NULL, OPTION_RESERVED},
    {"format", required_argument, NULL, 'f'},
    {"lang", required_argument, NULL, 'l'},
    {"null", no_argument, NULL, '0'},
    {"whole", no_argument, NULL, OPTION_WHOLE},
    {"reveal", no_argument, NULL, OPTION_REVEAL},
    {"codes", no_argument, NULL, OPTION_CODES},
    {"presets", no_argument, NULL, OPTION_PRESETS},
    {"preflight", no_argument, NULL, OPTION_PREFLIGHT},
    {"service", required_argument, NULL, OPTION_SERVICE},
    {"facts", required_argument, NULL, OPTION_FACTS},
    {"now", required_argument, NULL, OPTION_NOW},
    {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, OPTION_VERSION},
    {NULL, 0, NULL, 0},
};

/* Japanese where the locale is: the first of the usual variables that says anything. */
static uint32_t language_of_locale(void) {
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    size_t i;
    for (i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *locale = getenv(names[i]);
        if (locale && *locale)
            return strncmp(locale, "ja", 2) == 0 && strchr("_.@", locale[2]) ? LOGINLINT_LANGUAGE_JA
                                                                             : LOGINLINT_LANGUAGE_EN;
    }
    return LOGINLINT_LANGUAGE_EN;
}

static int read_format(struct options *o, const char *name) {
    o->json = strcmp(name, "json") == 0;
    return o->json || strcmp(name, "text") == 0 ? 0 : misused("--format is text or json, not ", name);
}

static int read_language(struct options *o, const char *name) {
    int32_t language = loginlint_value(LOGINLINT_LIST_LANGUAGE, name, (uint32_t)strlen(name));
    if (language < 0)
        return misused("--lang is en or ja, not ", name);
    o->language = (uint32_t)language;
    return 0;
}

static int read_field(struct options *o, const char *name) {
    const char *full = strcmp(name, "id") == 0 ? "login-id" : strcmp(name, "card") == 0 ? "card-number" : name;
    int32_t field = loginlint_value(LOGINLINT_LIST_FIELD, full, (uint32_t)strlen(full));
    if (field < 0)
        return misused("FIELD comes first: login-id, password, card-number or pin", "");
    o->field = (uint32_t)field;
    return 0;
}

static int read_option(struct options *o, int option, const char *argument) {
    switch (option) {
    case 'r':
        o->rules = argument;
        return 0;
    case OPTION_RULES_FILE:
        o->rules_file = argument;
        return 0;
    case 'c':
        o->context = argument;
        return 0;
    case OPTION_RESERVED:
        o->reserved = argument;
        return 0;
    case 'f':
        return read_format(o, argument);
    case 'l':
        return read_language(o, argument);
    case '0':
        o->terminator = '\0';
        return 0;
    case OPTION_WHOLE:
        o->terminator = NO_TERMINATOR;
        return 0;
    case OPTION_REVEAL:
        o->reveal = 1;
        return 0;
    case OPTION_SERVICE:
        o->service = argument;
        return 0;
    case OPTION_FACTS:
        o->facts = argument;
        return 0;
    case OPTION_NOW:
        o->now = argument;
        return 0;
    default:
        return misused("that is not an option", "");
    }
}

/* What the program is to do instead of checking values; 0 when the option is of another kind. */
static int read_mode(struct options *o, int option) {
    int *mode = option == OPTION_CODES       ? &o->codes
                : option == OPTION_PRESETS   ? &o->presets
                : option == OPTION_PREFLIGHT ? &o->preflight
                : option == 'h'              ? &o->help
                : option == OPTION_VERSION   ? &o->version
                                             : NULL;
    if (mode)
        *mode = 1;
    return mode != NULL;
}

static int read_operands(struct options *o, int argc, char **argv) {
    int count = argc - optind;
    if ((o->codes || o->presets || o->preflight) && (o->rules || o->rules_file || o->context || o->reserved))
        return misused("--rules, --rules-file, --context and --reserved belong to a FIELD", "");
    if (o->codes || o->presets || o->preflight)
        return count ? misused("no FIELD and no TEXT are wanted here", "") : 0;
    if (o->service || o->facts || o->now)
        return misused("--service, --facts and --now belong to --preflight", "");
    if (o->rules && o->rules_file)
        return misused("give --rules or --rules-file, not both", "");
    if (!count)
        return misused("FIELD is missing", "");
    if (count > 2)
        return misused("there is one TEXT at most; quote it", "");
    o->text = count == 2 ? argv[optind + 1] : NULL;
    if (read_field(o, argv[optind]) != 0)
        return STATUS_ERROR;
    if (o->reserved && o->field != LOGINLINT_FIELD_LOGIN_ID)
        return misused("--reserved is for a login ID", "");
#ifndef LOGINLINT_WITH_ICU
    if (o->reserved)
        return misused("--reserved needs libloginlint-icu, and this program was built without it", "");
#endif
    return 0;
}

/* What getopt did not take: a letter in optopt, else the argument that it has just passed. */
static int unknown_option(int lacks, const char *argument) {
    const char letter[] = {'-', (char)optopt, '\0'};
    return misused(lacks ? "this option needs an argument: " : "no such option, or it takes no argument: ",
                   optopt > 0 && optopt < OPTION_RULES_FILE && !(lacks && argument[1] == '-') ? letter : argument);
}

static int read_options(struct options *o, int argc, char **argv) {
    int option, status;
    memset(o, 0, sizeof *o);
    o->language = language_of_locale();
    o->terminator = '\n';
    opterr = 0; /* getopt would show an argument as it is */
    while ((option = getopt_long(argc, argv, ":r:c:f:l:0h", long_options, NULL)) != -1) {
        if (option == '?' || option == ':')
            return unknown_option(option == ':', argv[optind - 1]);
        if (!read_mode(o, option) && (status = read_option(o, option, optarg)) != 0)
            return status;
    }
    return o->help || o->version ? 0 : read_operands(o, argc, argv);
}

/* ---- rules and context
 * ------------------------------------------------------------------------------------------------ */

/* Where a string is wrong, what was found there and what belongs there, with a caret. */
static int show_error(const char *what, const char *text, uint32_t n, const loginlint_where *where) {
    const struct look look = {stderr, LOGINLINT_LANGUAGE_EN, 0, 1};
    const char *found = loginlint_name(LOGINLINT_LIST_FOUND, where->found);
    const char *expected = loginlint_name(LOGINLINT_LIST_EXPECTED, where->expected);
    uint32_t from = where->offset < n ? where->offset : n, length = where->length < n - from ? where->length : n - from;
    fprintf(stderr, "loginlint: %s: at byte %u: expected %s, found ", what, (unsigned)from,
            expected ? expected : "something else");
    if (where->found == LOGINLINT_FOUND_TEXT)
        show_text(&look, text + from, length);
    else
        fputs(found ? found : "an error", stderr);
    fputc('\n', stderr);
    show_place(&look, text, n, from, from + length);
    return STATUS_ERROR;
}

static int find_preset(const char *name, uint32_t field, const char **rules) {
    const char *candidate;
    uint32_t i;
    for (i = 0; (candidate = loginlint_preset_name(i)) != NULL; i++) {
        if (strcmp(candidate, name) != 0)
            continue;
        if (loginlint_preset_field(i) != (int32_t)field) {
            int32_t wanted = loginlint_preset_field(i);
            const char *meant = wanted < 0 ? NULL : loginlint_name(LOGINLINT_LIST_FIELD, (uint32_t)wanted);
            return complain("--rules: the preset @%s is for the field %s", name, meant ? meant : "?");
        }
        *rules = loginlint_preset_rules(i);
        return 0;
    }
    return complain("--rules: no preset is called @%s; --presets lists them", name);
}

static int parse_rules(const char *what, const char *rules, uint32_t n) {
    loginlint_where where;
    memset(&where, 0, sizeof where);
    if (loginlint_policy_parse(&policy, rules, n, &where) < 0)
        return show_error(what, rules, n, &where);
    return 0;
}

static int parse_rules_file(const char *path) {
    struct buffer content = {NULL, 0, 0};
    int status;
    if (read_file(path, &content, RULES_MAX) < 0)
        status = complain("cannot read the rules in %s: %s", path, strerror(errno));
    else
        status = parse_rules(path, (const char *)content.data, content.length);
    buffer_free(&content);
    return status;
}

static int prepare(const struct options *o) {
    loginlint_where where;
    const char *rules = o->rules;
    int status = 0;
    memset(&where, 0, sizeof where);
    loginlint_policy_init(&policy, o->field);
    loginlint_context_init(&context);
    if (rules && rules[0] == '@')
        status = find_preset(o->rules + 1, o->field, &rules);
    if (!status && rules)
        status = parse_rules("--rules", rules, (uint32_t)strlen(rules));
    if (!status && o->rules_file)
        status = parse_rules_file(o->rules_file);
    if (!status && o->context &&
        loginlint_context_parse(&context, o->context, (uint32_t)strlen(o->context), &where) < 0)
        status = show_error("--context", o->context, (uint32_t)strlen(o->context), &where);
    return status;
}

/* ---- values
 * ------------------------------------------------------------------------------------------------------------- */

static int is_secret(uint32_t field) {
    return field != LOGINLINT_FIELD_LOGIN_ID;
}

static struct look look_of(const struct options *o) {
    const char *no_colour = getenv("NO_COLOR"), *terminal = getenv("TERM");
    struct look look = {stdout, o->language, 0, o->reveal};
    look.colour = isatty(STDOUT_FILENO) && !(no_colour && *no_colour) && !(terminal && strcmp(terminal, "dumb") == 0);
    return look;
}

/* ---- reserved names ---- */

/* The text that the report ends in looks like this entry of --reserved: its number from 1, 0 for none or not asked,
 * negative when that cannot be decided. */
static int32_t reserved_entry(const struct options *o) {
#ifdef LOGINLINT_WITH_ICU
    const uint8_t *text = report.changed ? report.text : value.data;
    uint32_t n = report.changed ? report.text_length : value.length;
    if (o->reserved && report.wellformed && !report.secret && n <= LOGINLINT_INPUT_MAX)
        return loginlint_icu_confusable(text, n, o->reserved, (uint32_t)strlen(o->reserved));
#endif
    return o->reserved && !report.wellformed ? -1 : 0;
}

static const char *entry_of(const char *list, int32_t number, uint32_t *n) {
    while (--number > 0)
        list += strcspn(list, ",\n") + 1;
    list += strspn(list, " ");
    *n = (uint32_t)strcspn(list, ",\n");
    while (*n && (list[*n - 1] == ' ' || list[*n - 1] == '\r'))
        --*n;
    return list;
}

static void show_reserved(const struct options *o, const struct look *look, int32_t number) {
    int ja = o->language == LOGINLINT_LANGUAGE_JA;
    uint32_t n;
    const char *entry = entry_of(o->reserved, number, &n);
    fputs(ja ? "    注意: 使えない名前の" : "    warning: This looks like the reserved name ", look->out);
    show_text(look, entry, n);
    fputs(ja ? "と見分けがつきません。\n" : ".\n", look->out);
}

static int put_json(const struct options *o, int32_t number) {
    uint32_t flags = o->reveal ? LOGINLINT_JSON_REVEAL : 0;
    int32_t n = loginlint_json(&report, &candidates, &explanation, value.data, value.length, flags, o->language, NULL, 0);
    if (n < 0)
        return complain("the answer cannot be written (error %d)", (int)-n);
    if (!buffer_reserve(&answer, (uint32_t)n + 1))
        return complain("%s", strerror(errno));
    n = loginlint_json(&report, &candidates, &explanation, value.data, value.length, flags, o->language, answer.data,
                       answer.capacity);
    answer.data[n] = '\n';
    answer.length = (uint32_t)n + 1;
    fwrite(answer.data, 1, answer.length - 2, stdout); /* without the brace that ends the object */
    if (o->reserved && number >= 0)
        printf(",\"reserved\":%d", (int)number);
    else if (o->reserved)
        fputs(",\"reserved\":null", stdout);
    fputs("}\n", stdout);
    loginlint_wipe(answer.data, answer.length);
    return 0;
}

static void find_candidates(void) {
    memset(&candidates, 0, sizeof candidates);
    candidates.size = sizeof candidates;
    if (report.quiet || value.length > LOGINLINT_INPUT_MAX)
        return;
    (void)loginlint_candidates_find(&policy, &context, value.data, value.length, &candidates);
#ifdef LOGINLINT_WITH_ICU
    (void)loginlint_icu_candidates_filter(&policy, &context, &candidates);
#endif
}

/* Checks the value at hand and writes what came out. */
static int check_value(const struct options *o) {
    const struct look look = look_of(o);
    int32_t error = CHECK(&policy, &context, value.data, value.length, &report);
    int32_t number;
    int status;
    if (error < 0)
        return complain("the value cannot be checked (error %d)", (int)-error);
    find_candidates();
    error = loginlint_explain(&policy, &context, value.data, value.length, &report, &candidates, &explanation);
    if (error < 0)
        return complain("the value cannot be explained (error %d)", (int)-error);
    number = reserved_entry(o);
    status = o->json ? put_json(o, number) : 0;
    if (!o->json)
        show_report(&look, &report, &candidates, value.data, value.length);
    if (!o->json && number > 0)
        show_reserved(o, &look, number);
    if (!status && number)
        status = STATUS_PERSON;
    if (!status && report.verdict != LOGINLINT_VERDICT_PASS && report.verdict != LOGINLINT_VERDICT_FIXED)
        status = STATUS_PERSON;
    loginlint_wipe(&report, sizeof report);
    loginlint_wipe(&candidates, sizeof candidates);
    loginlint_wipe(&explanation, sizeof explanation);
    return status;
}

/* The argument leaves the process's command line; other users may still have seen it there. */
static int take_argument(const struct options *o) {
    size_t n = strlen(o->text);
    if (is_secret(o->field))
        fputs(o->language == LOGINLINT_LANGUAGE_JA
                  ? "loginlint: 注意: "
                    "コマンドラインに書いた値は、ほかの利用者やシェルの履歴から見えます。標準入力で渡してください。\n"
                  : "loginlint: note: a secret on the command line can be seen by other users and stays in the shell's "
                    "history; give it on standard input\n",
              stderr);
    if (n > UINT32_MAX / 32 || !buffer_reserve(&value, (uint32_t)n + 1))
        return complain("TEXT: %s", strerror(ENOMEM));
    memcpy(value.data, o->text, n);
    value.length = (uint32_t)n;
    loginlint_wipe((void *)(uintptr_t)o->text, (uint32_t)n);
    return check_value(o);
}

static int next_value(const struct options *o, int person) {
    static const char *const prompts[][2] = {{"login ID: ", "ログインID: "},
                                             {"password: ", "パスワード: "},
                                             {"card number: ", "カード番号: "},
                                             {"PIN: ", "暗証番号: "}};
    int hidden = o->field == LOGINLINT_FIELD_PASSWORD || o->field == LOGINLINT_FIELD_PIN;
    if (person)
        return ask_value(&value, prompts[o->field][o->language == LOGINLINT_LANGUAGE_JA], hidden);
    return read_value(&value, o->terminator);
}

static int take_input(const struct options *o) {
    int person = isatty(STDIN_FILENO) && o->terminator == '\n', worst = STATUS_FINE, got;
    while ((got = next_value(o, person)) > 0) {
        int status = check_value(o);
        worst = status > worst ? status : worst;
        if (worst == STATUS_ERROR || (!has_more_input() && fflush(stdout) != 0) || o->terminator == NO_TERMINATOR)
            break;
    }
    if (got < 0)
        worst = complain("cannot read standard input: %s", strerror(errno));
    if (got == 0 && person)
        fputc('\n', stderr);
    return worst;
}

static int check_values(const struct options *o) {
    int status = prepare(o);
    if (status)
        return status;
    if (is_secret(o->field))
        secrets_hold();
    return o->text ? take_argument(o) : take_input(o);
}

/* ---- lists
 * ------------------------------------------------------------------------------------------------------------------ */

static int list_codes(const struct options *o) {
    uint32_t code;
    for (code = 0; code < 256; code++) {
        const char *name = loginlint_name(LOGINLINT_LIST_CODE, code), *meaning = loginlint_describe(code, o->language);
        if (name)
            printf("%-20s  %s\n", name, meaning ? meaning : "");
    }
    return 0;
}

static int list_presets(const struct options *o) {
    const char *name;
    uint32_t i;
    for (i = 0; (name = loginlint_preset_name(i)) != NULL; i++) {
        int32_t field = loginlint_preset_field(i);
        const char *of = field < 0 ? NULL : loginlint_name(LOGINLINT_LIST_FIELD, (uint32_t)field);
        const char *about = loginlint_preset_about(i, o->language);
        printf("@%s (%s): %s\n    %s\n", name, of ? of : "?", about ? about : "", loginlint_preset_rules(i));
    }
    return 0;
}

/* ---- preflight
 * -------------------------------------------------------------------------------------------------------------- */

static int put_advice(const struct options *o, const loginlint_advice *advice) {
    const struct look look = look_of(o);
    int32_t n;
    if (!o->json) {
        show_advice(&look, advice);
        return 0;
    }
    n = loginlint_advice_json(advice, o->language, NULL, 0);
    if (n < 0 || !buffer_reserve(&answer, (uint32_t)n + 1))
        return complain("the answer cannot be written");
    n = loginlint_advice_json(advice, o->language, answer.data, answer.capacity);
    answer.data[n] = '\n';
    fwrite(answer.data, 1, (uint32_t)n + 1, stdout);
    return 0;
}

static int run_preflight(const struct options *o) {
    loginlint_service service;
    loginlint_facts facts;
    loginlint_advice advice;
    loginlint_where where;
    const char *s = o->service ? o->service : "", *f = o->facts ? o->facts : "";
    int status;
    memset(&where, 0, sizeof where);
    if (loginlint_service_parse(&service, s, (uint32_t)strlen(s), &where) < 0)
        return show_error("--service", s, (uint32_t)strlen(s), &where);
    if (loginlint_facts_parse(&facts, f, (uint32_t)strlen(f), &where) < 0)
        return show_error("--facts", f, (uint32_t)strlen(f), &where);
    if (o->now && loginlint_facts_now(&facts, o->now, (uint32_t)strlen(o->now), &where) < 0)
        return show_error("--now", o->now, (uint32_t)strlen(o->now), &where);
    if (loginlint_preflight(&service, &facts, &advice) < 0)
        return complain("the preflight cannot be made");
    status = put_advice(o, &advice);
    return status ? status : advice.verdict == LOGINLINT_PREFLIGHT_GO ? STATUS_FINE : STATUS_PERSON;
}

/* -------------------------------------------------------------------------------------------------------------------------------
 */

static int run(const struct options *o) {
    if (o->help)
        return fputs(usage, stdout) < 0 ? STATUS_ERROR : STATUS_FINE;
    if (o->version) {
        printf("loginlint %s (ABI %u, Unicode %u.%u)\n", loginlint_version(), (unsigned)loginlint_abi(),
               LOGINLINT_UNICODE >> 8, LOGINLINT_UNICODE & 0xFF);
        return STATUS_FINE;
    }
    if (o->codes)
        return list_codes(o);
    if (o->presets)
        return list_presets(o);
    return o->preflight ? run_preflight(o) : check_values(o);
}

/* Whatever was said must have arrived. */
static int finish(int status) {
    int failed = ferror(stdout) | (fflush(stdout) != 0), error = errno;
    buffer_free(&value);
    buffer_free(&answer);
    input_close();
    loginlint_wipe(output, sizeof output);
    secrets_release();
    return failed ? complain("cannot write standard output: %s", strerror(error)) : status;
}

int main(int argc, char **argv) {
    struct options o;
    int status;
    if (fcntl(STDOUT_FILENO, F_GETFD) == -1)
        return complain("standard output is closed");
    (void)signal(SIGPIPE, SIG_IGN); /* a reader that went away is an error like any other */
    setvbuf(stdout, output, _IOFBF, sizeof output);
    status = read_options(&o, argc, argv);
    if (!status)
        status = run(&o);
    return finish(status);
}
