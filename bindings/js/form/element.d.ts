// SPDX-License-Identifier: MIT
/* element.d.ts - the types of loginlint/element, which defines <login-lint>. */
import type { Result } from './index.js'

export declare class LoginLint extends HTMLElement {
  /** The last report of each input between its tags; of a secret without its text. */
  readonly reports: readonly (Result | null)[]
  check(): readonly (Result | null)[]
  /** True where a submission must stop. */
  attempt(): boolean
  /** The server refused this login. */
  failed(): void
}

declare global {
  interface HTMLElementTagNameMap {
    'login-lint': LoginLint
  }
}
