// SPDX-License-Identifier: MIT
// text.ts - strings to and from the memory of an engine, and what is wrong with one that it cannot read.
import { EXPECTED, FOUND, PROPERTY, Where, WORD } from './names.ts';

export type Language = { id: number; tag: string; texts: string };
export const BYTES_MAX = 8192;

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
export function write(u8: Uint8Array, at: number, text: string, room: number): number {
  const start = at;
  for (let i = 0; i < text.length; i++) {
    const cp = text.codePointAt(i)!;
    if (at - start + 4 > room) throw new RangeError(`loginlint: a string of more than ${room} bytes`);
    if (cp < 0x80) u8[at++] = cp;
    else {
      if (cp > 0xffff) i++;
      const more = cp < 0x800 ? 1 : cp < 0x10000 ? 2 : 3;
      u8[at++] = 0xff00 >> more + 1 & 0xff | cp >> 6 * more;
      for (let n = more; n--;) u8[at++] = 0x80 | cp >> 6 * n & 0x3f;
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

/** The problem of a text that stands at `from`, by the loginlint_where at `where`. */
export function problemAt(u8: Uint8Array, from: number, where: number, what: string, text: string): SyntaxProblem {
  const view = new DataView(u8.buffer);
  const offset = view.getUint32(where + Where.offset, true);
  return new SyntaxProblem(what, read(u8, from, offset).length, read(u8, from + offset, view.getUint32(where + Where.length, true)).length,
                           FOUND[view.getUint16(where + Where.found, true)], EXPECTED[view.getUint16(where + Where.expected, true)], text);
}

/** Writes the texts of a language, and where each begins into the engine's rows. */
export function writeTexts(u8: Uint8Array, u32: Uint32Array, rows: number, at: number, language: Language): void {
  const end = at + new TextEncoder().encodeInto(language.texts + '\n', u8.subarray(at)).written!;
  for (let row = rows >> 2; at < end; row++) {
    u32[row] = at;
    at = u8.indexOf(10, at);
    u8[at++] = 0;
  }
}

const word = (key: string, value: unknown): unknown =>
  typeof value === 'boolean' ? (key.endsWith('-lock') ? ['off', 'on'] : ['no', 'yes'])[+value] : value;

/** A list of properties, of which one may have several values, as the engine reads it. */
export const asString = (list: string | Record<string, unknown>): string =>
  typeof list === 'string' ? list
    : Object.entries(list).flatMap(([key, value]) => [value].flat().map(one => [key, one]))
        .filter(([, value]) => value !== undefined).map(([key, value]) => `${key}: ${word(key as string, value)}`).join('; ');
