// SPDX-License-Identifier: MIT
// build.mjs - the package in dist/, from src/, form/ and what engine/build.sh left in build/js/engine.
//
// Two engines in two module systems: every file of src/ becomes one .mjs and one .cjs, here and under wasm/, which import
// each other as they do in src/, so that a page loads one engine only and a bundler leaves out what is not used.
import { build } from 'esbuild';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const root = new URL('.', import.meta.url).pathname;
const engine = new URL('../../build/js/engine/', import.meta.url).pathname;
const dist = root + 'dist/';

/** The tables of a translated module: base64 hides them from a compressor, so each byte becomes one character. */
function plainTables(code) {
  const from = code.indexOf('var base64ReverseLookup');
  const to = code.indexOf('function initActiveSegments');
  if (from < 0 || to < from) throw new Error('the output of wasm2js has another form');
  const encode = bytes => Array.from(bytes, b => String.fromCharCode(b < 95 ? b + 32 : b + 66)).join('');
  const reader = 'function put(u8, at, s) { for (var i = 0, c; i < s.length; i++) { c = s.charCodeAt(i); ' +
    'u8[at + i] = c < 127 ? c - 32 : c - 66; } }\n';
  return (code.slice(0, from) + reader + code.slice(to))
    .replace(/base64DecodeToExistingUint8Array\(bufferView, (\d+), "([^"]*)"\)/g,
      (_, at, text) => `put(bufferView, ${at}, ${JSON.stringify(encode(Buffer.from(text, 'base64')))})`);
}

/** Modules of the engine: `#NAME` is a function that opens it. */
const modules = ['core', 'letters', 'rules', 'causes', 'candidates', 'preflight', 'key'];

/** What modules ask of another that may come later: what none of those imports that the core has. */
const asked = () => {
  const [core, letters, causes, candidates] = ['core', 'letters', 'causes', 'candidates'].map(name => new WebAssembly.Module(readFileSync(`${engine}${name}.wasm`)));
  const has = module => new Set(WebAssembly.Module.exports(module).map(({ name }) => name));
  const names = [core, letters, causes, candidates].flatMap(module => WebAssembly.Module.imports(module)).map(({ name }) => name);
  const beyond = [...new Set(names)].filter(name => name !== 'memory' && !has(core).has(name));
  const nowhere = beyond.filter(name => !has(letters).has(name) && !has(causes).has(name));
  if (nowhere.length) throw new Error(`no module of the engine has ${nowhere}`);
  return { beyond, ofCauses: beyond.filter(name => has(causes).has(name)) };
};
const also = name => ({ core: () => `export const beyond = ${JSON.stringify(asked().beyond)};`,
                        causes: () => `export const asked = ${JSON.stringify(asked().ofCauses)};` })[name]?.() ?? '';

const opened = {
  js: name => ({ loader: 'js', resolveDir: engine, contents:
    `${plainTables(readFileSync(`${engine}${name}.js`, 'utf8')).replace('export default asmFunc;', '')}
     export default env => asmFunc({ env }); ${also(name)}` }),
  wasm: name => ({ loader: 'js', resolveDir: `${root}src`, contents:
    `import { open } from './load.ts';
     export default env => open('${name}', env); ${also(name)}` }),
};

/** `#policies`: those that need no parser: of each field without rules, and of the codes that come in a message. */
let policies = {};

/** The languages by the name that a module has for them: { id, tag }. */
const languages = Object.fromEntries(readFileSync(engine + 'languages.txt', 'utf8').trim().split('\n').map(line => line.split(' '))
  .map(([id, tag]) => [tag.replace(/-(.)/, (_, letter) => letter.toUpperCase()), { id: +id, tag }]));

const said = (name, kind = '') => `export const ${name} = { id: ${languages[name].id}, tag: '${languages[name].tag}', texts: ${
  JSON.stringify(readFileSync(`${engine}${languages[name].tag}${kind}.txt`, 'utf8').replace(/\0$/, '').replaceAll('\0', '\n'))} };`;
/** `#ja`: the texts of a language; `#advice`: those of the advice, in each. */
function text(name) {
  if (name === 'policies') return { loader: 'js', contents: `export const compiled = ${JSON.stringify(policies)};` };
  return { loader: 'js', contents: name === 'advice' ? Object.keys(languages).map(one => said(one, '.advice')).join('\n') : said(name) };
}

