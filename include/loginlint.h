/* loginlint.h - tells what is wrong with a login ID, password, card number or PIN before an attempt is spent.
 *
 * SPDX-License-Identifier: MIT
 *
 *     policy + context + what was typed  ->  a report: verdict, diagnostics with spans and fixes, the corrected text
 *
 * Every record lies in the caller's memory and has a fixed size; nothing is allocated, cached, locked or printed, and
 * there is no global state, so every function may be called from any thread on records of its own.  A policy and a
 * context are only read by the checks and may be shared by threads.
 *
 * Lengths are bytes of UTF-8 unless a name says otherwise (`utf16`: 16-bit units, `character`: Unicode code points);
 * spans are half-open [from, to) and lie on code-point boundaries.  No input needs a terminating NUL.
 *
 * Misuse of an interface is a negative return (LOGINLINT_ERROR_*, negated); whatever the input is wrong about is a
 * diagnostic.  A function that writes text returns the number of bytes that the whole text needs, without a
 * terminating NUL, and writes no more than `capacity` (cut at a code-point boundary); call it with capacity 0 to measure.
 *
 * The report holds the value that was checked until it is wiped: call loginlint_wipe() on it as soon as it was read.
 */
#ifndef LOGINLINT_H
#define LOGINLINT_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(LOGINLINT_API)
/* set by the caller: an amalgamated or static build */
#elif defined(__GNUC__)
#define LOGINLINT_API __attribute__((visibility("default")))
#else
#define LOGINLINT_API
#endif

#define LOGINLINT_VERSION "1.0.0"
#define LOGINLINT_ABI 1u            /* the soname; a record that changes its size is a new ABI */
#define LOGINLINT_UNICODE 0x1100u   /* of the tables: major << 8 | minor */

#define LOGINLINT_INPUT_MAX 1024u      /* bytes of UTF-8, also of a UTF-16 input after conversion; more is `too-large` */
#define LOGINLINT_DIAGNOSTICS_MAX 64u  /* in one report; `total` counts those left out as well */
#define LOGINLINT_TEXT_MAX 1088u       /* bytes: safe fixes only ever lengthen a value by hyphens at group boundaries */
#define LOGINLINT_POOL_MAX 1536u       /* bytes of all replacements together */
#define LOGINLINT_CANDIDATES_MAX 8u
#define LOGINLINT_CANDIDATE_TEXT_MAX 256u
#define LOGINLINT_CAUSES_MAX 3u
#define LOGINLINT_SENTENCE_MAX 512u /* bytes of the longest sentence of any function, in any language */
#define LOGINLINT_NOTHING 0xFFu /* in place of a number where 0 is one of them */
#define LOGINLINT_ADVICE_MAX 32u
#define LOGINLINT_WINDOWS_MAX 16u

