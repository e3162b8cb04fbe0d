/* SPDX-License-Identifier: MIT */
/* loginlint_options.c - the command line, by getopt_long, and what may have been meant by what is no option.
 *
 * In: arguments.  Out: struct options, or one error on standard error, in the language that was asked for wherever it
 * stands.
 */
#include "loginlint_options.h"
#include "loginlint_terminal.h"
#include "loginlint_words.h"
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

enum option_number {
    OPTION_RULES_FILE = 256,
    OPTION_RESERVED,
    OPTION_WHOLE,
    OPTION_REVEAL,
    OPTION_DETAILS,
    OPTION_SUMMARY,
    OPTION_CODES,
    OPTION_EXPLAIN,
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
    {"details", no_argument, NULL, OPTION_DETAILS},
    {"summary", optional_argument, NULL, OPTION_SUMMARY},
    {"quiet", no_argument, NULL, 'q'},
    {"lang", required_argument, NULL, 'l'},
    {"null", no_argument, NULL, '0'},
    {"whole", no_argument, NULL, OPTION_WHOLE},
    {"reveal", no_argument, NULL, OPTION_REVEAL},
    {"codes", no_argument, NULL, OPTION_CODES},
    {"explain", required_argument, NULL, OPTION_EXPLAIN},
    {"presets", no_argument, NULL, OPTION_PRESETS},
    {"preflight", no_argument, NULL, OPTION_PREFLIGHT},
    {"service", required_argument, NULL, OPTION_SERVICE},
    {"facts", required_argument, NULL, OPTION_FACTS},
    {"now", required_argument, NULL, OPTION_NOW},
    {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, OPTION_VERSION},
    {NULL, 0, NULL, 0},
};

enum { OPTIONS = sizeof long_options / sizeof long_options[0] };

/* The first thing that was wrong; it is said once the language is known. */
struct mistake {
    int made;
    enum word word;
    char given[256];
    char before[16], meant[64]; /* meant: empty when nothing is near */
};

static void mistake(struct mistake *m, enum word which, const char *given) {
    if (m->made)
        return;
    m->made = 1;
    m->word = which;
    snprintf(m->given, sizeof m->given, "%s", given);
    m->before[0] = m->meant[0] = '\0';
}

static void mistake_meant(struct mistake *m, const char *before, const char *name) {
    if (!name || m->meant[0])
        return;
    snprintf(m->before, sizeof m->before, "%s", before);
    snprintf(m->meant, sizeof m->meant, "%s", name);
}

static int tell(const struct mistake *m, uint32_t language) {
    char languages[64] = "";
    const char *const *names = names_of(LOGINLINT_LIST_LANGUAGE);
    if (m->word == WORD_LANGUAGES) {
        for (; *names; names++)
            snprintf(languages + strlen(languages), sizeof languages - strlen(languages), "%s%s",
                     *languages ? ", " : "", *names);
        complain(language, m->word, languages, m->given);
    } else {
        complain(language, m->word, m->given);
    }
    suggest(language, m->before, m->meant[0] ? m->meant : NULL);
    fprintf(stderr, "%s\n", word(language, WORD_TRY_HELP));
    return 2;
}

/* ---- the language ---- */

/* The language of the locale: the first of the usual variables that says anything. */
static uint32_t language_of_locale(void) {
    static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    static const struct {
        const char *locale, *name;
    } locales[] = {{"ja", "ja"}, {"ko", "ko"}, {"zh_CN", "zh-Hans"}, {"zh_SG", "zh-Hans"}, {"zh", "zh-Hans"}};
    size_t i, k;
    for (i = 0; i < sizeof variables / sizeof variables[0]; i++) {
        const char *locale = getenv(variables[i]);
        if (!locale || !*locale)
            continue;
        for (k = 0; k < sizeof locales / sizeof locales[0]; k++) {
            size_t n = strlen(locales[k].locale);
            const char *name = locales[k].name;
            int32_t language = loginlint_value(LOGINLINT_LIST_LANGUAGE, name, (uint32_t)strlen(name));
            if (language >= 0 && strncmp(locale, locales[k].locale, n) == 0 &&
                strchr(strcmp(locales[k].locale, "zh") == 0 ? ".@" : "_.@", locale[n]))
                return (uint32_t)language;
        }
        return LOGINLINT_LANGUAGE_EN;
    }
    return LOGINLINT_LANGUAGE_EN;
}

