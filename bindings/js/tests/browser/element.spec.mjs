// SPDX-License-Identifier: MIT
// element.spec.mjs - <login-lint>: the helper without a line of script.
import assert from 'node:assert/strict'
import test from 'node:test'
import { lines, open, value } from './browser.mjs'

const same = assert.deepEqual
const sent = (page) => page.evaluate('sent')
const shown = (page) => page.waitForFunction(() => document.querySelector('.loginlint-message'))

async function page(options) {
  const opened = await open('element.html', options)
  await opened.waitForFunction("customElements.get('login-lint')")
  return opened
}

test('<login-lint> attaches what stands between its tags, and says so in an event without values', async () => {
  const p = await page()
  same([await p.getAttribute('#f', 'inputmode'), await p.getAttribute('#p', 'inputmode')], ['numeric', 'numeric'])
  await p.locator('#f').pressSequentially('４１１１１１１１１１１１１１１１')
  await shown(p)
  await p.locator('#p').pressSequentially('2580')
  await p.click('#go')
  same(await sent(p), [{ f: '4111111111111111', p: '2580' }])
  const events = await p.evaluate('events')
  assert.ok(events.some((e) => e.field === 'card-number' && e.verdict === 'fixed'))
  assert.doesNotMatch(JSON.stringify(events), /4111|１１１１|2580/)
  same(p.problems, [])
})

test('<login-lint>: other rules count from then on', async () => {
  const p = await page()
  await p.locator('#p').pressSequentially('258025')
  await shown(p)
  await p.evaluate(() => document.querySelectorAll('login-lint')[1].setAttribute('rules', 'digits: 6'))
  await p.evaluate(() => document.querySelectorAll('login-lint')[1].check())
  await p.waitForFunction(() => document.querySelectorAll('.loginlint').length === 2)
  same(await lines(p), [])
})

test('<login-lint>: inputs that come later, and elements that go and come back', async () => {
  const p = await page()
  await p.focus('#f')
  await p.waitForSelector('.loginlint', { state: 'attached' })
  await p.evaluate(() => {
    const [first, second] = document.querySelectorAll('login-lint')
    second.remove()
    first.lang = 'en' // a language that nobody wanted before
    first.innerHTML = '<input id="late" name="late" aria-label="late">'
  })
  await p.locator('#late').pressSequentially('4111111111111112')
  await shown(p)
  same(await p.locator('.loginlint').count(), 1)
  assert.match((await lines(p)).join(), /card number/i)
  await p.evaluate(() => {
    const first = document.querySelector('login-lint')
    const { parentNode } = first
    first.remove()
    parentNode.prepend(first)
  })
  await p.click('#go')
  same(await sent(p), [])
  same([await value(p, '#late'), await p.locator('.loginlint').count()], ['4111111111111112', 1])
})

test('<login-lint>: attempt() and failed() of all', async () => {
  const p = await page()
  await p.locator('#f').pressSequentially('4111111111111112')
  await shown(p)
  same(await p.evaluate(() => document.querySelector('login-lint').attempt()), true)
  await p.evaluate(() => document.querySelector('login-lint').failed())
  same(await p.evaluate(() => document.querySelector('login-lint').reports[0].text), null)
})