/* clang-format off */
/* generated from diagnostics.def and names.def by `make generated`: begin */
#define LOGINLINT_CODE_EMPTY 1u
#define LOGINLINT_CODE_TOO_SHORT 2u
#define LOGINLINT_CODE_TOO_LONG 3u
#define LOGINLINT_CODE_TOO_LARGE 4u
#define LOGINLINT_CODE_INVALID_ENCODING 10u
#define LOGINLINT_CODE_FULLWIDTH_FORM 20u
#define LOGINLINT_CODE_HALFWIDTH_KANA 21u
#define LOGINLINT_CODE_MIXED_WIDTH 22u
#define LOGINLINT_CODE_COMPATIBILITY_FORM 23u
#define LOGINLINT_CODE_FOREIGN_DIGIT 24u
#define LOGINLINT_CODE_EDGE_SPACE 30u
#define LOGINLINT_CODE_INNER_SPACE 31u
#define LOGINLINT_CODE_UNUSUAL_SPACE 32u
#define LOGINLINT_CODE_INVISIBLE_CHARACTER 33u
#define LOGINLINT_CODE_BIDI_CONTROL 34u
#define LOGINLINT_CODE_CONTROL_CHARACTER 35u
#define LOGINLINT_CODE_DASH_LOOKALIKE 40u
#define LOGINLINT_CODE_HYPHEN_STRAY 41u
#define LOGINLINT_CODE_HYPHEN_MISSING 42u
#define LOGINLINT_CODE_HYPHEN_MISPLACED 43u
#define LOGINLINT_CODE_SEPARATOR 44u
#define LOGINLINT_CODE_IME_KANA 50u
#define LOGINLINT_CODE_KANA_LAYOUT 51u
#define LOGINLINT_CODE_IME_KANJI 52u
#define LOGINLINT_CODE_HANGUL_LAYOUT 53u
#define LOGINLINT_CODE_OTHER_LAYOUT 54u
#define LOGINLINT_CODE_SYMBOL_LAYOUT 55u
#define LOGINLINT_CODE_NUM_LOCK 56u
#define LOGINLINT_CODE_CAPS_LOCK 60u
#define LOGINLINT_CODE_AUTO_CAPITAL 61u
#define LOGINLINT_CODE_LETTER_CASE 62u
#define LOGINLINT_CODE_LOOKALIKE_DIGIT 70u
#define LOGINLINT_CODE_LOOKALIKE_LETTER 71u
#define LOGINLINT_CODE_SMART_PUNCTUATION 72u
#define LOGINLINT_CODE_YEN_BACKSLASH 73u
#define LOGINLINT_CODE_NOT_ALLOWED 80u
#define LOGINLINT_CODE_MISSING_CLASS 81u
#define LOGINLINT_CODE_TOO_MANY_REPEATS 82u
#define LOGINLINT_CODE_UNASSIGNED 83u
#define LOGINLINT_CODE_CHECKSUM 90u
#define LOGINLINT_CODE_UNKNOWN_BRAND 91u
#define LOGINLINT_CODE_WRONG_BRAND 92u
#define LOGINLINT_CODE_EMAIL_SYNTAX 100u
#define LOGINLINT_CODE_EMAIL_DOMAIN_TYPO 101u
#define LOGINLINT_CODE_WRONG_KIND 102u
#define LOGINLINT_CODE_WRONG_FIELD 110u
#define LOGINLINT_CODE_SURROUNDING_TEXT 111u
#define LOGINLINT_CODE_SEVERAL_VALUES 112u
#define LOGINLINT_CODE_REPEATED_VALUE 113u
#define LOGINLINT_CODE_MASKED_VALUE 114u
#define LOGINLINT_CODE_LOST_DIGITS 115u
#define LOGINLINT_CODE_COUNTRY_CODE 116u
#define LOGINLINT_CODE_ENCODED_TEXT 117u
#define LOGINLINT_CODE_DIGIT_EXTRA 118u
#define LOGINLINT_CODE_DISALLOWED 120u
#define LOGINLINT_CODE_BIDI_RULE 121u
#define LOGINLINT_CODE_NORMALIZATION 122u
#define LOGINLINT_CODE_MIXED_SCRIPT 123u
#define LOGINLINT_CODE_MIXED_NUMBERS 124u
#define LOGINLINT_CODE_CONFUSABLE 125u
#define LOGINLINT_CODE_IDNA 126u
#define LOGINLINT_CODE_COMBINING_SEQUENCE 127u
#define LOGINLINT_FIELD_LOGIN_ID 0u
#define LOGINLINT_FIELD_PASSWORD 1u
#define LOGINLINT_FIELD_CARD_NUMBER 2u
#define LOGINLINT_FIELD_PIN 3u
#define LOGINLINT_VERDICT_FAIL 0u
#define LOGINLINT_VERDICT_ASK 1u
#define LOGINLINT_VERDICT_INCOMPLETE 2u
#define LOGINLINT_VERDICT_FIXED 3u
#define LOGINLINT_VERDICT_PASS 4u
#define LOGINLINT_SEVERITY_INFO 0u
#define LOGINLINT_SEVERITY_WARNING 1u
#define LOGINLINT_SEVERITY_ERROR 2u
#define LOGINLINT_LEVEL_NONE 0u
#define LOGINLINT_LEVEL_SAFE 1u
#define LOGINLINT_LEVEL_ASK 2u
#define LOGINLINT_OPERATION_NONE 0u
#define LOGINLINT_OPERATION_REPLACE 1u
#define LOGINLINT_OPERATION_DELETE 2u
#define LOGINLINT_OPERATION_INSERT 3u
#define LOGINLINT_OPERATION_FOLD 4u
#define LOGINLINT_OPERATION_LOWER 5u
#define LOGINLINT_OPERATION_UPPER 6u
#define LOGINLINT_OPERATION_DIGIT 7u
#define LOGINLINT_TABLE_NONE 0u
#define LOGINLINT_TABLE_KEYSTROKE 1u
#define LOGINLINT_TABLE_LOOKALIKE 2u
#define LOGINLINT_TABLE_COMPATIBILITY 3u
#define LOGINLINT_BASIS_FOLD 0u
#define LOGINLINT_BASIS_TRIM 1u
#define LOGINLINT_BASIS_CAPS_LOCK 2u
#define LOGINLINT_BASIS_FIRST_LETTER 3u
#define LOGINLINT_BASIS_ROMAJI_IME 4u
#define LOGINLINT_BASIS_KANA_LAYOUT 5u
#define LOGINLINT_BASIS_HANGUL_LAYOUT 6u
#define LOGINLINT_BASIS_CYRILLIC_LAYOUT 7u
#define LOGINLINT_BASIS_SYMBOL_LAYOUT 8u
#define LOGINLINT_BASIS_LOOKALIKE 9u
#define LOGINLINT_BASIS_PUNCTUATION 10u
#define LOGINLINT_BASIS_HYPHEN 11u
#define LOGINLINT_BASIS_EMAIL_DOMAIN 12u
#define LOGINLINT_BASIS_GREEK_LAYOUT 13u
#define LOGINLINT_BASIS_HEBREW_LAYOUT 14u
#define LOGINLINT_BASIS_ARABIC_LAYOUT 15u
#define LOGINLINT_BASIS_THAI_LAYOUT 16u
#define LOGINLINT_BASIS_UKRAINIAN_LAYOUT 17u
#define LOGINLINT_BASIS_AZERTY_LAYOUT 18u
#define LOGINLINT_BASIS_SHIFT 19u
#define LOGINLINT_BASIS_EXTRACT 20u
#define LOGINLINT_BASIS_ONCE 21u
#define LOGINLINT_BASIS_NATIONAL 22u
#define LOGINLINT_BASIS_NUM_LOCK 23u
#define LOGINLINT_BASIS_QWERTZ_LAYOUT 24u
#define LOGINLINT_REMEDY_NONE 0u
#define LOGINLINT_REMEDY_APPLY 1u
#define LOGINLINT_REMEDY_CHOOSE 2u
#define LOGINLINT_REMEDY_RETYPE 3u
#define LOGINLINT_REMEDY_LOOK 4u
#define LOGINLINT_REMEDY_GO 5u
#define LOGINLINT_KIND_ANY 0u
#define LOGINLINT_KIND_EMAIL 1u
#define LOGINLINT_KIND_NAME 2u
#define LOGINLINT_KIND_PHONE 3u
#define LOGINLINT_BRAND_NONE 0u
#define LOGINLINT_BRAND_VISA 1u
#define LOGINLINT_BRAND_MASTERCARD 2u
#define LOGINLINT_BRAND_JCB 3u
#define LOGINLINT_BRAND_AMEX 4u
#define LOGINLINT_BRAND_DINERS 5u
#define LOGINLINT_BRAND_UNIONPAY 6u
#define LOGINLINT_BRAND_DISCOVER 7u
#define LOGINLINT_BRAND_MAESTRO 8u
#define LOGINLINT_BRAND_MIR 9u
#define LOGINLINT_BRAND_ELO 10u
#define LOGINLINT_BRAND_HIPERCARD 11u
#define LOGINLINT_BRAND_HIPER 12u
#define LOGINLINT_BRAND_RUPAY 13u
#define LOGINLINT_BRAND_TROY 14u
#define LOGINLINT_BRAND_VERVE 15u
#define LOGINLINT_BRAND_UATP 16u
#define LOGINLINT_BRAND_DANKORT 17u
#define LOGINLINT_BRAND_MEEZA 18u
#define LOGINLINT_BRAND_MADA 19u
#define LOGINLINT_BRAND_CABAL 20u
#define LOGINLINT_BRAND_CARNET 21u
#define LOGINLINT_BRAND_NARANJA 22u
#define LOGINLINT_LANGUAGE_EN 0u
#define LOGINLINT_LANGUAGE_JA 1u
#define LOGINLINT_LANGUAGE_ZH_HANS 2u
#define LOGINLINT_LANGUAGE_KO 3u
#define LOGINLINT_PLATFORM_UNKNOWN 0u
#define LOGINLINT_PLATFORM_WINDOWS 1u
#define LOGINLINT_PLATFORM_MAC 2u
#define LOGINLINT_PLATFORM_LINUX 3u
#define LOGINLINT_PLATFORM_ANDROID 4u
#define LOGINLINT_PLATFORM_IOS 5u
#define LOGINLINT_SKIPPED_NORMALIZATION 0u
#define LOGINLINT_SKIPPED_BIDI 1u
#define LOGINLINT_SKIPPED_CONTEXT 2u
#define LOGINLINT_SKIPPED_CASE_MAPPING 3u
#define LOGINLINT_SKIPPED_IDNA 4u
#define LOGINLINT_SKIPPED_CONFUSABLES 5u
#define LOGINLINT_PREFLIGHT_STOP 0u
#define LOGINLINT_PREFLIGHT_WAIT 1u
#define LOGINLINT_PREFLIGHT_CAUTION 2u
#define LOGINLINT_PREFLIGHT_GO 3u
#define LOGINLINT_ERROR_NULL_POINTER 1u
#define LOGINLINT_ERROR_RECORD_SIZE 2u
#define LOGINLINT_ERROR_UNKNOWN_VALUE 3u
#define LOGINLINT_ERROR_SYNTAX 4u
#define LOGINLINT_ERROR_TOO_LONG 5u
#define LOGINLINT_RECORD_POLICY 0u
#define LOGINLINT_RECORD_CONTEXT 1u
#define LOGINLINT_RECORD_DIAGNOSTIC 2u
#define LOGINLINT_RECORD_REPORT 3u
#define LOGINLINT_RECORD_CANDIDATE 4u
#define LOGINLINT_RECORD_CANDIDATES 5u
#define LOGINLINT_RECORD_WHERE 6u
#define LOGINLINT_RECORD_SERVICE 7u
#define LOGINLINT_RECORD_FACTS 8u
#define LOGINLINT_RECORD_ADVICE 9u
#define LOGINLINT_RECORD_CAUSE 10u
#define LOGINLINT_RECORD_EXPLANATION 11u
#define LOGINLINT_LIST_CODE 0u
#define LOGINLINT_LIST_FIELD 1u
#define LOGINLINT_LIST_VERDICT 2u
#define LOGINLINT_LIST_SEVERITY 3u
#define LOGINLINT_LIST_LEVEL 4u
#define LOGINLINT_LIST_OPERATION 5u
#define LOGINLINT_LIST_TABLE 6u
#define LOGINLINT_LIST_BASIS 7u
#define LOGINLINT_LIST_BRAND 8u
#define LOGINLINT_LIST_LANGUAGE 9u
#define LOGINLINT_LIST_PLATFORM 10u
#define LOGINLINT_LIST_SKIPPED 11u
#define LOGINLINT_LIST_PREFLIGHT 12u
#define LOGINLINT_LIST_ERROR 13u
#define LOGINLINT_LIST_RECORD 14u
#define LOGINLINT_LIST_LIST 15u
#define LOGINLINT_LIST_FOUND 16u
#define LOGINLINT_LIST_EXPECTED 17u
#define LOGINLINT_LIST_ADVICE 18u
#define LOGINLINT_LIST_CLASS 19u
#define LOGINLINT_LIST_REASON 20u
#define LOGINLINT_LIST_PROFILE 21u
#define LOGINLINT_LIST_CAUSE 22u
#define LOGINLINT_LIST_REMEDY 23u
#define LOGINLINT_LIST_KIND 24u
#define LOGINLINT_LIST_SAME 25u
#define LOGINLINT_CLASS_UPPER 0u
#define LOGINLINT_CLASS_LOWER 1u
#define LOGINLINT_CLASS_DIGIT 2u
#define LOGINLINT_CLASS_SPECIAL 3u
#define LOGINLINT_CLASS_ASCII_PRINTABLE 4u
#define LOGINLINT_CLASS_UNICODE 5u
#define LOGINLINT_CLASS_CUSTOM 6u
#define LOGINLINT_CLASS_LETTER 7u
#define LOGINLINT_FOUND_END 0u
#define LOGINLINT_FOUND_TEXT 1u
#define LOGINLINT_FOUND_DUPLICATE 2u
#define LOGINLINT_FOUND_CONTRADICTION 3u
#define LOGINLINT_EXPECTED_PROPERTY 0u
#define LOGINLINT_EXPECTED_COLON 1u
#define LOGINLINT_EXPECTED_SEMICOLON 2u
#define LOGINLINT_EXPECTED_NUMBER 3u
#define LOGINLINT_EXPECTED_RANGE 4u
#define LOGINLINT_EXPECTED_CLASS 5u
#define LOGINLINT_EXPECTED_BRACKET 6u
#define LOGINLINT_EXPECTED_VALUE 7u
#define LOGINLINT_EXPECTED_DOMAIN 8u
#define LOGINLINT_EXPECTED_GROUPS 9u
#define LOGINLINT_EXPECTED_MIN_UP_TO_MAX 10u
#define LOGINLINT_EXPECTED_GROUPS_SUM 11u
#define LOGINLINT_EXPECTED_BRAND 12u
#define LOGINLINT_EXPECTED_TIME 13u
#define LOGINLINT_EXPECTED_OFFSET 14u
#define LOGINLINT_EXPECTED_YES_NO 15u
#define LOGINLINT_EXPECTED_FEWER 16u
#define LOGINLINT_EXPECTED_FIELD 17u
#define LOGINLINT_EXPECTED_DATE_TIME 18u
#define LOGINLINT_EXPECTED_LATER_END 19u
#define LOGINLINT_EXPECTED_TOGETHER 20u
#define LOGINLINT_EXPECTED_HYPHEN_FIRST 21u
#define LOGINLINT_EXPECTED_ASCII 22u
#define LOGINLINT_REASON_NONE 0u
#define LOGINLINT_REASON_CONTROLS 1u
#define LOGINLINT_REASON_SYMBOLS 2u
#define LOGINLINT_REASON_HAS_COMPAT 3u
#define LOGINLINT_REASON_OLD_HANGUL_JAMO 4u
#define LOGINLINT_REASON_UNASSIGNED 5u
#define LOGINLINT_REASON_CONTEXT 6u
#define LOGINLINT_REASON_SPACES 7u
#define LOGINLINT_REASON_PUNCTUATION 8u
#define LOGINLINT_REASON_IGNORABLE 9u
#define LOGINLINT_REASON_EXCEPTION 10u
#define LOGINLINT_REASON_OTHER_LETTER 11u
#define LOGINLINT_REASON_OTHER 12u
#define LOGINLINT_PROFILE_DEFAULT 0u
#define LOGINLINT_PROFILE_USERNAME_CASEMAPPED 1u
#define LOGINLINT_PROFILE_USERNAME_CASEPRESERVED 2u
#define LOGINLINT_PROFILE_OPAQUE 3u
#define LOGINLINT_PROFILE_NICKNAME 4u
#define LOGINLINT_PROFILE_NIST 5u
#define LOGINLINT_SAME_WIDTH 1u
#define LOGINLINT_SAME_CASE 2u
#define LOGINLINT_SAME_SEPARATORS 4u
#define LOGINLINT_SAME_COMPATIBILITY 8u
#define LOGINLINT_SAME_LOOKALIKES 16u
#define LOGINLINT_ADVICE_LOCKED 35u
#define LOGINLINT_ADVICE_REPEAT 17u
#define LOGINLINT_ADVICE_OFFLINE 0u
#define LOGINLINT_ADVICE_AIRPLANE_MODE 1u
#define LOGINLINT_ADVICE_CREDENTIALS_FORGOTTEN 9u
#define LOGINLINT_ADVICE_ACCOUNT_SUSPENDED 19u
#define LOGINLINT_ADVICE_PAYMENT_OVERDUE 13u
#define LOGINLINT_ADVICE_ARREARS_ELSEWHERE 20u
#define LOGINLINT_ADVICE_LIMIT_EXCEEDED 14u
#define LOGINLINT_ADVICE_MEMBERSHIP_LAPSED 15u
#define LOGINLINT_ADVICE_MAINTENANCE 32u
#define LOGINLINT_ADVICE_CARRIER_OUTAGE 3u
#define LOGINLINT_ADVICE_SERVICE_OUTAGE 4u
#define LOGINLINT_ADVICE_LAST_TRY 34u
#define LOGINLINT_ADVICE_NEAR_REPEAT 18u
#define LOGINLINT_ADVICE_MAINTENANCE_SOON 33u
#define LOGINLINT_ADVICE_OTHER_SITES_REACHABLE 2u
#define LOGINLINT_ADVICE_SERVICE_SUSPECTED 36u
#define LOGINLINT_ADVICE_APP_OUTDATED 5u
#define LOGINLINT_ADVICE_RESTARTED 6u
#define LOGINLINT_ADVICE_REINSTALLED 7u
#define LOGINLINT_ADVICE_STILL_FAILING 37u
#define LOGINLINT_ADVICE_CARD_REISSUED 8u
#define LOGINLINT_ADVICE_ID_KIND_UNSURE 21u
#define LOGINLINT_ADVICE_BIOMETRIC_NOT_ENROLLED 10u
#define LOGINLINT_ADVICE_BIOMETRIC_REMOVED 11u
#define LOGINLINT_ADVICE_FACE_COVERED 12u
#define LOGINLINT_ADVICE_LONG_UNUSED 16u
#define LOGINLINT_ADVICE_PASSWORD_MANAGER 22u
#define LOGINLINT_ADVICE_CHECKLIST 23u
#define LOGINLINT_CAUSE_INPUT_METHOD 1u
#define LOGINLINT_CAUSE_FULLWIDTH_INPUT 2u
#define LOGINLINT_CAUSE_KANA_INPUT 3u
#define LOGINLINT_CAUSE_OTHER_LAYOUT 4u
#define LOGINLINT_CAUSE_SYMBOL_LAYOUT 5u
#define LOGINLINT_CAUSE_CAPS_LOCK 6u
#define LOGINLINT_CAUSE_AUTO_CAPITAL 7u
#define LOGINLINT_CAUSE_NUM_LOCK 8u
#define LOGINLINT_CAUSE_SMART_PUNCTUATION 9u
#define LOGINLINT_CAUSE_PASTED_TEXT 20u
#define LOGINLINT_CAUSE_SEVERAL_VALUES 21u
#define LOGINLINT_CAUSE_REPEATED_VALUE 22u
#define LOGINLINT_CAUSE_MASKED_VALUE 23u
#define LOGINLINT_CAUSE_LOST_DIGITS 24u
#define LOGINLINT_CAUSE_INVISIBLE_CHARACTERS 25u
#define LOGINLINT_CAUSE_EDGE_SPACE 30u
#define LOGINLINT_CAUSE_INNER_SPACE 31u
#define LOGINLINT_CAUSE_SEPARATORS 32u
#define LOGINLINT_CAUSE_LETTER_CASE 33u
#define LOGINLINT_CAUSE_LOOKALIKE 34u
#define LOGINLINT_CAUSE_COUNTRY_CODE 35u
#define LOGINLINT_CAUSE_DAMAGED 36u
#define LOGINLINT_CAUSE_MISTYPED_DOMAIN 40u
#define LOGINLINT_CAUSE_INCOMPLETE_ADDRESS 41u
#define LOGINLINT_CAUSE_WRONG_DIGIT 42u
#define LOGINLINT_CAUSE_MISSING_DIGIT 43u
#define LOGINLINT_CAUSE_EXTRA_DIGIT 44u
#define LOGINLINT_CAUSE_LENGTH 45u
#define LOGINLINT_CAUSE_MISSING_CLASS 46u
#define LOGINLINT_CAUSE_REPEATS 47u
#define LOGINLINT_CAUSE_NOT_ALLOWED 48u
#define LOGINLINT_CAUSE_SCRIPT 49u
#define LOGINLINT_CAUSE_EMPTY 50u
#define LOGINLINT_CAUSE_WRONG_FIELD 51u
#define LOGINLINT_CAUSE_WRONG_KIND 52u
#define LOGINLINT_CAUSE_WRONG_BRAND 53u
#define LOGINLINT_CAUSE_UNKNOWN_BRAND 54u
/* generated: end */
/* clang-format on */

