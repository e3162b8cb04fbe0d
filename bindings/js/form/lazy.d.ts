// SPDX-License-Identifier: MIT
/* lazy.d.ts - the types of loginlint/lazy: those of loginlint/form, but for what is there before it is loaded. */
import type { AdviseOptions, Attached, AttachedAll, AttachOptions } from './form.js'
import type { Preflight } from './preflight.js'

export type LazyOptions = Omit<AttachOptions, 'lang' | 'engine'> & { lang?: string }

export function attach(input: HTMLInputElement, options: LazyOptions): Attached
export function attachAll(root?: ParentNode, defaults?: Partial<Omit<LazyOptions, 'field' | 'into'>>): AttachedAll
export function advise(form: HTMLFormElement, options?: Omit<AdviseOptions, 'preflight' | 'lang'> & { lang?: string }): { check(): Preflight | null; detach(): void }
