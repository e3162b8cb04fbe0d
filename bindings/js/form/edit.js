/* edit.js - replaces the value of an input so that the caret stays, and undo takes it back.
 *
 * In: an input and the value it shall have.  Out: the input with that value, after its own `input` event.
 * The browser's editing command is the only way that its undo knows of; it needs the focus.  Without the focus, and
 * where the command refuses (a `maxlength`), the range is set and the event dispatched by hand.
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
  if (text.length === end - start) return at
  const wanted = solid(before.slice(0, at))
  let to = start
  while (to < start + text.length && solid(after.slice(0, to)) < wanted) to++
  return to
}

function caretOf(input) {
  try {
    return input.selectionEnd // null where the type has no caret to ask for (email, number)
  } catch {
    return null
  }
}

function byCommand(input, caret, value) {
  const document = input.ownerDocument
  const { start, end, text } = caret === null ? { text: value } : difference(input.value, value)
  if (input.getRootNode().activeElement !== input) return false
  if (caret === null) input.select()
  else input.setSelectionRange(start, end)
  return text ? document.execCommand('insertText', false, text) : document.execCommand('delete')
}

function byHand(input, caret, value) {
  const { start, end, text } = difference(input.value, value)
  if (caret !== null) input.setRangeText(text, start, end, 'end')
  else input.value = value
  input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }))
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
  if (input.value !== value) byHand(input, caret, value)
  if (caret === null || input.value !== value) return
  const to = moveCaret(before, value, caret)
  input.setSelectionRange(to, to)
}
