// core.ts - one check: strings and options in, a plain object out.
//
// The engine is C with one static arena (engine/arena.c); this is the only file that writes to its memory or reads it.  It is
// opened at the first call, so that importing the package does nothing.  Whatever a call left there is wiped before it returns.
import open from '#core';
import { BASIS, BRAND, Cause, CAUSE, CODE, Diagnostic, EXPECTED, Explanation, FIELD, FOUND, LEVEL, OPERATION, Policy, PROPERTY, REMEDY,
         Report, SEVERITY, SKIPPED, VERDICT, Where, WORD } from './names.ts';

export type Memory = { u8: Uint8Array; u16: Uint16Array; u32: Uint32Array; i32: Int32Array };
type Language = { id: number; texts: string };
type Options = { rules?: string; lenient?: boolean; context?: string | Record<string, unknown>; lang?: Language;
                 candidates?: (field: string, value: string, options?: Options) => unknown[];
                 /** Internal: called when the candidates are in the arena. */
                 found?: () => void };

const INPUT_MAX = 1024;
const BYTES_MAX = 8192;
const ABI = 1;
const NOTHING = 0xff;
const LIST_BASIS = 7;

export type Engine = Memory & { exports: Record<string, any>; at: number[] };
let engine: Engine | undefined;

/** The engine, opened when it is needed for the first time. */
export function use(): Engine {
  if (engine) return engine;
  const exports = open();
  const buffer = exports.memory.buffer;
  if (exports.loginlint_abi() !== ABI) throw new Error(`loginlint: the engine has ABI ${exports.loginlint_abi()}, not ${ABI}`);
  return engine = { exports, u8: new Uint8Array(buffer), u16: new Uint16Array(buffer), u32: new Uint32Array(buffer),
                    i32: new Int32Array(buffer), at: [0, 1, 2, 3, 4, 5, 6, 7].map(n => exports.loginlint_arena(n)) };
}

/** UTF-8 in the engine's memory as a string. */
export function read(u8: Uint8Array, at: number, length: number): string {
  let text = '';
  for (const end = at + length; at < end;) {
    const byte = u8[at++];
    let cp = byte;
    if (byte > 127) {
      const more = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
      cp &= 0x3f >> more;
      for (let i = 0; i < more; i++) cp = cp << 6 | u8[at++] & 0x3f;
    }
    text += String.fromCodePoint(cp);
  }
  return text;
}

/** Writes a string as UTF-8 (a lone surrogate as three bytes, which no parser takes) and returns its length. */
function write(u8: Uint8Array, at: number, text: string, room: number): number {
  const start = at;
  for (const character of text) {
    const cp = character.codePointAt(0)!;
    if (at - start + 4 > room) throw new RangeError(`loginlint: a string of more than ${room} bytes`);
    if (cp < 0x80) u8[at++] = cp;
    else {
      const more = cp < 0x800 ? 1 : cp < 0x10000 ? 2 : 3;
      u8[at++] = 0xff00 >> more + 1 & 0xff | cp >> 6 * more;
      for (let i = more; i--;) u8[at++] = 0x80 | cp >> 6 * i & 0x3f;
    }
  }
  return at - start;
}

/** How many letters are changed, added, left out or swapped. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + +(a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], rows[i - 2][j - 2] + 1);
    }
    rows.push(row);
  }
  return rows[a.length][b.length];
}

/** The word, of those that may stand there, that a mistyped one is at most two letters away from. */
function nearest(token: string, words: string[]): string | null {
  const [first] = words.map(word => [distance(token, word), word] as const).sort((a, b) => a[0] - b[0]);
  return first[0] > 0 && first[0] <= 2 && first[0] < token.length - 1 ? first[1] : null;
}

export class SyntaxProblem extends Error {
  /** What stands there, and the word that it is nearest to. */
  readonly token: string;
  readonly suggestion: string | null;
  constructor(readonly what: string, readonly offset: number, readonly length: number, readonly found: string,
              readonly expected: string, text: string) {
    const token = text.slice(offset, offset + length);
    const suggestion = what === 'rules' && token ? nearest(token, expected === EXPECTED[0] ? PROPERTY : WORD) : null;
    super(`loginlint: ${what}: found ${token ? JSON.stringify(token) : found} at offset ${offset}, expected ${expected}` +
          (suggestion ? `; did you mean ${JSON.stringify(suggestion)}?` : ''));
    this.token = token;
    this.suggestion = suggestion;
    this.name = 'LoginlintSyntaxError';
  }
}

/** Reads a rule or context string; the error that it has, if any, with the offset as an index into the string. */
function parse(parser: string, record: number, text: string): SyntaxProblem | undefined {
  const { exports, u8, u16, u32, at } = use();
  const n = write(u8, at[4], text, BYTES_MAX);
  const code = parser.endsWith('lenient') ? exports[parser](record, at[4], n) : exports[parser](record, at[4], n, at[2]);
  if (!code) return;
  const offset = u32[at[2] + Where.offset >> 2];
  const before = read(u8, at[4], offset).length;
  return new SyntaxProblem(parser.includes('context') ? 'context' : 'rules', before,
                           read(u8, at[4] + offset, u32[at[2] + Where.length >> 2]).length,
                           FOUND[u16[at[2] + Where.found >> 1]], EXPECTED[u16[at[2] + Where.expected >> 1]], text);
}

