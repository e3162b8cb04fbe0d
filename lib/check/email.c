/* email.c - an e-mail address: local part, domain, and the domain that was meant.
 *
 * In: characters after fold.c, as they are meant.  Out: findings.  What mail systems take is right: dot-atoms and
 * quoted strings (RFC 5321), the irregular local parts that carriers gave out, address literals.  An address that may
 * still become one is incomplete.
 */
#include "check/email.h"
#include "check/findings.h"
#include "check/fold.h"
#include "text/attributes.h"
#include "text/host_name.h"

enum { LOCAL_MAX = 64, ADDRESS_MAX = 254, NAME_MAX = 64, SHORT_NAME = 8, PLAUSIBLE = 80, KNOWN = 1 };

enum { IS_TARGET = 1, IS_IRREGULAR = 2 };

/* The domains one behind the other, and how long each is; no pointers, so that nothing needs relocation. */
enum {
    ROLE_KNOWN = 0,
    ROLE_TARGET = IS_TARGET,
    ROLE_IRREGULAR = IS_IRREGULAR,
    ROLE_CARRIER = IS_TARGET | IS_IRREGULAR
};
static const struct {
    uint8_t role, n;
} sizes[] = {
#define X(role, text) {ROLE_##role, sizeof text - 1},
#define SLIP(typed, meant)
#include "check/domains.def"
};
static const char domain_text[] =
#define X(role, text) text
#define SLIP(typed, meant)
#include "check/domains.def"
    ;

static const struct {
    uint8_t typed, meant;
} slip_sizes[] = {
#define X(role, text)
#define SLIP(typed, meant) {sizeof typed - 1, sizeof meant - 1},
#include "check/domains.def"
};
static const char slips[] =
#define X(role, text)
#define SLIP(typed, meant) typed meant
#include "check/domains.def"
    ;

struct name {
    char text[NAME_MAX];
    uint32_t n;
};

struct address {
    struct ll_check *check;
    uint32_t first, at, end; /* the first character, the @ that splits, one past the last; as they are meant */
    uint32_t ats;
    uint32_t bad_from, bad_to; /* a run of wrong characters; empty when equal */
    uint32_t dots;             /* of the domain; a comma counts as one */
    int foreign;               /* the domain is not ASCII */
    uint32_t ace;       /* of "xn--", how much a label begins with; 4: some label has all of it, 5: not this one */
    int unfinished;     /* the domain may still become one */
    int slipped;        /* another domain was meant */
    struct name domain; /* lower case; n > NAME_MAX: longer than any that is known */
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
                        LOGINLINT_LEVEL_ASK, LOGINLINT_OPERATION_REPLACE, &sign, 1);
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

/* ---- names of domains ---- */

static int equal(const char *a, uint32_t n, const char *b, uint32_t m) {
    uint32_t i;
    for (i = 0; n == m && i < n; i++)
        if (a[i] != b[i])
            return 0;
    return n == m;
}

/* A walk over the built-in domains, then the service's own. */
struct walk {
    const char *text;
    uint32_t n, role;
    uint32_t index, at; /* of the built-in list; the place in the list being walked */
};

static int step_own(struct walk *w, const struct ll_policy *policy) {
    if (w->at >= policy->domains_length)
        return 0;
    w->role = IS_TARGET;
    w->text = policy->domains + w->at;
    for (w->n = 0; w->at < policy->domains_length && policy->domains[w->at] != ','; w->n++)
        w->at++;
    w->at++;
    return 1;
}

static inline int step(struct walk *w, const struct ll_policy *policy) {
    if (w->index == sizeof sizes / sizeof sizes[0])
        return step_own(w, policy);
    w->role = sizes[w->index].role;
    w->n = sizes[w->index].n;
    w->text = domain_text + w->at;
    w->at = ++w->index == sizeof sizes / sizeof sizes[0] ? 0 : w->at + w->n;
    return 1;
}

static LL_APART int is_known(const struct ll_policy *policy, const struct name *name) {
    struct walk w = {0, 0, 0, 0, 0};
    while (step(&w, policy))
        if (equal(name->text, name->n, w.text, w.n))
            return 1;
    return 0;
}

/* A carrier that gave out irregular local parts, or a part of one. */
static LL_APART int is_irregular(const struct ll_policy *policy, const struct name *name) {
    struct walk w = {0, 0, 0, 0, 0};
    while (name->n <= NAME_MAX && step(&w, policy)) {
        if (!(w.role & IS_IRREGULAR) || name->n < w.n || !equal(name->text + (name->n - w.n), w.n, w.text, w.n))
            continue;
        if (name->n == w.n || name->text[name->n - w.n - 1] == '.')
            return 1;
    }
    return 0;
}

