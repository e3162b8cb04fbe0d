/* policy_set.c - sets of characters: the named classes, unions, and the name of what a union became. */
#include "policy_text.h"

/* U+0020-7E and its parts, as words of 32 characters. */
static const uint32_t classes[][4] = {
    [LOGINLINT_CLASS_UPPER] = {0, 0, 0x07FFFFFE, 0},
    [LOGINLINT_CLASS_LOWER] = {0, 0, 0, 0x07FFFFFE},
    [LOGINLINT_CLASS_DIGIT] = {0, 0x03FF0000, 0, 0},
    [LOGINLINT_CLASS_SPECIAL] = {0, 0xFC00FFFF, 0xF8000001, 0x78000001},
    [LOGINLINT_CLASS_ASCII_PRINTABLE] = {0, 0xFFFFFFFF, 0xFFFFFFFF, 0x7FFFFFFF},
    [LOGINLINT_CLASS_UNICODE] = {0, 0xFFFFFFFF, 0xFFFFFFFF, 0x7FFFFFFF},
};

void ll_set_seal(struct ll_set *set) {
    uint32_t i;
    for (i = LOGINLINT_CLASS_UPPER; i < LOGINLINT_CLASS_CUSTOM; i++)
        if (set->bits[0] == classes[i][0] && set->bits[1] == classes[i][1] && set->bits[2] == classes[i][2] &&
            set->bits[3] == classes[i][3] && set->unicode == (i == LOGINLINT_CLASS_UNICODE))
            break;
    set->name = (uint8_t)i;
}

struct ll_set ll_set_of(uint32_t name) {
    struct ll_set set = {{0, 0, 0, 0}, 0, 0, {0, 0}};
    uint32_t i;
    for (i = 0; i < 4; i++)
        set.bits[i] = classes[name][i];
    set.unicode = name == LOGINLINT_CLASS_UNICODE;
    set.name = (uint8_t)name;
    return set;
}

/* The reference parser stops at the first of these two that it meets by name. */
static int stands_for_all(const struct ll_set *set) {
    return set->name == LOGINLINT_CLASS_ASCII_PRINTABLE || set->name == LOGINLINT_CLASS_UNICODE;
}

void ll_set_add(struct ll_set *set, const struct ll_set *more) {
    uint32_t i;
    if (stands_for_all(set))
        return;
    if (stands_for_all(more)) {
        *set = *more;
        return;
    }
    for (i = 0; i < 4; i++)
        set->bits[i] |= more->bits[i];
}

void ll_set_cut(struct ll_set *set, const struct ll_set *mask) {
    uint32_t i;
    for (i = 0; i < 4; i++)
        set->bits[i] &= mask->bits[i];
    set->unicode &= mask->unicode;
    ll_set_seal(set);
}

int ll_set_is_empty(const struct ll_set *set) {
    return !(set->bits[0] | set->bits[1] | set->bits[2] | set->bits[3] | set->unicode);
}

int ll_set_is_same(const struct ll_set *a, const struct ll_set *b) {
    return ll_set_holds(a, b) && ll_set_holds(b, a);
}

int ll_set_holds(const struct ll_set *set, const struct ll_set *part) {
    uint32_t i;
    for (i = 0; i < 4; i++)
        if (part->bits[i] & ~set->bits[i])
            return 0;
    return set->unicode >= part->unicode;
}

void ll_set_put(struct ll_set *set, uint32_t cp) {
    set->bits[cp >> 5] |= 1u << (cp & 31);
}
