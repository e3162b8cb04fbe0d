// Generated from the definitions of the core by generate.py; do not edit.

export type Code =
  | 'empty'
  | 'too-short'
  | 'too-long'
  | 'too-large'
  | 'invalid-encoding'
  | 'fullwidth-form'
  | 'halfwidth-kana'
  | 'mixed-width'
  | 'compatibility-form'
  | 'foreign-digit'
  | 'edge-space'
  | 'inner-space'
  | 'unusual-space'
  | 'invisible-character'
  | 'bidi-control'
  | 'control-character'
  | 'dash-lookalike'
  | 'hyphen-stray'
  | 'hyphen-missing'
  | 'hyphen-misplaced'
  | 'separator'
  | 'ime-kana'
  | 'kana-layout'
  | 'ime-kanji'
  | 'hangul-layout'
  | 'other-layout'
  | 'symbol-layout'
  | 'caps-lock'
  | 'auto-capital'
  | 'letter-case'
  | 'lookalike-digit'
  | 'lookalike-letter'
  | 'smart-punctuation'
  | 'yen-backslash'
  | 'not-allowed'
  | 'missing-class'
  | 'too-many-repeats'
  | 'unassigned'
  | 'checksum'
  | 'unknown-brand'
  | 'wrong-brand'
  | 'email-syntax'
  | 'email-domain-typo'
  | 'wrong-kind'
  | 'wrong-field'
  | 'disallowed'
  | 'bidi-rule'
  | 'normalization'
  | 'mixed-script'
  | 'mixed-numbers'
  | 'confusable'
  | 'idna'
  | 'combining-sequence';

export type Field =
  | 'login-id'
  | 'password'
  | 'card-number'
  | 'pin';

export type Verdict =
  | 'fail'
  | 'ask'
  | 'incomplete'
  | 'fixed'
  | 'pass';

export type Severity =
  | 'info'
  | 'warning'
  | 'error';

export type Level =
  | 'none'
  | 'safe'
  | 'ask';

export type Operation =
  | 'none'
  | 'replace'
  | 'delete'
  | 'insert'
  | 'fold'
  | 'lower'
  | 'upper'
  | 'digit';

export type Basis =
  | 'fold'
  | 'trim'
  | 'caps-lock'
  | 'first-letter'
  | 'romaji-ime'
  | 'kana-layout'
  | 'hangul-layout'
  | 'cyrillic-layout'
  | 'symbol-layout'
  | 'lookalike'
  | 'punctuation'
  | 'hyphen'
  | 'email-domain'
  | 'greek-layout'
  | 'hebrew-layout'
  | 'arabic-layout'
  | 'thai-layout'
  | 'ukrainian-layout'
  | 'azerty-layout'
  | 'shift';

export type Brand =
  | 'none'
  | 'visa'
  | 'mastercard'
  | 'jcb'
  | 'amex'
  | 'diners'
  | 'unionpay'
  | 'discover'
  | 'maestro'
  | 'mir'
  | 'elo'
  | 'hipercard'
  | 'hiper'
  | 'rupay'
  | 'troy'
  | 'verve'
  | 'uatp';

export type Skipped =
  | 'normalization'
  | 'bidi'
  | 'context'
  | 'case-mapping'
  | 'idna'
  | 'confusables';

export type Found =
  | 'the end'
  | 'this'
  | 'a second one'
  | 'a contradiction';

export type Expected =
  | 'the name of a property'
  | 'a colon'
  | 'a semicolon or the end'
  | 'a number in range'
  | 'a number or a range such as 14-19'
  | 'upper, lower, digit, special, ascii-printable, unicode or [characters]'
  | 'a closing bracket'
  | 'one of the values that the property takes'
  | 'a domain name'
  | 'groups such as 4-4-4-4'
  | 'a minimum no larger than the maximum'
  | 'groups that add up to the number of digits'
  | 'the name of a card brand'
  | 'a time such as mon 00:00-07:00 or 01-01 00:00 - 01-02 07:00'
  | 'an offset such as +09:00'
  | 'yes or no'
  | 'fewer of them'
  | 'a property that this field has'
  | 'a date and time such as 2026-11-23T06:30:00+09:00'
  | 'an end after the start'
  | 'properties that go together'
  | 'the hyphen as the first character in the brackets'
  | 'a printable ASCII character';
