/* pin.c - the PIN: digits, as many as the policy says.
 *
 * In: characters after fold.c.  Out: findings.  A whole card number in the PIN box belongs elsewhere.
 */
#include "number.h"
#include "rules.h"

void ll_pin_rules(struct ll_check *check) {
    ll_number_rules(check);
}
