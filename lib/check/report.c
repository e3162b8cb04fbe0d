/* SPDX-License-Identifier: MIT */
/* report.c - sorts, merges neighbours, applies the safe edits, decides.
 *
 * In: characters with marks and edits, findings about the whole.  Out: the report.  Applying the safe fixes of the
 * report to the input gives its `text`, also when there are more findings than places: then the last safe diagnostic
 * covers the rest.
 */
#include "check/report.h"
#include "check/findings.h"
#include "check/fold.h"
#include "check/order.h"
#include "text/utf.h"

/* What a mark becomes: its code, and how sure. */
struct mark {
    uint8_t code, severity, confidence;
};

static const struct mark marks[LL_MARKS] = {
#define LL_ROW_MARK(name, severity, confidence)                                                                        \
    [LL_M_##name] = {LOGINLINT_CODE_##name, LOGINLINT_SEVERITY_##severity, confidence},
#define LL_ROW_WHOLE(name, severity, confidence)
#define X(number, name, text, group, severity, confidence, mark, ...) LL_ROW_##mark(name, severity, confidence)
#include "check/diagnostics.def"
};

void loginlint__report_start(loginlint_report *report, uint32_t field) {
    report->size = sizeof *report;
    report->abi = LOGINLINT_ABI;
    report->header = (uint16_t) __builtin_offsetof(loginlint_report, diagnostics);
    report->stride = sizeof(loginlint_diagnostic);
    report->unicode = LOGINLINT_UNICODE;
    report->field = (uint8_t)field;
    report->verdict = LOGINLINT_VERDICT_FAIL;
    report->valid = report->changed = report->wellformed = report->quiet = 0;
    report->secret = field != LOGINLINT_FIELD_LOGIN_ID;
    report->brand = LOGINLINT_BRAND_NONE;
    report->count = report->total = report->text_length = report->display_length = report->skipped = 0;
    report->caps_evidence = 0;
    report->input_length = 0;
    report->limits[0] = report->limits[1] = report->digits = report->reserved = 0;
}

/* Where the policy takes every character, a full-width form in a password is only worth a word, unless its case
 * is wrong as well. */
static int is_only_info(const struct ll_check *check, uint32_t found) {
    return check->policy->allowed.unicode && found == LL_BIT(LL_M_FULLWIDTH_FORM) &&
           check->policy->field == LOGINLINT_FIELD_PASSWORD;
}

/* Does the edit leave a character that the policy refuses? */
static int is_unresolved(const struct ll_check *check, const struct ll_char *c) {
    uint32_t k;
    if (c->level == LOGINLINT_LEVEL_NONE)
        return 1;
    for (k = 0; k < c->length; k++)
        if (!(check->policy->digits_only ? ll_is_digit(c->fix[k]) : ll_set_has(&check->policy->allowed, c->fix[k])))
            return 1;
    return 0;
}

/* Findings that are settled by a safe edit, whatever the policy. */
static const uint32_t settled = ~(LL_BIT(LL_M_LOOKALIKE_DIGIT) | LL_BIT(LL_M_NOT_ALLOWED) | LL_BIT(LL_M_UNASSIGNED) |
                                  LL_BIT(LL_M_INVALID_ENCODING));

/* What one character asks of the verdict, where it is not settled. */
static uint32_t unsettled(const struct ll_check *check, const struct ll_char *c) {
    const struct ll_policy *policy = check->policy;
    uint32_t found = c->found, outcome = c->level == LOGINLINT_LEVEL_ASK ? LL_ASK : 0;
    if (is_only_info(check, found))
        return 0;
    if (c->insert && policy->field == LOGINLINT_FIELD_PASSWORD)
        outcome = LL_ASK; /* elsewhere it is safe */
    if (found & LL_BIT(LL_M_INVALID_ENCODING))
        return LL_FAIL;
    if (found & LL_BIT(LL_M_UNASSIGNED))
        return policy->allowed.unicode ? LL_ASK : LL_FAIL;
    if (found & LL_BIT(LL_M_LOOKALIKE_DIGIT))
        return outcome | LL_ASK; /* of another script as well */
    if (found & LL_BIT(LL_M_NOT_ALLOWED) && is_unresolved(check, c)) {
        int old_password =
            policy->field == LOGINLINT_FIELD_PASSWORD && policy->purpose == LL_LOGIN && ll_meant(c) < 0x80;
        outcome |= check->symbols || old_password ? LL_ASK : LL_FAIL;
    }
    return outcome;
}

static inline uint32_t outcome_of(const struct ll_check *check, const struct ll_char *c) {
    return c->found && (c->level != LOGINLINT_LEVEL_SAFE || c->found & ~settled) ? unsettled(check, c) : 0;
}

uint32_t loginlint__outcome(const struct ll_check *check) {
    uint32_t i, outcome = check->outcome;
    for (i = 0; check->found && i < check->n; i++)
        outcome |= outcome_of(check, &check->c[i]);
    return outcome;
}

/* Marks that say nothing against the value as typed: a separator that the policy ignores; where the policy takes every
 * character, its width. */
static uint32_t harmless(const struct ll_policy *policy) {
    return LL_BIT(LL_M_SEPARATOR) | (policy->allowed.unicode ? LL_BIT(LL_M_FULLWIDTH_FORM) : 0);
}

int loginlint__is_invalid(const struct ll_check *check) {
    return check->invalid || check->found & ~harmless(check->policy);
}

/* Settles levels for the whole, and collects what the characters ask for. */
static void judge(struct ll_check *check) {
    uint32_t i, all = 0, drop = check->no_fixes, demote = check->whole;
    for (i = 0; i < check->n; i++) {
        struct ll_char *c = &check->c[i];
        if (!c->found)
            continue;
        all |= c->found;
        if (demote && c->level == LOGINLINT_LEVEL_SAFE)
            c->level = LOGINLINT_LEVEL_ASK;
        check->outcome |= (uint8_t)outcome_of(check, c);
        if (drop) {
            c->level = LOGINLINT_LEVEL_NONE;
            c->insert = 0;
        }
    }
    check->found = all;
    if (!check->judged)
        check->invalid = (uint8_t)loginlint__is_invalid(check);
}

/* The mark that carries the character's edit: the first of its codes; none for a character that stays. */
static uint32_t carrier(const struct ll_char *c) {
    uint32_t found = c->insert ? c->found & ~LL_BIT(LL_M_HYPHEN_MISSING) : c->found;
    return c->level != LOGINLINT_LEVEL_NONE && found ? (uint32_t)__builtin_ctz(found) : LL_MARKS;
}

enum { WIDEST = 6 }; /* bytes of one character under its edit: a hyphen, and up to five of a fix or four of UTF-8 */

/* Writes what characters [from, to) become under edits up to `level` at out; returns the bytes.  A hyphen missing
 * before the first of them belongs to what stands before, unless `whole`.  Each fold gives at most 4 bytes for 3 of
 * input (check_chartab.c), so that `room` is never short: it is a bound. */
static uint32_t rewrite(const struct ll_check *check, uint32_t from, uint32_t to, uint32_t level, int whole,
                        uint8_t *out, uint32_t room) {
    uint32_t i, k, at = 0;
    for (i = from; i < to && room - at >= WIDEST; i++) {
        const struct ll_char *c = &check->c[i];
        if (c->insert && (i > from || whole))
            out[at++] = '-';
        if (c->level != LOGINLINT_LEVEL_NONE && c->level <= level)
            for (k = 0; k < c->length; k++)
                out[at++] = c->fix[k];
        else if (c->cp < 0x80)
            out[at++] = (uint8_t)c->cp;
        else
            at += loginlint__utf8_put(c->cp == LL_ILLFORMED ? 0xFFFD : c->cp, out + at);
    }
    return at;
}

/* What asks for consent is more than a hint: a separator in a password, which is never changed. */
static loginlint_diagnostic *place(struct ll_check *check, uint32_t mark, uint32_t from, uint32_t to) {
    uint32_t severity = marks[mark].severity, argument = check->secret ? 0 : check->c[from].cp;
    if (mark == LL_M_SEPARATOR && check->c[from].level == LOGINLINT_LEVEL_ASK)
        severity = LOGINLINT_SEVERITY_WARNING;
    if (is_only_info(check, check->c[from].found))
        severity = LOGINLINT_SEVERITY_INFO;
    return loginlint__add(check, LL_FINDING(marks[mark].code, severity, marks[mark].confidence, 0), from, to,
                          argument == LL_ILLFORMED ? 0 : argument);
}

static void give_fix(struct ll_check *check, loginlint_diagnostic *d, uint32_t from, uint32_t to, uint32_t level,
                     int whole) {
    loginlint_report *report = check->report;
    uint32_t i, operation = check->c[from].operation;
    for (i = from; i < to; i++)
        if (check->c[i].operation != operation)
            operation = LOGINLINT_OPERATION_REPLACE;
    d->level = (uint8_t)level;
    d->operation = (uint8_t)operation;
    d->table = check->c[from].table;
    if (report->field == LOGINLINT_FIELD_PASSWORD)
        return;
    d->fix_at = check->pool;
    d->fix_length =
        rewrite(check, from, to, level, whole, report->pool + check->pool, LOGINLINT_POOL_MAX - check->pool);
    check->pool += d->fix_length;
}

/* The last place is taken: this safe diagnostic covers everything up to the last safe edit. */
static void cover_rest(struct ll_check *check, uint32_t mark, uint32_t from) {
    uint32_t to = from, i;
    loginlint_diagnostic *d;
    for (i = from; i < check->n; i++)
        if (check->c[i].level == LOGINLINT_LEVEL_SAFE || check->c[i].insert)
            to = i + 1;
    d = place(check, mark, from, to);
    give_fix(check, d, from, to, LOGINLINT_LEVEL_SAFE, mark == LL_M_HYPHEN_MISSING && check->c[from].insert);
    d->operation = LOGINLINT_OPERATION_REPLACE;
    check->report->count = LOGINLINT_DIAGNOSTICS_MAX;
}

static void close_run(struct ll_check *check, uint32_t mark, uint32_t from, uint32_t to, int carries) {
    loginlint_report *report = check->report;
    loginlint_diagnostic *d;
    uint32_t level = carries ? check->c[from].level : LOGINLINT_LEVEL_NONE;
    if (report->count >= LOGINLINT_DIAGNOSTICS_MAX - 1) {
        if (report->count < LOGINLINT_DIAGNOSTICS_MAX && level == LOGINLINT_LEVEL_SAFE)
            cover_rest(check, mark, from);
        else
            report->total++;
        return;
    }
    d = place(check, mark, from, to);
    if (carries)
        give_fix(check, d, from, to, level, 0);
}

static const uint8_t hyphen[] = {'-'}; /* not within: its contract says that it lies apart from the report */

static void insertion(struct ll_check *check, uint32_t i) {
    loginlint_diagnostic *d;
    if (check->report->count >= LOGINLINT_DIAGNOSTICS_MAX - 1) {
        if (check->whole) /* nothing is safe then */
            check->report->total++;
        else if (check->report->count < LOGINLINT_DIAGNOSTICS_MAX)
            cover_rest(check, LL_M_HYPHEN_MISSING, i);
        return;
    }
    d = place(check, LL_M_HYPHEN_MISSING, i, i);
    loginlint__add_fix(check, d, check->whole ? LOGINLINT_LEVEL_ASK : LOGINLINT_LEVEL_SAFE, LOGINLINT_OPERATION_INSERT,
                       hyphen, 1);
}

/* May character i go on the run that character i - 1 is in? */
static int continues(const struct ll_check *check, uint32_t i, uint32_t mark) {
    const struct ll_char *a = &check->c[i - 1], *b = &check->c[i];
    int carries = carrier(a) == mark;
    if (b->insert || carries != (carrier(b) == mark))
        return 0;
    if (!carries)
        return 1;
    return a->level == b->level && (check->report->field != LOGINLINT_FIELD_PASSWORD || a->operation == b->operation);
}

/* The same marks and the same kind of edit: whatever run the first is in, the second goes on with.  A hyphen missing
 * before b alone is no matter: a would have the mark for a space that becomes one, and be a separator, which b is not.
 */
static int is_alike(const struct ll_check *check, const struct ll_char *a, const struct ll_char *b) {
    return a->found == b->found && a->level == b->level && !a->insert &&
           (check->report->field != LOGINLINT_FIELD_PASSWORD || a->operation == b->operation);
}

/* One pass in the order of the characters: opens and closes a run for each mark. */
static void runs(struct ll_check *check) {
    uint16_t start[LL_MARKS] = {0};
    uint32_t open = 0, i, m;
    for (i = 0; i <= check->n; i++) {
        const struct ll_char *c = &check->c[i];
        uint32_t found = i < check->n ? c->insert ? c->found & ~LL_BIT(LL_M_HYPHEN_MISSING) : c->found : 0;
        uint32_t going = 0;
        if (!(open | found | c->insert))
            continue; /* nothing said, nothing open */
        if (i && i < check->n && is_alike(check, c - 1, c))
            continue; /* every run goes on */
        for (m = open; m; m &= m - 1) {
            uint32_t mark = (uint32_t)__builtin_ctz(m);
            if (found & LL_BIT(mark) && continues(check, i, mark))
                going |= LL_BIT(mark);
            else
                close_run(check, mark, start[mark], i, carrier(&check->c[start[mark]]) == mark);
        }
        if (i < check->n && c->insert)
            insertion(check, i);
        for (m = found & ~going; m; m &= m - 1)
            start[__builtin_ctz(m)] = (uint16_t)i;
        open = found;
        if (check->report->count == LOGINLINT_DIAGNOSTICS_MAX)
            open = 0;
    }
}

static void write_text(struct ll_check *check) {
    loginlint_report *report = check->report;
    uint32_t i, changed = 0;
    if (!check->found || check->no_fixes || check->whole || report->field == LOGINLINT_FIELD_PASSWORD)
        return;
    for (i = 0; i < check->n && !changed; i++)
        changed = check->c[i].level == LOGINLINT_LEVEL_SAFE || check->c[i].insert;
    if (!changed)
        return;
    report->changed = 1;
    report->text_length = rewrite(check, 0, check->n, LOGINLINT_LEVEL_SAFE, 1, report->text, LOGINLINT_TEXT_MAX);
}

/* How far a walk over the characters has come, and how many they are as a person counts: marks and what cannot be seen
 * belong to the character before. */
struct walk {
    uint32_t next, count;
};

static const uint32_t joined = 1u << LL_MARK | 1u << LL_INVISIBLE | 1u << LL_BIDI;

static int is_counted(const struct ll_char *c) {
    return !(joined >> c->category & 1) && c->cp != 0x3099 && c->cp != 0x309A;
}

/* The walk after character i. */
static struct walk walk_past(const struct ll_check *check, struct walk w, uint32_t i) {
    if (!(check->read & (joined | 1u << LL_KANA)))
        w.next = w.count = i < check->n ? i + 1 : check->n; /* each is one */
    while (w.next <= i && w.next < check->n)
        w.count += (uint32_t)is_counted(&check->c[w.next++]);
    return w;
}

/* Positions begin with 1, and what joins nothing before it has that one too. */
static uint16_t position_of(const struct walk *w) {
    return (uint16_t)(w->count ? w->count : 1);
}

/* The findings are in the order of their places; many go on to the end. */
static void positions(struct ll_check *check) {
    loginlint_report *report = check->report;
    struct walk from = {0, 0}, to, end = walk_past(check, from, check->n);
    uint32_t i;
    for (i = 0; i < report->count; i++) {
        loginlint_diagnostic *d = &report->diagnostics[i];
        from = walk_past(check, from, d->character[0]);
        to = d->character[1] >= check->n ? end : walk_past(check, from, d->character[1] - 1u);
        d->position = d->character[0] < check->n ? position_of(&from) : (uint16_t)(end.count + 1);
        d->position_end = d->character[1] > d->character[0] ? position_of(&to) : d->position;
    }
}

/* The findings by place, each with its position; apart from its caller, so that each stays provable. */
static void order(struct ll_check *check) {
    if (check->report->count) {
        ll_sort_findings(check->report);
        positions(check);
    }
}

static uint32_t verdict(const struct ll_check *check) {
    if (check->context->composing)
        return LOGINLINT_VERDICT_INCOMPLETE;
    if (!check->report->wellformed)
        return LOGINLINT_VERDICT_FAIL;
    if (check->outcome & LL_FAIL)
        return LOGINLINT_VERDICT_FAIL;
    if (check->outcome & LL_ASK)
        return LOGINLINT_VERDICT_ASK;
    if (check->outcome & LL_INCOMPLETE)
        return LOGINLINT_VERDICT_INCOMPLETE;
    return check->report->changed ? LOGINLINT_VERDICT_FIXED : LOGINLINT_VERDICT_PASS;
}

void loginlint__report_finish(struct ll_check *check) {
    loginlint_report *report = check->report;
    judge(check);
    if (check->categories & 1u << LL_FULLWIDTH && check->categories & 1u << LL_ASCII && !check->wrong_field)
        loginlint__add_whole(check, LL_FINDING(LOGINLINT_CODE_MIXED_WIDTH, LOGINLINT_SEVERITY_INFO, 100, 0), 0);
    if (check->found)
        runs(check);
    write_text(check);
    order(check);
    report->secret = check->secret;
    report->valid = !check->invalid;
    report->quiet = check->context->composing != 0;
    report->verdict = (uint8_t)verdict(check);
}
