// SPDX-License-Identifier: MIT
// index.ts - the package's entry: checks and rules, and the languages, of which a bundler leaves out what is not used.
export { causeCodes, check, codes, parseRules, VERSION } from './core.ts';
export * from './languages.ts';
