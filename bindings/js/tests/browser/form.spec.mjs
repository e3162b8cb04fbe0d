// SPDX-License-Identifier: MIT
// form.spec.mjs - loginlint/form in Chromium: what a person does in a login form, and what must come of it.
import assert from 'node:assert/strict'
import test from 'node:test'
import { caret, context, fixes, fixture, invalid, lines, one, sent, submitAgain, value } from './browser.mjs'

const type = (page, text, selector = '#f') => page.locator(selector).pressSequentially(text)
const same = assert.deepEqual

// ---- typing -----------------------------------------------------------------------------------------------------

test('typing: quiet while incomplete, then the error, then quiet again', async () => {
  const page = await fixture(one('card-number'))
  await type(page, '411111111111111')
  same([await lines(page), await invalid(page)], [[], null])
  await type(page, '2')
  assert.match((await lines(page))[0], /カード番号に、数字の間違い/)
  same([await invalid(page), await fixes(page)], ['true', []])
  await page.keyboard.press('Backspace')
  await type(page, '1')
  same([await lines(page), await invalid(page)], [[], null])
  same(page.problems, [])
})

test('full-width typing: one button, which mends the value', async () => {
  const page = await fixture(one('login-id'))
  await type(page, 'ｔａｒｏ')
  assert.match((await lines(page)).join(), /全角文字で入力されています/)
  same(await invalid(page), null)
  same(await fixes(page), ['「taro」に直す'])
  await page.click('.loginlint-fix')
  same([await value(page), await lines(page), await fixes(page)], ['taro', [], []])
  same(await page.evaluate(() => document.activeElement.id), 'f')
})

test('a fix of what cannot be seen is named by what it does', async () => {
  const page = await fixture(one('login-id'))
  await page.fill('#f', ' taro@example.jp')
  same(await fixes(page), ['空白や見えない文字を除く'])
  await page.click('.loginlint-fix')
  same(await value(page), 'taro@example.jp')
})

test('a domain that may be unfinished is not told before the field is left', async () => {
  const page = await fixture(one('login-id'))
  await type(page, 'taro@gmail.co')
  same(await lines(page), [])
  await type(page, 'm')
  await page.waitForTimeout(1100)
  same(await lines(page), [])
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await type(page, 'o')
  await page.waitForTimeout(1100)
  same(await fixes(page), [])
  await page.focus('#go')
  same(await fixes(page), ['「taro@gmail.com」に直す'])
})

test('a domain that waited is shown when the field is left', async () => {
  const page = await fixture(one('login-id'))
  await type(page, 'taro@gmial.com')
  await page.focus('#go')
  same(await fixes(page), ['「taro@gmail.com」に直す'])
})

test('fixes are buttons that submit nothing, and the keyboard reaches them', async () => {
  const page = await fixture(one('pin'))
  await type(page, '１２３４')
  same(await page.getAttribute('.loginlint-fix', 'type'), 'button')
  await page.keyboard.press('Tab')
  same(await page.evaluate(() => document.activeElement.className), 'loginlint-fix')
  await page.keyboard.press('Enter')
  same([await value(page), await sent(page)], ['1234', []])
})

test('the caret stays where it was', async () => {
  const page = await fixture(one('login-id'))
  await type(page, 'ｔａｒｏyamada')
  for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowLeft')
  same(await caret(page), 2 - 1 + 0)
  await page.click('.loginlint-fix')
  same([await value(page), await caret(page)], ['taroyamada', 1])
  await type(page, '-')
  same(await value(page), 't-aroyamada')
})

test('the caret stays behind the same digits where characters go', async () => {
  const page = await fixture(one('card-number'))
  await type(page, '４１１１－１１１１－１１１１－１１１１')
  for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowLeft')
  same(await caret(page), 10)
  await page.click('.loginlint-fix')
  same([await value(page), await caret(page)], ['4111111111111111', 8])
})

test('undo takes a fix back, and the message comes again', async () => {
  const page = await fixture(one('login-id'))
  await type(page, 'ｔａｒｏ')
  await page.click('.loginlint-fix')
  same(await value(page), 'taro')
  await page.keyboard.press('Control+z')
  same(await value(page), 'ｔａｒｏ')
  same(await fixes(page), ['「taro」に直す'])
})

test('a fix that is longer than maxlength allows still goes in', async () => {
  const page = await fixture(one('login-id', 'maxlength="6"'))
  await type(page, 'ぱっすぉｒｄ')
  assert.match((await fixes(page))[0], /password/)
  await page.locator('.loginlint-fix').first().click()
  same(await value(page), 'password')
})

