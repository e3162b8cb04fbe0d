// SPDX-License-Identifier: MIT
// What `import ... from 'loginlint/preflight'` gives.
import type { Advice as AdviceCode, Preflight as PreflightVerdict, Severity } from './names.js';
import type { Language, SyntaxProblem } from './index.js';
export type { AdviceCode, PreflightVerdict, SyntaxProblem };
/** The sentences of the advice: languages of their own, not those of 'loginlint'. */
export * from './languages.js';

/** What the service does: `'lock-after: 3-5; maintenance: mon 00:00-07:00; utc-offset: +09:00'`, or by the same names. */
export interface Service {
  'lock-after'?: string | number;
  maintenance?: string | readonly string[];
  'utc-offset'?: string;
}

/** What the page knows: `'failures: 2; offline: yes'`, or by the same names: `{ failures: 2, offline: true }`. */
export type Facts = { failures?: number; soon?: number } & { [fact in AdviceCode]?: boolean | 'yes' | 'no' };

export interface Advice {
  readonly code: AdviceCode;
  readonly severity: Severity;
  /** The end of a maintenance: RFC 3339. */
  readonly until: string | null;
  /** What is the matter, and what to do; empty without `lang`. */
  readonly message: string;
  readonly next: string;
}

export interface Preflight {
  readonly verdict: PreflightVerdict;
  /** Most urgent first. */
  readonly advice: readonly Advice[];
}

export interface PreflightOptions {
  /** The time: by default that of the device; null: unknown. */
  now?: Date | string | null;
  lang?: Language;
}

/** Is it worth spending an attempt now?  Throws a SyntaxProblem for what cannot be read. */
export declare function preflight(service?: string | Service, facts?: string | Facts, options?: PreflightOptions): Preflight;
