/* index.d.ts - the types of loginlint/form. */
import type { check, Code, Field, Language, Result } from './index.js'
import type { candidates } from './candidates.js'

export interface AttachOptions {
  field: Field
  /** The policy; see the grammar of rules. A mistake in it throws a SyntaxProblem. */
  rules?: string
  /** `ja` or `en` of `loginlint`: without it no message is shown, only attributes and buttons. */
  lang?: Language
  /** The language of the buttons; by default that of `lang`, then of the nearest `lang` attribute. */
  locale?: string
  /** Where the messages go; by default behind the input, or behind its label where that encloses it. */
  into?: Element
  /** An empty value is fine. */
  optional?: boolean
  /** Codes that stop every submission: no second press and no button goes past them. An empty required field always does. */
  strict?: readonly Code[]
  /** How often this login has failed already: Caps Lock is likelier then. */
  failures?: number
  /** `false`: add no attributes. */
  attributes?: boolean
  /** `false`: show nothing, use `onReport`. */
  view?: boolean
  /** After every check. The report of a secret holds its text: keep it out of the page and of logs. */
  onReport?: (report: Result) => void
  /** Another engine: what `loginlint/wasm` and `loginlint/wasm/candidates` give. */
  engine?: { check: typeof check; candidates: typeof candidates }
}

export interface Attached {
  readonly input: HTMLInputElement
  /** The last report, for a secret without its text; null before anything was typed. */
  readonly report: Result | null
  /** Checks now, and shows it. */
  check(): Result | null
  /** For a page that sends without a `submit` event: true where it must stop. */
  attempt(): boolean
  /** The server refused this login: the value is looked at again, and what it was sent with in spite of a warning stays sent. */
  failed(): void
  /** Removes every listener, element and attribute that came with it. */
  detach(): void
}

export interface AttachedAll {
  readonly handles: readonly Attached[]
  detach(): void
}

export function attach(input: HTMLInputElement, options: AttachOptions): Attached

/**
 * `<input data-loginlint="pin" data-loginlint-rules="..." data-loginlint-lang="ja" data-loginlint-into="id"
 *         data-loginlint-strict="too-short checksum" data-loginlint-optional>`
 */
export function attachAll(root?: ParentNode, defaults?: Partial<Omit<AttachOptions, 'field' | 'into'>>): AttachedAll
