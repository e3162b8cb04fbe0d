// SPDX-License-Identifier: MIT
// What `import ... from 'loginlint/key'` gives.
import type { Same } from './names.js';
export type { Same };

/**
 * The key under which two login IDs are one to a person: what a table of users is searched by before a new ID is taken.
 * `same`: in what they may differ, everything by default.  A key is its own key; the key of a secret is as secret.
 * Throws a RangeError for an ID of more than 1,024 UTF-16 units.
 */
export declare function key(value: string, same?: Iterable<Same>): string;
