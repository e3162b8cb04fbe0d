// SPDX-License-Identifier: MIT
// consent.spec.mjs - a person who was told once and sends all the same is believed: for that value, in that field, and no more.
import assert from 'node:assert/strict'
import test from 'node:test'
import { fixes, fixture, lines, one, sent, submitAgain } from './browser.mjs'

const same = assert.deepEqual
const type = (page, text, selector = '#f') => page.locator(selector).pressSequentially(text)
const count = async (page) => (await sent(page)).length
const field = (id, name, attributes = '') =>
  `<label for="${id}">${id}</label><input id="${id}" name="${id}" data-loginlint="${name}" data-loginlint-lang="ja" ${attributes}>`
const form = (...fields) => `<form>${fields.join('')}<button id="go">送信</button></form>`
const insist = 'このまま続ける'

test('consent: an unchanged value is sent every time after the first warning', async () => {
  const page = await fixture(one('login-id'))
  await type(page, 'taro@gmial.com')
  await page.click('#go')
  const counts = [await count(page)]
  for (let i = 0; i < 5; i++) {
    await submitAgain(page)
    counts.push(await count(page))
  }
  same(counts, [0, 1, 2, 3, 4, 5])
})

test('consent: after a refusal by the server the same value is not stopped again, but looked at again', async () => {
  const page = await fixture(one('login-id'))
  await type(page, 'taro@gmial.com')
  await page.click('#go')
  await submitAgain(page)
  same(await lines(page), [])
  await page.evaluate(() => attached.handles[0].failed())
  assert.match((await lines(page)).join(), /打ち間違い/)
  await submitAgain(page)
  same(await count(page), 2)
})

test('consent: what was insisted on stays quiet', async () => {
  const page = await fixture(one('login-id'))
  await type(page, 'taro@gmial.com')
  await page.click('#go')
  await page.waitForTimeout(600)
  await page.getByText(insist).click()
  same(await count(page), 1)
  await page.evaluate(() => document.activeElement.blur())
  await page.waitForTimeout(1200)
  same([await lines(page), await fixes(page)], [[], []])
  await page.focus('#f')
  await submitAgain(page)
  same(await count(page), 2)
})

test('consent: it belongs to a value, also after another one', async () => {
  const page = await fixture(one('login-id'))
  await type(page, 'taro@gmial.com')
  await page.click('#go')
  await submitAgain(page)
  await page.fill('#f', 'taro@yhaoo.co.jp')
  await submitAgain(page)
  same(await count(page), 1)
  await page.fill('#f', 'taro@gmial.com')
  await submitAgain(page)
  same(await count(page), 2)
})

test('consent: a value that a script changed without an event is a new one', async () => {
  const page = await fixture(one('card-number'))
  await type(page, '4111111111111112')
  await page.click('#go')
  await page.evaluate(() => (document.querySelector('#f').value = '4111111111111113'))
  await submitAgain(page)
  same(await count(page), 0)
})

for (const [name, typed] of [['login-id', ''], ['password', ''], ['card-number', ''], ['pin', ''], ['login-id', '　 ']])
  test(`consent: an empty required field never goes through: ${name} ${typed.length}`, async () => {
    const page = await fixture(one(name))
    if (typed) await type(page, typed)
    await page.click('#go')
    for (let i = 0; i < 3; i++) await submitAgain(page)
    same(await count(page), 0)
    assert.doesNotMatch((await lines(page)).join(), /もう一度送信/)
    same(await fixes(page), [])
  })

test('consent: what is wrong beside an empty field goes through only when that is filled', async () => {
  const page = await fixture(form(field('card', 'card-number'), field('pin', 'pin')))
  await type(page, '4111111111111112', '#card')
  await page.click('#go')
  await submitAgain(page)
  same(await count(page), 0)
  await type(page, '2580', '#pin')
  await submitAgain(page)
  same(await sent(page), [{ card: '4111111111111112', pin: '2580' }])
})

test('consent: insisting under one field waives only that one', async () => {
  const page = await fixture(form(field('id', 'login-id'), field('card', 'card-number'), field('mail', 'login-id')))
  await type(page, 'taro@gmial.com', '#id')
  await type(page, '4111111111111112', '#card')
  await type(page, 'jiro@gmial.com', '#mail')
  await page.click('#go')
  await page.waitForTimeout(600)
  await page.locator('#id + .loginlint').getByText(insist).click()
  same(await count(page), 0)
  same(await page.evaluate(() => document.activeElement.id), 'card')
  same(await page.locator('#id + .loginlint .loginlint-message').count(), 0)
  assert.ok((await page.locator('#card + .loginlint .loginlint-message').count()) > 0)
  await page.fill('#card', '4111111111111111')
  await page.waitForTimeout(600)
  await page.locator('#mail + .loginlint').getByText(insist).click()
  same(await sent(page), [{ id: 'taro@gmial.com', card: '4111111111111111', mail: 'jiro@gmial.com' }])
})

test('consent: the second half of a double click that lands on a button presses nothing', async () => {
  const page = await fixture(one('login-id'))
  await type(page, 'taro@gmial.com')
  await page.click('#go')
  for (const [i, wanted] of [[1, 0], [0, 1]]) {
    const box = await page.getByText(insist).boundingBox()
    await page.mouse.move(box.x + 5, box.y + 5)
    await page.mouse.down({ clickCount: i + 1 })
    await page.mouse.up({ clickCount: i + 1 })
    same(await count(page), wanted)
  }
})

test('consent: strict codes are never waived', async () => {
  const page = await fixture(one('card-number', 'data-loginlint-strict="checksum too-short"'))
  await type(page, '4111111111111112')
  await page.click('#go')
  for (let i = 0; i < 3; i++) await submitAgain(page)
  same(await count(page), 0)
  assert.doesNotMatch((await lines(page)).join(), /もう一度送信/)
  await page.fill('#f', '4111111111111111')
  await submitAgain(page)
  same(await count(page), 1)
})

test('consent: strict leaves other codes to the person, and takes away the button where it rules', async () => {
  const page = await fixture(one('login-id', 'data-loginlint-strict="email-domain-typo"'))
  await type(page, 'taro@gmial.com')
  await page.click('#go')
  same(await fixes(page), ['「taro@gmail.com」に直す'])
  await submitAgain(page)
  same(await count(page), 0)
  const other = await fixture(one('card-number', 'data-loginlint-strict="too-short"'))
  await type(other, '4111111111111112')
  await other.click('#go')
  await submitAgain(other)
  same(await count(other), 1)
})

test('consent: a strict code that does not exist is an error', async () => {
  const page = await fixture('<form><input aria-label="x" id="f"></form>')
  const message = await page.evaluate(() => {
    try {
      lib.attach(document.querySelector('#f'), { field: 'pin', strict: ['to-short'] })
    } catch (error) {
      return error.message
    }
  })
  assert.match(message, /to-short/)
  same(await page.locator('.loginlint').count(), 0)
})