test('an email input, which has no caret to ask for', async () => {
  const page = await fixture(one('login-id', 'type="email"'))
  await type(page, 'taro@gmial.com')
  await page.focus('#go')
  await page.click('.loginlint-fix')
  same(await value(page), 'taro@gmail.com')
  await page.keyboard.press('Control+z')
  same(await value(page), 'taro@gmial.com')
})

// ---- input method -----------------------------------------------------------------------------------------------

async function compose(page, text) {
  const cdp = await page.context().newCDPSession(page)
  for (let n = 1; n <= text.length; n++)
    await cdp.send('Input.imeSetComposition', { text: text.slice(0, n), selectionStart: n, selectionEnd: n })
  return cdp
}

test('composition: nothing is said or edited before it ends', async () => {
  const page = await fixture(one('login-id'))
  await page.focus('#f')
  const cdp = await compose(page, 'ぱっすぉｒｄ')
  same([await value(page), await lines(page), await fixes(page)], ['ぱっすぉｒｄ', [], []])
  await cdp.send('Input.insertText', { text: 'ぱっすぉｒｄ' })
  assert.match((await lines(page))[0], /日本語入力がオン/)
  same((await fixes(page))[0], '「password」に直す')
})

test('composition: ending in half-width text leaves nothing to say', async () => {
  const page = await fixture(one('login-id'))
  await page.focus('#f')
  const cdp = await compose(page, 'ｔａｒｏ')
  same(await lines(page), [])
  await cdp.send('Input.insertText', { text: 'taro' })
  same([await value(page), await lines(page)], ['taro', []])
})

test('composition: a cancelled one leaves the value as it was', async () => {
  const page = await fixture(one('login-id'))
  await type(page, 'taro')
  const cdp = await compose(page, 'やまだ')
  await cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  same([await value(page), await lines(page)], ['taro', []])
})

test('composition: a fix waits for it', async () => {
  const page = await fixture(one('login-id'))
  await type(page, 'ｔａｒｏ')
  await compose(page, 'や')
  await page.evaluate(() => document.querySelector('.loginlint-fix').dispatchEvent(new MouseEvent('click')))
  same(await value(page), 'ｔａｒｏや')
})

// ---- how text came in -------------------------------------------------------------------------------------------

async function copy(page, text) {
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<input id="from" aria-label="from">'))
  await page.fill('#from', text)
  await page.focus('#from')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
}

test('typed text is typed, on real keys', async () => {
  const page = await fixture(one('login-id'))
  await type(page, 'taro')
  assert.match(await context(page), /^stage: typing; composing: no|^stage: typing; entry: typed; keyboard: hardware; platform: linux/)
})

test('paste is a paste, also after a character is typed to it', async () => {
  const page = await fixture(one('password'))
  await copy(page, 'PASSWORD')
  await page.focus('#f')
  await page.keyboard.press('Control+v')
  same(await value(page), 'PASSWORD')
  assert.match(await context(page), /entry: paste/)
  assert.doesNotMatch(await context(page), /caps-lock/)
  await type(page, 'X')
  assert.match(await context(page), /entry: paste/)
  await page.keyboard.press('Control+a')
  await type(page, 'X')
  assert.match(await context(page), /entry: typed/)
})

test('drop is a paste', async () => {
  const page = await fixture(one('login-id'))
  await copy(page, 'tarodrop')
  const from = await page.locator('#from').boundingBox()
  const to = await page.locator('#f').boundingBox()
  await page.mouse.move(from.x + 12, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + 30, to.y + to.height / 2, { steps: 8 })
  await page.mouse.up()
  same(await value(page), 'tarodrop')
  assert.match(await context(page), /entry: paste/)
})

test('a value that comes all at once, and one that a script fills in, are autofill', async () => {
  const page = await fixture(one('password'))
  await page.fill('#f', 'PASSWORD')
  assert.match(await context(page), /entry: autofill/)
  await page.fill('#f', '')
  await page.evaluate(() => {
    const input = document.querySelector('#f')
    input.value = 'OTHERPASS'
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'A', bubbles: true }))
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
  assert.match(await context(page), /entry: autofill/)
  assert.doesNotMatch(await context(page), /caps-lock/)
})

