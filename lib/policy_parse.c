/* policy_parse.c - a rule string to a policy: strictly, with the first error; leniently, as browsers read it.
 *
 *     rules    = [ property *( ";" property ) [ ";" ] ]
 *     property = name ":" value
 *     value    = number | number "-" number | word | class *( "," class ) | group *( "-" group ) | name *( "," name )
 *     class    = upper | lower | digit | special | ascii-printable | unicode | "[" characters "]"
 *
 * Names and words are read in any case, white space around each part is free.  Inside brackets a hyphen stands first
 * and a closing bracket last.  Repeated: `required` adds a class, `allowed` adds characters, of several minlength,
 * maxlength and max-consecutive the tightest holds; everything else may be said once.
 *
 * The lenient reading gives what the reference parser of the `passwordrules` attribute gives, its silences included:
 * names there are lower case and touch their colon; what follows a value that was not understood discards the whole
 * string, unless it is a semicolon.  Our own properties are read where they are well-formed, else passed over.
 */
#include "policy_text.h"

struct reading {
    struct ll_scan scan;
    struct ll_policy *policy;
    struct ll_said said;
    uint32_t name_at[LL_PROPERTIES]; /* where each property was said first */
};

static int fail(struct reading *r, uint32_t at, uint32_t found, uint32_t expected) {
    return ll_scan_fail(&r->scan, at, found, expected);
}

static uint32_t lower(uint32_t c) {
    return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
}

static void start(struct reading *r, struct ll_policy *policy, const char *rules, uint32_t n, loginlint_where *where) {
    const struct ll_said nothing = {0, LL_NO_LIMIT, 0, 0, LL_NO_SET};
    uint32_t i;
    r->scan = ll_scan_on(rules, n, where);
    r->policy = policy;
    r->said = nothing;
    for (i = 0; i < LL_PROPERTIES; i++)
        r->name_at[i] = 0;
    ll_policy_blank(policy, policy->field);
}

/* ---- characters -------------------------------------------------------------------------------------------------- */

/* "[characters]": the cursor is behind the opening bracket. */
static int brackets(struct reading *r, struct ll_set *set) {
    uint32_t start = r->scan.at, c;
    while ((c = ll_scan_peek(&r->scan)) != LL_SCAN_END) {
        uint32_t at = r->scan.at++;
        if (c == ']' && ll_scan_peek(&r->scan) != ']')
            return at > start || fail(r, at, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_CLASS);
        if (c < ' ' || c > '~')
            return fail(r, at, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_ASCII);
        if (c == '-' && at > start)
            return fail(r, at, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_HYPHEN_FIRST);
        ll_set_put(set, c);
        if (c == ']') {
            r->scan.at++; /* "]]" is a bracket and the end */
            return 1;
        }
    }
    return fail(r, r->scan.at, LOGINLINT_FOUND_END, LOGINLINT_EXPECTED_BRACKET);
}

static int one_class(struct reading *r, struct ll_set *set) {
    struct ll_set custom = LL_NO_SET;
    uint32_t name = ll_property_word(&r->scan, LL_REQUIRED);
    if (name != LL_NO_WORD) {
        ll_set_add_class(set, name);
        return 1;
    }
    if (!ll_scan_take(&r->scan, '['))
        return fail(r, r->scan.at, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_CLASS);
    if (!brackets(r, &custom))
        return 0;
    ll_set_add(set, &custom);
    return 1;
}

static int classes(struct reading *r, struct ll_set *set) {
    do {
        ll_scan_space(&r->scan);
        if (!one_class(r, set))
            return 0;
        ll_scan_space(&r->scan);
    } while (ll_scan_take(&r->scan, ','));
    return 1;
}

/* ---- numbers, groups, names -------------------------------------------------------------------------------------- */

/* The tightest of several holds. */
static void tighten(struct reading *r, uint32_t property, uint32_t value) {
    uint32_t *max_consecutive = &r->policy->max_consecutive;
    if (property == LL_MINLENGTH && value > r->said.min_length)
        r->said.min_length = value;
    else if (property == LL_MAXLENGTH && value < r->said.max_length)
        r->said.max_length = value;
    else if (property == LL_MAX_CONSECUTIVE && (!*max_consecutive || value < *max_consecutive))
        *max_consecutive = value;
}

