/* SPDX-License-Identifier: MIT */
/* duckdb.c - the library as functions of DuckDB: a loadable extension on its stable C API (1.2 and newer), without its C++.
 *
 *   loginlint_verdict(value [, rules [, field]])   loginlint_cause(...)   loginlint_text(...)   loginlint_check(...): JSON as VARCHAR
 *   loginlint_key(value [, same])                  same: 'width, case, separators, compatibility, look-alikes'; default all
 *
 * In: a chunk of up to 2,048 rows, on whichever thread DuckDB likes.  Out: a VARCHAR a row, NULL where an argument is NULL or there is
 * nothing to say; wrong rules, fields and words end the query with an error.  A chunk has a linter of its own, which is made anew only
 * where its rules or its field change.
 */
#define DUCKDB_EXTENSION_NAME loginlint
#define DUCKDB_EXTENSION_API_VERSION_MAJOR 1
#define DUCKDB_EXTENSION_API_VERSION_MINOR 2
#define DUCKDB_EXTENSION_API_VERSION_PATCH 0
#include <duckdb_extension.h>
#include <stdint.h>
#include <stdlib.h>
#include "glue.h"

DUCKDB_EXTENSION_EXTERN

enum { ARGUMENTS_MAX = 3 };

/* The columns of a chunk. */
struct chunk {
    idx_t rows, count;
    duckdb_string_t *column[ARGUMENTS_MAX];
    uint64_t *validity[ARGUMENTS_MAX];
};

static struct chunk chunk_of(duckdb_data_chunk input) {
    struct chunk chunk = {duckdb_data_chunk_get_size(input), duckdb_data_chunk_get_column_count(input), {NULL}, {NULL}};
    idx_t i;
    for (i = 0; i < chunk.count; i++) {
        duckdb_vector vector = duckdb_data_chunk_get_vector(input, i);
        chunk.column[i] = duckdb_vector_get_data(vector);
        chunk.validity[i] = duckdb_vector_get_validity(vector);
    }
    return chunk;
}

static int has_null(const struct chunk *chunk, idx_t row) {
    idx_t i;
    for (i = 0; i < chunk->count; i++)
        if (chunk->validity[i] && !(chunk->validity[i][row / 64] >> row % 64 & 1))
            return 1;
    return 0;
}

/* Argument i of a row; what stands in its place when it was left out. */
static struct span argument(const struct chunk *chunk, idx_t i, idx_t row, const char *otherwise) {
    struct span span;
    if (i >= chunk->count)
        return span_of(otherwise);
    span.s = duckdb_string_t_data(&chunk->column[i][row]);
    span.n = duckdb_string_t_length(chunk->column[i][row]);
    return span;
}

static void put(duckdb_vector output, idx_t row, struct span found) {
    if (found.s) {
        duckdb_vector_assign_string_element_len(output, row, found.s, found.n);
        return;
    }
    duckdb_vector_ensure_validity_writable(output);
    duckdb_validity_set_row_invalid(duckdb_vector_get_validity(output), row);
}

static const struct span nothing;

static int check_rows(const struct chunk *chunk, enum linter_what what, struct linter *linter, duckdb_vector output) {
    struct span rules = {NULL, 0}, field = {NULL, 0};
    idx_t row;
    for (row = 0; row < chunk->rows; row++) {
        struct span its_rules, its_field;
        if (has_null(chunk, row)) {
            put(output, row, nothing);
            continue;
        }
        its_rules = argument(chunk, 1, row, "");
        its_field = argument(chunk, 2, row, "login-id");
        if (!rules.s || !span_same(rules, its_rules) || !span_same(field, its_field)) {
            if (!linter_open(linter, its_field, its_rules))
                return 0;
            rules = its_rules;
            field = its_field;
        }
        put(output, row, linter_ask(linter, what, argument(chunk, 0, row, "")));
    }
    return 1;
}

static void check(duckdb_function_info info, duckdb_data_chunk input, duckdb_vector output) {
    enum linter_what what = (enum linter_what)(intptr_t)duckdb_scalar_function_get_extra_info(info);
    struct chunk chunk = chunk_of(input);
    struct linter *linter = malloc(sizeof *linter);
    if (!linter) {
        duckdb_scalar_function_set_error(info, "loginlint: no memory");
        return;
    }
    if (!check_rows(&chunk, what, linter, output))
        duckdb_scalar_function_set_error(info, linter->error);
    linter_close(linter);
    free(linter);
}

static void key(duckdb_function_info info, duckdb_data_chunk input, duckdb_vector output) {
    uint8_t out[KEY_MAX];
    struct chunk chunk = chunk_of(input);
    struct span words = {NULL, 0}, its_words;
    int32_t same = 0;
    idx_t row;
    for (row = 0; row < chunk.rows; row++) {
        if (has_null(&chunk, row)) {
            put(output, row, nothing);
            continue;
        }
        its_words = argument(&chunk, 1, row, "all");
        if (!words.s || !span_same(words, its_words))
            same = same_of(words = its_words);
        if (same < 0) {
            duckdb_scalar_function_set_error(info, KEY_ERROR);
            return;
        }
        put(output, row, key_of(same, argument(&chunk, 0, row, ""), out));
    }
}

static bool add(duckdb_connection connection, const char *name, enum linter_what what, idx_t most, duckdb_scalar_function_t call) {
    duckdb_scalar_function_set set = duckdb_create_scalar_function_set(name);
    duckdb_logical_type text = duckdb_create_logical_type(DUCKDB_TYPE_VARCHAR);
    bool good = true;
    idx_t n, i;
    for (n = 1; n <= most; n++) {
        duckdb_scalar_function function = duckdb_create_scalar_function();
        duckdb_scalar_function_set_name(function, name);
        for (i = 0; i < n; i++)
            duckdb_scalar_function_add_parameter(function, text);
        duckdb_scalar_function_set_return_type(function, text);
        duckdb_scalar_function_set_extra_info(function, (void *)(intptr_t)what, NULL);
        duckdb_scalar_function_set_function(function, call);
        good = duckdb_add_scalar_function_to_set(set, function) == DuckDBSuccess && good;
        duckdb_destroy_scalar_function(&function);
    }
    good = duckdb_register_scalar_function_set(connection, set) == DuckDBSuccess && good;
    duckdb_destroy_scalar_function_set(&set);
    duckdb_destroy_logical_type(&text);
    return good;
}

DUCKDB_EXTENSION_ENTRYPOINT(duckdb_connection connection, duckdb_extension_info info, struct duckdb_extension_access *access) {
    (void)info, (void)access;
    return add(connection, "loginlint_verdict", LINTER_VERDICT, 3, check) && add(connection, "loginlint_cause", LINTER_CAUSE, 3, check) &&
           add(connection, "loginlint_text", LINTER_TEXT, 3, check) && add(connection, "loginlint_check", LINTER_JSON, 3, check) &&
           add(connection, "loginlint_key", LINTER_VERDICT, 2, key);
}
