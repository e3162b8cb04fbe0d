/* SPDX-License-Identifier: MIT */
/* threads.c - eight threads check the same policies and contexts at once, each with records of its own; built with
 * -fsanitize=thread, which reports any memory that two of them share and one of them writes.
 *
 * usage: threads --checks COUNT  COUNT checks in each thread, on one policy
 *        threads [ROUNDS]       each thread's digest of all records must be the first one's; prints the digest
 *        threads --planted      the threads share one report: the sanitizer must stop this
 */
#include <loginlint.h>
#include <pthread.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS = 8, FIELDS = 4, OUT = 4096 };

static loginlint_policy policies[FIELDS]; /* shared, and only read once the threads run */
static loginlint_context context;
static unsigned rounds = 4, checks;
static int planted;

static const char *const inputs[] = {
    "taro",
    "TARO YAMADA",
    "\xEF\xBC\x91\xEF\xBC\x92\xEF\xBC\x93\xEF\xBC\x94",
    "\xE3\x81\x8B\xE3\x82\x89\xE3\x81\x99",
    "taro@gmial.com",
    "4111 1111 1111 1111",
    "1234",
    "PASSWORD1!",
    "\xFF\xC0 broken",
    "\xEF\xBD\xB6\xEF\xBE\x9E ",
};

struct worker {
    pthread_t thread;
    loginlint_report report, twin;
    loginlint_candidates candidates;
    loginlint_explanation explanation;
    uint8_t out[OUT];
    uint64_t digest;
    int bad;
};
static struct worker workers[THREADS];
static loginlint_report shared;

static void mix(struct worker *w, const void *record, size_t n) {
    const uint8_t *p = record;
    while (n--)
        w->digest = (w->digest ^ *p++) * 0x100000001B3u;
}

static void mix_text(struct worker *w, int32_t length) {
    w->bad |= length < 0;
    if (length > 0)
        mix(w, w->out, length < OUT ? (size_t)length : OUT);
}

static void one(struct worker *w, const loginlint_policy *policy, const char *text) {
    static const uint8_t key[16] = "not a secret key";
    const uint8_t *input = (const uint8_t *)text;
    uint32_t n = (uint32_t)strlen(text), i;
    loginlint_report *report = planted ? &shared : &w->report;
    uint16_t units[32];
    for (i = 0; i < n && i < 32; i++)
        units[i] = input[i];
    w->bad |= loginlint_check(policy, &context, input, n, report) != 0;
    w->bad |= loginlint_check_utf16(policy, NULL, units, i, &w->twin) != 0;
    w->candidates.allowed = 0;
    w->bad |= loginlint_candidates_find(policy, &context, input, n, &w->candidates) != 0;
    w->bad |=
        loginlint_explain(policy, &context, input, n, &w->report, &w->candidates, &w->explanation) != 0 && !planted;
    mix(w, report, offsetof(loginlint_report, work));
    mix(w, &w->explanation, sizeof w->explanation);
    mix(w, &w->twin, offsetof(loginlint_report, work));
    mix(w, &w->candidates, offsetof(loginlint_candidates, work));
    for (i = 0; i < report->count; i++)
        mix_text(w, loginlint_message(report, i, i & 1, w->out, OUT));
    mix_text(w,
             loginlint_json(report, &w->candidates, &w->explanation, input, n, 0, LOGINLINT_LANGUAGE_JA, w->out, OUT));
    w->bad |= loginlint_tag(key, input, n, input, n, w->out) != 0;
    mix(w, w->out, 16);
}

/* What an application does at start-up may happen in every thread as well. */
static void parse(struct worker *w) {
    static const char rules[] = "minlength: 8; required: digit",
                      said[] = "lock-after: 3-5; maintenance: mon 00:00-07:00", known[] = "failures: 2";
    loginlint_policy policy;
    loginlint_service service;
    loginlint_facts facts;
    loginlint_advice advice;
    w->bad |= loginlint_policy_init(&policy, LOGINLINT_FIELD_PASSWORD) != 0 ||
              loginlint_policy_parse(&policy, rules, sizeof rules - 1, NULL) != 0 ||
              loginlint_service_parse(&service, said, sizeof said - 1, NULL) != 0 ||
              loginlint_facts_parse(&facts, known, sizeof known - 1, NULL) != 0 ||
              loginlint_preflight(&service, &facts, &advice) != 0;
    mix_text(w, loginlint_policy_print(&policy, (char *)w->out, OUT));
    mix_text(w, loginlint_advice_json(&advice, LOGINLINT_LANGUAGE_JA, w->out, OUT));
}