/* ---- records ----------------------------------------------------------------------------------------------------
 * Only u8/u16/u32 members at natural offsets, in host byte order; reserved members are zero.  `size` comes first: the
 * library sets it in every *_init, *_parse and check function, and refuses (LOGINLINT_ERROR_RECORD_SIZE) a record
 * that it is meant to read and that does not carry the size it knows.
 */

/* What a service accepts.  Opaque: made by loginlint_policy_init and loginlint_policy_parse, read by the checks. */
typedef struct loginlint_policy {
    uint32_t size;
    uint16_t abi;
    uint8_t field; /* LOGINLINT_FIELD_* */
    uint8_t reserved;
    uint32_t opaque[254];
} loginlint_policy; /* 1024 bytes */

/* What the platform knows; all zero but `size` is "nothing".  Filled by loginlint_context_init and by hand, or by
 * loginlint_context_parse; a member with none of its values is LOGINLINT_ERROR_UNKNOWN_VALUE. */
typedef struct loginlint_context {
    uint32_t size;
    uint8_t caps_lock; /* 0 unknown, 1 off, 2 on */
    uint8_t entry;     /* 0 unknown, 1 typed, 2 paste, 3 autofill */
    uint8_t keyboard;  /* 0 unknown, 1 hardware, 2 touch */
    uint8_t platform;  /* LOGINLINT_PLATFORM_* */
    uint8_t stage;     /* 0 typing, 1 submit */
    uint8_t composing; /* 1: an input method holds uncommitted text */
    uint8_t num_lock;  /* 0 unknown, 1 off, 2 on */
    uint8_t reserved;
    uint32_t failures;     /* failed attempts so far in this form */
    int32_t caps_evidence; /* from the report of another field typed on the same keyboard: centinats */
    uint32_t reserved2[3];
} loginlint_context; /* 32 bytes */

