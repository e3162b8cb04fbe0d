/* SPDX-License-Identifier: MIT */
/* other_keys.c - letters and signs that another keyboard layout gives for the keys that were meant.
 *
 * In: characters after fold.c, and the policy.  Out: whole-value findings (other-layout, symbol-layout) and marks on
 * letters that only look Latin.  Only a value whose every character is on a layout, with keys that the policy takes, is
 * said to have been typed on it.
 */
#include "check/findings.h"
#include "check/fold.h"
#include "check/script.h"
#include "text/layouts.h"

/* May this key's character stand in the value?  The case that the policy wants is no obstacle. */
static int key_fits(const struct ll_check *check, uint32_t key) {
    if (check->policy->digits_only)
        return ll_is_digit(key);
    if (check->structured && key == '-')
        return 1;
    return ll_set_has(&check->policy->allowed, loginlint__fitting_case(check->policy, key));
}

/* A Greek vowel with tonos: two keys, the dead accent on `;` and the vowel. */
static int is_greek_tonos(uint32_t cp) {
    return cp == 0x386 || (cp >= 0x388 && cp <= 0x38F) || (cp >= 0x3AC && cp <= 0x3AF) || (cp >= 0x3CC && cp <= 0x3CE);
}

/* Does every character of the value come from a key of this layout, and the policy take what the keys stand for? */
static int converts(const struct ll_check *check, enum ll_layout layout) {
    uint32_t i, changed = 0;
    for (i = 0; i < check->n; i++) {
        const struct ll_char *c = &check->c[i];
        uint32_t cp = (1u << LL_FULLWIDTH | 1u << LL_SYMBOL) >> c->category & 1 ? ll_meant(c) : c->cp, key;
        if (c->found & (LL_BIT(LL_M_EDGE_SPACE) | LL_BIT(LL_M_INVISIBLE_CHARACTER) | LL_BIT(LL_M_BIDI_CONTROL)))
            continue;
        key = layout == LL_LAYOUT_GREEK && is_greek_tonos(cp) ? ';' : loginlint__layout_key(layout, cp);
        if (!key || !key_fits(check, key))
            return 0;
        changed += key != cp;
    }
    return changed != 0;
}

/* Two keys of the French digit row side by side, a letter such as é among them: digits, and no word. */
static int has_french_digits(const struct ll_check *check) {
    uint32_t i, run = 0, letters = 0;
    for (i = 0; i < check->n; i++) {
        uint32_t cp = check->c[i].cp;
        if (!ll_is_digit(loginlint__layout_key(LL_LAYOUT_AZERTY, cp))) {
            run = letters = 0;
            continue;
        }
        run++;
        letters |= check->c[i].category == LL_LETTER;
        if (run > 1 && letters)
            return 1;
    }
    return 0;
}

/* An address once its keys are read on this layout: no layout has the @ where it stands here. */
static int is_address_on(const struct ll_check *check, enum ll_layout layout) {
    uint32_t i, at = 0, dots = 0, key;
    if (check->policy->field != LOGINLINT_FIELD_LOGIN_ID || check->policy->kind == LL_KIND_NAME ||
        !converts(check, layout))
        return 0;
    for (i = 0; i < check->n; i++) {
        key = loginlint__layout_key(layout, check->c[i].cp);
        at += key == '@';
        dots += at && key == '.';
    }
    return at == 1 && dots;
}

/* A sharp s, the key of the hyphen on a German keyboard, where no German word has one: behind no vowel. */
static int has_german_hyphen(const struct ll_check *check) {
    static const char vowels[] = "aeiouy";
    uint32_t i, k;
    for (i = 0; i < check->n; i++) {
        uint32_t before = i ? check->c[i - 1].cp : 0;
        if (check->c[i].cp != 0xDF)
            continue;
        for (k = 0; vowels[k] && (uint8_t)vowels[k] != ll_lower(before); k++)
            continue;
        if (!vowels[k] && before < 0x80)
            return 1;
    }
    return 0;
}

/* A letter of Western Europe is what it looks like, unless a number, a hyphen or an address comes of the keys. */
static int is_latin_layout(const struct ll_check *check) {
    if (check->policy->digits_only)
        return 0; /* symbol-layout says so */
    return is_address_on(check, LL_LAYOUT_AZERTY) || is_address_on(check, LL_LAYOUT_QWERTZ) ||
           (converts(check, LL_LAYOUT_AZERTY) && has_french_digits(check)) ||
           (has_german_hyphen(check) && converts(check, LL_LAYOUT_QWERTZ));
}

