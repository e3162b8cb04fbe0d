// SPDX-License-Identifier: MIT
// contract.spec.mjs - the contract that every form helper holds, tests/cases/form.tsv, in Chromium: its own input method interface composes.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { fixture, one, sent, value } from './browser.mjs'

const text = (escaped) => escaped.replace(/\\u(....)/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
const table = readFileSync(new URL('../../../../tests/cases/form.tsv', import.meta.url), 'utf8').split('\n')
const rows = table.filter((row) => row && !row.startsWith('#')).map((row) => row.split('\t').map(text))
const cases = [...new Set(rows.map(([name]) => name))].map((name) => [name, rows.filter((row) => row[0] === name)])
const LOOK_MS = 1200 // what may only be unfinished is said after a pause
const TWICE_MS = 600 // two presses closer than this are one

/** What a person does; `composed` is what the input method shows. */
const acts = {
  compose: (page, cdp, shown) => cdp.send('Input.imeSetComposition', { text: shown, selectionStart: shown.length, selectionEnd: shown.length }),
  commit: (page, cdp, put) => cdp.send('Input.insertText', { text: put }),
  end: async (page, cdp) => cdp.send('Input.insertText', { text: await value(page) }),
  type: (page, cdp, keys) => page.keyboard.type(keys),
  erase: (page) => page.keyboard.press('Backspace'),
  submit: async (page) => {
    await page.waitForTimeout(TWICE_MS)
    await page.evaluate(() => document.forms[0].requestSubmit())
  },
}

for (const [name, events] of cases) {
  test(`contract: ${name}`, async () => {
    const [[, field, rules]] = events
    const page = await fixture(one(field, `data-loginlint-rules="${rules}" autocomplete="off"`))
    const cdp = await page.context().newCDPSession(page)
    const said = async () => (await page.locator('.loginlint-message').allTextContents()).join('\n')
    await page.focus('#f')
    let gone = 0
    for (const [, , , event, put, state] of events) {
      const before = await value(page)
      await acts[event](page, cdp, put)
      if (state === 'said' || state === 'stopped') await page.locator('.loginlint-message').first().waitFor({ timeout: LOOK_MS + 1000 })
      else await page.waitForTimeout(50)
      const all = await sent(page)
      const now = all.length > gone ? `sent ${all.at(-1).f}` : !(await said()) ? 'quiet' : event === 'submit' ? 'stopped' : 'said'
      assert.equal(now, state, `${event} ${put}: ${await said()}`)
      gone = all.length
      if (event === 'compose') assert.equal(await value(page), put)
      if (!/password|pin|card/.test(field)) continue
      for (let i = 0; i + 3 <= before.length; i++) assert.ok(!(await said()).includes(before.slice(i, i + 3)), await said())
    }
    assert.deepEqual(page.problems, [])
  })
}
