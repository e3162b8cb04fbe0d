/* SPDX-License-Identifier: MIT */
/* encoded.h - signs that a page, a mail or a person wrote in another way: %40, &amp;, [at]. */
#ifndef LL_ENCODED_H
#define LL_ENCODED_H

#include "check/check.h"

#define LL_ENCODED_MAX 256u

/* Where the value, once decoded, has nothing wrong with it, its characters become the decoded ones, which the check is
 * about then, and 1 is returned.  Else 0, and the marks are void.  At most LL_ENCODED_MAX characters.  `lines`: the end
 * of a line within the value stands for nothing, too. */
int loginlint__decode(struct ll_check *check, int lines);

/* The characters as they came again.  Of the decoded ones, n from `first` are the value: such texts there are
 * marked (encoded-text), to be replaced on consent, and what stands around has the mark `around`, and goes. */
void loginlint__encode(struct ll_check *check, int lines, uint32_t first, uint32_t n, enum ll_mark around);

#endif