let policyKey: string | undefined;
const policies = new Map<string, Uint8Array>(); // those that were read, as the engine has them
const POLICIES_MAX = 64;
let written = 0; // bytes of messages that a call left

/** Puts the policy of a field into the arena; what was read once is not read again. */
export function compile(field: string, rules: string, lenient: boolean): SyntaxProblem | undefined {
  const { exports, u8, at } = use();
  const key = field + ' ' + lenient + rules;
  if (key === policyKey) return;
  policyKey = undefined;
  const known = policies.get(key);
  if (known) return void (u8.set(known, at[0]), policyKey = key);
  const number = FIELD.indexOf(field);
  if (number < 0) throw new TypeError(`loginlint: no field "${field}"; there are ${FIELD.join(', ')}`);
  exports.loginlint_policy_init(at[0], number);
  const problem = rules ? parse(lenient ? 'loginlint_policy_parse_lenient' : 'loginlint_policy_parse', at[0], rules) : undefined;
  if (problem) return problem;
  if (policies.size >= POLICIES_MAX) policies.clear();
  policies.set(key, u8.slice(at[0], at[0] + Policy.SIZE));
  policyKey = key;
}

const asString = (context: string | Record<string, unknown>): string =>
  typeof context === 'string' ? context
    : Object.entries(context).filter(([, value]) => value !== undefined)
        .map(([key, value]) => `${key}: ${typeof value === 'boolean' ? (key.endsWith('-lock') ? ['off', 'on'] : ['no', 'yes'])[+value] : value}`)
        .join('; ');

/** Puts policy, context and input into the arena and returns the number of units: what a check and a search begin with. */
export function prepare(field: string, value: string, options: Options): number {
  const { exports, u16, at } = use();
  if (options.lang && typeof options.lang.texts !== 'string') {
    throw new TypeError('loginlint: lang is no language; import one: import { check, ja } from \'loginlint\'');
  }
  if (typeof value !== 'string') throw new TypeError('loginlint: the value is not a string');
  let problem = compile(field, options.rules ?? '', !!options.lenient);
  if (!options.context) exports.loginlint_context_init(at[1]);
  else problem ??= parse('loginlint_context_parse', at[1], asString(options.context));
  if (problem) throw problem;
  const n = Math.min(value.length, INPUT_MAX + 1);
  for (let i = 0, to = at[3] >> 1; i < n; i++) u16[to + i] = value.charCodeAt(i);
  return n;
}

/** Wipes what a call left: the input, the messages, and a record up to its scratch, which the library itself wipes. */
export function wipe(units: number, record: number, size: number): void {
  const { u8, at } = use();
  for (const [from, n] of [[at[3], units * 2], [at[4], written], [record, size]]) u8.fill(0, from, from + n);
  written = 0;
}

let learnt: Language | undefined;

/** Writes the texts of a language into the engine, which has room for one. */
function learn(language: Language): void {
  if (learnt === language) return;
  const { exports, u8, u32 } = use();
  const rows = exports.loginlint_texts(language.id) >> 2;
  let at = exports.loginlint_texts(-1);
  language.texts.split('\n').forEach((text, row) => {
    u32[rows + row] = at;
    at += write(u8, at, text, BYTES_MAX);
    u8[at++] = 0;
  });
  learnt = language;
}

function message(i: number, language: Language | undefined): string {
  if (!language) return '';
  learn(language);
  const { exports, at } = use();
  return sentence(exports.loginlint_message(at[5], i, language.id, at[4], BYTES_MAX));
}

/** What taking a candidate of a basis does, as a button says it. */
export function label(basis: number, language: Language | undefined): string {
  if (!language) return '';
  learn(language);
  const { exports, u8 } = use();
  const at = exports.loginlint_describe(LIST_BASIS, basis, language.id);
  let end = at;
  while (u8[end]) end++;
  return read(u8, at, end - at);
}

function sentence(n: number): string {
  const { u8, at } = use();
  written = Math.max(written, n);
  return read(u8, at[4], n);
}

function diagnostic(i: number, language: Language | undefined): object {
  const { u8, u16, u32, at } = use();
  const d = at[5] + Report.diagnostics + i * Diagnostic.SIZE;
  const level = u8[d + Diagnostic.level];
  const secret = FIELD[u8[at[5] + Report.field]] === 'password';
  return {
    code: CODE[u16[d + Diagnostic.code >> 1]],
    severity: SEVERITY[u8[d + Diagnostic.severity]],
    confidence: u8[d + Diagnostic.confidence],
    start: u32[d + Diagnostic.utf16 >> 2],
    end: u32[d + Diagnostic.utf16 + 4 >> 2],
    position: u16[d + Diagnostic.position >> 1],
    fix: level ? {
      level: LEVEL[level],
      operation: OPERATION[u8[d + Diagnostic.operation]],
      text: secret ? null
        : read(u8, at[5] + Report.pool + u32[d + Diagnostic.fix_at >> 2], u32[d + Diagnostic.fix_length >> 2]),
    } : null,
    message: message(i, language),
  };
}

