// SPDX-License-Identifier: MIT
/* index.d.ts - the types of loginlint/form. */
import type { Cause, CauseCode, check, Code, Field, Language, Result } from './index.js'
import type { candidates } from './candidates.js'
import type { Facts, Preflight, preflight, Service } from './preflight.js'

export interface AttachOptions {
  /** `one-time-code`: a PIN of six digits, or of as many as `maxlength` has, that comes from a message. */
  field: Field | 'one-time-code'
  /** The policy; see the grammar of rules. A mistake in it throws a SyntaxProblem. */
  rules?: string
  /** The same compiled when the site was built: what `loginlint/policy` gave for this field; then `rules` are not read. */
  policy?: string
  /** `ja` or `en` of `loginlint`: without it no message is shown, only attributes and buttons. */
  lang?: Language | string
  /** The language of the buttons; by default that of `lang`, then of the nearest `lang` attribute. */
  locale?: string
  /** Where the messages go; by default behind the input, or behind its label where that encloses it. */
  into?: Element
  /** An empty value is fine. */
  optional?: boolean
  /** Codes that stop every submission: no second press and no button goes past them. An empty required field always does. */
  strict?: readonly (Code | CauseCode)[]
  /** How often this login has failed already: Caps Lock is likelier then. */
  failures?: number
  /** `false`: add no attributes. */
  attributes?: boolean
  /** `false`: show nothing, use `onReport`. Or the page's own way to show it. */
  view?: false | ((input: HTMLInputElement, options: AttachOptions) => View)
  /** What is said of a cause instead of our sentences. */
  messages?: Partial<Record<CauseCode, string | ((cause: Cause) => string)>>
  /** A card number: a space between the groups of digits while they are typed. What is sent has none. */
  group?: boolean
  /** After every check. The report of a secret holds its text: keep it out of the page and of logs. */
  onReport?: (report: Result) => void
  /** Another engine: what `loginlint/wasm` and `loginlint/wasm/candidates` give. */
  engine?: { check: typeof check; candidates: typeof candidates }
}

export interface Shown {
  readonly verdict: string
  readonly invalid: boolean
  readonly lines: readonly string[]
  readonly buttons: readonly { readonly label: string; readonly basis: string; press(): void }[]
  readonly causes?: readonly Cause[]
}

export interface View {
  show(state: Shown): void
  remove?(): void
}

/** The detail of the event `loginlint:report`, which bubbles from the input after every check. It holds no value. */
export interface ReportDetail {
  readonly field: Field
  readonly verdict: string
  readonly valid: boolean
  readonly secret: boolean
  readonly stage: 'typing' | 'submit'
  readonly codes: readonly Code[]
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
  /** The server refused this login: failed() of each. */
  failed(): void
  detach(): void
}

export function attach(input: HTMLInputElement, options: AttachOptions): Attached

/**
 * `<input data-loginlint="pin" data-loginlint-rules="..." data-loginlint-lang="ja" data-loginlint-into="id"
 *         data-loginlint-strict="too-short checksum" data-loginlint-optional data-loginlint-group>`
 */
export function attachAll(root?: ParentNode, defaults?: Partial<Omit<AttachOptions, 'field' | 'into'>>): AttachedAll

export interface AdviseOptions {
  preflight: typeof preflight
  service?: string | Service
  /** What the page knows; how often the fields failed and whether the device is offline is known without. */
  facts?: Facts | (() => Facts)
  /** `ja` of `loginlint/preflight`. */
  lang?: Language
  /** By default the time of the device. */
  now?: Date | string | null | (() => Date | string | null)
}

/**
 * Says before the submit button, or in `<div data-loginlint-advice>` of the form, what is to be known before an attempt: one more
 * failure may lock it, maintenance, offline. A submission that cannot succeed now stops once.
 */
export function advise(form: HTMLFormElement, options: AdviseOptions): { check(): Preflight; detach(): void }
