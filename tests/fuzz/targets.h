/* SPDX-License-Identifier: MIT */
/* targets.h - what each fuzz target does with its bytes, and what must hold.
 *
 * In: bytes.  Out: NULL, or the name of what does not hold.  All targets but `service` read
 *
 *     FIELD (0-3) newline RULES newline CONTEXT newline VALUE
 *
 * where RULES that cannot be read strictly are read leniently, and a CONTEXT that cannot be read is none; `service`
 * reads SERVICE newline FACTS newline TIME.  Every call may take as many steps (basic blocks of the library) as its
 * budget, fixed + per byte, allows: work that grows faster than the input is found as a failure.
 */
#ifndef FUZZ_TARGETS_H
#define FUZZ_TARGETS_H

#include "json.h"

static uint64_t fuzz_steps; /* counted by the library's instrumentation, if it has any */

/* The most that a kind of call may take; what it took at most, for the summary. */
enum {
    WORK_CHECK,
    WORK_CANDIDATES,
    WORK_EXPLAIN,
    WORK_WORDS,
    WORK_RULES,
    WORK_OTHER,
    WORK_PREFLIGHT,
    WORK_ICU,
    WORK_ALIKE,
    WORK_KEY, /* a character of three bytes may stand for eighteen */
    WORKS
};
static struct {
    const char *name;
    uint64_t fixed, each; /* basic blocks: before the first byte (of a check: the search for the parts of a paste, which
                           * looks through LL_ENCODED_MAX characters), for each byte */
    double most;          /* seen, as a part of the budget */
    uint64_t calls;
} work[WORKS] = {
    [WORK_CHECK] = {"check", 120000, 2000, 0, 0},        [WORK_CANDIDATES] = {"candidates", 400000, 40000, 0, 0},
    [WORK_EXPLAIN] = {"explain", 60000, 2000, 0, 0},     [WORK_WORDS] = {"words, JSON", 800000, 500, 0, 0},
    [WORK_RULES] = {"rules", 60000, 200, 0, 0},          [WORK_OTHER] = {"context, service", 20000, 200, 0, 0},
    [WORK_PREFLIGHT] = {"preflight", 1000000, 0, 0, 0},  [WORK_ICU] = {"companion", 60000, 2000, 0, 0},
    [WORK_ALIKE] = {"reserved names", 60000, 400, 0, 0}, [WORK_KEY] = {"keys", 60000, 8000, 0, 0},
};

static int within(int kind, uint32_t n) {
    double part = (double)fuzz_steps / (double)(work[kind].fixed + work[kind].each * n);
    work[kind].calls++;
    if (part > work[kind].most)
        work[kind].most = part;
    if (part > 1)
        fprintf(stderr, "%s: %llu steps for %u bytes\n", work[kind].name, (unsigned long long)fuzz_steps, n);
    return part <= 1;
}
#define WORK(kind, n, call)                                                                                            \
    do {                                                                                                               \
        fuzz_steps = 0;                                                                                                \
        call;                                                                                                          \
        LAW(within(kind, n), "steps within the budget");                                                               \
    } while (0)

struct input {
    loginlint_policy policy;
    loginlint_context context;
    const uint8_t *value;
    uint32_t n;
    int strict; /* the rules were read strictly */
};

static uint32_t line(const uint8_t **at, const uint8_t *end) {
    const uint8_t *from = *at, *stop = from;
    while (stop < end && *stop != '\n')
        stop++;
    *at = stop < end ? stop + 1 : stop;
    return (uint32_t)(stop - from);
}

/* A parser's error: a known pair of names, a span within the string. */
static const char *law_where(const loginlint_where *w, uint32_t n) {
    LAW(w->size == sizeof *w && w->offset <= n && w->length <= n - w->offset, "where is within the string");
    LAW(loginlint_name(LOGINLINT_LIST_FOUND, w->found) && loginlint_name(LOGINLINT_LIST_EXPECTED, w->expected),
        "where has names");
    return NULL;
}

