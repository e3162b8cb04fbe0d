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
 * Applying the safe fixes to the input still gives `text`: a fix of the core that a mapping runs into becomes part of
 * the mapping's fix.  What held the value is cleared behind each call.
 */
#include "check/order.h"
#include "check/paste.h"
#include "loginlint.h"
#include "policy/policy.h"
#include "precis.h"
#include "text/wipe.h"
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>
#include <unicode/uversion.h>

#define GONE 0xFFFFu /* the code of a diagnostic that is taken out again */
#define BIT(skipped) (1u << LOGINLINT_SKIPPED_##skipped)

struct run {
    const struct ll_policy *policy;
    loginlint_report *report;
    const uint8_t *input;
    uint32_t n;
    struct ll_rules rules;
    int secret, create, submit;
    int implied;         /* the profile is the default one: the rules name none */
    int fits, applied;   /* the mapped value has room in the report; the text is the mapped value */
    uint32_t pool;       /* bytes of the report's pool in use */
    uint32_t verdict;    /* the least that a finding leaves */
    uint32_t core_count; /* diagnostics of the core */
    uint32_t characters; /* of the input */
    struct ll_items items, mapped;
};

/* ---- spans ---- */

struct place {
    uint32_t byte, utf16, character, position;
};

/* Does the character stand with the one before, as a person counts? */
static int is_joined(UChar32 c) {
    uint32_t mask = U_GET_GC_MASK(c);
    return (mask & (U_GC_M_MASK | U_GC_CF_MASK)) != 0 || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

/* Goes on to character `to`. */
static void walk(const uint8_t *s, uint32_t n, struct place *p, uint32_t to) {
    while (p->character < to && p->byte < n) {
        UChar32 c;
        int32_t at = (int32_t)p->byte;
        U8_NEXT(s, at, (int32_t)n, c);
        p->utf16 += c > 0xFFFF ? 2 : 1;
        p->position += (uint32_t)!is_joined(c);
        p->byte = (uint32_t)at;
        p->character++;
    }
}

static void set_span(const uint8_t *s, uint32_t n, loginlint_diagnostic *d, uint32_t from, uint32_t to) {
    struct place p = {0, 0, 0, 0}, next;
    walk(s, n, &p, from);
    d->byte[0] = p.byte;
    d->utf16[0] = p.utf16;
    d->character[0] = from;
    next = p;
    walk(s, n, &next, from + 1);
    d->position = (uint16_t)(next.position ? next.position : 1);
    walk(s, n, &p, to);
    d->byte[1] = p.byte;
    d->utf16[1] = p.utf16;
    d->character[1] = to;
    d->position_end = (uint16_t)(p.position > d->position ? p.position : d->position);
}

/* Index of the first item that starts at character `from` or later; both lists are in the order of their characters. */
static uint32_t first_at(const struct ll_items *items, uint32_t from) {
    uint32_t low = 0, high = items->n, middle;
    while (low < high) {
        middle = (low + high) / 2;
        if (items->item[middle].from < from)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* ---- findings ---- */

/* One more diagnostic, or NULL when there is no room; `total` counts it. */
static loginlint_diagnostic *find(struct run *run, uint32_t code, uint32_t severity, uint32_t confidence, uint32_t from,
                                  uint32_t to) {
    static const loginlint_diagnostic none;
    loginlint_report *report = run->report;
    loginlint_diagnostic *d;
    report->total++;
    if (report->count >= LOGINLINT_DIAGNOSTICS_MAX)
        return NULL;
    d = &report->diagnostics[report->count++];
    *d = none;
    d->code = (uint16_t)code;
    d->severity = (uint8_t)severity;
    d->confidence = (uint8_t)confidence;
    set_span(run->input, run->n, d, from, to);
    return d;
}

static void ask_for(struct run *run, uint32_t verdict) {
    if (verdict < run->verdict)
        run->verdict = verdict;
}

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

/* How much a finding of the profile weighs.  Without `profile` in the rules, `charset: unicode` takes every visible
 * character, and what the default profile says besides is told or asked, not held against the value.  An old password
 * may break today's rules. */
enum weight { TOLD, ASKED, REFUSED };

static uint32_t severity_of(struct run *run, enum weight weight) {
    static const uint8_t verdicts[] = {LOGINLINT_VERDICT_PASS, LOGINLINT_VERDICT_ASK, LOGINLINT_VERDICT_FAIL};
    static const uint8_t severities[] = {LOGINLINT_SEVERITY_INFO, LOGINLINT_SEVERITY_WARNING, LOGINLINT_SEVERITY_ERROR};
    if (weight == REFUSED && run->secret && !run->create)
        weight = ASKED;
    ask_for(run, verdicts[weight]);
    if (weight == REFUSED)
        run->report->valid = 0;
    return severities[weight];
}

static enum weight weight_of(const struct run *run, uint32_t i) {
    int free = run->implied && run->rules.klass == LL_IDENTIFIER && !loginlint__reason(&run->mapped, i, LL_FREEFORM);
    return free ? TOLD : REFUSED;
}

/* The new diagnostic, or NULL when there was no room. */
static loginlint_diagnostic *say_refusal(struct run *run, const struct ll_refusal *refusal, enum weight weight) {
    loginlint_diagnostic *d = find(run, refusal->code, severity_of(run, weight), 100, refusal->from, refusal->to);
    if (d) {
        d->argument = run->secret ? 0 : refusal->cp;
        d->table = refusal->code == LOGINLINT_CODE_BIDI_RULE ? refusal->condition : refusal->reason;
    }
    return d;
}

/* What was typed where the item is, if that is one character, else what it was mapped to. */
static uint32_t typed(const struct run *run, const struct ll_item *item) {
    uint32_t at = first_at(&run->items, item->from);
    return at < run->items.n && run->items.item[at].to == item->to ? run->items.item[at].cp : item->cp;
}

/* Neighbours that are refused for the same reason are one finding. */
static void string_class(struct run *run, uint32_t from, uint32_t to) {
    struct ll_refusal refusal = {0, 0, 0, 0, 0, 0};
    enum weight weight = TOLD;
    uint32_t i, reason, core = run->report->count;
    for (i = from; i < to; i++) {
        const struct ll_item *item = &run->mapped.item[i];
        reason = loginlint__reason(&run->mapped, i, run->rules.klass);
        if (reason && is_covered(run->report, core, item))
            reason = 0;
        if (refusal.code && reason == refusal.reason && refusal.to >= item->from) {
            refusal.to = item->to > refusal.to ? item->to : refusal.to;
            continue;
        }
        if (refusal.code)
            say_refusal(run, &refusal, weight);
        refusal = (struct ll_refusal){
            reason ? LOGINLINT_CODE_DISALLOWED : 0, (uint8_t)reason, 0, typed(run, item), item->from, item->to};
        weight = reason ? weight_of(run, i) : TOLD;
    }
    if (refusal.code)
        say_refusal(run, &refusal, weight);
}

static void bidi(struct run *run, uint32_t from, uint32_t to) {
    uint32_t at, condition = run->rules.bidi ? loginlint__bidi_rule(&run->mapped, from, to, 0, &at) : 0;
    struct ll_refusal refusal = {LOGINLINT_CODE_BIDI_RULE, 0, (uint8_t)condition, 0, 0, 0};
    if (!condition)
        return;
    refusal.cp = run->mapped.item[at].cp;
    refusal.from = run->mapped.item[at].from;
    refusal.to = run->mapped.item[at].to;
    say_refusal(run, &refusal, run->implied ? ASKED : REFUSED);
}

/* The character that breaks the level of its own part: of an address the local part and each label count apart. */
static uint32_t mixed_script(const struct run *run, uint32_t at, int *careful) {
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

static void scripts(struct run *run, uint32_t at) {
    int careful;
    uint32_t i = mixed_script(run, at, &careful);
    loginlint_diagnostic *d;
    if (i < run->mapped.n) {
        d = find(run, LOGINLINT_CODE_MIXED_SCRIPT, careful ? LOGINLINT_SEVERITY_WARNING : LOGINLINT_SEVERITY_INFO,
                 careful ? 80 : 40, run->mapped.item[i].from, run->mapped.item[i].to);
        ask_for(run, careful ? LOGINLINT_VERDICT_ASK : LOGINLINT_VERDICT_PASS);
        if (d)
            d->argument = run->secret ? 0 : run->mapped.item[i].cp;
    }
    i = loginlint__mixed_numbers(&run->mapped);
    if (i < run->mapped.n) {
        find(run, LOGINLINT_CODE_MIXED_NUMBERS, LOGINLINT_SEVERITY_WARNING, 80, run->mapped.item[i].from,
             run->mapped.item[i].to);
        ask_for(run, LOGINLINT_VERDICT_ASK);
    }
    i = loginlint__repeated_mark(&run->mapped);
    if (i < run->mapped.n) {
        find(run, LOGINLINT_CODE_COMBINING_SEQUENCE, LOGINLINT_SEVERITY_WARNING, 80, run->mapped.item[i].from,
             run->mapped.item[i].to);
        ask_for(run, LOGINLINT_VERDICT_ASK);
    }
}

/* ---- the value with the core's safe fixes ---- */

static int is_safe(const loginlint_diagnostic *d) {
    return d->level == LOGINLINT_LEVEL_SAFE;
}

static void push(struct ll_items *items, uint32_t cp, uint32_t from, uint32_t to) {
    if (items->n < LL_ITEMS_MAX) {
        struct ll_item *item = &items->item[items->n++];
        item->cp = cp;
        item->from = (uint16_t)from;
        item->to = (uint16_t)to;
    }
}

/* The text of a fix; character for character where the numbers agree, so that a mapping touches only what it must. */
static void push_fix(struct run *run, const loginlint_diagnostic *d) {
    const uint8_t *text = run->report->pool + d->fix_at;
    uint32_t from = d->character[0], to = d->character[1];
    int32_t at = 0, count = 0, i = 0;
    UChar32 c;
    while (at < (int32_t)d->fix_length) {
        U8_NEXT(text, at, (int32_t)d->fix_length, c);
        count++;
    }
    for (at = 0; at < (int32_t)d->fix_length; i++) {
        U8_NEXT(text, at, (int32_t)d->fix_length, c);
        if (count == (int32_t)(to - from))
            push(&run->items, (uint32_t)c, from + (uint32_t)i, from + (uint32_t)i + 1);
        else
            push(&run->items, (uint32_t)c, from, to);
    }
}

/* The diagnostics are in the order of their places. */
static void read_items(struct run *run) {
    const loginlint_report *report = run->report;
    uint32_t character = 0, i = 0, end;
    int32_t at = 0;
    UChar32 c;
    while (at < (int32_t)run->n || i < report->count) {
        const loginlint_diagnostic *d = &report->diagnostics[i];
        if (i < report->count && (!is_safe(d) || d->character[0] < character)) {
            i++;
        } else if (i < report->count && d->character[0] == character) {
            push_fix(run, d);
            for (end = d->character[1]; character < end; character++)
                U8_NEXT(run->input, at, (int32_t)run->n, c);
            i++;
        } else if (at < (int32_t)run->n) {
            U8_NEXT(run->input, at, (int32_t)run->n, c);
            push(&run->items, (uint32_t)c, character, character + 1);
            character++;
        } else {
            break;
        }
    }
    run->characters = character;
}

/* ---- mappings as fixes ---- */

/* The items of the characters [from, to), which begin and end there: index of the first and the one after the last. */
static void range_of(const struct ll_items *items, uint32_t from, uint32_t to, uint32_t range[2]) {
    range[0] = first_at(items, from);
    range[1] = first_at(items, to);
}

static int differs(const struct run *run, uint32_t from, uint32_t to) {
    uint32_t a[2], b[2], i;
    range_of(&run->items, from, to, a);
    range_of(&run->mapped, from, to, b);
    if (a[1] - a[0] != b[1] - b[0])
        return 1;
    for (i = 0; i < a[1] - a[0]; i++)
        if (run->items.item[a[0] + i].cp != run->mapped.item[b[0] + i].cp)
            return 1;
    return 0;
}

/* Widens [from, to) to the items that reach over its ends; 0 when none does.  Such an item is the last before either.
 */
static int widen_to_items(const struct ll_items *items, uint32_t *from, uint32_t *to) {
    uint32_t range[2], before = *from, after = *to;
    range_of(items, *from, *to, range);
    if (range[0] && items->item[range[0] - 1].to > *from)
        *from = items->item[range[0] - 1].from;
    if (range[1] && items->item[range[1] - 1].to > *to)
        *to = items->item[range[1] - 1].to;
    return *from != before || *to != after;
}

static int widen_to_fixes(const struct run *run, uint32_t *from, uint32_t *to) {
    uint32_t i, before = *from, after = *to;
    for (i = 0; i < run->core_count; i++) {
        const loginlint_diagnostic *d = &run->report->diagnostics[i];
        if (!is_safe(d) || d->character[0] >= *to || d->character[1] <= *from)
            continue;
        *from = d->character[0] < *from ? d->character[0] : *from;
        *to = d->character[1] > *to ? d->character[1] : *to;
    }
    return *from != before || *to != after;
}

/* Widens [from, to) until no item and no safe fix of the core reaches over its ends. */
static void widen(const struct run *run, uint32_t *from, uint32_t *to, int fixes) {
    int again = 1;
    while (again) {
        again = widen_to_items(&run->items, from, to);
        again |= widen_to_items(&run->mapped, from, to);
        if (fixes)
            again |= widen_to_fixes(run, from, to);
    }
}

/* Characters that differ, as far as their fix would reach; whether the first ones, up to `known`, differ in case alone.
 */
struct span {
    uint32_t from, to, known;
    int cased;
};

/* Only another case of the same letters in characters [from, to)? */
static int is_case_of(const struct run *run, uint32_t from, uint32_t to) {
    uint32_t a[2], b[2], i;
    range_of(&run->items, from, to, a);
    range_of(&run->mapped, from, to, b);
    if (a[1] - a[0] != b[1] - b[0])
        return 0;
    for (i = 0; i < a[1] - a[0]; i++)
        if (u_foldCase((UChar32)run->items.item[a[0] + i].cp, U_FOLD_CASE_DEFAULT) !=
            u_foldCase((UChar32)run->mapped.item[b[0] + i].cp, U_FOLD_CASE_DEFAULT))
            return 0;
    return 1;
}

/* The same of a span; what was looked at once is not looked at again while the span grows to the right. */
static int is_case(const struct run *run, struct span *span) {
    if (run->rules.mapping == LL_CASE_KEPT)
        return 0;
    if (span->known < span->to) {
        span->cased = (span->known == span->from || span->cased) && is_case_of(run, span->known, span->to);
        span->known = span->to;
    }
    return span->cased;
}

static uint32_t put_items(const struct ll_items *items, const uint32_t range[2], uint8_t *out, uint32_t room) {
    uint32_t i, at = 0;
    for (i = range[0]; i < range[1] && at + 4 <= room; i++)
        U8_APPEND_UNSAFE(out, at, items->item[i].cp);
    return i == range[1] ? at : room + 1;
}

/* The core's own fixes inside are part of this one now; what it says about case is said again by this one. */
static void absorb(const struct run *run, uint32_t from, uint32_t to, uint32_t code) {
    uint32_t i;
    for (i = 0; i < run->core_count; i++) {
        loginlint_diagnostic *d = &run->report->diagnostics[i];
        if (!is_safe(d) || d->character[0] < from || d->character[1] > to || d->character[0] >= to)
            continue;
        if (d->code == code)
            d->code = GONE;
        d->level = LOGINLINT_LEVEL_NONE;
        d->operation = LOGINLINT_OPERATION_NONE;
        d->fix_at = d->fix_length = 0;
    }
}

static void drop_gone(loginlint_report *report) {
    uint32_t i, at = 0;
    for (i = 0; i < report->count; i++)
        if (report->diagnostics[i].code != GONE)
            report->diagnostics[at++] = report->diagnostics[i];
    report->total -= report->count - at;
    report->count = at;
}

/* Neighbours with the same code and level are one diagnostic: the core's about case as well. */
static void widen_to_case(const struct run *run, uint32_t *from, uint32_t *to) {
    uint32_t i;
    for (i = 0; i < run->core_count; i++) {
        const loginlint_diagnostic *d = &run->report->diagnostics[i];
        if (!is_safe(d) || d->code != LOGINLINT_CODE_LETTER_CASE || d->character[0] > *to || d->character[1] < *from)
            continue;
        *from = d->character[0] < *from ? d->character[0] : *from;
        *to = d->character[1] > *to ? d->character[1] : *to;
    }
}

/* The mapped text of the characters as a fix; 0 when there is no room for it. */
static int give_fix(struct run *run, loginlint_diagnostic *d, uint32_t level, int cased) {
    uint32_t range[2], length, room = LOGINLINT_POOL_MAX - run->pool;
    range_of(&run->mapped, d->character[0], d->character[1], range);
    length = put_items(&run->mapped, range, run->report->pool + run->pool, room);
    if (length > room)
        return 0;
    d->level = (uint8_t)level;
    d->operation = !length                               ? LOGINLINT_OPERATION_DELETE
                   : !cased                              ? LOGINLINT_OPERATION_REPLACE
                   : run->rules.mapping == LL_CASE_UPPER ? LOGINLINT_OPERATION_UPPER
                                                         : LOGINLINT_OPERATION_LOWER;
    d->fix_at = run->pool;
    d->fix_length = length;
    run->pool += length;
    return 1;
}

/* Tells of one difference; 0 when there was no room for a fix that the text needs. */
static int tell(struct run *run, struct span *span) {
    int cased = is_case(run, span), applied = run->applied;
    uint32_t from = span->from, to = span->to;
    uint32_t code = cased ? LOGINLINT_CODE_LETTER_CASE : LOGINLINT_CODE_NORMALIZATION, at;
    loginlint_diagnostic *d;
    d = find(run, code, cased && !run->secret ? LOGINLINT_SEVERITY_WARNING : LOGINLINT_SEVERITY_INFO, 95, from, to);
    if (run->secret)
        return 1;
    run->report->valid &= (uint8_t)!cased;
    if (cased && !applied)
        ask_for(run, LOGINLINT_VERDICT_ASK);
    if (!d || run->policy->fold == LL_FOLD_OFF || !run->fits)
        return d != NULL || !applied;
    at = first_at(&run->items, from);
    d->argument = at < run->items.n ? run->items.item[at].cp : 0;
    if (!give_fix(run, d, applied ? LOGINLINT_LEVEL_SAFE : LOGINLINT_LEVEL_ASK, cased))
        return !applied;
    if (applied)
        absorb(run, from, to, code);
    return 1;
}

/* More findings than places, or more fixes than the pool holds: one fix for the whole value instead of all others. */
static void tell_whole(struct run *run, uint32_t all) {
    loginlint_report *report = run->report;
    loginlint_diagnostic *d;
    uint32_t i;
    for (i = 0; i < report->count; i++) {
        report->diagnostics[i].level = LOGINLINT_LEVEL_NONE;
        report->diagnostics[i].operation = LOGINLINT_OPERATION_NONE;
        report->diagnostics[i].fix_at = report->diagnostics[i].fix_length = 0;
    }
    run->pool = 0;
    if (report->count == LOGINLINT_DIAGNOSTICS_MAX)
        report->count--;
    d = find(run, LOGINLINT_CODE_NORMALIZATION, LOGINLINT_SEVERITY_INFO, 95, 0, all);
    if (d)
        give_fix(run, d, LOGINLINT_LEVEL_SAFE, 0); /* no longer than the text, for which there is room */
}

static uint32_t text_bytes(const struct ll_items *items) {
    uint32_t i, n = 0;
    for (i = 0; i < items->n; i++)
        n += (uint32_t)U8_LENGTH(items->item[i].cp);
    return n;
}

static void write_text(struct run *run) {
    loginlint_report *report = run->report;
    const uint32_t range[2] = {0, run->mapped.n};
    uint8_t text[LOGINLINT_TEXT_MAX + 4];
    uint32_t n = put_items(&run->mapped, range, text, sizeof text);
    if (n <= LOGINLINT_TEXT_MAX) {
        report->changed = n != run->n || memcmp(text, run->input, n) != 0;
        report->text_length = report->changed ? n : 0;
        if (report->changed)
            memcpy(report->text, text, n);
    }
}

/* The first difference at `from` or after it; 0 when there is none. */
static int next_difference(const struct run *run, uint32_t *from, uint32_t *to, uint32_t all) {
    for (; *from < all; *from = *to) {
        *to = *from + 1;
        widen(run, from, to, 0);
        if (differs(run, *from, *to))
            return 1;
    }
    return 0;
}

/* Widens a difference until its fix may stand beside the core's. */
static void grow(const struct run *run, struct span *span) {
    uint32_t from, to, start = span->from;
    do {
        from = span->from;
        to = span->to;
        widen(run, &span->from, &span->to, 1);
        if (span->from != start)
            span->known = start = span->from;
        if (run->applied && is_case(run, span))
            widen_to_case(run, &span->from, &span->to);
        if (span->from != start)
            span->known = start = span->from;
    } while (span->from != from || span->to != to);
}

/* The next difference after character `at`, as far as its fix would reach. */
static int following(const struct run *run, uint32_t at, struct span *next) {
    next->from = at;
    next->cased = 0;
    if (!next_difference(run, &next->from, &next->to, run->characters))
        return 0;
    next->known = next->from;
    grow(run, next);
    return 1;
}

/* May both be one diagnostic, or must they? */
static int goes_on(const struct run *run, struct span *span, struct span *next) {
    return next->from < span->to || (next->from == span->to && is_case(run, span) == is_case(run, next));
}

static void join(const struct run *run, struct span *span, const struct span *next) {
    if (next->from < span->from)
        span->known = span->from = next->from;
    span->to = next->to > span->to ? next->to : span->to;
    grow(run, span);
}

/* Every run of characters that the profile maps to something else.  A value that grows past the text is not mapped. */
static void differences(struct run *run) {
    struct span span, next;
    int more, changed, room = 1;
    run->fits = text_bytes(&run->mapped) <= LOGINLINT_TEXT_MAX;
    run->applied = run->fits && !run->secret && run->policy->fold == LL_FOLD_APPLY;
    changed = more = following(run, 0, &span);
    while (more) {
        while ((more = following(run, span.to, &next)) != 0 && goes_on(run, &span, &next))
            join(run, &span, &next);
        room &= tell(run, &span);
        span = next;
    }
    drop_gone(run->report);
    if (!room)
        tell_whole(run, run->characters);
    if (changed && run->applied)
        write_text(run);
}

/* A space that the core asks about stays as it was typed: the person is to take it out, so what the profile would make
 * of it (U+3000 becomes U+0020) is no fix, and no character that the policy does not take. */
static void keep_asked_spaces(struct run *run) {
    uint32_t i, k, range[2];
    for (i = 0; i < run->core_count; i++) {
        const loginlint_diagnostic *d = &run->report->diagnostics[i];
        if (d->code != LOGINLINT_CODE_INNER_SPACE || d->level != LOGINLINT_LEVEL_ASK)
            continue;
        range_of(&run->mapped, d->character[0], d->character[1], range);
        for (k = range[0]; k < range[1]; k++)
            run->mapped.item[k].cp = typed(run, &run->mapped.item[k]);
    }
}

/* ---- the check ---- */

static uint32_t profile_of(const struct run *run) {
    if (run->policy->profile != LL_PROFILE_DEFAULT)
        return run->policy->profile;
    if (run->policy->field == LOGINLINT_FIELD_PASSWORD)
        return LOGINLINT_PROFILE_OPAQUE;
    return run->policy->letter_case == LL_LOWER ? LOGINLINT_PROFILE_USERNAME_CASEMAPPED
                                                : LOGINLINT_PROFILE_USERNAME_CASEPRESERVED;
}

/* For an ID the policy says the case: `profile: username-casemapped` alone means `case: lower` there. */
static void choose_rules(struct run *run) {
    static const uint8_t mappings[] = {
        [LL_PRESERVE] = LL_CASE_KEPT, [LL_LOWER] = LL_CASE_LOWER, [LL_UPPER] = LL_CASE_UPPER};
    run->rules = *loginlint__profile_rules(profile_of(run));
    if (run->policy->field != LOGINLINT_FIELD_PASSWORD)
        run->rules.mapping = mappings[run->policy->letter_case];
}

/* The last @ of an address, or n. */
static uint32_t at_sign(const struct run *run) {
    uint32_t i = run->mapped.n;
    if (run->secret || run->policy->kind == LL_KIND_NAME || run->policy->kind == LL_KIND_PHONE)
        return run->mapped.n;
    while (i > 0 && run->mapped.item[i - 1].cp != '@')
        i--;
    return i ? i - 1 : run->mapped.n;
}

/* Did the core judge what is behind the @ as a domain?  Where any ID is taken, a@b_c is none. */
static int is_domain(const struct run *run) {
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
static void tell_form(struct run *run, uint32_t at, const uint8_t *name, uint32_t n, uint32_t flags) {
    uint8_t *to = run->report->pool + run->pool;
    uint32_t room = LOGINLINT_POOL_MAX - run->pool;
    loginlint_diagnostic finding, *d;
    int32_t length = loginlint_icu_domain(name, n, flags | LOGINLINT_DOMAIN_STD3, to, room, &finding);
    if (length <= 0 || finding.code || (uint32_t)length > room || ((uint32_t)length == n && memcmp(to, name, n) == 0))
        return;
    d = find(run, LOGINLINT_CODE_IDNA, LOGINLINT_SEVERITY_INFO, 100, run->mapped.item[at + 1].from,
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
static void domain(struct run *run, uint32_t at) {
    const uint32_t range[2] = {at + 1, run->mapped.n};
    uint8_t name[LOGINLINT_TEXT_MAX], out[4];
    loginlint_diagnostic finding, *d;
    uint32_t n = put_items(&run->mapped, range, name, sizeof name), i = at + 1, left;
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
    d = find(run, LOGINLINT_CODE_IDNA, LOGINLINT_SEVERITY_ERROR, 100, run->mapped.item[i].from,
             run->mapped.item[i + left - 1].to);
    run->report->valid = 0;
    ask_for(run, !run->submit && i + left == run->mapped.n ? LOGINLINT_VERDICT_INCOMPLETE : LOGINLINT_VERDICT_FAIL);
    if (d)
        d->argument = finding.argument;
}

/* ASCII that a mapping brings and the policy does not take: U+037E becomes a semicolon.  What was typed the core
 * judged. */
static void alphabet(struct run *run) {
    struct ll_refusal refusal = {0, 0, 0, 0, 0, 0};
    uint32_t i, at;
    for (i = 0; run->applied && i < run->mapped.n; i++) {
        const struct ll_item *item = &run->mapped.item[i];
        if (item->cp >= 0x80 || ll_set_has(&run->policy->allowed, item->cp))
            continue;
        at = first_at(&run->items, item->from);
        if (at < run->items.n && run->items.item[at].cp == item->cp)
            continue;
        if (refusal.code && refusal.to >= item->from) {
            refusal.to = item->to;
            continue;
        }
        if (refusal.code)
            say_refusal(run, &refusal, REFUSED);
        refusal = (struct ll_refusal){LOGINLINT_CODE_NOT_ALLOWED, 0, 0, 0, item->from, item->to};
        refusal.cp = at < run->items.n ? run->items.item[at].cp : item->cp;
    }
    if (refusal.code)
        say_refusal(run, &refusal, REFUSED);
}

/* The core counted the value as typed; a service counts what it stores.  A mapping that makes it too short or too long
 * is told here; a value that the core found too long stays so, though its mapping may fit. */
static void size(struct run *run) {
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
    d = find(run, code, error ? LOGINLINT_SEVERITY_ERROR : LOGINLINT_SEVERITY_INFO, 100, 0, run->characters);
    run->report->valid = 0;
    ask_for(run, error ? LOGINLINT_VERDICT_FAIL : LOGINLINT_VERDICT_INCOMPLETE);
    if (d)
        d->argument = code == LOGINLINT_CODE_TOO_LONG ? policy->max_length
                      : code == LOGINLINT_CODE_EMPTY  ? 0
                                                      : policy->min_length;
}

static void judge(struct run *run) {
    loginlint_report *report = run->report;
    if (run->verdict < report->verdict)
        report->verdict = (uint8_t)run->verdict;
    if (report->verdict == LOGINLINT_VERDICT_PASS && report->changed)
        report->verdict = LOGINLINT_VERDICT_FIXED;
    if (report->verdict == LOGINLINT_VERDICT_FIXED && !report->changed)
        report->verdict = LOGINLINT_VERDICT_PASS;
}

static void decide(struct run *run) {
    struct ll_refusal refusal;
    UVersionInfo version;
    uint32_t at;
    int judged; /* what is behind the @ is a domain, or nothing */
    choose_rules(run);
    read_items(run);
    memcpy(&run->mapped, &run->items, offsetof(struct ll_items, item) + run->items.n * sizeof(struct ll_item));
    u_getUnicodeVersion(version);
    run->report->unicode = (uint16_t)(version[0] << 8 | version[1]);
    if (loginlint__map(&run->rules, &run->mapped, &refusal)) {
        say_refusal(run, &refusal, REFUSED); /* the rest stays undecided */
        return;
    }
    keep_asked_spaces(run);
    differences(run);
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

static int is_wanted(const struct ll_policy *policy, const loginlint_report *report) {
    return policy->allowed.unicode && report->wellformed && !report->quiet &&
           report->input_length <= LOGINLINT_INPUT_MAX && !ll_is_part(report) &&
           (report->skipped || policy->given & LL_GIVEN_PROFILE);
}

static void follow_up(const loginlint_policy *policy, const loginlint_context *context, const uint8_t *input,
                      uint32_t n, loginlint_report *report) {
    struct run run;
    uint32_t i;
    memset(&run, 0, offsetof(struct run, items));
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
        push(items, (uint32_t)c, items->n, items->n + 1);
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
        set_span(input, n, finding, refusal.from, refusal.to);
    }
    return length;
}
