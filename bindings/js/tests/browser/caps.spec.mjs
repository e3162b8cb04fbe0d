// SPDX-License-Identifier: MIT
// caps.spec.mjs - the real Caps Lock key, in a window under X: headless Chromium cannot set it.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { after, test } from 'node:test'
import { context, fixes, fixture, lines, one, value } from './browser.mjs'

const key = (...names) => names.forEach((name) => execFileSync('xdotool', ['key', name]))
const settle = (page) => page.waitForTimeout(250)
let locked = false

function press(page) {
  locked = !locked
  key('Caps_Lock')
  return settle(page)
}

async function typed(page, letters) {
  key(...letters)
  await settle(page)
}

let last

async function focused(body) {
  await last?.context().close()
  const page = (last = await fixture(body))
  await page.bringToFront()
  const [id] = execFileSync('xdotool', ['search', '--onlyvisible', '--class', 'chromium']).toString().trim().split('\n')
  execFileSync('xdotool', ['windowfocus', id])
  await page.focus('#f')
  await settle(page)
  return page
}

after(() => locked && key('Caps_Lock'))

test('the Caps Lock key: on, off, and what was typed in between', async () => {
  const page = await focused(one('password', 'type="password"'))
  await typed(page, 'ab')
  assert.match(await context(page), /caps-lock: off/)
  key('BackSpace', 'BackSpace')
  await press(page)
  await typed(page, 'pass')
  assert.equal(await value(page), 'PASS')
  assert.match(await context(page), /caps-lock: on/)
  assert.match((await lines(page))[0], /Caps Lockがオン/)
  assert.deepEqual(await fixes(page), ['大文字と小文字を入れ替える'])
  await press(page)
  assert.match(await context(page), /caps-lock: on/)
  key('BackSpace', 'BackSpace', 'BackSpace', 'BackSpace')
  await typed(page, 'pass')
  assert.equal(await value(page), 'pass')
  assert.match(await context(page), /caps-lock: off/)
  assert.deepEqual(await lines(page), [])
})

test('with Shift held against the lock it is still on', async () => {
  const page = await focused(one('password', 'type="password"'))
  await press(page)
  await typed(page, ['p', 'shift+a', 's'])
  assert.equal(await value(page), 'PaS')
  assert.match(await context(page), /caps-lock: on/)
  await press(page)
})
