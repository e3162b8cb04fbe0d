/* SPDX-License-Identifier: MIT */
/* icu.h - the fuzz target of the companion: every call of libloginlint-icu on hostile bytes, and what must hold.
 *
 * In: bytes, as targets.h describes; included by it.  Out: NULL, or the name of what does not hold.
 *
 *     the check      all laws of a report (tests/trust/laws.h): spans and fixes on code point boundaries and never
 *                    overlapping, fixes that give the text, a text that is stable; what the core found stays found, and
 *                    nothing that the core decided is skipped again
 *     each profile   its answer is well-formed, and enforcing it again changes nothing (RFC 8264, section 7)
 *     a domain       its answer is well-formed, the ASCII form is ASCII and its own ASCII form
 *     look-alikes    a name looks like itself
 *
 * The budget counts the companion's own basic blocks and not ICU's; tests/trust/linear.py counts those too.
 */
#ifndef FUZZ_ICU_H
#define FUZZ_ICU_H

enum { PROFILES = LOGINLINT_PROFILE_NIST };

/* Planted: an answer of a profile that is not the one that it would give again. */
static int icu_plant;

/* A finding outside a report: a code with a name, a span on the boundaries of what was given, `bad` bytes or not. */
static const char *law_finding(const loginlint_diagnostic *d, const struct oracle *o) {
    uint32_t e;
    if (!d->code)
        return NULL;
    LAW(loginlint_name(LOGINLINT_LIST_CODE, d->code) != NULL, "code has a name");
    LAW(d->byte[0] <= d->byte[1] && d->byte[1] <= o->n, "span within the input");
    for (e = 0; o->wellformed && e < 2; e++) {
        LAW(!o->inside[d->byte[e]], "span on a boundary");
        LAW(d->utf16[e] == o->utf16[d->byte[e]], "span in UTF-16 units");
        LAW(d->character[e] == o->character[d->byte[e]], "span in code points");
    }
    return NULL;
}

static const char *law_profile(uint32_t profile, const uint8_t *s, uint32_t n) {
    static uint8_t once[4 * LOGINLINT_TEXT_MAX], twice[sizeof once];
    loginlint_diagnostic d;
    int32_t length, again;
    const char *broken;
    WORK(WORK_ICU, n, length = loginlint_icu_profile(profile, s, n, once, sizeof once, &d));
    LAW(length >= 0 && (uint32_t)length <= sizeof once, "a value is never an error");
    broken = law_finding(&d, &law_oracle);
    LAW(!broken, broken);
    LAW(!d.code || !length, "what is refused has no answer");
    LAW(d.code || law_oracle.wellformed, "what is ill-formed is refused");
    LAW(d.code || (length && text_wellformed(once, (uint32_t)length)), "an answer is well-formed, and not empty");
    if (d.code || (uint32_t)length > LOGINLINT_INPUT_MAX)
        return NULL;
    if (icu_plant && length > 1)
        once[0] = ' '; /* what no profile answers */
    again = loginlint_icu_profile(profile, once, (uint32_t)length, twice, sizeof twice, &d);
    LAW(!d.code && again == length && memcmp(once, twice, (size_t)length) == 0, "enforced twice, the same");
    LAW(loginlint_icu_profile(profile, s, n, twice, (uint32_t)length / 2, &d) == length,
        "a cut answer says its length");
    return NULL;
}

static const char *law_domain(uint32_t flags, const uint8_t *s, uint32_t n) {
    static uint8_t once[1024], twice[1024];
    loginlint_diagnostic d;
    int32_t length, again, i;
    const char *broken;
    WORK(WORK_ICU, n, length = loginlint_icu_domain(s, n, flags, once, sizeof once, &d));
    LAW(length >= 0 && (uint32_t)length <= sizeof once, "a value is never an error");
    broken = law_finding(&d, &law_oracle);
    LAW(!broken, broken);
    LAW(d.code || law_oracle.wellformed, "what is ill-formed is refused");
    LAW(text_wellformed(once, (uint32_t)length), "an answer is well-formed");
    if (d.code || !(flags & LOGINLINT_DOMAIN_ASCII))
        return NULL;
    for (i = 0; i < length; i++)
        LAW(once[i] < 0x80, "an ASCII form is ASCII");
    again = loginlint_icu_domain(once, (uint32_t)length, flags, twice, sizeof twice, &d);
    LAW(!d.code && again == length && memcmp(once, twice, (size_t)length) == 0, "an ASCII form is its own ASCII form");
    return NULL;
}

