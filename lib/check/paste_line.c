/* SPDX-License-Identifier: MIT */
/* paste_line.c - a name or a password within a paste, told by words: behind a label, in a sentence, an item of a list,
 * one of several lines; and in brackets, which follow words as well.
 *
 * In: a value that no rule explains as a whole.  Out: the part of it that is taken; of several an ID is the first, a
 * password the last.
 */
#include "check/paste_part.h"
#include "text/attributes.h"

/* The first sign that closes the pair, of several: ID[taro] PW[secret]. */
static uint32_t nearest(const struct ll_search *s, uint32_t open, uint32_t close) {
    uint32_t i = open + 1;
    while (i < close && ll_seen(s, i) != ll_seen(s, close))
        i++;
    return i;
}

/* Where the last of several values in quotes begins, behind a comma: "taro","secret"; `first` where there is one alone.
 */
static uint32_t last_quoted(const struct ll_search *s, uint32_t first, uint32_t close) {
    uint32_t i, sign;
    for (i = close; i > first + 2; i--) {
        sign = ll_seen(s, i - 2);
        if ((sign == ',' || sign == ';') && ll_seen(s, i - 1) == ll_seen(s, first - 1) &&
            ll_seen(s, i - 3) == ll_seen(s, close))
            return i;
    }
    return first;
}

/* Does what the brackets at i and j hold name what stands before them or behind: taro(ID), [ID] taro? */
static int is_named(struct ll_search *s, uint32_t from, uint32_t to, uint32_t i, uint32_t j) {
    if (!loginlint__is_label(s, i + 1, j) || (s->secret_last && s->fits && s->c[i].cp < 0x80))
        return 0;
    return i > from ? loginlint__is_taken(s, from, i) : loginlint__is_taken(s, j + 1, to);
}

/* May the brackets at i and j stand around a value, and be none of its own? */
static LL_APART int may_enclose(const struct ll_search *s, uint32_t from, uint32_t to, uint32_t i, uint32_t j) {
    int behind_label = i > from && loginlint__is_label(s, from, i), east = i > from && ll_is_east_asian(s, i - 1);
    if (i > from && !ll_is_blank(ll_seen(s, i - 1)) && !east && ll_seen(s, i - 1) != ':' &&
        (!behind_label || (s->secret_last && s->c[i].cp < 0x80)))
        return 0;
    if (j + 1 < to && ll_is_letter_or_digit(ll_seen(s, j + 1)))
        return 0;
    return !s->secret_last || (i == from && j + 1 >= to) || (!s->fits && (i == from || behind_label || east));
}

/* What stands inside brackets or quotes: around the whole line, or behind words and before words. */
static int bracketed(struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t i, j;
    if (!ll_may_have(s->check, "([{<\"'`") &&
        !ll_may_have_category(s->check, 1u << LL_OTHER | 1u << LL_QUOTE | 1u << LL_SYMBOL))
        return 0;
    for (i = from; i < to; i++) {
        j = loginlint__closing_of(s, i, from, to);
        if (!j)
            continue;
        if (is_named(s, from, to, i, j))
            return 1;
        if (may_enclose(s, from, to, i, j) &&
            (loginlint__is_taken(s, s->secret_last ? last_quoted(s, i + 1, j) : i + 1, j) ||
             (nearest(s, i, j) < j && loginlint__is_taken(s, i + 1, nearest(s, i, j)))))
            return 1;
    }
    return 0;
}

/* Words such as lead to a value: letters, no digits to speak of, nothing of an address. */
static int is_heading(const struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t i, letters = 0;
    for (i = from; i < to; i++) {
        if (ll_seen(s, i) == '@')
            return 0;
        letters += (uint32_t)ll_is_any_letter(s, i);
    }
    return letters && letters <= 32 && 2 * letters >= to - from;
}

/* A bracket that opens behind a value; one of a password is its own, but that of an input method. */
static int is_remark(const struct ll_search *s, uint32_t i) {
    return ll_seen(s, i) == '(' && (!s->secret_last || s->c[i].cp != '(');
}

