// SPDX-License-Identifier: MIT
/* field.js - one input: its report after every change outside a composition, what is shown of it, and its submission.
 *
 * In: the input's own events.  Out: reports; lines and buttons through the view.
 * No character of a secret is kept: the value is read from the input when it is needed.  The one exception is text that
 * `maxlength` cut off, which stands nowhere else, until it is taken or the value changes.
 */
import { platform, watch, leave } from './keys.js'
import { addAttributes } from './attributes.js'
import { Consent } from './consent.js'
import { endComposition, replaceValue } from './edit.js'
import { Entry, isAutofilled } from './entry.js'
import { group } from './group.js'
import { formOf } from './submit.js'
import { causesOf, lineOf, offers } from './suggest.js'
import { textsOf } from './texts.js'
import { typedIn } from './value.js'
import { View } from './view.js'

/* What looks mistyped may only be unfinished: such a cause waits for a pause in typing. */
const PATIENT = new Set(['mistyped-domain', 'incomplete-address'])
const PATIENCE_MS = 900
/* What nobody can mean to send: no consent to it is asked for. */
const NEVER = ['empty', 'invalid-encoding']

const quiet = { verdict: 'incomplete', invalid: false, lines: [], buttons: [] }
const passed = { ...quiet, verdict: 'pass' }

/** A report without the text of a secret: what may be kept while the page lives.  `explain` finds its causes when they are read. */
function bare(report, explain) {
  const diagnostics = report.diagnostics.map((d) => ({ ...d, fix: d.fix && { level: d.fix.level, operation: d.fix.operation, text: null } }))
  const { verdict, valid, brand, total, skipped, capsEvidence } = report // no spread: it would run the getters
  const kept = { verdict, valid, secret: true, text: null, brand, display: null, diagnostics, total, skipped, capsEvidence, candidates: [] }
  let causes
  return Object.defineProperty(kept, 'causes', { enumerable: true, get: () => (causes ??= explain()) })
}

function viewOf(input, { view, into, ...options }) {
  if (view === false) return null
  return typeof view === 'function' ? view(input, options) : new View(input, into)
}

export class Field {
  #stop = new AbortController()
  #consent = new Consent()
  #quiet // mark of the value that was let through: nothing more is said of it
  #note // what was said of a value that was corrected at submission: { mark, lines, undo }
  #secret = false // this value, or one that it is what remains of, must not be shown
  #editing = false
  #told = false // that Num Lock is off
  #timer
  #halted // how the last submission was stopped here
  #hide // takes the characters of a masked field away again

  constructor(input, options, check, desk) {
    this.input = input
    this.options = options
    this.check = check
    this.desk = desk
    this.field = options.field
    this.rules = options.rules ?? ''
    this.strict = new Set([...NEVER, ...(options.strict ?? [])])
    this.failures = options.failures ?? 0
    this.composing = false
    this.report = null
    this.stopped = undefined // what stopped the last submission here
    this.texts = textsOf(options.locale)
    this.window = input.ownerDocument.defaultView ?? window
    this.platform = platform(this.window.navigator)
    this.entry = new Entry(input, () => this.watcher)
    this.view = viewOf(input, options)
    this.#listen()
  }

  // ---- the document ------------------------------------------------------------------------------------------------

  /** The input is in the document now. */
  enter() {
    this.watcher = watch(this.input.ownerDocument)
    this.added = this.options.attributes === false ? [] : addAttributes(this.input, this.options.preset, this.rules)
    if (this.view instanceof View) this.view.enter(this.watcher, this.texts.tag)
  }

