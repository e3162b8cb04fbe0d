/* SPDX-License-Identifier: MIT */
/* laws.h - what must hold of every answer, whatever the bytes, against an oracle that shares no code with the library.
 *
 * In: a policy, a context, a value.  Out: NULL, or the name of the law that does not hold.
 *
 * The oracle knows UTF-8 from the encoder's side alone: it encodes all 1,112,064 scalar values once and remembers which
 * sequences and which beginnings of sequences came out.  Whatever did not come out is ill-formed.
 */
#ifndef TRUST_LAWS_H
#define TRUST_LAWS_H

#include <loginlint.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LAWS_ROOM = 4096 };

static uint8_t oracle_lead[256 / 8], oracle_two[65536 / 8], oracle_three[(1u << 24) / 8]; /* whole sequences */
static uint8_t oracle_begins_two[65536 / 8], oracle_begins_three[(1u << 24) / 8]; /* beginnings of longer ones */
static uint32_t oracle_fours;                                                     /* sequences of four bytes */

static inline int oracle_has(const uint8_t *set, uint32_t i) {
    return set[i >> 3] >> (i & 7) & 1;
}

static inline void oracle_add(uint8_t *set, uint32_t i) {
    set[i >> 3] = (uint8_t)(set[i >> 3] | 1u << (i & 7));
}

static uint32_t oracle_encode(uint32_t cp, uint8_t *out) {
    static const uint32_t limit[] = {0x80, 0x800, 0x10000, 0x110000}, mark[] = {0, 0xC0, 0xE0, 0xF0};
    uint32_t n = 0, i;
    while (cp >= limit[n])
        n++;
    for (i = n; i > 0; i--, cp /= 64)
        out[i] = (uint8_t)(128 + cp % 64);
    out[0] = (uint8_t)(mark[n] + cp);
    return n + 1;
}

static void oracle_make(void) {
    uint32_t cp, two, three;
    uint8_t b[4];
    for (cp = 0; cp < 0x110000; cp++) {
        if (cp >= 0xD800 && cp < 0xE000)
            continue;
        uint32_t n = oracle_encode(cp, b);
        two = (uint32_t)b[0] << 8 | b[1], three = two << 8 | b[2];
        if (n > 1)
            oracle_add(oracle_lead, b[0]);
        if (n == 2)
            oracle_add(oracle_two, two);
        if (n > 2)
            oracle_add(oracle_begins_two, two);
        if (n == 3)
            oracle_add(oracle_three, three);
        if (n == 4)
            oracle_add(oracle_begins_three, three), oracle_fours++;
    }
    for (three = two = 0; three < 1u << 24; three++)
        two += (uint32_t)oracle_has(oracle_begins_three, three);
    if (oracle_fours != 1048576 || two * 64 != oracle_fours)
        abort(); /* every beginning of three bytes takes all 64 last ones: what oracle_next relies on */
}

/* How many bytes the next character takes; *good: it is one.  An ill-formed one takes the longest beginning. */
static inline uint32_t oracle_next(const uint8_t *s, uint32_t n, int *good) {
    uint32_t two, three;
    *good = 1;
    if (s[0] < 0x80)
        return 1;
    *good = 0;
    if (n < 2 || !oracle_has(oracle_lead, s[0]))
        return 1;
    two = (uint32_t)s[0] << 8 | s[1];
    if (oracle_has(oracle_two, two))
        return *good = 1, 2u;
    if (!oracle_has(oracle_begins_two, two))
        return 1;
    if (n < 3)
        return 2;
    three = two << 8 | s[2];
    if (oracle_has(oracle_three, three))
        return *good = 1, 3u;
    if (!oracle_has(oracle_begins_three, three))
        return 2;
    if (n < 4 || s[3] < 0x80 || s[3] > 0xBF)
        return 3;
    return *good = 1, 4u;
}

/* Where each byte stands; `inside` one: between two characters it cannot be cut. */
struct oracle {
    uint32_t n, chars, m, wellformed;
    uint16_t character[LAWS_ROOM + 1], utf16[LAWS_ROOM + 1];
    uint8_t inside[LAWS_ROOM + 1], bad[LAWS_ROOM + 1];
    uint16_t units[LAWS_ROOM];
};

