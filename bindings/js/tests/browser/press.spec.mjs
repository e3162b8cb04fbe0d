// SPDX-License-Identifier: MIT
// press.spec.mjs - a press is never lost: nothing moves while a pointer is down, and submission ends a composition.
import assert from 'node:assert/strict'
import test from 'node:test'
import { fixes, fixture, lines, one, sent, value } from './browser.mjs'

const same = assert.deepEqual
const type = (page, text, selector = '#f') => page.locator(selector).pressSequentially(text)

async function compose(page, text) {
  const cdp = await page.context().newCDPSession(page)
  for (let n = 1; n <= text.length; n++)
    await cdp.send('Input.imeSetComposition', { text: text.slice(0, n), selectionStart: n, selectionEnd: n })
  return cdp
}

/** Where the button stands, and whether anything is shown. */
const look = (page) => page.evaluate(() => [document.querySelector('#go').getBoundingClientRect().top, document.querySelectorAll('.loginlint-message').length])

async function down(page) {
  const box = await page.locator('#go').boundingBox()
  await page.mouse.move(box.x + 5, box.y + 5)
  await page.mouse.down()
}

test('a press while the input method holds text is a press', async () => {
  const page = await fixture(one('card-number'))
  await page.focus('#f')
  await compose(page, '４１１１－１１１１－１１１１－１１１１')
  const before = await look(page)
  await down(page)
  await page.waitForTimeout(100)
  same(await look(page), before)
  await page.mouse.up()
  same(await sent(page), [{ f: '4111111111111111' }])
})

const paths = {
  'an input event': (input) => {
    input.value = '4111111111111112'
    input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }))
  },
  'the end of a composition': (input) => {
    input.dispatchEvent(new CompositionEvent('compositionstart'))
    input.value = '4111111111111112'
    input.dispatchEvent(new CompositionEvent('compositionend'))
  },
  'leaving the field': (input) => {
    input.value = '4111111111111112'
    globalThis.attached.handles[0].check()
    input.blur()
  },
  'check()': (input) => {
    input.value = '4111111111111112'
    globalThis.attached.handles[0].check()
  },
  'failed()': (input) => {
    input.value = '4111111111111112'
    globalThis.attached.handles[0].failed()
  },
  'a submission by a script': (input) => {
    input.value = '4111111111111112'
    input.form.requestSubmit()
  },
}
for (const [name, act] of Object.entries(paths))
  test(`nothing moves while a pointer is down: ${name}`, async () => {
    const page = await fixture(one('card-number'))
    await page.focus('#f')
    const before = await look(page)
    const box = await page.locator('#f').boundingBox()
    await page.mouse.move(box.x + 5, box.y + 5)
    await page.mouse.down()
    await page.evaluate(`(${act})(document.querySelector('#f'))`)
    await page.waitForTimeout(1200)
    same(await look(page), before)
    await page.mouse.up()
    await page.waitForTimeout(200)
    assert.ok((await lines(page)).length > 0)
  })

test('nothing disappears while a pointer is down: reset', async () => {
  const page = await fixture(one('card-number'))
  await type(page, '4111111111111112')
  await page.focus('#go')
  const before = await look(page)
  await down(page)
  await page.evaluate(() => document.forms[0].reset())
  same(await look(page), before)
  await page.mouse.up()
  await page.waitForTimeout(200)
})

test('a tap reaches the button although leaving the field would show a message', async () => {
  const page = await fixture(one('login-id'), { hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } })
  await page.tap('#f')
  await type(page, 'taro@gmial.com')
  await page.tap('#go')
  same(await fixes(page), ['「taro@gmail.com」に直す', 'このまま続ける'])
})

test('a pointer that is released where nobody sees it does not keep the messages back', async () => {
  const page = await fixture(one('card-number'))
  await down(page)
  await page.evaluate(() => addEventListener('pointerup', (event) => event.stopImmediatePropagation(), { capture: true, once: true }))
  await page.evaluate(() => ['click', 'mouseup'].forEach((name) => addEventListener(name, (event) => event.stopImmediatePropagation(), { capture: true, once: true })))
  await page.mouse.up()
  await page.mouse.move(3, 3)
  await type(page, '4111111111111112')
  await page.waitForTimeout(500)
  same((await lines(page)).length, 1)
})

// ---- submission in a composition ----------------------------------------------------------------------------------

test('submission ends a composition: what can be fixed is fixed and sent the first time', async () => {
  const page = await fixture(one('login-id'))
  await page.focus('#f')
  await compose(page, 'ｔａｒｏ')
  await page.evaluate(() => document.forms[0].requestSubmit())
  same([await sent(page), await value(page)], [[{ f: 'taro' }], 'taro'])
})

test('submission ends a composition: what is right is sent the first time', async () => {
  const page = await fixture(one('login-id'))
  await page.focus('#f')
  await compose(page, 'taro')
  await page.evaluate(() => document.forms[0].requestSubmit())
  same([await sent(page), await lines(page)], [[{ f: 'taro' }], []])
})

test('submission ends a composition: what needs a look is told the first time', async () => {
  const page = await fixture(one('card-number'))
  await page.focus('#f')
  await compose(page, '4111111111111112')
  await page.evaluate(() => document.forms[0].requestSubmit())
  same(await sent(page), [])
  assert.match((await lines(page)).join(), /カード番号に、数字の間違い/)
  same(await page.evaluate(() => document.activeElement.id), 'f')
  await page.waitForTimeout(600)
  await page.evaluate(() => document.forms[0].requestSubmit())
  same(await sent(page), [{ f: '4111111111111112' }])
})

test('submission ends a composition: the Enter of a keyboard that composes every word', async () => {
  const page = await fixture(one('login-id'))
  await page.focus('#f')
  await page.evaluate(() => {
    const enter = (event) => event.key === 'Enter' && document.forms[0].requestSubmit()
    document.querySelector('#f').addEventListener('keydown', enter)
  })
  await compose(page, 'ｔａｒｏ．ｙ')
  await page.evaluate(() => document.querySelector('#f').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })))
  same(await sent(page), [{ f: 'taro.y' }])
})
