/* SPDX-License-Identifier: MIT */
/* paste_signs.c - a name or a password within a paste, told apart by signs alone: a Windows domain, an address of the
 * web, a row behind one, tags, emphasis, two values with a stroke between, signs around one.
 *
 * In: a line of a value that no rule explains as a whole, or the whole.  Out: the part of it that is taken.
 */
#include "check/paste_part.h"
#include "text/attributes.h"

/* Behind the stroke after a host's name, example.com/; `to` where there is none. */
static uint32_t behind_host(const struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t i, dots = 0, letters = 0;
    for (i = from; i < to && (ll_is_letter_or_digit(ll_seen(s, i)) || ll_seen(s, i) == '.' || ll_seen(s, i) == '-');
         i++) {
        dots += ll_seen(s, i) == '.' && i > from;
        letters = ll_is_letter(ll_seen(s, i)) ? letters + 1 : 0;
    }
    return s->pasted && dots && letters > 1 && i + 1 < to && ll_seen(s, i) == '/' ? i + 1 : to;
}

/* Behind the name of a Windows domain: CORP\taro. */
static int in_a_domain(struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t i = from, letters = 0;
    for (; i < to && (ll_is_letter_or_digit(ll_seen(s, i)) || ll_seen(s, i) == '.' || ll_seen(s, i) == '-'); i++)
        letters += (uint32_t)ll_is_letter(ll_seen(s, i));
    if (letters < 2 || i + 1 >= to || (ll_seen(s, i) != '\\' && s->c[i].category != LL_YEN) ||
        !ll_is_letter_or_digit(ll_seen(s, i + 1)))
        return 0;
    s->address = 1;
    return loginlint__is_taken(s, i + 1, to);
}

/* What a parameter of an address of the web gives that has the name of a value: ?user=taro&lang=ja. */
static int in_a_query(struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t i = from, name, equals;
    while (i < to) {
        for (name = i; i < to && ll_seen(s, i) != '=' && ll_seen(s, i) != '&';)
            i++;
        for (equals = i; i < to && ll_seen(s, i) != '&' && ll_seen(s, i) != '#';)
            i++;
        if (equals < i && loginlint__is_label(s, name, equals) && loginlint__is_taken(s, equals + 1, i))
            return 1;
        i++;
    }
    return 0;
}

/* The last part of an address of the web: a profile's page, or what it asks. */
static int in_a_web_address(struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t i, start, path;
    if (!ll_may_have(s->check, "/"))
        return 0;
    start = ll_behind_scheme(s, from, to);
    if (start == from)
        start = behind_host(s, from, to);
    for (path = start; path < to && ll_seen(s, path) != '?';)
        path++;
    s->address = start < to;
    if (path < to && in_a_query(s, path + 1, to))
        return 1;
    for (i = path; i > start; i--)
        if (ll_seen(s, i - 1) == '/')
            return loginlint__is_taken(s, i, path);
    s->address = 0;
    return 0;
}

int loginlint__in_an_address(struct ll_search *s, uint32_t from, uint32_t to) {
    return in_a_domain(s, from, to) || in_a_web_address(s, from, to);
}

/* Behind the tag of a page that begins here - <b>, </td>, <a href="...">, <br/> - or `from` where there is none. */
static uint32_t tag(const struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t i = from + 1, name;
    i += i < to && ll_seen(s, i) == '/';
    for (name = i; i < to && ll_is_letter_or_digit(ll_seen(s, i));)
        i++;
    if (ll_seen(s, from) != '<' || i == name || i >= to || !ll_is_letter(ll_seen(s, name)) ||
        (ll_seen(s, i) != '>' && ll_seen(s, i) != '/' && !ll_is_blank(ll_seen(s, i))))
        return from;
    while (i < to && ll_seen(s, i) != '>')
        i++;
    return i < to ? i + 1 : from;
}

/* Between tags of a page or a file: <b>taro</b>, <user>taro</user><password>...; of a password the last text, and only
 * where the tags are around the whole. */
LL_APART int loginlint__tagged(struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t i, start = from, behind, first = 0, end = 0;
    if ((!ll_may_have(s->check, "<") && !ll_may_have_category(s->check, 1u << LL_FULLWIDTH)) ||
        (s->secret_last && (tag(s, from, to) == from || ll_seen(s, to - 1) != '>')))
        return 0;
    for (i = from; i <= to && (s->secret_last || !end); i = behind > i ? behind : i + 1) {
        behind = i < to ? tag(s, i, to) : to + 1;
        if (behind == i)
            continue;
        if (i > start) {
            first = start;
            end = i;
        }
        start = behind;
    }
    return end && end - first < to - from && loginlint__is_taken(s, first, end);
}

/* **taro** and __taro__: how mails and chats write what is to be bold. */
LL_APART int loginlint__emphasised(struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t sign = ll_seen(s, from), i;
    int own = s->secret_last || ll_set_has(&s->check->policy->allowed, sign);
    if ((!s->pasted && own) || to - from < 7 || (sign != '*' && sign != '_' && sign != '~' && sign != '`'))
        return 0;
    for (i = 0; i < 2; i++)
        if (ll_seen(s, from + i) != sign || ll_seen(s, to - 1 - i) != sign)
            return 0;
    return ll_seen(s, from + 2) != sign && ll_seen(s, to - 3) != sign && loginlint__is_taken(s, from + 2, to - 2);
}

