// SPDX-License-Identifier: MIT
// engine.ts - the first part of a check: strings and options in, a plain object out, in which nothing is said yet.
//
// The engine is C with one static arena (engine/arena.c); this file opens it, writes to its memory and reads the report.  It is
// opened at the first call, so that importing the package does nothing.  Whatever a call left there is wiped before it returns.
// It knows card numbers and PINs. letters.ts has what login IDs and passwords have besides, rules.ts reads rules, causes.ts has what is
// said of a value and the part of it that a paste meant: core.ts joins them, loginlint/lazy those that it needs, when it needs them.
import open, { beyond } from '#core';
import { compiled } from '#policies';
import { asRules, asString, BYTES_MAX, type Language, read, write } from './text.ts';
import { BRAND, CAUSE, CODE, Diagnostic, FIELD, LEVEL, OPERATION, Policy, Report, SEVERITY, SKIPPED, VERDICT } from './names.ts';
import { VERSION } from './version.ts';

type Memory = { u8: Uint8Array; u16: Uint16Array; u32: Uint32Array; i32: Int32Array };
export type Options = { rules?: string | Record<string, unknown>; lenient?: boolean; policy?: string; context?: string | Record<string, unknown>; lang?: Language;
                        candidates?: (field: string, value: string, options?: Options) => unknown[];
                        /** Internal: find the causes at once; gets them while the candidates are in the arena. */
                        now?: boolean; into?: { causes?: object[] } };
export type Asked = { field: string; value: string; options: Options; verdict: string };

const INPUT_MAX = 1024;
const ABI = 1;
const FIELDS_OF_LETTERS = 2; // login ID, password

export type Engine = Memory & { exports: Record<string, any>; at: number[] };
let engine: Engine | undefined;

/** What the others add: `letters` opens theirs, `parse` and `problemAt` are of rules.ts, `message` and `causes` of causes.ts. */
type Parts = { letters?: () => void; parse?: (field: string, rules: string, lenient: boolean) => Uint8Array;
               problemAt?: (...where: [Uint8Array, number, number, string, string]) => Error;
               message?: (i: number, language?: Language) => string; causes?: (asked: Asked) => Record<string, unknown>;
               [name: string]: any };
const parts: Parts = {};
const beside: Record<string, any>[] = []; // the exports of the modules that share the memory

let standing = false; // policy, context, input and report of the check under way are in the arena
export const stands = (): boolean => standing;

/** A part is here now. */
export function join(part: Parts): void {
  Object.assign(parts, part, part.answers);
}

/** What a module asks of another that may come later, by its name; what is not here does nothing. */
const elsewhere = Object.fromEntries(beyond.map(name => [name, (...values: number[]) => parts[name]?.(...values) ?? 0]));

/** Opens a module that shares the engine's memory. */
export function share(open: (env: Record<string, any>) => Record<string, any>): Record<string, any> {
  const exports = open({ ...elsewhere, ...use().exports });
  beside.push(exports);
  return exports;
}

/** The engine, opened when it is needed for the first time. */
export function use(): Engine {
  if (engine) return engine;
  const exports = open(elsewhere);
  const buffer = exports.memory.buffer;
  if (exports.loginlint_abi() !== ABI) throw new Error(`loginlint: the engine has ABI ${exports.loginlint_abi()}, not ${ABI}`);
  beside.push(exports);
  return engine = { exports, u8: new Uint8Array(buffer), u16: new Uint16Array(buffer), u32: new Uint32Array(buffer),
                    i32: new Int32Array(buffer), at: [0, 1, 2, 3, 4, 5, 6, 7].map(n => exports.loginlint_arena(n)) };
}

/** A part that must be here; loginlint/lazy has loaded it before. */
function need(name: string): any {
  if (!parts[name]) throw new Error(`loginlint: there is no ${name} here`);
  return parts[name];
}

let contextKey: string | undefined;

