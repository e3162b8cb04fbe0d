// SPDX-License-Identifier: MIT
// browser.mjs - Chromium for the tests: one browser, one server with a strict policy, a fresh page for each test.
//
// In: the directory of the bundled pages (LOGINLINT_WEB), flags of the script engine (LOGINLINT_JS_FLAGS).  Out: fixture(html)
// and demo(), pages whose violations of the Content-Security-Policy and uncaught errors are collected in page.problems.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { after, afterEach } from 'node:test'
import { chromium } from 'playwright-core'

const web = process.env.LOGINLINT_WEB
const server = spawn(process.execPath, [new URL('../../../../examples/web/serve.mjs', import.meta.url).pathname, web, '0'])
const origin = String((await once(server.stdout, 'data'))[0]).trim()
const headed = process.env.LOGINLINT_HEADED === '1'
const flags = process.env.LOGINLINT_JS_FLAGS
const args = ['--no-sandbox', ...(flags ? [`--js-flags=${flags}`] : []), ...(headed ? ['--ozone-platform=x11'] : [])]
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', headless: !headed, args })

// A page that nobody looks at any more goes on blinking its caret.
const opened = new Set()
afterEach(async () => {
  for (const context of opened) await context.close()
  opened.clear()
})
after(async () => {
  await browser.close()
  server.kill()
})

export async function open(path, options = {}) {
  const context = await browser.newContext(options)
  opened.add(context)
  const page = await context.newPage()
  page.problems = []
  page.on('pageerror', (error) => page.problems.push(error.message))
  // An icon that nobody has is asked for where the page is none (icon.svg), whenever the browser likes.
  page.on('console', (message) => message.type() === 'error' && !message.location().url.endsWith('/favicon.ico') && page.problems.push(message.text()))
  if (options.init) await page.addInitScript(options.init)
  await page.goto(origin + path)
  return page
}

export const demo = (options) => open('', options)

/** A page with this body, and the fields with data-loginlint attached. */
export async function fixture(body, options) {
  const page = await open('fixture.html', options)
  await page.waitForFunction('globalThis.lib')
  await page.evaluate(start, body)
  return page
}

function start(body) {
  document.body.innerHTML = body
  globalThis.sent = []
  for (const form of document.forms)
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      globalThis.sent.push(Object.fromEntries(new FormData(form)))
    })
  globalThis.attached = globalThis.lib.attachAll(document, { engine: globalThis.noting })
}

/** A form of one field with a button. */
export const one = (field, attributes = '') =>
  `<form><label for="f">入力</label><input id="f" name="f" data-loginlint="${field}" data-loginlint-lang="ja" ${attributes}><button id="go">送信</button></form>`

export const lines = (page) => page.locator('.loginlint-message').allTextContents()
export const fixes = (page) => page.locator('.loginlint-fix').allTextContents()
export const invalid = (page) => page.getAttribute('#f', 'aria-invalid')
export const value = (page, selector = '#f') => page.inputValue(selector)
export const sent = (page) => page.evaluate('globalThis.sent')
export const context = (page) => page.evaluate('globalThis.seen.at(-1)?.context')
export const caret = (page) => page.evaluate(() => document.querySelector('#f').selectionStart)

/** Two presses within half a second are one; a person takes longer. */
export async function submitAgain(page) {
  await page.waitForTimeout(600)
  await page.click('#go')
}
