#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// command.ts - loginlint-policy FIELD [RULES]: prints the policy for data-loginlint-policy, or where the rules are wrong.
import { policy } from './policy.ts';

const [field, rules] = process.argv.slice(2);
try {
  console.log(policy(field, rules));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
