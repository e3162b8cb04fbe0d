/* SPDX-License-Identifier: MIT */
/* check_email.c - e-mail addresses as login IDs: what mail systems take, what is still being typed, slips in the
 * domain.
 *
 * The slips are not only listed: every single edit of every target is made, and each must be found unless it leads to a
 * domain that is known.
 */
#include "check/email.h"
#include "must.h"
#include "policy/policy.h"
#include "random.h"
#include "suite.h"
#include <loginlint.h>
#include <regex.h>
#include <stdio.h>
#include <string.h>

#define PASS LOGINLINT_VERDICT_PASS
#define FIXED LOGINLINT_VERDICT_FIXED
#define ASK LOGINLINT_VERDICT_ASK
#define INCOMPLETE LOGINLINT_VERDICT_INCOMPLETE
#define FAIL LOGINLINT_VERDICT_FAIL
#define SYNTAX LOGINLINT_CODE_EMAIL_SYNTAX
#define TYPO LOGINLINT_CODE_EMAIL_DOMAIN_TYPO
#define KIND LOGINLINT_CODE_WRONG_KIND

static loginlint_report report;

static void run(const char *rules, const char *knows, const char *value) {
    loginlint_policy policy;
    loginlint_context context;
    ck_assert_int_eq(loginlint_policy_init(&policy, LOGINLINT_FIELD_LOGIN_ID), 0);
    ck_assert_msg(loginlint_policy_parse(&policy, rules, (uint32_t)strlen(rules), NULL) == 0, "%s", rules);
    ck_assert_int_eq(loginlint_context_init(&context), 0);
    ck_assert_int_eq(loginlint_context_parse(&context, knows, (uint32_t)strlen(knows), NULL), 0);
    ck_assert_int_eq(loginlint_check(&policy, &context, (const uint8_t *)value, (uint32_t)strlen(value), &report), 0);
}

static const loginlint_diagnostic *found(uint32_t code) {
    uint32_t i;
    for (i = 0; i < report.count; i++)
        if (report.diagnostics[i].code == code)
            return &report.diagnostics[i];
    return NULL;
}

/* The fix of the first domain slip, "" when there is none. */
static const char *suggestion(void) {
    static char text[LOGINLINT_POOL_MAX + 1];
    const loginlint_diagnostic *d = found(TYPO);
    text[0] = 0;
    if (d) {
        memcpy(text, report.pool + d->fix_at, d->fix_length);
        text[d->fix_length] = 0;
    }
    return text;
}

struct row {
    const char *value;
    uint32_t verdict, code; /* 0: neither email-syntax nor wrong-kind */
    uint32_t from, to;      /* of that finding, in characters; 0, 0: not looked at */
};

static void check_rows(const char *rules, const char *knows, const struct row *rows, uint32_t n) {
    uint32_t i;
    for (i = 0; i < n; i++) {
        const loginlint_diagnostic *d;
        run(rules, knows, rows[i].value);
        d = found(SYNTAX) ? found(SYNTAX) : found(KIND);
        ck_assert_msg(report.verdict == rows[i].verdict, "%s: verdict %u", rows[i].value, report.verdict);
        ck_assert_msg((d ? d->code : 0) == rows[i].code, "%s: code %u", rows[i].value, d ? d->code : 0);
        ck_assert_msg(report.valid == (rows[i].verdict == PASS), "%s: valid %u", rows[i].value, report.valid);
        if (d && rows[i].to)
            ck_assert_msg(d->character[0] == rows[i].from && d->character[1] == rows[i].to, "%s: %u-%u", rows[i].value,
                          d->character[0], d->character[1]);
    }
}
#define CHECK_ROWS(rules, knows, rows) check_rows(rules, knows, rows, (uint32_t)(sizeof(rows) / sizeof(rows)[0]))

