// SPDX-License-Identifier: MIT
// heap.spec.mjs - nothing of a secret stays in the memory of the page's scripts: closures, listeners, private members, records.
//
// The value is typed by keys, so that no script of the test has it.  After each act rubbish is collected, and every string that the
// heap snapshot of the page holds is searched for six characters of the value.  Marking is stressed: shapes of objects then outlive
// the objects as they otherwise do now and then, and with them what their getters hold.
import assert from 'node:assert/strict'
import test from 'node:test'

process.env.LOGINLINT_JS_FLAGS = '--stress-incremental-marking'
const { fixture, one } = await import('./browser.mjs')

const PART = 6
const parts = (text) => Array.from({ length: text.length - PART + 1 }, (_, i) => text.slice(i, i + PART))

const STEPS = 6

/** By whom a node is held, and by whom that is: the first strong edge each time. */
function holders({ snapshot, nodes, edges, strings }, node, nameOf) {
  const { node_fields: fields, edge_fields, edge_types: [types] } = snapshot.meta
  const from = new Map() // node -> what holds it
  let e = 0
  for (let i = 0; i < nodes.length; i += fields.length)
    for (let n = nodes[i + fields.indexOf('edge_count')]; n--; e += edge_fields.length)
      if (types[edges[e]] !== 'weak' && !from.has(edges[e + 2])) from.set(edges[e + 2], i)
  const path = []
  for (let at = from.get(node); at !== undefined && path.length < STEPS; at = from.get(at)) path.push(nameOf(at))
  return path.join(' < ')
}

/** A number that V8 keeps of a script's text, such as where a function begins in it, and shows as a string. */
const ofText = (path) => path.startsWith('number int < code system / SharedFunctionInfo')

/** The strings that are alive in the page and have a part of the secret: how long each is, and what holds it. */
async function alive(cdp, wanted) {
  const chunks = []
  const add = ({ chunk }) => chunks.push(chunk)
  cdp.on('HeapProfiler.addHeapSnapshotChunk', add)
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  cdp.off('HeapProfiler.addHeapSnapshotChunk', add)
  const heap = JSON.parse(chunks.join(''))
  const { snapshot, nodes, strings } = heap
  const { node_fields: fields, node_types: types } = snapshot.meta
  const [type, name] = [fields.indexOf('type'), fields.indexOf('name')]
  const nameOf = (i) => `${types[0][nodes[i + type]]} ${strings[nodes[i + name]].slice(0, 40)}`
  const found = []
  for (let i = 0; i < nodes.length; i += fields.length) {
    const text = strings[nodes[i + name]]
    if (!/string/.test(types[0][nodes[i + type]]) || !wanted.some((part) => text.includes(part))) continue
    const path = holders(heap, i, nameOf)
    if (!ofText(path)) found.push(`${text.length} < ${path}`)
  }
  return found
}

const acts = {
  typed: () => {},
  left: (page) => page.evaluate(() => document.activeElement.blur()),
  pressed: async (page) => (await page.locator('.loginlint-fix').count()) && page.locator('.loginlint-fix').first().click(),
  undone: (page) => page.keyboard.press('Control+z'),
  sent: (page) => page.click('#go'),
  refused: (page) => page.evaluate(() => attached.failed()),
  spoken: (page) => page.waitForTimeout(900),
}

for (const [box, typed, meant] of [
  ['card-number', '５３６７－２９１４－８８０６－７７３１', '5367291488067731'], ['password', 'ｍｏｎｚａｅｍｏｎ４７', 'monzaemon47'], ['login-id', '５３６７２９１４８８０６７７３８', '5367291488067738'],
])
  test(`nothing of a secret stays in the memory of scripts: ${box}`, async () => {
    const page = await fixture(one(box))
    await page.evaluate(() => document.forms[0].addEventListener('submit', (event) => (event.preventDefault(), event.stopImmediatePropagation()), { capture: true }))
    const cdp = await page.context().newCDPSession(page)
    await page.evaluate(() => (globalThis.seen.length = 0))
    await page.focus('#f')
    for (const character of typed) await page.keyboard.insertText(character)
    assert.equal(await page.evaluate(() => attached.handles[0].report.secret), true)
    const wanted = [...parts(typed), ...parts(meant)]
    for (const [name, act] of Object.entries(acts)) {
      await act(page)
      await page.evaluate(() => document.querySelector('#go').focus())
      let left = await alive(cdp, wanted)
      for (let i = 0; i < 5 && left.length; i++) { // what the act has not ended yet on a slow machine
        await page.waitForTimeout(300)
        left = await alive(cdp, wanted)
      }
      assert.deepEqual(left, [], name)
    }
    await page.evaluate(() => (globalThis.kept = `${document.querySelector('#f').value} `))
    assert.notDeepEqual(await alive(cdp, [...parts(typed), ...parts(meant), ...parts(typed.normalize('NFKC'))]), [], 'a string that is kept is seen')
  })
