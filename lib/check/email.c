/* SPDX-License-Identifier: MIT */
/* email.c - an e-mail address: its local part, its domain, and what is missing.
 *
 * In: characters after fold.c, as they are meant.  Out: findings.  What mail systems take is right: dot-atoms and
 * quoted strings (RFC 5321), the irregular local parts that carriers gave out, address literals.  An address that may
 * still become one is incomplete.  Which domain was meant, domains.c says.
 */
#include "check/email.h"
#include "check/domains.h"
#include "check/findings.h"
#include "check/fold.h"
#include "text/attributes.h"
#include "text/host_name.h"

enum { LOCAL_MAX = 64, ADDRESS_MAX = 254 };

struct address {
    struct ll_check *check;
    uint32_t first, at, end; /* the first character, the @ that splits, one past the last; as they are meant */
    uint32_t ats;
    uint32_t bad_from, bad_to; /* a run of wrong characters; empty when equal */
    uint32_t dots;             /* of the domain; a comma counts as one */
    int foreign;               /* the domain is not ASCII */
    uint32_t ace;   /* of "xn--", how much a label begins with; 4: some label has all of it, 5: not this one */
    int unfinished; /* the domain may still become one */
    int slipped;    /* another domain was meant */
    int comma;      /* a comma of the domain, or a->slip, was read as a full stop */
    uint32_t slip;  /* the sign of another key beside the full stop that was read as one; 0: none */
    struct ll_domain domain;
};

/* ---- characters as they are meant ---- */

static uint32_t meant(const struct address *a, uint32_t i) {
    return ll_meant(&a->check->c[i]);
}

static uint32_t next_of(const struct address *a, uint32_t i, uint32_t to) {
    for (i++; i < to && !meant(a, i); i++)
        ;
    return i;
}

static uint32_t start_of(const struct address *a, uint32_t from, uint32_t to) {
    while (from < to && !meant(a, from))
        from++;
    return from;
}

static uint32_t count_of(const struct address *a, uint32_t from, uint32_t to) {
    uint32_t count = 0;
    for (; from < to; from++)
        count += ll_meant_length(&a->check->c[from]);
    return count;
}

/* The same in octets of UTF-8. */
static uint32_t octets_of(const struct address *a, uint32_t from, uint32_t to) {
    uint32_t count = 0;
    for (; from < to; from++) {
        const struct ll_char *c = &a->check->c[from];
        count += c->level == LOGINLINT_LEVEL_NONE ? (uint32_t)c[1].byte - c->byte : c->length;
    }
    return count;
}

/* RFC 5322 atext, of ASCII: letters, digits and !#$%&'*+-/=?^_`{|}~ */
static int is_atext(uint32_t cp) {
    static const uint32_t bits[4] = {0, 0xA3FFACFAu, 0xC7FFFFFEu, 0x7FFFFFFFu};
    return (int)(bits[cp >> 5] >> (cp & 31) & 1);
}

/* ---- what is said ---- */

enum { SYNTAX = LL_FINDING(LOGINLINT_CODE_EMAIL_SYNTAX, LOGINLINT_SEVERITY_ERROR, 95, LL_INVALID) };

static void fail(struct address *a, uint32_t from, uint32_t to) {
    loginlint__find(a->check, SYNTAX | LL_FINDING(0, 0, 0, LL_FAIL), from, to, 0);
}

/* One sign too many: the span becomes `sign`. */
static void doubled(struct address *a, uint32_t from, uint32_t to, uint8_t sign) {
    loginlint__find_fix(a->check, loginlint__find(a->check, SYNTAX | LL_FINDING(0, 0, 0, LL_ASK), from, to, 0),
                        LOGINLINT_LEVEL_ASK, sign ? LOGINLINT_OPERATION_REPLACE : LOGINLINT_OPERATION_DELETE, &sign,
                        sign != 0);
}

static void flush(struct address *a) {
    if (a->bad_from < a->bad_to)
        fail(a, a->bad_from, a->bad_to);
    a->bad_from = a->bad_to = 0;
}