START_TEST(what_mail_systems_take) {
    static const struct row rows[] = {
        {"taro@example.com", PASS, 0, 0, 0},
        {"t@e.co", PASS, 0, 0, 0},
        {"taro+news@example.co.jp", PASS, 0, 0, 0},
        {"o'hara@example.com", PASS, 0, 0, 0},
        {"!#$%&'*+-/=?^_`{|}~@example.com", PASS, 0, 0, 0},
        {"taro@EXAMPLE.COM", PASS, 0, 0, 0},
        {"taro@1337.com", PASS, 0, 0, 0},
        {"taro@a--b.example", PASS, 0, 0, 0},
        {"taro@xn--eckwd4c7c.xn--zckzah", PASS, 0, 0, 0},
        {"a..b@docomo.ne.jp", PASS, 0, 0, 0},
        {"a.b.@ezweb.ne.jp", PASS, 0, 0, 0},
        {"a...@d.vodafone.ne.jp", PASS, 0, 0, 0},
        {"A.@DOCOMO.NE.JP", PASS, 0, 0, 0},
        {".a@docomo.ne.jp", ASK, 0, 0, 0}, /* without the full stop it is one */
        {".taro@example.com", ASK, 0, 0, 0},
        {"taro.@example.com", ASK, SYNTAX, 4, 5},
        {"ta..ro@example.com", ASK, SYNTAX, 2, 4},
        {"@example.com", FAIL, SYNTAX, 0, 1},
        {"taro@jiro@example.com", FAIL, SYNTAX, 4, 5},
        {"taro@@example.com", ASK, SYNTAX, 4, 6},
        {"taro@example..com", ASK, SYNTAX, 12, 14},
        {"taro@.example.com", FAIL, SYNTAX, 5, 6},
        {"taro@-example.com", FAIL, SYNTAX, 5, 6},
        {"taro@example-.com", FAIL, SYNTAX, 12, 13},
        {"taro@exa_mple.com", FAIL, SYNTAX, 8, 9},
        {"taro@exa++mple.com", FAIL, SYNTAX, 8, 10},
        {"taro@192.168.0.1", FAIL, SYNTAX, 15, 16},
    };
    CHECK_ROWS("kind: email", "", rows);
    CHECK_ROWS("kind: email", "stage: submit", rows);
}
END_TEST

/* Where the service takes more characters: quoted strings and address literals of RFC 5321. */
START_TEST(quoted_strings_and_literals) {
    static const struct row rows[] = {
        {"\"taro yamada\"@example.com", PASS, 0, 0, 0},
        {"\"a\\\"@b\"@example.com", PASS, 0, 0, 0},
        {"\"a\\\\\"@example.com", PASS, 0, 0, 0},
        {"\"\"\"@example.com", FAIL, SYNTAX, 0, 3},
        {"\"a\\\"@example.com", FAIL, SYNTAX, 0, 4},
        {"\"a\"b@example.com", ASK, 0, 0, 0}, /* a name in quotes before it */
        {"a\"b\"@example.com", FAIL, SYNTAX, 1, 2},
        {"taro@[192.0.2.1]", PASS, 0, 0, 0},
        {"taro@[192.0.2.256]", FAIL, SYNTAX, 5, 18},
        {"taro@[192.0.2]", FAIL, SYNTAX, 5, 14},
        {"taro@[192.0.2.1.]", FAIL, SYNTAX, 5, 17},
        {"taro@[IPv6:2001:db8::1]", PASS, 0, 0, 0},
        {"taro@[IPv6:::]", PASS, 0, 0, 0},
        {"taro@[IPv6:1:2:3:4:5:6:7:8]", PASS, 0, 0, 0},
        {"taro@[IPv6:1:2:3:4:5:6:192.0.2.1]", PASS, 0, 0, 0},
        {"taro@[IPv6:1:2:3:4:5:6:7]", FAIL, SYNTAX, 5, 25},
        {"taro@[IPv6:1::2::3]", FAIL, SYNTAX, 5, 19},
        {"taro@[IPv6:1:2:3:4:5:6:7:8:9]", FAIL, SYNTAX, 5, 29},
        {"taro@[IPv6:12345::]", FAIL, SYNTAX, 5, 19},
        {"taro@[IPv6:1:]", FAIL, SYNTAX, 5, 14},
        {"taro@[example.com]", FAIL, SYNTAX, 5, 18},
        {"(taro)@example.com", FAIL, SYNTAX, 0, 1},
    };
    CHECK_ROWS("kind: email; allowed: ascii-printable", "", rows);
    CHECK_ROWS("kind: email; allowed: ascii-printable", "stage: submit", rows);
}
END_TEST

