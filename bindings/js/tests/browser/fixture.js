// SPDX-License-Identifier: MIT
// fixture.js - puts the package where a test can reach it: window.lib, with both engines; window.seen gets every context.
import * as js from 'loginlint'
import * as jsSearch from 'loginlint/candidates'
import * as form from 'loginlint/form'
import * as advice from 'loginlint/preflight'
import * as wasm from 'loginlint/wasm'
import * as wasmSearch from 'loginlint/wasm/candidates'
import { load } from 'loginlint/wasm/load'

globalThis.lib = { ...js, ...form, advice, load: () => load((name) => fetch(`${name}.wasm`)), engines: { js: { ...js, ...jsSearch }, wasm: { ...wasm, ...wasmSearch } } }
globalThis.seen = []
/** The engine, noting what it is told. */
globalThis.noting = {
  candidates: jsSearch.candidates,
  check: (field, value, options) => {
    globalThis.seen.push({ field, context: options.context })
    return js.check(field, value, options)
  },
}