/** Puts a context into the arena, where it stays: most keys have that of the one before. */
function readContext(text: string): void {
  if (text === contextKey) return;
  contextKey = undefined;
  const { exports, u8, at } = use();
  const n = write(u8, at[4], text, BYTES_MAX);
  if (exports.loginlint_context_parse(at[1], at[4], n, at[2])) throw need('problemAt')(u8, at[4], at[2], 'context', text);
  contextKey = text;
}

let policyKey: string | undefined;
const policies = new Map<string, Uint8Array>(); // those that were read, as the engine has them
const POLICIES_MAX = 64;

/** A policy that was compiled before (policy.ts). */
function unpack(text: string): Uint8Array {
  const [version, packed] = text.split(' ');
  if (version !== VERSION || !packed) throw new TypeError(`loginlint: this policy is none of loginlint ${VERSION}: compile it again`);
  const runs = atob(packed);
  const policy = new Uint8Array(Policy.SIZE);
  for (let i = 0, at = 0; i < runs.length; i += 2) policy.fill(runs.charCodeAt(i + 1), at, at += runs.charCodeAt(i));
  return policy;
}

/** Puts the policy of a field into the arena; what was read once is not read again.  Throws what is wrong with it. */
export function compile(field: string, options: Options): void {
  const rules = asRules(options.rules ?? '');
  const { lenient = false, policy = compiled[`${field} ${rules}`] } = options;
  const { u8, at } = use();
  const number = FIELD.indexOf(field);
  if (number < 0) throw new TypeError(`loginlint: no field "${field}"; there are ${FIELD.join(', ')}`);
  if (number < FIELDS_OF_LETTERS) need('letters')();
  const key = `${field} ${policy ?? lenient + rules}`;
  if (key === policyKey) return;
  policyKey = undefined;
  const read = policies.get(key) ?? (policy ? unpack(policy) : need('parse')(field, rules, lenient));
  if (read[Policy.field] !== number) throw new TypeError(`loginlint: this policy is not of a ${field}`);
  if (policies.size >= POLICIES_MAX) policies.clear();
  policies.set(key, read);
  u8.set(read, at[0]);
  policyKey = key;
}

/** Puts policy, context and input into the arena and returns the number of units: what a check and a search begin with. */
export function prepare(field: string, value: string, options: Options): number {
  const { u16, at } = use();
  const n = Math.min(value.length, INPUT_MAX + 1);
  if (standing) return n;
  if (options.lang && typeof options.lang.texts !== 'string') {
    throw new TypeError('loginlint: lang is no language; import one: import { check, ja } from \'loginlint\'');
  }
  if (typeof value !== 'string') throw new TypeError('loginlint: the value is not a string');
  compile(field, options);
  readContext(asString(options.context ?? ''));
  for (let i = 0, to = at[3] >> 1; i < n; i++) u16[to + i] = value.charCodeAt(i);
  return n;
}

/** Wipes what a call left: the input, rules and messages, the stacks, and a record up to its scratch, which the library itself wipes. */
export function wipe(units: number, record: number, size: number): void {
  const { u8, at } = use();
  for (const [from, n] of [[at[3], units * 2], [at[4], BYTES_MAX], [record, size]]) u8.fill(0, from, from + n);
  for (const exports of beside) exports.loginlint_clear();
  standing = false;
}

const belongings = new WeakMap<object, object[]>();

/**
 * Ties to an object what lives as long as it; the result finds it again.  A getter that had a value itself could keep it: an
 * object's shape has its getters, and an engine that optimises keeps shapes longer than objects.
 */
function tie<T extends object>(object: object, what: T): () => T {
  const known = belongings.get(object);
  if (known) known.push(what);
  else belongings.set(object, [what]);
  const ref = new WeakRef(what);
  return () => ref.deref()!;
}

/** What is there to be read by its name, and stands in no listing, copy, JSON or console: what is secret of a secret. */
export function hidden<T extends object>(object: T, secret: boolean, values: Record<string, unknown>): T {
  const tied = tie(object, values);
  for (const [name, value] of Object.entries(values))
    Object.defineProperty(object, name, secret && value !== null ? { get: () => tied()[name], configurable: true } : { value, enumerable: true });
  return object;
}

