/* field.js - one input: what is known about how its value came to be, its report, and what is shown of it.
 *
 * In: the input's own events.  Out: a report after every change outside a composition, shown through the view.
 * No character of a secret is kept: the value is read from the input when it is needed.
 */
import { capsLock, keyboardKind, leave, platform, watch } from './keys.js'
import { addAttributes } from './attributes.js'
import { Consent } from './consent.js'
import { endComposition, replaceValue } from './edit.js'
import { suggestions } from './suggest.js'
import { textsOf } from './texts.js'
import { View } from './view.js'

/* What looks mistyped may only be unfinished (gmail.co): such a finding waits for a pause in typing. */
const PATIENT = new Set(['email-domain-typo'])
const PATIENCE_MS = 900
/* What nobody can mean to send: no consent to it is asked for. */
const NEVER = ['empty', 'invalid-encoding']

const pasted = /^insertFrom(Paste|PasteAsQuotation|Drop|Yank)$/
const quiet = { verdict: 'incomplete', invalid: false, lines: [], buttons: [] }
const passed = { ...quiet, verdict: 'pass' }

/** A report without the text of a secret: what may be kept while the page lives. */
function bare(report) {
  const diagnostics = report.diagnostics.map((d) => ({ ...d, fix: d.fix && { ...d.fix, text: null } }))
  const { verdict, valid, brand, total, skipped, capsEvidence } = report // no spread: it would run the getter
  return { verdict, valid, secret: true, text: null, brand, display: null, diagnostics, total, skipped, capsEvidence, candidates: [] }
}

const isAutofilled = (input) => {
  try {
    return input.matches(':autofill')
  } catch {
    return false
  }
}

export class Field {
  #stop = new AbortController()
  #entry // typed | paste | autofill
  #caps // the lock when the last letter was typed into this value
  #keyboard
  #secret = false // this value, or one that it is what remains of, must not be shown
  #keys = 0 // key events since the last input
  #length = 0
  #consent = new Consent()
  #quiet // mark of the value that was let through: nothing more is said of it
  #note // what was said of a value that was corrected at submission: { mark, lines }
  #editing = false
  #timer

  constructor(input, options, check) {
    this.input = input
    this.options = options
    this.check = check
    this.field = options.field
    this.rules = options.rules ?? ''
    this.strict = new Set([...NEVER, ...(options.strict ?? [])])
    this.failures = options.failures ?? 0
    this.composing = false
    this.report = null
    this.texts = textsOf(options.locale)
    this.window = input.ownerDocument.defaultView
    this.watcher = watch(input.ownerDocument)
    this.added = options.attributes === false ? [] : addAttributes(input, this.field, this.rules)
    this.view = options.view === false ? null : new View(input, options.into, this.watcher)
    this.#length = input.value.length
    this.#listen()
  }

