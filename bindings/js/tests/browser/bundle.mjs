// SPDX-License-Identifier: MIT
// bundle.mjs WEB - the pages of the browser tests: fixture.js, frameworks.js, angular.js and signals.js, bundled into the directory WEB.
import { build } from 'esbuild'
import { copyFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { compile } from 'svelte/compiler'

const [web] = process.argv.slice(2)
const here = new URL('.', import.meta.url).pathname
const svelte = {
  name: 'svelte',
  setup: (build) =>
    build.onLoad({ filter: /\.svelte$/ }, async ({ path }) => ({ contents: compile(await readFile(path, 'utf8'), { generate: 'client' }).js.code, resolveDir: here })),
}
await build({
  entryPoints: ['fixture.js', 'frameworks.js', 'angular.js', 'signals.js'].map((name) => here + name), bundle: true, format: 'esm', target: 'es2022', charset: 'utf8',
  logLevel: 'warning', outdir: web, plugins: [svelte], conditions: ['browser', 'production'], nodePaths: [here + '../../../../build/modules'],
  define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
})
// As a site would ship loginlint/lazy: what is imported later stands in files of its own.
for (const name of ['lazy', 'element'])
  await build({
    entryPoints: [`${here}${name}.js`], bundle: true, minify: true, splitting: true, format: 'esm', target: 'es2022', charset: 'utf8', logLevel: 'warning',
    outdir: `${web}/${name}`, nodePaths: [here + '../../../../build/modules'],
  })
for (const name of ['form.css', ...['core', 'letters', 'rules', 'causes', 'candidates'].map((module) => `${module}.wasm`)]) copyFileSync(`${here}../../dist/${name}`, `${web}/${name}`)
for (const name of ['fixture.html', 'frameworks.html', 'angular.html', 'signals.html', 'lazy.html', 'element.html']) copyFileSync(here + name, `${web}/${name}`)
