// SPDX-License-Identifier: MIT
// page.spec.mjs - what pages do around their inputs: limits, native validation, shadow trees, inputs that come and go.
import assert from 'node:assert/strict'
import test from 'node:test'
import { fixes, fixture, lines, one, sent, submitAgain, value } from './browser.mjs'

const same = assert.deepEqual
const type = (page, text, selector = '#f') => page.locator(selector).pressSequentially(text)
const count = async (page) => (await sent(page)).length

async function paste(page, text, selector = '#f') {
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<textarea id="from" aria-label="from"></textarea>'))
  await page.fill('#from', text)
  await page.focus('#from')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await page.evaluate(() => document.querySelector('#from').remove())
  await page.focus(selector)
  await page.keyboard.press('Control+v')
}

async function compose(page, text) {
  await page.focus('#f')
  const cdp = await page.context().newCDPSession(page)
  for (let n = 1; n <= text.length; n++) await cdp.send('Input.imeSetComposition', { text: text.slice(0, n), selectionStart: n, selectionEnd: n })
  await cdp.send('Input.insertText', { text })
}

const error = (page, act) =>
  page.evaluate(`(() => { try { (${act})(); return null } catch (error) { return error.name + ': ' + error.message } })()`)

// ---- maxlength -----------------------------------------------------------------------------------------------------

for (const [name, enter] of Object.entries({ pasted: paste, composed: compose, typed: type }))
  test(`maxlength: what it cut is told, and offered again where it fits: ${name}`, async () => {
    const page = await fixture(one('card-number', 'maxlength="16"'))
    await enter(page, '4111-1111-1111-1111')
    same(await value(page), '4111-1111-1111-1')
    await page.waitForTimeout(50)
    assert.match((await lines(page)).join(), /16文字/)
    await page.click('#go')
    await submitAgain(page)
    await submitAgain(page)
    same(await sent(page), [])
    await page.locator('.loginlint-fix').first().click()
    same(await value(page), '4111111111111111')
    same(await lines(page), [])
    await page.click('#go')
    same(await sent(page), [{ f: '4111111111111111' }])
  })

test('maxlength: a drop that was cut', async () => {
  const page = await fixture(`${one('pin', 'maxlength="6" data-loginlint-rules="digits: 6"')}<input id="from" aria-label="from" value="123 456">`)
  await page.focus('#from')
  await page.keyboard.press('Control+a')
  const from = await page.locator('#from').boundingBox()
  const to = await page.locator('#f').boundingBox()
  await page.mouse.move(from.x + 12, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + 30, to.y + to.height / 2, { steps: 8 })
  await page.mouse.up()
  await page.waitForTimeout(500)
  same(await value(page), '123 45')
  await page.locator('.loginlint-fix').first().click()
  same(await value(page), '123456')
})

test('maxlength: a password that was cut does not pass, and nothing of it is shown', async () => {
  const page = await fixture(one('password', 'type="password" maxlength="16"'))
  await paste(page, 'waiting-horse-battery')
  assert.match((await lines(page)).join(), /16文字/)
  same(await fixes(page), [])
  await page.click('#go')
  await submitAgain(page)
  same(await count(page), 0)
  const html = await page.evaluate(() => document.documentElement.outerHTML)
  for (const part of ['waiting', 'horse', 'battery']) assert.ok(!html.includes(part))
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace')
  await page.click('#go')
  same(await sent(page), [{ f: 'waiting-horse-b' }])
})

test('maxlength: the author of the page is warned where it is too small for what people paste', async () => {
  const page = await fixture(one('card-number'))
  const warnings = []
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()))
  await page.evaluate(() => {
    document.body.innerHTML = '<input id="a" aria-label="a" maxlength="16"><input id="b" aria-label="b" maxlength="64">'
    lib.attach(document.querySelector('#a'), { field: 'card-number' })
    lib.attach(document.querySelector('#b'), { field: 'card-number' })
  })
  same(warnings.length, 1)
  assert.match(warnings[0], /maxlength="16"/)
})

