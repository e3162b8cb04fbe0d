/* postgres.c - the library as functions of PostgreSQL; loginlint--1.0.sql declares them.
 *
 * In: text in the database's encoding.  Out: text, NULL where there is nothing to say, an error of SQL for wrong rules.  The linter of a
 * call site lives as long as the query and is wiped with it.
 */
#include "postgres.h"
#include "fmgr.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "glue.h"

PG_MODULE_MAGIC;

/* What a call site keeps: the linter and the arguments that it was made of. */
struct site {
    struct linter linter;
    struct span rules, field;
};

static void wipe_site(void *site) {
    linter_close(&((struct site *)site)->linter);
}

/* The argument in UTF-8. */
static struct span argument(FunctionCallInfo fcinfo, int i) {
    text *t = PG_GETARG_TEXT_PP(i);
    struct span span;
    char *s = VARDATA_ANY(t);
    int n = (int)VARSIZE_ANY_EXHDR(t);
    span.s = pg_server_to_any(s, n, PG_UTF8);
    span.n = span.s == s ? (uint32_t)n : (uint32_t)strlen(span.s);
    return span;
}

static text *answer_of(const char *s, uint32_t n) {
    char *here = pg_any_to_server(s, (int)n, PG_UTF8);
    return cstring_to_text_with_len(here, here == s ? (int)n : (int)strlen(here));
}

static struct span kept(FunctionCallInfo fcinfo, struct span span) {
    struct span copy;
    char *s = MemoryContextAlloc(fcinfo->flinfo->fn_mcxt, span.n + 1);
    memcpy(s, span.s, span.n);
    copy.s = s;
    copy.n = span.n;
    return copy;
}

static int same_span(struct span a, struct span b) {
    return a.n == b.n && memcmp(a.s, b.s, a.n) == 0;
}

static struct linter *linter_of(FunctionCallInfo fcinfo) {
    struct span rules = argument(fcinfo, 1), field = argument(fcinfo, 2);
    struct site *site = fcinfo->flinfo->fn_extra;
    if (site && same_span(site->rules, rules) && same_span(site->field, field))
        return &site->linter;
    if (!site) {
        MemoryContextCallback *wipe = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof *wipe);
        site = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof *site);
        wipe->func = wipe_site;
        wipe->arg = site;
        MemoryContextRegisterResetCallback(fcinfo->flinfo->fn_mcxt, wipe);
    }
    fcinfo->flinfo->fn_extra = NULL; /* until it is whole */
    if (!linter_open(&site->linter, field, rules))
        ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("%s", site->linter.error)));
    site->rules = kept(fcinfo, rules);
    site->field = kept(fcinfo, field);
    fcinfo->flinfo->fn_extra = site;
    return &site->linter;
}

static Datum name_of(FunctionCallInfo fcinfo, const char *(*ask)(struct linter *, struct span)) {
    const char *name = ask(linter_of(fcinfo), argument(fcinfo, 0));
    if (!name)
        PG_RETURN_NULL();
    PG_RETURN_TEXT_P(cstring_to_text(name));
}

static Datum text_of(FunctionCallInfo fcinfo, int (*ask)(struct linter *, struct span)) {
    struct linter *linter = linter_of(fcinfo);
    if (!ask(linter, argument(fcinfo, 0)))
        PG_RETURN_NULL();
    PG_RETURN_TEXT_P(answer_of((const char *)linter->text, linter->length));
}

PG_FUNCTION_INFO_V1(pg_loginlint_verdict);
Datum pg_loginlint_verdict(PG_FUNCTION_ARGS) {
    return name_of(fcinfo, linter_verdict);
}

PG_FUNCTION_INFO_V1(pg_loginlint_cause);
Datum pg_loginlint_cause(PG_FUNCTION_ARGS) {
    return name_of(fcinfo, linter_cause);
}

PG_FUNCTION_INFO_V1(pg_loginlint_text);
Datum pg_loginlint_text(PG_FUNCTION_ARGS) {
    return text_of(fcinfo, linter_text);
}

PG_FUNCTION_INFO_V1(pg_loginlint_check);
Datum pg_loginlint_check(PG_FUNCTION_ARGS) {
    return text_of(fcinfo, linter_json);
}

PG_FUNCTION_INFO_V1(pg_loginlint_key);
Datum pg_loginlint_key(PG_FUNCTION_ARGS) {
    uint8_t key[5 * LOGINLINT_INPUT_MAX];
    struct span value = argument(fcinfo, 0);
    int32_t same = same_of(argument(fcinfo, 1)), n;
    if (same < 0)
        ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("loginlint_key: words are width, case, separators, compatibility, look-alikes, all")));
    n = loginlint_key((uint32_t)same, (const uint8_t *)value.s, value.n, key, sizeof key);
    if (n < 0 || n > (int32_t)sizeof key)
        PG_RETURN_NULL();
    PG_RETURN_TEXT_P(answer_of((const char *)key, (uint32_t)n));
}
