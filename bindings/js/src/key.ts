// SPDX-License-Identifier: MIT
// key.ts - the key under which two login IDs are one to a person.  An engine of its own: it needs neither the checks nor rules.
import open from '#key';
import { read } from './text.ts';
import { SAME } from './names.ts';

const INPUT_MAX = 1024;

let engine: { same: (same: number, n: number) => number; u8: Uint8Array; u16: Uint16Array; units: number; bytes: number } | undefined;

function use() {
  if (engine) return engine;
  const exports = open();
  const { buffer } = exports.memory;
  return engine = { same: exports.loginlint_same, u8: new Uint8Array(buffer), u16: new Uint16Array(buffer),
                    units: exports.loginlint_same_units(), bytes: exports.loginlint_same_bytes() };
}

/** The number of a set of differences. */
function sum(same: Iterable<string>): number {
  if (typeof same !== 'object') throw new TypeError(`loginlint: same is a list of ${Object.values(SAME).join(', ')}`);
  let bits = 0;
  for (const name of same) {
    const bit = Object.keys(SAME).find(bit => SAME[+bit] === name);
    if (!bit) throw new TypeError(`loginlint: no difference "${name}"; there are ${Object.values(SAME).join(', ')}`);
    bits |= +bit;
  }
  return bits;
}

/** The key of an ID; see key.d.mts. */
export function key(value: string, same: Iterable<string> = Object.values(SAME)): string {
  if (typeof value !== 'string') throw new TypeError('loginlint: the value is not a string');
  const bits = sum(same);
  const { same: ask, u8, u16, units, bytes } = use();
  const n = Math.min(value.length, INPUT_MAX + 1);
  let length = 0;
  try {
    for (let i = 0; i < n; i++) u16[(units >> 1) + i] = value.charCodeAt(i);
    length = ask(bits, n);
    if (length < 0) throw new RangeError(`loginlint: an ID of more than ${INPUT_MAX} characters has no key`);
    return read(u8, bytes, length);
  } finally {
    u8.fill(0, units, units + 2 * n);
    u8.fill(0, bytes, bytes + Math.max(length, 0));
  }
}
