// SPDX-License-Identifier: MIT
// peers.mjs - what JavaScript libraries take for the nearest thing they do, on the strings of peers.c, beside the web package.
//
// In: the directory with their node_modules, the package's dist.  Out: lines as peers.c prints them; "-" where a library has
// nothing to do.  Round-robin, minimum of many passes; a result is kept so that no call is dropped.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const [modules, dist] = process.argv.slice(2).map(path => resolve(path));
const require = createRequire(modules + '/');
const validator = require('validator'), cards = require('card-validator'), wanakana = require('wanakana');
const moji = require('moji'), zxcvbn = require('zxcvbn');
const ours = await import(dist + '/index.mjs'), wasm = await import(dist + '/wasm/index.mjs');
await (await import(dist + '/wasm/load.mjs')).load(name => readFileSync(`${dist}/${name}.wasm`));

const inputs = [
  ['login-id', 'taro.yamada_2026'],
  ['login-id', 'ｔａｒｏ．ｙａｍａｄａ＿２０２６'],
  ['login-id', 'さくらのはなみにいこうよ'],
  ['login-id', 'taro12ｔａｒｏたろうﾀﾛ山'],
  ['card-number', '4111111111111111'],
];
const card = new Set(['4111111111111111']);

const peers = [
  ['loginlint in JavaScript', (text, field) => ours.check(field, text, {})],
  ['loginlint in WebAssembly', (text, field) => wasm.check(field, text, {})],
  ["normalize('NFKC')", text => text.normalize('NFKC')],
  ['validator.js', (text, field) => field === 'card-number' ? validator.isCreditCard(text) : validator.isAlphanumeric(text)],
  ['card-validator', text => card.has(text) ? cards.number(text) : undefined, card],
  ['wanakana', text => wanakana.toRomaji(text)],
  ['moji', text => moji(text).convert('ZE', 'HE').toString()],
  ['zxcvbn', text => zxcvbn(text)],
];

const PASSES = 25, SPAN = 2e5, WARM = 200_000_000n; // ns of one measurement at the least; ns until the compiler is done
let kept;
function once(run, text, field, rounds) {
  const from = process.hrtime.bigint();
  for (let r = 0; r < rounds; r++) kept = run(text, field);
  return Number(process.hrtime.bigint() - from) / rounds;
}

const best = peers.map(() => inputs.map(() => Infinity));
const rounds = peers.map(([, run]) => inputs.map(([field, text]) => {
  const warm = process.hrtime.bigint() + WARM;
  while (process.hrtime.bigint() < warm) once(run, text, field, 10);
  return Math.max(1, Math.ceil(SPAN / once(run, text, field, 10)));
}));
for (let pass = 0; pass < PASSES; pass++)
  peers.forEach(([, run], p) => inputs.forEach(([field, text], i) => {
    best[p][i] = Math.min(best[p][i], once(run, text, field, rounds[p][i]));
  }));
peers.forEach(([name, , only], p) =>
  console.log([name, ...best[p].map((ns, i) => only && !only.has(inputs[i][1]) ? '-' : ns.toFixed(1))].join('\t')));
if (kept === null) process.exit(1);
