/* paste.c - what a paste brings: the part of the value that was meant, and what stands around it.
 *
 * In: a check whose rules have run over the whole value.  Out: the same, or the check of a part that satisfies the
 * field on its own; what stands around that part is marked (surrounding-text, several-values, repeated-value) and
 * deleted on consent, and no other finding is made in it.
 *
 * Structure decides where a part may begin and end: a pair of brackets or quotes, words that end in a colon, a line, a
 * run of digits, what can stand beside an @, signs that the policy does not take.  The words of paste.def only help.
 * A part is believed when the rules find nothing in it but what is safe to mend; the first in the order of the
 * functions below is taken.
 */
#include "check/paste.h"
#include "check/composition.h"
#include "check/digits.h"
#include "check/encoded.h"
#include "check/findings.h"
#include "check/report.h"
#include "check/rules.h"
#include "check/separators.h"
#include "text/ascii.h"
#include "text/attributes.h"
#include "text/chartab.h"
#include "text/utf.h"

enum {
    LOOKED_THROUGH = LL_ENCODED_MAX, /* characters: a longer value is no value with something around it */
    PARTS = 40,                      /* tried at most: each costs a check */
    NUMBERS = 16                     /* words of digits looked at */
};

/* The search for the part: over all characters, whatever part the check is about at the moment. */
struct search {
    struct ll_check *check;
    const struct ll_char *c;
    uint32_t n;
    uint32_t parts;  /* tried so far */
    int invalid;     /* the whole value does not satisfy the policy as it was typed */
    int address;     /* the part stands in an address of the web, which is no value */
    int fits;        /* the whole value satisfies the field as well: only the plainest signs of a paste count */
    int pasted;      /* pasted or filled in, as the context says */
    int secret_last; /* of several values the last is meant: a password */
};

/* ---- characters as a person sees them ---- */

