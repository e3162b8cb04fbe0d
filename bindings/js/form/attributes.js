// SPDX-License-Identifier: MIT
/* attributes.js - the attributes that a login field should have, where the page has said nothing.
 *
 * In: an input, the name of its field or preset, its rules.  Out: the names of the attributes that were added, for detach().
 * A PIN gets no `autocomplete`: the page alone knows whether it is a password, a one-time code or neither.
 */
const usual = {
  'login-id': { autocapitalize: 'none', autocorrect: 'off', spellcheck: 'false', autocomplete: 'username', inputmode: 'email' },
  password: { autocapitalize: 'none', autocorrect: 'off', spellcheck: 'false', autocomplete: 'current-password' },
  'card-number': { spellcheck: 'false', autocomplete: 'cc-number', inputmode: 'numeric' },
  pin: { spellcheck: 'false', inputmode: 'numeric' },
  'one-time-code': { spellcheck: 'false', autocomplete: 'one-time-code', inputmode: 'numeric' },
}

const CODE_DIGITS = 6

/** What a name of ours stands for: a code from a message is digits, as many as the page has room for. */
export function presetOf(name, input) {
  if (name !== 'one-time-code') return { field: name, rules: '' }
  const most = input.maxLength
  return { field: 'pin', rules: `digits: ${most >= 4 && most <= 10 ? most : CODE_DIGITS}` }
}

function wanted(field, rules) {
  const attributes = { ...usual[field] }
  const has = (rule) => new RegExp(`(^|;)\\s*${rule}`).test(rules)
  if (field === 'password' && has('purpose:\\s*create')) attributes.autocomplete = 'new-password'
  if (has('kind:\\s*phone')) attributes.inputmode = 'tel'
  if (has('kind:\\s*name')) delete attributes.inputmode
  if (has('digits:')) attributes.inputmode = 'numeric'
  return attributes
}

export function addAttributes(input, field, rules) {
  const attributes = wanted(field, rules)
  if (input.form?.getAttribute('autocomplete') === 'off') delete attributes.autocomplete
  const added = Object.keys(attributes).filter((name) => !input.hasAttribute(name))
  for (const name of added) input.setAttribute(name, attributes[name])
  return added
}