START_TEST(lengths) {
    char value[512];
    uint32_t n;
    for (n = 63; n <= 66; n++) { /* the local part: at most 64 */
        memset(value, 'a', n);
        strcpy(value + n, "@example.com");
        run("kind: email", "", value);
        ck_assert_uint_eq(report.verdict, n <= 64 ? PASS : FAIL);
    }
    for (n = 62; n <= 65; n++) { /* a label: at most 63 */
        strcpy(value, "a@");
        memset(value + 2, 'b', n);
        strcpy(value + 2 + n, ".com");
        run("kind: email", "", value);
        ck_assert_uint_eq(report.verdict, n <= 63 ? PASS : FAIL);
    }
    for (n = 247; n <= 256; n++) { /* the domain: at most 253; the whole: at most 254, whatever the service says */
        uint32_t i;
        strcpy(value, "a@");
        for (i = 0; i < n; i++)
            value[2 + i] = i % 60 == 59 && i + 3 < n ? '.' : 'b';
        value[2 + n] = 0;
        run("kind: email; maxlength: 400", "", value);
        ck_assert_msg(report.verdict == (n <= 252 ? PASS : FAIL), "%u", n);
    }
}
END_TEST

START_TEST(while_typing) {
    static const struct row typing[] = {
        {"taro", INCOMPLETE, KIND, 0, 4},
        {"taro@", INCOMPLETE, SYNTAX, 4, 5},
        {"taro@example", INCOMPLETE, SYNTAX, 4, 12},
        {"taro@example.", INCOMPLETE, SYNTAX, 0, 0},
        {"taro@example.c", INCOMPLETE, SYNTAX, 0, 0},
        {"taro@example-", INCOMPLETE, SYNTAX, 0, 0},
        {"taro@docomo.ne.j", INCOMPLETE, SYNTAX, 0, 0},
        {"taro@yahoo.co.", INCOMPLETE, SYNTAX, 0, 0},
    };
    static const struct row submitted[] = {
        {"taro", FAIL, KIND, 0, 4},
        {"taro@", FAIL, SYNTAX, 4, 5},
        {"taro@example", FAIL, SYNTAX, 4, 12},
        {"taro@example.", FAIL, SYNTAX, 0, 0},
        {"taro@example.c", FAIL, SYNTAX, 0, 0},
        {"taro@example-", FAIL, SYNTAX, 0, 0},
    };
    const loginlint_diagnostic *d;
    const char *whole = "taro.yamada@docomo.ne.jp";
    char part[64];
    uint32_t n;
    CHECK_ROWS("kind: email", "", typing);
    CHECK_ROWS("kind: email", "stage: submit", submitted);
    run("kind: email", "", "taro@yahoo.co"); /* on the way to yahoo.co.jp */
    ck_assert_uint_eq(found(TYPO)->severity, LOGINLINT_SEVERITY_INFO);
    ck_assert_str_eq(suggestion(), "");
    run("kind: email", "stage: submit", "taro@yahoo.co");
    ck_assert_str_eq(suggestion(), "yahoo.com");
    run("kind: email", "", "taro");
    d = found(KIND);
    ck_assert_uint_eq(d->severity, LOGINLINT_SEVERITY_INFO);
    ck_assert_uint_eq(d->argument, 1);    /* an e-mail address is what belongs here */
    for (n = 3; n < strlen(whole); n++) { /* nothing alarms on the way there */
        memcpy(part, whole, n);
        part[n] = 0;
        run("kind: email", "", part);
        ck_assert_msg(report.verdict == INCOMPLETE, "%s: verdict %u", part, report.verdict);
    }
}
END_TEST