/** Found once. */
function keep<T>(object: object, name: string, value: T): T {
  Object.defineProperty(object, name, { value, enumerable: true });
  return value;
}

function report(field: string, value: string, options: Options): object {
  const { u8, u32, i32, at } = use();
  const r = at[5];
  const count = u32[r + Report.count >> 2];
  const skipped = u32[r + Report.skipped >> 2];
  const length = u32[r + Report.display_length >> 2];
  const found = options.candidates;
  return {
    verdict: VERDICT[u8[r + Report.verdict]],
    valid: !!u8[r + Report.valid],
    secret: !!u8[r + Report.secret],
    text: !u8[r + Report.wellformed] ? null
      : u8[r + Report.changed] ? read(u8, r + Report.text, u32[r + Report.text_length >> 2]) : value,
    brand: u8[r + Report.brand] ? BRAND[u8[r + Report.brand]] : null,
    display: length ? read(u8, r + Report.display, length) : null,
    diagnostics: Array.from({ length: count }, (_, i) => diagnostic(i, options.lang)),
    total: u32[r + Report.total >> 2],
    skipped: SKIPPED.filter((_, i) => skipped >> i & 1),
    capsEvidence: i32[r + Report.caps_evidence >> 2],
    get candidates() {
      return keep(this, 'candidates', found ? found(field, value, options) : []);
    },
    get causes() {
      return keep(this, 'causes', causes(field, value, options));
    },
  };
}

// ---- causes ----

function cause(i: number, language: Language | undefined): object {
  const { exports, u8, u16, u32, at } = use();
  const c = at[7] + Explanation.cause + i * Cause.SIZE;
  const said = (which: string) => {
    if (!language) return '';
    learn(language);
    return sentence(exports[which](at[7], i, language.id, at[4], BYTES_MAX));
  };
  const name = (names: Record<number, string>, at: number) => names[u8[c + at]] ?? null;
  const bits = [u32[c + Cause.diagnostics >> 2], u32[c + Cause.diagnostics + 4 >> 2]];
  return {
    code: CAUSE[u8[c + Cause.code]],
    remedy: REMEDY[u8[c + Cause.remedy]],
    severity: SEVERITY[u8[c + Cause.severity]],
    confidence: u8[c + Cause.confidence],
    start: u32[c + Cause.utf16 >> 2],
    end: u32[c + Cause.utf16 + 4 >> 2],
    diagnostics: Array.from({ length: 64 }, (_, d) => d).filter(d => bits[d >> 5] >>> d % 32 & 1),
    candidate: u8[c + Cause.candidate] === NOTHING ? null : u8[c + Cause.candidate],
    basis: name(BASIS, Cause.basis),
    place: name(FIELD, Cause.place),
    message: said('loginlint_cause_message'),
    next: said('loginlint_cause_next'),
  };
}

/** What was done, by the report that is in the arena now and the candidates if those are there as well. */
function explained(n: number, candidates: number, language: Language | undefined): object[] {
  const { exports, u8, u32, at } = use();
  if (exports.loginlint_check_utf16(at[0], at[1], at[3], n, at[5]) ||
      exports.loginlint_explain_utf16(at[0], at[1], at[3], n, at[5], candidates, at[7])) throw new Error('loginlint: the engine refused the call');
  const list = Array.from({ length: u32[at[7] + Explanation.count >> 2] }, (_, i) => cause(i, language));
  u8.fill(0, at[5], at[5] + Report.work);
  u8.fill(0, at[7], at[7] + Explanation.SIZE);
  return list;
}

function causes(field: string, value: string, options: Options): object[] {
  let list: object[] | undefined;
  const found = () => { list = explained(Math.min(value.length, INPUT_MAX + 1), use().at[6], options.lang); };
  options.candidates?.(field, value, { ...options, found });
  if (list) return list;
  let n = 0;
  try {
    n = prepare(field, value, options);
    return explained(n, 0, options.lang);
  } finally {
    wipe(n, use().at[5], Report.work);
  }
}

/** Checks a value; see index.d.mts. */
export function check(field: string, value: string, options: Options = {}): object {
  const { exports, at } = use();
  let n = 0;
  try {
    n = prepare(field, value, options);
    if (exports.loginlint_check_utf16(at[0], at[1], at[3], n, at[5])) throw new Error('loginlint: the engine refused the call');
    return report(field, value, options);
  } finally {
    wipe(n, at[5], Report.work);
  }
}

/** What is wrong with a rule string; see index.d.mts. */
export function parseRules(field: string, rules: string): SyntaxProblem | null {
  return compile(field, rules, false) ?? null;
}

/** Every code that a diagnostic can have. */
export const codes: string[] = /* @__PURE__ */ Object.values(CODE);
/** Every code that a cause can have. */
export const causeCodes: string[] = /* @__PURE__ */ Object.values(CAUSE);

/** The version that package, core and messages share. */
export const VERSION = '1.0.0';
