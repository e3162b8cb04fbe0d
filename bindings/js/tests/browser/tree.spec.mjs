// SPDX-License-Identifier: MIT
// tree.spec.mjs - what a screen reader finds: Chromium's accessibility tree of a form in a handful of states, as text.
//
// A line is a node: role, name, and what else is said of it.  What has neither role nor name of its own is left out.
import assert from 'node:assert/strict'
import test from 'node:test'
import { fixture, one } from './browser.mjs'

const quiet = new Set(['none', 'generic', 'RootWebArea', 'InlineTextBox', 'LabelText', 'ListMarker', 'StaticText'])
const leaves = new Set(['StaticText', 'textbox', 'button', 'link']) // what is in them is their name or value
const told = ['invalid', 'description', 'live', 'focused', 'hidden']

async function tree(page) {
  const cdp = await page.context().newCDPSession(page)
  const { nodes } = await cdp.send('Accessibility.getFullAXTree')
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const lines = []
  const walk = (node, depth) => {
    const role = node.role?.value
    const name = node.name?.value ?? ''
    const shown = !node.ignored && (!quiet.has(role) || (role === 'StaticText' && name.trim()))
    const more = [...(node.properties ?? []), { name: 'description', value: node.description }]
      .filter(({ name: what, value }) => told.includes(what) && value?.value && value.value !== 'false')
      .map(({ name: what, value }) => (value.value === true ? what : `${what}=${value.value}`))
    if (shown) lines.push('  '.repeat(depth) + [role, JSON.stringify(name), ...more].join(' '))
    for (const id of node.childIds ?? []) if (byId.has(id) && !leaves.has(role)) walk(byId.get(id), depth + shown)
  }
  walk(nodes[0], 0)
  return `\n${lines.join('\n')}\n`
}

const show = (text) => async (page) => {
  await page.fill('#f', text)
  await page.waitForTimeout(900)
}

const states = {
  'nothing is wrong': { box: 'login-id', act: show('taro@example.com'), expected: `
form ""
  StaticText "入力"
  textbox "入力" focused
  status "" live=polite
  button "送信"
` },
  'one cause with a button': { box: 'card-number', act: show('４１１１１１１１１１１１１１１１'), expected: `
form ""
  StaticText "入力"
  textbox "入力" focused description=全角文字で入力されています。
  paragraph ""
    StaticText "全角文字で入力されています。"
  group "入力"
    button "半角に直す"
  status "" live=polite
    StaticText "全角文字で入力されています。"
  button "送信"
` },
  'two causes': { box: 'login-id', act: show('ｔａｒｏ@gmial.com'), expected: `
form ""
  StaticText "入力"
  textbox "入力" invalid=true focused description=メールアドレスの「@」より後ろに、打ち間違いがあるようです。 全角文字で入力されています。
  paragraph ""
    StaticText "メールアドレスの「@」より後ろに、打ち間違いがあるようです。"
  paragraph ""
    StaticText "全角文字で入力されています。"
  group "入力"
    button "「taro@gmail.com」に直す"
  status "" live=polite
    StaticText "メールアドレスの「@」より後ろに、打ち間違いがあるようです。 全角文字で入力されています。"
  button "送信"
` },
  'a submission that was stopped, with a summary': {
    html: `<form><div data-loginlint-summary hidden></div>
      <label for="f">会員番号</label><input id="f" data-loginlint="login-id" data-loginlint-rules="kind: email" data-loginlint-lang="ja">
      <label for="g">暗証番号</label><input id="g" type="password" data-loginlint="pin" data-loginlint-lang="ja"><button id="go">送信</button></form>`,
    act: async (page) => {
      await page.fill('#f', 'taro.example.com')
      await page.fill('#g', '123')
      await page.click('#go')
      await page.waitForTimeout(900)
    },
    expected: `
form ""
  group "入力をもう一度ご確認ください" focused
    paragraph ""
      StaticText "入力をもう一度ご確認ください"
    list ""
      listitem ""
        link "会員番号: メールアドレスの形になっていません。"
      listitem ""
        link "暗証番号: 4桁必要なところ、3桁しかありません。"
  StaticText "会員番号"
  textbox "会員番号" invalid=true description=メールアドレスの形になっていません。name@example.com のような形になっているか、ご確認ください。 間違いがなければ、もう一度送信すると、このまま進みます。
  paragraph ""
    StaticText "メールアドレスの形になっていません。name@example.com のような形になっているか、ご確認ください。"
  paragraph ""
    StaticText "間違いがなければ、もう一度送信すると、このまま進みます。"
  status "" live=polite
    StaticText "メールアドレスの形になっていません。name@example.com のような形になっているか、ご確認ください。 間違いがなければ、もう一度送信すると、このまま進みます。"
  StaticText "暗証番号"
  textbox "暗証番号" invalid=true description=4桁必要なところ、3桁しかありません。文字を表示して、抜けている数字を補ってください。 間違いがなければ、もう一度送信すると、このまま進みます。
  paragraph ""
    StaticText "4桁必要なところ、3桁しかありません。文字を表示して、抜けている数字を補ってください。"
  paragraph ""
    StaticText "間違いがなければ、もう一度送信すると、このまま進みます。"
  group "暗証番号"
    button "文字を表示"
  status "" live=polite
    StaticText "4桁必要なところ、3桁しかありません。文字を表示して、抜けている数字を補ってください。 間違いがなければ、もう一度送信すると、このまま進みます。"
  button "送信"
`,
  },
  'a masked field that needs a look': { box: 'pin', attributes: 'type="password"', act: show('12345'), expected: `
form ""
  StaticText "入力"
  textbox "入力" invalid=true focused description=4桁のところ、5桁あります。文字を表示して、余分な数字を消してください。
  paragraph ""
    StaticText "4桁のところ、5桁あります。文字を表示して、余分な数字を消してください。"
  group "入力"
    button "文字を表示"
  status "" live=polite
    StaticText "4桁のところ、5桁あります。文字を表示して、余分な数字を消してください。"
  button "送信"
` },
}

for (const [name, { box, attributes, html, act, expected }] of Object.entries(states))
  test(`the accessibility tree: ${name}`, async () => {
    const page = await fixture(html ?? one(box, attributes))
    await act(page)
    assert.equal(await tree(page), expected)
  })