struct slip {
    const char *value, *domain; /* "": no slip */
};

START_TEST(slips_of_the_domain) {
    static const struct slip slips[] = {
        {"taro@gmial.com", "gmail.com"},
        {"taro@gmal.com", "gmail.com"},
        {"taro@gmaill.com", "gmail.com"},
        {"taro@gnail.com", "gmail.com"},
        {"taro@gmail.co", "gmail.com"},
        {"taro@gmail.comm", "gmail.com"},
        {"taro@gmailc.om", "gmail.com"},
        {"taro@gmailcom", "gmail.com"},
        {"taro@gmail..com", "gmail.com"},
        {"taro@gmail.con", "gmail.com"},
        {"taro@GNAIL.con", "gmail.com"},
        {"taro@homail.con", "hotmail.com"},
        {"taro@gmial,com", "gmail.com"},
        {"taro@example.cmo", "example.com"},
        {"taro@yahooo.co.jp", "yahoo.co.jp"},
        {"taro@yaho.co.jp", "yahoo.co.jp"},
        {"taro@docmo.ne.jp", "docomo.ne.jp"},
        {"taro@docomo.ne.jo", "docomo.ne.jp"},
        {"a..b@docomo.ne.jo", "docomo.ne.jp"},
        {"taro@i.softbnak.jp", "i.softbank.jp"},
        {"taro@iclod.com", "icloud.com"},
        {"taro@live.jo", "live.jp"},
        {"taro@0cn.ne.jp", "ocn.ne.jp"},
        {"taro@bilgobe.ne.jp", "biglobe.ne.jp"},
        /* a provider with an ending that it does not have */
        {"taro@gmail.co.jp", "gmail.com"},
        {"taro@gmail.jp", "gmail.com"},
        {"taro@gmail.com.com", "gmail.com"},
        {"taro@icloud.co.jp", "icloud.com"},
        {"taro@docomo.co.jp", "docomo.ne.jp"},
        {"taro@ezweb.ne.jp.com", "ezweb.ne.jp"},
        {"taro@i.softbank.ne.jp", "i.softbank.jp"},
        {"taro@yahoo.jp", "yahoo.co.jp"},
        {"taro@hotmail.jp", "hotmail.co.jp"},
        {"taro@outlook.co.jp", "outlook.jp"},
        {"taro@docomo.ne", "docomo.ne.jp"},
        {"taro@i.softbank", "i.softbank.jp"},
        {"taro@gmail.c", "gmail.com"},
        /* an ending that is none */
        {"taro@example.c0m", "example.com"},
        {"taro@example.ckm", "example.com"},
        {"taro@example.nett", "example.net"},
        {"taro@example.com.com", "example.com"},
        {"taro@example.cojp", "example.co.jp"},
        {"taro@example.co.jo", "example.co.jp"},
        {"taro@example.ne.pj", "example.ne.jp"},
        {"taro@example.coj.p", "example.co.jp"},
        {"taro@gnail.c0m", "gmail.com"},
        /* known, or too far, or too short a name for an unlikely slip */
        {"taro@mail.com", ""},
        {"taro@email.com", ""},
        {"taro@ymail.com", ""},
        {"taro@cloud.com", ""},
        {"taro@yahoo.ne.jp", ""},
        {"taro@emobile.ne.jp", ""},
        {"taro@y-mobile.ne.jp", ""},
        {"taro@yahoo.fr", ""},
        {"taro@outlook.com.br", ""},
        {"taro@softbank.co.jp", ""},
        {"taro@love.jp", ""},
        {"taro@olive.jp", ""},
        {"taro@xmail.com", ""},
        {"taro@example.cam", ""},
        {"taro@example.cm", ""},
        {"taro@example.co.je", ""},
        {"taro@com.com", ""},
        {"taro@gmaaail.com", ""},
        {"taro@line.jp", ""},
        {"taro@give.jp", ""},
        {"taro@example.com", ""},
        {"taro@mail.gmial.com", ""},
    };
    uint32_t i, k;
    static const char *const rules[] = {"kind: email", ""};
    for (k = 0; k < 2; k++)
        for (i = 0; i < sizeof slips / sizeof slips[0]; i++) {
            const loginlint_diagnostic *d;
            run(rules[k], "stage: submit", slips[i].value);
            d = found(TYPO);
            ck_assert_msg(strcmp(suggestion(), slips[i].domain) == 0, "%s: %s", slips[i].value, suggestion());
            ck_assert_msg(report.verdict == (*slips[i].domain ? ASK : PASS), "%s: verdict %u", slips[i].value,
                          report.verdict);
            if (!d)
                continue;
            ck_assert_uint_eq(d->level, LOGINLINT_LEVEL_ASK);
            ck_assert_uint_eq(d->character[0], (uint32_t)(strchr(slips[i].value, '@') + 1 - slips[i].value));
            ck_assert_uint_eq(d->character[1], (uint32_t)strlen(slips[i].value));
        }
}
END_TEST

