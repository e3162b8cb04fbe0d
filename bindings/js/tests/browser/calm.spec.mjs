// SPDX-License-Identifier: MIT
// calm.spec.mjs - with loginlint/form.css nothing below a message moves, on a phone, in both colour schemes, in forced colours.
import assert from 'node:assert/strict'
import test from 'node:test'
import { fixture, lines, one } from './browser.mjs'

const mistakes = [
  ['a full-width address', 'login-id', 'ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ'],
  ['a mistyped domain', 'login-id', 'taro@gmial.com'],
  ['the input method left on', 'login-id', 'たろう'],
  ['a comma for a full stop', 'login-id', 'taro@example,jp'],
  ['a card number in the ID field', 'login-id', '4111111111111111'],
  ['a full-width password', 'password', 'ｓａｋｕｒａ４２'],
  ['kana in a password', 'password', 'さくら４２'],
  ['a full-width card number', 'card-number', '４１１１－１１１１－１１１１－１１１１'],
  ['a wrong digit', 'card-number', '4111111111111112'],
  ['a letter in a PIN', 'pin', '12O4'],
]

async function styled(body, options) {
  const page = await fixture(body, options)
  await page.evaluate(async () => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = 'form.css'
    document.head.append(link)
    await new Promise((done) => (link.onload = done))
    for (const block of document.querySelectorAll('label, input')) block.style.display = 'block' // no line in common, whose height fonts decide
    document.querySelector('meta[name=viewport]')?.remove()
    document.head.insertAdjacentHTML('beforeend', '<meta name="viewport" content="width=device-width, initial-scale=1">')
  })
  return page
}

const top = (page) => page.evaluate(() => document.querySelector('#go').getBoundingClientRect().top)

for (const lang of ['ja', 'en'])
  for (const [name, field, typed] of mistakes)
    test(`the button stays where it is: ${name}, ${lang}`, async () => {
      const page = await styled(one(field, field === 'password' ? 'type="password"' : '').replace('lang="ja"', `lang="${lang}"`).replace('<button', '<br><button'), {
        viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true,
      })
      await page.tap('#f')
      const before = await top(page)
      for (const character of typed) await page.keyboard.insertText(character)
      await page.evaluate(() => document.querySelector('#f').blur())
      await page.waitForTimeout(100)
      const said = await lines(page)
      const after = await top(page)
      console.log(`latency layout ${lang} ${name}: ${after - before} px for "${said.join(' / ')}"`)
      assert.ok(said.length > 0)
      assert.equal(after, before)
    })

/** The contrast of a colour on the ground of the page, as WCAG counts it. */
const contrast = (page, selector) =>
  page.evaluate((s) => {
    const rgb = (text) => text.match(/[\d.]+/g).slice(0, 3).map(Number)
    const light = (c) => c.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0)
    const ground = light(document.documentElement.style.colorScheme === 'dark' ? [18, 18, 18] : [255, 255, 255])
    const text = light(rgb(getComputedStyle(document.querySelector(s)).color))
    return (Math.max(ground, text) + 0.05) / (Math.min(ground, text) + 0.05)
  }, selector)

for (const scheme of ['light', 'dark'])
  test(`text and borders have contrast: ${scheme}`, async () => {
    const page = await styled(one('login-id'), { colorScheme: scheme })
    await page.evaluate((s) => (document.documentElement.style.colorScheme = s), scheme)
    for (const typed of ['taro@gmial.com', 'ｔａｒｏ']) {
      await page.fill('#f', typed)
      await page.focus('#go')
      assert.ok((await contrast(page, '.loginlint-message')) >= 4.5)
      assert.ok((await contrast(page, '.loginlint-fix')) >= 4.5)
    }
  })

test('forced colours: buttons keep a border, text its colour', async () => {
  const page = await styled(one('login-id'), { forcedColors: 'active' })
  await page.fill('#f', 'taro@gmial.com')
  await page.focus('#go')
  const style = await page.evaluate(() => {
    const { borderTopStyle, borderTopWidth, borderTopColor, color } = getComputedStyle(document.querySelector('.loginlint-fix'))
    return { borderTopStyle, borderTopWidth, same: borderTopColor === color }
  })
  assert.deepEqual(style, { borderTopStyle: 'solid', borderTopWidth: '1px', same: true })
})

test('320 px: nothing to scroll sideways, and a finger finds the buttons', async () => {
  const page = await styled(one('login-id'), { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true })
  await page.fill('#f', 'a.very.long.address.of.somebody.who.likes.dots@gmial.com')
  await page.focus('#go')
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth))
  const box = await page.locator('.loginlint-fix').first().boundingBox()
  assert.ok(box.height >= 24 && box.width >= 24)
})