test('a touch keyboard is recognised, and Caps Lock is none of its business', async () => {
  const page = await fixture(one('password'), { hasTouch: true, isMobile: true, init: lockOn })
  await page.keyboard.press('Shift') // a key somewhere showed the lock before
  await page.tap('#f')
  await page.keyboard.insertText('P')
  await page.keyboard.insertText('A')
  assert.match(await context(page), /keyboard: touch/)
  assert.doesNotMatch(await context(page), /caps/)
})

test('what a page says about failures reaches the core', async () => {
  const page = await fixture(one('password'))
  await page.focus('#f')
  await page.keyboard.down('Shift')
  await page.keyboard.type('PASSWORD')
  await page.keyboard.up('Shift')
  same(await lines(page), [])
  await page.evaluate(() => attached.handles[0].failed())
  assert.match(await context(page), /failures: 1/)
})

// ---- Caps Lock (headless cannot set it: the trusted events are made to report it; caps.spec.mjs has the real key) ----

function lockOn() {
  globalThis.locked = true
  const real = KeyboardEvent.prototype.getModifierState
  const patched = function (name) {
    return name === 'CapsLock' ? globalThis.locked : real.call(this, name)
  }
  KeyboardEvent.prototype.getModifierState = MouseEvent.prototype.getModifierState = patched
}

test('Caps Lock: a warning and a swap by name for a password', async () => {
  const page = await fixture(one('password', 'type="password"'), { init: lockOn })
  await type(page, 'PASSWORD')
  assert.match(await context(page), /caps-lock: on/)
  assert.match((await lines(page))[0], /Caps Lockがオン/)
  same(await fixes(page), ['大文字と小文字を入れ替える'])
  same(await invalid(page), null)
  await page.click('.loginlint-fix')
  same(await value(page), 'password')
})

test('Caps Lock: its own key tells nothing', async () => {
  const page = await fixture(one('password'), { init: lockOn })
  await page.focus('#f')
  await page.keyboard.press('Shift')
  await page.keyboard.insertText('P')
  assert.match(await context(page), /caps-lock: on/)
  await page.keyboard.press('CapsLock')
  await page.keyboard.insertText('A')
  assert.doesNotMatch(await context(page), /caps-lock/)
})

test('Caps Lock: events that a script makes up tell nothing', async () => {
  const page = await fixture(one('password'))
  await page.focus('#f')
  await page.evaluate(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'A', modifierCapsLock: true, bubbles: true })))
  await page.keyboard.insertText('P')
  assert.match(await context(page), /entry: typed/)
  assert.doesNotMatch(await context(page), /caps-lock/)
})

test('Caps Lock: a pointer tells it before the first key', async () => {
  const page = await fixture(one('password'), { init: lockOn })
  await page.click('#f')
  await page.keyboard.insertText('PA')
  assert.match(await context(page), /caps-lock: on/)
})

test('Caps Lock: released before the pointer moved, it was still on for what was typed', async () => {
  const page = await fixture(one('password'), { init: lockOn })
  await type(page, 'PASS')
  await page.evaluate(() => (globalThis.locked = false))
  await page.mouse.move(5, 5)
  await page.mouse.move(9, 9)
  await page.evaluate(() => attached.handles[0].check())
  assert.match(await context(page), /caps-lock: on/)
})

const two = `<form><input aria-label="id" id="id" name="id" data-loginlint="login-id" data-loginlint-lang="ja">
  <input aria-label="pw" id="f" name="pw" type="password" data-loginlint="password" data-loginlint-lang="ja"><button id="go">送信</button></form>`

test('the evidence of the login ID reaches the password', async () => {
  const page = await fixture(two)
  await type(page, 'YAMADA', '#id')
  await type(page, 'PASSWORD')
  const evidence = Number(/caps-evidence: (-?\d+)/.exec(await context(page))[1])
  assert.ok(evidence > 0)
  assert.equal(await page.evaluate(() => attached.handles[0].report.capsEvidence), evidence)
})

test('no evidence from a login ID that was filled in, and none on touch', async () => {
  const page = await fixture(two)
  await page.fill('#id', 'YAMADA')
  await type(page, 'PASSWORD')
  assert.doesNotMatch(await context(page), /caps-evidence/)
  const phone = await fixture(two, { hasTouch: true, isMobile: true })
  await phone.tap('#id')
  for (const key of 'YAMADA') await phone.keyboard.insertText(key)
  await phone.tap('#f')
  for (const key of 'PASS') await phone.keyboard.insertText(key)
  assert.match(await context(phone), /entry: typed; keyboard: touch/)
  assert.doesNotMatch(await context(phone), /caps/)
})