/* One finding.  Spans are of the input as given. */
typedef struct loginlint_diagnostic {
    uint16_t code;       /* LOGINLINT_CODE_* */
    uint8_t severity;    /* LOGINLINT_SEVERITY_* */
    uint8_t confidence;  /* 0-100: a calibrated probability for caps-lock, elsewhere a rank */
    uint8_t level;       /* of the fix: LOGINLINT_LEVEL_* */
    uint8_t operation;   /* of the fix: LOGINLINT_OPERATION_* */
    uint8_t table;       /* which table decided: LOGINLINT_TABLE_*; of `disallowed` the reason: LOGINLINT_REASON_* */
    uint8_t platform;    /* whose key the advice names: LOGINLINT_PLATFORM_* */
    uint32_t byte[2];    /* UTF-8 bytes */
    uint32_t utf16[2];   /* UTF-16 units */
    uint32_t character[2]; /* code points */
    uint32_t fix_at;     /* the replacement in the report's pool; 0, 0 for a password (see loginlint_fix) */
    uint32_t fix_length;
    uint32_t argument;   /* by code: a length limit, a class, ...; else the first code point, 0 in a secret field */
    uint16_t position;   /* of the first character as a person counts, from 1 (marks count with their base) */
    uint16_t position_end; /* the last character, as a person counts */
} loginlint_diagnostic;  /* 48 bytes */

