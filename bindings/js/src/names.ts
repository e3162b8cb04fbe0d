// SPDX-License-Identifier: MIT
// Generated from the definitions of the core by generate.py; do not edit.

export const CODE: Record<number, string> = { 1: 'empty', 2: 'too-short', 3: 'too-long', 4: 'too-large', 10: 'invalid-encoding', 20: 'fullwidth-form', 21: 'halfwidth-kana', 22: 'mixed-width', 23: 'compatibility-form', 24: 'foreign-digit', 30: 'edge-space', 31: 'inner-space', 32: 'unusual-space', 33: 'invisible-character', 34: 'bidi-control', 35: 'control-character', 40: 'dash-lookalike', 41: 'hyphen-stray', 42: 'hyphen-missing', 43: 'hyphen-misplaced', 44: 'separator', 50: 'ime-kana', 51: 'kana-layout', 52: 'ime-kanji', 53: 'hangul-layout', 54: 'other-layout', 55: 'symbol-layout', 56: 'num-lock', 60: 'caps-lock', 61: 'auto-capital', 62: 'letter-case', 70: 'lookalike-digit', 71: 'lookalike-letter', 72: 'smart-punctuation', 73: 'yen-backslash', 80: 'not-allowed', 81: 'missing-class', 82: 'too-many-repeats', 83: 'unassigned', 90: 'checksum', 91: 'unknown-brand', 92: 'wrong-brand', 100: 'email-syntax', 101: 'email-domain-typo', 102: 'wrong-kind', 110: 'wrong-field', 111: 'surrounding-text', 112: 'several-values', 113: 'repeated-value', 114: 'masked-value', 115: 'lost-digits', 116: 'country-code', 117: 'encoded-text', 118: 'digit-extra', 120: 'disallowed', 121: 'bidi-rule', 122: 'normalization', 123: 'mixed-script', 124: 'mixed-numbers', 125: 'confusable', 126: 'idna', 127: 'combining-sequence' };

export const FIELD: string[] = ['login-id', 'password', 'card-number', 'pin'];

export const VERDICT: string[] = ['fail', 'ask', 'incomplete', 'fixed', 'pass'];

export const SEVERITY: string[] = ['info', 'warning', 'error'];

export const LEVEL: string[] = ['none', 'safe', 'ask'];

export const OPERATION: string[] = ['none', 'replace', 'delete', 'insert', 'fold', 'lower', 'upper', 'digit'];

export const BASIS: string[] = ['fold', 'trim', 'caps-lock', 'first-letter', 'romaji-ime', 'kana-layout', 'hangul-layout', 'cyrillic-layout', 'symbol-layout', 'lookalike', 'punctuation', 'hyphen', 'email-domain', 'greek-layout', 'hebrew-layout', 'arabic-layout', 'thai-layout', 'ukrainian-layout', 'azerty-layout', 'shift', 'extract', 'once', 'national', 'num-lock', 'qwertz-layout'];

export const BRAND: string[] = ['none', 'visa', 'mastercard', 'jcb', 'amex', 'diners', 'unionpay', 'discover', 'maestro', 'mir', 'elo', 'hipercard', 'hiper', 'rupay', 'troy', 'verve', 'uatp', 'dankort', 'meeza', 'mada', 'cabal', 'carnet', 'naranja'];

export const SKIPPED: string[] = ['normalization', 'bidi', 'context', 'case-mapping', 'idna', 'confusables'];

export const FOUND: string[] = ['the end', 'this', 'a second one', 'a contradiction'];

export const EXPECTED: string[] = ['the name of a property', 'a colon', 'a semicolon or the end', 'a number in range', 'a number or a range such as 14-19', 'upper, lower, digit, special, ascii-printable, unicode or [characters]', 'a closing bracket', 'one of the values that the property takes', 'a domain name', 'groups such as 4-4-4-4', 'a minimum no larger than the maximum', 'groups that add up to the number of digits', 'the name of a card brand', 'a time such as mon 00:00-07:00 or 01-01 00:00 - 01-02 07:00', 'an offset such as +09:00', 'yes or no', 'fewer of them', 'a property that this field has', 'a date and time such as 2026-11-23T06:30:00+09:00', 'an end after the start', 'properties that go together', 'the hyphen as the first character in the brackets', 'a printable ASCII character'];

export const CAUSE: Record<number, string> = { 1: 'input-method', 2: 'fullwidth-input', 3: 'kana-input', 4: 'other-layout', 5: 'symbol-layout', 6: 'caps-lock', 7: 'auto-capital', 8: 'num-lock', 9: 'smart-punctuation', 20: 'pasted-text', 21: 'several-values', 22: 'repeated-value', 23: 'masked-value', 24: 'lost-digits', 25: 'invisible-characters', 30: 'edge-space', 31: 'inner-space', 32: 'separators', 33: 'letter-case', 34: 'lookalike', 35: 'country-code', 36: 'damaged', 40: 'mistyped-domain', 41: 'incomplete-address', 42: 'wrong-digit', 43: 'missing-digit', 44: 'extra-digit', 45: 'length', 46: 'missing-class', 47: 'repeats', 48: 'not-allowed', 49: 'script', 50: 'empty', 51: 'wrong-field', 52: 'wrong-kind', 53: 'wrong-brand', 54: 'unknown-brand' };

