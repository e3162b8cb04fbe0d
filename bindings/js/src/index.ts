// index.ts - the package's entry: checks and rules, and the languages, of which a bundler leaves out what is not used.
export { causeCodes, check, codes, parseRules, VERSION } from './core.ts';
export { en } from './en.ts';
export { ja } from './ja.ts';
export { zhHans } from './zhHans.ts';
export { ko } from './ko.ts';
