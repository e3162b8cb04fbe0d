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

enum what { VERDICT, CAUSE, TEXT, JSON };

static struct span argument(sqlite3_value *value) {
    struct span span;
    span.s = (const char *)sqlite3_value_text(value);
    span.n = (uint32_t)sqlite3_value_bytes(value);
    if (!span.s)
        span.s = "";
    return span;
}

static void forget(void *linter) {
    linter_close(linter);
    sqlite3_free(linter);
}

/* The linter of this call site, kept with its last argument while that stays the same. */
static struct linter *linter_of(sqlite3_context *context, int n, sqlite3_value **values) {
    struct linter *linter = sqlite3_get_auxdata(context, n - 1);
    if (n > 1 && linter)
        return linter;
    linter = sqlite3_malloc(sizeof *linter);
    if (!linter) {
        sqlite3_result_error_nomem(context);
        return NULL;
    }
    if (!linter_open(linter, n > 2 ? argument(values[2]) : span_of("login-id"), n > 1 ? argument(values[1]) : span_of(""))) {
        sqlite3_result_error(context, linter->error, -1);
        sqlite3_free(linter);
        return NULL;
    }
    if (n > 1) { /* SQLite owns it from here on, and may drop it at once */
        sqlite3_set_auxdata(context, n - 1, linter, forget);
        linter = sqlite3_get_auxdata(context, n - 1);
        if (!linter)
            sqlite3_result_error_nomem(context);
    }
    return linter;
}

static void answer(sqlite3_context *context, struct linter *linter, struct span value) {
    const char *name = NULL;
    int found = 0;
    switch ((enum what)(intptr_t)sqlite3_user_data(context)) {
    case VERDICT:
        name = linter_verdict(linter, value);
        break;
    case CAUSE:
        name = linter_cause(linter, value);
        break;
    case TEXT:
        found = linter_text(linter, value);
        break;
    case JSON:
        found = linter_json(linter, value);
        break;
    }
    if (name)
        sqlite3_result_text(context, name, -1, SQLITE_STATIC);
    else if (found)
        sqlite3_result_text(context, (const char *)linter->text, (int)linter->length, SQLITE_TRANSIENT);
}

static void check(sqlite3_context *context, int n, sqlite3_value **values) {
    struct linter *linter;
    int i;
    for (i = 0; i < n; i++)
        if (sqlite3_value_type(values[i]) == SQLITE_NULL)
            return;
    linter = linter_of(context, n, values);
    if (!linter)
        return;
    answer(context, linter, argument(values[0]));
    if (n == 1)
        forget(linter);
}

static void key(sqlite3_context *context, int n, sqlite3_value **values) {
    uint8_t out[5 * LOGINLINT_INPUT_MAX];
    struct span value;
    int32_t same = n > 1 ? same_of(argument(values[1])) : same_of(span_of("all")), length;
    if (sqlite3_value_type(values[0]) == SQLITE_NULL)
        return;
    if (same < 0) {
        sqlite3_result_error(context, "loginlint_key: words are width, case, separators, compatibility, look-alikes, all", -1);
        return;
    }
    value = argument(values[0]);
    length = loginlint_key((uint32_t)same, (const uint8_t *)value.s, value.n, out, sizeof out);
    if (length >= 0 && length <= (int32_t)sizeof out)
        sqlite3_result_text(context, (const char *)out, length, SQLITE_TRANSIENT);
}

#ifdef _WIN32
__declspec(dllexport)
#endif
int sqlite3_loginlint_init(sqlite3 *db, char **error, const sqlite3_api_routines *api) {
    static const struct {
        const char *name;
        enum what what;
        int from, to; /* arguments */
        void (*call)(sqlite3_context *, int, sqlite3_value **);
    } functions[] = {{"loginlint_verdict", VERDICT, 1, 3, check}, {"loginlint_cause", CAUSE, 1, 3, check}, {"loginlint_text", TEXT, 1, 3, check},
                     {"loginlint_check", JSON, 1, 3, check},      {"loginlint_key", VERDICT, 1, 2, key}};
    unsigned i;
    int n, rc = SQLITE_OK;
    SQLITE_EXTENSION_INIT2(api);
    (void)error;
    for (i = 0; i < sizeof functions / sizeof functions[0] && rc == SQLITE_OK; i++)
        for (n = functions[i].from; n <= functions[i].to && rc == SQLITE_OK; n++)
            rc = sqlite3_create_function_v2(db, functions[i].name, n, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, (void *)(intptr_t)functions[i].what,
                                            functions[i].call, NULL, NULL, NULL);
    return rc;
}
