/* attributes.js - the attributes that a login field should have, where the page has said nothing.
 *
 * In: an input, its field and rules.  Out: the names of the attributes that were added, for detach().
 * A PIN gets no `autocomplete`: the page alone knows whether it is a password, a one-time code or neither.
 */
const usual = {
  'login-id': { autocapitalize: 'none', autocorrect: 'off', spellcheck: 'false', autocomplete: 'username', inputmode: 'email' },
  password: { autocapitalize: 'none', autocorrect: 'off', spellcheck: 'false', autocomplete: 'current-password' },
  'card-number': { spellcheck: 'false', autocomplete: 'cc-number', inputmode: 'numeric' },
  pin: { spellcheck: 'false', inputmode: 'numeric' },
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
