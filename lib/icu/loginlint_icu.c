/* SPDX-License-Identifier: MIT */
/* loginlint_icu.c - the entry points of libloginlint-icu: runs the core, then decides what the core lists under
 * `skipped`.
 *
 * In: a policy, a context, a value.  Out: the core's report with more diagnostics, a text that is mapped as well, and
 * fewer bits of `skipped`.
 *
 *     the input with the core's safe fixes  -> items   (each knows its characters of the input)
 *     the profile's mappings                -> mapped
 *     where they differ                     -> a fix for those characters; string class, Bidi rule: findings
 *
 * Applying the safe fixes to the input still gives `text` (mappings.c).  What held the value is cleared behind each
 * call.
 */
#include "check/order.h"
#include "check/paste.h"
#include "run.h"
#include "text/wipe.h"
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>
#include <unicode/uversion.h>

#define BIT(skipped) (1u << LOGINLINT_SKIPPED_##skipped)

/* Has one of the first `count` diagnostics said about this character already what is wrong with it? */
static int is_covered(const loginlint_report *report, uint32_t count, const struct ll_item *item) {
    uint32_t i;
    for (i = 0; i < count; i++) {
        const loginlint_diagnostic *d = &report->diagnostics[i];
        if (d->code < LOGINLINT_CODE_CHECKSUM && d->character[0] <= item->from && d->character[1] >= item->to &&
            (d->level == LOGINLINT_LEVEL_ASK ||
             (d->severity == LOGINLINT_SEVERITY_ERROR && d->code >= LOGINLINT_CODE_EDGE_SPACE)) &&
            d->code != LOGINLINT_CODE_CAPS_LOCK && d->code != LOGINLINT_CODE_AUTO_CAPITAL)
            return 1;
    }
    return 0;
}

static enum ll_weight weight_of(const struct ll_run *run, uint32_t i) {
    int free =
        run->implied && run->rules.string_class == LL_IDENTIFIER && !loginlint__reason(&run->mapped, i, LL_FREEFORM);
    return free ? TOLD : REFUSED;
}

/* Neighbours that are refused for the same reason are one finding. */
static void string_class(struct ll_run *run, uint32_t from, uint32_t to) {
    struct ll_refusal refusal = {0, 0, 0, 0, 0, 0};
    enum ll_weight weight = TOLD;
    uint32_t i, reason, core = run->report->count;
    for (i = from; i < to; i++) {
        const struct ll_item *item = &run->mapped.item[i];
        reason = loginlint__reason(&run->mapped, i, run->rules.string_class);
        if (reason && is_covered(run->report, core, item))
            reason = 0;
        if (refusal.code && reason == refusal.reason && refusal.to >= item->from) {
            refusal.to = item->to > refusal.to ? item->to : refusal.to;
            continue;
        }
        if (refusal.code)
            loginlint__say_refusal(run, &refusal, weight);
        refusal = (struct ll_refusal){reason ? LOGINLINT_CODE_DISALLOWED : 0,
                                      (uint8_t)reason,
                                      0,
                                      loginlint__typed(run, item),
                                      item->from,
                                      item->to};
        weight = reason ? weight_of(run, i) : TOLD;
    }
    if (refusal.code)
        loginlint__say_refusal(run, &refusal, weight);
}

static void bidi(struct ll_run *run, uint32_t from, uint32_t to) {
    uint32_t at, condition = run->rules.bidi ? loginlint__bidi_rule(&run->mapped, from, to, 0, &at) : 0;
    struct ll_refusal refusal = {LOGINLINT_CODE_BIDI_RULE, 0, (uint8_t)condition, 0, 0, 0};
    if (!condition)
        return;
    refusal.cp = run->mapped.item[at].cp;
    refusal.from = run->mapped.item[at].from;
    refusal.to = run->mapped.item[at].to;
    loginlint__say_refusal(run, &refusal, run->implied ? ASKED : REFUSED);
}

/* The character that breaks the level of its own part: of an address the local part and each label count apart. */
static uint32_t mixed_script(const struct ll_run *run, uint32_t at, int *careful) {
    uint32_t from, to, i, n = run->mapped.n;
    for (from = 0; from < n; from = to + 1) {
        for (to = from; to < n && (to < at || at == n || run->mapped.item[to].cp != '.') && to != at;)
            to++;
        i = loginlint__mixed_script(&run->mapped, from, to, careful);
        if (i < n)
            return i;
    }
    return n;
}