export const REMEDY: string[] = ['none', 'apply', 'choose', 'retype', 'look', 'go'];

export const ADVICE: Record<number, string> = { 0: 'offline', 1: 'airplane-mode', 2: 'other-sites-reachable', 3: 'carrier-outage', 4: 'service-outage', 5: 'app-outdated', 6: 'restarted', 7: 'reinstalled', 8: 'card-reissued', 9: 'credentials-forgotten', 10: 'biometric-not-enrolled', 11: 'biometric-removed', 12: 'face-covered', 13: 'payment-overdue', 14: 'limit-exceeded', 15: 'membership-lapsed', 16: 'long-unused', 17: 'repeat', 18: 'near-repeat', 19: 'account-suspended', 20: 'arrears-elsewhere', 21: 'id-kind-unsure', 22: 'password-manager', 23: 'checklist', 32: 'maintenance', 33: 'maintenance-soon', 34: 'last-try', 35: 'locked', 36: 'service-suspected', 37: 'still-failing' };

export const PREFLIGHT: string[] = ['stop', 'wait', 'caution', 'go'];

export const SAME: Record<number, string> = { 1: 'width', 2: 'case', 4: 'separators', 8: 'compatibility', 16: 'look-alikes' };

export const PROPERTY: string[] = ['allowed', 'brands', 'case', 'charset', 'checksum', 'digits', 'domains', 'fold', 'groups', 'hyphens', 'kind', 'max-consecutive', 'maxlength', 'minlength', 'profile', 'purpose', 'required', 'spaces'];

export const WORD: string[] = ['amex', 'any', 'apply', 'ascii', 'ascii-printable', 'cabal', 'carnet', 'create', 'dankort', 'digit', 'diners', 'discover', 'elo', 'email', 'forbid', 'hiper', 'hipercard', 'ignore', 'jcb', 'keep', 'login', 'lower', 'luhn', 'mada', 'maestro', 'mastercard', 'meeza', 'mir', 'name', 'naranja', 'nickname', 'nist', 'none', 'off', 'opaque', 'phone', 'preserve', 'require', 'rupay', 'special', 'suggest', 'trim', 'troy', 'uatp', 'unicode', 'unionpay', 'upper', 'username-casemapped', 'username-casepreserved', 'verve', 'visa'];

export const enum Policy {
  SIZE = 1024,
  size = 0,
  abi = 4,
  field = 6,
}

export const enum Context {
  SIZE = 32,
  size = 0,
  caps_lock = 4,
  entry = 5,
  keyboard = 6,
  platform = 7,
  stage = 8,
  composing = 9,
  num_lock = 10,
  failures = 12,
  caps_evidence = 16,
}

export const enum Where {
  SIZE = 16,
  size = 0,
  offset = 4,
  length = 8,
  found = 12,
  expected = 14,
}

export const enum Diagnostic {
  SIZE = 48,
  code = 0,
  severity = 2,
  confidence = 3,
  level = 4,
  operation = 5,
  table = 6,
  platform = 7,
  byte = 8,
  utf16 = 16,
  character = 24,
  fix_at = 32,
  fix_length = 36,
  argument = 40,
  position = 44,
  position_end = 46,
}

export const enum Report {
  SIZE = 30424,
  size = 0,
  abi = 4,
  header = 6,
  stride = 8,
  unicode = 10,
  field = 12,
  verdict = 13,
  valid = 14,
  secret = 15,
  changed = 16,
  wellformed = 17,
  brand = 18,
  quiet = 19,
  count = 20,
  total = 24,
  text_length = 28,
  display_length = 32,
  skipped = 36,
  caps_evidence = 40,
  input_length = 44,
  diagnostics = 64,
  text = 3136,
  display = 4224,
  pool = 4288,
  work = 5824,
}

export const enum Candidate {
  SIZE = 268,
  bases = 0,
  basis = 4,
  confidence = 5,
  unique = 6,
  case_lost = 7,
  length = 8,
  text = 12,
}

export const enum Candidates {
  SIZE = 51312,
  size = 0,
  allowed = 4,
  count = 8,
  secret = 12,
  candidate = 16,
  work = 2160,
}

export const enum Cause {
  SIZE = 80,
  code = 0,
  remedy = 1,
  confidence = 2,
  severity = 3,
  candidate = 4,
  basis = 5,
  case_lost = 6,
  secret = 7,
  field = 12,
  place = 13,
  kind = 14,
  brand = 15,
  platform = 16,
  diagnostics = 24,
  byte = 36,
  utf16 = 44,
  character = 52,
}

export const enum Explanation {
  SIZE = 256,
  size = 0,
  count = 4,
  left = 8,
  cause = 16,
}
