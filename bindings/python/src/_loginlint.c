/* SPDX-License-Identifier: MIT */
/* _loginlint.c - the C library for CPython by the limited API (abi3, 3.11 and later): str or bytes in, plain tuples out.
 *
 * In: a policy record, a context string, the value: bytes where they lie, a str character for character, because Python's
 * encoders leave their copies in the heap.  Out: what the record holds.  Copies lie on the heap for the length of a call and are
 * wiped before they are freed, records before they are used again; two calls never have the same.
 */
#define PY_SSIZE_T_CLEAN
#include "loginlint.h"
#include <Python.h>
#include <stddef.h>
#include <string.h>

static PyObject *syntax_error(const loginlint_where *w) {
    return Py_BuildValue("(IIII)", (unsigned)w->offset, (unsigned)w->length, (unsigned)w->found, (unsigned)w->expected);
}

static PyObject *misuse(int32_t status) {
    PyErr_Format(PyExc_ValueError, "loginlint: %s", loginlint_name(LOGINLINT_LIST_ERROR, (uint32_t)-status));
    return NULL;
}

static void *fresh(size_t n) {
    void *p = PyMem_Malloc(n);
    if (p)
        memset(p, 0, n);
    else
        PyErr_NoMemory();
    return p;
}

static void discard(void *p, size_t n) {
    if (p)
        loginlint_wipe(p, (uint32_t)n);
    PyMem_Free(p);
}

/* Records for the next call: to fill them with zeros costs more than the check.  Taken and put back under the interpreter's lock,
 * of which abi3 has one; wiped, of a report and of candidates all but `work`, which the library itself leaves zero. */
static void *spare_report, *spare_candidates;
enum { REPORT_WRITTEN = offsetof(loginlint_report, work), CANDIDATES_WRITTEN = offsetof(loginlint_candidates, work) };

static void *take(void **spare, size_t n) {
    void *record = *spare;
    *spare = NULL;
    return record ? record : fresh(n);
}

static void put_back(void **spare, void *record, size_t written) {
    if (*spare || !record) {
        discard(record, written);
        return;
    }
    loginlint_wipe(record, (uint32_t)written);
    *spare = record;
}

/* Lengths are 32 bits; every text that is longer gets the answer of this one. */
static uint32_t length(Py_ssize_t n) {
    return n > 0x7FFFFFFF ? 0x7FFFFFFFu : (uint32_t)n;
}

/* ---- values ---- */

struct value {
    const void *at;
    uint32_t n;   /* units of UTF-16, or bytes */
    int wide;     /* UTF-16, where a surrogate can be alone */
    uint8_t *own; /* the copy of a str, NULL for bytes */
    size_t size;
};

static PyObject *wrong_type(const char *what, PyObject *given) {
    PyObject *name = PyObject_GetAttrString((PyObject *)Py_TYPE(given), "__name__");
    if (name)
        PyErr_Format(PyExc_TypeError, "%s must be str or bytes, not %U", what, name);
    Py_XDECREF(name);
    return NULL;
}

/* Code points beyond LOGINLINT_INPUT_MAX are not copied: what is there already is too large. */
static int copy_utf16(PyObject *given, struct value *v) {
    Py_ssize_t count = PyUnicode_GetLength(given), i;
    uint16_t *to;
    if (count > (Py_ssize_t)LOGINLINT_INPUT_MAX + 1)
        count = (Py_ssize_t)LOGINLINT_INPUT_MAX + 1;
    v->size = 4 * (size_t)count + 1;
    v->own = fresh(v->size);
    if (!v->own)
        return 0;
    to = (uint16_t *)(void *)v->own;
    for (i = 0; i < count; i++) {
        Py_UCS4 cp = PyUnicode_ReadChar(given, i);
        if (cp > 0xFFFF) {
            to[v->n++] = (uint16_t)(0xD7C0 + (cp >> 10));
            cp = 0xDC00 | (cp & 0x3FF);
        }
        to[v->n++] = (uint16_t)cp;
    }
    v->at = to;
    return 1;
}

