/* submit.js - the submission of a form with attached fields.
 *
 * In: the `submit` and `reset` events of a tree, before any other listener of the page.  Out: the submission goes
 * through, with the safe fixes applied, or stops with the focus on the first field that needs a look.
 * A submission is stopped, never sent by itself, and never in several variants.
 */

/** @type {WeakMap<Node, { fields: Set<object>, stop: AbortController }>} */
const roots = new WeakMap()

const before = (a, b) => (a.input.compareDocumentPosition(b.input) & 4 ? -1 : 1) // 4: b follows a

const fieldsOf = (form) => {
  const fields = [...(roots.get(form.getRootNode())?.fields ?? [])]
  return fields.filter((field) => field.input.form === form).sort(before)
}

let insisting // the field under which the submission that is under way was insisted on

function again(form, submitter, field) {
  insisting = field
  try {
    form.requestSubmit(submitter?.form === form ? submitter : undefined) // a framework may have replaced the button
  } finally {
    insisting = undefined
  }
}

function submitted(event) {
  const form = event.target
  if (event.submitter?.formNoValidate) return // "back", "save for later"
  const resubmit = (field) => again(form, event.submitter, field)
  const stopped = fieldsOf(form).filter((field) => field.attempt({ insisting, resubmit }))
  if (!stopped.length) return
  event.preventDefault()
  event.stopImmediatePropagation()
  const [first] = stopped
  first.watcher.still(() => first.input.focus())
}

function join(root) {
  const stop = new AbortController()
  const options = { capture: true, signal: stop.signal }
  root.addEventListener('submit', submitted, options)
  root.addEventListener('reset', (event) => queueMicrotask(() => fieldsOf(event.target).forEach((field) => field.reset())), options)
  return { fields: new Set(), stop }
}

/** What an all-capitals login ID says about Caps Lock, for the password of the same form. */
function evidence(field) {
  const id = [...roots.get(field.root).fields].find((f) => f.field === 'login-id' && f.input.form === field.input.form)
  return id?.typedOnKeys ? id.report?.capsEvidence : undefined
}

export function addField(field) {
  field.root = field.input.getRootNode()
  if (!roots.has(field.root)) roots.set(field.root, join(field.root))
  roots.get(field.root).fields.add(field)
  field.evidence = () => evidence(field)
}

export function removeField(field) {
  const joined = roots.get(field.root)
  joined?.fields.delete(field)
  if (!joined || joined.fields.size) return
  joined.stop.abort()
  roots.delete(field.root)
}