/* Item i, if it is one. */
static void ask_about(struct ll_run *run, uint32_t code, uint32_t i) {
    const struct ll_item *item = &run->mapped.item[i];
    if (i == run->mapped.n)
        return;
    loginlint__icu_add(run, code, LOGINLINT_SEVERITY_WARNING, 80, item->from, item->to);
    loginlint__ask_for(run, LOGINLINT_VERDICT_ASK);
}

static void scripts(struct ll_run *run, uint32_t at) {
    int careful;
    uint32_t i = mixed_script(run, at, &careful);
    loginlint_diagnostic *d;
    if (i < run->mapped.n) {
        d = loginlint__icu_add(run, LOGINLINT_CODE_MIXED_SCRIPT,
                               careful ? LOGINLINT_SEVERITY_WARNING : LOGINLINT_SEVERITY_INFO, careful ? 80 : 40,
                               run->mapped.item[i].from, run->mapped.item[i].to);
        loginlint__ask_for(run, careful ? LOGINLINT_VERDICT_ASK : LOGINLINT_VERDICT_PASS);
        if (d)
            d->argument = run->secret ? 0 : run->mapped.item[i].cp;
    }
    ask_about(run, LOGINLINT_CODE_MIXED_NUMBERS, loginlint__mixed_numbers(&run->mapped));
    ask_about(run, LOGINLINT_CODE_COMBINING_SEQUENCE, loginlint__repeated_mark(&run->mapped));
}

/* ---- the check ---- */

static uint32_t profile_of(const struct ll_run *run) {
    if (run->policy->profile != LL_PROFILE_DEFAULT)
        return run->policy->profile;
    if (run->policy->field == LOGINLINT_FIELD_PASSWORD)
        return LOGINLINT_PROFILE_OPAQUE;
    return run->policy->letter_case == LL_LOWER ? LOGINLINT_PROFILE_USERNAME_CASEMAPPED
                                                : LOGINLINT_PROFILE_USERNAME_CASEPRESERVED;
}

/* For an ID the policy says the case: `profile: username-casemapped` alone means `case: lower` there. */
static void choose_rules(struct ll_run *run) {
    static const uint8_t mappings[] = {
        [LL_PRESERVE] = LL_CASE_KEPT, [LL_LOWER] = LL_CASE_LOWER, [LL_UPPER] = LL_CASE_UPPER};
    run->rules = *loginlint__profile_rules(profile_of(run));
    if (run->policy->field != LOGINLINT_FIELD_PASSWORD)
        run->rules.mapping = mappings[run->policy->letter_case];
}

/* The last @ of an address, or n. */
static uint32_t at_sign(const struct ll_run *run) {
    uint32_t i = run->mapped.n;
    if (run->secret || run->policy->kind == LL_KIND_NAME || run->policy->kind == LL_KIND_PHONE)
        return run->mapped.n;
    while (i > 0 && run->mapped.item[i - 1].cp != '@')
        i--;
    return i ? i - 1 : run->mapped.n;
}

/* Did the core judge what is behind the @ as a domain?  Where any ID is taken, a@b_c is none. */
static int is_domain(const struct ll_run *run) {
    return run->policy->kind == LL_KIND_EMAIL || (run->report->skipped & BIT(IDNA)) != 0;
}

/* Has the name a label that is written in two ways? */
static int is_international(const uint8_t *name, uint32_t n) {
    uint32_t i;
    for (i = 0; i < n; i++)
        if (name[i] >= 0x80 || (n - i > 4 && (i == 0 || name[i - 1] == '.') && (name[i] | 0x20) == 'x' &&
                                (name[i + 1] | 0x20) == 'n' && name[i + 2] == '-' && name[i + 3] == '-'))
            return 1;
    return 0;
}

/* The ASCII or the display form of the domain, where it is not what stands there already: told, and kept in the pool.
 */