static const char *read_input(struct input *in, const uint8_t *s, size_t size) {
    const uint8_t *at = s, *end = s + size, *from;
    uint32_t n, field = size ? s[0] & 3u : 0;
    int32_t rc;
    loginlint_where where;
    memset(&where, 0, sizeof where);
    LAW(loginlint_policy_init(&in->policy, field) == 0, "a field has a policy");
    line(&at, end);
    from = at, n = line(&at, end);
    WORK(WORK_RULES, n, rc = loginlint_policy_parse(&in->policy, (const char *)from, n, &where));
    in->strict = rc == 0;
    if (rc != 0) {
        const char *broken = law_where(&where, n);
        LAW(rc == -(int32_t)LOGINLINT_ERROR_SYNTAX, "rules: no error but syntax");
        LAW(!broken, broken);
        WORK(WORK_RULES, n, rc = loginlint_policy_parse_lenient(&in->policy, (const char *)from, n));
        LAW(rc == 0, "lenient never fails");
    }
    from = at, n = line(&at, end);
    WORK(WORK_OTHER, n, rc = loginlint_context_parse(&in->context, (const char *)from, n, &where));
    if (rc != 0) {
        const char *broken = law_where(&where, n);
        LAW(rc == -(int32_t)LOGINLINT_ERROR_SYNTAX, "context: no error but syntax");
        LAW(!broken, broken);
        loginlint_context_init(&in->context);
    }
    in->value = at, in->n = (uint32_t)(end - at);
    return NULL;
}

/* ---- writers: measure, write exactly, write less -------------------------------------------------------------------
 */

enum { OUT_MAX = 1 << 20 };
static uint8_t out[OUT_MAX + 1];

/* need bytes were measured; got were written into a room of `room`; the byte behind the room stands. */
static const char *law_written(int32_t need, int32_t got, uint32_t room) {
    uint32_t length = (uint32_t)need < room ? (uint32_t)need : room;
    LAW(need == got, "a writer needs what it needs");
    LAW(out[room] == 0xA5, "nothing is written behind the room");
    while (length > 0 && length < (uint32_t)need && out[length - 1] == 0)
        length--; /* cut before a character that had no room */
    LAW(text_wellformed(out, length), "what is written is UTF-8");
    return NULL;
}

#define WRITER(kind, n, need, call)                                                                                    \
    do {                                                                                                               \
        uint32_t room_ = 0;                                                                                            \
        uint8_t *to_ = NULL;                                                                                           \
        const char *broken_;                                                                                           \
        WORK(kind, n, need = (call));                                                                                  \
        LAW(need >= 0 && need < OUT_MAX, "a writer's length");                                                         \
        for (room_ = (uint32_t)need / 2;; room_ = (uint32_t)need) {                                                    \
            int32_t got_;                                                                                              \
            to_ = out;                                                                                                 \
            memset(out, 0, room_);                                                                                     \
            out[room_] = 0xA5;                                                                                         \
            WORK(kind, n, got_ = (call));                                                                              \
            broken_ = law_written(need, got_, room_);                                                                  \
            LAW(!broken_, broken_);                                                                                    \
            if (room_ == (uint32_t)need)                                                                               \
                break;                                                                                                 \
        }                                                                                                              \
    } while (0)

static const char *law_fixes(const loginlint_report *r, const uint8_t *s, uint32_t n) {
    uint32_t i;
    int32_t need;
    for (i = 0; i < r->count; i++) {
        WRITER(WORK_OTHER, n, need, loginlint_fix(r, i, s, n, to_, room_));
        LAW(r->field == LOGINLINT_FIELD_PASSWORD || (uint32_t)need == r->diagnostics[i].fix_length,
            "fix is the pool's");
    }
    LAW(loginlint_fix(r, r->count, s, n, out, 8) < 0, "no fix past the last");
    return NULL;
}

static const char *law_messages(const loginlint_report *r, uint32_t n) {
    uint32_t i, language;
    int32_t need;
    for (i = 0; i < r->count && i < 4; i++)
        for (language = 0; language < 2; language++) {
            WRITER(WORK_WORDS, n, need, loginlint_message(r, i, language, to_, room_));
            LAW(need > 0, "every diagnostic has a sentence");
        }
    return NULL;
}

/* ---- targets ---- */

