// SPDX-License-Identifier: MIT
// drivers.mjs - Firefox by WebDriver BiDi and WebKitGTK by WebDriver, behind the few things that a test needs.
//
// In: a name.  Out: { name, version, open(url), run(fn, ...values), keys(...), click(selector), close() }; keys are characters, or
// names of the list below; `Control+a` holds the first.
import { spawn } from 'node:child_process'
import puppeteer from 'puppeteer-core'

async function firefox() {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true, extraPrefsFirefox: { 'intl.accept_languages': 'ja' } })
  const page = await browser.newPage()
  return {
    name: 'firefox',
    version: await browser.version(),
    open: (url) => page.goto(url, { waitUntil: 'load' }),
    run: (fn, ...values) => page.evaluate(fn, ...values),
    click: (selector) => page.click(selector),
    async keys(...keys) {
      for (const key of keys) {
        const [last, ...held] = key.length > 1 ? key.split('+').reverse() : [key]
        for (const name of held) await page.keyboard.down(name)
        await page.keyboard.press(last)
        for (const name of held) await page.keyboard.up(name)
      }
    },
    close: () => browser.close(),
  }
}

const CODES = { Enter: '\ue007', Tab: '\ue004', Backspace: '\ue003', ArrowLeft: '\ue012', End: '\ue010', Home: '\ue011', Control: '\ue009', Shift: '\ue008' }

async function webkit() {
  const port = 4500 + (process.pid % 500)
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore' })
  const call = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body), headers: { 'Content-Type': 'application/json' } })
    const { value } = await response.json()
    if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`)
    return value
  }
  for (let tries = 0; ; tries++) {
    try {
      await call('GET', '/status')
      break
    } catch (error) {
      if (tries > 50) throw error
      await new Promise((done) => setTimeout(done, 100))
    }
  }
  const binary = { binary: '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser', args: ['--automation'] }
  const { sessionId, capabilities } = await call('POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': binary } } })
  const session = (method, path, body) => call(method, `/session/${sessionId}${path}`, body)
  const press = (keys) => session('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions: keys }] })
  return {
    name: 'webkit',
    version: `${capabilities.browserName} ${capabilities.browserVersion}`,
    open: (url) => session('POST', '/url', { url }),
    async run(fn, ...values) {
      const { value, error } = await session('POST', '/execute/async', {
        script: `const done = arguments[arguments.length - 1]; Promise.resolve().then(() => (${fn})(...[].slice.call(arguments, 0, -1))).then((value) => done({ value }), (error) => done({ error: String(error) }))`,
        args: values,
      })
      if (error) throw new Error(error)
      return value
    },
    async click(selector) {
      const found = await session('POST', '/element', { using: 'css selector', value: selector })
      await session('POST', `/element/${Object.values(found)[0]}/click`, {})
    },
    async keys(...keys) {
      for (const key of keys) {
        const names = (key.length > 1 ? key.split('+') : [key]).map((name) => CODES[name] ?? name)
        await press([...names.map((value) => ({ type: 'keyDown', value })), ...names.reverse().map((value) => ({ type: 'keyUp', value }))])
      }
    },
    async close() {
      await session('DELETE', '').catch(() => {})
      driver.kill()
    },
  }
}

export const launch = (name) => ({ firefox, webkit })[name]()
