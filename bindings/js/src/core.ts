// SPDX-License-Identifier: MIT
// core.ts - a check with all of its parts: what loginlint/lazy loads one after the other.
import { type Options, check as first, compile, join } from './engine.ts';
import { SyntaxProblem } from './problem.ts';
import * as causes from './causes.ts';
import * as letters from './letters.ts';
import * as rules from './rules.ts';
export { causeCodes, codes } from './engine.ts';
export { VERSION } from './version.ts';

let joined = false;

/** Every part of the engine is there from now on, and opened when it is needed. */
export function joinAll(): void {
  if (!joined) for (const part of [causes, letters, rules]) join(part);
  joined = true;
}

/** Checks a value; see index.d.mts. */
export function check(field: string, value: string, options?: Options): object {
  joinAll();
  return first(field, value, options);
}

/** Reads the policy of a field before its first value does; throws what is wrong with it. */
export function prepare(field: string, options: Options): void {
  joinAll();
  compile(field, options);
}

/** What is wrong with a rule string; see index.d.mts. */
export function parseRules(field: string, rules: Options['rules']): SyntaxProblem | null {
  try {
    prepare(field, { rules });
    return null;
  } catch (problem) {
    if (problem instanceof SyntaxProblem) return problem;
    throw problem;
  }
}
