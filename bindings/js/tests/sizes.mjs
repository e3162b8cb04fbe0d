// sizes.mjs - bytes of what a page loads, plain, gzip -9 and brotli 11; the table of the README must be this one.
// usage: sizes.mjs [--write]
import { buildSync } from 'esbuild';
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = new URL('..', import.meta.url).pathname;
const pages = {
  'checks alone': "export { check } from './dist/index.mjs'",
  'checks, messages in one language (`ja`)': "export { check, ja } from './dist/index.mjs'",
  'checks, messages in both': "export { check, en, ja } from './dist/index.mjs'",
  'and candidates': "export { check, en, ja } from './dist/index.mjs'; export { candidates } from './dist/candidates.mjs'",
  'and the form helper': "export * from './dist/form.mjs'; export { en, ja } from './dist/index.mjs'",
  'WebAssembly: checks alone': "export { check } from './dist/wasm/index.mjs'",
  'WebAssembly: checks, both languages, candidates':
    "export { check, en, ja } from './dist/wasm/index.mjs'; export { candidates } from './dist/wasm/candidates.mjs'",
};
const rows = [];
for (const [name, contents] of Object.entries(pages)) {
  let bytes;
  try {
    bytes = buildSync({ stdin: { contents, resolveDir: root }, bundle: true, minify: true, charset: 'utf8', format: 'esm',
                        write: false, logLevel: 'silent' }).outputFiles[0].contents;
  } catch { continue; } // the form helper may not be built
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } });
  rows.push(`| ${name} | ${bytes.length} | ${gzipSync(bytes, { level: 9 }).length} | ${brotli.length} |`);
}
const readme = readFileSync(root + 'README.md', 'utf8');
const table = /(\| file .*\n\|[-|]+\n)((?:\|.*\n)*)/;
if (process.argv[2] === '--write') writeFileSync(root + 'README.md', readme.replace(table, (_, head) => head + rows.join('\n') + '\n'));
console.log(rows.join('\n'));
// Compressors differ by a few bytes between versions of Node: the README may be 5 % off.
const stated = readme.match(table)[2].trim().split('\n').map(row => +row.split('|')[4]);
const measured = rows.map(row => +row.split('|')[4]);
if (process.argv[2] !== '--write' &&
    (stated.length !== measured.length || stated.some((n, i) => Math.abs(n - measured[i]) > measured[i] * 0.05))) {
  console.error('the README states other sizes: node bindings/js/tests/sizes.mjs --write');
  process.exit(1);
}
