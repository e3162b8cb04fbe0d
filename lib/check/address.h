/* SPDX-License-Identifier: MIT */
/* address.h - an e-mail address as its parts see it: where they lie, what is meant by their characters, and how a fault
 * is said.
 *
 *   email.c         the whole: is it one, where is its @, what is missing
 *   local_part.c    before the @
 *   domain_part.c   behind it
 */
#ifndef LL_ADDRESS_H
#define LL_ADDRESS_H

#include "check/domains.h"
#include "check/findings.h"
#include "check/fold.h"

enum { LL_LOCAL_MAX = 64, LL_ADDRESS_MAX = 254 }; /* octets (RFC 5321) */

struct ll_address {
    struct ll_check *check;
    uint32_t first, at, end; /* the first character, the @ that splits, one past the last; as they are meant */
    uint32_t ats;
    uint32_t bad_from, bad_to; /* a run of wrong characters; empty when equal */
    uint32_t dots;             /* of the domain; a comma counts as one */
    int foreign;               /* the domain is not ASCII */
    uint32_t ace;   /* of "xn--", how much a label begins with; 4: some label has all of it, 5: not this one */
    int unfinished; /* the domain may still become one */
    int slipped;    /* another domain was meant */
    int comma;      /* a comma of the domain, or a->slip, was read as a full stop */
    uint32_t slip;  /* the sign of another key beside the full stop that was read as one; 0: none */
    struct ll_domain domain;
};

/* ---- characters as they are meant ---- */

static inline uint32_t ll_meant_at(const struct ll_address *a, uint32_t i) {
    return ll_meant(&a->check->c[i]);
}

static inline uint32_t ll_next_of(const struct ll_address *a, uint32_t i, uint32_t to) {
    for (i++; i < to && !ll_meant_at(a, i); i++)
        ;
    return i;
}

static inline uint32_t ll_start_of(const struct ll_address *a, uint32_t from, uint32_t to) {
    while (from < to && !ll_meant_at(a, from))
        from++;
    return from;
}

static inline uint32_t ll_count_of(const struct ll_address *a, uint32_t from, uint32_t to) {
    uint32_t count = 0;
    for (; from < to; from++)
        count += ll_meant_length(&a->check->c[from]);
    return count;
}

/* ---- what is said ---- */

enum {
    LL_ADDRESS_SYNTAX = LL_FINDING(LOGINLINT_CODE_EMAIL_SYNTAX, LOGINLINT_SEVERITY_ERROR, 95, LL_INVALID),
    LL_ADDRESS_NAMED = LL_FINDING(LOGINLINT_CODE_EMAIL_SYNTAX, LOGINLINT_SEVERITY_ERROR, 90, LL_ASK)
};

/* Is an address wanted here?  Where any ID is taken, a doubtful one satisfies the policy all the same. */
static inline uint32_t ll_address_wanted(const struct ll_address *a) {
    return a->check->policy->kind == LL_KIND_EMAIL ? LL_FINDING(0, 0, 0, LL_INVALID) : 0;
}

void loginlint__address_fail(struct ll_address *a, uint32_t from, uint32_t to);

/* One sign too many: the span becomes `sign`; 0: it goes. */
void loginlint__address_doubled(struct ll_address *a, uint32_t from, uint32_t to, uint8_t sign);

/* Character i is wrong, unless that was said already.  Runs of them become one finding when they are flushed. */
void loginlint__address_bad(struct ll_address *a, uint32_t i);
void loginlint__address_flush(struct ll_address *a);

/* From here on something lacks: while the value may go on only INFO. */
void loginlint__address_unfinished(struct ll_address *a, uint32_t code, uint32_t from, uint32_t argument);

/* ---- the parts ---- */

/* Before the @. */
void loginlint__local_part(struct ll_address *a);

/* a->domain, and what it was read by: foreign, ace, comma, slip. */
void loginlint__domain_read(struct ll_address *a);

/* Is the copy of the domain a host name, with a top-level domain?  None of those is a number or one letter. */
int loginlint__domain_is_host(const struct ll_domain *name);

/* What the domain was before it is mended: a host's name, the beginning of a known one. */
enum { LL_WAS_HOST = 1, LL_WAS_BEGINNING = 2 };
uint32_t loginlint__domain_was(const struct ll_address *a);

/* Says how plausible a slip of the domain is, which is now the one that was meant; 0 while it may still become another.
 */
uint32_t loginlint__domain_judge(struct ll_address *a, uint32_t plausible, uint32_t was);

/* Behind the @, where no other domain was meant. */
void loginlint__domain_part(struct ll_address *a);

#endif
