// SPDX-License-Identifier: MIT
// advice.spec.mjs - beside the button that spends an attempt stands what is to be known before.
import assert from 'node:assert/strict'
import test from 'node:test'
import { fixture, one, sent, submitAgain } from './browser.mjs'

const same = assert.deepEqual
const said = (page) => page.locator('.loginlint-advice .loginlint-message').allTextContents()
const count = async (page) => (await sent(page)).length

async function advised(options = '{}', body = one('login-id', 'value="taro"')) {
  const page = await fixture(body)
  await page.evaluate(`globalThis.advice = lib.advise(document.forms[0], { preflight: lib.advice.preflight, lang: lib.advice.ja, ...${options} })`)
  return page
}

test('advice: nothing to say, nothing there', async () => {
  const page = await advised("{ service: 'lock-after: 3' }")
  same([await said(page), await page.locator('.loginlint-advice').isVisible()], [[], false])
  await page.click('#go')
  same(await count(page), 1)
})

test('advice: failures that the helper was told of lead to the last try, before the button', async () => {
  const page = await advised("{ service: 'lock-after: 3' }")
  await page.evaluate(() => attached.failed())
  same(await said(page), [])
  await page.evaluate(() => attached.failed())
  assert.match((await said(page)).join(), /次に失敗すると、ログインがロック/)
  same(await page.evaluate(() => document.querySelector('#go').previousElementSibling.className), 'loginlint-advice')
  same(await page.getAttribute('.loginlint-advice', 'role'), 'status')
  await page.click('#go')
  same(await count(page), 1, 'a warning stops nothing')
})

test('advice: offline stops once, and goes away with the connection', async () => {
  const page = await advised()
  await page.context().setOffline(true)
  await page.waitForFunction(() => document.querySelector('.loginlint-advice p'))
  assert.match((await said(page)).join(), /インターネット/)
  await page.click('#go')
  same(await count(page), 0)
  assert.match((await said(page)).join(), /もう一度送信/)
  await submitAgain(page)
  same(await count(page), 1)
  await page.context().setOffline(false)
  await page.waitForFunction(() => !document.querySelector('.loginlint-advice p'))
})

test('advice: a double click while it stops is one attempt', async () => {
  const page = await advised("{ facts: { 'service-outage': true } }")
  await page.dblclick('#go')
  same(await count(page), 0)
})

test('advice: maintenance is over when it is over, without a key', async () => {
  const page = await advised("{ service: 'maintenance: mon 00:00-07:00; utc-offset: +09:00', now: () => new Date(globalThis.clock ?? '2026-11-23T06:59:59+09:00') }")
  assert.match((await said(page)).join(), /7:00/)
  await page.evaluate(() => {
    globalThis.clock = '2026-11-23T07:00:01+09:00'
    document.querySelector('#f').focus()
  })
  same(await said(page), [])
})

test('advice: at most two lines, and the place that the page has for it', async () => {
  const facts = "{ facts: () => ({ offline: true, 'payment-overdue': true, 'app-outdated': true }) }"
  const page = await advised(facts, one('login-id').replace('<label', '<div id="place" data-loginlint-advice></div><label'))
  same([(await said(page)).length, await page.locator('#place .loginlint-advice').count()], [2, 1])
})

test('advice: what cannot be read is an error at once, and detach() takes all away', async () => {
  const page = await fixture(one('login-id'))
  const error = (act) => page.evaluate(`(() => { try { ${act} } catch (error) { return error.message } })()`)
  assert.match(await error("lib.advise(document.forms[0], { preflight: lib.advice.preflight, service: 'lock: 3' })"), /service.*"lock"/)
  assert.match(await error('lib.advise(document.forms[0], {})'), /preflight/)
  assert.match(await error('lib.advise(null, {})'), /<form>/)
  const before = await page.evaluate(() => document.body.innerHTML)
  await page.evaluate("lib.advise(document.forms[0], { preflight: lib.advice.preflight, facts: { offline: true } }).detach()")
  same(await page.evaluate(() => document.body.innerHTML), before)
  await page.fill('#f', 'taro')
  await page.click('#go')
  same(await count(page), 1)
})

test('advice: facts that the page gets wrong do not take the login away', async () => {
  const page = await advised("{ facts: { offlyne: true } }", one('login-id', 'value="taro"'))
  await page.click('#go')
  same(await count(page), 1)
  assert.match(page.problems.join(), /offlyne/)
})