START_TEST(a_comma_is_a_dot) {
    static const char *const values[] = {"taro@gmail,com", "taro@example,co,jp",
                                         "taro@gmail\xEF\xBC\x8C"
                                         "com",
                                         "taro@gmail\xE3\x80\x81"
                                         "com"};
    uint32_t i;
    for (i = 0; i < sizeof values / sizeof *values; i++) {
        run("kind: email", "", values[i]);
        ck_assert_msg(report.verdict == ASK && found(TYPO) && !report.valid, "%s: verdict %u", values[i],
                      report.verdict);
    }
    run("kind: email; allowed: ascii-printable", "stage: submit", "ta,ro@example.com");
    ck_assert(report.verdict == ASK && !report.valid && report.count); /* a comma, or another value before it */
    run("", "", "taro@gmail,com");
    ck_assert_uint_eq(report.verdict, ASK);
    run("allowed: ascii-printable", "", "hello@you,there");
    ck_assert_uint_eq(report.verdict, PASS); /* a name that the service takes as it is */
    run("kind: email", "",
        "taro@gmail\xE3\x80\x82"
        "com"); /* the ideographic full stop was folded before */
    ck_assert_uint_eq(report.verdict, FIXED);
}
END_TEST

START_TEST(the_services_own_domains) {
    run("kind: email; domains: example.co.jp", "", "taro@exmaple.co.jp");
    ck_assert_str_eq(suggestion(), "example.co.jp");
    run("kind: email", "", "taro@exmaple.co.jp");
    ck_assert_str_eq(suggestion(), "");
    run("kind: email; domains: gmial.com", "", "taro@gmial.com");
    ck_assert_uint_eq(report.verdict, PASS);
    run("kind: email; domains: one.example, two.example", "", "taro@tow.example");
    ck_assert_str_eq(suggestion(), "two.example");
}
END_TEST

/* Of kind any, a value with an @ need not be an address. */
START_TEST(other_kinds) {
    static const char *const names[] = {"a@b@c", "taro@home", "a..b@c", "taro.example.com", "acme.com"};
    static const struct row addresses[] = {
        {"taro@", FAIL, SYNTAX, 4, 5},
        {"@", FAIL, SYNTAX, 0, 1},
        {"taro@@gmail.com", ASK, SYNTAX, 4, 6},
        {"taro@example..com", ASK, SYNTAX, 12, 14},
        {"ta..ro@example.com", ASK, SYNTAX, 2, 4},
    };
    uint32_t i;
    for (i = 0; i < sizeof names / sizeof *names; i++) {
        run("", "stage: submit", names[i]);
        ck_assert_msg(report.verdict == PASS, "%s: verdict %u", names[i], report.verdict);
    }
    CHECK_ROWS("", "stage: submit", addresses);
    run("kind: name", "", "taro@gmial.com");
    ck_assert_ptr_null(found(TYPO));
}
END_TEST

