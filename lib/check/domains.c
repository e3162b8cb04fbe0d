/* SPDX-License-Identifier: MIT */
/* domains.c - the domain that was meant.
 *
 * In: the part of an address behind its @, in small letters.  Out: whether it is known; the domain that it is one slip
 * away from, that it lacks the ending of, or whose ending it has wrong.  Only endings and names of domains.def and the
 * policy's own domains are ever offered, but for a mended ending of a name that nobody knows.
 */
#include "check/domains.h"
#include "text/ascii.h"
#include "text/attributes.h"

enum { IS_TARGET = 1, IS_IRREGULAR = 2, IS_ALONE = 4, IS_HOME = 8 };
enum {
    ROLE_KNOWN = 0,
    ROLE_TARGET = IS_TARGET,
    ROLE_ALONE = IS_TARGET | IS_ALONE,
    ROLE_HOME = IS_TARGET | IS_HOME,
    ROLE_IRREGULAR = IS_IRREGULAR,
    ROLE_CARRIER = IS_TARGET | IS_IRREGULAR,
    ROLE_CARRIER_ALONE = IS_TARGET | IS_IRREGULAR | IS_ALONE
};

/* How plausible a slip is; KNOWN: a name that needs no other. */
enum { KNOWN = 1, SWAPPED = 95, NEAR = 92, LEFT_OUT = 88, UNLIKELY = 78 };
enum { SHORT_HOST = 4, LONGEST_ENDING = 9 /* ne.jp.com */ };

/* The domains one behind the other, and how long each is; no pointers, so that nothing needs relocation. */
static const struct {
    uint8_t role, n;
} sizes[] = {
#define X(role, text) {ROLE_##role, sizeof text - 1},
#include "check/domains.def"
};
static const char domain_text[] =
#define X(role, text) text
#include "check/domains.def"
    ;

/* ---- text ---- */

static int equal(const char *a, uint32_t n, const char *b, uint32_t m) {
    uint32_t i;
    for (i = 0; n == m && i < n; i++)
        if (a[i] != b[i])
            return 0;
    return n == m;
}

/* Where the last label begins of the first n characters. */
static LL_INLINE uint32_t last_label(const char *text, uint32_t n) {
    while (n && text[n - 1] != '.')
        n--;
    return n;
}

/* Where the ending begins: .com, .jp, or where a country's two letters follow two or three others, .co.jp.  0: there is
 * no name before it. */
static uint32_t ending_of(const char *text, uint32_t n) {
    uint32_t last = last_label(text, n), second = last ? last_label(text, last - 1) : 0;
    return n - last == 2 && second && last - 1 - second <= 3 ? second : last;
}

/* The domain becomes its first `head` characters and then `tail`. */
static void become(struct ll_domain *domain, uint32_t head, const char *tail, uint32_t n) {
    n = head + n <= LL_DOMAIN_MAX ? n : LL_DOMAIN_MAX - head;
    __builtin_memcpy(domain->text + head, tail, n);
    domain->n = head + n;
}

/* ---- a walk over the built-in domains, then the service's own ---- */

struct walk {
    const char *text;
    uint32_t n, role;
    uint32_t index, at; /* of the built-in list; the place in the list being walked */
};

static LL_INLINE int step_own(struct walk *w, const struct ll_policy *policy) {
    if (w->at >= policy->domains_length)
        return 0;
    w->role = IS_TARGET;
    w->text = policy->domains + w->at;
    for (w->n = 0; w->at < policy->domains_length && policy->domains[w->at] != ','; w->n++)
        w->at++;
    w->at++;
    return 1;
}

static LL_INLINE int step(struct walk *w, const struct ll_policy *policy) {
    if (w->index == sizeof sizes / sizeof sizes[0])
        return step_own(w, policy);
    w->role = sizes[w->index].role;
    w->n = sizes[w->index].n;
    w->text = domain_text + w->at;
    w->at = ++w->index == sizeof sizes / sizeof sizes[0] ? 0 : w->at + w->n;
    return 1;
}

int loginlint__domain_is_known(const struct ll_policy *policy, const struct ll_domain *domain) {
    struct walk w = {0, 0, 0, 0, 0};
    while (step(&w, policy))
        if (equal(domain->text, domain->n, w.text, w.n))
            return 1;
    return 0;
}

