/* SPDX-License-Identifier: MIT */
/* resolve.c - from a field and what its rule string said to the policy that the checks read.
 *
 * In: a field, and what was said.  Out: every default resolved, and `given` in its canonical form: a bit is left only
 * where the property must be printed for the string to parse to this policy again.  Two strings that mean the same
 * give the same 1,024 bytes.
 */
#include "policy/rule_string.h"
#include "text/ascii.h"

/* ISO 9564-1: a PIN has 4 to 12 digits. */
#define PIN_DIGITS 4u
#define PIN_DIGITS_MAX 12u

/* ISO/IEC 7812-1 allows 8 to 19; no scheme issues less than 12. */
#define CARD_DIGITS_MIN 12u
#define CARD_DIGITS_MAX 19u

/* E.164 allows 15; shorter than 8 (with the leading 0 or the country code) is no subscriber's number. */
#define PHONE_DIGITS_MIN 8u
#define PHONE_DIGITS_MAX 15u

/* RFC 5321 section 4.5.3.1.3: a path has 256 octets, two of them brackets.  a@b is the shortest. */
#define ID_LENGTH_MAX 254u
#define EMAIL_LENGTH_MIN 3u

static int given(const struct ll_policy *p, uint32_t property) {
    return (int)(p->given >> property & 1);
}

static void set_given(struct ll_policy *p, uint32_t property, int on) {
    p->given = (p->given & ~(1u << property)) | (uint32_t)(on != 0) << property;
}

int loginlint__policy_is_number(const struct ll_policy *p) {
    return p->field == LOGINLINT_FIELD_CARD_NUMBER || p->field == LOGINLINT_FIELD_PIN || p->kind == LL_KIND_PHONE;
}

uint32_t loginlint__policy_groups_sum(const struct ll_policy *p) {
    uint32_t i, sum = 0;
    for (i = 0; i < p->group_count; i++)
        sum += p->groups[i];
    return sum;
}

/* ---- characters ---- */

static void put_all(struct ll_set *set, const char *characters) {
    while (*characters)
        loginlint__set_put(set, (uint8_t)*characters++);
}

/* What a login ID is made of: a member number of letters and digits alone; an address of what RFC 5322 calls atoms;
 * what the free-form class of PRECIS takes (RFC 8264, section 4.3), spaces too, where the profile is of that class. */
static void add_id(struct ll_set *set, const struct ll_policy *p) {
    if (p->profile == LL_PROFILE_OPAQUE || p->profile == LL_PROFILE_NICKNAME)
        loginlint__set_add_class(set, LOGINLINT_CLASS_ASCII_PRINTABLE);
    loginlint__set_add_class(set, LOGINLINT_CLASS_UPPER);
    loginlint__set_add_class(set, LOGINLINT_CLASS_LOWER);
    loginlint__set_add_class(set, LOGINLINT_CLASS_DIGIT);
    if (p->kind == LL_KIND_EMAIL)
        put_all(set, "!#$%&'*+-/=?^_`{|}~.@");
    else if (!p->group_count)
        put_all(set, p->kind == LL_KIND_NAME ? "._+-" : "._+-@");
}

static void add_default(struct ll_set *set, const struct ll_policy *p) {
    if (p->digits_only)
        loginlint__set_add_class(set, LOGINLINT_CLASS_DIGIT);
    else if (p->field == LOGINLINT_FIELD_PASSWORD)
        loginlint__set_add_class(set, LOGINLINT_CLASS_ASCII_PRINTABLE);
    else
        add_id(set, p);
}

/* The allowed characters when `allowed` is not said: as in passwordrules the required ones, else the field's own.  With
 * `unicode` the field's own and every assigned one. */
static void imply(struct ll_set *set, const struct ll_policy *p, int unicode) {
    const struct ll_set nothing = LL_NO_SET;
    uint32_t i;
    *set = nothing;
    if (unicode || !p->required_count)
        add_default(set, p);
    for (i = 0; i < p->required_count; i++)
        loginlint__set_add(set, &p->required[i]);
    set->unicode |= (uint8_t)unicode;
    loginlint__set_seal(set);
}