static int number(struct reading *r, uint32_t property) {
    uint32_t value;
    if (!ll_scan_number(&r->scan, property != LL_MINLENGTH, LL_LENGTH_MAX, &value))
        return 0;
    tighten(r, property, value);
    if (!value && !r->said.min_length)
        r->policy->given &= ~(uint32_t)LL_GIVEN_MINLENGTH; /* says nothing */
    return 1;
}

/* digits: 16, digits: 14-19 */
static int digits(struct reading *r) {
    uint32_t from = r->scan.at;
    if (!ll_scan_number(&r->scan, 1, LL_DIGITS_MAX, &r->said.digits_min))
        return fail(r, from, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_RANGE);
    r->said.digits_max = r->said.digits_min;
    ll_scan_space(&r->scan);
    if (!ll_scan_take(&r->scan, '-'))
        return 1;
    ll_scan_space(&r->scan);
    if (!ll_scan_number(&r->scan, 1, LL_DIGITS_MAX, &r->said.digits_max))
        return fail(r, r->scan.at, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_RANGE);
    return r->said.digits_min <= r->said.digits_max ||
           fail(r, from, LOGINLINT_FOUND_CONTRADICTION, LOGINLINT_EXPECTED_MIN_UP_TO_MAX);
}

static void clear_groups(struct ll_policy *p) {
    while (p->group_count)
        p->groups[--p->group_count] = 0;
}

static void clear_domains(struct ll_policy *p) {
    while (p->domains_length)
        p->domains[--p->domains_length] = 0;
}

/* groups: 4-4-4-4 */
static int groups(struct reading *r) {
    struct ll_policy *p = r->policy;
    uint32_t size, at;
    clear_groups(p);
    do {
        ll_scan_space(&r->scan);
        at = r->scan.at;
        if (p->group_count == LL_GROUPS_MAX)
            return fail(r, at, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_FEWER);
        if (!ll_scan_number(&r->scan, 1, LL_DIGITS_MAX - ll_policy_groups_sum(p), &size))
            return fail(r, at, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_GROUPS);
        p->groups[p->group_count++] = (uint8_t)size;
        ll_scan_space(&r->scan);
    } while (ll_scan_take(&r->scan, '-'));
    return 1;
}

/* brands: any, brands: visa, mastercard */
static int brands(struct reading *r) {
    uint32_t at, brand;
    r->policy->brands = 0;
    do {
        ll_scan_space(&r->scan);
        at = r->scan.at;
        brand = ll_property_word(&r->scan, LL_BRANDS);
        if (brand == LOGINLINT_BRAND_NONE && !r->policy->brands)
            return 1;
        if (brand == LOGINLINT_BRAND_NONE || brand == LL_NO_WORD)
            return fail(r, at, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_BRAND);
        r->policy->brands |= 1u << brand;
        ll_scan_space(&r->scan);
    } while (ll_scan_take(&r->scan, ','));
    return 1;
}

static int is_letter_or_digit(uint32_t c) {
    return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9');
}

/* A host name of at least two labels (RFC 1123 section 2.1): its length, 0 when it is none. */
static uint32_t domain_length(const struct ll_scan *scan) {
    const uint8_t *s = scan->s + scan->at;
    uint32_t n = 0, label = 0, dots = 0, left = scan->n - scan->at;
    while (n < left && (is_letter_or_digit(s[n]) || s[n] == '-' || s[n] == '.')) {
        if (s[n] == '.') {
            if (!label || s[n - 1] == '-')
                return 0;
            dots++;
            label = 0;
        } else if (++label > 63 || (label == 1 && s[n] == '-')) {
            return 0;
        }
        n++;
    }
    return dots && label && s[n - 1] != '-' && n <= 253 ? n : 0;
}