/* What an address lacks is offered where the rest is a provider's. */
START_TEST(what_is_missing) {
    static const struct {
        const char *value, *fix;
        uint32_t from, to;
    } rows[] = {
        {"taro.gmail.com", "@", 4, 5},      {"tarogmail.com", "@", 4, 4},           {"taro_docomo.ne.jp", "@", 4, 5},
        {"taro@gmail", "gmail.com", 5, 10}, {"taro@docomo", "docomo.ne.jp", 5, 11},
    };
    static const struct row others[] = {
        {"taro.example.com", FAIL, SYNTAX, 0, 16}, {"taroexample.jp", FAIL, SYNTAX, 0, 14},
        {"taro.yamada", FAIL, KIND, 0, 11},        {"gmail.com", FAIL, SYNTAX, 0, 9},
        {"tame.com", FAIL, SYNTAX, 0, 8}, /* the end of a word, not me.com */
    };
    uint32_t i, k;
    static const char *const rules[] = {"kind: email", ""};
    for (k = 0; k < 2; k++)
        for (i = 0; i < sizeof rows / sizeof *rows; i++) {
            const loginlint_diagnostic *d;
            run(rules[k], "", rows[i].value);
            ck_assert_msg(report.verdict == INCOMPLETE, "%s: verdict %u", rows[i].value, report.verdict);
            run(rules[k], "stage: submit", rows[i].value);
            d = found(SYNTAX);
            ck_assert_msg(d && report.verdict == ASK && report.valid == k, "%s: verdict %u", rows[i].value,
                          report.verdict);
            ck_assert_msg(d->character[0] == rows[i].from && d->character[1] == rows[i].to, "%s", rows[i].value);
            ck_assert_msg(d->fix_length == strlen(rows[i].fix) &&
                              memcmp(report.pool + d->fix_at, rows[i].fix, d->fix_length) == 0,
                          "%s", rows[i].value);
        }
    CHECK_ROWS("kind: email", "stage: submit", others);
}
END_TEST

START_TEST(beyond_ascii) {
    run("kind: email; charset: unicode", "stage: submit", "taro@\xE6\x97\xA5\xE6\x9C\xAC.jp");
    ck_assert_uint_eq(report.verdict, PASS);
    ck_assert_uint_ne(report.skipped & 1u << LOGINLINT_SKIPPED_IDNA, 0);
    run("kind: email; charset: unicode", "stage: submit", "\xE5\xA4\xAA\xE9\x83\x8E@example.jp");
    ck_assert_uint_eq(report.verdict, PASS);
    ck_assert_uint_eq(report.skipped & 1u << LOGINLINT_SKIPPED_IDNA, 0);
}
END_TEST

/* ---- every single edit of every target ---- */

static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz0123456789-.";

static const struct {
    const char *name;
    int target;
} listed[] = {
#define ROLE_TARGET 1
#define ROLE_ALONE 1
#define ROLE_HOME 1
#define ROLE_CARRIER 1
#define ROLE_CARRIER_ALONE 1
#define ROLE_IRREGULAR 0
#define ROLE_KNOWN 0
#define X(role, text) {text, ROLE_##role},
#include "check/domains.def"
};
enum { LISTED = sizeof listed / sizeof listed[0] };

static int is_listed(const char *domain) {
    uint32_t i;
    for (i = 0; i < LISTED; i++)
        if (strcmp(listed[i].name, domain) == 0)
            return 1;
    return 0;
}

/* orange.ar beside orange.fr: the same name in another country. */
static int is_abroad(const char *domain, const char *target) {
    size_t host = strcspn(target, ".");
    return strncmp(domain, target, host + 1) == 0 && strlen(target) == host + 3 && strlen(domain) == host + 3 &&
           strcmp(target + host, ".jp") != 0;
}