/** One source file; its neighbours stay imports. */
async function one(source, target, kind, extension, language = 'es2020') {
  const up = target.includes('/') && kind === 'wasm' ? '../' : './';
  await build({
    entryPoints: [source], outfile: `${dist}${target}.${extension}`, bundle: true, minify: true, charset: 'utf8',
    format: extension === 'mjs' ? 'esm' : 'cjs', platform: 'neutral', target: language, legalComments: 'none',
    logLevel: 'warning',
    sourcemap: !languages[target] && !/(engine|letters|rules|policy|command|causes|search|preflight|key)$/.test(target), // not of what is generated: the engines, the texts
    plugins: [{ name: 'loginlint', setup(build) {
      build.onResolve({ filter: new RegExp(`^#(${modules.join('|')})$`) }, ({ path }) => ({ path: path.slice(1), namespace: 'engine' }));
      build.onLoad({ filter: /.*/, namespace: 'engine' }, ({ path }) => opened[kind](path));
      build.onResolve({ filter: /^#/ }, ({ path }) => ({ path: path.slice(1), namespace: 'text' }));
      build.onLoad({ filter: /.*/, namespace: 'text' }, ({ path }) => text(path));
      build.onResolve({ filter: /^(\.\/|loginlint)/ }, ({ path, kind: how }) => {
        if (how === 'entry-point' || /(names|languages|version)\.ts$/.test(path)) return;
        if (/^\.\/(attach|lazy)\.js$/.test(path)) return { path: path.replace('js', extension), external: true };
        const name = path === 'loginlint' ? 'index' : path.replace(/^(\.\/|loginlint\/)/, '').replace(/\.ts$/, '');
        if (!existsSync(`${root}src/${name}.ts`)) return;
        return { path: `${languages[name] ? up : './'}${name}.${extension}`, external: true };
      });
    } }],
  });
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist + 'wasm', { recursive: true });
for (const name of ['text', 'problem', 'rules', 'policy']) await one(`${root}src/${name}.ts`, name, 'js', 'mjs');
const { policy } = await import(`${dist}policy.mjs`);
policies = Object.fromEntries([['login-id', ''], ['password', ''], ['card-number', ''], ['pin', ''], ...[4, 5, 6, 7, 8, 9, 10].map(n => ['pin', `digits: ${n}`])]
  .map(([field, rules]) => [`${field} ${rules}`, policy(field, rules)]));
await one(`${root}src/command.ts`, 'command', 'js', 'mjs');
await one(`${root}src/policy.ts`, 'policy', 'js', 'cjs');
for (const extension of ['mjs', 'cjs']) {
  for (const name of ['text', 'problem', 'engine', 'letters', 'rules', 'causes', 'search', 'core', 'index', 'candidates', 'schema', 'preflight', 'key']) {
    await one(`${root}src/${name}.ts`, name, 'js', extension);
    await one(`${root}src/${name}.ts`, `wasm/${name}`, 'wasm', extension);
  }
  await one(`${root}src/load.ts`, 'wasm/load', 'wasm', extension);
  for (const name of Object.keys(languages)) await one(`${root}src/${name}.ts`, name, 'js', extension);
  // Private members of the helper as they are: every browser that has the events that it needs has them.
  for (const [from, to] of [['index', 'form'], ['attach', 'attach'], ['lazy', 'lazy'], ['element', 'element']]) await one(`${root}form/${from}.js`, to, 'js', extension, 'es2022');
}

// Declarations: written once as .d.mts; for require() only the extension differs.
for (const [from, to] of [['index', 'index'], ['candidates', 'candidates'], ['schema', 'schema'], ['schema', 'wasm/schema'], ['preflight', 'preflight'], ['preflight', 'wasm/preflight'], ['key', 'key'], ['key', 'wasm/key'], ['policy', 'policy'], ['load', 'wasm/load'], ['index', 'wasm/index'],
                          ['candidates', 'wasm/candidates'], ['../form/index', 'form'], ['../form/lazy', 'lazy'], ['../form/element', 'element'], ['../form/attach', 'attach']]) {
  const types = readFileSync(`${root}src/${from}.d.ts`, 'utf8');
  writeFileSync(`${dist}${to}.d.mts`, types.replaceAll('.js\'', '.mjs\''));
  writeFileSync(`${dist}${to}.d.cts`, types.replaceAll('.js\'', '.cjs\''));
}
for (const name of ['names', 'languages']) for (const kind of ['m', 'c']) for (const folder of ['', 'wasm/'])
  writeFileSync(`${dist}${folder}${name}.d.${kind}ts`, readFileSync(`${root}src/${name}.d.ts`, 'utf8').replaceAll('.js\'', `.${kind}js'`));
for (const name of modules) copyFileSync(`${engine}${name}.wasm`, `${dist}${name}.wasm`);
copyFileSync(`${root}form/form.css`, `${dist}form.css`);
copyFileSync(new URL('../../COPYING', import.meta.url).pathname, `${dist}COPYING`);