static void oracle_unit(struct oracle *o, const uint8_t *s, uint32_t length) {
    static const uint8_t payload[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    uint32_t cp = s[0] & payload[length], i;
    for (i = 1; i < length; i++)
        cp = cp * 64 + s[i] % 64u;
    if (cp >= 0x10000)
        o->units[o->m++] = (uint16_t)(0xD800 + (cp - 0x10000) / 0x400), cp = 0xDC00 + cp % 0x400;
    o->units[o->m++] = (uint16_t)cp;
}

static void oracle_read(struct oracle *o, const uint8_t *s, uint32_t n) {
    uint32_t at = 0, length, i;
    int good;
    o->n = n, o->chars = o->m = 0, o->wellformed = 1;
    while (at < n) {
        length = oracle_next(s + at, n - at, &good);
        for (i = 0; i < length; i++) {
            o->character[at + i] = (uint16_t)o->chars, o->utf16[at + i] = (uint16_t)o->m;
            o->inside[at + i] = i > 0, o->bad[at + i] = !good;
        }
        if (good)
            oracle_unit(o, s + at, length);
        else
            o->units[o->m++] = 0xFFFD, o->wellformed = 0;
        o->chars++;
        at += length;
    }
    o->character[n] = (uint16_t)o->chars, o->utf16[n] = (uint16_t)o->m, o->inside[n] = 0;
}

/* ---- the laws ------------------------------------------------------------------------------------------------------
 */

#define LAW(holds, name)                                                                                               \
    do {                                                                                                               \
        if (!(holds))                                                                                                  \
            return name;                                                                                               \
    } while (0)

static loginlint_report law_report, law_again, law_twin;
static struct oracle law_oracle;

/* What is held to the laws: the core's check, or the companion's (tests/fuzz/icu.h). */
static int32_t (*law_check)(const loginlint_policy *, const loginlint_context *, const uint8_t *, uint32_t,
                            loginlint_report *) = loginlint_check;
static int32_t (*law_check_utf16)(const loginlint_policy *, const loginlint_context *, const uint16_t *, uint32_t,
                                  loginlint_report *) = loginlint_check_utf16;

/* Set by a planted failure: called on each report before it is judged. */
static void (*law_plant)(loginlint_report *report, const uint8_t *s, uint32_t n);

static const char *law_header(const loginlint_report *r, const loginlint_policy *policy, const struct oracle *o) {
    LAW(r->size == sizeof *r && r->abi == LOGINLINT_ABI && r->header == 64 && r->stride == 48, "header");
    LAW(r->field == policy->field && r->verdict <= LOGINLINT_VERDICT_PASS && r->valid <= 1 && r->changed <= 1,
        "header values");
    LAW(r->wellformed == o->wellformed, "well-formed as the oracle says");
    LAW(r->input_length == o->n, "input length");
    LAW(r->count <= LOGINLINT_DIAGNOSTICS_MAX && r->total >= r->count && r->text_length <= LOGINLINT_TEXT_MAX,
        "counts");
    LAW(r->display_length <= sizeof r->display, "display length");
    LAW(!r->reserved, "reserved word");
    return NULL;
}

static const char *law_diagnostic(const loginlint_report *r, const loginlint_diagnostic *d, const struct oracle *o) {
    uint32_t e;
    LAW(loginlint_name(LOGINLINT_LIST_CODE, d->code) != NULL, "code has a name");
    LAW(d->severity <= LOGINLINT_SEVERITY_ERROR && d->confidence <= 100 && d->level <= LOGINLINT_LEVEL_ASK,
        "diagnostic values");
    LAW(d->byte[0] <= d->byte[1] && d->byte[1] <= o->n, "span within the input");
    for (e = 0; e < 2; e++) {
        LAW(!o->inside[d->byte[e]], "span on a boundary");
        LAW(d->utf16[e] == o->utf16[d->byte[e]], "span in UTF-16 units");
        LAW(d->character[e] == o->character[d->byte[e]], "span in code points");
    }
    LAW(d->fix_at <= LOGINLINT_POOL_MAX && d->fix_length <= LOGINLINT_POOL_MAX - d->fix_at, "fix within the pool");
    LAW(r->field != LOGINLINT_FIELD_PASSWORD || (d->fix_length == 0 && d->fix_at == 0), "no text in a password's fix");
    LAW(r->field != LOGINLINT_FIELD_PASSWORD || d->level != LOGINLINT_LEVEL_SAFE, "no safe fix for a password");
    LAW(o->wellformed || d->level == LOGINLINT_LEVEL_NONE, "no fix for an ill-formed value");
    return NULL;
}

/* The ill-formed bytes are those that `invalid-encoding` covers, unless there was no room for all. */
static const char *law_encoding(const loginlint_report *r, const struct oracle *o) {
    static uint8_t covered[LAWS_ROOM + 1];
    uint32_t i, at;
    if (o->wellformed) {
        for (i = 0; i < r->count; i++)
            LAW(r->diagnostics[i].code != LOGINLINT_CODE_INVALID_ENCODING,
                "no invalid-encoding in a well-formed value");
        return NULL;
    }
    LAW(!r->changed && !r->valid, "an ill-formed value has no text and is not valid");
    LAW(r->verdict == LOGINLINT_VERDICT_FAIL || r->quiet, "an ill-formed value fails");
    if (r->total > r->count)
        return NULL;
    memset(covered, 0, o->n + 1);
    for (i = 0; i < r->count; i++)
        if (r->diagnostics[i].code == LOGINLINT_CODE_INVALID_ENCODING)
            for (at = r->diagnostics[i].byte[0]; at < r->diagnostics[i].byte[1]; at++)
                covered[at] = 1;
    LAW(memcmp(covered, o->bad, o->n) == 0, "invalid-encoding covers the ill-formed bytes and no others");
    return NULL;
}

/* The safe fixes in the order of their spans; the records themselves are in the order of the report. */
static uint32_t law_safe(const loginlint_report *r, const loginlint_diagnostic **safe) {
    uint32_t i, k, n = 0;
    for (i = 0; i < r->count; i++) {
        const loginlint_diagnostic *d = &r->diagnostics[i];
        if (d->level != LOGINLINT_LEVEL_SAFE)
            continue;
        for (k = n++; k > 0 && (safe[k - 1]->byte[0] > d->byte[0] ||
                                (safe[k - 1]->byte[0] == d->byte[0] && safe[k - 1]->byte[1] > d->byte[1]));
             k--)
            safe[k] = safe[k - 1];
        safe[k] = d;
    }
    return n;
}

static const char *law_text(const loginlint_report *r, const uint8_t *s, uint32_t n) {
    static uint8_t out[LAWS_ROOM + LOGINLINT_POOL_MAX];
    const loginlint_diagnostic *safe[LOGINLINT_DIAGNOSTICS_MAX];
    uint32_t count = law_safe(r, safe), i, at = 0, length = 0;
    for (i = 0; i < count; i++) {
        const loginlint_diagnostic *d = safe[i];
        LAW(d->byte[0] >= at, "safe fixes do not overlap");
        memcpy(out + length, s + at, d->byte[0] - at);
        length += d->byte[0] - at;
        memcpy(out + length, r->pool + d->fix_at, d->fix_length);
        length += d->fix_length;
        at = d->byte[1];
    }
    if (n > at)
        memcpy(out + length, s + at, n - at);
    length += n - at;
    if (!r->changed) {
        LAW(length == n && (!n || memcmp(out, s, n) == 0), "no text, yet the safe fixes change the input");
        return NULL;
    }
    LAW(r->field != LOGINLINT_FIELD_PASSWORD, "a password is never changed");
    LAW(length == r->text_length && memcmp(out, r->text, length) == 0, "the safe fixes give the text");
    LAW(length != n || memcmp(out, s, n) != 0, "changed, yet the same");
    return NULL;
}

static const char *law_stable(const loginlint_report *r, const loginlint_policy *policy,
                              const loginlint_context *context) {
    uint32_t i;
    if (!r->changed)
        return NULL;
    LAW(law_check(policy, context, r->text, r->text_length, &law_again) == 0, "the text can be checked");
    LAW(!law_again.changed, "the text is stable");
    for (i = 0; i < law_again.count; i++)
        LAW(law_again.diagnostics[i].level != LOGINLINT_LEVEL_SAFE, "the text needs no safe fix");
    LAW(r->verdict != LOGINLINT_VERDICT_FIXED || law_again.verdict == LOGINLINT_VERDICT_PASS, "fixed, then pass");
    return NULL;
}

static const char *law_verdict(const loginlint_report *r) {
    uint32_t i;
    LAW(r->verdict != LOGINLINT_VERDICT_PASS || (r->valid && !r->changed), "pass is valid as typed");
    LAW(r->verdict != LOGINLINT_VERDICT_FIXED || r->changed, "fixed has a text");
    for (i = 0; i < r->count; i++)
        LAW(r->diagnostics[i].severity == LOGINLINT_SEVERITY_INFO || r->verdict != LOGINLINT_VERDICT_PASS,
            "pass has only notes");
    return NULL;
}

/* Scratch is zero: as much of it as the value could have written, and one record more. */
static const char *law_scratch(const loginlint_report *r, uint32_t chars) {
    uint32_t i, end = 6 * (chars + 2);
    for (i = 0; i < end && i < sizeof r->work / sizeof r->work[0]; i++)
        LAW(r->work[i] == 0, "scratch is wiped");
    return NULL;
}

/* Two reports say the same; what was never written is not compared. */
static int law_same(const loginlint_report *a, const loginlint_report *b) {
    return memcmp(a, b, a->header + a->count * (uint32_t)a->stride) == 0 &&
           memcmp(a->text, b->text, a->text_length) == 0 && memcmp(a->display, b->display, a->display_length) == 0;
}

static const char *law_utf16(const loginlint_report *r, const loginlint_policy *policy,
                             const loginlint_context *context) {
    if (!law_oracle.wellformed)
        return NULL;
    LAW(law_check_utf16(policy, context, law_oracle.units, law_oracle.m, &law_twin) == 0, "UTF-16 can be checked");
    LAW(law_same(r, &law_twin), "UTF-8 and UTF-16 agree");
    return law_scratch(&law_twin, law_oracle.chars);
}

static loginlint_explanation law_explanation, law_explanation_twin;

/* Each finding above info has one cause, unless nothing is asked for; both entries say the same; secrets stay out. */
static const char *law_causes(const loginlint_report *r) {
    const loginlint_explanation *e = &law_explanation;
    uint32_t i, k, told = 0, quiet = r->verdict == LOGINLINT_VERDICT_PASS || r->verdict == LOGINLINT_VERDICT_INCOMPLETE;
    LAW(e->size == sizeof *e && e->count <= LOGINLINT_CAUSES_MAX && (!e->left || e->count == LOGINLINT_CAUSES_MAX),
        "at most three causes");
    for (i = 0; i < LOGINLINT_DIAGNOSTICS_MAX; i++) {
        uint32_t owners = 0, above = i < r->count && r->diagnostics[i].severity > LOGINLINT_SEVERITY_INFO;
        for (k = 0; k < e->count; k++)
            owners += e->cause[k].diagnostics[i / 32] >> i % 32 & 1;
        told += above;
        LAW(owners <= (i < r->count) && (!above || quiet || owners == 1), "each diagnostic has one cause");
    }
    LAW((e->count > 0) == (told && !quiet), "there is a cause when there is something to tell");
    for (k = 0; k < e->count; k++) {
        const loginlint_cause *cause = &e->cause[k];
        LAW(loginlint_name(LOGINLINT_LIST_CAUSE, cause->code) && loginlint_name(LOGINLINT_LIST_REMEDY, cause->remedy),
            "causes and remedies have names");
        LAW(cause->remedy != LOGINLINT_REMEDY_CHOOSE || cause->candidate < LOGINLINT_CANDIDATES_MAX, "a choice");
        LAW(!cause->secret || (!cause->argument && !cause->meant), "no character of a secret");
        LAW(cause->secret == (r->secret || r->field != LOGINLINT_FIELD_LOGIN_ID), "a secret is one everywhere");
    }
    return NULL;
}

static const char *law_explained(const loginlint_report *r, const loginlint_policy *policy,
                                 const loginlint_context *context, const uint8_t *s, uint32_t n) {
    LAW(loginlint_explain(policy, context, s, n, r, NULL, &law_explanation) == 0, "a report can be explained");
    if (law_oracle.wellformed) {
        LAW(loginlint_explain_utf16(policy, context, law_oracle.units, law_oracle.m, r, NULL, &law_explanation_twin) ==
                0,
            "a report can be explained");
        LAW(memcmp(&law_explanation, &law_explanation_twin, sizeof law_explanation) == 0,
            "UTF-8 and UTF-16 are explained alike");
    }
    return law_causes(r);
}

/* What holds of a report on s[0..n), n <= LOGINLINT_INPUT_MAX, by itself. */
static const char *law_of_report(const loginlint_report *r, const loginlint_policy *policy,
                                 const loginlint_context *context, const uint8_t *s, uint32_t n) {
    const char *broken = law_header(r, policy, &law_oracle);
    uint32_t i;
    for (i = 0; !broken && i < r->count; i++)
        broken = law_diagnostic(r, &r->diagnostics[i], &law_oracle);
    if (!broken)
        broken = law_encoding(r, &law_oracle);
    if (!broken)
        broken = law_text(r, s, n);
    if (!broken)
        broken = law_stable(r, policy, context);
    if (!broken)
        broken = law_verdict(r);
    if (!broken)
        broken = law_explained(r, policy, context, s, n);
    return broken ? broken : law_scratch(r, law_oracle.chars);
}

/* Checks s[0..n) and holds the answer to all laws. */
static const char *laws(const loginlint_policy *policy, const loginlint_context *context, const uint8_t *s,
                        uint32_t n) {
    const char *broken;
    LAW(law_check(policy, context, s, n, &law_report) == 0, "a value is never an error");
    if (n > LOGINLINT_INPUT_MAX) {
        LAW(law_report.count == 1 && law_report.diagnostics[0].code == LOGINLINT_CODE_TOO_LARGE, "too-large");
        return NULL;
    }
    if (law_plant)
        law_plant(&law_report, s, n);
    oracle_read(&law_oracle, s, n);
    broken = law_of_report(&law_report, policy, context, s, n);
    return broken ? broken : law_utf16(&law_report, policy, context);
}

#endif
