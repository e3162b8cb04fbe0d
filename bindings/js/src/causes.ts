// SPDX-License-Identifier: MIT
// causes.ts - what is said of a value: causes, messages, labels; and the part that a paste meant.  A second module of the engine in
// the memory of the first.
import open, { asked } from '#causes';
import { type Asked, prepare, share, stands, use, wipe } from './engine.ts';
import { BYTES_MAX, type Language, read, writeTexts } from './text.ts';
import { BASIS, Cause, CAUSE, Explanation, FIELD, REMEDY, Report, SEVERITY } from './names.ts';

const NOTHING = 0xff;
const LIST_BASIS = 7;

let opened: Record<string, any> | undefined;
const said = (): Record<string, any> => opened ??= share(open);

/** What a check asks of this module: what a paste brings, and the words that it knows. */
export const answers = Object.fromEntries(asked.map((name: string) => [name, (...values: number[]) => said()[name](...values)]));

/** Opens the module: at its first use, or before. */
export const begin = (): void => void said();

let learnt: Language | undefined;

/** Writes the texts of a language into the engine, which has room for one: at its first use, or before. */
export function learn(language: Language): void {
  if (learnt === language) return;
  const { u8, u32 } = use();
  const exports = said();
  writeTexts(u8, u32, exports.loginlint_texts(language.id), exports.loginlint_texts(-1), language);
  learnt = language;
}

/** What a diagnostic of the report in the arena says. */
export function message(i: number, language: Language | undefined): string {
  if (!language?.texts) return '';
  learn(language);
  const { at } = use();
  return sentence(said().loginlint_message(at[5], i, language.id, at[4], BYTES_MAX));
}

/** What taking a candidate of a basis does, as a button says it. */
export function label(basis: number, language: Language | undefined): string {
  if (!language?.texts) return '';
  learn(language);
  const { u8 } = use();
  const at = said().loginlint_describe(LIST_BASIS, basis, language.id);
  let end = at;
  while (u8[end]) end++;
  return read(u8, at, end - at);
}

function sentence(n: number): string {
  const { u8, at } = use();
  return read(u8, at[4], n);
}

/** What is undone where `text` is taken: the basis whose label a button has. */
const APPLIED: Record<string, string> = { 'fullwidth-input': 'fold', 'input-method': 'fold', separators: 'hyphen', 'smart-punctuation': 'hyphen',
                                          'edge-space': 'trim', 'inner-space': 'trim', 'invisible-characters': 'trim' };

function cause(i: number, language: Language | undefined): object {
  const { u8, u32, at } = use();
  const c = at[7] + Explanation.cause + i * Cause.SIZE;
  const told = (which: string) => {
    if (!language?.texts) return '';
    learn(language);
    return sentence(said()[which](at[7], i, language.id, at[4], BYTES_MAX));
  };
  const name = (names: Record<number, string>, at: number) => names[u8[c + at]] ?? null;
  const bits = [u32[c + Cause.diagnostics >> 2], u32[c + Cause.diagnostics + 4 >> 2]];
  const code = CAUSE[u8[c + Cause.code]];
  const remedy = REMEDY[u8[c + Cause.remedy]];
  return {
    code,
    remedy,
    severity: SEVERITY[u8[c + Cause.severity]],
    confidence: u8[c + Cause.confidence],
    start: u32[c + Cause.utf16 >> 2],
    end: u32[c + Cause.utf16 + 4 >> 2],
    diagnostics: Array.from({ length: 64 }, (_, d) => d).filter(d => bits[d >> 5] >>> d % 32 & 1),
    candidate: u8[c + Cause.candidate] === NOTHING ? null : u8[c + Cause.candidate],
    basis: name(BASIS, Cause.basis),
    place: name(FIELD, Cause.place),
    label: remedy === 'apply' && APPLIED[code] ? label(BASIS.indexOf(APPLIED[code]), language) : '',
    message: told('loginlint_cause_message'),
    next: told('loginlint_cause_next'),
  };
}

/** What was done, by the report that is in the arena now and the candidates if those are there as well. */
export function explained(n: number, candidates: number, language: Language | undefined): object[] {
  const { exports, u8, u32, at } = use();
  if ((!stands() && exports.loginlint_check_utf16(at[0], at[1], at[3], n, at[5])) ||
      said().loginlint_explain_utf16(at[0], at[1], at[3], n, at[5], candidates, at[7])) throw new Error('loginlint: the engine refused the call');
  const list = Array.from({ length: u32[at[7] + Explanation.count >> 2] }, (_, i) => cause(i, language));
  u8.fill(0, at[5], at[5] + Report.work);
  u8.fill(0, at[7], at[7] + Explanation.SIZE);
  return list;
}

/** The causes, and the candidates by which they were found: where nothing stops the value, none of these changes a cause. */
export function causes({ field, value, options, verdict }: Asked): Record<string, unknown> {
  const into: { causes?: object[] } = {};
  const candidates = /ask|fail/.test(verdict) ? options.candidates?.(field, value, { ...options, into }) : [];
  if (into.causes) return { causes: into.causes, candidates };
  let n = 0;
  try {
    n = prepare(field, value, options);
    return { causes: explained(n, 0, options.lang) };
  } finally {
    wipe(n, use().at[5], Report.work);
  }
}