/* A surrogate as if it were a character: what a tag is made of need not be UTF-8. */
static uint32_t put_utf8(Py_UCS4 cp, uint8_t *to) {
    static const uint8_t first[] = {0, 0, 0xC0, 0xE0, 0xF0};
    uint32_t n = cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4, i;
    for (i = n; i-- > 1; cp >>= 6)
        to[i] = (uint8_t)(0x80 | (cp & 0x3F));
    to[0] = (uint8_t)(first[n == 1 ? 0 : n] | cp);
    return n;
}

static int copy_utf8(PyObject *given, struct value *v) {
    Py_ssize_t count = PyUnicode_GetLength(given), i;
    if (count > 0x1FFFFFFF)
        count = 0x1FFFFFFF;
    v->size = 4 * (size_t)count + 1;
    v->own = fresh(v->size);
    if (!v->own)
        return 0;
    for (i = 0; i < count; i++)
        v->n += put_utf8(PyUnicode_ReadChar(given, i), v->own + v->n);
    v->at = v->own;
    return 1;
}

/* 1, or 0 with an exception; `what` is the argument's name. */
static int value_of(PyObject *given, const char *what, int wide, struct value *v) {
    memset(v, 0, sizeof *v);
    v->wide = wide && PyUnicode_Check(given);
    if (PyUnicode_Check(given))
        return wide ? copy_utf16(given, v) : copy_utf8(given, v);
    if (PyBytes_Check(given)) {
        v->at = PyBytes_AsString(given);
        v->n = length(PyBytes_Size(given));
    } else if (PyByteArray_Check(given)) {
        v->at = PyByteArray_AsString(given);
        v->n = length(PyByteArray_Size(given));
    } else {
        wrong_type(what, given);
    }
    return v->at != NULL;
}

static void forget(struct value *v) {
    if (v->own)
        discard(v->own, v->size);
}

/* ---- policies ---- */

/* policy(field, rules, lenient) -> record as bytes, or the tuple of an error */
static PyObject *py_policy(PyObject *self, PyObject *args) {
    unsigned field;
    const char *rules;
    Py_ssize_t n;
    int lenient;
    int32_t status;
    loginlint_policy policy;
    loginlint_where where;
    (void)self;
    if (!PyArg_ParseTuple(args, "Is#p", &field, &rules, &n, &lenient))
        return NULL;
    status = loginlint_policy_init(&policy, field);
    if (!status)
        status = lenient ? loginlint_policy_parse_lenient(&policy, rules, length(n))
                         : loginlint_policy_parse(&policy, rules, length(n), &where);
    if (status == -(int32_t)LOGINLINT_ERROR_SYNTAX)
        return syntax_error(&where);
    return status ? misuse(status) : PyBytes_FromStringAndSize((const char *)&policy, sizeof policy);
}

/* policy_print(record) -> str */
static PyObject *py_policy_print(PyObject *self, PyObject *args) {
    const char *record;
    Py_ssize_t n;
    char out[4096];
    int32_t n_out;
    (void)self;
    if (!PyArg_ParseTuple(args, "y#", &record, &n) || n != (Py_ssize_t)sizeof(loginlint_policy))
        return PyErr_Occurred() ? NULL : misuse(-(int32_t)LOGINLINT_ERROR_RECORD_SIZE);
    n_out = loginlint_policy_print((const loginlint_policy *)(const void *)record, out, sizeof out);
    return n_out < 0 ? misuse(n_out) : PyUnicode_FromStringAndSize(out, n_out < (int32_t)sizeof out ? n_out : (int32_t)sizeof out);
}

/* ---- answers ---- */

static PyObject *text(const uint8_t *s, uint32_t n) {
    return PyUnicode_DecodeUTF8((const char *)s, (Py_ssize_t)n, "replace");
}

static PyObject *diagnostic(const loginlint_report *r, const loginlint_diagnostic *d) {
    int fix = d->level != LOGINLINT_LEVEL_NONE && r->field != LOGINLINT_FIELD_PASSWORD;
    PyObject *replacement = fix ? text(r->pool + d->fix_at, d->fix_length) : Py_NewRef(Py_None);
    return Py_BuildValue("(IIIIII(II)(II)(II)N)", (unsigned)d->code, (unsigned)d->severity, (unsigned)d->confidence, (unsigned)d->level,
                         (unsigned)d->operation, (unsigned)d->position, (unsigned)d->character[0], (unsigned)d->character[1],
                         (unsigned)d->byte[0], (unsigned)d->byte[1], (unsigned)d->utf16[0], (unsigned)d->utf16[1], replacement);
}