  /** It is not there any more: nothing of the document knows of it. */
  leave() {
    clearTimeout(this.#timer)
    this.#hide?.()
    this.view?.remove?.()
    leave(this.input.ownerDocument)
  }

  detach() {
    this.#stop.abort()
    this.desk.remove(this)
    for (const name of this.added ?? []) this.input.removeAttribute(name)
  }

  #listen() {
    const on = (name, act) =>
      this.input.addEventListener(name, (event) => (this.desk.meet(this), this.watcher && act(event)), { signal: this.#stop.signal })
    on('focus', () => {})
    on('keydown', (event) => this.entry.key(event) && this.#lockOff())
    on('textInput', (event) => this.entry.text(event))
    on('beforeinput', (event) => this.entry.before(event) && setTimeout(() => this.refresh({ typing: true })))
    on('input', (event) => this.#input(event))
    on('compositionstart', () => (this.composing = true))
    on('compositionend', () => this.#composed())
    on('change', () => this.#settle())
    on('blur', () => this.#settle({ left: true }))
  }

  // ---- the value ---------------------------------------------------------------------------------------------------

  #composed() {
    this.composing = false
    this.entry.composed()
    this.refresh({ typing: true })
  }

  #input(event) {
    const whole = !this.#editing && event.data?.length === this.input.value.length
    if (!this.input.value || whole) this.#secret = false
    this.entry.after(event, this.#editing)
    this.#told = false
    if (event.inputType === 'historyUndo' && this.#note) this.#consent.give(this.input.value)
    if (event.isComposing || this.composing) return
    if (this.options.group && !this.#editing) group(this.input, event, (value) => this.#replace(value))
    this.refresh({ typing: event.inputType === 'insertText' })
  }

  #replace(value) {
    this.#editing = true
    try {
      replaceValue(this.input, value)
    } finally {
      this.#editing = false
    }
  }

  get typed() {
    return typedIn(this.input, this.entry.wide)
  }

  get typedOnKeys() {
    return this.entry.onKeys
  }

  context(stage) {
    const { entry, watcher } = this
    const how = entry.how ?? (this.input.value && isAutofilled(this.input) ? 'autofill' : undefined)
    const locks = entry.keyboard !== 'touch' && how === 'typed'
    const facts = {
      stage,
      composing: this.composing && stage === 'typing' ? 'yes' : undefined, // a submission ends it
      entry: how,
      keyboard: entry.keyboard,
      platform: this.platform,
      'caps-lock': locks ? (entry.caps ?? watcher.caps) : undefined,
      'num-lock': locks ? entry.num : undefined,
      failures: this.failures || undefined,
      'caps-evidence': locks && this.field === 'password' ? this.evidence() : undefined,
    }
    return Object.entries(facts)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}: ${value}`)
      .join('; ')
  }

  /** What an all-capitals login ID says about Caps Lock, for the password of the same form. */
  evidence() {
    const id = this.desk.of(formOf(this.input)).find((f) => f.field === 'login-id')
    return id?.typedOnKeys ? id.report?.capsEvidence : undefined
  }

  #look(stage, value, candidates = this.options.candidates) {
    const { rules, policy, lang } = this.options
    return this.check(this.field, value, { rules, policy, lang, candidates, context: this.context(stage), now: true })
  }

  /** The causes of the value that has this mark, while it stands in the input. */
  #explain(stage, mark) {
    return this.#consent.mark(this.input.value) === mark ? this.#look(stage, this.typed).causes : []
  }

  run(stage) {
    this.stage = stage
    const report = this.#look(stage, this.typed)
    this.#secret ||= report.secret
    const mark = this.#consent.mark(this.input.value)
    this.report = this.#secret ? bare(report, () => this.#explain(stage, mark)) : report
    if (report.early) return report // of loginlint/lazy: it is made anew when the causes are there
    this.options.onReport?.(report)
    const { verdict, valid } = report
    const detail = { field: this.field, verdict, valid, secret: this.#secret, stage, codes: report.diagnostics.map((d) => d.code) }
    this.input.dispatchEvent(new CustomEvent('loginlint:report', { bubbles: true, composed: true, detail }))
    return report
  }

  /** Checks and shows; `typing`: the person is in the middle of it, `left`: through with it. */
  refresh({ typing = false, left = false } = {}) {
    clearTimeout(this.#timer)
    if (this.composing) return this.report
    let report = this.run('typing')
    let causes = this.#causes(report)
    if (left && !causes.length && this.#isMistyped()) causes = this.#causes((report = this.run('submit')))
    this.stopped = undefined
    const patient = typing && !this.entry.lost && causes.length > 0 && causes.every((c) => PATIENT.has(c.code))
    const waits = patient || report.early || (report.verdict === 'ask' && this.options.candidates?.coming)
    if (patient) this.#timer = setTimeout(() => this.#settle(), PATIENCE_MS)
    this.#show(report, causes, { waits })
    return report
  }

  /** Where a submission would be judged without causes that are on their way: a promise that lasts a moment at most. */
  early() {
    return this.#free() ? undefined : this.#look('submit', this.typed, null).early
  }

  /** Causes or candidates have come: what is said without them is said anew. */
  learn() {
    if (this.stopped !== undefined) this.#halt(this.run('submit'), ...this.#halted)
    else if (this.report) this.refresh()
  }

  /** Would the whole value be told of what may be unfinished while it is typed (gmail.co)? */
  #isMistyped() {
    return PATIENT.has(this.#look('submit', this.typed).causes[0]?.code)
  }

  /** What waited for a pause is shown now; what was said at a submission stays. */
  #settle({ left = false } = {}) {
    clearTimeout(this.#timer)
    if (this.#editing || this.composing || !(this.report || this.input.value)) return
    if (!this.#consent.told(this.input.value)) this.refresh({ left })
  }

  // ---- what is shown -----------------------------------------------------------------------------------------------

  #causes(report) {
    return causesOf(report, this.#secret, () => this.#look(this.stage, this.typed, null).causes)
  }

  #show(report, causes, { waits, extra = [], insist, now } = {}) {
    if (!this.view) return
    const { view } = this
    const mark = this.#consent.mark(this.input.value)
    if (this.entry.lost) return view.show({ ...this.#cut(), now })
    if (this.#note?.mark === mark) return view.show({ ...passed, lines: this.#note.lines, buttons: this.#note.undo, now: true })
    if (this.#quiet === mark) return view.show(passed)
    if (waits || this.input.readOnly) return view.show(quiet)
    const lines = causes.map((cause) => lineOf(cause, this.texts, this.options.messages)).filter(Boolean)
    const buttons = [...this.#buttons(report, causes), ...this.#reveal(causes), ...(insist ? [insist] : [])]
    const invalid = report.verdict === 'fail' || (report.verdict === 'ask' && !report.valid)
    const topic = causes.map((cause) => cause.code).join('; ')
    view.show({ verdict: report.verdict, invalid, lines: [...lines, ...extra], buttons, topic, now, causes })
  }

  #buttons(report, causes) {
    if (this.input.disabled) return []
    // The closure holds no text: a press asks for the suggestion again.
    return offers(causes, report, this.typed, this.#secret, this.texts).map(({ label, basis }, i) => ({
      label,
      basis,
      press: () => this.#press(i),
    }))
  }

  #press(i) {
    const report = this.run(this.stage)
    const chosen = offers(this.#causes(report), report, this.typed, this.#secret, this.texts)[i]
    if (!chosen) return // in a composition there is none
    this.#take(chosen.value)
  }

  #take(value) {
    this.#hide?.()
    this.input.focus()
    this.#replace(value)
    this.refresh()
  }

  /** The characters of a masked field, where they need a look. */
  #reveal(causes) {
    const { input } = this
    const masked = input.type === 'password' && !this.#hide
    if (!this.#hide && !(masked && input.value && causes.some((cause) => cause.remedy === 'look'))) return []
    const hide = () => {
      input.type = 'password'
      this.#hide = undefined
    }
    const show = () => {
      input.type = 'text'
      this.#hide = hide
    }
    const press = () => {
      ;(this.#hide ?? show)()
      this.refresh()
    }
    return [{ label: this.#hide ? this.texts.hide : this.texts.show, basis: 'reveal', press }]
  }

  /** What `maxlength` cut off, and all of it once it is corrected, if it fits then. */
  #cut() {
    const { texts, input } = this
    const whole = () => {
      const report = this.#look('submit', this.entry.lost.text)
      return /^(pass|fixed)$/.test(report.verdict) && report.text.length <= input.maxLength ? report.text : undefined
    }
    const value = whole()
    const label = this.#secret ? texts.whole : texts.change(value)
    const buttons = value === undefined ? [] : [{ label, basis: 'whole', press: () => this.#take(whole() ?? input.value) }]
    return { verdict: 'fail', invalid: true, lines: [texts.cut(input.maxLength)], buttons, topic: 'cut' }
  }

  #lockOff() {
    if (this.#told || !this.view || !/numeric|tel/.test(this.input.inputMode)) return
    this.#told = true
    this.view.show({ ...quiet, lines: [this.texts.numLock], topic: 'num-lock' })
  }

  // ---- submission --------------------------------------------------------------------------------------------------

  /** Before the browser's own validation: what is fixed at submission anyway. */
  prepare() {
    if (this.#free()) return
    if (this.composing) this.#endComposition()
    const report = this.run('submit')
    if (report.verdict === 'fixed' && !this.entry.lost && !this.#consent.given(this.input.value)) this.#fix(report)
  }

  #free() {
    return this.input.disabled || this.input.readOnly || (this.options.optional && !this.input.value)
  }

  /**
   * A submission: true where it must stop.  `ask` and `fail` stop until the person who was warned sends the same value again,
   * or insists on it under this field; what is strict stops always.
   * `submission`: { insisting: the field under which a button sent the form, resubmit: sends it so }.
   */
  attempt({ insisting, resubmit } = {}) {
    this.stopped = undefined
    if (this.#free()) return false
    if (this.composing) this.#endComposition()
    this.#hide?.()
    const report = this.run('submit')
    const { value } = this.input
    if (this.entry.lost) return this.#halt(report, true)
    if (report.verdict === 'pass') return this.#pass()
    if (report.verdict === 'fixed') return this.#consent.given(value) ? this.#pass() : this.#fix(report)
    const strict = this.#isStrict(report)
    if (!strict && this.#consents(insisting)) return this.#pass()
    this.#consent.tell(value, this.#now())
    return this.#halt(report, strict, resubmit)
  }

  #now() {
    return this.window.performance.now()
  }

  #isStrict({ diagnostics, causes }) {
    return [...diagnostics.filter((d) => d.severity !== 'info'), ...causes].some(({ code }) => this.strict.has(code))
  }

  /** Sent again, or insisted on here: the person wants it so.  A button under another field says nothing of this one. */
  #consents(insisting) {
    const { value } = this.input
    if (insisting === this) this.#consent.give(value)
    return insisting ? this.#consent.given(value) : this.#consent.repeat(value, this.#now())
  }

  #endComposition() {
    endComposition(this.input)
    this.composing = false
  }

  #halt(report, strict, resubmit) {
    const ask = !strict && report.verdict === 'ask' && resubmit
    const insist = { label: this.texts.insist, basis: 'insist', press: () => resubmit(this) }
    const causes = this.#causes(report)
    this.#quiet = undefined
    this.#halted = [strict, resubmit]
    this.stopped = this.entry.lost ? this.texts.cut(this.input.maxLength) : causes[0]?.message
    this.#show(report, causes, { insist: ask ? insist : undefined, extra: ask || strict ? [] : [this.texts.again], now: true })
    return true
  }

  #pass() {
    this.#quiet = this.#consent.mark(this.input.value)
    if (this.#note?.mark !== this.#quiet) this.view?.show(passed)
    return false
  }

  #fix(report) {
    const lines = this.#causes(report).map((cause) => lineOf(cause, this.texts, this.options.messages))
    const before = this.#secret ? undefined : this.typed
    this.#replace(report.text)
    const mark = this.#consent.mark(this.input.value)
    const undo = before === undefined ? [] : [{ label: this.texts.undo, basis: 'undo', press: () => this.#undo(before) }]
    if (!this.options.group || lines.length) this.#note = { mark, lines: [[...lines, this.texts.fixed].join(this.texts.space)], undo }
    this.#show(report, [], { now: true })
    this.#quiet = mark
    return false
  }

  /** The person wants what was typed after all. */
  #undo(before) {
    this.#consent.give(before)
    this.#take(before)
  }

  /** The server refused it: the same value is looked at again, with what that tells. */
  failed() {
    this.failures++
    this.#quiet = this.#note = undefined
    this.refresh()
    this.desk.failed(this)
  }

  /** The form was reset: nothing is known, nothing is shown. */
  reset() {
    clearTimeout(this.#timer)
    this.#hide?.()
    this.#quiet = this.#note = this.stopped = undefined
    this.#consent.forget()
    this.#secret = false
    this.entry.forget()
    this.report = null
    this.view?.show(quiet)
  }
}
