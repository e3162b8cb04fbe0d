// SPDX-License-Identifier: MIT
/* value.js - what a person typed into an input, where the browser tells a script something else.
 *
 * In: an input.  Out: its value; for type=email, of which Chromium gives the domain in ASCII (xn--...), with the characters that
 * stand in the box: kana there are the input method left on, and nobody's domain.
 */

/** The characters of an `xn--` label without its prefix (RFC 3492, section 6.2); undefined where it is none. */
function decoded(label) {
  const end = label.lastIndexOf('-')
  const points = Array.from(label.slice(0, Math.max(end, 0)), (c) => c.charCodeAt(0))
  let [n, bias, i] = [128, 72, 0]
  for (let at = end + 1; at < label.length; ) {
    const before = i
    for (let k = 36, weight = 1; ; k += 36) {
      const digit = parseInt(label[at++], 36)
      if (Number.isNaN(digit)) return undefined
      const value = digit < 10 ? digit + 26 : digit - 10
      const low = Math.min(Math.max(k - bias, 1), 26)
      i += value * weight
      if (value < low) break
      weight *= 36 - low
    }
    const count = points.length + 1
    let delta = Math.floor((i - before) / (before ? 2 : 700))
    delta += Math.floor(delta / count)
    for (bias = 0; delta > 455; bias += 36) delta = Math.floor(delta / 35)
    bias += Math.floor((36 * delta) / (delta + 38))
    n += Math.floor(i / count)
    i %= count
    if (n > 0x10ffff) return undefined
    points.splice(i++, 0, n)
  }
  return String.fromCodePoint(...points)
}

const label = (text) => (/^xn--/i.test(text) ? (decoded(text.slice(4).toLowerCase()) ?? text) : text)

/** `wide`: characters outside ASCII were put in, so that `xn--` is not what was typed. */
export function typedIn(input, wide) {
  const { value } = input
  const at = input.type === 'email' && wide ? value.lastIndexOf('@') : -1
  return at < 0 ? value : value.slice(0, at + 1) + value.slice(at + 1).split('.').map(label).join('.')
}