/* Is s[0..n) among the domains already? */
static int has_domain(const struct ll_policy *p, const uint8_t *s, uint32_t n) {
    uint32_t at = 0, i;
    while (at < p->domains_length) {
        for (i = 0; i < n && at + i < p->domains_length && (uint8_t)p->domains[at + i] == lower(s[i]);)
            i++;
        if (i == n && (at + n == p->domains_length || p->domains[at + n] == ','))
            return 1;
        while (at < p->domains_length && p->domains[at++] != ',')
            continue;
    }
    return 0;
}

static int domain(struct reading *r) {
    struct ll_policy *p = r->policy;
    uint32_t n = domain_length(&r->scan), at = r->scan.at, i;
    if (!n)
        return fail(r, at, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_DOMAIN);
    r->scan.at += n;
    if (has_domain(p, r->scan.s + at, n))
        return 1;
    if (p->domains_length + (p->domains_length != 0) + n > LL_DOMAINS_MAX)
        return fail(r, at, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_FEWER);
    if (p->domains_length)
        p->domains[p->domains_length++] = ',';
    for (i = 0; i < n; i++)
        p->domains[p->domains_length++] = (char)lower(r->scan.s[at + i]);
    return 1;
}

static int domains(struct reading *r) {
    clear_domains(r->policy);
    do {
        ll_scan_space(&r->scan);
        if (!domain(r))
            return 0;
        ll_scan_space(&r->scan);
    } while (ll_scan_take(&r->scan, ','));
    return 1;
}

/* ---- strictly ---------------------------------------------------------------------------------------------------- */

static int required(struct reading *r) {
    struct ll_policy *p = r->policy;
    struct ll_set set = LL_NO_SET;
    uint32_t at = r->scan.at;
    if (!classes(r, &set))
        return 0;
    if (p->required_count == LL_REQUIRED_MAX)
        return fail(r, at, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_FEWER);
    ll_set_seal(&set);
    p->required[p->required_count++] = set;
    ll_set_add(&r->said.set, &set);
    return 1;
}

static int word(struct reading *r, uint32_t property) {
    uint32_t value = ll_property_word(&r->scan, property);
    if (value == LL_NO_WORD)
        return fail(r, r->scan.at, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_VALUE);
    ((uint8_t *)r->policy)[ll_property_member(property)] = (uint8_t)value;
    return 1;
}

/* A property that the reference parser does not know. */
static int own_value(struct reading *r, uint32_t property) {
    switch (property) {
    case LL_DIGITS:
        return digits(r);
    case LL_GROUPS:
        return groups(r);
    case LL_BRANDS:
        return brands(r);
    case LL_DOMAINS:
        return domains(r);
    default:
        return word(r, property);
    }
}

static int value(struct reading *r, uint32_t property) {
    switch (property) {
    case LL_MINLENGTH:
    case LL_MAXLENGTH:
    case LL_MAX_CONSECUTIVE:
        return number(r, property);
    case LL_REQUIRED:
        return required(r);
    case LL_ALLOWED:
        return classes(r, &r->said.set);
    default:
        return own_value(r, property);
    }
}

/* These merge when they are said again. */
static int repeats(uint32_t property) {
    return property <= LL_MAX_CONSECUTIVE;
}

static int property(struct reading *r) {
    uint32_t at = r->scan.at, which = ll_scan_row(&r->scan, ll_properties());
    if (which == LL_NO_WORD)
        return fail(r, at, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_PROPERTY);
    if (!ll_property_fits(which, r->policy->field))
        return fail(r, at, LOGINLINT_FOUND_TEXT, LOGINLINT_EXPECTED_FIELD);
    if (r->policy->given >> which & 1 && !repeats(which))
        return fail(r, at, LOGINLINT_FOUND_DUPLICATE, LOGINLINT_EXPECTED_PROPERTY);
    if (!(r->policy->given >> which & 1))
        r->name_at[which] = at;
    r->policy->given |= 1u << which;
    return ll_scan_colon(&r->scan) && value(r, which) && ll_scan_semicolon(&r->scan);
}

