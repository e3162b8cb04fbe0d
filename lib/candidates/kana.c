/* SPDX-License-Identifier: MIT */
/* kana.c - kana in every encoding, and the keys of a JIS keyboard.
 *
 * In: code points.  Out: units (kana.h), or the keys of one unit.
 */
#include "candidates/kana.h"
#include "text/ascii.h"
#include "text/chartab.h"
#include "text/half_kana.h"

/* The JIS keys of U+3041-3096, small kana by their shifted key; '+': a voiced kana, found by its base; ' ': no key.
 * Those of U+3090, U+3091 and U+3096 are a Mac's; U+3092 is on the 0 key. */
static const char jis_keys[] = "#3Ee$4%5&6t+g+h+"  /* U+3041- */
                               ":+b+x+d+r+p+c+q+"  /* U+3051- */
                               "a+Zz+w+s+ui1,kf+"  /* U+3061- */
                               "+v++2++^++-++jn]"  /* U+3071- */
                               "/m'7(8)9ol.;\\ 0V" /* U+3081- */
                               "~0y+ *" /* U+3091- */;
_Static_assert(sizeof jis_keys == 0x97 - 0x41 + 1, "one for each kana");

/* The marks and punctuation of the same keyboard: code, key */
static const uint8_t other_keys[][2] = {
    {LL_KANA_VOICED, '@'}, {LL_KANA_SEMIVOICED, '['},
    {LL_KANA_LONG, '\\'},  {0x01, '<'},
    {0x02, '>'},           {0xFB, '?'},
    {0x0C, '{'},           {0x0D, '}'},
};

static const char shifted_row[] = "#$%&'()"; /* of the keys 3-9 */

/* The voiced form of a kana, by its code; 0 when it has none. */
static uint32_t voiced(uint32_t kana, uint32_t mark) {
    if (kana >= 0x6F && kana <= 0x7B && kana % 3 == 0)
        return kana + (mark == LL_KANA_VOICED ? 1 : 2);
    if (mark == LL_KANA_SEMIVOICED)
        return 0;
    if (kana >= 0x4B && kana <= 0x61 && kana % 2)
        return kana + 1;
    if (kana >= 0x64 && kana <= 0x68 && kana % 2 == 0)
        return kana + 1;
    return kana == 0x46 ? 0x94 : 0;
}

/* A kana or a symbol that only an input method gives, as its code; else 0. */
static uint32_t code_of(uint32_t cp) {
    if (cp >= 0xFF61 && cp <= 0xFF9F)
        cp = ll_full_kana(cp);
    if (cp >= 0x3041 && cp <= 0x3096)
        return cp & 0xFF;
    if (cp >= 0x30A1 && cp <= 0x30F6)
        return (cp - 0x60) & 0xFF;
    switch (cp) {
    case 0x3099:
    case 0x309B:
        return LL_KANA_VOICED;
    case 0x309A:
    case 0x309C:
        return LL_KANA_SEMIVOICED;
    case 0x3001:
    case 0x3002:
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
    case 0x301C:
    case 0x30FB:
    case 0x30FC:
    case 0x2025:
    case 0x2026:
    case 0x2190:
    case 0x2191:
    case 0x2192:
    case 0x2193:
        return LL_KANA_CODE(cp);
    default:
        return 0;
    }
}

/* What stands for an ASCII key by intent: symbols of every width, dashes, quotes, the yen sign, spaces. */
static uint32_t literal_of(uint32_t cp) {
    struct ll_fold fold = {{0}, 0, 0, 0};
    uint32_t category = LL_CATEGORY_OF(loginlint__property(cp));
    if (cp >= 0x20 && cp < 0x7F)
        return cp;
    if (category != LL_FULLWIDTH && category != LL_SYMBOL && category != LL_DASH && category != LL_QUOTE &&
        category != LL_YEN && category != LL_WIDE_SPACE)
        return 0;
    loginlint__fold(cp, &fold);
    return fold.text[0];
}

static uint32_t kind_of(const struct ll_unit *unit) {
    if (unit->kana)
        return (unit->kana >= 0x41 && unit->kana < LL_KANA_DOT ? LL_KANA_LETTERS : 0) | (unit->half ? LL_KANA_HALF : 0);
    return ll_is_digit(unit->literal) ? LL_KANA_DIGITS : 0;
}

uint32_t loginlint__kana_read(const uint32_t *cp, uint32_t n, struct ll_unit *unit, uint32_t *what) {
    uint32_t i, m = 0;
    *what = 0;
    for (i = 0; i < n; i++) {
        uint32_t kana = code_of(cp[i]), joined = 0;
        if ((kana == LL_KANA_VOICED || kana == LL_KANA_SEMIVOICED) && m)
            joined = voiced(unit[m - 1].kana, kana);
        if (joined) {
            unit[m - 1].kana = (uint8_t)joined;
            continue;
        }
        unit[m].kana = (uint8_t)kana;
        unit[m].literal = (uint8_t)(kana ? 0 : literal_of(cp[i]));
        unit[m].wide = cp[i] >= 0x80;
        unit[m].half = cp[i] >= 0xFF61 && cp[i] <= 0xFF9F;
        if (!unit[m].kana && !unit[m].literal)
            return 0;
        *what |= kind_of(&unit[m++]);
    }
    return m;
}

uint32_t loginlint__kana_keys(uint32_t kana, int digits, uint8_t out[2]) {
    uint32_t i, base = kana, mark = 0;
    if (kana < 0x41 || kana > 0x96) {
        for (i = 0; i < sizeof other_keys / sizeof other_keys[0]; i++)
            if (other_keys[i][0] == kana) {
                out[0] = other_keys[i][1];
                return 1;
            }
        return 0;
    }
    if (jis_keys[kana - 0x41] == '+') {
        base = kana == 0x94 ? 0x46 : kana - 1;
        mark = LL_KANA_VOICED;
        if (base != 0x46 && jis_keys[base - 0x41] == '+') {
            base--;
            mark = LL_KANA_SEMIVOICED;
        }
    }
    out[0] = (uint8_t)jis_keys[base - 0x41];
    out[1] = mark == LL_KANA_VOICED ? '@' : '[';
    for (i = 0; digits && i < sizeof shifted_row - 1; i++)
        if (shifted_row[i] == (char)out[0])
            out[0] = (uint8_t)('3' + i);
    return out[0] == ' ' ? 0 : mark ? 2 : 1;
}