static void tell_form(struct ll_run *run, uint32_t at, const uint8_t *name, uint32_t n, uint32_t flags) {
    uint8_t *to = run->report->pool + run->pool;
    uint32_t room = LOGINLINT_POOL_MAX - run->pool;
    loginlint_diagnostic finding, *d;
    int32_t length = loginlint_icu_domain(name, n, flags | LOGINLINT_DOMAIN_STD3, to, room, &finding);
    if (length <= 0 || finding.code || (uint32_t)length > room || ((uint32_t)length == n && memcmp(to, name, n) == 0))
        return;
    d = loginlint__icu_add(run, LOGINLINT_CODE_IDNA, LOGINLINT_SEVERITY_INFO, 100, run->mapped.item[at + 1].from,
                           run->mapped.item[run->mapped.n - 1].to);
    if (!d)
        return;
    d->table = (uint8_t)flags;
    d->fix_at = run->pool;
    d->fix_length = (uint32_t)length;
    run->pool += (uint32_t)length;
}

/* An empty label or a hyphen at the end may be a name that is still being typed; empty labels are the core's to tell.
 */
static void domain(struct ll_run *run, uint32_t at) {
    const uint32_t range[2] = {at + 1, run->mapped.n};
    uint8_t name[LOGINLINT_TEXT_MAX], out[4];
    loginlint_diagnostic finding, *d;
    uint32_t n = loginlint__put_items(&run->mapped, range, name, sizeof name), i = at + 1, left;
    int open;
    if (n > sizeof name || n > LOGINLINT_INPUT_MAX ||
        loginlint_icu_domain(name, n, LOGINLINT_DOMAIN_STD3 | LOGINLINT_DOMAIN_ASCII, out, 0, &finding) < 0)
        return;
    run->report->skipped &= ~BIT(IDNA);
    for (left = 0; left < run->report->count; left++)
        if (run->report->diagnostics[left].code == LOGINLINT_CODE_EMAIL_SYNTAX)
            return; /* told */
    if (!finding.code && is_international(name, n)) {
        tell_form(run, at, name, n, LOGINLINT_DOMAIN_ASCII);
        tell_form(run, at, name, n, 0);
    }
    if (!finding.code || finding.argument == 0 || finding.character[0] == finding.character[1])
        return;
    i += finding.character[0];
    left = finding.character[1] - finding.character[0];
    open = !run->submit && i + left == run->mapped.n;
    d = loginlint__icu_add(run, LOGINLINT_CODE_IDNA, open ? LOGINLINT_SEVERITY_INFO : LOGINLINT_SEVERITY_ERROR, 100,
                           run->mapped.item[i].from, run->mapped.item[i + left - 1].to);
    run->report->valid = 0;
    loginlint__ask_for(run, open ? LOGINLINT_VERDICT_INCOMPLETE : LOGINLINT_VERDICT_FAIL);
    if (d)
        d->argument = finding.argument;
}

/* ASCII that a mapping brings and the policy does not take: U+037E becomes a semicolon.  What was typed the core
 * judged. */
static void alphabet(struct ll_run *run) {
    struct ll_refusal refusal = {0, 0, 0, 0, 0, 0};
    uint32_t i, at;
    for (i = 0; run->applied && i < run->mapped.n; i++) {
        const struct ll_item *item = &run->mapped.item[i];
        if (item->cp >= 0x80 || ll_set_has(&run->policy->allowed, item->cp))
            continue;
        at = loginlint__first_item(&run->items, item->from);
        if (at < run->items.n && run->items.item[at].cp == item->cp)
            continue;
        if (refusal.code && refusal.to >= item->from) {
            refusal.to = item->to;
            continue;
        }
        if (refusal.code)
            loginlint__say_refusal(run, &refusal, REFUSED);
        refusal = (struct ll_refusal){LOGINLINT_CODE_NOT_ALLOWED, 0, 0, 0, item->from, item->to};
        refusal.cp = at < run->items.n ? run->items.item[at].cp : item->cp;
    }
    if (refusal.code)
        loginlint__say_refusal(run, &refusal, REFUSED);
}

/* The core counted the value as typed; a service counts what it stores.  A mapping that makes it too short or too long
 * is told here; a value that the core found too long stays so, though its mapping may fit. */