test('maxlength: undo works after a fix that is longer', async () => {
  const page = await fixture(one('login-id', 'maxlength="6"'))
  await type(page, 'ぱっすぉｒｄ')
  await page.locator('.loginlint-fix').first().click()
  same([await value(page), await page.getAttribute('#f', 'maxlength')], ['password', '6'])
  await page.keyboard.press('Control+z')
  same(await value(page), 'ぱっすぉｒｄ')
  assert.ok((await page.evaluate(() => document.querySelector('#f').selectionEnd)) > 0)
})

// ---- native validation ----------------------------------------------------------------------------------------------

test('native validation: a pattern does not come before the safe fix', async () => {
  const page = await fixture(one('card-number', 'pattern="[0-9]{16}"'))
  await type(page, '４１１１１１１１１１１１１１１１')
  await page.click('#go')
  same([await value(page), await sent(page)], ['4111111111111111', [{ f: '4111111111111111' }]])
})

test('native validation: by Enter as well', async () => {
  const page = await fixture(one('pin', 'pattern="[0-9]{4}"'))
  await type(page, '２５８０')
  await page.keyboard.press('Enter')
  same(await sent(page), [{ f: '2580' }])
})

test('native validation: what it refuses is told in our words', async () => {
  const page = await fixture(one('card-number', 'pattern="[0-9]{16}" required'))
  await page.click('#go')
  same([(await lines(page)).length > 0, await page.evaluate(() => document.activeElement.id)], [true, 'f'])
  await type(page, '411111111111111')
  await page.click('#go')
  same(await count(page), 0)
  assert.ok((await lines(page)).length > 0)
})

test('native validation: what only the page refuses is left to the browser', async () => {
  const page = await fixture(one('login-id', 'pattern="admin"'))
  await type(page, 'taro')
  await page.click('#go')
  same([await count(page), await lines(page)], [0, []])
})

test('native validation: an e-mail input with a full-width address', async () => {
  const page = await fixture(one('login-id', 'type="email" data-loginlint-rules="kind: email"'))
  await type(page, 'ｔａｒｏ@example.jp')
  await page.click('#go')
  same(await sent(page), [{ f: 'taro@example.jp' }])
})

for (const [name, enter] of Object.entries({ typed: type, pasted: paste, composed: compose }))
  test(`native validation: kana in the domain of an e-mail input are seen, which Chromium tells scripts as xn--: ${name}`, async () => {
    const page = await fixture(one('login-id', 'type="email" data-loginlint-rules="kind: email"'))
    await enter(page, 'taro@gまいl.com')
    assert.match(await value(page), /@xn--/)
    await page.focus('#go')
    assert.match((await lines(page)).join(), /日本語入力/)
    await page.click('#go')
    same(await count(page), 0)
    await page.fill('#f', 'taro@gmail.com')
    await page.click('#go')
    same([await sent(page), await lines(page)], [[{ f: 'taro@gmail.com' }], []])
  })

test('native validation: xn-- that somebody typed is what was typed', async () => {
  const page = await fixture(one('login-id', 'type="email" data-loginlint-rules="kind: email"'))
  await type(page, 'taro@xn--wgv71a119e.jp')
  await page.click('#go')
  same(await sent(page), [{ f: 'taro@xn--wgv71a119e.jp' }])
})

test('a readonly value is neither changed nor said to be', async () => {
  const page = await fixture(one('card-number', 'value="４１１１１１１１１１１１１１１１" readonly'))
  await page.click('#go')
  same([await lines(page), await fixes(page), await sent(page)], [[], [], [{ f: '４１１１１１１１１１１１１１１１' }]])
})

// ---- refused, with a word ---------------------------------------------------------------------------------------------