#ifdef LOGINLINT_WITH_ICU
/* The companion: every thread is the first to ask ICU for its data. */
static void whole_of_unicode(struct worker *w) {
    static const char *const values[] = {"\u592a\u90ce", "\u00c9cole e\u0301", "p\u0430ypal", "\u05d0a",
                                         "\u592a@\u4f8b\u3048.jp"};
    static const char *const rules[] = {"charset: unicode; profile: username-casemapped",
                                        "charset: unicode; profile: nickname", "charset: unicode; kind: email"};
    loginlint_diagnostic finding;
    loginlint_policy policy;
    unsigned i, k;
    for (k = 0; k < 3; k++)
        for (i = 0; i < 5; i++) {
            const uint8_t *value = (const uint8_t *)values[i];
            uint32_t n = (uint32_t)strlen(values[i]);
            w->bad |= loginlint_policy_init(&policy, LOGINLINT_FIELD_LOGIN_ID) != 0 ||
                      loginlint_policy_parse(&policy, rules[k], (uint32_t)strlen(rules[k]), NULL) != 0 ||
                      loginlint_icu_check(&policy, &context, value, n, &w->report) != 0;
            mix(w, &w->report, w->report.header + w->report.count * (size_t)w->report.stride);
            mix_text(w, loginlint_icu_profile(LOGINLINT_PROFILE_NIST, value, n, w->out, OUT, &finding));
            mix_text(w, loginlint_icu_domain(value, n, LOGINLINT_DOMAIN_ASCII, w->out, OUT, &finding));
            w->bad |= loginlint_icu_confusable(value, n, "paypal", 6) != (i == 2);
        }
}
#endif

/* Nothing but checks, all threads on the same policy. */
static void check_many(struct worker *w) {
    const loginlint_policy *policy = &policies[LOGINLINT_FIELD_LOGIN_ID];
    unsigned i, k;
    for (i = 0; i < checks; i++) {
        k = i % (sizeof inputs / sizeof inputs[0]);
        w->bad |=
            loginlint_check(policy, &context, (const uint8_t *)inputs[k], (uint32_t)strlen(inputs[k]), &w->report) != 0;
        mix(w, &w->report, 64);
    }
}

static void *work(void *argument) {
    struct worker *w = argument;
    unsigned round, field, i;
    if (checks) {
        check_many(w);
        return NULL;
    }
    for (round = 0; round < rounds; round++) {
        parse(w);
#ifdef LOGINLINT_WITH_ICU
        whole_of_unicode(w);
#endif
        for (field = 0; field < FIELDS; field++)
            for (i = 0; i < sizeof inputs / sizeof inputs[0]; i++)
                one(w, &policies[field], inputs[i]);
    }
    return NULL;
}

int main(int argc, char **argv) {
    static const char said[] = "caps-lock: on; stage: submit";
    unsigned i;
    planted = argc > 1 && strcmp(argv[1], "--planted") == 0;
    if (argc > 2 && strcmp(argv[1], "--checks") == 0)
        checks = (unsigned)atoi(argv[2]);
    else if (argc > 1 && !planted)
        rounds = (unsigned)atoi(argv[1]);
    for (i = 0; i < FIELDS; i++)
        if (loginlint_policy_init(&policies[i], i) != 0)
            return 2;
    if (loginlint_context_parse(&context, said, sizeof said - 1, NULL) != 0)
        return 2;
    for (i = 0; i < THREADS; i++)
        if (pthread_create(&workers[i].thread, NULL, work, &workers[i]) != 0)
            return 2;
    for (i = 0; i < THREADS; i++)
        pthread_join(workers[i].thread, NULL);
    for (i = 0; i < THREADS; i++)
        if (workers[i].bad || workers[i].digest != workers[0].digest)
            return printf("thread %u: %s\n", i, workers[i].bad ? "a call failed" : "another answer"), 1;
    printf("%016llx\n", (unsigned long long)workers[0].digest);
    return 0;
}
