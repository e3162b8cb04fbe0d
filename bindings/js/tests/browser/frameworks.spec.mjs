// SPDX-License-Identifier: MIT
// frameworks.spec.mjs - a controlled input of each framework: its state follows every fix, by button, pointer and key.
import assert from 'node:assert/strict'
import test from 'node:test'
import { open, value } from './browser.mjs'

const same = assert.deepEqual

for (const name of ['react', 'react 18', 'preact', 'vue', 'vue lazy', 'svelte', 'htmx swap', 'angular reactive', 'angular ngModel'])
  for (const type of ['text', 'email'])
    for (const act of ['pointer', 'Enter', 'button'])
      test(`the state follows: ${name}, type=${type}, ${act}`, async () => {
        const angular = name.startsWith('angular')
        const page = await open(angular ? 'angular.html' : 'frameworks.html', { bypassCSP: angular })
        await page.waitForFunction('globalThis.mount')
        await page.evaluate(([n, t]) => mount(n, t), [name, type])
        await page.waitForSelector('#f')
        await page.waitForSelector('.loginlint', { state: 'attached' })
        same(await page.locator('.loginlint').count(), 1)
        await page.locator('#f').pressSequentially('ｔａｒｏ@example.jp')
        if (act === 'button') await page.locator('.loginlint-fix').first().click()
        if (act === 'Enter') await page.keyboard.press('Enter')
        else await page.click('#go')
        await page.waitForTimeout(50)
        same([await value(page), await page.evaluate('state'), await page.evaluate('sent')], ['taro@example.jp', 'taro@example.jp', ['taro@example.jp']])
        same(page.problems, [])
      })