/* The answer.  It is also the check's workspace: the stack stays small, and only what was written is wiped. */
typedef struct loginlint_report {
    uint32_t size;
    uint16_t abi;
    uint16_t header;  /* bytes before `diagnostics` */
    uint16_t stride;  /* bytes of one diagnostic */
    uint16_t unicode; /* that decided: major << 8 | minor */
    uint8_t field;
    uint8_t verdict;  /* LOGINLINT_VERDICT_* */
    uint8_t valid;    /* 1: the input as typed satisfies the policy */
    uint8_t secret;   /* 1: the value must not be shown (also an ID that looks like a card number) */
    uint8_t changed;  /* 1: `text` differs from the input and holds the corrected value; 0: the input is the text */
    uint8_t wellformed; /* 0: the input is not UTF-8 / UTF-16, there is no text */
    uint8_t brand;    /* LOGINLINT_BRAND_* */
    uint8_t quiet;    /* 1: composing; no candidates are to be computed */
    uint32_t count;   /* diagnostics in the record */
    uint32_t total;   /* diagnostics found; more than `count` when there was no room */
    uint32_t text_length;    /* bytes in `text`; 0 when not changed */
    uint32_t display_length; /* bytes in `display`: a card number in its brand's groups */
    uint32_t skipped;        /* 1 << LOGINLINT_SKIPPED_*: what only libloginlint-icu decides */
    int32_t caps_evidence;   /* to be chained into the next field's context: centinats */
    uint32_t input_length;   /* bytes of UTF-8 that the input has or would have */
    uint32_t limits[2];      /* where the length is told: the least and the most that may be; 0: no such limit */
    uint32_t digits;         /* 1: the policy takes digits only, and they are what is counted */
    uint32_t reserved;
    loginlint_diagnostic diagnostics[LOGINLINT_DIAGNOSTICS_MAX];
    uint8_t text[LOGINLINT_TEXT_MAX];
    uint8_t display[64];
    uint8_t pool[LOGINLINT_POOL_MAX];
    uint32_t work[6 * (LOGINLINT_INPUT_MAX + 1)]; /* scratch: zero outside the library */
} loginlint_report; /* 64 + 3072 + 1088 + 64 + 1536 + 24600 = 30424 bytes */

/* One whole-value alternative. */
typedef struct loginlint_candidate {
    uint32_t bases;     /* every cause undone, 1 << LOGINLINT_BASIS_* */
    uint8_t basis;      /* the leading one: LOGINLINT_BASIS_* */
    uint8_t confidence; /* 0-100, a rank */
    uint8_t unique;     /* 1: the only candidate that its basis allows */
    uint8_t case_lost;  /* 1: the layout hides which letters were capitals; lower case is assumed */
    uint32_t length;
    uint8_t text[LOGINLINT_CANDIDATE_TEXT_MAX];
} loginlint_candidate; /* 268 bytes */

typedef struct loginlint_candidates {
    uint32_t size;
    uint32_t allowed; /* in: 1 << LOGINLINT_BASIS_* of the bases to try; 0 means all */
    uint32_t count;
    uint32_t secret; /* 1: show a basis, never a text (also of an ID that looks like a card number), as the report says */
    loginlint_candidate candidate[LOGINLINT_CANDIDATES_MAX];
    uint32_t work[12288]; /* scratch: zero outside the library */
} loginlint_candidates; /* 51312 bytes */

/* What the person or the device did: one act, whatever the number of findings that it left behind. */
typedef struct loginlint_cause {
    uint8_t code;       /* LOGINLINT_CAUSE_* */
    uint8_t remedy;     /* LOGINLINT_REMEDY_* */
    uint8_t confidence; /* 0-100, as of its surest finding */
    uint8_t severity;   /* LOGINLINT_SEVERITY_* of its gravest finding */
    uint8_t candidate;  /* with the remedy `choose`: which one; else LOGINLINT_NOTHING */
    uint8_t basis;      /* with the remedy `choose`: LOGINLINT_BASIS_* that undoes it; else LOGINLINT_NOTHING */
    uint8_t case_lost;  /* of that candidate */
    uint8_t secret;     /* 1: no character of the value is here */
    uint16_t diagnostic; /* of its leading finding: LOGINLINT_CODE_* */
    uint8_t operations;  /* 1 << LOGINLINT_OPERATION_*: what the fixes of its findings do */
    uint8_t reason;      /* of that finding: `table` of its diagnostic */
    uint8_t field;       /* LOGINLINT_FIELD_* where the value was typed */
    uint8_t place;       /* the field that it belongs to, or LOGINLINT_NOTHING */
    uint8_t kind;        /* what the policy takes for a login ID: LOGINLINT_KIND_* */
    uint8_t brand;       /* LOGINLINT_BRAND_* */
    uint8_t platform;    /* LOGINLINT_PLATFORM_*: whose key the advice names */
    uint8_t keyboard;    /* 0 unknown, 1 hardware, 2 touch */
    uint8_t known;       /* 1: the platform reported the state of the key */
    uint8_t classes;     /* 1 << LOGINLINT_CLASS_*: what is missing */
    uint16_t position;   /* of the span's first and last character, as a person counts, from 1 */
    uint16_t position_end;
    uint32_t diagnostics[2]; /* bit i % 32 of word i / 32: diagnostic i of the report belongs to it */
    uint16_t places;         /* findings of its own kind that a person has to know of */
    uint8_t digits;          /* 1: digits only, and they are what is counted */
    uint8_t reserved;
    uint32_t byte[2];        /* the span to look at: UTF-8 bytes */
    uint32_t utf16[2];       /* UTF-16 units */
    uint32_t character[2];   /* code points */
    uint32_t limits[2];      /* the least and the most that may be; 0: no such limit */
    uint32_t count;          /* characters or digits as they count against the limits */
    uint32_t argument;       /* the first code point of its leading finding; 0 for a secret, or where it is about none */
    uint32_t meant;          /* that finding's replacement, if it is one code point; 0 for a secret */
} loginlint_cause;           /* 80 bytes */

typedef struct loginlint_explanation {
    uint32_t size;
    uint32_t count; /* causes in the record, most helpful first */
    uint32_t left;  /* causes for which there was no place: the last one has their diagnostics */
    uint32_t reserved;
    loginlint_cause cause[LOGINLINT_CAUSES_MAX];
} loginlint_explanation; /* 256 bytes */

/* Where a rule, context, service or facts string is wrong. */
typedef struct loginlint_where {
    uint32_t size;
    uint32_t offset; /* bytes from the start of the string */
    uint32_t length; /* of what was found there; 0 at the end of the string */
    uint16_t found;    /* LOGINLINT_FOUND_* */
    uint16_t expected; /* LOGINLINT_EXPECTED_* */
} loginlint_where; /* 16 bytes */

