// SPDX-License-Identifier: MIT
// What `import ... from 'loginlint'` gives.  All indices are those of JavaScript strings: UTF-16 units.
import type { Basis, Brand, Cause as CauseCode, Code, Expected, Field, Found, Level, Operation, Remedy, Rules, Severity, Skipped,
  Verdict } from './names.js';
export type { Basis, Brand, CauseCode, Code, Expected, Field, Found, Level, Operation, Remedy, Rules, Severity, Skipped, Verdict };

/** The sentences of one language. */
export interface Language {
  readonly id: number;
  /** As BCP 47 has it: `ja`, `zh-Hans`. */
  readonly tag: string;
  readonly texts: string;
}
export * from './languages.js';

/** What the page knows, as a string (`'caps-lock: on; stage: submit'`) or by the same names. */
export interface Context {
  'caps-lock'?: 'on' | 'off' | 'unknown' | boolean;
  'num-lock'?: 'on' | 'off' | 'unknown' | boolean;
  entry?: 'typed' | 'paste' | 'autofill' | 'unknown';
  keyboard?: 'hardware' | 'touch' | 'unknown';
  platform?: 'windows' | 'mac' | 'linux' | 'android' | 'ios' | 'unknown';
  stage?: 'typing' | 'submit';
  composing?: 'yes' | 'no' | boolean;
  failures?: number;
  'caps-evidence'?: number;
}

export interface Options {
  /** What the service accepts: `'minlength: 8; required: digit'` or `{ minlength: 8, required: 'digit' }`; without it the built-in policy of the field. */
  rules?: string | Rules;
  /** The same compiled when the site was built: what `policy` of 'loginlint/policy' gave for this field; then `rules` are not read. */
  policy?: string;
  /** Read the rules as browsers read a `passwordrules` attribute: what cannot be read is passed over. */
  lenient?: boolean;
  context?: string | Context;
  /** The language of `message`; without it messages are empty. */
  lang?: Language;
  /** `candidates` of 'loginlint/candidates': then `Result.candidates` finds them when it is read. */
  candidates?: (field: Field, value: string, options?: Options) => Candidate[];
}

export interface Fix {
  /** `safe`: applied in `Result.text`; `ask`: needs consent. */
  readonly level: Exclude<Level, 'none'>;
  readonly operation: Operation;
  /** What stands for the span; null for a password. */
  readonly text: string | null;
}

export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** 0-100: a calibrated probability for `caps-lock`, elsewhere a rank. */
  readonly confidence: number;
  /** The span [start, end) of the value as given. */
  readonly start: number;
  readonly end: number;
  /** The first character as a person counts, from 1. */
  readonly position: number;
  readonly fix: Fix | null;
  /** The sentence for the person; it never quotes a character of a secret. */
  readonly message: string;
}

/** What the person or the device did: one act, whatever the number of diagnostics that it left behind. */
export interface Cause {
  readonly code: CauseCode;
  readonly severity: Severity;
  readonly confidence: number;
  /** What to do: `apply` take `Result.text`; `choose` take `candidates[candidate]`; `retype`, `look`, `go`, `none`. */
  readonly remedy: Remedy;
  /** The span [start, end) to look at. */
  readonly start: number;
  readonly end: number;
  /** Indices of the diagnostics that it explains. */
  readonly diagnostics: readonly number[];
  /** With `choose`: which candidate, and what its leading basis is. */
  readonly candidate: number | null;
  readonly basis: Basis | null;
  /** With `apply`: what a button says that takes `Result.text`; empty where its sentence says it all. */
  readonly label: string;
  /** The field that the value belongs to, where it seems to be another one. */
  readonly place: Field | null;
  /** What happened, and what to do; with `apply` and `choose` what a button says. Never a character of a secret. */
  readonly message: string;
  readonly next: string;
}

/** A whole-value alternative. */
export interface Candidate {
  readonly text: string;
  /** The leading cause undone, and all of them. */
  readonly basis: Basis;
  readonly bases: readonly Basis[];
  /** What taking it does, as a button says it; it never quotes the text. */
  readonly label: string;
  readonly confidence: number;
  /** The only candidate that its basis allows. */
  readonly unique: boolean;
  /** The layout hides which letters were capitals; lower case is assumed. */
  readonly caseLost: boolean;
}

interface Report {
  /** Whether the value as typed satisfies the rules. */
  readonly valid: boolean;
  /** The value must not be shown or logged. */
  readonly secret: boolean;
  /** The value with the safe fixes applied (a password is never changed); null when it is not well-formed. */
  readonly text: string | null;
  readonly brand: Brand | null;
  /** A card number in the groups of its brand. */
  readonly display: string | null;
  readonly diagnostics: readonly Diagnostic[];
  /** How many there were; `diagnostics` holds at most 64. */
  readonly total: number;
  /** What only libloginlint-icu decides: under `charset: unicode`. */
  readonly skipped: readonly Skipped[];
  /** For `caps-evidence` in the context of the next field on the same keyboard. */
  readonly capsEvidence: number;
  /** Found when this is read, by the function that `Options.candidates` gave; else empty. */
  readonly candidates: readonly Candidate[];
  /** At most three causes, most helpful first; found when this is read, with the candidates where `Options.candidates` was given. */
  readonly causes: readonly Cause[];
}

/** A value that can be sent: `text` is what to send. */
export interface Sendable extends Report {
  readonly verdict: 'pass' | 'fixed';
  readonly text: string;
}
export interface Unsendable extends Report {
  readonly verdict: 'ask' | 'incomplete' | 'fail';
}
/** What `verdict` is says what there is. */
export type Result = Sendable | Unsendable;

/** Where a rule string is wrong: an index into it, what stands there, what was expected. */
export interface SyntaxProblem extends Error {
  readonly offset: number;
  readonly length: number;
  readonly found: Found;
  readonly expected: Expected;
  /** What stands there, and the word of the rules that it is nearest to. */
  readonly token: string;
  readonly suggestion: string | null;
}

/** Checks a value. Throws a SyntaxProblem for rules or a context that cannot be read. */
export declare function check(field: Field, value: string, options?: Options): Result;

/** Every code that a diagnostic can have. */
export declare const codes: readonly Code[];
/** Every code that a cause can have. */
export declare const causeCodes: readonly CauseCode[];

/** The first error of a rule string, or null. */
export declare function parseRules(field: Field, rules: string | Rules): SyntaxProblem | null;

export declare const VERSION: string;
