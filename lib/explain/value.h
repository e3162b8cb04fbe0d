/* SPDX-License-Identifier: MIT */
/* value.h - the value that was checked, read once more: UTF-8 or UTF-16. */
#ifndef LL_VALUE_H
#define LL_VALUE_H

#include "loginlint.h"
#include "text/utf.h"

/* Where a finding begins and ends, in the value's own units. */
static inline const uint32_t *ll_extent_in(const struct ll_value *value, const loginlint_diagnostic *d) {
    return value->utf16 ? d->utf16 : d->byte;
}

/* Is this what the report was made of, as far as a report tells: its length, whether it is well-formed, and that every
 * finding begins and ends between the same characters?  (A report keeps nothing by which a secret could be known
 * again.) */
int loginlint__value_is_of(const struct ll_value *value, const loginlint_report *report);

/* Its characters; with `digits_only` those that are digits or stand for one. */
uint32_t loginlint__value_count(const struct ll_value *value, int digits_only);

#endif
