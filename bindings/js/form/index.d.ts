/* index.d.ts - the types of loginlint/form. */
import type { check, Field, Lang, Report } from 'loginlint'

export interface AttachOptions {
  field: Field
  /** The policy; see the grammar of rules. A mistake in it throws a TypeError. */
  rules?: string
  /** `ja` or `en` of `loginlint`: without it no message is shown, only attributes and buttons. */
  lang?: Lang
  /** The language of the buttons; by default that of `lang`, then of the nearest `lang` attribute. */
  locale?: string
  /** Where the messages go; by default behind the input, or behind its label where that encloses it. */
  into?: Element
  /** An empty value is fine. */
  optional?: boolean
  /** How often this login has failed already: Caps Lock is likelier then. */
  failures?: number
  /** `false`: add no attributes. */
  attributes?: boolean
  /** `false`: show nothing, use `onReport`. */
  view?: boolean
  /** After every check. The report of a secret holds its text: keep it out of the page and of logs. */
  onReport?: (report: Report) => void
  /** Another engine, such as `check` of `loginlint/wasm`. */
  check?: typeof check
}

export interface Attached {
  readonly input: HTMLInputElement
  /** The last report; null before anything was typed. */
  readonly report: Report | null
  /** Checks now, and shows it. */
  check(): Report | null
  /** For a page that sends without a `submit` event: true where it must stop once. */
  attempt(): boolean
  /** The server refused this login: say so, for the next report. */
  failed(): void
  /** Removes every listener, element and attribute that came with it. */
  detach(): void
}

export interface AttachedAll {
  readonly handles: readonly Attached[]
  detach(): void
}

export function attach(input: HTMLInputElement, options: AttachOptions): Attached

/** `<input data-loginlint="pin" data-loginlint-rules="..." data-loginlint-lang="ja" data-loginlint-into="id" data-loginlint-optional>` */
export function attachAll(root?: ParentNode, defaults?: Partial<Omit<AttachOptions, 'field' | 'into'>>): AttachedAll