/* A tag knows its pair again, and no other one. */
static const char *law_tag(const uint8_t *s, uint32_t n) {
    static const uint8_t key[16] = {1, 2, 3};
    uint8_t kept[16], again[16], other[16];
    int32_t rc;
    WORK(WORK_OTHER, 2 * n, rc = loginlint_tag(key, s, n, s, n, kept));
    LAW(rc == 0 && loginlint_tag(key, s, n, s, n, again) == 0 && loginlint_tag_compare(kept, again) == 1,
        "the same pair has the same tag");
    LAW(n == 0 || (loginlint_tag(key, s, n, s, n - 1, other) == 0 && loginlint_tag_compare(kept, other) == 0),
        "another pair has another tag");
    return NULL;
}

/* A key is its own key. */
static const char *law_key(int32_t (*key_of)(uint32_t, const uint8_t *, uint32_t, uint8_t *, uint32_t),
                           const uint8_t *s, uint32_t n) {
    static uint8_t once[8 * LOGINLINT_INPUT_MAX], twice[sizeof once];
    const uint32_t sames[] = {31, n & 31};
    uint32_t i;
    for (i = 0; i < 2; i++) {
        int32_t length, again;
        WORK(WORK_KEY, n, length = key_of(sames[i], s, n, once, sizeof once));
        LAW(length >= 0 || length == -(int32_t)LOGINLINT_ERROR_TOO_LONG, "no error but too long");
        LAW(length < 0 || ((uint32_t)length <= sizeof once && text_wellformed(once, (uint32_t)length)),
            "a key is UTF-8");
        if (length < 0 || (uint32_t)length > LOGINLINT_INPUT_MAX)
            continue;
        again = key_of(sames[i], once, (uint32_t)length, twice, sizeof twice);
        LAW(again == length && memcmp(once, twice, (size_t)length) == 0, "a key is its own key");
    }
    return NULL;
}

static const char *target_check(const uint8_t *s, size_t size) {
    static struct input in;
    static loginlint_report report;
    const char *broken = read_input(&in, s, size);
    LAW(!broken, broken);
    WORK(WORK_CHECK, in.n, loginlint_check(&in.policy, &in.context, in.value, in.n, &report));
    broken = laws(&in.policy, &in.context, in.value, in.n);
    LAW(!broken, broken);
    LAW(law_same(&report, &law_report), "the same value twice gives the same answer");
    broken = law_fixes(&report, in.value, in.n);
    if (!broken)
        broken = law_tag(in.value, in.n);
    if (!broken)
        broken = law_key(loginlint_key, in.value, in.n);
    return broken ? broken : law_messages(&report, in.n);
}

/* What is found does not depend on the encoding. */
static const char *law_candidates_utf16(const struct input *in, const uint16_t *units, uint32_t n, const uint8_t *bytes,
                                        uint32_t length) {
    static loginlint_candidates found, twin;
    uint32_t i;
    int32_t rc;
    found.allowed = twin.allowed = 0;
    WORK(WORK_CANDIDATES, n < 512 ? n : 512,
         rc = loginlint_candidates_find_utf16(&in->policy, &in->context, units, n, &found));
    LAW(rc == 0 && loginlint_candidates_find(&in->policy, &in->context, bytes, length, &twin) == 0,
        "a value is never an error");
    LAW(found.count == twin.count, "UTF-8 and UTF-16 have the same candidates");
    for (i = 0; i < found.count; i++)
        LAW(found.candidate[i].length == twin.candidate[i].length &&
                memcmp(found.candidate[i].text, twin.candidate[i].text, found.candidate[i].length) == 0,
            "UTF-8 and UTF-16 have the same candidates");
    return NULL;
}

/* Nor does a key, or a cause. */
static const char *law_words_utf16(const struct input *in, const uint16_t *units, uint32_t n, const uint8_t *bytes,
                                   uint32_t length) {
    static loginlint_explanation twin;
    static uint8_t key[8 * LOGINLINT_INPUT_MAX], other[sizeof key];
    int32_t need, rc;
    WORK(WORK_KEY, n, need = loginlint_key_utf16(31, units, n, key, sizeof key));
    LAW(need == loginlint_key(31, bytes, length, other, sizeof other) && memcmp(key, other, (size_t)need) == 0,
        "UTF-8 and UTF-16 have the same key");
    WORK(WORK_EXPLAIN, n,
         rc = loginlint_explain_utf16(&in->policy, &in->context, units, n, &law_report, NULL, &law_explanation));
    LAW(rc == 0 && loginlint_explain(&in->policy, &in->context, bytes, length, &law_report, NULL, &twin) == 0,
        "a report can be explained");
    LAW(memcmp(&law_explanation, &twin, sizeof twin) == 0, "UTF-8 and UTF-16 have the same causes");
    return NULL;
}