/* A service's lock-out rule and maintenance windows, by loginlint_service_parse. */
typedef struct loginlint_service {
    uint32_t size;
    uint32_t lock_min, lock_max; /* the account locks at one of these counts of failures; 0: not said */
    int32_t utc_offset;          /* minutes east of UTC in which the windows are written */
    uint32_t count;              /* windows */
    uint32_t offset_given;       /* 1: utc_offset was said; 0: windows are in the offset of facts->now */
    uint32_t reserved[2];
    struct loginlint_window {
        uint8_t kind;  /* 1: every week, 2: every year, 3: once, 4: every day */
        uint8_t reserved[3];
        uint32_t year; /* of a window that comes once, else 0 */
        uint32_t from; /* daily: minutes since 00:00; weekly: since Monday 00:00; dated: month << 16 | day << 11 | minute */
        uint32_t to;   /* as `from`, exclusive; daily and weekly always more than `from`; dated with month 0: `day` days
                          after the first */
        uint32_t to_year;
    } window[LOGINLINT_WINDOWS_MAX];
} loginlint_service; /* 352 bytes */

/* What the app knows: bit n of `known` says that fact n is known, of `yes` that it holds. */
typedef struct loginlint_facts {
    uint32_t size;
    uint32_t failures; /* the app's own count; 0 when unknown */
    uint32_t known, yes;
    uint32_t now[2];   /* seconds since 1970-01-01T00:00Z, low word first; 0, 0: the time is unknown */
    uint32_t soon;     /* minutes before a window that count as "soon"; 0 means 30 */
    int32_t utc_offset; /* minutes east of UTC of `now`; the answer's too, unless the service says another */
} loginlint_facts; /* 32 bytes */

typedef struct loginlint_advice_item {
    uint16_t code;     /* LOGINLINT_ADVICE_* */
    uint8_t severity;  /* LOGINLINT_SEVERITY_* */
    uint8_t verdict;   /* LOGINLINT_PREFLIGHT_*: what this item alone would ask for */
    uint32_t argument; /* maintenance-soon: minutes until it starts; both maintenance codes: + 65536 when `until` is in the
                          service's offset and `now` was in another; last-try: 1 when it may be locked already */
    uint32_t until[2]; /* end of the maintenance: seconds since 1970-01-01T00:00Z, low word first; 0, 0: none */
} loginlint_advice_item; /* 16 bytes */

typedef struct loginlint_advice {
    uint32_t size;
    uint32_t verdict; /* LOGINLINT_PREFLIGHT_* */
    uint32_t count;
    int32_t utc_offset;
    loginlint_advice_item item[LOGINLINT_ADVICE_MAX];
} loginlint_advice; /* 528 bytes */

/* ---- the library ------------------------------------------------------------------------------------------------ */

/* LOGINLINT_ABI of the library that was loaded. */
LOGINLINT_API uint32_t loginlint_abi(void);

/* "1.0.0"; static. */
LOGINLINT_API const char *loginlint_version(void);

/* The size in bytes of record LOGINLINT_RECORD_*, 0 for an unknown one: what a binding compares when it loads. */
LOGINLINT_API uint32_t loginlint_sizeof(uint32_t record);

/* Overwrites n bytes with zeros in a way that the compiler does not remove. */
LOGINLINT_API void loginlint_wipe(void *record, uint32_t n);

/* ---- policy and context ------------------------------------------------------------------------------------------ */

/* Makes the built-in policy of a field (LOGINLINT_FIELD_*): login ID 1-254 of letters, digits and ._+-@; password
 * printable ASCII; card number 12-19 digits by brand with Luhn; PIN 4 digits.  0 or an error. */
LOGINLINT_API int32_t loginlint_policy_init(loginlint_policy *policy, uint32_t field);

/* Makes the policy of a field from a rule string of n bytes, strictly: the first error is described in `where` (may be
 * NULL), -LOGINLINT_ERROR_SYNTAX is returned, and the policy is the field's built-in one.  The policy must have been
 * initialised for its field. */
LOGINLINT_API int32_t loginlint_policy_parse(loginlint_policy *policy, const char *rules, uint32_t n,
                                             loginlint_where *where);

/* The same, leniently: what the reference parser of the HTML `passwordrules` attribute makes of the string; what it
 * cannot read is passed over.  Never fails on a string. */
LOGINLINT_API int32_t loginlint_policy_parse_lenient(loginlint_policy *policy, const char *rules, uint32_t n);

/* Writes the canonical rule string, which parses to the same policy: strictly, or leniently where the lenient reading
 * left a minlength above the maxlength.  Bytes needed, or an error. */
LOGINLINT_API int32_t loginlint_policy_print(const loginlint_policy *policy, char *out, uint32_t capacity);

/* Nothing known. */
LOGINLINT_API int32_t loginlint_context_init(loginlint_context *context);

/* Reads "caps-lock: on; entry: typed; ..." (n bytes).  0, or -LOGINLINT_ERROR_SYNTAX with `where` (may be NULL). */
LOGINLINT_API int32_t loginlint_context_parse(loginlint_context *context, const char *text, uint32_t n,
                                              loginlint_where *where);

/* ---- checks ------------------------------------------------------------------------------------------------------ */

/* Checks n bytes of UTF-8.  `context` may be NULL.  0 or an error, with which the
 * verdict is `fail` and the report is otherwise empty. */
LOGINLINT_API int32_t loginlint_check(const loginlint_policy *policy, const loginlint_context *context,
                                      const uint8_t *input, uint32_t n, loginlint_report *report);

/* The same for n units of UTF-16, as JavaScript, Java and Swift hold them; a lone surrogate is `invalid-encoding`.
 * `text`, `pool` and byte spans are those of the UTF-8 form. */
LOGINLINT_API int32_t loginlint_check_utf16(const loginlint_policy *policy, const loginlint_context *context,
                                            const uint16_t *input, uint32_t n, loginlint_report *report);

/* Writes the replacement of diagnostic i, which the record itself leaves out for a password.  `input` is what was
 * checked.  Bytes needed (0 for a deletion), or an error. */
LOGINLINT_API int32_t loginlint_fix(const loginlint_report *report, uint32_t i, const uint8_t *input, uint32_t n,
                                    uint8_t *out, uint32_t capacity);

/* ---- keys and batches -------------------------------------------------------------------------------------------- */

/* The key under which two login IDs are the same to a person, in UTF-8: what a table of users is searched by before a new
 * ID is taken, or indexed by.  `same` is a sum of LOGINLINT_SAME_*:
 *
 *   width          full-width and half-width forms, what an input method gives for a key, every space, hyphen and quote
 *   case           capital and small letters of ASCII
 *   separators     spaces, hyphens, underscores, full stops; in a domain they stay
 *   compatibility  ligatures, circled and styled letters, digits of other scripts
 *   look-alikes    0 and O; 1, I and l; letters of other scripts that look like Latin ones; not in a domain
 *
 * Spaces at the ends and what nobody sees are never part of a key.  A key is its own key.  Bytes needed, or an error:
 * -LOGINLINT_ERROR_UNKNOWN_VALUE for another `same`, -LOGINLINT_ERROR_TOO_LONG over LOGINLINT_INPUT_MAX.  A byte that is not
 * of UTF-8 counts as U+FFFD.  The key of a secret is as secret. */