static void read_language(struct options *o, struct mistake *m, const char *name) {
    int32_t language = loginlint_value(LOGINLINT_LIST_LANGUAGE, name, (uint32_t)strlen(name));
    if (language < 0) {
        mistake(m, WORD_LANGUAGES, name);
        return;
    }
    o->language = (uint32_t)language;
}

/* ---- the field ---- */

/* What people call the fields besides: the first two are taken, the others only understood. */
static const char *const said_fields[] = {"id",          "card",     "email", "mail", "e-mail", "phone", "user",
                                          "login",       "username", "name",  "pw",   "pass",   "cc",    "number",
                                          "credit-card", "passcode", "otp",   "code", NULL};
static const char *const meant_fields[] = {"login-id",
                                           "card-number",
                                           "login-id --rules 'kind: email'",
                                           "login-id --rules 'kind: email'",
                                           "login-id --rules 'kind: email'",
                                           "login-id --rules 'kind: phone'",
                                           "login-id",
                                           "login-id",
                                           "login-id",
                                           "login-id",
                                           "password",
                                           "password",
                                           "card-number",
                                           "card-number",
                                           "card-number",
                                           "pin",
                                           "pin",
                                           "pin"};

enum { TAKEN = 2 };

static const char *field_meant(const char *said) {
    uint32_t n = (uint32_t)strlen(said), i;
    const char *near = nearest(names_of(LOGINLINT_LIST_FIELD), said, n);
    if (near)
        return near;
    near = nearest(said_fields, said, n);
    for (i = 0; near && said_fields[i]; i++)
        if (said_fields[i] == near)
            return meant_fields[i];
    return NULL;
}

/* Nothing of what stands in the place of the field is shown: it may be the value. */
static void read_field(struct options *o, struct mistake *m, const char *said) {
    const char *name = said;
    int32_t field;
    size_t i;
    for (i = 0; i < TAKEN; i++)
        if (strcmp(said, said_fields[i]) == 0)
            name = meant_fields[i];
    field = loginlint_value(LOGINLINT_LIST_FIELD, name, (uint32_t)strlen(name));
    if (field < 0) {
        mistake(m, WORD_FIELD_FIRST, "");
        mistake_meant(m, "", field_meant(said));
        return;
    }
    o->field = (uint32_t)field;
}

/* ---- options ---- */

static void read_option(struct options *o, struct mistake *m, int option, const char *argument) {
    switch (option) {
    case 'r':
        o->rules = argument;
        break;
    case OPTION_RULES_FILE:
        o->rules_file = argument;
        break;
    case 'c':
        o->context = argument;
        break;
    case OPTION_RESERVED:
        o->reserved = argument;
        break;
    case 'f':
        o->json = strcmp(argument, "json") == 0;
        if (!o->json && strcmp(argument, "text") != 0)
            mistake(m, WORD_FORMATS, argument);
        break;
    case OPTION_SUMMARY:
        o->summary = !argument                              ? SUMMARY_BEHIND
                     : strcmp(argument, "json") == 0        ? SUMMARY_JSON
                     : strcmp(argument, "openmetrics") == 0 ? SUMMARY_OPENMETRICS
                                                            : SUMMARY_NONE;
        if (!o->summary)
            mistake(m, WORD_TALLIES, argument);
        break;
    case 'l':
        read_language(o, m, argument);
        break;
    case OPTION_EXPLAIN:
        o->explain = argument;
        break;
    case OPTION_SERVICE:
        o->service = argument;
        break;
    case OPTION_FACTS:
        o->facts = argument;
        break;
    default:
        o->now = argument;
        break;
    }
}

