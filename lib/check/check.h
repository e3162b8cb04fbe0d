/* SPDX-License-Identifier: MIT */
/* check.h - one check under way: the value as code points, what was found at each, and the findings about the whole.
 *
 *   characters   fills c[0..n): code points and offsets
 *   fold         marks each character's own findings and its edit
 *   the fields   (login_id, password, card; digits, separators, composition, email, script, caps_lock) mark more, and
 *                append findings about the whole
 *   report       turns marks into diagnostics, applies the safe edits, decides the verdict
 *
 * A finding at a character is a bit of `found`; the bits are in the order of the codes, so the lowest one of a
 * character carries its edit.  Nothing here allocates; the characters lie in the report's own scratch.
 */
#ifndef LL_CHECK_H
#define LL_CHECK_H

#include "loginlint.h"
#include "policy/policy.h"
#include "text/chartab.h"

/* Findings that belong to a character, in the order of their codes. */
enum ll_mark {
#define LL_NAME_MARK(name) LL_M_##name,
#define LL_NAME_WHOLE(name)
#define X(number, name, text, group, severity, confidence, mark, ...) LL_NAME_##mark(name)
#include "check/diagnostics.def"
    LL_MARKS
};
_Static_assert(LL_MARKS <= 32, "a bit each");
#define LL_BIT(mark) (1u << (mark))

struct ll_char {
    uint32_t cp;    /* or LL_ILLFORMED */
    uint16_t byte;  /* offset of its first byte of UTF-8 */
    uint16_t utf16; /* offset of its first UTF-16 unit */
    uint32_t found; /* LL_BIT(enum ll_mark) */
    uint8_t fix[5]; /* what replaces it: ASCII; nothing when `length` is 0 */
    uint8_t length;
    uint8_t level;     /* LOGINLINT_LEVEL_* of that edit; NONE: it stays */
    uint8_t category;  /* enum ll_category */
    uint8_t script;    /* enum ll_script */
    uint8_t table;     /* LOGINLINT_TABLE_* that decided the edit */
    uint8_t insert;    /* 1: a hyphen is missing before it (safe) */
    uint8_t operation; /* LOGINLINT_OPERATION_* of the edit */
};
_Static_assert(sizeof(struct ll_char) == 24, "six words of scratch a character");

/* outcome: what the findings ask of the verdict; fail > ask > incomplete > (fixed) > (pass) */
enum { LL_FAIL = 1, LL_ASK = 2, LL_INCOMPLETE = 4, LL_INVALID = 8 /* in a finding only (findings.h) */ };

/* ASCII characters, in half or full width: a bit each, as in ll_set. */
struct ll_signs {
    uint32_t bits[4];
};

struct ll_check {
    const struct ll_policy *policy;
    const loginlint_context *context; /* never NULL here */
    loginlint_report *report;
    struct ll_char *c; /* n + 1 of them; c[n] has only the offsets of the end */
    uint32_t n;
    uint32_t count;        /* of all characters, also while the check is about a part of them */
    uint32_t categories;   /* 1 << enum ll_category of those present */
    uint32_t read;         /* the same of all characters, as they were read */
    struct ll_signs signs; /* among them */
    uint32_t scripts;      /* 1 << enum ll_script of LL_LETTERs present */
    uint32_t found;        /* all marks together */
    uint8_t outcome;       /* LL_FAIL | LL_ASK | LL_INCOMPLETE */
    uint8_t judged;        /* `invalid` is decided: by the whole value, where only a part of it is meant */
    uint8_t invalid;       /* the value as typed does not satisfy the policy */
    uint8_t whole;         /* a whole-value keyboard finding stands: no fix is safe */
    uint8_t no_fixes;      /* ill-formed or composing: no edit at all */
    uint8_t secret;
    uint8_t width_level; /* LOGINLINT_LEVEL_* of taking a full-width form or look-alike dash for ASCII, by `fold` */
    uint8_t structured;  /* separators are not part of the value: digits only, or `hyphens` was given */
    uint8_t symbols;     /* another layout, of letters or of symbols, makes the whole value fit */
    uint8_t wrong_field; /* the value belongs elsewhere: nothing else is worth saying */
    uint8_t partial;     /* the rules have run over less than all characters since */
    uint32_t pool;       /* bytes of the report's pool in use */
    uint32_t at;         /* the @ before the labels of a domain in any script, else n */
};

/* What is wrong with the arguments of a call that reads a policy and fills a record: 0 or -LOGINLINT_ERROR_*. */
int32_t loginlint__misuse(const loginlint_policy *policy, const loginlint_context *context, const void *input,
                          uint32_t n, const void *record);

/* The context, or one that says nothing. */
static inline const loginlint_context *ll_known(const loginlint_context *context) {
    static const loginlint_context nothing = {.size = sizeof nothing};
    return context ? context : &nothing;
}

/* The two halves of a check (check.c), apart so that the tests can hold fast_path.c against the long way. */
void loginlint__start(struct ll_check *check, const loginlint_policy *policy, const loginlint_context *context,
                      loginlint_report *report);
void loginlint__long_way(struct ll_check *check, const uint8_t *input, uint32_t n);

/* Checks what a value may have meant, n <= LOGINLINT_INPUT_MAX bytes: all of it, no part. */
void loginlint__check_candidate(const loginlint_policy *policy, const loginlint_context *context, const uint8_t *text,
                                uint32_t n, loginlint_report *report);

/* As typed: may more characters follow?  A pasted, filled-in or submitted value is whole. */
static inline int ll_may_go_on(const struct ll_check *check) {
    return check->context->stage == 0 && check->context->entry <= 1;
}

/* loginlint_check within another call, which clears the stack itself (text/wipe.h). */
int32_t loginlint__check(const loginlint_policy *policy, const loginlint_context *context, const uint8_t *input,
                         uint32_t n, loginlint_report *report);

/* What the character will be once its edit (safe or ask) is applied: a single ASCII character, the code point itself
 * when nothing changes it, 0 when it is deleted.  For an edit to several characters: the first. */
static inline uint32_t ll_meant(const struct ll_char *c) {
    return c->level == LOGINLINT_LEVEL_NONE ? c->cp : c->length ? c->fix[0] : 0;
}

/* May one of these ASCII characters be in the value, or in the part that the check is about?  In half or full width, as
 * they were read: a rule that looks for none of them need not look. */
static inline int ll_may_have(const struct ll_check *check, const char *signs) {
    uint32_t cp;
    while ((cp = (uint8_t)*signs++) != 0)
        if (check->signs.bits[cp >> 5] >> (cp & 31) & 1)
            return 1;
    return 0;
}

/* The same of characters of these categories. */
static inline int ll_may_have_category(const struct ll_check *check, uint32_t categories) {
    return (check->read & categories) != 0;
}

#endif
