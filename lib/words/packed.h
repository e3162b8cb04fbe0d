/* packed.h - the sentences of messages.def and advice_messages.def, which gen_messages.py packs together. */
#ifndef LL_PACKED_H
#define LL_PACKED_H

#include "text/writer.h"

#define LL_NO_TEXT 0xFFFFu
#define LL_TEXT_SPACE 256u /* a text, unpacked, and its NUL: packed.c asserts it */

/* Writes the text at this offset, nothing for LL_NO_TEXT. */
void loginlint__put_packed(struct ll_writer *w, uint32_t text);

int loginlint__packed_is_empty(uint32_t text);

/* Writes it into `space`, with a NUL behind it: whatever the tables say, there is one. */
static inline const char *ll_unpack(uint32_t text, uint8_t space[LL_TEXT_SPACE]) {
    struct ll_writer w = ll_writer_on(space, LL_TEXT_SPACE - 1);
    loginlint__put_packed(&w, text);
    space[w.needed < LL_TEXT_SPACE ? w.needed : LL_TEXT_SPACE - 1] = '\0';
    return (const char *)space;
}

#endif
