// SPDX-License-Identifier: MIT
/* attach.d.ts - the types of loginlint/attach: the helper without an engine, for a page that brings its own. */
import type { Language } from './index.js'
import type * as core from './index.js'
import type { candidates } from './candidates.js'
import type { attach, attachAll } from './form.js'
export { advise } from './form.js'

/** With `loginlint/wasm` and `loginlint/wasm/candidates` a page carries that engine only. */
export declare function attacher(parts: Pick<typeof core, 'check' | 'codes' | 'causeCodes'> & {
  candidates?: typeof candidates
  languages: readonly Language[]
}): { attach: typeof attach; attachAll: typeof attachAll }
