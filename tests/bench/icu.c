/* SPDX-License-Identifier: MIT */
/* icu.c - what a check by the companion costs, beside the core's and beside what it opens.
 *
 * In: nothing.  Out: nanoseconds a call, the least of many rounds, one line a row.  `make bench-icu`.
 */
#include <loginlint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unicode/uidna.h>
#include <unicode/unorm2.h>
#include <unicode/uspoof.h>

enum { ROUNDS = 60, CALLS = 500 };

static loginlint_policy policy;
static loginlint_report report;
static const char *value;
static uint32_t n;

static void with_companion(void) {
    loginlint_icu_check(&policy, NULL, (const uint8_t *)value, n, &report);
}
static void core_alone(void) {
    loginlint_check(&policy, NULL, (const uint8_t *)value, n, &report);
}
static void domain(void) {
    uint8_t out[256];
    loginlint_diagnostic finding;
    loginlint_icu_domain((const uint8_t *)value, n, LOGINLINT_DOMAIN_ASCII, out, sizeof out, &finding);
}
static void reserved(void) {
    static const char list[] = "admin,root,support,postmaster,webmaster,security,paypal,info,help,staff";
    loginlint_icu_confusable((const uint8_t *)value, n, list, sizeof list - 1);
}
static void open_idna(void) {
    UErrorCode error = U_ZERO_ERROR;
    uidna_close(uidna_openUTS46(UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ, &error));
}
static void open_normalizer(void) {
    UErrorCode error = U_ZERO_ERROR;
    (void)unorm2_getNFCInstance(&error);
}
static void open_spoof(void) {
    UErrorCode error = U_ZERO_ERROR;
    uspoof_close(uspoof_open(&error));
}

static double nanoseconds(void (*call)(void)) {
    struct timespec a, b;
    double best = 1e18, each;
    int round, i;
    for (round = 0; round < ROUNDS; round++) {
        clock_gettime(CLOCK_MONOTONIC, &a);
        for (i = 0; i < CALLS; i++)
            call();
        clock_gettime(CLOCK_MONOTONIC, &b);
        each = ((double)(b.tv_sec - a.tv_sec) * 1e9 + (double)(b.tv_nsec - a.tv_nsec)) / CALLS;
        best = each < best ? each : best;
    }
    return best;
}

int main(void) {
    static const struct {
        const char *name, *rules, *value;
    } rows[] = {
        {"ASCII ID, 16", "charset: unicode", "taro.yamada_2026"},
        {"ASCII ID, casemapped", "charset: unicode; profile: username-casemapped", "Taro.Yamada_2026"},
        {"Japanese ID, 4", "charset: unicode", "山田太郎"},
        {"Japanese ID, 12", "charset: unicode", "やまだたろう山田太郎です"},
        {"full-width ID, 8", "charset: unicode", "ｙａｍａｄａ２６"},
        {"decomposed ID, 8", "charset: unicode; case: lower", "太郎.e\u0301mile"},
        {"nickname, 11", "charset: unicode; profile: nickname", "Taro Yamada"},
        {"ASCII address", "charset: unicode; kind: email", "taro@example.jp"},
        {"international address", "charset: unicode; kind: email", "太郎@例え.jp"},
    };
    static const struct {
        const char *name;
        void (*call)(void);
        const char *value;
    } calls[] = {
        {"loginlint_icu_domain", domain, "例え.jp"},  {"loginlint_icu_confusable, 10 names", reserved, "山田太郎"},
        {"uidna_openUTS46 and close", open_idna, ""}, {"unorm2_getNFCInstance", open_normalizer, ""},
        {"uspoof_open and close", open_spoof, ""},
    };
    uint32_t i;
    printf("%-34s %10s %10s\n", "ns a call", "companion", "core alone");
    for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        value = rows[i].value;
        n = (uint32_t)strlen(value);
        if (loginlint_policy_init(&policy, LOGINLINT_FIELD_LOGIN_ID) != 0 ||
            loginlint_policy_parse(&policy, rows[i].rules, (uint32_t)strlen(rows[i].rules), NULL) != 0)
            return 2;
        printf("%-34s %10.0f %10.0f\n", rows[i].name, nanoseconds(with_companion), nanoseconds(core_alone));
    }
    for (i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        value = calls[i].value;
        n = (uint32_t)strlen(value);
        printf("%-34s %10.0f\n", calls[i].name, nanoseconds(calls[i].call));
    }
    return 0;
}