static void size(struct ll_run *run) {
    const struct ll_policy *policy = run->policy;
    uint32_t n = run->mapped.n, typed = run->items.n, code = 0;
    int error = run->submit;
    loginlint_diagnostic *d;
    if (!run->applied || policy->group_count)
        return;
    if (n < policy->min_length && typed >= policy->min_length)
        code = n ? LOGINLINT_CODE_TOO_SHORT : LOGINLINT_CODE_EMPTY;
    if (n > policy->max_length && typed <= policy->max_length) {
        code = LOGINLINT_CODE_TOO_LONG;
        error = 1;
    }
    if (!code)
        return;
    d = loginlint__icu_add(run, code, error ? LOGINLINT_SEVERITY_ERROR : LOGINLINT_SEVERITY_INFO, 100, 0,
                           run->characters);
    run->report->valid = 0;
    loginlint__ask_for(run, error ? LOGINLINT_VERDICT_FAIL : LOGINLINT_VERDICT_INCOMPLETE);
    if (d)
        d->argument = code == LOGINLINT_CODE_TOO_LONG ? policy->max_length
                      : code == LOGINLINT_CODE_EMPTY  ? 0
                                                      : policy->min_length;
}

static void judge(struct ll_run *run) {
    loginlint_report *report = run->report;
    if (run->verdict < report->verdict)
        report->verdict = (uint8_t)run->verdict;
    if (report->verdict == LOGINLINT_VERDICT_PASS && report->changed)
        report->verdict = LOGINLINT_VERDICT_FIXED;
    if (report->verdict == LOGINLINT_VERDICT_FIXED && !report->changed)
        report->verdict = LOGINLINT_VERDICT_PASS;
}

static void decide(struct ll_run *run) {
    struct ll_refusal refusal;
    UVersionInfo version;
    uint32_t at;
    int judged; /* what is behind the @ is a domain, or nothing */
    choose_rules(run);
    loginlint__read_items(run);
    memcpy(&run->mapped, &run->items, offsetof(struct ll_items, item) + run->items.n * sizeof(struct ll_item));
    u_getUnicodeVersion(version);
    run->report->unicode = (uint16_t)(version[0] << 8 | version[1]);
    if (loginlint__map(&run->rules, &run->mapped, &refusal)) {
        loginlint__say_refusal(run, &refusal, REFUSED); /* the rest stays undecided */
        return;
    }
    loginlint__keep_asked_spaces(run);
    loginlint__differences(run);
    alphabet(run);
    size(run);
    at = at_sign(run);
    judged = at == run->mapped.n || is_domain(run);
    string_class(run, 0, judged ? at : run->mapped.n);
    bidi(run, 0, at);
    if (!judged)
        bidi(run, at + 1, run->mapped.n);
    run->report->skipped &= ~(BIT(NORMALIZATION) | BIT(BIDI) | BIT(CONTEXT) | BIT(CASE_MAPPING));
    if (!run->secret) {
        scripts(run, at);
        run->report->skipped &= ~BIT(CONFUSABLES);
    }
    if (judged && at < run->mapped.n)
        domain(run, at);
}

/* What hides a part of the value is no text to be mapped: the core leaves all of it as it is. */
static int is_masked(const loginlint_report *report) {
    uint32_t i;
    for (i = 0; i < report->count; i++)
        if (report->diagnostics[i].code == LOGINLINT_CODE_MASKED_VALUE)
            return 1;
    return 0;
}

static int is_wanted(const struct ll_policy *policy, const loginlint_report *report) {
    return policy->allowed.unicode && report->wellformed && !report->quiet &&
           report->input_length <= LOGINLINT_INPUT_MAX && !ll_is_part(report) && !is_masked(report) &&
           (report->skipped || policy->given & LL_GIVEN_PROFILE);
}

static void follow_up(const loginlint_policy *policy, const loginlint_context *context, const uint8_t *input,
                      uint32_t n, loginlint_report *report) {
    struct ll_run run;
    uint32_t i;
    memset(&run, 0, offsetof(struct ll_run, items));
    run.items.n = run.mapped.n = 0;
    run.policy = ll_policy_of(policy);
    run.report = report;
    run.input = input;
    run.n = n;
    run.secret = report->secret;
    run.implied = run.policy->profile == LL_PROFILE_DEFAULT;
    run.create = run.policy->purpose == LL_CREATE;
    run.submit = context && (context->stage == 1 || context->entry > 1); /* the value is whole */
    run.verdict = LOGINLINT_VERDICT_PASS;
    run.core_count = report->count;
    for (i = 0; i < report->count; i++)
        if (report->diagnostics[i].fix_at + report->diagnostics[i].fix_length > run.pool)
            run.pool = report->diagnostics[i].fix_at + report->diagnostics[i].fix_length;
    decide(&run);
    judge(&run);
    ll_sort_findings(report);
}

