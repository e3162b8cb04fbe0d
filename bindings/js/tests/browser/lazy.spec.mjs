// SPDX-License-Identifier: MIT
// lazy.spec.mjs - loginlint/lazy: almost nothing is loaded before somebody uses the form, and nothing is lost by that.
import assert from 'node:assert/strict'
import test from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { fixes, lines, open, value } from './browser.mjs'
import { policy } from '../../dist/policy.mjs'

const same = assert.deepEqual
const sent = (page) => page.evaluate('sent')

/** The page, with what it has fetched in `page.got`; `delay`: what comes later comes so late (Infinity: never); `input`: its attributes. */
async function lazy(delay = 0, input) {
  const got = []
  const page = await open('icon.svg')
  if (input) await page.route('**/lazy.html', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: (await response.text()).replace('data-loginlint="card-number"', input) })
  })
  page.got = got
  page.on('response', async (response) => /\/lazy\//.test(response.url()) && got.push(await response.body().then((body) => brotliCompressSync(body).length, () => 0)))
  await page.route(/\/lazy\/(?!lazy\.js)/, async (route) => {
    if (delay === Infinity) return
    await new Promise((done) => setTimeout(done, delay))
    await route.continue()
  })
  await page.goto(page.url().replace('icon.svg', 'lazy.html'))
  await page.waitForFunction('globalThis.attached')
  return page
}

test('before anybody touches the form it is a few KB, and the attributes are there', async () => {
  const page = await lazy()
  await page.waitForTimeout(500)
  const first = page.got.reduce((sum, n) => sum + n, 0)
  same([await page.getAttribute('#f', 'inputmode'), await page.locator('.loginlint').count()], ['numeric', 0])
  await page.focus('#f')
  await page.waitForSelector('.loginlint', { state: 'attached' })
  await page.waitForTimeout(500)
  console.log(`latency lazy: ${first} bytes (brotli) before the first touch, ${page.got.reduce((sum, n) => sum + n, 0)} in all, in ${page.got.length} files`)
  assert.ok(first <= 8192)
})

/** The parts of the engine that came, and the verdict of what was typed. */
async function partsOf(input, typed) {
  const page = await lazy(0, input)
  const parts = new Set()
  page.on('request', (request) => parts.add(request.url().split('/').pop().split('-')[0]))
  await page.focus('#f')
  await page.waitForSelector('.loginlint', { state: 'attached' })
  await page.keyboard.type(typed)
  same(page.problems, [])
  return [['letters', 'rules'].filter((name) => parts.has(name)).join(), await page.evaluate(() => attached.handles[0].report.verdict)]
}

test('only login IDs and passwords load what they have besides, only rules that are not compiled their parser', async () => {
  same(await partsOf('data-loginlint="pin"', '258'), ['', 'incomplete'])
  same(await partsOf('data-loginlint="one-time-code" maxlength="8"', '12345678'), ['', 'pass'])
  same(await partsOf('data-loginlint="pin" data-loginlint-rules="digits: 6"', '258025'), ['rules', 'pass'])
  same(await partsOf(`data-loginlint="pin" data-loginlint-policy="${policy('pin', 'digits: 6')}"`, '258025'), ['', 'pass'])
  same(await partsOf('data-loginlint="login-id"', 'taro@gmail.com'), ['letters', 'pass'])
  same(await partsOf(`data-loginlint="password" data-loginlint-policy="${policy('password', 'required: lower; required: digit')}"`, 'abc'), ['letters', 'incomplete'])
})

test('a policy of another field is told, and the field is checked by its own rules', async () => {
  const page = await lazy(0, `data-loginlint="pin" data-loginlint-policy="${policy('card-number')}"`)
  await page.focus('#f')
  await page.waitForSelector('.loginlint', { state: 'attached' })
  await page.keyboard.type('2580')
  same(await page.evaluate(() => attached.handles[0].report.verdict), 'pass')
  assert.match(page.problems.join(), /not of a pin/)
})

test('what is typed is checked as by loginlint/form', async () => {
  const page = await lazy()
  await page.locator('#f').pressSequentially('４１１１１１１１１１１１１１１１')
  await page.waitForFunction(() => document.querySelector('.loginlint-message'))
  await page.getByText('半角に直す').waitFor()
  same(await fixes(page), ['半角に直す'])
  await page.click('#go')
  same([await value(page), await sent(page)], ['4111111111111111', ['4111111111111111']])
})