/** What is found when it is read for the first time; `find` may find more than what was asked for. */
function later(object: object, name: string, find: () => Record<string, unknown>): void {
  Object.defineProperty(object, name, { enumerable: true, configurable: true, get() {
    const found = find();
    for (const each in found) Object.defineProperty(this, each, { value: found[each], enumerable: true });
    return found[name];
  } });
}

function diagnostic(i: number, language: Language | undefined): object {
  const { u8, u16, u32, at } = use();
  const d = at[5] + Report.diagnostics + i * Diagnostic.SIZE;
  const level = u8[d + Diagnostic.level];
  const textless = FIELD[u8[at[5] + Report.field]] === 'password';
  const fix = () => hidden({ level: LEVEL[level], operation: OPERATION[u8[d + Diagnostic.operation]] }, !!u8[at[5] + Report.secret], {
    text: textless ? null
      : read(u8, at[5] + Report.pool + u32[d + Diagnostic.fix_at >> 2], u32[d + Diagnostic.fix_length >> 2]),
  });
  return {
    code: CODE[u16[d + Diagnostic.code >> 1]],
    severity: SEVERITY[u8[d + Diagnostic.severity]],
    confidence: u8[d + Diagnostic.confidence],
    start: u32[d + Diagnostic.utf16 >> 2],
    end: u32[d + Diagnostic.utf16 + 4 >> 2],
    position: u16[d + Diagnostic.position >> 1],
    fix: level ? fix() : null,
    message: parts.message?.(i, language) ?? '',
  };
}

function report(field: string, value: string, options: Options): any {
  const { u8, u32, i32, at } = use();
  const { lang } = options; // what an inner function names, is kept with it
  const r = at[5];
  const count = u32[r + Report.count >> 2];
  const skipped = u32[r + Report.skipped >> 2];
  const length = u32[r + Report.display_length >> 2];
  const secret = !!u8[r + Report.secret];
  const text = !u8[r + Report.wellformed] ? null
    : u8[r + Report.changed] ? read(u8, r + Report.text, u32[r + Report.text_length >> 2]) : value;
  const result = {
    verdict: VERDICT[u8[r + Report.verdict]],
    valid: !!u8[r + Report.valid],
    secret,
    brand: u8[r + Report.brand] ? BRAND[u8[r + Report.brand]] : null,
    diagnostics: Array.from({ length: count }, (_, i) => diagnostic(i, lang)),
    total: u32[r + Report.total >> 2],
    skipped: SKIPPED.filter((_, i) => skipped >> i & 1),
    capsEvidence: i32[r + Report.caps_evidence >> 2],
  };
  const asked = tie(result, { field, value, options, verdict: result.verdict });
  later(result, 'candidates', () => suggested(asked()));
  later(result, 'causes', () => parts.causes?.(asked()) ?? { causes: [] });
  return hidden(result, secret, { text, display: length ? read(u8, r + Report.display, length) : null });
}

const suggested = ({ field, value, options }: Asked) => ({ candidates: options.candidates?.(field, value, options) ?? [] });

/** Checks a value; see index.d.mts. */
export function check(field: string, value: string, options: Options = {}): object {
  const { exports, at } = use();
  let n = 0;
  standing = false;
  try {
    n = prepare(field, value, options);
    if (exports.loginlint_check_utf16(at[0], at[1], at[3], n, at[5])) throw new Error('loginlint: the engine refused the call');
    standing = true;
    const result = report(field, value, options);
    if (options.now && /ask|fail|fixed/.test(result.verdict)) void result.causes;
    return result;
  } finally {
    wipe(n, at[5], Report.work);
  }
}

/** Every code that a diagnostic can have. */
export const codes: string[] = /* @__PURE__ */ Object.values(CODE);
/** Every code that a cause can have. */
export const causeCodes: string[] = /* @__PURE__ */ Object.values(CAUSE);
