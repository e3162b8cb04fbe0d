// SPDX-License-Identifier: MIT
/* entry.js - how a value came to be, and what of it did not get in.
 *
 * In: the key, `beforeinput` and `input` events of one input, in their order.  Out: typed, paste or autofill; the kind of
 * keyboard; Caps Lock and Num Lock when the last key was pressed; the text that `maxlength` cut, while that stands.
 */
import { capsLock, keyboardKind } from './keys.js'

const pasted = /^insertFrom(Paste|PasteAsQuotation|Drop|Yank)$/
/* What the keys of a number pad do while Num Lock is off. */
const moving = /^(Home|End|Clear|Insert|Delete|Page(Up|Down)|Arrow\w+)$/

export const isAutofilled = (input) => {
  try {
    return input.matches(':autofill')
  } catch {
    return false
  }
}

/** The value with `text` for the selection; where the type has no selection to ask for, behind it. */
function spliced(input, value, text) {
  const [start, end] = [input.selectionStart ?? value.length, input.selectionEnd ?? value.length]
  return value.slice(0, start) + text + value.slice(end)
}

export class Entry {
  how // typed | paste | autofill
  caps // the lock when the last letter was typed into this value
  num // the same for Num Lock and the keys of a number pad
  pad = 0 // presses of number keys that moved the caret instead, since the last character
  lost // what would stand here without `maxlength`, while that is more: { text }
  wide = false // characters outside ASCII came in
  #keyboard
  #keys = 0 // key events since the last input
  #length = 0
  #expected
  #uncut // what a key brings, where `beforeinput` is told only what fits (WebKit)

  constructor(input, watcher) {
    this.input = input
    this.watcher = watcher
    this.#length = input.value.length
  }

  /** True where the person may be told of Num Lock now. */
  key(event) {
    this.#keys++
    this.#keyboard = keyboardKind(event, this.input.ownerDocument.defaultView) ?? this.#keyboard
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (plain && /^[A-Za-z]$/.test(event.key ?? '')) this.caps = capsLock(event) ?? this.caps
    if (!event.isTrusted || event.location !== KeyboardEvent.DOM_KEY_LOCATION_NUMPAD) return false
    this.num = event.getModifierState('NumLock') ? 'on' : 'off'
    if (plain && !event.shiftKey && moving.test(event.key) && this.num === 'off') return ++this.pad > 1
    this.pad = 0
    return false
  }

  /** `textInput`, which comes before `beforeinput` in WebKit, and behind it elsewhere. */
  text(event) {
    this.#uncut = event.data
  }

  /** What the value will be if nothing cuts it. */
  before(event) {
    this.#expected = undefined
    this.wide ||= /[^\0-\x7f]/.test(event.data ?? '')
    if (!event.isTrusted || !event.inputType.startsWith('insert') || typeof event.data !== 'string') return false
    const { input } = this
    const most = input.maxLength
    if (most < 0) return false
    const key = event.inputType === 'insertText'
    const data = (key && !event.data && this.#uncut) || event.data
    this.#uncut = undefined
    const atEnd = input.selectionStart === input.value.length || input.selectionStart === null
    this.#expected = this.lost && atEnd ? this.lost.text + data : spliced(input, input.value, data)
    const refused = !event.isComposing && key && event.data && input.value.length >= most && this.#expected.length > most
    if (!refused) return false
    this.lost = { text: this.#expected } // no `input` event follows
    this.#expected = undefined
    return true
  }

  after(event, scripted) {
    const { value, maxLength } = this.input
    const cut = this.#expected !== undefined && value.length >= maxLength && this.#expected.length > value.length
    this.lost = cut ? { text: this.#expected } : undefined
    this.#expected = undefined
    this.pad = 0
    if (!scripted) this.#enter(this.#entryOf(event), event.data?.length === value.length)
    this.#keys = 0
    this.#length = value.length
  }

  composed() {
    this.#enter('typed')
  }

  /** How this event brought text in; undefined where it brought none (deleting, undo). */
  #entryOf(event) {
    const type = event.inputType
    if (!event.isTrusted || !type || type === 'insertReplacementText' || isAutofilled(this.input)) return 'autofill'
    if (pasted.test(type)) return 'paste'
    if (!type.startsWith('insert')) return undefined
    const many = (event.data?.length ?? 0) > 2 && type === 'insertText' && !this.#keys && this.keyboard !== 'touch'
    return many ? 'autofill' : 'typed'
  }

  /** What was pasted stays pasted while single characters are typed to it, until the value is new. */
  #enter(how, whole) {
    if (!this.input.value) this.how = this.caps = this.wide = undefined
    else if (how && (whole || how !== 'typed' || !this.#length || !this.how)) this.how = how
  }

  get keyboard() {
    return this.#keyboard ?? (this.watcher().pointer === 'touch' ? 'touch' : undefined)
  }

  /** Does the shape of this value speak for the keyboard's state?  Only what was typed on real keys does. */
  get onKeys() {
    return this.how === 'typed' && this.keyboard !== 'touch'
  }

  forget() {
    this.how = this.caps = this.num = this.lost = this.wide = this.#expected = undefined
    this.pad = this.#length = 0
  }
}
