// SPDX-License-Identifier: MIT
// demo.spec.mjs - the demo page under `default-src 'self'`: it works, axe-core finds nothing, secrets stay out of it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import test from 'node:test'
import { demo, fixture, one, open } from './browser.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function violations(page) {
  await page.evaluate(axe)
  const result = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }))
  return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)
}

async function fillIn(page) {
  await page.fill('#password', 'ｐａｓｓｗｏｒｄ１')
  await page.fill('#card-number', '４１１１－１１１１－１１１１－１１１１')
  await page.fill('#pin', '78O6')
  await page.fill('#login-id', 'ｔａｒｏ＠gmial.com')
}

for (const options of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }])
  for (const language of ['ja', 'en'])
    test(`axe-core finds nothing: ${language} ${JSON.stringify(options)}`, async () => {
      const page = await demo(options)
      await page.check(`input[value=${language}]`, { force: true })
      assert.deepEqual(await violations(page), [])
      await fillIn(page)
      await page.click('.primary')
      assert.deepEqual(await violations(page), [])
      assert.deepEqual(page.problems, [])
    })

test('axe-core finds nothing in a bare form with messages and buttons', async () => {
  const page = await fixture(`<main><h1>x</h1>${one('login-id')}</main>`)
  await page.fill('#f', 'taro@gmial.com')
  await page.click('#go')
  assert.deepEqual(await violations(page), [])
})

test('the policy is strict, and nothing breaks it', async () => {
  const page = await demo()
  const refused = page.evaluate(() => new Promise((done) => addEventListener('securitypolicyviolation', (e) => done(e.violatedDirective))))
  await fillIn(page)
  await page.click('.primary')
  assert.deepEqual(page.problems, [])
  await page.evaluate(() => document.body.setAttribute('style', 'color: red')) // the policy itself is alive
  assert.match(await refused, /style-src/)
})

test('offending characters are marked, candidates are listed, JSON agrees', async () => {
  const page = await demo()
  await page.fill('#login-id', 'ｔａｒｏ＠gmial.com')
  assert.deepEqual(await page.locator('#typed mark').allTextContents(), ['ｔａｒｏ＠', 'gmial.com'])
  assert.match(await page.textContent('#candidates'), /taro@gmail\.com/)
  assert.equal(JSON.parse(await page.textContent('#json')).verdict, 'ask')
})

test('the page keeps nothing of a secret outside its input', async () => {
  const page = await demo()
  await fillIn(page)
  for (const field of ['password', 'card-number', 'pin']) {
    await page.click(`#fields button[value=${field}]`)
    const html = await page.evaluate(() => document.documentElement.outerHTML)
    for (const part of ['password1', 'ｐａｓｓ', '4111', '４１１１', '78O6', '7806']) assert.ok(!html.includes(part), part)
  }
})

test('the page keeps nothing of a card number that stands in the ID field', async () => {
  const page = await demo()
  await page.fill('#login-id', '４１１１１１１１１１１１１１１１')
  await page.click('.primary')
  const html = await page.evaluate(() => document.documentElement.outerHTML)
  for (const part of ['4111', '1111', '４１１１']) assert.ok(!html.includes(part), part)
})

test('rules can be edited, and an error is pointed at', async () => {
  const page = await demo()
  await page.click('#fields button[value=pin]')
  await page.fill('#rules', 'digits: many')
  assert.match(await page.textContent('#rules-error'), /\^/)
  assert.equal(await page.getAttribute('#rules', 'aria-invalid'), 'true')
  await page.fill('#rules', 'digits: 6')
  assert.equal(await page.textContent('#rules-error'), '')
  await page.fill('#pin', '１２３４５６')
  assert.equal(await page.textContent('#verdict'), 'fixed')
})

test('samples fill their field', async () => {
  const page = await demo()
  await page.getByText('ドメインの打ち間違い').click()
  assert.equal(await page.inputValue('#login-id'), 'taro@gmial.com')
  assert.equal(await page.textContent('#verdict'), 'ask')
})

test('a phone has one column and nothing to scroll sideways', async () => {
  const page = await demo({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true })
  await fillIn(page)
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320)) // a phone's innerWidth grows with what is too wide
})

for (const colorScheme of ['light', 'dark'])
  test(`what can be used has a border of 3:1: ${colorScheme}`, async () => {
    const page = await demo({ colorScheme })
    const low = await page.evaluate(() => {
      const rgb = (text) => text.match(/[\d.]+/g).slice(0, 3).map(Number)
      const light = (c) => c.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0)
      const ground = light(rgb(getComputedStyle(document.querySelector('.card')).backgroundColor))
      const ratio = (element) => light(rgb(getComputedStyle(element).borderTopColor))
      const of = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
      return [...document.querySelectorAll('input[id], textarea, #samples button, .tabs button:not([aria-pressed=true])')].map((e) => of(ratio(e), ground)).filter((r) => r < 3)
    })
    assert.deepEqual(low, [])
  })

test('forced colours: a chosen tab and the submit button can be told', async () => {
  const page = await demo({ forcedColors: 'active' })
  const style = (selector) => page.evaluate((s) => getComputedStyle(document.querySelector(s)).backgroundColor, selector)
  assert.notEqual(await style('.tabs button[aria-pressed=true]'), await style('.tabs button[aria-pressed=false]'))
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.primary')).borderTopStyle), 'solid')
})

const mistakes = [
  ['login-id', 'ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ'], ['login-id', 'taro@gmial.com'], ['login-id', 'たろう'], ['login-id', '4111111111111111'], ['login-id', ' taro@example.jp'],
  ['password', 'ｓａｋｕｒａ４２'], ['password', 'さくら４２'], ['card-number', '４１１１－１１１１－１１１１－１１１１'], ['card-number', '4111111111111112'], ['pin', '12O4'],
]
for (const language of ['ja', 'en'])
  test(`on a phone of 360 px no submit button moves for any of the ten commonest mistakes: ${language}`, async () => {
    const page = await demo({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
    await page.check(`input[value=${language}]`, { force: true })
    const tops = () => page.evaluate(() => [...document.querySelectorAll('.primary')].map((button) => button.getBoundingClientRect().top + scrollY))
    const before = await tops()
    for (const [field, typed] of mistakes) {
      await page.fill(`#${field}`, typed)
      await page.evaluate(() => document.activeElement.blur())
      assert.ok((await page.locator(`#below-${field} .loginlint-message`).count()) > 0, typed)
      assert.deepEqual(await tops(), before, typed)
      await page.fill(`#${field}`, '')
    }
  })

for (const options of [{}, { colorScheme: 'dark' }, { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true }])
  for (const language of ['ja', 'en'])
    test(`the gallery: something is said of each act, axe-core finds nothing, nothing is too wide: ${language} ${JSON.stringify(options)}`, async () => {
      const page = await open('gallery.html', options)
      await page.check(`input[value=${language}]`, { force: true })
      const silent = await page.evaluate(() => [...document.querySelectorAll('#acts form')].filter((form) => !form.querySelector('.loginlint-message')).map((form) => form.textContent))
      assert.deepEqual(silent, [])
      assert.deepEqual(await violations(page), [])
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth))
      assert.deepEqual(page.problems, [])
    })
