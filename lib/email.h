/* email.h - a login ID that is an e-mail address: its syntax, and slips in its domain. */
#ifndef LL_EMAIL_H
#define LL_EMAIL_H

#include "check.h"

/* Under `kind: email`: syntax as mail systems take it, and domain slips; a value without @ is another kind of login ID.
 * Else only domain slips of a value that has one @.  The value has at least one character. */
void ll_email(struct ll_check *check);

#endif
