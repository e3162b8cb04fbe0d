// SPDX-License-Identifier: MIT
// secret.spec.mjs - what the report calls secret is secret in every box: nothing of it stands in the document or in a handle.
//
// Each act is done to each value in each box; after each, the whole document (text, attributes, properties of inputs left out,
// shadow roots) and all that a handle gives are searched for any four characters of the value or of what it means.
import assert from 'node:assert/strict'
import test from 'node:test'
import { fixture, one } from './browser.mjs'

const boxes = ['login-id', 'password', 'card-number', 'pin']
const values = [
  ['4111111111111111', '4111111111111111'],
  ['４１１１－１１１１－１１１１－１１１１', '4111111111111111'],
  [' 5555 5555 5555 4444', '5555555555554444'],
  ['3530-1113-3330-0000 ', '3530111333300000'],
  ['ｋｉｚｕｎａ１２', 'kizuna12'],
  ['きずなｋｋ', 'kizunakk'],
  ['NAGISA１', 'nagisa1'],
]

/** Four characters and more of either text, as they are and without separators. */
function parts(typed, meant) {
  const found = new Set()
  for (const text of [typed, meant]) for (let i = 0; i + 4 <= text.length; i++) found.add(text.slice(i, i + 4))
  return [...found]
}

/* In the page: everything that can be read there but the values of the inputs themselves. */
function everything() {
  const texts = []
  const seen = new Set()
  const walk = (node) => {
    if (node.nodeType === 3 || node.nodeType === 8) texts.push(node.data)
    for (const attribute of node.attributes ?? []) texts.push(`${attribute.name}=${attribute.value}`)
    for (const child of node.childNodes) walk(child)
    if (node.shadowRoot) walk(node.shadowRoot)
    for (const key of Object.keys(node)) dig(node[key]) // what somebody hung on an element
  }
  const dig = (thing) => {
    if (typeof thing === 'string') texts.push(thing)
    if (thing === null || typeof thing !== 'object' || seen.has(thing) || thing instanceof Node) return
    seen.add(thing)
    for (const key of Reflect.ownKeys(thing)) dig(thing[key])
  }
  walk(document)
  dig(globalThis.attached.handles)
  return texts.join('\n')
}

async function typeIn(page, typed) {
  await page.focus('#f')
  await page.keyboard.press('Control+a')
  for (const character of typed) await page.keyboard.insertText(character)
}

async function paste(page, typed) {
  await page.evaluate((text) => {
    document.querySelector('#f').focus()
    document.querySelector('#f').select()
    document.execCommand('insertText', false, text)
  }, typed)
}

function script(page, typed) {
  return page.evaluate((text) => {
    document.querySelector('#f').value = text
    globalThis.attached.handles[0].check()
  }, typed)
}

async function compose(page, typed) {
  await page.focus('#f')
  await page.keyboard.press('Control+a')
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Input.imeSetComposition', { text: typed, selectionStart: typed.length, selectionEnd: typed.length })
  await cdp.send('Input.insertText', { text: typed })
}

const acts = { typeIn, paste, script, compose }

async function after(page) {
  const button = page.locator('.loginlint-fix')
  return [
    ['shown', () => page.waitForTimeout(800)],
    ['left', () => page.evaluate(() => document.activeElement.blur())],
    ['sent', () => page.evaluate(() => document.forms[0].requestSubmit())],
    ['refused', () => page.evaluate(() => globalThis.attached.handles[0].failed())],
    ['pressed', async () => (await button.count()) && button.first().click()],
    ['undone', () => page.keyboard.press('Control+z')],
    ['sent again', () => page.evaluate(() => document.forms[0].requestSubmit())],
  ]
}

for (const box of boxes)
  for (const act of Object.keys(acts))
    test(`nothing of a secret anywhere: ${box}, ${act}`, async () => {
      const page = await fixture(one(box))
      let secrets = 0
      for (const [typed, meant] of values) {
        await page.evaluate(() => document.forms[0].reset())
        await acts[act](page, typed)
        if (!(await page.evaluate(() => globalThis.attached.handles[0].report.secret))) continue
        secrets++
        for (const [name, step] of [['entered', () => {}], ...(await after(page))]) {
          await step()
          const text = await page.evaluate(everything)
          for (const part of parts(typed, meant)) assert.ok(!text.includes(part), `${values.findIndex((v) => v[0] === typed)} ${name}: a part of the secret`)
        }
      }
      assert.ok(secrets >= 3)
      assert.deepEqual(page.problems, [])
    })

test('a secret in the wrong box: what was said of the value before it is gone', async () => {
  const page = await fixture(one('login-id'))
  await paste(page, '４１１１－１１１１－１１１１')
  await page.waitForTimeout(800)
  await paste(page, '４１１１－１１１１－１１１１－１１１１')
  const text = await page.evaluate(everything)
  for (const part of ['4111', '４１１１', '1111', '１１１１']) assert.ok(!text.includes(part), 'a part of the secret')
})

test('a secret in the wrong box is offered by what is done, as everywhere', async () => {
  const page = await fixture(one('login-id'))
  await paste(page, '４１１１１１１１１１１１１１１１')
  const labels = await page.locator('.loginlint-fix').allTextContents()
  for (const label of labels) assert.doesNotMatch(label, /[0-9０-９]{4}/)
  const report = await page.evaluate(() => globalThis.attached.handles[0].report)
  assert.deepEqual([report.secret, report.text, report.display, report.diagnostics.every((d) => !d.fix || d.fix.text === null)], [true, null, null, true])
})