static uint32_t tried, silent;

/* One edit of a target: another listed domain, or a slip.  Edits of short names, and another first letter, may stay
 * silent. */
static void one_edit(const char *domain, const char *target) {
    char value[96];
    if (!*domain)
        return;
    snprintf(value, sizeof value, "t@%s", domain);
    run("kind: email", "stage: submit", value);
    tried++;
    if (is_listed(domain)) {
        ck_assert_msg(!found(TYPO), "%s is known", domain);
    } else if (!found(TYPO)) {
        silent++;
        ck_assert_msg(strcspn(target, ".") <= 4 || (strlen(domain) == strlen(target) && *domain != *target) ||
                          is_abroad(domain, target) || found(LOGINLINT_CODE_SURROUNDING_TEXT),
                      "%s: not taken for %s", domain, target);
    } else {
        ck_assert_msg(report.verdict == ASK && is_listed(suggestion()), "%s: verdict %u, %s", domain, report.verdict,
                      suggestion());
    }
}

START_TEST(every_slip_of_every_target) {
    uint32_t t, i, c;
    char text[64];
    for (t = 0; t < LISTED; t++) {
        const char *name = listed[t].name;
        uint32_t n = (uint32_t)strlen(name);
        if (!listed[t].target)
            continue;
        snprintf(text, sizeof text, "t@%s", name);
        run("kind: email", "stage: submit", text);
        ck_assert_msg(report.verdict == PASS, "%s", name);
        for (i = 0; i <= n; i++)
            for (c = i % STEP_OF(5); c < sizeof alphabet - 1; c += STEP_OF(5)) {
                snprintf(text, sizeof text, "%.*s%c%s", (int)i, name, alphabet[c], name + i);
                one_edit(text, name);
                if (i == n || alphabet[c] == name[i])
                    continue;
                snprintf(text, sizeof text, "%.*s%c%s", (int)i, name, alphabet[c], name + i + 1);
                one_edit(text, name);
            }
        for (i = 0; i < n; i++) {
            snprintf(text, sizeof text, "%.*s%s", (int)i, name, name + i + 1);
            one_edit(text, name);
            if (i + 1 == n || name[i] == name[i + 1])
                continue;
            snprintf(text, sizeof text, "%.*s%c%c%s", (int)i, name, name[i + 1], name[i], name + i + 2);
            one_edit(text, name);
        }
    }
    printf("e-mail: %u single edits of the target domains, %u of them (of short names) let pass\n", tried, silent);
}
END_TEST

/* ---- random values against a second reading of the rules, written from the RFCs by regular expressions ---- */

enum { ROUNDS = ROUNDS_OF(60000) };

static void build(char *value) {
    static const char *const pieces[] = {"a",     "b1",  "taro", ".",      "..",          "-",
                                         "_",     "+",   "@",    "@",      "@",           "gmail",
                                         "gmial", "com", ".com", ".co.jp", ".jp",         "docomo.ne.jp",
                                         "yahoo", "1",   "22",   "%",      "ezweb.ne.jp", "x.d.vodafone.ne.jp",
                                         ".c",    "con"};
    uint32_t n = 1 + below(8);
    value[0] = 0;
    if (below(3)) { /* mostly nearly right */
        strcat(value, below(4) ? "taro" : "t.");
        n = 1 + below(4);
        strcat(value, "@");
    }
    while (n--)
        strcat(value, pieces[below(sizeof pieces / sizeof *pieces)]);
}