/* Character i is wrong, unless that was said already. */
static void bad(struct address *a, uint32_t i) {
    const struct ll_char *c = &a->check->c[i];
    if (c->found & LL_BIT(LL_M_NOT_ALLOWED))
        return;
    if (a->bad_to != i || a->bad_from == a->bad_to) {
        flush(a);
        a->bad_from = i;
    }
    a->bad_to = i + 1;
}

static void unfinished(struct address *a, uint32_t code, uint32_t from, uint32_t argument) {
    loginlint__find(a->check,
                    code |
                        (ll_may_go_on(a->check) ? LL_FINDING(0, LOGINLINT_SEVERITY_INFO, 95, LL_INCOMPLETE | LL_INVALID)
                                                : LL_FINDING(0, LOGINLINT_SEVERITY_ERROR, 95, LL_FAIL | LL_INVALID)),
                    from, a->check->n, argument);
}

/* ---- the domain ---- */

/* A comma in the domain is a dot that was missed; behind it, it is only too much. */
static LL_APART void commas(struct address *a) {
    struct ll_check *check = a->check;
    uint32_t i, ends = 1;
    for (i = a->end; i-- > a->at + 1;) {
        uint32_t cp = meant(a, i);
        if (cp != ',' && (!cp || cp != a->slip)) {
            ends &= !cp;
            continue;
        }
        check->c[i].found &= ~LL_BIT(LL_M_NOT_ALLOWED);
        ll_mark(check, &check->c[i], LL_M_EMAIL_DOMAIN_TYPO);
        loginlint__edit(check, &check->c[i], ends ? 0 : '.', LOGINLINT_LEVEL_ASK);
        check->outcome |= LL_ASK;
    }
}

/* Is the copy of the domain a host name, with a top-level domain?  None of those is a number or one letter. */
static int is_host(const struct ll_domain *name) {
    uint32_t i, top = 0, letters = 0;
    for (i = 0; i < name->n; i++) {
        top = name->text[i] == '.' ? 0 : top + 1;
        letters = name->text[i] == '.' ? 0 : letters | !ll_is_digit((uint8_t)name->text[i]);
    }
    return top > 1 && letters && loginlint__host_name((const uint8_t *)name->text, name->n) == name->n;
}

/* One ; or / or > in the copy of the domain, the keys around the full stop, read as one where that makes a host with
 * an ending that exists. */
static uint32_t dot_slip(struct ll_domain *name) {
    uint32_t k, at = 0, sign;
    for (k = 1; k + 1 < name->n; k++) {
        sign = (uint8_t)name->text[k];
        if (sign != ';' && sign != '/' && sign != '>')
            continue;
        if (at)
            return 0;
        at = k;
    }
    if (!at)
        return 0;
    sign = (uint8_t)name->text[at];
    name->text[at] = '.';
    if (is_host(name) && loginlint__domain_ends_well(name))
        return sign;
    name->text[at] = (char)sign;
    return 0;
}

/* Reads commas in the copy of the domain as they are meant; 1 if there was one. */
static int dot_commas(struct ll_domain *name) {
    uint32_t k;
    int found = 0;
    if (name->n > LL_DOMAIN_MAX || name->text[0] == '[')
        return name->n > LL_DOMAIN_MAX;
    for (; name->n && name->text[name->n - 1] == ','; found = 1)
        name->n--;
    for (k = 0; k < name->n; k++)
        if (name->text[k] == ',') {
            name->text[k] = '.';
            found = 1;
        }
    return found;
}

static void see_prefix(struct address *a, uint32_t cp) {
    if (a->ace < 4)
        a->ace = ll_lower(cp) == (uint8_t) "xn--"[a->ace] ? a->ace + 1 : 5;
    if (a->ace == 5 && cp == '.')
        a->ace = 0;
}

static void read_domain(struct address *a) {
    uint32_t i, k, n = 0;
    for (i = a->at + 1; i < a->end; i++) {
        const struct ll_char *c = &a->check->c[i];
        uint32_t length = ll_meant_length(c);
        for (k = 0; k < length; k++, n++) {
            uint32_t cp = c->level == LOGINLINT_LEVEL_NONE ? c->cp : c->fix[k];
            a->foreign |= cp > 0x7F;
            see_prefix(a, cp);
            if (n < LL_DOMAIN_MAX)
                a->domain.text[n] = (char)ll_lower(cp);
        }
    }
    a->domain.n = n;
}

