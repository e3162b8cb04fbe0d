/* _loginlint.c - the C library for CPython by the limited API (abi3, 3.10 and later): str or bytes in, plain tuples out.
 *
 * In: a policy record, a context string, the value: bytes where they lie, a str character for character, because Python's
 * encoders leave their copies in the heap.  Out: what the record holds.  Records and copies lie on the heap for the length of
 * a call and are wiped before they are freed; nothing is shared between threads.
 */
#define PY_SSIZE_T_CLEAN
#include "loginlint.h"
#include <Python.h>
#include <stddef.h>

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

/* `n`: the bytes that may hold something of a value; of a report and of candidates all but `work`, which the library wipes. */
static void discard(void *p, size_t n) {
    if (p)
        loginlint_wipe(p, (uint32_t)n);
    PyMem_Free(p);
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

static PyObject *diagnostic(const loginlint_report *r, uint32_t i, uint32_t language) {
    const loginlint_diagnostic *d = &r->diagnostics[i];
    uint8_t message[1024];
    int32_t n = loginlint_message(r, i, language, message, sizeof message);
    int fix = d->level != LOGINLINT_LEVEL_NONE && r->field != LOGINLINT_FIELD_PASSWORD;
    PyObject *replacement = fix ? text(r->pool + d->fix_at, d->fix_length) : Py_NewRef(Py_None);
    PyObject *said = text(message, n < 0 ? 0 : n < (int32_t)sizeof message ? (uint32_t)n : (uint32_t)sizeof message);
    return Py_BuildValue("(IIIII(II)(II)(II)NN)", (unsigned)d->code, (unsigned)d->severity, (unsigned)d->confidence, (unsigned)d->level,
                         (unsigned)d->operation, (unsigned)d->character[0], (unsigned)d->character[1], (unsigned)d->byte[0],
                         (unsigned)d->byte[1], (unsigned)d->utf16[0], (unsigned)d->utf16[1], replacement, said);
}

static PyObject *report_tuple(const loginlint_report *r, uint32_t language) {
    PyObject *found = PyTuple_New((Py_ssize_t)r->count), *corrected;
    uint32_t i;
    if (!found)
        return NULL;
    for (i = 0; i < r->count; i++) {
        PyObject *d = diagnostic(r, i, language);
        if (!d || PyTuple_SetItem(found, (Py_ssize_t)i, d) != 0) {
            Py_DecRef(found);
            return NULL;
        }
    }
    corrected = r->changed ? text(r->text, r->text_length) : Py_NewRef(Py_None);
    return Py_BuildValue("(IIIIINNiIN)", (unsigned)r->verdict, (unsigned)r->valid, (unsigned)r->secret, (unsigned)r->wellformed,
                         (unsigned)r->brand, corrected, text(r->display, r->display_length), (int)r->caps_evidence,
                         (unsigned)r->skipped, found);
}

/* Their texts, and whether those are secret. */
static PyObject *candidate_list(const loginlint_candidates *c) {
    PyObject *list = PyTuple_New((Py_ssize_t)c->count);
    uint32_t i;
    for (i = 0; list && i < c->count; i++) {
        const loginlint_candidate *one = &c->candidate[i];
        PyTuple_SetItem(list, (Py_ssize_t)i,
                        Py_BuildValue("(NIIII)", text(one->text, one->length), (unsigned)one->basis, (unsigned)one->confidence,
                                      (unsigned)one->unique, (unsigned)one->case_lost));
    }
    return Py_BuildValue("(IN)", (unsigned)c->secret, list);
}

/* ---- calls ---- */

struct call {
    const loginlint_policy *policy;
    loginlint_context context;
    struct value value;
    unsigned language;
};

/* Reads the arguments that check and candidates share; 1, or 0 with *result set (an error tuple, or NULL and an exception). */
static int arguments(PyObject *args, struct call *c, PyObject **result) {
    const char *record, *context;
    Py_ssize_t record_length, context_length;
    PyObject *value;
    loginlint_where where;
    int32_t status;
    *result = NULL;
    if (!PyArg_ParseTuple(args, "y#s#OI", &record, &record_length, &context, &context_length, &value, &c->language))
        return 0;
    if (record_length != (Py_ssize_t)sizeof(loginlint_policy)) {
        misuse(-(int32_t)LOGINLINT_ERROR_RECORD_SIZE);
        return 0;
    }
    c->policy = (const loginlint_policy *)(const void *)record;
    status = loginlint_context_parse(&c->context, context, length(context_length), &where);
    if (status == -(int32_t)LOGINLINT_ERROR_SYNTAX)
        *result = syntax_error(&where);
    else if (status)
        misuse(status);
    return status == 0 && value_of(value, "value", 1, &c->value);
}

static PyObject *py_check(PyObject *self, PyObject *args) {
    struct call c;
    PyObject *result;
    loginlint_report *report;
    int32_t status;
    (void)self;
    if (!arguments(args, &c, &result))
        return result;
    report = fresh(sizeof *report);
    if (report) {
        status = c.value.wide ? loginlint_check_utf16(c.policy, &c.context, c.value.at, c.value.n, report)
                              : loginlint_check(c.policy, &c.context, c.value.at, c.value.n, report);
        result = status ? misuse(status) : report_tuple(report, c.language);
        discard(report, offsetof(loginlint_report, work));
    }
    forget(&c.value);
    return result;
}

static PyObject *py_candidates(PyObject *self, PyObject *args) {
    struct call c;
    PyObject *result;
    loginlint_candidates *found;
    int32_t status;
    (void)self;
    if (!arguments(args, &c, &result))
        return result;
    found = fresh(sizeof *found);
    if (found) {
        status = c.value.wide ? loginlint_candidates_find_utf16(c.policy, &c.context, c.value.at, c.value.n, found)
                              : loginlint_candidates_find(c.policy, &c.context, c.value.at, c.value.n, found);
        result = status ? misuse(status) : candidate_list(found);
        discard(found, offsetof(loginlint_candidates, work));
    }
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

static PyObject *py_describe(PyObject *self, PyObject *args) {
    unsigned code, language;
    (void)self;
    if (!PyArg_ParseTuple(args, "II", &code, &language))
        return NULL;
    return Py_BuildValue("z", loginlint_describe(LOGINLINT_LIST_CODE, code, language));
}

static PyMethodDef methods[] = {
    {"policy", py_policy, METH_VARARGS, NULL},
    {"policy_print", py_policy_print, METH_VARARGS, NULL},
    {"check", py_check, METH_VARARGS, NULL},
    {"candidates", py_candidates, METH_VARARGS, NULL},
    {"preflight", py_preflight, METH_VARARGS, NULL},
    {"tag", py_tag, METH_VARARGS, NULL},
    {"tag_compare", py_tag_compare, METH_VARARGS, NULL},
    {"preset", py_preset, METH_VARARGS, NULL},
    {"describe", py_describe, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_loginlint", NULL, 0, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__loginlint(void) {
    PyObject *m = PyModule_Create(&module);
    if (m && (PyModule_AddIntConstant(m, "ABI", (long)loginlint_abi()) != 0 ||
              PyModule_AddIntConstant(m, "REPORT_SIZE", (long)loginlint_sizeof(LOGINLINT_RECORD_REPORT)) != 0 ||
              PyModule_AddIntConstant(m, "POLICY_SIZE", (long)loginlint_sizeof(LOGINLINT_RECORD_POLICY)) != 0 ||
              PyModule_AddStringConstant(m, "VERSION", loginlint_version()) != 0)) {
        Py_DecRef(m);
        return NULL;
    }
    return m;
}
