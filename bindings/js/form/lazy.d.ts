/* lazy.d.ts - the types of loginlint/lazy: those of loginlint/form, but for what is there before it is loaded. */
import type { Attached, AttachedAll, AttachOptions } from './form.js'

export type LazyOptions = Omit<AttachOptions, 'lang' | 'engine'> & { lang?: string }

export function attach(input: HTMLInputElement, options: LazyOptions): Attached
export function attachAll(root?: ParentNode, defaults?: Partial<Omit<LazyOptions, 'field' | 'into'>>): AttachedAll