/* A tuple of `count` items, each made by its number. */
#define LIST_OF(list, count, make)                                                                                     \
    do {                                                                                                               \
        uint32_t i_;                                                                                                   \
        list = PyTuple_New((Py_ssize_t)(count));                                                                       \
        for (i_ = 0; list && i_ < (count); i_++) {                                                                     \
            PyObject *one_ = make(i_);                                                                                 \
            if (!one_ || PyTuple_SetItem(list, (Py_ssize_t)i_, one_) != 0) {                                           \
                Py_DecRef(list);                                                                                       \
                list = NULL;                                                                                           \
            }                                                                                                          \
        }                                                                                                              \
    } while (0)

static PyObject *diagnostic_list(const loginlint_report *r) {
    PyObject *list;
#define ONE(i) diagnostic(r, &r->diagnostics[i])
    LIST_OF(list, r->count, ONE);
#undef ONE
    return list;
}

static PyObject *candidate(const loginlint_candidate *c) {
    return Py_BuildValue("(NIIIII)", text(c->text, c->length), (unsigned)c->basis, (unsigned)c->bases, (unsigned)c->confidence,
                         (unsigned)c->unique, (unsigned)c->case_lost);
}

static PyObject *candidate_list(const loginlint_candidates *c) {
    PyObject *list;
#define ONE(i) candidate(&c->candidate[i])
    LIST_OF(list, c->count, ONE);
#undef ONE
    return list;
}

/* ---- what sentences are made of ----
 * A report is kept up to its last diagnostic, with its pool unless it is secret: then no character of the value is in it.  An
 * explanation is kept whole; it never has one.
 */
enum { DIAGNOSTICS_AT = offsetof(loginlint_report, diagnostics) };

static PyObject *kept_report(const loginlint_report *r) {
    uint32_t n = DIAGNOSTICS_AT + r->count * (uint32_t)sizeof(loginlint_diagnostic), pool = 0, i;
    PyObject *kept;
    if (!r->count)
        return Py_NewRef(Py_None);
    for (i = 0; i < r->count && !r->secret; i++)
        if (r->diagnostics[i].fix_at + r->diagnostics[i].fix_length > pool)
            pool = r->diagnostics[i].fix_at + r->diagnostics[i].fix_length;
    kept = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)(n + pool));
    if (kept) {
        memcpy(PyBytes_AsString(kept), r, n);
        memcpy(PyBytes_AsString(kept) + n, r->pool, pool);
    }
    return kept;
}

/* The report that was kept, without what no sentence reads; NULL with an exception if it is none. */
static loginlint_report *report_of(const char *kept, Py_ssize_t n) {
    loginlint_report head, *r;
    size_t written;
    if (n < (Py_ssize_t)DIAGNOSTICS_AT)
        return misuse(-(int32_t)LOGINLINT_ERROR_RECORD_SIZE), NULL;
    memcpy(&head, kept, DIAGNOSTICS_AT);
    written = DIAGNOSTICS_AT + (size_t)head.count * sizeof(loginlint_diagnostic);
    if (head.count > LOGINLINT_DIAGNOSTICS_MAX || (size_t)n < written || (size_t)n - written > LOGINLINT_POOL_MAX)
        return misuse(-(int32_t)LOGINLINT_ERROR_RECORD_SIZE), NULL;
    r = take(&spare_report, sizeof *r);
    if (r) {
        memcpy(r, kept, written);
        memcpy(r->pool, kept + written, (size_t)n - written);
    }
    return r;
}

static PyObject *sentence(int32_t n, const uint8_t *out) {
    return n < 0 ? misuse(n) : text(out, n < (int32_t)LOGINLINT_SENTENCE_MAX ? (uint32_t)n : LOGINLINT_SENTENCE_MAX);
}