/* To the end of the line; to the first space or remark; up to signs that no value ends with. */
static int is_taken_from(struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t end;
    loginlint__tighten(s, &from, &to);
    end = from < to ? loginlint__closing_of(s, from, from, to) : 0;
    if (end && (!s->secret_last || end + 2 >= to) &&
        loginlint__is_taken(s, from + 1, s->secret_last ? end : nearest(s, from, end)))
        return 1; /* in quotes, and perhaps a comma behind them */
    if (loginlint__is_taken(s, from, to) || (end && bracketed(s, from, to)))
        return 1;
    for (end = from; end < to && !ll_is_blank(ll_seen(s, end)) && !is_remark(s, end); end++)
        ;
    if (end < to && loginlint__is_taken(s, from, end))
        return 1;
    while (end > from && ll_is_sign(s, end - 1))
        end--;
    return (end < to && loginlint__is_taken(s, from, end)) || bracketed(s, from, to);
}

/* The label that stands before a colon, behind something else on the line: its first character, or `to`.  The longest
 * of three words. */
static uint32_t word_before(const struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t i = to, words, found = to;
    for (words = 0; words < 3; words++) {
        while (i > from && ll_is_blank(ll_seen(s, i - 1)))
            i--;
        while (i > from && !ll_is_blank(ll_seen(s, i - 1)) && !ll_is_sign(s, i - 1))
            i--;
        if (i < to && loginlint__is_label(s, i, to))
            found = i;
    }
    return found;
}

/* Words of letters, a colon, a space, and a value without any: of a paste a label, whatever its language. */
static int is_word_and_value(const struct ll_search *s, uint32_t from, uint32_t colon, uint32_t to) {
    uint32_t i;
    for (i = from; i < colon; i++)
        if (!ll_is_any_letter(s, i) && ll_seen(s, i) != ' ' && ll_seen(s, i) != '\'')
            return 0;
    for (i = colon + 2; i < to && !ll_is_blank(ll_seen(s, i)); i++)
        continue;
    return s->pasted && colon > from + 1 && i == to;
}

/* Where the next label and its colon begin: ID: taro, PW: secret. */
static uint32_t next_label(const struct ll_search *s, uint32_t from, uint32_t to) {
    enum { FAR = 64 /* characters: no value is longer before another's name */ };
    uint32_t i, start;
    for (i = from; i < to && i < from + FAR; i++) {
        start = loginlint__is_colon(s, i) ? word_before(s, from, i) : i;
        if (start < i)
            return start;
    }
    return to;
}

static int may_have_colon(const struct ll_search *s) {
    return ll_may_have(s->check, ":=>") || ll_may_have_category(s->check, 1u << LL_OTHER | 1u << LL_COMPAT);
}

static int labelled(struct ll_search *s, uint32_t from, uint32_t to) {
    enum { COLONS = 16 /* more have no value behind them that a person would look for */ };
    uint32_t k, i, start = from, colons = 0;
    if (!may_have_colon(s))
        return 0;
    for (k = from; k < to && colons < COLONS; k++) {
        i = s->secret_last ? to - 1 - (k - from) : k;
        if (!loginlint__is_colon(s, i))
            continue;
        colons++;
        for (start = i; start > from && !loginlint__is_colon(s, start - 1) && ll_seen(s, start - 1) != '\n' &&
                        ll_seen(s, start - 1) != ']';)
            start--;
        if (!is_heading(s, start, i))
            start = word_before(s, start, i);
        if (start == i)
            continue;
        if (s->c[i].cp < 0x80 && !ll_is_east_asian(s, i - 1) &&
            ((s->secret_last && s->fits && !is_word_and_value(s, from, i, to)) || i + 1 >= to ||
             !ll_is_blank(ll_seen(s, i + 1)) || s->c[i].cp == '=') &&
            word_before(s, start, i) == i)
            continue; /* a:b and a=b may be one value */
        if (is_taken_from(s, i + 1, to) || (!s->secret_last && is_taken_from(s, i + 1, next_label(s, i + 1, to))))
            return 1;
    }
    return 0;
}

static uint32_t line_end(const struct ll_search *s, uint32_t from) {
    while (from < s->n && ll_seen(s, from) != '\n' && ll_seen(s, from) != '\t')
        from++;
    return from;
}

/* The ID or the password of two values that stand in [from, to), with this sign between, or a stroke, a comma, a space.
 */
