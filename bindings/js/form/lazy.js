// SPDX-License-Identifier: MIT
/* lazy.js - loginlint/lazy: the helper of loginlint/form, of which a page loads almost nothing before somebody uses it.
 *
 * In: inputs of a page.  Out: handles, at once.  The helper, the checks and the sentences of the page's languages come by
 * `import()` when an input gets the focus or the pointer, or the page is idle; the candidates when something is wrong that they help
 * with.  A submission before that waits a moment, and is then let through: a login must not fail because of us.
 */
import { addAttributes } from './attributes.js'

const WAIT_MS = 1500
const IDLE_MS = 3000

const languages = { en: () => import('loginlint/en'), ja: () => import('loginlint/ja'), zh: () => import('loginlint/zhHans'), ko: () => import('loginlint/ko') }
const tagOf = (options, input) => (options.lang ?? input.dataset.loginlintLang ?? input.closest('[lang]')?.lang ?? '').slice(0, 2).toLowerCase()

const known = (tag) => (languages[tag] ? tag : 'en')

/** @type {Map<HTMLInputElement, { join: (helper: object) => void, tag: string }>} */
const waiting = new Map()
let loading // a promise of the helper, or of undefined where it cannot be had
let through // the form that is sent as it is

let found // the candidates, once they are there
const handles = new Set() // WeakRefs of those that are told then
const texts = [] // the sentences that are here

async function learn(tag) {
  const name = known(tag)
  if (!texts.some((text) => text.tag.startsWith(name))) texts.push(...Object.values(await languages[name]()))
}

const pause = () => new Promise((done) => setTimeout(done))

/** The candidates, which come when something is wrong for the first time; `coming`: they are on their way. */
function candidates(...values) {
  if (!found && candidates.coming === undefined) come()
  return found?.(...values) ?? []
}

async function come() {
  candidates.coming = true
  try {
    found = (await import('loginlint/candidates')).candidates
  } catch (error) {
    report(error)
  }
  candidates.coming = false
  for (const ref of handles) ref.deref()?.learn()
  handles.clear()
}

/** In steps: a slow device shall not stand still for all of them together. */
async function load() {
  const tags = new Set([...waiting.values()].map(({ tag }) => known(tag)))
  const [{ attacher }, core] = await Promise.all([import('./attach.js'), import('loginlint/core'), ...[...tags].map(learn)])
  await pause()
  core.use()
  await pause()
  const helper = attacher({ ...core, candidates, languages: texts })
  for (const { join } of [...waiting.values()]) join(helper)
  // The first key shall not wait for what is compiled, or written into the engine, when it is needed for the first time.
  setTimeout(() => core.check('pin', '12O4'))
  setTimeout(() => core.check('pin', '12O4', { lang: texts[0] }))
  setTimeout(() => core.check('pin', '12O4', { lang: texts[0], context: 'stage: submit' }).causes)
  return helper
}

const report = (error) => void console.error('loginlint:', error)

function wake() {
  loading ??= load().catch(report)
  return loading
}

async function submitted(event) {
  const form = event.target
  const { submitter } = event
  if (form === through || submitter?.formNoValidate || ![...waiting.keys()].some((input) => input.form === form)) return
  event.preventDefault()
  event.stopImmediatePropagation()
  const helper = await Promise.race([wake(), new Promise((done) => setTimeout(done, WAIT_MS))])
  if (!helper) through = form
  try {
    form.requestSubmit(submitter?.form === form ? submitter : undefined)
  } finally {
    through = undefined
  }
}

/** `join(helper)` makes the real handle once the helper is there. */
function wait(input, options, attach) {
  let handle, ref
  let failed = 0
  const stop = new AbortController()
  const { signal } = stop
  const join = (helper) => {
    stop.abort()
    waiting.delete(input)
    try {
      handle = attach(helper)
      if (handle && !found) handles.add((ref = new WeakRef(handle)))
      for (; handle && failed; failed--) handle.failed()
    } catch (error) {
      report(error)
    }
    if (handle && input.value && input.getRootNode().activeElement === input) handle.check()
    return handle
  }
  waiting.set(input, { join, tag: tagOf(options, input) })
  for (const name of ['focus', 'pointerenter', 'input']) input.addEventListener(name, wake, { signal, once: true })
  input.getRootNode().addEventListener('submit', submitted, { capture: true, signal })
  if (loading) Promise.all([loading, learn(tagOf(options, input))]).then(([helper]) => helper && waiting.has(input) && join(helper), report)
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
  const once = () => void (stop.signal.aborted || come().catch(report))
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
