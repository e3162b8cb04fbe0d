// SPDX-License-Identifier: MIT
// What `import ... from 'loginlint/wasm/load'` gives.
type Source = Response | ArrayBuffer | ArrayBufferView | WebAssembly.Module;
export type Module = 'core' | 'letters' | 'rules' | 'causes' | 'candidates' | 'preflight' | 'key';

/**
 * Gets and compiles the modules of the engine, which are files of the package (`loginlint/core.wasm`): once, before anything is
 * checked.  `letters` is for login IDs and passwords, `rules` reads rule strings.  By default all but `preflight` and `key`.
 */
export declare function load(get: (name: Module) => Source | Promise<Source>, names?: readonly Module[]): Promise<void>;
