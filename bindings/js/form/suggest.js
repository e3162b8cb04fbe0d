/* suggest.js - which one-tap fixes a report offers, and what they are called.
 *
 * In: a report, the value that it is of, whether that is a secret, the form's words.  Out: `{ label, basis, value }`, at most three.
 * A secret is named by what is done, never by its text, and gets a suggestion only where there is one reading: two
 * readings of a secret would have to be told apart by showing them.
 */
import { basisName } from './texts.js'

const MOST = 3
const LEAST = 5 /* rank below which a candidate is noise */
const RIVAL = 10 /* rank from which a second candidate makes a secret's suggestion ambiguous */

/** Is there no other candidate that the name on the button would fit as well, and none that is as plausible? */
function alone(best, candidates) {
  const name = best.bases.join()
  return best.unique && candidates.every((c) => c === best || (c.confidence < RIVAL && c.bases.join() !== name))
}

function secretSuggestion(candidates, texts) {
  const [best] = candidates
  if (!best || !alone(best, candidates)) return []
  return [{ label: basisName(texts, best.bases), basis: best.bases.join(' '), value: best.text }]
}

function openSuggestions(candidates, texts) {
  return candidates
    .filter((c, i) => i === 0 || c.confidence >= LEAST)
    .slice(0, MOST)
    .map((c) => ({ label: texts.change(c.text), basis: c.bases.join(' '), value: c.text }))
}

/** Where the value as a whole cannot be mended: what each finding suggests for its own span. */
function spanSuggestions(report, typed, texts) {
  return report.diagnostics
    .filter((d) => d.fix && d.fix.text !== null)
    .slice(0, MOST)
    .map((d) => typed.slice(0, d.start) + d.fix.text + typed.slice(d.end))
    .filter((value) => value)
    .map((value) => ({ label: texts.change(value), basis: '', value }))
}

export function suggestions(report, typed, secret, texts) {
  if (report.verdict === 'fixed') {
    const found = report.candidates.find((c) => c.text === report.text)
    const label = secret ? basisName(texts, found?.bases ?? []) : texts.change(report.text)
    return [{ label, basis: found?.bases.join(' ') ?? '', value: report.text }]
  }
  if (report.verdict !== 'ask' && report.verdict !== 'fail') return []
  const candidates = [...report.candidates].filter((c) => c.text !== typed)
  if (secret) return secretSuggestion(candidates, texts)
  return candidates.length ? openSuggestions(candidates, texts) : spanSuggestions(report, typed, texts)
}
