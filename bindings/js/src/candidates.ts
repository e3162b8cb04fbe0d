// SPDX-License-Identifier: MIT
// candidates.ts - whole-value alternatives, by an engine with all of its parts.
import { joinAll } from './core.ts';
import { type Options } from './engine.ts';
import * as search from './search.ts';

/** What the person may have meant, best first; see candidates.d.mts. */
export function candidates(field: string, value: string, options?: Options): object[] {
  joinAll();
  return search.candidates(field, value, options);
}
