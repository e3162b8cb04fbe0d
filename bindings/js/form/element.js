// SPDX-License-Identifier: MIT
/* element.js - loginlint/element: <login-lint>, the helper without a line of script.
 *
 *   <login-lint field="card-number" rules="brands: jcb, visa" lang="ja" group> <label>カード番号 <input name="card"></label> </login-lint>
 *
 * In: inputs between its tags, now or later; the attributes field, rules, policy, lang, strict, optional, group, as data-loginlint-* of an
 * input, which may stand there instead.  Out: what loginlint/lazy does for them; check(), attempt(), failed() of all of them.
 */
import { attach } from './lazy.js'

/** What an input says of itself, before what the element says. */
function optionsOf(element, input) {
  const get = (name) => input.getAttribute(`data-loginlint${name ? `-${name}` : ''}`) ?? element.getAttribute(name || 'field')
  const strict = get('strict')?.split(/\s+/).filter(Boolean)
  const options = { field: get(''), rules: get('rules') ?? '', policy: get('policy') ?? undefined, lang: get('lang') ?? undefined, strict, optional: get('optional') !== null, group: get('group') !== null }
  return options.field && options
}

export class LoginLint extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = ['field', 'rules', 'policy', 'lang', 'strict', 'optional', 'group']
  #handles = new Map() // input -> { handle, key }
  #observer

  connectedCallback() {
    this.#observer ??= new MutationObserver(() => this.#look())
    this.#observer.observe(this, { childList: true, subtree: true })
    this.#look()
  }

  disconnectedCallback() {
    this.#observer.disconnect()
    for (const { handle } of this.#handles.values()) handle.detach()
    this.#handles.clear()
  }

  attributeChangedCallback() {
    if (this.isConnected && this.#observer) this.#look()
  }

  /** Each input is attached once, and anew where its options have changed. */
  #look() {
    for (const [input, { handle }] of this.#handles) {
      if (this.contains(input)) continue
      handle.detach()
      this.#handles.delete(input)
    }
    for (const input of this.querySelectorAll('input')) {
      const options = optionsOf(this, input)
      const key = JSON.stringify(options)
      const known = this.#handles.get(input)
      if (!options || known?.key === key) continue
      known?.handle.detach()
      this.#handles.set(input, { key, handle: attach(input, options) })
    }
  }

  get #all() {
    return [...this.#handles.values()].map(({ handle }) => handle)
  }

  get reports() {
    return this.#all.map((handle) => handle.report)
  }

  check() {
    return this.#all.map((handle) => handle.check())
  }

  attempt() {
    return this.#all.map((handle) => handle.attempt()).some(Boolean)
  }

  failed() {
    for (const handle of this.#all) handle.failed()
  }
}

if (globalThis.customElements && !customElements.get('login-lint')) customElements.define('login-lint', LoginLint)
