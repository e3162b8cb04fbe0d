// lazy.js - a page with loginlint/lazy; window.sent gets what would be sent.
import { attachAll } from 'loginlint/lazy'

globalThis.sent = []
document.forms[0].addEventListener('submit', (event) => (event.preventDefault(), globalThis.sent.push(document.querySelector('#f').value)))
globalThis.requestIdleCallback = undefined
globalThis.attached = attachAll()
