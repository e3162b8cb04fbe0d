/* script.h - which scripts the value is in: an input method left on, another layout, letters that only look Latin. */
#ifndef LL_SCRIPT_H
#define LL_SCRIPT_H

#include "check.h"

/* After folding, before the field's rules: findings about kana, kanji, Hangul and other layouts, where the policy takes
 * ASCII only. */
void ll_script_rules(struct ll_check *check);

/* After the field's rules: would another reading of the symbol keys make a refused value fit? */
void ll_symbol_rules(struct ll_check *check);

#endif
