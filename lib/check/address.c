/* SPDX-License-Identifier: MIT */
/* address.c - how a fault of an e-mail address is said: where it is no address, what it has twice, what it lacks. */
#include "check/address.h"

void loginlint__address_fail(struct ll_address *a, uint32_t from, uint32_t to) {
    loginlint__add(a->check, LL_ADDRESS_SYNTAX | LL_FINDING(0, 0, 0, LL_FAIL), from, to, 0);
}

void loginlint__address_doubled(struct ll_address *a, uint32_t from, uint32_t to, uint8_t sign) {
    loginlint__add_fix(a->check, loginlint__add(a->check, LL_ADDRESS_SYNTAX | LL_FINDING(0, 0, 0, LL_ASK), from, to, 0),
                       LOGINLINT_LEVEL_ASK, sign ? LOGINLINT_OPERATION_REPLACE : LOGINLINT_OPERATION_DELETE, &sign,
                       sign != 0);
}

void loginlint__address_flush(struct ll_address *a) {
    if (a->bad_from < a->bad_to)
        loginlint__address_fail(a, a->bad_from, a->bad_to);
    a->bad_from = a->bad_to = 0;
}

void loginlint__address_bad(struct ll_address *a, uint32_t i) {
    const struct ll_char *c = &a->check->c[i];
    if (c->found & LL_BIT(LL_M_NOT_ALLOWED))
        return;
    if (a->bad_to != i || a->bad_from == a->bad_to) {
        loginlint__address_flush(a);
        a->bad_from = i;
    }
    a->bad_to = i + 1;
}

void loginlint__address_unfinished(struct ll_address *a, uint32_t code, uint32_t from, uint32_t argument) {
    loginlint__add(a->check,
                   code |
                       (ll_may_go_on(a->check) ? LL_FINDING(0, LOGINLINT_SEVERITY_INFO, 95, LL_INCOMPLETE | LL_INVALID)
                                               : LL_FINDING(0, LOGINLINT_SEVERITY_ERROR, 95, LL_FAIL | LL_INVALID)),
                   from, a->check->n, argument);
}
