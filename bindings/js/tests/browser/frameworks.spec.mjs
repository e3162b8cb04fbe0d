// SPDX-License-Identifier: MIT
// frameworks.spec.mjs - a controlled input of each framework: its state follows every fix, by button, pointer and key.
import assert from 'node:assert/strict'
import test from 'node:test'
import { open, value } from './browser.mjs'

const same = assert.deepEqual

async function mounted(name, type) {
  const html = { 'angular reactive': 'angular', 'angular ngModel': 'angular', 'angular signals': 'signals' }[name] ?? 'frameworks'
  const page = await open(`${html}.html`, { bypassCSP: html !== 'frameworks' })
  await page.waitForFunction('globalThis.mount')
  await page.evaluate(([n, t]) => mount(n, t), [name, type])
  await page.waitForSelector('#f')
  await page.waitForSelector('.loginlint', { state: 'attached' })
  return page
}

for (const name of ['react', 'react 18', 'preact', 'vue', 'vue lazy', 'svelte', 'htmx swap', 'angular reactive', 'angular ngModel', 'angular signals'])
  for (const type of ['text', 'email'])
    for (const act of ['pointer', 'Enter', 'button'])
      test(`the state follows: ${name}, type=${type}, ${act}`, async () => {
        const page = await mounted(name, type)
        same(await page.locator('.loginlint').count(), 1)
        await page.locator('#f').pressSequentially('ｔａｒｏ@example.jp')
        if (act === 'button') await page.locator('.loginlint-fix').first().click()
        if (act === 'Enter') await page.keyboard.press('Enter')
        else await page.click('#go')
        await page.waitForTimeout(50)
        same([await value(page), await page.evaluate('state'), await page.evaluate('sent')], ['taro@example.jp', 'taro@example.jp', ['taro@example.jp']])
        same(page.problems, [])
      })

test('the schema in a form of signals: an issue for each cause, with code, span and fix', async () => {
  const page = await mounted('angular signals', 'text')
  await page.locator('#f').pressSequentially('ｔａｒｏ@gmial.com')
  await page.waitForFunction('errors.length')
  same(await page.evaluate('errors.map(({ code, span, fix }) => [code, span, fix])'), [
    ['mistyped-domain', [5, 14], 'taro@gmail.com'],
    ['fullwidth-input', [0, 4], 'taro@gmial.com'],
  ])
  await page.fill('#f', 'taro@gmail.com')
  same(await page.evaluate('errors'), [])
})