test('a submission before it is there waits a moment, and is checked', async () => {
  const page = await lazy(100)
  await page.evaluate(() => (document.querySelector('#f').value = '４１１１１１１１１１１１１１１１'))
  await page.click('#go')
  same(await sent(page), [])
  await page.waitForFunction(() => sent.length)
  same(await sent(page), ['4111111111111111'])
})

test('a submission is let through where it does not come', async () => {
  const page = await lazy(Infinity)
  await page.evaluate(() => (document.querySelector('#f').value = '4111111111111112'))
  await page.click('#go')
  await page.waitForTimeout(900)
  same(await sent(page), [])
  await page.waitForFunction(() => sent.length)
  same(await sent(page), ['4111111111111112'])
})

test('what was typed before it came is looked at when it comes', async () => {
  const page = await lazy(600)
  await page.locator('#f').pressSequentially('4111111111111112')
  same(await lines(page), [])
  await page.waitForFunction(() => document.querySelector('.loginlint-message'))
})

test('what is right needs no causes and no sentences; what is wrong is said when they come', async () => {
  const page = await lazy()
  const asked = []
  page.on('request', (request) => asked.push(request.url().split('/').pop().split('-')[0]))
  let go
  await page.route(/causes/, async (route) => (await new Promise((done) => (go = done)), route.continue()))
  await page.focus('#f')
  await page.waitForSelector('.loginlint', { state: 'attached' })
  await page.keyboard.type('4111111111111111')
  await page.click('#go')
  same([await sent(page), asked.some((name) => /causes|ja/.test(name))], [['4111111111111111'], false])
  await page.fill('#f', '4111111111111112')
  await page.waitForTimeout(100)
  same(await lines(page), [])
  await page.waitForFunction(() => performance.getEntriesByType('resource').length) // the request is under way
  go()
  await page.waitForFunction(() => document.querySelector('.loginlint-message'))
  same(await sent(page), ['4111111111111111'])
})

test('where causes and sentences cannot be had, nobody is stopped', async () => {
  const page = await lazy()
  await page.route(/causes/, (route) => route.abort())
  await page.focus('#f')
  await page.waitForSelector('.loginlint', { state: 'attached' })
  await page.fill('#f', '4111111111111112')
  await page.click('#go')
  await page.waitForFunction(() => sent.length)
  same([await sent(page), await lines(page)], [['4111111111111112'], []])
})

test('candidates come when something is wrong that they help with, and not before', async () => {
  const page = await lazy()
  const asked = []
  page.on('request', (request) => asked.push(request.url().split('/').pop().split('-')[0]))
  await page.locator('#f').pressSequentially('４１１１１１１１１１１１１１１１')
  await page.waitForFunction(() => document.querySelector('.loginlint-fix'))
  assert.ok(!asked.includes('search'), asked)
  await page.fill('#f', '411111111111111I')
  await page.waitForFunction(() => /文字/.test(document.querySelector('.loginlint-fix')?.textContent))
  assert.ok(asked.includes('search'), asked)
  same((await fixes(page)).length, 1)
})

test('a submission that was stopped stays so when the candidates come', async () => {
  const page = await lazy()
  await page.focus('#f')
  await page.waitForSelector('.loginlint', { state: 'attached' })
  let go
  await page.route(/search/, async (route) => (await new Promise((done) => (go = done)), route.continue()))
  await page.fill('#f', '411111111111111I')
  await page.waitForTimeout(100)
  same(await lines(page), [])
  await page.click('#go')
  await page.getByText('このまま続ける').waitFor()
  go()
  await page.waitForFunction(() => document.querySelectorAll('.loginlint-fix').length === 2)
  same([(await fixes(page)).at(-1), await sent(page)], ['このまま続ける', []])
  await page.getByText('このまま続ける').click()
  same(await sent(page), ['411111111111111I'])
})

test('advice comes when somebody uses the form', async () => {
  const page = await lazy()
  await page.evaluate(() => startAdvice({ lang: 'ja', facts: { 'service-outage': true } }))
  same(await page.locator('.loginlint-advice').count(), 0)
  await page.focus('#f')
  await page.waitForSelector('.loginlint-advice p')
  assert.match(await page.textContent('.loginlint-advice'), /障害/)
  same(page.problems, [])
})