/* Options without an argument: what they set, and to what; 0 when it has one. */
static int read_switch(struct options *o, int option) {
    struct {
        int option, *member, value;
    } switches[] = {
        {'0', &o->terminator, '\0'},
        {OPTION_WHOLE, &o->terminator, NO_TERMINATOR},
        {OPTION_REVEAL, &o->reveal, 1},
        {OPTION_DETAILS, &o->details, 1},
        {'q', &o->quiet, 1},
        {OPTION_CODES, &o->codes, 1},
        {OPTION_PRESETS, &o->presets, 1},
        {OPTION_PREFLIGHT, &o->preflight, 1},
        {'h', &o->help, 1},
        {OPTION_VERSION, &o->version, 1},
    };
    size_t i;
    for (i = 0; i < sizeof switches / sizeof switches[0]; i++)
        if (switches[i].option == option) {
            *switches[i].member = switches[i].value;
            return 1;
        }
    return 0;
}

static void read_operands(struct options *o, struct mistake *m, int argc, char **argv) {
    int count = argc - optind, mode = o->codes || o->presets || o->preflight || o->explain;
    if (mode && (o->rules || o->rules_file || o->context || o->reserved))
        mistake(m, WORD_FIELD_OPTIONS, "");
    if (mode && count) {
        mistake(m, WORD_NO_OPERANDS, "");
        if (argv[optind][0] == '@') /* --preset @pin-4 */
            mistake_meant(m, "--rules ", argv[optind]);
    }
    if (mode)
        return;
    if (o->service || o->facts || o->now)
        mistake(m, WORD_PREFLIGHT_OPTIONS, "");
    if (o->rules && o->rules_file)
        mistake(m, WORD_RULES_TWICE, "");
    if (!count)
        mistake(m, WORD_FIELD_MISSING, "");
    else
        read_field(o, m, argv[optind]);
    if (count > 2)
        mistake(m, WORD_ONE_TEXT, "");
    if (m->made)
        return;
    o->text = count == 2 ? argv[optind + 1] : NULL;
    if (o->reserved && o->field != LOGINLINT_FIELD_LOGIN_ID)
        mistake(m, WORD_RESERVED_IDS, "");
#ifndef LOGINLINT_WITH_ICU
    if (o->reserved)
        mistake(m, WORD_RESERVED_ICU, "");
#endif
}

/* What getopt did not take: a letter in optopt, else the argument that it has just passed. */
static void unknown_option(struct mistake *m, int lacks, const char *argument) {
    const char letter[] = {'-', (char)optopt, '\0'};
    int is_letter = optopt > 0 && optopt < OPTION_RULES_FILE && !(lacks && argument[1] == '-');
    const char *names[OPTIONS];
    size_t i;
    mistake(m, lacks ? WORD_LACKS_ARGUMENT : WORD_NO_SUCH_OPTION, is_letter ? letter : argument);
    if (is_letter || lacks)
        return;
    for (i = 0; i < OPTIONS; i++)
        names[i] = long_options[i].name;
    mistake_meant(m, "--", nearest(names, argument + 2, (uint32_t)strcspn(argument + 2, "=")));
    mistake_meant(m, "--rules ", nearest(rule_names, argument + 2, (uint32_t)strcspn(argument + 2, "=")));
    mistake_meant(m, "--context ", nearest(context_names, argument + 2, (uint32_t)strcspn(argument + 2, "=")));
}

int read_options(struct options *o, int argc, char **argv) {
    struct mistake m = {0, WORD_TRY_HELP, "", "", ""};
    int option;
    memset(o, 0, sizeof *o);
    o->language = language_of_locale();
    o->terminator = '\n';
    opterr = 0; /* getopt would show an argument as it is */
    while ((option = getopt_long(argc, argv, ":r:c:f:l:q0h", long_options, NULL)) != -1) {
        if (option == '?' || option == ':')
            unknown_option(&m, option == ':', argv[optind - 1]);
        else if (!read_switch(o, option))
            read_option(o, &m, option, optarg);
    }
    if (!m.made && !o->help && !o->version)
        read_operands(o, &m, argc, argv);
    return m.made ? tell(&m, o->language) : 0;
}
