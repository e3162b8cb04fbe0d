// SPDX-License-Identifier: MIT
// What `import ... from 'loginlint/candidates'` gives.
import type { Candidate, Field, Options } from './index.js';

/** Whole-value alternatives that the rules accept, best first, at most 8, for values of at most 128 code points. */
export declare function candidates(field: Field, value: string, options?: Options): Candidate[];
