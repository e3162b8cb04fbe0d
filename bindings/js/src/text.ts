// SPDX-License-Identifier: MIT
// text.ts - strings to and from the memory of an engine.

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

/** Rules by name as a rule string: of `required` each is wanted, of every other property one of several. */
export const asRules = (rules: string | Record<string, unknown>): string =>
  typeof rules === 'string' ? rules
    : Object.entries(rules).flatMap(([name, value]) => (name === 'required' ? [value].flat() : [[value].flat().join(', ')]).map(one => `${name}: ${one}`)).join('; ');