/* What the companion asks of a domain that it has decoded: is it a host's name, and no slip of one that is known? */
START_TEST(domains_that_agree) {
    static const struct {
        const char *domain;
        int agrees;
    } rows[] = {
        {"example.com", 1},
        {"EXAMPLE.Com", 1},
        {"gmail.com", 1},
        {"GMAIL.COM", 1},
        {"gmial.com", 0},
        {"GMIAL.com", 0},
        {"example", 0},
        {"a..b", 0},
        {"-a.jp", 0},
        {"a-.jp", 0},
        {"a.b-", 0},
        {"a.b", 0},
        {"a.bc", 1},
        {"a_b.jp", 0},
        {"12.34", 0},
        {".jp", 0},
        {"jp.", 0},
        {"", 0},
        {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.com", 1},   /* 63 bytes, the most that is read */
        {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.com", 0}}; /* 64 */
    loginlint_policy policy;
    uint32_t i;
    loginlint_policy_init(&policy, LOGINLINT_FIELD_LOGIN_ID);
    for (i = 0; i < sizeof rows / sizeof rows[0]; i++)
        ck_assert_msg(loginlint__email_domain_agrees(ll_policy_of(&policy), (const uint8_t *)rows[i].domain,
                                                     (uint32_t)strlen(rows[i].domain)) == rows[i].agrees,
                      "%s", rows[i].domain);
}
END_TEST

START_TEST(random_addresses) {
    static const char *const irregular =
        "^([^@.][^@]*)@([a-z0-9.-]*[.])?(docomo|ezweb|softbank|vodafone|disney)[.]ne[.]jp$";
    static const char *const regular = "^[a-z0-9%_+-]+([.][a-z0-9%_+-]+)*@.*$";
    static const char *const host = "^[^@]*@([a-z0-9]([a-z0-9-]*[a-z0-9])?[.])+([a-z0-9]*[a-z-][a-z0-9-]*)$";
    static const char *const tail = "[.][a-z0-9]([a-z0-9-]*[a-z0-9])$";
    regex_t e[4];
    uint32_t i, taken = 0;
    char value[256];
    ck_assert_int_eq(regcomp(&e[0], irregular, REG_EXTENDED | REG_NOSUB), 0);
    ck_assert_int_eq(regcomp(&e[1], regular, REG_EXTENDED | REG_NOSUB), 0);
    ck_assert_int_eq(regcomp(&e[2], host, REG_EXTENDED | REG_NOSUB), 0);
    ck_assert_int_eq(regcomp(&e[3], tail, REG_EXTENDED | REG_NOSUB), 0);
    for (i = 0; i < ROUNDS; i++) {
        int want;
        build(value);
        want = (!regexec(&e[0], value, 0, NULL, 0) || !regexec(&e[1], value, 0, NULL, 0)) &&
               !regexec(&e[2], value, 0, NULL, 0) && !regexec(&e[3], value, 0, NULL, 0) && strlen(value) >= 3;
        run("kind: email", "stage: submit", value);
        ck_assert_msg(report.valid == want, "%s: valid %u", value, report.valid);
        ck_assert_msg(want ? report.verdict == PASS || (report.verdict == ASK && found(TYPO))
                           : report.verdict == FAIL || report.verdict == ASK,
                      "%s: verdict %u", value, report.verdict);
        taken += (uint32_t)want;
    }
    printf("e-mail: %d random values, %u of them addresses\n", ROUNDS, taken);
    for (i = 0; i < 4; i++)
        regfree(&e[i]);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("email");
    TCase *all = tcase_create("email");
    tcase_set_timeout(all, 120);
    tcase_add_test(all, what_mail_systems_take);
    tcase_add_test(all, quoted_strings_and_literals);
    tcase_add_test(all, lengths);
    tcase_add_test(all, while_typing);
    tcase_add_test(all, slips_of_the_domain);
    tcase_add_test(all, a_comma_is_a_dot);
    tcase_add_test(all, the_services_own_domains);
    tcase_add_test(all, other_kinds);
    tcase_add_test(all, what_is_missing);
    tcase_add_test(all, beyond_ascii);
    tcase_add_test(all, every_slip_of_every_target);
    tcase_add_test(all, domains_that_agree);
    tcase_add_test(all, random_addresses);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
