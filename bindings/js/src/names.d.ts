// SPDX-License-Identifier: MIT
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
  | 'num-lock'
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
  | 'surrounding-text'
  | 'several-values'
  | 'repeated-value'
  | 'masked-value'
  | 'lost-digits'
  | 'country-code'
  | 'encoded-text'
  | 'digit-extra'
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
  | 'shift'
  | 'extract'
  | 'once'
  | 'national'
  | 'num-lock'
  | 'qwertz-layout';

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
  | 'uatp'
  | 'dankort'
  | 'meeza'
  | 'mada'
  | 'cabal'
  | 'carnet'
  | 'naranja';

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

export type Cause =
  | 'input-method'
  | 'fullwidth-input'
  | 'kana-input'
  | 'other-layout'
  | 'symbol-layout'
  | 'caps-lock'
  | 'auto-capital'
  | 'num-lock'
  | 'smart-punctuation'
  | 'pasted-text'
  | 'several-values'
  | 'repeated-value'
  | 'masked-value'
  | 'lost-digits'
  | 'invisible-characters'
  | 'edge-space'
  | 'inner-space'
  | 'separators'
  | 'letter-case'
  | 'lookalike'
  | 'country-code'
  | 'damaged'
  | 'mistyped-domain'
  | 'incomplete-address'
  | 'wrong-digit'
  | 'missing-digit'
  | 'extra-digit'
  | 'length'
  | 'missing-class'
  | 'repeats'
  | 'not-allowed'
  | 'script'
  | 'empty'
  | 'wrong-field'
  | 'wrong-kind'
  | 'wrong-brand'
  | 'unknown-brand';

export type Remedy =
  | 'none'
  | 'apply'
  | 'choose'
  | 'retype'
  | 'look'
  | 'go';

export type Advice =
  | 'offline'
  | 'airplane-mode'
  | 'other-sites-reachable'
  | 'carrier-outage'
  | 'service-outage'
  | 'app-outdated'
  | 'restarted'
  | 'reinstalled'
  | 'card-reissued'
  | 'credentials-forgotten'
  | 'biometric-not-enrolled'
  | 'biometric-removed'
  | 'face-covered'
  | 'payment-overdue'
  | 'limit-exceeded'
  | 'membership-lapsed'
  | 'long-unused'
  | 'repeat'
  | 'near-repeat'
  | 'account-suspended'
  | 'arrears-elsewhere'
  | 'id-kind-unsure'
  | 'password-manager'
  | 'checklist'
  | 'maintenance'
  | 'maintenance-soon'
  | 'last-try'
  | 'locked'
  | 'service-suspected'
  | 'still-failing';

export type Preflight =
  | 'stop'
  | 'wait'
  | 'caution'
  | 'go';

export type Same =
  | 'width'
  | 'case'
  | 'separators'
  | 'compatibility'
  | 'look-alikes';

/** What a rule string says, by name; `required: [...]` wants each of several classes. */
export interface Rules {
  readonly 'minlength'?: number;
  readonly 'maxlength'?: number;
  readonly 'required'?: 'upper' | 'lower' | 'digit' | 'special' | 'ascii-printable' | 'unicode' | `[${string}]` | readonly ('upper' | 'lower' | 'digit' | 'special' | 'ascii-printable' | 'unicode' | `[${string}]`)[];
  readonly 'allowed'?: 'upper' | 'lower' | 'digit' | 'special' | 'ascii-printable' | 'unicode' | `[${string}]` | readonly ('upper' | 'lower' | 'digit' | 'special' | 'ascii-printable' | 'unicode' | `[${string}]`)[];
  readonly 'max-consecutive'?: number;
  readonly 'purpose'?: 'login' | 'create';
  readonly 'case'?: 'preserve' | 'lower' | 'upper';
  readonly 'kind'?: 'any' | 'email' | 'name' | 'phone';
  readonly 'domains'?: string | readonly (string)[];
  readonly 'digits'?: number | `${number}-${number}`;
  readonly 'groups'?: string;
  readonly 'hyphens'?: 'ignore' | 'forbid' | 'require';
  readonly 'checksum'?: 'none' | 'luhn';
  readonly 'brands'?: 'any' | 'visa' | 'mastercard' | 'jcb' | 'amex' | 'diners' | 'unionpay' | 'discover' | 'maestro' | 'mir' | 'elo' | 'hipercard' | 'hiper' | 'rupay' | 'troy' | 'verve' | 'uatp' | 'dankort' | 'meeza' | 'mada' | 'cabal' | 'carnet' | 'naranja' | readonly ('any' | 'visa' | 'mastercard' | 'jcb' | 'amex' | 'diners' | 'unionpay' | 'discover' | 'maestro' | 'mir' | 'elo' | 'hipercard' | 'hiper' | 'rupay' | 'troy' | 'verve' | 'uatp' | 'dankort' | 'meeza' | 'mada' | 'cabal' | 'carnet' | 'naranja')[];
  readonly 'spaces'?: 'trim' | 'keep';
  readonly 'fold'?: 'apply' | 'suggest' | 'off';
  readonly 'charset'?: 'ascii' | 'unicode';
  readonly 'profile'?: 'username-casemapped' | 'username-casepreserved' | 'opaque' | 'nickname' | 'nist';
}
