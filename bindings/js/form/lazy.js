// SPDX-License-Identifier: MIT
/* lazy.js - loginlint/lazy: the helper of loginlint/form, of which a page loads almost nothing before somebody uses it.
 *
 * In: inputs of a page.  Out: handles, at once.  The rest comes by `import()`: the helper and what a verdict of its fields needs when
 * an input gets the focus or the pointer, or the page is idle; causes and the sentences of a language when there is something to say for the first
 * time; the candidates when something is wrong that they help with.  A submission before that waits a moment, and is then let
 * through: a login must not fail because of us.
 */
import { addAttributes } from './attributes.js'

const WAIT_MS = 1500
const IDLE_MS = 3000

const languages = { en: () => import('loginlint/en'), ja: () => import('loginlint/ja'), zh: () => import('loginlint/zhHans'), ko: () => import('loginlint/ko') }
const texts = ['en', 'ja', 'zh-Hans', 'ko'].map((tag) => ({ tag, texts: '' })) // which come later
const short = (tag) => tag.slice(0, 2).toLowerCase()
const tagOf = (options, input) => short(options.lang ?? input.dataset.loginlintLang ?? input.closest('[lang]')?.lang ?? '')

const known = (tag) => (languages[tag] ? tag : 'en')

/** @type {Map<HTMLInputElement, () => Promise<void>>} those that wait for the helper, and what ends that */
const waiting = new Map()
let loading // a promise of the helper
let through // the form that is sent as it is

let engine // what gives a verdict, once it is there
let causes // what says why, once it is there
let found // the candidates, once they are there
const handles = new Set() // WeakRefs of those that are told when something came

const pause = (ms) => new Promise((done) => setTimeout(done, ms))

function tell() {
  for (const ref of handles) ref.deref()?.learn()
  if (found) handles.clear()
}

/** The candidates, which come when something is wrong for the first time; `coming`: they are on their way. */
function candidates(...values) {
  if (!found && candidates.coming === undefined) come()
  return found?.(...values) ?? []
}

async function come() {
  candidates.coming = true
  try {
    found = (await import('loginlint/search')).candidates
  } catch (error) {
    fail(error)
  }
  candidates.coming = false
  tell()
}

/** Causes and the sentences of a language; in steps, as `load`. */
async function explain(lang) {
  const [module, sentences] = await Promise.all([import('loginlint/causes'), languages[short(lang.tag)]()])
  await pause()
  module.begin()
  await pause()
  Object.assign(lang, ...Object.values(sentences))
  module.learn(lang)
  await pause()
  causes = module
  engine.join(module)
  tell()
}

/** What is fine as it was typed is so without a cause; after a failure and of a paste more is asked. */
const needs = ({ verdict }, context) => /ask|fail|fixed/.test(verdict) || /paste|failures/.test(context)

const explaining = new Map() // language -> a promise that lasts a moment at most

/** As check(); `early`: it was done without the causes, which are on their way until this promise is kept. */
function check(field, value, options) {
  const { lang, context } = options
  const report = engine.check(field, value, options)
  if (!lang || (causes && lang.texts) || !needs(report, context)) return report
  if (!explaining.has(lang)) {
    const moment = Promise.race([explain(lang).catch(fail), pause(WAIT_MS)]).then(() => explaining.set(lang, undefined))
    explaining.set(lang, moment)
  }
  const early = explaining.get(lang)
  if (early) return Object.assign(report, { early })
  // What cannot be explained stops nobody; what is safe to mend is mended.
  if (/ask|fail/.test(report.verdict)) report.verdict = /stage: submit/.test(context) ? 'pass' : 'incomplete'
  return report
}

/** In steps: a slow device shall not stand still for all of them together. */
async function load() {
  const [{ attacher }, module] = await Promise.all([import('./attach.js'), import('loginlint/engine')])
  await pause()
  engine = module
  engine.use()
  await pause()
  engine.check('pin', '') // most of the time of a first check is the browser's, which compiles it
  await pause()
  return attacher({ ...engine, check, candidates, languages: texts })
}

/** What only some fields need: login IDs and passwords, and rules that are not compiled. */
const parts = { letters: () => import('loginlint/letters'), rules: () => import('loginlint/rules') }
const coming = {} // name of a part -> a promise of it

async function bring(name) {
  const part = await parts[name]()
  await loading
  await pause()
  engine.join(part)
  part.begin()
  await pause()
}

function need({ field, rules, policy }) {
  const names = [/login|password/.test(field) && 'letters', rules && !policy && 'rules'].filter(Boolean)
  return Promise.all(names.map((name) => (coming[name] ??= bring(name))))
}

let turn = Promise.resolve()
const warmed = new Set()

