// SPDX-License-Identifier: MIT
/* suggest.js - what is said of a report and which one-tap fixes are offered.
 *
 * In: a report, the value that it is of, whether that is a secret, the form's words.  Out: at most two lines, one for each cause,
 * and at most three buttons `{ label, basis, value }`.
 * A secret is named by what is done, never by its text, and gets a button only where there is one candidate: two of a
 * secret would have to be told apart by showing them.  So is what differs only in what cannot be seen.
 */

const MOST_SAID = 2
const MOST_OFFERED = 3
const RIVAL = 10 /* rank from which a second candidate makes a secret's suggestion ambiguous */
const NEAR = 3 /* another candidate is offered as well if it is at least a third as likely as the best */

/** Is there no other candidate that the name on the button would fit as well, and none that is as plausible? */
function alone(best, candidates) {
  const name = best.bases.join()
  return best.unique && candidates.every((c) => c === best || (c.confidence < RIVAL && c.bases.join() !== name))
}

/** The causes that are said. For a secret with several candidates those that choose none of them. */
export function causesOf(report, secret, unread) {
  if (report.verdict === 'pass' || report.verdict === 'incomplete') return []
  const { causes } = report
  const chosen = causes.find((cause) => cause.remedy === 'choose')
  const certain = !secret || !chosen || alone(report.candidates[chosen.candidate], report.candidates)
  return (certain ? causes : unread()).slice(0, MOST_SAID)
}

const capital = (text) => text && text[0].toUpperCase() + text.slice(1)

function chosen(cause, { candidates }, typed, secret) {
  const best = candidates[cause.candidate]
  const near = candidates.filter((c) => c !== best && c.text !== typed && c.confidence * NEAR >= best.confidence)
  return secret ? [best] : [best, ...near]
}

/** Two texts that nobody can tell apart: only what cannot be seen is another. */
const alike = (a, b) => a.replace(/[\s\p{Cf}]/gu, '') === b.replace(/[\s\p{Cf}]/gu, '')

function offersOf(cause, report, typed, secret, texts) {
  const named = ({ text, bases, label }) => {
    const done = secret || (label && alike(text, typed))
    return { value: text, basis: bases.join(' '), label: done ? capital(label) || texts.correct : texts.change(text) }
  }
  if (cause.remedy === 'choose') return chosen(cause, report, typed, secret).map(named)
  return cause.remedy === 'apply' ? [named({ text: report.text, bases: [], label: cause.label })] : []
}

/** A chosen value has everything undone: beside it, what is only partly right is no help. */
export function offers(causes, report, typed, secret, texts) {
  const chosen = causes.filter((cause) => cause.remedy === 'choose')
  const all = (chosen.length ? chosen : causes).flatMap((cause) => offersOf(cause, report, typed, secret, texts))
  const seen = new Set([typed, ''])
  return all.filter(({ value }) => !seen.has(value) && seen.add(value)).slice(0, MOST_OFFERED)
}

/** What happened, and what to do where no button does it. */
export function lineOf(cause, texts, messages = {}) {
  const own = messages[cause.code]
  if (own !== undefined) return typeof own === 'function' ? own(cause) : own
  const done = cause.remedy === 'apply' || cause.remedy === 'choose'
  return [cause.message, done ? '' : cause.next].filter(Boolean).join(texts.space)
}
