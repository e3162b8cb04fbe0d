/* SPDX-License-Identifier: MIT */
/* postgres.c - the library as functions of PostgreSQL; loginlint--1.0.sql declares them.
 *
 * In: text in the database's encoding.  Out: text, NULL where there is nothing to say, an error of SQL for wrong rules.  The linter of a
 * call site lives as long as the query and is wiped with it.
 */
#include "postgres.h"
#include "fmgr.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#if PG_VERSION_NUM >= 160000
#include "varatt.h" /* of its own since 16 */
#endif
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

static struct linter *linter_of(FunctionCallInfo fcinfo) {
    struct span rules = argument(fcinfo, 1), field = argument(fcinfo, 2);
    struct site *site = fcinfo->flinfo->fn_extra;
    if (site && span_same(site->rules, rules) && span_same(site->field, field))
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

static Datum answer(FunctionCallInfo fcinfo, enum linter_what what) {
    struct span found = linter_ask(linter_of(fcinfo), what, argument(fcinfo, 0));
    if (!found.s)
        PG_RETURN_NULL();
    PG_RETURN_TEXT_P(answer_of(found.s, found.n));
}

PG_FUNCTION_INFO_V1(pg_loginlint_verdict);
Datum pg_loginlint_verdict(PG_FUNCTION_ARGS) {
    return answer(fcinfo, LINTER_VERDICT);
}

PG_FUNCTION_INFO_V1(pg_loginlint_cause);
Datum pg_loginlint_cause(PG_FUNCTION_ARGS) {
    return answer(fcinfo, LINTER_CAUSE);
}

PG_FUNCTION_INFO_V1(pg_loginlint_text);
Datum pg_loginlint_text(PG_FUNCTION_ARGS) {
    return answer(fcinfo, LINTER_TEXT);
}

PG_FUNCTION_INFO_V1(pg_loginlint_check);
Datum pg_loginlint_check(PG_FUNCTION_ARGS) {
    return answer(fcinfo, LINTER_JSON);
}

PG_FUNCTION_INFO_V1(pg_loginlint_key);
Datum pg_loginlint_key(PG_FUNCTION_ARGS) {
    uint8_t out[KEY_MAX];
    int32_t same = same_of(argument(fcinfo, 1));
    struct span key;
    if (same < 0)
        ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg(KEY_ERROR)));
    key = key_of(same, argument(fcinfo, 0), out);
    if (!key.s)
        PG_RETURN_NULL();
    PG_RETURN_TEXT_P(answer_of(key.s, key.n));
}