LOGINLINT_API int32_t loginlint_key(uint32_t same, const uint8_t *input, uint32_t n, uint8_t *key, uint32_t capacity);
LOGINLINT_API int32_t loginlint_key_utf16(uint32_t same, const uint16_t *input, uint32_t n, uint8_t *key,
                                          uint32_t capacity);

/* Checks `count` values that lie one behind the other, as Arrow and NumPy hold them: value i is
 * bytes[offsets[i] .. offsets[i + 1]), so there are count + 1 offsets.  verdicts[i] is its LOGINLINT_VERDICT_*; causes[i]
 * (`causes` may be NULL) the code of its first cause, or LOGINLINT_NOTHING; the other records are the workspace, and
 * `candidates` may be NULL where nobody needs the best first cause.  0, or an error: -LOGINLINT_ERROR_UNKNOWN_VALUE where an
 * offset is less than the one before it, and nothing is checked. */
LOGINLINT_API int32_t loginlint_check_batch(const loginlint_policy *policy, const loginlint_context *context,
                                            const uint8_t *bytes, const uint32_t *offsets, uint32_t count,
                                            uint8_t *verdicts, uint8_t *causes, loginlint_report *report,
                                            loginlint_candidates *candidates, loginlint_explanation *explanation);

/* ---- candidates (keyboard.o, linked only when used) --------------------------------------------------------------- */

/* Whole-value alternatives, best first, each satisfying the policy, for values of at most 128 code points: Caps Lock,
 * input methods and layouts undone, look-alikes and punctuation read as they were meant.  Set `allowed` before the call.
 *
 * What accepting each basis costs when a *server* uses it to forgive typos (percentage points added to an attacker's
 * success within 10 / 1,000 guesses; Chatterjee et al., IEEE S&P 2016, fig. 5, RockYou): caps-lock and first-letter
 * together 0.03 / 0.51; dropping a last character as well (trim) 0.22 / 1.41.  The other bases map characters that the
 * service's alphabet does not have, so they cost nothing as long as the alphabet is enforced.  A client that only shows
 * them costs nothing; never submit several. */
LOGINLINT_API int32_t loginlint_candidates_find(const loginlint_policy *policy, const loginlint_context *context,
                                                const uint8_t *input, uint32_t n, loginlint_candidates *candidates);
LOGINLINT_API int32_t loginlint_candidates_find_utf16(const loginlint_policy *policy, const loginlint_context *context,
                                                      const uint16_t *input, uint32_t n,
                                                      loginlint_candidates *candidates);

/* ---- causes ------------------------------------------------------------------------------------------------------- */

/* Turns a report into causes: what happened, and what to do about it, in the person's terms.  All arguments are those
 * of the check; `candidates` are what loginlint_candidates_find gave for them, or NULL while nobody has asked: then `retype` and
 * `look` stand where one could be chosen, and kana are told as an input method's, whichever way they were typed.  A
 * value that passes, is incomplete, or was only remarked on has no cause; otherwise each diagnostic above info has
 * exactly one.  0 or an error: -LOGINLINT_ERROR_UNKNOWN_VALUE also where the input cannot be the report's.
 *
 * What to do, by `remedy`: apply - offer `text`; choose - offer candidate `candidate`, a secret's by its basis; retype -
 * say which key to press, then type again; look - point at the span; go - name the field, kind or brand that it belongs
 * to; none - nothing. */
LOGINLINT_API int32_t loginlint_explain(const loginlint_policy *policy, const loginlint_context *context,
                                        const uint8_t *input, uint32_t n, const loginlint_report *report,
                                        const loginlint_candidates *candidates, loginlint_explanation *explanation);
LOGINLINT_API int32_t loginlint_explain_utf16(const loginlint_policy *policy, const loginlint_context *context,
                                              const uint16_t *input, uint32_t n, const loginlint_report *report,
                                              const loginlint_candidates *candidates,
                                              loginlint_explanation *explanation);

/* ---- words (message.o, json.o, name.o) ---------------------------------------------------------------------------- */

/* The sentence for diagnostic i, in LOGINLINT_LANGUAGE_*.  It never quotes a character of a secret. */
LOGINLINT_API int32_t loginlint_message(const loginlint_report *report, uint32_t i, uint32_t language, uint8_t *out,
                                        uint32_t capacity);

/* The two sentences for cause i: what happened, and what to do (with `apply` and `choose`: what the button says). */
LOGINLINT_API int32_t loginlint_cause_message(const loginlint_explanation *explanation, uint32_t i, uint32_t language,
                                              uint8_t *out, uint32_t capacity);
LOGINLINT_API int32_t loginlint_cause_next(const loginlint_explanation *explanation, uint32_t i, uint32_t language,
                                           uint8_t *out, uint32_t capacity);

/* What a value of LOGINLINT_LIST_* means: a sentence for a code, cause or advice ("Caps Lock may have been on."), a word or
 * two for a field, verdict, severity, preflight verdict, remedy, operation, basis, brand, class or reason ("without spaces
 * at the ends").  Static UTF-8; NULL if there is none. */
LOGINLINT_API const char *loginlint_describe(uint32_t list, uint32_t value, uint32_t language);

/* The report as one JSON object without a newline.  `candidates` and `explanation` may be NULL.  `input` is what was
 * checked (UTF-8); with LOGINLINT_JSON_REVEAL values of secrets are shown, otherwise left out. */
#define LOGINLINT_JSON_REVEAL 1u
LOGINLINT_API int32_t loginlint_json(const loginlint_report *report, const loginlint_candidates *candidates,
                                     const loginlint_explanation *explanation, const uint8_t *input, uint32_t n,
                                     uint32_t flags, uint32_t language, uint8_t *out, uint32_t capacity);

/* The name of a value ("caps-lock" for LOGINLINT_LIST_CODE, LOGINLINT_CODE_CAPS_LOCK); static, NULL if unknown. */
LOGINLINT_API const char *loginlint_name(uint32_t list, uint32_t value);

/* The value of a name of n bytes, or -LOGINLINT_ERROR_UNKNOWN_VALUE. */
LOGINLINT_API int32_t loginlint_value(uint32_t list, const char *name, uint32_t n);

/* Preset i: its name ("pin-4"), its rule string, its field, what it is for.  NULL / an error past the last. */
LOGINLINT_API const char *loginlint_preset_name(uint32_t i);
LOGINLINT_API const char *loginlint_preset_rules(uint32_t i);
LOGINLINT_API const char *loginlint_preset_about(uint32_t i, uint32_t language);
LOGINLINT_API int32_t loginlint_preset_field(uint32_t i);

/* ---- preflight (preflight.o) --------------------------------------------------------------------------------------- */

/* "lock-after: 3-5; maintenance: mon 00:00-07:00; utc-offset: +09:00", n bytes.  0, or -LOGINLINT_ERROR_SYNTAX with
 * `where` (may be NULL) and a service of which nothing is known; so for facts. */