/* UTF-16, lone surrogates and all, in the order of its bytes: low, high. */
static const char *target_utf16(const uint8_t *s, size_t size) {
    static struct input in;
    static uint16_t units[LAWS_ROOM];
    static uint8_t bytes[3 * LAWS_ROOM];
    const char *broken = read_input(&in, s, size);
    uint32_t n, i, length = 0, good = 1;
    LAW(!broken, broken);
    n = in.n / 2 < LAWS_ROOM ? in.n / 2 : LAWS_ROOM;
    for (i = 0; i < n; i++)
        units[i] = (uint16_t)(in.value[2 * i] | in.value[2 * i + 1] << 8);
    for (i = 0; i < n; i++) {
        uint32_t cp = units[i];
        if (cp >= 0xD800 && cp < 0xDC00 && i + 1 < n && units[i + 1] >= 0xDC00 && units[i + 1] < 0xE000)
            cp = 0x10000 + (cp - 0xD800) * 0x400 + (units[++i] - 0xDC00u);
        else if (cp >= 0xD800 && cp < 0xE000)
            cp = 0xFFFD, good = 0;
        length += oracle_encode(cp, bytes + length);
    }
    WORK(WORK_CHECK, n,
         LAW(loginlint_check_utf16(&in.policy, &in.context, units, n, &law_report) == 0, "a value is never an error"));
    if (length > LOGINLINT_INPUT_MAX) {
        LAW(law_report.count == 1 && law_report.diagnostics[0].code == LOGINLINT_CODE_TOO_LARGE, "too-large");
        return NULL;
    }
    LAW(law_report.wellformed == good && law_report.input_length == length, "well-formed as the oracle says");
    if (!good)
        return law_scratch(&law_report, n);
    LAW(loginlint_check(&in.policy, &in.context, bytes, length, &law_twin) == 0 && law_same(&law_report, &law_twin),
        "UTF-8 and UTF-16 agree");
    broken = law_words_utf16(&in, units, n, bytes, length);
    LAW(!broken, broken);
    return law_candidates_utf16(&in, units, n, bytes, length);
}

/* A name that is known is the name of its value, and no other one is. */
static const char *law_names(const uint8_t *s, uint32_t n) {
    uint32_t list;
    for (list = 0; loginlint_name(list, 0) || loginlint_name(list, 1); list++) {
        const char *name;
        int32_t value;
        WORK(WORK_OTHER, n, value = loginlint_value(list, (const char *)s, n));
        name = value >= 0 ? loginlint_name(list, (uint32_t)value) : NULL;
        LAW(value == -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE || (name && strlen(name) == n && memcmp(name, s, n) == 0),
            "a name and its value");
    }
    LAW(list > 9, "there are lists of names");
    return NULL;
}

static const char *target_rules(const uint8_t *s, size_t size) {
    static struct input in, again;
    static uint8_t rules[OUT_MAX];
    const char *broken = read_input(&in, s, size);
    int32_t need, rc;
    LAW(!broken, broken);
    WRITER(WORK_RULES, (uint32_t)size, need, loginlint_policy_print(&in.policy, (char *)to_, room_));
    memcpy(rules, out, (size_t)need);
    LAW(loginlint_policy_init(&again.policy, in.policy.field) == 0, "a field has a policy");
    WORK(WORK_RULES, (uint32_t)need,
         rc = loginlint_policy_parse(&again.policy, (const char *)rules, (uint32_t)need, NULL));
    LAW(rc == 0 || !in.strict, "what is printed can be read");
    if (rc != 0) /* only the lenient reading takes a minlength over the maxlength */
        loginlint_policy_parse_lenient(&again.policy, (const char *)rules, (uint32_t)need);
    LAW(memcmp(&in.policy, &again.policy, sizeof in.policy) == 0, "what is printed means the same");
    return law_names(in.value, in.n);
}

