// SPDX-License-Identifier: MIT
/* edit.js - replaces the value of an input so that the caret stays, and undo takes it back.
 *
 * In: an input and the value it shall have.  Out: the input with that value, after its own `input` and `change` events.
 * The browser's editing command is the only way that its undo knows of; it needs the focus.  Without the focus the range is
 * set and the event dispatched by hand.
 */

/** The smallest range of `before` that differs from `after`, on code-point boundaries. */
export function difference(before, after) {
  const short = Math.min(before.length, after.length)
  const low = (text, at) => (text.charCodeAt(at) & 0xfc00) === 0xdc00
  let start = 0
  let tail = 0
  while (start < short && before[start] === after[start]) start++
  if (start && (low(before, start) || low(after, start))) start--
  while (tail < short - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  if (tail && (low(before, before.length - tail) || low(after, after.length - tail))) tail--
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) }
}

const solid = (text) => (text.normalize('NFKC').match(/[\p{L}\p{N}]/gu) ?? []).length

/** Where a caret at `at` of `before` stands in `after`: behind as many letters and digits as it did. */
export function moveCaret(before, after, at) {
  const { start, end, text } = difference(before, after)
  if (at <= start) return at
  if (at >= end) return at + after.length - before.length
  const wanted = solid(before.slice(0, at))
  if (text.length === end - start && solid(after.slice(0, at)) === wanted) return at
  let to = start
  while (to < start + text.length && solid(after.slice(0, to)) < wanted) to++
  return to
}

function caretOf(input) {
  try {
    return input.selectionEnd // null where the type has no caret to ask for (email)
  } catch {
    return null
  }
}

/** Puts `text` in for the selection, with nothing to cut it. */
function insert(input, text) {
  const document = input.ownerDocument
  const most = input.getAttribute('maxlength')
  input.removeAttribute('maxlength')
  if (text) document.execCommand('insertText', false, text)
  else document.execCommand('delete')
  if (most !== null) input.setAttribute('maxlength', most)
}

function byCommand(input, caret, value) {
  const { start, end, text } = caret === null ? { text: value } : difference(input.value, value)
  if (input.getRootNode().activeElement !== input) return
  if (caret === null) input.select()
  else input.setSelectionRange(start, end)
  insert(input, text)
}

/* A framework watches the `value` of its element; the prototype's goes past that, and the event then shows it the change. */
const setValue = (input, value) => Object.getOwnPropertyDescriptor(input.ownerDocument.defaultView.HTMLInputElement.prototype, 'value').set.call(input, value)

function byHand(input, value) {
  setValue(input, value)
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText' }))
}

/** Takes what the input method holds into the value: a field that is left has no composition. */
export function endComposition(input) {
  if (input.getRootNode().activeElement !== input) return
  input.blur()
  input.focus({ preventScroll: true })
}

/** Gives `input` the value `value`. */
export function replaceValue(input, value) {
  const before = input.value
  if (before === value || input.disabled || input.readOnly) return
  const caret = caretOf(input)
  byCommand(input, caret, value)
  if (input.value !== value) byHand(input, value)
  input.dispatchEvent(new Event('change', { bubbles: true })) // a submission does not wait for the field to be left
  if (caret === null || input.value !== value) return
  const to = moveCaret(before, value, caret)
  input.setSelectionRange(to, to)
}