// ---- submission -------------------------------------------------------------------------------------------------

test('submit: pass goes through as typed', async () => {
  const page = await fixture(one('login-id'))
  await type(page, 'taro')
  await page.keyboard.press('Enter')
  same(await sent(page), [{ f: 'taro' }])
})

test('submit: fixed goes through corrected, and says so', async () => {
  const page = await fixture(one('card-number'))
  await type(page, '４１１１ １１１１ １１１１ １１１１')
  await page.click('#go')
  same(await sent(page), [{ f: '4111111111111111' }])
  assert.match((await lines(page)).join(), /入力を自動で直しました/)
  assert.match(await page.textContent('.loginlint-live'), /入力を自動で直しました/)
  await page.focus('#f')
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace')
  same(await lines(page), [])
})

test('submit: ask stops once with its suggestion; insisting goes through', async () => {
  const page = await fixture(one('login-id'))
  await type(page, 'taro@gmial.com')
  await page.keyboard.press('Enter')
  same(await sent(page), [])
  same(await fixes(page), ['「taro@gmail.com」に直す', 'このまま続ける'])
  same(await page.evaluate(() => document.activeElement.id), 'f')
  assert.match(await page.textContent('.loginlint-live'), /打ち間違い/)
  await page.getByText('このまま続ける').click()
  same(await sent(page), [{ f: 'taro@gmial.com' }])
})

test('submit: ask, taken', async () => {
  const page = await fixture(one('login-id'))
  await type(page, 'taro@gmial.com')
  await page.click('#go')
  await page.locator('.loginlint-fix').first().click()
  await page.click('#go')
  same(await sent(page), [{ f: 'taro@gmail.com' }])
})

test('submit: ask, submitted again unchanged, goes through', async () => {
  const page = await fixture(one('login-id'))
  await type(page, 'taro@gmial.com')
  await page.click('#go')
  await submitAgain(page)
  same(await sent(page), [{ f: 'taro@gmial.com' }])
})

test('submit: a double click is one attempt', async () => {
  const page = await fixture(one('login-id'))
  await type(page, 'taro@gmial.com')
  await page.focus('#go') // what waited is shown, so that the button stands still
  await page.dblclick('#go')
  same(await sent(page), [])
})

test('submit: fail stops once, with the focus on the field', async () => {
  const page = await fixture(one('card-number'))
  await type(page, '4111111111111112')
  await page.click('#go')
  same(await sent(page), [])
  same(await page.evaluate(() => document.activeElement.id), 'f')
  assert.match((await lines(page)).join(), /もう一度送信すると/)
  await submitAgain(page)
  same(await sent(page), [{ f: '4111111111111112' }])
})

test('submit: a press is not lost to a message that moves the button', async () => {
  const page = await fixture(one('login-id'))
  await type(page, 'taro@gmial.com')
  const box = await page.locator('#go').boundingBox()
  await page.mouse.move(box.x + 5, box.y + 5)
  await page.mouse.down()
  await page.waitForTimeout(300)
  same(await page.locator('#go').boundingBox(), box)
  await page.mouse.up()
  same(await fixes(page), ['「taro@gmail.com」に直す', 'このまま続ける'])
})

test('submit: a changed value is a new attempt', async () => {
  const page = await fixture(one('card-number'))
  await type(page, '4111111111111112')
  await page.click('#go')
  await page.keyboard.press('Backspace')
  await type(page, '3')
  await submitAgain(page)
  same(await sent(page), [])
})

test('submit: incomplete is a failure then', async () => {
  const page = await fixture(one('pin'))
  await type(page, '12')
  same(await lines(page), [])
  await page.click('#go')
  same(await sent(page), [])
  assert.match((await lines(page)).join(), /4桁必要なところ、2桁しかありません/)
  same(await invalid(page), 'true')
})

test('submit: what is not well-formed never goes through', async () => {
  const page = await fixture(one('login-id'))
  await page.evaluate(() => {
    document.querySelector('#f').value = 'ta\ud800ro'
    document.querySelector('#f').dispatchEvent(new Event('input', { bubbles: true }))
  })
  for (let i = 0; i < 3; i++) await submitAgain(page)
  same(await sent(page), [])
  assert.match((await lines(page)).join(), /文字が壊れていて/)
})

