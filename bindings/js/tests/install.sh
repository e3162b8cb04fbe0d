#!/bin/bash
# SPDX-License-Identifier: MIT
# install.sh - the packed package in an empty project: Node (import, require), esbuild, Vite, tsc --strict, publint; what a
# bundler leaves out; the README's example with its output.   usage: install.sh OUT
set -euo pipefail
top=$PWD js=$PWD/bindings/js bin=$PWD/bindings/js/node_modules/.bin
out=$1/empty
rm -rf "$out" && mkdir -p "$out"
quietly() { "$@" > "$out/log" 2>&1 || { tail -40 "$out/log"; exit 1; }; }
(cd "$js" && npm pack --silent --pack-destination "$out" > /dev/null)
cd "$out"
echo '{"private": true, "type": "module"}' > package.json
quietly npm install --no-audit --no-fund ./loginlint-*.tgz
"$top/lib/gen/fence" "$js/README.md" js > example.js
"$top/lib/gen/fence" "$js/README.md" text > expected.txt
node example.js > printed.txt
diff expected.txt printed.txt
echo "const { check } = require('loginlint'); if (check('pin', '１２３４').text !== '1234') process.exit(1);" > example.cjs
node example.cjs
for module in loginlint loginlint/candidates loginlint/preflight loginlint/key loginlint/policy loginlint/element loginlint/form loginlint/lazy loginlint/wasm loginlint/wasm/load loginlint/wasm/candidates loginlint/wasm/key; do
  node -e "require('$module')"
  node --input-type=module -e "await import('$module')"
done
# WebAssembly is files of the package.
cat > assets.mjs <<'JS'
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { check } from 'loginlint/wasm';
import { load } from 'loginlint/wasm/load';
await load(name => readFile(createRequire(import.meta.url).resolve(`loginlint/${name}.wasm`)));
if (check('pin', '１２３４').text !== '1234') process.exit(1);
JS
node assets.mjs

# Rules compiled when a site is built.
compiled=$(npx --no-install loginlint-policy pin 'digits: 6')
node --input-type=module -e "import { check } from 'loginlint'; if (check('pin', '123456', { policy: '$compiled' }).verdict !== 'pass') process.exit(1)"
if npx --no-install loginlint-policy pin 'digitz: 6' 2> said; then echo 'rules with a mistake are compiled'; exit 1; fi
grep -q 'did you mean "digits"' said

# A page that checks in Japanese only must not carry English, candidates or WebAssembly.
echo "import { check, ja } from 'loginlint'; globalThis.answer = check('pin', '12３4', { lang: ja }).diagnostics[0].message;" > page.js
quietly "$bin/esbuild" page.js --bundle --minify --charset=utf8 --format=esm --outfile=page.min.js
node --input-type=module -e "await import('./page.min.js'); if (!/全角/.test(answer)) throw answer"
for left in 'Please' 'WebAssembly' ; do
  if grep -q "$left" page.min.js; then echo "the bundle has $left"; exit 1; fi
done
# A form on the WebAssembly engine must not carry the other one.
cat > wasm.js <<'JS'
import * as engine from 'loginlint/wasm';
import { candidates } from 'loginlint/wasm/candidates';
import { attacher } from 'loginlint/attach';
globalThis.helper = attacher({ ...engine, candidates, languages: [engine.ja] });
JS
quietly "$bin/esbuild" wasm.js --bundle --minify --format=esm --outfile=wasm.min.js
node --input-type=module -e "await import('./wasm.min.js'); if (!helper.attachAll) throw helper"
if grep -q 'Math\.fround' wasm.min.js; then echo 'the bundle has both engines'; exit 1; fi # which the translated engine names
quietly "$bin/esbuild" example.js --bundle --minify --format=cjs --platform=node --outfile=example.min.cjs
node example.min.cjs | diff expected.txt -
if node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || a === 20 && b >= 19 ? 0 : 1)'; then
  mkdir -p vite && cp page.js vite/main.js
  echo '<!doctype html><script type="module" src="./main.js"></script>' > vite/index.html
  quietly "$bin/vite" build vite --outDir ../vite-out --emptyOutDir
  node --input-type=module -e "globalThis.document = { createElement: () => ({ relList: { supports: () => true } }) };
    await import('./vite-out/assets/' + (await import('node:fs')).readdirSync('vite-out/assets').find(f => f.endsWith('.js')));
    if (!/全角/.test(answer)) throw answer"
else echo 'js: vite wants a newer node; its build was not tried'; fi

cat > types.ts <<'TS'
import { check, parseRules, en, type Result, type Code, type Rules } from 'loginlint';
import { policy } from 'loginlint/policy';
import { check as wasm } from 'loginlint/wasm';
import { load } from 'loginlint/wasm/load';
import { candidates } from 'loginlint/candidates';
import { key, type Same } from 'loginlint/key';
const r: Result = check('card-number', '4', { rules: 'digits: 16', context: { stage: 'submit' }, lang: en, candidates });
const codes: Code[] = r.diagnostics.map(d => d.code);
const n: number = wasm('pin', '1').candidates.length + (parseRules('pin', '')?.offset ?? 0);
const text: string | null | undefined = r.diagnostics[0]?.fix?.text;
const loaded: Promise<void> = load(name => fetch(`/${name}.wasm`), ['core', 'letters']);
const same: Same[] = ['width', 'case'];
const one: string = key('Taro', same);
const rules: Rules = { minlength: 8, required: ['lower', '[-_]'], digits: '8-12', brands: ['jcb', 'visa'] };
const made: string = policy('password', { purpose: 'create' });
check('password', '', { rules, policy: made });
// @ts-expect-error no such rule
check('password', '', { rules: { minlenght: 8 } });
// @ts-expect-error not a word of this rule
check('login-id', '', { rules: { kind: 'mail' } });
const sendable: string = r.verdict === 'pass' || r.verdict === 'fixed' ? r.text : '';
// @ts-expect-error what cannot be sent may have no text
const unsendable: string = r.verdict === 'fail' ? r.text : '';
// @ts-expect-error not a difference
key('Taro', ['colour']);
// @ts-expect-error a field that does not exist
check('nickname', '');
// @ts-expect-error results are read-only
r.verdict = 'pass';
// @ts-expect-error not a code
if (r.diagnostics[0]?.code === 'no-such-code') codes.pop();
export { codes, loaded, n, one, sendable, text, unsendable };
TS
cp types.ts types.mts && cp types.ts types.cts
for resolution in bundler nodenext; do
  module=$([ $resolution = bundler ] && echo esnext || echo nodenext)
  quietly "$bin/tsc" --strict --noEmit --module $module --moduleResolution $resolution --target es2020 --lib es2020,dom \
    types.ts types.mts $([ $resolution = nodenext ] && echo types.cts)
done
cd "$js"
"$bin/publint" --strict . > "$out/log" 2>&1 || { cat "$out/log"; exit 1; }
# Are the types wrong?  Node's older resolution knows no exports; a stylesheet and WebAssembly have no types.
quietly "$bin/attw" "$out"/loginlint-*.tgz --profile node16 --exclude-entrypoints form.css {core,letters,rules,causes,candidates,preflight,key}.wasm
for map in dist/{form,attach,lazy,element,schema,text}.mjs; do # what stands in a map is the source
  node -e "const m = JSON.parse(require('fs').readFileSync('$map.map')); if (!m.sourcesContent.length || m.sourcesContent.some(s => !s)) process.exit(1)"
  grep -q "sourceMappingURL=$(basename "$map").map" "$map"
done