test('what nothing can be done with is refused with a clear error', async () => {
  const page = await fixture('<textarea id="t"></textarea><input id="n" type="number"><input id="c" type="checkbox"><input id="f">')
  const attach = (id, options = "{ field: 'pin' }") => error(page, `() => lib.attach(document.querySelector('#${id}'), ${options})`)
  assert.match(await attach('t'), /TypeError: .*textarea/)
  assert.match(await attach('n'), /TypeError: .*type="number".*inputmode/)
  assert.match(await attach('c'), /TypeError: .*checkbox/)
  assert.match(await error(page, '() => lib.attach(null, {})'), /TypeError: .*null/)
  assert.match(await attach('f', "{ field: 'pim' }"), /TypeError: .*"pim"/)
  assert.match(await attach('f', "{ field: 'pin', lang: 'xx' }"), /TypeError: .*"xx"/)
  same(await attach('f', "{ field: 'pin', lang: 'ja' }"), null)
  assert.match(await attach('f'), /attached already/)
  same(await page.locator('.loginlint').count(), 1)
  await type(page, '１２３４')
  assert.match((await lines(page)).join(), /全角/)
})

test('attachAll() twice attaches once, and one refused input does not stop the others', async () => {
  const page = await fixture(`<form><textarea data-loginlint="pin"></textarea>${one('pin').replace('<form>', '')}`)
  same(await page.locator('.loginlint').count(), 1)
  same(await page.evaluate(() => lib.attachAll(document).handles.length), 0)
  same(await page.locator('.loginlint').count(), 1)
  assert.match(page.problems.join(), /textarea/)
})

// ---- shadow trees, and inputs that come and go ------------------------------------------------------------------------

test('an input in the shadow tree of an element of the form is guarded, and its messages stand beside it', async () => {
  const page = await fixture('<form><div id="host"></div><button id="go">go</button></form>')
  await page.evaluate(() => {
    const shadow = document.querySelector('#host').attachShadow({ mode: 'open' })
    shadow.innerHTML = '<label>n <input id="inner"></label>'
    lib.attach(shadow.querySelector('input'), { field: 'card-number', lang: lib.ja })
  })
  await type(page, '4111111111111112', '#inner')
  await page.click('#go')
  same([await count(page), (await lines(page)).length > 0], [0, true])
  same(await page.evaluate(() => document.querySelector('#host').shadowRoot.activeElement?.id), 'inner')
  await submitAgain(page)
  same(await count(page), 1)
})

test('a form in a shadow tree', async () => {
  const page = await fixture('<div id="host"></div>')
  await page.evaluate((html) => {
    const shadow = document.querySelector('#host').attachShadow({ mode: 'open' })
    shadow.innerHTML = html
    shadow.querySelector('form').addEventListener('submit', (event) => (event.preventDefault(), sent.push({})))
    lib.attachAll(shadow)
  }, one('card-number'))
  await type(page, '4111111111111112')
  await page.click('#go')
  same([await count(page), (await lines(page)).length > 0], [0, true])
})

test('attach() before the input is in the document', async () => {
  const page = await fixture('<form><button id="go">go</button></form>')
  await page.evaluate(async () => {
    const input = document.createElement('input')
    input.id = 'f'
    lib.attach(input, { field: 'card-number', lang: lib.ja })
    await new Promise((done) => setTimeout(done, 20))
    document.forms[0].prepend(input)
  })
  await page.click('#go')
  same([await count(page), (await lines(page)).length > 0], [0, true])
  await type(page, '4111111111111112')
  same(await page.locator('#f + .loginlint').count(), 1)
})

test('an input that a framework takes out and puts back is guarded again', async () => {
  const page = await fixture(one('card-number'))
  await page.evaluate(async () => {
    const input = document.querySelector('#f')
    input.remove()
    await new Promise((done) => setTimeout(done, 20))
    document.forms[0].prepend(input)
  })
  same(await page.locator('.loginlint').count(), 1)
  await type(page, '4111111111111112')
  await page.click('#go')
  same([await count(page), (await lines(page)).length > 0], [0, true])
})

test('a framework that throws our box away does not leave a stopped submission without words', async () => {
  const page = await fixture(one('card-number'))
  await page.evaluate(() => document.querySelector('.loginlint').remove())
  await type(page, '4111111111111112')
  await page.click('#go')
  same([await count(page), (await lines(page)).length > 0, await page.locator('#f + .loginlint').count()], [0, true, 1])
})