static int is_white_control(uint32_t cp) {
    return (cp >= 0x0A && cp <= 0x0D) || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

/* The character in half width; every space is ' ', every end of a line '\n'. */
static uint32_t seen(const struct search *s, uint32_t i) {
    const struct ll_char *c = &s->c[i];
    if (is_white_control(c->cp))
        return '\n';
    if (c->klass == LL_WIDE_SPACE)
        return ' ';
    return c->klass == LL_FULLWIDTH ? c->cp - 0xFEE0 : c->cp;
}

static int is_blank(uint32_t sign) {
    return sign == ' ' || sign == '\t' || sign == '\n';
}

static int is_unseen(const struct search *s, uint32_t i) {
    return s->c[i].klass == LL_INVISIBLE || s->c[i].klass == LL_BIDI;
}

/* A letter of any script, or a form of one. */
static int is_letter(const struct search *s, uint32_t i) {
    static const uint32_t letters = 1u << LL_KANA | 1u << LL_HALF_KANA | 1u << LL_HAN | 1u << LL_HANGUL |
                                    1u << LL_LETTER | 1u << LL_MARK | 1u << LL_LONG_VOWEL | 1u << LL_COMPAT;
    uint32_t sign = seen(s, i);
    return ll_is_upper(sign) || ll_is_lower(sign) || (letters >> s->c[i].klass & 1);
}

static int is_east_asian(const struct search *s, uint32_t i) {
    static const uint32_t classes =
        1u << LL_KANA | 1u << LL_HALF_KANA | 1u << LL_HAN | 1u << LL_HANGUL | 1u << LL_LONG_VOWEL | 1u << LL_SYMBOL;
    return (int)(classes >> s->c[i].klass & 1);
}

/* Neither a letter nor a digit, in any form, nor a space. */
static int is_sign(const struct search *s, uint32_t i) {
    static const uint32_t signs = 1u << LL_ASCII | 1u << LL_FULLWIDTH | 1u << LL_SYMBOL | 1u << LL_DASH |
                                  1u << LL_QUOTE | 1u << LL_YEN | 1u << LL_OTHER;
    return (signs >> s->c[i].klass & 1) && !ll_is_letter_or_digit(seen(s, i));
}

static void tighten(const struct search *s, uint32_t *from, uint32_t *to) {
    while (*from < *to && (is_blank(seen(s, *from)) || is_unseen(s, *from)))
        ++*from;
    while (*to > *from && (is_blank(seen(s, *to - 1)) || is_unseen(s, *to - 1)))
        --*to;
}

/* ---- the words of paste.def ---- */

#define LABEL(text) text "\0"
static const char labels[] =
#include "check/paste.def"
    ;
#define LABEL(text) sizeof text,
static const uint8_t label_sizes[] = {
#include "check/paste.def"
};
#define ENDING(text) text "\0"
static const char endings[] =
#include "check/paste.def"
    ;
#define ENDING(text) sizeof text,
static const uint8_t ending_sizes[] = {
#include "check/paste.def"
};
#define PAIR(open, close) {open, close},
static const struct {
    uint16_t open, close;
} pairs[] = {
#include "check/paste.def"
};

/* Are the characters the text of n bytes, in either case and width? */
static int is_text(const struct search *s, uint32_t from, uint32_t to, const char *text, uint32_t n) {
    const uint8_t *t = (const uint8_t *)text;
    uint32_t took;
    for (; n && from < to; from++, t += took, n -= took)
        if (loginlint__utf8_next(t, n, &took) != ll_lower(seen(s, from)))
            return 0;
    return !n && from == to;
}

/* One of these texts?  `sizes`: of each, with its NUL. */
static int is_among(const struct search *s, uint32_t from, uint32_t to, const char *texts, const uint8_t *sizes,
                    uint32_t count) {
    uint32_t i;
    tighten(s, &from, &to);
    for (i = 0; i < count && from < to; texts += sizes[i++])
        if (to - from < sizes[i] && is_text(s, from, to, texts, sizes[i] - 1u))
            return 1;
    return 0;
}
#define COUNT(a) (uint32_t)(sizeof(a) / sizeof *(a))

static int is_ending(const struct search *s, uint32_t from, uint32_t to) {
    return is_among(s, from, to, endings, ending_sizes, COUNT(ending_sizes));
}

/* A word of paste.def for what a value is called, with or without a full stop or colon behind it. */
static int is_label(const struct search *s, uint32_t from, uint32_t to) {
    tighten(s, &from, &to);
    while (to > from && (seen(s, to - 1) == ':' || seen(s, to - 1) == '.' || seen(s, to - 1) == '='))
        to--;
    tighten(s, &from, &to);
    return from < to && is_among(s, from, to, labels, label_sizes, COUNT(label_sizes));
}

/* ---- a part ---- */

/* Does what stands in [from, to) hold another value: something with a digit and a letter in it, an address, three
 * digits, or what a colon leads to? */
static int holds_value(const struct search *s, uint32_t from, uint32_t to) {
    uint32_t i = from, start, end;
    int named = 0;
    while (i < to) {
        uint32_t digits = 0, ascii = 0, at = 0;
        while (i < to &&
               (is_blank(seen(s, i)) || is_unseen(s, i) || seen(s, i) == ',' || seen(s, i) == '/' || seen(s, i) == '|'))
            i++;
        start = i;
        for (; i < to && !is_blank(seen(s, i)) && seen(s, i) != ',' && seen(s, i) != ':'; i++) {
            uint32_t sign = seen(s, i);
            digits += (uint32_t)ll_is_digit(sign);
            ascii += (uint32_t)(ll_is_upper(sign) || ll_is_lower(sign));
            at += sign == '@';
        }
        end = i;
        if (i < to && (seen(s, i) == ':' || seen(s, i) == ',')) {
            named = seen(s, i) == ':';
            i++;
            if (named)
                continue;
        }
        if (start == end || is_label(s, start, end))
            continue;
        if (digits >= 3 || (digits && ascii >= 2) || (at && ascii > 2) || (named && digits + ascii > 2))
            return 1;
    }
    return 0;
}

/* A line with something on it that no label is. */
static int is_other_line(const struct search *s, uint32_t from, uint32_t to) {
    tighten(s, &from, &to);
    return to - from > 2 && !is_label(s, from, to) && ll_is_letter_or_digit(seen(s, from));
}

/* Is there, in [from, to), a line that a person would take for a value? */
static int holds_line(const struct search *s, uint32_t from, uint32_t to) {
    uint32_t i = from, start = from;
    int lines = 0;
    for (i = from; i <= to; i++) {
        if (i < to && seen(s, i) != '\n' && seen(s, i) != '\t')
            continue;
        lines |= (start > 0 && start != from) || i < to ? is_other_line(s, start, i) : 0;
        start = i + 1;
    }
    return lines;
}

/* The part is the value: the rest goes, on consent. */
static void take(struct search *s, uint32_t from, uint32_t to, enum ll_mark mark) {
    struct ll_check *check = s->check;
    uint32_t i;
    loginlint__whole(check);
    for (i = 0; i < check->n; i++) {
        struct ll_char *c = &check->c[i];
        if (i >= from && i < to)
            continue;
        loginlint__forget_marks(c);
        ll_mark(check, c, mark);
        loginlint__edit(check, c, 0, LOGINLINT_LEVEL_ASK);
    }
    check->whole = 1; /* no fix is safe: the whole is to be agreed to */
    check->judged = 1;
    check->invalid = (uint8_t)s->invalid;
    check->outcome |= LL_ASK;
    check->secret |= mark == LL_M_SEVERAL_VALUES;
}

static int is_worded(const struct search *s, uint32_t from, uint32_t to) {
    for (; from < to; from++)
        if (is_letter(s, from) || ll_is_digit(seen(s, from)))
            return 1;
    return 0;
}

/* Not worth a check: a character that the policy does not take, whatever its width and case. */
static int may_fit(const struct search *s, uint32_t from, uint32_t to) {
    static const uint32_t read = 1u << LL_SYMBOL | 1u << LL_DASH | 1u << LL_LONG_VOWEL | 1u << LL_INVISIBLE |
                                 1u << LL_BIDI | 1u << LL_WIDE_SPACE;
    const struct ll_policy *policy = s->check->policy;
    if (policy->allowed.unicode || policy->digits_only)
        return 1;
    for (; from < to; from++) {
        uint32_t sign = seen(s, from);
        if (sign >= 0x80 ? !(read >> s->c[from].klass & 1)
                         : !ll_set_has(&policy->allowed, sign) && !ll_set_has(&policy->allowed, ll_swap_case(sign)) &&
                               !(s->check->structured && (sign == '-' || sign == ' ')))
            return 0;
    }
    return 1;
}

/* What the rest is: another value, or only text. */
static enum ll_mark mark_of(const struct search *s, uint32_t from, uint32_t to) {
    int query = to < s->n && seen(s, to) == '?'; /* of an address of the web */
    return !query && (holds_value(s, 0, from) || holds_value(s, to, s->n) || holds_line(s, 0, from) ||
                      holds_line(s, to, s->n))
               ? LL_M_SEVERAL_VALUES
               : LL_M_SURROUNDING_TEXT;
}

/* Does the part satisfy the field on its own?  Then it is taken. */
static int is_taken(struct search *s, uint32_t from, uint32_t to) {
    uint32_t first = 0, last = s->n;
    tighten(s, &from, &to);
    tighten(s, &first, &last);
    if (!is_worded(s, from, to) || (from == first && to == last) || !may_fit(s, from, to) || s->parts++ >= PARTS)
        return 0;
    loginlint__check_part(s->check, from, to);
    if (loginlint__outcome(s->check))
        return 0;
    take(s, from, to, s->address ? LL_M_SURROUNDING_TEXT : mark_of(s, from, to));
    return 1;
}

/* ---- the value twice ---- */

static int is_same(const struct search *s, uint32_t a, uint32_t b, uint32_t n) {
    uint32_t i;
    for (i = 0; i < n; i++)
        if (seen(s, a + i) != seen(s, b + i))
            return 0;
    return 1;
}

/* Are these characters a shorter piece again and again, the last time perhaps not to its end? */
static int is_pattern(const struct search *s, uint32_t from, uint32_t length) {
    uint32_t piece;
    for (piece = 1; piece <= length / 2; piece++)
        if (is_same(s, from, from + piece, length - piece))
            return 1;
    return 0;
}

/* Both halves alike, perhaps with spaces between. */
static LL_APART int repeated(struct search *s) {
    uint32_t from = 0, to = s->n, length, second;
    tighten(s, &from, &to);
    for (length = (to - from) / 2; length >= 4 && to - from - 2 * length <= 2; length--) {
        uint32_t between = from + length, after = to - length;
        second = after;
        tighten(s, &between, &after);
        if (after > between + (uint32_t)(second - from - length != 0) && after != between)
            continue;
        if (!is_same(s, from, second, length) || is_pattern(s, from, length))
            continue; /* what is there more than twice was meant so */
        loginlint__check_part(s->check, from, from + length);
        s->parts++;
        if (loginlint__outcome(s->check))
            return 0;
        take(s, from, from + length, LL_M_REPEATED_VALUE);
        return 1;
    }
    return 0;
}

/* A sign of an input method or a dash at either end of a login ID: a bullet, unless the rest of the value says
 * otherwise. */
static int has_bullet(const struct search *s) {
    static const uint32_t signs = 1u << LL_SYMBOL | 1u << LL_DASH | 1u << LL_OTHER | 1u << LL_QUOTE;
    uint32_t from = 0, to = s->n;
    tighten(s, &from, &to);
    return s->check->policy->field == LOGINLINT_FIELD_LOGIN_ID && !s->check->structured && from < to &&
           ((signs >> s->c[from].klass | signs >> s->c[to - 1].klass) & 1);
}

/* ---- an address ---- */

static int is_address_sign(const struct search *s, uint32_t i) {
    uint32_t sign = seen(s, i);
    return ll_is_letter_or_digit(sign) || sign == '.' || sign == '_' || sign == '-' || sign == '+' || sign == '\'' ||
           (s->c[i].klass == LL_LETTER && s->check->policy->allowed.unicode) || s->c[i].klass == LL_DASH;
}

/* A full stop of an input method, which a domain may have between its labels. */
static int is_label_stop(const struct search *s, uint32_t i) {
    return s->c[i].cp == 0x3002 || s->c[i].cp == 0xFF61;
}

/* Does the run stand within a word, with another @ before it, or before a space that was typed in the domain? */
static int is_inside(const struct search *s, uint32_t from, uint32_t to) {
    uint32_t i = to;
    if (from && (seen(s, from - 1) == '@' || (is_letter(s, from - 1) && !is_east_asian(s, from - 1))))
        return 1;
    if (i < s->n && is_letter(s, i) && !is_east_asian(s, i))
        return 1;
    if (ll_may_go_on(s->check) && i + 1 == s->n && seen(s, i) == '.')
        return 1; /* on the way to the next label */
    if (s->pasted || i + 2 >= s->n || (seen(s, i) != '.' && seen(s, i) != ',' && s->c[i].cp != 0x3001))
        return 0;
    i += is_blank(seen(s, i + 1)) ? 2 : 1;
    if (i == s->n || !is_letter(s, i))
        return 0;
    while (i < s->n && (is_letter(s, i) || seen(s, i) == '.'))
        i++;
    return i == s->n; /* a label that a comma or a space cut off */
}

/* The run of what an address is made of, around each @. */
static LL_APART int address(struct search *s) {
    uint32_t i, from, to, k, dots;
    for (i = 0; i < s->n; i++) {
        if (seen(s, i) != '@')
            continue;
        for (from = i; from > 0 && is_address_sign(s, from - 1);)
            from--;
        for (to = i + 1; to < s->n && (is_address_sign(s, to) || is_label_stop(s, to));)
            to++;
        while (from < i && !ll_is_letter_or_digit(seen(s, from)) && seen(s, from) != '_' && !is_letter(s, from))
            from++;
        while (to > i && (seen(s, to - 1) == '.' || seen(s, to - 1) == '\'' || is_label_stop(s, to - 1)))
            to--;
        for (dots = 0, k = i; k < to; k++)
            dots += seen(s, k) == '.' || is_label_stop(s, k);
        if (dots && from < i && !is_inside(s, from, to) && (!s->fits || has_bullet(s) || is_label(s, 0, from)) &&
            is_taken(s, from, to))
            return 1;
    }
    return 0;
}

/* ---- a number ---- */

struct digits {
    uint16_t from, to, count;
    uint16_t run; /* numbers of one run have only spaces between */
};

static int is_number_sign(const struct search *s, uint32_t i) {
    uint32_t sign = seen(s, i);
    int phone = s->check->policy->kind == LL_KIND_PHONE && s->check->policy->field == LOGINLINT_FIELD_LOGIN_ID;
    return ll_is_digit(sign) || s->c[i].klass == LL_DIGIT || sign == '-' || s->c[i].klass == LL_DASH ||
           s->c[i].klass == LL_LONG_VOWEL || is_unseen(s, i) || (phone && (sign == '+' || sign == '(' || sign == ')'));
}

static int is_any_digit(const struct search *s, uint32_t i) {
    return ll_is_digit(seen(s, i)) || s->c[i].klass == LL_DIGIT;
}

static uint32_t read_digits(const struct search *s, struct digits *words) {
    uint32_t i = 0, count = 0, run = 0;
    while (i < s->n && count < NUMBERS) {
        struct digits *w = &words[count];
        if (!is_number_sign(s, i)) {
            run += (uint32_t)!is_blank(seen(s, i));
            i++;
            continue;
        }
        *w = (struct digits){(uint16_t)i, 0, 0, (uint16_t)run};
        for (; i < s->n && is_number_sign(s, i); i++)
            w->count = (uint16_t)(w->count + is_any_digit(s, i));
        w->to = (uint16_t)i;
        count += w->count != 0;
    }
    return count;
}

/* Letters that stand directly at the part, on this side, and are not words: one that is taken for a digit, or letters
 * with more digits behind them.  A slip of the fingers, then, and nothing to cut off. */
static int is_slip(const struct search *s, uint32_t at, int step) {
    uint32_t i = at, letters = 0, alike = 0;
    for (; i < s->n && is_letter(s, i); i += (uint32_t)step) {
        letters++;
        alike += loginlint__lookalike_digit(seen(s, i)) != 0;
    }
    if (!letters || is_east_asian(s, at))
        return 0;
    return alike == letters || (i < s->n && is_any_digit(s, i)) ||
           !(step < 0 ? is_label(s, i + 1, at + 1) : is_label(s, at, i));
}

/* One or two kana beside digits that were typed: the input method was on. */
static int is_stray_kana(const struct search *s, uint32_t from, uint32_t to) {
    uint32_t i, kana = 0, other = 0;
    for (i = 0; i < s->n; i++) {
        if (i == from)
            i = to;
        if (i >= s->n)
            break;
        kana += s->c[i].klass == LL_KANA || s->c[i].klass == LL_HALF_KANA;
        other += s->c[i].klass != LL_KANA && s->c[i].klass != LL_HALF_KANA && !is_blank(seen(s, i));
    }
    return !s->pasted && kana && kana < 3 && !other && !is_ending(s, to, s->n);
}

static LL_APART int number(struct search *s) { /* apart: its words would lie under every other search */
    const struct ll_policy *policy = s->check->policy;
    struct digits words[NUMBERS];
    uint32_t count = read_digits(s, words), a, b, k;
    for (a = 0; a < count; a++)
        for (b = count; b-- > a;) {
            uint32_t digits = 0, from = words[a].from, to = words[b].to;
            for (k = a; k <= b; k++)
                digits += words[k].count;
            while (from < to && !is_any_digit(s, from) && seen(s, from) != '+' && seen(s, from) != '(')
                from++;
            while (to > from && !is_any_digit(s, to - 1))
                to--;
            if (words[a].run != words[b].run || digits < policy->min_length || digits > policy->max_length ||
                is_slip(s, from - 1, -1) || is_slip(s, to, 1) || is_stray_kana(s, from, to))
                continue;
            if (is_taken(s, from, to))
                return 1;
        }
    return 0;
}

/* ---- a name or a password ---- */

static uint32_t closing_of(const struct search *s, uint32_t i, uint32_t from, uint32_t to) {
    uint32_t k, j, sign = seen(s, i);
    for (k = 0; k < sizeof pairs / sizeof pairs[0]; k++) {
        if (pairs[k].open != sign)
            continue;
        for (j = to; j-- > i + 1 && j > from;)
            if (seen(s, j) == pairs[k].close)
                return j;
    }
    return 0;
}

/* What stands inside brackets or quotes: around the whole line, or behind words and before words. */
static int bracketed(struct search *s, uint32_t from, uint32_t to) {
    uint32_t i, j;
    for (i = from; i < to; i++) {
        j = closing_of(s, i, from, to);
        if (!j || (i > from && !is_blank(seen(s, i - 1)) && !is_east_asian(s, i - 1) && seen(s, i - 1) != ':') ||
            (j + 1 < to && ll_is_letter_or_digit(seen(s, j + 1))))
            continue;
        if (s->secret_last && (i > from || j + 1 < to) &&
            (s->fits || (i > from && !is_label(s, from, i) && !is_east_asian(s, i - 1))))
            continue; /* brackets within a password are its own */
        if (is_taken(s, i + 1, j))
            return 1;
    }
    return 0;
}

/* Words such as lead to a value: letters, no digits to speak of, nothing of an address. */
static int is_heading(const struct search *s, uint32_t from, uint32_t to) {
    uint32_t i, letters = 0;
    for (i = from; i < to; i++) {
        if (seen(s, i) == '@')
            return 0;
        letters += (uint32_t)is_letter(s, i);
    }
    return letters && letters <= 32 && 2 * letters >= to - from;
}

/* A colon, or a sign used as one, that may end a heading. */
static int is_colon(const struct search *s, uint32_t i) {
    uint32_t sign = seen(s, i);
    return sign == ':' || sign == '=' || sign == 0x2192 || sign == 0x21D2 || sign == 0xFE55 ||
           (sign == '>' && i && (seen(s, i - 1) == '-' || seen(s, i - 1) == '='));
}

/* To the end of the line; to the first space; up to signs that no value ends with. */
static int is_taken_from(struct search *s, uint32_t from, uint32_t to) {
    uint32_t end;
    tighten(s, &from, &to);
    if (is_taken(s, from, to) || bracketed(s, from, to))
        return 1;
    for (end = from; end < to && !is_blank(seen(s, end)); end++)
        ;
    if (end < to && is_taken(s, from, end))
        return 1;
    while (end > from && is_sign(s, end - 1))
        end--;
    return end < to && is_taken(s, from, end);
}

static int labelled(struct search *s, uint32_t from, uint32_t to) {
    uint32_t k, i, start = from;
    for (k = from; k < to; k++) {
        i = s->secret_last ? to - 1 - (k - from) : k;
        if (!is_colon(s, i))
            continue;
        for (start = i; start > from && !is_colon(s, start - 1) && seen(s, start - 1) != '\n';)
            start--;
        if (!is_heading(s, start, i))
            continue;
        if (s->c[i].cp < 0x80 && !is_label(s, start, i) && !is_east_asian(s, i - 1) &&
            ((s->secret_last && s->fits) || i + 1 >= to || !is_blank(seen(s, i + 1)) || s->c[i].cp == '='))
            continue; /* a:b and a=b may be one value */
        if (is_taken_from(s, i + 1, to))
            return 1;
    }
    return 0;
}

/* A label without a colon: the first word, or two. */
static int called(struct search *s, uint32_t from, uint32_t to) {
    uint32_t i, words = 0;
    for (i = from; i < to && words < 3; i++) {
        if (!is_blank(seen(s, i)))
            continue;
        words++;
        if (is_label(s, from, i) && !(s->secret_last && s->fits) && is_taken_from(s, i, to))
            return 1;
    }
    return 0;
}

/* The one run of ASCII between East Asian words.  Input methods give their letters in full width, so that half-width
 * letters beside kana were not typed there; typed ones need a known ending. */
static int in_a_sentence(struct search *s, uint32_t from, uint32_t to) {
    uint32_t i, start = to, end = to, letters = 0;
    for (i = from; i < to; i++) {
        int ascii = s->c[i].klass == LL_ASCII || s->c[i].klass == LL_FULLWIDTH;
        if (ascii && start == to)
            start = i;
        if (!ascii && start < to && end == to)
            end = i;
        if (ascii && end < to)
            return 0; /* a second run */
        letters += s->c[i].klass == LL_ASCII && is_letter(s, i);
    }
    if (start == to || (start == from && end == to) || end - start < 3)
        return 0;
    for (i = from; i < to; i++)
        if ((i < start || i >= end) && !is_east_asian(s, i) && !is_blank(seen(s, i)))
            return 0;
    if (!(start == from && is_ending(s, end, to)) && !(s->pasted && letters > 1))
        return 0;
    return is_taken(s, start, end);
}

/* What people write behind a word, around it, or before an item of a list.  Of a paste any sign may be. */
static int is_punctuation(const struct search *s, uint32_t i) {
    static const char signs[] = ".,;:'\"`()[]{}<>";
    uint32_t k, sign = seen(s, i);
    for (k = 0; signs[k]; k++)
        if ((uint8_t)signs[k] == sign)
            return 1;
    return is_sign(s, i) &&
           (s->pasted || (s->c[i].klass != LL_ASCII && s->c[i].klass != LL_FULLWIDTH && s->c[i].klass != LL_YEN));
}

static int is_bullet(const struct search *s, uint32_t i) {
    uint32_t sign = seen(s, i);
    return sign == '-' || sign == '*' || sign == '+' || sign == '>' || sign == '#' ||
           (sign >= 0x80 && (is_sign(s, i) || s->c[i].klass == LL_COMPAT));
}

/* Behind the number of a list - 1. or 1) or (1) or a. - and its space; `from` where there is none. */
static uint32_t list_number(const struct search *s, uint32_t from, uint32_t to) {
    uint32_t i = from + (seen(s, from) == '('), digits = i;
    while (i < to && ll_is_digit(seen(s, i)))
        i++;
    if (i == digits && i < to && is_letter(s, i) && s->c[i].klass == LL_ASCII)
        i++;
    if (i == digits || i - digits > 2 || i + 1 >= to || !is_blank(seen(s, i + 1)))
        return from;
    return seen(s, i) == '.' || seen(s, i) == ')' || seen(s, i) == ':' ? i + 1 : from;
}

/* An item of a list: a bullet, or a number. */
static int listed(struct search *s, uint32_t from, uint32_t to) {
    uint32_t start = list_number(s, from, to);
    if (start == from && to - from > 1 && is_bullet(s, from) && is_blank(seen(s, from + 1)))
        start = from + 1;
    return start != from && is_taken_from(s, start, to);
}

/* The last part of an address of the web: a profile's page. */
static int in_a_web_address(struct search *s, uint32_t from, uint32_t to) {
    uint32_t i, start = to;
    for (i = from; i + 2 < to && start == to; i++)
        if (seen(s, i) == ':' && seen(s, i + 1) == '/' && seen(s, i + 2) == '/')
            start = i + 3;
    for (i = to; i > start; i--)
        if (seen(s, i - 1) == '/') {
            s->address = 1;
            return is_taken(s, i, to);
        }
    return 0;
}

/* Signs at the ends that the policy does not take, the @ before a name.  Of a password only what no keyboard has. */
static int stripped(struct search *s, uint32_t from, uint32_t to) {
    const struct ll_policy *policy = s->check->policy;
    uint32_t start = from, end = to;
    while (start < end &&
           ((is_punctuation(s, start) && !ll_set_has(&policy->allowed, seen(s, start))) ||
            (seen(s, start) == '@' && policy->kind == LL_KIND_NAME)) &&
           !(s->secret_last && seen(s, start) < 0x80))
        start++;
    while (end > start && is_punctuation(s, end - 1) && !ll_set_has(&policy->allowed, seen(s, end - 1)) &&
           !(s->secret_last && seen(s, end - 1) < 0x80))
        end--;
    return (start != from || end != to) && is_taken(s, start, end);
}

static int is_address_word(const struct search *s, uint32_t from, uint32_t to) {
    uint32_t i, at = 0, dots = 0;
    for (i = from; i < to; i++) {
        at += seen(s, i) == '@';
        dots += at && seen(s, i) == '.';
    }
    return at == 1 && dots;
}

/* Two values with a stroke, a comma or a bar between. */
static int divided(struct search *s, uint32_t from, uint32_t to) {
    uint32_t i, sign;
    for (i = from + 1; i + 1 < to; i++) {
        int apart = is_blank(seen(s, i - 1)) && is_blank(seen(s, i + 1));
        sign = seen(s, i);
        if ((sign != '/' && sign != ',' && sign != '|' && sign != ';' && !(sign == ':' && s->pasted)) ||
            (!apart && (s->secret_last || !(s->pasted || holds_value(s, i + 1, to)))))
            continue;
        return s->secret_last ? is_taken(s, i + 1, to) : is_taken(s, from, i);
    }
    for (i = from + 1; i + 1 < to && s->pasted; i++)
        if (is_blank(seen(s, i)))
            return s->secret_last ? is_address_word(s, from, i) && is_taken(s, i, to)
                                  : holds_value(s, i, to) && is_taken(s, from, i);
    return 0;
}

static int one_line(struct search *s, uint32_t from, uint32_t to) {
    tighten(s, &from, &to);
    if (from >= to || is_label(s, from, to))
        return 0;
    if (s->fits && !s->secret_last)
        return labelled(s, from, to);
    if (!s->secret_last && in_a_web_address(s, from, to))
        return 1;
    return labelled(s, from, to) || called(s, from, to) || bracketed(s, from, to) || in_a_sentence(s, from, to) ||
           listed(s, from, to) || divided(s, from, to) || stripped(s, from, to) || is_taken(s, from, to);
}

/* Line by line: the ID stands first, the password last. */
static int lines(struct search *s) {
    uint32_t from = 0, to, k;
    if (!s->secret_last) {
        for (from = 0; from < s->n; from = to + 1) {
            for (to = from; to < s->n && seen(s, to) != '\n' && seen(s, to) != '\t';)
                to++;
            if (one_line(s, from, to))
                return 1;
        }
        return 0;
    }
    for (to = s->n; to > 0; to = from ? from - 1 : 0) {
        for (from = to; from > 0 && seen(s, from - 1) != '\n' && seen(s, from - 1) != '\t';)
            from--;
        for (k = from; k < to && is_blank(seen(s, k));)
            k++;
        if (k < to && one_line(s, from, to))
            return 1;
    }
    return 0;
}

/* ---- the whole ---- */

/* A sign that no keyboard has, at either end of a password. */
static int has_foreign_end(const struct search *s) {
    uint32_t from = 0, to = s->n;
    tighten(s, &from, &to);
    return from < to && s->check->found & LL_BIT(LL_M_NOT_ALLOWED) &&
           (s->c[from].klass == LL_OTHER || s->c[to - 1].klass == LL_OTHER);
}

/* What only a part may explain: a character that does not belong there, or a value that cannot be right.  What every
 * fix together would settle is no paste. */
static int is_unexplained(const struct ll_check *check) {
    static const uint32_t marks = LL_BIT(LL_M_NOT_ALLOWED) | LL_BIT(LL_M_INNER_SPACE) | LL_BIT(LL_M_CONTROL_CHARACTER) |
                                  LL_BIT(LL_M_EMAIL_DOMAIN_TYPO);
    uint32_t outcome = loginlint__outcome(check);
    if (check->found & (LL_BIT(LL_M_COUNTRY_CODE) | LL_BIT(LL_M_LOST_DIGITS)))
        return 0;
    return outcome & LL_FAIL || (outcome & LL_ASK && (check->whole || check->found & marks));
}

/* As typed, a password may hold quotes, colons and doubled halves: what else speaks for a paste? */
static int may_be_pasted(const struct search *s) {
    const struct ll_check *check = s->check;
    const loginlint_context *context = check->context;
    if (s->pasted && !check->policy->digits_only)
        return 1;
    if (s->secret_last)
        return context->failures || loginlint__meant_count(check) > check->policy->max_length || has_foreign_end(s);
    return is_unexplained(check) || has_bullet(s);
}

static int is_found(struct search *s) {
    const struct ll_policy *policy = s->check->policy;
    uint32_t i;
    if (repeated(s))
        return 1;
    if (policy->digits_only)
        return !s->fits && number(s);
    s->parts++;
    if (policy->field != LOGINLINT_FIELD_LOGIN_ID)
        return lines(s);
    for (i = 0; i < s->n && policy->kind != LL_KIND_NAME; i++)
        if (seen(s, i) == '@' && i > 0 && i + 1 < s->n)
            return address(s) || (!s->fits && loginlint__encoded(s->check, 1));
    return (!s->fits && loginlint__encoded(s->check, 0)) || lines(s);
}

static int is_password(const struct ll_check *check) {
    return check->policy->field == LOGINLINT_FIELD_PASSWORD && !check->policy->digits_only;
}

/* A login ID that the safe fixes make right is looked at as a whole, however it came: what is offered of it is filled
 * in, and must not be another question then. */
static int is_pasted(const struct ll_check *check) {
    return check->context->entry == 2 ||
           (!is_password(check) && (check->context->entry == 3 || (check->found && !loginlint__outcome(check))));
}

/* Every part has one. */
static int has_alphanumeric(const struct search *s) {
    uint32_t i;
    for (i = 0; i < s->n; i++)
        if (ll_is_letter_or_digit(seen(s, i)) || s->c[i].klass == LL_DIGIT)
            return 1;
    return s->check->policy->allowed.unicode;
}

void loginlint__paste(struct ll_check *check) {
    struct search s = {.check = check,
                       .c = check->c,
                       .n = check->n,
                       .invalid = loginlint__is_invalid(check),
                       .fits = !loginlint__outcome(check),
                       .pasted = is_pasted(check),
                       .secret_last = is_password(check)};
    if (check->no_fixes || check->wrong_field || check->n < 2 || check->n > LOOKED_THROUGH || !has_alphanumeric(&s) ||
        check->secret != check->report->secret || !may_be_pasted(&s))
        return;
    if (!is_found(&s) && s.parts)
        loginlint__check_part(check, 0, s.n);
}