/* message(kept, i, language) -> str */
static PyObject *py_message(PyObject *self, PyObject *args) {
    const char *kept;
    Py_ssize_t n;
    unsigned i, language;
    uint8_t out[LOGINLINT_SENTENCE_MAX];
    loginlint_report *r;
    PyObject *said;
    (void)self;
    if (!PyArg_ParseTuple(args, "y#II", &kept, &n, &i, &language))
        return NULL;
    r = report_of(kept, n);
    if (!r)
        return NULL;
    said = sentence(loginlint_message(r, i, language, out, sizeof out), out);
    put_back(&spare_report, r, REPORT_WRITTEN);
    return said;
}

static int explanation_of(const char *kept, Py_ssize_t n, loginlint_explanation *e) {
    if (n != (Py_ssize_t)sizeof *e)
        return misuse(-(int32_t)LOGINLINT_ERROR_RECORD_SIZE), 0;
    memcpy(e, kept, sizeof *e);
    if (e->count > LOGINLINT_CAUSES_MAX)
        return misuse(-(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE), 0;
    return 1;
}

static PyObject *said_of(PyObject *args, int32_t (*say)(const loginlint_explanation *, uint32_t, uint32_t, uint8_t *, uint32_t)) {
    const char *kept;
    Py_ssize_t n;
    unsigned i, language;
    uint8_t out[LOGINLINT_SENTENCE_MAX];
    loginlint_explanation e;
    if (!PyArg_ParseTuple(args, "y#II", &kept, &n, &i, &language) || !explanation_of(kept, n, &e))
        return NULL;
    return sentence(say(&e, i, language, out, sizeof out), out);
}

/* cause_message(explanation, i, language) -> str */
static PyObject *py_cause_message(PyObject *self, PyObject *args) {
    (void)self;
    return said_of(args, loginlint_cause_message);
}

static PyObject *py_cause_next(PyObject *self, PyObject *args) {
    (void)self;
    return said_of(args, loginlint_cause_next);
}

static PyObject *number_or_none(uint32_t number) {
    return number == LOGINLINT_NOTHING ? Py_NewRef(Py_None) : PyLong_FromUnsignedLong(number);
}

static PyObject *number_list(const uint32_t bits[2]) {
    uint32_t numbers[LOGINLINT_DIAGNOSTICS_MAX], count = 0, i;
    PyObject *list;
    for (i = 0; i < LOGINLINT_DIAGNOSTICS_MAX; i++)
        if (bits[i / 32] >> i % 32 & 1)
            numbers[count++] = i;
#define ONE(k) PyLong_FromUnsignedLong(numbers[k])
    LIST_OF(list, count, ONE);
#undef ONE
    return list;
}

static PyObject *cause(const loginlint_cause *c) {
    return Py_BuildValue("(IIIINNN(II)(II)(II)NI)", (unsigned)c->code, (unsigned)c->remedy, (unsigned)c->confidence, (unsigned)c->severity,
                         number_or_none(c->candidate), number_or_none(c->basis), number_or_none(c->place), (unsigned)c->character[0],
                         (unsigned)c->character[1], (unsigned)c->byte[0], (unsigned)c->byte[1], (unsigned)c->utf16[0],
                         (unsigned)c->utf16[1], number_list(c->diagnostics), (unsigned)c->secret);
}

/* causes(explanation) -> (left, rows) */
static PyObject *py_causes(PyObject *self, PyObject *args) {
    const char *kept;
    Py_ssize_t n;
    loginlint_explanation e;
    PyObject *list;
    (void)self;
    if (!PyArg_ParseTuple(args, "y#", &kept, &n) || !explanation_of(kept, n, &e))
        return NULL;
#define ONE(i) cause(&e.cause[i])
    LIST_OF(list, e.count, ONE);
#undef ONE
    return Py_BuildValue("(IN)", (unsigned)e.left, list);
}

/* ---- calls ---- */

struct call {
    const loginlint_policy *policy;
    loginlint_context context;
    struct value value;
    int others;   /* candidates are asked for */
    int released; /* the value cannot change while the interpreter runs */
    loginlint_report *report;
    loginlint_candidates *candidates;
    loginlint_explanation explanation;
};

/* Reads a policy and a context; 1, or 0 with *result set (an error tuple, or NULL and an exception). */
static int known(struct call *c, const char *record, Py_ssize_t record_length, const char *context, Py_ssize_t context_length, PyObject **result) {
    loginlint_where where;
    int32_t status;
    *result = NULL;
    c->report = NULL;
    c->candidates = NULL;
    if (record_length != (Py_ssize_t)sizeof(loginlint_policy))
        return misuse(-(int32_t)LOGINLINT_ERROR_RECORD_SIZE), 0;
    c->policy = (const loginlint_policy *)(const void *)record;
    status = loginlint_context_parse(&c->context, context, length(context_length), &where);
    if (status == -(int32_t)LOGINLINT_ERROR_SYNTAX)
        *result = syntax_error(&where);
    else if (status)
        misuse(status);
    return status == 0;
}

/* The arguments that check and candidates share. */
static int arguments(PyObject *args, struct call *c, PyObject **result) {
    const char *record, *context;
    Py_ssize_t record_length, context_length;
    PyObject *value;
    *result = NULL;
    c->others = 1;
    if (!PyArg_ParseTuple(args, "y#s#O|p", &record, &record_length, &context, &context_length, &value, &c->others) ||
        !known(c, record, record_length, context, context_length, result))
        return 0;
    c->released = !PyByteArray_Check(value);
    return value_of(value, "value", 1, &c->value);
}

static int batch_arguments(PyObject *args, struct call *c, PyObject **data, PyObject **offsets, int *causes, PyObject **result) {
    const char *record, *context;
    Py_ssize_t record_length, context_length;
    *result = NULL;
    return PyArg_ParseTuple(args, "y#s#OOpp", &record, &record_length, &context, &context_length, data, offsets, causes, &c->others) &&
           known(c, record, record_length, context, context_length, result);
}

static int32_t run_check(struct call *c) {
    return c->value.wide ? loginlint_check_utf16(c->policy, &c->context, c->value.at, c->value.n, c->report)
                         : loginlint_check(c->policy, &c->context, c->value.at, c->value.n, c->report);
}

static int32_t run_candidates(struct call *c) {
    return c->value.wide ? loginlint_candidates_find_utf16(c->policy, &c->context, c->value.at, c->value.n, c->candidates)
                         : loginlint_candidates_find(c->policy, &c->context, c->value.at, c->value.n, c->candidates);
}

/* What passes, is incomplete or has no finding has no cause. */
static int32_t run_explain(struct call *c) {
    c->explanation.count = 0;
    if (!c->report->count || c->report->verdict == LOGINLINT_VERDICT_PASS || c->report->verdict == LOGINLINT_VERDICT_INCOMPLETE)
        return 0;
    return c->value.wide ? loginlint_explain_utf16(c->policy, &c->context, c->value.at, c->value.n, c->report, c->candidates, &c->explanation)
                         : loginlint_explain(c->policy, &c->context, c->value.at, c->value.n, c->report, c->candidates, &c->explanation);
}

static int32_t run_all(struct call *c) {
    int32_t status = run_check(c);
    if (!status && c->candidates)
        status = run_candidates(c);
    return status ? status : run_explain(c);
}

/* Without the interpreter's lock where that pays: the search is as long as many calls, a check of a usual value as one of its locks. */
static int32_t run(struct call *c, int32_t (*calls)(struct call *)) {
    int32_t status;
    if (c->released && (c->candidates || c->value.n > 256)) {
        Py_BEGIN_ALLOW_THREADS
        status = calls(c);
        Py_END_ALLOW_THREADS
    } else {
        status = calls(c);
    }
    return status;
}

static PyObject *answer(const struct call *c) {
    const loginlint_report *r = c->report;
    PyObject *corrected = r->changed ? text(r->text, r->text_length) : Py_NewRef(Py_None);
    PyObject *why = c->explanation.count ? PyBytes_FromStringAndSize((const char *)&c->explanation, sizeof c->explanation) : Py_NewRef(Py_None);
    PyObject *others = c->candidates ? candidate_list(c->candidates) : Py_NewRef(Py_None);
    return Py_BuildValue("(IIIIINNiIINNNN)", (unsigned)r->verdict, (unsigned)r->valid, (unsigned)r->secret, (unsigned)r->wellformed,
                         (unsigned)r->brand, corrected, text(r->display, r->display_length), (int)r->caps_evidence,
                         (unsigned)r->skipped, (unsigned)r->total, diagnostic_list(r), kept_report(r), why, others);
}

/* check(policy, context, value, candidates) -> tuple, or the tuple of an error in the context */
static PyObject *py_check(PyObject *self, PyObject *args) {
    struct call c;
    PyObject *result;
    int32_t status;
    (void)self;
    if (!arguments(args, &c, &result))
        return result;
    c.report = take(&spare_report, sizeof *c.report);
    c.candidates = c.others && c.report ? take(&spare_candidates, sizeof *c.candidates) : NULL;
    if (c.report && (c.candidates || !c.others)) {
        status = run(&c, run_all);
        result = status ? misuse(status) : answer(&c);
    }
    put_back(&spare_candidates, c.candidates, CANDIDATES_WRITTEN);
    put_back(&spare_report, c.report, REPORT_WRITTEN);
    forget(&c.value);
    return result;
}

/* candidates(policy, context, value) -> (secret, rows), or the tuple of an error in the context */
static PyObject *py_candidates(PyObject *self, PyObject *args) {
    struct call c;
    PyObject *result;
    int32_t status;
    (void)self;
    if (!arguments(args, &c, &result))
        return result;
    c.candidates = take(&spare_candidates, sizeof *c.candidates);
    if (c.candidates) {
        status = run(&c, run_candidates);
        result = status ? misuse(status) : Py_BuildValue("(IN)", (unsigned)c.candidates->secret, candidate_list(c.candidates));
    }
    put_back(&spare_candidates, c.candidates, CANDIDATES_WRITTEN);
    forget(&c.value);
    return result;
}

/* preflight(service, facts, now, language) -> JSON, or the tuple of an error with the number of the string in front */
static PyObject *py_preflight(PyObject *self, PyObject *args) {
    const char *strings[3];
    Py_ssize_t n[3];
    unsigned language;
    loginlint_service service;
    loginlint_facts facts;
    loginlint_advice advice;
    loginlint_where w;
    int32_t status, n_out;
    uint8_t out[16384];
    int which = 0;
    (void)self;
    if (!PyArg_ParseTuple(args, "s#s#s#I", &strings[0], &n[0], &strings[1], &n[1], &strings[2], &n[2], &language))
        return NULL;
    status = loginlint_service_parse(&service, strings[0], length(n[0]), &w);
    if (!status && ++which)
        status = loginlint_facts_parse(&facts, strings[1], length(n[1]), &w);
    if (!status && n[2] && ++which)
        status = loginlint_facts_now(&facts, strings[2], length(n[2]), &w);
    if (status == -(int32_t)LOGINLINT_ERROR_SYNTAX)
        return Py_BuildValue("(iIIII)", which, (unsigned)w.offset, (unsigned)w.length, (unsigned)w.found, (unsigned)w.expected);
    if (!status)
        status = loginlint_preflight(&service, &facts, &advice);
    if (status)
        return misuse(status);
    n_out = loginlint_advice_json(&advice, language, out, sizeof out);
    return n_out < 0 ? misuse(n_out) : text(out, (uint32_t)(n_out < (int32_t)sizeof out ? n_out : (int32_t)sizeof out));
}

/* ---- keys and batches ---- */

/* key(value, same) -> str */
static PyObject *py_key(PyObject *self, PyObject *args) {
    PyObject *given, *result = NULL;
    unsigned same;
    struct value v;
    uint8_t room[512], *out = room;
    int32_t n, size = sizeof room;
    (void)self;
    if (!PyArg_ParseTuple(args, "OI", &given, &same) || !value_of(given, "value", 1, &v))
        return NULL;
    for (;;) {
        n = v.wide ? loginlint_key_utf16(same, v.at, v.n, out, (uint32_t)size) : loginlint_key(same, v.at, v.n, out, (uint32_t)size);
        if (n <= size)
            break;
        size = n;
        out = fresh((size_t)size);
        if (!out)
            break;
    }
    if (out)
        result = n < 0 ? misuse(n) : text(out, (uint32_t)n);
    loginlint_wipe(room, sizeof room);
    if (out != room)
        discard(out, (size_t)size);
    forget(&v);
    return result;
}

/* Values one behind the other.  Nobody may change them while other threads run, so what is not read-only is copied. */
struct batch {
    Py_buffer data, offsets;
    uint8_t *copy; /* of the data */
    uint32_t *at;  /* of the offsets */
    uint32_t count, end; /* values; where the last one ends */
};

static void release(struct batch *b) {
    discard(b->copy, b->end);
    PyMem_Free(b->at);
    if (b->data.obj)
        PyBuffer_Release(&b->data);
    if (b->offsets.obj)
        PyBuffer_Release(&b->offsets);
}

/* 1, or 0 with an exception. */
static int batch_of(PyObject *data, PyObject *offsets, struct batch *b) {
    memset(b, 0, sizeof *b);
    if (PyObject_GetBuffer(data, &b->data, PyBUF_SIMPLE) != 0 || PyObject_GetBuffer(offsets, &b->offsets, PyBUF_ND | PyBUF_FORMAT) != 0)
        return 0;
    if (b->offsets.itemsize != 4 || b->offsets.ndim != 1 || !strpbrk(b->offsets.format, "iIlL") || strpbrk(b->offsets.format, ">!"))
        return PyErr_SetString(PyExc_TypeError, "offsets must be a buffer of integers of 32 bits"), 0;
    if (b->offsets.len < 4 || b->offsets.len / 4 - 1 > 0x7FFFFFFF)
        return PyErr_SetString(PyExc_ValueError, "offsets are one more than values"), 0;
    b->count = (uint32_t)(b->offsets.len / 4 - 1);
    b->at = PyMem_Malloc((size_t)b->offsets.len);
    if (!b->at)
        return PyErr_NoMemory(), 0;
    memcpy(b->at, b->offsets.buf, (size_t)b->offsets.len);
    if (b->at[b->count] > (size_t)b->data.len)
        return PyErr_SetString(PyExc_ValueError, "offsets reach beyond the data"), 0;
    if (b->data.readonly)
        return 1;
    b->copy = PyMem_Malloc((size_t)b->at[b->count] + 1);
    if (!b->copy)
        return PyErr_NoMemory(), 0;
    b->end = b->at[b->count];
    memcpy(b->copy, b->data.buf, b->end);
    return 1;
}

/* Verdicts and causes go into new bytes, which nobody else has yet. */
static PyObject *run_batch(struct call *c, const struct batch *b, int causes) {
    PyObject *verdicts = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)b->count), *first = causes ? PyBytes_FromStringAndSize(NULL, (Py_ssize_t)b->count) : Py_NewRef(Py_None);
    int32_t status = 0;
    if (verdicts && first) {
        const uint8_t *bytes = b->copy ? b->copy : b->data.buf;
        uint8_t *to = (uint8_t *)PyBytes_AsString(verdicts), *why = causes ? (uint8_t *)PyBytes_AsString(first) : NULL;
        Py_BEGIN_ALLOW_THREADS
        status = loginlint_check_batch(c->policy, &c->context, bytes, b->at, b->count, to, why, c->report, c->candidates, &c->explanation);
        Py_END_ALLOW_THREADS
        if (!status)
            return Py_BuildValue("(NN)", verdicts, first);
    }
    Py_XDECREF(verdicts);
    Py_XDECREF(first);
    if (status == -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE)
        return PyErr_SetString(PyExc_ValueError, "offsets must not decrease"), NULL;
    return status ? misuse(status) : NULL;
}

