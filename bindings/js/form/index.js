/* index.js - loginlint/form: validates the fields of a login form while a person types, and at submission.
 *
 * In: inputs of a page.  Out: handles.  No framework, no style, no element that the page has to change for it.
 *   attach(input, { field: 'card-number', rules: 'brands: jcb, visa', lang: ja })
 *   <input data-loginlint="card-number" data-loginlint-rules="brands: jcb, visa" data-loginlint-lang="ja"> + attachAll()
 */
import { check, codes, en, ja, parseRules } from 'loginlint'
import { candidates } from 'loginlint/candidates'
import { Field } from './field.js'
import { addField, removeField } from './submit.js'

const nothing = {
  ...{ verdict: 'pass', valid: true, secret: true, text: null, brand: null, display: null },
  ...{ diagnostics: [], total: 0, skipped: [], capsEvidence: 0, candidates: [] },
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

const tags = ['en', 'ja'] // by the number of a language
const localeOf = (input, lang) => tags[lang?.id] ?? input.closest('[lang]')?.lang ?? ''

/** Validates `input` from now on. */
export function attach(input, options) {
  const problem = parseRules(options.field, options.rules ?? '')
  if (problem) throw problem
  const unknown = options.strict?.find((code) => !codes.includes(code))
  if (unknown !== undefined) throw new TypeError(`loginlint: strict: no code "${unknown}"`)
  const locale = options.locale ?? localeOf(input, options.lang)
  const engine = options.engine ?? { check, candidates }
  const field = new Field(input, { ...options, locale, candidates: engine.candidates }, guarded(engine.check))
  addField(field)
  return {
    input,
    get report() {
      return field.report
    },
    check: () => field.refresh(),
    attempt: () => field.attempt(),
    failed: () => field.failed(),
    detach: () => {
      removeField(field)
      field.detach()
    },
  }
}

const languages = { en, ja }

function optionsOf(input, defaults) {
  const { loginlint, loginlintRules, loginlintLang, loginlintInto, loginlintOptional, loginlintStrict } = input.dataset
  const locale = (loginlintLang ?? localeOf(input)).slice(0, 2).toLowerCase()
  const lang = languages[locale] ?? en
  const into = loginlintInto ? input.ownerDocument.getElementById(loginlintInto) : undefined
  const own = { field: loginlint, lang, locale, into: into ?? undefined, optional: loginlintOptional !== undefined }
  const strict = loginlintStrict?.split(/\s+/).filter(Boolean) ?? defaults.strict
  return { ...defaults, ...own, strict, rules: loginlintRules ?? defaults.rules ?? '' }
}

function attachOne(input, defaults) {
  const options = optionsOf(input, defaults)
  try {
    return attach(input, options)
  } catch (error) {
    console.error('loginlint:', input, error) // a mistake in the page's rules must not take the login away
    return attach(input, { ...options, rules: '' })
  }
}

/** Validates every `<input data-loginlint="...">` below `root`. */
export function attachAll(root = document, defaults = {}) {
  const handles = [...root.querySelectorAll('input[data-loginlint]')].map((input) => attachOne(input, defaults))
  return { handles, detach: () => handles.forEach((handle) => handle.detach()) }
}
