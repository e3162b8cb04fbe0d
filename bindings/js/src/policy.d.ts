// SPDX-License-Identifier: MIT
// What `import ... from 'loginlint/policy'` gives; `npx loginlint-policy FIELD RULES` prints it.
import type { Field, Rules } from './index.js';

/**
 * Rules compiled when a site is built: a string for `policy` instead of `rules`, of this version of the package.  Throws a
 * SyntaxProblem for rules that cannot be read.
 */
export declare function policy(field: Field, rules?: string | Rules, options?: { lenient?: boolean }): string;