static const char *target_candidates(const uint8_t *s, size_t size) {
    static struct input in;
    static loginlint_candidates found;
    uint32_t i, k;
    const char *broken = read_input(&in, s, size);
    LAW(!broken, broken);
    found.allowed = 0;
    WORK(WORK_CANDIDATES, in.n < 512 ? in.n : 512,
         LAW(loginlint_candidates_find(&in.policy, &in.context, in.value, in.n, &found) == 0,
             "a value is never an error"));
    LAW(found.count <= LOGINLINT_CANDIDATES_MAX, "at most eight candidates");
    for (i = 0; i < sizeof found.work / sizeof found.work[0]; i++)
        LAW(found.work[i] == 0, "the candidates' scratch is wiped");
    for (i = 0; i < found.count; i++) {
        const loginlint_candidate *c = &found.candidate[i];
        LAW(c->length <= sizeof c->text && c->confidence <= 100 && c->bases >> c->basis & 1, "candidate values");
        LAW(c->length != in.n || memcmp(c->text, in.value, in.n) != 0, "a candidate is not the input");
        for (k = 0; k < i; k++)
            LAW(c->length != found.candidate[k].length || memcmp(c->text, found.candidate[k].text, c->length) != 0,
                "candidates differ");
        LAW(loginlint_check(&in.policy, &in.context, c->text, c->length, &law_again) == 0 && law_again.valid,
            "a candidate satisfies the policy");
    }
    return NULL;
}

/* A batch says of each value what the calls say. */
static const char *law_batch(const struct input *in, loginlint_candidates *found) {
    const uint32_t offsets[3] = {0, in->n / 2, in->n};
    uint8_t verdicts[2], causes[2];
    int32_t rc;
    WORK(WORK_CANDIDATES, in->n < 512 ? in->n : 512,
         rc = loginlint_check_batch(&in->policy, &in->context, in->value, offsets, 2, verdicts, causes, &law_again,
                                    found, &law_explanation));
    LAW(rc == 0, "a value is never an error");
    LAW(loginlint_check(&in->policy, &in->context, in->value, offsets[1], &law_again) == 0 &&
            verdicts[0] == law_again.verdict,
        "a batch has the same verdict");
    LAW(loginlint_candidates_find(&in->policy, &in->context, in->value, offsets[1], found) == 0 &&
            loginlint_explain(&in->policy, &in->context, in->value, offsets[1], &law_again, found, &law_explanation) ==
                0,
        "a report can be explained");
    LAW(causes[0] == (law_explanation.count ? law_explanation.cause[0].code : LOGINLINT_NOTHING),
        "a batch has the same cause");
    return NULL;
}

/* With and without candidates, and into words. */
static const char *target_explain(const uint8_t *s, size_t size) {
    static struct input in;
    static loginlint_candidates found;
    uint32_t i, language;
    int32_t need, rc;
    const char *broken = read_input(&in, s, size);
    LAW(!broken, broken);
    LAW(loginlint_check(&in.policy, &in.context, in.value, in.n, &law_report) == 0, "a value is never an error");
    found.allowed = 0;
    LAW(loginlint_candidates_find(&in.policy, &in.context, in.value, in.n, &found) == 0, "a value is never an error");
    WORK(WORK_EXPLAIN, in.n < LOGINLINT_INPUT_MAX ? in.n : LOGINLINT_INPUT_MAX,
         rc = loginlint_explain(&in.policy, &in.context, in.value, in.n, &law_report, &found, &law_explanation));
    LAW(rc == 0, "a report can be explained");
    broken = law_causes(&law_report);
    LAW(!broken, broken);
    for (i = 0; i < law_explanation.count; i++) {
        const loginlint_cause *cause = &law_explanation.cause[i];
        LAW(cause->candidate == LOGINLINT_NOTHING || cause->candidate < found.count, "what is chosen is there");
        LAW(i || cause->candidate == LOGINLINT_NOTHING || !cause->candidate, "the first cause chooses the first");
        for (language = 0; language < 2; language++) {
            WRITER(WORK_WORDS, in.n, need, loginlint_cause_message(&law_explanation, i, language, to_, room_));
            LAW(need > 0, "every cause has a sentence");
            WRITER(WORK_WORDS, in.n, need, loginlint_cause_next(&law_explanation, i, language, to_, room_));
            LAW(need > 0 || cause->remedy == LOGINLINT_REMEDY_NONE, "every cause says what to do");
        }
    }
    LAW(!in.n ||
            loginlint_explain(&in.policy, &in.context, in.value, in.n - 1, &law_report, &found, &law_explanation) < 0,
        "another value is refused");
    return law_batch(&in, &found);
}

