// SPDX-License-Identifier: MIT
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
  'WebAssembly: checks alone': "export { check } from './dist/wasm/index.mjs'; export { load } from './dist/wasm/load.mjs'",
  'WebAssembly: checks, both languages, candidates':
    "export { check, en, ja } from './dist/wasm/index.mjs'; export { load } from './dist/wasm/load.mjs'; export { candidates } from './dist/wasm/candidates.mjs'",
  '`loginlint/key` alone': "export { key } from './dist/key.mjs'",
};
const rows = [];
const brotli = bytes => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } }).length;
const row = (name, files) => {
  const sum = size => files.reduce((all, bytes) => all + size(bytes), 0);
  rows.push(`| ${name} | ${sum(bytes => bytes.length)} | ${sum(bytes => gzipSync(bytes, { level: 9 }).length)} | ${sum(brotli)} |`);
};
const options = { bundle: true, minify: true, charset: 'utf8', format: 'esm', write: false, logLevel: 'silent' };
/** Files that a page with WebAssembly loads beside its script. */
const files = { 'WebAssembly: checks alone': ['core', 'letters', 'rules', 'causes'], 'WebAssembly: checks, both languages, candidates': ['core', 'letters', 'rules', 'causes', 'candidates'] };
for (const [name, contents] of Object.entries(pages)) {
  const bytes = buildSync({ ...options, stdin: { contents, resolveDir: root } }).outputFiles[0].contents;
  row(name, [bytes, ...(files[name] ?? []).map(module => readFileSync(`${root}dist/${module}.wasm`))]);
}
/** loginlint/lazy in files of its own, as a bundler that splits makes them: by import() of each, with what it imports in its turn. */
const { outputFiles, metafile } = buildSync({ ...options, stdin: { contents: "export * from './dist/lazy.mjs'", resolveDir: root }, splitting: true, metafile: true, outdir: root });
const contents = Object.fromEntries(outputFiles.map(file => [file.path.slice(file.path.lastIndexOf('/') + 1), file.contents]));
const outputs = Object.fromEntries(Object.entries(metafile.outputs).map(([path, output]) => [path.slice(path.lastIndexOf('/') + 1), output]));
const withImports = name => [name, ...outputs[name].imports.filter(({ kind }) => kind !== 'dynamic-import').flatMap(({ path }) => withImports(path.slice(path.lastIndexOf('/') + 1)))];
const stages = [
  ['`loginlint/lazy` before the first touch', ['stdin']], ['when somebody uses a card number or a PIN', ['attach', 'engine']], ['a login ID or a password', ['letters']],
  ['rules that are not compiled', ['rules']], ['when there is something to say (`ja`)', ['causes', 'ja']], ['when something is wrong that candidates help with', ['search']],
];
const loaded = new Set();
for (const [name, entries] of stages) {
  for (const entry of entries) for (const file of withImports(Object.keys(outputs).find(file => file.startsWith(entry)))) loaded.add(file);
  row(name, [...loaded].map(file => contents[file]));
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
