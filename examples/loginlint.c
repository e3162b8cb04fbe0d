/* SPDX-License-Identifier: MIT */
/* loginlint.c - the program: says what is wrong with login IDs, passwords, card numbers and PINs.
 *
 * In: options, a field, and a value as an argument or values on standard input.  Out: a report for people or JSON on
 * standard output.  Exit status: 0 every value can be sent, 1 some value needs a person, 2 usage, rule or I/O error.
 *
 *   options   the command line
 *   values    one value checked, explained, written, counted
 *   show      how an answer is drawn
 *   lists     codes, presets, what a code means
 *   terminal  where values come from, and that none stays behind
 *   words     what the program itself says
 */
#include "loginlint.h"
#include "loginlint_lists.h"
#include "loginlint_options.h"
#include "loginlint_show.h"
#include "loginlint_tally.h"
#include "loginlint_terminal.h"
#include "loginlint_values.h"
#include "loginlint_words.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static char output[1 << 16]; /* of stdout */

/* ---- values ---- */

static int is_secret(uint32_t field) {
    return field != LOGINLINT_FIELD_LOGIN_ID;
}

/* The argument leaves the process's command line; other users may still have seen it there. */
static int take_argument(const struct options *o) {
    size_t n = strlen(o->text);
    if (is_secret(o->field))
        complain(o->language, WORD_SECRET_ARGUMENT);
    if (n > UINT32_MAX / 32 || !buffer_reserve(&value, (uint32_t)n + 1))
        return complain(o->language, WORD_TEXT_ERROR, strerror(ENOMEM));
    memcpy(value.data, o->text, n);
    value.length = (uint32_t)n;
    loginlint_wipe((void *)(uintptr_t)o->text, (uint32_t)n);
    return check_value(o, 0);
}

static int next_value(const struct options *o, int person) {
    static const enum word prompts[] = {WORD_ASK_LOGIN_ID, WORD_ASK_PASSWORD, WORD_ASK_CARD_NUMBER, WORD_ASK_PIN};
    int hidden = o->field == LOGINLINT_FIELD_PASSWORD || o->field == LOGINLINT_FIELD_PIN;
    if (person)
        return ask_value(&value, word(o->language, prompts[o->field]), hidden);
    return read_value(&value, o->terminator);
}

static int take_input(const struct options *o) {
    int person = isatty(STDIN_FILENO) && o->terminator == '\n', worst = STATUS_FINE, got;
    uint32_t line = 0;
    while ((got = next_value(o, person)) > 0) {
        int alone = person || (!line && is_last_value()), status = check_value(o, alone ? 0 : line + 1);
        line++;
        worst = status > worst ? status : worst;
        if (worst == STATUS_ERROR || (!has_more_input() && fflush(stdout) != 0) || o->terminator == NO_TERMINATOR)
            break;
    }
    if (got < 0)
        worst = complain(o->language, WORD_STDIN_ERROR, strerror(errno));
    if (got == 0 && person)
        fputc('\n', stderr);
    if (o->summary && worst != STATUS_ERROR)
        put_summary(o);
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

/* ---- preflight ---- */

static int put_advice(const struct options *o, const loginlint_advice *advice) {
    const struct look look = look_of(o);
    int32_t n;
    if (!o->json) {
        show_advice(&look, advice);
        return 0;
    }
    n = loginlint_advice_json(advice, o->language, NULL, 0);
    if (n < 0 || !buffer_reserve(&answer_text, (uint32_t)n + 1))
        return complain(o->language, WORD_NO_ANSWER, (int)-n);
    n = loginlint_advice_json(advice, o->language, answer_text.data, answer_text.capacity);
    answer_text.data[n] = '\n';
    fwrite(answer_text.data, 1, (uint32_t)n + 1, stdout);
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
        return show_error(o, "--service", s, (uint32_t)strlen(s), &where, service_names);
    if (loginlint_facts_parse(&facts, f, (uint32_t)strlen(f), &where) < 0)
        return show_error(o, "--facts", f, (uint32_t)strlen(f), &where, fact_names());
    if (o->now && loginlint_facts_now(&facts, o->now, (uint32_t)strlen(o->now), &where) < 0)
        return show_error(o, "--now", o->now, (uint32_t)strlen(o->now), &where, NULL);
    if (loginlint_preflight(&service, &facts, &advice) < 0)
        return complain(o->language, WORD_NO_PREFLIGHT);
    status = put_advice(o, &advice);
    return status ? status : advice.verdict == LOGINLINT_PREFLIGHT_GO ? STATUS_FINE : STATUS_PERSON;
}

/* ---- the whole ---- */

static int run(const struct options *o) {
    if (o->help)
        return put_help(o->language, stdout) < 0 ? STATUS_ERROR : STATUS_FINE;
    if (o->version) {
        printf("loginlint %s (ABI %u, Unicode %u.%u)\n", loginlint_version(), (unsigned)loginlint_abi(),
               LOGINLINT_UNICODE >> 8, LOGINLINT_UNICODE & 0xFF);
        return STATUS_FINE;
    }
    if (o->codes)
        return list_codes(o);
    if (o->explain)
        return explain_code(o);
    if (o->presets)
        return list_presets(o);
    return o->preflight ? run_preflight(o) : check_values(o);
}

/* Whatever was said must have arrived. */
static int finish(uint32_t language, int status) {
    int failed = ferror(stdout) | (fflush(stdout) != 0), error = errno;
    values_wipe();
    input_close();
    loginlint_wipe(output, sizeof output);
    secrets_release();
    return failed ? complain(language, WORD_STDOUT_ERROR, strerror(error)) : status;
}

int main(int argc, char **argv) {
    struct options o;
    int status;
    if (fcntl(STDOUT_FILENO, F_GETFD) == -1)
        return complain(LOGINLINT_LANGUAGE_EN, WORD_STDOUT_CLOSED);
    (void)signal(SIGPIPE, SIG_IGN); /* a reader that went away is an error like any other */
    setvbuf(stdout, output, _IOFBF, sizeof output);
    status = read_options(&o, argc, argv);
    if (!status)
        status = run(&o);
    return finish(o.language, status);
}