/* ---- slips ---- */

/* The place of a key: row << 8 | column, the rows shifted against each other by less than half a key.  0: none. */
static uint32_t key_of(char c) {
    static const char keys[] = "1234567890-qwertyuiop@asdfghjkl;:zxcvbnm,./_";
    uint32_t k;
    for (k = 0; keys[k]; k++)
        if (keys[k] == c)
            return (k / 11 + 1) << 8 | k % 11;
    return 0;
}

/* b is of a known domain, whose characters all have a key. */
static int are_neighbours(char a, char b) {
    uint32_t p = key_of(a), q = key_of(b), t;
    if (!p)
        return 0;
    if (p > q) {
        t = p;
        p = q;
        q = t;
    }
    if (p >> 8 == q >> 8)
        return q - p == 1;
    return (q >> 8) - (p >> 8) == 1 && ((q & 255) == (p & 255) || (q & 255) + 1 == (p & 255));
}

/* How plausible it is that `typed` is one slip (optimal string alignment, distance 1) away from `goal`, another
 * name; 0: it is not. */
static uint32_t slip(const char *typed, uint32_t n, const char *goal, uint32_t m) {
    uint32_t p = 0;
    while (p < n && p < m && typed[p] == goal[p])
        p++;
    if (n == m && p + 1 < n && typed[p] == goal[p + 1] && typed[p + 1] == goal[p] &&
        equal(typed + p + 2, n - p - 2, goal + p + 2, m - p - 2))
        return 95;
    if (n == m && equal(typed + p + 1, n - p - 1, goal + p + 1, m - p - 1))
        return are_neighbours(typed[p], goal[p]) ? 92 : 78;
    if (n == m + 1 && equal(typed + p + 1, n - p - 1, goal + p, m - p))
        return (p && (typed[p] == typed[p - 1] || are_neighbours(typed[p], typed[p - 1]))) ||
                       (p < m && are_neighbours(typed[p], goal[p]))
                   ? 92
                   : 78;
    if (n + 1 == m && equal(typed + p, n - p, goal + p + 1, m - p - 1))
        return 88;
    return 0;
}

/* The target one slip away, the most plausible; returns its plausibility, 0 for none, KNOWN for a name that needs none.
 * A short name has too many real neighbours for an implausible slip. */
static uint32_t target_of(const struct ll_policy *policy, const struct name *name, struct walk *target) {
    struct walk w = {0, 0, 0, 0, 0};
    uint32_t best = 0;
    while (step(&w, policy)) {
        uint32_t plausible;
        if (w.n + 1 - name->n > 2 || w.n > NAME_MAX)
            continue; /* more than a slip away, or no copy of it */
        if (equal(name->text, name->n, w.text, w.n))
            return KNOWN;
        plausible = w.role & IS_TARGET ? slip(name->text, name->n, w.text, w.n) : 0;
        if (plausible <= best || (plausible < PLAUSIBLE && w.n <= SHORT_NAME))
            continue;
        best = plausible;
        *target = w;
    }
    return best;
}

/* Replaces a last label that is no top-level domain; 0 when there is nothing to replace. */
static LL_APART int mend_top(struct name *name) {
    uint32_t dot = name->n, at = 0, i;
    while (dot && name->text[dot - 1] != '.')
        dot--;
    if (dot < 2)
        return 0;
    for (i = 0; i < sizeof slip_sizes / sizeof slip_sizes[0]; i++) {
        uint32_t goal = at + slip_sizes[i].typed, end = goal + slip_sizes[i].meant;
        if (equal(name->text + dot, name->n - dot, slips + at, goal - at)) {
            __builtin_memcpy(name->text + dot, slips + goal, end - goal);
            name->n = dot + end - goal;
            return 1;
        }
        at = end;
    }
    return 0;
}

/* Makes of a domain what it was meant to be, and says how plausible that is; 0: itself, as far as anybody knows. */
static uint32_t mend_domain(const struct ll_policy *policy, struct name *name) {
    struct walk target;
    uint32_t plausible;
    if (!name->n || name->n > NAME_MAX)
        return 0;
    plausible = target_of(policy, name, &target);
    if (plausible == KNOWN)
        return 0;
    if (!plausible) {
        if (!mend_top(name))
            return 0;
        plausible = 85;
        if (target_of(policy, name, &target) <= KNOWN)
            return plausible;
    }
    name->n = target.n;
    __builtin_memcpy(name->text, target.text, target.n);
    return plausible;
}

/* ---- the domain ---- */

