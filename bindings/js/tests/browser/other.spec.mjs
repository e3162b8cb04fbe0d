// SPDX-License-Identifier: MIT
// other.spec.mjs - the form helper in Firefox and WebKitGTK: what a person does in a login form, by real keys and presses.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { after, test } from 'node:test'
import { launch } from './drivers.mjs'

const same = assert.deepEqual
const server = spawn(process.execPath, [new URL('../../../../examples/web/serve.mjs', import.meta.url).pathname, process.env.LOGINLINT_WEB, '0'])
const origin = String((await once(server.stdout, 'data'))[0]).trim()
after(() => server.kill())

const one = (field, attributes = '') =>
  `<form><label for="f">入力</label><input id="f" name="f" data-loginlint="${field}" data-loginlint-lang="ja" ${attributes}><button id="go">送信</button></form>`

function start(body) {
  document.body.innerHTML = body
  globalThis.sent = []
  globalThis.problems = []
  addEventListener('securitypolicyviolation', (event) => problems.push(event.violatedDirective))
  addEventListener('error', (event) => problems.push(event.message))
  for (const form of document.forms) form.addEventListener('submit', (event) => (event.preventDefault(), sent.push(Object.fromEntries(new FormData(form)))))
  globalThis.attached = lib.attachAll(document)
  document.querySelector('#f').focus()
}

/* What is read in the page after each act. */
const look = () => ({
  value: document.querySelector('#f').value, sent: globalThis.sent, problems: globalThis.problems,
  lines: [...document.querySelectorAll('.loginlint-message')].map((p) => p.textContent), fixes: [...document.querySelectorAll('.loginlint-fix')].map((b) => b.textContent),
  caret: document.querySelector('#f').selectionStart, focus: document.activeElement.id, invalid: document.querySelector('#f').getAttribute('aria-invalid'),
})

const wait = (ms) => new Promise((done) => setTimeout(done, ms))

