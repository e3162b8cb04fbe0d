// SPDX-License-Identifier: MIT
// core.ts - a check with all of its parts: what loginlint/lazy loads one after the other.
import { type Options, check as first, join } from './engine.ts';
import * as rest from './causes.ts';
export { causeCodes, codes, parseRules } from './engine.ts';

/** Checks a value; see index.d.mts. */
export function check(field: string, value: string, options?: Options): object {
  join(rest);
  return first(field, value, options);
}

/** The version that package, core and messages share. */
export const VERSION = '1.0.0';