/* A comma in the domain is a dot that was missed; behind it, it is only too much. */
static void commas(struct address *a) {
    struct ll_check *check = a->check;
    uint32_t i, ends = 1;
    for (i = a->end; i-- > a->at + 1;) {
        if (meant(a, i) != ',') {
            ends &= !meant(a, i);
            continue;
        }
        check->c[i].found &= ~LL_BIT(LL_M_NOT_ALLOWED);
        ll_mark(check, &check->c[i], LL_M_EMAIL_DOMAIN_TYPO);
        loginlint__edit(check, &check->c[i], ends ? 0 : '.', LOGINLINT_LEVEL_ASK);
        check->outcome |= LL_ASK;
    }
}

/* Reads commas in the copy of the domain as they are meant; 1 if there was one. */
static int dot_commas(struct name *name) {
    uint32_t k;
    int found = 0;
    if (name->n > NAME_MAX || name->text[0] == '[')
        return name->n > NAME_MAX;
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
            if (n < NAME_MAX)
                a->domain.text[n] = (char)ll_lower(cp);
        }
    }
    a->domain.n = n;
}

/* Is the copy of the domain a host name, with a top-level domain?  None of those is a number or one letter. */
static int is_host(const struct name *name) {
    uint32_t i, top = 0, letters = 0;
    for (i = 0; i < name->n; i++) {
        top = name->text[i] == '.' ? 0 : top + 1;
        letters = name->text[i] == '.' ? 0 : letters | !ll_is_digit((uint8_t)name->text[i]);
    }
    return top > 1 && letters && loginlint__host_name((const uint8_t *)name->text, name->n) == name->n;
}

/* Says what was meant; the characters typed are then no fault of their own. */
static void say_domain(struct address *a, uint32_t plausible, int was_host) {
    struct ll_check *check = a->check;
    uint32_t i, from = start_of(a, a->at + 1, a->end), refused = 0;
    loginlint_diagnostic *d;
    for (i = from; i < a->end; i++) {
        refused |= check->c[i].found & LL_BIT(LL_M_NOT_ALLOWED) || meant(a, i) == ',';
        check->c[i].found &= ~LL_BIT(LL_M_NOT_ALLOWED);
    }
    check->invalid |= refused || (check->policy->kind == LL_KIND_EMAIL && !was_host);
    d = loginlint__find(check,
                        LL_FINDING(LOGINLINT_CODE_EMAIL_DOMAIN_TYPO, LOGINLINT_SEVERITY_WARNING, plausible, LL_ASK),
                        from, a->end, 0);
    loginlint__find_fix(check, d, LOGINLINT_LEVEL_ASK, LOGINLINT_OPERATION_REPLACE, (const uint8_t *)a->domain.text,
                        a->domain.n);
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
        if (from != k)
            doubled(a, i, from, '.');
        i = from;
    }
    a->unfinished |= !a->dots || from >= a->end;
    if (a->domain.n > LL_HOST_NAME_MAX)
        fail(a, a->at + 1, a->end);
}

/* ---- address literals, in the lower-case copy ---- */

/* Four numbers from s[0..n). */
static int is_ipv4(const char *s, uint32_t n) {
    uint32_t i, parts = 1, value = 0, digits = 0;
    for (i = 0; i < n; i++) {
        if (s[i] == '.' && digits) {
            parts++;
            value = digits = 0;
        } else if (ll_is_digit((uint8_t)s[i]) && digits < 3) {
            value = value * 10 + (uint32_t)(s[i] - '0');
            digits++;
        } else {
            return 0;
        }
        if (value > 255)
            return 0;
    }
    return parts == 4 && digits;
}

static int is_ipv6(const char *s, uint32_t n) {
    uint32_t i = 0, groups = 0, gap = 0, digits;
    if (n >= 2 && s[0] == ':' && s[1] == ':') {
        gap = 1;
        i = 2;
    }
    while (i < n) {
        if (is_ipv4(s + i, n - i)) {
            groups += 2;
            break;
        }
        for (digits = 0; i < n && (ll_is_digit((uint8_t)s[i]) || (s[i] >= 'a' && s[i] <= 'f')); i++)
            digits++;
        if (!digits || digits > 4)
            return 0;
        groups++;
        if (i == n)
            break;
        if (s[i++] != ':' || i == n)
            return 0;
        if (s[i] == ':') {
            if (gap++)
                return 0;
            i++;
        }
    }
    return gap ? groups < 8 : groups == 8;
}

static int is_literal(const struct name *name) {
    const char *s = name->text + 1;
    uint32_t n = name->n;
    if (n < 3 || n > NAME_MAX || name->text[n - 1] != ']')
        return 0;
    n -= 2;
    return n > 5 && equal(s, 5, "ipv6:", 5) ? is_ipv6(s + 5, n - 5) : is_ipv4(s, n);
}

