// SPDX-License-Identifier: MIT
// policy.ts - rules compiled to a short string when a site is built; a page that has these needs no parser of rules.
import { asRules } from './text.ts';
import { parse } from './rules.ts';
import { FIELD } from './names.ts';
import { VERSION } from './version.ts';

const RUN_MAX = 255;

/** Bytes as pairs of a count and a byte. */
function runs(bytes: Uint8Array): string {
  let pairs = '';
  for (let at = 0, count: number; at < bytes.length; at += count) {
    count = 1;
    while (count < RUN_MAX && bytes[at + count] === bytes[at]) count++;
    pairs += String.fromCharCode(count, bytes[at]);
  }
  return pairs;
}

/** For `policy` of check() and attach(), and for data-loginlint-policy; see policy.d.mts. */
export function policy(field: string, rules: string | Record<string, unknown> = '', { lenient = false } = {}): string {
  if (!FIELD.includes(field)) throw new TypeError(`loginlint: no field "${field}"; there are ${FIELD.join(', ')}`);
  return `${VERSION} ${btoa(runs(parse(field, asRules(rules), lenient)))}`;
}