static FILE *json_to; /* every object, a line each, for a parser that somebody else wrote */

static const char *target_json(const uint8_t *s, size_t size) {
    static struct input in;
    static loginlint_report report;
    static loginlint_candidates found;
    uint32_t flags;
    int32_t need;
    const char *broken = read_input(&in, s, size);
    LAW(!broken, broken);
    loginlint_check(&in.policy, &in.context, in.value, in.n, &report);
    found.allowed = 0;
    loginlint_candidates_find(&in.policy, &in.context, in.value, in.n, &found);
    LAW(loginlint_explain(&in.policy, &in.context, in.value, in.n, &report, &found, &law_explanation) == 0,
        "a report can be explained");
    for (flags = 0; flags < 4; flags++) {
        WRITER(WORK_WORDS, in.n + 512, need,
               loginlint_json(&report, flags & 2 ? &found : NULL, flags & 2 ? &law_explanation : NULL, in.value, in.n,
                              flags & 1, flags >> 1, to_, room_));
        LAW(json_is_object(out, (uint32_t)need), "JSON is JSON");
        if (json_to && (fwrite(out, 1, (size_t)need, json_to) != (size_t)need || fputc('\n', json_to) == EOF))
            return "the JSON cannot be written down";
    }
    return NULL;
}

static const char *target_service(const uint8_t *s, size_t size) {
    static loginlint_service service;
    static loginlint_facts facts;
    static loginlint_advice advice;
    const uint8_t *at = s, *end = s + size, *from;
    loginlint_where where;
    uint32_t n, i, language;
    int32_t need, rc;
    const char *broken;
    memset(&where, 0, sizeof where);
    from = at, n = line(&at, end);
    WORK(WORK_OTHER, n, rc = loginlint_service_parse(&service, (const char *)from, n, &where));
    broken = rc ? law_where(&where, n) : NULL;
    LAW(!broken, broken);
    from = at, n = line(&at, end);
    WORK(WORK_OTHER, n, rc = loginlint_facts_parse(&facts, (const char *)from, n, &where));
    broken = rc ? law_where(&where, n) : NULL;
    LAW(!broken, broken);
    from = at, n = line(&at, end);
    WORK(WORK_OTHER, n, rc = loginlint_facts_now(&facts, (const char *)from, n, &where));
    broken = rc ? law_where(&where, n) : NULL;
    LAW(!broken, broken);
    WORK(WORK_PREFLIGHT, 0, rc = loginlint_preflight(&service, &facts, &advice));
    LAW(rc == 0, "what was read can be used");
    LAW(advice.count <= LOGINLINT_ADVICE_MAX && advice.verdict <= LOGINLINT_PREFLIGHT_GO, "advice values");
    LAW(advice.count || advice.verdict == LOGINLINT_PREFLIGHT_GO, "nothing to say: go");
    for (language = 0; language < 2; language++) {
        for (i = 0; i < advice.count; i++) {
            WRITER(WORK_WORDS, 0, need, loginlint_advice_message(&advice, i, language, to_, room_));
            LAW(need > 0, "every advice has a sentence");
            WRITER(WORK_WORDS, 0, need, loginlint_advice_next(&advice, i, language, to_, room_));
        }
        WRITER(WORK_WORDS, 4096, need, loginlint_advice_json(&advice, language, to_, room_));
        LAW(json_is_object(out, (uint32_t)need), "JSON is JSON");
    }
    return NULL;
}

#ifdef LOGINLINT_WITH_ICU
#include "icu.h"
#endif

static const struct {
    const char *name;
    const char *(*run)(const uint8_t *, size_t);
} targets[] = {
    {"check", target_check},     {"utf16", target_utf16},
    {"rules", target_rules},     {"candidates", target_candidates},
    {"json", target_json},       {"service", target_service},
    {"explain", target_explain},
#ifdef LOGINLINT_WITH_ICU
    {"icu", target_icu},
#endif
};
enum { TARGETS = sizeof targets / sizeof targets[0] };

#endif
