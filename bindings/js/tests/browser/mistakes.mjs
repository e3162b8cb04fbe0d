// SPDX-License-Identifier: MIT
// mistakes.mjs WEB OUT [LANG] [WIDTH] - the demo page on a phone with each of the commonest mistakes: NAME-1.png as it is said, NAME-2.png
// when the button was pressed, where there is one.  `make mistakes` makes them in build/mistakes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { chromium, devices } from 'playwright-core'

const [web, out, lang = 'ja', width = '360'] = process.argv.slice(2)
const mistakes = {
  'full-width-card': ['card-number', '４１１１－１１１１－１１１１－１１１１'],
  'full-width-id': ['login-id', 'ｔａｒｏ＠ｅｘａｍｐｌｅ．ｃｏｍ'],
  'mistyped-domain': ['login-id', 'taro@gmial.com'],
  'no-at-sign': ['login-id', 'taro.gmail.com'],
  'kana-password': ['password', 'ｐａっしぇ４７'],
  'space-at-the-end': ['login-id', 'taro@example.com '],
  'letter-for-digit': ['pin', '12O4'],
  'digit-missing': ['card-number', '411111111111111'],
  'wrong-digit': ['card-number', '4111111111111112'],
  'label-pasted': ['login-id', 'メールアドレス：taro@example.com'],
}

mkdirSync(out, { recursive: true })
const server = spawn(process.execPath, [new URL('../../../../examples/web/serve.mjs', import.meta.url).pathname, web, '0'])
const origin = String((await once(server.stdout, 'data'))[0]).trim()
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const context = await browser.newContext({ ...devices['Pixel 7'], viewport: { width: +width, height: 740 }, deviceScaleFactor: 1, locale: lang })
for (const [name, [field, typed]] of Object.entries(mistakes)) {
  const page = await context.newPage()
  await page.goto(origin)
  await page.check(`input[name=language][value=${lang}]`, { force: true })
  const input = page.locator(`#${field}`)
  await input.focus()
  await page.keyboard.insertText(typed)
  await page.evaluate(() => document.activeElement.blur())
  await page.waitForTimeout(300)
  const picture = async (n) => (await input.evaluate((e) => e.scrollIntoView({ block: 'center' })), page.screenshot({ path: `${out}/${name}-${n}.png` }))
  await picture(1)
  const fix = page.locator('.loginlint-fix')
  if (await fix.count()) {
    await fix.first().click()
    await page.waitForTimeout(300)
    await picture(2)
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  console.log(name, wide > 0 ? `sideways by ${wide} px` : '', await page.locator('.loginlint-message').allTextContents())
  await page.close()
}
await browser.close()
server.kill()