test('submit: several fields stop together, once, at the first', async () => {
  const page = await fixture(two)
  await type(page, 'taro@gmial.com', '#id')
  await type(page, 'ｐａｓｓ')
  await page.click('#go')
  same(await sent(page), [])
  same(await page.evaluate(() => document.activeElement.id), 'id')
  await submitAgain(page)
  same(await sent(page), [{ id: 'taro@gmial.com', pw: 'ｐａｓｓ' }])
})

test('submit: an empty optional field, a disabled one and formnovalidate are let through', async () => {
  const page = await fixture(one('pin', 'data-loginlint-optional'))
  await page.click('#go')
  same((await sent(page)).length, 1)
  const off = await fixture(one('pin', 'disabled'))
  await off.click('#go')
  same((await sent(off)).length, 1)
  const back = await fixture(one('pin').replace('id="go"', 'id="go" formnovalidate'))
  await back.click('#go')
  same((await sent(back)).length, 1)
})

test('submit: a page that sends by itself asks attempt()', async () => {
  const page = await fixture(one('card-number'))
  await type(page, '4111111111111112')
  same(await page.evaluate(() => attached.handles[0].attempt()), true)
  await page.waitForTimeout(600)
  same(await page.evaluate(() => attached.handles[0].attempt()), false)
})

test('an engine that throws does not stop a login', async () => {
  const page = await fixture('<form><input aria-label="x" id="f" name="f"><button id="go">go</button></form>')
  await page.evaluate(() => {
    const check = () => {
      throw new Error('broken')
    }
    lib.attach(document.querySelector('#f'), { field: 'pin', engine: { check } })
  })
  await type(page, '12')
  await page.click('#go')
  same(await sent(page), [{ f: '12' }])
})

test('reset clears what was said', async () => {
  const page = await fixture(one('card-number'))
  await type(page, '4111111111111112')
  same((await lines(page)).length, 1)
  await page.evaluate(() => document.forms[0].reset())
  same([await lines(page), await invalid(page)], [[], null])
})

// ---- secrets ----------------------------------------------------------------------------------------------------

const secrets = [
  ['password', 'ｋｉｚｕｎａ１２', 'kizuna12'],
  ['password', 'きずなｋｋ', 'kizunakk'],
  ['password', ' hunter2hunter', 'hunter2hunter'],
  ['card-number', '４１１１－１１１１－１１１１－１１１１', '4111111111111111'],
  ['card-number', '4111 1111 1111 1112', '4111111111111112'],
  ['pin', '78O6', '7806'],
]
for (const [field, typed, meant] of secrets)
  test(`no part of a secret is in the document: ${field} ${secrets.findIndex((s) => s[1] === typed)}`, async () => {
    const page = await fixture(one(field))
    const clean = async () => {
      const html = await page.evaluate(() => document.documentElement.outerHTML)
      for (const text of [typed, meant])
        for (let i = 0; i + 3 <= text.trim().length; i++) assert.ok(!html.includes(text.trim().slice(i, i + 3)), 'a part of the secret')
    }
    await type(page, typed)
    await clean()
    await page.click('#go')
    await clean()
    if ((await page.locator('.loginlint-fix').count()) > 0) await page.locator('.loginlint-fix').first().click()
    await clean()
    await page.waitForTimeout(800)
    await clean()
  })