static const char *law_alike(const uint8_t *s, uint32_t n) {
    uint32_t i, at = 0;
    int32_t found;
    for (i = 0; i < n; i++)
        if (s[i] == ',' || s[i] == '\n' || s[i] == '\r' || s[i] == ' ')
            at = i + 1; /* what follows the last one is one name */
    WORK(WORK_ALIKE, 2 * n, found = loginlint_icu_confusable(s + at, n - at, (const char *)s + at, n - at));
    LAW(found >= 0 || found == -(int32_t)LOGINLINT_ERROR_TOO_LONG, "no error but too long");
    LAW(!law_oracle.wellformed || at == n || found == 1 || (n - at > 600 && found < 0), "a name looks like itself");
    return NULL;
}

/* Against the core's report of the same value. */
static const char *law_core(const loginlint_report *r, const loginlint_report *core) {
    LAW(!(r->skipped & ~core->skipped), "nothing is skipped that the core decided");
    LAW(r->secret == core->secret && r->wellformed == core->wellformed && r->valid <= core->valid,
        "the core's own answers stand");
    LAW(r->verdict <= core->verdict || core->verdict == LOGINLINT_VERDICT_FIXED, "a verdict is never better");
    return NULL;
}

/* What the companion leaves of the candidates is valid to it. */
static const char *law_filter(const struct input *in) {
    static loginlint_candidates found;
    uint32_t i, before;
    int32_t rc;
    found.allowed = 0;
    LAW(loginlint_candidates_find(&in->policy, &in->context, in->value, in->n, &found) == 0,
        "a value is never an error");
    before = found.count;
    WORK(WORK_CANDIDATES, in->n < 512 ? in->n : 512,
         rc = loginlint_icu_candidates_filter(&in->policy, &in->context, &found));
    LAW(rc == 0 && found.count <= before, "a filter only takes away");
    for (i = 0; i < found.count; i++)
        LAW(loginlint_icu_check(&in->policy, &in->context, found.candidate[i].text, found.candidate[i].length,
                                &law_again) == 0 &&
                law_again.valid,
            "a candidate satisfies the companion");
    return NULL;
}

static const char *target_icu(const uint8_t *s, size_t size) {
    static struct input in;
    static loginlint_report report;
    uint32_t i;
    const char *broken = read_input(&in, s, size);
    LAW(!broken, broken);
    WORK(WORK_ICU, in.n, loginlint_icu_check(&in.policy, &in.context, in.value, in.n, &report));
    law_check = loginlint_icu_check;
    law_check_utf16 = loginlint_icu_check_utf16;
    broken = laws(&in.policy, &in.context, in.value, in.n);
    law_check = loginlint_check;
    law_check_utf16 = loginlint_check_utf16;
    LAW(!broken, broken);
    LAW(law_same(&report, &law_report), "the same value twice gives the same answer");
    if (in.n > LOGINLINT_INPUT_MAX)
        return NULL;
    LAW(loginlint_check(&in.policy, &in.context, in.value, in.n, &law_twin) == 0, "a value is never an error");
    broken = law_core(&report, &law_twin);
    for (i = 1; !broken && i <= PROFILES; i++)
        broken = law_profile(i, in.value, in.n);
    for (i = 0; !broken && i < 8; i++)
        broken = law_domain(i, in.value, in.n);
    if (!broken)
        broken = law_alike(in.value, in.n);
    if (!broken)
        broken = law_filter(&in);
    if (!broken)
        broken = law_key(loginlint_icu_key, in.value, in.n);
    if (!broken)
        broken = law_fixes(&report, in.value, in.n);
    return broken ? broken : law_messages(&report, in.n);
}

#endif