/** Neither attaching nor the first key shall wait for what is compiled when it is needed for the first time. */
async function warm({ field, rules, policy }) {
  if (warmed.has(field)) return
  warmed.add(field)
  try {
    engine.check(field === 'one-time-code' ? 'pin' : field, '１', { rules, policy })
  } catch {
    return // what is wrong with the rules is told when they are attached
  }
  await pause()
}

const fail = (error) => void console.error('loginlint:', error)

/** Everything for the inputs that wait; the helper is told to them one after the other. */
const wake = () => Promise.all([...waiting.values()].map((end) => end()))

const waits = (form) => [...waiting.keys()].some((input) => input.form === form)

async function submitted(event) {
  const form = event.target
  const { submitter } = event
  if (form === through || submitter?.formNoValidate || !waits(form)) return
  event.preventDefault()
  event.stopImmediatePropagation()
  await Promise.race([wake(), pause(WAIT_MS)])
  if (waits(form)) through = form
  try {
    form.requestSubmit(submitter?.form === form ? submitter : undefined)
  } finally {
    through = undefined
  }
}

/** What its attributes and the page say of an input, as far as it is to be known before the helper comes. */
const said = ({ dataset }, options) => ({
  field: options.field ?? dataset.loginlint,
  rules: dataset.loginlintRules ?? options.rules ?? '',
  policy: dataset.loginlintPolicy ?? options.policy,
})

/** `attach(helper)` makes the real handle once the helper is there. */
function wait(input, options, attach) {
  let handle, ref, ending
  let failed = 0
  const stop = new AbortController()
  const { signal } = stop
  const end = async () => {
    loading ??= load()
    const what = said(input, options)
    const [helper] = await Promise.all([loading, need(what)])
    await (turn = turn.then(pause).then(() => warm(what))) // one in a task
    if (signal.aborted) return
    stop.abort()
    waiting.delete(input)
    handle = attach(helper)
    if (!handle) return
    if (!found) handles.add((ref = new WeakRef(handle)))
    for (; failed; failed--) handle.failed()
    if (input.value && input.getRootNode().activeElement === input) handle.check()
  }
  waiting.set(input, () => (ending ??= end().catch(fail)))
  for (const name of ['focus', 'pointerenter', 'input']) input.addEventListener(name, wake, { signal, once: true })
  input.getRootNode().addEventListener('submit', submitted, { capture: true, signal })
  if (loading) waiting.get(input)()
  return {
    input,
    get report() {
      return handle?.report ?? null
    },
    check: () => handle?.check() ?? null,
    attempt: () => handle?.attempt() ?? false,
    failed: () => (handle ? handle.failed() : void failed++),
    detach: () => {
      stop.abort()
      waiting.delete(input)
      handles.delete(ref)
      handle?.detach()
    },
  }
}

function idle(act) {
  if (globalThis.requestIdleCallback) requestIdleCallback(act, { timeout: IDLE_MS })
  else setTimeout(act, IDLE_MS)
}

const soon = () => idle(wake)

/** As `attach` of loginlint/form; `lang` is a tag. What is wrong with the options is told in the console. */
export function attach(input, options) {
  const added = options.attributes === false ? [] : addAttributes(input, options.field, options.rules ?? '')
  soon()
  const handle = wait(input, options, (helper) => {
    for (const name of added) input.removeAttribute(name) // it adds them itself, and takes them away again
    return helper.attach(input, { ...options, lang: known(tagOf(options, input)) })
  })
  return handle
}

export function attachAll(root = document, defaults = {}) {
  const inputs = [...root.querySelectorAll('input[data-loginlint]')].filter((input) => !waiting.has(input))
  for (const input of inputs) if (defaults.attributes !== false) addAttributes(input, input.dataset.loginlint, input.dataset.loginlintRules ?? defaults.rules ?? '')
  const handles = inputs.map((input) => wait(input, defaults, (helper) => helper.attachOne(input, defaults)))
  soon()
  const all = (act) => () => handles.forEach((handle) => handle[act]())
  return { handles, failed: all('failed'), detach: all('detach') }
}

/** As `advise` of loginlint/form; `lang` is a tag, and preflight comes with it. */
export function advise(form, options = {}) {
  let own
  let gone = false
  const stop = new AbortController()
  const come = async () => {
    stop.abort()
    const [helper, { preflight, ...texts }] = await Promise.all([import('./attach.js'), import('loginlint/preflight')])
    const tag = tagOf(options, form)
    const lang = Object.values(texts).find((text) => text.tag.slice(0, 2) === tag) ?? texts.en
    if (!gone) own = helper.advise(form, { ...options, preflight, lang })
  }
  const once = () => void (stop.signal.aborted || come().catch(fail))
  form.addEventListener('focusin', once, { signal: stop.signal })
  idle(once)
  return {
    check: () => own?.check() ?? null,
    detach: () => {
      gone = true
      stop.abort()
      own?.detach()
    },
  }
}
