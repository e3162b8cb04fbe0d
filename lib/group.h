/* group.h - separators of a structured value (card, member and phone numbers): hyphens and spaces against the groups.
 */
#ifndef LL_GROUP_H
#define LL_GROUP_H

#include "check.h"

/* Marks and edits every separator of a structured value under `hyphens: ignore | forbid | require`.  `groups` are the
 * sizes of the groups (count of them may be 0: no boundary is known). */
void ll_group(struct ll_check *check, const uint8_t *groups, uint32_t count);

/* 1 when character i is a dash in this value: a hyphen, a look-alike, or U+4E00 / U+3161 between digits. */
int ll_is_dash(const struct ll_check *check, uint32_t i);

/* 1 when character i stays in the value as one of its letters or digits. */
int ll_is_payload(const struct ll_check *check, uint32_t i);

#endif
