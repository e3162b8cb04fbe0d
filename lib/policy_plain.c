/* policy_plain.c - what each ASCII character is to the short way (plain.c): one table in the policy, filled once.
 *
 * In: a policy with every default resolved.  Out: policy->plain.
 */
#include "ascii.h"
#include "policy_text.h"

void ll_policy_plain(struct ll_policy *policy) {
    uint32_t cp,
        stop = policy->allowed.unicode || policy->letter_case == LL_UPPER || policy->fold == LL_FOLD_OFF ||
               (policy->digits_only ? policy->hyphens == LL_HYPHENS_REQUIRE : policy->hyphens != LL_HYPHENS_PLAIN);
    for (cp = 0; cp < 128; cp++) {
        uint32_t what = ll_is_lower(cp)   ? LL_PLAIN_SMALL
                        : ll_is_upper(cp) ? LL_PLAIN_CAPITAL
                        : ll_is_digit(cp) ? LL_PLAIN_DIGIT
                                          : 0;
        if (cp == ' ')
            what = LL_PLAIN_SPACE;
        if (cp == '@' && policy->field == LOGINLINT_FIELD_LOGIN_ID)
            what = policy->kind == LL_KIND_NAME ? LL_PLAIN_STOP : LL_PLAIN_AT;
        if (stop || !ll_set_has(&policy->allowed, cp) ||
            (policy->letter_case == LL_LOWER && what == LL_PLAIN_CAPITAL) ||
            (policy->profile == LL_PROFILE_NICKNAME && what == LL_PLAIN_SPACE))
            what = LL_PLAIN_STOP;
        policy->plain[cp] = (uint8_t)what;
    }
}
