// SPDX-License-Identifier: MIT
/* group.js - the digits of a card number in groups while they are typed, as they stand on the card.
 *
 * In: the input after an `input` event, and how to replace its value.  Out: the value with a space between groups.  Only text
 * that goes in is grouped: deleting and undo stay what they are.  The check ignores the spaces, and what is sent has none.
 */

/* By the first digits; the others stand in fours. */
const shapes = [
  [/^3[47]/, [4, 6, 5]],
  [/^(36|38|39|30[0-5])/, [4, 6, 4]],
]

export function grouped(digits) {
  const shape = shapes.find(([first]) => first.test(digits))?.[1] ?? [4, 4, 4, 4, 3]
  const parts = []
  let at = 0
  for (const size of shape) {
    if (at < digits.length) parts.push(digits.slice(at, at + size))
    at += size
  }
  return [...parts, digits.slice(at)].filter(Boolean).join(' ')
}

export function group(input, event, replace) {
  const { value } = input
  if (!event.inputType?.startsWith('insert') || !/^[0-9 ]+$/.test(value)) return
  const wanted = grouped(value.replaceAll(' ', ''))
  if (wanted !== value.trimEnd() && (input.maxLength < 0 || wanted.length <= input.maxLength)) replace(wanted)
}
