// SPDX-License-Identifier: MIT
/* attach.js - attaches the helper to inputs, with an engine and languages that are handed over.
 *
 * In: attacher({ check, candidates, codes, causeCodes, languages }), of `loginlint` and `loginlint/candidates`.
 * Out: { attach, attachAll }, as index.d.ts has them; advise().
 */
import { Adviser } from './advice.js'
import { presetOf } from './attributes.js'
import { Field } from './field.js'
import { deskOf } from './submit.js'

const nothing = {
  ...{ verdict: 'pass', valid: true, secret: true, text: null, brand: null, display: null },
  ...{ diagnostics: [], total: 0, skipped: [], capsEvidence: 0, candidates: [], causes: [] },
}

/** A login must not fail because of us: an error is reported to the console, and the value passes as it is. */
function guarded(check) {
  return (field, value, options) => {
    try {
      return check(field, value, options)
    } catch (error) {
      console.error('loginlint:', error)
      return { ...nothing, text: value }
    }
  }
}

/* Those whose value a script sees as it was typed. */
const types = /^(text|password|email|tel|search|url)$/

function refuse(input) {
  const name = input?.localName ?? String(input)
  if (name !== 'input') throw new TypeError(`loginlint: attach() takes an <input>, not ${name}`)
  if (input.type === 'number') throw new TypeError('loginlint: type="number" hides what was typed from scripts: use type="text" inputmode="numeric"')
  if (!types.test(input.type)) throw new TypeError(`loginlint: nothing is typed into type="${input.type}"`)
}

/** The room that a right value needs with its hyphens: `maxlength` cuts what is pasted before anybody can read it. */
function warnOfCutting(input, field, rules) {
  const digits = Number(/(^|;)\s*digits:\s*(?:\d+\s*-\s*)?(\d+)/.exec(rules)?.[2] ?? { 'card-number': 19, pin: 4 }[field])
  const need = digits ? 2 * digits : Number(/(^|;)\s*maxlength:\s*(\d+)/.exec(rules)?.[2] ?? 0)
  if (input.maxLength >= 0 && input.maxLength < need)
    console.warn(`loginlint: maxlength="${input.maxLength}" cuts what is typed or pasted with spaces or hyphens; leave the length to the rules`, input)
}

/** @type {WeakMap<HTMLInputElement, object>} */
const attached = new WeakMap()

export function attacher({ check, candidates, codes, causeCodes, languages }) {
  const short = (tag) => tag.toLowerCase().split('-')[0]
  const byTag = (tag) => languages.find((lang) => short(lang.tag) === short(tag))

  /** The sentences for `ja` or `ja-JP`, or what was given as such. */
  function languageOf(lang) {
    if (typeof lang !== 'string') return lang
    const found = byTag(lang)
    if (!found) throw new TypeError(`loginlint: no language "${lang}" here; there are ${languages.map(({ tag }) => tag).join(', ')}`)
    return found
  }

  const tagOf = (input, lang) => lang?.tag ?? input.closest('[lang]')?.lang ?? ''

  /** Validates `input` from now on. */
  function attach(input, options) {
    refuse(input)
    const preset = presetOf(options.field, input)
    const { field: name } = preset
    const rules = options.rules || preset.rules
    const { policy } = options
    check(name, '', { rules, policy }) // what is wrong with them is told now
    const unknown = options.strict?.find((code) => !codes.includes(code) && !causeCodes.includes(code))
    if (unknown !== undefined) throw new TypeError(`loginlint: strict: no code "${unknown}"`)
    if (attached.has(input)) throw new Error('loginlint: this input is attached already; detach() it first')
    const lang = languageOf(options.lang)
    const engine = options.engine ?? { check, candidates }
    const own = { ...options, field: name, preset: options.field, rules, lang, locale: options.locale ?? tagOf(input, lang), candidates: engine.candidates }
    const desk = deskOf(input.ownerDocument)
    const field = new Field(input, own, guarded(engine.check), desk)
    warnOfCutting(input, name, rules)
    desk.add(field)
    const handle = {
      input,
      get report() {
        return field.report
      },
      check: () => field.refresh(),
      attempt: () => field.attempt(),
      failed: () => field.failed(),
      learn: () => field.learn(), // of loginlint/lazy
      detach: () => {
        attached.delete(input)
        field.detach()
      },
    }
    attached.set(input, handle)
    return handle
  }

  function optionsOf(input, defaults) {
    const { loginlint, loginlintRules, loginlintPolicy, loginlintLang, loginlintInto, loginlintOptional, loginlintStrict, loginlintGroup } = input.dataset
    const locale = loginlintLang ?? tagOf(input)
    const lang = byTag(locale) ?? languageOf(defaults.lang) ?? languages[0]
    const into = loginlintInto ? input.ownerDocument.getElementById(loginlintInto) : undefined
    const strict = loginlintStrict?.split(/\s+/).filter(Boolean) ?? defaults.strict
    const own = { field: loginlint, lang, locale: lang.tag, into: into ?? undefined, optional: loginlintOptional !== undefined, strict }
    return { ...defaults, ...own, group: loginlintGroup !== undefined || defaults.group, rules: loginlintRules ?? defaults.rules ?? '', policy: loginlintPolicy ?? defaults.policy }
  }

  /** A mistake in the page must not take the login away: it is told, and what is not mistaken works. */
  function attachOne(input, defaults) {
    const options = optionsOf(input, defaults)
    for (const without of [{}, { rules: '', policy: undefined, strict: [] }])
      try {
        return attach(input, { ...options, ...without })
      } catch (error) {
        console.error('loginlint:', input, error)
      }
  }

  /** Validates every `<input data-loginlint="...">` below `root` that is not attached yet. */
  function attachAll(root = document, defaults = {}) {
    const inputs = [...root.querySelectorAll('[data-loginlint]')].filter((input) => !attached.has(input))
    const handles = inputs.map((input) => attachOne(input, defaults)).filter(Boolean)
    const all = (act) => () => handles.forEach((handle) => handle[act]())
    return { handles, failed: all('failed'), detach: all('detach') }
  }

  return { attach, attachAll, attachOne }
}

/** Says beside the button of `form` what is to be known before an attempt. */
export function advise(form, options) {
  if (form?.localName !== 'form') throw new TypeError(`loginlint: advise() takes a <form>, not ${form?.localName ?? form}`)
  if (typeof options?.preflight !== 'function') throw new TypeError("loginlint: advise() wants { preflight }; import it from 'loginlint/preflight'")
  const desk = deskOf(form.ownerDocument)
  const failures = () => Math.max(0, ...desk.of(form).map((field) => field.failures))
  options.preflight(options.service, '', { lang: options.lang }) // a mistake in the page is told now
  const adviser = new Adviser(form, options, failures)
  return { check: () => adviser.check(), detach: desk.advise(form, adviser) }
}