int loginlint__domain_is_irregular(const struct ll_policy *policy, const struct ll_domain *domain) {
    struct walk w = {0, 0, 0, 0, 0};
    while (domain->n <= LL_DOMAIN_MAX && step(&w, policy)) {
        if (!(w.role & IS_IRREGULAR) || domain->n < w.n || !equal(domain->text + (domain->n - w.n), w.n, w.text, w.n))
            continue;
        if (domain->n == w.n || domain->text[domain->n - w.n - 1] == '.')
            return 1;
    }
    return 0;
}

int loginlint__domain_may_be_irregular(const struct ll_policy *policy, const struct ll_domain *domain) {
    struct walk w = {0, 0, 0, 0, 0};
    uint32_t i, n = domain->n;
    if (n > LL_DOMAIN_MAX || !last_label(domain->text, n))
        return n <= LL_DOMAIN_MAX;
    while (step(&w, policy))
        for (i = 0; w.role & IS_IRREGULAR && i <= n; i++)
            if ((!i || domain->text[i - 1] == '.') && n - i < w.n && equal(domain->text + i, n - i, w.text, n - i))
                return 1;
    return 0;
}

/* On the way to the provider of this name in any country: hotmail.d. */
static LL_APART int begins_abroad(const struct walk *w, const struct ll_domain *domain) {
    uint32_t last = last_label(w->text, w->n);
    return w->n - last == 2 && last == ending_of(w->text, w->n) && domain->n == last + 1 &&
           ll_is_lower((uint8_t)domain->text[last]) && equal(domain->text, last, w->text, last);
}

int loginlint__domain_begins(const struct ll_policy *policy, const struct ll_domain *domain) {
    struct walk w = {0, 0, 0, 0, 0};
    if (!domain->n)
        return 1;
    while (step(&w, policy))
        if (w.n > domain->n && w.text[0] == domain->text[0] &&
            (equal(domain->text, domain->n, w.text, domain->n) || begins_abroad(&w, domain)))
            return 1;
    return 0;
}

/* ---- one slip ---- */

/* The place of a key: row << 8 | column, the rows shifted against each other by less than half a key.  0: none. */
static LL_INLINE uint32_t key_of(char c) {
    static const char keys[] = "1234567890-qwertyuiop@asdfghjkl;:zxcvbnm,./_";
    uint32_t k;
    for (k = 0; keys[k]; k++)
        if (keys[k] == c)
            return (k / 11 + 1) << 8 | k % 11;
    return 0;
}

static int look_alike(char a, char b) {
    return (a == '0' && b == 'o') || (a == '1' && (b == 'l' || b == 'i'));
}