/* What people write behind a word, around it, or before an item of a list.  Of a paste any sign may be. */
static int is_punctuation(const struct ll_search *s, uint32_t i) {
    static const char signs[] = ".,;:'\"`()[]{}<>";
    uint32_t k, sign = ll_seen(s, i);
    for (k = 0; signs[k]; k++)
        if ((uint8_t)signs[k] == sign)
            return 1;
    return ll_is_sign(s, i) && (s->pasted || (s->c[i].category != LL_ASCII && s->c[i].category != LL_FULLWIDTH &&
                                              s->c[i].category != LL_YEN));
}

/* Of a password every sign of the keyboard that was typed may be its own, and where any character is taken the others
 * too. */
static int is_own_sign(const struct ll_search *s, uint32_t i) {
    return s->secret_last && (ll_seen(s, i) < 0x80 ? !s->pasted : s->check->policy->allowed.unicode);
}

/* Signs at the ends that the policy does not take, the @ before a name.  Of a password only what no keyboard has. */
LL_APART int loginlint__stripped(struct ll_search *s, uint32_t from, uint32_t to) {
    const struct ll_policy *policy = s->check->policy;
    uint32_t start = from, end = to;
    while (start < end &&
           ((is_punctuation(s, start) && !ll_set_has(&policy->allowed, ll_seen(s, start))) ||
            (ll_seen(s, start) == '@' && policy->kind == LL_KIND_NAME)) &&
           !is_own_sign(s, start))
        start++;
    while (end > start && is_punctuation(s, end - 1) && !ll_set_has(&policy->allowed, ll_seen(s, end - 1)) &&
           !is_own_sign(s, end - 1))
        end--;
    return (start != from || end != to) && loginlint__is_taken(s, start, end);
}

static int is_address_word(const struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t i, at = 0, dots = 0;
    for (i = from; i < to; i++) {
        at += ll_seen(s, i) == '@';
        dots += at && ll_seen(s, i) == '.';
    }
    return at == 1 && dots;
}

/* Of three words or more the only one that has a digit, as names in a sentence have. */
static int one_with_digits(struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t i, start = from, end = from, words = 0, count = 0, digits = 0, at = from;
    for (i = from; i <= to; i++) {
        if (i < to && !ll_is_blank(ll_seen(s, i))) {
            digits |= (uint32_t)ll_is_digit(ll_seen(s, i));
            continue;
        }
        if (digits) {
            start = at;
            end = i;
        }
        words += i > at;
        count += digits;
        digits = 0;
        at = i + 1;
    }
    return words > 2 && count == 1 && loginlint__is_taken(s, start, end);
}

static int is_divider(const struct ll_search *s, uint32_t i) {
    uint32_t sign = ll_seen(s, i);
    return sign == '/' || sign == ',' || sign == '|' || sign == ';' || (sign == ':' && s->pasted);
}

/* Two values with a stroke, a comma or a bar between. */
LL_APART int loginlint__divided(struct ll_search *s, uint32_t from, uint32_t to) {
    uint32_t i, worded = s->secret_last; /* no ID ends before the first letter or digit */
    for (i = from + 1; i + 1 < to; i++) {
        int apart = ll_is_blank(ll_seen(s, i - 1)) && ll_is_blank(ll_seen(s, i + 1));
        worded |= (uint32_t)(ll_is_any_letter(s, i - 1) || ll_is_digit(ll_seen(s, i - 1)));
        if (!worded || !is_divider(s, i) ||
            (!apart && (s->secret_last ? !(s->pasted && is_address_word(s, from, i))
                                       : !(s->pasted || loginlint__holds_value(s, i + 1, to)))))
            continue;
        if (s->secret_last ? loginlint__is_taken(s, i + 1, to) : loginlint__is_taken(s, from, i))
            return 1;
    }
    if (s->pasted && !s->secret_last && one_with_digits(s, from, to))
        return 1;
    for (i = from + 1; i + 1 < to && s->pasted; i++)
        if (ll_is_blank(ll_seen(s, i)))
            return s->secret_last ? is_address_word(s, from, i) && loginlint__is_taken(s, i, to)
                                  : loginlint__holds_value(s, i, to) && loginlint__is_taken(s, from, i);
    return 0;
}

/* The next of these signs from `at` on its line, or where the line ends. */
static uint32_t next_of(const struct ll_search *s, uint32_t at, uint32_t sign, uint32_t other) {
    while (at < s->n && ll_seen(s, at) != sign && ll_seen(s, at) != other && ll_seen(s, at) != '\n')
        at++;
    return at;
}

/* What stands behind an address of the web, in a row of a browser's passwords: the ID, a comma, the password.  Or
 * before its host: ssh://taro:secret@example.com. */
LL_APART int loginlint__take_record(struct ll_search *s) {
    uint32_t i, from, to, field, several = 1;
    if (!s->pasted || !ll_may_have(s->check, "/"))
        return 0;
    from = ll_behind_scheme(s, 0, s->n);
    if (!from)
        return 0;
    to = next_of(s, from, '@', '/');
    if (to < s->n && ll_seen(s, to) == '@') {
        i = next_of(s, from, ':', '@');
        several = i < to;
        from = several && s->secret_last ? i + 1 : from;
        to = several && !s->secret_last ? i : to;
    } else {
        for (to = from, field = 0; field < 1u + s->secret_last; field++) {
            to = next_of(s, to, ',', ',') + 1;
            if (to >= s->n || ll_seen(s, to - 1) != ',')
                return 0;
        }
        from = to + (ll_seen(s, to) == '"');
        to = next_of(s, from, from > to ? '"' : ',', '\n');
    }
    if (!loginlint__is_taken(s, from, to))
        return 0;
    s->mark = several ? LL_M_SEVERAL_VALUES : s->mark;
    return 1;
}
