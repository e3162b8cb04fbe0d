// SPDX-License-Identifier: MIT
// transcript.mjs - the lines of tests/transcript.c --causes from the package's objects: node transcript.mjs js|wasm [--keys] CASES
//
// Spans in bytes and code points are counted here, from the UTF-16 spans. With --bench instead of a file: ns a check.
import { readFileSync } from 'node:fs';

const [, , engine, ...files] = process.argv;
const [file] = files;
const folder = new URL(engine === 'wasm' ? '../dist/wasm/' : '../dist/', import.meta.url);
if (engine === 'wasm') {
  const { load } = await import(new URL('load.mjs', folder));
  await load(name => readFileSync(new URL(`../${name}.wasm`, folder)), ['core', 'letters', 'rules', 'causes', 'candidates', 'key']);
}
const { check } = await import(new URL('index.mjs', folder));
const { candidates } = await import(new URL('candidates.mjs', folder));
const { key } = await import(new URL('key.mjs', folder));

const hex = text => text === null || text === undefined ? '' : Buffer.from(text, 'utf8').toString('hex');
const unescape = text => text.replace(/\\(\\|u(....)|U(........))/g, (_, all, four, eight) =>
  all === '\\' ? '\\' : four ? String.fromCharCode(parseInt(four, 16)) : String.fromCodePoint(parseInt(eight, 16)));
const escape = text => Array.from(text, c => {
  const cp = c.codePointAt(0);
  return c === '\\' ? '\\\\' : cp > 0x20 && cp < 0x7f ? c
    : cp > 0xffff ? '\\U' + cp.toString(16).toUpperCase().padStart(8, '0') : '\\u' + cp.toString(16).toUpperCase().padStart(4, '0');
}).join('');

/** Offset of index i in bytes (a lone surrogate has three) and in code points. */
function units(value) {
  const bytes = new Map(), points = new Map();
  let byte = 0, point = 0, i = 0;
  for (const c of value) {
    bytes.set(i, byte), points.set(i, point);
    const cp = c.codePointAt(0);
    byte += cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
    point++, i += c.length;
  }
  return [bytes.set(i, byte), points.set(i, point)];
}

function line([id, field, rules, context, input]) {
  const value = unescape(input);
  const options = { rules, context, candidates };
  const r = check(field, value, options);
  const [bytes, points] = units(value);
  const spans = d => [bytes, { get: i => i }, points].map(at => `${at.get(d.start)}-${at.get(d.end)}`).join(':');
  const diagnostics = r.diagnostics.map(d => [d.code, d.severity, d.confidence, d.fix?.level ?? 'none', d.fix?.operation ?? 'none',
    spans(d), hex(d.fix?.text)].join(':'));
  const found = candidates(field, value, options).map(c => `${c.basis}:${c.confidence}:${hex(c.text)}`);
  const causes = r.causes.map(c => [c.code, c.remedy, c.candidate ?? '-', c.confidence, spans(c), c.diagnostics.join(',')].join(':'));
  return [id, r.verdict, +r.valid, +r.secret, r.brand ?? '-', r.text === null ? '-' : r.text === value ? '=' : escape(r.text),
    diagnostics.join(' ') || '-', found.join(' ') || '-', r.skipped.join(' ') || '-', causes.join(' ') || '-'].join('\t');
}

const DIFFERENCES = ['width', 'case', 'separators', 'compatibility', 'look-alikes'];
/** The key of case i, which may differ in what the bits of i say. */
function keyLine([id, , , , input], i) {
  try {
    return `${id}\t${hex(key(unescape(input), DIFFERENCES.filter((_, bit) => i >> bit & 1)))}`;
  } catch (error) {
    if (error instanceof RangeError) return `${id}\t!too-long`;
    throw error;
  }
}

if (file === '--bench') {
  const time = (field, value) => {
    let best = Infinity;
    for (let pass = 0; pass < 30; pass++) {
      const start = process.hrtime.bigint();
      for (let i = 0; i < 2000; i++) check(field, value);
      best = Math.min(best, Number(process.hrtime.bigint() - start) / 2000);
    }
    return Math.round(best);
  };
  console.log(time('login-id', 'user@example.com'), time('card-number', '4111111111111111'), time('login-id', 'ｕｓｅｒ＠ｅｘａｍｐｌｅ．ｃｏｍ'));
} else {
  const keys = file === '--keys';
  const out = readFileSync(files[+keys], 'utf8').split('\n').filter(l => l && l[0] !== '#').map((l, i) => (keys ? keyLine : line)(l.split('\t'), i));
  process.stdout.write(out.join('\n') + '\n');
}
