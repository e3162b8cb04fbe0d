/* packed.c - unpacks a sentence.
 *
 * In: the offset of a text in packed_data.inc.  Out: UTF-8 through a writer.  A text is a run of codes that ends with
 * 0: one byte below SHORT_CODES, two above.  A code is a character, or a pair of codes.  There is no pointer in any
 * table, so that nothing needs relocation.  Every index is held against its table, and every loop ends, so that no
 * damaged byte of data leads outside (tests/check_damage.c).
 */
#include "words/packed.h"
#include "text/utf.h"

#include "words/packed_data.inc"

_Static_assert(LONGEST <= LL_TEXT_SPACE, "the longest text has its space");

static void put_character(struct ll_writer *w, uint32_t code) {
    uint8_t utf8[4];
    uint32_t i = code < PAIRS_FIRST ? code - 1 : code - 1 - (PAIRS_END - PAIRS_FIRST);
    if (i < sizeof characters / sizeof *characters)
        loginlint__put_bytes(w, utf8, loginlint__utf8_put(characters[i], utf8));
}

static void put_code(struct ll_writer *w, uint32_t code) {
    uint16_t stack[DEEPEST + 1] = {(uint16_t)code};
    uint32_t depth = 1, steps; /* a code of n characters takes 2 n - 1 */
    for (steps = 0; depth && steps < 2 * LONGEST; steps++) {
        const uint8_t *pair;
        code = stack[--depth];
        if (code < PAIRS_FIRST || code >= PAIRS_END) {
            put_character(w, code);
            continue;
        }
        if (depth + 2 > sizeof stack / sizeof *stack)
            return;
        pair = pairs[code - PAIRS_FIRST];
        stack[depth++] = (uint16_t)(pair[1] >> 4 | pair[2] << 4);
        stack[depth++] = (uint16_t)(pair[0] | (pair[1] & 15) << 8);
    }
}

void loginlint__put_packed(struct ll_writer *w, uint32_t text) {
    uint32_t code;
    /* A text ends with 0, and so does the table: LL_NO_TEXT lies behind it. */
    while (text < sizeof packed - 1 && (code = packed[text++]) != 0) {
        if (code >= SHORT_CODES)
            code = SHORT_CODES + ((code - SHORT_CODES) << 8) + packed[text++];
        put_code(w, code);
    }
}

int loginlint__packed_is_empty(uint32_t text) {
    return text >= sizeof packed || !packed[text];
}
