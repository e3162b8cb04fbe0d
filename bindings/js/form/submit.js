// SPDX-License-Identifier: MIT
/* submit.js - the fields of a document: which of them are in it now, and the submission of their forms.
 *
 * In: fields; the `submit`, `reset`, `click` and `invalid` events of the trees that their inputs and forms stand in, before any
 * other listener of the page; what comes into these trees and goes.  Out: the submission goes through, with the safe fixes
 * applied, or stops with the focus on the first field that needs a look, or on the summary.
 * A submission is stopped, never sent by itself, and never in several variants.
 */
import { summarise } from './summary.js'

/** @type {WeakMap<Document, Desk>} */
const desks = new WeakMap()

/** Also where the input stands in the shadow tree of an element of that form. */
export function formOf(input) {
  for (let at = input; at; at = at.getRootNode().host) {
    const form = at.form ?? at.closest('form')
    if (form) return form
  }
  return null
}

const before = (a, b) => (a.input.compareDocumentPosition(b.input) & 4 ? -1 : 1) // 4: b follows a

const isSubmitter = (element) => element && /^(submit|image)$/.test(element.type) && element.form

class Desk {
  fields = new Set() // whose inputs are in the document
  #advisers = new Map() // form -> what is said beside its button
  #absent = new Set() // WeakRefs of the others: what a page throws away must not stay because of us
  #roots = new Map() // tree -> { users, stop }
  #insisting // the field under which the submission that is under way was insisted on
  #pressed // the form whose submit button is being pressed, for the task that this takes

  constructor(document) {
    this.observer = new (document.defaultView?.MutationObserver ?? MutationObserver)(() => this.#look())
    this.document = document
  }

  add(field) {
    if (field.input.isConnected) this.#enter(field)
    else this.#absent.add(new WeakRef(field))
    this.observer.observe(this.document, { childList: true, subtree: true })
  }

  remove(field) {
    this.#leave(field)
    for (const ref of this.#absent) if (!ref.deref() || ref.deref() === field) this.#absent.delete(ref)
    if (!this.fields.size && !this.#absent.size) this.observer.disconnect()
  }

  #enter(field) {
    field.roots = new Set([field.input, formOf(field.input) ?? field.input].map((node) => node.getRootNode()))
    for (const root of field.roots) this.#join(root)
    this.fields.add(field)
    field.enter()
  }

  #leave(field) {
    if (!this.fields.delete(field)) return
    for (const root of field.roots) this.#part(root)
    field.leave()
  }

  /** Something came or went. */
  #look() {
    for (const field of this.fields)
      if (!field.input.isConnected) {
        this.#leave(field)
        this.#absent.add(new WeakRef(field))
      }
    for (const ref of this.#absent) {
      const field = ref.deref()
      if (field && !field.input.isConnected) continue
      this.#absent.delete(ref)
      if (field) this.#enter(field)
    }
  }

  /** An event of an input that is not known to be in the document. */
  meet(field) {
    if (!this.fields.has(field)) this.#look()
  }

  /** Beside the button of `form`; gives back what takes it away again. */
  advise(form, adviser) {
    const root = form.getRootNode()
    this.#advisers.get(form)?.detach()
    this.#advisers.set(form, adviser)
    this.#join(root)
    return () => {
      this.#part(root)
      adviser.detach()
      if (this.#advisers.get(form) === adviser) this.#advisers.delete(form)
    }
  }

  /** The server refused what this field was sent with. */
  failed(field) {
    this.#advisers.get(formOf(field.input))?.check()
  }

  #join(root) {
    const known = this.#roots.get(root)
    if (known) return known.users++
    const stop = new AbortController()
    const on = (name, act) => root.addEventListener(name, act, { capture: true, signal: stop.signal })
    on('submit', (event) => this.#submitted(event))
    on('reset', (event) => queueMicrotask(() => this.of(event.target).forEach((field) => field.reset())))
    on('click', (event) => this.#clicked(event))
    on('invalid', (event) => this.#invalid(event))
    if (root !== this.document) this.observer.observe(root, { childList: true, subtree: true })
    this.#roots.set(root, { users: 1, stop })
  }

  #part(root) {
    const known = this.#roots.get(root)
    if (--known.users) return
    known.stop.abort()
    this.#roots.delete(root)
  }

  of(form) {
    return [...this.fields].filter((field) => formOf(field.input) === form).sort(before)
  }

  /** The browser's own validation comes between the press of a button and `submit`: what can be fixed is fixed before. */
  #clicked(event) {
    const button = event.composedPath().find(isSubmitter)
    if (!button || button.form.noValidate || button.formNoValidate) return
    this.#pressed = button.form
    setTimeout(() => (this.#pressed = undefined))
    for (const field of this.of(button.form)) field.prepare()
  }

  /** What the browser refuses is told in our words, where we have any. */
  #invalid(event) {
    const form = this.#pressed
    const field = form && this.of(form).find((f) => f.input === event.target)
    if (!field?.attempt({ native: true })) return
    event.preventDefault()
    if (this.of(form).find((f) => !f.input.validity.valid) === field) this.#focus(field, form)
  }

  #focus(field, form) {
    field.watcher.still(() => summarise(form, this.of(form)) || field.input.focus())
  }

  #again(form, submitter, field) {
    this.#insisting = field
    try {
      const button = submitter?.form === form ? submitter : undefined // a framework may have replaced it
      if (form.requestSubmit) form.requestSubmit(button)
      else button?.click()
    } finally {
      this.#insisting = undefined
    }
  }

  #submitted(event) {
    const form = event.target
    if (event.submitter?.formNoValidate) return // "back", "save for later"
    const resubmit = (field) => this.#again(form, event.submitter, field)
    const early = this.of(form).map((field) => field.early()).filter(Boolean)
    if (early.length) {
      event.preventDefault()
      event.stopImmediatePropagation()
      return void Promise.all(early).then(() => resubmit())
    }
    const stopped = this.of(form).filter((field) => field.attempt({ insisting: this.#insisting, resubmit }))
    const advised = !stopped.length && !!this.#advisers.get(form)?.attempt()
    if (!stopped.length) summarise(form, [])
    if (!stopped.length && !advised) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (stopped.length) this.#focus(stopped[0], form)
  }
}

export function deskOf(document) {
  if (!desks.has(document)) desks.set(document, new Desk(document))
  return desks.get(document)
}
