/* view.js - what stands below a field: messages, one-tap fixes, and a polite live region.
 *
 * In: lines of text and buttons.  Out: elements with class names and no style of their own:
 *   <div class="loginlint" data-verdict="ask">
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

function place(input, box, into) {
  if (into) return into.append(box)
  const label = input.closest('label') // buttons inside a label would be part of the field's name
  ;(label ?? input).after(box)
}

export class View {
  constructor(input, into, watcher) {
    const document = input.ownerDocument
    this.input = input
    this.watcher = watcher
    this.draw = () => this.#draw(this.next)
    this.box = element(document, 'div', 'loginlint')
    this.messages = element(document, 'div', 'loginlint-messages')
    this.actions = element(document, 'div', 'loginlint-actions')
    this.#name(this.actions, input.labels?.[0]?.textContent)
    this.live = element(document, 'div', 'loginlint-live')
    this.live.setAttribute('role', 'status')
    this.live.setAttribute('aria-live', 'polite')
    Object.assign(this.live.style, unseen)
    do this.messages.id = `loginlint-${++count}`
    while (document.getElementById(this.messages.id))
    this.messages.hidden = this.actions.hidden = true
    this.box.append(this.messages, this.actions, this.live)
    this.before = { invalid: input.getAttribute('aria-invalid'), described: input.getAttribute('aria-describedby') }
    place(input, this.box, into)
  }

  /** Buttons that say no text of the value need the name of their field. */
  #name(actions, label) {
    if (!label?.trim()) return
    actions.setAttribute('role', 'group')
    actions.setAttribute('aria-label', label.trim())
  }

  /** Lines of text, buttons `{ label, basis, press }`; `now`: say it without waiting for a pause. */
  show(state) {
    this.next = state
    this.watcher.still(this.draw)
  }

  #draw({ verdict, invalid, lines, buttons, now }) {
    this.box.dataset.verdict = verdict
    this.#mark(invalid, lines.length > 0)
    this.#write(lines)
    this.#offer(buttons)
    this.#say(lines.join(' '), now)
  }

  #mark(invalid, described) {
    const { input, before, messages } = this
    const set = (name, value) => (value === null ? input.removeAttribute(name) : input.setAttribute(name, value))
    set('aria-invalid', invalid ? 'true' : before.invalid)
    set('aria-describedby', described ? [before.described, messages.id].filter(Boolean).join(' ') : before.described)
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

  #say(text, now) {
    clearTimeout(this.timer)
    if (text === this.live.textContent) return
    const speak = () => (this.live.textContent = text)
    if (now) return speak()
    this.live.textContent = '' // what was said of another value is not true of this one
    this.timer = setTimeout(speak, PAUSE_MS)
  }

  remove() {
    clearTimeout(this.timer)
    this.watcher.forget(this.draw)
    this.#mark(false, false)
    this.box.remove()
  }
}
