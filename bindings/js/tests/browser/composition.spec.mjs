// SPDX-License-Identifier: MIT
// composition.spec.mjs - the events of a composition in the order in which a real engine sends them, replayed to the helper.
//
// compositions.json holds what Chromium sent, event by event with the value after it, while its own input method interface (CDP
// Input.imeSetComposition, insertText, keydown 229) typed, converted, confirmed, cancelled or was left open at a submission.
// RECORD=1 writes it anew.  Replayed, nothing may be said while a composition is open, and all of it right behind its end.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import test from 'node:test'
import { fixture, lines, one, sent, value } from './browser.mjs'

const file = new URL('compositions.json', import.meta.url)
const same = assert.deepEqual

// What a person does, in calls of CDP; `submit` asks the form.
const process = (key = 'Process') => ['Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key }]
const up = (key, code) => ['Input.dispatchKeyEvent', { type: 'keyUp', windowsVirtualKeyCode: code, key }]
const shows = (text) => ['Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }]
const commits = (text) => ['Input.insertText', { text }]
const types = (...texts) => texts.flatMap((text) => [process(), shows(text), up('a', 65)])
const acts = {
  'typed and confirmed': [...types('ｔ', 'た', 'たｒ', 'たろ'), process('Enter'), commits('たろ'), up('Enter', 13)],
  'turned into half-width and confirmed': [...types('ｔ', 'た', 'たｒ', 'たろ'), process(), shows('taro'), process('Enter'), commits('taro')],
  'cancelled': [...types('ｔ', 'た'), process('Escape'), shows(''), up('Escape', 27)],
  'two in a row': [...types('ｔ', 'た'), commits('た'), ...types('ｒ', 'ろ'), commits('ろ')],
  'left open at the submission': [...types('ｔ', 'ｔａ', 'ｔａｒ', 'ｔａｒｏ'), 'submit'],
}

const TYPES = ['keydown', 'keyup', 'beforeinput', 'input', 'compositionstart', 'compositionupdate', 'compositionend', 'change']

/** What the engine sends to a plain field. */
async function record(steps) {
  const page = await fixture('<form><input id="f"></form>')
  await page.evaluate((types) => {
    globalThis.events = []
    const input = document.querySelector('#f')
    document.forms[0].addEventListener('submit', (event) => event.preventDefault())
    const see = ({ type, key, keyCode, inputType, data, isComposing }) => globalThis.events.push({ type, key, keyCode, inputType, data, isComposing, value: input.value })
    for (const type of types) input.addEventListener(type, see)
    input.focus()
  }, TYPES)
  const cdp = await page.context().newCDPSession(page)
  for (const step of steps) {
    if (step === 'submit') await page.evaluate(() => (document.forms[0].requestSubmit(), globalThis.events.push({ type: 'submit' })))
    else await cdp.send(...step)
  }
  return page.evaluate('globalThis.events')
}

/** Sends recorded events to a field with the helper: after each of them, whether a composition was open, and what is said that was not before it. */
function replay(events) {
  const input = document.querySelector('#f')
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set
  const make = { k: KeyboardEvent, b: InputEvent, i: InputEvent, c: CompositionEvent }
  const said = () => document.querySelectorAll('.loginlint-message').length
  let open = false
  let before = 0
  input.focus()
  return events.map(({ type, value, ...init }) => {
    if (type === 'submit') document.forms[0].requestSubmit()
    else {
      if (type === 'compositionstart') before = said()
      open = type === 'compositionstart' || (open && type !== 'compositionend')
      if (type !== 'beforeinput' && input.value !== value) set.call(input, value)
      input.dispatchEvent(new (type === 'change' ? Event : make[type[0]])(type, { bubbles: true, cancelable: true, ...init }))
    }
    return { type, open, said: open ? Math.max(0, said() - before) : said() }
  })
}

const recorded = () => JSON.parse(readFileSync(file, 'utf8'))

if (globalThis.process.env.RECORD) {
  test('records', async () => {
    const rows = {}
    for (const [name, steps] of Object.entries(acts)) rows[name] = await record(steps)
    const engine = await (await fixture('<input id="f">')).evaluate('navigator.userAgent')
    writeFileSync(file, JSON.stringify({ engine, rows }, (key, of) => of, 1).replace(/\n {4,}/g, ' ').replace(/\n {3}\}/g, ' }') + '\n')
  })
} else {
  for (const [name, events] of Object.entries(recorded().rows))
    test(`composition, recorded: ${name}`, async () => {
      const page = await fixture(one('login-id'))
      const after = await page.evaluate(replay, events)
      assert(after.some(({ open }) => open), 'a composition was open')
      same(after.filter(({ open, type, said }) => open && type !== 'submit' && said), [])
      const last = events.findLast((event) => event.value !== undefined).value
      if (name.startsWith('left open')) same(await sent(page), [{ f: 'taro' }])
      else same([await value(page), (await lines(page)).length > 0], [last, /[ぁ-ん]/.test(last)])
    })

  test('the engine still sends what was recorded', async () => {
    for (const [name, steps] of Object.entries(acts)) {
      const types = (events) => events.map(({ type }) => type)
      same(types(await record(steps)), types(recorded().rows[name]), name)
    }
  })
}