/* On the way to a known domain: nothing to mend yet. */
static LL_APART void say_beginning(struct address *a, uint32_t plausible) {
    loginlint__find(a->check,
                    LL_FINDING(LOGINLINT_CODE_EMAIL_DOMAIN_TYPO, LOGINLINT_SEVERITY_INFO, plausible, LL_INCOMPLETE),
                    start_of(a, a->at + 1, a->end), a->end, 0);
}

/* Says what was meant; the characters typed are then no fault of their own. */
static LL_APART void say_domain(struct address *a, uint32_t plausible, uint32_t was_host) {
    struct ll_check *check = a->check;
    uint32_t i, from = start_of(a, a->at + 1, a->end), refused = 0;
    loginlint_diagnostic *d;
    for (i = from; i < a->end; i++) {
        refused |=
            check->c[i].found & LL_BIT(LL_M_NOT_ALLOWED) || meant(a, i) == ',' || (a->slip && meant(a, i) == a->slip);
        check->c[i].found &= ~LL_BIT(LL_M_NOT_ALLOWED);
    }
    check->invalid |= refused || (check->policy->kind == LL_KIND_EMAIL && !was_host);
    d = loginlint__find(check,
                        LL_FINDING(LOGINLINT_CODE_EMAIL_DOMAIN_TYPO, LOGINLINT_SEVERITY_WARNING, plausible, LL_ASK),
                        from, a->end, 0);
    loginlint__find_fix(check, d, LOGINLINT_LEVEL_ASK, LOGINLINT_OPERATION_REPLACE, (const uint8_t *)a->domain.text,
                        a->domain.n);
}

/* May a label of digits alone be followed by another: vip.163 on the way to vip.163.com?  In 192.168.0 none is a name.
 */
static int may_be_inner(const struct address *a) {
    uint32_t i;
    for (i = 0; i < a->domain.n && i < LL_DOMAIN_MAX; i++)
        if (ll_is_lower((uint8_t)a->domain.text[i]))
            return ll_may_go_on(a->check);
    return 0;
}

/* One label, [from, to): letters, digits, hyphens inside. */
static void label(struct address *a, uint32_t from, uint32_t to, int last) {
    uint32_t i, letters = 0, end = from, count = count_of(a, from, to);
    for (i = from; i < to; i = next_of(a, i, to)) {
        uint32_t cp = meant(a, i);
        letters |= !ll_is_digit(cp);
        end = i;
        if (!ll_is_letter_or_digit(cp) && cp < 0x80 && (cp != '-' || i == from))
            bad(a, i);
    }
    if (count > LL_LABEL_MAX)
        fail(a, from, to);
    if (last && meant(a, end) == '-')
        a->unfinished = 1;
    else if (end != from && meant(a, end) == '-')
        bad(a, end);
    else if (last && a->dots && !letters && may_be_inner(a))
        a->unfinished = 1;
    else if (last && a->dots && !letters)
        bad(a, end); /* no top-level domain is a number */
    else if (last && count < 2)
        a->unfinished = 1;
}

static void labels(struct address *a) {
    uint32_t from = start_of(a, a->at + 1, a->end), i = from, k;
    while (i < a->end) {
        for (i = from; i < a->end && meant(a, i) != '.';)
            i = next_of(a, i, a->end);
        if (from < i)
            label(a, from, i, i >= a->end);
        else
            bad(a, i); /* a dot at the start; later ones are taken together below */
        if (i >= a->end)
            break;
        a->dots++;
        for (k = from = next_of(a, i, a->end); from < a->end && meant(a, from) == '.';)
            from = next_of(a, from, a->end);
        if (from != k && (from < a->end || ll_may_go_on(a->check)))
            doubled(a, i, from, '.');
        else if (from != k && a->dots > 1)
            doubled(a, i, from, 0); /* behind an ending; free.. lacks its own, which says it all */
        i = from;
    }
    a->unfinished |= !a->dots || from >= a->end;
    if (a->domain.n > LL_HOST_NAME_MAX)
        fail(a, a->at + 1, a->end);
}