static void literal(struct address *a) {
    if (is_literal(&a->domain))
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

static void atoms(struct address *a, uint32_t from) {
    uint32_t i, previous = '.';
    int irregular = -1; /* not yet asked */
    for (i = from; i < a->at; i = next_of(a, i, a->at)) {
        uint32_t cp = meant(a, i);
        int stray = cp == '.' && (previous == '.' || next_of(a, i, a->at) >= a->at);
        if (stray && a->slipped)
            a->check->invalid = 1; /* the carrier that was meant takes it; what was typed is none */
        if (stray && irregular < 0)
            irregular = is_irregular(a->check->policy, &a->domain);
        if (stray ? !irregular || i == from : cp != '.' && cp < 0x80 && !is_atext(cp))
            bad(a, i);
        previous = cp;
    }
}

static void local_part(struct address *a) {
    uint32_t from = start_of(a, a->first, a->at);
    if (from >= a->at)
        bad(a, a->at);
    else if (meant(a, from) == '"')
        quoted(a, from);
    else
        atoms(a, from);
    flush(a);
    if (count_of(a, from, a->at) > LOCAL_MAX)
        fail(a, from, a->at);
}

/* ---- the whole ---- */

static void read_address(struct address *a) {
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
    if (a->ats)
        read_domain(a);
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
    if (a->unfinished && !(a->check->outcome & LL_FAIL))
        unfinished(a, LOGINLINT_CODE_EMAIL_SYNTAX, a->at, 0);
}

static void syntax(struct address *a, uint32_t plausible) {
    uint32_t at = a->at;
    a->at = double_at(a);
    local_part(a);
    a->at = at;
    if (!plausible)
        domain_part(a);
    if (a->check->policy->max_length > ADDRESS_MAX && count_of(a, a->first, a->end) > ADDRESS_MAX)
        fail(a, a->first, a->end);
}

/* Still being typed: the domain is the beginning of one that is known. */
static LL_APART int is_beginning(const struct address *a) {
    struct walk w = {0, 0, 0, 0, 0};
    while (ll_may_go_on(a->check) && step(&w, a->check->policy))
        if (w.n > a->domain.n && equal(a->domain.text, a->domain.n, w.text, a->domain.n))
            return 1;
    return 0;
}

/* The slips of the domain, which is then the one that was meant: how plausible that is. */
static uint32_t domain(struct address *a) {
    int comma = dot_commas(&a->domain), email = a->check->policy->kind == LL_KIND_EMAIL, was_host;
    uint32_t plausible;
    was_host = a->domain.n <= NAME_MAX && is_host(&a->domain);
    plausible = a->foreign || is_beginning(a) ? 0 : mend_domain(a->check->policy, &a->domain);
    a->slipped = plausible != 0;
    if (plausible)
        say_domain(a, plausible, was_host);
    else if (comma && (email || !ll_set_has(&a->check->policy->allowed, ',') || is_known(a->check->policy, &a->domain)))
        commas(a);
    if ((a->foreign || a->ace == 4) && a->check->policy->allowed.unicode)
        a->check->report->skipped |= 1u << LOGINLINT_SKIPPED_IDNA;
    return plausible;
}

static void check_address(struct address *a) {
    int email = a->check->policy->kind == LL_KIND_EMAIL;
    uint32_t plausible;
    read_address(a);
    if (!a->ats) { /* an e-mail address is wanted, or this would not have been called */
        unfinished(a, LOGINLINT_CODE_WRONG_KIND, 0, LL_KIND_EMAIL);
        return;
    }
    if (!email && (a->ats > 1 || a->at == a->first))
        return;
    plausible = domain(a);
    if (email)
        syntax(a, plausible);
}

void loginlint__email(struct ll_check *check) {
    struct address a = {.check = check};
    check_address(&a);
}

/* n bytes in small letters; 0 when they are too many for a label, let alone a name that is known. */
static int read_name(struct name *name, const uint8_t *s, uint32_t n) {
    __builtin_memset(name, 0, sizeof *name);
    for (; name->n < n && name->n < LL_LABEL_MAX; name->n++)
        name->text[name->n] = (char)ll_lower(s[name->n]);
    return name->n == n;
}

int loginlint__email_domain_is_known(const struct ll_policy *policy, const uint8_t *s, uint32_t n) {
    struct name name;
    return read_name(&name, s, n) && is_known(policy, &name);
}

int loginlint__email_domain_agrees(const struct ll_policy *policy, const uint8_t *s, uint32_t n) {
    struct name name;
    return read_name(&name, s, n) && is_host(&name) && !mend_domain(policy, &name);
}