static int is_one_of_two(struct ll_search *s, uint32_t from, uint32_t to, uint32_t between) {
    uint32_t i, sign;
    int taken = 0;
    loginlint__tighten(s, &from, &to);
    s->paired = 1;
    for (i = from; i + 2 < to && !taken; i++) {
        sign = ll_seen(s, i);
        if (ll_is_blank(sign) && ll_is_sign(s, i + 1) && ll_is_blank(ll_seen(s, i + 2)))
            continue; /* that sign is what stands between */
        if (i > from && (sign == between || sign == '/' || sign == ',' || ll_is_blank(sign)))
            taken = s->secret_last ? loginlint__is_taken(s, i + 1, to) : loginlint__is_taken(s, from, i);
    }
    s->paired = 0;
    return taken;
}

/* Two names, and the two values in the same order.  The names end in a colon or a space; between them stand at most a
 * few characters. */
static int paired(struct ll_search *s, uint32_t from, uint32_t to) {
    enum { BETWEEN = 5 /* " and " */, NAMES = 32 };
    uint32_t k, end, second;
    for (end = from + 1; end < to && ll_seen(s, end - 1) != '\n' && end < from + NAMES; end++) {
        if (!loginlint__is_colon(s, end) && !ll_is_blank(ll_seen(s, end)))
            continue;
        second = loginlint__ends_in_secret(s, from, end);
        if (second == end)
            continue;
        for (k = second; k > from && second - k < BETWEEN && !loginlint__is_label(s, from, k);)
            k--;
        if (k > from && (k < second || ll_seen(s, k - 1) == '\t') && loginlint__is_label(s, from, k) &&
            is_one_of_two(s, end + 1, to, ll_seen(s, second - 1)))
            return 1;
    }
    return 0;
}

int loginlint__take_pair(struct ll_search *s) {
    uint32_t from;
    if ((s->secret_last && !s->pasted) || (!may_have_colon(s) && !ll_may_have(s->check, " \t\n\r")))
        return 0;
    for (from = 0; from < s->n; from++)
        if ((!from || ll_seen(s, from - 1) == '\n') && paired(s, from, s->n))
            return 1;
    return 0;
}

struct run {
    uint32_t from, to;
};

/* Half width, and no space. */
static int is_narrow(const struct ll_search *s, uint32_t i) {
    return (s->c[i].category == LL_ASCII || s->c[i].category == LL_FULLWIDTH) && !ll_is_blank(ll_seen(s, i));
}

/* A sign at the end of a run that is not of the value; one of a password in half width may be. */
static int is_beyond(const struct ll_search *s, uint32_t i) {
    return ll_is_sign(s, i) && (!s->secret_last || s->c[i].category != LL_ASCII);
}

/* The next run of half width from `at` that may be a value: three letters or digits and more, no label, and letters
 * where the field takes them, as a time of day has none. */
static struct run next_run(const struct ll_search *s, uint32_t at, uint32_t to) {
    struct run run = {to, to};
    uint32_t i, letters, count;
    while (at < to) {
        for (run.from = at; run.from < to && !is_narrow(s, run.from);)
            run.from++;
        for (run.to = run.from; run.to < to && is_narrow(s, run.to);)
            run.to++;
        at = run.to;
        while (run.from < run.to && is_beyond(s, run.from))
            run.from++;
        while (run.to > run.from && is_beyond(s, run.to - 1))
            run.to--;
        for (i = run.from, letters = count = 0; i < run.to; i++) {
            letters += (uint32_t)ll_is_any_letter(s, i);
            count += (uint32_t)ll_is_letter_or_digit(ll_seen(s, i));
        }
        if (count > 2 && (letters > 1 || run.to - run.from == count) && !loginlint__is_label(s, run.from, run.to))
            return run;
    }
    return (struct run){to, to};
}

/* What the name of a password leads to: in its quotes or brackets, up to the next tag, up to words of another
 * script, up to the next name, without the full stop of a sentence. */
static int is_secret_taken(struct ll_search *s, uint32_t from, uint32_t at, uint32_t to) {
    struct run run;
    uint32_t end = at > from ? loginlint__closing_of(s, at - 1, at, to) : 0;
    if (end && loginlint__is_taken(s, at, nearest(s, at - 1, end)))
        return 1;
    if (at > from && ll_seen(s, at - 1) == '>') {
        for (end = at; end < to && ll_seen(s, end) != '<';)
            end++;
        return loginlint__is_taken(s, at, end);
    }
    run = next_run(s, at, to);
    if (run.from == at && run.to < to && ll_is_east_asian(s, run.to) && loginlint__is_taken(s, at, run.to))
        return 1;
    end = next_label(s, at, to);
    if (end < to) {
        loginlint__tighten(s, &at, &end);
        end -= end > at && (ll_seen(s, end - 1) == '/' || ll_seen(s, end - 1) == ',' || ll_seen(s, end - 1) == '|');
        if (loginlint__is_taken(s, at, end))
            return 1;
    }
    end = to - (at > from && ll_seen(s, at - 1) == ' ' && ll_seen(s, to - 1) == '.' &&
                loginlint__ends_in_lead(s, from, at - 1) < at - 1);
    return is_taken_from(s, at, end);
}

