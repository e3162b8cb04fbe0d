// SPDX-License-Identifier: MIT
/* view.js - what stands below a field: messages, one-tap fixes, and a polite live region.
 *
 * In: lines of text and buttons.  Out: elements with class names and no style of their own:
 *   <div class="loginlint" data-verdict="ask" lang="ja" dir="ltr">
 *     <div class="loginlint-messages" id="..."> <p> ... </div>      what aria-describedby of the field names
 *     <div class="loginlint-actions"> <button type="button"> ... </div>
 *     <div class="loginlint-live" role="status">                    read out, after a pause; not to be seen
 * Everything goes in as text, nothing as markup, so that a Content-Security-Policy and Trusted Types have nothing to say.
 */

/* A screen reader shall not speak into every keystroke. */
const PAUSE_MS = 700

/* Set through the CSSOM, which `style-src 'self'` allows. */
const unseen = { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' }

let count = 0

function element(document, name, className) {
  const made = document.createElement(name)
  made.className = className
  return made
}

export class View {
  #marked = false // aria-invalid is ours
  #topic = '' // what the live region spoke of

  constructor(input, into) {
    const document = input.ownerDocument
    this.input = input
    this.into = into
    this.box = element(document, 'div', 'loginlint')
    this.messages = element(document, 'div', 'loginlint-messages')
    this.actions = element(document, 'div', 'loginlint-actions')
    this.live = element(document, 'div', 'loginlint-live')
    this.live.setAttribute('role', 'status')
    this.live.setAttribute('aria-live', 'polite')
    Object.assign(this.live.style, unseen)
    do this.messages.id = `loginlint-${++count}`
    while (document.getElementById(this.messages.id))
    this.messages.hidden = this.actions.hidden = true
    this.box.append(this.messages, this.actions, this.live)
    this.draw = () => this.#draw(this.next)
  }

  enter(watcher, tag) {
    this.watcher = watcher
    this.box.lang = tag
    this.box.dir = 'ltr' // of all our languages; the page's may be the other
    this.#place()
  }

  #place() {
    const { input, box, into } = this
    this.#name(input.labels?.[0]?.textContent)
    if (into) into.append(box)
    else (input.closest('label') ?? input).after(box) // buttons inside a label would be part of the field's name
  }

  /** Buttons that say no text of the value need the name of their field. */
  #name(label) {
    if (!label?.trim()) return
    this.actions.setAttribute('role', 'group')
    this.actions.setAttribute('aria-label', label.trim())
  }

  /**
   * Lines of text, buttons `{ label, basis, press }`; `topic`: what it is about: the same is not read out again;
   * `now`: say it without waiting for a pause.  Nothing changes while a pointer is down.
   */
  show(state) {
    this.next = state
    this.watcher.still(this.draw)
  }

  #draw({ verdict, invalid, lines, buttons, topic, now }) {
    if (!this.box.isConnected && this.input.isConnected) this.#place() // a framework may have thrown it away
    this.box.dataset.verdict = verdict
    this.#mark(invalid, lines.length > 0)
    this.#write(lines)
    this.#offer(buttons)
    this.#say(lines.join(' '), topic, now, verdict === 'incomplete' && this.input.value !== '')
  }

  /** Only what is ours is set and taken away: the page may change both attributes at any time. */
  #mark(invalid, described) {
    const { input, messages } = this
    const others = (input.getAttribute('aria-describedby') ?? '').split(/\s+/).filter((id) => id && id !== messages.id)
    const ids = described ? [...others, messages.id] : others
    if (ids.length) input.setAttribute('aria-describedby', ids.join(' '))
    else input.removeAttribute('aria-describedby')
    if (invalid && input.getAttribute('aria-invalid') !== 'true') {
      input.setAttribute('aria-invalid', 'true')
      this.#marked = true
    } else if (!invalid && this.#marked) {
      input.removeAttribute('aria-invalid')
      this.#marked = false
    }
  }

  #write(lines) {
    if (lines.join('\n') === this.written) return
    this.written = lines.join('\n')
    this.messages.hidden = !lines.length
    this.messages.replaceChildren(
      ...lines.map((line) => {
        const p = element(this.input.ownerDocument, 'p', 'loginlint-message')
        p.textContent = line
        return p
      }),
    )
  }

  #offer(buttons) {
    const key = buttons.map((b) => b.label).join('\n')
    this.pressed = buttons.map((b) => b.press) // the same labels may now mean another value
    if (key === this.offered) return
    this.offered = key
    this.actions.hidden = !buttons.length
    this.actions.replaceChildren(...buttons.map((b, i) => this.#button(b, i)))
  }

  #button({ label, basis }, i) {
    const button = element(this.input.ownerDocument, 'button', 'loginlint-fix')
    button.type = 'button'
    button.textContent = label
    button.dataset.basis = basis
    button.addEventListener('click', (event) => event.detail < 2 && this.pressed[i]?.()) // a double click was meant for what stood here
    return button
  }

  /** Once for a topic: what changes its numbers with every key, or comes again while more is typed, is not read out again. */
  #say(text, topic = text, now, going) {
    this.speech = text
    const speak = () => {
      this.live.textContent = this.speech
      if (!this.speech) this.#topic = ''
    }
    if (!text) this.live.textContent = ''
    if (!now && (text ? topic === this.#topic : going)) return
    clearTimeout(this.timer)
    this.#topic = topic
    this.live.textContent = '' // what was said of another value is not true of this one
    if (now) speak()
    else if (text) this.timer = setTimeout(speak, PAUSE_MS)
  }

  remove() {
    clearTimeout(this.timer)
    this.watcher?.forget(this.draw)
    this.#draw({ verdict: 'incomplete', invalid: false, lines: [], buttons: [] })
    this.box.remove()
  }
}