static void literal(struct address *a) {
    if (a->domain.n <= LL_DOMAIN_MAX && loginlint__is_address_literal(a->domain.text, a->domain.n))
        return;
    if (meant(a, a->end - 1) != ']')
        a->unfinished = 1;
    else
        fail(a, a->at + 1, a->end);
}

/* ---- the local part ---- */

/* "..." with quoted pairs, and nothing outside (RFC 5321 Quoted-string). */
static void quoted(struct address *a, uint32_t from) {
    uint32_t i = next_of(a, from, a->at), last = from;
    while (i < a->at && meant(a, i) != '"') {
        if (meant(a, i) == '\\')
            i = next_of(a, i, a->at);
        if (i < a->at)
            i = next_of(a, i, a->at);
    }
    last = i;
    if (i >= a->at || next_of(a, last, a->at) < a->at)
        fail(a, from, a->at);
}

/* Does a carrier that takes any local part stand behind the @, or may one still be typed there? */
static int may_be_irregular(struct address *a) {
    const struct ll_policy *policy = a->check->policy;
    if (loginlint__domain_is_irregular(policy, &a->domain))
        return 1;
    if (!ll_may_go_on(a->check) || !loginlint__domain_may_be_irregular(policy, &a->domain))
        return 0;
    a->unfinished = 1;
    return 1;
}

/* A comma or a semicolon (the keys beside, or that key without Shift on a French keyboard), or a middle dot, as the key
 * of / gives it in a Japanese input method, between the characters of a local part
 * was to be a full stop. */
static void mend_dots(struct address *a, uint32_t from) {
    uint32_t i;
    for (i = next_of(a, from, a->at); i < a->at; i = next_of(a, i, a->at)) {
        struct ll_char *c = &a->check->c[i];
        int dot = ll_is_middle_dot(c->cp) && !a->check->policy->allowed.unicode; /* there it is as good as a letter */
        if ((meant(a, i) != ',' && meant(a, i) != ';' && !dot) || next_of(a, i, a->at) >= a->at)
            continue;
        if (c->cp == ',' || c->cp == ';' || c->category == LL_OTHER)
            ll_mark(a->check, c, LL_M_NOT_ALLOWED);
        else
            c->found &= ~LL_BIT(LL_M_NOT_ALLOWED); /* what was found of it already says what it is */
        loginlint__edit(a->check, c, '.', LOGINLINT_LEVEL_ASK);
        a->check->outcome |= LL_ASK;
        a->check->invalid = 1;
    }
}

/* The end of a run of dots. */
static uint32_t after_dots(const struct address *a, uint32_t i) {
    while (i < a->at && meant(a, i) == '.')
        i = next_of(a, i, a->at);
    return i;
}

/* Dots in a row, or before the @, where no carrier takes them: one dot, or none, was meant. */
static void stray_dots(struct address *a, uint32_t from, uint32_t to) {
    static const uint8_t dot[] = ".";
    flush(a);
    loginlint__find_fix(a->check, loginlint__find(a->check, SYNTAX | LL_FINDING(0, 0, 0, LL_ASK), from, to, 0),
                        LOGINLINT_LEVEL_ASK, LOGINLINT_OPERATION_REPLACE, dot, to < a->at);
}

static void atoms(struct address *a, uint32_t from) {
    uint32_t i, to;
    int irregular = -1; /* not yet asked */
    for (i = from; i < a->at; i = to) {
        uint32_t cp = meant(a, i);
        to = next_of(a, i, a->at);
        if (cp != '.') {
            if (cp < 0x80 && !is_atext(cp))
                bad(a, i);
            continue;
        }
        to = after_dots(a, i);
        if (i != from && to < a->at && to == next_of(a, i, a->at))
            continue;
        if (a->slipped)
            a->check->invalid = 1; /* the carrier that was meant takes it; what was typed is none */
        if (irregular < 0)
            irregular = may_be_irregular(a);
        if (i == from)
            bad(a, i);
        else if (!irregular)
            stray_dots(a, i, to);
    }
}

