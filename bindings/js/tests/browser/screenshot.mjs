// SPDX-License-Identifier: MIT
// screenshot.mjs WEB OUT - the demo page with a mistake in each field, for README.md.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chromium } from 'playwright-core'

const [web, out] = process.argv.slice(2)
const server = spawn(process.execPath, [new URL('../../../../examples/web/serve.mjs', import.meta.url).pathname, web, '0'])
const origin = String((await once(server.stdout, 'data'))[0]).trim()
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: { width: 1180, height: 1180 }, colorScheme: 'light' })
await page.goto(origin)
await page.fill('#password', 'ｐａｓｓｗｏｒｄ１')
await page.fill('#card-number', '４１１１－１１１１－１１１１－１１１１')
await page.fill('#pin', '12O4')
await page.fill('#login-id', 'ｔａｒｏ＠gmial.com')
await page.focus('#rules')
await page.evaluate(() => document.activeElement.blur())
await page.screenshot({ path: out })
await browser.close()
server.kill()