/* Points at the last of the properties that do not go together. */
static int contradiction(struct reading *r, const struct ll_fault *fault, uint32_t given) {
    uint32_t i, at = 0;
    for (i = 0; i < LL_PROPERTIES; i++)
        if (fault->properties & given & 1u << i && r->name_at[i] > at)
            at = r->name_at[i];
    r->scan.at = at;
    ll_scan_row(&r->scan, ll_properties());
    ll_scan_colon(&r->scan);
    return fail(r, r->scan.at, LOGINLINT_FOUND_CONTRADICTION, fault->expected);
}

static int strict(struct reading *r) {
    struct ll_fault fault;
    uint32_t given;
    ll_scan_space(&r->scan);
    while (r->scan.at < r->scan.n)
        if (!property(r))
            return 0;
    given = r->policy->given;
    fault = ll_policy_resolve(r->policy, &r->said);
    return !fault.properties || contradiction(r, &fault, given);
}

/* ---- leniently --------------------------------------------------------------------------------------------------- */

/* How the reference parser goes on after a property. */
enum outcome { GO_ON, DISCARD };

static int is_name(uint32_t c) {
    return (lower(c) >= 'a' && lower(c) <= 'z') || c == '-';
}

/* "[characters]" as the reference reads it: hyphens but the first and all beyond ASCII are passed over; without an end
 * there is no class. */
static void lenient_brackets(struct ll_scan *scan, struct ll_set *set) {
    struct ll_set custom = LL_NO_SET;
    uint32_t start = scan->at, c;
    while ((c = ll_scan_peek(scan)) != LL_SCAN_END) {
        uint32_t at = scan->at++;
        if (c == ']' && ll_scan_peek(scan) != ']')
            break;
        if (c >= ' ' && c <= '~' && !(c == '-' && at > start))
            ll_set_put(&custom, c);
        if (c == ']') {
            scan->at++;
            break;
        }
    }
    if (c == LL_SCAN_END)
        return;
    ll_set_add(set, &custom);
}

/* A list of classes: 1 and the set, or 0 where it stops making sense. */
static int lenient_classes(struct ll_scan *scan, struct ll_set *set) {
    while (1) {
        uint32_t name = ll_property_word(scan, LL_REQUIRED);
        if (name != LL_NO_WORD)
            ll_set_add_class(set, name);
        else if (ll_scan_take(scan, '['))
            lenient_brackets(scan, set);
        else
            return 0;
        ll_scan_space(scan);
        if (scan->at == scan->n || ll_scan_peek(scan) == ';')
            return 1;
        if (!ll_scan_take(scan, ','))
            return 0;
        ll_scan_space(scan);
    }
}

static void lenient_set(struct reading *r, uint32_t property) {
    const struct ll_set nothing = LL_NO_SET;
    struct ll_set set = property == LL_ALLOWED ? r->said.set : nothing;
    struct ll_policy *p = r->policy;
    if (!lenient_classes(&r->scan, &set) || ll_set_is_empty(&set))
        return;
    p->given |= 1u << property;
    if (property == LL_ALLOWED) {
        r->said.set = set;
        return;
    }
    ll_set_seal(&set);
    ll_set_add(&r->said.set, &set);
    if (p->required_count < LL_REQUIRED_MAX)
        p->required[p->required_count++] = set;
}

/* A number counts only right before a semicolon or the end; 0 says nothing. */
static void lenient_number(struct reading *r, uint32_t property) {
    uint64_t n = 0;
    uint32_t digit, next;
    while ((digit = ll_scan_peek(&r->scan) - '0') <= 9) {
        n = n * 10 + digit > LL_LENGTH_MAX ? LL_LENGTH_MAX : n * 10 + digit;
        r->scan.at++;
    }
    next = ll_scan_peek(&r->scan);
    if (!n || (next != ';' && next != LL_SCAN_END))
        return;
    r->policy->given |= 1u << property;
    tighten(r, property, (uint32_t)n);
}

