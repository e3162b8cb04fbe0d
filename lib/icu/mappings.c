/* SPDX-License-Identifier: MIT */
/* mappings.c - what a profile makes of a value, as fixes.
 *
 * In: the input, the core's safe fixes, the mapped value.  Out: a fix for every run of characters that differs, and the
 * mapped text.  A fix of the core that a mapping runs into becomes part of the mapping's fix.
 */
#include "run.h"
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#define GONE 0xFFFFu /* the code of a diagnostic that is taken out again */

/* ---- the value with the core's safe fixes ---- */

static int is_safe(const loginlint_diagnostic *d) {
    return d->level == LOGINLINT_LEVEL_SAFE;
}

void loginlint__push(struct ll_items *items, uint32_t cp, uint32_t from, uint32_t to) {
    if (items->n < LL_ITEMS_MAX) {
        struct ll_item *item = &items->item[items->n++];
        item->cp = cp;
        item->from = (uint16_t)from;
        item->to = (uint16_t)to;
    }
}

/* The text of a fix; character for character where the numbers agree, so that a mapping touches only what it must. */
static void push_fix(struct ll_run *run, const loginlint_diagnostic *d) {
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
            loginlint__push(&run->items, (uint32_t)c, from + (uint32_t)i, from + (uint32_t)i + 1);
        else
            loginlint__push(&run->items, (uint32_t)c, from, to);
    }
}

/* The diagnostics are in the order of their places. */
void loginlint__read_items(struct ll_run *run) {
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
            loginlint__push(&run->items, (uint32_t)c, character, character + 1);
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
    range[0] = loginlint__first_item(items, from);
    range[1] = loginlint__first_item(items, to);
}

