// SPDX-License-Identifier: MIT
// lazy.js - a page with loginlint/lazy; window.sent gets what would be sent.
import { advise, attachAll } from 'loginlint/lazy'

globalThis.sent = []
document.forms[0].addEventListener('submit', (event) => (event.preventDefault(), globalThis.sent.push(document.querySelector('#f').value)))
globalThis.requestIdleCallback = undefined
globalThis.attached = attachAll()
globalThis.startAdvice = (options) => (globalThis.advice = advise(document.forms[0], options))
