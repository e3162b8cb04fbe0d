// SPDX-License-Identifier: MIT
/* gallery.js - what people do in a login form, one box each, with what the form helper says of it.
 *
 * In: the acts of texts.js.  Out: a live form for each, so that no picture can be out of date.
 */
import { en, ja } from 'loginlint'
import { attach } from 'loginlint/form'
import { acts, texts } from './texts.js'

const languages = { en, ja }
let handles = []

const made = (name, text = '', attributes = {}) => {
  const element = document.createElement(name)
  element.textContent = text
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}

function card(act, i, language) {
  const { field, value } = act
  const box = made('form', '', { class: 'card', 'aria-labelledby': `act-${i}` })
  const input = made('input', '', { id: `f-${i}`, type: 'text', autocomplete: 'off' })
  input.value = value
  box.append(made('h2', act[language], { id: `act-${i}` }), made('label', texts[language][field], { for: input.id }), input)
  box.addEventListener('submit', (event) => event.preventDefault())
  return [box, () => attach(input, { field, lang: languages[language], locale: language })]
}

function show(language) {
  handles.forEach((handle) => handle.detach())
  document.documentElement.lang = language
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = texts[language][element.dataset.text]
  const cards = acts.map((act, i) => card(act, i, language))
  document.getElementById('acts').replaceChildren(...cards.map(([box]) => box))
  handles = cards.map(([, start]) => start())
  for (const { input } of handles) input.dispatchEvent(new Event('input')) // a value that is there as a whole, as from a paste
}

document.querySelector('.switch').addEventListener('change', (event) => show(event.target.value))
show('ja')