/* As if the property had not been said. */
static void unsay(struct reading *r, uint32_t property) {
    struct ll_policy *p = r->policy;
    uint32_t member = ll_property_member(property);
    p->given &= ~(1u << property);
    if (member)
        ((uint8_t *)p)[member] = 0;
    else if (property == LL_BRANDS)
        p->brands = 0;
    else if (property == LL_GROUPS)
        clear_groups(p);
    else if (property == LL_DOMAINS)
        clear_domains(p);
}

/* One of our own properties: the last one counts, and where it is not well-formed none. */
static void lenient_own(struct reading *r, uint32_t property) {
    int read;
    if (!ll_property_fits(property, r->policy->field))
        read = -1;
    else
        read = ll_scan_colon(&r->scan) && own_value(r, property);
    ll_scan_space(&r->scan);
    if (read > 0 && (r->scan.at == r->scan.n || ll_scan_peek(&r->scan) == ';')) {
        r->policy->given |= 1u << property;
        return;
    }
    while (r->scan.at < r->scan.n && ll_scan_peek(&r->scan) != ';')
        r->scan.at++;
    if (read >= 0)
        unsay(r, property);
}

/* The reference parser knows its names in lower case only. */
static int is_lower(const struct ll_scan *scan, uint32_t from) {
    while (from < scan->at && scan->s[from] == lower(scan->s[from]))
        from++;
    return from == scan->at;
}

static void lenient_reference(struct reading *r, uint32_t property) {
    if (!ll_scan_take(&r->scan, ':'))
        return;
    ll_scan_space(&r->scan);
    if (property == LL_REQUIRED || property == LL_ALLOWED)
        lenient_set(r, property);
    else
        lenient_number(r, property);
}

static enum outcome lenient_property(struct reading *r) {
    uint32_t at = r->scan.at, which = ll_scan_row(&r->scan, ll_properties());
    if (which == LL_NO_WORD || (which <= LL_MAX_CONSECUTIVE && !is_lower(&r->scan, at)))
        return DISCARD;
    if (which <= LL_MAX_CONSECUTIVE)
        lenient_reference(r, which);
    else
        lenient_own(r, which);
    ll_scan_space(&r->scan);
    if (r->scan.at < r->scan.n && !ll_scan_take(&r->scan, ';'))
        return DISCARD;
    ll_scan_space(&r->scan);
    return GO_ON;
}

static enum outcome lenient(struct reading *r) {
    ll_scan_space(&r->scan);
    while (r->scan.at < r->scan.n) {
        if (!is_name(ll_scan_peek(&r->scan)))
            return GO_ON; /* what came before still counts */
        if (lenient_property(r) == DISCARD)
            return DISCARD;
    }
    return GO_ON;
}

/* ---- entry points ------------------------------------------------------------------------------------------------ */

static int32_t arguments(const loginlint_policy *policy, const char *rules, uint32_t n) {
    if (!policy || (!rules && n))
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    if (policy->size != sizeof *policy || policy->abi != LOGINLINT_ABI)
        return -(int32_t)LOGINLINT_ERROR_RECORD_SIZE;
    if (policy->field > LOGINLINT_FIELD_PIN)
        return -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
    return 0;
}

int32_t loginlint_policy_parse(loginlint_policy *policy, const char *rules, uint32_t n, loginlint_where *where) {
    struct reading r;
    int32_t error = arguments(policy, rules, n);
    if (error)
        return error;
    start(&r, (struct ll_policy *)(void *)policy, rules, n, where);
    if (strict(&r))
        return 0;
    loginlint_policy_init(policy, policy->field);
    return -(int32_t)LOGINLINT_ERROR_SYNTAX;
}

int32_t loginlint_policy_parse_lenient(loginlint_policy *policy, const char *rules, uint32_t n) {
    struct reading r;
    int32_t error = arguments(policy, rules, n);
    if (error)
        return error;
    start(&r, (struct ll_policy *)(void *)policy, rules, n, 0);
    if (lenient(&r) == GO_ON)
        ll_policy_resolve(r.policy, &r.said);
    else
        loginlint_policy_init(policy, policy->field);
    return 0;
}
