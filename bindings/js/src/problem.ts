// SPDX-License-Identifier: MIT
// problem.ts - what is wrong with a string that an engine cannot read: where it is, and which word may have been meant.
import { EXPECTED, FOUND, PROPERTY, Where, WORD } from './names.ts';
import { read } from './text.ts';

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
