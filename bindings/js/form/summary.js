// SPDX-License-Identifier: MIT
/* summary.js - what stopped a submission, in one place: the pattern of GOV.UK's error summary.
 *
 * In: a form and its fields, in their order.  Out: where the page has an `<div data-loginlint-summary>` in the form, or one that
 * names it by `data-loginlint-summary="id"`, that has a heading and a link to each field that was stopped, and the focus.
 *
 *   <div data-loginlint-summary tabindex="-1"> <p class="loginlint-summary-title"> <ul> <li><a href="#id">
 */

function placeOf(form) {
  const own = form.querySelector('[data-loginlint-summary]')
  return own ?? (form.id ? form.ownerDocument.querySelector(`[data-loginlint-summary="${CSS.escape(form.id)}"]`) : null)
}

function link(field) {
  const { input } = field
  const document = input.ownerDocument
  const item = document.createElement('li')
  const a = item.appendChild(document.createElement('a'))
  a.href = `#${input.id}`
  a.textContent = [input.labels?.[0]?.textContent.trim(), field.stopped].filter(Boolean).join(': ')
  a.addEventListener('click', (event) => {
    event.preventDefault()
    input.focus()
  })
  return item
}

/** True where there is a place for it and something to say; then it has the focus. */
export function summarise(form, fields) {
  const box = placeOf(form)
  if (!box) return false
  const stopped = fields.filter((field) => field.stopped)
  box.hidden = !stopped.length
  if (!stopped.length) return void box.replaceChildren()
  const [{ texts }] = stopped
  const title = form.ownerDocument.createElement('p')
  title.className = 'loginlint-summary-title'
  title.textContent = texts.summary
  const list = form.ownerDocument.createElement('ul')
  list.append(...stopped.map(link))
  box.lang = texts.tag
  box.dir = 'ltr'
  box.tabIndex = -1
  box.setAttribute('role', 'group')
  box.setAttribute('aria-label', texts.summary)
  box.replaceChildren(title, list)
  box.focus()
  return true
}