/* A field of digits has no other characters; a class without any is a contradiction, and dropped. */
static uint32_t digits_of_sets(struct ll_policy *p, struct ll_set *set) {
    const struct ll_set nothing = {{0, 0, 0, 0}, 0, 0, {0, 0}};
    uint32_t i, kept = 0, fault = 0;
    loginlint__set_keep_digits(set);
    if (given(p, LL_ALLOWED) && loginlint__set_is_empty(set))
        fault |= LL_GIVEN_ALLOWED;
    for (i = 0; i < p->required_count; i++) {
        loginlint__set_keep_digits(&p->required[i]);
        if (loginlint__set_is_empty(&p->required[i]))
            fault |= LL_GIVEN_REQUIRED;
        else
            p->required[kept++] = p->required[i];
    }
    while (p->required_count > kept)
        p->required[--p->required_count] = nothing;
    return fault;
}

/* The shortest way to say the same: nothing, `allowed`, `charset`, or both. */
static void say_set(struct ll_policy *p) {
    struct ll_set implied;
    int plain, charset;
    imply(&implied, p, 0);
    plain = loginlint__set_is_same(&implied, &p->allowed);
    charset = !plain && p->allowed.unicode && p->allowed.name != LOGINLINT_CLASS_UNICODE;
    imply(&implied, p, 1);
    set_given(p, LL_CHARSET, charset);
    set_given(p, LL_ALLOWED, !plain && (!charset || !loginlint__set_is_same(&implied, &p->allowed)));
    p->charset = p->allowed.unicode ? LL_CHARSET_UNICODE : LL_CHARSET_ASCII;
}

static uint32_t resolve_sets(struct ll_policy *p, const struct ll_said *said) {
    struct ll_set set = said->set;
    int unicode = given(p, LL_CHARSET) && p->charset == LL_CHARSET_UNICODE && !p->digits_only;
    uint32_t fault = p->digits_only ? digits_of_sets(p, &set) : 0;
    if (loginlint__set_is_empty(&set) || (unicode && !given(p, LL_ALLOWED)))
        imply(&set, p, unicode);
    set.unicode |= (uint8_t)unicode;
    loginlint__set_seal(&set);
    p->allowed = set;
    if (given(p, LL_CHARSET) && !unicode && p->allowed.unicode)
        fault |= LL_GIVEN_CHARSET | LL_GIVEN_ALLOWED | LL_GIVEN_REQUIRED;
    if (p->digits_only && given(p, LL_CHARSET) && p->charset == LL_CHARSET_UNICODE)
        fault |= LL_GIVEN_CHARSET | LL_GIVEN_DIGITS;
    say_set(p);
    set_given(p, LL_REQUIRED, p->required_count);
    return fault;
}

/* ---- lengths ---- */

/* The length that a value has when no length rule is given: from field, kind and groups. */
static void default_length(const struct ll_policy *p, uint32_t *min, uint32_t *max) {
    *min = 1;
    *max = ID_LENGTH_MAX;
    if (p->group_count) {
        *min = *max = loginlint__policy_groups_sum(p);
    } else if (p->field == LOGINLINT_FIELD_CARD_NUMBER) {
        *min = CARD_DIGITS_MIN;
        *max = CARD_DIGITS_MAX;
    } else if (p->field == LOGINLINT_FIELD_PIN) {
        *min = *max = PIN_DIGITS;
    } else if (p->field == LOGINLINT_FIELD_PASSWORD) {
        *min = 0;
        *max = LL_NO_LIMIT;
    } else if (p->kind == LL_KIND_PHONE) {
        *min = PHONE_DIGITS_MIN;
        *max = PHONE_DIGITS_MAX;
    } else if (p->kind == LL_KIND_EMAIL) {
        *min = EMAIL_LENGTH_MIN;
    }
}

/* minlength and maxlength where digits or groups say the length: they only narrow it. */
static uint32_t narrow(struct ll_policy *p, const struct ll_said *said) {
    uint32_t min = p->min_length, max = p->max_length;
    if (given(p, LL_MINLENGTH) && said->min_length > min)
        min = said->min_length;
    if (given(p, LL_MAXLENGTH) && said->max_length < max)
        max = said->max_length;
    if (min > max || (p->group_count && max < p->max_length))
        return LL_GIVEN_MINLENGTH | LL_GIVEN_MAXLENGTH | LL_GIVEN_DIGITS | LL_GIVEN_GROUPS;
    p->min_length = min;
    p->max_length = max;
    return 0;
}