/* check_batch(policy, context, data, offsets, causes, candidates) -> (verdicts, causes), or the tuple of an error in the context */
static PyObject *py_check_batch(PyObject *self, PyObject *args) {
    struct call c;
    struct batch b;
    PyObject *offsets, *data, *result = NULL;
    int causes;
    (void)self;
    if (!batch_arguments(args, &c, &data, &offsets, &causes, &result))
        return result;
    if (batch_of(data, offsets, &b)) {
        c.report = take(&spare_report, sizeof *c.report);
        c.candidates = causes && c.others ? take(&spare_candidates, sizeof *c.candidates) : NULL;
        if (c.report && (c.candidates || !causes || !c.others))
            result = run_batch(&c, &b, causes);
        put_back(&spare_candidates, c.candidates, CANDIDATES_WRITTEN);
        put_back(&spare_report, c.report, REPORT_WRITTEN);
    }
    release(&b);
    return result;
}

static PyObject *py_tag(PyObject *self, PyObject *args) {
    const char *key;
    Py_ssize_t k;
    PyObject *id, *secret, *result = NULL;
    struct value a, b;
    uint8_t out[16];
    int32_t status;
    (void)self;
    if (!PyArg_ParseTuple(args, "y#OO", &key, &k, &id, &secret))
        return NULL;
    if (k != 16)
        return PyErr_SetString(PyExc_ValueError, "the key has 16 bytes"), NULL;
    if (!value_of(id, "login_id", 0, &a))
        return NULL;
    if (value_of(secret, "secret", 0, &b)) {
        status = loginlint_tag((const uint8_t *)key, a.at, a.n, b.at, b.n, out);
        result = status ? misuse(status) : PyBytes_FromStringAndSize((const char *)out, 16);
        forget(&b);
    }
    forget(&a);
    return result;
}

