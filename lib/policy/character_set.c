/* SPDX-License-Identifier: MIT */
/* character_set.c - sets of characters: the named classes, unions, and the name of what a union became. */
#include "policy/rule_string.h"

/* U+0020-7E in classes: bit (c & 31) of word c >> 5.  Control characters are in none, so that word 0 is not kept. */
static const uint32_t classes[][3] = {
    [LOGINLINT_CLASS_UPPER] = {0, 0x07FFFFFE, 0},
    [LOGINLINT_CLASS_LOWER] = {0, 0, 0x07FFFFFE},
    [LOGINLINT_CLASS_DIGIT] = {0x03FF0000, 0, 0},
    [LOGINLINT_CLASS_SPECIAL] = {0xFC00FFFF, 0xF8000001, 0x78000001},
    [LOGINLINT_CLASS_ASCII_PRINTABLE] = {0xFFFFFFFF, 0xFFFFFFFF, 0x7FFFFFFF},
    [LOGINLINT_CLASS_UNICODE] = {0xFFFFFFFF, 0xFFFFFFFF, 0x7FFFFFFF},
};

/* Has the set all of a class of ASCII? */
int loginlint__set_has_class(const struct ll_set *set, uint32_t name) {
    const uint32_t *class = classes[name];
    return !((class[0] & ~set->bits[1]) | (class[1] & ~set->bits[2]) | (class[2] & ~set->bits[3]));
}

void loginlint__set_remove_class(struct ll_set *set, uint32_t name) {
    uint32_t i;
    for (i = 0; i < 3; i++)
        set->bits[i + 1] &= ~classes[name][i];
}

void loginlint__set_seal(struct ll_set *set) {
    uint32_t name;
    for (name = LOGINLINT_CLASS_UPPER; name < LOGINLINT_CLASS_CUSTOM; name++) {
        const uint32_t *class = classes[name];
        if (set->bits[1] == class[0] && set->bits[2] == class[1] && set->bits[3] == class[2] &&
            set->unicode == (name == LOGINLINT_CLASS_UNICODE))
            break;
    }
    set->name = (uint8_t)name;
}

void loginlint__set_add(struct ll_set *set, const struct ll_set *more) {
    uint32_t i;
    /* The reference parser stops at the first of these two that it meets by name. */
    if (set->name == LOGINLINT_CLASS_ASCII_PRINTABLE || set->name == LOGINLINT_CLASS_UNICODE)
        return;
    for (i = 0; i < 4; i++)
        set->bits[i] |= more->bits[i];
    if (more->name != LOGINLINT_CLASS_ASCII_PRINTABLE && more->name != LOGINLINT_CLASS_UNICODE)
        return;
    set->name = more->name;
    set->unicode = more->unicode;
}

void loginlint__set_add_class(struct ll_set *set, uint32_t name) {
    const uint32_t *class = classes[name];
    struct ll_set more = {{0, class[0], class[1], class[2]}, name == LOGINLINT_CLASS_UNICODE, (uint8_t)name, {0, 0}};
    loginlint__set_add(set, &more);
}

void loginlint__set_keep_digits(struct ll_set *set) {
    set->bits[1] &= classes[LOGINLINT_CLASS_DIGIT][0];
    set->bits[2] = set->bits[3] = set->unicode = 0;
    loginlint__set_seal(set);
}

int loginlint__set_is_empty(const struct ll_set *set) {
    return !(set->bits[1] | set->bits[2] | set->bits[3] | set->unicode);
}

int loginlint__set_is_same(const struct ll_set *a, const struct ll_set *b) {
    return a->bits[1] == b->bits[1] && a->bits[2] == b->bits[2] && a->bits[3] == b->bits[3] && a->unicode == b->unicode;
}

void loginlint__set_put(struct ll_set *set, uint32_t cp) {
    set->bits[cp >> 5] |= 1u << (cp & 31);
}
