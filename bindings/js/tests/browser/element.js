// SPDX-License-Identifier: MIT
// element.js - a page with <login-lint>; window.sent gets what would be sent, window.events the reports.
import 'loginlint/element'

globalThis.sent = []
globalThis.events = []
globalThis.requestIdleCallback = undefined
document.forms[0].addEventListener('submit', (event) => (event.preventDefault(), globalThis.sent.push(Object.fromEntries(new FormData(document.forms[0])))))
document.addEventListener('loginlint:report', (event) => globalThis.events.push(event.detail))
