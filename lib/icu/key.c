/* SPDX-License-Identifier: MIT */
/* key.c - the key of text/key.c with the whole of Unicode: letter case, compatibility and look-alikes of every script.
 *
 * In: a login ID, and what may differ.  Never a secret: ICU's skeleton leaves copies on its heap.  Out: the key in
 * UTF-8: what the core makes of the value, then NFKC_Casefold, NFKC, folded case or NFC of that, then the skeleton of
 * UTS #39 of what stands before the domain, then the core once more, as these may give what it folds; from the
 * beginning until a round changes nothing, since what is left of a letter may be composed with the next mark.
 */
#include "loginlint.h"
#include "precis.h"
#include <string.h>
#include <unicode/unorm2.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>

enum {
    ROOM = 4 * LOGINLINT_INPUT_MAX,      /* UTF-16 units; what is longer is refused */
    CORE_ROOM = 5 * LOGINLINT_INPUT_MAX, /* bytes: a character of two bytes or more stands for five at most */
    ROUNDS = 6                           /* a letter under more marks than that is nobody's ID */
};

struct text {
    UChar s[ROOM];
    int32_t n;
};

static void normalize(uint32_t same, const struct text *from, struct text *to, UErrorCode *error) {
    UChar folded[ROOM];
    const UNormalizer2 *form;
    if (same & LOGINLINT_SAME_COMPATIBILITY) {
        form = same & LOGINLINT_SAME_CASE ? unorm2_getNFKCCasefoldInstance(error) : unorm2_getNFKCInstance(error);
        to->n = unorm2_normalize(form, from->s, from->n, to->s, ROOM, error);
        return;
    }
    form = unorm2_getNFCInstance(error);
    if (same & LOGINLINT_SAME_CASE) {
        int32_t n = u_strFoldCase(folded, ROOM, from->s, from->n, U_FOLD_CASE_DEFAULT, error);
        to->n = unorm2_normalize(form, folded, n, to->s, ROOM, error);
    } else {
        to->n = unorm2_normalize(form, from->s, from->n, to->s, ROOM, error);
    }
}

/* Before the last @, or the whole where there is none: a look-alike in a domain is another domain. */
static void skeleton(const struct text *from, struct text *to, UErrorCode *error) {
    USpoofChecker *checker = uspoof_open(error);
    const UChar *at = u_memrchr(from->s, '@', from->n);
    int32_t local = at ? (int32_t)(at - from->s) : from->n, rest = from->n - local;
    if (U_FAILURE(*error))
        return;
    to->n = uspoof_getSkeleton(checker, 0, from->s, local, to->s, ROOM, error);
    uspoof_close(checker);
    if (U_SUCCESS(*error) && to->n + rest > ROOM)
        *error = U_BUFFER_OVERFLOW_ERROR;
    if (U_FAILURE(*error))
        return;
    u_memcpy(to->s + to->n, from->s + local, rest);
    to->n += rest;
}

/* One round. */
static int32_t round_of(uint32_t same, const uint8_t *input, uint32_t n, uint8_t *key) {
    uint8_t of_core[CORE_ROOM];
    struct text one, two;
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = loginlint_key(same, input, n, of_core, sizeof of_core);
    if (length < 0)
        return length;
    u_strFromUTF8(two.s, ROOM, &two.n, (const char *)of_core, length, &error);
    normalize(same, &two, &one, &error);
    if (same & LOGINLINT_SAME_LOOKALIKES && U_SUCCESS(error)) {
        skeleton(&one, &two, &error);
        normalize(same, &two, &one, &error);
    }
    if (U_FAILURE(error) || one.n > (int32_t)LOGINLINT_INPUT_MAX)
        return -(int32_t)LOGINLINT_ERROR_TOO_LONG;
    return loginlint_key_utf16(same, (const uint16_t *)one.s, (uint32_t)one.n, key, CORE_ROOM);
}

int32_t loginlint_icu_key(uint32_t same, const uint8_t *input, uint32_t n, uint8_t *key, uint32_t capacity) {
    uint8_t rounds[2][CORE_ROOM], *to = rounds[0];
    const uint8_t *from = input;
    int settled = 0, k;
    for (k = 0; k < ROUNDS && !settled; k++) {
        int32_t length = round_of(same, from, n, to);
        if (length < 0)
            return length;
        settled = (uint32_t)length == n && (n == 0 || memcmp(from, to, n) == 0);
        from = to;
        n = (uint32_t)length;
        to = rounds[~k & 1];
    }
    return settled ? loginlint_key(same, from, n, key, capacity) : -(int32_t)LOGINLINT_ERROR_TOO_LONG;
}
