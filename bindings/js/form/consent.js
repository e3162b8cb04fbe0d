// SPDX-License-Identifier: MIT
/* consent.js - which values of one field a person was warned of, and which are sent all the same.
 *
 * In: the value at each submission.  Out: must it stop?  A value is known again by a number that is made from it with a
 * salt of this field; no character of it is kept.
 */

/* Two presses of a submit button this close together are one: nobody has read anything in between. */
const DOUBLE_MS = 500

export class Consent {
  #salt = crypto.getRandomValues(new Uint32Array(1))[0]
  #told = new Map() // mark of a value -> when the person was warned of it
  #given = new Set() // marks of the values that are sent as they are

  /** FNV-1a of the UTF-16 units, begun with the salt. */
  mark(value) {
    let mark = this.#salt
    for (let i = 0; i < value.length; i++) mark = Math.imul(mark ^ value.charCodeAt(i), 0x01000193)
    return (mark ^ value.length) >>> 0
  }

  told(value) {
    return this.#told.has(this.mark(value))
  }

  given(value) {
    return this.#given.has(this.mark(value))
  }

  /** The person has been warned of this value now. */
  tell(value, now) {
    const mark = this.mark(value)
    if (!this.#told.has(mark)) this.#told.set(mark, now)
  }

  /** The person sends this value again: true where they were warned of it, long enough ago to have read it. */
  repeat(value, now) {
    const mark = this.mark(value)
    if (now - this.#told.get(mark) > DOUBLE_MS) this.#given.add(mark)
    return this.#given.has(mark)
  }

  /** The person wants this very value. */
  give(value) {
    this.#given.add(this.mark(value))
  }

  forget() {
    this.#told.clear()
    this.#given.clear()
  }
}
