// SPDX-License-Identifier: MIT
/* keys.js - what the keyboard and the pointer tell: Caps Lock, touch, the platform, a press that is under way.
 *
 * In: the trusted key and pointer events of a document.  Out: `on`, `off` or undefined for Caps Lock, the kind of the last
 * pointer, and `still(act)`, which acts now or when the pointer that is down is released.  Nothing is known until it is seen.
 *
 * The CapsLock key's own events tell the old state on some systems and the new one on others, also between keydown and
 * keyup; the next event of any other key or of the pointer is the first that can be believed.
 */

/* From the release of a pointer to its click: a mouse has none to wait for, a tap comes as mouse events of its own, later. */
const CLICK_MS = 50
const TAP_MS = 350

/** @type {WeakMap<Document, { caps?: 'on' | 'off', pointer?: string, still: (act: () => void) => void, users: number, stop: () => void }>} */
const watchers = new WeakMap()

/** Password managers dispatch key events of their own, without modifiers: only trusted ones count. */
export function capsLock(event) {
  if (!event.isTrusted || event.key === 'CapsLock' || typeof event.getModifierState !== 'function') return undefined
  const on = event.getModifierState('CapsLock')
  if (!event.shiftKey && /^[A-Za-z]$/.test(event.key ?? '')) {
    if (event.key < 'a') return 'on' // also where the browser does not report the lock (Firefox on some desktops)
    if (on) return undefined // the lock does not act on letters here
  }
  return on ? 'on' : 'off'
}

/**
 * A press that is under way, from the pointer going down to the click: what appears in between would move the button away
 * from under the pointer, and the click would land beside it.
 */
function presses(document, options) {
  const waiting = new Set()
  let pressed = false
  let timer
  const end = () => {
    clearTimeout(timer)
    pressed = false
    for (const act of [...waiting]) waiting.delete(act) && act()
  }
  const on = (name, act) => document.addEventListener(name, (event) => event.isTrusted && act(event), options)
  const down = () => {
    clearTimeout(timer)
    pressed = true
  }
  const up = (ms) => {
    clearTimeout(timer)
    if (pressed) timer = setTimeout(end, ms)
  }
  on('pointerdown', down)
  on('mousedown', down) // that of a tap comes after its pointerup
  on('mouseup', () => up(CLICK_MS))
  on('pointerup', (event) => up(event.pointerType === 'mouse' ? CLICK_MS : TAP_MS))
  for (const name of ['pointercancel', 'dragend']) on(name, () => up(0))
  on('pointermove', (event) => event.pointerType === 'mouse' && !event.buttons && up(CLICK_MS)) // released outside the window
  on('click', (event) => {
    if (!event.detail) return // of a key
    pressed = false // what the page does now may show: the click has found its target
    clearTimeout(timer)
    timer = setTimeout(end)
  })
  return { still: (act) => void (pressed ? waiting.add(act) : act()), forget: (act) => waiting.delete(act) }
}

function listen(document) {
  const stop = new AbortController()
  const options = { capture: true, passive: true, signal: stop.signal }
  const watcher = { caps: undefined, pointer: undefined, users: 0, stop: () => stop.abort(), ...presses(document, options) }
  const see = (event) => {
    if (event.key === 'CapsLock') watcher.caps = undefined // what was seen is stale now
    else watcher.caps = capsLock(event) ?? watcher.caps
  }
  const point = (event) => {
    if (!event.isTrusted) return
    watcher.pointer = event.pointerType || watcher.pointer
    if (event.pointerType !== 'touch') see(event)
  }
  document.addEventListener('keydown', see, options)
  document.addEventListener('keyup', see, options)
  document.addEventListener('pointerdown', point, options)
  document.addEventListener('pointermove', (event) => event.pointerType === 'mouse' && see(event), options)
  return watcher
}

/** The watcher of a document, shared by its fields; each gives it back with leave(). */
export function watch(document) {
  let watcher = watchers.get(document)
  if (!watcher) watchers.set(document, (watcher = listen(document)))
  watcher.users++
  return watcher
}

export function leave(document) {
  const watcher = watchers.get(document)
  if (!watcher || --watcher.users) return
  watcher.stop()
  watchers.delete(document)
}

/** A soft keyboard names no key (`Unidentified`, 229, no `code`); one with keys does. Undefined: this event does not say. */
export function keyboardKind(event, window) {
  if (!event.isTrusted || event.isComposing) return undefined
  const coarse = window.matchMedia('(pointer: coarse)').matches
  const named = event.code !== '' && event.key !== 'Unidentified' && event.keyCode !== 229
  if (named && !coarse) return 'hardware'
  return !named && coarse ? 'touch' : undefined
}

/** `windows`, `mac`, `linux`, `android`, `ios`, or undefined. */
export function platform(navigator) {
  const name = `${navigator.userAgentData?.platform ?? ''} ${navigator.platform ?? ''} ${navigator.userAgent ?? ''}`
  if (/android/i.test(name)) return 'android'
  if (/iphone|ipad|ipod/i.test(name)) return 'ios'
  if (/mac/i.test(name)) return navigator.maxTouchPoints > 1 ? 'ios' : 'mac' // an iPad calls itself a Mac
  if (/win/i.test(name)) return 'windows'
  return /linux|cros/i.test(name) ? 'linux' : undefined
}