test('a handle keeps no text of a secret', async () => {
  const page = await fixture(one('pin'))
  await type(page, '７８O６')
  const kept = await page.evaluate(() => JSON.stringify(attached.handles[0].report))
  assert.match(kept, /lookalike-digit/)
  assert.doesNotMatch(kept, /7806|78O6|７８|"text":"/)
})

test('a secret with several candidates gets advice and no button', async () => {
  const page = await fixture(one('password', 'type="password"'))
  await type(page, 'ぱっすぉｒｄ')
  same(await fixes(page), [])
  assert.match((await lines(page))[0], /日本語入力をオフ/)
})

test('a secret with one reading gets a button that names what it does', async () => {
  const page = await fixture(one('password', 'type="password"'))
  await type(page, 'ｐａｓｓｗｏｒｄ')
  same(await fixes(page), ['半角に直す'])
  await page.click('.loginlint-fix')
  same(await value(page), 'password')
})

test('a password is never changed at submission', async () => {
  const page = await fixture(one('password', 'type="password"'))
  await type(page, 'ｐａｓｓｗｏｒｄ')
  await page.click('#go')
  await submitAgain(page)
  same(await sent(page), [{ f: 'ｐａｓｓｗｏｒｄ' }])
})

// ---- accessibility and attributes ---------------------------------------------------------------------------------

test('the message describes the field, beside what the page had said', async () => {
  const page = await fixture(`<p id="hint">hint</p>${one('card-number', 'aria-describedby="hint"')}`)
  await type(page, '4111111111111112')
  const ids = (await page.getAttribute('#f', 'aria-describedby')).split(' ')
  same([ids[0], ids.length], ['hint', 2])
  assert.match(await page.textContent(`#${ids[1]}`), /カード番号/)
  await page.keyboard.press('Backspace')
  same(await page.getAttribute('#f', 'aria-describedby'), 'hint')
})

test('the live region is polite, speaks after a pause, and cannot be seen', async () => {
  const page = await fixture(one('card-number'))
  same(await page.getAttribute('.loginlint-live', 'aria-live'), 'polite')
  await type(page, '4111111111111112')
  same(await page.textContent('.loginlint-live'), '')
  await page.waitForTimeout(900)
  assert.match(await page.textContent('.loginlint-live'), /カード番号に、数字の間違い/)
  assert.ok((await page.locator('.loginlint-live').boundingBox()).width <= 1)
})

test('attributes are added where the page has none', async () => {
  const page = await fixture(`<form>${['login-id', 'password', 'card-number', 'pin'].map((f) => `<input aria-label="${f}" data-loginlint="${f}">`).join('')}</form>`)
  const read = (name) => page.evaluate((n) => [...document.querySelectorAll('input')].map((i) => i.getAttribute(n)), name)
  same(await read('autocapitalize'), ['none', 'none', null, null])
  same(await read('spellcheck'), ['false', 'false', 'false', 'false'])
  same(await read('inputmode'), ['email', null, 'numeric', 'numeric'])
  same(await read('autocomplete'), ['username', 'current-password', 'cc-number', null])
})

test('attributes of the page stay', async () => {
  const page = await fixture(one('login-id', 'autocomplete="email" spellcheck="true" inputmode="text" autocapitalize="off"'))
  const read = (name) => page.getAttribute('#f', name)
  same([await read('autocomplete'), await read('spellcheck'), await read('inputmode'), await read('autocapitalize')], ['email', 'true', 'text', 'off'])
})

test('rules reach the attributes: a new password, a phone number', async () => {
  const page = await fixture(one('password', 'data-loginlint-rules="purpose: create; minlength: 8"'))
  same(await page.getAttribute('#f', 'autocomplete'), 'new-password')
  const phone = await fixture(one('login-id', 'data-loginlint-rules="kind: phone"'))
  same(await phone.getAttribute('#f', 'inputmode'), 'tel')
})

test('detach leaves the page as it was', async () => {
  const page = await fixture(one('card-number'))
  const [before, after] = await page.evaluate(() => {
    attached.detach()
    const before = document.body.innerHTML
    const again = lib.attachAll(document)
    const input = document.querySelector('#f')
    input.value = '4111111111111112'
    input.dispatchEvent(new Event('input', { bubbles: true }))
    again.detach()
    return [before, document.body.innerHTML]
  })
  same(after, before)
  same(await page.locator('.loginlint').count(), 0)
  await page.click('#go')
  same((await sent(page)).length, 1)
})

test('rules that cannot be read are reported, and the field works without them', async () => {
  const page = await fixture(one('pin', 'data-loginlint-rules="digits: many"'))
  assert.match(page.problems.join(), /rules/)
  await type(page, '１２３４')
  same(await fixes(page), ['半角に直す'])
  const thrown = await page.evaluate(() => {
    try {
      lib.attach(document.querySelector('#f'), { field: 'pin', rules: 'digits: many' })
    } catch (error) {
      return error.offset
    }
  })
  same(thrown, 8)
})

test('inside a label the messages go behind it', async () => {
  const page = await fixture('<form><label>ID <input id="f" data-loginlint="pin" data-loginlint-lang="en"></label></form>')
  same(await page.locator('label .loginlint').count(), 0)
  same(await page.locator('label + .loginlint').count(), 1)
})

test('in English', async () => {
  const page = await fixture(one('pin').replace('lang="ja"', 'lang="en"'))
  await type(page, '１２３４')
  assert.match((await lines(page))[0], /full-width/)
  same(await fixes(page), ['Change to half-width'])
})
