/* size.h - findings about the whole value that every field shares: empty, too short, too long, classes, repeats. */
#ifndef LL_SIZE_H
#define LL_SIZE_H

#include "check.h"

void ll_empty(struct ll_check *check);
void ll_too_short(struct ll_check *check, uint32_t min);
void ll_too_long(struct ll_check *check, uint32_t max);
void ll_checksum(struct ll_check *check);

/* The value belongs into another field: nothing else is said about it, and it is not shown. */
void ll_wrong_field(struct ll_check *check);

/* Length, required classes and repeats of a value of `count` characters, judged as it was meant (after its edits). */
void ll_size_rules(struct ll_check *check, uint32_t count);

/* The required classes and repeats alone, for a field that has its own lengths. */
void ll_class_rules(struct ll_check *check, int too_short);

/* Code points of the value once every edit is applied; separators that the policy removes are not counted. */
uint32_t ll_meant_count(const struct ll_check *check);

#endif