static void local_part(struct address *a) {
    uint32_t from = start_of(a, a->first, a->at);
    if (from >= a->at)
        bad(a, a->at);
    else if (meant(a, from) == '"')
        quoted(a, from);
    else {
        mend_dots(a, from);
        atoms(a, from);
    }
    flush(a);
    if (octets_of(a, from, a->at) > LOCAL_MAX)
        fail(a, from, a->at);
}

/* ---- what is missing ---- */

enum { NAMED = LL_FINDING(LOGINLINT_CODE_EMAIL_SYNTAX, LOGINLINT_SEVERITY_ERROR, 90, LL_ASK) };

/* Is an address wanted here?  Where any ID is taken, a doubtful one satisfies the policy all the same. */
static uint32_t wanted(const struct address *a) {
    return a->check->policy->kind == LL_KIND_EMAIL ? LL_FINDING(0, 0, 0, LL_INVALID) : 0;
}

/* taro@gmail, taro@gmail.: a provider's name without its ending; 1 if that was said. */
static LL_APART int lacks_ending(struct address *a) {
    while (a->domain.n && a->domain.n <= LL_DOMAIN_MAX && a->domain.text[a->domain.n - 1] == '.')
        a->domain.n--;
    if (a->foreign || ll_may_go_on(a->check) || !loginlint__domain_complete(a->check->policy, &a->domain))
        return 0;
    loginlint__find_fix(a->check,
                        loginlint__find(a->check, NAMED | wanted(a), start_of(a, a->at + 1, a->end), a->end, 0),
                        LOGINLINT_LEVEL_ASK, LOGINLINT_OPERATION_REPLACE, (const uint8_t *)a->domain.text, a->domain.n);
    return 1;
}

/* The last LL_DOMAIN_MAX characters of a value without an @, as a->domain; a->foreign: not one ASCII character each. */
static void read_tail(struct address *a) {
    uint32_t i, n = count_of(a, a->first, a->end);
    for (i = a->first; i < a->end; i++) {
        uint32_t cp = meant(a, i), length = ll_meant_length(&a->check->c[i]);
        a->foreign |= cp > 0x7F || length > 1;
        if (length && n-- <= LL_DOMAIN_MAX)
            a->domain.text[a->domain.n++] = (char)ll_lower(cp & 0x7F);
    }
}

/* Where the last n characters of a value begin. */
static uint32_t back(const struct address *a, uint32_t n) {
    uint32_t i = a->end;
    while (n) {
        i--;
        n -= ll_meant_length(&a->check->c[i]);
    }
    return i;
}

/* The sign before a provider's domain that stands for the @, or, for none, the place where it is missing; 0: nothing
 * like that.  *length: of that sign. */
static uint32_t at_missing(const struct address *a, uint32_t *length) {
    uint32_t n = loginlint__domain_at_end(a->check->policy, &a->domain, 0), sign;
    if (!n || a->foreign)
        return 0;
    sign = (uint8_t)a->domain.text[a->domain.n - n - 1];
    *length = !ll_is_letter_or_digit(sign);
    if (!*length)
        n = loginlint__domain_at_end(a->check->policy, &a->domain, 1);
    return n && n + *length < a->domain.n ? back(a, n + *length) : 0;
}

/* Is the whole value, without an @, a host's name with an ending that exists? */
static int is_host_name(const struct address *a) {
    return !a->foreign && count_of(a, a->first, a->end) <= LL_DOMAIN_MAX && is_host(&a->domain) &&
           loginlint__domain_ends_well(&a->domain);
}

/* Without an @: taro.gmail.com, tarogmail.com; else another kind of login ID, or an address all the same. */
static LL_APART void lacks_at(struct address *a) {
    int email = a->check->policy->kind == LL_KIND_EMAIL, whole = !ll_may_go_on(a->check);
    uint32_t length = 0, place;
    read_tail(a);
    place = at_missing(a, &length);
    if (place && whole)
        loginlint__find_fix(a->check, loginlint__find(a->check, NAMED | wanted(a), place, place + length, 0),
                            LOGINLINT_LEVEL_ASK, length ? LOGINLINT_OPERATION_REPLACE : LOGINLINT_OPERATION_INSERT,
                            (const uint8_t *)"@", 1);
    else if (email && !(whole && is_host_name(a)))
        unfinished(a, LOGINLINT_CODE_WRONG_KIND, 0, LL_KIND_EMAIL);
    else if (email || place)
        unfinished(a, LOGINLINT_CODE_EMAIL_SYNTAX, 0, 0);
}