static PyObject *py_tag_compare(PyObject *self, PyObject *args) {
    const char *a, *b;
    Py_ssize_t n, m;
    (void)self;
    if (!PyArg_ParseTuple(args, "y#y#", &a, &n, &b, &m))
        return NULL;
    if (n != 16 || m != 16)
        return PyErr_SetString(PyExc_ValueError, "a tag has 16 bytes"), NULL;
    return PyLong_FromLong(loginlint_tag_compare((const uint8_t *)a, (const uint8_t *)b));
}

static PyObject *py_preset(PyObject *self, PyObject *args) {
    unsigned i, language;
    const char *name;
    (void)self;
    if (!PyArg_ParseTuple(args, "II", &i, &language))
        return NULL;
    name = loginlint_preset_name(i);
    if (!name)
        return Py_NewRef(Py_None);
    return Py_BuildValue("(ssis)", name, loginlint_preset_rules(i), (int)loginlint_preset_field(i), loginlint_preset_about(i, language));
}

/* describe(LOGINLINT_LIST_*, number, language) -> str or None */
static PyObject *py_describe(PyObject *self, PyObject *args) {
    unsigned list, number, language;
    (void)self;
    if (!PyArg_ParseTuple(args, "III", &list, &number, &language))
        return NULL;
    return Py_BuildValue("z", loginlint_describe(list, number, language));
}