LOGINLINT_API int32_t loginlint_service_parse(loginlint_service *service, const char *text, uint32_t n,
                                              loginlint_where *where);

/* "failures: 2; offline: no; app-outdated: yes", n bytes; `soon: 60` as well.  The time is unknown afterwards. */
LOGINLINT_API int32_t loginlint_facts_parse(loginlint_facts *facts, const char *text, uint32_t n,
                                            loginlint_where *where);

/* "2026-11-23T06:30:00+09:00", n bytes, into facts->now and facts->utc_offset: RFC 3339, after 1970.  The
 * facts must have been made by loginlint_facts_parse (of no bytes, if nothing else is known). */
LOGINLINT_API int32_t loginlint_facts_now(loginlint_facts *facts, const char *text, uint32_t n, loginlint_where *where);

/* Is it worth spending an attempt now?  Most urgent advice first; an unknown fact never produces any.  `service` may be
 * NULL.  -LOGINLINT_ERROR_UNKNOWN_VALUE for a time after the year 9999 or an offset of a day or more. */
LOGINLINT_API int32_t loginlint_preflight(const loginlint_service *service, const loginlint_facts *facts,
                                          loginlint_advice *advice);

/* The sentence for item i, and what to do next. */
LOGINLINT_API int32_t loginlint_advice_message(const loginlint_advice *advice, uint32_t i, uint32_t language,
                                               uint8_t *out, uint32_t capacity);
LOGINLINT_API int32_t loginlint_advice_next(const loginlint_advice *advice, uint32_t i, uint32_t language, uint8_t *out,
                                            uint32_t capacity);
LOGINLINT_API int32_t loginlint_advice_json(const loginlint_advice *advice, uint32_t language, uint8_t *out,
                                            uint32_t capacity);

/* An opaque tag over (login ID, secret) for recognising a repeated attempt: out[0..7] SipHash-2-4 of the exact pair,
 * out[8..15] of the pair with the secret folded by case and width.  Under a random key per screen, in memory only; a
 * tag is never to be stored or sent. */
LOGINLINT_API int32_t loginlint_tag(const uint8_t key[16], const uint8_t *id, uint32_t id_length, const uint8_t *secret,
                                    uint32_t secret_length, uint8_t out[16]);

/* How a tag compares with the one kept: 0 different, 1 the same pair, 2 the same but for case or width. */
LOGINLINT_API int32_t loginlint_tag_compare(const uint8_t kept[16], const uint8_t now[16]);

/* ---- the whole of Unicode (libloginlint-icu) ------------------------------------------------------------------------
 * Declared here, but not in libloginlint: these functions are in a library of their own, which needs libicu.  Link
 * -lloginlint-icu before -lloginlint (`pkg-config --libs loginlint-icu`).  Everything above stays as it is without it.  A secret never
 * reaches ICU's heap: only property look-ups and normalisation into the caller's buffers are used on it.
 */

/* loginlint_check, and then what it lists under `skipped`: the PRECIS profile of the policy (normalisation, case, width,
 * string class, contextual rules, the Bidi rule), mixed scripts and numbers, the domain of an address by UTS #46.
 * `skipped` keeps what was not decided; `unicode` is the version that decided.  Without `profile` in the policy: `opaque`
 * for a password, `username-casemapped` for an ID under `case: lower`, else `username-casepreserved`; the characters and
 * orders that only this default refuses are told or asked about, because `charset: unicode` takes them.  A password is
 * never changed: what a profile would map is told as `info`.  The domain of an address that is written in two ways has an
 * `idna` diagnostic of severity `info` for each other way: `table` is LOGINLINT_DOMAIN_ASCII or 0 (the display form), and
 * fix_length bytes at pool + fix_at are the domain in that form. */
LOGINLINT_API int32_t loginlint_icu_check(const loginlint_policy *policy, const loginlint_context *context,
                                          const uint8_t *input, uint32_t n, loginlint_report *report);
LOGINLINT_API int32_t loginlint_icu_check_utf16(const loginlint_policy *policy, const loginlint_context *context,
                                                const uint16_t *input, uint32_t n, loginlint_report *report);

/* Takes out of the candidates that loginlint_candidates_find or its twin found, with the same policy and context, those that
 * loginlint_icu_check does not call valid.  0 or an error; after an error there are none. */
LOGINLINT_API int32_t loginlint_icu_candidates_filter(const loginlint_policy *policy, const loginlint_context *context,
                                                      loginlint_candidates *candidates);

/* Enforces LOGINLINT_PROFILE_* on n bytes of UTF-8 (at most LOGINLINT_INPUT_MAX): the mapped value goes to `out`, its
 * length is returned.  finding->code is 0, or why the value is refused (then nothing is written and 0 is returned):
 * `disallowed` with LOGINLINT_REASON_* in `table`, `bidi-rule` with the number of the condition there, `empty`,
 * `combining-sequence`, `too-long`, `invalid-encoding`; with its span, and the code point in `argument`. */
LOGINLINT_API int32_t loginlint_icu_profile(uint32_t profile, const uint8_t *input, uint32_t n, uint8_t *out,
                                            uint32_t capacity, loginlint_diagnostic *finding);

/* A domain name by UTS #46, non-transitional: its display form, or with LOGINLINT_DOMAIN_ASCII its ASCII form.
 * finding->code is 0 or `idna`, with the span of the label and the number of ICU's UIDNA_ERROR_* bit in `argument`. */
#define LOGINLINT_DOMAIN_ASCII 1u
#define LOGINLINT_DOMAIN_STD3 2u    /* letters, digits and hyphens only, among ASCII */
#define LOGINLINT_DOMAIN_LENIENT 4u /* as browsers: any length, hyphens anywhere */
LOGINLINT_API int32_t loginlint_icu_domain(const uint8_t *input, uint32_t n, uint32_t flags, uint8_t *out,
                                           uint32_t capacity, loginlint_diagnostic *finding);

/* Does a login ID look like an entry of `reserved` (names separated by commas or newlines; UTS #39)?  0, or the number of
 * the first such entry, from 1; an equal one counts.  -LOGINLINT_ERROR_TOO_LONG: ill-formed, or of characters that stand
 * for so many that nothing was decided.  Never for a secret: ICU keeps copies. */
LOGINLINT_API int32_t loginlint_icu_confusable(const uint8_t *input, uint32_t n, const char *reserved, uint32_t length);

/* loginlint_key with the whole of Unicode: letter case and compatibility by NFKC_Casefold, look-alikes by the skeleton of
 * UTS #39.  Its keys are not those of the core, and depend on the version of ICU: an index of them is built again with
 * another one.  -LOGINLINT_ERROR_TOO_LONG also where the key has no room in 1,024 units, or a letter has so many marks that
 * none is found.  Never for a secret. */
LOGINLINT_API int32_t loginlint_icu_key(uint32_t same, const uint8_t *input, uint32_t n, uint8_t *key, uint32_t capacity);

#ifdef __cplusplus
}
#endif

#endif