/* ---- the whole ---- */

enum { WAS_HOST = 1, WAS_BEGINNING = 2 };
enum { JUDGED = 1, JUDGED_IF_MENDED };

static LL_APART void read_address(struct address *a) {
    uint32_t i, n = a->check->n, cp;
    a->first = start_of(a, 0, n);
    for (i = 0; i < n; i++) {
        cp = meant(a, i);
        if (cp)
            a->end = i + 1;
        if (cp == '@') {
            a->ats++;
            a->at = i;
        }
    }
    if (a->ats) {
        read_domain(a);
        a->comma = dot_commas(&a->domain);
        a->slip = a->domain.n <= LL_DOMAIN_MAX ? dot_slip(&a->domain) : 0;
        a->comma |= a->slip != 0;
    }
}

/* name@@example.com: the first of the two is not looked at again. */
static uint32_t double_at(struct address *a) {
    uint32_t at = a->at, i, last = a->first;
    for (i = a->first; i < at; i = next_of(a, i, at))
        last = i;
    if (a->ats != 2 || meant(a, last) != '@')
        return at;
    doubled(a, last, at + 1, '@');
    return last;
}

static void domain_part(struct address *a) {
    uint32_t from = start_of(a, a->at + 1, a->end);
    if (from >= a->end)
        a->unfinished = 1;
    else if (meant(a, from) == '[')
        literal(a);
    else
        labels(a);
    flush(a);
    if (a->unfinished && !(a->check->outcome & LL_FAIL) && !lacks_ending(a))
        unfinished(a, LOGINLINT_CODE_EMAIL_SYNTAX, a->at, 0);
}

static LL_APART void syntax(struct address *a, uint32_t plausible) {
    uint32_t at = a->at;
    a->at = double_at(a);
    local_part(a);
    a->at = at;
    if (!plausible)
        domain_part(a);
    if (a->check->policy->max_length > ADDRESS_MAX && count_of(a, a->first, a->end) > ADDRESS_MAX)
        fail(a, a->first, a->end);
}

/* What the domain was before it is mended: a host's name, the beginning of a known one. */
static LL_APART uint32_t kind_of_domain(const struct address *a) {
    uint32_t n = a->domain.n;
    int open = n && n <= LL_DOMAIN_MAX && a->domain.text[n - 1] == '.'; /* yahoo.com. may become another one */
    return (n <= LL_DOMAIN_MAX && is_host(&a->domain) ? WAS_HOST : 0) |
           (open || loginlint__domain_begins(a->check->policy, &a->domain) ? WAS_BEGINNING : 0);
}

/* Says how plausible a slip of the domain is, which is now the one that was meant; 0 while it may still become another.
 */
static LL_APART uint32_t domain(struct address *a, uint32_t plausible, uint32_t was) {
    const struct ll_policy *policy = a->check->policy;
    if (plausible && ll_may_go_on(a->check) && !a->comma && (was & WAS_BEGINNING || plausible == LL_DOMAIN_ENDING)) {
        say_beginning(a, plausible);
        plausible = 0;
    }
    a->slipped = plausible != 0;
    if (plausible)
        say_domain(a, plausible, was & WAS_HOST);
    else if (a->comma)
        commas(a);
    if ((a->foreign || a->ace == 4) && policy->allowed.unicode)
        a->check->report->skipped |= 1u << LOGINLINT_SKIPPED_IDNA;
    return plausible;
}

/* Behind the @ a full stop, or a comma where no ID may have one. */
static int has_dot(const struct address *a) {
    const struct ll_policy *policy = a->check->policy;
    uint32_t i;
    if (a->comma && ll_set_has(&policy->allowed, a->slip ? a->slip : ',') &&
        !loginlint__domain_is_known(policy, &a->domain))
        return 0;
    for (i = 0; i < a->domain.n && i < LL_DOMAIN_MAX; i++)
        if (a->domain.text[i] == '.')
            return 1;
    return 0;
}