/* The line below this one, which the name of a password has for itself, below no other name: of a form its contents, of
 * a table none. */
static int below_secret(struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t end = to + 1, start = from ? from - 1 : 0, last = start;
    while (start > 0 && ll_seen(s, start - 1) != '\n')
        start--;
    if (from == to || end >= s->n || ll_seen(s, to) != '\n' || (from && ll_seen(s, from - 1) != '\n') ||
        loginlint__is_label(s, start, last) || loginlint__ends_in_secret(s, from, to) != from)
        return 0;
    while (end < s->n && ll_seen(s, end) != '\n')
        end++;
    return loginlint__is_taken(s, to + 1, end);
}

/* The cell behind one that names a password, of a table that has a row for each value. */
static int beside_secret(struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t end = to < s->n ? line_end(s, to + 1) : to, below = end + 1;
    return from < to && end > to && ll_seen(s, to) == '\t' && loginlint__ends_in_secret(s, from, to) == from &&
           (loginlint__holds_value(s, to + 1, end) ||
            (below < s->n && loginlint__is_label(s, below, line_end(s, below)))) &&
           loginlint__is_taken(s, to + 1, end);
}

/* Inward over the bars at the ends of a row of a table: | ID | taro |. */
static void off_bars(const struct ll_search *s, uint32_t *from, uint32_t *to) {
    loginlint__tighten(s, from, to);
    if (*to - *from > 4 && ll_seen(s, *from) == '|' && ll_seen(s, *to - 1) == '|' &&
        ll_is_blank(ll_seen(s, *from + 1)) && ll_is_blank(ll_seen(s, *to - 2))) {
        ++*from;
        --*to;
        loginlint__tighten(s, from, to);
    }
}

/* Behind the name of a password, wherever it stands on the line: ID: taro PW: secret. */
static LL_APART int behind_secret(struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t i;
    if (beside_secret(s, from, to) || below_secret(s, from, to))
        return 1;
    off_bars(s, &from, &to);
    for (i = to; i-- > from + 1;)
        if (loginlint__secret_leads_to(s, from, i))
            return is_secret_taken(s, from, i, to);
    return 0;
}

/* Behind the word or sign that leads to the value, or `from`: user name is taro, ID - taro. */
static uint32_t behind_lead(const struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t start = from, end;
    while (start < to && ll_is_blank(ll_seen(s, start)))
        start++;
    for (end = start; end < to && !ll_is_blank(ll_seen(s, end));)
        end++;
    return end < to && ((end == start + 1 && ll_is_sign(s, start)) || loginlint__is_lead(s, start, end)) ? end : from;
}

/* A label without a colon: the first three words, or two, or one. */
static int called(struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t ends[3], i, words = 0;
    if (s->secret_last && s->fits)
        return 0;
    for (i = from; i < to && words < 3; i++)
        if (ll_is_blank(ll_seen(s, i)))
            ends[words++] = i;
    while (words--)
        if (loginlint__is_label(s, from, ends[words]) && is_taken_from(s, behind_lead(s, ends[words], to), to))
            return 1;
    return 0;
}

/* ---- a sentence ---- */

enum {
    SENTENCE = 5, /* East Asian characters: fewer are no sentence that names two values */
    NUMBERED = 6  /* digits: fewer are a year or an hour */
};

/* Is what stands around the run a sentence, though nobody says that it was pasted?  An input method that was left on
 * leaves letters of its own on one side alone, and kana; not three on both, nor four others.  Hangul stands beside what
 * was typed with it, but no space between, and no single jamo in a sentence. */