static int is_other_layout(const struct ll_check *check) {
    static const uint8_t script_of[] = {LL_CYRILLIC, LL_CYRILLIC, LL_GREEK, LL_HEBREW, LL_ARABIC, LL_THAI};
    uint32_t layout, i, scripts = check->scripts;
    for (i = 0; i < check->n; i++)
        if (check->c[i].category == LL_MARK)
            scripts |= 1u << check->c[i].script;
    for (layout = 0; layout < sizeof script_of; layout++)
        if (scripts & 1u << script_of[layout] && converts(check, (enum ll_layout)layout))
            return 1;
    return is_latin_layout(check);
}

/* The keys of Zhuyin, which are nobody's writing: the input method of Taiwan takes them for syllables, and no value has
 * any. */
static int is_zhuyin(const struct ll_check *check) {
    uint32_t i;
    for (i = 0; i < check->n; i++)
        if (check->c[i].cp - 0x3105 < 0x2B)
            return 1;
    return 0;
}

void loginlint__letter_rules(struct ll_check *check) {
    uint32_t i;
    struct ll_fold fold;
    int zhuyin;
    if (check->policy->allowed.unicode || !(check->categories & (1u << LL_LETTER | 1u << LL_MARK)))
        return;
    zhuyin = is_zhuyin(check);
    if (zhuyin || is_other_layout(check)) {
        for (i = 0; i < check->n; i++)
            check->c[i].found &= ~LL_BIT(LL_M_NOT_ALLOWED); /* marks and symbols of that layout */
        check->symbols = 1; /* its ASCII as well: what the field refuses of it has the same remedy */
        loginlint__add_script(check, LOGINLINT_CODE_OTHER_LAYOUT, 90, 1u << LL_LETTER | 1u << LL_MARK,
                              zhuyin ? LL_FAIL : LL_ASK); /* of syllables nothing is offered */
        return;
    }
    for (i = 0; i < check->n; i++) {
        struct ll_char *c = &check->c[i];
        if (c->category != LL_LETTER)
            continue;
        if (check->policy->digits_only || !loginlint__fold_of(c->cp, c->category, &fold)) {
            ll_mark(check, c, LL_M_NOT_ALLOWED);
            continue;
        }
        ll_mark(check, c, LL_M_LOOKALIKE_LETTER);
        loginlint__edit(check, c, fold.text[0], LOGINLINT_LEVEL_ASK);
        c->table = fold.table;
        c->operation = LOGINLINT_OPERATION_FOLD;
        loginlint__fit(check, c, fold.text[0]);
    }
}

static void symbol_layout(struct ll_check *check, uint32_t severity, uint32_t confidence) {
    loginlint__add_whole(check, LL_FINDING(LOGINLINT_CODE_SYMBOL_LAYOUT, severity, confidence, 0), 0);
    if (severity == LOGINLINT_SEVERITY_INFO)
        return;
    check->symbols = check->invalid = 1;
    check->outcome =
        (uint8_t)((check->outcome & ~LL_FAIL) | LL_ASK); /* with the keys as they were meant it may be right */
}

/* Digits that came out as what else their keys give, the whole value. */
static int is_number_of_signs(const struct ll_check *check, enum ll_digits keys) {
    uint32_t i, count = 0;
    for (i = 0; i < check->n; i++) {
        const struct ll_char *c = &check->c[i];
        if (c->found & LL_BIT(LL_M_EDGE_SPACE))
            continue;
        if (!loginlint__digit_key(keys, c->cp))
            return 0;
        count++;
    }
    return count >= check->policy->min_length && count <= check->policy->max_length;
}

static int is_number_on_other_keys(const struct ll_check *check) {
    uint32_t keys;
    for (keys = 0; keys < LL_DIGIT_ROWS; keys++)
        if (is_number_of_signs(check, (enum ll_digits)keys))
            return 1;
    return 0;
}

void loginlint__symbol_rules(struct ll_check *check) {
    uint32_t i, refused = 0;
    if (check->policy->allowed.unicode || check->whole || check->wrong_field)
        return;
    if (!(check->found & LL_BIT(LL_M_NOT_ALLOWED)) && !check->context->failures)
        return;
    for (i = 0; i < check->n; i++)
        refused |= check->c[i].found & LL_BIT(LL_M_NOT_ALLOWED);
    if (check->policy->digits_only) {
        if (refused && is_number_on_other_keys(check)) {
            symbol_layout(check, LOGINLINT_SEVERITY_WARNING, 85);
            check->whole = 1; /* a hyphen there is a digit too */
        }
        return;
    }
    if (!refused && !check->context->failures)
        return;
    if (converts(check, LL_LAYOUT_JIS_ON_US) || converts(check, LL_LAYOUT_US_ON_JIS) ||
        is_address_on(check, LL_LAYOUT_AZERTY) || is_address_on(check, LL_LAYOUT_QWERTZ))
        symbol_layout(check, refused ? LOGINLINT_SEVERITY_WARNING : LOGINLINT_SEVERITY_INFO, refused ? 60 : 20);
}
