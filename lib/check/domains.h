/* SPDX-License-Identifier: MIT */
/* domains.h - the domain of an address: whether it is known, and which one was meant. */
#ifndef LL_DOMAINS_H
#define LL_DOMAINS_H

#include "policy/policy.h"

enum { LL_DOMAIN_MAX = 64 };

/* A domain in small letters, of ASCII. */
struct ll_domain {
    char text[LL_DOMAIN_MAX];
    uint32_t n; /* > LL_DOMAIN_MAX: longer than any that is known, the text is its beginning */
};

/* 1 for a domain of the built-in list or the policy's own. */
int loginlint__domain_is_known(const struct ll_policy *policy, const struct ll_domain *domain);

/* 1 for a carrier that gave out irregular local parts, or a part of one. */
int loginlint__domain_is_irregular(const struct ll_policy *policy, const struct ll_domain *domain);

/* 1 where more characters may still make one of it. */
int loginlint__domain_may_be_irregular(const struct ll_policy *policy, const struct ll_domain *domain);

/* 1 where more characters make a known one of it. */
int loginlint__domain_begins(const struct ll_policy *policy, const struct ll_domain *domain);

enum { LL_DOMAIN_ENDING = 85 }; /* how plausible it is that an ending which is none was another */

/* Makes of a domain what it was meant to be, and says how plausible that is (0-100); 0: itself, as far as anybody
 * knows. */
uint32_t loginlint__domain_mend(const struct ll_policy *policy, struct ll_domain *domain);

/* Is a full stop missing at `at`, before an ending: example|com, example|co.jp, example.co|jp?  1 when it was put
 * there. */
int loginlint__domain_dot_at(struct ll_domain *domain, uint32_t at);

/* 1 for a provider's name without its ending. */
int loginlint__domain_is_name(const struct ll_policy *policy, const struct ll_domain *domain);

/* Makes of a provider's name its whole domain; 0: it is none. */
int loginlint__domain_complete(const struct ll_policy *policy, struct ll_domain *domain);

/* How many characters at the end of a text are a provider's whole domain, 0 for none; `distinct`: of a name too long to
 * be the end of another word. */
uint32_t loginlint__domain_at_end(const struct ll_policy *policy, const struct ll_domain *text, int distinct);

/* Does the domain end as most of the world's do: in a country's two letters, or in one of the old endings? */
int loginlint__domain_ends_well(const struct ll_domain *domain);

#endif