test('inputs that are thrown away without detach() are collected', async () => {
  const page = await fixture('<form id="all"></form>')
  const cdp = await page.context().newCDPSession(page)
  await page.evaluate(async () => {
    globalThis.refs = []
    for (let i = 0; i < 200; i++) {
      const input = document.createElement('input')
      document.forms[0].append(input)
      lib.attach(input, { field: 'pin', lang: lib.ja })
      refs.push(new WeakRef(input))
    }
    await new Promise((done) => setTimeout(done, 20))
    document.forms[0].replaceChildren()
    await new Promise((done) => setTimeout(done, 20))
  })
  for (let i = 0; i < 3; i++) {
    await cdp.send('HeapProfiler.collectGarbage')
    await page.waitForTimeout(100)
  }
  same(await page.evaluate(() => refs.filter((ref) => ref.deref()).length), 0)
})

// ---- what the page has said ---------------------------------------------------------------------------------------------

test('aria-describedby that the page changes later stays', async () => {
  const page = await fixture(`<p id="hint">h</p><p id="late">l</p>${one('card-number', 'aria-describedby="hint"')}`)
  await type(page, '4111111111111112')
  await page.evaluate(() => document.querySelector('#f').setAttribute('aria-describedby', `late ${document.querySelector('#f').getAttribute('aria-describedby')}`))
  await page.keyboard.press('Backspace')
  same(await page.getAttribute('#f', 'aria-describedby'), 'late hint')
})

test('what the helper says has its language and direction', async () => {
  const page = await fixture(`<div dir="rtl" lang="ar">${one('card-number')}</div>`)
  await type(page, '4111111111111112')
  same(await page.evaluate(() => [document.querySelector('.loginlint').lang, getComputedStyle(document.querySelector('.loginlint-message')).direction]), ['ja', 'ltr'])
})

test('one announcement for one cause, however many keys', async () => {
  const page = await fixture(one('login-id'))
  await page.evaluate(() => {
    globalThis.spoken = []
    new MutationObserver(() => spoken.push(document.querySelector('.loginlint-live').textContent)).observe(document.querySelector('.loginlint-live'), { childList: true, characterData: true, subtree: true })
  })
  await page.focus('#f')
  for (const key of 'ｔａｒｏ＠ｅｘ') {
    await page.keyboard.insertText(key)
    await page.waitForTimeout(800)
  }
  same((await page.evaluate(() => spoken.filter(Boolean))).length, 1)
})

test('inputmode follows the policy', async () => {
  const mode = async (field, rules) => {
    const page = await fixture(one(field, `data-loginlint-rules="${rules}"`))
    const got = await page.getAttribute('#f', 'inputmode')
    await page.context().close()
    return got
  }
  same(await mode('login-id', 'digits: 10'), 'numeric')
  same(await mode('password', 'digits: 6'), 'numeric')
  same(await mode('password', 'minlength: 8'), null)
  same(await mode('login-id', 'kind: email'), 'email')
  same(await mode('login-id', 'kind: name'), null)
})

// ---- after a fix --------------------------------------------------------------------------------------------------------

test('undo after a submission that fixed it: the person has the last word', async () => {
  const page = await fixture(one('login-id'))
  await type(page, 'ｔａｒｏ')
  await page.click('#go')
  same(await sent(page), [{ f: 'taro' }])
  await page.getByText('元に戻す').click()
  same(await value(page), 'ｔａｒｏ')
  await page.click('#go')
  same(await sent(page), [{ f: 'taro' }, { f: 'ｔａｒｏ' }])
})

