/* SPDX-License-Identifier: MIT */
/* sqlite.c - the library as functions of SQLite: a loadable extension.
 *
 *     .load ./loginlint                                  -- or sqlite3_load_extension()
 *     SELECT loginlint_verdict(id), count(*) FROM users GROUP BY 1;
 *
 *   loginlint_verdict(value [, rules [, field]])   loginlint_cause(...)   loginlint_text(...)   loginlint_check(...): JSON
 *   loginlint_key(value [, same])                  same: 'width, case, separators, compatibility, look-alikes'; default all
 *
 * NULL gives NULL.  Wrong rules, fields and words are errors of SQL.  All are deterministic: an index may be made of them.
 */
#include "glue.h"
#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT1

static struct span argument(sqlite3_value *value) {
    struct span span;
    span.s = (const char *)sqlite3_value_text(value);
    span.n = (uint32_t)sqlite3_value_bytes(value);
    if (!span.s)
        span.s = "";
    return span;
}

/* What a function of a connection is registered with; `kept` is for calls without rules, which SQLite keeps nothing for. */
struct use {
    enum linter_what what;
    struct linter *kept;
};

static void forget(void *linter) {
    if (linter)
        linter_close(linter);
    sqlite3_free(linter);
}

static void end_use(void *use) {
    forget(((struct use *)use)->kept);
    sqlite3_free(use);
}

/* A linter, or NULL and the error is said. */
static struct linter *linter_new(sqlite3_context *context, struct span field, struct span rules) {
    struct linter *linter = sqlite3_malloc(sizeof *linter);
    if (!linter) {
        sqlite3_result_error_nomem(context);
        return NULL;
    }
    if (!linter_open(linter, field, rules)) {
        sqlite3_result_error(context, linter->error, -1);
        sqlite3_free(linter);
        return NULL;
    }
    return linter;
}

/* The linter of this call site, kept with its last argument while that stays the same. */
static struct linter *linter_of(sqlite3_context *context, int n, sqlite3_value **values) {
    struct use *use = sqlite3_user_data(context);
    struct linter *linter;
    if (n == 1) {
        if (!use->kept)
            use->kept = linter_new(context, span_of("login-id"), span_of(""));
        return use->kept;
    }
    linter = sqlite3_get_auxdata(context, n - 1);
    if (linter)
        return linter;
    linter = linter_new(context, n > 2 ? argument(values[2]) : span_of("login-id"), argument(values[1]));
    if (linter) { /* SQLite owns it from here on, and may drop it at once */
        sqlite3_set_auxdata(context, n - 1, linter, forget);
        linter = sqlite3_get_auxdata(context, n - 1);
        if (!linter)
            sqlite3_result_error_nomem(context);
    }
    return linter;
}

/* In SQL a NULL among the arguments gives NULL. */
static int some_null(int n, sqlite3_value **values) {
    int i;
    for (i = 0; i < n; i++)
        if (sqlite3_value_type(values[i]) == SQLITE_NULL)
            return 1;
    return 0;
}

static void answer(sqlite3_context *context, struct span found) {
    if (found.s)
        sqlite3_result_text(context, found.s, (int)found.n, SQLITE_TRANSIENT);
}

static void check(sqlite3_context *context, int n, sqlite3_value **values) {
    enum linter_what what = ((struct use *)sqlite3_user_data(context))->what;
    struct linter *linter = some_null(n, values) ? NULL : linter_of(context, n, values);
    struct span found;
    if (!linter)
        return;
    found = linter_ask(linter, what, argument(values[0]));
    if (what == LINTER_VERDICT || what == LINTER_CAUSE)
        sqlite3_result_text(context, found.s, -1, SQLITE_STATIC); /* a name that ends in 0, or NULL: no copy */
    else
        answer(context, found);
}

static void key(sqlite3_context *context, int n, sqlite3_value **values) {
    uint8_t out[KEY_MAX];
    int32_t same;
    if (some_null(n, values))
        return;
    same = same_of(n > 1 ? argument(values[1]) : span_of("all"));
    if (same < 0)
        sqlite3_result_error(context, KEY_ERROR, -1);
    else
        answer(context, key_of(same, argument(values[0]), out));
}

#ifdef _WIN32
__declspec(dllexport)
#endif
int sqlite3_loginlint_init(sqlite3 *db, char **error, const sqlite3_api_routines *api) {
    static const struct {
        const char *name;
        enum linter_what what;
        int from, to; /* arguments */
        void (*call)(sqlite3_context *, int, sqlite3_value **);
    } functions[] = {{"loginlint_verdict", LINTER_VERDICT, 1, 3, check}, {"loginlint_cause", LINTER_CAUSE, 1, 3, check}, {"loginlint_text", LINTER_TEXT, 1, 3, check},
                     {"loginlint_check", LINTER_JSON, 1, 3, check},      {"loginlint_key", LINTER_VERDICT, 1, 2, key}};
    unsigned i;
    int n, rc = SQLITE_OK;
    SQLITE_EXTENSION_INIT2(api);
    (void)error;
    for (i = 0; i < sizeof functions / sizeof functions[0] && rc == SQLITE_OK; i++)
        for (n = functions[i].from; n <= functions[i].to && rc == SQLITE_OK; n++) {
            struct use *use = sqlite3_malloc(sizeof *use);
            if (!use)
                return SQLITE_NOMEM;
            use->what = functions[i].what;
            use->kept = NULL;
            rc = sqlite3_create_function_v2(db, functions[i].name, n, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, use, functions[i].call, NULL, NULL, end_use);
        }
    return rc;
}