/* Are characters [from, to) those that they are mapped to, where `cased` but for the case of letters? */
static int is_as_mapped(const struct ll_run *run, uint32_t from, uint32_t to, int cased) {
    uint32_t a[2], b[2], i;
    range_of(&run->items, from, to, a);
    range_of(&run->mapped, from, to, b);
    if (a[1] - a[0] != b[1] - b[0])
        return 0;
    for (i = 0; i < a[1] - a[0]; i++) {
        UChar32 was = (UChar32)run->items.item[a[0] + i].cp, is = (UChar32)run->mapped.item[b[0] + i].cp;
        if (was != is && !(cased && u_foldCase(was, U_FOLD_CASE_DEFAULT) == u_foldCase(is, U_FOLD_CASE_DEFAULT)))
            return 0;
    }
    return 1;
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

static int widen_to_fixes(const struct ll_run *run, uint32_t *from, uint32_t *to) {
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
static void widen(const struct ll_run *run, uint32_t *from, uint32_t *to, int fixes) {
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

/* The same of a span; what was looked at once is not looked at again while the span grows to the right. */
static int is_case(const struct ll_run *run, struct span *span) {
    if (run->rules.mapping == LL_CASE_KEPT)
        return 0;
    if (span->known < span->to) {
        span->cased = (span->known == span->from || span->cased) && is_as_mapped(run, span->known, span->to, 1);
        span->known = span->to;
    }
    return span->cased;
}

uint32_t loginlint__put_items(const struct ll_items *items, const uint32_t range[2], uint8_t *out, uint32_t room) {
    uint32_t i, at = 0;
    for (i = range[0]; i < range[1] && at + 4 <= room; i++)
        U8_APPEND_UNSAFE(out, at, items->item[i].cp);
    return i == range[1] ? at : room + 1;
}

static void take_fix(loginlint_diagnostic *d) {
    d->level = LOGINLINT_LEVEL_NONE;
    d->operation = LOGINLINT_OPERATION_NONE;
    d->fix_at = d->fix_length = 0;
}

/* The core's own fixes inside are part of this one now; what it says about case is said again by this one. */
static void absorb(const struct ll_run *run, uint32_t from, uint32_t to, uint32_t code) {
    uint32_t i;
    for (i = 0; i < run->core_count; i++) {
        loginlint_diagnostic *d = &run->report->diagnostics[i];
        if (!is_safe(d) || d->character[0] < from || d->character[1] > to || d->character[0] >= to)
            continue;
        if (d->code == code)
            d->code = GONE;
        take_fix(d);
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
static void widen_to_case(const struct ll_run *run, uint32_t *from, uint32_t *to) {
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
static int give_fix(struct ll_run *run, loginlint_diagnostic *d, uint32_t level, int cased) {
    uint32_t range[2], length, room = LOGINLINT_POOL_MAX - run->pool;
    range_of(&run->mapped, d->character[0], d->character[1], range);
    length = loginlint__put_items(&run->mapped, range, run->report->pool + run->pool, room);
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
static int tell(struct ll_run *run, struct span *span) {
    int cased = is_case(run, span), applied = run->applied;
    uint32_t from = span->from, to = span->to;
    uint32_t code = cased ? LOGINLINT_CODE_LETTER_CASE : LOGINLINT_CODE_NORMALIZATION, at;
    loginlint_diagnostic *d;
    d = loginlint__icu_add(run, code, cased && !run->secret ? LOGINLINT_SEVERITY_WARNING : LOGINLINT_SEVERITY_INFO, 95,
                           from, to);
    if (run->secret)
        return 1;
    run->report->valid &= (uint8_t)!cased;
    if (cased && !applied)
        loginlint__ask_for(run, LOGINLINT_VERDICT_ASK);
    if (!d || run->policy->fold == LL_FOLD_OFF || !run->fits)
        return d != NULL || !applied;
    at = loginlint__first_item(&run->items, from);
    d->argument = at < run->items.n ? run->items.item[at].cp : 0;
    if (!give_fix(run, d, applied ? LOGINLINT_LEVEL_SAFE : LOGINLINT_LEVEL_ASK, cased))
        return !applied;
    if (applied)
        absorb(run, from, to, code);
    return 1;
}

/* More findings than places, or more fixes than the pool holds: one fix for the whole value instead of all others. */
static void tell_whole(struct ll_run *run, uint32_t all) {
    loginlint_report *report = run->report;
    loginlint_diagnostic *d;
    uint32_t i;
    for (i = 0; i < report->count; i++)
        take_fix(&report->diagnostics[i]);
    run->pool = 0;
    if (report->count == LOGINLINT_DIAGNOSTICS_MAX)
        report->count--;
    d = loginlint__icu_add(run, LOGINLINT_CODE_NORMALIZATION, LOGINLINT_SEVERITY_INFO, 95, 0, all);
    if (d)
        give_fix(run, d, LOGINLINT_LEVEL_SAFE, 0); /* no longer than the text, for which there is room */
}

static uint32_t text_bytes(const struct ll_items *items) {
    uint32_t i, n = 0;
    for (i = 0; i < items->n; i++)
        n += (uint32_t)U8_LENGTH(items->item[i].cp);
    return n;
}

static void write_text(struct ll_run *run) {
    loginlint_report *report = run->report;
    const uint32_t range[2] = {0, run->mapped.n};
    uint8_t text[LOGINLINT_TEXT_MAX + 4];
    uint32_t n = loginlint__put_items(&run->mapped, range, text, sizeof text);
    if (n <= LOGINLINT_TEXT_MAX) {
        report->changed = n != run->n || memcmp(text, run->input, n) != 0;
        report->text_length = report->changed ? n : 0;
        if (report->changed)
            memcpy(report->text, text, n);
    }
}

/* The first difference at `from` or after it; 0 when there is none. */
static int next_difference(const struct ll_run *run, uint32_t *from, uint32_t *to, uint32_t all) {
    for (; *from < all; *from = *to) {
        *to = *from + 1;
        widen(run, from, to, 0);
        if (!is_as_mapped(run, *from, *to, 0))
            return 1;
    }
    return 0;
}

/* Widens a difference until its fix may stand beside the core's. */
static void grow(const struct ll_run *run, struct span *span) {
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
static int following(const struct ll_run *run, uint32_t at, struct span *next) {
    next->from = at;
    next->cased = 0;
    if (!next_difference(run, &next->from, &next->to, run->characters))
        return 0;
    next->known = next->from;
    grow(run, next);
    return 1;
}

/* May both be one diagnostic, or must they? */
static int goes_on(const struct ll_run *run, struct span *span, struct span *next) {
    return next->from < span->to || (next->from == span->to && is_case(run, span) == is_case(run, next));
}

static void join(const struct ll_run *run, struct span *span, const struct span *next) {
    if (next->from < span->from)
        span->known = span->from = next->from;
    span->to = next->to > span->to ? next->to : span->to;
    grow(run, span);
}

void loginlint__differences(struct ll_run *run) {
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

void loginlint__keep_asked_spaces(struct ll_run *run) {
    uint32_t i, k, range[2];
    for (i = 0; i < run->core_count; i++) {
        const loginlint_diagnostic *d = &run->report->diagnostics[i];
        if (d->code != LOGINLINT_CODE_INNER_SPACE || d->level != LOGINLINT_LEVEL_ASK)
            continue;
        range_of(&run->mapped, d->character[0], d->character[1], range);
        for (k = range[0]; k < range[1]; k++)
            run->mapped.item[k].cp = loginlint__typed(run, &run->mapped.item[k]);
    }
}