test('characters of a masked field can be shown where they need a look, and are masked again when it is sent', async () => {
  const page = await fixture(one('pin', 'type="password"'))
  await type(page, '12a4')
  await page.getByRole('button', { name: '文字を表示' }).click()
  same(await page.evaluate(() => document.querySelector('#f').type), 'text')
  await page.getByRole('button', { name: '文字を隠す' }).click()
  same(await page.evaluate(() => document.querySelector('#f').type), 'password')
  await page.getByRole('button', { name: '文字を表示' }).click()
  await page.click('#go')
  same(await page.evaluate(() => document.querySelector('#f').type), 'password')
})

test('a change event follows a fix', async () => {
  const page = await fixture(one('login-id'))
  await page.evaluate(() => {
    globalThis.changed = []
    document.querySelector('#f').addEventListener('change', (event) => changed.push(event.target.value))
  })
  await type(page, 'ｔａｒｏ')
  await page.keyboard.press('Enter')
  same((await page.evaluate(() => changed)).at(-1), 'taro')
})

test('an event tells of each report, without a value', async () => {
  const page = await fixture(one('login-id'))
  await page.evaluate(() => document.addEventListener('loginlint:report', (event) => (globalThis.told = event.detail)))
  await type(page, '4111111111111111')
  const told = await page.evaluate(() => told)
  same([told.verdict, told.secret, told.codes], ['ask', true, ['wrong-field']])
  assert.ok(!JSON.stringify(told).includes('4111'))
})

// ---- cards and number pads ------------------------------------------------------------------------------------------------

test('what is said can be said in other words, and shown in the way of the page', async () => {
  const page = await fixture('<form><label for="f">n</label><input id="f" name="f"><button id="go">go</button></form>')
  await page.evaluate(() => {
    const messages = { 'wrong-digit': 'Look at the card.', 'fullwidth-input': ({ code, remedy }) => `${code}: ${remedy}` }
    const view = (input, options) => ({ show: (state) => (globalThis.shown = { input: input.id, field: options.field, ...state }), remove: () => (globalThis.shown = null) })
    globalThis.handle = lib.attach(document.querySelector('#f'), { field: 'card-number', lang: lib.ja, messages, view })
  })
  const shown = () => page.evaluate(() => ({ ...shown, buttons: shown.buttons.map(({ label }) => label), causes: shown.causes?.map(({ code }) => code) }))
  await page.fill('#f', '4111111111111112')
  const { input, field, verdict, invalid: wrong, lines: said, buttons, causes } = await shown()
  same([input, field, verdict, wrong, said, buttons, causes], ['f', 'card-number', 'fail', true, ['Look at the card.'], [], ['wrong-digit']])
  await page.fill('#f', '４１１１１１１１１１１１１１１１')
  same([(await shown()).lines, (await shown()).buttons], [['fullwidth-input: apply'], ['半角に直す']])
  await page.evaluate('shown.buttons[0].press()')
  same([await value(page), (await shown()).verdict, await page.locator('.loginlint').count()], ['4111111111111111', 'pass', 0])
  await page.evaluate('handle.detach()')
  same(await page.evaluate('shown'), null)
})

test('group: digits stand in groups while they are typed, and go out without', async () => {
  const page = await fixture(one('card-number', 'data-loginlint-group'))
  await type(page, '41111111')
  same(await value(page), '4111 1111')
  await type(page, '11111111')
  same(await value(page), '4111 1111 1111 1111')
  same(await lines(page), [])
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Backspace')
  await type(page, '1')
  same(await value(page), '4111 1111 1111 1111')
  await page.click('#go')
  same([await sent(page), await lines(page)], [[{ f: '4111111111111111' }], []])
  const amex = await fixture(one('card-number', 'data-loginlint-group'))
  await type(amex, '378282246310005')
  same(await value(amex), '3782 822463 10005')
})

test('group: undo takes the digits back', async () => {
  const page = await fixture(one('card-number', 'data-loginlint-group'))
  await type(page, '41111')
  same(await value(page), '4111 1')
  for (let i = 0; i < 6 && (await value(page)); i++) await page.keyboard.press('Control+z')
  same(await value(page), '')
})