LL_CLEARED_CALL(loginlint_icu_check, check_utf8,
                (const loginlint_policy *policy, const loginlint_context *context, const uint8_t *input, uint32_t n,
                 loginlint_report *report),
                (policy, context, input, n, report)) {
    int32_t error = loginlint_check(policy, context, input, n, report);
    if (!error && n && is_wanted(ll_policy_of(policy), report))
        follow_up(policy, context, input, n, report);
    return error;
}

int32_t loginlint__icu_check(const loginlint_policy *policy, const loginlint_context *context, const uint8_t *input,
                             uint32_t n, loginlint_report *report) {
    return check_utf8(policy, context, input, n, report);
}

LL_CLEARED_CALL(loginlint_icu_check_utf16, check_utf16,
                (const loginlint_policy *policy, const loginlint_context *context, const uint16_t *input, uint32_t n,
                 loginlint_report *report),
                (policy, context, input, n, report)) {
    UErrorCode status = U_ZERO_ERROR;
    char utf8[LOGINLINT_INPUT_MAX];
    int32_t length = 0, error = loginlint_check_utf16(policy, context, input, n, report);
    if (error || !n || !is_wanted(ll_policy_of(policy), report))
        return error;
    u_strToUTF8(utf8, sizeof utf8, &length, input, (int32_t)n, &status);
    if (U_SUCCESS(status))
        follow_up(policy, context, (const uint8_t *)utf8, (uint32_t)length, report);
    return 0;
}

/* ---- one profile, one value ---- */

static int read_value(struct ll_items *items, const uint8_t *input, uint32_t n) {
    int32_t at = 0;
    UChar32 c;
    items->n = 0;
    while (at < (int32_t)n) {
        U8_NEXT(input, at, (int32_t)n, c);
        if (c < 0)
            return 0;
        loginlint__push(items, (uint32_t)c, items->n, items->n + 1);
    }
    return 1;
}

static int32_t write_value(const struct ll_items *items, uint8_t *out, uint32_t capacity) {
    uint32_t i, k, n, total = 0;
    uint8_t bytes[4];
    for (i = 0; i < items->n; i++) {
        n = 0;
        U8_APPEND_UNSAFE(bytes, n, items->item[i].cp);
        for (k = 0; k < n && total + n <= capacity; k++)
            out[total + k] = bytes[k];
        if (total + n > capacity)
            capacity = total < capacity ? total : capacity;
        total += n;
    }
    return (int32_t)total;
}

LL_CLEARED_CALL(loginlint_icu_profile, enforce,
                (uint32_t profile, const uint8_t *input, uint32_t n, uint8_t *out, uint32_t capacity,
                 loginlint_diagnostic *finding),
                (profile, input, n, out, capacity, finding)) {
    const struct ll_rules *rules = loginlint__profile_rules(profile);
    struct ll_refusal refusal = {0, 0, 0, 0, 0, 0};
    struct ll_items items;
    int32_t length = 0;
    if ((!input && n) || (!out && capacity) || !finding)
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    if (!rules)
        return -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
    if (n > LOGINLINT_INPUT_MAX)
        return -(int32_t)LOGINLINT_ERROR_TOO_LONG;
    memset(finding, 0, sizeof *finding);
    if (!read_value(&items, input, n))
        refusal.code = LOGINLINT_CODE_INVALID_ENCODING;
    else if (!loginlint__enforce(rules, &items, &refusal))
        length = write_value(&items, out, capacity);
    if (refusal.code) {
        finding->code = refusal.code;
        finding->severity = LOGINLINT_SEVERITY_ERROR;
        finding->confidence = 100;
        finding->argument = refusal.cp;
        finding->table = refusal.code == LOGINLINT_CODE_BIDI_RULE ? refusal.condition : refusal.reason;
        loginlint__set_span(input, n, finding, refusal.from, refusal.to);
    }
    return length;
}
