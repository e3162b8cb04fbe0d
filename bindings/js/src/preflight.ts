// SPDX-License-Identifier: MIT
// preflight.ts - is it worth spending an attempt now?  An engine of its own: it needs neither the checks nor a value.
import open from '#preflight';
import { problemAt } from './problem.ts';
import { asString, type Language, read, write, writeTexts } from './text.ts';
export * from '#advice';

type List = string | Record<string, unknown>;
type Options = { now?: Date | string | null; lang?: Language };

const ROOM = 4096;
const TEXTS = ['service', 'facts', 'now'];

let engine: { exports: any; u8: Uint8Array; u32: Uint32Array; bytes: number } | undefined;
let learnt: Language | undefined;

function use() {
  if (engine) return engine;
  const exports = open();
  const { buffer } = exports.memory;
  return engine = { exports, u8: new Uint8Array(buffer), u32: new Uint32Array(buffer), bytes: exports.loginlint_ask_bytes() };
}

function learn(language: Language): void {
  if (learnt === language) return;
  if (typeof language.texts !== 'string') throw new TypeError('loginlint: lang is no language; import one: import { preflight, ja } from \'loginlint/preflight\'');
  const { exports, u8, u32 } = use();
  writeTexts(u8, u32, exports.loginlint_texts(language.id), exports.loginlint_texts(-1), language);
  learnt = language;
}

/** A time with the offset that the device has. */
function stamp(date: Date): string {
  const east = -date.getTimezoneOffset();
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  return new Date(date.getTime() + east * 60000).toISOString().slice(0, 19) + (east < 0 ? '-' : '+') + two(Math.abs(east) / 60) + ':' + two(Math.abs(east) % 60);
}

/** What is to be known before an attempt, most urgent first; see preflight.d.mts. */
export function preflight(service: List = '', facts: List = '', { now = new Date(), lang }: Options = {}): object {
  const { exports, u8, bytes } = use();
  if (lang) learn(lang);
  const texts = [asString(service), asString(facts), now instanceof Date ? stamp(now) : now ?? ''];
  const starts: number[] = [];
  let at = bytes;
  const lengths = texts.map(text => {
    starts.push(at);
    const n = write(u8, at, text, ROOM);
    at += n;
    return n;
  });
  const n = exports.loginlint_ask(...lengths, lang?.id ?? 0);
  if (n < 0) throw problemAt(u8, starts[~n], exports.loginlint_ask_where(), TEXTS[~n], texts[~n]);
  const { verdict, advice } = JSON.parse(read(u8, bytes, n));
  const said = ({ code, severity, until = null, message, next }: any) =>
    ({ code, severity, until, message: lang ? message : '', next: lang ? next : '' });
  return { verdict, advice: advice.map(said) };
}
