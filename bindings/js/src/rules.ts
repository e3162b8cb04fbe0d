// SPDX-License-Identifier: MIT
// rules.ts - from a rule string to the policy that the engine of checks reads.  An engine of its own: a page whose policies were
// compiled before has none of it.
import open from '#rules';
import { BYTES_MAX, write } from './text.ts';
import { problemAt } from './problem.ts';
import { FIELD, Policy } from './names.ts';
export { problemAt };

let engine: { exports: any; u8: Uint8Array; bytes: number } | undefined;

function use() {
  if (engine) return engine;
  const exports = open();
  return engine = { exports, u8: new Uint8Array(exports.memory.buffer), bytes: exports.loginlint_rules_bytes() };
}

/** The policy as the engine has it; throws a SyntaxProblem. */
export function parse(field: string, rules: string, lenient: boolean): Uint8Array {
  const { exports, u8, bytes } = use();
  const n = write(u8, bytes, rules, BYTES_MAX);
  if (exports.loginlint_rules(FIELD.indexOf(field), n, +lenient)) throw problemAt(u8, bytes, exports.loginlint_rules_where(), 'rules', rules);
  const at = exports.loginlint_rules_policy();
  return u8.slice(at, at + Policy.SIZE);
}

/** Opens the module: at its first use, or before. */
export const begin = (): void => void use();
