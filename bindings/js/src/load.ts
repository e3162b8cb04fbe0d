// SPDX-License-Identifier: MIT
// load.ts - the modules of the engine of loginlint/wasm, which are files of their own: a page says where they are, and waits for them
// once, before anything is checked.
type Source = Response | ArrayBuffer | ArrayBufferView | WebAssembly.Module;

const modules: Record<string, WebAssembly.Module> = {};

async function compiled(source: Source): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  return WebAssembly.compile('arrayBuffer' in source ? await source.arrayBuffer() : source as BufferSource);
}

/** Gets and compiles them; see load.d.mts. */
export async function load(get: (name: string) => Source | Promise<Source>, names = ['core', 'letters', 'rules', 'causes', 'candidates']): Promise<void> {
  await Promise.all(names.map(async name => { modules[name] ??= await compiled(await get(name)); }));
}

/** Internal: opens one. */
export function open(name: string, env?: Record<string, unknown>): Record<string, any> {
  if (!modules[name]) throw new Error(`loginlint: ${name}.wasm is not here yet: await load() of 'loginlint/wasm/load'`);
  return new WebAssembly.Instance(modules[name], { env: env as any }).exports;
}