test('group: the caret stays behind the digit that was typed, Backspace takes what stands before it, and undo takes that back', async () => {
  const page = await fixture(one('card-number', 'data-loginlint-group'))
  const at = async () => [await value(page), await page.evaluate(() => document.querySelector('#f').selectionStart)]
  await type(page, '411111111111')
  same(await at(), ['4111 1111 1111', 14])
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowLeft')
  await type(page, '2')
  same(await at(), ['4121 1111 1111 1', 3]) // the others move up behind it
  await type(page, '33')
  same(await at(), ['4123 3111 1111 111', 6])
  await page.keyboard.press('Backspace')
  same(await at(), ['4123 111 1111 111', 5])
  await page.keyboard.press('Backspace')
  same(await at(), ['4123111 1111 111', 4])
  await page.keyboard.press('Control+z') // the browser takes back both at once
  same(await at(), ['4123 3111 1111 111', 6])
})

for (const [name, typed] of [['full-width', '１２３４５６'], ['a hyphen', '123-456'], ['full-width with a space', '１２３　４５６']])
  test(`a one-time code is sent as digits: ${name}`, async () => {
    const page = await fixture(one('one-time-code'))
    same([await page.getAttribute('#f', 'autocomplete'), await page.getAttribute('#f', 'inputmode')], ['one-time-code', 'numeric'])
    await paste(page, typed)
    await page.click('#go')
    same(await sent(page), [{ f: '123456' }])
  })

for (const [name, typed] of [['a prefix', 'G-123456'], ['a sentence', '123456 is your code'], ['a label', '認証コード：123456'], ['a hash', '<#> 123 456']])
  for (const [how, enter] of Object.entries({ paste, autofill: (page, text) => page.fill('#f', text) }))
    test(`a one-time code with what came with it is one press away: ${name}, ${how}`, async () => {
      const page = await fixture(one('one-time-code'))
      await enter(page, typed)
      same((await lines(page)).length, 1)
      await page.locator('.loginlint-fix').click()
      same([await value(page), await lines(page)], ['123456', []])
    })

test('a one-time code has as many digits as the page has room for, and rules of its own where it has any', async () => {
  const four = await fixture(one('one-time-code', 'maxlength="4"'))
  await type(four, '1234')
  await four.click('#go')
  same(await count(four), 1)
  const eight = await fixture(one('one-time-code', 'data-loginlint-rules="digits: 8"'))
  await type(eight, '123456')
  await eight.click('#go')
  same(await count(eight), 0)
})

test('a number pad with Num Lock off: the person is told', async () => {
  const page = await fixture(one('card-number'))
  await page.focus('#f')
  const cdp = await page.context().newCDPSession(page)
  const press = (key, code) => cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code, location: 3, isKeypad: true, windowsVirtualKeyCode: 35 })
  await press('End', 'Numpad1')
  same(await lines(page), [])
  await press('ArrowDown', 'Numpad2')
  assert.match((await lines(page)).join(), /Num Lock/)
  await type(page, '4')
  same(await lines(page), [])
})

// ---- the summary --------------------------------------------------------------------------------------------------------

test('an error summary has the focus and leads to the fields', async () => {
  const page = await fixture(`<form><div data-loginlint-summary hidden></div>
    <label for="card">カード番号</label><input id="card" data-loginlint="card-number" data-loginlint-lang="ja">
    <label for="pin">暗証番号</label><input id="pin" data-loginlint="pin" data-loginlint-lang="ja"><button id="go">go</button></form>`)
  await type(page, '4111111111111112', '#card')
  await page.click('#go')
  const box = page.locator('[data-loginlint-summary]')
  same(await page.evaluate(() => document.activeElement.hasAttribute('data-loginlint-summary')), true)
  same(await box.locator('a').count(), 2)
  assert.match((await box.locator('a').allTextContents())[1], /^暗証番号: ./)
  await box.locator('a').nth(1).click()
  same(await page.evaluate(() => document.activeElement.id), 'pin')
  await page.fill('#card', '4111111111111111')
  await type(page, '2580', '#pin')
  await page.click('#go')
  same([await count(page), await box.isVisible()], [1, false])
})