for (const name of ['firefox', 'webkit']) {
  const browser = await launch(name)
  console.log(`latency browser: ${browser.version}`)
  after(() => browser.close())
  const act = (title, body, run) =>
    test(`${name}: ${title}`, async () => {
      await browser.open(`${origin}fixture.html`)
      for (let tries = 0; tries < 100 && !(await browser.run(() => !!globalThis.lib)); tries++) await wait(100)
      await browser.run(start, body)
      const seen = async () => (await wait(30), browser.run(look))
      const again = async () => (await wait(600), browser.click('#go'))
      await run({ ...browser, type: (text) => browser.keys(...text), seen, again })
      same((await seen()).problems, [])
    })

  act('full-width typing: a message, one button, which mends it and gives the focus back', one('login-id'), async ({ type, seen, click }) => {
    await type('ｔａｒｏ')
    const before = await seen()
    same([before.fixes, before.invalid], [['「taro」に直す'], null])
    await click('.loginlint-fix')
    const { value, lines, focus } = await seen()
    same([value, lines, focus], ['taro', [], 'f'])
  })

  act('undo takes a fix back', one('login-id'), async ({ type, run, seen, click }) => {
    await type('ｔａｒｏ')
    await click('.loginlint-fix')
    await run(() => document.execCommand('undo')) // WebDriver's keys reach no menu
    same((await seen()).value, 'ｔａｒｏ')
  })

  act('the caret stays behind the same digits', one('card-number'), async ({ type, keys, seen, click }) => {
    await type('４１１１－１１１１－１１１１－１１１１')
    for (let i = 0; i < 9; i++) await keys('ArrowLeft')
    await click('.loginlint-fix')
    const { value, caret } = await seen()
    same([value, caret], ['4111111111111111', 8])
  })

  act('a submission is corrected and sent', one('card-number'), async ({ type, seen, click }) => {
    await type('４１１１ １１１１ １１１１ １１１１')
    await click('#go')
    const { sent, lines } = await seen()
    same(sent, [{ f: '4111111111111111' }])
    assert.match(lines.join(), /自動で直しました/)
  })

  act('what needs a look stops once, and is sent when it is sent again', one('login-id'), async ({ type, keys, seen, again }) => {
    await type('taro@gmial.com')
    await keys('Enter')
    const { sent, fixes, focus } = await seen()
    same([sent, fixes, focus], [[], ['「taro@gmail.com」に直す', 'このまま続ける'], 'f'])
    await again()
    same((await seen()).sent, [{ f: 'taro@gmial.com' }])
  })

  act('an empty field is never sent', one('pin'), async ({ click, seen, again }) => {
    await click('#go')
    await again()
    same((await seen()).sent, [])
  })

  act('maxlength: what it cut of typing is told and offered again', one('card-number', 'maxlength="16"'), async ({ type, seen, click }) => {
    await type('4111-1111-1111-1111')
    const { value, lines } = await seen()
    same(value, '4111-1111-1111-1')
    assert.match(lines.join(), /16文字/)
    await click('.loginlint-fix')
    same((await seen()).value, '4111111111111111')
  })

  act('maxlength: what is deleted and typed again is not what was cut', one('pin', 'maxlength="4"'), async ({ type, keys, seen }) => {
    await type('25801')
    assert.match((await seen()).lines.join(), /4文字/)
    await keys('Backspace')
    same((await seen()).lines, [])
    await type('0')
    await keys('Enter')
    const { sent, lines } = await seen()
    same([sent, lines], [[{ f: '2580' }], []])
  })

  act('maxlength: what it cut of a paste is told and offered again', `<input id="from" aria-label="from" value="4111-1111-1111-1111">${one('card-number', 'maxlength="16"')}`, async ({ run, keys, seen, click }) => {
    await run(() => document.querySelector('#from').focus())
    await keys('Control+a', 'Control+c')
    await run(() => document.querySelector('#f').focus())
    await keys('Control+v')
    const { value, lines } = await seen()
    same(value, '4111-1111-1111-1')
    assert.match(lines.join(), /16文字/)
    await click('.loginlint-fix')
    same((await seen()).value, '4111111111111111')
  })

  act('digits in groups: typing, the caret in the middle, undo', one('card-number', 'data-loginlint-group'), async ({ type, keys, seen, click }) => {
    await type('4111111111111111')
    same((await seen()).value, '4111 1111 1111 1111')
    for (let i = 0; i < 10; i++) await keys('ArrowLeft')
    await keys('Backspace')
    await type('1')
    const { value, caret } = await seen()
    same([value, caret], ['4111 1111 1111 1111', 9])
    await click('#go')
    same((await seen()).sent, [{ f: '4111111111111111' }])
  })

  act('an e-mail input: kana in the domain are seen', one('login-id', 'type="email" data-loginlint-rules="kind: email"'), async ({ type, keys, seen }) => {
    await type('taro@gまいl.com')
    await keys('Enter')
    same((await seen()).sent, [])
  })

  act('a pattern of the page does not come before the safe fix', one('card-number', 'pattern="[0-9]{16}"'), async ({ type, seen, click }) => {
    await type('４１１１１１１１１１１１１１１１')
    await click('#go')
    same((await seen()).sent, [{ f: '4111111111111111' }])
  })

  act('nothing of a secret is in the document', one('login-id'), async ({ type, run, seen, click }) => {
    await type('４１１１１１１１１１１１１１１１')
    await click('#go')
    await wait(900)
    const html = await run(() => document.documentElement.outerHTML)
    for (const part of ['4111', '1111', '４１１１']) assert.ok(!html.includes(part), 'a part of the secret')
    same((await seen()).sent, [])
  })

  act('characters of a masked field can be shown', one('pin', 'type="password"'), async ({ type, run, click }) => {
    await type('12a4')
    await click('.loginlint-fix[data-basis=reveal]')
    same(await run(() => document.querySelector('#f').type), 'text')
  })

  act('advice beside the button', one('login-id', 'value="taro"'), async ({ run, seen, click }) => {
    await run(() => void lib.advise(document.forms[0], { preflight: lib.advice.preflight, lang: lib.advice.ja, service: 'lock-after: 2' }))
    await run(() => attached.failed())
    assert.match((await seen()).lines.join(), /次に失敗すると/)
    await click('#go')
    same((await seen()).sent.length, 1)
  })

  act('composition: nothing is said before it ends (events as the browser sends them)', one('login-id'), async ({ run, seen }) => {
    await run(() => {
      const input = document.querySelector('#f')
      input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
      input.value = 'たろう'
      input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true, inputType: 'insertCompositionText', data: 'たろう' }))
    })
    same((await seen()).lines, [])
    await run(() => document.querySelector('#f').dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: 'たろう' })))
    assert.match((await seen()).lines.join(), /日本語入力/)
  })
}