static PyMethodDef methods[] = {
    {"policy", py_policy, METH_VARARGS, NULL},
    {"policy_print", py_policy_print, METH_VARARGS, NULL},
    {"check", py_check, METH_VARARGS, NULL},
    {"candidates", py_candidates, METH_VARARGS, NULL},
    {"message", py_message, METH_VARARGS, NULL},
    {"causes", py_causes, METH_VARARGS, NULL},
    {"cause_message", py_cause_message, METH_VARARGS, NULL},
    {"cause_next", py_cause_next, METH_VARARGS, NULL},
    {"preflight", py_preflight, METH_VARARGS, NULL},
    {"key", py_key, METH_VARARGS, NULL},
    {"check_batch", py_check_batch, METH_VARARGS, NULL},
    {"tag", py_tag, METH_VARARGS, NULL},
    {"tag_compare", py_tag_compare, METH_VARARGS, NULL},
    {"preset", py_preset, METH_VARARGS, NULL},
    {"describe", py_describe, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_loginlint", NULL, 0, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__loginlint(void) {
    static const struct {
        const char *name;
        uint32_t record;
    } sizes[] = {{"REPORT_SIZE", LOGINLINT_RECORD_REPORT},
                 {"POLICY_SIZE", LOGINLINT_RECORD_POLICY},
                 {"EXPLANATION_SIZE", LOGINLINT_RECORD_EXPLANATION},
                 {"CANDIDATES_SIZE", LOGINLINT_RECORD_CANDIDATES}};
    PyObject *m = PyModule_Create(&module);
    size_t i;
    int bad = !m || PyModule_AddIntConstant(m, "ABI", (long)loginlint_abi()) != 0 ||
              PyModule_AddStringConstant(m, "VERSION", loginlint_version()) != 0;
    for (i = 0; i < sizeof sizes / sizeof sizes[0] && !bad; i++)
        bad = PyModule_AddIntConstant(m, sizes[i].name, (long)loginlint_sizeof(sizes[i].record)) != 0;
    if (bad)
        Py_XDECREF(m);
    return bad ? NULL : m;
}
