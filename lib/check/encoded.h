/* SPDX-License-Identifier: MIT */
/* encoded.h - signs that a page, a mail or a person wrote in another way: %40, &amp;, [at]. */
#ifndef LL_ENCODED_H
#define LL_ENCODED_H

#include "check/check.h"

/* Where the value, with such texts read as the signs they stand for, has nothing wrong with it: they are marked
 * (encoded-text), to be replaced on consent, and 1 is returned.  Else 0, and the marks are void.  At most
 * LL_ENCODED_MAX characters.  `lines`: the end of a line within the value stands for nothing, too. */
#define LL_ENCODED_MAX 256u
int loginlint__encoded(struct ll_check *check, int lines);

#endif