static int is_spoken(const struct ll_search *s, uint32_t from, const struct run *run, uint32_t to) {
    uint32_t i, sides[2] = {0, 0}, kana = 0, hangul = 0, apart;
    for (i = from; i < to; i = i + 1 == run->from ? run->to : i + 1) {
        sides[i >= run->to] += (uint32_t)ll_is_east_asian(s, i);
        kana |= s->c[i].category == LL_KANA || s->c[i].category == LL_HALF_KANA;
        hangul |= s->c[i].category == LL_HANGUL;
        if (s->c[i].cp - 0x3131 < 0x33)
            return 0;
    }
    apart =
        (run->from && ll_is_blank(ll_seen(s, run->from - 1))) || (run->to < s->n && ll_is_blank(ll_seen(s, run->to)));
    if (sides[0] && sides[1] && !hangul)
        return sides[0] + sides[1] > 2;
    return !kana && sides[0] + sides[1] > 3 && (apart || s->c[from].category == LL_HAN);
}

/* The one run of ASCII between East Asian words; of a pasted sentence the first one for an ID.  Input methods give
 * their letters in full width, so that half-width letters beside kana were not typed there; typed ones need a known
 * ending. */
static LL_APART int in_a_sentence(struct ll_search *s, uint32_t from, uint32_t to) {
    struct run run = next_run(s, from, to);
    uint32_t i, letters = 0, words = 0, named, next;
    while (!s->secret_last && run.from < to && loginlint__secret_leads_to(s, from, run.from))
        run = next_run(s, run.to, to);
    if (run.from == to || (run.from == from && run.to == to))
        return 0;
    for (i = from; i < to; i++) {
        letters += s->c[i].category == LL_ASCII && ll_is_any_letter(s, i) && i >= run.from && i < run.to;
        words += (uint32_t)ll_is_east_asian(s, i);
        if (s->c[i].category == LL_LETTER)
            return 0; /* of another script: not that kind of sentence */
    }
    named = s->pasted ? letters || run.to - run.from >= NUMBERED : letters > 1 && is_spoken(s, from, &run, to);
    if (!words || (!named && !(run.from == from && loginlint__is_ending(s, run.to, to))))
        return 0;
    next = next_run(s, run.to, to).from;
    if ((s->secret_last || s->check->context->entry != 2 || words < SENTENCE) && next < to &&
        (s->secret_last || !loginlint__secret_leads_to(s, run.to, next)))
        return 0;
    return loginlint__is_taken(s, run.from, run.to);
}

static int is_bullet(const struct ll_search *s, uint32_t i) {
    uint32_t sign = ll_seen(s, i);
    return sign == '-' || sign == '*' || sign == '+' || sign == '>' || sign == '#' ||
           (sign >= 0x80 && (ll_is_sign(s, i) || s->c[i].category == LL_COMPAT) &&
            !(s->secret_last && s->check->policy->allowed.unicode));
}

/* Behind the number of a list - 1. or 1) or (1) or a. - and its space; `from` where there is none. */
static uint32_t list_number(const struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t i = from + (ll_seen(s, from) == '('), digits = i;
    while (i < to && ll_is_digit(ll_seen(s, i)))
        i++;
    if (i == digits && i < to && ll_is_letter(ll_seen(s, i)))
        i++;
    if (i == digits || i - digits > 2 || i + 1 >= to || !ll_is_blank(ll_seen(s, i + 1)))
        return from;
    return ll_seen(s, i) == '.' || ll_seen(s, i) == ')' || ll_seen(s, i) == ':' ? i + 1 : from;
}

/* Behind a word that leads to a value, of three words and more, the last one first: my ID is taro. */
static int led_to(struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t i = to, start;
    for (; !s->fits && i > from; i = start) {
        for (start = i; start > from && !ll_is_blank(ll_seen(s, start - 1));)
            start--;
        if (i < to && loginlint__is_lead(s, start, i) &&
            (word_before(s, i, to) < to ? loginlint__is_taken(s, from, start) /* taro is my ID */
                                        : is_taken_from(s, i, to)))
            return 1;
        start -= start > from;
    }
    return 0;
}

/* Behind the time of day that a chat puts before what was said - 10:23 or [10:23:05] - and its space; `from` where
 * there is none. */
static uint32_t clock(const struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t i = from + (ll_seen(s, from) == '['), colons = 0, digits = 0;
    for (; i < to && (ll_is_digit(ll_seen(s, i)) || ll_seen(s, i) == ':'); i++) {
        if (ll_seen(s, i) == ':' && (!digits || digits > 2))
            return from;
        colons += ll_seen(s, i) == ':';
        digits = ll_seen(s, i) == ':' ? 0 : digits + 1;
    }
    i += i < to && ll_seen(s, i) == ']';
    return colons && colons < 3 && digits == 2 && i < to && ll_is_blank(ll_seen(s, i)) ? i : from;
}

