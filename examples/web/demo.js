// SPDX-License-Identifier: MIT
/* demo.js - a login form that says what was typed wrong, beside what the library answered.
 *
 * In: what is typed into the four fields and into the rule editor.  Out: the messages and buttons of loginlint/form
 * below the fields; the report of the field last touched on the right, with nothing of a secret in it.
 */
import { en, ja, parseRules } from 'loginlint'
import { attach } from 'loginlint/form'
import { samples, texts } from './texts.js'

const languages = { en, ja }
const fields = ['login-id', 'password', 'card-number', 'pin']
const rules = { 'login-id': 'kind: any', password: 'minlength: 8; maxlength: 32', 'card-number': 'brands: any', pin: 'digits: 4' }
const reports = {}
const at = (id) => document.getElementById(id)
const isSecret = () => reports[current]?.secret ?? current !== 'login-id' // the report decides: a card number may stand in any box

let language = 'ja'
let current = 'login-id'
let handles = []

const made = (name, text, attributes = {}) => {
  const element = document.createElement(name)
  element.textContent = text
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}

// ---- the report -------------------------------------------------------------------------------------------------

/** Pieces of the value, each with the gravest severity that covers it. */
function pieces(value, diagnostics) {
  const rank = { info: 1, warning: 2, error: 3 }
  const edges = new Set([0, value.length, ...diagnostics.flatMap((d) => [d.start, d.end])])
  const sorted = [...edges].sort((a, b) => a - b)
  const covering = (from, to) => diagnostics.filter((d) => d.start <= from && to <= d.end && d.start < d.end)
  return sorted.slice(1).map((to, i) => {
    const found = covering(sorted[i], to).sort((a, b) => rank[b.severity] - rank[a.severity])
    return { text: value.slice(sorted[i], to), severity: found[0]?.severity }
  })
}

function showTyped(report) {
  const value = at(current).value
  const secret = isSecret()
  const words = texts[language]
  at('typed').classList.toggle('none', secret || !value)
  if (secret || !value) return at('typed').replaceChildren(secret ? words.secret : words.nothing)
  const shown = pieces(value, report?.diagnostics ?? [])
  at('typed').replaceChildren(...shown.map((p) => (p.severity ? made('mark', p.text, { 'data-severity': p.severity }) : p.text)))
}

function finding(d) {
  const li = made('li', '', { 'data-severity': d.severity })
  li.append(made('code', `${d.code}${d.fix ? ` · ${d.fix.level}` : ''} · ${d.confidence}`), made('p', d.message))
  return li
}

function candidate(c) {
  const li = made('li', '')
  const names = c.bases.map((basis) => texts[language].bases[basis] ?? basis).join(' + ')
  if (isSecret()) li.append(made('b', names), made('span', `${c.confidence}`))
  else li.append(made('b', c.text), made('span', `${names} · ${c.confidence}`))
  return li
}

/** The report as the command-line tool prints it: values of secrets are left out. */
function plain(report) {
  const { verdict, valid, text, brand, display, diagnostics, candidates, skipped } = report
  const shared = { field: current, verdict, valid, brand, skipped }
  if (!isSecret()) return { ...shared, text, display, diagnostics, candidates }
  const bare = diagnostics.map((d) => ({ ...d, fix: d.fix && { level: d.fix.level } }))
  return { ...shared, diagnostics: bare, candidates: candidates.map(({ bases, confidence }) => ({ bases, confidence })) }
}

function showReport() {
  const report = reports[current]
  const candidates = report?.candidates ?? []
  at('verdict').textContent = report?.verdict ?? ''
  at('verdict').dataset.verdict = report?.verdict ?? ''
  at('verdict').hidden = !report
  for (const tab of at('fields').children) tab.setAttribute('aria-pressed', String(tab.value === current))
  showTyped(report)
  at('findings').replaceChildren(...(report?.diagnostics ?? []).map(finding))
  at('candidates-part').hidden = !candidates.length
  at('candidates').replaceChildren(...candidates.map(candidate))
  at('json').textContent = report ? JSON.stringify(plain(report), null, 2) : '{}'
}

function select(field) {
  current = field
  at('rules').value = rules[field]
  showRulesError()
  showReport()
}

// ---- the fields -------------------------------------------------------------------------------------------------

function reported(field, report) {
  reports[field] = report
  current = field
  if (field === 'card-number') at('brand').textContent = report.brand ?? ''
  if (at('rules') !== document.activeElement) at('rules').value = rules[field]
  showReport()
}

function attachFields() {
  handles.forEach((handle) => handle.detach())
  handles = fields.map((field) =>
    attach(at(field), {
      field,
      rules: rules[field],
      lang: languages[language],
      locale: language,
      into: at(`below-${field}`),
      onReport: (report) => reported(field, report),
    }),
  )
}

function checkAgain() {
  const kept = current
  handles.filter((handle) => handle.input.value).forEach((handle) => handle.check())
  select(kept)
}

function showRulesError() {
  const problem = parseRules(current, at('rules').value)
  at('rules').setAttribute('aria-invalid', String(problem !== null))
  const words = texts[language]
  const caret = problem && `${at('rules').value}\n${' '.repeat(problem.offset)}${'^'.repeat(problem.length || 1)}`
  at('rules-error').textContent = problem ? `${caret}\n${words.expected(problem.expected, problem.found)}` : ''
  return !problem
}

function rulesChanged() {
  if (!showRulesError()) return
  rules[current] = at('rules').value
  const kept = current
  attachFields()
  const handle = handles[fields.indexOf(kept)]
  if (handle.input.value) handle.check()
}

// ---- the page ---------------------------------------------------------------------------------------------------

function setLanguage(next) {
  language = next
  document.documentElement.lang = next
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = texts[next][element.dataset.text]
  at('fields').replaceChildren(...fields.map((field) => made('button', texts[next][field], { type: 'button', value: field })))
  at('samples').replaceChildren(...samples.map((s) => made('button', s[next], { type: 'button', value: samples.indexOf(s) })))
  for (const sent of document.querySelectorAll('.sent')) sent.textContent = ''
  attachFields()
  checkAgain()
}

function trySample({ field, value }) {
  const input = at(field)
  input.focus()
  input.select()
  document.execCommand('insertText', false, value)
}

document.querySelector('.switch').addEventListener('change', (event) => setLanguage(event.target.value))
at('fields').addEventListener('click', (event) => event.target.value && select(event.target.value))
at('samples').addEventListener('click', (event) => event.target.value && trySample(samples[event.target.value]))
at('rules').addEventListener('input', rulesChanged)
for (const form of document.forms) {
  const sent = form.querySelector('.sent')
  form.addEventListener('focusin', (event) => fields.includes(event.target.id) && select(event.target.id))
  form.addEventListener('input', () => (sent.textContent = ''))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    sent.textContent = texts[language].sent
  })
}
setLanguage('ja')