/* One @, or several in a row, and characters on both sides. */
static int has_two_sides(const struct address *a) {
    uint32_t i, from = a->at;
    for (i = a->ats; i > 1 && from > a->first && meant(a, from - 1) == '@'; i--)
        from--;
    return i == 1 && from > a->first && a->domain.n;
}

/* Is this judged as an address?  Where any ID is taken, what plainly is one: with a domain, or with a provider's name.
 */
static LL_APART int is_address(const struct address *a) {
    return a->check->policy->kind == LL_KIND_EMAIL ||
           (has_two_sides(a) && (has_dot(a) || loginlint__domain_is_name(a->check->policy, &a->domain)));
}

static void check_address(struct address *a) {
    uint32_t plausible, was, judged;
    read_address(a);
    if (!a->ats) {
        lacks_at(a);
        return;
    }
    judged = is_address(a) ? JUDGED : has_two_sides(a) && !a->comma ? JUDGED_IF_MENDED : 0; /* taro@gmailcom */
    was = kind_of_domain(a);
    plausible = judged && !a->foreign ? loginlint__domain_mend(a->check->policy, &a->domain) : 0;
    if (judged == JUDGED || plausible)
        syntax(a, domain(a, plausible, was));
    else if (a->at + 1 == a->end)
        unfinished(a, LOGINLINT_CODE_EMAIL_SYNTAX, a->at, 0);
}

void loginlint__email(struct ll_check *check) {
    struct address a = {.check = check};
    check_address(&a);
}

/* n bytes in small letters; 0 when they are too many for a label, let alone a name that is known. */
static int read_name(struct ll_domain *name, const uint8_t *s, uint32_t n) {
    __builtin_memset(name, 0, sizeof *name);
    for (; name->n < n && name->n < LL_LABEL_MAX; name->n++)
        name->text[name->n] = (char)ll_lower(s[name->n]);
    return name->n == n;
}

/* Does ASCII without an @ end in a provider's domain? */
static LL_APART int ends_in_domain(const struct ll_policy *policy, const uint8_t *s, uint32_t n) {
    struct ll_domain name;
    uint32_t tail = n < LL_LABEL_MAX ? n : LL_LABEL_MAX;
    return read_name(&name, s + n - tail, tail) && loginlint__domain_at_end(policy, &name, 0) != 0;
}

int loginlint__email_domain_is_known(const struct ll_policy *policy, const uint8_t *s, uint32_t n) {
    struct ll_domain name;
    return read_name(&name, s, n) && loginlint__domain_is_known(policy, &name);
}

int loginlint__email_domain_agrees(const struct ll_policy *policy, const uint8_t *s, uint32_t n) {
    struct ll_domain name;
    return read_name(&name, s, n) && is_host(&name) && !loginlint__domain_mend(policy, &name);
}

/* Letters, digits and single signs between them, then a domain without "--", which may be an internationalised one. */
int loginlint__email_passes(const struct ll_policy *policy, const struct ll_ascii_value *value) {
    const uint8_t *s = value->text;
    uint32_t n = value->count, at = 0, i, sign = 1;
    if (!(value->seen & LL_PLAIN_AT) && policy->kind != LL_KIND_EMAIL)
        return !(value->seen & LL_PLAIN_DOT) || !ends_in_domain(policy, s, n);
    for (; at < n && s[at] != '@'; at++) {
        uint32_t alphanumeric = policy->plain[s[at]] & (LL_PLAIN_SMALL | LL_PLAIN_CAPITAL | LL_PLAIN_DIGIT);
        if (!alphanumeric && (sign || (s[at] != '.' && s[at] != '_' && s[at] != '-' && s[at] != '+')))
            return 0;
        sign = !alphanumeric;
    }
    if (sign || at == n || at > LOCAL_MAX || n > ADDRESS_MAX ||
        (at > 4 && s[3] == '.' && (s[0] | 32) == 'w' && (s[1] | 32) == 'w'))
        return 0; /* www. among others */
    for (i = at + 2; i < n; i++)
        if (s[i] == '-' && s[i - 1] == '-')
            return 0;
    return loginlint__email_domain_agrees(policy, s + at + 1, n - at - 1);
}