/* An item of a list: a bullet, or a number; or what was said at a time of day. */
static int listed(struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t start = list_number(s, from, to);
    if (start == from && !s->secret_last)
        start = clock(s, from, to);
    if (start == from)
        start = loginlint__wide_item(s, from);
    if (start == from && to - from > 1 && is_bullet(s, from) && ll_is_blank(ll_seen(s, from + 1)))
        start = from + 1;
    return start != from && is_taken_from(s, start, to);
}

/* Of a line with an address of the web what stands before it, or behind it; the address where that is a label alone or
 * nothing. */
static LL_APART void off_address(const struct ll_search *s, uint32_t *from, uint32_t *to) {
    uint32_t first = ll_behind_scheme(s, *from, *to), last = first;
    if (first == *from)
        return;
    while (first > *from && !ll_is_blank(ll_seen(s, first - 1)))
        first--;
    while (last < *to && !ll_is_blank(ll_seen(s, last)))
        last++;
    if (first > *from && !loginlint__is_label(s, *from, first))
        *to = first;
    else if (last < *to)
        *from = last;
    loginlint__tighten(s, from, to);
}

/* A line that is no address of the web. */
static int told_by_words(struct ll_search *s, uint32_t from, uint32_t to) {
    int own = s->secret_last && s->fits; /* a password that may have words of any script */
    if (s->secret_last && loginlint__divided(s, from, to))
        return 1;
    return labelled(s, from, to) || called(s, from, to) || listed(s, from, to) ||
           (!s->secret_last && led_to(s, from, to)) || bracketed(s, from, to) || (!own && in_a_sentence(s, from, to)) ||
           (!s->secret_last && loginlint__divided(s, from, to)) || loginlint__stripped(s, from, to) ||
           loginlint__is_taken(s, from, to);
}

static int one_line(struct ll_search *s, uint32_t from, uint32_t to) {
    off_bars(s, &from, &to);
    if (from >= to || (loginlint__is_colon(s, to - 1) && to < s->to && !s->secret_last))
        return 0;
    if (s->fits && !s->secret_last)
        return loginlint__emphasised(s, from, to) || labelled(s, from, to) || loginlint__is_taken(s, from, to);
    if (loginlint__is_label(s, from, to))
        return 0;
    if (loginlint__tagged(s, from, to))
        return 1;
    if (!s->secret_last)
        off_address(s, &from, &to);
    if (loginlint__emphasised(s, from, to) || (!s->secret_last && loginlint__in_an_address(s, from, to)))
        return 1;
    if (!s->secret_last && ll_behind_scheme(s, from, to) != from)
        return labelled(s, from, to);
    return told_by_words(s, from, to);
}

/* A line among others that is no value: an address of the web, or a label with a sign before it. */
static int is_beside(const struct ll_search *s, uint32_t from, uint32_t to) {
    loginlint__tighten(s, &from, &to);
    if (from <= s->from && to >= s->to)
        return 0;
    if (ll_behind_scheme(s, from, to) != from)
        return 1;
    while (from < to && ll_is_sign(s, from))
        from++;
    while (to > from && ll_is_sign(s, to - 1))
        to--;
    return loginlint__is_label(s, from, to);
}

static uint32_t line_start(const struct ll_search *s, uint32_t to) {
    while (to > 0 && ll_seen(s, to - 1) != '\n' && ll_seen(s, to - 1) != '\t')
        to--;
    return to;
}

/* Line by line: the ID stands first; the password behind its name, or last. */
int loginlint__take_line(struct ll_search *s) {
    uint32_t from = 0, to, named;
    if (!s->secret_last) {
        for (from = 0; from < s->n; from = to + 1) {
            to = line_end(s, from);
            if (!is_beside(s, from, to) && one_line(s, from, to))
                return 1;
        }
        return 0;
    }
    for (named = s->pasted ? 2 : 1; named--;)
        for (to = s->n; to > 0; to = from ? from - 1 : 0) {
            from = line_start(s, to);
            if (named ? behind_secret(s, from, to) : !is_beside(s, from, to) && one_line(s, from, to))
                return 1;
        }
    return 0;
}