/* minlength and maxlength where nothing else says the length: the default of the other one gives way. */
static uint32_t replace(struct ll_policy *p, const struct ll_said *said) {
    uint32_t min = given(p, LL_MINLENGTH) ? said->min_length : p->min_length;
    uint32_t max = given(p, LL_MAXLENGTH) ? said->max_length : p->max_length;
    if (p->digits_only && min > LL_DIGITS_MAX)
        return LL_GIVEN_MINLENGTH;
    if (p->digits_only && max > LL_DIGITS_MAX)
        max = LL_DIGITS_MAX;
    if (min > max && !given(p, LL_MAXLENGTH))
        max = !p->digits_only ? LL_NO_LIMIT : min > PIN_DIGITS_MAX ? min : PIN_DIGITS_MAX;
    else if (min > max && !given(p, LL_MINLENGTH))
        min = max;
    if (min > max && p->digits_only)
        return LL_GIVEN_MINLENGTH | LL_GIVEN_MAXLENGTH; /* the default stands */
    p->min_length = min;
    p->max_length = max;
    return min > max ? LL_GIVEN_MINLENGTH | LL_GIVEN_MAXLENGTH : 0; /* kept, as the reference parser does */
}

static void say_length(struct ll_policy *p) {
    uint32_t min, max;
    int card = p->field == LOGINLINT_FIELD_CARD_NUMBER;
    int both = p->min_length > p->max_length; /* a contradiction, kept as it was said */
    if (card && p->group_count)
        set_given(p, LL_DIGITS, 1);
    default_length(p, &min, &max);
    if (p->digits_only && (!card || given(p, LL_DIGITS))) {
        int own =
            !loginlint__policy_is_number(p) || card || p->group_count || p->min_length != min || p->max_length != max;
        set_given(p, LL_DIGITS, own);
        set_given(p, LL_MINLENGTH, 0);
        set_given(p, LL_MAXLENGTH, 0);
        return;
    }
    set_given(p, LL_MINLENGTH, both || p->min_length != min);
    set_given(p, LL_MAXLENGTH, both || (p->max_length != max && p->max_length != LL_NO_LIMIT));
}

static void drop_groups(struct ll_policy *p) {
    while (p->group_count)
        p->groups[--p->group_count] = 0;
    set_given(p, LL_GROUPS, 0);
}

static struct ll_fault resolve_length(struct ll_policy *p, const struct ll_said *said) {
    struct ll_fault fault = {0, LOGINLINT_EXPECTED_MIN_UP_TO_MAX};
    int wrong_sum = given(p, LL_DIGITS) && p->group_count && loginlint__policy_groups_sum(p) != said->digits_max;
    if (wrong_sum)
        drop_groups(p);
    default_length(p, &p->min_length, &p->max_length);
    if (given(p, LL_DIGITS)) {
        p->min_length = said->digits_min;
        p->max_length = said->digits_max;
    }
    fault.properties = given(p, LL_DIGITS) || p->group_count ? narrow(p, said) : replace(p, said);
    if (wrong_sum) {
        fault.properties = LL_GIVEN_GROUPS;
        fault.expected = LOGINLINT_EXPECTED_GROUPS_SUM;
    }
    say_length(p);
    return fault;
}

/* ---- words ---- */

/* The word that holds when none is given. */
static uint32_t default_word(const struct ll_policy *p, uint32_t property) {
    switch (property) {
    case LL_CASE:
        return p->field == LOGINLINT_FIELD_LOGIN_ID && p->profile == LL_PROFILE_USERNAME_CASEMAPPED ? LL_LOWER
                                                                                                    : LL_PRESERVE;
    case LL_HYPHENS:
        return p->digits_only || p->group_count ? LL_HYPHENS_IGNORE : LL_HYPHENS_PLAIN;
    case LL_CHECKSUM:
        return p->field == LOGINLINT_FIELD_CARD_NUMBER;
    case LL_FOLD:
        return p->field == LOGINLINT_FIELD_PASSWORD ? LL_FOLD_SUGGEST : LL_FOLD_APPLY;
    default:
        return 0;
    }
}