  #listen() {
    const on = (name, act) => this.input.addEventListener(name, act, { signal: this.#stop.signal })
    on('keydown', (event) => this.#keydown(event))
    on('input', (event) => this.#input(event))
    on('compositionstart', () => (this.composing = true))
    on('compositionend', () => this.#composed())
    on('change', () => this.#settle())
    on('blur', () => this.#settle())
  }

  #keydown(event) {
    this.#keys++
    this.#keyboard = keyboardKind(event, this.window) ?? this.#keyboard
    if (/^[A-Za-z]$/.test(event.key ?? '') && !event.ctrlKey && !event.metaKey && !event.altKey) this.#caps = capsLock(event) ?? this.#caps
  }

  #composed() {
    this.composing = false
    this.#enter('typed')
    this.refresh({ typing: true })
  }

  #input(event) {
    if (!this.#editing) this.#enter(this.#entryOf(event), event.data?.length === this.input.value.length)
    this.#keys = 0
    this.#length = this.input.value.length
    if (event.isComposing || this.composing) return
    this.refresh({ typing: event.inputType === 'insertText' })
  }

  /** How this event brought text in; undefined where it brought none (deleting, undo). */
  #entryOf(event) {
    const type = event.inputType
    if (!event.isTrusted || !type || type === 'insertReplacementText' || isAutofilled(this.input)) return 'autofill'
    if (pasted.test(type)) return 'paste'
    if (!type.startsWith('insert')) return undefined
    const many = (event.data?.length ?? 0) > 2 && type === 'insertText' && !this.#keys && this.#touch() !== 'touch'
    return many ? 'autofill' : 'typed'
  }

  /** What was pasted stays pasted while single characters are typed to it, until the value is new. */
  #enter(entry, whole) {
    if (!this.input.value || whole) this.#secret = false
    if (!this.input.value) this.#entry = this.#caps = undefined
    else if (entry && (whole || entry !== 'typed' || !this.#length || !this.#entry)) this.#entry = entry
  }

  #touch() {
    return this.#keyboard ?? (this.watcher.pointer === 'touch' ? 'touch' : undefined)
  }

  /** Does the shape of this value speak for the keyboard's state?  Only what was typed on real keys does. */
  get typedOnKeys() {
    return this.#entry === 'typed' && this.#touch() !== 'touch'
  }

  context(stage) {
    const entry = this.#entry ?? (this.input.value && isAutofilled(this.input) ? 'autofill' : undefined)
    const keyboard = this.#touch()
    const locks = keyboard !== 'touch' && entry === 'typed'
    const facts = {
      stage,
      composing: this.composing && stage === 'typing' ? 'yes' : undefined, // a submission ends it
      entry,
      keyboard,
      platform: platform(this.window.navigator),
      'caps-lock': locks ? (this.#caps ?? this.watcher.caps) : undefined,
      failures: this.failures || undefined,
      'caps-evidence': locks && this.field === 'password' ? this.evidence?.() : undefined,
    }
    return Object.entries(facts)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}: ${value}`)
      .join('; ')
  }

  run(stage) {
    const { field, rules, options } = this
    this.stage = stage
    const report = this.check(field, this.input.value, {
      rules,
      context: this.context(stage),
      lang: options.lang,
      candidates: options.candidates,
    })
    this.#secret ||= report.secret
    this.report = this.#secret ? bare(report) : report
    options.onReport?.(report)
    return report
  }

  /** Checks and shows; `typing`: the person is in the middle of it. */
  refresh({ typing = false } = {}) {
    clearTimeout(this.#timer)
    if (this.composing) return this.report
    const report = this.run('typing')
    const shown = report.diagnostics.filter((d) => d.severity !== 'info')
    const waits = typing && shown.length > 0 && shown.every((d) => PATIENT.has(d.code))
    if (waits) this.#timer = setTimeout(() => this.#settle(), PATIENCE_MS)
    this.#show(waits ? quiet : report)
    return report
  }

  /** What waited for a pause is shown now; what was said at a submission stays. */
  #settle() {
    clearTimeout(this.#timer)
    if ((this.report || this.input.value) && !this.composing && !this.#consent.told(this.input.value)) this.refresh()
  }

  #lines(report) {
    if (report.verdict === 'pass' || report.verdict === 'incomplete') return []
    const messages = report.diagnostics.filter((d) => d.severity !== 'info' && d.message).map((d) => d.message)
    return [...new Set(messages)]
  }

  #show(report, { extra = [], insist, now } = {}) {
    if (!this.view) return
    const mark = this.#consent.mark(this.input.value)
    if (this.#note?.mark === mark) return this.view.show({ ...passed, lines: this.#note.lines, now: true })
    if (this.#quiet === mark) return this.view.show(passed)
    if (report === quiet || report === passed) return this.view.show(report)
    const lines = this.#lines(report)
    const offers = lines.length || now ? this.#buttons(report) : []
    if (insist) offers.push(insist)
    const invalid = report.verdict === 'fail' || (report.verdict === 'ask' && !report.valid)
    this.view.show({ verdict: report.verdict, invalid, lines: [...lines, ...extra], buttons: offers, now })
  }

  #buttons(report) {
    if (this.input.readOnly || this.input.disabled) return []
    // The closure holds no text: a press asks for the suggestion again.
    return suggestions(report, this.input.value, this.#secret, this.texts).map(({ label, basis }, i) => ({
      label,
      basis,
      press: () => this.#press(i),
    }))
  }

  #press(i) {
    const report = this.run(this.stage)
    const chosen = suggestions(report, this.input.value, this.#secret, this.texts)[i]
    if (!chosen) return // in a composition there is none
    this.input.focus()
    this.#replace(chosen.value)
    this.refresh()
  }

  #replace(value) {
    this.#editing = true
    try {
      replaceValue(this.input, value)
    } finally {
      this.#editing = false
    }
  }

  /**
   * A submission: true where it must stop.  `ask` and `fail` stop until the person who was warned sends the same value again,
   * or insists on it under this field; what is strict stops always.
   * `submission`: { insisting: the field under which a button sent the form, resubmit: sends it so }.
   */
  attempt({ insisting, resubmit } = {}) {
    if (this.input.disabled || (this.options.optional && !this.input.value)) return false
    if (this.composing) this.#endComposition()
    const report = this.run('submit')
    if (report.verdict === 'pass') return this.#pass()
    if (report.verdict === 'fixed') return this.#fix(report)
    const strict = report.diagnostics.some((d) => d.severity !== 'info' && this.strict.has(d.code))
    if (!strict && this.#consents(insisting)) return this.#pass()
    this.#consent.tell(this.input.value, this.#now())
    this.#stopped(report, strict, resubmit)
    return true
  }

  #now() {
    return this.window.performance.now()
  }

  /** Sent again, or insisted on here: the person wants it so.  A button under another field says nothing of this one. */
  #consents(insisting) {
    const value = this.input.value
    if (insisting && insisting !== this) return this.#consent.given(value)
    return this.#consent.give(value, insisting ? Infinity : this.#now())
  }

  #endComposition() {
    endComposition(this.input)
    this.composing = false
  }

  #stopped(report, strict, resubmit) {
    const ask = !strict && report.verdict === 'ask' && resubmit
    const insist = { label: this.texts.insist, basis: 'insist', press: () => resubmit(this) }
    this.#quiet = undefined
    this.#show(report, { insist: ask ? insist : undefined, extra: ask || strict ? [] : [this.texts.again], now: true })
  }

  #pass() {
    this.#quiet = this.#consent.mark(this.input.value)
    this.#show(passed)
    return false
  }

  #fix(report) {
    const lines = this.#lines(report)
    this.#replace(report.text)
    this.#note = { mark: this.#consent.mark(this.input.value), lines: [...lines, this.texts.fixed] }
    return this.#pass()
  }

  /** The server refused it: the same value is looked at again, with what that tells. */
  failed() {
    this.failures++
    this.#quiet = this.#note = undefined
    this.refresh()
  }

  /** The form was reset: nothing is known, nothing is shown. */
  reset() {
    clearTimeout(this.#timer)
    this.#entry = this.#caps = this.#quiet = this.#note = undefined
    this.#consent.forget()
    this.#secret = false
    this.#length = 0
    this.report = null
    this.view?.show(quiet)
  }

  detach() {
    clearTimeout(this.#timer)
    this.#stop.abort()
    this.view?.remove()
    for (const name of this.added) this.input.removeAttribute(name)
    leave(this.input.ownerDocument)
  }
}