/* b is of a known domain, whose characters all have a key. */
static LL_INLINE int are_neighbours(char a, char b) {
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

/* One character for another.  The first one is seldom missed: then it is another name. */
static uint32_t replaced(char typed, char goal, int first) {
    if (look_alike(typed, goal))
        return SWAPPED;
    return are_neighbours(typed, goal) ? NEAR : first ? 0 : UNLIKELY;
}

/* How plausible it is that `typed` is one slip (optimal string alignment, distance 1) away from `goal`; 0: it is not.
 * KNOWN: it is `goal`. */
static uint32_t slip(const char *typed, uint32_t n, const char *goal, uint32_t m) {
    uint32_t p = 0;
    while (p < n && p < m && typed[p] == goal[p])
        p++;
    if (p == n && p == m)
        return KNOWN;
    if (n == m && p + 1 < n && typed[p] == goal[p + 1] && typed[p + 1] == goal[p] &&
        equal(typed + p + 2, n - p - 2, goal + p + 2, m - p - 2))
        return SWAPPED;
    if (n == m && equal(typed + p + 1, n - p - 1, goal + p + 1, m - p - 1))
        return replaced(typed[p], goal[p], p == 0);
    if (n == m + 1 && equal(typed + p + 1, n - p - 1, goal + p, m - p))
        return (p && (typed[p] == typed[p - 1] || are_neighbours(typed[p], typed[p - 1]))) ||
                       (p < m && are_neighbours(typed[p], goal[p]))
                   ? NEAR
                   : UNLIKELY;
    if (n + 1 == m && equal(typed + p, n - p, goal + p + 1, m - p - 1))
        return LEFT_OUT;
    return 0;
}

/* A short name has many real neighbours: only two characters that changed places are a slip of it, or one in the
 * ending. */
static LL_APART int has_short_host(const struct walk *w, const struct ll_domain *domain) {
    uint32_t own = ending_of(w->text, w->n);
    return own <= SHORT_HOST + 1 && (domain->n < own || !equal(domain->text, own, w->text, own));
}

/* The second letters of the country codes of the root zone (IANA, 2026), by the first. */
static const char country_codes[] =
    "cdefgilmoqrstuwxz abdefghijmnorstvwyz acdfghiklmnoruvwxyz ejkmoz cegrstu ijkmor abdefghilmnpqrstuwy "
    "kmnrtu delmnoqrst emop eghimnprwyz abcikrstuvy acdeghklmnopqrstuvwxyz acefgilopruz m aefghklmnrstwy "
    "a eosuw abcdeghijklmnorstuvxyz cdfghjklmnortvwz agksyz aceginu fs  et amw ";

static int is_country(const char *label) {
    uint32_t i = 0, skip = (uint32_t)(label[0] - 'a');
    for (; skip && country_codes[i]; i++)
        skip -= country_codes[i] == ' ';
    for (; country_codes[i] && country_codes[i] != ' '; i++)
        if (country_codes[i] == label[1])
            return 1;
    return 0;
}

/* Has the domain the name of the walk's provider, and the code of another country behind it: hotmail.be for hotmail.de?
 * Many have one in each; those in Japan have not. */
static LL_APART int is_abroad(const struct walk *w, const struct ll_domain *domain) {
    uint32_t last = last_label(w->text, w->n);
    return w->n - last == 2 && last == ending_of(w->text, w->n) && domain->n == w->n &&
           !equal(w->text + last, 2, "jp", 2) && equal(domain->text, last, w->text, last) &&
           ll_is_lower((uint8_t)domain->text[last]) && is_country(domain->text + last);
}

/* Is one of the first two characters there as well, in its place or beside it, as after any one slip? */
static LL_INLINE int begins_alike(const struct ll_domain *domain, const struct walk *w) {
    const char *a = domain->text, *b = w->text;
    return domain->n < 2 || w->n < 2 || a[0] == b[0] || a[0] == b[1] || a[1] == b[0] || a[1] == b[1];
}

/* The target one slip away, the most plausible; returns its plausibility, 0 for none, KNOWN for a name that needs none.
 */
static LL_APART uint32_t target_of(const struct ll_policy *policy, const struct ll_domain *domain,
                                   struct walk *target) {
    struct walk w = {0, 0, 0, 0, 0};
    uint32_t best = 0;
    while (step(&w, policy)) {
        uint32_t plausible;
        if (w.n + 1 - domain->n > 2 || w.n > LL_DOMAIN_MAX || !begins_alike(domain, &w))
            continue; /* more than a slip away, or no copy of it */
        plausible = slip(domain->text, domain->n, w.text, w.n);
        if (plausible == KNOWN)
            return KNOWN;
        if (!(w.role & IS_TARGET) || plausible <= best || (plausible < SWAPPED && has_short_host(&w, domain)) ||
            is_abroad(&w, domain))
            continue;
        best = plausible;
        *target = w;
    }
    return best;
}

/* ---- endings ---- */

/* Endings that are no slips: of one slip from .com, .net and .org those that exist. */
static const char real_endings[] = " co cm om cam bom ne et bet pet vet nec ntt new next ong mom ";
static int listed(const char *list, const char *label, uint32_t n) {
    uint32_t i;
    for (i = 0; list[i + 1]; i++)
        if (list[i] == ' ' && equal(list + i + 1, n, label, n) && list[i + 1 + n] == ' ')
            return 1;
    return 0;
}

/* Replaces what stands from `from` on by the ending in the list that it is a slip of, `least` as plausible; 1 if there
 * is one. */
static int mend_from(struct ll_domain *domain, uint32_t from, const char *list, uint32_t least) {
    uint32_t at, m;
    for (at = 1; list[at]; at += m + 1) {
        for (m = 0; list[at + m] != ' '; m++)
            continue;
        if (slip(domain->text + from, domain->n - from, list + at, m) >= least) {
            become(domain, from, list + at, m);
            return 1;
        }
    }
    return 0;
}

/* .co.jp.com */
static int mend_beyond(struct ll_domain *domain, const char *countries, uint32_t second, uint32_t last) {
    uint32_t third = second > 1 ? last_label(domain->text, second - 1) : 0;
    if (!third || !listed(" com net org ", domain->text + last, domain->n - last) ||
        !listed(countries, domain->text + third, last - 1 - third))
        return 0;
    domain->n = last - 1;
    return 1;
}

/* .com.com */
static int mend_twice(struct ll_domain *domain, uint32_t second, uint32_t last) {
    const char *text = domain->text;
    if (!second || !equal(text + second, last - 1 - second, text + last, domain->n - last) ||
        !listed(" com net org jp ", text + last, domain->n - last))
        return 0;
    domain->n = last - 1;
    return 1;
}

/* Replaces an ending that is none: .con, .c0m; .cojp, .co.jo; .com.com.  1 if it did. */
static LL_APART int mend_ending(struct ll_domain *domain) {
    static const char countries[] = " co.jp ne.jp or.jp ac.jp go.jp co.uk ac.uk ";
    uint32_t last = last_label(domain->text, domain->n), second = last > 1 ? last_label(domain->text, last - 1) : 0;
    if (last < 2 || domain->text[0] == '[')
        return 0;
    if (mend_twice(domain, second, last) || mend_beyond(domain, countries, second, last))
        return 1;
    if (equal(domain->text + last, domain->n - last, "jp", 2))
        return 0;
    if (mend_from(domain, last, countries, LEFT_OUT) || (second && mend_from(domain, second, countries, LEFT_OUT)))
        return 1;
    if (domain->n - last < 2 || listed(real_endings, domain->text + last, domain->n - last))
        return 0;
    return mend_from(domain, last, domain->n - last == 2 ? " com net org " : " com net org jp ", UNLIKELY);
}

static int is_japanese(const char *ending, uint32_t n) {
    return n >= 2 && ending[n - 2] == 'j' && ending[n - 1] == 'p' && (n == 2 || (ending[n - 3] == '.' && n <= 6));
}

/* Is this the name of the walk's provider with an ending that it does not have? */
static int has_other_ending(const struct walk *w, const struct ll_domain *domain) {
    uint32_t own = ending_of(w->text, w->n);
    if (!(w->role & (IS_ALONE | IS_HOME)) || domain->n <= own || domain->n - own > LONGEST_ENDING ||
        !equal(domain->text, own, w->text, own))
        return 0;
    return w->role & IS_ALONE ||
           (is_japanese(w->text + own, w->n - own) && is_japanese(domain->text + own, domain->n - own));
}

/* Does it differ from the walk's provider in the last label alone, behind one that no .com has: softbank.ne.com? */
static int has_other_last(const struct walk *w, const struct ll_domain *domain) {
    uint32_t last = last_label(w->text, w->n);
    return w->role & IS_TARGET && last > ending_of(w->text, w->n) && domain->n > last &&
           equal(domain->text, last, w->text, last) && listed(" com net org ", domain->text + last, domain->n - last);
}

/* Does the domain end before the last label of the walk's provider: docomo.ne, i.softbank? */
static int lacks_ending(const struct walk *w, const struct ll_domain *domain) {
    return w->role & IS_TARGET && w->n > domain->n && w->text[domain->n] == '.' &&
           domain->n + 1 >= ending_of(w->text, w->n) && last_label(domain->text, domain->n) &&
           equal(domain->text, domain->n, w->text, domain->n);
}

/* The provider whose name it is, though the ending is another; 0 for none. */
static LL_APART int provider_of(const struct ll_policy *policy, const struct ll_domain *domain, struct walk *provider) {
    struct walk w = {0, 0, 0, 0, 0};
    while (step(&w, policy))
        if (w.text[0] == domain->text[0] &&
            (has_other_ending(&w, domain) || has_other_last(&w, domain) || lacks_ending(&w, domain))) {
            *provider = w;
            return 1;
        }
    return 0;
}

uint32_t loginlint__domain_mend(const struct ll_policy *policy, struct ll_domain *domain) {
    struct walk meant;
    uint32_t plausible;
    if (!domain->n || domain->n > LL_DOMAIN_MAX)
        return 0;
    plausible = target_of(policy, domain, &meant);
    if (plausible == KNOWN)
        return 0;
    if (!plausible && provider_of(policy, domain, &meant))
        plausible = NEAR;
    if (!plausible) {
        if (!mend_ending(domain))
            return 0;
        plausible = LL_DOMAIN_ENDING;
        if (target_of(policy, domain, &meant) <= KNOWN && !provider_of(policy, domain, &meant))
            return plausible;
    }
    become(domain, 0, meant.text, meant.n);
    return plausible;
}

/* The provider whose name, without an ending, this is; 0 for none. */
static LL_INLINE int provider_named(const struct ll_policy *policy, const struct ll_domain *domain,
                                    struct walk *provider) {
    struct walk w = {0, 0, 0, 0, 0};
    while (domain->n && domain->n <= LL_DOMAIN_MAX && step(&w, policy))
        if (w.role & IS_TARGET && ending_of(w.text, w.n) == domain->n + 1 &&
            equal(domain->text, domain->n, w.text, domain->n)) {
            *provider = w;
            return 1;
        }
    return 0;
}

int loginlint__domain_is_name(const struct ll_policy *policy, const struct ll_domain *domain) {
    struct walk provider;
    return provider_named(policy, domain, &provider);
}

int loginlint__domain_complete(const struct ll_policy *policy, struct ll_domain *domain) {
    struct walk provider;
    if (!provider_named(policy, domain, &provider))
        return 0;
    become(domain, 0, provider.text, provider.n);
    return 1;
}

uint32_t loginlint__domain_at_end(const struct ll_policy *policy, const struct ll_domain *text, int distinct) {
    struct walk w = {0, 0, 0, 0, 0};
    uint32_t best = 0;
    if (text->n > LL_DOMAIN_MAX || (!policy->domains_length && !loginlint__domain_ends_well(text)))
        return 0; /* as every built-in one does */
    while (step(&w, policy))
        if (w.role & (IS_TARGET | IS_IRREGULAR) && w.n < text->n && w.n > best &&
            equal(text->text + text->n - w.n, w.n, w.text, w.n) &&
            (!distinct || ending_of(w.text, w.n) > SHORT_HOST + 1))
            best = w.n;
    return best;
}

int loginlint__domain_ends_well(const struct ll_domain *domain) {
    uint32_t last = last_label(domain->text, domain->n), n = domain->n - last, i;
    const char *label = domain->text + last;
    for (i = 0; i < n; i++)
        if (!ll_is_lower((uint8_t)label[i]))
            return 0;
    return last > 1 && (n == 2 || listed(" com net org edu gov info biz ", label, n));
}

/* Do the first n characters end as a domain does? */
static int ends_before(struct ll_domain *domain, uint32_t n) {
    uint32_t all = domain->n;
    int well;
    domain->n = n;
    well = loginlint__domain_ends_well(domain);
    domain->n = all;
    return well;
}

/* The full stop at `at` is the one before the ending: example|com, example|co.jp, example.co|jp. */
static int ends_from(struct ll_domain *domain, uint32_t at) {
    uint32_t last = last_label(domain->text, domain->n), ending = ending_of(domain->text, domain->n);
    if (!loginlint__domain_ends_well(domain) || last - ending == 2 /* one letter is the rest of a name: hotma l.de */)
        return 0;
    return ending == at + 1 ? !ends_before(domain, at) : last == at + 1 && last - ending == 3;
}

/* In place and back: a copy would be the deepest of all stacks. */
int loginlint__domain_dot_at(struct ll_domain *domain, uint32_t at) {
    char *text = domain->text;
    uint32_t i;
    if (!at || at >= domain->n || domain->n >= LL_DOMAIN_MAX || text[at - 1] == '.' || text[at] == '.')
        return 0;
    for (i = domain->n++; i > at; i--)
        text[i] = text[i - 1];
    text[at] = '.';
    if (ends_from(domain, at))
        return 1;
    domain->n--;
    for (i = at; i < domain->n; i++)
        text[i] = text[i + 1];
    return 0;
}