static void resolve_words(struct ll_policy *p) {
    uint32_t i;
    uint8_t *value;
    for (i = 0; i < LL_PROPERTIES; i++) {
        value = (uint8_t *)p + loginlint__property_member(i);
        if (!loginlint__property_member(i) || i == LL_CHARSET)
            continue;
        if (!given(p, i))
            *value = (uint8_t)default_word(p, i);
        if (i == LL_FOLD && p->field == LOGINLINT_FIELD_PASSWORD)
            *value = LL_FOLD_SUGGEST; /* always: it is never changed, and never left without the remedy */
        set_given(p, i, *value != default_word(p, i));
    }
}

/* A number has neither the letters of an address nor of a name, and only a number has a check digit. */
static uint32_t drop_contradictions(struct ll_policy *p) {
    uint32_t fault = 0;
    if (p->kind == LL_KIND_EMAIL && p->group_count)
        fault |= LL_GIVEN_GROUPS | LL_GIVEN_KIND;
    if ((p->kind == LL_KIND_EMAIL || p->kind == LL_KIND_NAME) && given(p, LL_DIGITS))
        fault |= LL_GIVEN_DIGITS | LL_GIVEN_KIND;
    if (fault)
        p->kind = LL_KIND_ANY;
    if (p->luhn && !loginlint__policy_is_number(p) && !given(p, LL_DIGITS)) {
        fault |= LL_GIVEN_CHECKSUM;
        p->luhn = 0;
    }
    return fault;
}

/* What each ASCII character is to the short way (fast_path.c), from every default resolved. */
static void resolve_plain(struct ll_policy *policy) {
    uint32_t cp,
        stop = policy->allowed.unicode || policy->letter_case == LL_UPPER || policy->fold == LL_FOLD_OFF ||
               (policy->digits_only ? policy->hyphens == LL_HYPHENS_REQUIRE : policy->hyphens != LL_HYPHENS_PLAIN);
    for (cp = 0; cp < 128; cp++) {
        uint32_t what = ll_is_lower(cp)   ? LL_PLAIN_SMALL
                        : ll_is_upper(cp) ? LL_PLAIN_CAPITAL
                        : ll_is_digit(cp) ? LL_PLAIN_DIGIT
                                          : 0;
        if (cp == ' ')
            what = LL_PLAIN_SPACE;
        if (cp == '@' && policy->field == LOGINLINT_FIELD_LOGIN_ID)
            what = policy->kind == LL_KIND_NAME ? LL_PLAIN_STOP : LL_PLAIN_AT;
        if (cp == '.' && policy->field == LOGINLINT_FIELD_LOGIN_ID && policy->kind == LL_KIND_ANY)
            what = LL_PLAIN_DOT;
        if (stop || !ll_set_has(&policy->allowed, cp) ||
            (policy->letter_case == LL_LOWER && what == LL_PLAIN_CAPITAL) ||
            (policy->profile == LL_PROFILE_NICKNAME && what == LL_PLAIN_SPACE))
            what = LL_PLAIN_STOP;
        policy->plain[cp] = (uint8_t)what;
    }
}

struct ll_fault loginlint__policy_resolve(struct ll_policy *p, const struct ll_said *said) {
    struct ll_fault fault, together = {0, LOGINLINT_EXPECTED_TOGETHER};
    together.properties = drop_contradictions(p);
    p->digits_only = (uint8_t)(loginlint__policy_is_number(p) || given(p, LL_DIGITS));
    fault = resolve_length(p, said);
    together.properties |= resolve_sets(p, said);
    resolve_words(p);
    resolve_plain(p);
    return together.properties ? together : fault;
}

/* ---- the built-in policies ---- */

void loginlint__policy_blank(struct ll_policy *p, uint32_t field) {
    __builtin_memset(p, 0, sizeof(loginlint_policy)); /* padding included: policies are compared as bytes */
    p->size = sizeof(loginlint_policy);
    p->abi = LOGINLINT_ABI;
    p->field = (uint8_t)field;
}

int32_t loginlint_policy_init(loginlint_policy *policy, uint32_t field) {
    const struct ll_said nothing = {0, 0, 0, 0, LL_NO_SET};
    struct ll_policy *p = (struct ll_policy *)(void *)policy;
    if (!policy)
        return -(int32_t)LOGINLINT_ERROR_NULL_POINTER;
    if (field > LOGINLINT_FIELD_PIN)
        return -(int32_t)LOGINLINT_ERROR_UNKNOWN_VALUE;
    loginlint__policy_blank(p, field);
    loginlint__policy_resolve(p, &nothing);
    return 0;
}
