// SPDX-License-Identifier: MIT
/* advice.js - beside the button that spends an attempt: what is to be known before (loginlint/preflight).
 *
 * In: a form, the service, the facts that the page knows; how often its fields failed, whether the device is offline, the time.
 * Out: at most two lines in a polite live region before the submit button, or in `<div data-loginlint-advice>` of the form.  A
 * submission that cannot succeed now stops once; sent again it goes.
 */
import { Consent } from './consent.js'
import { textsOf } from './texts.js'
import { leave, watch } from './keys.js'

const MOST_SAID = 2
const STOPS = /^(stop|wait)$/
const TIMER_MAX_MS = 0x7fffffff

const submitOf = (form) => [...form.elements].find((element) => /^(submit|image)$/.test(element.type))

export class Adviser {
  #stop = new AbortController()
  #consent = new Consent()
  #timer
  #halted = '' // the advice that stopped a submission

  /** `failures()`: how often this login failed. */
  constructor(form, options, failures) {
    const document = form.ownerDocument
    this.form = form
    this.options = options
    this.failures = failures
    this.texts = textsOf(options.lang?.tag ?? form.closest('[lang]')?.lang)
    this.watcher = watch(document)
    this.box = document.createElement('div')
    this.box.className = 'loginlint-advice'
    this.box.setAttribute('role', 'status')
    this.box.lang = this.texts.tag
    this.box.dir = 'ltr'
    this.box.hidden = true
    this.#place()
    const { signal } = this.#stop
    for (const name of ['online', 'offline']) document.defaultView.addEventListener(name, () => this.check(), { signal })
    form.addEventListener('focusin', () => this.check(), { signal })
    form.addEventListener('input', () => (this.#halted = ''), { signal })
    this.check()
  }

  #place() {
    const { form, box } = this
    const own = form.querySelector('[data-loginlint-advice]')
    const button = submitOf(form)
    if (own) own.append(box)
    else if (button && form.contains(button)) button.before(box)
    else form.append(box)
  }

  #facts() {
    const { facts = {} } = this.options
    const known = typeof facts === 'function' ? facts() : facts
    const { onLine } = this.form.ownerDocument.defaultView.navigator
    return { failures: this.failures() || undefined, offline: onLine === false ? true : undefined, ...known }
  }

  /** Looks again, and shows it. */
  check() {
    const { preflight, service, lang, now } = this.options
    let found = { verdict: 'go', advice: [] }
    try {
      found = preflight(service, this.#facts(), { lang, now: typeof now === 'function' ? now() : now })
    } catch (error) {
      console.error('loginlint:', error) // a login must not fail because of us
    }
    this.#again(found.advice)
    this.watcher.still((this.draw = () => this.#draw(found)))
    return found
  }

  /** What ends is looked at again when it has ended. */
  #again(advice) {
    clearTimeout(this.#timer)
    const ends = advice.map(({ until }) => Date.parse(until) - Date.now()).filter((ms) => ms > 0)
    if (ends.length) this.#timer = setTimeout(() => this.check(), Math.min(Math.min(...ends) + 1000, TIMER_MAX_MS))
  }

  #draw({ verdict, advice }) {
    const said = advice.slice(0, MOST_SAID).map(({ message, next }) => [message, next].filter(Boolean).join(this.texts.space))
    const lines = [...said, ...(this.#halted && this.#halted === keyOf(advice) ? [this.texts.anyway] : [])].filter(Boolean)
    this.box.dataset.verdict = verdict
    if (!this.box.isConnected) this.#place()
    if (lines.join('\n') === this.written) return
    this.written = lines.join('\n')
    this.box.hidden = !lines.length
    this.box.replaceChildren(
      ...lines.map((line) => {
        const p = this.form.ownerDocument.createElement('p')
        p.className = 'loginlint-message'
        p.textContent = line
        return p
      }),
    )
  }

  /** A submission: true where it must stop. */
  attempt() {
    const { verdict, advice } = this.check()
    const key = keyOf(advice)
    const { performance } = this.form.ownerDocument.defaultView
    if (!STOPS.test(verdict) || this.#consent.repeat(key, performance.now())) return false
    this.#consent.tell(key, performance.now())
    this.#halted = key
    this.check()
    return true
  }

  detach() {
    this.#stop.abort()
    clearTimeout(this.#timer)
    this.watcher.forget(this.draw)
    leave(this.form.ownerDocument)
    this.box.remove()
  }
}

const keyOf = (advice) => advice.map(({ code }) => code).join(' ')
